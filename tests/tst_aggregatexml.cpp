// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/xmlquirks.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

const QByteArray evaluatedLine = "<disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>";
const QByteArray dkimLine =
    "<dkim><domain>example.com</domain><selector>s1</selector><result>pass</result></dkim>";
const QByteArray spfLine =
    "<spf><domain>bounce.example.net</domain><result>softfail</result></spf>";
const QByteArray identifiersLine =
    "<identifiers><header_from>example.com</header_from></identifiers>";
const QByteArray dates = "<begin>1700000000</begin><end>1700086399</end>";

} // namespace

class TestAggregateXml final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quirks_data();
    void quirks();

private:
    void metadata();
    void periods();
    void policies();
    void rows();
    void reasons();
    void identifiers();
    void results();
};

void TestAggregateXml::metadata()
{
    row("nothing odd", "r-1", "r-1",
        {"version=1.0", "ns=", "dialect=7489", "org=reporter.example",
            "email=dmarc@reporter.example", "id=r-1", "begin=1700000000", "end=1700086399",
            "domain=example.com", "adkim=r", "aspf=r", "p=reject", "sp=quarantine", "pct=100",
            "records=1", "ip=192.0.2.1", "count=7", "disposition=none", "dkimEvaluated=pass",
            "spfEvaluated=fail", "from=example.com", "path=", "dkim=example.com/s1/pass/",
            "spf=bounce.example.net//softfail/", "results=yes", "repaired=no"});
    row("version absent (61 % of reports)", "<version>1.0</version>\n", "", {"version="});
    row("version 0.1 (Amazon SES)", "<version>1.0<", "<version>0.1<", {"version=0.1"});
    row("version 2.0", "<version>1.0<", "<version>2.0<", {"version=2.0"});
    row("version 0 (older Microsoft)", "<version>1.0<", "<version>0<", {"version=0"});
    row("org_name absent", "<org_name>reporter.example</org_name>\n", "", {"org="},
        {"element-missing org_name"}, "<feedback");
    row("org_name empty (veeam.com, large-example)", "<org_name>reporter.example<", "<org_name><",
        {"org="}, {"element-empty org_name"}, "<feedback");
    row("org_name with a space", ">reporter.example<", ">Enterprise Outlook<",
        {"org=Enterprise Outlook"});
    row("org_name of an appliance (IronPort)", ">reporter.example<", ">esa1.hc1-2.iphmx.com<",
        {"org=esa1.hc1-2.iphmx.com"});
    row("extra_contact_info empty (Microsoft)", "<report_id>", "<extra_contact_info/><report_id>",
        {"contact="});
    row("email with a language (RFC 9990 langAttrString)", "<email>", "<email lang=\"en\">",
        {"email=dmarc@reporter.example"});
    row("comment with xml:lang", "<report_id>",
        "<extra_contact_info xml:lang='ja'>窓口</extra_contact_info><report_id>", {"contact=窓口"});
    row("email is MAILER-DAEMON", "dmarc@reporter.example", "MAILER-DAEMON@esa1.example",
        {"email=MAILER-DAEMON@esa1.example"});
    row("report_id with @ and $ (IronPort)", ">r-1<", ">5f$0a=1b@esa1.example<",
        {"id=5f$0a=1b@esa1.example"});
    row("report_id in angle brackets, escaped", ">r-1<", ">&lt;a@b&gt;<", {"id=<a@b>"});
    row("report_id decimal (Yahoo)", ">r-1<", ">1435111091.916236<", {"id=1435111091.916236"});
    row("report_id of domain, begin and end (GMO Pepabo)", ">r-1<",
        ">example.com.1700000000.1700086399<", {"id=example.com.1700000000.1700086399"});
    row("report_id absent", "<report_id>r-1</report_id>\n", "", {"id="},
        {"element-missing report_id"}, "<feedback");
    row("one error", "<date_range>", "<error>dns timeout</error><date_range>",
        {"errors=dns timeout"});
    row("several errors", "<date_range>",
        "<error>one</error><error/><error>two</error><date_range>", {"errors=one|two"});
    row("metadata twice: the first counts", "<policy_published>",
        "<report_metadata><org_name>other</org_name></report_metadata><policy_published>",
        {"org=reporter.example"}, {"element-repeated report_metadata"}, "<report_metadata><org");
    row("report_id twice: the first counts", "<date_range>",
        "<report_id>r-2</report_id><date_range>", {"id=r-1"}, {"element-repeated report_id"},
        "<report_id>r-2");
    row("an unknown element", "<date_range>", "<colour>red</colour><date_range>", {"id=r-1"},
        {"element-unknown colour"}, "<colour");
    row("unknown elements within each other", "<date_range>", "<a><b><c/></b></a><date_range>",
        {"id=r-1"}, {"element-unknown a"}, "<a>");
    row("an element inside a text", ">reporter.example<", ">reporter.<b>x</b>example<",
        {"org=reporter.example"}, {"element-unknown b"}, "<b>");
}

void TestAggregateXml::periods()
{
    const auto period = [](const QByteArray &begin, const QByteArray &end) -> QByteArray {
        return "<begin>" + begin + "</begin><end>" + end + "</end>";
    };
    row("floats (NetEase 2012)", dates, period("1700000000.0", "1700086399.0"),
        {"begin=1700000000", "end=1700086399"},
        {"value-decimal begin=1700000000.0", "value-decimal end=1700086399.0"}, "<begin");
    row("tab and blank behind the end (Yahoo)", dates, period("1700000000", "1700086399\t \n"),
        {"end=1700086399"});
    row("RFC 3339", dates, period("2023-11-14T22:13:20Z", "2023-11-15T22:13:19Z"),
        {"begin=1700000000", "end=1700086399"},
        {"value-decimal begin=2023-11-14T22:13:20Z", "value-decimal end=2023-11-15T22:13:19Z"},
        "<begin");
    row("end is begin + 86400 (Microsoft)", dates, period("1700000000", "1700086400"),
        {"end=1700086400"});
    row("begin = end (GoDaddy)", dates, period("1700000000", "1700000000"), {"end=1700000000"},
        {"period-zero"});
    row("end before begin", dates, period("1700086399", "1700000000"), {"end=1700000000"},
        {"period-reversed"});
    row("minutes (globetax, KDDI)", dates, period("1700000000", "1700000600"), {"end=1700000600"},
        {"period-short"});
    row("six hours are not short", dates, period("1700000000", "1700021600"), {});
    row("25 hours are not long", dates, period("1700000000", "1700090000"), {});
    row("48 hours (Artfiles)", dates, period("1700000000", "1700172800"), {"end=1700172800"},
        {"period-long"});
    row("three years", dates, period("1600000000", "1700000000"), {}, {"period-long"});
    row("dates that are words", dates, period("yesterday", "today"), {"begin=0", "end=0"},
        {"value-not-number begin=yesterday", "value-not-number end=today"}, "<begin");
    row("dates empty", dates, "<begin/><end></end>", {"begin=0", "end=0"},
        {"element-empty begin", "element-empty end"}, "<begin/>");
    row("date_range absent", "<date_range>" + dates + "</date_range>\n", "", {"begin=0"},
        {"element-missing begin", "element-missing end"}, "<feedback");
    row("date beyond all numbers", dates, period("99999999999999999999", "1700086399"), {"begin=0"},
        {"value-not-number begin=99999999999999999999"}, "<begin");
    row("negative date", dates, period("-5", "1700086399"), {"begin=0"},
        {"value-not-number begin=-5"}, "<begin");
}

void TestAggregateXml::policies()
{
    row("adkim and aspf absent (Mail.Ru, Fastmail)", "<adkim>r</adkim><aspf>r</aspf>\n", "",
        {"adkim=", "aspf="});
    row("adkim first (docomo)", "<domain>example.com</domain>\n<adkim>r</adkim>",
        "<adkim>s</adkim><domain>example.com</domain>", {"adkim=s", "domain=example.com"});
    row("adkim a word", "<adkim>r<", "<adkim>relaxed<", {"adkim=relaxed"},
        {"value-unknown adkim=relaxed"}, "<adkim");
    row("modes in upper case", "<adkim>r</adkim><aspf>r<", "<adkim>S</adkim><aspf>R<",
        {"adkim=s", "aspf=r"});
    row("sp absent (Seznam, Yahoo): as p", "<sp>quarantine</sp>", "", {"sp=", "p=reject"});
    row("sp empty (IronPort)", "<sp>quarantine</sp>", "<sp></sp>", {"sp="}, {"element-empty sp"},
        "<sp>");
    row("sp nil", "<sp>quarantine</sp>", "<sp>nil</sp>", {"sp=other", "spText=nil"},
        {"value-unknown sp=nil"}, "<sp>");
    row("p in upper case", "<p>reject<", "<p>REJECT<", {"p=reject"});
    row("p absent", "<p>reject</p>", "", {"p="}, {"element-missing p"}, "<feedback");
    row("pct absent", "<pct>100</pct>", "", {"pct="});
    row("fo d:s (Stalwart)", "<pct>", "<fo>d:s</fo><pct>", {"fo=d:s"});
    row("np in an old-style report (Google)", "<pct>", "<np>none</np><pct>",
        {"np=none", "dialect=7489"});
    row("unknown tags psd, t, rf, ri", "<pct>", "<psd>n</psd><rf>afrf</rf><pct>", {"pct=100"},
        {"element-unknown psd", "element-unknown rf"}, "<psd");
    row("policy_published twice: the first counts", "<record>",
        "<policy_published><domain>example.net</domain><p>none</p></policy_published><record>",
        {"domain=example.com", "p=reject"}, {"element-repeated policy_published"},
        "<policy_published><domain>example.net");
    row("domain absent", "<domain>example.com</domain>\n<adkim>", "<adkim>", {"domain="},
        {"element-missing domain"}, "<feedback");
}

void TestAggregateXml::rows()
{
    row("no record at all (CWRU, Sigmanet, Microsoft 2013)",
        smallReport().sliced(smallReport().indexOf("<record>")), "</feedback>", {"records=0"},
        {"no-records"}, "<feedback");
    row("IPv6", "192.0.2.1", "2001:DB8:0:0::1", {"ip=2001:db8::1", "ipText=2001:DB8:0:0::1"});
    row("blanks around values", ">192.0.2.1<", ">\n 192.0.2.1\t<", {"ip=192.0.2.1"});
    row("source_ip absent (GoDaddy)", "<source_ip>192.0.2.1</source_ip>\n", "", {"ip=-", "count=7"},
        {"address-missing"}, "<record");
    row("source_ip no address", ">192.0.2.1<", ">unknown<", {"ip=-", "ipText=unknown"},
        {"address-invalid unknown"}, "<source_ip");
    row("source_ip above 255", ">192.0.2.1<", ">300.0.2.1<", {"ip=-"},
        {"address-invalid 300.0.2.1"}, "<source_ip");
    row("count a decimal", "<count>7<", "<count>7.0<", {"count=7"}, {"value-decimal count=7.0"},
        "<count");
    row("count with a sign", "<count>7<", "<count>+7<", {"count=7"});
    row("count zero", "<count>7<", "<count>0<", {"count=0", "records=1"}, {"count-zero"},
        "<record");
    row("count negative", "<count>7<", "<count>-7<", {"count=0", "records=1"},
        {"count-negative -7"}, "<count");
    row("count a word", "<count>7<", "<count>seven<", {"count=0"}, {"value-not-number count=seven"},
        "<count");
    row("count empty", "<count>7<", "<count><", {"count=0"}, {"element-empty count"}, "<count");
    row("count absent", "<count>7</count>\n", "", {"count=0"}, {"element-missing count"},
        "<record");
    row("count beyond all numbers", "<count>7<", "<count>18446744073709551617<", {"count=0"},
        {"value-not-number count=18446744073709551617"}, "<count");
    row("count twice: the first counts", "<count>7</count>", "<count>7</count><count>9</count>",
        {"count=7"}, {"element-repeated count"}, "<count>9");
    row("neither source nor messages (wp.pl)", "<source_ip>192.0.2.1</source_ip>\n<count>7</count>",
        "<source_ip/><count>0</count>", {"ip=-", "count=0"}, {"record-empty"}, "<record");
    row("Pass and FAIL", evaluatedLine,
        "<disposition>None</disposition><dkim>Pass</dkim><spf>FAIL</spf>",
        {"disposition=none", "dkimEvaluated=Pass", "spfEvaluated=FAIL"});
    row("spf evaluated none (globetax)", "<spf>fail</spf>", "<spf>none</spf>",
        {"spfEvaluated=none"}, {"evaluated-not-pass-fail spf=none"}, "<spf>none");
    row("spf evaluated softfail (uniqa)", "<spf>fail</spf>", "<spf>softfail</spf>",
        {"spfEvaluated=softfail"}, {"evaluated-not-pass-fail spf=softfail"}, "<spf>softfail");
    row("dkim evaluated absent (AOL 2012)", "<dkim>pass</dkim><spf>fail", "<spf>fail",
        {"dkimEvaluated="}, {"element-missing policy_evaluated/dkim"}, "<record");
    row("dkim evaluated empty", "<dkim>pass</dkim><spf>fail", "<dkim/><spf>fail",
        {"dkimEvaluated="}, {"element-empty policy_evaluated/dkim"}, "<dkim/>");
    row("policy_evaluated absent",
        "<policy_evaluated>\n" + evaluatedLine + "\n</policy_evaluated>\n", "", {"disposition="},
        {"element-missing policy_evaluated/dkim", "element-missing policy_evaluated/spf"},
        "<record");
    row("disposition softfail (rspamd)", "<disposition>none<", "<disposition>softfail<",
        {"disposition=other", "dispositionText=softfail"}, {"value-unknown disposition=softfail"},
        "<disposition");
    row("disposition with a leading blank (rspamd)", "<disposition>none<", "<disposition> none<",
        {"disposition=none"});
    row("disposition pass before RFC 9990 (Stalwart)", "<disposition>none<", "<disposition>pass<",
        {"disposition=pass"});
}

void TestAggregateXml::reasons()
{
    const auto reason = [](const char *name, const QByteArray &xml, const char *expected,
                            const Texts &notes = {}) {
        row(name, evaluatedLine, evaluatedLine + xml, {expected}, notes,
            notes.empty() ? QByteArray() : QByteArray("<reason>"));
    };
    for (const char *type : {"forwarded", "sampled_out", "trusted_forwarder", "mailing_list",
             "local_policy", "other", "policy_test_mode"})
        reason(type, "<reason><type>" + QByteArray(type) + "</type></reason>",
            QByteArray("reasons=" + QByteArray(type) + '/').constData());
    reason("comment arc=pass (Google)",
        "<reason><type>local_policy</type><comment>arc=pass</comment></reason>",
        "reasons=local_policy/arc=pass");
    reason("several reasons (Google)",
        "<reason><type>forwarded</type><comment/></reason>"
        "<reason><comment>b</comment><type>other</type></reason>",
        "reasons=forwarded/,other/b");
    reason("type in mixed case", "<reason><type>Local_Policy</type></reason>",
        "reasons=local_policy/");
    reason("type and comment empty (KDDI)", "<reason><type></type><comment></comment></reason>",
        "reasons=", {"reason-empty"});
    reason("text in place of a type (KDDI, rspamd)", "<reason>sampled_out</reason>",
        "reasons=sampled_out/", {"reason-text sampled_out"});
    reason("free text as the type (Google 2016)",
        "<reason><type>sender looks forwarded</type></reason>", "reasons=sender looks forwarded/",
        {"reason-text sender looks forwarded"});
    reason("comment without a type", "<reason><comment>list</comment></reason>", "reasons=/list");
    reason("reason empty", "<reason></reason>", "reasons=", {"reason-empty"});
}

void TestAggregateXml::identifiers()
{
    row("identities for identifiers (unipi.it)", identifiersLine,
        "<identities><header_from>example.com</header_from></identities>", {"from=example.com"},
        {"element-misnamed identities"}, "<identities");
    row("envelope_to and envelope_from (KDDI, Microsoft)", "<header_from>",
        "<envelope_to>rcpt.example</envelope_to><envelope_from>b.example.com</envelope_from>"
        "<header_from>",
        {"to=rcpt.example", "path=<b.example.com>"});
    row("envelope_from empty (null reverse path)", "<header_from>", "<envelope_from/><header_from>",
        {"path=<>"});
    row("header_from before envelope_from (IronPort)", "</identifiers>",
        "<envelope_from>e.example</envelope_from></identifiers>",
        {"from=example.com", "path=<e.example>"});
    row("header_from in upper case", "<header_from>example.com", "<header_from>EXAMPLE.COM",
        {"from=EXAMPLE.COM"});
    row("header_from below the policy domain", "<header_from>example.com",
        "<header_from>a.example.com", {"from=a.example.com"});
    row("header_from of another domain", "<header_from>example.com", "<header_from>example.org",
        {"from=example.org"}, {"header-from-foreign example.org", "pass-without-result dkim"});
    row("header_from with the same ending", "<header_from>example.com",
        "<header_from>badexample.com", {},
        {"header-from-foreign badexample.com", "pass-without-result dkim"});
    row("identifiers absent", identifiersLine + "\n", "", {"from="},
        {"element-missing header_from", "pass-without-result dkim"}, "<record");
}

void TestAggregateXml::results()
{
    row("empty domain and result, several times (gosecure)", dkimLine,
        "<dkim><domain/><result/></dkim><dkim><domain/><result/></dkim>", {"dkim=///,///"},
        {"element-empty dkim/domain x2", "element-empty dkim/result x2",
            "pass-without-result dkim"},
        "<dkim><domain/>");
    row("selector absent", "<selector>s1</selector>", "", {"dkim=example.com//pass/"});
    row("selector empty", "<selector>s1<", "<selector><", {"dkim=example.com//pass/"});
    row("result before domain (Zoho)", dkimLine,
        "<dkim><result>pass</result><domain>example.com</domain><selector>s1</selector></dkim>",
        {"dkim=example.com/s1/pass/"});
    row("spf before dkim (GoDaddy, OpenDMARC)", dkimLine + '\n' + spfLine, spfLine + dkimLine,
        {"dkim=example.com/s1/pass/", "spf=bounce.example.net//softfail/"});
    row("human_result empty (Mimecast)", "<result>pass</result>",
        "<result>pass</result><human_result/>", {"dkim=example.com/s1/pass/"});
    row("human_result 2048-bit key (KDDI)", "<result>pass</result>",
        "<result>pass</result><human_result>2048-bit key</human_result>",
        {"dkim=example.com/s1/pass/2048-bit key"});
    row("dkim unknown (inexio.net)", dkimLine,
        dkimLine + "<dkim><domain>a.example</domain><result>unknown</result></dkim>",
        {"dkim=example.com/s1/pass/,a.example//unknown/"}, {"value-unknown dkim=unknown"},
        "<dkim><domain>a.example");
    row("dkim invalid (nfm.net)", dkimLine,
        dkimLine + "<dkim><domain>a.example</domain><result>invalid</result></dkim>", {},
        {"value-unknown dkim=invalid"}, "<dkim><domain>a.example");
    row("dkim neutral (NetEase)", dkimLine,
        dkimLine + "<dkim><domain>a.example</domain><result>neutral</result></dkim>",
        {"dkim=example.com/s1/pass/,a.example//neutral/"});
    row("spf unknown (centerasecurity)", ">softfail<", ">unknown<",
        {"spf=bounce.example.net//temperror/"});
    row("spf hardfail (docomo)", ">softfail<", ">hardfail<", {"spf=bounce.example.net//fail/"});
    row("spf SoftFail", ">softfail<", ">SoftFail<", {"spf=bounce.example.net//softfail/"});
    row("scope mfrom (Mail.Ru)", "<result>softfail", "<scope>mfrom</scope><result>softfail",
        {"spf=bounce.example.net/mfrom/softfail/"});
    row("scope helo without domain (Zoho)", spfLine,
        "<spf><domain/><scope>HELO</scope><result>none</result></spf>", {"spf=/helo/none/"},
        {"element-empty spf/domain"}, "<spf><domain/>");
    row("scope a word of nobody", "<result>softfail", "<scope>pra</scope><result>softfail",
        {"spf=bounce.example.net/pra/softfail/"}, {"value-unknown scope=pra"},
        "<spf><domain>bounce");
    row("spf domain empty, result none (veeam.com)", spfLine,
        "<spf><domain></domain><result>none</result></spf>", {"spf=//none/"},
        {"element-empty spf/domain"}, "<spf><domain></domain>");
    row("several spf (126.com)", spfLine, spfLine + spfLine,
        {"spf=bounce.example.net//softfail/,bounce.example.net//softfail/"});
    row("no spf (RFC 9990)", spfLine, "", {"spf="});
    row("auth_results empty (addisonfoods.com)", dkimLine + '\n' + spfLine, "", {"results=yes"},
        {"element-empty auth_results", "pass-without-result dkim"}, "<auth_results");
    row("auth_results absent (usssa.com)",
        "<auth_results>\n" + dkimLine + '\n' + spfLine + "\n</auth_results>\n", "", {"results=no"},
        {"pass-without-result dkim"});
    row("evaluated fail against an aligned pass (ikea.com)", "<dkim>pass</dkim><spf>fail",
        "<dkim>fail</dkim><spf>fail", {}, {"aligned-but-fail dkim"});
}

void TestAggregateXml::quirks_data()
{
    addQuirkColumns();

    metadata();
    periods();
    policies();
    rows();
    reasons();
    identifiers();
    results();
}

void TestAggregateXml::quirks()
{
    checkQuirk();
}

QTEST_GUILESS_MAIN(TestAggregateXml)
#include "tst_aggregatexml.moc"
