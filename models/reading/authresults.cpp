// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/authresults.h"

#include <QStringList>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// A field has few methods; what goes on for ever is an attack.
constexpr size_t mostMethods = 200;
constexpr size_t mostProperties = 50;

/// The words between two semicolons: quotes undone, comments aside.
struct Statement {
    QStringList words;
    QString comment;
};

/// Splits a field into statements. Semicolons in comments and in quoted strings part nothing.
class Splitter final {
public:
    explicit Splitter(QStringView text)
        : m_text(text)
    {
    }

    std::vector<Statement> split()
    {
        while (m_at < m_text.size() && m_statements.size() < mostMethods)
            step();
        endStatement();
        return std::move(m_statements);
    }

private:
    void step()
    {
        const QChar c = m_text[m_at];
        if (c == u'(')
            comment();
        else if (c == u'"')
            quoted();
        else if (c == u';')
            endStatement(), ++m_at;
        else if (c.isSpace())
            blank();
        else if (c == u'=')
            equals();
        else
            m_word += c, m_valueComes = false, ++m_at;
    }

    /// Blanks end a word, but not between "=" and the value.
    void blank()
    {
        if (!m_valueComes)
            endWord();
        ++m_at;
    }

    /// Blanks around "=" are allowed and part nothing.
    void equals()
    {
        if (m_word.isEmpty() && !m_current.words.isEmpty())
            m_word = m_current.words.takeLast();
        if (m_current.words.size() > 1 && m_current.words.last() == "/"_L1) {
            m_current.words.removeLast(); // "dkim / 1 = fail": the method's version
            m_word = m_current.words.takeLast();
        }
        m_word += u'=';
        m_valueComes = true;
        ++m_at;
    }

    void comment()
    {
        int depth = 0;
        const qsizetype start = m_at + 1;
        qsizetype end = m_text.size();
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'\\')
                ++m_at;
            else if (m_text[m_at] == u'(')
                ++depth;
            else if (m_text[m_at] == u')' && --depth == 0) {
                end = m_at++;
                break;
            }
        }
        m_at = std::min(m_at, m_text.size());
        if (!m_valueComes)
            endWord();
        if (!m_current.comment.isEmpty())
            m_current.comment += u"; "_s;
        m_current.comment += m_text.sliced(start, std::max<qsizetype>(0, end - start)).trimmed();
    }

    void quoted()
    {
        for (++m_at; m_at < m_text.size() && m_text[m_at] != u'"'; ++m_at) {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            m_word += m_text[m_at];
        }
        ++m_at;
        m_valueComes = false;
    }

    void endWord()
    {
        m_valueComes = false;
        if (!m_word.isEmpty())
            m_current.words.append(std::exchange(m_word, QString()));
    }

    void endStatement()
    {
        endWord();
        if (!m_current.words.isEmpty() || !m_current.comment.isEmpty())
            m_statements.push_back(std::exchange(m_current, Statement()));
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_valueComes = false; ///< the word ends in "=" and its value has not begun
    QString m_word;
    Statement m_current;
    std::vector<Statement> m_statements;
};

AuthProperty propertyOf(const QString &word)
{
    const qsizetype equals = word.indexOf(u'=');
    const QString name = word.first(equals).toLower();
    const qsizetype point = name.indexOf(u'.');
    return {point < 0 ? QString() : name.first(point), point < 0 ? name : name.sliced(point + 1),
        word.sliced(equals + 1)};
}

AuthMethod methodOf(const Statement &statement, qsizetype first)
{
    AuthMethod method;
    method.comment = statement.comment;
    for (qsizetype i = first; i < statement.words.size(); ++i) {
        const QString &word = statement.words.at(i);
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 0)
            continue;
        if (method.method.isEmpty()) {
            method.method = word.first(equals).section(u'/', 0, 0).toLower();
            method.result = word.sliced(equals + 1).toLower();
        } else if (word.startsWith("reason="_L1, Qt::CaseInsensitive)) {
            method.reason = word.sliced(equals + 1);
        } else if (method.properties.size() < mostProperties) {
            method.properties.push_back(propertyOf(word));
        }
    }
    return method;
}

bool isAssignment(const Statement &statement)
{
    return !statement.words.isEmpty() && statement.words.first().contains(u'=');
}

} // namespace

AuthResults readAuthResults(QStringView value)
{
    AuthResults results;
    const std::vector<Statement> statements = Splitter(value).split();
    bool started = false;
    for (const Statement &statement : statements) {
        if (!started && isAssignment(statement) && statement.words.first().startsWith("i="_L1)) {
            results.instance = QStringView(statement.words.first()).sliced(2).toInt();
            continue;
        }
        qsizetype first = 0;
        if (!started && !statement.words.isEmpty() && !isAssignment(statement)) {
            results.server = statement.words.first().toLower();
            first = 1; // some forget the semicolon behind it
        }
        started = true;
        AuthMethod method = methodOf(statement, first);
        if (!method.method.isEmpty())
            results.methods.push_back(std::move(method));
    }
    return results;
}

} // namespace sekisho
