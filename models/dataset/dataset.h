// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/stringpool.h"
#include "reading/reader.h"
#include "report/alignment.h"

#include <memory>
#include <vector>

namespace sekisho {

/// What the importer found: one line of the import log. Points to its report when it has one.
struct LogItem {
    Origin origin;
    ItemKind kind = ItemKind::File;
    ItemStatus status = ItemStatus::Read;
    QList<Note> notes;
    qint32 report = -1; ///< index into Dataset::reports, or -1
    qint32 failure = -1; ///< index into Dataset::failures, or -1
    qint64 when = 0; ///< date of the mail it came in, else the file's; UTC seconds, 0: unknown

    bool operator==(const LogItem &) const = default;
};

/// One aggregate report without its records, which are rows firstRow … firstRow + rowCount - 1.
struct ReportInfo {
    quint32 item = 0; ///< index into Dataset::items
    StringId orgName;
    StringId reporter; ///< registrable domain of the organization, see reporterDomain()
    StringId email;
    StringId reportId;
    StringId domain; ///< policy domain, normalized
    DateSpan period; ///< UTC seconds
    PublishedPolicy policy;
    QString generator;
    QString extraContactInfo;
    QString version;
    QStringList errors;
    Dialect dialect = Dialect::Draft01;
    quint32 firstRow = 0;
    quint32 rowCount = 0; ///< records
    qint64 messages = 0;
    qint64 passMessages = 0; ///< DMARC pass as the reporter evaluated it
    quint64 contentHash = 0;
    bool counted = true; ///< false: a duplicate, or the older one of a conflict
};

/// Flags of a record.
enum RecordFlag : quint16 {
    OwnSignatureBroken = 1,
    DkimPassWithoutResult = 2,
    SpfPassWithoutResult = 4,
    DkimAlignedButFail = 8,
    SpfAlignedButFail = 16,
    HasEnvelopeFrom = 32,
    RepairedRecord = 64,
    DkimEvaluatedUnknown = 128,
    SpfEvaluatedUnknown = 256,
};

/// A DKIM or SPF result of a record; `label` is the selector or the scope.
struct ResultEntry {
    StringId domain;
    StringId label;
    StringId human;
    AuthResult result = AuthResult::Missing;
    StringId resultText;
};

struct ReasonEntry {
    StringId type;
    StringId comment;
};

/// The records of all reports as columns; row n of each belongs together.
struct RecordColumns {
    std::vector<quint32> report; ///< index into Dataset::reports
    std::vector<quint32> row; ///< from 0, in the order of the XML
    std::vector<AddressId> address;
    std::vector<qint64> count; ///< messages
    std::vector<StringId> headerFrom; ///< normalized
    std::vector<StringId> envelopeFrom;
    std::vector<StringId> envelopeTo;
    std::vector<Disposition> disposition;
    std::vector<StringId> dispositionText;
    std::vector<StringId> dkimEvaluatedText; ///< as reported, lower case
    std::vector<StringId> spfEvaluatedText;
    std::vector<quint8> reportedCell; ///< Cell::index()
    std::vector<quint8> computedCell;
    std::vector<FailReason> dkimReason;
    std::vector<FailReason> spfReason;
    std::vector<quint16> flags;
    /// First entry in Dataset::dkim, ::spf, ::reasons; the next row's value is the end. One longer.
    std::vector<quint32> dkimFirst;
    std::vector<quint32> spfFirst;
    std::vector<quint32> reasonFirst;

    [[nodiscard]] size_t size() const { return report.size(); }
};

/// An address that sends, or the text that a report gave in place of one.
struct Address {
    std::optional<IpAddress> ip;
    StringId text; ///< empty where there is an address: that has a text of its own
};

/// One failure report.
struct FailureInfo {
    quint32 item = 0; ///< index into Dataset::items
    std::shared_ptr<const FailureReport> report;
    StringId reporter; ///< as in ReportInfo
    StringId domain; ///< of the From field, normalized
    std::optional<AddressId> address; ///< where it came from; none where nobody says
    bool counted = true; ///< false: a duplicate
};

/// A row of RecordColumns.
using Row = quint32;

/// Everything that was read, immutable once built: shared between threads without locks.
struct Dataset {
    StringPool strings;
    std::vector<LogItem> items;
    std::vector<ReportInfo> reports;
    std::vector<Address> addresses;
    RecordColumns records;
    std::vector<ResultEntry> dkim;
    std::vector<ResultEntry> spf;
    std::vector<ReasonEntry> reasons;
    std::vector<TlsReport> tlsReports;
    std::vector<FailureInfo> failures;

    [[nodiscard]] const QString &text(StringId id) const { return strings.text(id); }
    [[nodiscard]] QString addressText(const Address &address) const
    {
        return address.ip ? address.ip->text() : text(address.text);
    }
    /// Whether an address is the one that a key names; `ip` is the key as an address, where it is one.
    [[nodiscard]] bool isNamed(const Address &address, const QString &key, const std::optional<IpAddress> &ip) const
    {
        return address.ip ? address.ip == ip : text(address.text) == key;
    }
    [[nodiscard]] QString addressText(AddressId id) const { return addressText(addresses[id.value]); }
};

using DatasetPtr = std::shared_ptr<const Dataset>;

/// A record as a value again, for explaining it in words.
[[nodiscard]] Record recordAt(const Dataset &dataset, Row row);

} // namespace sekisho
