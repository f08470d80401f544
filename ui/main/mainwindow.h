// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/suggestions.h"
#include "dialogs/hostlookupdialog.h"
#include "dialogs/servicesdialog.h"
#include "dialogs/spfdialog.h"
#include "dns/reverselookup.h"
#include "dialogs/accountdialog.h"
#include "import/importer.h"
#include "main/filterbar.h"
#include "main/workspacemenu.h"
#include "pages/page.h"
#include "tables/mailboxstatus.h"

#include <QElapsedTimer>
#include <QMainWindow>

#include <array>
#include <functional>

class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace sekisho {

class InfoStrip;
class MailboxBar;
class SideList;
class StatusProgress;

/// What the user chose for the whole window; kept by whoever owns the window.
struct Preferences {
    enum class Theme : quint8 { System, Light, Dark };
    QString language; ///< "en", "ja"; empty: as the system
    Theme theme = Theme::System;
    bool utc = true;
    QStringList recent; ///< paths, newest first

    bool operator==(const Preferences &) const = default;
};

/// The window: filter bar on top, side list, pages, status bar. Shows values that it is given and
/// says what the user wants; it reads no files and computes nothing.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(LoadOriginal loadOriginal, LoadFile loadFile, QWidget *parent = nullptr);

    void setView(const View &view);
    void setPreferences(const Preferences &preferences);
    /// Which files are open, for the title and "look for new reports"; sample: the built-in ones.
    void setPaths(const QStringList &paths, bool sample);
    /// Which workspace is open, and whether it is what is shown.
    void setWorkspace(const WorkspaceState &state);
    [[nodiscard]] WorkspaceMenu &workspaceMenu() { return *m_workspaceMenu; }
    void setHistory(bool canGoBack, bool canGoForward);
    /// How far is not known yet; without a text, files are looked for.
    void startProgress(const QString &text = {});
    void setProgress(const ImportProgress &progress);
    void endProgress(bool cancelled);
    /// Lets the user say whether, and for which addresses, names are looked up.
    void offerLookup(const LookupOffer &offer);
    void setLookupProgress(const ReverseProgress &progress);
    void endLookup();
    [[nodiscard]] const Format &format() const { return m_view.format; }
    /// A sentence in the status bar for some seconds.
    void showMessage(const QString &text);

    /// What the dialog of known services shows.
    void setServices(const ServiceList &services);
    /// Where names are asked for, when the user says that they may be.
    void setResolver(GetResolver resolver) { m_resolver = std::move(resolver); }
    /// Into the dialog of own senders, where that is still open.
    void setSuggestions(const std::vector<Suggestion> &suggestions);

    /// The lines of the last conversation of a mailbox.
    using MailboxLog = std::function<QStringList(const QString &id)>;
    /// Without these there are no mailboxes in the side bar.
    void setMailboxServices(TestMailbox test, MailboxLog log, SignInMailbox signIn);
    void setMailboxes(const QList<MailboxStatus> &statuses);
    /// Asks for the password of an account; see secretGiven().
    void askSecret(const imap::Account &account);

    void showPage(PageId page);
    [[nodiscard]] PageId currentPage() const;
    /// The name of a page in settings, which stays when pages come or go.
    [[nodiscard]] static QString pageName(PageId page);
    /// The page of that name; the first one where there is none.
    [[nodiscard]] static PageId pageNamed(const QString &name);
    [[nodiscard]] Page *page(PageId id) const { return m_pages[size_t(id)]; }
    [[nodiscard]] QVariantMap pageStates() const;
    void setPageStates(const QVariantMap &states);

Q_SIGNALS:
    void openRequested(const QStringList &paths, bool add);
    void sampleRequested();
    void hostNamesRequested(const QString &path);
    void hostNamesSaveRequested(const QString &path);
    /// What can be looked up is to be counted; see offerLookup().
    void lookupOfferRequested();
    /// The user's word: addresses may be asked for, all or those that are shown.
    void lookupRequested(bool all);
    void lookupCancelRequested();
    void reloadRequested();
    /// One of exportTableNames() into a file; its suffix says the format.
    void exportRequested(const QString &table, const QString &path);
    void summaryCopyRequested();
    void cancelRequested();
    void filterRequested(const sekisho::Filter &filter);
    void backRequested();
    void forwardRequested();
    void ownSenderRequested(const sekisho::OwnSenders::Entry &entry);
    void ownSenderRemoved(const sekisho::OwnSenders::Entry &entry);
    /// The whole registry, as it was edited.
    void ownSendersChosen(const sekisho::OwnSenders &senders);
    /// Senders that look like the owner's are to be looked for; see setSuggestions().
    void suggestionsRequested();
    /// The user's file of known services may have changed.
    void servicesReloadRequested();
    void pinRequested(const sekisho::Pin &pin);
    void pinRemoved(const sekisho::Pin &pin);
    /// Added, or changed; an empty secret: as before.
    void mailboxChosen(const sekisho::imap::Account &account, const QByteArray &secret);
    void mailboxRemoved(const QString &id);
    /// An empty id: all.
    void fetchRequested(const QString &id);
    void fetchCancelled(const QString &id);
    void secretGiven(const QString &id, const QByteArray &secret);
    /// An interrupted import is to go on.
    void resumeRequested();
    /// The workspace that is open read-only is to be tried again.
    void retryRequested();
    void preferencesChanged(const sekisho::Preferences &preferences);
    void closing();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /// An action with its text in English, so that a change of language finds it again.
    struct Translated {
        QAction *action;
        const char *text;
    };

    void createPages(const LoadOriginal &loadOriginal, const LoadFile &loadFile);
    void createMenus();
    void createFileMenu();
    void createEditMenu();
    void createViewMenu();
    void createHelpMenu();
    void createExportMenu(QMenu *parent);
    void createChrome();
    void createSideList();
    [[nodiscard]] QWidget *createSide();
    void connectMailboxes();
    [[nodiscard]] MailboxStatus mailbox(const QString &id) const;
    void editMailbox(const QString &id);
    void removeMailbox(const QString &id);
    [[nodiscard]] QWidget *createTop();
    void createStatus();
    QMenu *addMenu(QWidget *parent, const char *text);
    QAction *addEntry(QMenu *menu, const char *text, const QKeySequence &keys, std::function<void()> run);
    void addChoices(QMenu *menu, const QList<std::pair<const char *, QVariant>> &choices,
        std::function<QVariant()> current, std::function<void(const QVariant &)> choose);
    void retranslate();
    void fillCurrentPage();
    void updateSideList();
    void updateFailures(int shown);
    void updateStatus();
    void updateIcons();
    void updateTitle();
    void updateRecent();
    void updateWorkspace();
    void takeStrip();
    void changePreferences(const Preferences &preferences);
    void openFiles();
    void openFolder(bool add);
    void openHostNames();
    void saveHostNames();
    void createToolsMenu();
    void openOwnSenders();
    void openInspection();
    void openServices();
    void chooseExportFile(const QString &table);
    void showHelp();
    [[nodiscard]] QString pageTitle(PageId id) const;

    std::array<Page *, pageCount> m_pages{};
    std::array<bool, pageCount> m_outdated{}; ///< which do not show m_view yet
    QStackedWidget *m_stack;
    SideList *m_sideList;
    MailboxBar *m_mailboxBar;
    InfoStrip *m_sampleStrip;
    InfoStrip *m_workspaceStrip;
    WorkspaceMenu *m_workspaceMenu = nullptr;
    FilterBar *m_filterBar;
    QToolButton *m_backButton;
    QToolButton *m_forwardButton;
    QLabel *m_status;
    StatusProgress *m_progress;
    StatusProgress *m_lookup;
    QElapsedTimer m_progressTime;
    QMenu *m_recentMenu = nullptr;
    QAction *m_backAction = nullptr;
    QAction *m_forwardAction = nullptr;
    QList<Translated> m_translated;
    QList<std::function<void()>> m_updateChoices;
    View m_view;
    FilterChoices m_choices;
    GetResolver m_resolver;
    ServiceList m_services;
    Preferences m_preferences;
    QStringList m_paths;
    int m_failures = 0; ///< shown on their page
    bool m_sample = false;
    QList<MailboxStatus> m_mailboxes;
    TestMailbox m_testMailbox;
    SignInMailbox m_signInMailbox;
    MailboxLog m_mailboxLog;
    QAction *m_fetchAction = nullptr;
    QList<QAction *> m_openActions; ///< that add to the workspace, where one is open
    QAction *m_addAction = nullptr;
};

} // namespace sekisho
