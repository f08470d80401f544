// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/servicetext.h"

#include "tables/notetext.h"
#include "tables/visibletext.h"

#include <QCoreApplication>

namespace sekisho {

namespace {

/// Texts of this file in one context.
struct ServiceText {
    Q_DECLARE_TR_FUNCTIONS(ServiceText)
};

QString whatText(const Note &note)
{
    switch (note.code) {
    case NoteCode::ValueUnknown:
        //: %1 is a key of the file with its value, for example "kind: club"
        return ServiceText::tr("“%1” is not understood and left out.")
            .arg(visibleText(note.detail));
    case NoteCode::JsonDamaged:
        return ServiceText::tr("This is no JSON document with a list “services”; nothing of it "
                               "was read.");
    case NoteCode::LimitMembers: return ServiceText::tr("There are too many services from here on.");
    default: return noteText(note);
    }
}

} // namespace

QString serviceProblemText(const Note &note)
{
    if (note.place.line <= 0)
        return whatText(note);
    return ServiceText::tr("Line %1, column %2: %3")
        .arg(note.place.line)
        .arg(note.place.column)
        .arg(whatText(note));
}

} // namespace sekisho
