// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/statejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sekisho::imap {

using namespace Qt::StringLiterals;

namespace {

const QStringList outcomeKeys{u"afterRead"_s, u"afterOther"_s, u"afterUnreadable"_s};
const QStringList reasons{u"too-large"_s, u"refused"_s, u"not-sent"_s, u"breaks"_s};

QJsonObject objectOf(const FolderState &state)
{
    QJsonArray leftOut;
    for (const LeftOut &message : state.leftOut)
        leftOut.append(QJsonObject{{u"uid"_s, qint64(message.uid)}, {u"size"_s, message.size},
            {u"reason"_s, reasons.value(int(message.reason))}});
    QJsonObject object{{u"uidValidity"_s, qint64(state.uidValidity)},
        {u"since"_s, state.since.toString(Qt::ISODate)},
        {u"searchedTo"_s, qint64(state.searchedTo)},
        {u"done"_s, QString::fromLatin1(state.done.text())},
        {u"pending"_s, QString::fromLatin1(state.pending.text())}, {u"leftOut"_s, leftOut}};
    for (size_t i = 0; i < state.after.size(); ++i) {
        if (!state.after[i].isEmpty())
            object.insert(outcomeKeys[qsizetype(i)], QString::fromLatin1(state.after[i].text()));
    }
    return object;
}

UidSet setOf(const QJsonValue &value)
{
    return UidSet::fromText(value.toString().toLatin1());
}

FolderState stateOf(const QJsonObject &object)
{
    FolderState state;
    state.uidValidity = quint32(object.value("uidValidity"_L1).toInteger());
    state.since = QDate::fromString(object.value("since"_L1).toString(), Qt::ISODate);
    state.searchedTo = quint32(object.value("searchedTo"_L1).toInteger());
    state.done = setOf(object.value("done"_L1));
    state.pending = setOf(object.value("pending"_L1));
    for (size_t i = 0; i < state.after.size(); ++i)
        state.after[i] = setOf(object.value(outcomeKeys[qsizetype(i)]));
    for (const QJsonValue &value : object.value("leftOut"_L1).toArray()) {
        LeftOut message;
        message.uid = quint32(value["uid"_L1].toInteger());
        message.size = value["size"_L1].toInteger();
        message.reason =
            LeftOut::Reason(std::max(qsizetype(0), reasons.indexOf(value["reason"_L1].toString())));
        state.leftOut.append(message);
    }
    return state;
}

} // namespace

QByteArray statesToJson(const QMap<QString, FolderState> &states)
{
    QJsonObject folders;
    for (auto it = states.cbegin(); it != states.cend(); ++it)
        folders.insert(it.key(), objectOf(it.value()));
    return QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"folders"_s, folders}}).toJson();
}

std::optional<QMap<QString, FolderState>> statesFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || document["version"_L1].toInt() != 1)
        return std::nullopt;
    const QJsonObject folders = document["folders"_L1].toObject();
    QMap<QString, FolderState> states;
    for (auto it = folders.begin(); it != folders.end(); ++it)
        states.insert(it.key(), stateOf(it.value().toObject()));
    return states;
}

} // namespace sekisho::imap
