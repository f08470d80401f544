// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"
#include "widgets/card.h"

#include <QTimer>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace sekisho {

class MarkView;
class RecordsView;
class SenderSummary;
struct SenderDetail;

/// The page of one sender: what it is and does at a glance, and its records. What the results do
/// not hold is looked up off the UI thread, and only while the panel can be seen.
class SenderPanel final : public Card {
    Q_OBJECT
public:
    explicit SenderPanel(QWidget *parent = nullptr);
    ~SenderPanel() override;
    Q_DISABLE_COPY_MOVE(SenderPanel)

    void setSender(const View &view, const Sender &sender);
    void clear();
    void retranslate();
    /// Whether everything about the sender is shown.
    [[nodiscard]] bool isComplete() const { return !m_wanted && !m_stop; }
    [[nodiscard]] QVariantMap state() const;
    /// Small whatever its parts need now: they are arranged by the width that there is.
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 200}; }
    void setState(const QVariantMap &state);

Q_SIGNALS:
    void filterRequested(const sekisho::Filter &filter);
    void pageRequested(sekisho::PageId page);
    void ownSenderRequested(const sekisho::OwnSenders::Entry &entry);
    void ownSenderRemoved(const sekisho::OwnSenders::Entry &entry);
    void ownSendersRequested();
    /// An address of the group was chosen.
    void senderChosen(const QString &key);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createHead();
    QWidget *createTools();
    void arrange();
    QWidget *createRecords();
    void connectParts();
    void showHead();
    void showDetail(const SenderDetail &detail);
    void showRecords(const SenderDetail &detail);
    void lookUp();
    void stopLookingUp();
    void fillOwnMenu();
    void toggleSender();
    void openReports();
    void openSamples();
    void countSamples();
    void choosePart(int part);

    View m_view;
    Sender m_sender;
    std::shared_ptr<Stop> m_stop; ///< of the search that is running; the latest one wins
    bool m_wanted = false; ///< the detail is to be looked up
    std::shared_ptr<const SenderDetail> m_detail; ///< what is shown; null: nothing yet
    QTimer m_slow; ///< runs out when the search takes so long that old texts would mislead

    QBoxLayout *m_head = nullptr; ///< words, and beside or below them what can be done
    QWidget *m_actions = nullptr;
    MarkView *m_mark;
    QLabel *m_title;
    QLabel *m_verdict;
    QLabel *m_seen;
    QPushButton *m_only;
    QPushButton *m_reports;
    QPushButton *m_samples; ///< failure reports of it, where there are some
    QPushButton *m_ours; ///< whose it is, and a menu to say it
    QMenu *m_oursMenu;
    QButtonGroup *m_parts;
    QStackedWidget *m_stack;
    SenderSummary *m_summary;
    RecordsView *m_records;
    QLabel *m_hint;
};

} // namespace sekisho
