// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"
#include "pages/reporttext.h"
#include "tables/parttable.h"

class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTreeView;

namespace sekisho {

class ColumnFit;
class ExplanationView;
class RawOrder;
class TableTools;
class XmlView;
struct TextLines;

/// One report in words and as XML, side by side. A part chosen in one lights up in the other.
class ReportReader final : public QWidget {
    Q_OBJECT
public:
    explicit ReportReader(LoadOriginal loadOriginal, QWidget *parent = nullptr);

    /// Shows a report of the view's dataset; a report that is shown already keeps its place.
    void setReport(const View &view, quint32 report);
    void clear();
    void retranslate();
    [[nodiscard]] QVariantMap state() const;
    void setState(const QVariantMap &state);

Q_SIGNALS:
    void filterRequested(const sekisho::Filter &filter);
    void pageRequested(sekisho::PageId page);

private:
    /// The original as the XML pane shows it; made off the UI thread.
    struct Original {
        std::optional<Note> problem; ///< why there is none
        std::shared_ptr<const XmlOutline> outline;
        std::shared_ptr<const TextLines> lines;
    };

    [[nodiscard]] static Original prepared(const Result<QByteArray> &bytes);

    QWidget *createWords();
    QWidget *createXml();
    void connectParts();
    void load();
    void showOriginal(const Original &original);
    void showMessage(const QString &text);
    void showHint();
    void explain();
    void choosePart(int part);
    void chooseBlock(BlockKind block);
    void chooseLine(int line);
    void lightUp(bool scroll);
    void requestThisReport();
    void countSamples();
    void openSamples();
    [[nodiscard]] std::optional<Row> record() const;
    [[nodiscard]] bool isShown(const View &view, quint32 wanted) const;
    [[nodiscard]] const ReportInfo *report() const;
    [[nodiscard]] Explanation explanation() const;

    LoadOriginal m_loadOriginal;
    OrganizationalDomains m_domains;
    View m_view;
    qint64 m_report = -1; ///< index into Dataset::reports, -1: none
    int m_ordinal = 0; ///< which report of its document
    int m_part = PartTable::reportPart;
    BlockKind m_block = BlockKind::Metadata;
    int m_request = 0; ///< counted, so that a late answer does not win
    Original m_original;

    PartTable *m_parts;
    RawOrder *m_order;
    QTreeView *m_partsView;
    TableTools *m_tools;
    ColumnFit *m_fit;
    ExplanationView *m_words;
    XmlView *m_xml;
    QLabel *m_message;
    QLabel *m_hint;
    QLabel *m_wordsTitle;
    QLabel *m_xmlTitle;
    QLabel *m_file;
    QPushButton *m_only;
    QPushButton *m_samples; ///< failure reports of the record, where there are some
    QStackedLayout *m_xmlStack = nullptr;
    QSplitter *m_panes;
    QSplitter *m_wordsSplitter;
    bool m_linking = false; ///< one pane is being brought in line with another
};

} // namespace sekisho
