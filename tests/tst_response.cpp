// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/responsereader.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

/// Sends bytes in pieces of a size, then hangs up.
class BytesTransport final : public Transport {
public:
    BytesTransport(QByteArray bytes, qsizetype piece)
        : m_bytes(std::move(bytes))
        , m_piece(piece)
    {
    }
    [[nodiscard]] Read read(QByteArray &bytes) override
    {
        const QByteArray some = m_bytes.left(m_piece);
        m_bytes.remove(0, some.size());
        bytes += some;
        return some.isEmpty() ? Read::Closed : Read::Some;
    }
    [[nodiscard]] bool write(const QByteArray &) override { return true; }
    [[nodiscard]] bool hasMore() const override { return false; }
    [[nodiscard]] Failure startTls() override { return {}; }
    [[nodiscard]] bool isEncrypted() const override { return false; }
    [[nodiscard]] qint64 now() const override { return 0; }
    void pause(int) override { }

private:
    QByteArray m_bytes;
    const qsizetype m_piece;
};

class Collected final : public LiteralTarget {
public:
    [[nodiscard]] bool append(QByteArrayView more) override
    {
        bytes += more;
        return true;
    }
    QByteArray bytes;
};

QString printed(const Response &response)
{
    QStringList parts;
    for (const Token &token : response.tokens) {
        const QString value = QString::fromUtf8(response.value(token));
        switch (token.kind) {
        case Token::Kind::Atom: parts.append(value); break;
        case Token::Kind::Quoted: parts.append(u'"' + value + u'"'); break;
        case Token::Kind::Literal: parts.append(u'<' + value + u'>'); break;
        case Token::Kind::Streamed: parts.append(u"stream:%1"_s.arg(token.size)); break;
        case Token::Kind::Nil: parts.append(u"nil"_s); break;
        case Token::Kind::Open: parts.append(u"("_s); break;
        case Token::Kind::Close: parts.append(u")"_s); break;
        }
    }
    QString text = QString::fromUtf8(response.tag) + u' ' + QString::fromUtf8(response.word);
    if (response.number)
        text += u'#' + QString::number(*response.number);
    if (!response.code.isEmpty())
        text += u'[' + QString::fromUtf8(response.code) + u'|' +
            QString::fromUtf8(response.codeText) + u']';
    if (!response.text.isEmpty())
        text += u'|' + QString::fromUtf8(response.text);
    if (response.damaged)
        text += u'!';
    return text + u": "_s + parts.join(u' ');
}

struct Outcome {
    QStringList responses;
    Failure problem;
    QByteArray streamed;
};

Outcome readAll(const QByteArray &bytes, qsizetype piece = 1 << 20, const ClientLimits &limits = {})
{
    const Stop never;
    ProtocolLog log;
    Stream stream(std::make_unique<BytesTransport>(bytes, piece), limits, never);
    ResponseReader reader(stream, limits, log);
    Collected collected;
    Outcome outcome;
    const auto plan = [&](const Response &response, qint64) {
        const bool body = !response.tokens.empty() && response.is(response.tokens.back(), "BODY[]");
        return body ? LiteralPlan{LiteralPlan::Way::Stream, &collected} : LiteralPlan{};
    };
    while (const auto response = reader.read(plan))
        outcome.responses.append(printed(*response));
    outcome.problem = stream.problem();
    outcome.streamed = collected.bytes;
    return outcome;
}

} // namespace

class TestResponse final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void limits_data();
    void limits();
    void numbers_data();
    void numbers();
    void rubbishEnds();
};

void TestResponse::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const char *bytes, const QString &expected) {
        QTest::newRow(name) << QByteArray(bytes) << expected;
    };
    add("greeting", "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n",
        u"* OK[CAPABILITY|IMAP4rev1 AUTH=PLAIN]|ready: "_s);
    add("tagged", "A1 NO [AUTHENTICATIONFAILED] no\r\n", u"A1 NO[AUTHENTICATIONFAILED|]|no: "_s);
    add("code without end", "A1 NO [ALERT no\r\n", u"A1 NO[ALERT|no]: "_s);
    add("lower case", "a1 ok fine\r\n", u"a1 OK|fine: "_s);
    add("continuation", "+ cj1h\r\n", u"+ |cj1h: "_s);
    add("empty continuation", "+\r\n", u"+ : "_s);
    add("number", "* 12 EXISTS\r\n", u"* EXISTS#12: "_s);
    add("number zero", "* 0 FETCH (UID 3)\r\n", u"* FETCH#0: ( UID 3 )"_s);
    add("LF alone", "* 12 EXISTS\n", u"* EXISTS#12: "_s);
    add("an empty line before", "\r\n* 12 EXISTS\r\n", u"* EXISTS#12: "_s);
    add("list", "* LIST (\\HasNoChildren \\Sent) \"/\" \"a \\\"b\\\\\"\r\n",
        u"* LIST: ( \\HasNoChildren \\Sent ) \"/\" \"a \"b\\\""_s);
    add("quote within a name", "* LIST () \"/\" \"a\"b\"\r\n", u"* LIST: ( ) \"/\" \"a\"b\""_s);
    add("NIL and \"NIL\"", "* LIST () NIL \"NIL\"\r\n", u"* LIST: ( ) nil \"NIL\""_s);
    add("literal", "* LIST () \"/\" {3}\r\na\"b\r\n", u"* LIST: ( ) \"/\" <a\"b>"_s);
    add("literal plus", "* LIST () \"/\" {3+}\r\na\"b\r\n", u"* LIST: ( ) \"/\" <a\"b>"_s);
    add("binary literal", "* LIST () \"/\" ~{3}\r\na\"b\r\n", u"* LIST: ( ) \"/\" <a\"b>"_s);
    add("empty literal", "* LIST () \"/\" {0}\r\n\r\n", u"* LIST: ( ) \"/\" <>"_s);
    add("braces in a text", "* OK hello {5}\r\n", u"* OK|hello {5}: "_s);
    add("brackets", "* 1 FETCH (BODY[HEADER.FIELDS (SUBJECT TO)] \"x\")\r\n",
        u"* FETCH#1: ( BODY[HEADER.FIELDS (SUBJECT TO)] \"x\" )"_s);
    add("message", "* 1 FETCH (UID 5 BODY[] {5}\r\nab\r\nc)\r\nA1 OK x\r\n",
        u"* FETCH#1: ( UID 5 BODY[] stream:5 )\n"
        "A1 OK|x: "_s);
    add("literal two bytes short", "* 1 FETCH (UID 5 BODY[] {6}\r\nabcdef\r\n)\r\n",
        u"* FETCH#1: ( UID 5 BODY[] stream:6 )"_s);
    add("literal one byte short", "* 1 FETCH (UID 5 BODY[] {7}\r\nabcdef\r\n)\r\n",
        u"* FETCH#1: ( UID 5 BODY[] stream:7 )"_s);
    add("literal much too short", "* 1 FETCH (UID 5 BODY[] {3}\r\nabcdef\r\nghi\r\n)\r\n",
        u"* FETCH#1!: ( UID 5 BODY[] stream:3 def\n"
        "ghi : \n"
        ") : "_s);
    add("parenthesis missing", "* 1 FETCH (UID 5\r\n", u"* FETCH#1!: ( UID 5"_s);
    add("parenthesis too many", "* 1 FETCH UID 5)\r\n", u"* FETCH#1!: UID 5 )"_s);
    add("quote missing", "* LIST () \"/\" \"abc\r\n", u"* LIST!: ( ) \"/\" \"abc\""_s);
    add("a lone quote", "* LIST () \"\r\n", u"* LIST!: ( ) \"\""_s);
    add("a backslash at the end", "* LIST () \"\\\r\n", u"* LIST!: ( ) \"\\\""_s);
    add("UTF-8", "* LIST () \"/\" \"\xe3\x83\xac\"\r\n", u"* LIST: ( ) \"/\" \"レ\""_s);
    add("a tag alone", "A1\r\n", u"A1 : "_s);
    add("star alone", "*\r\n", u"* : "_s);
}

/// However the bytes are cut.
void TestResponse::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    for (const qsizetype piece : {1 << 20, 1, 2, 3, 7}) {
        const Outcome outcome = readAll(bytes, piece);
        QCOMPARE(outcome.responses.join(u'\n'), expected);
        QVERIFY(outcome.problem && outcome.problem->code == ProblemCode::ConnectionLost);
    }
    if (qstrcmp(QTest::currentDataTag(), "message") == 0)
        QCOMPARE(readAll(bytes, 1).streamed, QByteArray("ab\r\nc"));
}

void TestResponse::limits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("endless line") << QByteArray("* OK ") + QByteArray(200'000, 'x');
    QTest::newRow("endless word") << QByteArray(200'000, 'x');
    QTest::newRow("endless lines in one response")
        << QByteArray("* LIST (\\A {1}\r\nx").append(QByteArray(" {1}\r\nx").repeated(20'000)) +
            ")\r\n";
    QTest::newRow("deep") << QByteArray("* LIST ") + QByteArray(100, '(') + "\r\n";
    QTest::newRow("many") << QByteArray("* SEARCH") + QByteArray(" 1").repeated(2'000) + "\r\n";
    QTest::newRow("large literal") << QByteArray("* LIST () \"/\" {4294967296}\r\nabc");
    QTest::newRow("literal beyond numbers")
        << QByteArray("* LIST () \"/\" {99999999999999999999999}\r\nabc");
}

void TestResponse::limits()
{
    QFETCH(QByteArray, bytes);
    ClientLimits limits;
    limits.responseBytes = 100'000;
    limits.literalBytes = 1'000;
    limits.tokens = 1'000;
    const Outcome outcome = readAll(bytes, 1 << 20, limits);
    QCOMPARE(outcome.responses, QStringList());
    QVERIFY(outcome.problem && outcome.problem->code == ProblemCode::TooLong);
}

void TestResponse::numbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected"); // -1: none
    QTest::newRow("plain") << QByteArray("12") << qint64(12);
    QTest::newRow("as one provider writes them") << QByteArray("9.3736e+06") << qint64(9'373'600);
    QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
    QTest::newRow("none") << QByteArray("x") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
    QTest::newRow("huge") << QByteArray("1e300") << qint64(-1);
    QTest::newRow("endless") << QByteArray(100, '9') << qint64(-1);
}

void TestResponse::numbers()
{
    QFETCH(QByteArray, text);
    const auto number = numberIn(text);
    QTEST(number ? qint64(*number) : qint64(-1), "expected");
}

/// Whatever comes, it ends.
void TestResponse::rubbishEnds()
{
    quint32 seed = 1;
    const QByteArray letters = "*+ A1OKFETCHBODY[]()\"\\{}0123456789~NIL\r\n\r\n\xe3";
    for (int round = 0; round < 3'000; ++round) {
        QByteArray bytes;
        for (int i = 0; i < 200; ++i) {
            seed = seed * 1'664'525 + 1'013'904'223;
            bytes += letters[qsizetype(seed >> 16) % letters.size()];
        }
        const Outcome outcome = readAll(bytes, 1 + round % 50);
        QVERIFY(outcome.problem.has_value());
    }
}

QTEST_GUILESS_MAIN(TestResponse)
#include "tst_response.moc"
