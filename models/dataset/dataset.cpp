// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/dataset.h"

namespace sekisho {

Record recordAt(const Dataset &dataset, Row row)
{
    const RecordColumns &columns = dataset.records;
    const Address &address = dataset.addresses[columns.address[row].value];
    const auto text = [&dataset](StringId id) { return dataset.text(id); };
    Record record;
    record.row = int(columns.row[row]);
    record.sourceIpText = dataset.addressText(address);
    record.sourceIp = address.ip;
    record.count = columns.count[row];
    record.disposition = columns.disposition[row];
    record.dispositionText = text(columns.dispositionText[row]);
    record.dkimEvaluatedText = text(columns.dkimEvaluatedText[row]);
    record.dkimEvaluated = evaluated(record.dkimEvaluatedText);
    record.spfEvaluatedText = text(columns.spfEvaluatedText[row]);
    record.spfEvaluated = evaluated(record.spfEvaluatedText);
    record.headerFrom = text(columns.headerFrom[row]);
    record.envelopeFrom = text(columns.envelopeFrom[row]);
    record.hasEnvelopeFrom = columns.flags[row] & HasEnvelopeFrom;
    record.envelopeTo = text(columns.envelopeTo[row]);
    record.repaired = columns.flags[row] & RepairedRecord;
    for (quint32 i = columns.reasonFirst[row]; i < columns.reasonFirst[row + 1]; ++i)
        record.reasons.push_back({text(dataset.reasons[i].type), text(dataset.reasons[i].comment)});
    for (quint32 i = columns.dkimFirst[row]; i < columns.dkimFirst[row + 1]; ++i) {
        const ResultEntry &entry = dataset.dkim[i];
        record.dkim.push_back({text(entry.domain), text(entry.label), entry.result,
            text(entry.resultText), text(entry.human)});
    }
    for (quint32 i = columns.spfFirst[row]; i < columns.spfFirst[row + 1]; ++i) {
        const ResultEntry &entry = dataset.spf[i];
        record.spf.push_back({text(entry.domain), text(entry.label), entry.result,
            text(entry.resultText), text(entry.human)});
    }
    record.hasAuthResults = columns.dkimReason[row] != FailReason::NotReported
        || columns.spfReason[row] != FailReason::NotReported || !record.dkim.empty() || !record.spf.empty();
    return record;
}

} // namespace sekisho
