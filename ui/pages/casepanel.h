// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/casedetail.h"
#include "pages/panelparts.h"
#include "widgets/card.h"

#include <QTimer>

class QBoxLayout;
class QPushButton;
class QScrollArea;

namespace sekisho {

class CaseBadge;
class InfoStrip;
class PathView;
class RecordsView;

/// All about the case of one sender, or of one of its records: what it is, the way of its mail,
/// what speaks for it and against it, and what to do. Looked up off the UI thread.
class CasePanel final : public Card {
    Q_OBJECT
public:
    explicit CasePanel(QWidget *parent = nullptr);
    ~CasePanel() override;

    void setQuestion(const View &view, const CaseQuestion &question, const QString &label);
    void clear();
    [[nodiscard]] bool isComplete() const { return m_detail && !m_stop; }
    [[nodiscard]] const std::shared_ptr<const CaseDetail> &detail() const { return m_detail; }
    [[nodiscard]] QVariantMap state() const;
    void setState(const QVariantMap &state);
    void retranslate();

Q_SIGNALS:
    void filterRequested(const sekisho::Filter &filter);
    void pageRequested(sekisho::PageId page);
    void ownSenderRequested(const sekisho::OwnSenders::Entry &entry);
    void ownSenderRemoved(const sekisho::OwnSenders::Entry &entry);
    void pinRequested(const sekisho::Pin &pin);
    void pinRemoved(const sekisho::Pin &pin);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *createHead();
    void createSections(QVBoxLayout *layout);
    void connectParts();
    void lookUp();
    void stopLookingUp();
    void showDetail();
    void showEvidence();
    void showOthers();
    void showAdvice();
    void showRecords();
    void fillMenus();
    void requestOwn(SenderClass senderClass);
    void requestPin(MailCase mailCase);
    void askForNote();
    void countSamples();
    void openSamples();
    void explainRecord(Row row);
    void arrange();

    View m_view;
    CaseQuestion m_question;
    QString m_label;
    std::shared_ptr<const CaseDetail> m_detail;
    std::shared_ptr<Stop> m_stop;
    bool m_wanted = false;
    CaseBadge *m_badge;
    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_note;
    InfoStrip *m_replay;
    QPushButton *m_own;
    QPushButton *m_pin;
    QPushButton *m_only;
    QPushButton *m_samples; ///< failure reports of the sender or record, where there are some
    PathView *m_path;
    PanelSection m_way;
    PanelSection m_for;
    PanelSection m_against;
    PanelSection m_others;
    PanelSection m_advice;
    PanelSection m_recordsPart;
    QBoxLayout *m_evidence = nullptr;
    QBoxLayout *m_consequences = nullptr;
    QScrollArea *m_scroll;
    RecordsView *m_records;
};

} // namespace sekisho
