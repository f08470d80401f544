// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QButtonGroup;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;

namespace sekisho {

class BytesView;
class ExplanationView;
struct ByteLines;

/// One item of the import log: why it ended as it did, and its bytes with the place marked.
class ItemDetail final : public QWidget {
    Q_OBJECT
public:
    explicit ItemDetail(LoadOriginal loadOriginal, QWidget *parent = nullptr);

    /// Shows an item of the dataset; one that is shown already is not read again.
    void setItem(DatasetPtr dataset, quint32 item, const Format &format);
    void clear();
    void setOrientation(Qt::Orientation orientation);
    void retranslate();
    [[nodiscard]] QVariantMap state() const;
    void setState(const QVariantMap &state);

Q_SIGNALS:
    /// The user wants to see the other item that claims to be the same report.
    void itemRequested(quint32 item);
    /// The user wants to see the report on its page.
    void reportRequested(quint32 report);

private:
    QWidget *createReasons();
    QWidget *createBytes();
    QLayout *createButtons();
    void connectParts();
    void load();
    void showBytes(std::shared_ptr<const ByteLines> lines);
    void showMessage(const QString &text);
    void updateButtons();
    void goToNote(int sentence);
    void copyReport() const;
    void saveBytes();
    void openFolder() const;
    [[nodiscard]] const LogItem *item() const;
    [[nodiscard]] qint64 spot() const;
    [[nodiscard]] qint64 otherReport() const;

    LoadOriginal m_loadOriginal;
    DatasetPtr m_dataset = std::make_shared<Dataset>();
    Format m_format;
    qint64 m_item = -1; ///< index into Dataset::items, -1: none
    int m_request = 0; ///< counted, so that a late answer does not win
    std::shared_ptr<const ByteLines> m_lines; ///< null: not there (yet)
    std::optional<Note> m_problem; ///< why the bytes cannot be shown

    ExplanationView *m_reasons;
    BytesView *m_bytes;
    QLabel *m_bytesTitle;
    QLabel *m_size;
    QLabel *m_message;
    QLabel *m_outcome; ///< of the last thing the user did here
    QButtonGroup *m_mode;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_folder;
    QPushButton *m_other;
    QPushButton *m_report;
    QSplitter *m_splitter;
    QStackedLayout *m_bytesStack = nullptr;
};

} // namespace sekisho
