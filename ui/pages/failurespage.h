// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/failures/campaigns.h"
#include "pages/page.h"

class QAbstractItemModel;
class QAction;
class QButtonGroup;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QStackedWidget;
class QTreeView;

namespace sekisho {

class CampaignTable;
class ColumnFit;
class EmptyState;
class FailureTable;
class FailureViewer;
class LinkButton;
class RawOrder;
class TableTools;

/// Failure reports as a list over a viewer, one by one or as campaigns.
class FailuresPage final : public Page {
    Q_OBJECT
public:
    FailuresPage(LoadOriginal loadOriginal, LoadFile loadFile, QWidget *parent = nullptr);
    ~FailuresPage() override;

    void setView(const View &view) override;
    [[nodiscard]] QVariantMap state() const override;
    void setState(const QVariantMap &state) override;
    [[nodiscard]] bool isBusy() const { return m_looks > 0; }

Q_SIGNALS:
    /// How many failure reports the filter shows.
    void countChanged(int shown);

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    /// All, one's own, unauthorised.
    static constexpr int scopeChoices = 3;

    /// A list of URLs, and how many of its lines are none.
    struct ReadList {
        UrlList list;
        qint64 unknownLines = 0;
    };
    struct List {
        QTreeView *view = nullptr;
        RawOrder *order = nullptr;
        TableTools *tools = nullptr;
        ColumnFit *fit = nullptr;
    };

    QWidget *createBar();
    QWidget *createLists();
    QMenu *createMenu();
    List createList(QAbstractItemModel *model, const QString &name, const QStringList &shownFirst);
    void connectParts();
    void look();
    void takeResults(const std::shared_ptr<const FailureResults> &results);
    void restoreRows(std::optional<FailureIndex> sample);
    void restoreSample(std::optional<FailureIndex> sample);
    void showEmpty();
    void leaveEmptyState();
    void showMode();
    void showSamplesOf(const Campaign &campaign);
    void showAllSamples();
    void showCurrent();
    void showSample(FailureIndex failure);
    void updateOptions();
    void updateTexts();
    void chooseScope(int button);
    void followSender();
    void followRecords();
    void chooseList();
    void loadList(const QString &path);
    void takeList(const QString &path, const Result<ReadList> &read);
    void saveIndicators(bool stix);
    void showDraft(bool japanese);
    /// Hands over the indicators of samples, with recipients hidden unless they are shown.
    void withIndicators(const std::vector<FailureIndex> &samples, const std::function<void(const std::vector<Indicator> &)> &use);
    void say(const QString &text);
    [[nodiscard]] std::optional<FailureIndex> currentFailure() const;
    [[nodiscard]] const Campaign *currentCampaign() const;
    [[nodiscard]] std::optional<SenderVerdict> verdictOn(const FailureInfo &failure) const;

    LoadOriginal m_loadOriginal;
    LoadFile m_loadFile;
    View m_view;
    std::shared_ptr<const FailureResults> m_results = std::make_shared<FailureResults>();
    std::shared_ptr<Stop> m_stop;
    UrlList m_urls;
    QString m_listPath;
    qint64 m_unknownLines = 0; ///< of the list
    FailureTable *m_table;
    CampaignTable *m_campaigns;
    List m_samplesList;
    List m_campaignsList;
    QButtonGroup *m_scopes;
    QButtonGroup *m_mode;
    LinkButton *m_only;
    QPushButton *m_more;
    QAction *m_showRecipients = nullptr;
    QAction *m_noBodies = nullptr;
    QAction *m_chooseList = nullptr;
    QAction *m_forgetList = nullptr;
    QAction *m_saveCsv = nullptr;
    QAction *m_saveStix = nullptr;
    QAction *m_draftJapanese = nullptr;
    QAction *m_draftEnglish = nullptr;
    QLabel *m_note;
    QStackedWidget *m_lists;
    FailureViewer *m_viewer;
    QSplitter *m_splitter;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    int m_request = 0; ///< the sample that is being read
    int m_looks = 0;
    bool m_changing = false;
};

} // namespace sekisho
