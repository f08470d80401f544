// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/spfrecord.h"

#include "dns/hostname.h"
#include "dns/spfclean.h"
#include "dns/spfgrammar.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

using enum SpfProblemCode;

constexpr QStringView version = u"v=spf1";
constexpr qsizetype mostTextInProblem = 200;
constexpr qsizetype mostProblems = 200;
constexpr qsizetype mostCharacters = 65'536; // more than a TXT record can hold

struct MechanismWord {
    SpfMechanism mechanism;
    QLatin1StringView word;
};

constexpr MechanismWord mechanismWords[] = {
    {SpfMechanism::All, "all"_L1},
    {SpfMechanism::Include, "include"_L1},
    {SpfMechanism::A, "a"_L1},
    {SpfMechanism::Mx, "mx"_L1},
    {SpfMechanism::Ptr, "ptr"_L1},
    {SpfMechanism::Ip4, "ip4"_L1},
    {SpfMechanism::Ip6, "ip6"_L1},
    {SpfMechanism::Exists, "exists"_L1},
};

std::optional<SpfQualifier> qualifierOf(QChar c)
{
    switch (c.unicode()) {
    case u'+': return SpfQualifier::Pass;
    case u'-': return SpfQualifier::Fail;
    case u'~': return SpfQualifier::SoftFail;
    case u'?': return SpfQualifier::Neutral;
    default: return std::nullopt;
    }
}

struct Word {
    QStringView text;
    qsizetype offset = 0;
};

QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype blank = text.indexOf(u' ', i);
        const qsizetype end = blank < 0 ? text.size() : blank;
        if (end > i)
            words.append({text.sliced(i, end - i), i});
        i = end + 1;
    }
    return words;
}

class Parser final {
public:
    explicit Parser(SpfRecord &record)
        : m_record(record)
    {
    }

    void run();

private:
    void add(SpfProblemCode code, const Word &word, qsizetype within = 0);
    void add(SpfProblemCode code, qint64 count = 1)
    {
        m_record.problems.append({code, {}, count, {}});
    }
    bool takeVersion(QList<Word> &words);
    void takeTerm(const Word &word);
    bool takeModifier(const Word &word);
    void takeNamedModifier(const Word &word, QStringView name, const QString &value);
    void takeMechanism(const Word &word);
    bool takeValue(const Word &word, SpfTerm &term, QStringView value, bool colon);
    bool takeNetwork(const Word &word, SpfTerm &term, QStringView value);
    bool takeDomain(const Word &word, QStringView domain, bool *macro);
    bool takeDualPrefix(const Word &word, SpfTerm &term, QStringView &value);
    bool isStray(const Word &word) const;
    void checkNetwork(const Word &word, const IpNetwork &network, QStringView address);
    void checkTerm(const Word &word, const SpfTerm &term);
    void checkWhole();

    SpfRecord &m_record;
    Word m_nextWord;
    Word m_afterAll;
    QSet<QString> m_known; ///< the terms until now
    bool m_ended = false; ///< behind all
    bool m_skipNext = false;
    bool m_redirect = false;
    bool m_exp = false;
};

void Parser::add(SpfProblemCode code, const Word &word, qsizetype within)
{
    const qsizetype offset = word.offset + within;
    if (m_record.problems.size() >= mostProblems)
        return;
    m_record.problems.append(
        {code, word.text.first(std::min(word.text.size(), mostTextInProblem)).toString(), 1,
            {offset, 1, int(offset) + 1}});
}

bool Parser::takeVersion(QList<Word> &words)
{
    if (words.isEmpty() || !words.front().text.startsWith(version.first(5), Qt::CaseInsensitive)) {
        words.isEmpty() ? add(NotSpf) : add(NotSpf, words.front());
        return false;
    }
    const Word first = words.takeFirst();
    if (first.text.compare(version, Qt::CaseInsensitive) != 0) {
        add(WrongVersion, first);
        // What is behind still says who sends, unless it is another version's.
        return first.text.startsWith(version, Qt::CaseInsensitive);
    }
    return true;
}

void Parser::run()
{
    QList<Word> words = wordsOf(m_record.text);
    if (!takeVersion(words))
        return;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (m_skipNext) {
            m_skipNext = false;
            continue;
        }
        m_nextWord = i + 1 < words.size() ? words[i + 1] : Word();
        takeTerm(words[i]);
    }
    checkWhole();
}

void Parser::takeTerm(const Word &word)
{
    const auto isOutside = [](QChar c) { return c <= u' ' || c > u'~'; };
    if (std::any_of(word.text.cbegin(), word.text.cend(), isOutside)) {
        add(NotAscii, word);
    } else if (word.text.compare(version, Qt::CaseInsensitive) == 0) {
        add(SeveralRecords, word);
    } else if (!takeModifier(word)) {
        if (m_ended && m_afterAll.text.isEmpty())
            m_afterAll = word;
        takeMechanism(word);
    }
}

/// modifier = name "=" value; a mechanism has ":" or "/" before any "=".
bool Parser::takeModifier(const Word &word)
{
    const qsizetype equals = word.text.indexOf(u'=');
    if (equals < 0)
        return false;
    QStringView name = word.text.first(equals);
    const bool qualified = qualifierOf(name.isEmpty() ? QChar() : name.front()).has_value();
    if (qualified)
        name = name.sliced(1);
    if (!isSpfModifierName(name))
        return false;
    if (qualified)
        add(QualifiedModifier, word);
    else
        takeNamedModifier(word, name, word.text.sliced(equals + 1).toString());
    return true;
}

void Parser::takeNamedModifier(const Word &word, QStringView name, const QString &value)
{
    const bool redirect = name.compare(u"redirect", Qt::CaseInsensitive) == 0;
    if (!redirect && name.compare(u"exp", Qt::CaseInsensitive) != 0) {
        // "ip4=192.0.2.1" is legal and does nothing: nobody means that.
        add(spfMacrosIn(value).use == SpfMacroUse::Wrong ? MacroInvalid : ModifierUnknown, word);
        return;
    }
    bool &taken = redirect ? m_redirect : m_exp;
    if (std::exchange(taken, true)) {
        add(ModifierRepeated, word);
    } else if (value.isEmpty()) {
        add(ValueMissing, word);
    } else if (bool macro = false; takeDomain(word, value, &macro)) {
        (redirect ? m_record.redirect : m_record.explanation) = value;
        if (redirect && macro)
            add(MacroOpaque, word);
        if (redirect)
            m_record.redirectMacro = macro;
    }
}

void Parser::takeMechanism(const Word &word)
{
    SpfTerm term;
    term.text = word.text.toString();
    term.offset = word.offset;
    QStringView rest = word.text;
    if (const auto qualifier = qualifierOf(rest.front())) {
        term.qualifier = *qualifier;
        rest = rest.sliced(1);
    }
    const auto end =
        std::find_if(rest.cbegin(), rest.cend(), [](QChar c) { return c == u':' || c == u'/'; });
    const QStringView name(rest.cbegin(), end);
    const auto found = std::find_if(
        std::begin(mechanismWords), std::end(mechanismWords), [name](const MechanismWord &entry) {
            return name.compare(entry.word, Qt::CaseInsensitive) == 0;
        });
    if (found == std::end(mechanismWords)) {
        // "all," and "all;" are told apart from misspelt words.
        const bool separator = word.text.contains(u',') || word.text.contains(u';');
        add(separator ? CommaSeparator : UnknownMechanism, word);
        return;
    }
    term.mechanism = found->mechanism;
    const bool colon = end != rest.cend() && *end == u':';
    QStringView value(end, rest.cend());
    if (!takeValue(word, term, colon ? value.sliced(1) : value, colon))
        return;
    if (m_ended)
        return;
    checkTerm(word, term);
    m_record.terms.append(term);
    m_ended = term.mechanism == SpfMechanism::All;
}

/// "ip4: 192.0.2.1": what follows is the value, so that one mistake is told of once.
bool Parser::isStray(const Word &word) const
{
    return word.text.endsWith(u':') && !m_nextWord.text.isEmpty() &&
        (IpNetwork::parse(m_nextWord.text) || isDomainName(m_nextWord.text));
}

bool Parser::takeValue(const Word &word, SpfTerm &term, QStringView value, bool colon)
{
    const bool takesValue = term.mechanism != SpfMechanism::All;
    const bool needsValue = takesValue && term.mechanism != SpfMechanism::A &&
        term.mechanism != SpfMechanism::Mx && term.mechanism != SpfMechanism::Ptr;
    if (!takesValue && (colon || !value.isEmpty())) {
        add(ValueUnexpected, word);
        return false;
    }
    if (isStray(word)) {
        add(StrayBlank, word, word.text.size());
        m_skipNext = true;
        return false;
    }
    if (value.isEmpty() && (colon || needsValue)) {
        add(ValueMissing, word);
        return false;
    }
    if (value.contains(u',') && !value.contains(u'{')) {
        add(CommaSeparator, word, word.text.indexOf(u','));
        return false;
    }
    if (term.mechanism == SpfMechanism::Ip4 || term.mechanism == SpfMechanism::Ip6)
        return takeNetwork(word, term, value);
    const bool hasPrefix = term.mechanism == SpfMechanism::A || term.mechanism == SpfMechanism::Mx;
    if (hasPrefix && !takeDualPrefix(word, term, value))
        return false;
    if (!colon) { // without a domain there is nothing left but the prefixes
        if (!value.isEmpty())
            add(ValueUnexpected, word);
        return value.isEmpty();
    }
    term.domain = value.toString();
    return takeDomain(word, value, &term.macro);
}

bool Parser::takeNetwork(const Word &word, SpfTerm &term, QStringView value)
{
    const bool v4 = term.mechanism == SpfMechanism::Ip4;
    const qsizetype slash = value.indexOf(u'/');
    const QStringView address = slash < 0 ? value : value.first(slash);
    const auto ip = IpAddress::parse(address);
    // A mapped address is IPv6 by its notation; brackets and "IPv6:" have no place here.
    const bool fits = ip && address.contains(u':') != v4 && !address.contains(u'[') &&
        !address.contains(u'p', Qt::CaseInsensitive);
    if (!fits) {
        add(AddressInvalid, word, word.text.indexOf(u':') + 1);
        return false;
    }
    const int most = v4 ? 32 : 128;
    auto bits = slash < 0 ? std::optional(most) : prefixBits(value.sliced(slash + 1), most);
    // ::ffff:192.0.2.0/120 is kept as what it is: a network of IPv4.
    if (bits && !v4 && ip->isV4())
        *bits -= 96;
    if (!bits || *bits < 0) {
        add(PrefixInvalid, word, word.text.indexOf(u'/'));
        return false;
    }
    term.network = IpNetwork{ip->prefix(*bits), *bits};
    checkNetwork(word, *term.network, address);
    return true;
}

/// Cuts "/24", "//64" or "/24//64" off the end of a value.
bool Parser::takeDualPrefix(const Word &word, SpfTerm &term, QStringView &value)
{
    // Slashes within a macro's braces are delimiters.
    const qsizetype behindMacros = value.lastIndexOf(u'}') + 1;
    const qsizetype slash = value.indexOf(u'/', behindMacros);
    if (slash < 0)
        return true;
    const QStringView prefixes = value.sliced(slash);
    value = value.first(slash);
    const qsizetype two = prefixes.indexOf(u"//");
    const QStringView first = two < 0 ? prefixes : prefixes.first(two);
    const auto bits4 = first.isEmpty() ? std::optional(32) : prefixBits(first.sliced(1), 32);
    const auto bits6 = two < 0 ? std::optional(128) : prefixBits(prefixes.sliced(two + 2), 128);
    if (!bits4 || !bits6) {
        add(PrefixInvalid, word, word.text.indexOf(u'/', word.text.lastIndexOf(u'}') + 1));
        return false;
    }
    term.bits4 = *bits4;
    term.bits6 = *bits6;
    return true;
}

bool Parser::takeDomain(const Word &word, QStringView domain, bool *macro)
{
    const SpfMacros macros = spfMacrosIn(domain);
    *macro = macros.use != SpfMacroUse::None;
    if (macros.use == SpfMacroUse::Wrong) {
        add(MacroInvalid, word);
        return false;
    }
    if (domain.endsWith(u'.'))
        domain.chop(1);
    const bool fits = *macro ? macros.endsInMacro || endsInTopLabel(domain) : isDomainName(domain);
    if (!fits)
        add(DomainInvalid, word);
    else if (domain.endsWith(u"-all", Qt::CaseInsensitive))
        add(TermsJoined, word);
    return fits;
}

void Parser::checkNetwork(const Word &word, const IpNetwork &network, QStringView address)
{
    const bool v4 = network.first.isV4();
    if (IpAddress::parse(address)->prefix(network.bits) != IpAddress::parse(address))
        add(HostBitsSet, word);
    if (network.bits == 0)
        return; // told of with its qualifier
    if (network.bits < (v4 ? 16 : 32))
        add(NetworkHuge, word);
    if (isPrivateNetwork(network))
        add(NetworkPrivate, word);
}

void Parser::checkTerm(const Word &word, const SpfTerm &term)
{
    const bool passes = term.qualifier == SpfQualifier::Pass;
    const bool whole = term.network && term.network->bits == 0;
    const bool wholeByPrefix =
        (term.mechanism == SpfMechanism::A || term.mechanism == SpfMechanism::Mx) &&
        (term.bits4 == 0 || term.bits6 == 0);
    if (passes && (term.mechanism == SpfMechanism::All || whole || wholeByPrefix))
        add(EveryonePasses, word);
    if (term.mechanism == SpfMechanism::All && term.qualifier == SpfQualifier::Neutral)
        add(AllNeutral, word);
    if (term.mechanism == SpfMechanism::Ptr)
        add(PtrUsed, word);
    if (term.mechanism == SpfMechanism::Exists)
        add(ExistsOpaque, word);
    else if (term.macro)
        add(MacroOpaque, word);
    const QString key = term.text.toLower();
    if (m_known.contains(key))
        add(TermRepeated, word);
    m_known.insert(key);
}

void Parser::checkWhole()
{
    constexpr qsizetype longest = 450;
    if (!m_afterAll.text.isEmpty())
        add(TermsAfterAll, m_afterAll);
    if (m_ended && m_redirect)
        add(RedirectIgnored);
    if (!m_ended && !m_redirect)
        add(AllMissing);
    if (const qsizetype bytes = m_record.text.toUtf8().size(); bytes > longest)
        add(RecordLong, bytes);
}

} // namespace

bool SpfRecord::isValid() const
{
    return std::none_of(problems.cbegin(), problems.cend(), [](const SpfProblem &problem) {
        return problem.code != EveryonePasses && severity(problem.code) == Severity::Error;
    });
}

bool SpfRecord::has(SpfProblemCode code) const
{
    return std::any_of(problems.cbegin(), problems.cend(),
        [code](const SpfProblem &problem) { return problem.code == code; });
}

SpfRecord parseSpf(const QString &text)
{
    SpfRecord record;
    const CleanedSpf cleaned = cleanSpf(text.first(std::min(text.size(), mostCharacters)));
    record.text = cleaned.text;
    if (cleaned.quotes)
        record.problems.append({QuotesRemoved, {}, 1, {}});
    if (cleaned.invisible > 0)
        record.problems.append({InvisibleRemoved, {}, cleaned.invisible, {}});
    Parser(record).run();
    return record;
}

bool isSpf(QStringView text)
{
    return text.startsWith(version, Qt::CaseInsensitive) &&
        (text.size() == version.size() || text[version.size()] == u' ');
}

} // namespace sekisho
