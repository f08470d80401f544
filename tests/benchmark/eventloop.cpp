// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how long the window is deaf: the longest single event of the UI thread while a user opens
// a large folder, goes through the pages, sorts, selects, filters and changes language and theme.
// Times are processor time of that thread, so that a busy machine does not count.
#include "failuremails.h"
#include "madefolder.h"

#include "pages/failurespage.h"
#include "session.h"
#include "tables/raworder.h"
#include "widgets/programstyle.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCommandLineParser>
#include <QEventLoop>
#include <QHeaderView>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <utility>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

constexpr double budget = 50; // milliseconds

double threadMilliseconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
#else
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
#endif
}

/// Knows how long its longest event took, with all that it sent on at once.
class WatchedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_inside)
            return QApplication::notify(receiver, event);
        m_inside = true;
        const double start = threadMilliseconds();
        const bool result = QApplication::notify(receiver, event);
        m_longest = std::max(m_longest, threadMilliseconds() - start);
        m_inside = false;
        return result;
    }
    [[nodiscard]] double takeLongest() { return std::exchange(m_longest, 0.0); }

private:
    bool m_inside = false;
    double m_longest = 0;
};

/// What a user does, one thing after the other; each runs as an event of its own.
class User final {
public:
    User(WatchedApplication &application, Session &session, std::chrono::milliseconds pause)
        : m_application(application)
        , m_session(session)
        , m_pause(pause)
    {
    }

    template <typename Action> void does(const QString &what, Action action)
    {
        settle();
        (void)m_application.takeLongest();
        QMetaObject::invokeMethod(&m_session, action, Qt::QueuedConnection);
        settle();
        const double longest = m_application.takeLongest();
        m_worst = std::max(m_worst, longest);
        std::printf("%-52s %8.1f ms %s\n", qPrintable(what), longest, longest > budget ? "OVER" : "");
        std::fflush(stdout);
    }
    [[nodiscard]] double worst() const { return m_worst; }

private:
    /// All work is done and shown, and late timers have had their turn.
    void settle()
    {
        QCoreApplication::processEvents();
        while (!m_session.isIdle() || isShowing())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QEventLoop wait;
        QTimer::singleShot(m_pause, &wait, &QEventLoop::quit);
        wait.exec();
    }

    /// Pages are looking for what they show.
    [[nodiscard]] bool isShowing() const
    {
        const auto isBusy = [](const auto *part) { return part->isBusy(); };
        const auto orders = m_session.window().findChildren<RawOrder *>();
        const auto pages = m_session.window().findChildren<FailuresPage *>();
        return std::any_of(orders.begin(), orders.end(), isBusy) || std::any_of(pages.begin(), pages.end(), isBusy);
    }

    WatchedApplication &m_application;
    Session &m_session;
    std::chrono::milliseconds m_pause; ///< after each thing
    double m_worst = 0;
};

/// The tables and trees of a page that a user can see.
QList<QAbstractItemView *> viewsOf(const Page &page)
{
    QList<QAbstractItemView *> views;
    for (QAbstractItemView *view : page.findChildren<QAbstractItemView *>()) {
        if (view->isVisible() && view->model() && view->model()->rowCount() > 0)
            views.append(view);
    }
    return views;
}

void selectMiddle(QAbstractItemView *view)
{
    const QModelIndex middle = view->model()->index(view->model()->rowCount() / 2, 0);
    view->setCurrentIndex(middle);
    view->scrollTo(middle);
}

void usePage(User &user, Session &session, PageId id, const QString &name)
{
    user.does(name + u": show"_s, [&session, id] { session.window().showPage(id); });
    int number = 0;
    for (QAbstractItemView *view : viewsOf(*session.window().page(id))) {
        const QString where = u"%1, view %2 with %3 rows: "_s.arg(name).arg(++number).arg(view->model()->rowCount());
        user.does(where + u"select"_s, [view] { selectMiddle(view); });
        auto *tree = qobject_cast<QTreeView *>(view);
        if (!tree || !view->isVisible())
            continue;
        if (tree->isSortingEnabled()) {
            for (int column = 0; column < tree->model()->columnCount(); ++column)
                user.does(where + u"sort by %1"_s.arg(tree->model()->headerData(column, Qt::Horizontal).toString()),
                    [tree, column] { tree->sortByColumn(column, Qt::AscendingOrder); });
        }
        user.does(where + u"expand"_s, [tree] { tree->expand(tree->model()->index(0, 0)); });
    }
}

/// Looks for something, letter by letter, where a page has a field of its own for that.
void typeOn(User &user, Session &session, PageId id, const QString &name)
{
    session.window().showPage(id);
    for (QLineEdit *field : session.window().page(id)->findChildren<QLineEdit *>()) {
        if (!field->isVisible())
            continue;
        for (const QString &text : {u"g"_s, u"go"_s, u"xml"_s, QString()})
            user.does(name + u": search for “%1”"_s.arg(text), [field, text] { field->setText(text); });
    }
}

void usePages(User &user, Session &session)
{
    usePage(user, session, PageId::Senders, u"Senders"_s);
    usePage(user, session, PageId::Alignment, u"Alignment"_s);
    usePage(user, session, PageId::Cases, u"Cases"_s);
    usePage(user, session, PageId::Reports, u"Reports"_s);
    usePage(user, session, PageId::ImportLog, u"Import log"_s);
    typeOn(user, session, PageId::ImportLog, u"Import log"_s);
    usePage(user, session, PageId::Overview, u"Overview"_s);
}

/// On every page the same changes that concern the whole window.
void changeAll(User &user, Session &session, PageId id, const QString &name)
{
    session.window().showPage(id);
    Filter failing;
    failing.passed = false;
    Filter text;
    text.text = u"google"_s;
    Filter unauthorised;
    unauthorised.scope = Scope::Unauthorised;
    Filter letter;
    letter.text = u"g"_s;
    Preferences preferences;
    preferences.language = u"ja"_s;
    Preferences dark = preferences;
    dark.theme = Preferences::Theme::Dark;
    user.does(name + u": filter, DMARC fail"_s, [&session, failing] { session.setFilter(failing); });
    user.does(name + u": filter, unauthorised"_s, [&session, unauthorised] { session.setFilter(unauthorised); });
    user.does(name + u": filter, a letter"_s, [&session, letter] { session.setFilter(letter); });
    user.does(name + u": filter, text"_s, [&session, text] { session.setFilter(text); });
    user.does(name + u": filter, everything"_s, [&session] { session.setFilter({}); });
    user.does(name + u": Japanese"_s, [&session, preferences] { session.setPreferences(preferences); });
    user.does(name + u": dark"_s, [&session, dark] { session.setPreferences(dark); });
    user.does(name + u": light, English"_s, [&session] {
        Preferences light;
        light.language = u"en"_s;
        light.theme = Preferences::Theme::Light;
        session.setPreferences(light);
    });
    user.does(name + u": smaller window"_s, [&session] { session.window().resize(1024, 700); });
    user.does(name + u": larger window"_s, [&session] { session.window().resize(1440, 900); });
}

} // namespace

int main(int argc, char **argv)
{
    WatchedApplication application(argc, argv);
    QApplication::setStyle(programStyle());
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Prints the longest time that one event takes of the window's thread, for each thing a user does."_s);
    parser.addHelpOption();
    const QCommandLineOption reports(u"reports"_s, u"Reports in the folder that is opened."_s, u"N"_s, u"20000"_s);
    const QCommandLineOption failures(
        u"failures"_s, u"Failure mails in the folder that is opened after it."_s, u"N"_s, u"20000"_s);
    const QCommandLineOption pause(
        u"pause"_s, u"Milliseconds to wait after each thing for what comes late."_s, u"MS"_s, u"300"_s);
    parser.addOptions({reports, failures, pause});
    parser.process(application);

    const QTemporaryDir home;
    const QTemporaryDir folder;
    const MadeFolder made = makeFolder(folder.path(), parser.value(reports).toInt());
    std::printf("Longest event of the window's thread, %d reports, %lld records; at most %.0f ms wanted\n",
        made.reports, static_cast<long long>(made.records), budget);
    QSettings settings(home.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Session session(settings, u"en"_s);
    session.window().show();
    User user(application, session, std::chrono::milliseconds(parser.value(pause).toInt()));
    user.does(u"Open the folder"_s, [&] { session.open({folder.path()}, false); });
    const bool complete = session.view().results->totals.counts.messages == made.messages;
    if (!complete)
        std::fprintf(stderr, "Wrong result: messages\n");
    usePages(user, session);
    changeAll(user, session, PageId::Overview, u"Overview"_s);
    changeAll(user, session, PageId::Senders, u"Senders"_s);
    changeAll(user, session, PageId::Cases, u"Cases"_s);
    changeAll(user, session, PageId::Reports, u"Reports"_s);
    changeAll(user, session, PageId::ImportLog, u"Import log"_s);
    const QTemporaryDir mails;
    makeFailureMails(mails.path(), parser.value(failures).toInt());
    user.does(u"Open the failure reports"_s, [&] { session.open({mails.path()}, false); });
    usePage(user, session, PageId::Failures, u"Failures"_s);
    changeAll(user, session, PageId::Failures, u"Failures"_s);
    std::printf("%-52s %8.1f ms %s\n", "Longest of all", user.worst(), user.worst() > budget ? "OVER" : "");
    return complete ? 0 : 1;
}
