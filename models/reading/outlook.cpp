// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outlook.h"

namespace sekisho {

namespace {

/// [MS-OXTNEF] 2.1.3.1: 0x223e9f78, lowest byte first.
constexpr QByteArrayView tnef("\x78\x9f\x3e\x22", 4);
/// [MS-CFB] 2.2: a compound file, as Word and Excel write them, too.
constexpr QByteArrayView compound("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);

/// [MS-OXMSG] 2.4: every message has this stream; directories of compound files are in UTF-16LE.
const QByteArray &propertyStream()
{
    static const QByteArray name = [] {
        QByteArray wide;
        for (char c : QByteArrayView("__properties_version1.0"))
            wide.append(c).append('\0');
        return wide;
    }();
    return name;
}

} // namespace

OutlookForm outlookForm(QByteArrayView bytes)
{
    if (bytes.startsWith(tnef))
        return OutlookForm::Tnef;
    const bool message = bytes.startsWith(compound) && bytes.indexOf(propertyStream()) >= 0;
    return message ? OutlookForm::Message : OutlookForm::None;
}

NoteCode noteFor(OutlookForm form)
{
    return form == OutlookForm::Tnef ? NoteCode::TnefNotOpened : NoteCode::OutlookMessageNotOpened;
}

} // namespace sekisho
