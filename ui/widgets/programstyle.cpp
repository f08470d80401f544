// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/programstyle.h"

#include "paint/theme.h"

#include <QProxyStyle>
#include <QStyleOption>

namespace sekisho {

namespace {

/// Fusion makes the outline of a box darker than the window, by this factor of QColor::darker().
constexpr int fusionDarker = 140;

/// With the window colour from which Fusion makes an outline that is seen on the dark window.
template <class Option>
[[nodiscard]] Option withVisibleOutline(const Option &option)
{
    Option changed(option);
    changed.palette.setColor(QPalette::Window,
        option.palette.color(QPalette::PlaceholderText).toRgb().lighter(fusionDarker));
    return changed;
}

class ProgramStyle final : public QProxyStyle {
public:
    ProgramStyle()
        : QProxyStyle(QStringLiteral("Fusion"))
    {
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override
    {
        const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton ||
            element == PE_IndicatorItemViewItemCheck;
        const auto draw = [&](const QStyleOption &with) {
            QProxyStyle::drawPrimitive(element, &with, painter, widget);
        };
        if (!isBox || !isDark(option->palette))
            draw(*option);
        else if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            draw(withVisibleOutline(*button));
        else if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            draw(withVisibleOutline(*item));
        else
            draw(withVisibleOutline(*option));
    }
};

} // namespace

QStyle *programStyle()
{
    return new ProgramStyle;
}

} // namespace sekisho
