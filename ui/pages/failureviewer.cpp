// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/failureviewer.h"

#include "pages/failuretext.h"
#include "pages/panelparts.h"
#include "paint/fonts.h"
#include "tables/casetext.h"
#include "tables/failuretable.h"
#include "tables/sampletables.h"
#include "tables/visibletext.h"
#include "widgets/casebadge.h"
#include "widgets/celldelegate.h"
#include "widgets/columnfit.h"
#include "widgets/filesaver.h"
#include "widgets/infostrip.h"
#include "widgets/linkbutton.h"
#include "widgets/segmentbutton.h"
#include "widgets/tabletools.h"
#include "widgets/whendone.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;

/// Text from a stranger: no wrapping of markup, no links, no undo of what nobody typed.
QPlainTextEdit *inertText(QWidget *parent, bool fixed)
{
    auto *text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setUndoRedoEnabled(false);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (fixed)
        text->setFont(fixedFace(parent->font()));
    return text;
}

/// A switch of two or more, its buttons in a row.
QWidget *segments(QWidget *parent, QButtonGroup *group, int count)
{
    auto *bar = new QWidget(parent);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(0);
    for (int i = 0; i < count; ++i) {
        const auto side = i == 0 ? SegmentButton::Side::Start : i == count - 1 ? SegmentButton::Side::End : SegmentButton::Side::Middle;
        auto *button = new SegmentButton(side, bar);
        button->setCheckable(true);
        button->setChecked(i == 0);
        group->addButton(button, i);
        row->addWidget(button);
    }
    row->addStretch(1);
    return bar;
}

} // namespace

FailureViewer::FailureViewer(QWidget *parent)
    : Card(parent)
    , m_message(new QLabel(this))
    , m_content(new QWidget(this))
    , m_warning(new InfoStrip(this))
    , m_reporter(panelText(this))
    , m_address(new LinkButton(this))
    , m_records(new LinkButton(this))
    , m_time(panelText(this))
    , m_to(panelText(this))
    , m_from(panelText(this))
    , m_subject(panelText(this))
    , m_computed(panelText(this))
    , m_claimed(panelText(this))
    , m_case(panelText(this))
    , m_badge(new CaseBadge(this))
    , m_outcome(panelText(this))
    , m_tabs(new QButtonGroup(this))
    , m_pages(new QStackedWidget(this))
    , m_bodyMode(new QButtonGroup(this))
    , m_headerMode(new QButtonGroup(this))
    , m_hops(new HopTable(this))
    , m_auth(new AuthTable(this))
    , m_links(new IndicatorTable(this))
    , m_files(new AttachmentTable(this))
{
    m_warning->setWarning(true);
    auto *inner = new QVBoxLayout(m_content);
    inner->setContentsMargins({});
    inner->setSpacing(8);
    inner->addWidget(createHead());
    inner->addWidget(m_warning);
    inner->addWidget(createTabs(), 1);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, margin, 1, 8);
    layout->addWidget(m_content);
    layout->addWidget(m_message);
    connect(m_warning, &InfoStrip::triggered, this, &FailureViewer::saveSample);
    connect(m_address, &QAbstractButton::clicked, this, &FailureViewer::senderRequested);
    connect(m_records, &QAbstractButton::clicked, this, &FailureViewer::recordsRequested);
    connect(m_tabs, &QButtonGroup::idClicked, this, &FailureViewer::showTab);
    connect(m_bodyMode, &QButtonGroup::idClicked, this, &FailureViewer::fillText);
    connect(m_headerMode, &QButtonGroup::idClicked, this, &FailureViewer::fillText);
    retranslate();
    setMessage({});
}

QWidget *FailureViewer::createHead()
{
    auto *head = new QWidget(m_content);
    auto *grid = new QGridLayout(head);
    grid->setContentsMargins(margin + 3, 0, margin + 3, 0);
    grid->setHorizontalSpacing(margin);
    grid->setVerticalSpacing(4);
    const auto add = [&](QWidget *value, int row, int column, int span = 1) {
        auto *name = new QLabel(head);
        name->setTextFormat(Qt::PlainText);
        name->setForegroundRole(QPalette::PlaceholderText);
        name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(name, row, column);
        grid->addWidget(value, row, column + 1, 1, span);
        m_names.append(name);
    };
    m_subject->setFont(sized(font(), pixelSize(font()) + 2, true));
    // Whom and what on the left, where it was seen on the right, as on an envelope.
    add(m_subject, 0, 0, 3);
    add(m_from, 1, 0);
    add(m_to, 2, 0);
    add(m_reporter, 1, 2);
    add(m_address, 2, 2);
    add(m_time, 3, 2);
    add(m_computed, 3, 0);
    add(m_claimed, 4, 0, 3);
    auto *verdict = new QWidget(head);
    auto *line = new QHBoxLayout(verdict);
    line->setContentsMargins({});
    line->addWidget(m_badge);
    line->addWidget(m_case, 1);
    line->addWidget(m_records);
    add(verdict, 5, 0, 3);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(3, 2);
    return head;
}

QWidget *FailureViewer::createTabs()
{
    auto *holder = new QWidget(m_content);
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(margin, 0, margin, 0);
    layout->setSpacing(8);
    // What a tab can be switched to stands in the row of the tabs: the text needs the room.
    auto *row = new QHBoxLayout;
    row->addWidget(segments(holder, m_tabs, tabCount), 1);
    m_modeBars = {segments(holder, m_bodyMode, 2), segments(holder, m_headerMode, 2)};
    for (QWidget *bar : m_modeBars)
        row->addWidget(bar);
    layout->addLayout(row);
    const auto addText = [&](QPlainTextEdit *&text, bool fixed) {
        text = inertText(m_pages, fixed);
        m_pages->addWidget(text);
    };
    addText(m_body, false);
    addText(m_headers, true);
    addTable(m_hops, u"way"_s, 200);
    addTable(m_auth, u"checks"_s, 320);
    addTable(m_links, u"links"_s, 420);
    addTable(m_files, u"files"_s, 320);
    m_pages->setMinimumHeight(48); // in a small window a few lines are to do
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_outcome);
    m_outcome->hide();
    showTab(0);
    return holder;
}

QTreeView *FailureViewer::addTable(QAbstractItemModel *model, const QString &name, int most)
{
    auto *view = new QTreeView(m_pages);
    view->setModel(model);
    view->setItemDelegate(new CellDelegate(view));
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAlternatingRowColors(true);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setFrameShape(QFrame::NoFrame);
    view->header()->setStretchLastSection(true);
    new TableTools(view, name);
    auto *fit = new ColumnFit(view, most);
    connect(model, &QAbstractItemModel::modelReset, fit, &ColumnFit::fit);
    m_pages->addWidget(view);
    return view;
}

void FailureViewer::showTab(int tab)
{
    m_pages->setCurrentIndex(tab);
    for (int i = 0; i < int(m_modeBars.size()); ++i)
        m_modeBars[size_t(i)]->setVisible(i == tab);
}

void FailureViewer::setOptions(const Options &options)
{
    m_options = options;
    if (m_filled)
        fill();
}

void FailureViewer::setMessage(const QString &text)
{
    m_filled = false;
    m_inspection = {};
    m_message->setText(text);
    m_message->show();
    m_content->hide();
}

void FailureViewer::setInspection(const Inspection &inspection, const Context &context)
{
    m_inspection = inspection;
    m_context = context;
    m_filled = true;
    fill();
    m_message->hide();
    m_content->show();
}

void FailureViewer::fill()
{
    const FailureReport &report = m_inspection.report;
    const Mask mask = m_options.masked ? maskOf(m_inspection) : Mask();
    fillHead();
    fillText();
    m_hops->setRows(m_inspection.hops, m_options.format);
    m_auth->setRows(m_inspection.results, m_options.format);
    Dataset one;
    FailureInfo info;
    info.report = std::make_shared<const FailureReport>(report);
    one.failures.push_back(std::move(info));
    m_links->setIndicators(indicatorsOf(one, {0}, m_options.ownDomains, m_options.list), mask, m_options.format);
    m_files->setRows(m_inspection.sample.attachments, m_options.format);
    const auto count = [this](Tab tab, const QString &title, size_t number) {
        m_tabs->button(tab)->setText(number == 0 ? title : u"%1 %2"_s.arg(title, m_options.format.number(qint64(number))));
    };
    count(Way, tr("Path"), m_inspection.hops.size());
    count(Checks, tr("Checks"), m_inspection.results.size());
    count(Links, tr("Indicators"), size_t(m_links->rowCount()));
    count(Files, tr("Attachments"), m_inspection.sample.attachments.size());
    m_warning->setVisible(!m_inspection.bytes.isEmpty());
}

void FailureViewer::fillHead()
{
    constexpr qsizetype most = 400;
    const FailureReport &report = m_inspection.report;
    const Mask mask = m_options.masked ? maskOf(m_inspection) : Mask();
    const QString subject = shortVisibleText(mask.text(report.subject), most);
    m_subject->setText(subject.isEmpty() ? tr("No subject") : subject);
    m_from->setText(shortVisibleText(mask.text(addressText(report.from)), most));
    m_to->setText(recipientsText(mask));
    m_reporter->setText(shortVisibleText(report.reporter, most));
    m_address->setText(report.sourceIp ? report.sourceIp->text() : QString());
    m_time->setText(m_options.format.dateTime(report.arrival));
    m_computed->setText(alignmentWords(report.alignment));
    m_claimed->setText(claimText(report));
    fillCase();
    m_names[7]->setVisible(m_inspection.reported);
    m_claimed->setVisible(m_inspection.reported);
    m_address->setEnabled(m_inspection.reported);
}

void FailureViewer::fillCase()
{
    const bool known = m_context.verdict.has_value();
    m_badge->setCase(known ? m_context.verdict->mailCase : m_inspection.looksLike);
    m_case->setText(known ? tr("by the aggregate reports about this address") : hintText(m_inspection.hint));
    m_case->setToolTip(known ? tr("This mail alone: %1").arg(hintText(m_inspection.hint)) : QString());
    m_records->setVisible(m_context.records > 0);
    m_records->setText(tr("%n record(s)", "aggregate records that a sample belongs to", m_context.records));
    m_records->setToolTip(tr("Goes to the aggregate records that count this mail: the same address and From domain, at that time."));
}

/// To whom; where the reporter hides that, its tokens still say whom it hides again.
QString FailureViewer::recipientsText(const Mask &mask) const
{
    constexpr qsizetype most = 400;
    const FailureReport &report = m_inspection.report;
    const QString shown = shortVisibleText(mask.recipients(report.to), most);
    if (m_context.toSameHidden > 0)
        return tr("%1 (hidden by the reporter; the same recipient as of %n other sample(s))", nullptr, m_context.toSameHidden).arg(shown);
    const bool hidden = std::any_of(report.to.begin(), report.to.end(), [](const MailAddress &address) { return address.redacted; });
    return hidden ? tr("%1 (hidden by the reporter)").arg(shown) : shown;
}

void FailureViewer::fillText()
{
    const Mask mask = m_options.masked ? maskOf(m_inspection) : Mask();
    m_headers->setPlainText(headerText(m_inspection.sample, m_headerMode->checkedId() == 0, mask));
    const bool hasHtml = !m_inspection.sample.html.isEmpty();
    m_bodyMode->button(1)->setEnabled(hasHtml && m_options.bodies);
    QString text;
    if (!m_options.bodies)
        text = tr("Bodies are not kept. The headers and the indicators are.");
    else if (m_inspection.sample.headersOnly || m_inspection.bytes.isEmpty())
        text = tr("The report brings no body, only what you see here.");
    else if (m_bodyMode->checkedId() == 1 && hasHtml)
        text = shownText(mask.text(m_inspection.sample.html));
    else
        text = bodyText(m_inspection.sample, mask);
    if (m_options.bodies && m_inspection.sample.cut)
        text += u"\n\n"_s + tr("[Cut: the mail is longer than what is shown.]");
    m_body->setPlainText(text);
    m_body->verticalScrollBar()->setValue(0);
}

QByteArray FailureViewer::sampleToSave() const
{
    if (m_options.bodies)
        return m_inspection.bytes;
    const QByteArray &bytes = m_inspection.bytes;
    const qsizetype crlf = bytes.indexOf("\r\n\r\n");
    const qsizetype end = crlf >= 0 ? crlf + 2 : bytes.indexOf("\n\n") + 1;
    return end > 0 ? bytes.first(end) : bytes;
}

void FailureViewer::saveSample()
{
    QMessageBox question(QMessageBox::Warning, tr("Save the sample"),
        tr("A failed mail may contain malware or malicious URLs."), QMessageBox::NoButton, this);
    question.setTextFormat(Qt::PlainText);
    question.setInformativeText(tr("Save it only where nobody opens it by mistake, and open it only in a controlled environment. Recipients are not hidden in the file."));
    QPushButton *save = question.addButton(tr("Save…"), QMessageBox::AcceptRole);
    question.addButton(QMessageBox::Cancel);
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() != save)
        return;
    // The name says nothing that the mail says.
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the sample"), u"sample.eml"_s, tr("Mails (*.eml)"));
    if (path.isEmpty())
        return;
    whenDone(saveFile(path, sampleToSave()), this, [this, path](const std::optional<QString> &failed) {
        m_outcome->setText(failed && failed->isEmpty() ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path))
                                                       : tr("Not saved: %1").arg(failed.value_or(QString())));
        m_outcome->show();
    });
}

void FailureViewer::retranslate()
{
    const QStringList names{tr("Subject"), tr("From"), tr("To"), tr("Reporter"), tr("IP address"), tr("Time"),
        tr("Recomputed"), tr("Reporter says"), tr("Looks like")};
    for (int i = 0; i < m_names.size(); ++i)
        m_names[i]->setText(names.at(i));
    m_warning->setTexts(tr("A failed mail may contain malware or malicious URLs. Save it only in a controlled environment."),
        tr("Save as .eml…"));
    m_address->setToolTip(tr("Show the records of this address"));
    m_address->setAccessibleName(tr("IP address"));
    const QStringList tabs{tr("Message"), tr("Headers"), tr("Path"), tr("Checks"), tr("Indicators"), tr("Attachments")};
    for (int i = 0; i < tabs.size(); ++i)
        m_tabs->button(i)->setText(tabs.at(i));
    m_bodyMode->button(0)->setText(tr("Text"));
    m_bodyMode->button(1)->setText(tr("HTML source"));
    m_headerMode->button(0)->setText(tr("Decoded"));
    m_headerMode->button(1)->setText(tr("Raw"));
    m_body->setAccessibleName(tr("Message"));
    m_headers->setAccessibleName(tr("Headers"));
    m_hops->retranslate();
    m_auth->retranslate();
    m_links->retranslate();
    m_files->retranslate();
    if (m_filled)
        fill();
}

} // namespace sekisho
