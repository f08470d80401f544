// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/casesendertable.h"

#include "tables/addressorder.h"
#include "tables/casetext.h"
#include "tables/sendername.h"
#include "tables/column.h"

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QVariant nameExtra(const CaseSenderLine &line, int role)
{
    switch (role) {
    case CaseRole: return int(line.mailCase());
    case KeyRole: return line.sender->key;
    case FixedRole: return true;
    default: return {};
    }
}

QVariant shareExtra(const CaseSenderLine &line, int role)
{
    return role == ShareRole ? QVariant(line.sender->certainty[size_t(line.mailCase())])
                             : QVariant();
}

QString certainty(const CaseSenderLine &line, const Format &format)
{
    const auto at = size_t(line.mailCase());
    if (line.sender->pinned[at])
        return columnText(QT_TRANSLATE_NOOP("Columns", "pinned"));
    return format.percent(qint64(line.sender->certainty[at] * 1e9), qint64(1e9));
}

/// What else is to be known: "mixed, replay".
QString remarks(const CaseSenderLine &line, const Format &)
{
    QStringList texts;
    if (line.sender->replay)
        texts.append(columnText(QT_TRANSLATE_NOOP("Columns", "replay")));
    if (line.sender->isMixed())
        texts.append(columnText(QT_TRANSLATE_NOOP("Columns", "mixed")));
    return texts.join(u", "_s);
}

bool narrowSender(const CaseSenderLine &line, Filter &filter, bool exclude)
{
    narrowToSender(filter, line.sender->key, exclude);
    return true;
}

const Column<CaseSenderLine> columns[] = {
    {"sender", QT_TRANSLATE_NOOP("Columns", "Sender"), Qt::AlignLeft,
        [](const CaseSenderLine &line) { return QVariant(addressOrder(line.sender->key)); },
        [](const CaseSenderLine &line, const Format &) { return senderName(line.sender->label); },
        nameExtra, narrowSender, nullptr},
    {"messages", QT_TRANSLATE_NOOP("Columns", "Messages"), Qt::AlignRight,
        [](const CaseSenderLine &line) { return QVariant(line.messages()); },
        [](const CaseSenderLine &line, const Format &format) {
            return format.number(line.messages());
        },
        nullptr, narrowSender, nullptr},
    {"case", QT_TRANSLATE_NOOP("Columns", "Case"), Qt::AlignLeft,
        [](const CaseSenderLine &line) { return QVariant(int(line.mailCase())); },
        [](const CaseSenderLine &line, const Format &) { return caseName(line.mailCase()); },
        nullptr, narrowSender, QT_TRANSLATE_NOOP("Columns", "The case of most messages")},
    {"probability", QT_TRANSLATE_NOOP("Columns", "Certainty"), Qt::AlignRight,
        [](const CaseSenderLine &line) {
            return QVariant(line.sender->certainty[size_t(line.mailCase())]);
        },
        certainty, shareExtra, narrowSender,
        QT_TRANSLATE_NOOP("Columns",
            "How probable the case is, as a mean over its messages; “pinned” where you said so")},
    {"remarks", QT_TRANSLATE_NOOP("Columns", "Remarks"), Qt::AlignLeft,
        [](const CaseSenderLine &line) { return QVariant(remarks(line, {})); }, remarks, nullptr,
        narrowSender,
        QT_TRANSLATE_NOOP(
            "Columns", "“mixed”: a tenth or more of the sender's messages are of other cases")},
};

} // namespace

CaseSenderTable::CaseSenderTable(QObject *parent)
    : TableModel(columns, parent)
{
}

void CaseSenderTable::setSenders(std::shared_ptr<const CaseSummary> summary,
    std::optional<MailCase> mailCase, const Format &format)
{
    std::vector<CaseSenderLine> lines;
    for (const CaseSender &sender : summary->senders) {
        if (!mailCase || sender.messages[size_t(*mailCase)] > 0)
            lines.push_back({&sender, mailCase});
    }
    m_ofAllCases = !mailCase;
    setRows(std::move(lines), format, std::move(summary));
}

bool CaseSenderTable::isInOrder(int column, Qt::SortOrder order) const
{
    return m_ofAllCases && column == Messages && order == Qt::DescendingOrder;
}

QModelIndex CaseSenderTable::indexOf(const QString &key) const
{
    for (size_t i = 0; i < rows().size(); ++i) {
        if (rows()[i].sender->key == key)
            return index(int(i), 0);
    }
    return {};
}

} // namespace sekisho
