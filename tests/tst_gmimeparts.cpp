// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/gmimeparts.h"

#include <QTest>

using namespace sekisho;

namespace {

/// Of a stream that is not one block of memory.
gmime::Owned<GMimeDataWrapper> putTogether(const QByteArrayList &pieces)
{
    gmime::init();
    const gmime::Owned<GMimeStream> whole(g_mime_stream_cat_new());
    for (const QByteArray &piece : pieces) {
        const gmime::Owned<GMimeStream> stream(
            g_mime_stream_mem_new_with_buffer(piece.constData(), size_t(piece.size())));
        g_mime_stream_cat_add_source(GMIME_STREAM_CAT(whole.get()), stream.get());
    }
    return gmime::Owned<GMimeDataWrapper>(g_mime_data_wrapper_new_with_stream(
        whole.get(), GMIME_CONTENT_ENCODING_BASE64));
}

} // namespace

class TestGmimeParts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asItStandsInTheMail();
    void putTogetherOrWithout();
};

void TestGmimeParts::asItStandsInTheMail()
{
    const QByteArray mail = "Content-Transfer-Encoding: base64\n\naGVs\nbG8=\n";
    const auto message = gmime::parse(mail);
    QVERIFY(GMIME_IS_PART(g_mime_message_get_mime_part(message.get())));
    auto *part = GMIME_PART(g_mime_message_get_mime_part(message.get()));
    QCOMPARE(gmime::encodedContent(g_mime_part_get_content(part)), QByteArray("aGVs\nbG8=\n"));
    QCOMPARE(gmime::content(part), QByteArray("hello"));
}

/// Not what the parser makes, but nothing that may end the program.
void TestGmimeParts::putTogetherOrWithout()
{
    QByteArrayList pieces{"aGVs", "bG8="};
    const auto content = putTogether(pieces);
    QCOMPARE(gmime::encodedContent(content.get()), QByteArray("aGVsbG8="));
    QCOMPARE(gmime::encodedContent(content.get()), QByteArray("aGVsbG8=")); // from the start again
    const gmime::Owned<GMimeDataWrapper> nothing(g_mime_data_wrapper_new());
    QCOMPARE(gmime::encodedContent(nothing.get()), QByteArray());
}

QTEST_GUILESS_MAIN(TestGmimeParts)
#include "tst_gmimeparts.moc"
