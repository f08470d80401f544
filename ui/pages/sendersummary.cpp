// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/sendersummary.h"

#include "paint/fonts.h"
#include "tables/sendername.h"
#include "tables/column.h"
#include "tables/sendertext.h"
#include "tables/visibletext.h"
#include "widgets/daybarsview.h"
#include "widgets/heatmapview.h"
#include "widgets/sharebutton.h"

#include <QGridLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
/// From this width on there are two columns.
constexpr int twoColumns = 620;
/// More lines of a section do not help at a glance; the table of records has them all.
constexpr size_t mostLines = 8;

QLabel *quietText(QWidget *parent, const QString &text)
{
    QLabel *label = panelText(parent, text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

/// Stands below lines that are not all of them.
QLabel *moreText(QWidget *parent, size_t all)
{
    const int more = int(all - mostLines);
    //: below the first lines of a list
    return quietText(parent, SenderSummary::tr("and %n more", nullptr, more));
}

/// "s1 · example.com: pass"; what matters less stands on the left, where long names are cut.
QString resultText(const SeenResult &result)
{
    const QString domain = result.domain.isEmpty() ? u"–"_s : visibleText(result.domain);
    // SPF checks the MAIL FROM where no scope is given, so both are the same.
    const bool usual = result.mechanism == SeenResult::Mechanism::Spf && result.label == "mfrom"_L1;
    if (result.label.isEmpty() || usual) {
        //: what SPF or DKIM said: %1 is a domain, %2 a result as "pass"
        return SenderSummary::tr("%1: %2").arg(domain, visibleText(result.result));
    }
    //: what SPF or DKIM said: %1 is a DKIM selector or SPF scope, %2 a domain, %3 a result as
    //: "pass"
    return SenderSummary::tr("%1 · %2: %3")
        .arg(visibleText(result.label), domain, visibleText(result.result));
}

} // namespace

SenderSummary::SenderSummary(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    content->setForegroundRole(QPalette::Text);
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom, content);
    m_columns->setContentsMargins(margin, 0, margin, margin);
    m_columns->setSpacing(0);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right}) {
        column->setSpacing(0);
        m_columns->addLayout(column, 1);
    }
    createFigures(left);
    createSections(left, right);
    left->addStretch(1);
    right->addStretch(1);
    setWidget(content);
    // The card below shows through.
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

void SenderSummary::createFigures(QVBoxLayout *column)
{
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, margin / 2, 0, 0);
    grid->setHorizontalSpacing(margin);
    grid->setVerticalSpacing(8);
    QWidget *parent = column->parentWidget();
    for (size_t i = 0; i < m_figures.size(); ++i) {
        Figure &figure = m_figures[i];
        figure.number = panelText(parent);
        figure.number->setWordWrap(false);
        figure.number->setFont(sized(font(), pixelSize(font()) * 10 / 7, true));
        figure.caption = quietText(parent, {});
        auto *cell = new QVBoxLayout;
        cell->setSpacing(0);
        cell->addWidget(figure.number);
        cell->addWidget(figure.caption);
        grid->addLayout(cell, int(i) / 2, int(i) % 2);
        grid->setColumnStretch(int(i) % 2, 1);
    }
    column->addLayout(grid);
}

void SenderSummary::createSections(QVBoxLayout *left, QVBoxLayout *right)
{
    m_matrix = addPanelSection(left);
    m_addresses = addPanelSection(left);
    m_hosts = addPanelSection(left);
    m_headerFroms = addPanelSection(left);
    m_days = addPanelSection(right);
    m_dkim = addPanelSection(right);
    m_spf = addPanelSection(right);
    m_reporters = addPanelSection(right);
    m_heatmap = new HeatmapView(m_matrix.body);
    m_heatmap->setTotals(false);
    m_matrix.lines->addWidget(m_heatmap);
    m_bars = new DayBarsView(m_days.body);
    m_days.lines->addWidget(m_bars);
    connect(m_heatmap, &HeatmapView::activated, this, &SenderSummary::toggleCell);
    connect(m_bars, &DayBarsView::spanActivated, this, [this](const DateSpan &span) {
        Filter filter = ownFilter();
        filter.period = span;
        Q_EMIT filterRequested(filter);
    });
}

void SenderSummary::resizeEvent(QResizeEvent *event)
{
    const bool wide = event->size().width() >= twoColumns;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(wide ? 2 * margin : 0);
    // Text that wraps must get the width there is, whatever its words would like.
    widget()->setMaximumWidth(event->size().width());
    QScrollArea::resizeEvent(event);
}

Filter SenderSummary::ownFilter() const
{
    Filter filter = m_view.filter;
    narrowToSender(filter, m_sender.key, false);
    return filter;
}

void SenderSummary::toggleCell(int cell)
{
    Filter filter = ownFilter();
    if (filter.cells == QList<int>{cell})
        filter.cells = {};
    else if (m_sender.matrix.messages[size_t(cell)] > 0)
        filter.cells = {cell};
    else
        return;
    Q_EMIT filterRequested(filter);
}

void SenderSummary::showSender(const View &view, const Sender &sender)
{
    if (sender.key != m_sender.key)
        ensureVisible(0, 0);
    m_view = view;
    m_sender = sender;
    showFigures();
    m_matrix.heading->setText(tr("DKIM and SPF"));
    m_heatmap->setMatrix(sender.matrix, view.format);
    m_heatmap->setSelected(view.filter.cells);
    showAddresses();
}

void SenderSummary::showFigures()
{
    const Counts &counts = m_sender.counts;
    const Format &format = m_view.format;
    const auto percent = [&](qint64 part) { return format.percent(part, counts.messages); };
    const std::pair<QString, QString> texts[] = {
        {format.number(counts.messages), tr("message(s)", nullptr, plural(counts.messages))},
        {percent(counts.passed), tr("pass DMARC", "under a percentage of messages")},
        {percent(counts.spfAligned), tr("SPF aligned", "under a percentage of messages")},
        {percent(counts.dkimAligned), tr("DKIM aligned", "under a percentage of messages")},
    };
    for (size_t i = 0; i < m_figures.size(); ++i) {
        m_figures[i].number->setText(texts[i].first);
        m_figures[i].caption->setText(texts[i].second);
    }
}

void SenderSummary::showAddresses()
{
    const std::vector<Sender> &addresses = m_sender.addresses;
    const auto count = qint64(addresses.size());
    m_addresses.heading->setText(
        tr("%1 address(es)", nullptr, plural(count)).arg(m_view.format.number(count)));
    m_addresses.body->setVisible(!addresses.empty());
    std::vector<Line> lines;
    for (const Sender &address : addresses) {
        lines.push_back({senderName(address.label), address.key, address.counts.messages,
            Meaning(usualMeaning(address))});
        if (lines.size() > mostLines)
            break;
    }
    showLines(m_addresses, lines, [this](const QString &key) { Q_EMIT senderChosen(key); });
    if (addresses.size() > mostLines)
        m_addresses.lines->addWidget(moreText(m_addresses.body, addresses.size()));
}

void SenderSummary::clearDetail()
{
    m_detail = {};
    for (const PanelSection &section : {m_hosts, m_headerFroms, m_days, m_dkim, m_spf, m_reporters})
        section.body->hide();
}

void SenderSummary::showDetail(const SenderDetail &detail)
{
    m_detail = detail;
    m_days.heading->setText(tr("Messages per day"));
    m_days.body->setVisible(!detail.days.empty());
    m_bars->setDays(daysOver(m_view.results->timeline, detail.days), m_view.format);

    m_hosts.heading->setText(tr("Host names"));
    showShares(m_hosts, detail.hosts, {});
    m_hosts.body->show();
    if (detail.hosts.empty()) {
        m_hosts.lines->addWidget(quietText(m_hosts.body,
            tr("None is known. Sekisho looks up nothing by itself: Tools → Look Up Host Names "
               "asks the DNS, and the File menu loads names from a file.")));
    }
    m_headerFroms.heading->setText(tr("Domains in the From header"));
    showShares(m_headerFroms, detail.headerFroms, [this](const QString &key) {
        Filter filter = ownFilter();
        filter.headerFroms = {key};
        Q_EMIT filterRequested(filter);
    });
    m_dkim.heading->setText(tr("What DKIM said"));
    showResults(m_dkim, SeenResult::Mechanism::Dkim);
    m_spf.heading->setText(tr("What SPF said"));
    showResults(m_spf, SeenResult::Mechanism::Spf);
    m_reporters.heading->setText(tr("Reported by"));
    showShares(m_reporters, detail.reporters, [this](const QString &key) {
        Filter filter = ownFilter();
        filter.reporters = {key};
        Q_EMIT filterRequested(filter);
    });
}

void SenderSummary::showLines(
    const PanelSection &section, const std::vector<Line> &lines, const Follow &follow)
{
    clearLines(section.lines);
    for (size_t i = 0; i < std::min(lines.size(), mostLines); ++i) {
        const Line &line = lines[i];
        const qint64 whole = m_sender.counts.messages;
        const bool isLink = follow && !line.key.isEmpty();
        const ShareButton::Texts texts{line.name.isEmpty() ? u"–"_s : line.name,
            m_view.format.number(line.messages), m_view.format.percent(line.messages, whole)};
        auto *button = new ShareButton(
            texts, percent(line.messages, whole) / 100, line.meaning, isLink, section.body);
        button->setMarked(true);
        if (isLink) {
            connect(
                button, &QAbstractButton::clicked, this, [follow, key = line.key] { follow(key); });
        }
        section.lines->addWidget(button);
    }
}

void SenderSummary::showShares(
    const PanelSection &section, const std::vector<Share> &shares, const Follow &follow)
{
    std::vector<Line> lines;
    for (const Share &share : shares) {
        // As usualMeaning() has it; what failed in which way is not counted here.
        const bool passes = share.counts.passed * 2 >= share.counts.messages;
        lines.push_back({visibleText(share.label), share.key, share.counts.messages,
            passes ? Meaning::Aligned : Meaning::Failed});
    }
    section.body->setVisible(!lines.empty());
    showLines(section, lines, follow);
    if (lines.size() > mostLines) {
        section.lines->addWidget(moreText(section.body, lines.size()));
    }
}

Meaning SenderSummary::meaningOf(const SeenResult &result) const
{
    if (result.result == word(AuthResult::None))
        return Meaning::Unknown;
    if (!result.passed)
        return Meaning::Failed;
    // A HELO identity is never aligned (RFC 7489 §3.1.2); strict modes are the records' affair.
    const bool counts =
        result.mechanism == SeenResult::Mechanism::Dkim || result.label != "helo"_L1;
    const bool aligned = std::any_of(m_detail.headerFroms.cbegin(), m_detail.headerFroms.cend(),
        [&](const Share &from) { return m_domains.aligned(result.domain, from.key, false); });
    return counts && aligned ? Meaning::Aligned : Meaning::Unaligned;
}

void SenderSummary::showResults(const PanelSection &section, SeenResult::Mechanism mechanism)
{
    std::vector<Line> lines;
    for (const SeenResult &result : m_detail.results) {
        if (result.mechanism != mechanism)
            continue;
        const Line line{resultText(result), {}, result.messages, meaningOf(result)};
        const auto same = std::find_if(lines.begin(), lines.end(),
            [&line](const Line &other) { return other.name == line.name; });
        if (same != lines.end())
            same->messages += line.messages;
        else
            lines.push_back(line);
    }
    std::stable_sort(lines.begin(), lines.end(),
        [](const Line &a, const Line &b) { return a.messages > b.messages; });
    showLines(section, lines, {});
    section.body->show();
    if (lines.empty()) {
        section.lines->addWidget(
            quietText(section.body, tr("Nothing: the reports have no results of it.")));
    } else if (lines.size() > mostLines) {
        section.lines->addWidget(moreText(section.body, lines.size()));
    }
}

} // namespace sekisho
