// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/linesview.h"

#include <memory>
#include <vector>

namespace sekisho {

/// A text and where its lines begin; made off the UI thread, shared without locks.
struct TextLines {
    QString text; ///< lines end with LF
    std::vector<qsizetype> starts; ///< of every line; one more for the end
    int longest = 0; ///< characters

    [[nodiscard]] static TextLines of(const QString &text);
    [[nodiscard]] int count() const { return starts.empty() ? 0 : int(starts.size()) - 1; }
    [[nodiscard]] QStringView line(int index) const;
};

/// XML for reading, coloured after the palette.
class XmlView final : public LinesView {
    Q_OBJECT
public:
    explicit XmlView(QWidget *parent = nullptr);

    /// The text comes from outside, so it must have been made visible before.
    void setLines(std::shared_ptr<const TextLines> lines);

    [[nodiscard]] int lineCount() const override { return m_lines->count(); }
    [[nodiscard]] QString lineText(int line) const override;

protected:
    [[nodiscard]] QList<QTextLayout::FormatRange> colours(
        int line, const QString &text) const override;
    [[nodiscard]] int longestLine() const override { return m_lines->longest; }

private:
    std::shared_ptr<const TextLines> m_lines = std::make_shared<TextLines>();
};

} // namespace sekisho
