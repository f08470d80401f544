// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/filterbar.h"

#include "main/chips.h"
#include "widgets/flowlayout.h"
#include "widgets/plaintip.h"
#include "widgets/segmentbutton.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimeZone>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

namespace {

enum PeriodChoice { AllTime = 0, Custom = -1 };
constexpr int presets[] = {7, 28, 90, 365};

QDate dateOf(qint64 seconds)
{
    return QDate(1970, 1, 1).addDays(dayOf(seconds));
}

qint64 secondsOf(const QDate &date)
{
    return QDate(1970, 1, 1).daysTo(date) * secondsPerDay;
}

/// The last `days` whole days that the reports cover.
DateSpan lastDays(const DateSpan &covered, int days)
{
    const qint64 end = (dayOf(std::max(covered.begin, covered.end - 1)) + 1) * secondsPerDay;
    return {end - days * secondsPerDay, end};
}

/// A label and its field, kept together when the bar wraps.
QWidget *pairWidget(QLabel *label, QWidget *field)
{
    auto *pair = new QWidget(field->parentWidget());
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins({});
    row->setSpacing(6);
    row->addWidget(label);
    row->addWidget(field);
    return pair;
}

QComboBox *makeCombo(QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setMaxVisibleItems(24);
    combo->setMaximumWidth(260);
    return combo;
}

/// Makes a single chosen value the current one, also one that is not among those offered: what
/// narrows the pages must be seen. Several have a chip.
void choose(QComboBox *combo, const QStringList &values)
{
    if (values.size() != 1)
        return;
    if (combo->findData(values.first()) < 0)
        combo->addItem(values.first(), values.first());
    combo->setCurrentIndex(combo->findData(values.first()));
}

} // namespace

FilterChoices filterChoices(const Dataset &dataset)
{
    QHash<quint32, qint64> domains;
    QHash<quint32, qint64> reporters;
    FilterChoices choices;
    for (const ReportInfo &report : dataset.reports) {
        domains[report.domain.value] += report.messages;
        reporters[report.reporter.value] += report.messages;
        if (!choices.covered)
            choices.covered = report.period;
        choices.covered->begin = std::min(choices.covered->begin, report.period.begin);
        choices.covered->end = std::max(choices.covered->end, report.period.end);
    }
    const auto sorted = [&dataset](const QHash<quint32, qint64> &counts) {
        QList<quint32> ids = counts.keys();
        std::sort(ids.begin(), ids.end(), [&](quint32 a, quint32 b) {
            return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
        });
        QStringList names;
        for (quint32 id : std::as_const(ids))
            names.append(dataset.text({id}));
        return names;
    };
    choices.domains = sorted(domains);
    choices.reporters = sorted(reporters);
    return choices;
}

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_domain(makeCombo(this))
    , m_period(makeCombo(this))
    , m_from(new QDateEdit(this))
    , m_to(new QDateEdit(this))
    , m_between(new QLabel(this))
    , m_reporter(makeCombo(this))
    , m_search(new QLineEdit(this))
    , m_typing(new QTimer(this))
    , m_domainLabel(new QLabel(this))
    , m_periodLabel(new QLabel(this))
    , m_reporterLabel(new QLabel(this))
    , m_scopeLabel(new QLabel(this))
    , m_scopes(new QButtonGroup(this))
    , m_chips(new QWidget(this))
{
    createRow();
    connectRow();
    retranslate();
}

void FilterBar::createRow()
{
    auto *row = new FlowLayout(8, 6);
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    }
    row->addWidget(pairWidget(m_domainLabel, m_domain));
    row->addWidget(pairWidget(m_periodLabel, m_period));
    auto *dates = new QWidget(this);
    auto *dateRow = new QHBoxLayout(dates);
    dateRow->setContentsMargins({});
    dateRow->addWidget(m_from);
    dateRow->addWidget(m_between);
    dateRow->addWidget(m_to);
    row->addWidget(dates);
    row->addWidget(pairWidget(m_reporterLabel, m_reporter));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(m_search->fontMetrics().averageCharWidth() * 34);
    row->addWidget(m_search);
    m_domainLabel->setBuddy(m_domain);
    m_periodLabel->setBuddy(m_period);
    m_reporterLabel->setBuddy(m_reporter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(6);
    layout->addLayout(row);
    auto *below = new QHBoxLayout;
    below->setSpacing(12);
    below->addWidget(createScopes(), 0, Qt::AlignTop | Qt::AlignLeft);
    below->addWidget(m_chips, 1);
    layout->addLayout(below);
    new FlowLayout(6, 4, m_chips);
    m_typing->setSingleShot(true);
    m_typing->setInterval(250);
}

QWidget *FilterBar::createScopes()
{
    auto *segments = new QWidget(this);
    auto *row = new QHBoxLayout(segments);
    row->setContentsMargins({});
    row->setSpacing(0);
    using Side = SegmentButton::Side;
    for (int i = 0; i < scopeCount; ++i) {
        const Side side = i == 0 ? Side::Start : i + 1 == scopeCount ? Side::End : Side::Middle;
        auto *button = new SegmentButton(side, segments);
        m_scopes->addButton(button, i);
        row->addWidget(button);
    }
    m_scopeLabel->setBuddy(m_scopes->button(0));
    return pairWidget(m_scopeLabel, segments);
}

void FilterBar::connectRow()
{
    // The arrow keys choose, too, without a click.
    connect(m_scopes, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        Filter filter = m_filter;
        filter.scope = Scope(id);
        if (on)
            request(filter);
    });
    connect(m_domain, &QComboBox::activated, this, [this](int index) {
        Filter filter = m_filter;
        filter.domains = index <= 0 ? QStringList() : QStringList(m_domain->itemData(index).toString());
        request(filter);
    });
    connect(m_reporter, &QComboBox::activated, this, [this](int index) {
        Filter filter = m_filter;
        filter.reporters = index <= 0 ? QStringList() : QStringList(m_reporter->itemData(index).toString());
        request(filter);
    });
    connect(m_period, &QComboBox::activated, this, &FilterBar::choosePeriod);
    connect(m_from, &QDateEdit::dateChanged, this, &FilterBar::applyDates);
    connect(m_to, &QDateEdit::dateChanged, this, &FilterBar::applyDates);
    connect(m_search, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, [this] {
        Filter filter = m_filter;
        filter.text = m_search->text().trimmed();
        request(filter);
    });
}

void FilterBar::setFilter(const Filter &filter, const FilterChoices &choices, const Format &format)
{
    m_filter = filter;
    m_choices = choices;
    m_format = format;
    fillDomains();
    fillPeriods();
    fillReporters();
    m_scopes->button(int(filter.scope))->setChecked(true);
    if (!m_typing->isActive() && m_search->text().trimmed() != filter.text)
        m_search->setText(filter.text);
    rebuildChips();
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::fillDomains()
{
    const QSignalBlocker blocker(m_domain);
    m_domain->clear();
    m_domain->addItem(tr("All domains"));
    for (const QString &domain : m_choices.domains)
        m_domain->addItem(domain.isEmpty() ? tr("(none given)") : domain, domain);
    choose(m_domain, m_filter.domains);
}

void FilterBar::fillReporters()
{
    const QSignalBlocker blocker(m_reporter);
    m_reporter->clear();
    m_reporter->addItem(tr("All reporters"));
    for (const QString &reporter : m_choices.reporters)
        m_reporter->addItem(reporter.isEmpty() ? tr("(none given)") : reporter, reporter);
    choose(m_reporter, m_filter.reporters);
}

void FilterBar::fillPeriods()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_period), QSignalBlocker(m_from), QSignalBlocker(m_to)};
    m_period->clear();
    m_period->addItem(tr("Whole period"), AllTime);
    for (int days : presets)
        m_period->addItem(tr("Last %n day(s)", nullptr, days), days);
    m_period->addItem(tr("From – to …"), Custom);
    int current = 0;
    if (m_filter.period) {
        current = m_period->findData(Custom);
        for (int i = 1; !m_customPeriod && m_choices.covered && i <= int(std::size(presets)); ++i) {
            if (lastDays(*m_choices.covered, m_period->itemData(i).toInt()) == *m_filter.period)
                current = i;
        }
    } else if (m_customPeriod) {
        current = m_period->findData(Custom);
    }
    m_period->setCurrentIndex(current);
    const bool custom = m_period->currentData().toInt() == Custom;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_from, m_between, m_to})
        widget->setVisible(custom);
    m_from->parentWidget()->setVisible(custom);
    const std::optional<DateSpan> shown = m_filter.period ? m_filter.period : m_choices.covered;
    if (shown) {
        m_from->setDate(dateOf(shown->begin));
        m_to->setDate(dateOf(std::max(shown->begin, shown->end - 1)));
        m_period->setToolTip(m_format.period(*shown));
    }
}

void FilterBar::choosePeriod(int index)
{
    const int days = m_period->itemData(index).toInt();
    m_customPeriod = days == Custom;
    Filter filter = m_filter;
    if (days == AllTime)
        filter.period.reset();
    else if (days > 0 && m_choices.covered)
        filter.period = lastDays(*m_choices.covered, days);
    if (filter == m_filter)
        fillPeriods(); // "from – to" starts with what is shown
    else
        request(filter);
}

void FilterBar::applyDates()
{
    const QDate from = std::min(m_from->date(), m_to->date());
    const QDate to = std::max(m_from->date(), m_to->date());
    Filter filter = m_filter;
    filter.period = DateSpan{secondsOf(from), secondsOf(to) + secondsPerDay};
    request(filter);
}

void FilterBar::request(Filter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterRequested(filter);
}

void FilterBar::rebuildChips()
{
    while (QLayoutItem *item = m_chips->layout()->takeAt(0)) {
        // The chip may be the sender of the very signal that led here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const QList<Chip> chips = chipsOf(m_filter, m_format);
    for (const Chip &chip : chips)
        addChip(chip.text, chip.whole, chip.without);
    m_chips->setVisible(!chips.isEmpty());
}

void FilterBar::addChip(const QString &text, const QString &whole, const Filter &without)
{
    auto *chip = new QToolButton(m_chips);
    chip->setText(text + QStringLiteral("  ×"));
    chip->setToolTip(plainTip(tr("Remove: %1").arg(whole)));
    chip->setAccessibleName(tr("Remove: %1").arg(whole));
    chip->setObjectName(QStringLiteral("chip"));
    chip->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(chip, &QToolButton::clicked, this, [this, without] { request(without); });
    m_chips->layout()->addWidget(chip);
    chip->show();
}

void FilterBar::retranslateScopes()
{
    struct Text {
        QString name;
        QString help;
    };
    const QString how = tr("Which senders are yours is said with Tools > Own Senders, or on the "
                           "Senders page: choose a sender, then “This is ours”.");
    const Text texts[scopeCount] = {{tr("All", "scope: senders of every kind"), tr("Every sender.")},
        {tr("My senders", "scope"), tr("Senders that you registered as yours, internal and third party.")},
        {tr("Internal", "scope: the owner's own servers"), tr("Your own servers, as registered.")},
        {tr("Third party", "scope: services that send for the owner"),
            tr("Services that send in your name on your behalf, as registered.")},
        {tr("Unauthorised", "scope: senders that are not registered"),
            tr("Senders that nobody registered: forwards, mailing lists and forgeries, and services of "
               "yours that are missing in the registry.")}};
    m_scopeLabel->setText(tr("&Scope"));
    for (int i = 0; i < scopeCount; ++i) {
        m_scopes->button(i)->setText(texts[i].name);
        m_scopes->button(i)->setToolTip(tr("%1 %2", "two sentences").arg(texts[i].help, how));
        m_scopes->button(i)->setAccessibleName(tr("Scope: %1").arg(texts[i].name));
        m_scopes->button(i)->updateGeometry();
    }
}

void FilterBar::retranslate()
{
    retranslateScopes();
    m_domainLabel->setText(tr("&Domain"));
    m_periodLabel->setText(tr("&Period"));
    m_reporterLabel->setText(tr("&Reporter"));
    m_between->setText(tr("to", "between two dates"));
    m_search->setPlaceholderText(tr("Find address, domain, report ID …"));
    m_domain->setAccessibleName(tr("Domain"));
    m_period->setAccessibleName(tr("Period"));
    m_reporter->setAccessibleName(tr("Reporter"));
    setFilter(m_filter, m_choices, m_format);
}

} // namespace sekisho
