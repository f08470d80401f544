// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/domainname.h"

#include <QUrl>

#include <libpsl.h>

#include <algorithm>

namespace sekisho {

namespace {

/// Whether the public suffix list has something to say about it: addresses have labels too, and
/// two of them that end alike have nothing in common.
bool isDomainName(QStringView text)
{
    const auto isOdd = [](QChar c) { return c.isSpace() || QStringView(u"@[]<>:/").contains(c); };
    if (text.startsWith(u'.') || text.contains(u"..") ||
        std::any_of(text.cbegin(), text.cend(), isOdd))
        return false;
    const QStringView top = text.sliced(text.lastIndexOf(u'.') + 1);
    return !std::all_of(top.cbegin(), top.cend(), [](QChar c) { return c.isDigit(); });
}

} // namespace

QString normalizedDomain(const QString &text)
{
    const bool plain = std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.' ||
            c == u'_';
    });
    QString domain = plain ? text : text.trimmed().toLower();
    while (domain.endsWith(u'.'))
        domain.chop(1);
    if (plain)
        return domain;
    const bool ascii =
        std::all_of(domain.cbegin(), domain.cend(), [](QChar c) { return c < u'\x80'; });
    if (ascii)
        return domain;
    const QByteArray ace = QUrl::toAce(domain);
    return ace.isEmpty() ? domain : QString::fromLatin1(ace);
}

bool isSameOrBelow(QStringView domain, QStringView parent)
{
    if (parent.isEmpty() || !domain.endsWith(parent))
        return false;
    return domain.size() == parent.size() || domain[domain.size() - parent.size() - 1] == u'.';
}

QString domainOfAddress(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 0)
        return {};
    QString domain = address.sliced(at + 1);
    const qsizetype end = domain.indexOf(u'>');
    if (end >= 0)
        domain.truncate(end);
    return normalizedDomain(domain);
}

QString OrganizationalDomains::of(const QString &domain) const
{
    // Hostile input may bring endless different names; what is remembered has a limit.
    constexpr qsizetype mostRemembered = 1'000'000;
    const auto found = m_known.constFind(domain);
    if (found != m_known.cend())
        return *found;
    if (m_known.size() > mostRemembered)
        m_known.clear();
    const QByteArray ascii = domain.toUtf8();
    const char *registrable =
        isDomainName(domain) ? psl_registrable_domain(psl_builtin(), ascii.constData()) : nullptr;
    return *m_known.insert(domain, registrable ? QString::fromUtf8(registrable) : domain);
}

bool OrganizationalDomains::aligned(
    const QString &domain, const QString &headerFrom, bool strict) const
{
    if (domain.isEmpty() || headerFrom.isEmpty())
        return false;
    if (domain == headerFrom)
        return true;
    return !strict && of(domain) == of(headerFrom);
}

} // namespace sekisho
