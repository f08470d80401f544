// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace sekisho {

void Language::set(const QString &name)
{
    const QLocale wanted = name.isEmpty() ? QLocale::system() : QLocale(name);
    m_locale = wanted.language() == QLocale::Japanese ? QLocale(QLocale::Japanese, QLocale::Japan)
        : wanted.language() == QLocale::English       ? wanted
                                                       : QLocale(QLocale::English);
    QLocale::setDefault(m_locale);
    const QString code = m_locale.language() == QLocale::Japanese ? QStringLiteral("ja") : QStringLiteral("en");
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    // English has a file of its own, for plural forms.
    if (m_program.load(QStringLiteral(":/i18n/sekisho_") + code))
        QCoreApplication::installTranslator(&m_program);
    if (m_qt.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace sekisho
