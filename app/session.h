// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filterhistory.h"
#include "folderwatch.h"
#include "hostbook.h"
#include "import/importer.h"
#include "language.h"
#include "mailboxes.h"
#include "main/mainwindow.h"
#include "senderbook.h"
#include "services.h"
#include "workspacetools.h"

#include <QFont>
#include <QSettings>
#include <QThreadPool>

namespace sekisho {

/// Where the parts of the window program meet: settings, the open reports, the filter, and the
/// work off the UI thread. The latest request wins; older work is told to stop.
class Session final : public QObject {
    Q_OBJECT
public:
    /// The settings must outlive the session. An explicit language wins over the saved one.
    explicit Session(QSettings &settings, const QString &language = {}, QObject *parent = nullptr);
    ~Session() override;
    Q_DISABLE_COPY_MOVE(Session)

    [[nodiscard]] MainWindow &window() { return m_window; }
    /// Own senders and pins are read from, and kept in, files of this folder; before start().
    /// Without it they last as long as the session. A file for the own senders may lie elsewhere.
    void keepSendersIn(const QString &folder, const QString &ownFile = {});
    /// There are workspaces, and this one opens by itself; before start(), after the calls that name
    /// files of own senders and host names. Without it nothing is kept.
    void useWorkspaces(const QString &standard);
    /// Opens the workspace and takes these into it. Without a workspace: a quick look at these, or
    /// the workspace or the files that were open last, or the samples.
    void start(const QStringList &paths, const QString &workspace = {});
    /// Into the workspace, where one is shown; else beside or in place of what is shown. A workspace
    /// file is opened.
    void open(const QStringList &paths, bool add);
    void openSample();
    /// Host names out of a TSV file, beside those that are known already.
    void loadHostNames(const QString &path);
    /// The known names of all that is open into such a file.
    void saveHostNames(const QString &path);
    /// Host names that are looked up are kept in a file of this folder; before start().
    void keepHostNamesIn(const QString &folder);
    /// Asks this one instead of the system's name servers; it must outlive the session.
    void useResolver(Resolver *resolver) { m_hosts.useResolver(resolver); }
    /// Writes a table of what is shown; see exportTableNames(). ".json" makes JSON, else CSV.
    void exportTable(const QString &table, const QString &path);
    /// Services of the user's own out of this file, before those that are built in.
    void useServices(const QString &path);
    /// Mailbox accounts out of the settings, mails below this folder; before start(). The secrets
    /// must outlive the session. Without it there are no mailboxes.
    void useMailboxes(SecretStore &secrets, const QString &folder);
    /// Reads the bytes of an item of what is shown again.
    [[nodiscard]] LoadOriginal originalLoader();
    /// Folders that are being watched.
    [[nodiscard]] QStringList watched() const { return m_watch.watched(); }
    void setFilter(const Filter &filter);
    void setPreferences(const Preferences &preferences);
    /// Nothing is being read or computed.
    [[nodiscard]] bool isIdle() const
    {
        return !m_importStop && !m_computeStop && m_loads == 0 && !m_userBook.isBusy() &&
            !m_hosts.isBusy() && !(m_desk && m_desk->isBusy());
    }
    [[nodiscard]] const View &view() const { return m_view; }

Q_SIGNALS:
    /// All work that was asked for is done and shown.
    void idle();

private:
    void connectWindow();
    void connectBooks();
    void connectHosts();
    void offerLookup();
    void lookUp(bool all);
    void lookedUp(ReverseLookup::End end, const ReverseProgress &progress);
    void tellIdle();
    void suggest();
    void connectServices();
    void showServices();
    /// The registry that goes with what is shown: the samples have one of their own.
    [[nodiscard]] SenderBook &book() { return m_sampleShown ? m_sampleBook : m_userBook; }
    [[nodiscard]] QStringList lastPaths() const;
    void addRecent(const QStringList &paths);
    void openInMemory(const QStringList &paths, bool add);
    [[nodiscard]] bool takesReports() const;
    [[nodiscard]] bool showsWorkspace() const;
    void startWorkspace(const QString &file, const QStringList &paths);
    void openWorkspace(const QString &path, WorkspaceDesk::How how);
    [[nodiscard]] FormerFiles formerFor(const QString &workspace) const;
    void workspaceOpened(const OpenedWorkspace &opened);
    void workspaceFailed(const WorkspaceProblem &problem);
    void showForEmptyStart();
    void rememberWorkspace(const QString &path);
    void showWorkspaceContent();
    void showDataset(const DatasetPtr &dataset);
    void showWorkspace();
    void takeIn(const QStringList &paths);
    void takenIn(const WorkspaceImport &result, bool quiet);
    void keepQuickLook();
    void tellNothingKept();
    void reopen(const QStringList &paths);
    void reload();
    [[nodiscard]] HostNames hostNames() const;
    void remember(const QStringList &paths, bool add);
    void import(const QStringList &paths, const DatasetPtr &earlier);
    using MakeDataset = std::function<DatasetPtr(const Stop &, const ReportProgress &)>;
    void import(const MakeDataset &make);
    void imported(const DatasetPtr &dataset, bool stopped);
    void copySummary();
    void placeMails();
    void mailFetched(const QString &id, qint64 stored);
    void mailStored(const QString &workspace);
    void addMail(const std::shared_ptr<FetchedMail> &mail, const QString &folder, bool add);
    void announceStrangers();
    [[nodiscard]] QStringList strangers() const;
    void fail(const QString &text);
    void recompute();
    void judgeShown(const std::shared_ptr<Stop> &stop);
    void show(View view);
    void applyPreferences();
    void restore();
    void save();
    [[nodiscard]] LoadFile fileLoader();

    QSettings &m_settings;
    Language m_language;
    const QFont m_systemFont;
    QString m_forcedLanguage;
    QThreadPool m_pool;
    Limits m_limits;
    SenderBook m_userBook;
    SenderBook m_sampleBook;
    QString m_ownPath; ///< files where they are kept without a workspace; empty: not kept
    QString m_pinPath;
    QString m_hostPath;
    bool m_ownFileGiven = false; ///< the user wants own senders in a file, workspace or not
    Preferences m_preferences;
    MainWindow m_window;
    View m_view; ///< what is shown
    DatasetPtr m_dataset = m_view.dataset; ///< what has been read; shown once it is computed
    KnownServiceTable m_services;
    std::shared_ptr<const SenderIndex> m_judged; ///< the index that m_view.judgement was made with
    std::shared_ptr<const SenderIndex> m_senders; ///< of the dataset and the host names, once known
    FilterHistory m_history;
    HostBook m_hosts;
    QList<IpAddress> m_shownUnknown; ///< addresses that a lookup was offered for
    QList<IpAddress> m_allUnknown;
    QStringList m_hostPaths; ///< where they come from; loaded again at the next start
    QStringList m_paths;
    bool m_sample = false; ///< they were opened, also while they are still being read
    bool m_sampleShown = false;
    int m_loads = 0; ///< small files being read or written
    std::optional<size_t> m_reportsBefore; ///< while looking for new ones: how many there were
    std::unique_ptr<Mailboxes> m_mailboxes;
    int m_mailsToShow = 0; ///< fetches into the workspace that are not shown yet
    std::optional<QStringList> m_strangersBefore; ///< while fetched mails are being read
    QString m_standardWorkspace;
    std::unique_ptr<WorkspaceDesk> m_desk; ///< null: there are no workspaces
    std::unique_ptr<WorkspaceTools> m_tools;
    FolderWatch m_watch;
    QStringList m_toTakeIn; ///< once the workspace is open that is being opened
    bool m_starting = false; ///< the workspace is opened because the program was started
    bool m_quick = false; ///< what is shown was read into memory alone, though there are workspaces
    std::shared_ptr<Stop> m_importStop; ///< of the import that is running
    std::shared_ptr<Stop> m_computeStop; ///< of the computation that is running
};

} // namespace sekisho
