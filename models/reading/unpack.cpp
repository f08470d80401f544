// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/unpack.h"

#include "reading/inflate.h"
#include "reading/mail.h"
#include "reading/members.h"
#include "reading/outlook.h"

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// What is known of a thing from the containers around it.
struct Context {
    QStringList members;
    Notes notes;
    int depth = 0;
    qint64 mailDate = 0;

    [[nodiscard]] Context inside(const QString &name) const
    {
        Context inner = *this;
        if (!name.isEmpty())
            inner.members.append(name);
        ++inner.depth;
        return inner;
    }
};

/// Yahoo sent archives with just this word in them; the XML reader knows what to say.
bool isUnusedBody(const QByteArray &bytes)
{
    constexpr qsizetype most = 64;
    return bytes.size() <= most && bytes.trimmed().toLower() == "unused";
}

/// Whether a part of a mail is more than its text or pictures.
bool mayHoldReport(ContentKind kind, const QByteArray &bytes)
{
    switch (kind) {
    case ContentKind::Gzip:
    case ContentKind::Bzip2:
    case ContentKind::Xz:
    case ContentKind::Zstd:
    case ContentKind::Zip:
    case ContentKind::Tar:
    case ContentKind::SevenZip: return true;
    case ContentKind::Xml: {
        constexpr qsizetype searched = 64 * 1024;
        QByteArray start = bytes.first(std::min(bytes.size(), searched));
        start.replace('\0', QByteArray()); // UTF-16
        return start.toLower().contains("feedback");
    }
    case ContentKind::Json:
        return bytes.contains("policies") || bytes.contains("organization-name");
    case ContentKind::Mail:
    case ContentKind::Mbox: // a mail attached as a file of another type
        return bytes.contains("feedback") || bytes.contains("multipart") ||
            bytes.contains("application/");
    case ContentKind::Unknown: return outlookForm(bytes) != OutlookForm::None; // to be told of
    case ContentKind::Empty:
    case ContentKind::Html: return false;
    }
    return false;
}

/// The sample in a failure report is evidence, and what a bounce returns was sent from here:
/// neither is a mail with reports of its own.
bool mayCarryReports(MailKind kind)
{
    return kind == MailKind::Ordinary || kind == MailKind::AutoReply;
}

class Unpacker final {
public:
    Unpacker(const Limits &limits, const Stop &stop, const LeafVisitor &visit, qint64 fileBytes)
        : m_limits(limits)
        , m_stop(stop)
        , m_visit(visit)
        , m_budget(limits, fileBytes)
    {
    }

    void open(const QByteArray &bytes, const Context &context)
    {
        if (m_stop.requested())
            return;
        const ContentKind kind = sniff(bytes);
        switch (kind) {
        case ContentKind::Empty: fail(bytes, context, {NoteCode::EmptyFile, {}, 1, {}}); return;
        case ContentKind::Xml: hand(LeafKind::Xml, bytes, context); return;
        case ContentKind::Json: hand(LeafKind::Json, bytes, context); return;
        case ContentKind::Html:
        case ContentKind::Unknown: openUnknown(bytes, context); return;
        default: break;
        }
        if (context.depth >= m_limits.nesting) {
            fail(bytes, context,
                {NoteCode::LimitNesting, QString(contentName(kind)), m_limits.nesting, {}});
            return;
        }
        openContainer(kind, bytes, context);
    }

private:
    void openUnknown(const QByteArray &bytes, const Context &context)
    {
        if (isUnusedBody(bytes)) {
            hand(LeafKind::Xml, bytes, context);
            return;
        }
        if (const OutlookForm form = outlookForm(bytes); form != OutlookForm::None) {
            fail(bytes, context, {noteFor(form), {}, 1, {}}); // a report may be in it
            return;
        }
        Context noted = context;
        noted.notes.add(NoteCode::UnknownContent);
        hand(LeafKind::Other, bytes, noted);
    }

    void openContainer(ContentKind kind, const QByteArray &bytes, const Context &context)
    {
        switch (kind) {
        case ContentKind::Zip:
        case ContentKind::Tar:
        case ContentKind::SevenZip: openArchive(kind, bytes, context); break;
        case ContentKind::Mail: openMail(bytes, context); break;
        case ContentKind::Mbox: openMbox(bytes, context); break;
        default: openStream(kind, bytes, context); break;
        }
    }

    void openStream(ContentKind kind, const QByteArray &bytes, const Context &context)
    {
        const Inflated inflated = inflate(kind, bytes, m_budget);
        if (inflated.problem) {
            fail(bytes, context, *inflated.problem);
            return;
        }
        Context inner = context.inside({});
        for (const Note &note : inflated.notes.list())
            inner.notes.add(note);
        open(inflated.bytes, inner);
    }

    void openArchive(ContentKind kind, const QByteArray &bytes, const Context &context)
    {
        visitMembers(kind, bytes, m_budget, m_stop, [&](Member &&member) {
            Context inner = context.inside(member.name);
            for (const Note &note : member.notes.list())
                inner.notes.add(note);
            if (member.problem)
                fail(member.name.isEmpty() ? bytes : member.bytes, inner, *member.problem);
            else
                open(member.bytes, inner);
        });
    }

    void openMail(const QByteArray &bytes, const Context &context)
    {
        const Mail mail = readMail(bytes, m_limits);
        Context inner = context;
        inner.mailDate = mail.date;
        for (const Note &note : mail.notes.list())
            inner.notes.add(note);
        bool found = false;
        if (mail.limit)
            inner.notes.add(*mail.limit);
        if (mayCarryReports(mail.kind)) {
            for (const MailPart &part : mail.parts) {
                if (isUnusedBody(part.bytes) || mayHoldReport(sniff(part.bytes), part.bytes)) {
                    found = true;
                    open(part.bytes, inner.inside(part.name));
                }
            }
        }
        if (!found && mail.limit && mail.kind != MailKind::Failure)
            hand(LeafKind::Problem, bytes, inner); // a report may be among what was left out
        else if (!found)
            handMail(mail, bytes, inner);
    }

    void handMail(const Mail &mail, const QByteArray &bytes, Context context)
    {
        switch (mail.kind) {
        case MailKind::Failure: hand(LeafKind::Failure, bytes, context); return;
        case MailKind::Feedback:
            context.notes.add(NoteCode::MailFeedback, mail.feedbackType);
            break;
        case MailKind::Bounce: context.notes.add(NoteCode::MailBounce); break;
        case MailKind::AutoReply: context.notes.add(NoteCode::MailAutoReply); break;
        case MailKind::Ordinary: context.notes.add(NoteCode::MailWithoutReport); break;
        }
        hand(LeafKind::OtherMail, bytes, context);
    }

    void openMbox(const QByteArray &bytes, const Context &context)
    {
        int number = 0;
        visitMbox(bytes, m_stop, [&](const QByteArray &message) {
            if (number >= m_limits.members) {
                fail({}, context, {NoteCode::LimitMembers, {}, m_limits.members, {}});
                return false;
            }
            openMail(message, context.inside(u"#%1"_s.arg(++number)));
            return true;
        });
        if (number == 0) {
            Context noted = context;
            noted.notes.add(NoteCode::MailboxEmpty);
            hand(LeafKind::OtherMail, bytes, noted);
        }
    }

    void hand(LeafKind kind, const QByteArray &bytes, const Context &context)
    {
        m_visit({context.members, kind, bytes, context.notes, context.mailDate});
    }

    void fail(const QByteArray &bytes, Context context, const Note &note)
    {
        context.notes.add(note);
        hand(LeafKind::Problem, bytes, context);
    }

    const Limits &m_limits;
    const Stop &m_stop;
    const LeafVisitor &m_visit;
    Budget m_budget;
};

} // namespace

void unpack(
    const QByteArray &bytes, const Limits &limits, const Stop &stop, const LeafVisitor &visit)
{
    Unpacker(limits, stop, visit, bytes.size()).open(bytes, Context());
}

} // namespace sekisho
