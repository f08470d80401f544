// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mailfixture.h"

#include <QRandomGenerator>

#include <cmath>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

namespace {

/// Builds the world of one seed, flow by flow.
class Simulation final {
public:
    Simulation(quint32 seed, Signing signing, int days, double scale)
        : m_random(seed)
        , m_officeSigns(signing == Signing::Everywhere)
        , m_days(days)
        , m_scale(scale)
        , m_domain(pick<QString>(
              {u"hinode-bank.co.jp"_s, u"nordwerk.de"_s, u"campus-west.edu"_s, u"tea-house.org"_s}))
        , m_label(m_domain.section(u'.', 0, 0))
        , m_key(u"k%1"_s.arg(m_random.bounded(2020, 2025)))
        , m_box(m_domain, policy())
    {
        setReporters();
    }

    [[nodiscard]] World build()
    {
        officeServer();
        hostedMailboxes();
        services();
        misconfigured();
        forwarders();
        lists();
        spoofers();
        World world;
        world.contents = m_box.finish();
        world.hosts = m_hosts;
        world.own = m_own;
        return world;
    }

private:
    [[nodiscard]] double real() { return m_random.generateDouble(); }
    [[nodiscard]] bool chance(double p) { return real() < p; }
    template <typename T> [[nodiscard]] T pick(const std::vector<T> &list)
    {
        return list[size_t(m_random.bounded(int(list.size())))];
    }
    [[nodiscard]] Policy policy()
    {
        return pick<Policy>({Policy::None, Policy::Quarantine, Policy::Reject});
    }

    void setReporters()
    {
        Reporter plain{u"gigamail.example"_s};
        Reporter noFrom{u"webpost.example"_s};
        noFrom.envelopeFrom = false;
        Reporter arc{u"cheaphost.example"_s};
        arc.arcEverywhere = true;
        arc.enforces = false;
        Reporter noSelector{u"telco.example"_s};
        noSelector.selectors = false;
        Reporter noResults{u"appliance.example"_s};
        noResults.results = false;
        Reporter empty{u"keitai.example"_s};
        empty.emptyReason = true;
        Reporter bare{u"gate.example"_s};
        bare.bareLocalPolicy = true;
        Reporter passOnly{u"brief.example"_s};
        passOnly.brokenListed = false;
        m_reporters = {plain, noFrom, arc, noSelector, empty, bare, noResults, passOnly};
        m_shares = {45, 20, 8, 8, 8, 5, 3, 3};
    }

    [[nodiscard]] const Reporter &reporter(int most)
    {
        double at = real() * 100;
        for (size_t i = 0; i < m_reporters.size(); ++i) {
            at -= m_shares[i];
            if (at < 0)
                return m_reporters[i % size_t(most)];
        }
        return m_reporters.front();
    }

    /// A Poisson number by counting exponential waits; a normal one where many are expected.
    [[nodiscard]] int poisson(double mean)
    {
        if (mean > 40)
            return std::max(
                0, int(std::lround(mean + std::sqrt(mean) * 2 * (real() + real() + real() - 1.5))));
        int count = 0;
        for (double time = -std::log(1 - real()); time < mean; time -= std::log(1 - real()))
            ++count;
        return count;
    }

    /// Sends `perDay` messages a day; `receivers`: how many of the reporters see any.
    template <typename Make, typename Factor>
    void flow(MailCase truth, double perDay, int receivers, Make make, Factor factor)
    {
        for (int day = 0; day < m_days; ++day) {
            const int count = poisson(perDay * m_scale * factor(day));
            for (int i = 0; i < count; ++i)
                m_box.add(reporter(receivers), day, make(), 1, truth);
        }
    }
    template <typename Make> void flow(MailCase truth, double perDay, int receivers, Make make)
    {
        const int weekend = m_random.bounded(7);
        flow(truth, perDay, receivers, make,
            [weekend](int day) { return (day + weekend) % 7 < 5 ? 1.0 : 0.35; });
    }
    static double always(int) { return 1; }

    QString host(const QString &ip, const QString &name)
    {
        if (!name.isEmpty())
            m_hosts.insert(*IpAddress::parse(ip), name);
        return ip;
    }
    void own(const QString &sender, SenderClass senderClass)
    {
        OwnSenders::Entry entry;
        entry.network = IpNetwork::parse(sender);
        entry.hostDomain = entry.network ? QString() : sender;
        entry.senderClass = senderClass;
        m_own.entries.push_back(entry);
    }
    [[nodiscard]] QString anyAddress()
    {
        return u"%1.%2.%3.%4"_s.arg(m_random.bounded(60, 126))
            .arg(m_random.bounded(256))
            .arg(m_random.bounded(256))
            .arg(m_random.bounded(1, 255));
    }
    [[nodiscard]] QStringList pool(const QString &prefix, int count, const QString &name = {})
    {
        QStringList list;
        for (int i = 0; i < count; ++i) {
            const int last = m_random.bounded(1, 255);
            list.append(
                host(prefix + QString::number(last), name.isEmpty() ? name : name.arg(last)));
        }
        return list;
    }
    [[nodiscard]] QString one(const QStringList &list)
    {
        return list.at(m_random.bounded(int(list.size())));
    }

    [[nodiscard]] Seen seen(const QString &ip, const QString &mailFrom, AuthResult spf,
        std::vector<Signature> dkim = {})
    {
        Seen s;
        s.ip = ip;
        s.mailFrom = mailFrom;
        s.spf = spf;
        s.dkim = std::move(dkim);
        s.headerFrom = m_domain;
        return s;
    }
    [[nodiscard]] Signature ours(AuthResult result = AuthResult::Pass) const
    {
        return {m_domain, m_key, result, {}};
    }
    [[nodiscard]] AuthResult refused()
    {
        return pick<AuthResult>({AuthResult::Fail, AuthResult::SoftFail});
    }

    void officeServer()
    {
        const QStringList mx{host(u"131.112.8.20"_s, u"smtp1."_s + m_domain),
            host(u"131.112.8.21"_s, u"smtp2."_s + m_domain)};
        own(u"131.112.8.0/25"_s, SenderClass::Internal);
        m_unsigned = chance(0.5) ? 0.25 : 0.05;
        if (!m_officeSigns)
            m_unsigned = 1;
        flow(MailCase::Direct, 150, 8, [&] {
            return seen(one(mx), m_domain, AuthResult::Pass,
                chance(m_unsigned) ? std::vector<Signature>{} : std::vector<Signature>{ours()});
        });
        if (m_officeSigns) {
            // Now and then a signature breaks on the way, or SPF cannot be checked.
            flow(MailCase::Direct, 2, 8,
                [&] { return seen(mx.first(), m_domain, AuthResult::Pass, {ours(AuthResult::Fail)}); });
            flow(MailCase::Direct, 1, 8,
                [&] { return seen(mx.first(), m_domain, AuthResult::TempError, {ours()}); });
        }
        const QString lists = host(u"131.112.8.40"_s, u"ml."_s + m_domain);
        const bool signsAgain = chance(0.3);
        if (chance(0.8)) {
            flow(MailCase::ListOwn, 14, 8, [&] {
                std::vector<Signature> dkim;
                if (m_officeSigns)
                    dkim = {ours(AuthResult::Fail)};
                if (signsAgain)
                    dkim.push_back({u"ml."_s + m_domain, u"list"_s, AuthResult::Pass, {}});
                return seen(lists, u"ml."_s + m_domain, AuthResult::Pass, dkim);
            });
        }
    }

    void hostedMailboxes()
    {
        m_microsoft = chance(0.5);
        const QString prefix = m_microsoft ? u"40.95.%1."_s : u"74.125.%1."_s;
        for (int i = 0; i < 4; ++i) {
            m_hosted += pool(prefix.arg(60 + i), 12,
                m_microsoft ? u"mail-ty3on%1.outbound.protection.outlook.com"_s
                            : u"mail-yb1-f%1.google.com"_s);
        }
        m_tenant = m_microsoft
            ? m_label.remove(u'-') + u".onmicrosoft.com"_s
            : QString(m_domain).replace(u'.', u'-') + u".20230601.gappssmtp.com"_s;
        if (!m_microsoft)
            return; // mailboxes at the other provider: only forwarders there
        own(u"40.95.0.0/16"_s, SenderClass::ThirdParty);
        flow(MailCase::Direct, 90, 8, [&] {
            return seen(one(m_hosted), m_domain, AuthResult::Pass,
                {{m_domain, u"selector1"_s, AuthResult::Pass, {}}});
        });
        // Another customer of the provider forwards our mail, with MAIL FROM rewritten.
        flow(MailCase::Forward, 8, 4,
            [&] {
                return seen(one(m_hosted), u"otherfirm.com"_s, AuthResult::Pass,
                    {m_officeSigns ? ours() : Signature{m_domain, u"selector1"_s, AuthResult::Pass, {}}});
            });
    }

    void services()
    {
        const QStringList news = pool(u"167.89.12."_s, 6, u"o%1.outbound-mail.sendgrid.net"_s);
        own(u"167.89.12.0/24"_s, SenderClass::ThirdParty);
        const int day0 = m_random.bounded(7);
        flow(
            MailCase::Direct, 80, 8,
            [&] {
                return seen(one(news), u"em77."_s + m_domain, AuthResult::Pass,
                    {{m_domain, u"sg1"_s, AuthResult::Pass, {}}});
            },
            [day0](int day) { return day % 7 == day0 ? 5.0 : 0.2; });
        // Signs for us with a key of its own and bounces to itself.
        const QStringList desk = pool(u"185.12.80."_s, 10, u"out%1.helpdesk.example"_s);
        own(u"helpdesk.example"_s, SenderClass::ThirdParty);
        m_deskKey = u"hd"_s;
        if (chance(0.8)) {
            flow(MailCase::Direct, 40, 8, [&] {
                return seen(one(desk), u"bounces.helpdesk.example"_s, AuthResult::Pass,
                    {{m_domain, m_deskKey, AuthResult::Pass, {}},
                        {u"helpdesk.example"_s, u"x"_s, AuthResult::Pass, {}}});
            });
        }
    }

    void misconfigured()
    {
        if (chance(0.7)) { // a web server that nobody put into SPF
            const QString web = host(u"131.112.8.90"_s, u"www."_s + m_domain);
            flow(MailCase::Misconfigured, 9, 8, [&] { return seen(web, m_domain, refused()); });
        }
        if (chance(0.6)) { // a service that signs as itself only
            const QStringList shop = pool(u"159.183.30."_s, 4, u"mta%1.paypress.example"_s);
            own(u"159.183.30.0/24"_s, SenderClass::ThirdParty);
            flow(
                MailCase::Misconfigured, 16, 8,
                [&] {
                    return seen(one(shop), u"bounce.paypress.example"_s, AuthResult::Pass,
                        {{u"paypress.example"_s, u"p1"_s, AuthResult::Pass, {}}});
                },
                always);
        }
        if (m_microsoft) { // the tenant's default signature alone, without a return address
            flow(MailCase::Misconfigured, 6, 8, [&] {
                Seen s = seen(one(m_hosted), u"eur01-outbound.protection.outlook.com"_s,
                    AuthResult::Pass, {{m_tenant, u"selector1-x"_s, AuthResult::Pass, {}}});
                s.nullSender = true;
                return s;
            });
        }
    }

    /// Our mail as it reaches a forwarder: mostly signed.
    [[nodiscard]] std::vector<Signature> mail(AuthResult result = AuthResult::Pass)
    {
        const double at = real();
        const bool hosted = at > 0.85 && m_microsoft;
        if (at < m_unsigned && (m_officeSigns || !hosted))
            return {};
        return {hosted ? Signature{m_domain, u"selector1"_s, result, {}}
                       : ours(result)};
    }
    template <typename Make> void forward(double perDay, int receivers, Make make)
    {
        // Which of the two it is depends on whether the mail was signed, so both share the flow.
        for (int day = 0; day < m_days; ++day) {
            const int count = poisson(perDay * m_scale);
            for (int i = 0; i < count; ++i) {
                const Seen s = make();
                const bool survived =
                    std::any_of(s.dkim.begin(), s.dkim.end(), [&](const Signature &x) {
                        return x.domain == m_domain && x.result == AuthResult::Pass;
                    });
                m_box.add(reporter(receivers), day, s, 1,
                    survived ? MailCase::Forward : MailCase::ForwardBroken);
            }
        }
    }

    void forwarders()
    {
        const QString alumni = host(u"128.32.60.7"_s, u"relay.oldgrads.example"_s);
        forward(18, 5, [&] {
            Seen s = seen(alumni, m_domain, refused(), mail());
            if (chance(0.2))
                s.reasons = {{u"local_policy"_s,
                    u"arc=pass as[1].d=oldgrads.example as[1].s=a remote-ip[1]=131.112.8.20"_s}};
            return s;
        });
        const QStringList hosted =
            m_microsoft ? pool(u"209.85.167."_s, 20, u"mail-oi1-f%1.google.com"_s) : m_hosted;
        forward(20, 6, [&] { return seen(one(hosted), u"gmail.com"_s, AuthResult::Pass, mail()); });
        const QString srs = host(u"193.99.144.80"_s, u"mx.kanzlei.example"_s);
        forward(9, 4, [&] { return seen(srs, u"kanzlei.example"_s, AuthResult::Pass, mail()); });
        if (chance(0.6)) { // forwards of the helpdesk's mail: its key is at home elsewhere
            flow(
                MailCase::Forward, 2, 4,
                [&] {
                    return seen(srs, u"kanzlei.example"_s, AuthResult::Pass,
                        {{m_domain, m_deskKey, AuthResult::Pass, {}}});
                },
                always);
        }
        const QStringList gateway{host(u"62.140.7.11"_s, u"gw-a.scanner.example"_s),
            host(u"62.140.7.12"_s, u"gw-b.scanner.example"_s)};
        forward(11, 5, [&] {
            Seen s = seen(one(gateway), m_domain, AuthResult::Fail,
                mail(chance(0.9) ? AuthResult::Fail : AuthResult::Pass));
            if (chance(0.2))
                s.reasons = {{u"trusted_forwarder"_s, {}}};
            return s;
        });
    }

    void lists()
    {
        const QString club = host(u"140.211.166.34"_s, u"lists.openclub.example"_s);
        flow(MailCase::ListOther, 9, 8, [&] {
            Seen s =
                seen(club, u"lists.openclub.example"_s, AuthResult::Pass, mail(AuthResult::Fail));
            if (chance(0.25))
                s.reasons = {{u"mailing_list"_s, {}}};
            return s;
        });
        const QString society = host(u"210.134.55.9"_s, u"mail.society.example"_s);
        flow(MailCase::ListOther, 7, 8, [&] {
            std::vector<Signature> dkim = mail(AuthResult::Fail);
            dkim.push_back({u"society.example"_s, u"s"_s, AuthResult::Pass, {}});
            return seen(society, u"society.example"_s, AuthResult::Pass, dkim);
        });
        if (chance(0.5)) { // a list whose host has no SPF record
            const QString old = host(u"150.69.3.3"_s, u"fml.lab.example"_s);
            flow(MailCase::ListOther, 4, 8, [&] {
                return seen(old, u"lab.example"_s, AuthResult::None, mail(AuthResult::Fail));
            });
        }
    }

    void spoofers()
    {
        QStringList bots;
        for (int i = 0; i < 180; ++i) {
            const QString ip = anyAddress();
            const QString dashed = QString(ip).replace(u'.', u'-');
            bots.append(host(ip,
                chance(0.4) ? u"cpe-%1.dyn.carrier%2.example"_s.arg(dashed).arg(i % 13)
                            : QString()));
        }
        const int start = m_random.bounded(m_days);
        const auto campaign = [start](int day) { return (day + start) % 10 < 2 ? 5.0 : 0.2; };
        flow(
            MailCase::Spoof, 30, 8,
            [&] {
                Seen s = seen(one(bots), m_domain, refused());
                if (chance(0.25)) // forges a signature, with a selector made up
                    s.dkim = {{m_domain, u"default"_s,
                        pick<AuthResult>({AuthResult::Fail, AuthResult::PermError}), {}}};
                return s;
            },
            campaign);
        flow(
            MailCase::Spoof, 8, 8,
            [&] { // a name below ours that does not exist
                Seen s = seen(one(bots), u"billing."_s + m_domain, AuthResult::None);
                s.headerFrom = u"billing."_s + m_domain;
                return s;
            },
            campaign);
        flow(
            MailCase::Spoof, 7, 8,
            [&] {
                return seen(one(bots), u"offer%1.example"_s.arg(m_random.bounded(20)),
                    pick<AuthResult>({AuthResult::None, AuthResult::Fail}));
            },
            campaign);
        if (chance(0.6)) { // rented servers with SPF in order, sometimes signing
            const QStringList snow = pool(u"45.88.9."_s, 24, u"srv%1.cheapdeals.example"_s);
            const double signedShare = pick<double>({0, 0.3});
            flow(
                MailCase::Spoof, 14, 8,
                [&] {
                    std::vector<Signature> dkim;
                    if (chance(signedShare))
                        dkim = {{u"cheapdeals.example"_s, u"d"_s, AuthResult::Pass, {}}};
                    return seen(one(snow), u"cheapdeals.example"_s, AuthResult::Pass, dkim);
                },
                [start](int day) { return (day + start) % 9 == 4 ? 6.0 : 0.1; });
        }
        const QString hacked = host(u"103.7.8.9"_s, u"web12.stacked-hosting.example"_s);
        flow(
            MailCase::Spoof, 9, 8,
            [&] {
                return seen(hacked, u"web12.stacked-hosting.example"_s,
                    pick<AuthResult>({AuthResult::None, AuthResult::Pass}));
            },
            [start](int day) { return (day + start) % 28 < 6 ? 1.0 : 0.0; });
    }

    QRandomGenerator m_random;
    bool m_officeSigns;
    int m_days;
    double m_scale;
    QString m_domain;
    QString m_label;
    QString m_key;
    MailBox m_box;
    std::vector<Reporter> m_reporters;
    std::vector<double> m_shares;
    HostNames m_hosts;
    OwnSenders m_own;
    double m_unsigned = 0;
    bool m_microsoft = false;
    QStringList m_hosted;
    QString m_tenant;
    QString m_deskKey;
};

} // namespace

World simulate(quint32 seed, Signing signing, int days, double scale)
{
    return Simulation(seed, signing, days, scale).build();
}

} // namespace sekisho::fixture
