// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/figurecard.h"

#include "paint/fonts.h"
#include "widgets/flowlayout.h"
#include "widgets/linkbutton.h"
#include "widgets/partbar.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;
/// Links are drawn this much within their widget; the other texts stand in line with theirs.
constexpr int linkInset = 4;

} // namespace

FigureCard::FigureCard(QWidget *parent)
    : Card(parent)
    , m_title(new QLabel(this))
    , m_value(new QLabel(this))
    , m_arrow(new QLabel(this))
    , m_change(new QLabel(this))
    , m_bar(new PartBar(this))
{
    const int base = pixelSize(font());
    const QFont small = sized(font(), std::max(10, base - 1));
    m_title->setFont(sized(font(), base, true));
    m_title->setContentsMargins(linkInset, 0, linkInset, 0);
    m_value->setFont(sized(font(), base * 2, true));
    m_arrow->setFont(small);
    m_change->setFont(small);
    m_change->setForegroundRole(QPalette::PlaceholderText);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(4);
    figures->setContentsMargins(linkInset, 0, linkInset, 0);
    figures->addWidget(m_value);
    figures->addStretch(1);
    figures->addWidget(m_arrow, 0, Qt::AlignBottom);
    figures->addWidget(m_change, 0, Qt::AlignBottom);
    for (QLabel *label : {m_arrow, m_change})
        label->setContentsMargins(0, 0, 0, 5); // on the line of the large number

    auto *links = new FlowLayout(8, 0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(linkInset, 0, linkInset, 0);
    bar->addWidget(m_bar);
    for (int i = 0; i < int(m_links.size()); ++i) {
        auto *link = new LinkButton(this);
        link->setFont(small);
        m_links[size_t(i)] = link;
        links->addWidget(link);
        connect(link, &QAbstractButton::clicked, this, [this, i] { Q_EMIT linkActivated(i); });
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin - 4);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addLayout(figures);
    layout->addLayout(bar);
    layout->addLayout(links);
}

void FigureCard::setTexts(const Texts &texts)
{
    m_title->setText(texts.title);
    m_value->setText(texts.value);
    //: for screen readers: %1 is the name of a figure, %2 its value
    setAccessibleName(tr("%1: %2").arg(texts.title, texts.value));
    for (size_t i = 0; i < m_links.size(); ++i) {
        m_links[i]->setText(texts.links[i]);
        m_links[i]->setAccessibleName(texts.linkNames[i]);
        m_links[i]->setVisible(!texts.links[i].isEmpty());
        m_links[i]->updateGeometry();
    }
}

void FigureCard::setChange(const Change &change)
{
    const bool moved = change.direction != Change::Direction::None;
    m_arrow->setText(change.direction == Change::Direction::Up ? u"▲"_s : u"▼"_s);
    m_arrow->setVisible(moved && !change.text.isEmpty());
    const Meaning meaning = change.isNeutral ? Meaning::Unknown
        : change.isGood                      ? Meaning::Aligned
                                             : Meaning::Failed;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(meaning, colours));
    colours.setColor(QPalette::Text, color(meaning, colours));
    m_arrow->setPalette(colours);
    m_change->setText(change.text);
    for (QLabel *label : {m_arrow, m_change})
        label->setToolTip(change.sentence);
    setAccessibleDescription(change.sentence);
}

void FigureCard::setPart(double part)
{
    m_bar->setPart(part);
    m_links[0]->setMeaning(Meaning::Aligned);
    m_links[1]->setMeaning(Meaning::Failed);
}

QString FigureCard::value() const
{
    return m_value->text();
}

QString FigureCard::changeText() const
{
    return m_change->text();
}

} // namespace sekisho
