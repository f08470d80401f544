// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/failurereport.h"

#include <algorithm>
#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

bool isTokenChar(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
        QStringView(u"+/=-_").contains(c);
}

/// What base64 of a keyed hash looks like: long, and letters of both cases with digits among them.
bool looksHashed(QStringView text)
{
    constexpr qsizetype shortest = 20;
    if (text.size() < shortest || !std::all_of(text.begin(), text.end(), isTokenChar))
        return false;
    const auto has = [text](auto wanted) { return std::any_of(text.begin(), text.end(), wanted); };
    const auto changes = [text] {
        int count = 0;
        for (qsizetype i = 1; i < text.size(); ++i)
            count += text[i].isLetter() && text[i - 1].isLetter() &&
                text[i].isUpper() != text[i - 1].isUpper();
        return count;
    };
    return has([](QChar c) { return c.isUpper(); }) && has([](QChar c) { return c.isLower(); }) &&
        has([](QChar c) { return c.isDigit(); }) && changes() >= 3;
}

} // namespace

FeedbackKind feedbackKind(QStringView word)
{
    const QString lower = word.trimmed().toString().toLower();
    // One without Feedback-Type is taken for a failure report, as others do.
    if (lower.isEmpty() || lower == "auth-failure"_L1)
        return FeedbackKind::AuthFailure;
    if (lower == "abuse"_L1)
        return FeedbackKind::Abuse;
    if (lower == "fraud"_L1)
        return FeedbackKind::Fraud;
    if (lower == "virus"_L1)
        return FeedbackKind::Virus;
    if (lower == "not-spam"_L1)
        return FeedbackKind::NotSpam;
    if (lower.startsWith("opt-out"_L1))
        return FeedbackKind::OptOut;
    return FeedbackKind::Other;
}

AuthFailure authFailure(QStringView word)
{
    const QString lower = word.trimmed().toString().toLower();
    if (lower.isEmpty())
        return AuthFailure::Missing;
    for (AuthFailure failure : {AuthFailure::Adsp, AuthFailure::BodyHash, AuthFailure::Revoked,
             AuthFailure::Signature, AuthFailure::Spf, AuthFailure::Dmarc}) {
        if (lower == sekisho::word(failure))
            return failure;
    }
    return AuthFailure::Other;
}

QString word(AuthFailure failure)
{
    switch (failure) {
    case AuthFailure::Missing: return {};
    case AuthFailure::Adsp: return u"adsp"_s;
    case AuthFailure::BodyHash: return u"bodyhash"_s;
    case AuthFailure::Revoked: return u"revoked"_s;
    case AuthFailure::Signature: return u"signature"_s;
    case AuthFailure::Spf: return u"spf"_s;
    case AuthFailure::Dmarc: return u"dmarc"_s;
    case AuthFailure::Other: return u"other"_s;
    }
    return {};
}

QString AuthMethod::property(QStringView type, QStringView name) const
{
    for (const AuthProperty &property : properties) {
        if (property.type == type && property.name == name)
            return property.value;
    }
    return {};
}

QString addressText(const MailAddress &address)
{
    if (address.name.isEmpty())
        return address.address;
    return address.address.isEmpty() ? address.name
                                     : u"%1 <%2>"_s.arg(address.name, address.address);
}

QString addressText(const std::vector<MailAddress> &addresses)
{
    QStringList texts;
    for (const MailAddress &address : addresses)
        texts.append(addressText(address));
    return texts.join(u", "_s);
}

namespace {

QString localPart(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    return (at < 0 ? address : address.first(at)).trimmed();
}

} // namespace

bool isRedactionToken(const QString &address)
{
    return looksHashed(localPart(address));
}

bool isRedacted(const QString &address)
{
    const QString local = localPart(address);
    const QString lower = local.toLower();
    static const std::array words{
        "redacted"_L1, "[redacted]"_L1, "<redacted>"_L1, "xxx"_L1, "hidden"_L1, "removed"_L1};
    if (std::find(words.begin(), words.end(), lower) != words.end())
        return true;
    const bool blanked = !local.isEmpty() &&
        std::all_of(lower.cbegin(), lower.cend(), [](QChar c) { return c == u'x' || c == u'*'; });
    return (blanked && local.size() >= 3) || looksHashed(local);
}

} // namespace sekisho
