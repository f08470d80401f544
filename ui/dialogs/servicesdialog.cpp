// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/servicesdialog.h"

#include "tables/visibletext.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Kind, Hosts, Domains, Whose };
constexpr int columns = Whose + 1;

const QString example =
    u"{\"services\": [\n"
    "  {\"name\": \"Example Mailer\", \"kind\": \"esp\",\n"
    "   \"hosts\": [\"out.mailer.example\"], \"domains\": [\"mailer.example\"]}\n"
    "]}"_s;

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

QString serviceKindText(ServiceKind kind)
{
    switch (kind) {
    case ServiceKind::None: return {};
    case ServiceKind::MailProvider: return ServicesDialog::tr("Mail provider");
    case ServiceKind::Esp: return ServicesDialog::tr("Sends for others");
    case ServiceKind::Forwarder: return ServicesDialog::tr("Forwarder");
    case ServiceKind::Gateway: return ServicesDialog::tr("Mail filter");
    case ServiceKind::ListHost: return ServicesDialog::tr("Mailing lists");
    case ServiceKind::Hosting: return ServicesDialog::tr("Web hosting");
    }
    return {};
}

ServicesDialog::ServicesDialog(const ServiceList &list, QWidget *parent)
    : QDialog(parent)
    , m_list(list)
    , m_explanation(wrapped(this))
    , m_pathLabel(new QLabel(this))
    , m_path(new QLineEdit(this))
    , m_reload(new QPushButton(this))
    , m_exampleLabel(new QLabel(this))
    , m_example(new QPlainTextEdit(this))
    , m_problems(wrapped(this))
    , m_tree(new QTreeWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    createLayout();
    connect(m_reload, &QPushButton::clicked, this, &ServicesDialog::reloadRequested);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    resize(860, 640);
}

void ServicesDialog::createLayout()
{
    m_path->setReadOnly(true);
    m_pathLabel->setBuddy(m_path);
    m_example->setReadOnly(true);
    m_example->setPlainText(example);
    m_example->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_example->setFixedHeight(QFontMetrics(m_example->font()).height() * 4 + 16);
    m_example->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_exampleLabel->setBuddy(m_example);
    m_reload->setAutoDefault(false);
    m_tree->setColumnCount(columns);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    auto *fields = new QGridLayout;
    fields->addWidget(m_pathLabel, 0, 0);
    fields->addWidget(m_path, 0, 1);
    fields->addWidget(m_reload, 0, 2);
    fields->addWidget(m_exampleLabel, 1, 0, Qt::AlignTop);
    fields->addWidget(m_example, 1, 1, 1, 2);
    fields->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_explanation);
    layout->addLayout(fields);
    layout->addWidget(m_problems);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_buttons);
}

void ServicesDialog::setList(const ServiceList &list)
{
    m_list = list;
    showList();
}

void ServicesDialog::retranslate()
{
    setWindowTitle(tr("Known Services"));
    m_explanation->setText(
        tr("Forwarders, mail providers and services that send for others are known by their host "
           "names and by the domains they sign and bounce with. Services of your own go into the "
           "file named here; they win over those that are built in. A name stands for itself and "
           "all names below it."));
    m_pathLabel->setText(tr("Your &file:"));
    m_reload->setText(tr("&Read Again"));
    m_exampleLabel->setText(tr("&Example:"));
    m_example->setToolTip(
        tr("“kind” is provider, esp, forwarder, gateway, list or hosting. Below “tenants” each "
           "customer has a name of its own, as in x.onmicrosoft.com."));
    m_tree->setHeaderLabels({tr("Service"), tr("Kind"), tr("Host names"), tr("DKIM and SPF domains"),
        tr("Comes from")});
    m_tree->setAccessibleName(tr("Known services"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    showList();
}

void ServicesDialog::showList()
{
    m_path->setText(QDir::toNativeSeparators(m_list.path));
    m_path->setCursorPosition(0);
    m_problems->setText(m_list.problems.join(u'\n'));
    m_problems->setVisible(!m_list.problems.isEmpty());
    m_tree->clear();
    const std::vector<Service> &services = m_list.services->services();
    for (size_t i = 0; i < services.size(); ++i) {
        const Service &service = services[i];
        auto *item = new QTreeWidgetItem(m_tree,
            {visibleText(service.name), serviceKindText(service.kind),
                service.hosts.join(u", "_s), (service.domains + service.tenants).join(u", "_s),
                i < m_list.own ? tr("your file") : tr("built in")});
        for (int column = 0; column < columns; ++column)
            item->setToolTip(column, item->text(column));
    }
    constexpr int widest[] = {180, 130, 220, 220};
    for (int column = 0; column < Whose; ++column) {
        m_tree->resizeColumnToContents(column);
        m_tree->setColumnWidth(column, std::min(m_tree->columnWidth(column), widest[column]));
    }
}

void ServicesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace sekisho
