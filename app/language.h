// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

namespace sekisho {

/// The translations of the program and of Qt's own texts, exchangeable while it runs.
class Language final {
public:
    /// "ja", "en", or empty for the system's language where there is a translation, else English.
    void set(const QString &name);
    /// The locale for numbers and dates that goes with the language.
    [[nodiscard]] QLocale locale() const { return m_locale; }

private:
    QTranslator m_program;
    QTranslator m_qt;
    QLocale m_locale;
};

} // namespace sekisho
