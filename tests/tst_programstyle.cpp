// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/programstyle.h"

#include "paint/theme.h"

#include <QImage>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace sekisho;

namespace {

template <class Option>
Option boxWith(const QPalette &palette)
{
    Option option;
    option.palette = palette;
    option.rect = QRect(2, 2, 16, 16);
    option.state = QStyle::State_Enabled | QStyle::State_Off;
    return option;
}

/// By how much the brightest and the darkest pixel differ, of 255.
int spreadOf(const QImage &picture)
{
    int least = 255;
    int most = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const int grey = qGray(picture.pixel(x, y));
            least = std::min(least, grey);
            most = std::max(most, grey);
        }
    }
    return most - least;
}

} // namespace

class TestProgramStyle final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyBoxesAreSeen_data();
    void emptyBoxesAreSeen();
};

void TestProgramStyle::emptyBoxesAreSeen_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<int>("element");
    for (const bool dark : {false, true}) {
        const QPalette palette = dark ? darkPalette() : lightPalette();
        const char *theme = dark ? "dark" : "light";
        QTest::addRow("check box, %s", theme) << palette << int(QStyle::PE_IndicatorCheckBox);
        QTest::addRow("radio button, %s", theme) << palette << int(QStyle::PE_IndicatorRadioButton);
        QTest::addRow("item of a list, %s", theme)
            << palette << int(QStyle::PE_IndicatorItemViewItemCheck);
    }
}

/// An unticked box stands out from the window and from a list.
void TestProgramStyle::emptyBoxesAreSeen()
{
    QFETCH(QPalette, palette);
    QFETCH(int, element);
    const std::unique_ptr<QStyle> style(programStyle());
    const auto primitive = QStyle::PrimitiveElement(element);
    for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base}) {
        QImage picture(20, 20, QImage::Format_RGB32);
        picture.fill(palette.color(ground));
        QPainter painter(&picture);
        if (primitive == QStyle::PE_IndicatorItemViewItemCheck) {
            const auto option = boxWith<QStyleOptionViewItem>(palette);
            style->drawPrimitive(primitive, &option, &painter);
        } else {
            const auto option = boxWith<QStyleOptionButton>(palette);
            style->drawPrimitive(primitive, &option, &painter);
        }
        painter.end();
        QVERIFY2(spreadOf(picture) >= 50, QByteArray::number(spreadOf(picture)).constData());
    }
}

QTEST_MAIN(TestProgramStyle)
#include "tst_programstyle.moc"
