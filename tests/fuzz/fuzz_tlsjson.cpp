// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/tlsjson.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace sekisho;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    Notes notes;
    (void)readTlsReport(bytes, Limits(), notes);
    return 0;
}
