// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sampletables.h"

#include "analysis/failures/urls.h"
#include "tables/addressorder.h"
#include "tables/visibletext.h"

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostInCell = 500;

QString cell(const QString &text)
{
    return shortVisibleText(text, mostInCell);
}

template <typename Row, QString Row::*field> QString fieldText(const Row &row, const Format &)
{
    return cell(row.*field);
}

template <typename Row, QString Row::*field> QVariant fieldValue(const Row &row)
{
    return row.*field;
}

template <typename Row> QVariant fixed(const Row &, int role)
{
    return role == FixedRole ? QVariant(true) : QVariant();
}

QString timeText(const ReceivedHop &hop, const Format &format)
{
    return format.dateTime(hop.time);
}

QVariant timeValue(const ReceivedHop &hop)
{
    return hop.time;
}

QVariant ipValue(const ReceivedHop &hop)
{
    return addressOrder(hop.ipText);
}

QString tlsText(const ReceivedHop &hop, const Format &)
{
    if (!hop.tls.isEmpty())
        return cell(hop.tls);
    // RFC 3848: the S of ESMTPS says that TLS was used.
    return hop.with.compare("esmtps"_L1, Qt::CaseInsensitive) == 0 || hop.with.compare("esmtpsa"_L1, Qt::CaseInsensitive) == 0
        ? QCoreApplication::translate("Columns", "yes")
        : QString();
}

QVariant tlsValue(const ReceivedHop &hop)
{
    return tlsText(hop, {});
}

constexpr Column<ReceivedHop> hopColumns[] = {
    {"from", QT_TRANSLATE_NOOP("Columns", "Named itself"), Qt::AlignLeft, fieldValue<ReceivedHop, &ReceivedHop::from>,
        fieldText<ReceivedHop, &ReceivedHop::from>, fixed<ReceivedHop>, nullptr,
        QT_TRANSLATE_NOOP("Columns", "The name that the sending server gave; anybody can give any name")},
    {"ip", QT_TRANSLATE_NOOP("Columns", "IP address"), Qt::AlignLeft, ipValue, fieldText<ReceivedHop, &ReceivedHop::ipText>,
        fixed<ReceivedHop>, nullptr, QT_TRANSLATE_NOOP("Columns", "As the receiving server saw it")},
    {"host", QT_TRANSLATE_NOOP("Columns", "Host name"), Qt::AlignLeft, fieldValue<ReceivedHop, &ReceivedHop::host>,
        fieldText<ReceivedHop, &ReceivedHop::host>, fixed<ReceivedHop>, nullptr,
        QT_TRANSLATE_NOOP("Columns", "As the receiving server looked it up")},
    {"by", QT_TRANSLATE_NOOP("Columns", "Received by"), Qt::AlignLeft, fieldValue<ReceivedHop, &ReceivedHop::by>,
        fieldText<ReceivedHop, &ReceivedHop::by>, fixed<ReceivedHop>},
    {"time", QT_TRANSLATE_NOOP("Columns", "Time"), Qt::AlignLeft, timeValue, timeText},
    {"with", QT_TRANSLATE_NOOP("Columns", "Protocol"), Qt::AlignLeft, fieldValue<ReceivedHop, &ReceivedHop::with>,
        fieldText<ReceivedHop, &ReceivedHop::with>},
    {"tls", QT_TRANSLATE_NOOP("Columns", "TLS"), Qt::AlignLeft, tlsValue, tlsText},
    {"id", QT_TRANSLATE_NOOP("Columns", "Queue ID"), Qt::AlignLeft, fieldValue<ReceivedHop, &ReceivedHop::id>,
        fieldText<ReceivedHop, &ReceivedHop::id>, fixed<ReceivedHop>},
};

QString kindText(Indicator::Kind kind)
{
    switch (kind) {
    case Indicator::Kind::Url: return QCoreApplication::translate("Columns", "URL");
    case Indicator::Kind::Host: return QCoreApplication::translate("Columns", "Host");
    case Indicator::Kind::Address: return QCoreApplication::translate("Columns", "Mail address");
    case Indicator::Kind::File: return QCoreApplication::translate("Columns", "File");
    }
    return {};
}

QString kindCell(const IndicatorLine &line, const Format &)
{
    return kindText(line.indicator.kind);
}

QVariant kindValue(const IndicatorLine &line)
{
    return int(line.indicator.kind);
}

/// What one should know about it, most important first.
QString remark(const Indicator &indicator)
{
    QStringList remarks;
    if (indicator.listed)
        remarks.append(QCoreApplication::translate("Columns", "on your list"));
    if (!indicator.lookAlike.isEmpty())
        remarks.append(QCoreApplication::translate("Columns", "looks like %1").arg(indicator.lookAlike));
    if (const QString readable = readableHost(indicator.host); readable != indicator.host)
        remarks.append(QCoreApplication::translate("Columns", "reads %1").arg(defanged(readable)));
    if (!indicator.targets.isEmpty())
        remarks.append(QCoreApplication::translate("Columns", "leads to %1").arg(defanged(indicator.targets.last())));
    return remarks.join(u"; "_s);
}

QString remarkCell(const IndicatorLine &line, const Format &)
{
    return cell(remark(line.indicator));
}

QVariant remarkValue(const IndicatorLine &line)
{
    return remark(line.indicator);
}

QVariant remarkExtra(const IndicatorLine &line, int role)
{
    const bool warns = line.indicator.listed || !line.indicator.lookAlike.isEmpty();
    return role == MeaningRole && warns ? QVariant(line.indicator.listed ? 2 : 1) : QVariant(); // Failed, Unaligned
}

QString samplesText(const IndicatorLine &line, const Format &format)
{
    return format.number(line.indicator.samples);
}

QVariant samplesValue(const IndicatorLine &line)
{
    return line.indicator.samples;
}

constexpr Column<IndicatorLine> indicatorColumns[] = {
    {"kind", QT_TRANSLATE_NOOP("Columns", "Kind"), Qt::AlignLeft, kindValue, kindCell},
    {"value", QT_TRANSLATE_NOOP("Columns", "Value"), Qt::AlignLeft, fieldValue<IndicatorLine, &IndicatorLine::text>,
        fieldText<IndicatorLine, &IndicatorLine::text>, fixed<IndicatorLine>, nullptr,
        QT_TRANSLATE_NOOP("Columns", "Written so that nothing takes it for a link")},
    {"remark", QT_TRANSLATE_NOOP("Columns", "Remark"), Qt::AlignLeft, remarkValue, remarkCell, remarkExtra},
    {"samples", QT_TRANSLATE_NOOP("Columns", "Samples"), Qt::AlignRight, samplesValue, samplesText},
};

QString sizeText(const Attachment &attachment, const Format &format)
{
    return format.locale.formattedDataSize(attachment.size);
}

QVariant sizeValue(const Attachment &attachment)
{
    return attachment.size;
}

QString hashText(const Attachment &attachment, const Format &)
{
    return QString::fromLatin1(attachment.sha256);
}

QVariant hashValue(const Attachment &attachment)
{
    return hashText(attachment, {});
}

QString closedText(const Attachment &attachment, const Format &)
{
    if (attachment.type == "application/ms-tnef"_L1)
        return QCoreApplication::translate("Columns", "Outlook's wrapping of a mail (TNEF); not opened");
    if (attachment.type == "application/vnd.ms-outlook"_L1)
        return QCoreApplication::translate("Columns", "a mail in Outlook's form (.msg); not opened");
    return {};
}

QVariant closedValue(const Attachment &attachment)
{
    return closedText(attachment, {});
}

constexpr Column<Attachment> attachmentColumns[] = {
    {"name", QT_TRANSLATE_NOOP("Columns", "Name"), Qt::AlignLeft, fieldValue<Attachment, &Attachment::name>,
        fieldText<Attachment, &Attachment::name>},
    {"type", QT_TRANSLATE_NOOP("Columns", "Type"), Qt::AlignLeft, fieldValue<Attachment, &Attachment::type>,
        fieldText<Attachment, &Attachment::type>},
    {"size", QT_TRANSLATE_NOOP("Columns", "Size"), Qt::AlignRight, sizeValue, sizeText},
    {"sha256", "SHA-256", Qt::AlignLeft, hashValue, hashText, fixed<Attachment>},
    {"remark", QT_TRANSLATE_NOOP("Columns", "Remark"), Qt::AlignLeft, closedValue, closedText},
};

QString methodText(const AuthEntry &line, const Format &)
{
    return cell(line.method.method.toUpper());
}

QVariant methodValue(const AuthEntry &line)
{
    return line.method.method;
}

QString resultText(const AuthEntry &line, const Format &)
{
    return cell(line.method.result);
}

QVariant resultValue(const AuthEntry &line)
{
    return line.method.result;
}

QVariant resultExtra(const AuthEntry &line, int role)
{
    if (role != MeaningRole)
        return {};
    const bool passed = line.method.result == "pass"_L1;
    return passed ? (line.aligned ? 0 : 1) : 2; // Aligned, Unaligned, Failed
}

QString meaningText(const AuthEntry &line, const Format &)
{
    if (!line.trusted)
        return QCoreApplication::translate("Columns", "not the receiver's own word; anybody can write it");
    const QString &method = line.method.method;
    if (method != "spf"_L1 && method != "dkim"_L1)
        return cell(line.method.comment);
    if (line.method.result != "pass"_L1)
        return cell(line.method.comment);
    return line.aligned ? QCoreApplication::translate("Columns", "passed, and aligned with From")
                        : QCoreApplication::translate("Columns", "passed, but for a domain that is not aligned with From");
}

QVariant meaningValue(const AuthEntry &line)
{
    return meaningText(line, {});
}

constexpr Column<AuthEntry> authColumns[] = {
    {"method", QT_TRANSLATE_NOOP("Columns", "Check"), Qt::AlignLeft, methodValue, methodText},
    {"result", QT_TRANSLATE_NOOP("Columns", "Result"), Qt::AlignLeft, resultValue, resultText, resultExtra},
    {"domain", QT_TRANSLATE_NOOP("Columns", "Domain"), Qt::AlignLeft, fieldValue<AuthEntry, &AuthEntry::domain>,
        fieldText<AuthEntry, &AuthEntry::domain>, fixed<AuthEntry>},
    {"meaning", QT_TRANSLATE_NOOP("Columns", "Meaning"), Qt::AlignLeft, meaningValue, meaningText},
    {"server", QT_TRANSLATE_NOOP("Columns", "Checked by"), Qt::AlignLeft, fieldValue<AuthEntry, &AuthEntry::server>,
        fieldText<AuthEntry, &AuthEntry::server>, fixed<AuthEntry>},
    {"field", QT_TRANSLATE_NOOP("Columns", "Field"), Qt::AlignLeft, fieldValue<AuthEntry, &AuthEntry::field>,
        fieldText<AuthEntry, &AuthEntry::field>},
};

} // namespace

HopTable::HopTable(QObject *parent)
    : TableModel(hopColumns, parent)
{
}

IndicatorTable::IndicatorTable(QObject *parent)
    : TableModel(indicatorColumns, parent)
{
}

void IndicatorTable::setIndicators(const std::vector<Indicator> &indicators, const Mask &mask, const Format &format)
{
    std::vector<IndicatorLine> lines;
    lines.reserve(indicators.size());
    for (const Indicator &indicator : indicators) {
        QString text = indicator.kind == Indicator::Kind::File
            ? (indicator.name.isEmpty() ? indicator.value : indicator.name + u' ' + indicator.value)
            : defanged(mask.text(indicator.value));
        lines.push_back({indicator, std::move(text)});
    }
    setRows(std::move(lines), format);
}

AttachmentTable::AttachmentTable(QObject *parent)
    : TableModel(attachmentColumns, parent)
{
}

AuthTable::AuthTable(QObject *parent)
    : TableModel(authColumns, parent)
{
}

} // namespace sekisho
