// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/spfshared.h"

#include "report/domainname.h"

#include <algorithm>
#include <iterator>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Domains that the records of mail providers, hosting and mailing services stand at or below.
/// Those of a company's own name, where its staff sends too, are listed with their SPF host only.
constexpr QLatin1StringView sharedDomains[] = {
    // Mail providers
    "_spf.google.com"_L1,
    "_netblocks.google.com"_L1,
    "_netblocks2.google.com"_L1,
    "_netblocks3.google.com"_L1,
    "spf.protection.outlook.com"_L1,
    "spf.messaging.microsoft.com"_L1,
    "icloud.com"_L1,
    "messagingengine.com"_L1,
    "protonmail.ch"_L1,
    "zoho.com"_L1,
    "zoho.eu"_L1,
    "zoho.in"_L1,
    "zohomail.com"_L1,
    "zcsend.net"_L1,
    "_spf.yandex.net"_L1,
    "_spf.mail.ru"_L1,
    "mx.ovh.com"_L1,
    "_spf.mail.hostinger.com"_L1,
    "secureserver.net"_L1,
    "emailsrvr.com"_L1,
    "privateemail.com"_L1,
    "registrar-servers.com"_L1,
    "websitewelcome.com"_L1,
    "relay.mailchannels.net"_L1,
    "antispamcloud.com"_L1,
    "mimecast.com"_L1,
    "pphosted.com"_L1,
    "ppe-hosted.com"_L1,
    "messagelabs.com"_L1,
    "ess.barracudanetworks.com"_L1,
    // Mailing and business services
    "amazonses.com"_L1,
    "sendgrid.net"_L1,
    "mailgun.org"_L1,
    "servers.mcsv.net"_L1,
    "spf.mandrillapp.com"_L1,
    "spf.mtasv.net"_L1,
    "sparkpostmail.com"_L1,
    "spf.mailjet.com"_L1,
    "spf.sendinblue.com"_L1,
    "spf.brevo.com"_L1,
    "spf.constantcontact.com"_L1,
    "exacttarget.com"_L1,
    "_spf.salesforce.com"_L1,
    "mktomail.com"_L1,
    "hubspotemail.net"_L1,
    "mail.zendesk.com"_L1,
    "email.freshdesk.com"_L1,
    "helpscoutemail.com"_L1,
    "_spf.atlassian.net"_L1,
    "spf.smtp2go.com"_L1,
    "smtp.com"_L1,
    "elasticemail.com"_L1,
    "createsend.com"_L1,
    "shops.shopify.com"_L1,
    "stspg-customer.com"_L1,
    // Japan
    "spf.sender.xserver.jp"_L1,
    "_spf.lolipop.jp"_L1,
    "_spf.heteml.jp"_L1,
    "spf.securemx.jp"_L1,
    "_spf.activegate-ss.jp"_L1,
    "spf.kagoya.net"_L1,
    "spf.besender.jp"_L1,
    "_spf.hdems.com"_L1,
    "spf.haihaimail.jp"_L1,
};

} // namespace

bool isSharedSpfDomain(const QString &domain)
{
    return std::any_of(std::begin(sharedDomains), std::end(sharedDomains),
        [&domain](QLatin1StringView shared) { return isSameOrBelow(domain, QString(shared)); });
}

} // namespace sekisho
