// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/itemdetail.h"

#include "pages/explanationview.h"
#include "pages/itemtext.h"
#include "paint/fonts.h"
#include "tables/itemtable.h"
#include "tables/notetext.h"
#include "tables/reporttable.h"
#include "widgets/bytesview.h"
#include "widgets/card.h"
#include "widgets/filesaver.h"
#include "widgets/flowlayout.h"
#include "widgets/segmentbutton.h"
#include "widgets/whendone.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QUrl>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;

} // namespace

ItemDetail::ItemDetail(LoadOriginal loadOriginal, QWidget *parent)
    : QWidget(parent)
    , m_loadOriginal(std::move(loadOriginal))
    , m_reasons(new ExplanationView(this))
    , m_bytes(new BytesView(this))
    , m_bytesTitle(new QLabel(this))
    , m_size(new QLabel(this))
    , m_message(new QLabel(this))
    , m_outcome(new QLabel(this))
    , m_mode(new QButtonGroup(this))
    , m_copy(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_folder(new QPushButton(this))
    , m_other(new QPushButton(this))
    , m_report(new QPushButton(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    m_splitter->addWidget(createReasons());
    m_splitter->addWidget(createBytes());
    m_splitter->setHandleWidth(margin);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({400, 400});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
    connectParts();
    retranslate();
    clear();
}

QWidget *ItemDetail::createReasons()
{
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 4, 1, margin);
    layout->setSpacing(8);
    layout->addWidget(m_reasons, 1);
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setContentsMargins(margin + 3, 0, margin, 0);
    m_outcome->hide();
    layout->addWidget(m_outcome);
    layout->addLayout(createButtons());
    return card;
}

QLayout *ItemDetail::createButtons()
{
    auto *bar = new QWidget(this);
    auto *buttons = new FlowLayout(8, 8, bar);
    buttons->setContentsMargins({});
    for (QPushButton *button : {m_other, m_report, m_copy, m_save, m_folder})
        buttons->addWidget(button);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(margin + 3, 0, margin, 0);
    row->addWidget(bar);
    return row;
}

QWidget *ItemDetail::createBytes()
{
    auto *card = new Card(this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(margin + 3, 8, margin, 8);
    head->setSpacing(margin);
    m_bytesTitle->setFont(sized(font(), pixelSize(font()), true));
    m_size->setForegroundRole(QPalette::PlaceholderText);
    head->addWidget(m_bytesTitle);
    head->addWidget(m_size, 1);
    auto *segments = new QHBoxLayout;
    segments->setSpacing(0);
    for (const BytesView::Mode mode : {BytesView::Mode::Text, BytesView::Mode::Hex}) {
        const auto side =
            mode == BytesView::Mode::Text ? SegmentButton::Side::Start : SegmentButton::Side::End;
        auto *button = new SegmentButton(side, card);
        button->setCheckable(true);
        m_mode->addButton(button, int(mode));
        segments->addWidget(button);
    }
    head->addLayout(segments);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(margin * 2);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_bytesStack = new QStackedLayout;
    m_bytesStack->addWidget(m_bytes);
    m_bytesStack->addWidget(m_message);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 8);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(m_bytesStack, 1);
    return card;
}

void ItemDetail::connectParts()
{
    connect(m_mode, &QButtonGroup::idClicked, this,
        [this](int mode) { m_bytes->setMode(BytesView::Mode(mode)); });
    connect(m_reasons, &ExplanationView::sentenceChosen, this, &ItemDetail::goToNote);
    connect(m_copy, &QPushButton::clicked, this, &ItemDetail::copyReport);
    connect(m_save, &QPushButton::clicked, this, &ItemDetail::saveBytes);
    connect(m_folder, &QPushButton::clicked, this, &ItemDetail::openFolder);
    connect(m_other, &QPushButton::clicked, this, [this] {
        if (const qint64 other = otherReport(); other >= 0)
            Q_EMIT itemRequested(m_dataset->reports[size_t(other)].item);
    });
    connect(m_report, &QPushButton::clicked, this, [this] {
        if (item() && item()->report >= 0)
            Q_EMIT reportRequested(quint32(item()->report));
    });
}

const LogItem *ItemDetail::item() const
{
    return m_item < 0 ? nullptr : &m_dataset->items[size_t(m_item)];
}

void ItemDetail::setItem(DatasetPtr dataset, quint32 wanted, const Format &format)
{
    const bool same = item() && item()->origin == dataset->items[wanted].origin && m_item == wanted;
    m_dataset = std::move(dataset);
    m_item = wanted;
    m_format = format;
    m_reasons->setExplanation(explainItem(*item(), format));
    if (!same) {
        m_outcome->hide();
        load();
    }
    updateButtons();
}

void ItemDetail::clear()
{
    ++m_request;
    m_item = -1;
    m_dataset = std::make_shared<Dataset>();
    m_lines.reset();
    m_problem.reset();
    m_outcome->hide();
    m_reasons->setExplanation({});
    showMessage(tr("Select an item of the log to see why it ended as it did."));
    updateButtons();
}

void ItemDetail::load()
{
    const int request = ++m_request;
    m_lines.reset();
    m_problem.reset();
    showMessage(tr("Reading the original…"));
    using Loaded = std::pair<std::optional<Note>, std::shared_ptr<const ByteLines>>;
    const auto load = [](const Result<QByteArray> &bytes) -> Loaded {
        if (!bytes)
            return {bytes.problem(), nullptr};
        return {std::nullopt, std::make_shared<ByteLines>(ByteLines::of(bytes.value()))};
    };
    const auto show = [this, request](const std::optional<Loaded> &done) {
        if (request != m_request)
            return;
        if (!done) {
            showMessage(tr("The original was not read."));
            return;
        }
        m_problem = done->first;
        showBytes(done->second);
    };
    whenMade(m_loadOriginal(item()->origin), this, load, show);
}

qint64 ItemDetail::spot() const
{
    const Note *leading = leadingNote(*item());
    if (leading && leading->place.offset >= 0)
        return leading->place.offset;
    const QList<Note> &notes = item()->notes;
    const auto found = std::find_if(
        notes.cbegin(), notes.cend(), [](const Note &note) { return note.place.offset >= 0; });
    return found == notes.cend() ? -1 : found->place.offset;
}

void ItemDetail::showBytes(std::shared_ptr<const ByteLines> lines)
{
    m_lines = std::move(lines);
    updateButtons();
    if (!m_lines) {
        showMessage(tr("The bytes cannot be shown. %1").arg(noteText(*m_problem)));
        return;
    }
    if (m_lines->bytes.isEmpty()) {
        showMessage(tr("There are no bytes: it is empty."));
        return;
    }
    m_bytes->setBytes(m_lines, spot());
    m_mode->button(int(m_bytes->mode()))->setChecked(true);
    m_size->setText(
        tr("%Ln byte(s)", nullptr, int(std::min<qint64>(m_lines->bytes.size(), INT_MAX))));
    m_bytesStack->setCurrentWidget(m_bytes);
}

void ItemDetail::showMessage(const QString &text)
{
    m_size->clear();
    m_message->setText(text);
    m_bytesStack->setCurrentWidget(m_message);
}

qint64 ItemDetail::otherReport() const
{
    if (!item() || item()->report < 0)
        return -1;
    const std::vector<quint32> others = namesakes(*m_dataset, quint32(item()->report));
    if (others.empty())
        return -1;
    const auto counted = std::find_if(others.cbegin(), others.cend(),
        [this](quint32 other) { return m_dataset->reports[other].counted; });
    return counted == others.cend() ? others.front() : *counted;
}

void ItemDetail::updateButtons()
{
    const bool shown = item() != nullptr;
    const bool reported = shown && item()->report >= 0;
    m_copy->setEnabled(shown);
    m_folder->setEnabled(shown);
    m_save->setEnabled(shown && m_lines && !m_lines->bytes.isEmpty());
    m_other->setVisible(otherReport() >= 0);
    m_report->setVisible(reported && m_dataset->reports[size_t(item()->report)].counted);
    const bool bytes = m_lines && !m_lines->bytes.isEmpty();
    for (QAbstractButton *button : m_mode->buttons())
        button->setEnabled(bytes);
}

void ItemDetail::goToNote(int sentence)
{
    // The first sentence is about the status, the others are the notes.
    if (!item() || !m_lines || sentence < 1 || sentence > item()->notes.size())
        return;
    const qint64 offset = item()->notes[sentence - 1].place.offset;
    if (offset < 0)
        return;
    const BytesView::Mode mode = m_bytes->mode();
    m_bytes->setBytes(m_lines, offset);
    m_bytes->setMode(mode);
}

void ItemDetail::copyReport() const
{
    if (item())
        QGuiApplication::clipboard()->setText(itemReport(*item(), m_format));
}

void ItemDetail::saveBytes()
{
    const Origin &origin = item()->origin;
    const QString name =
        safeFileName(origin.members.isEmpty() ? origin.path : origin.members.last(), u"item.bin"_s);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save Bytes"), name);
    if (path.isEmpty() || !m_lines)
        return;
    whenDone(
        saveFile(path, m_lines->bytes), this, [this, path](const std::optional<QString> &done) {
            const QString problem = done.value_or(tr("it was interrupted"));
            m_outcome->setText(problem.isEmpty()
                    ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path))
                    : tr("%1 could not be saved: %2.")
                          .arg(QDir::toNativeSeparators(path), problem));
            m_outcome->show();
        });
}

void ItemDetail::openFolder() const
{
    // The folder only: what lies in it comes from strangers and is never opened from here.
    if (item())
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QFileInfo(item()->origin.path).absolutePath()));
}

void ItemDetail::setOrientation(Qt::Orientation orientation)
{
    m_splitter->setOrientation(orientation);
}

QVariantMap ItemDetail::state() const
{
    return {{u"splitter"_s, m_splitter->saveState()}};
}

void ItemDetail::setState(const QVariantMap &state)
{
    const Qt::Orientation orientation = m_splitter->orientation();
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_splitter->setOrientation(orientation);
}

void ItemDetail::retranslate()
{
    m_bytesTitle->setText(tr("Bytes"));
    m_mode->button(int(BytesView::Mode::Text))->setText(tr("Text"));
    m_mode->button(int(BytesView::Mode::Hex))->setText(tr("Hex"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies the reasons as text."));
    m_save->setText(tr("Save bytes as…"));
    m_folder->setText(tr("Open containing folder"));
    m_other->setText(tr("Show the other one"));
    m_other->setToolTip(tr("Goes to the item that claims to be the same report."));
    m_report->setText(tr("Show the report"));
    m_report->setToolTip(tr("Goes to the report in words."));
    m_reasons->setAccessibleName(tr("Reasons"));
    m_bytes->setAccessibleName(tr("Bytes"));
    if (!item())
        return;
    m_reasons->setExplanation(explainItem(*item(), m_format));
    if (m_lines || m_problem)
        showBytes(m_lines);
}

} // namespace sekisho
