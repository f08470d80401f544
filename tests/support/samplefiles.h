// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QString>

namespace sekisho::fixture {

/// One aggregate report as XML: one record of `count` messages from `ip`, aligned or not.
inline QByteArray reportXml(const QString &org, const QString &id, const QString &domain,
    qint64 begin, const QString &ip, int count, bool passes)
{
    const QString result = passes ? QStringLiteral("pass") : QStringLiteral("fail");
    return QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<feedback><report_metadata><org_name>%1</org_name>"
                          "<email>dmarc@%1</email><report_id>%2</report_id>"
                          "<date_range><begin>%3</begin><end>%4</end></date_range>"
                          "</report_metadata><policy_published><domain>%5</domain><adkim>r</adkim>"
                          "<aspf>r</aspf><p>none</p><sp>none</sp><pct>100</pct>"
                          "</policy_published><record><row><source_ip>%6</source_ip>"
                          "<count>%7</count><policy_evaluated><disposition>none</disposition>"
                          "<dkim>%8</dkim><spf>%8</spf></policy_evaluated></row>"
                          "<identifiers><header_from>%5</header_from></identifiers>"
                          "<auth_results><dkim><domain>%5</domain><selector>s1</selector>"
                          "<result>%8</result></dkim><spf><domain>%5</domain>"
                          "<scope>mfrom</scope><result>%8</result></spf></auth_results></record>"
                          "</feedback>\n")
        .arg(org, id)
        .arg(begin)
        .arg(begin + 86399)
        .arg(domain, ip)
        .arg(count)
        .arg(result)
        .toUtf8();
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace sekisho::fixture
