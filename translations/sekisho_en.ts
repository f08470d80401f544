<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Chips</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message numerus="yes">
        <source>%1 + %n more</source>
        <extracomment>%1 is a name, %n how many others there are beside it</extracomment>
        <translation>
            <numerusform>%1 + %n more</numerusform>
            <numerusform>%1 + %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceText</name>
    <message numerus="yes">
        <source>The same source sent %1 message(s) for you with a key of its own.</source>
        <translation>
            <numerusform>The same source sent %1 message for you with a key of its own.</numerusform>
            <numerusform>The same source sent %1 messages for you with a key of its own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %1 day(s)</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>on %1 day</numerusform>
            <numerusform>on %1 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This address sent %1 message(s) with aligned SPF %2.</source>
        <comment>%2 is a number of days as “on 3 days”</comment>
        <translation>
            <numerusform>This address sent %1 message with aligned SPF %2.</numerusform>
            <numerusform>This address sent %1 messages with aligned SPF %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Neighbours of this address sent %1 message(s) with aligned SPF.</source>
        <translation>
            <numerusform>Neighbours of this address sent %1 message with aligned SPF.</numerusform>
            <numerusform>Neighbours of this address sent %1 messages with aligned SPF.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of its %2 message(s) bear the signature of %1: a service at work.</source>
        <translation>
            <numerusform>Its %2 message bears the signature of %1: a service at work.</numerusform>
            <numerusform>All of its %2 messages bear the signature of %1: a service at work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by %1 reporter(s)</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>by %1 reporter</numerusform>
            <numerusform>by %1 reporters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same source handed on %1 message(s) whose signature survived, reported %2.</source>
        <comment>%2 is as “by 2 reporters on 3 days”</comment>
        <translation>
            <numerusform>The same source handed on %1 message whose signature survived, reported %2.</numerusform>
            <numerusform>The same source handed on %1 messages whose signature survived, reported %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its neighbours handed on %1 message(s) whose signature survived, reported %2.</source>
        <comment>%2 is as “by 2 reporters on 3 days”</comment>
        <translation>
            <numerusform>Its neighbours handed on %1 message whose signature survived, reported %2.</numerusform>
            <numerusform>Its neighbours handed on %1 messages whose signature survived, reported %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It handed on %1 message(s) with broken signatures under a MAIL FROM of its own: a mailing list.</source>
        <translation>
            <numerusform>It handed on %1 message with a broken signature under a MAIL FROM of its own: a mailing list.</numerusform>
            <numerusform>It handed on %1 messages with broken signatures under a MAIL FROM of its own: a mailing list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It broke the signature of %1 message(s) while MAIL FROM stayed yours: a filter that alters mail.</source>
        <translation>
            <numerusform>It broke the signature of %1 message while MAIL FROM stayed yours: a filter that alters mail.</numerusform>
            <numerusform>It broke the signatures of %1 messages while MAIL FROM stayed yours: a filter that alters mail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of its %1 message(s) ever bore your signature, though %2 of your mail does.</source>
        <translation>
            <numerusform>Its %1 message did not bear your signature, though %2 of your mail does.</numerusform>
            <numerusform>None of its %1 messages ever bore your signature, though %2 of your mail does.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The address appeared on %1 day(s) only and never did anything else.</source>
        <translation>
            <numerusform>The address appeared on %1 day only and never did anything else.</numerusform>
            <numerusform>The address appeared on %1 days only and never did anything else.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It sends without your signature on %1 day(s), reported %2: no botnet keeps an address so long.</source>
        <comment>%2 is as “by 2 reporters”</comment>
        <translation>
            <numerusform>It sends without your signature on %1 day, reported %2: no botnet keeps an address so long.</numerusform>
            <numerusform>It sends without your signature on %1 days, reported %2: no botnet keeps an address so long.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was seen on %1 day(s) only, with gaps.</source>
        <translation>
            <numerusform>It was seen on %1 day only, with gaps.</numerusform>
            <numerusform>It was seen on %1 days only, with gaps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 message(s) signed with the key %1 came from many unrelated addresses at once: a replay, not a forward.</source>
        <translation>
            <numerusform>%2 message signed with the key %1 came from many unrelated addresses at once: a replay, not a forward.</numerusform>
            <numerusform>%2 messages signed with the key %1 came from many unrelated addresses at once: a replay, not a forward.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of its %1 message(s) ever bore your signature.</source>
        <translation>
            <numerusform>Its %1 message never bore your signature.</numerusform>
            <numerusform>None of its %1 messages ever bore your signature.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingText</name>
    <message numerus="yes">
        <source>%1 message(s) from %2 fail DMARC, most of what it sends as you. If it is a service of yours, set it up; if not, it pretends to be you.</source>
        <extracomment>%1 is a number, %2 a sender</extracomment>
        <translation>
            <numerusform>%1 message from %2 fails DMARC, most of what it sends as you. If it is a service of yours, set it up; if not, it pretends to be you.</numerusform>
            <numerusform>%1 messages from %2 fail DMARC, most of what it sends as you. If it is a service of yours, set it up; if not, it pretends to be you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) from %2 came without a valid DKIM signature, although it signs most of its mail. One of its servers may have stopped signing.</source>
        <extracomment>%1 is a number, %2 a sender</extracomment>
        <translation>
            <numerusform>%1 message from %2 came without a valid DKIM signature, although it signs most of its mail. One of its servers may have stopped signing.</numerusform>
            <numerusform>%1 messages from %2 came without a valid DKIM signature, although it signs most of its mail. One of its servers may have stopped signing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) from %2 failed SPF, although most of its mail passes. One of its servers may be missing in your SPF record.</source>
        <extracomment>%1 is a number, %2 a sender</extracomment>
        <translation>
            <numerusform>%1 message from %2 failed SPF, although most of its mail passes. One of its servers may be missing in your SPF record.</numerusform>
            <numerusform>%1 messages from %2 failed SPF, although most of its mail passes. One of its servers may be missing in your SPF record.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) came in versions that differ from each other. Only the newest version counts.</source>
        <translation>
            <numerusform>%n report came in versions that differ from each other. Only the newest version counts.</numerusform>
            <numerusform>%n reports came in versions that differ from each other. Only the newest version counts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be read, so their messages are missing here.</source>
        <translation>
            <numerusform>%n item could not be read, so its messages are missing here.</numerusform>
            <numerusform>%n items could not be read, so their messages are missing here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n day(s) there are no reports. Receivers may have sent none, or they did not get here.</source>
        <translation>
            <numerusform>For %n day there are no reports. Receivers may have sent none, or they did not get here.</numerusform>
            <numerusform>For %n days there are no reports. Receivers may have sent none, or they did not get here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MailboxText</name>
    <message numerus="yes">
        <source>%1: %Ln new message(s), %2</source>
        <extracomment>%1 folder, %2 size as in &quot;1.2 MB&quot;</extracomment>
        <translation>
            <numerusform>%1: %Ln new message, %2</numerusform>
            <numerusform>%1: %Ln new messages, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>%Ln new message</numerusform>
            <numerusform>%Ln new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>…and %Ln more message(s).</source>
        <translation>
            <numerusform>…and %Ln more message.</numerusform>
            <numerusform>…and %Ln more messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteText</name>
    <message numerus="yes">
        <source>%Ln byte(s) stand behind the end of the gzip data, as some reporters send it. They were skipped; nothing is lost.</source>
        <translation>
            <numerusform>%Ln byte stands behind the end of the gzip data, as some reporters send it. It was skipped; nothing is lost.</numerusform>
            <numerusform>%Ln bytes stand behind the end of the gzip data, as some reporters send it. They were skipped; nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) stood before the beginning of the XML. They were skipped; nothing is lost.</source>
        <translation>
            <numerusform>%Ln byte stood before the beginning of the XML. It was skipped; nothing is lost.</numerusform>
            <numerusform>%Ln bytes stood before the beginning of the XML. They were skipped; nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) are no text in the document’s encoding. Each was replaced by “U+FFFD”.</source>
        <translation>
            <numerusform>%Ln byte is no text in the document’s encoding. It was replaced by “U+FFFD”.</numerusform>
            <numerusform>%Ln bytes are no text in the document’s encoding. Each was replaced by “U+FFFD”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) say that they stand for 0 messages. They were kept, but add nothing to the numbers.</source>
        <translation>
            <numerusform>%Ln record says that it stands for 0 messages. It was kept, but adds nothing to the numbers.</numerusform>
            <numerusform>%Ln records say that they stand for 0 messages. They were kept, but add nothing to the numbers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) give a number of messages below zero. Each counts as 0 messages.</source>
        <translation>
            <numerusform>%Ln record gives a number of messages below zero. It counts as 0 messages.</numerusform>
            <numerusform>%Ln records give a number of messages below zero. Each counts as 0 messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) give an empty reason for departing from the policy. It says nothing and was skipped.</source>
        <translation>
            <numerusform>%Ln record gives an empty reason for departing from the policy. It says nothing and was skipped.</numerusform>
            <numerusform>%Ln records give an empty reason for departing from the policy. It says nothing and was skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be read at all. Their messages are missing from the numbers.</source>
        <translation>
            <numerusform>%Ln record could not be read at all. Its messages are missing from the numbers.</numerusform>
            <numerusform>%Ln records could not be read at all. Their messages are missing from the numbers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) were read out of damaged XML. Their values may be incomplete; compare them with the original.</source>
        <translation>
            <numerusform>%Ln record was read out of damaged XML. Its values may be incomplete; compare them with the original.</numerusform>
            <numerusform>%Ln records were read out of damaged XML. Their values may be incomplete; compare them with the original.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have neither a sending address nor a number of messages. They add nothing to the numbers.</source>
        <translation>
            <numerusform>%Ln record has neither a sending address nor a number of messages. It adds nothing to the numbers.</numerusform>
            <numerusform>%Ln records have neither a sending address nor a number of messages. They add nothing to the numbers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This was found %Ln time(s).</source>
        <translation>
            <numerusform>This was found %Ln time.</numerusform>
            <numerusform>This was found %Ln times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnSenderMenu</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordFacts</name>
    <message numerus="yes">
        <source>%Ln more stand(s) in the XML only.</source>
        <translation>
            <numerusform>%Ln more stands in the XML only.</numerusform>
            <numerusform>%Ln more stand in the XML only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message numerus="yes">
        <source>%Ln message(s) arrived; the report does not say from where.</source>
        <translation>
            <numerusform>%Ln message arrived; the report does not say from where.</numerusform>
            <numerusform>%Ln messages arrived; the report does not say from where.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) arrived from %1.</source>
        <translation>
            <numerusform>%Ln message arrived from %1.</numerusform>
            <numerusform>%Ln messages arrived from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more signature(s) are listed below.</source>
        <translation>
            <numerusform>%Ln more signature is listed below.</numerusform>
            <numerusform>%Ln more signatures are listed below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more SPF result(s) are listed below.</source>
        <translation>
            <numerusform>%Ln more SPF result is listed below.</numerusform>
            <numerusform>%Ln more SPF results are listed below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message numerus="yes">
        <source>The report has %Ln record(s).</source>
        <translation>
            <numerusform>The report has %Ln record.</numerusform>
            <numerusform>The report has %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They speak of %Ln message(s); %1 of them passed DMARC.</source>
        <translation>
            <numerusform>The report speaks of %Ln message; %1 of these passed DMARC.</numerusform>
            <numerusform>The report speaks of %Ln messages; %1 of them passed DMARC.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpfText</name>
    <message numerus="yes">
        <source>The record is %n byte(s) long; more than 450 may not get through.</source>
        <translation>
            <numerusform>The record is %n byte long; more than 450 may not get through.</numerusform>
            <numerusform>The record is %n bytes long; more than 450 may not get through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invisible character(s) were taken away.</source>
        <translation>
            <numerusform>%n invisible character was taken away.</numerusform>
            <numerusform>%n invisible characters were taken away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%1 message(s), %2 pass DMARC</source>
        <translation>
            <numerusform>%1 message, %2 pass DMARC</numerusform>
            <numerusform>%1 messages, %2 pass DMARC</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkspaceText</name>
    <message numerus="yes">
        <source>%Ln file(s) of it are kept.</source>
        <translation>
            <numerusform>%Ln file of it is kept.</numerusform>
            <numerusform>%Ln files of it are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln original(s) were read again and compared.</source>
        <translation>
            <numerusform>%Ln original was read again and compared.</numerusform>
            <numerusform>%Ln originals were read again and compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or mail(s) were taken in without their original.</source>
        <translation>
            <numerusform>%Ln file or mail was taken in without its original.</numerusform>
            <numerusform>%Ln files or mails were taken in without their originals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>%Ln report</numerusform>
            <numerusform>%Ln reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failure report(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>%Ln failure report</numerusform>
            <numerusform>%Ln failure reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln TLS report(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>%Ln TLS report</numerusform>
            <numerusform>%Ln TLS reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln original(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>%Ln original</numerusform>
            <numerusform>%Ln originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <translation>
            <numerusform>%Ln report</numerusform>
            <numerusform>%Ln reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln original(s)</source>
        <translation>
            <numerusform>%Ln original</numerusform>
            <numerusform>%Ln originals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::AccountDialog</name>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Every hour</numerusform>
            <numerusform>Every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) trusted for this account by your choice.</source>
        <translation>
            <numerusform>%n certificate trusted for this account by your choice.</numerusform>
            <numerusform>%n certificates trusted for this account by your choice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works. The server has %n folder(s).</source>
        <translation>
            <numerusform>It works. The server has %n folder.</numerusform>
            <numerusform>It works. The server has %n folders.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::CasePanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <comment>failure reports of a record</comment>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <comment>failure reports of a sender</comment>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::CasesCard</name>
    <message numerus="yes">
        <source>Percent of %1 message(s)</source>
        <translation>
            <numerusform>Percent of %1 message</numerusform>
            <numerusform>Percent of %1 messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::CasesPage</name>
    <message numerus="yes">
        <source>%n sender(s) of “%1”</source>
        <comment>%1 is the name of a case</comment>
        <translation>
            <numerusform>%n sender of “%1”</numerusform>
            <numerusform>%n senders of “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sender(s)</source>
        <translation>
            <numerusform>%n sender</numerusform>
            <numerusform>%n senders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::CellPanel</name>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1 message</numerusform>
            <numerusform>%1 messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %1 record(s)</source>
        <translation>
            <numerusform>in %1 record</numerusform>
            <numerusform>in %1 records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::DayBarsView</name>
    <message numerus="yes">
        <source>%1: %2 message(s)</source>
        <extracomment>%1 is a date, %2 the number</extracomment>
        <translation>
            <numerusform>%1: %2 message</numerusform>
            <numerusform>%1: %2 messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 – %2: %3 message(s)</source>
        <extracomment>%1 and %2 are dates, %3 the number</extracomment>
        <translation>
            <numerusform>%1 – %2: %3 message</numerusform>
            <numerusform>%1 – %2: %3 messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::DomainTileButton</name>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1 message</numerusform>
            <numerusform>%1 messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::FailureViewer</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <comment>aggregate records that a sample belongs to</comment>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (hidden by the reporter; the same recipient as of %n other sample(s))</source>
        <translation>
            <numerusform>%1 (hidden by the reporter; the same recipient as of %n other sample)</numerusform>
            <numerusform>%1 (hidden by the reporter; the same recipient as of %n other samples)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::FailuresPage</name>
    <message numerus="yes">
        <source>%n other feedback report(s), about abuse or the like, left aside</source>
        <translation>
            <numerusform>%n other feedback report, about abuse or the like, left aside</numerusform>
            <numerusform>%n other feedback reports, about abuse or the like, left aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) with a URL on your list</source>
        <translation>
            <numerusform>%n sample with a URL on your list</numerusform>
            <numerusform>%n samples with a URL on your list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the list are neither a URL nor a host</source>
        <translation>
            <numerusform>%n line of the list is neither a URL nor a host</numerusform>
            <numerusform>%n lines of the list are neither a URL nor a host</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::FigureStrip</name>
    <message numerus="yes">
        <source>%1 sender(s)</source>
        <translation>
            <numerusform>%1 sender</numerusform>
            <numerusform>%1 senders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 report(s)</source>
        <translation>
            <numerusform>%1 report</numerusform>
            <numerusform>%1 reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::FilterBar</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::ItemDetail</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::MainWindow</name>
    <message numerus="yes">
        <source>%n item(s) unreadable or in conflict</source>
        <translation>
            <numerusform>%n item unreadable or in conflict</numerusform>
            <numerusform>%n items unreadable or in conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <comment>files and folders that are open</comment>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sender(s) shown</source>
        <translation>
            <numerusform>%n sender shown</numerusform>
            <numerusform>%n senders shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) shown</source>
        <translation>
            <numerusform>%n report shown</numerusform>
            <numerusform>%n reports shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sender(s) spoofing or not set up</source>
        <translation>
            <numerusform>%n sender spoofing or not set up</numerusform>
            <numerusform>%n senders spoofing or not set up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure report(s) shown</source>
        <translation>
            <numerusform>%n failure report shown</numerusform>
            <numerusform>%n failure reports shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1 message</numerusform>
            <numerusform>%1 messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s)</source>
        <translation>
            <numerusform>%1 record</numerusform>
            <numerusform>%1 records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 report(s)</source>
        <translation>
            <numerusform>%1 report</numerusform>
            <numerusform>%1 reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reporter(s)</source>
        <translation>
            <numerusform>%1 reporter</numerusform>
            <numerusform>%1 reporters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::OverviewPage</name>
    <message numerus="yes">
        <source>Percent of %1 message(s)</source>
        <translation>
            <numerusform>Percent of %1 message</numerusform>
            <numerusform>Percent of %1 messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 sender(s)</source>
        <translation>
            <numerusform>All %1 sender</numerusform>
            <numerusform>All %1 senders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in the reports</source>
        <translation>
            <numerusform>%n more in the reports</numerusform>
            <numerusform>%n more in the reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::OwnSendersDialog</name>
    <message numerus="yes">
        <source>on %n day(s)</source>
        <comment>seen</comment>
        <translation>
            <numerusform>on %n day</numerusform>
            <numerusform>on %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by %n reporter(s)</source>
        <comment>seen</comment>
        <translation>
            <numerusform>by %n reporter</numerusform>
            <numerusform>by %n reporters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sender(s) look like yours and are missing here. Tick those that are.</source>
        <translation>
            <numerusform>%n sender looks like yours and is missing here. Tick it if it is.</numerusform>
            <numerusform>%n senders look like yours and are missing here. Tick those that are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sender(s) added.</source>
        <translation>
            <numerusform>%n sender added.</numerusform>
            <numerusform>%n senders added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were not understood, the first of them line %1: %2</source>
        <translation>
            <numerusform>%n line was not understood, line %1: %2</numerusform>
            <numerusform>%n lines were not understood, the first of them line %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::PolicyCard</name>
    <message numerus="yes">
        <source>%1, in %2 report(s)</source>
        <extracomment>%1 is a period, %2 the number of reports</extracomment>
        <translation>
            <numerusform>%1, in %2 report</numerusform>
            <numerusform>%1, in %2 reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in the reports</source>
        <translation>
            <numerusform>%n more in the reports</numerusform>
            <numerusform>%n more in the reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::ReportReader</name>
    <message numerus="yes">
        <source>Only the first %Ln line(s) are shown; the original is longer.</source>
        <translation>
            <numerusform>Only the first line is shown; the original is longer.</numerusform>
            <numerusform>Only the first %Ln lines are shown; the original is longer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <comment>failure reports of a record</comment>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::SenderBook</name>
    <message numerus="yes">
        <source>%1 has %n line(s) that Sekisho does not understand, the first of them line %2: %3</source>
        <translation>
            <numerusform>%1 has %n line that Sekisho does not understand, line %2: %3</numerusform>
            <numerusform>%1 has %n lines that Sekisho does not understand, the first of them line %2: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::SenderPanel</name>
    <message numerus="yes">
        <source>%1, %2 reporter(s)</source>
        <comment>%1 is a period</comment>
        <translation>
            <numerusform>%1, %2 reporter</numerusform>
            <numerusform>%1, %2 reporters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <comment>failure reports of a sender</comment>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::SenderSummary</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>below the first lines of a list</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>message(s)</source>
        <translation>
            <numerusform>message</numerusform>
            <numerusform>messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 address(es)</source>
        <translation>
            <numerusform>%1 address</numerusform>
            <numerusform>%1 addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::Session</name>
    <message numerus="yes">
        <source>%n host name(s) loaded.</source>
        <translation>
            <numerusform>%n host name loaded.</numerusform>
            <numerusform>%n host names loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new report(s).</source>
        <translation>
            <numerusform>%n new report.</numerusform>
            <numerusform>%n new reports.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n line(s) that are no host name of an address, the first of them line %2: %3</source>
        <translation>
            <numerusform>%1 has a line that is no host name of an address, line %2: %3</numerusform>
            <numerusform>%1 has %n lines that are no host name of an address, the first of them line %2: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host name(s) found.</source>
        <translation>
            <numerusform>%n host name found.</numerusform>
            <numerusform>%n host names found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n host name(s) found until then.</source>
        <translation>
            <numerusform>Stopped. %n host name found until then.</numerusform>
            <numerusform>Stopped. %n host names found until then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new unauthorised sender(s): %1</source>
        <extracomment>%1 names some of them</extracomment>
        <translation>
            <numerusform>%n new unauthorised sender: %1</numerusform>
            <numerusform>%n new unauthorised senders: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::SpfDialog</name>
    <message numerus="yes">
        <source>%n network(s).</source>
        <translation>
            <numerusform>%n network.</numerusform>
            <numerusform>%n networks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::WorkspaceTools</name>
    <message numerus="yes">
        <source>%n folder(s) are watched while this window is open.</source>
        <translation>
            <numerusform>%n folder is watched while this window is open.</numerusform>
            <numerusform>%n folders are watched while this window is open.</numerusform>
        </translation>
    </message>
</context>
</TS>
