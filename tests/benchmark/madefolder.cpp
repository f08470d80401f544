// SPDX-License-Identifier: GPL-3.0-or-later
#include "madefolder.h"

#include "madereports.h"

#include <QFile>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <libdeflate.h>

#include <memory>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int level = 6;

qint64 writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("Cannot write %s", qPrintable(path));
    return bytes.size();
}

QByteArray gzip(const QByteArray &bytes)
{
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(level), libdeflate_free_compressor);
    QByteArray packed;
    packed.resize(
        qsizetype(libdeflate_gzip_compress_bound(compressor.get(), size_t(bytes.size()))));
    packed.resize(qsizetype(libdeflate_gzip_compress(compressor.get(), bytes.constData(),
        size_t(bytes.size()), packed.data(), size_t(packed.size()))));
    return packed;
}

qint64 writeZip(const QString &path, const QString &member, const QByteArray &bytes)
{
    QuaZip zip(path);
    zip.setDataDescriptorWritingEnabled(false); // sizes where the baseline looks for them
    QuaZipFile file(&zip);
    if (!zip.open(QuaZip::mdCreate) ||
        !file.open(QIODevice::WriteOnly, QuaZipNewInfo(member), nullptr, 0, Z_DEFLATED, level) ||
        file.write(bytes) != bytes.size())
        qFatal("Cannot write %s", qPrintable(path));
    file.close();
    zip.close();
    return QFile(path).size();
}

} // namespace

MadeFolder makeFolder(const QString &folder, int reports)
{
    ReportMaker maker(1, 0);
    MadeFolder made;
    for (int i = 0; i < reports; ++i) {
        const AggregateReport report = maker.next();
        const QByteArray xml = ReportMaker::xmlOf(report);
        const QString name = ReportMaker::fileName(report, i);
        const QString path = folder + u'/' + name;
        ++made.reports;
        made.records += qint64(report.records.size());
        for (const Record &record : report.records)
            made.messages += record.count;
        made.xmlBytes += xml.size();
        const double kind = maker.chance();
        if (kind < 0.60)
            made.fileBytes += writeFile(path + u".xml.gz"_s, gzip(xml));
        else if (kind < 0.95)
            made.fileBytes += writeZip(path + u".zip"_s, name + u".xml"_s, xml);
        else
            made.fileBytes += writeFile(path + u".xml"_s, xml);
    }
    return made;
}

} // namespace sekisho
