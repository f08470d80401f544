// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/celltext.h"

#include <QCoreApplication>

#include <array>

namespace sekisho {

namespace {

/// Untranslated; unused places are null.
struct Source {
    const char *verdict;
    const char *meaning;
    std::array<const char *, 4> causes;
    std::array<const char *, 3> actions;
};

/// In the order of Cell::index(): DKIM aligned, not aligned, fail; in each SPF the same.
constexpr std::array<Source, cellCount> sources{{
    {QT_TRANSLATE_NOOP("CellText", "DMARC passes by DKIM and by SPF."),
        QT_TRANSLATE_NOOP("CellText",
            "The signature and the sending server both belong to the domain in the From header. "
            "If one of the two were lost on the way, the other would still let DMARC pass."),
        {QT_TRANSLATE_NOOP("CellText", "Mail came directly from your own servers."),
            QT_TRANSLATE_NOOP("CellText",
                "Mail came from a sending service that is set up completely for your domain.")},
        {QT_TRANSLATE_NOOP("CellText", "Nothing has to be repaired."),
            QT_TRANSLATE_NOOP("CellText",
                "Check that you know every sender in this cell. One you do not know may be an "
                "account or a server that somebody else has taken over.")}},
    {QT_TRANSLATE_NOOP("CellText", "DMARC passes by DKIM alone."),
        QT_TRANSLATE_NOOP("CellText",
            "The signature of your domain is intact. SPF passed as well, but for another domain: "
            "the return address of the message is not yours."),
        {QT_TRANSLATE_NOOP("CellText",
             "A server forwarded the mail under its own return address. SPF for your domain is "
             "lost by that, and the forwarder's own SPF passes."),
            QT_TRANSLATE_NOOP("CellText",
                "A sending service signs with your domain but lets bounces come back to its own "
                "domain. That is common and legitimate.")},
        {QT_TRANSLATE_NOOP(
             "CellText", "Forwarded mail needs nothing: the signature carries it through."),
            QT_TRANSLATE_NOOP("CellText",
                "Give a service that sends for you a return address below your domain, often "
                "called custom bounce or return path, so that SPF counts too.")}},
    {QT_TRANSLATE_NOOP("CellText", "DMARC passes by DKIM alone."),
        QT_TRANSLATE_NOOP("CellText",
            "The signature of your domain is intact, but SPF did not pass: the server that "
            "delivered the mail is not one that the return address's domain permits."),
        {QT_TRANSLATE_NOOP("CellText",
             "The mail was forwarded unchanged and kept its return address, so that the "
             "forwarder's server is compared with your SPF record."),
            QT_TRANSLATE_NOOP(
                "CellText", "One of your own servers or services is missing in your SPF record."),
            QT_TRANSLATE_NOOP("CellText",
                "Your SPF record could not be evaluated: the raw results then say permerror or "
                "temperror."),
            QT_TRANSLATE_NOOP("CellText",
                "Somebody sends a message that you once signed again and again. Many addresses "
                "never seen before within a short time are a sign of it.")},
        {QT_TRANSLATE_NOOP("CellText",
             "Look for your own servers among the senders and add them to your SPF record."),
            QT_TRANSLATE_NOOP("CellText",
                "Forwarders do not belong in your SPF record: their mail passes by its "
                "signature."),
            QT_TRANSLATE_NOOP(
                "CellText", "Repair the SPF record where the raw results say permerror.")}},
    {QT_TRANSLATE_NOOP("CellText", "DMARC passes by SPF alone."),
        QT_TRANSLATE_NOOP("CellText",
            "The sending server is permitted for your domain. There is a valid signature, but it "
            "belongs to another domain. Once such mail is forwarded, nothing is left that passes."),
        {QT_TRANSLATE_NOOP("CellText",
             "A sending service signs with its own domain and uses a return address of yours."),
            QT_TRANSLATE_NOOP("CellText",
                "A mailing list or gateway of your own changed the mail, for example its subject, "
                "which broke your signature, and then signed it with another domain.")},
        {QT_TRANSLATE_NOOP("CellText",
             "Have the service sign with your domain: publish the DKIM keys that it gives you."),
            QT_TRANSLATE_NOOP("CellText",
                "Let your list server or gateway sign with your domain after its last change.")}},
    {QT_TRANSLATE_NOOP("CellText", "DMARC fails: what passed belongs to other domains."),
        QT_TRANSLATE_NOOP("CellText",
            "SPF and DKIM both passed, but neither for the domain in the From header. Somebody "
            "who sets up mail correctly sends under your name, with or without your consent."),
        {QT_TRANSLATE_NOOP("CellText",
             "A forwarder or mailing list changed the subject or the text, which broke your "
             "signature, signed the mail itself and used its own return address."),
            QT_TRANSLATE_NOOP("CellText",
                "A service that sends for you uses its own domain for the signature and for the "
                "return address."),
            QT_TRANSLATE_NOOP("CellText",
                "A stranger puts your domain into the From header and sends from well-kept "
                "servers of their own.")},
        {QT_TRANSLATE_NOOP("CellText",
             "Set up DKIM with your domain for every service among the senders that is yours. Do "
             "so before you publish p=quarantine or p=reject."),
            QT_TRANSLATE_NOOP("CellText",
                "For forwarders and lists there is nothing to repair on your side. Note how much "
                "mail it is before you tighten the policy."),
            QT_TRANSLATE_NOOP(
                "CellText", "Strangers are what p=quarantine and p=reject are for.")}},
    {QT_TRANSLATE_NOOP("CellText", "DMARC fails: the signature belongs to another domain."),
        QT_TRANSLATE_NOOP("CellText",
            "A signature passed, but not one of the domain in the From header, and SPF did not "
            "pass for any domain."),
        {QT_TRANSLATE_NOOP("CellText",
             "A forwarder or mailing list rewrote the subject or the text, which broke your "
             "signature, signed the mail itself, but kept your return address."),
            QT_TRANSLATE_NOOP("CellText",
                "A service that sends for you signs with its own domain and is missing in your "
                "SPF record."),
            QT_TRANSLATE_NOOP("CellText",
                "A stranger uses your domain in the From header and signs with a domain of "
                "their own.")},
        {QT_TRANSLATE_NOOP("CellText",
             "Have services that are yours sign with your domain, and add them to the SPF record "
             "of the domain they return mail to."),
            QT_TRANSLATE_NOOP(
                "CellText", "For forwarders and lists there is nothing to repair on your side."),
            QT_TRANSLATE_NOOP(
                "CellText", "Strangers are what p=quarantine and p=reject are for.")}},
    {QT_TRANSLATE_NOOP("CellText", "DMARC passes by SPF alone."),
        QT_TRANSLATE_NOOP("CellText",
            "The sending server is permitted for your domain, but no signature passed. Once such "
            "mail is forwarded, nothing is left that passes."),
        {QT_TRANSLATE_NOOP("CellText", "A server of yours sends mail without a signature."),
            QT_TRANSLATE_NOOP("CellText",
                "A mailing list or gateway of your own changed the subject or the text after the "
                "mail was signed."),
            QT_TRANSLATE_NOOP(
                "CellText", "The DKIM key is missing in DNS or does not belong to the signature.")},
        {QT_TRANSLATE_NOOP("CellText", "Switch on DKIM signing at every sender listed here."),
            QT_TRANSLATE_NOOP("CellText",
                "Compare the selectors in the records with the keys that you publish in DNS."),
            QT_TRANSLATE_NOOP(
                "CellText", "Sign after the last change that a list server or gateway makes.")}},
    {QT_TRANSLATE_NOOP("CellText", "DMARC fails: SPF passed for another domain."),
        QT_TRANSLATE_NOOP("CellText",
            "No signature passed. SPF did, but for a return address that is not in the domain of "
            "the From header."),
        {QT_TRANSLATE_NOOP("CellText",
             "A forwarder or mailing list rewrote the subject or the text, which broke the "
             "signature, and used its own return address, whose SPF passes."),
            QT_TRANSLATE_NOOP("CellText",
                "Mail without a signature was forwarded under the forwarder's return address."),
            QT_TRANSLATE_NOOP(
                "CellText", "A service sends for you that was never set up for your domain."),
            QT_TRANSLATE_NOOP("CellText",
                "A stranger uses your domain in the From header and a return address of their "
                "own.")},
        {QT_TRANSLATE_NOOP(
             "CellText", "Sign all your mail: most forwarded mail then passes by its signature."),
            QT_TRANSLATE_NOOP("CellText",
                "Set up DKIM with your domain for every service among the senders that is yours."),
            QT_TRANSLATE_NOOP(
                "CellText", "Strangers are what p=quarantine and p=reject are for.")}},
    {QT_TRANSLATE_NOOP("CellText", "DMARC fails: nothing passed."),
        QT_TRANSLATE_NOOP("CellText",
            "Neither a signature nor the sending server could be confirmed for any domain. "
            "Forwarded mail and forged mail look alike here."),
        {QT_TRANSLATE_NOOP("CellText",
             "The mail was forwarded by a server that changed it, for example its subject, or it "
             "was forwarded and never signed."),
            QT_TRANSLATE_NOOP(
                "CellText", "A server of yours is missing in the SPF record and does not sign."),
            QT_TRANSLATE_NOOP("CellText", "Somebody forges mail with your domain.")},
        {QT_TRANSLATE_NOOP("CellText",
             "Look for your own servers among the senders first: add them to the SPF record and "
             "let them sign."),
            QT_TRANSLATE_NOOP("CellText",
                "A sender that also appears in the cells with an aligned signature is probably a "
                "forwarder."),
            QT_TRANSLATE_NOOP("CellText",
                "When no mail of yours is left here, p=quarantine and p=reject keep the rest "
                "out.")}},
}};

QString translated(const char *text)
{
    return QCoreApplication::translate("CellText", text);
}

template <size_t N> QStringList translatedList(const std::array<const char *, N> &texts)
{
    QStringList list;
    for (const char *text : texts) {
        if (text)
            list << translated(text);
    }
    return list;
}

} // namespace

CellText cellText(Cell cell)
{
    const Source &source = sources[size_t(cell.index())];
    return {translated(source.verdict), translated(source.meaning), translatedList(source.causes),
        translatedList(source.actions)};
}

} // namespace sekisho
