// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/packing.h"

#include <KCompressionDevice>
#include <QBuffer>
#include <QtEndian>

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

namespace sekisho::packing {

namespace {

quint32 checksum(const QByteArray &bytes)
{
    return quint32(
        ::crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), uInt(bytes.size())));
}

template <typename T> QByteArray little(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}
QByteArray u16(quint16 value)
{
    return little(value);
}
QByteArray u32(quint32 value)
{
    return little(value);
}
QByteArray u64(quint64 value)
{
    return little(value);
}

QByteArray compressed(KCompressionDevice::CompressionType type, const QByteArray &bytes)
{
    QBuffer buffer;
    KCompressionDevice device(&buffer, false, type);
    if (!device.open(QIODevice::WriteOnly))
        return {};
    device.write(bytes);
    device.close();
    return buffer.data();
}

/// What a local header and a central one have in common.
struct ZipFields {
    QByteArray common; ///< version to checksum
    QByteArray sizes;
    QByteArray extra;
    QByteArray data;
    QByteArray descriptor;
};

ZipFields zipFields(const File &file, int options, bool central)
{
    const bool descriptor = options & Descriptor;
    const bool zip64 = options & Zip64;
    const quint32 crc = checksum(file.bytes) + ((options & WrongChecksum) ? 1 : 0);
    ZipFields fields;
    fields.data = (options & Stored) ? file.bytes : deflated(file.bytes);
    const quint16 flags = quint16((descriptor ? 8 : 0) | ((options & Encrypted) ? 1 : 0));
    const quint16 method = (options & UnknownMethod) ? 97 : (options & Stored) ? 0 : 8;
    const bool hidden = descriptor && !central;
    fields.common = u16(zip64 ? 45 : 20) + u16(flags) + u16(method) + u16(0) + u16(0x21) +
        u32(hidden ? 0 : crc);
    const auto packed = quint32(fields.data.size());
    const auto size = quint32(file.bytes.size());
    if (zip64) {
        fields.sizes = u32(0xffffffff) + u32(0xffffffff);
        fields.extra = u16(1) + u16(16) + u64(hidden ? 0 : size) + u64(hidden ? 0 : packed);
    } else {
        fields.sizes = u32(hidden ? 0 : packed) + u32(hidden ? 0 : size);
    }
    if (descriptor)
        fields.descriptor = "PK\x07\x08" + u32(crc) + u32(packed) + u32(size);
    return fields;
}

QByteArray tarField(const QByteArray &text, int size)
{
    return text.leftJustified(size, '\0', true);
}

QByteArray octal(quint64 number, int size)
{
    return QByteArray::number(number, 8).rightJustified(size - 1, '0') + '\0';
}

} // namespace

QByteArray report(const QByteArray &id)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feedback><report_metadata>"
           "<org_name>reporter.example</org_name><email>d@reporter.example</email><report_id>" +
        id +
        "</report_id><date_range><begin>1506211200</begin><end>1506297599</end></date_range>"
        "</report_metadata><policy_published><domain>example.com</domain><adkim>r</adkim>"
        "<aspf>r</aspf><p>none</p><sp>none</sp><pct>100</pct></policy_published><record><row>"
        "<source_ip>192.0.2.1</source_ip><count>3</count><policy_evaluated>"
        "<disposition>none</disposition><dkim>pass</dkim><spf>pass</spf></policy_evaluated></row>"
        "<identifiers><header_from>example.com</header_from></identifiers><auth_results><dkim>"
        "<domain>example.com</domain><selector>s</selector><result>pass</result></dkim><spf>"
        "<domain>example.com</domain><scope>mfrom</scope><result>pass</result></spf>"
        "</auth_results></record></feedback>\n";
}

QByteArray deflated(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return QByteArray("\3\0", 2); // qCompress makes no stream of nothing
    // qCompress makes four bytes of length and a zlib stream: two bytes, deflate, a checksum.
    const QByteArray zlib = qCompress(bytes, 9);
    return zlib.mid(6, zlib.size() - 10);
}

QByteArray gzip(const QByteArray &bytes, const QByteArray &name)
{
    const QByteArray header("\x1f\x8b\x08", 3);
    QByteArray packed = header + char(name.isEmpty() ? 0 : 8) + u32(0) + '\0' + '\3';
    if (!name.isEmpty())
        packed += name + '\0';
    return packed + deflated(bytes) + u32(checksum(bytes)) + u32(quint32(bytes.size()));
}

QByteArray zip(const Files &files, int options)
{
    QByteArray local;
    QByteArray central;
    for (const File &file : files) {
        const ZipFields fields = zipFields(file, options, false);
        const ZipFields listed = zipFields(file, options, true);
        const QByteArray nameSize = u16(quint16(file.name.size()));
        central += "PK\x01\x02" + u16(45) + listed.common + listed.sizes + nameSize +
            u16(quint16(listed.extra.size())) + u16(0) + u16(0) + u16(0) + u32(0) +
            u32(quint32(local.size())) + file.name + listed.extra;
        local += "PK\x03\x04" + fields.common + fields.sizes + nameSize +
            u16(quint16(fields.extra.size())) + file.name + fields.extra + fields.data +
            fields.descriptor;
    }
    const auto count = quint16(files.size());
    return local + central + "PK\x05\x06" + u16(0) + u16(0) + u16(count) + u16(count) +
        u32(quint32(central.size())) + u32(quint32(local.size())) + u16(0);
}

QByteArray tar(const Files &files)
{
    constexpr int block = 512;
    QByteArray result;
    for (const File &file : files) {
        const bool folder = file.name.endsWith('/');
        QByteArray header = tarField(file.name, 100) + octal(0644, 8) + octal(0, 8) + octal(0, 8) +
            octal(quint64(file.bytes.size()), 12) + octal(1506211200, 12) + QByteArray(8, ' ') +
            (folder ? '5' : '0') + tarField({}, 100) +
            QByteArray("ustar\0"
                       "00",
                8);
        header = tarField(header, block);
        uint sum = 0;
        for (const char c : std::as_const(header))
            sum += uchar(c);
        header.replace(148, 8, QByteArray(octal(sum, 7) + ' '));
        result += header + file.bytes;
        result += QByteArray((block - file.bytes.size() % block) % block, '\0');
    }
    return result + QByteArray(2 * block, '\0');
}

QByteArray bzip2(const QByteArray &bytes)
{
    return compressed(KCompressionDevice::BZip2, bytes);
}
QByteArray xz(const QByteArray &bytes)
{
    return compressed(KCompressionDevice::Xz, bytes);
}
QByteArray zstd(const QByteArray &bytes)
{
    return compressed(KCompressionDevice::Zstd, bytes);
}

QByteArray sevenZip(const Files &files)
{
    QByteArray packed(1 << 20, '\0');
    size_t used = 0;
    archive *writer = archive_write_new();
    archive_write_set_format_7zip(writer);
    archive_write_open_memory(writer, packed.data(), size_t(packed.size()), &used);
    for (const File &file : files) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, file.name.constData());
        archive_entry_set_size(entry, file.bytes.size());
        archive_entry_set_filetype(entry, file.name.endsWith('/') ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(writer, entry);
        archive_write_data(writer, file.bytes.constData(), size_t(file.bytes.size()));
        archive_entry_free(entry);
    }
    archive_write_free(writer); // closes, and tells how much was used
    return packed.first(qsizetype(used));
}

QByteArray encryptedSevenZip(const QByteArray &name)
{
    QByteArray wide;
    for (const char c : name)
        wide += c + QByteArray(1, '\0');
    wide += QByteArray(2, '\0');
    const QByteArray data(16, 'x');
    const QByteArray aes(
        "\x24\x06\xf1\x07\x01\x02\x53\x07", 8); // one coder, its id, its properties
    const QByteArray header = QByteArray("\x01\x04\x06\x00\x01\x09\x10\x00", 8) +
        QByteArray("\x07\x0b\x01\x00\x01", 5) + aes + QByteArray("\x0c\x10\x00\x08\x00\x00", 6) +
        QByteArray("\x05\x01\x11", 3) + char(wide.size() + 1) + '\0' + wide +
        QByteArray("\x00\x00", 2);
    const QByteArray start =
        u64(quint64(data.size())) + u64(quint64(header.size())) + u32(checksum(header));
    return QByteArray("7z\xbc\xaf\x27\x1c\x00\x04", 8) + u32(checksum(start)) + start + data +
        header;
}

QByteArray mailOf(const QByteArray &attachment)
{
    return "From: reporter@reporter.example\r\nTo: dmarc@example.com\r\n"
           "Subject: Report domain: example.com\r\nDate: Mon, 25 Sep 2017 01:00:00 +0000\r\n"
           "MIME-Version: 1.0\r\nContent-Type: application/octet-stream; name=\"r.bin\"\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\n" +
        attachment.toBase64() + "\r\n";
}

} // namespace sekisho::packing
