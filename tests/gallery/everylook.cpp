// SPDX-License-Identifier: GPL-3.0-or-later
#include "everylook.h"

#include "language.h"
#include "paint/fonts.h"
#include "paint/theme.h"
#include "widgets/programstyle.h"

#include <QApplication>
#include <QDir>
#include <QWidget>

#include <cstdio>

namespace sekisho {

using namespace Qt::StringLiterals;

bool takePicture(QWidget &widget, const QString &path)
{
    widget.show();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    const bool written = widget.grab().save(path);
    std::printf("%s\n", qPrintable(path));
    return written;
}

int picturesInEveryLook(int argc, char *argv[], const QString &name,
    const std::function<bool(const QString &prefix, const Format &format)> &picturesOf)
{
    QApplication app(argc, argv);
    QApplication::setStyle(programStyle());
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"gallery"_s;
    QDir().mkpath(folder);
    Language language;
    const QFont font = QApplication::font();
    bool ok = true;
    for (const QString &spoken : {u"en"_s, u"ja"_s}) {
        language.set(spoken);
        QApplication::setFont(fontFor(language.locale(), font));
        for (const bool dark : {false, true}) {
            QApplication::setPalette(dark ? darkPalette() : lightPalette());
            const QString theme = dark ? u"dark"_s : u"light"_s;
            const QString prefix = u"%1/%2-%3-%4-"_s.arg(folder, name, spoken, theme);
            ok = picturesOf(prefix, {language.locale(), true}) && ok;
        }
    }
    return ok ? 0 : 1;
}

} // namespace sekisho
