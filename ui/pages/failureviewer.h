// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/failures/inspection.h"
#include "analysis/failures/urllist.h"
#include "pages/page.h"
#include "tables/mask.h"
#include "widgets/card.h"

#include <array>

class QAbstractItemModel;
class QButtonGroup;
class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace sekisho {

class AttachmentTable;
class AuthTable;
class CaseBadge;
class HopTable;
class IndicatorTable;
class InfoStrip;
class LinkButton;
class SegmentButton;
class TableTools;

/// One sample, to look at and not to touch: text is plain text, nothing is rendered, fetched or
/// opened, and saving asks first.
class FailureViewer final : public Card {
    Q_OBJECT
public:
    explicit FailureViewer(QWidget *parent = nullptr);

    struct Options {
        bool masked = true; ///< recipients are hidden
        bool bodies = true; ///< false: headers and indicators only
        UrlList list;
        QStringList ownDomains;
        Format format;
    };

    void setOptions(const Options &options);
    /// What other reports know of the same mail.
    struct Context {
        /// What the aggregate reports say of the address; none where they say nothing.
        std::optional<SenderVerdict> verdict;
        int records = 0; ///< aggregate records that the mail belongs to
        int toSameHidden = 0; ///< other samples to a recipient behind the same token
    };

    void setInspection(const Inspection &inspection, const Context &context);
    /// Something in place of a sample: that it is being read, or why it cannot be.
    void setMessage(const QString &text);
    void retranslate();

    [[nodiscard]] QByteArray sampleToSave() const;

Q_SIGNALS:
    /// The user follows the address to its records.
    void senderRequested();
    /// … the mail to the records that count it.
    void recordsRequested();

private:
    enum Tab { Message, Headers, Way, Checks, Links, Files, tabCount };

    QWidget *createHead();
    QWidget *createTabs();
    QTreeView *addTable(QAbstractItemModel *model, const QString &name, int stretched);
    void showTab(int tab);
    void fill();
    void fillHead();
    void fillCase();
    [[nodiscard]] QString recipientsText(const Mask &mask) const;
    void fillText();
    void saveSample();

    QLabel *m_message;
    QWidget *m_content;
    InfoStrip *m_warning;
    QList<QLabel *> m_names;
    QLabel *m_reporter;
    LinkButton *m_address;
    LinkButton *m_records;
    QLabel *m_time;
    QLabel *m_to;
    QLabel *m_from;
    QLabel *m_subject;
    QLabel *m_computed;
    QLabel *m_claimed;
    QLabel *m_case;
    CaseBadge *m_badge;
    QLabel *m_outcome;
    QButtonGroup *m_tabs;
    QStackedWidget *m_pages;
    QPlainTextEdit *m_body;
    QPlainTextEdit *m_headers;
    QButtonGroup *m_bodyMode;
    QButtonGroup *m_headerMode;
    std::array<QWidget *, 2> m_modeBars{}; ///< of the first two tabs
    HopTable *m_hops;
    AuthTable *m_auth;
    IndicatorTable *m_links;
    AttachmentTable *m_files;
    Options m_options;
    Inspection m_inspection;
    Context m_context;
    bool m_filled = false;
};

} // namespace sekisho
