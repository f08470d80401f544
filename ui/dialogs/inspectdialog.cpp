// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/inspectdialog.h"

#include "pages/failureviewer.h"
#include "reading/outlook.h"
#include "sources/files.h"
#include "tables/notetext.h"
#include "widgets/whendone.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QtConcurrentRun>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// A failure report gives its sample; any other mail itself.
Inspection inspectionOf(const QByteArray &bytes)
{
    Result<Inspection> reported = inspectFailure(bytes, 0, Limits());
    return reported ? std::move(reported).value() : inspectMail(bytes, Limits());
}

} // namespace

InspectDialog::InspectDialog(QWidget *parent)
    : QDialog(parent)
    , m_viewer(new FailureViewer(this))
    , m_open(new QPushButton(this))
    , m_paste(new QPushButton(this))
    , m_recipients(new QPushButton(this))
    , m_note(new QLabel(this))
{
    m_recipients->setCheckable(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *bar = new QHBoxLayout;
    for (QPushButton *button : {m_open, m_paste, m_recipients})
        bar->addWidget(button);
    bar->addWidget(m_note, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(m_viewer, 1);
    connect(m_open, &QPushButton::clicked, this, &InspectDialog::chooseFile);
    connect(m_paste, &QPushButton::clicked, this, &InspectDialog::paste);
    connect(m_recipients, &QPushButton::toggled, this, &InspectDialog::updateOptions);
    resize(940, 680);
    retranslate();
}

void InspectDialog::setContext(const QStringList &ownDomains, const Format &format)
{
    m_ownDomains = ownDomains;
    m_format = format;
    updateOptions();
}

void InspectDialog::updateOptions()
{
    m_viewer->setOptions({!m_recipients->isChecked(), true, {}, m_ownDomains, m_format});
}

void InspectDialog::inspect(const QByteArray &bytes)
{
    const int request = ++m_request;
    if (const OutlookForm form = outlookForm(bytes); form != OutlookForm::None) {
        m_viewer->setMessage(noteText({noteFor(form), {}, 1, {}}));
        return;
    }
    whenDone(QtConcurrent::run([bytes] { return inspectionOf(bytes); }), this, [this, request](const std::optional<Inspection> &done) {
        if (request == m_request && done)
            m_viewer->setInspection(*done, {});
    });
}

void InspectDialog::openFile(const QString &path)
{
    const int request = ++m_request;
    whenDone(QtConcurrent::run([path] { return readFile(fileAt(path), Limits()); }), this, [this, request](const auto &done) {
        if (request != m_request || !done)
            return;
        if (done->ok())
            inspect(done->value());
        else
            m_viewer->setMessage(noteText(done->problem()));
    });
}

void InspectDialog::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a mail"), {}, tr("Mails (*.eml *.txt);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void InspectDialog::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.contains(u':'))
        inspect(text.toUtf8());
    else
        m_viewer->setMessage(tr("The clipboard holds no header."));
}

void InspectDialog::retranslate()
{
    setWindowTitle(tr("Inspect a Mail"));
    m_open->setText(tr("Open a Mail…"));
    m_paste->setText(tr("Paste a Header"));
    m_recipients->setText(tr("Show recipients"));
    m_note->setText(tr("Nothing is looked up, and nothing leaves this computer."));
    m_viewer->retranslate();
    if (m_request == 0)
        m_viewer->setMessage(tr("Open a mail, or copy the header of one and paste it: its way, what checks said, and what that means."));
}

void InspectDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace sekisho
