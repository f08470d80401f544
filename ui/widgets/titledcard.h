// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/card.h"

class QLabel;
class QVBoxLayout;

namespace sekisho {

class LinkButton;

/// A card with a title, a quiet line below it, and a link to more at its foot.
class TitledCard : public Card {
    Q_OBJECT
public:
    static constexpr int inset = 8;

    explicit TitledCard(QWidget *parent = nullptr);

    /// An empty subtitle takes no place.
    void setTitle(const QString &title, const QString &subtitle = {});
    /// An empty text hides the link.
    void setMore(const QString &text);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    /// Where the content goes; what is to stand under the title begins at `inset`.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

Q_SIGNALS:
    void moreActivated();

private:
    QWidget *m_head;
    QLabel *m_title;
    QLabel *m_subtitle;
    QVBoxLayout *m_body;
    LinkButton *m_more;
};

} // namespace sekisho
