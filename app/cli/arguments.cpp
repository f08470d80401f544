// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "cli/fetcharguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <limits>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// The options by their names; all but the flags take a value.
const QStringList valueOptions{u"domain"_s, u"since"_s, u"until"_s, u"language"_s, u"own"_s, u"ptr"_s, u"url-list"_s, u"format"_s, u"output"_s, u"workspace"_s};
/// Options that only fetch has; some of them may stand several times.
const QStringList fetchOptions{u"store"_s, u"folder"_s, u"password-command"_s, u"password-fd"_s, u"ca-file"_s, u"pin"_s,
    u"auth"_s, u"max-size"_s, u"after"_s};
const QStringList flagOptions{u"quiet"_s, u"sample"_s, u"log"_s, u"mask"_s, u"no-mask"_s, u"version"_s};

qint64 startOfDay(const QDate &date)
{
    return QDate(1970, 1, 1).daysTo(date) * secondsPerDay;
}

/// --since and --until are days, both inclusive, in UTC.
void setPeriod(const QCommandLineParser &parser, Arguments &arguments)
{
    if (!parser.isSet(u"since"_s) && !parser.isSet(u"until"_s))
        return;
    // Far enough on either side, without overflowing what is added to it.
    constexpr qint64 ever = std::numeric_limits<qint64>::max() / 4;
    DateSpan period{-ever, ever};
    for (const QString &name : {u"since"_s, u"until"_s}) {
        if (!parser.isSet(name))
            continue;
        const QDate date = QDate::fromString(parser.value(name), Qt::ISODate);
        if (!date.isValid())
            arguments.problem = Cli::tr("“%1” is not a date; write it like 2026-06-30.").arg(parser.value(name));
        else if (name == "since"_L1)
            period.begin = startOfDay(date);
        else
            period.end = startOfDay(date) + secondsPerDay;
    }
    arguments.filter.period = period;
}

void setFormat(const QCommandLineParser &parser, Arguments &arguments)
{
    const QString format = parser.isSet(u"format"_s) ? parser.value(u"format"_s).toLower() : u"csv"_s;
    if (format == "json"_L1)
        arguments.format = ExportFormat::Json;
    else if (format != "csv"_L1)
        arguments.problem = Cli::tr("“%1” is not a format; there are csv and json.").arg(format);
}

void setLanguage(const QCommandLineParser &parser, Arguments &arguments)
{
    arguments.language = parser.value(u"language"_s);
    const QStringList known{u"ja"_s, u"en"_s};
    if (parser.isSet(u"language"_s) && !known.contains(arguments.language))
        arguments.problem = Cli::tr("“%1” is not a language; there are ja and en.").arg(arguments.language);
}

void setCommand(QStringList words, bool sample, Arguments &arguments)
{
    arguments.command = words.isEmpty() ? QString() : words.takeFirst();
    if (arguments.command == "fetch"_L1)
        return; // its words are no paths
    if (arguments.command == "export"_L1) {
        arguments.table = words.isEmpty() ? QString() : words.takeFirst();
        if (!exportTableNames().contains(arguments.table))
            arguments.problem = Cli::tr("“%1” is not a table; there are %2.").arg(arguments.table, exportTableNames().join(u", "_s));
    } else if (arguments.command != "summary"_L1) {
        arguments.problem = arguments.command.isEmpty() ? Cli::tr("A command is missing.") : Cli::tr("“%1” is not a command.").arg(arguments.command);
    }
    arguments.paths = words;
    // A workspace file stands for itself.
    if (words.size() == 1 && words.first().endsWith(".sekisho"_L1) && arguments.workspace.isEmpty()) {
        arguments.workspace = words.first();
        arguments.paths.clear();
    }
    if (sample)
        arguments.paths.append(u":/samples/samples.tar.xz"_s);
    const bool hasSource = !arguments.paths.isEmpty() || !arguments.workspace.isEmpty();
    if (!hasSource && arguments.problem.isEmpty())
        arguments.problem = Cli::tr("A file or folder is missing.");
}

/// Lists of URLs belong to the table of hits, and the other way round.
void setUrlLists(Arguments &arguments)
{
    const bool wanted = arguments.command == "export"_L1 && arguments.table == "url_hits"_L1;
    if (!arguments.problem.isEmpty() || wanted == !arguments.urlLists.isEmpty())
        return;
    arguments.problem = wanted ? Cli::tr("url_hits needs a list of URLs or hosts: --url-list FILE.")
                               : Cli::tr("--url-list is only for the table url_hits.");
}

} // namespace

Arguments parseArguments(const QStringList &words)
{
    QCommandLineParser parser;
    for (const QString &name : valueOptions + fetchOptions)
        parser.addOption(QCommandLineOption(name, {}, name));
    for (const QString &name : flagOptions)
        parser.addOption(QCommandLineOption(name));
    parser.addOption(QCommandLineOption(QStringList{u"h"_s, u"help"_s}));
    Arguments arguments;
    const bool ok = parser.parse(words);
    setLanguage(parser, arguments);
    arguments.help = parser.isSet(u"help"_s);
    arguments.version = parser.isSet(u"version"_s);
    arguments.quiet = parser.isSet(u"quiet"_s);
    arguments.mask = !parser.isSet(u"no-mask"_s);
    if (parser.isSet(u"mask"_s) && parser.isSet(u"no-mask"_s))
        arguments.problem = Cli::tr("--mask and --no-mask contradict each other.");
    arguments.output = parser.value(u"output"_s);
    arguments.ownFile = parser.value(u"own"_s);
    arguments.workspace = parser.value(u"workspace"_s);
    arguments.hostFile = parser.value(u"ptr"_s);
    arguments.urlLists = parser.values(u"url-list"_s);
    for (const QString &domain : parser.values(u"domain"_s))
        arguments.filter.domains.append(normalizedDomain(domain));
    setFormat(parser, arguments);
    setPeriod(parser, arguments);
    setCommand(parser.positionalArguments(), parser.isSet(u"sample"_s), arguments);
    setUrlLists(arguments);
    const auto isSet = [&parser](const QString &name) { return parser.isSet(name); };
    if (arguments.command == "fetch"_L1)
        setFetch(parser, arguments);
    else if (std::any_of(fetchOptions.cbegin(), fetchOptions.cend(), isSet) || parser.isSet(u"log"_s))
        arguments.problem = Cli::tr("An option is only for the command fetch.");
    if (!ok)
        arguments.problem = parser.errorText();
    return arguments;
}

QString usageText()
{
    return Cli::tr(
        "Usage:\n"
        "  sekisho-cli summary PATH…            a summary as text\n"
        "  sekisho-cli export TABLE PATH…       a table as CSV or JSON\n"
        "       TABLE: %1\n"
        "  sekisho-cli fetch MAILBOX            new messages of a mailbox, for opening later\n"
        "       MAILBOX: the name of an account in the window, or imaps://user@host/folder\n"
        "       (imap:// encrypts with STARTTLS, imap+plain:// not at all, only to this computer)\n\n"
        "Options:\n"
        "  --workspace FILE      what this workspace holds; with PATHs, these are imported into it first\n"
        "  --format csv|json     format of an export (csv)\n"
        "  --output FILE         write there instead of to standard output\n"
        "  --domain DOMAIN       only this policy domain; may be repeated\n"
        "  --since, --until DATE only reports of these days (UTC), for example 2026-06-30\n"
        "  --ptr FILE            host names: lines of address, tab, host name\n"
        "  --own FILE            own senders: lines of network or host domain, tab, internal or third_party\n"
        "  --url-list FILE       URLs and hosts to look for in samples (url_hits); a plain list, a hosts file\n"
        "                        or URLhaus CSV; may be repeated\n"
        "  --mask, --no-mask     hide recipients in failures and url_hits (yes), or show them\n"
        "  --sample              the built-in sample reports\n"
        "  --language ja|en      language of texts\n"
        "  --quiet               no list of what could not be read\n\n"
        "Options of fetch:\n"
        "  --store FOLDER        where messages are kept; open it like any other folder\n"
        "  --workspace FILE      a workspace file to keep them in instead, read already; made where there is none\n"
        "  --folder NAME         a folder of the mailbox; may be repeated\n"
        "  --since DATE          only messages that came on that day or later\n"
        "  --password-command C  a command that prints the password (or the access token)\n"
        "  --password-fd N       a file descriptor to read it from; else the system's key store is asked\n"
        "  --auth WAY            password, plain, login, scram-sha-1, scram-sha-256, oauth, xoauth2, oauthbearer\n"
        "  --ca-file FILE        an authority of your own (PEM)\n"
        "  --pin FINGERPRINT     take the certificate with this SHA-256 fingerprint, whatever is wrong with it\n"
        "  --max-size BYTES      larger messages are listed, not fetched\n"
        "  --after WHICH=WHAT    what then happens to a message on the server; without it the mailbox stays as it is\n"
        "                        WHICH: report, other, unreadable; WHAT: seen, move:FOLDER, nothing; may be repeated\n"
        "  --log                 show the conversation with the server, without secrets\n\n"
        "Exit status: 0 all read or fetched; 1 something could not be; 2 wrong usage\n")
        .arg(exportTableNames().join(u" | "_s));
}

} // namespace sekisho
