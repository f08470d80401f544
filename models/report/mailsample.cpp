// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/mailsample.h"

namespace sekisho {

QByteArray MailSample::raw(QByteArrayView name) const
{
    for (const HeaderField &field : headers) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.raw;
    }
    return {};
}

} // namespace sekisho
