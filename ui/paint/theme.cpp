// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Relative luminance of sRGB (WCAG 2.1, definition of "relative luminance").
double luminance(const QColor &color)
{
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
        0.0722 * linear(color.blueF());
}

/// Contrast ratio of WCAG 2.1, 1 to 21.
double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor mix(const QColor &from, const QColor &to, double amount)
{
    const auto between = [amount](int a, int b) { return int(std::lround(a + (b - a) * amount)); };
    return QColor(between(from.red(), to.red()), between(from.green(), to.green()),
        between(from.blue(), to.blue()));
}

/// The colour, moved away from the background until graphics stand out from it (WCAG 1.4.11).
QColor standingOut(const QColor &color, const QColor &background)
{
    constexpr double least = 3.0;
    constexpr double step = 0.04;
    const QColor away = textOn(background);
    QColor result = color;
    for (double amount = step; contrast(result, background) < least && amount < 1; amount += step)
        result = mix(color, away, amount);
    return result;
}

QColor toneOf(Meaning meaning, bool dark)
{
    switch (meaning) {
    case Meaning::Aligned: return dark ? QColor(0x3d, 0x9c, 0xe0) : QColor(0x00, 0x72, 0xb2);
    case Meaning::Unaligned: return dark ? QColor(0xeb, 0xae, 0x34) : QColor(0xe6, 0x9f, 0x00);
    case Meaning::Failed: return dark ? QColor(0xee, 0x75, 0x2c) : QColor(0xd5, 0x5e, 0x00);
    case Meaning::Unknown: break;
    }
    return dark ? QColor(0x9a, 0xa0, 0xa8) : QColor(0x76, 0x7b, 0x82);
}

QColor toneOf(MailCase mailCase, bool dark)
{
    switch (mailCase) {
    case MailCase::Direct: return toneOf(Meaning::Aligned, dark);
    case MailCase::Forward: return dark ? QColor(0x6f, 0xc0, 0xef) : QColor(0x56, 0xb4, 0xe9);
    case MailCase::ForwardBroken: return dark ? QColor(0xd9, 0x8f, 0xb8) : QColor(0xcc, 0x79, 0xa7);
    case MailCase::ListOwn: return dark ? QColor(0x1f, 0xb5, 0x8a) : QColor(0x00, 0x9e, 0x73);
    case MailCase::ListOther: return dark ? QColor(0x8f, 0xcc, 0x8f) : QColor(0x7f, 0xbf, 0x7b);
    case MailCase::Misconfigured: return toneOf(Meaning::Unaligned, dark);
    case MailCase::Spoof: return toneOf(Meaning::Failed, dark);
    case MailCase::Undetermined: break;
    }
    return toneOf(Meaning::Unknown, dark);
}

/// What a palette is made of.
struct Tones {
    QRgb window, base, alternate, button, text, faint, placeholder, bright, highlight, link,
        visited, tip, light, midlight, mid, dark, shadow;
};

QPalette paletteOf(const Tones &tones)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) {
        palette.setColor(QPalette::All, role, QColor::fromRgb(color));
    };
    set(QPalette::Window, tones.window);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::Button, tones.button);
    for (QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, tones.text);
    set(QPalette::PlaceholderText, tones.placeholder);
    set(QPalette::BrightText, tones.bright);
    set(QPalette::Highlight, tones.highlight);
    set(QPalette::HighlightedText, 0xffffff);
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.visited);
    set(QPalette::ToolTipBase, tones.tip);
    set(QPalette::Light, tones.light);
    set(QPalette::Midlight, tones.midlight);
    set(QPalette::Mid, tones.mid);
    set(QPalette::Dark, tones.dark);
    set(QPalette::Shadow, tones.shadow);
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    set(QPalette::Accent, tones.highlight);
#endif
    for (QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(tones.faint));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(tones.mid));
    return palette;
}

/// Draws a symbol of the resources in one colour per mode, at whatever size and scale is asked for.
class SymbolEngine final : public QIconEngine {
public:
    SymbolEngine(const QByteArray &svg, const QPalette &palette)
        : m_svg(svg)
        , m_normal(palette.color(QPalette::Active, QPalette::Text))
        , m_disabled(palette.color(QPalette::Disabled, QPalette::Text))
        , m_selected(palette.color(QPalette::Active, QPalette::HighlightedText))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        svg.replace("#444444", colorFor(mode).name().toLatin1());
        svg.replace("#444", colorFor(mode).name().toLatin1());
        QSvgRenderer renderer(svg);
        // Wide or tall symbols keep their proportions.
        QSizeF size = renderer.defaultSize();
        size.scale(rect.size(), Qt::KeepAspectRatio);
        QRectF place({}, size);
        place.moveCenter(QRectF(rect).center());
        renderer.render(painter, place);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new SymbolEngine(*this); }
    bool isNull() override { return m_svg.isEmpty(); }
    QString key() const override { return u"sekisho-symbol"_s; }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        switch (mode) {
        case QIcon::Disabled: return m_disabled;
        case QIcon::Selected: return m_selected;
        case QIcon::Normal:
        case QIcon::Active: break;
        }
        return m_normal;
    }

    QByteArray m_svg;
    QColor m_normal;
    QColor m_disabled;
    QColor m_selected;
};

} // namespace

Meaning meaningOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Aligned: return Meaning::Aligned;
    case Outcome::Unaligned: return Meaning::Unaligned;
    case Outcome::Failed: return Meaning::Failed;
    }
    return Meaning::Unknown;
}

Meaning meaningOf(Cell cell)
{
    if (cell.passes())
        return Meaning::Aligned;
    return cell.dkim == Outcome::Failed && cell.spf == Outcome::Failed ? Meaning::Failed
                                                                       : Meaning::Unaligned;
}

QColor color(Meaning meaning, const QPalette &palette)
{
    return standingOut(toneOf(meaning, isDark(palette)), palette.color(QPalette::Base));
}

QColor shade(Meaning meaning, const QPalette &palette, double strength)
{
    return mix(
        palette.color(QPalette::Base), color(meaning, palette), std::clamp(strength, 0.0, 1.0));
}

QColor color(MailCase mailCase, const QPalette &palette)
{
    return standingOut(toneOf(mailCase, isDark(palette)), palette.color(QPalette::Base));
}

QColor shade(MailCase mailCase, const QPalette &palette, double strength)
{
    return mix(palette.color(QPalette::Base), color(mailCase, palette), std::clamp(strength, 0.0, 1.0));
}

QColor textOn(const QColor &background)
{
    // The two ratios multiply to 21, so the better one is never below 4.58.
    return contrast(background, Qt::black) >= contrast(background, Qt::white) ? QColor(Qt::black)
                                                                              : QColor(Qt::white);
}

QString mark(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Aligned: return u"●"_s;
    case Meaning::Unaligned: return u"◐"_s;
    case Meaning::Failed: return u"✕"_s;
    case Meaning::Unknown: break;
    }
    return u"○"_s;
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
}

QPalette lightPalette()
{
    return paletteOf({.window = 0xf4f5f7,
        .base = 0xffffff,
        .alternate = 0xf6f8fa,
        .button = 0xf9fafb,
        .text = 0x1c2128,
        .faint = 0x9aa1aa,
        .placeholder = 0x666d77,
        .bright = 0xffffff,
        .highlight = 0x0b66a8,
        .link = 0x0b5fa0,
        .visited = 0x6b4c9a,
        .tip = 0xffffff,
        .light = 0xffffff,
        .midlight = 0xebedf0,
        .mid = 0xc8cdd3,
        .dark = 0x9aa1aa,
        .shadow = 0x5c636d});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0x1e2126,
        .base = 0x16181c,
        .alternate = 0x1b1e23,
        .button = 0x2b2f36,
        .text = 0xe4e7eb,
        .faint = 0x6d747e,
        .placeholder = 0x9299a3,
        .bright = 0xffffff,
        .highlight = 0x2467a3,
        .link = 0x6cb6f2,
        .visited = 0xb99be6,
        .tip = 0x2b2f36,
        .light = 0x4a505a,
        .midlight = 0x353a42,
        .mid = 0x3d434c,
        .dark = 0x101215,
        .shadow = 0x08090b});
}

QIcon symbolIcon(const QString &name, const QPalette &palette)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new SymbolEngine(file.readAll(), palette));
}

} // namespace sekisho
