// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/spfdialog.h"

#include "paint/theme.h"
#include "tables/sendertext.h"
#include "tables/spftext.h"
#include "tables/visibletext.h"
#include "widgets/plaintip.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

enum Column { Network, Class, Term, Remark };
constexpr int columns = Remark + 1;

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// Where a term stands, from the record on: "include:a.example → ip4:192.0.2.0/24".
QString wayOf(const QString &term, const QStringList &path)
{
    QStringList steps = path;
    steps.append(term);
    for (QString &step : steps)
        step = shortVisibleText(step, 60);
    return steps.join(u" → "_s);
}

/// A network whose every customer would count as the owner is not ticked by itself.
SenderClass classOf(const SpfNetwork &network)
{
    return network.sharedBy.isEmpty() ? SenderClass::Internal : SenderClass::ThirdParty;
}

} // namespace

SpfDialog::SpfDialog(
    const QStringList &domains, const Format &format, GetResolver resolver, QWidget *parent)
    : QDialog(parent)
    , m_format(format)
    , m_resolver(std::move(resolver))
    , m_explanation(wrapped(this))
    , m_domainLabel(new QLabel(this))
    , m_domain(new QComboBox(this))
    , m_lookUp(new QPushButton(this))
    , m_textLabel(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_expand(new QPushButton(this))
    , m_privacy(wrapped(this))
    , m_words(wrapped(this))
    , m_networks(new QTreeWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    m_domain->setEditable(true);
    m_domain->addItems(domains);
    m_domain->lineEdit()->setMaxLength(253);
    createLayout();
    connectParts();
    retranslate();
    readText();
    resize(860, 640);
}

SpfDialog::~SpfDialog()
{
    m_domain->disconnect(this); // it settles its text when it loses the focus in the end
}

void SpfDialog::createLayout()
{
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFixedHeight(m_text->fontMetrics().height() * 4 + 12);
    m_text->setTabChangesFocus(true);
    m_domainLabel->setBuddy(m_domain);
    m_textLabel->setBuddy(m_text);
    m_networks->setColumnCount(columns);
    m_networks->setRootIsDecorated(false);
    m_networks->setUniformRowHeights(true);
    m_networks->setAlternatingRowColors(true);
    for (QPushButton *button : {m_lookUp, m_expand})
        button->setAutoDefault(false);
    auto *fields = new QGridLayout;
    fields->addWidget(m_domainLabel, 0, 0);
    fields->addWidget(m_domain, 0, 1);
    fields->addWidget(m_lookUp, 0, 2);
    fields->addWidget(m_textLabel, 1, 0, Qt::AlignTop);
    fields->addWidget(m_text, 1, 1);
    fields->addWidget(m_expand, 1, 2, Qt::AlignTop);
    fields->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_explanation);
    layout->addLayout(fields);
    layout->addWidget(m_privacy);
    layout->addWidget(m_networks, 1);
    layout->addWidget(m_words);
    layout->addWidget(m_buttons);
}

void SpfDialog::connectParts()
{
    connect(m_text, &QPlainTextEdit::textChanged, this, &SpfDialog::readText);
    connect(m_domain, &QComboBox::currentTextChanged, this, &SpfDialog::check);
    connect(m_lookUp, &QPushButton::clicked, this, &SpfDialog::lookUp);
    connect(m_expand, &QPushButton::clicked, this, &SpfDialog::expand);
    connect(m_networks, &QTreeWidget::itemChanged, this, &SpfDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT entriesChosen(entries());
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SpfDialog::retranslate()
{
    setWindowTitle(tr("Own Senders from an SPF Record"));
    m_explanation->setText(
        tr("Your SPF record names the networks that may send for your domain. Paste it here, or "
           "let it be looked up. Tick the networks that are yours; whose they are can be changed "
           "in the list of own senders."));
    m_domainLabel->setText(tr("&Domain:"));
    m_textLabel->setText(tr("&SPF record:"));
    m_text->setPlaceholderText(u"v=spf1 ip4:192.0.2.0/24 include:_spf.example.net -all"_s);
    m_lookUp->setText(tr("&Look Up the Record"));
    m_expand->setText(tr("&Follow Includes"));
    m_privacy->setText(
        tr("“Look Up the Record” and “Follow Includes” ask the DNS server that this computer is "
           "set up with for the names that stand there. Nothing else leaves this computer."));
    m_networks->setHeaderLabels(
        {tr("Network"), tr("Class"), tr("Where it stands"), tr("Remark")});
    m_networks->setAccessibleName(tr("Networks of the record"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Add the &Ticked Ones"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    showExpansion();
}

QString SpfDialog::domain() const
{
    return normalizedDomain(m_domain->currentText());
}

void SpfDialog::setRecord(const QString &text)
{
    m_text->setPlainText(text);
}

/// What the record says by itself; asks for nothing.
void SpfDialog::readText()
{
    m_expander.reset();
    const QString text = m_text->toPlainText();
    m_record = text.trimmed().isEmpty() ? SpfRecord() : parseSpf(text);
    m_expansion = SpfExpander::withoutLookups(m_record);
    m_asked = false;
    m_lookedUp = false;
    showExpansion();
}

void SpfDialog::begin()
{
    m_expander = std::make_unique<SpfExpander>(m_resolver());
    connect(m_expander.get(), &SpfExpander::finished, this, &SpfDialog::take);
}

void SpfDialog::expand()
{
    begin();
    m_lookedUp = false;
    m_expander->start(m_record, domain());
    showWords();
    check();
}

void SpfDialog::lookUp()
{
    begin();
    m_lookedUp = true;
    m_expander->start(domain());
    showWords();
    check();
}

void SpfDialog::take(const SpfExpansion &expansion)
{
    m_expansion = expansion;
    m_record = m_expander->record();
    m_asked = true;
    m_expander.release()->deleteLater(); // it is telling of its end just now
    if (m_lookedUp) {
        const QSignalBlocker blocker(m_text);
        m_text->setPlainText(m_record.text);
    }
    showExpansion();
}

void SpfDialog::showExpansion()
{
    const QSignalBlocker blocker(m_networks);
    m_networks->clear();
    for (const SpfNetwork &network : std::as_const(m_expansion.networks)) {
        auto *item = new QTreeWidgetItem(m_networks);
        item->setText(Network, network.network.text());
        item->setText(Class, classText(classOf(network)));
        item->setText(Term, wayOf(network.term, network.path));
        if (!network.sharedBy.isEmpty()) {
            item->setText(
                Remark, tr("Shared with all customers of %1").arg(visibleText(network.sharedBy)));
        }
        item->setCheckState(
            Network, network.sharedBy.isEmpty() ? Qt::Checked : Qt::Unchecked);
        for (int column = 0; column < columns; ++column)
            item->setToolTip(column, plainTip(item->text(column)));
    }
    for (const SpfOmission &omission : std::as_const(m_expansion.omissions)) {
        if (m_record.text.isEmpty())
            break; // there is no record: said below
        auto *item = new QTreeWidgetItem(m_networks);
        item->setText(Network, u"–"_s);
        item->setText(Term, wayOf(omission.term, omission.path));
        item->setText(Remark, spfOmissionText(omission.reason));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        for (int column = 0; column < columns; ++column) {
            item->setForeground(column, palette().placeholderText());
            item->setToolTip(column, plainTip(item->text(column)));
        }
    }
    constexpr int widest[] = {260, 120, 320};
    for (int column = 0; column < Remark; ++column) {
        m_networks->resizeColumnToContents(column);
        m_networks->setColumnWidth(
            column, std::min(m_networks->columnWidth(column), widest[column]));
    }
    showWords();
    check();
}

/// How far it is, how many lookups it takes, and what is wrong with the record.
void SpfDialog::showWords()
{
    const SpfLimits limits;
    QStringList sentences;
    if (m_expander) {
        sentences.append(tr("Asking the name server…"));
    } else if (m_asked && m_lookedUp && m_record.text.isEmpty()) {
        const auto &omissions = m_expansion.omissions;
        sentences.append(tr("%1 has no SPF record that can be used. %2")
                             .arg(visibleText(domain()), omissions.isEmpty()
                                     ? QString()
                                     : spfOmissionText(omissions.first().reason)));
    } else if (!m_record.text.isEmpty()) {
        sentences.append(tr("%n network(s).", nullptr, int(m_expansion.networks.size())));
        const QString lookups = tr("Receivers need %1 lookups for this record, of at most %2.")
                                    .arg(m_format.number(m_expansion.lookups),
                                        m_format.number(limits.lookups));
        if (m_asked)
            sentences.append(lookups);
        else if (!m_expansion.isComplete())
            sentences.append(tr("Includes and host names have not been followed yet."));
    }
    QStringList lines{sentences.join(u' ')};
    for (const SpfProblem &problem : std::as_const(m_record.problems)) {
        if (severity(problem.code) != Severity::Info)
            lines.append(spfProblemText(problem));
    }
    constexpr qsizetype mostLines = 5;
    m_words->setText(lines.first(std::min(lines.size(), mostLines)).join(u'\n').trimmed());
}

void SpfDialog::check()
{
    const bool named = !domain().isEmpty();
    m_lookUp->setEnabled(named && !m_expander);
    m_expand->setEnabled(named && !m_expander && !m_record.terms.isEmpty() && !m_asked &&
        !m_expansion.isComplete());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_expander && !entries().empty());
}

std::vector<OwnSenders::Entry> SpfDialog::entries() const
{
    std::vector<OwnSenders::Entry> result;
    for (int i = 0; i < int(m_expansion.networks.size()); ++i) {
        if (m_networks->topLevelItem(i)->checkState(Network) != Qt::Checked)
            continue;
        const SpfNetwork &network = m_expansion.networks[i];
        OwnSenders::Entry entry;
        entry.network = network.network;
        entry.senderClass = classOf(network);
        entry.domain = domain();
        entry.note = u"SPF: "_s + wayOf(network.term, network.path);
        result.push_back(std::move(entry));
    }
    return result;
}

void SpfDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace sekisho
