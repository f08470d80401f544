// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ownsenders.h"

#include <QAbstractTableModel>

namespace sekisho {

/// The registry of own senders to be edited in place: rows are what was typed, right or wrong, and
/// what is wrong is said in a sentence for each.
class OwnSenderTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Kind, Name, Class, Domain, Note };
    static constexpr int columns = Note + 1;
    /// What a sender is known by.
    enum class SenderKind : quint8 { Network, Host, Spf, Dkim };
    static constexpr int kinds = 4;

    using QAbstractTableModel::QAbstractTableModel;

    void setSenders(const OwnSenders &senders);
    /// What the rows without a problem say; empty rows are nothing.
    [[nodiscard]] OwnSenders senders() const;
    /// Adds what is not there yet; returns how many rows that were.
    int add(const std::vector<OwnSenders::Entry> &entries);
    /// An empty row at the end, to be filled in.
    QModelIndex addEmpty();
    /// What is wrong with a row; empty where it is right.
    [[nodiscard]] QString problemOf(int row) const;
    /// The first row with a problem, or -1.
    [[nodiscard]] int firstProblem() const;

    [[nodiscard]] static QString kindText(SenderKind kind);
    /// Says everything again in the language of now.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    bool removeRows(int row, int count, const QModelIndex &parent) override;

private:
    struct Line {
        SenderKind kind = SenderKind::Network;
        QString name; ///< without the prefix that says the kind
        SenderClass senderClass = SenderClass::Internal;
        QString domain;
        QString note;

        [[nodiscard]] bool isEmpty() const
        {
            return name.isEmpty() && domain.isEmpty() && note.isEmpty();
        }
    };

    [[nodiscard]] static Line lineOf(const OwnSenders::Entry &entry);
    /// None where the line is not right by itself.
    [[nodiscard]] static std::optional<OwnSenders::Entry> entryOf(const Line &line);
    static void setName(Line &line, const QString &text);
    [[nodiscard]] QString textOf(const Line &line, int column) const;

    std::vector<Line> m_lines;
};

} // namespace sekisho
