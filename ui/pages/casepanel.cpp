// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/casepanel.h"

#include "dataset/failures.h"
#include "pages/evidencelines.h"
#include "paint/fonts.h"
#include "tables/raworder.h"
#include "tables/recordtable.h"
#include "tables/sendertable.h"
#include "tables/visibletext.h"
#include "widgets/casebadge.h"
#include "widgets/casebutton.h"
#include "widgets/celldelegate.h"
#include "widgets/columnfit.h"
#include "widgets/flowlayout.h"
#include "widgets/infostrip.h"
#include "widgets/pathview.h"
#include "widgets/tabletools.h"
#include "widgets/tableview.h"
#include "widgets/whendone.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
/// From this width on, what speaks against stands beside what speaks for it.
constexpr int twoColumns = 620;
constexpr int mostEvidence = 8;

void fitButton(QPushButton *button)
{
    constexpr int arrow = 20;
    const int more = button->menu() ? arrow : 0;
    button->setMinimumWidth(button->fontMetrics().horizontalAdvance(button->text()) + 32 + more);
    button->setMinimumHeight(button->fontMetrics().height() + 12);
}

/// Columns of the records that are shown at first; the header's menu offers the others.
bool isShownFirst(const QString &key)
{
    return QStringList{u"reporter"_s, u"period"_s, u"source_ip"_s, u"count"_s, u"dkim"_s, u"spf"_s,
        u"disposition"_s}
        .contains(key);
}

QBoxLayout *addColumns(QVBoxLayout *layout, PanelSection &left, PanelSection &right)
{
    auto *columns = new QBoxLayout(QBoxLayout::TopToBottom);
    columns->setSpacing(0);
    for (PanelSection *section : {&left, &right}) {
        auto *holder = new QWidget(layout->parentWidget());
        auto *column = new QVBoxLayout(holder);
        column->setContentsMargins({});
        *section = addPanelSection(column);
        column->addStretch(1);
        columns->addWidget(holder, 1);
    }
    layout->addLayout(columns);
    return columns;
}

} // namespace

CasePanel::CasePanel(QWidget *parent)
    : Card(parent)
    , m_badge(new CaseBadge(this))
    , m_title(panelText(this))
    , m_sentence(panelText(this))
    , m_note(panelText(this))
    , m_replay(new InfoStrip(this))
    , m_own(new QPushButton(this))
    , m_pin(new QPushButton(this))
    , m_only(new QPushButton(this))
    , m_samples(new QPushButton(this))
    , m_path(new PathView(this))
    , m_scroll(new QScrollArea(this))
    , m_records(new RecordTable(this))
    , m_order(new RawOrder(this))
    , m_recordsView(new TableView(this))
    , m_fit(new ColumnFit(m_recordsView, 180))
{
    auto *content = new QWidget(this);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(margin, 0, margin, margin);
    inner->setSpacing(0);
    inner->addWidget(createHead());
    createSections(inner);
    inner->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, margin, 1, 8);
    layout->addWidget(m_scroll);
    connectParts();
    retranslate();
    clear();
}

CasePanel::~CasePanel()
{
    stopLookingUp();
}

QWidget *CasePanel::createHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    auto *title = new QHBoxLayout;
    title->setSpacing(12);
    m_title->setFont(sized(fixedFace(font()), pixelSize(font()) * 9 / 7, true));
    title->addWidget(m_badge);
    title->addWidget(m_title, 1);
    m_sentence->setFont(sized(font(), pixelSize(font()) * 15 / 14));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *actions = new QWidget(head);
    auto *flow = new FlowLayout(8, 8, actions);
    flow->setContentsMargins({});
    for (QPushButton *button : {m_own, m_pin, m_only, m_samples})
        flow->addWidget(button);
    m_own->setMenu(new QMenu(m_own));
    m_pin->setMenu(new QMenu(m_pin));
    layout->addLayout(title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_note);
    layout->addWidget(m_replay);
    layout->addWidget(actions);
    return head;
}

void CasePanel::createSections(QVBoxLayout *layout)
{
    m_way = addPanelSection(layout);
    m_way.lines->addWidget(m_path);
    m_consequences = addColumns(layout, m_advice, m_others);
    m_evidence = addColumns(layout, m_for, m_against);
    m_recordsPart = addPanelSection(layout);
    m_recordsPart.lines->addWidget(createRecords());
}

QWidget *CasePanel::createRecords()
{
    m_order->setSourceModel(m_records);
    m_recordsView->setModel(m_order);
    m_tools = new TableTools(m_recordsView, u"records"_s);
    m_recordsView->setItemDelegate(new CellDelegate(m_recordsView));
    m_recordsView->setRootIsDecorated(false);
    m_recordsView->setAlternatingRowColors(true);
    m_recordsView->setSortingEnabled(true);
    m_recordsView->setAllColumnsShowFocus(true);
    m_recordsView->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_recordsView->setMinimumHeight(190);
    m_recordsView->header()->setStretchLastSection(true);
    QStringList keys;
    for (int i = 0; i < m_records->columnCount(); ++i) {
        const QString key = m_records->headerData(i, Qt::Horizontal, ColumnKeyRole).toString();
        keys.append(key);
        m_recordsView->setColumnHidden(i, !isShownFirst(key));
        if (key == "count"_L1)
            m_recordsView->sortByColumn(i, Qt::DescendingOrder);
    }
    int place = 0;
    for (const QString &key :
        {u"source_ip"_s, u"count"_s, u"dkim"_s, u"spf"_s, u"disposition"_s, u"period"_s}) {
        QHeaderView *header = m_recordsView->header();
        header->moveSection(header->visualIndex(int(keys.indexOf(key))), place++);
    }
    return m_recordsView;
}

void CasePanel::connectParts()
{
    connect(m_only, &QPushButton::clicked, this, [this] {
        Filter filter = m_view.filter;
        if (filter.senders == QStringList{m_question.sender})
            filter.senders.clear();
        else
            narrowToSender(filter, m_question.sender, false);
        Q_EMIT filterRequested(filter);
    });
    connect(m_samples, &QPushButton::clicked, this, &CasePanel::openSamples);
    connect(m_tools, &TableTools::filterRequested, this, &CasePanel::filterRequested);
    connect(m_recordsView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &CasePanel::explainRecord);
    connect(m_recordsView, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        const Row row = m_records->recordAt(m_order->mapToSource(index));
        Filter filter = m_view.filter;
        filter.reportKeys = {reportKey(*m_view.dataset, m_view.dataset->records.report[row])};
        Q_EMIT filterRequested(filter);
        Q_EMIT pageRequested(PageId::Reports);
    });
}

void CasePanel::setQuestion(const View &view, const CaseQuestion &question, const QString &label)
{
    const bool same = view.judgement == m_view.judgement && view.results == m_view.results &&
        question == m_question && (m_detail || m_stop || m_wanted);
    m_view = view;
    m_question = question;
    m_label = label;
    m_tools->setFilter(view.filter);
    m_scroll->show();
    if (same) {
        if (m_detail)
            showDetail();
        return;
    }
    stopLookingUp();
    m_wanted = true;
    if (isVisible())
        lookUp();
}

void CasePanel::clear()
{
    stopLookingUp();
    m_wanted = false;
    m_detail.reset();
    m_question = {};
    m_scroll->hide();
}

void CasePanel::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    if (m_wanted)
        lookUp();
}

void CasePanel::stopLookingUp()
{
    if (m_stop)
        m_stop->request();
    m_stop.reset();
}

void CasePanel::lookUp()
{
    m_wanted = false;
    const auto stop = m_stop = std::make_shared<Stop>();
    const auto look = [view = m_view, question = m_question, stop] {
        return caseDetailOf(view, question, *stop);
    };
    whenDone(QtConcurrent::run(look), this, [this, stop](const auto &answer) {
        if (stop != m_stop)
            return;
        m_stop.reset();
        if (!answer || !*answer)
            return;
        m_detail = std::make_shared<CaseDetail>(**answer);
        showDetail();
    });
}

void CasePanel::showDetail()
{
    const Verdict &verdict = m_detail->verdict;
    m_badge->setCase(verdict.mailCase);
    m_title->setText(visibleText(m_question.row ? m_detail->path.address : m_label));
    m_sentence->setText(verdictText(verdict, m_question.row ? m_detail->path.address : m_label,
        m_detail->path.from, m_view.format));
    const QString note = verdict.pin ? verdict.pin->note : QString();
    m_note->setText(note.isEmpty() ? QString() : tr("Your note: %1").arg(visibleText(note)));
    m_note->setVisible(!note.isEmpty());
    m_replay->setVisible(verdict.replay);
    m_path->setPath(pathData(verdict.mailCase, m_detail->path));
    fillMenus();
    showEvidence();
    showOthers();
    showAdvice();
    showRecords();
    const bool alone = m_view.filter.senders == QStringList{m_question.sender};
    m_only->setText(alone ? tr("All senders again") : tr("Only this sender"));
    fitButton(m_only);
    countSamples();
    arrange();
}

/// Failure reports are rare; the button is there only where it leads to some.
void CasePanel::countSamples()
{
    size_t count = 0;
    if (m_question.row) {
        count = failuresOf(*m_view.dataset, *m_question.row).size();
    } else {
        const auto &failures = m_view.dataset->failures;
        count = size_t(std::count_if(failures.begin(), failures.end(), [this](const FailureInfo &failure) {
            return failure.counted && failure.address &&
                isOneOf(*m_view.dataset, *m_view.senders, *failure.address, {m_question.sender});
        }));
    }
    m_samples->setVisible(count > 0);
    m_samples->setText(m_question.row ? tr("%n sample(s)", "failure reports of a record", int(count))
                                      : tr("%n sample(s)", "failure reports of a sender", int(count)));
    m_samples->setToolTip(m_question.row ? tr("Goes to the failure reports about mail of this record: the same address and From domain, at that time.")
                                         : tr("Goes to the failure reports about mail of this sender."));
    fitButton(m_samples);
}

void CasePanel::openSamples()
{
    Filter filter;
    if (m_question.row) {
        filter = failuresFilter(*m_view.dataset, *m_question.row, m_view.filter.basis);
    } else {
        filter.basis = m_view.filter.basis;
        filter.senders = {m_question.sender};
    }
    Q_EMIT filterRequested(filter);
    Q_EMIT pageRequested(PageId::Failures);
}

void CasePanel::showEvidence()
{
    // Of an undetermined record: of the case that would be said next.
    const Verdict &verdict = m_detail->verdict;
    size_t best = 0;
    for (size_t i = 1; i < mailCaseCount; ++i)
        best = verdict.probabilities[i] > verdict.probabilities[best] ? i : best;
    const MailCase about =
        verdict.mailCase == MailCase::Undetermined ? MailCase(best) : verdict.mailCase;
    const QString name = caseName(about);
    m_for.heading->setText(tr("What speaks for “%1”", "%1 is the name of a case").arg(name));
    m_against.heading->setText(tr("What speaks against it"));
    for (const bool forIt : {true, false}) {
        PanelSection &section = forIt ? m_for : m_against;
        clearLines(section.lines);
        const int found =
            addEvidence(section.lines, verdict.evidence, about, forIt, mostEvidence, m_view.format);
        if (found == 0)
            section.lines->addWidget(
                panelText(section.body, tr("Nothing.", "no evidence for, or against")));
        else if (found > mostEvidence)
            section.lines->addWidget(
                panelText(section.body, tr("and %n more", nullptr, found - mostEvidence)));
    }
}

void CasePanel::showOthers()
{
    const Verdict &verdict = m_detail->verdict;
    m_others.heading->setText(
        verdict.pin ? tr("What the reports say without your word") : tr("What it could be"));
    clearLines(m_others.lines);
    std::vector<size_t> order(mailCaseCount);
    for (size_t i = 0; i < mailCaseCount; ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&verdict](size_t a, size_t b) {
        return verdict.probabilities[a] > verdict.probabilities[b];
    });
    constexpr size_t most = 3;
    for (size_t i = 0; i < most; ++i) {
        const double chance = verdict.probabilities[order[i]];
        auto *line = new CaseButton(MailCase(order[i]), false, m_others.body);
        line->setTexts({caseName(MailCase(order[i])), {},
                           m_view.format.percent(qint64(chance * 1e9), qint64(1e9)), {}},
            chance);
        m_others.lines->addWidget(line);
    }
}

void CasePanel::showAdvice()
{
    m_advice.heading->setText(tr("What to do next"));
    clearLines(m_advice.lines);
    const QString name = m_label;
    for (const Advice advice : adviceFor(m_detail->verdict, m_detail->advice))
        m_advice.lines->addWidget(panelText(m_advice.body, u"• "_s + adviceText(advice, name)));
}

void CasePanel::showRecords()
{
    m_recordsPart.heading->setText(tr("Its records (%1)", "%1 is a number")
                                       .arg(m_view.format.number(qint64(m_detail->rows.size()))));
    const bool same = m_records->rows().size() == m_detail->rows.size() &&
        !m_detail->rows.empty() && m_records->indexOf(m_detail->row).isValid() &&
        m_records->rows().front().dataset == m_view.dataset.get();
    if (!same) {
        m_records->setRecords(
            m_view.dataset, m_view.senders, m_detail->rows, m_view.filter.basis, m_view.format);
        m_fit->fit();
    }
    m_order->whenOrdered([this] {
        if (!m_detail)
            return;
        const QScopedValueRollback filling(m_filling, true);
        const QModelIndex index = m_order->mapFromSource(m_records->indexOf(m_detail->row));
        m_recordsView->setCurrentIndex(index);
        m_recordsView->scrollTo(index);
    });
}

void CasePanel::explainRecord(const QModelIndex &index)
{
    if (m_filling || !index.isValid())
        return;
    CaseQuestion question = m_question;
    question.row = m_records->recordAt(m_order->mapToSource(index));
    setQuestion(m_view, question, m_label);
}

void CasePanel::fillMenus()
{
    QMenu *own = m_own->menu();
    own->clear();
    own->addAction(
        tr("Internal: a server of ours"), this, [this] { requestOwn(SenderClass::Internal); });
    own->addAction(tr("Third party: a service that sends for us"), this,
        [this] { requestOwn(SenderClass::ThirdParty); });
    own->addSeparator();
    QAction *none = own->addAction(
        tr("None of ours"), this, [this] { Q_EMIT ownSenderRemoved(*m_detail->entry); });
    none->setEnabled(m_detail->entry.has_value());
    QMenu *pin = m_pin->menu();
    pin->clear();
    for (size_t i = 0; i < mailCaseCount; ++i) {
        QAction *action =
            pin->addAction(caseName(MailCase(i)), this, [this, i] { requestPin(MailCase(i)); });
        action->setCheckable(true);
        action->setChecked(m_detail->verdict.pin && m_detail->verdict.pin->mailCase == MailCase(i));
    }
    pin->addSeparator();
    QAction *note = pin->addAction(tr("Note…"), this, &CasePanel::askForNote);
    note->setEnabled(m_detail->verdict.pin.has_value());
    QAction *remove = pin->addAction(
        tr("Remove the pin"), this, [this] { Q_EMIT pinRemoved(*m_detail->verdict.pin); });
    remove->setEnabled(m_detail->verdict.pin.has_value());
}

void CasePanel::requestOwn(SenderClass senderClass)
{
    OwnSenders::Entry entry;
    entry.network = IpNetwork::parse(m_question.sender);
    if (!entry.network)
        entry.hostDomain = m_question.sender;
    entry.senderClass = senderClass;
    entry.domain = m_detail->domain;
    Q_EMIT ownSenderRequested(entry);
}

void CasePanel::requestPin(MailCase mailCase)
{
    const std::optional<Pin> &before = m_detail->verdict.pin;
    const bool same = before && before->sender == m_question.sender;
    Q_EMIT pinRequested(
        {m_question.sender, m_detail->domain, mailCase, same ? before->note : QString()});
}

/// Why the pin is there, in the user's words.
void CasePanel::askForNote()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Note on the Pin"));
    dialog->setLabelText(tr("Why is it so?"));
    dialog->setTextValue(m_detail->verdict.pin->note);
    dialog->setOkButtonText(tr("OK"));
    dialog->setCancelButtonText(tr("Cancel"));
    constexpr qsizetype longest = 500;
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, pin = *m_detail->verdict.pin](const QString &text) mutable {
            pin.note = text.simplified().left(longest);
            Q_EMIT pinRequested(pin);
        });
    dialog->resize(440, 120);
    dialog->open();
}

void CasePanel::arrange()
{
    const bool wide = width() >= twoColumns;
    for (QBoxLayout *columns : {m_evidence, m_consequences}) {
        columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        columns->setSpacing(wide ? 2 * margin : 0);
    }
}

void CasePanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
    // Text that wraps must get the width there is, whatever its words would like.
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    m_scroll->widget()->setMaximumWidth(std::max(1, width() - bar - 2));
}

QVariantMap CasePanel::state() const
{
    return {{u"records"_s, m_tools->state()}};
}

void CasePanel::setState(const QVariantMap &state)
{
    if (m_tools->setState(state.value(u"records"_s).toMap()))
        m_fit->keep();
}

void CasePanel::retranslate()
{
    m_own->setText(tr("This Is Ours"));
    m_own->setToolTip(tr("Registers the whole sender as yours."));
    m_pin->setText(tr("Pin As"));
    m_pin->setToolTip(tr("Your word on this sender wins over what the reports say."));
    for (QPushButton *button : {m_own, m_pin})
        fitButton(button);
    m_way.heading->setText(tr("The way of its mail"));
    m_replay->setTexts(tr("Looks like a DKIM replay: one signed message came from many unrelated "
                          "addresses at once. It is not "
                          "counted as a forward."),
        {});
    m_recordsView->setAccessibleName(tr("Records of the sender"));
    m_records->retranslate();
    if (m_detail)
        showDetail();
}

} // namespace sekisho
