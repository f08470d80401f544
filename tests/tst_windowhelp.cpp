// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the window program for its help.
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestWindowHelp final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpOfTheWindow();
};

/// The help of the window program speaks the language that is asked for.
void TestWindowHelp::helpOfTheWindow()
{
    const auto help = [](const QStringList &arguments) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SEKISHO_WINDOW), arguments);
        return process.waitForFinished(60'000) ? process.readAllStandardOutput() : QByteArray();
    };
    QVERIFY(help({u"--help"_s}).contains("Write a picture of each page into a folder"));
    const QByteArray japanese = help({u"--language"_s, u"ja"_s, u"--help"_s});
    QVERIFY2(japanese.contains("--pictures") && japanese.contains("画像"), japanese.constData());
    QVERIFY(!japanese.contains("Write a picture"));
}

QTEST_GUILESS_MAIN(TestWindowHelp)
#include "tst_windowhelp.moc"
