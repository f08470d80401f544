// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ownsendersdialog.h"

#include "sources/files.h"
#include "tables/notetext.h"
#include "tables/ownsendertable.h"
#include "tables/sendertext.h"
#include "tables/visibletext.h"
#include "widgets/celldelegate.h"
#include "widgets/filesaver.h"
#include "widgets/whendone.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QTreeView>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// As the tables' cells, with lists to choose from for kind and class.
class SenderDelegate final : public CellDelegate {
public:
    using CellDelegate::CellDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        if (index.column() != OwnSenderTable::Kind && index.column() != OwnSenderTable::Class)
            return CellDelegate::createEditor(parent, option, index);
        auto *combo = new QComboBox(parent);
        if (index.column() == OwnSenderTable::Kind) {
            for (int i = 0; i < OwnSenderTable::kinds; ++i)
                combo->addItem(OwnSenderTable::kindText(OwnSenderTable::SenderKind(i)), i);
        } else {
            for (const SenderClass each : {SenderClass::Internal, SenderClass::ThirdParty})
                combo->addItem(classText(each), int(each));
        }
        return combo;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *combo = qobject_cast<QComboBox *>(editor))
            combo->setCurrentIndex(combo->findData(index.data(Qt::EditRole)));
        else
            CellDelegate::setEditorData(editor, index);
    }
    void setModelData(
        QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const auto *combo = qobject_cast<QComboBox *>(editor))
            model->setData(index, combo->currentData(), Qt::EditRole);
        else
            CellDelegate::setModelData(editor, model, index);
    }
};

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

Result<QByteArray> registryIn(const QString &path)
{
    Limits limits;
    limits.fileBytes = qint64(16) << 20;
    return readFile(fileAt(path), limits);
}

} // namespace

QString evidenceText(const Suggestion &suggestion, const Format &format)
{
    const QString share = format.percent(suggestion.aligned, suggestion.messages);
    const QString messages = format.number(suggestion.messages);
    QString ground;
    switch (suggestion.ground) {
    case Suggestion::Ground::AlignedSpf:
        //: %1 is a percentage, %2 a number of messages
        ground = OwnSendersDialog::tr(
            "SPF passes for your domain: your SPF record names it (%1 of %2 messages).");
        break;
    case Suggestion::Ground::OwnKey:
        ground = OwnSendersDialog::tr(
            "Signs with a DKIM key of your domain that is at home there (%1 of %2 messages).");
        break;
    case Suggestion::Ground::OwnTenant:
        ground = OwnSendersDialog::tr(
            "Bears the signature of your own account at a provider (%1 of %2 messages).");
        break;
    }
    const QString days = OwnSendersDialog::tr("on %n day(s)", "seen", suggestion.days);
    const QString reporters =
        OwnSendersDialog::tr("by %n reporter(s)", "seen", suggestion.reporters);
    //: %1 is a sentence; %2 "on 12 days"; %3 "by 4 reporters"
    return OwnSendersDialog::tr("%1 Seen %2 %3.").arg(ground.arg(share, messages), days, reporters);
}

OwnSendersDialog::OwnSendersDialog(const OwnSenders &senders, const Format &format,
    const QStringList &domains, GetResolver resolver, QWidget *parent)
    : QDialog(parent)
    , m_format(format)
    , m_domains(domains)
    , m_resolver(std::move(resolver))
    , m_explanation(wrapped(this))
    , m_table(new OwnSenderTable(this))
    , m_view(new QTreeView(this))
    , m_problem(wrapped(this))
    , m_message(wrapped(this))
    , m_found(wrapped(this))
    , m_suggestions(new QTreeWidget(this))
    , m_take(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    m_table->setSenders(senders);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(createTable());
    splitter->addWidget(createSuggestions());
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_explanation);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_message);
    layout->addWidget(m_buttons);
    createButtons();
    m_message->hide();
    retranslate();
    resize(940, 680);
}

void OwnSendersDialog::retranslate()
{
    setWindowTitle(tr("Own Senders"));
    m_explanation->setText(tr(
        "Say here who sends mail for your domains. Internal are your own servers; third party are "
        "services that send in your name, such as newsletters. Everybody else counts as "
        "unauthorised: forwards, mailing lists and forgeries. Reports are judged better the more "
        "complete this list is; nothing is sent anywhere."));
    const QStringList tools{
        tr("&Add"), tr("&Remove"), tr("From &SPF…"), tr("&Import…"), tr("&Export…")};
    for (size_t i = 0; i < m_tools.size(); ++i)
        m_tools[i]->setText(tools[qsizetype(i)]);
    m_tools[2]->setToolTip(tr("Take senders out of your SPF record, pasted or looked up."));
    m_view->setAccessibleName(tr("Own senders"));
    m_suggestions->setAccessibleName(tr("Suggestions"));
    m_suggestions->setHeaderLabels(
        {tr("Sender"), tr("Class"), tr("Sends as"), tr("What speaks for it")});
    m_take->setText(tr("Add the &ticked ones"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_table->retranslate();
    m_message->hide(); // what it said is over
    showSuggestions();
}

void OwnSendersDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QWidget *OwnSendersDialog::createTable()
{
    m_view->setObjectName(u"ownSenders"_s);
    m_view->setModel(m_table);
    m_view->setItemDelegate(new SenderDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
        QAbstractItemView::AnyKeyPressed);
    m_view->setTabKeyNavigation(true);
    constexpr int widths[] = {150, 260, 130, 150};
    for (int i = 0; i < int(std::size(widths)); ++i)
        m_view->setColumnWidth(i, widths[i]);
    auto *part = new QWidget(this);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins({});
    row->addWidget(m_view, 1);
    row->addWidget(createTools());
    return part;
}

QWidget *OwnSendersDialog::createTools()
{
    auto *tools = new QWidget(this);
    auto *column = new QVBoxLayout(tools);
    column->setContentsMargins({});
    constexpr std::array run{&OwnSendersDialog::addRow, &OwnSendersDialog::removeRows,
        &OwnSendersDialog::openSpf, &OwnSendersDialog::importFile, &OwnSendersDialog::exportFile};
    for (size_t i = 0; i < m_tools.size(); ++i) {
        m_tools[i] = new QPushButton(tools);
        m_tools[i]->setAutoDefault(false); // Enter ends the editing of a cell
        connect(m_tools[i], &QPushButton::clicked, this, run[i]);
        if (i == 2)
            column->addSpacing(8);
        column->addWidget(m_tools[i]);
    }
    column->addStretch();
    return tools;
}

QWidget *OwnSendersDialog::createSuggestions()
{
    m_suggestions->setColumnCount(4);
    m_suggestions->setRootIsDecorated(false);
    m_suggestions->setUniformRowHeights(true);
    m_suggestions->setAlternatingRowColors(true);
    m_take->setAutoDefault(false);
    connect(m_take, &QPushButton::clicked, this, &OwnSendersDialog::takeSuggested);
    connect(m_suggestions, &QTreeWidget::itemChanged, this, &OwnSendersDialog::check);
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->addWidget(m_found);
    column->addWidget(m_suggestions, 1);
    column->addWidget(m_take, 0, Qt::AlignLeft);
    return part;
}

void OwnSendersDialog::createButtons()
{
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT sendersChosen(senders());
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &QAbstractItemModel::dataChanged, this, &OwnSendersDialog::check);
    connect(m_table, &QAbstractItemModel::rowsInserted, this, &OwnSendersDialog::check);
    connect(m_table, &QAbstractItemModel::rowsRemoved, this, &OwnSendersDialog::check);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &OwnSendersDialog::check);
}

OwnSenders OwnSendersDialog::senders() const
{
    return m_table->senders();
}

void OwnSendersDialog::setSuggestions(const std::vector<Suggestion> &suggestions)
{
    m_proposed = suggestions;
    showSuggestions();
}

/// What is ticked stays ticked while the texts change.
void OwnSendersDialog::showSuggestions()
{
    const std::vector<Suggestion> proposed = m_proposed.value_or(std::vector<Suggestion>());
    QSet<QString> ticked;
    for (int i = 0; i < m_suggestions->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_suggestions->topLevelItem(i);
        if (item->checkState(0) == Qt::Checked)
            ticked.insert(item->data(0, Qt::UserRole).toString());
    }
    m_suggestions->clear();
    for (const Suggestion &suggestion : proposed) {
        const OwnSenders::Entry &entry = suggestion.entry;
        const QString key = visibleText(senderKey(entry));
        auto *item = new QTreeWidgetItem(m_suggestions,
            {suggestion.serviceName.isEmpty() ? key
                                              : tr("%1 (%2)", "sender (name of the service)")
                                                    .arg(key, suggestion.serviceName),
                classText(entry.senderClass), entry.domain, evidenceText(suggestion, m_format)});
        const QString known = senderKey(entry) + u'\t' + entry.domain;
        item->setData(0, Qt::UserRole, known);
        item->setCheckState(0, ticked.contains(known) ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(3, item->text(3));
    }
    m_suggestions->setVisible(!proposed.empty());
    m_take->setVisible(!proposed.empty());
    if (!m_proposed)
        m_found->setText(tr("Looking for senders that may be yours…"));
    else if (proposed.empty())
        m_found->setText(tr("No sender looks like one of yours that is missing here."));
    else
        m_found->setText(
            tr("%n sender(s) look like yours and are missing here. Tick those that are.", nullptr,
                int(proposed.size())));
    for (int column = 0; column < 3; ++column)
        m_suggestions->resizeColumnToContents(column);
    check();
}

void OwnSendersDialog::takeSuggested()
{
    std::vector<OwnSenders::Entry> entries;
    std::vector<Suggestion> left;
    for (int i = 0; i < m_suggestions->topLevelItemCount(); ++i) {
        const Suggestion &suggestion = (*m_proposed)[size_t(i)];
        if (m_suggestions->topLevelItem(i)->checkState(0) == Qt::Checked)
            entries.push_back(suggestion.entry);
        else
            left.push_back(suggestion);
    }
    m_table->add(entries);
    setSuggestions(left);
}

void OwnSendersDialog::addRow()
{
    const QModelIndex index = m_table->addEmpty();
    m_view->setCurrentIndex(index);
    m_view->edit(index);
}

void OwnSendersDialog::removeRows()
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (const int row : std::as_const(rows))
        m_table->removeRow(row);
}

void OwnSendersDialog::takeImported(const QByteArray &tsv)
{
    Notes notes;
    const int added = m_table->add(readOwnSenders(tsv, notes).entries);
    QStringList sentences{tr("%n sender(s) added.", nullptr, added)};
    if (!notes.isEmpty()) {
        const Note &first = notes.list().first();
        sentences.append(tr("%n line(s) were not understood, the first of them line %1: %2",
            nullptr, int(notes.list().size()))
                             .arg(first.place.line)
                             .arg(visibleText(first.detail)));
    }
    say(sentences.join(u'\n'));
}

void OwnSendersDialog::openSpf()
{
    auto *dialog = new SpfDialog(m_domains, m_format, m_resolver, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SpfDialog::entriesChosen, this,
        [this](const std::vector<OwnSenders::Entry> &entries) {
            say(tr("%n sender(s) added.", nullptr, m_table->add(entries)));
        });
    dialog->open();
}

void OwnSendersDialog::importFile()
{
    auto *dialog = new QFileDialog(
        this, tr("Import Own Senders"), {}, tr("Own senders (*.tsv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        whenDone(QtConcurrent::run(registryIn, path), this, [this, path](const auto &bytes) {
            if (bytes && bytes->ok())
                takeImported(bytes->value());
            else
                say(tr("%1 could not be read. %2")
                        .arg(path, bytes ? noteText(bytes->problem()) : QString()));
        });
    });
    dialog->open();
}

void OwnSendersDialog::exportFile()
{
    auto *dialog = new QFileDialog(this, tr("Export Own Senders"), {}, tr("Own senders (*.tsv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"tsv"_s);
    dialog->selectFile(u"own-senders.tsv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        whenDone(
            saveFile(path, writeOwnSenders(senders())), this, [this, path](const auto &problem) {
                if (problem && problem->isEmpty())
                    say(tr("Saved as %1.").arg(path));
                else
                    say(tr("%1 could not be written: %2").arg(path, problem.value_or(QString())));
            });
    });
    dialog->open();
}

void OwnSendersDialog::say(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

/// Says what is wrong, and what can be done now.
void OwnSendersDialog::check()
{
    const int bad = m_table->firstProblem();
    m_problem->setText(bad < 0
            ? QString()
            : tr("Row %1: %2").arg(m_format.number(bad + 1), m_table->problemOf(bad)));
    m_problem->setVisible(bad >= 0);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(bad < 0);
    m_tools[1]->setEnabled(m_view->selectionModel()->hasSelection());
    bool ticked = false;
    for (int i = 0; i < m_suggestions->topLevelItemCount(); ++i)
        ticked = ticked || m_suggestions->topLevelItem(i)->checkState(0) == Qt::Checked;
    m_take->setEnabled(ticked);
}

} // namespace sekisho
