<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About Sekisho</source>
        <translation>Sekishoについて</translation>
    </message>
    <message>
        <source>Sekisho %1</source>
        <translation>Sekisho %1</translation>
    </message>
    <message>
        <source>Reads DMARC reports and says who sends mail as a domain, and whether it authenticates. Nothing leaves this computer.

Free software under the GNU General Public License, version 3 or later.

Built with Qt %1, KArchive, QuaZip, GMime, pugixml, SQLite, libdeflate, libpsl, OpenSSL and QtKeychain.</source>
        <translation>DMARCレポートを読み解き、誰が自社ドメインのメールを送っているか、そのメールが認証されているかを示します。データがこのコンピュータの外に出ることはありません。

GNU General Public Licenseバージョン3またはそれ以降に従うフリーソフトウェアです。

Qt %1、KArchive、QuaZip、GMime、pugixml、SQLite、libdeflate、libpsl、OpenSSL、QtKeychainを使用しています。</translation>
    </message>
</context>
<context>
    <name>CalendarBars</name>
    <message>
        <source>d MMM</source>
        <extracomment>a format of QDate for a day under the axis of a chart, in Japanese &quot;M月d日&quot;</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <extracomment>a format of QDate for a month under the axis of a chart, in Japanese &quot;yyyy年M月&quot;</extracomment>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>CaseText</name>
    <message>
        <source>%1 sends mail of %2 directly, and it authenticates.</source>
        <translation>%1は%2のメールを直接送信し、認証に成功しています。</translation>
    </message>
    <message>
        <source>%1 forwards mail of %2, and your signature survives.</source>
        <translation>%1は%2のメールを転送し、署名は保たれています。</translation>
    </message>
    <message>
        <source>%1 forwards mail of %2, but nothing that proves it is yours survives.</source>
        <translation>%1は%2のメールを転送しますが、自社のものと証明できるものが残っていません。</translation>
    </message>
    <message>
        <source>%1 is a mailing list on a server of %2: it breaks the signature, and SPF still passes.</source>
        <translation>%1は%2のサーバ上のメーリングリストです。署名は壊れますが、SPFはpassしています。</translation>
    </message>
    <message>
        <source>%1 is somebody else&apos;s mailing list that hands on mail of %2 and breaks its signature.</source>
        <translation>%1は他社のメーリングリストで、%2のメールを配送し、署名を壊しています。</translation>
    </message>
    <message>
        <source>%1 sends for %2 with your consent, but is not set up to authenticate as you.</source>
        <translation>%1は了承のうえで%2のメールを送信していますが、自社として認証される設定になっていません。</translation>
    </message>
    <message>
        <source>%1 uses the name of %2 without any right to it.</source>
        <translation>%1は権限なく%2を名乗っています。</translation>
    </message>
    <message>
        <source>What %1 sends as %2 cannot be told apart from these reports.</source>
        <translation>%1が%2として送信しているものが何かは、これらのレポートからは区別できません。</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>直接送信</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>転送</translation>
    </message>
    <message>
        <source>Forward, no DKIM</source>
        <translation>転送（DKIMなし）</translation>
    </message>
    <message>
        <source>Own list</source>
        <translation>ML（自社）</translation>
    </message>
    <message>
        <source>Other list</source>
        <translation>ML（他社）</translation>
    </message>
    <message>
        <source>Misconfigured</source>
        <translation>設定不備</translation>
    </message>
    <message>
        <source>Spoof</source>
        <translation>なりすまし</translation>
    </message>
    <message>
        <source>Undetermined</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>Your own server or service delivers straight to the receiver.</source>
        <translation>自社のサーバまたはサービスが受信側に直接配送します。</translation>
    </message>
    <message>
        <source>Somebody&apos;s server forwards your mail; your DKIM signature survives.</source>
        <translation>他者のサーバがメールを転送し、DKIM署名は保たれます。</translation>
    </message>
    <message>
        <source>Somebody&apos;s server forwards your mail; DKIM is absent or breaks on the way.</source>
        <translation>他者のサーバがメールを転送し、DKIM署名がないか、途中で壊れます。</translation>
    </message>
    <message>
        <source>A mailing list on one of your servers changes the mail it distributes.</source>
        <translation>自社サーバ上のメーリングリストが、配送するメールを書き換えます。</translation>
    </message>
    <message>
        <source>Somebody else&apos;s mailing list changes and distributes your mail.</source>
        <translation>他社のメーリングリストが、自社のメールを書き換えて配送します。</translation>
    </message>
    <message>
        <source>A sender of yours that authenticates as somebody else, or not at all.</source>
        <translation>自社の送信者が、他者として認証されるか、まったく認証されません。</translation>
    </message>
    <message>
        <source>Somebody else writes your domain into From.</source>
        <translation>他者が自社のドメインをFromに書いています。</translation>
    </message>
    <message>
        <source>No case is likely enough to be named.</source>
        <translation>名前を挙げられるほど確からしいケースがありません。</translation>
    </message>
    <message>
        <source>The mail goes straight from your server to the receiver. SPF passes, because your record names the server; DKIM passes, because nothing altered the mail. This is how all your mail should look before you publish a strict policy.</source>
        <translation>メールは自社のサーバから受信側へ直接届きます。SPFレコードにサーバが載っているためSPFがpassし、途中で書き換えられないためDKIMもpassします。厳しいポリシーを公開する前に、すべてのメールがこうなっている必要があります。</translation>
    </message>
    <message>
        <source>The recipient has mail forwarded to another mailbox. The last receiver sees the forwarder&apos;s address, which your SPF record does not name, so SPF fails or passes for the forwarder&apos;s domain. The signature is still intact, and that is enough for DMARC.</source>
        <translation>受信者がメールを別のメールボックスへ転送しています。最後の受信側が見るのは、SPFレコードにない転送元のアドレスなので、SPFはfailするか、転送元のドメインでpassします。署名は保たれているため、DMARCにはそれで十分です。</translation>
    </message>
    <message>
        <source>As with a forward, SPF speaks of the forwarder. But the mail was not signed with DKIM, or a filter on the way altered it, so nothing is left to prove that it is yours. With p=reject it is lost. Sign all mail: that turns this case into the one before.</source>
        <translation>転送と同じく、SPFは転送元についての結果になります。しかしDKIM署名がないか、途中のフィルタが内容を書き換えたため、自社のメールと証明するものが残りません。p=rejectではメールが失われます。すべてのメールに署名すれば、前のケースになります。</translation>
    </message>
    <message>
        <source>A mailing list adds a footer or a word to the subject and so breaks the author&apos;s signature. As it runs on a server that your SPF record names and uses a MAIL FROM of yours, SPF is aligned and DMARC passes.</source>
        <translation>メーリングリストがフッタや件名の文字を加え、投稿者の署名を壊します。SPFレコードに載っているサーバで動き、自社のMAIL FROMを使うため、SPFが一致し、DMARCはpassします。</translation>
    </message>
    <message>
        <source>The list breaks the signature, and it sends with its own MAIL FROM from its own server: nothing is aligned, and with p=reject your contributions are lost. Lists avoid that when they write their own address into From; then they vanish from your reports.</source>
        <translation>リストが署名を壊し、自分のサーバから自分のMAIL FROMで送信するため、何も一致しません。p=rejectでは投稿が失われます。リストがFromを自分のアドレスに書き換えればこれを避けられ、その場合はレポートに現れなくなります。</translation>
    </message>
    <message>
        <source>A newsletter service, a shop or a server in a branch office sends in your name with your consent, but SPF and DKIM pass for its own domain or not at all. Put these in order before you publish a strict policy: add a DKIM key of yours, and a MAIL FROM below your domain.</source>
        <translation>メール配信サービス、通販サイト、拠点のサーバなどが了承のうえで自社名義で送信していますが、SPFとDKIMがそのサービス自身のドメインでpassするか、まったくpassしません。厳しいポリシーを公開する前に、自社のDKIM鍵と自社ドメイン配下のMAIL FROMを設定してください。</translation>
    </message>
    <message>
        <source>Somebody else writes your domain into From. SPF does not name the server, and no key of yours signed. This is what DMARC is for: with p=reject, receivers refuse such mail.</source>
        <translation>他者が自社のドメインをFromに書いています。SPFレコードにそのサーバはなく、自社の鍵による署名もありません。DMARCはこのためにあります。p=rejectであれば、受信側はこのようなメールを拒否します。</translation>
    </message>
    <message>
        <source>Cases 3, 5 and 6 leave the same trace in a report. Where nothing tells them apart, Sekisho says so rather than guess. Host names, registered senders and more reports make it surer.</source>
        <translation>ケース3、5、6はレポートに同じ痕跡を残します。区別するものがないとき、関所は推測せずにそう示します。ホスト名、送信者の登録、より多くのレポートがあれば確かになります。</translation>
    </message>
    <message>
        <source>your address · SPF pass · DKIM pass</source>
        <extracomment>the talk&apos;s table in short: whose address, what SPF and DKIM give</extracomment>
        <translation>自社IP・SPF pass・DKIM pass</translation>
    </message>
    <message>
        <source>other address · SPF fail · DKIM pass</source>
        <translation>他社IP・SPF fail・DKIM pass</translation>
    </message>
    <message>
        <source>other address · SPF fail · DKIM fail</source>
        <translation>他社IP・SPF fail・DKIM fail</translation>
    </message>
    <message>
        <source>your address · SPF pass · DKIM fail</source>
        <translation>自社IP・SPF pass・DKIM fail</translation>
    </message>
    <message>
        <source>list&apos;s address · SPF fail · DKIM fail</source>
        <translation>リストのIP・SPF fail・DKIM fail</translation>
    </message>
    <message>
        <source>your service · nothing aligned</source>
        <translation>自社のサービス・一致なし</translation>
    </message>
    <message>
        <source>spoofer&apos;s address · SPF fail · DKIM fail</source>
        <translation>スパマーのIP・SPF fail・DKIM fail</translation>
    </message>
    <message>
        <source>not enough to tell</source>
        <translation>判断材料が不足</translation>
    </message>
    <message>
        <source>almost certain</source>
        <translation>ほぼ確実</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>有力</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>可能性あり</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>不確か</translation>
    </message>
    <message>
        <source>%1 You said so.</source>
        <comment>%1 is a sentence</comment>
        <translation>%1利用者の指定です。</translation>
    </message>
    <message>
        <source>%1 This is %2 (%3).</source>
        <extracomment>%1 is a sentence, %2 as “almost certain”, %3 a percentage</extracomment>
        <translation>%1確度は「%2」（%3）です。</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>対応は必要ありません。</translation>
    </message>
    <message>
        <source>Watch it: more reports will make it surer.</source>
        <translation>様子を見てください。レポートが増えれば確かになります。</translation>
    </message>
    <message>
        <source>Register %1 as a sender of yours, if it is one.</source>
        <translation>%1が自社の送信者であれば、登録してください。</translation>
    </message>
    <message>
        <source>Let it sign with a DKIM key of your domain: a signature survives forwarding.</source>
        <translation>自社ドメインのDKIM鍵で署名させてください。署名は転送されても残ります。</translation>
    </message>
    <message>
        <source>Let it use a MAIL FROM of your domain, and name its addresses in your SPF record.</source>
        <translation>自社ドメインのMAIL FROMを使わせ、そのアドレスをSPFレコードに載せてください。</translation>
    </message>
    <message>
        <source>Ask who runs the list to write the list&apos;s own address into From, or to leave mail unaltered.</source>
        <translation>リストの管理者に、Fromをリスト自身のアドレスに書き換えるか、メールを書き換えないよう依頼してください。</translation>
    </message>
    <message>
        <source>Ask who runs the forwarder or filter to leave signed mail unaltered.</source>
        <translation>転送やフィルタの管理者に、署名されたメールを書き換えないよう依頼してください。</translation>
    </message>
    <message>
        <source>Let the list&apos;s server sign with your DKIM key after it has changed the mail; until then SPF alone carries it.</source>
        <translation>リストのサーバに、書き換えたあとで自社のDKIM鍵で署名させてください。それまではSPFだけが頼りです。</translation>
    </message>
    <message>
        <source>Once all your own mail passes, publish p=quarantine and then p=reject: receivers will refuse such mail.</source>
        <translation>自社のメールがすべてpassするようになったら、p=quarantine、次にp=rejectを公開してください。受信側がこのようなメールを拒否するようになります。</translation>
    </message>
    <message>
        <source>Look for the account that sent the replayed message, close it, and change the DKIM key.</source>
        <translation>再送されたメッセージを送ったアカウントを探して停止し、DKIM鍵を取り替えてください。</translation>
    </message>
    <message>
        <source>Look up host names (Tools menu): with them, forwarders and spoofers are told apart more surely.</source>
        <translation>ホスト名を逆引きしてください（「ツール」メニュー）。転送となりすましをより確実に区別できます。</translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>DMARC passes by DKIM and by SPF.</source>
        <translation>DKIMとSPFの両方でDMARCがpassしています。</translation>
    </message>
    <message>
        <source>The signature and the sending server both belong to the domain in the From header. If one of the two were lost on the way, the other would still let DMARC pass.</source>
        <translation>署名も送信元サーバも、Fromヘッダのドメインのものです。途中でどちらか一方が失われても、もう一方でDMARCがpassします。</translation>
    </message>
    <message>
        <source>Mail came directly from your own servers.</source>
        <translation>自社のサーバから直接届いたメールです。</translation>
    </message>
    <message>
        <source>Mail came from a sending service that is set up completely for your domain.</source>
        <translation>自社ドメイン用の設定が済んでいるメール配信サービスから送られたメールです。</translation>
    </message>
    <message>
        <source>Nothing has to be repaired.</source>
        <translation>対応は必要ありません。</translation>
    </message>
    <message>
        <source>Check that you know every sender in this cell. One you do not know may be an account or a server that somebody else has taken over.</source>
        <translation>このセルの送信者がすべて把握しているものか確認してください。心当たりのない送信者があれば、アカウントやサーバが乗っ取られているおそれがあります。</translation>
    </message>
    <message>
        <source>DMARC passes by DKIM alone.</source>
        <translation>DKIMだけでDMARCがpassしています。</translation>
    </message>
    <message>
        <source>The signature of your domain is intact. SPF passed as well, but for another domain: the return address of the message is not yours.</source>
        <translation>自社ドメインの署名は有効です。SPFもpassしていますが、別のドメインでの結果です。エンベロープFromが自社ドメインではありません。</translation>
    </message>
    <message>
        <source>A server forwarded the mail under its own return address. SPF for your domain is lost by that, and the forwarder&apos;s own SPF passes.</source>
        <translation>転送サーバが自分のエンベロープFromを使って転送しました。このとき自社ドメインのSPFは失われ、転送サーバ自身のSPFがpassします。</translation>
    </message>
    <message>
        <source>A sending service signs with your domain but lets bounces come back to its own domain. That is common and legitimate.</source>
        <translation>メール配信サービスが自社ドメインで署名し、エラーメールは配信サービス自身のドメインで受け取っています。よくある正当な運用です。</translation>
    </message>
    <message>
        <source>Forwarded mail needs nothing: the signature carries it through.</source>
        <translation>転送されたメールへの対応は必要ありません。署名が残るため認証されます。</translation>
    </message>
    <message>
        <source>Give a service that sends for you a return address below your domain, often called custom bounce or return path, so that SPF counts too.</source>
        <translation>SPFも一致するように、利用しているメール配信サービスのエンベロープFromを自社ドメインのサブドメインにしてください。「カスタムバウンスドメイン」や「カスタムReturn-Path」などと呼ばれる設定です。</translation>
    </message>
    <message>
        <source>The signature of your domain is intact, but SPF did not pass: the server that delivered the mail is not one that the return address&apos;s domain permits.</source>
        <translation>自社ドメインの署名は有効ですが、SPFはpassしていません。配送してきたサーバが、エンベロープFromのドメインで許可されていません。</translation>
    </message>
    <message>
        <source>The mail was forwarded unchanged and kept its return address, so that the forwarder&apos;s server is compared with your SPF record.</source>
        <translation>メールが内容もエンベロープFromも変わらずに転送され、転送サーバが自社のSPFレコードと照合されました。</translation>
    </message>
    <message>
        <source>One of your own servers or services is missing in your SPF record.</source>
        <translation>自社のサーバまたは利用中のサービスが、SPFレコードに含まれていません。</translation>
    </message>
    <message>
        <source>Your SPF record could not be evaluated: the raw results then say permerror or temperror.</source>
        <translation>自社のSPFレコードを評価できませんでした。この場合、認証結果はpermerrorまたはtemperrorになります。</translation>
    </message>
    <message>
        <source>Somebody sends a message that you once signed again and again. Many addresses never seen before within a short time are a sign of it.</source>
        <translation>以前に署名されたメールを、第三者が繰り返し送信しています。見覚えのないアドレスが短期間に多数現れるのがその兆候です。</translation>
    </message>
    <message>
        <source>Look for your own servers among the senders and add them to your SPF record.</source>
        <translation>送信者の中に自社のサーバがないか調べ、あればSPFレコードに追加してください。</translation>
    </message>
    <message>
        <source>Forwarders do not belong in your SPF record: their mail passes by its signature.</source>
        <translation>転送サーバはSPFレコードに追加しないでください。転送されたメールは署名でpassします。</translation>
    </message>
    <message>
        <source>Repair the SPF record where the raw results say permerror.</source>
        <translation>認証結果がpermerrorの場合は、SPFレコードを修正してください。</translation>
    </message>
    <message>
        <source>DMARC passes by SPF alone.</source>
        <translation>SPFだけでDMARCがpassしています。</translation>
    </message>
    <message>
        <source>The sending server is permitted for your domain. There is a valid signature, but it belongs to another domain. Once such mail is forwarded, nothing is left that passes.</source>
        <translation>送信元サーバは自社ドメインで許可されています。有効な署名もありますが、別のドメインのものです。このようなメールが転送されると、passする認証がなくなります。</translation>
    </message>
    <message>
        <source>A sending service signs with its own domain and uses a return address of yours.</source>
        <translation>メール配信サービスが、自分のドメインで署名し、エンベロープFromには自社ドメインを使っています。</translation>
    </message>
    <message>
        <source>A mailing list or gateway of your own changed the mail, for example its subject, which broke your signature, and then signed it with another domain.</source>
        <translation>自社のメーリングリストやゲートウェイが件名などを書き換えたため元の署名が無効になり、その後に別のドメインで署名されました。</translation>
    </message>
    <message>
        <source>Have the service sign with your domain: publish the DKIM keys that it gives you.</source>
        <translation>配信サービスから示されたDKIM公開鍵をDNSに登録し、自社ドメインで署名させてください。</translation>
    </message>
    <message>
        <source>Let your list server or gateway sign with your domain after its last change.</source>
        <translation>メーリングリストのサーバやゲートウェイで、最後の書き換えの後に自社ドメインで署名してください。</translation>
    </message>
    <message>
        <source>DMARC fails: what passed belongs to other domains.</source>
        <translation>DMARCはfailです。passしたのは別のドメインの認証です。</translation>
    </message>
    <message>
        <source>SPF and DKIM both passed, but neither for the domain in the From header. Somebody who sets up mail correctly sends under your name, with or without your consent.</source>
        <translation>SPFもDKIMもpassしましたが、どちらもFromヘッダのドメインではありません。メールの設定を正しく行っている何者かが、承諾の有無はともかく、自社の名前で送信しています。</translation>
    </message>
    <message>
        <source>A forwarder or mailing list changed the subject or the text, which broke your signature, signed the mail itself and used its own return address.</source>
        <translation>転送サーバまたはメーリングリストが件名や本文を書き換えたため自社の署名が無効になりました。その際、自身の署名を付け、自身のエンベロープFromを使っています。</translation>
    </message>
    <message>
        <source>A service that sends for you uses its own domain for the signature and for the return address.</source>
        <translation>利用中のメール配信サービスが、署名にもエンベロープFromにも自分のドメインを使っています。</translation>
    </message>
    <message>
        <source>A stranger puts your domain into the From header and sends from well-kept servers of their own.</source>
        <translation>無関係の第三者が、正しく設定した自分のサーバから、Fromヘッダに自社ドメインを入れて送信しています。</translation>
    </message>
    <message>
        <source>Set up DKIM with your domain for every service among the senders that is yours. Do so before you publish p=quarantine or p=reject.</source>
        <translation>送信者のうち自社が利用しているサービスには、すべて自社ドメインのDKIMを設定してください。p=quarantineやp=rejectを宣言する前に済ませておきます。</translation>
    </message>
    <message>
        <source>For forwarders and lists there is nothing to repair on your side. Note how much mail it is before you tighten the policy.</source>
        <translation>転送サーバやメーリングリストについては、自社側で直すところはありません。ポリシーを強化する前に、その通数を把握しておいてください。</translation>
    </message>
    <message>
        <source>Strangers are what p=quarantine and p=reject are for.</source>
        <translation>無関係の第三者を防ぐのが、p=quarantineとp=rejectの役目です。</translation>
    </message>
    <message>
        <source>DMARC fails: the signature belongs to another domain.</source>
        <translation>DMARCはfailです。署名は別のドメインのものです。</translation>
    </message>
    <message>
        <source>A signature passed, but not one of the domain in the From header, and SPF did not pass for any domain.</source>
        <translation>署名はpassしましたが、Fromヘッダのドメインのものではありません。SPFはどのドメインでもpassしていません。</translation>
    </message>
    <message>
        <source>A forwarder or mailing list rewrote the subject or the text, which broke your signature, signed the mail itself, but kept your return address.</source>
        <translation>転送サーバまたはメーリングリストが件名や本文を書き換えたため自社の署名が無効になりました。自身の署名を付けていますが、エンベロープFromは元のままです。</translation>
    </message>
    <message>
        <source>A service that sends for you signs with its own domain and is missing in your SPF record.</source>
        <translation>利用中のメール配信サービスが自分のドメインで署名し、SPFレコードにも含まれていません。</translation>
    </message>
    <message>
        <source>A stranger uses your domain in the From header and signs with a domain of their own.</source>
        <translation>無関係の第三者が、Fromヘッダに自社ドメインを使い、自分のドメインで署名しています。</translation>
    </message>
    <message>
        <source>Have services that are yours sign with your domain, and add them to the SPF record of the domain they return mail to.</source>
        <translation>自社が利用しているサービスは、自社ドメインで署名するように設定し、エンベロープFromのドメインのSPFレコードにも追加してください。</translation>
    </message>
    <message>
        <source>For forwarders and lists there is nothing to repair on your side.</source>
        <translation>転送サーバやメーリングリストについては、自社側で直すところはありません。</translation>
    </message>
    <message>
        <source>The sending server is permitted for your domain, but no signature passed. Once such mail is forwarded, nothing is left that passes.</source>
        <translation>送信元サーバは自社ドメインで許可されていますが、署名は一つもpassしていません。このようなメールが転送されると、passする認証がなくなります。</translation>
    </message>
    <message>
        <source>A server of yours sends mail without a signature.</source>
        <translation>自社のサーバが署名なしでメールを送信しています。</translation>
    </message>
    <message>
        <source>A mailing list or gateway of your own changed the subject or the text after the mail was signed.</source>
        <translation>自社のメーリングリストやゲートウェイが、署名の後に件名や本文を書き換えました。</translation>
    </message>
    <message>
        <source>The DKIM key is missing in DNS or does not belong to the signature.</source>
        <translation>DKIMの公開鍵がDNSにないか、署名と合っていません。</translation>
    </message>
    <message>
        <source>Switch on DKIM signing at every sender listed here.</source>
        <translation>ここに表示されているすべての送信者で、DKIM署名を有効にしてください。</translation>
    </message>
    <message>
        <source>Compare the selectors in the records with the keys that you publish in DNS.</source>
        <translation>レコードにあるセレクタと、DNSで公開している鍵を照合してください。</translation>
    </message>
    <message>
        <source>Sign after the last change that a list server or gateway makes.</source>
        <translation>メーリングリストのサーバやゲートウェイが最後に書き換えた後で署名してください。</translation>
    </message>
    <message>
        <source>DMARC fails: SPF passed for another domain.</source>
        <translation>DMARCはfailです。SPFがpassしたのは別のドメインです。</translation>
    </message>
    <message>
        <source>No signature passed. SPF did, but for a return address that is not in the domain of the From header.</source>
        <translation>署名は一つもpassしていません。SPFはpassしましたが、エンベロープFromがFromヘッダのドメインではありません。</translation>
    </message>
    <message>
        <source>A forwarder or mailing list rewrote the subject or the text, which broke the signature, and used its own return address, whose SPF passes.</source>
        <translation>転送サーバまたはメーリングリストが件名や本文を書き換えたため署名が無効になりました。自身のエンベロープFromを使い、そのSPFがpassしています。</translation>
    </message>
    <message>
        <source>Mail without a signature was forwarded under the forwarder&apos;s return address.</source>
        <translation>署名のないメールが、転送サーバのエンベロープFromで転送されました。</translation>
    </message>
    <message>
        <source>A service sends for you that was never set up for your domain.</source>
        <translation>自社ドメイン用の設定をしていないサービスが、自社のメールを送信しています。</translation>
    </message>
    <message>
        <source>A stranger uses your domain in the From header and a return address of their own.</source>
        <translation>無関係の第三者が、Fromヘッダに自社ドメインを、エンベロープFromに自分のドメインを使っています。</translation>
    </message>
    <message>
        <source>Sign all your mail: most forwarded mail then passes by its signature.</source>
        <translation>すべてのメールに署名してください。そうすれば、転送されたメールのほとんどが署名でpassします。</translation>
    </message>
    <message>
        <source>Set up DKIM with your domain for every service among the senders that is yours.</source>
        <translation>送信者のうち自社が利用しているサービスには、すべて自社ドメインのDKIMを設定してください。</translation>
    </message>
    <message>
        <source>DMARC fails: nothing passed.</source>
        <translation>DMARCはfailです。どの認証もpassしていません。</translation>
    </message>
    <message>
        <source>Neither a signature nor the sending server could be confirmed for any domain. Forwarded mail and forged mail look alike here.</source>
        <translation>署名も送信元サーバも、どのドメインについても確認できませんでした。ここでは、転送されたメールとなりすましメールの区別がつきません。</translation>
    </message>
    <message>
        <source>The mail was forwarded by a server that changed it, for example its subject, or it was forwarded and never signed.</source>
        <translation>転送サーバが件名などを書き換えて転送したか、署名のないメールが転送されました。</translation>
    </message>
    <message>
        <source>A server of yours is missing in the SPF record and does not sign.</source>
        <translation>自社のサーバがSPFレコードに含まれておらず、署名もしていません。</translation>
    </message>
    <message>
        <source>Somebody forges mail with your domain.</source>
        <translation>何者かが自社ドメインをかたるなりすましメールを送信しています。</translation>
    </message>
    <message>
        <source>Look for your own servers among the senders first: add them to the SPF record and let them sign.</source>
        <translation>まず送信者の中に自社のサーバがないか調べ、あればSPFレコードに追加し、署名も有効にしてください。</translation>
    </message>
    <message>
        <source>A sender that also appears in the cells with an aligned signature is probably a forwarder.</source>
        <translation>署名が一致しているセルにも現れる送信者は、おそらく転送サーバです。</translation>
    </message>
    <message>
        <source>When no mail of yours is left here, p=quarantine and p=reject keep the rest out.</source>
        <translation>ここに自社のメールがなくなれば、残りはp=quarantineやp=rejectで防げます。</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>pass &amp; aligned</source>
        <translation>pass・一致</translation>
    </message>
    <message>
        <source>pass &amp; not aligned</source>
        <translation>pass・不一致</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>fail</translation>
    </message>
    <message>
        <source>DKIM %1, SPF %2</source>
        <translation>DKIM %1、SPF %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Domain: %1</source>
        <translation>ドメイン：%1</translation>
    </message>
    <message>
        <source>Reporter: %1</source>
        <translation>報告元：%1</translation>
    </message>
    <message>
        <source>Sender: %1</source>
        <translation>送信者：%1</translation>
    </message>
    <message>
        <source>Without sender: %1</source>
        <translation>除外した送信者：%1</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>From：%1</translation>
    </message>
    <message>
        <source>Disposition: %1</source>
        <translation>処理：%1</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>レポート：%1</translation>
    </message>
    <message>
        <source>DMARC pass</source>
        <translation>DMARC pass</translation>
    </message>
    <message>
        <source>DMARC fail</source>
        <translation>DMARC fail</translation>
    </message>
    <message>
        <source>Recomputed alignment</source>
        <translation>アライメントを再計算</translation>
    </message>
    <message>
        <source>Alignment recomputed from the results</source>
        <translation>認証結果から再計算したアライメント</translation>
    </message>
    <message>
        <source>Case: %1</source>
        <translation>ケース：%1</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>“%1” is not a date; write it like 2026-06-30.</source>
        <translation>「%1」は日付ではありません。2026-06-30のように指定してください。</translation>
    </message>
    <message>
        <source>“%1” is not a format; there are csv and json.</source>
        <translation>「%1」という形式はありません。csvまたはjsonを指定してください。</translation>
    </message>
    <message>
        <source>“%1” is not a table; there are %2.</source>
        <translation>「%1」という表はありません。指定できるのは%2です。</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>コマンドを指定してください。</translation>
    </message>
    <message>
        <source>“%1” is not a command.</source>
        <translation>「%1」というコマンドはありません。</translation>
    </message>
    <message>
        <source>A file or folder is missing.</source>
        <translation>ファイルまたはフォルダを指定してください。</translation>
    </message>
    <message>
        <source>“%1” is not a language; there are ja and en.</source>
        <translation>「%1」という言語はありません。jaまたはenを指定してください。</translation>
    </message>
    <message>
        <source>--mask and --no-mask contradict each other.</source>
        <translation>--maskと--no-maskは同時に指定できません。</translation>
    </message>
    <message>
        <source>An option is only for the command fetch.</source>
        <translation>fetchコマンドでしか使えないオプションがあります。</translation>
    </message>
    <message>
        <source>One mailbox is to be named: an account, or an address like imaps://user@host/folder.</source>
        <translation>メールボックスを1つ指定してください。アカウントの名前か、imaps://ユーザ@ホスト/フォルダ のようなアドレスです。</translation>
    </message>
    <message>
        <source>A password has no place in the address, where others can see it. Use --password-command or --password-fd; write “:” in a user name as %3A.</source>
        <translation>アドレスは他人の目に触れるため、パスワードを含めることはできません。--password-commandまたは--password-fdを使ってください。ユーザ名にコロンがあるときは%3Aと書きます。</translation>
    </message>
    <message>
        <source>The user is missing; write it like imaps://user@host/folder.</source>
        <translation>ユーザ名がありません。imaps://ユーザ@ホスト/フォルダ のように書いてください。</translation>
    </message>
    <message>
        <source>“%1” is not the address of a mailbox; write it like imaps://user@host/folder.</source>
        <translation>「%1」はメールボックスのアドレスではありません。imaps://ユーザ@ホスト/フォルダ のように書いてください。</translation>
    </message>
    <message>
        <source>“%1” is not a file descriptor.</source>
        <translation>「%1」はファイル記述子ではありません。</translation>
    </message>
    <message>
        <source>“%1” is not a SHA-256 fingerprint.</source>
        <translation>「%1」はSHA-256フィンガープリントではありません。</translation>
    </message>
    <message>
        <source>“%1” is not a way to sign in.</source>
        <translation>「%1」という認証方式はありません。</translation>
    </message>
    <message>
        <source>“%1” is not a number of bytes.</source>
        <translation>「%1」はバイト数ではありません。</translation>
    </message>
    <message>
        <source>The password command failed.</source>
        <translation>パスワードのコマンドが失敗しました。</translation>
    </message>
    <message>
        <source>The password command printed nothing.</source>
        <translation>パスワードのコマンドが何も出力しませんでした。</translation>
    </message>
    <message>
        <source>File descriptor %1 cannot be read.</source>
        <translation>ファイル記述子%1を読み取れません。</translation>
    </message>
    <message>
        <source>File descriptor %1 held nothing.</source>
        <translation>ファイル記述子%1には何もありませんでした。</translation>
    </message>
    <message>
        <source>There is no mailbox account named “%1”.</source>
        <translation>「%1」という名前のメールアカウントはありません。</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>サーバからのお知らせ：%1</translation>
    </message>
    <message>
        <source>Warning: nothing is encrypted on the way to %1.</source>
        <translation>警告：%1との通信は暗号化されません。</translation>
    </message>
    <message>
        <source>url_hits needs a list of URLs or hosts: --url-list FILE.</source>
        <translation>url_hitsにはURLまたはホスト名のリストが必要です（--url-list FILE）。</translation>
    </message>
    <message>
        <source>--url-list is only for the table url_hits.</source>
        <translation>--url-listは表url_hitsにだけ使えます。</translation>
    </message>
    <message>
        <source>--store and --workspace contradict each other.</source>
        <translation>--storeと--workspaceは同時に指定できません。</translation>
    </message>
    <message>
        <source>Usage:
  sekisho-cli summary PATH…            a summary as text
  sekisho-cli export TABLE PATH…       a table as CSV or JSON
       TABLE: %1
  sekisho-cli fetch MAILBOX            new messages of a mailbox, for opening later
       MAILBOX: the name of an account in the window, or imaps://user@host/folder
       (imap:// encrypts with STARTTLS, imap+plain:// not at all, only to this computer)

Options:
  --workspace FILE      what this workspace holds; with PATHs, these are imported into it first
  --format csv|json     format of an export (csv)
  --output FILE         write there instead of to standard output
  --domain DOMAIN       only this policy domain; may be repeated
  --since, --until DATE only reports of these days (UTC), for example 2026-06-30
  --ptr FILE            host names: lines of address, tab, host name
  --own FILE            own senders: lines of network or host domain, tab, internal or third_party
  --url-list FILE       URLs and hosts to look for in samples (url_hits); a plain list, a hosts file
                        or URLhaus CSV; may be repeated
  --mask, --no-mask     hide recipients in failures and url_hits (yes), or show them
  --sample              the built-in sample reports
  --language ja|en      language of texts
  --quiet               no list of what could not be read

Options of fetch:
  --store FOLDER        where messages are kept; open it like any other folder
  --workspace FILE      a workspace file to keep them in instead, read already; made where there is none
  --folder NAME         a folder of the mailbox; may be repeated
  --since DATE          only messages that came on that day or later
  --password-command C  a command that prints the password (or the access token)
  --password-fd N       a file descriptor to read it from; else the system&apos;s key store is asked
  --auth WAY            password, plain, login, scram-sha-1, scram-sha-256, oauth, xoauth2, oauthbearer
  --ca-file FILE        an authority of your own (PEM)
  --pin FINGERPRINT     take the certificate with this SHA-256 fingerprint, whatever is wrong with it
  --max-size BYTES      larger messages are listed, not fetched
  --after WHICH=WHAT    what then happens to a message on the server; without it the mailbox stays as it is
                        WHICH: report, other, unreadable; WHAT: seen, move:FOLDER, nothing; may be repeated
  --log                 show the conversation with the server, without secrets

Exit status: 0 all read or fetched; 1 something could not be; 2 wrong usage
</source>
        <translation>使い方：
  sekisho-cli summary PATH…            集計をテキストで表示
  sekisho-cli export TABLE PATH…       表をCSVまたはJSONで書き出す
       TABLE: %1
  sekisho-cli fetch MAILBOX            メールボックスの新着メールを取得（後で開くため）
       MAILBOX: ウィンドウで登録したアカウントの名前、または imaps://ユーザ@ホスト/フォルダ
       （imap:// はSTARTTLSで暗号化、imap+plain:// は暗号化なしでこのコンピュータ自身にのみ接続）

オプション：
  --workspace FILE      このワークスペースの内容。PATH があれば先に取り込みます
  --format csv|json     書き出しの形式（既定値はcsv）
  --output FILE         標準出力の代わりにこのファイルへ書き出す
  --domain DOMAIN       このポリシードメインのみ（複数回指定可）
  --since, --until DATE この日付以降、以前のレポートのみ（UTC、例：2026-06-30）
  --ptr FILE            ホスト名（各行にアドレス、タブ、ホスト名）
  --own FILE            自社の送信者（各行にネットワークまたはホストのドメイン、タブ、internalまたはthird_party）
  --url-list FILE       サンプルの中で探すURLとホスト名（url_hits）。1行に1件のリスト、hostsファイル、
                        URLhausのCSV。複数指定可
  --mask, --no-mask     failuresとurl_hitsの受信者を伏せ字にする（既定）、またはそのまま出す
  --sample              内蔵のサンプルレポートを読み込む
  --language ja|en      表示言語
  --quiet               読み込めなかったものの一覧を表示しない

fetchのオプション：
  --store FOLDER        メールの保存先（ほかのフォルダと同じように開ける）
  --workspace FILE      フォルダの代わりに、読み取り済みで保存するワークスペースファイル。なければ作成
  --folder NAME         メールボックス内のフォルダ（複数回指定可）
  --since DATE          この日以降に届いたメールのみ
  --password-command C  パスワード（またはアクセストークン）を出力するコマンド
  --password-fd N       パスワードを読み取るファイル記述子（どちらもなければシステムのキーストアを使用）
  --auth WAY            password、plain、login、scram-sha-1、scram-sha-256、oauth、xoauth2、oauthbearer
  --ca-file FILE        独自の認証局（PEM）
  --pin FINGERPRINT     このSHA-256フィンガープリントの証明書を、問題があっても受け入れる
  --max-size BYTES      これより大きいメールは取得せず、一覧に示す
  --after WHICH=WHAT    取得後にサーバ上のメールをどうするか（指定しなければメールボックスは変更しない）
                        WHICH: report（レポート）、other（その他）、unreadable（読めないもの）
                        WHAT: seen（既読にする）、move:フォルダ（移動する）、nothing（何もしない）。複数指定可
  --log                 サーバとのやり取りを表示する（パスワードなどは伏せる）

終了コード：0 すべて読み込んだ、または取得した、1 できないものがあった、2 使い方の誤り
</translation>
    </message>
    <message>
        <source>“%1” does not say what to do with which messages; write it like report=seen or other=move:FOLDER.</source>
        <translation>「%1」では、どのメールをどうするかが分かりません。「report=seen」や「other=move:フォルダ」のように指定してください。</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Where the item was read from</source>
        <translation>読み込み元</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The most important of the notes about the item</source>
        <translation>この項目の注記のうち最も重要なもの</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>箇所</translation>
    </message>
    <message>
        <source>Where in the item the reason was found</source>
        <translation>理由が見つかった項目内の箇所</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>ファイル内の場所</translation>
    </message>
    <message>
        <source>The way to the item inside its file</source>
        <translation>ファイルの中で項目がある場所</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What the item is</source>
        <translation>項目が何であるか</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>How many oddities were found while reading it</source>
        <translation>読み込み中に見つかった問題の数</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信日時</translation>
    </message>
    <message>
        <source>The date of the mail it came in, else of the file</source>
        <translation>届いたメールの日付（なければファイルの日付）</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>The server that handed the mail to the receiver</source>
        <translation>受信側にメールを渡したサーバ</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>通数</translation>
    </message>
    <message>
        <source>Messages that the record stands for</source>
        <translation>このレコードが表すメールの数</translation>
    </message>
    <message>
        <source>DKIM</source>
        <translation>DKIM</translation>
    </message>
    <message>
        <source>Whether a signature passed, and for an aligned domain</source>
        <translation>署名がpassしたか、そのドメインのアライメントが一致するか</translation>
    </message>
    <message>
        <source>SPF</source>
        <translation>SPF</translation>
    </message>
    <message>
        <source>Whether SPF passed, and for an aligned domain</source>
        <translation>SPFがpassしたか、そのドメインのアライメントが一致するか</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>報告元</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Address that the mail came from</source>
        <translation>メールの送信元アドレス</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>処理</translation>
    </message>
    <message>
        <source>What the receiver did with the messages</source>
        <translation>受信側がメールをどう扱ったか</translation>
    </message>
    <message>
        <source>Whether DKIM passed, and for the domain of the From header</source>
        <translation>DKIMがpassしたか、それがFromヘッダのドメインのものか</translation>
    </message>
    <message>
        <source>Whether SPF passed, and for the domain of the From header</source>
        <translation>SPFがpassしたか、それがFromヘッダのドメインのものか</translation>
    </message>
    <message>
        <source>Header From</source>
        <translation>ヘッダFrom</translation>
    </message>
    <message>
        <source>Domain of the From header, which people see</source>
        <translation>Fromヘッダのドメイン（受信者の目に触れるもの）</translation>
    </message>
    <message>
        <source>Envelope From</source>
        <translation>エンベロープFrom</translation>
    </message>
    <message>
        <source>Domain of the return address, which SPF checks</source>
        <translation>エンベロープFromのドメイン（SPFが検査するもの）</translation>
    </message>
    <message>
        <source>DKIM domain</source>
        <translation>DKIMドメイン</translation>
    </message>
    <message>
        <source>DKIM selector</source>
        <translation>DKIMセレクタ</translation>
    </message>
    <message>
        <source>DKIM result</source>
        <translation>DKIM結果</translation>
    </message>
    <message>
        <source>SPF domain</source>
        <translation>SPFドメイン</translation>
    </message>
    <message>
        <source>SPF result</source>
        <translation>SPF結果</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>例外の理由</translation>
    </message>
    <message>
        <source>Why the receiver departed from the policy</source>
        <translation>受信側がポリシーと異なる処理をした理由</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>not aligned</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>fail</translation>
    </message>
    <message>
        <source>The organization that received the mail and reports about it</source>
        <translation>メールを受信し、その結果を報告した組織</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>ドメイン</translation>
    </message>
    <message>
        <source>The domain whose policy the reporter found</source>
        <translation>報告元がポリシーを見つけたドメイン</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>The day on which the period of the report begins</source>
        <translation>レポートの対象期間が始まる日</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>When the period of the report begins</source>
        <translation>レポートの対象期間の開始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>When the period of the report ends</source>
        <translation>レポートの対象期間の終了</translation>
    </message>
    <message>
        <source>Report ID</source>
        <translation>レポートID</translation>
    </message>
    <message>
        <source>The name that the reporter gave the report</source>
        <translation>報告元がレポートに付けた名前</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>What the domain asks receivers to do with mail that fails</source>
        <translation>認証に失敗したメールの扱いについて、ドメインが受信側に求めていること</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>レコード数</translation>
    </message>
    <message>
        <source>Each record stands for messages from one address with the same outcome</source>
        <translation>1件のレコードは、同じアドレスから届き、同じ結果になったメールを表します</translation>
    </message>
    <message>
        <source>Messages that the report speaks of</source>
        <translation>レポートが対象とするメールの数</translation>
    </message>
    <message>
        <source>DMARC pass</source>
        <translation>DMARC pass率</translation>
    </message>
    <message>
        <source>Share of the messages that passed DMARC, as the reporter says</source>
        <translation>報告元の判定でDMARCがpassしたメールの割合</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>How reading the report ended</source>
        <translation>レポートの読み込み結果</translation>
    </message>
    <message>
        <source>Where the report was read from</source>
        <translation>レポートの読み込み元</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>Addresses grouped by the domain of their known host name, else by network. The mark says what happened to most of the messages.</source>
        <translation>既知のホスト名のドメイン、なければネットワークごとにまとめたアドレス。マークは大半のメールの認証結果を示します。</translation>
    </message>
    <message>
        <source>Domain of the From header; of several, the one with most messages</source>
        <translation>Fromヘッダのドメイン（複数あるときは通数が最も多いもの）</translation>
    </message>
    <message>
        <source>SPF aligned</source>
        <translation>SPF一致率</translation>
    </message>
    <message>
        <source>Messages whose SPF passes for the domain of the From header</source>
        <translation>FromヘッダのドメインでSPFがpassしたメール</translation>
    </message>
    <message>
        <source>DKIM aligned</source>
        <translation>DKIM一致率</translation>
    </message>
    <message>
        <source>Messages whose DKIM passes for the domain of the From header</source>
        <translation>FromヘッダのドメインでDKIMがpassしたメール</translation>
    </message>
    <message>
        <source>Messages for which SPF or DKIM is aligned</source>
        <translation>SPFまたはDKIMのアライメントが一致したメール</translation>
    </message>
    <message>
        <source>First</source>
        <translation>初回</translation>
    </message>
    <message>
        <source>Begin of the first report with this sender</source>
        <translation>この送信者が最初に現れたレポートの開始</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最終</translation>
    </message>
    <message>
        <source>End of the last report with this sender</source>
        <translation>この送信者が最後に現れたレポートの終了</translation>
    </message>
    <message>
        <source>Reporters</source>
        <translation>報告元</translation>
    </message>
    <message>
        <source>Organizations that report this sender</source>
        <translation>この送信者を報告している組織</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>推移</translation>
    </message>
    <message>
        <source>Messages over the days shown; every row on its own scale</source>
        <translation>表示期間中の1日ごとの通数（目盛りは行ごとに異なります）</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message numerus="yes">
        <source>%1 + %n more</source>
        <extracomment>%1 is a name, %n how many others there are beside it</extracomment>
        <translation>
            <numerusform>%1ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>再送</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混在</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>ケース</translation>
    </message>
    <message>
        <source>The case of most messages</source>
        <translation>メールの大半が該当するケース</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>確度</translation>
    </message>
    <message>
        <source>How probable the case is, as a mean over its messages; “pinned” where you said so</source>
        <translation>ケースの確率（メール全体の平均）。利用者が指定した場合は「指定」</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>“mixed”: a tenth or more of the sender&apos;s messages are of other cases</source>
        <translation>「混在」：送信者のメールの1割以上が別のケースです</translation>
    </message>
    <message>
        <source>%1 + others</source>
        <extracomment>%1 is the class of most messages of a group; some addresses have another class</extracomment>
        <translation>%1ほか</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Whose sender it is, as you registered it: your own server, a third party that sends for you, or neither</source>
        <translation>登録による送信者の区分：自社のサーバ、委託先、またはどちらでもないもの</translation>
    </message>
    <message>
        <source>Internal</source>
        <comment>class of a sender: the owner&apos;s own server</comment>
        <translation>社内</translation>
    </message>
    <message>
        <source>Third party</source>
        <comment>class of a sender: a service that sends for the owner</comment>
        <translation>委託先</translation>
    </message>
    <message>
        <source>Unauthorised</source>
        <comment>class of a sender: not registered</comment>
        <translation>未登録</translation>
    </message>
    <message>
        <source>Known host name of the address, out of a file or looked up when you asked for it</source>
        <translation>アドレスのホスト名。ファイルから読み込んだもの、または指示により逆引きしたもの</translation>
    </message>
    <message>
        <source>No subject</source>
        <translation>件名なし</translation>
    </message>
    <message>
        <source>Who received the mail and reports that it failed</source>
        <translation>メールを受信し、失敗を報告した組織</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IPアドレス</translation>
    </message>
    <message>
        <source>The address that delivered the mail to the reporter</source>
        <translation>報告元へメールを届けたアドレス</translation>
    </message>
    <message>
        <source>When the reporter received the mail</source>
        <translation>報告元がメールを受信した日時</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>The subject of the mail, decoded. A mark says that a URL of it is on your list</source>
        <translation>復号したメールの件名。印は、URLがリストに載っていることを示します</translation>
    </message>
    <message>
        <source>The domain of the From field</source>
        <translation>Fromのドメイン</translation>
    </message>
    <message>
        <source>From</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>Whom the mail claims to be from</source>
        <translation>メールが名乗っている差出人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Whom it was sent to; hidden unless you show recipients</source>
        <translation>宛先。受信者を表示しないかぎり伏せ字です</translation>
    </message>
    <message>
        <source>Recomputed from the results that the reporter lists</source>
        <translation>報告元が示した認証結果から計算し直した値</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>報告元の判定</translation>
    </message>
    <message>
        <source>The DMARC result in the words of the reporter</source>
        <translation>報告元が記したDMARCの結果</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>配送</translation>
    </message>
    <message>
        <source>What the reporter did with the mail</source>
        <translation>報告元がメールをどう扱ったか</translation>
    </message>
    <message>
        <source>URLs</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>How many different URLs are in the mail</source>
        <translation>メールに含まれるURLの種類の数</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>添付ファイル</translation>
    </message>
    <message>
        <source>How many attachments the mail has</source>
        <translation>添付ファイルの数</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>The name of the address, where it is known</source>
        <translation>アドレスのホスト名（わかる場合）</translation>
    </message>
    <message>
        <source>The most frequent subject of its samples. A mark says that a URL is on your list</source>
        <translation>最も多い件名。印は、URLがリストに載っていることを示します</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Failure reports of it</source>
        <translation>含まれる失敗レポートの数</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>通数</translation>
    </message>
    <message>
        <source>Mails, with those that reports only count</source>
        <translation>メールの通数。レポートが件数だけを示すものも含みます</translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation>IPアドレス数</translation>
    </message>
    <message>
        <source>How many addresses it came from</source>
        <translation>送信元アドレスの数</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>最初</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最後</translation>
    </message>
    <message>
        <source>URL domains</source>
        <translation>URLのドメイン</translation>
    </message>
    <message>
        <source>Registrable domains of the URLs, most frequent first</source>
        <translation>URLの登録ドメイン（多い順）</translation>
    </message>
    <message>
        <source>Sender pattern</source>
        <translation>差出人の型</translation>
    </message>
    <message>
        <source>The From address, with # in place of digits</source>
        <translation>差出人のアドレス。数字は#に置き換えています</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>Named itself</source>
        <translation>名乗り（HELO）</translation>
    </message>
    <message>
        <source>The name that the sending server gave; anybody can give any name</source>
        <translation>送信サーバが名乗った名前。誰でも任意の名前を名乗れます</translation>
    </message>
    <message>
        <source>As the receiving server saw it</source>
        <translation>受信サーバから見えたアドレス</translation>
    </message>
    <message>
        <source>As the receiving server looked it up</source>
        <translation>受信サーバが逆引きした名前</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>受信サーバ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>プロトコル</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Queue ID</source>
        <translation>キューID</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>on your list</source>
        <translation>リストに載っています</translation>
    </message>
    <message>
        <source>looks like %1</source>
        <translation>%1に似ています</translation>
    </message>
    <message>
        <source>reads %1</source>
        <translation>表示は%1</translation>
    </message>
    <message>
        <source>leads to %1</source>
        <translation>%1へ転送されます</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Written so that nothing takes it for a link</source>
        <translation>リンクとして扱われない書き方にしています</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>not the receiver&apos;s own word; anybody can write it</source>
        <translation>受信者自身の記録ではありません。誰でも書けます</translation>
    </message>
    <message>
        <source>passed, and aligned with From</source>
        <translation>passし、Fromと一致</translation>
    </message>
    <message>
        <source>passed, but for a domain that is not aligned with From</source>
        <translation>passしたが、Fromと一致しないドメイン</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>意味</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>検査したサーバ</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>フィールド</translation>
    </message>
    <message>
        <source>What most of its messages are, as far as the reports tell; “+ others”: a tenth or more are of other cases</source>
        <translation>レポートからわかる範囲で、メールの大半が何であるか。「＋他」は1割以上がほかのケース</translation>
    </message>
    <message>
        <source>%1 + others</source>
        <comment>case</comment>
        <extracomment>%1 is the case of most messages of a sender; some are of other cases</extracomment>
        <translation>%1＋他</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>受信者</translation>
    </message>
    <message>
        <source>How many different recipients; those that a reporter hides are told apart by its tokens</source>
        <translation>異なる受信者の数。報告元が伏せた受信者は、置き換えられた文字列で区別します</translation>
    </message>
    <message>
        <source>Outlook&apos;s wrapping of a mail (TNEF); not opened</source>
        <translation>Outlookがメールを包んだもの（TNEF）。開いていません</translation>
    </message>
    <message>
        <source>a mail in Outlook&apos;s form (.msg); not opened</source>
        <translation>Outlook形式のメール（.msg）。開いていません</translation>
    </message>
</context>
<context>
    <name>Disposition</name>
    <message>
        <source>Let through (none)</source>
        <extracomment>what a receiver did: nothing because of DMARC; &quot;none&quot; is the report&apos;s word</extracomment>
        <translation>処理なし（none）</translation>
    </message>
    <message>
        <source>Put aside (quarantine)</source>
        <extracomment>what a receiver did: into the folder for junk; &quot;quarantine&quot; is the report&apos;s word</extracomment>
        <translation>隔離（quarantine）</translation>
    </message>
    <message>
        <source>Refused (reject)</source>
        <extracomment>what a receiver did; &quot;reject&quot; is the report&apos;s word</extracomment>
        <translation>拒否（reject）</translation>
    </message>
    <message>
        <source>DMARC passed (pass)</source>
        <extracomment>the disposition &quot;pass&quot; of RFC 9990</extracomment>
        <translation>DMARC pass（pass）</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>報告なし</translation>
    </message>
    <message>
        <source>Another word</source>
        <translation>標準にない語</translation>
    </message>
</context>
<context>
    <name>EvidenceText</name>
    <message>
        <source>%1 %</source>
        <comment>%1 is a number, of hundred</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>a domain that is not named</source>
        <translation>名前のないドメイン</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>%1 is a DKIM selector</comment>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>without a name</source>
        <comment>of a DKIM key whose selector is not reported</comment>
        <translation>名前の報告なし</translation>
    </message>
    <message>
        <source>DMARC passed.</source>
        <translation>DMARCがpassしています。</translation>
    </message>
    <message>
        <source>Neither SPF nor DKIM is aligned, so DMARC failed.</source>
        <translation>SPFもDKIMも一致しないため、DMARCがfailしています。</translation>
    </message>
    <message>
        <source>SPF passed for %1: your SPF record names this address.</source>
        <translation>SPFが%1でpassしています。このアドレスは自社のSPFレコードに載っています。</translation>
    </message>
    <message>
        <source>Your signature with the key %1 verified although SPF is not aligned: the content arrived unaltered.</source>
        <translation>SPFは一致しませんが、鍵%1による自社の署名が検証できました。内容は書き換えられずに届いています。</translation>
    </message>
    <message>
        <source>You registered this source as an internal sender (%1).</source>
        <translation>この送信元は社内の送信者として登録されています（%1）。</translation>
    </message>
    <message>
        <source>You registered this source as a third-party sender (%1).</source>
        <translation>この送信元は委託先の送信者として登録されています（%1）。</translation>
    </message>
    <message>
        <source>You registered senders for this domain, and this source is none of them.</source>
        <translation>このドメインには送信者が登録されていますが、この送信元はそのどれでもありません。</translation>
    </message>
    <message>
        <source>The source serves many customers, and SPF passed for another one of them, %1.</source>
        <translation>この送信元は多くの顧客が使うもので、別の顧客（%1）としてSPFがpassしています。</translation>
    </message>
    <message>
        <source>%2 of the mail that the key %1 signs without aligned SPF comes from here: it looks like a service with a key of its own.</source>
        <translation>SPFが一致せず鍵%1で署名されたメールの%2がここから送られています。専用の鍵を持つサービスと見られます。</translation>
    </message>
    <message>
        <source>The key %1 signs at another source; the mail was relayed to this one.</source>
        <translation>鍵%1は別の送信元で使われています。メールはそこからここへ中継されました。</translation>
    </message>
    <message>
        <source>Your signature verified, but the report does not say with which key.</source>
        <translation>自社の署名は検証できましたが、どの鍵によるものかは報告されていません。</translation>
    </message>
    <message numerus="yes">
        <source>The same source sent %1 message(s) for you with a key of its own.</source>
        <translation>
            <numerusform>同じ送信元が、専用の鍵で自社のメールを%1通送っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your signature verified, but SPF failed for your own %1: a relay that keeps MAIL FROM.</source>
        <translation>自社の署名は検証できましたが、自社の%1ではSPFがfailしています。MAIL FROMを保つ中継です。</translation>
    </message>
    <message numerus="yes">
        <source>on %1 day(s)</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%1日間にわたり</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This address sent %1 message(s) with aligned SPF %2.</source>
        <comment>%2 is a number of days as “on 3 days”</comment>
        <translation>
            <numerusform>このアドレスは%2、SPFが一致したメールを%1通送っています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Neighbours of this address sent %1 message(s) with aligned SPF.</source>
        <translation>
            <numerusform>近隣のアドレスが、SPFが一致したメールを%1通送っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its host name, %1, belongs to your domain.</source>
        <translation>ホスト名%1は自社のドメインのものです。</translation>
    </message>
    <message>
        <source>SPF is aligned, but your signature with the key %1 broke: what a mailing list on a server of yours leaves behind.</source>
        <translation>SPFは一致していますが、鍵%1による自社の署名が壊れています。自社サーバ上のメーリングリストが残す痕跡です。</translation>
    </message>
    <message>
        <source>%1 of the signed mail of this address keeps its signature.</source>
        <translation>このアドレスの署名付きメールの%1は署名が保たれています。</translation>
    </message>
    <message>
        <source>%1 of the signed mail of this address has a broken signature.</source>
        <translation>このアドレスの署名付きメールの%1は署名が壊れています。</translation>
    </message>
    <message>
        <source>The key %1 was never seen to verify: the signer itself is at fault.</source>
        <translation>鍵%1は一度も検証に成功していません。署名する側に問題があります。</translation>
    </message>
    <message>
        <source>MAIL FROM is %1, another name of yours than that in From, as lists use for bounces.</source>
        <translation>MAIL FROMは、Fromとは別の自社の名前%1です。リストがエラーメールの受け取りに使う形です。</translation>
    </message>
    <message>
        <source>SPF is aligned and no signature broke: nothing altered the mail.</source>
        <translation>SPFが一致し、壊れた署名もありません。メールは書き換えられていません。</translation>
    </message>
    <message>
        <source>It is named as mailing lists are: %1, %2.</source>
        <translation>メーリングリストらしい名前です：%1、%2。</translation>
    </message>
    <message>
        <source>It is named as mailing lists are: %1.</source>
        <translation>メーリングリストらしい名前です：%1。</translation>
    </message>
    <message>
        <source>SPF or DKIM passed for your own organization (MAIL FROM: %1), but your strict alignment refuses it.</source>
        <translation>自社の組織でSPFまたはDKIMがpassしていますが（MAIL FROM：%1）、厳格なアライメントのため一致とみなされません。</translation>
    </message>
    <message>
        <source>%1 is your own account at a mail provider.</source>
        <translation>%1はメールプロバイダにある自社のアカウントです。</translation>
    </message>
    <message>
        <source>%1 is somebody else&apos;s account at a mail provider.</source>
        <translation>%1はメールプロバイダにある他社のアカウントです。</translation>
    </message>
    <message>
        <source>The signature of %1 also stands on mail with aligned SPF: a service of yours.</source>
        <translation>%1の署名は、SPFが一致したメールにも付いています。自社が使うサービスです。</translation>
    </message>
    <message>
        <source>Your signature broke, and its key %1 verifies elsewhere: this is mail of yours that was altered.</source>
        <translation>自社の署名が壊れており、その鍵%1はほかでは検証できています。書き換えられた自社のメールです。</translation>
    </message>
    <message>
        <source>A signature of yours broke; the report does not name its key.</source>
        <translation>自社の署名が壊れています。どの鍵かは報告されていません。</translation>
    </message>
    <message>
        <source>The signature names the key %1, which was never seen to verify: forged, or a sender set up wrongly.</source>
        <translation>署名にある鍵%1は一度も検証に成功していません。偽造か、送信者の設定の誤りです。</translation>
    </message>
    <message>
        <source>The key %1 of the signature is not in DNS, or cannot be used.</source>
        <translation>署名の鍵%1はDNSにないか、使えません。</translation>
    </message>
    <message>
        <source>The receiver says that the content does not match its signature.</source>
        <translation>受信側は、内容が署名と合わないとしています。</translation>
    </message>
    <message>
        <source>MAIL FROM is still your %1; lists put their own there.</source>
        <translation>MAIL FROMは自社の%1のままです。リストなら自分のものに書き換えます。</translation>
    </message>
    <message>
        <source>Your signature broke and MAIL FROM is %1: what mailing lists do.</source>
        <translation>自社の署名が壊れ、MAIL FROMは%1です。メーリングリストの特徴です。</translation>
    </message>
    <message>
        <source>MAIL FROM is your %1 without authorization, and there is no signature of yours.</source>
        <translation>許可なく自社の%1をMAIL FROMに使っており、自社の署名もありません。</translation>
    </message>
    <message>
        <source>MAIL FROM is %1, SPF did not pass for that either, and there is no signature.</source>
        <translation>MAIL FROMは%1ですが、そのドメインでもSPFはpassせず、署名もありません。</translation>
    </message>
    <message>
        <source>SPF and a signature passed for the same other domain, %1: a service that sends as itself.</source>
        <translation>SPFと署名が同じ別のドメイン%1でpassしています。自分の名前で送信するサービスです。</translation>
    </message>
    <message>
        <source>Your signature broke, and %1 signed anew: what mailing lists do.</source>
        <translation>自社の署名が壊れ、%1が新たに署名しています。メーリングリストの特徴です。</translation>
    </message>
    <message numerus="yes">
        <source>All of its %2 message(s) bear the signature of %1: a service at work.</source>
        <translation>
            <numerusform>%2通すべてに%1の署名があります。稼働中のサービスです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %2 of the mail from %1 is signed; services sign all they send.</source>
        <translation>%1からのメールのうち署名があるのは%2だけです。サービスであればすべてに署名します。</translation>
    </message>
    <message numerus="yes">
        <source>by %1 reporter(s)</source>
        <comment>part of a sentence</comment>
        <translation>
            <numerusform>%1組織から</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>“by 2 reporters”, “on 3 days”</comment>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>The same source handed on %1 message(s) whose signature survived, reported %2.</source>
        <comment>%2 is as “by 2 reporters on 3 days”</comment>
        <translation>
            <numerusform>同じ送信元が、署名が保たれたメールを%1通中継したと、%2報告されています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its neighbours handed on %1 message(s) whose signature survived, reported %2.</source>
        <comment>%2 is as “by 2 reporters on 3 days”</comment>
        <translation>
            <numerusform>近隣のアドレスが、署名が保たれたメールを%1通中継したと、%2報告されています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It handed on %1 message(s) with broken signatures under a MAIL FROM of its own: a mailing list.</source>
        <translation>
            <numerusform>署名が壊れたメールを%1通、自分のMAIL FROMで中継しています。メーリングリストです。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the signatures survive here: a relay rather than a mailing list.</source>
        <translation>ここでは署名の%1が保たれています。メーリングリストよりも中継と見られます。</translation>
    </message>
    <message numerus="yes">
        <source>It broke the signature of %1 message(s) while MAIL FROM stayed yours: a filter that alters mail.</source>
        <translation>
            <numerusform>MAIL FROMを自社のままにして、%1通の署名を壊しています。メールを書き換えるフィルタです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of its %1 message(s) ever bore your signature, though %2 of your mail does.</source>
        <translation>
            <numerusform>%1通のどれにも自社の署名がありません。自社のメールの%2には署名があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a service that sends in its customers&apos; names.</source>
        <translation>%1は顧客の名義で送信するサービスです。</translation>
    </message>
    <message>
        <source>%1 is a forwarding service.</source>
        <translation>%1は転送サービスです。</translation>
    </message>
    <message>
        <source>%1 is a mail filter: it hands mail on, often altered.</source>
        <translation>%1はメールフィルタです。メールを中継し、しばしば書き換えます。</translation>
    </message>
    <message>
        <source>%1 is a mail provider whose users forward mail.</source>
        <translation>%1は利用者がメールを転送するメールプロバイダです。</translation>
    </message>
    <message>
        <source>%1 runs mailing lists.</source>
        <translation>%1はメーリングリストを運営しています。</translation>
    </message>
    <message>
        <source>%1 rents out web servers: whatever runs there sends.</source>
        <translation>%1はレンタルサーバです。そこで動くものは何でも送信できます。</translation>
    </message>
    <message>
        <source>SPF passed for %2, which its host name %1 belongs to.</source>
        <translation>SPFが%2でpassしており、ホスト名%1もそこに属しています。</translation>
    </message>
    <message>
        <source>The address has no host name, as few mail servers do.</source>
        <translation>アドレスにホスト名がありません。メールサーバではまれです。</translation>
    </message>
    <message>
        <source>Its host name, %1, is that of a line for homes, not of a mail server.</source>
        <translation>ホスト名%1は家庭向け回線のもので、メールサーバのものではありません。</translation>
    </message>
    <message>
        <source>Its host name, %1, is that of a mail server.</source>
        <translation>ホスト名%1はメールサーバのものです。</translation>
    </message>
    <message numerus="yes">
        <source>The address appeared on %1 day(s) only and never did anything else.</source>
        <translation>
            <numerusform>このアドレスは%1日だけ現れ、ほかには何もしていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of its days are days on which unusually many unknown addresses used the domain.</source>
        <translation>このアドレスが現れた日の%1は、異常に多くの見知らぬアドレスがドメインを名乗った日です。</translation>
    </message>
    <message numerus="yes">
        <source>It sends without your signature on %1 day(s), reported %2: no botnet keeps an address so long.</source>
        <comment>%2 is as “by 2 reporters”</comment>
        <translation>
            <numerusform>自社の署名なしで%1日間送信していると、%2報告されています。ボットネットが同じアドレスをこれほど長く使い続けることはありません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was seen on %1 day(s) only, with gaps.</source>
        <translation>
            <numerusform>%1日だけ、断続的に現れています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail with %1 in From was never seen to pass, while your other mail does.</source>
        <translation>Fromが%1のメールは一度もpassしていませんが、自社のほかのメールはpassしています。</translation>
    </message>
    <message>
        <source>There is no return address, and the source has no history: automatic replies come from your own servers.</source>
        <translation>返信先がなく、送信元に実績もありません。自動応答は自社のサーバから送られるはずです。</translation>
    </message>
    <message>
        <source>The receiver knows it as a mailing list.</source>
        <translation>受信側は、これをメーリングリストとして認識しています。</translation>
    </message>
    <message>
        <source>The receiver knows it as a trusted forwarder.</source>
        <translation>受信側は、これを信頼できる転送元として認識しています。</translation>
    </message>
    <message>
        <source>The receiver guesses that the mail was forwarded.</source>
        <translation>受信側は、メールが転送されたと推測しています。</translation>
    </message>
    <message>
        <source>An intact ARC chain, sealed by %1, says that a relay saw the mail pass.</source>
        <translation>%1が封印した有効なARCチェーンにより、中継時にはpassしていたことがわかります。</translation>
    </message>
    <message>
        <source>An intact ARC chain says that a relay saw the mail pass.</source>
        <translation>有効なARCチェーンにより、中継時にはpassしていたことがわかります。</translation>
    </message>
    <message>
        <source>The ARC chain, sealed by %1, starts at your own server.</source>
        <translation>%1が封印したARCチェーンは、自社のサーバから始まっています。</translation>
    </message>
    <message>
        <source>The ARC chain starts at your own server.</source>
        <translation>ARCチェーンは自社のサーバから始まっています。</translation>
    </message>
    <message>
        <source>The receiver delivered it although your policy asks otherwise, without a reason.</source>
        <translation>受信側は、ポリシーに反して理由なく配送しています。</translation>
    </message>
    <message numerus="yes">
        <source>%2 message(s) signed with the key %1 came from many unrelated addresses at once: a replay, not a forward.</source>
        <translation>
            <numerusform>鍵%1で署名されたメールが%2通、無関係な多くのアドレスから一斉に届いています。転送ではなく再送です。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 This speaks against “%2”.</source>
        <comment>%1 is a sentence, %2 the name of a case</comment>
        <translation>%1これは「%2」に反する根拠です。</translation>
    </message>
    <message>
        <source>%1 This speaks for “%2”.</source>
        <comment>%1 is a sentence, %2 the name of a case</comment>
        <translation>%1これは「%2」の根拠です。</translation>
    </message>
    <message>
        <source>decisive</source>
        <comment>how much a piece of evidence weighs</comment>
        <translation>決定的</translation>
    </message>
    <message>
        <source>strong</source>
        <comment>how much a piece of evidence weighs</comment>
        <translation>強い</translation>
    </message>
    <message>
        <source>some</source>
        <comment>how much a piece of evidence weighs</comment>
        <translation>中程度</translation>
    </message>
    <message>
        <source>little</source>
        <comment>how much a piece of evidence weighs</comment>
        <translation>弱い</translation>
    </message>
    <message>
        <source>Only %1 of your own mail is signed: what is handed on mostly arrives without a signature, too.</source>
        <translation>自社のメールのうち署名があるのは%1だけです。転送されたメールも、ほとんどが署名のないまま届きます。</translation>
    </message>
    <message numerus="yes">
        <source>None of its %1 message(s) ever bore your signature.</source>
        <translation>
            <numerusform>この送信者の%1通には、自社の署名が一度もありませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>No mail of your own with a signature was seen: what is handed on may arrive without one, too.</source>
        <translation>署名のある自社のメールは見つかっていません。転送されたメールも署名のないまま届くことがあります。</translation>
    </message>
</context>
<context>
    <name>FailureText</name>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失敗：%1</translation>
    </message>
    <message>
        <source>DMARC: %1</source>
        <translation>DMARC：%1</translation>
    </message>
    <message>
        <source>SPF aligned: %1</source>
        <translation>SPFの一致：%1</translation>
    </message>
    <message>
        <source>DKIM aligned: %1</source>
        <translation>DKIMの一致：%1</translation>
    </message>
    <message>
        <source>delivery: %1</source>
        <translation>配送：%1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>SPF passed for a domain that is aligned with From.</source>
        <translation>Fromと一致するドメインでSPFがpassしています。</translation>
    </message>
    <message>
        <source>The signature of the From domain is intact, but the sending server is not one that SPF names: the mail was passed on.</source>
        <translation>Fromのドメインの署名は有効ですが、送信サーバはSPFに載っていません。転送されたメールです。</translation>
    </message>
    <message>
        <source>The header has fields of a mailing list.</source>
        <translation>ヘッダにメーリングリストのフィールドがあります。</translation>
    </message>
    <message>
        <source>A server on the way saw the mail pass before it passed it on (ARC). That is only as good as one trusts that server.</source>
        <translation>途中のサーバが、転送前にpassしていたことを記録しています（ARC）。そのサーバを信頼できる場合に限り有効です。</translation>
    </message>
    <message>
        <source>There is a signature of the From domain, but it is broken: the mail was changed on the way.</source>
        <translation>Fromのドメインの署名がありますが、壊れています。途中でメールが変更されました。</translation>
    </message>
    <message>
        <source>Something passed, but for another domain: a service that is not set up for this domain, or somebody who signs for his own.</source>
        <translation>passしたものはありますが、別のドメインです。このドメイン用に設定されていないサービスか、自分のドメインで署名した第三者です。</translation>
    </message>
    <message>
        <source>Nothing passed for the From domain, and nothing shows that the mail ever passed.</source>
        <translation>Fromのドメインについてpassしたものはなく、過去にpassしていた形跡もありません。</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>DKIM %1, SPF %2</source>
        <translation>DKIM %1、SPF %2</translation>
    </message>
</context>
<context>
    <name>FindingText</name>
    <message numerus="yes">
        <source>%1 message(s) from %2 fail DMARC, most of what it sends as you. If it is a service of yours, set it up; if not, it pretends to be you.</source>
        <extracomment>%1 is a number, %2 a sender</extracomment>
        <translation>
            <numerusform>%2から送信された自社名義のメールの大半、%1通でDMARCがfailしています。利用中のサービスであれば設定を行ってください。そうでなければ、なりすましです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) from %2 came without a valid DKIM signature, although it signs most of its mail. One of its servers may have stopped signing.</source>
        <extracomment>%1 is a number, %2 a sender</extracomment>
        <translation>
            <numerusform>%2から送信されたメールのうち%1通に、有効なDKIM署名がありません。ほかの大半は署名されているため、一部のサーバで署名が止まっている可能性があります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) from %2 failed SPF, although most of its mail passes. One of its servers may be missing in your SPF record.</source>
        <extracomment>%1 is a number, %2 a sender</extracomment>
        <translation>
            <numerusform>%2から送信されたメールのうち%1通で、SPFがpassしていません。ほかの大半はpassしているため、一部のサーバがSPFレコードに含まれていない可能性があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks receivers for nothing (p=none), although nearly all messages pass DMARC. Look at the senders that are left, then ask for quarantine.</source>
        <extracomment>%1 is a domain</extracomment>
        <translation>%1では、ほぼすべてのメールでDMARCがpassしていますが、ポリシーはp=noneのままです。残りの送信者を確認し、p=quarantineへの変更を検討してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) came in versions that differ from each other. Only the newest version counts.</source>
        <translation>
            <numerusform>%n件のレポートに、内容の異なる版があります。最も新しいものだけを数えます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be read, so their messages are missing here.</source>
        <translation>
            <numerusform>%n件の項目を読み込めなかったため、そのメールはここに含まれていません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n day(s) there are no reports. Receivers may have sent none, or they did not get here.</source>
        <translation>
            <numerusform>レポートのない日が%n日あります。受信側が送らなかったか、こちらに届いていません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>&lt; %1 %</source>
        <translation>&lt; %1%</translation>
    </message>
    <message>
        <source>&gt; %1 %</source>
        <translation>&gt; %1%</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a percentage; %1 is the number</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1～%2</translation>
    </message>
</context>
<context>
    <name>Heatmap</name>
    <message>
        <source>DKIM Pass &amp; Aligned</source>
        <translation>DKIM pass・一致</translation>
    </message>
    <message>
        <source>DKIM Pass &amp; Not Aligned</source>
        <translation>DKIM pass・不⁠一⁠致</translation>
    </message>
    <message>
        <source>DKIM Fail</source>
        <translation>DKIM fail</translation>
    </message>
    <message>
        <source>SPF Pass &amp; Aligned</source>
        <translation>SPF pass・一致</translation>
    </message>
    <message>
        <source>SPF Pass &amp; Not Aligned</source>
        <translation>SPF pass・不⁠一⁠致</translation>
    </message>
    <message>
        <source>SPF Fail</source>
        <translation>SPF fail</translation>
    </message>
    <message>
        <source>Total</source>
        <extracomment>heading of the sums beside and below the matrix</extracomment>
        <translation>合計</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>pass</translation>
    </message>
    <message>
        <source>Not aligned</source>
        <extracomment>something passed, but for another domain</extracomment>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>fail</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>ItemTable</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a group of the import log: its status and how many items it has</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>ItemText</name>
    <message>
        <source>%1: %2</source>
        <extracomment>what became of an item of the import log: its name and its status
----------
a line of the copied text: a name and its value</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>読み込み元</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>ファイル内の場所</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信日時</translation>
    </message>
</context>
<context>
    <name>MailboxLog</name>
    <message>
        <source>Conversation with %1</source>
        <translation>%1とのやり取り</translation>
    </message>
    <message>
        <source>C: is what Sekisho says, S: what the server answers. Passwords and tokens are left out.</source>
        <translation>「C」で始まる行がSekishoの送信、「S」で始まる行がサーバの応答です。パスワードとトークンは伏せています。</translation>
    </message>
    <message>
        <source>Nothing was said yet: fetch first.</source>
        <translation>まだやり取りがありません。先に取得してください。</translation>
    </message>
</context>
<context>
    <name>MailboxText</name>
    <message>
        <source>It was cancelled.</source>
        <translation>キャンセルしました。</translation>
    </message>
    <message>
        <source>There is no server named “%2”, or names cannot be looked up at the moment. Check the spelling and the network.</source>
        <translation>「%2」というサーバがないか、現在名前を解決できません。つづりとネットワークを確認してください。</translation>
    </message>
    <message>
        <source>No connection to %2, port %3: %1. Check the port, the network and the firewall.</source>
        <translation>%2のポート%3に接続できません：%1。ポート、ネットワーク、ファイアウォールを確認してください。</translation>
    </message>
    <message>
        <source>%2, port %3, does not answer. Check the port, the network and the firewall.</source>
        <translation>%2のポート%3から応答がありません。ポート、ネットワーク、ファイアウォールを確認してください。</translation>
    </message>
    <message>
        <source>Without encryption Sekisho only talks to this computer itself. Choose TLS or STARTTLS for %2.</source>
        <translation>暗号化なしで接続できるのは、このコンピュータ自身だけです。%2にはTLSまたはSTARTTLSを選んでください。</translation>
    </message>
    <message>
        <source>No encrypted connection could be set up with %2, port %3: %1. Perhaps this port is for STARTTLS, or the server only knows versions of TLS before 1.2.</source>
        <translation>%2のポート%3と暗号化された接続を確立できません：%1。STARTTLS用のポートであるか、サーバがTLS 1.2より前のバージョンにしか対応していない可能性があります。</translation>
    </message>
    <message>
        <source>The certificate of %2 was refused.</source>
        <translation>%2の証明書を受け入れませんでした。</translation>
    </message>
    <message>
        <source>There is no certificate in the file %1. It has to hold the authority&apos;s certificate as PEM.</source>
        <translation>ファイル%1に証明書がありません。認証局の証明書をPEM形式で指定してください。</translation>
    </message>
    <message>
        <source>%2 does not offer STARTTLS. Either it cannot encrypt on this port, or somebody on the way removes the offer. Nothing was sent; try TLS on port 993.</source>
        <translation>%2はSTARTTLSに対応していると応答しません。このポートで暗号化できないか、途中の誰かが応答を書き換えています。何も送信していません。ポート993のTLSを試してください。</translation>
    </message>
    <message>
        <source>%2 refuses to encrypt: “%1”. Nothing was sent.</source>
        <translation>%2が暗号化を拒否しました：「%1」。何も送信していません。</translation>
    </message>
    <message>
        <source>Text came in the clear after %2 had agreed to encrypt. Somebody on the way may have put it there; nothing was sent.</source>
        <translation>%2が暗号化に同意した後に、暗号化されていないデータが届きました。途中の誰かが挿入した可能性があります。何も送信していません。</translation>
    </message>
    <message>
        <source>%2 says that one is signed in before anything is encrypted. That would make encryption impossible; nothing was sent.</source>
        <translation>暗号化の前に、%2がログイン済みであると応答しました。これでは暗号化できなくなるため、何も送信していません。</translation>
    </message>
    <message>
        <source>What answers on port %3 of %2 is no IMAP server: “%1”.</source>
        <translation>%2のポート%3で応答しているのはIMAPサーバではありません：「%1」。</translation>
    </message>
    <message>
        <source>%2 does not take passwords on this connection.</source>
        <translation>%2はこの接続でのパスワードによるログインを受け付けません。</translation>
    </message>
    <message>
        <source>%2 does not offer the way of signing in that was chosen. It offers: %1.</source>
        <translation>%2は選択した認証方式に対応していません。対応している方式：%1。</translation>
    </message>
    <message>
        <source>There is no password for this account. %1</source>
        <translation>このアカウントのパスワードがありません。%1</translation>
    </message>
    <message>
        <source>There is no access token for the moment. %1</source>
        <translation>今はアクセストークンを取得できません。%1</translation>
    </message>
    <message>
        <source>%2 refused user name or password: “%1”. Many providers want an app password here instead of the usual one.</source>
        <translation>%2がユーザ名またはパスワードを拒否しました：「%1」。多くの事業者では、通常のパスワードではなくアプリパスワードが必要です。</translation>
    </message>
    <message>
        <source>%2 refused the access token: “%1”. It may have run out or not be meant for IMAP; sign in again.</source>
        <translation>%2がアクセストークンを拒否しました：「%1」。期限切れか、IMAP用でない可能性があります。もう一度サインインしてください。</translation>
    </message>
    <message>
        <source>%2 could not prove that it knows the password itself. It may not be the server that it says it is.</source>
        <translation>%2は、パスワードを知っていることを証明できませんでした。名乗っているとおりのサーバではない可能性があります。</translation>
    </message>
    <message>
        <source>The connection to %2 was lost: %1.</source>
        <translation>%2との接続が切れました：%1。</translation>
    </message>
    <message>
        <source>%2 stopped answering.</source>
        <translation>%2からの応答が途絶えました。</translation>
    </message>
    <message>
        <source>%2 ended the connection: “%1”.</source>
        <translation>%2が接続を終了しました：「%1」。</translation>
    </message>
    <message>
        <source>%2 cannot serve the mailbox at the moment: “%1”. Try again later.</source>
        <translation>%2は現在メールボックスを利用できません：「%1」。しばらくしてからやり直してください。</translation>
    </message>
    <message>
        <source>%2 sent more than any real server does at once. The connection was closed.</source>
        <translation>%2から、実際のサーバではあり得ない量のデータが届いたため、接続を閉じました。</translation>
    </message>
    <message>
        <source>%2 sent what is no IMAP (%1). The connection was closed.</source>
        <translation>%2からIMAPとして解釈できないデータ（%1）が届いたため、接続を閉じました。</translation>
    </message>
    <message>
        <source>%2 refused a command: “%1”.</source>
        <translation>%2がコマンドを拒否しました：「%1」。</translation>
    </message>
    <message>
        <source>There is no folder “%1” in this mailbox, or it cannot be opened.</source>
        <translation>このメールボックスに「%1」というフォルダがないか、開けません。</translation>
    </message>
    <message>
        <source>The messages could not be stored: %1.</source>
        <translation>メールを保存できませんでした：%1。</translation>
    </message>
    <message>
        <source>Another fetch for this account is running (%1).</source>
        <translation>このアカウントでは別の取得が進行中です（%1）。</translation>
    </message>
    <message>
        <source>That is enough for once. The rest comes with the next fetch.</source>
        <translation>1回で取得できる量に達しました。残りは次回取得します。</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>有効期限が切れています。</translation>
    </message>
    <message>
        <source>It is not valid yet; check this computer&apos;s clock.</source>
        <translation>まだ有効期間に入っていません。このコンピュータの時計を確認してください。</translation>
    </message>
    <message>
        <source>It was made for other names than %1.</source>
        <translation>%1以外の名前のために発行されたものです。</translation>
    </message>
    <message>
        <source>The server made it itself: no authority vouches for it.</source>
        <translation>サーバが自ら作成したもので、保証する認証局がありません。</translation>
    </message>
    <message>
        <source>The authority that made it is not known here.</source>
        <translation>発行した認証局が、このコンピュータに登録されていません。</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>発行先</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>有効期間の開始</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有効期間の終了</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>SHA-256フィンガープリント</translation>
    </message>
    <message>
        <source>Message %1 is too large: %2. It was not fetched.</source>
        <translation>メール%1は大きすぎるため（%2）、取得しませんでした。</translation>
    </message>
    <message>
        <source>Message %1 is larger than the server said. It was not fetched.</source>
        <translation>メール%1はサーバの申告より大きいため、取得しませんでした。</translation>
    </message>
    <message>
        <source>The server refuses message %1.</source>
        <translation>サーバがメール%1の送信を拒否しました。</translation>
    </message>
    <message>
        <source>The server lists message %1, but does not send it.</source>
        <translation>メール%1は一覧にありますが、サーバから届きませんでした。</translation>
    </message>
    <message>
        <source>Whenever message %1 comes, the connection breaks. The others were fetched without it.</source>
        <translation>メール%1を受信するたびに接続が切れます。ほかのメールは取得しました。</translation>
    </message>
    <message>
        <source>%1: no new messages</source>
        <translation>%1：新着メールはありません</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln new message(s), %2</source>
        <extracomment>%1 folder, %2 size as in &quot;1.2 MB&quot;</extracomment>
        <translation>
            <numerusform>%1：新着メール%Ln通、%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>未取得</translation>
    </message>
    <message>
        <source>Connecting again…</source>
        <translation>再接続しています…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続しています…</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <extracomment>%1 folder, %2 and %3 numbers of messages</extracomment>
        <translation>%1：%3通中%2通</translation>
    </message>
    <message>
        <source>Not everything could be fetched</source>
        <translation>一部を取得できませんでした</translation>
    </message>
    <message>
        <source>No new messages</source>
        <translation>新着メールはありません</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new message(s)</source>
        <translation>
            <numerusform>新着メール%Ln通</numerusform>
        </translation>
    </message>
    <message>
        <source>Last fetched: %1</source>
        <translation>最終取得：%1</translation>
    </message>
    <message numerus="yes">
        <source>…and %Ln more message(s).</source>
        <translation>
            <numerusform>ほかに%Ln通あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>サーバからのお知らせ：%1</translation>
    </message>
    <message>
        <source>Messages in the folder “%1” can be neither marked nor moved: the server gives it for reading only.</source>
        <translation>フォルダ「%1」のメールは既読にも移動もできません。サーバが読み取り専用で開いています。</translation>
    </message>
    <message>
        <source>%2 cannot move messages safely (it has neither MOVE nor UIDPLUS). All messages are stored, and none was moved; choose “mark as seen” instead.</source>
        <translation>%2 ではメールを安全に移動できません（MOVEもUIDPLUSもありません）。メールはすべて保存しましたが、移動はしていません。代わりに「既読にする」を選んでください。</translation>
    </message>
</context>
<context>
    <name>NoteText</name>
    <message>
        <source>There is no such file or folder any more, or the path was mistyped. Nothing was read from it.</source>
        <translation>このファイルまたはフォルダはなくなったか、パスが間違っています。何も読み込んでいません。</translation>
    </message>
    <message>
        <source>The file could not be opened: “%1”. Nothing was read from it; check its permissions and the disk, then read it again.</source>
        <translation>ファイルを開けませんでした（「%1」）。何も読み込んでいません。アクセス権とディスクを確認してから、もう一度読み込んでください。</translation>
    </message>
    <message>
        <source>This is a device, a pipe or a socket, not a file. It was left alone.</source>
        <translation>ファイルではなく、デバイス、パイプ、またはソケットです。読み込みの対象外としました。</translation>
    </message>
    <message>
        <source>The file was listed, but had gone or become shorter when its turn came. Read it again if it is back.</source>
        <translation>一覧を取得したときにはあったファイルが、読み込むときにはなくなったか短くなっていました。元に戻っていれば、もう一度読み込んでください。</translation>
    </message>
    <message>
        <source>The folder holds no files. Nothing was read from it.</source>
        <translation>フォルダにファイルがありません。何も読み込んでいません。</translation>
    </message>
    <message>
        <source>The file is empty: 0 bytes. A report may have been lost while it was saved; fetch it again if you can.</source>
        <translation>ファイルが空（0バイト）です。保存の際にレポートが失われた可能性があります。可能であれば取得し直してください。</translation>
    </message>
    <message>
        <source>The content is neither a report nor an archive or mail that could hold one. It was left alone.</source>
        <translation>内容はレポートではなく、レポートを含みうるアーカイブやメールでもありません。読み込みの対象外としました。</translation>
    </message>
    <message>
        <source>The archive (%1) is damaged and could not be opened. Reports in it are missing from the numbers; fetch the file again if you can.</source>
        <translation>アーカイブ（%1）が壊れていて開けません。中のレポートは集計に含まれていません。可能であればファイルを取得し直してください。</translation>
    </message>
    <message>
        <source>The archive ends too early. What could be unpacked up to there was read; the rest is missing.</source>
        <translation>アーカイブが途中で終わっています。そこまでに展開できたものは読み込みましたが、残りは失われています。</translation>
    </message>
    <message>
        <source>The archive holds no files, so there was no report to read.</source>
        <translation>アーカイブにファイルがないため、読み込むレポートがありませんでした。</translation>
    </message>
    <message>
        <source>“%1” in the archive is damaged and could not be unpacked. The other members were read.</source>
        <translation>アーカイブ内の「%1」は壊れていて展開できません。ほかのファイルは読み込みました。</translation>
    </message>
    <message>
        <source>This member of the archive is protected by a password. Unpack it yourself and open the result.</source>
        <translation>アーカイブ内のこのファイルはパスワードで保護されています。展開してから、取り出したファイルを開いてください。</translation>
    </message>
    <message>
        <source>The archive uses a compression that is not supported: %1. Unpack it yourself and open the result.</source>
        <translation>アーカイブの圧縮形式（%1）に対応していません。展開してから、取り出したファイルを開いてください。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) stand behind the end of the gzip data, as some reporters send it. They were skipped; nothing is lost.</source>
        <translation>
            <numerusform>gzipデータの後ろに%Lnバイトのデータがあります。一部の報告元はこのように送信します。読み飛ばしましたが、失われたものはありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The gzip file consists of several parts one after the other. All were read.</source>
        <translation>gzipファイルが複数の部分の連結になっています。すべて読み込みました。</translation>
    </message>
    <message>
        <source>The file is larger than this program reads at all. Nothing was read from it.</source>
        <translation>ファイルが、このプログラムで読み込める大きさを超えています。何も読み込んでいません。</translation>
    </message>
    <message>
        <source>Unpacked, this item is larger than allowed; no real report is that large. It was not read.</source>
        <translation>展開後の大きさが上限を超えています。実際のレポートがこれほど大きくなることはありません。読み込みませんでした。</translation>
    </message>
    <message>
        <source>All items of this file together are larger than allowed once unpacked. Those after this one were not read.</source>
        <translation>このファイルに含まれる項目の展開後の合計が上限を超えました。これより後の項目は読み込んでいません。</translation>
    </message>
    <message>
        <source>This item is packed far more tightly than any real report, as in an archive made to exhaust memory. It was not unpacked.</source>
        <translation>圧縮率が実際のレポートではありえないほど高く、メモリを使い果たさせるためのアーカイブと考えられます。展開しませんでした。</translation>
    </message>
    <message>
        <source>The archive or mailbox has more members than allowed. Those after this one were not read.</source>
        <translation>アーカイブまたはメールボックスに含まれる項目の数が上限を超えています。これより後の項目は読み込んでいません。</translation>
    </message>
    <message>
        <source>The mail has more parts than allowed. The parts after that were not read.</source>
        <translation>メールのパートの数が上限を超えています。これより後のパートは読み込んでいません。</translation>
    </message>
    <message>
        <source>Containers lie within containers, deeper than allowed. The innermost were not opened.</source>
        <translation>アーカイブの入れ子が上限より深くなっています。最も内側のものは開いていません。</translation>
    </message>
    <message>
        <source>The XML elements are nested deeper than any report needs. The document was not read.</source>
        <translation>XMLの要素の入れ子が、レポートに必要な深さを超えています。この文書は読み込んでいません。</translation>
    </message>
    <message>
        <source>The text of “%1” is longer than allowed and was cut. The rest of the report was read.</source>
        <translation>「%1」のテキストが上限より長いため、途中で切りました。レポートの残りは読み込みました。</translation>
    </message>
    <message>
        <source>The report has more records than allowed. Those after the limit are missing from the numbers.</source>
        <translation>レポートのレコード数が上限を超えています。上限より後のレコードは集計に含まれていません。</translation>
    </message>
    <message>
        <source>This mail has no DMARC report in it. It was left alone.</source>
        <translation>このメールにはDMARCレポートがありません。読み込みの対象外としました。</translation>
    </message>
    <message>
        <source>This is a notice that a mail could not be delivered, not a report. It was left alone.</source>
        <translation>レポートではなく、メールを配送できなかったという通知です。読み込みの対象外としました。</translation>
    </message>
    <message>
        <source>This is an automatic reply, not a report. It was left alone.</source>
        <translation>レポートではなく、自動応答です。読み込みの対象外としました。</translation>
    </message>
    <message>
        <source>This is feedback of the kind “%1”, which says nothing about authentication. It was left alone.</source>
        <translation>「%1」という種類のフィードバックで、認証に関する内容はありません。読み込みの対象外としました。</translation>
    </message>
    <message>
        <source>The part “%1” of the mail does not decode cleanly. It was read as far as it goes.</source>
        <translation>メールのパート「%1」を正しくデコードできません。読めるところまで読み込みました。</translation>
    </message>
    <message>
        <source>The mailbox holds no messages, so there was no report to read.</source>
        <translation>メールボックスにメールがないため、読み込むレポートがありませんでした。</translation>
    </message>
    <message>
        <source>The XML declares a document type, which no report needs and which can be used for attacks. It was refused.</source>
        <translation>XMLに文書型宣言（DOCTYPE）があります。レポートには不要で、攻撃に使われることがあるため、読み込みを拒否しました。</translation>
    </message>
    <message>
        <source>This XML document is no DMARC report: its outermost element is “%1”. It was left alone.</source>
        <translation>このXML文書はDMARCレポートではありません（最上位の要素は「%1」）。読み込みの対象外としました。</translation>
    </message>
    <message>
        <source>The XML is not well-formed: %1. It was repaired as far as possible; compare the records with the original.</source>
        <translation>XMLが整形式ではありません（%1）。可能な範囲で修復しました。レコードを元のデータと照合してください。</translation>
    </message>
    <message>
        <source>The XML ends before its end. The records up to there were read; later ones are missing.</source>
        <translation>XMLが途中で終わっています。そこまでのレコードは読み込みましたが、後のレコードは失われています。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) stood before the beginning of the XML. They were skipped; nothing is lost.</source>
        <translation>
            <numerusform>XMLの先頭より前に%Lnバイトのデータがありました。読み飛ばしましたが、失われたものはありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Something stands behind the end of the report. It was skipped; nothing is lost.</source>
        <translation>レポートの終わりの後ろに余分なデータがあります。読み飛ばしましたが、失われたものはありません。</translation>
    </message>
    <message>
        <source>The document holds several reports. Each was read as a report of its own.</source>
        <translation>文書に複数のレポートが含まれています。それぞれを別のレポートとして読み込みました。</translation>
    </message>
    <message>
        <source>The reporter sent the word “unused” in place of a report. There is nothing in it to read.</source>
        <translation>報告元は、レポートの代わりに「unused」という語を送ってきました。読み込む内容はありません。</translation>
    </message>
    <message>
        <source>The document is written in %1, not in UTF-8. It was converted; nothing is lost.</source>
        <translation>文書はUTF-8ではなく%1で書かれています。変換しましたが、失われたものはありません。</translation>
    </message>
    <message>
        <source>The encoding of the document is wrong or missing; it was read as %1. Names with letters outside ASCII may look odd.</source>
        <translation>文書の文字コードの指定が誤っているか、ありません。%1として読み込みました。ASCII以外の文字を含む名前は、正しく表示されないことがあります。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) are no text in the document’s encoding. Each was replaced by “U+FFFD”.</source>
        <translation>
            <numerusform>%Lnバイトが、文書の文字コードでは文字として読めません。それぞれを「U+FFFD」に置き換えました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The document begins with a byte order mark. It was skipped; nothing is lost.</source>
        <translation>文書の先頭にバイト順マーク（BOM）があります。読み飛ばしましたが、失われたものはありません。</translation>
    </message>
    <message>
        <source>The report uses an XML namespace that no standard names: “%1”. It was read all the same.</source>
        <translation>レポートが、どの標準にもないXML名前空間「%1」を使っています。そのまま読み込みました。</translation>
    </message>
    <message>
        <source>The element “%1” belongs to no standard for reports. It was skipped; the rest was read.</source>
        <translation>要素「%1」は、レポートのどの標準にもありません。この要素を飛ばし、残りを読み込みました。</translation>
    </message>
    <message>
        <source>The element “%1” is missing, though the standard demands it. The report was read without it.</source>
        <translation>標準で必須の要素「%1」がありません。この要素なしでレポートを読み込みました。</translation>
    </message>
    <message>
        <source>The element “%1” is empty. It counts as not given.</source>
        <translation>要素「%1」が空です。値が示されていないものとして扱います。</translation>
    </message>
    <message>
        <source>The element “%1” stands there more than once where one is allowed. The first one counts.</source>
        <translation>1つしか許されない要素「%1」が複数あります。最初のものを使います。</translation>
    </message>
    <message>
        <source>An element is named “%1”, which is not quite what the standard calls it. It was understood.</source>
        <translation>要素の名前「%1」が標準の名前と少し異なります。意味は読み取れました。</translation>
    </message>
    <message>
        <source>A value is no word of the standards: “%1”. It is shown as written and counts as unknown.</source>
        <translation>値「%1」は標準にない語です。そのまま表示し、不明なものとして扱います。</translation>
    </message>
    <message>
        <source>A number was expected, but “%1” stands there. It counts as 0.</source>
        <translation>数値であるべきところに「%1」とあります。0として扱います。</translation>
    </message>
    <message>
        <source>“%1” is written with decimals where a whole number belongs. It was understood.</source>
        <translation>整数であるべきところに小数「%1」が書かれています。意味は読み取れました。</translation>
    </message>
    <message>
        <source>“%1” is no IP address. The record was kept, but cannot be grouped with others by its network.</source>
        <translation>「%1」はIPアドレスではありません。レコードは残しましたが、ネットワークごとにまとめることができません。</translation>
    </message>
    <message>
        <source>A record names no sending address. It was kept; nobody can say which server sent its messages.</source>
        <translation>送信元アドレスのないレコードがあります。レコードは残しましたが、どのサーバがメールを送ったかは分かりません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) say that they stand for 0 messages. They were kept, but add nothing to the numbers.</source>
        <translation>
            <numerusform>%Ln件のレコードが、メールの数を0通としています。レコードは残しましたが、集計には影響しません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) give a number of messages below zero. Each counts as 0 messages.</source>
        <translation>
            <numerusform>%Ln件のレコードで、メールの数が負になっています。0通として扱います。</numerusform>
        </translation>
    </message>
    <message>
        <source>The evaluation says “%1” where only pass or fail is allowed. The outcome was computed from the results instead.</source>
        <translation>passとfailだけが許される判定に「%1」とあります。代わりに認証結果から判定を計算しました。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) give an empty reason for departing from the policy. It says nothing and was skipped.</source>
        <translation>
            <numerusform>%Ln件のレコードで、ポリシーの例外の理由が空になっています。内容がないため読み飛ばしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>A reason is given as plain text, “%1”, instead of a type and a comment. The text is shown as it is.</source>
        <translation>例外の理由が、種類とコメントではなく「%1」というテキストで示されています。そのまま表示します。</translation>
    </message>
    <message>
        <source>The report has no records: it says nothing about any message.</source>
        <translation>レポートにレコードがありません。どのメールについても報告していません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be read at all. Their messages are missing from the numbers.</source>
        <translation>
            <numerusform>%Ln件のレコードをまったく読み込めませんでした。そのメールは集計に含まれていません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) were read out of damaged XML. Their values may be incomplete; compare them with the original.</source>
        <translation>
            <numerusform>%Ln件のレコードを、壊れたXMLから読み取りました。値が不完全な可能性があるため、元のデータと照合してください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have neither a sending address nor a number of messages. They add nothing to the numbers.</source>
        <translation>
            <numerusform>%Ln件のレコードに、送信元アドレスもメールの数もありません。集計には影響しません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The From domain “%1” does not belong to the domain that the report is about. The record was kept.</source>
        <translation>Fromドメイン「%1」が、レポートの対象ドメインに属していません。レコードは残しました。</translation>
    </message>
    <message>
        <source>The period of the report ends before it begins. Its messages are counted on the day of its middle.</source>
        <translation>レポートの対象期間の終了が開始より前になっています。メールは期間の中央の日に数えます。</translation>
    </message>
    <message>
        <source>The period of the report ends in the second in which it begins. Its messages are counted on that day.</source>
        <translation>レポートの対象期間の開始と終了が同じ秒になっています。メールはその日に数えます。</translation>
    </message>
    <message>
        <source>The period of the report is shorter than six hours. Some reporters send several reports a day; nothing is wrong.</source>
        <translation>レポートの対象期間が6時間より短くなっています。1日に何度もレポートを送る報告元もあり、問題はありません。</translation>
    </message>
    <message>
        <source>The period of the report is longer than 25 hours. Its messages are spread evenly over its days in the charts.</source>
        <translation>レポートの対象期間が25時間より長くなっています。グラフでは、メールを期間中の日に均等に割り振ります。</translation>
    </message>
    <message>
        <source>The reporter evaluated %1 as pass, but no aligned pass stands among its results. The reporter’s word counts, unless you switch to recomputed results.</source>
        <translation>報告元は%1をpassと判定していますが、その認証結果にはアライメントが一致するpassがありません。再計算に切り替えないかぎり、報告元の判定を使います。</translation>
    </message>
    <message>
        <source>An aligned pass for %1 stands among the results, but the reporter evaluated it as fail. The reporter’s word counts, unless you switch to recomputed results.</source>
        <translation>%1の認証結果にアライメントが一致するpassがありますが、報告元はfailと判定しています。再計算に切り替えないかぎり、報告元の判定を使います。</translation>
    </message>
    <message>
        <source>The JSON document is damaged and could not be read. A TLS report in it is missing; fetch it again if you can.</source>
        <translation>JSON文書が壊れていて読み込めませんでした。TLSレポートが失われている可能性があります。可能であれば取得し直してください。</translation>
    </message>
    <message>
        <source>This JSON document is no TLS report. It was left alone.</source>
        <translation>このJSON文書はTLSレポートではありません。読み込みの対象外としました。</translation>
    </message>
    <message>
        <source>The same report was read before, from “%1”. It is not counted again.</source>
        <translation>同じレポートを「%1」からすでに読み込んでいます。二重には数えません。</translation>
    </message>
    <message>
        <source>There is another report of the same reporter, domain, id and period, with different content: “%1”. Only the newest of them is counted; compare the two.</source>
        <translation>報告元、ドメイン、ID、期間が同じで、内容の異なるレポートがあります：「%1」。最も新しいものだけを数えます。両者を比べてください。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two whole sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>This was found %Ln time(s).</source>
        <translation>
            <numerusform>%Ln回見つかりました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first place is line %1, column %2.</source>
        <translation>最初の箇所は%1行%2桁目です。</translation>
    </message>
    <message>
        <source>The place is line %1, column %2.</source>
        <translation>箇所は%1行%2桁目です。</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>%1行%2桁目</translation>
    </message>
    <message>
        <source>Byte %1</source>
        <translation>%1バイト目</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Read with notes</source>
        <translation>注記あり</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>競合</translation>
    </message>
    <message>
        <source>Not a report</source>
        <translation>レポート以外</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>読み込み不可</translation>
    </message>
    <message>
        <source>It was read completely and is counted.</source>
        <translation>すべて読み込まれ、集計に含まれています。</translation>
    </message>
    <message>
        <source>It was read and is counted; the notes say what was odd about it.</source>
        <translation>読み込まれ、集計に含まれています。気になる点は注記のとおりです。</translation>
    </message>
    <message>
        <source>The same report was read before, so this one is not counted again.</source>
        <translation>同じレポートをすでに読み込んでいるため、二重には数えません。</translation>
    </message>
    <message>
        <source>Another report claims to be the same one, but says something else. Only the newest of them is counted.</source>
        <translation>同じレポートを名乗りながら、内容の異なるものがほかにあります。最も新しいものだけを数えます。</translation>
    </message>
    <message>
        <source>It is something else and has no part in the numbers.</source>
        <translation>レポートではないため、集計とは関係ありません。</translation>
    </message>
    <message>
        <source>It could not be read, so whatever it reports is missing from the numbers.</source>
        <translation>読み込めなかったため、報告の内容は集計に含まれていません。</translation>
    </message>
    <message>
        <source>Aggregate report</source>
        <translation>集計レポート</translation>
    </message>
    <message>
        <source>TLS report</source>
        <translation>TLSレポート</translation>
    </message>
    <message>
        <source>Failure report</source>
        <translation>失敗レポート</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>The failure report has no part for programs. What it says was read from its text.</source>
        <translation>この失敗レポートには機械読み取り用のパートがありません。内容は本文から読み取りました。</translation>
    </message>
    <message>
        <source>The failure report brings neither the mail nor its header. Only what the reporter says is known.</source>
        <translation>この失敗レポートには元のメールもそのヘッダも添付されていません。報告元の記述だけを読み取りました。</translation>
    </message>
    <message>
        <source>The failure report lacks the field “%1”, which the standard asks for. The rest was read.</source>
        <translation>この失敗レポートには、規格で求められている項目「%1」がありません。ほかは読み取りました。</translation>
    </message>
    <message>
        <source>This is winmail.dat, in which Outlook wraps a mail (TNEF). It is not opened, as crafted ones have often broken its readers. Have the mail sent as plain text or forwarded as an attachment.</source>
        <translation>Outlookがメールを包んだwinmail.dat（TNEF）です。細工されたデータで読み取り側の脆弱性を突かれる例が多いため、開いていません。テキスト形式で送り直すか、添付ファイルとして転送してもらってください。</translation>
    </message>
    <message>
        <source>This is a mail in Outlook&apos;s own form (.msg), which is not opened. Save it as .eml, or copy its header and paste it.</source>
        <translation>Outlook独自の形式（.msg）のメールのため、開いていません。EML形式で保存するか、ヘッダをコピーして貼り付けてください。</translation>
    </message>
</context>
<context>
    <name>OwnSenderMenu</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>This is ours: &amp;internal</source>
        <translation>自社のもの：社内(&amp;I)</translation>
    </message>
    <message>
        <source>A server of your own, or one that is run for you alone.</source>
        <translation>自社のサーバ、または自社専用に運用されているサーバです。</translation>
    </message>
    <message>
        <source>This is ours: &amp;third party</source>
        <translation>自社のもの：委託先(&amp;T)</translation>
    </message>
    <message>
        <source>A service that sends in your name on your behalf.</source>
        <translation>自社の委託により、自社名義で送信するサービスです。</translation>
    </message>
    <message>
        <source>&amp;Not ours any more (removes %1)</source>
        <extracomment>%1 names what is taken out of the registry: addresses, networks, host names</extracomment>
        <translation>自社のものではない（%1を登録から外す）(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Own Senders…</source>
        <translation>自社の送信者(&amp;O)…</translation>
    </message>
    <message>
        <source>Partly ours</source>
        <translation>一部が自社のもの</translation>
    </message>
    <message>
        <source>Ours: internal</source>
        <translation>自社のもの：社内</translation>
    </message>
    <message>
        <source>Ours: third party</source>
        <translation>自社のもの：委託先</translation>
    </message>
    <message>
        <source>Is this ours?</source>
        <translation>自社のものですか？</translation>
    </message>
</context>
<context>
    <name>PageHelp</name>
    <message>
        <source>The overview shows how much mail was sent as your domains and how much of it passed DMARC.

All numbers count messages that receivers reported, not records or reports. A message passes DMARC when SPF or DKIM passes for a domain that is aligned with the From address.

Click a tile, a bar, a reporter or a disposition to narrow what is shown; drag over several days to narrow the period. Alt+Left goes back.</source>
        <translation>概要では、自社ドメインとして送信されたメールの数と、そのうちDMARCがpassした割合が分かります。

数字はすべて、受信側が報告したメールの通数です。レポートやレコードの件数ではありません。Fromアドレスとアライメントが一致するドメインで、SPFまたはDKIMがpassすれば、DMARCはpassです。

タイル、棒、報告元、処理をクリックすると、表示の対象を絞り込めます。複数の日をドラッグすると、期間を絞り込めます。Alt+←で元に戻ります。</translation>
    </message>
    <message>
        <source>One line for each sender: addresses with a known host name are grouped by its domain, the others by network (/24 for IPv4, /48 for IPv6). Open a line to see its addresses.

Percentages are parts of the sender&apos;s own messages. Select a sender to see its page beside the table; press Enter to show only this sender everywhere.

A sender that passes nothing is not always a spoof: forwarders and mailing lists look alike. Compare the domains that passed SPF and DKIM on the sender&apos;s page.</source>
        <translation>1行が1つの送信者です。ホスト名が分かっているアドレスはそのドメインごとに、ほかはネットワークごと（IPv4は/24、IPv6は/48）にまとめています。行を開くと、個々のアドレスが表示されます。

割合は、その送信者自身のメールに対するものです。送信者を選ぶと、表の横に詳細が表示されます。Enterキーを押すと、どのページにもこの送信者だけが表示されます。

何もpassしていない送信者が、必ずしもなりすましとは限りません。転送サーバやメーリングリストも同じように見えます。送信者の詳細で、SPFとDKIMがpassしたドメインを比べてください。</translation>
    </message>
    <message>
        <source>The matrix puts each message in one of nine cells: rows say what DKIM gave, columns what SPF gave. “Pass &amp; not aligned” means that the check passed, but for another domain than the one in the From address.

The first row and the first column pass DMARC. Point at a cell or move with the arrow keys to read what it means and what usually causes it; click or press Enter to show only its messages.

“As reported” follows what receivers evaluated; “recomputed” follows the results they listed.</source>
        <translation>マトリクスは、メールを9つのセルに分けます。行はDKIM、列はSPFの結果です。「pass・不一致」は、検査はpassしたものの、Fromアドレスとは別のドメインでの結果であることを表します。

最初の行と最初の列はDMARCがpassです。セルにポインタを合わせるか矢印キーで移動すると、その意味と主な原因が表示されます。クリックするかEnterキーを押すと、そのセルのメールだけが表示されます。

「報告どおり」は受信側の判定に、「再計算」は受信側が示した認証結果に基づきます。</translation>
    </message>
    <message>
        <source>The reports as they were received. For the selected one the window shows its explanation, block by block, beside the XML; choose a block in one and it is marked in the other.

Each record stands for all messages from one address with the same outcome.</source>
        <translation>受信したままのレポートです。選んだレポートについて、ブロックごとの説明とXMLを並べて表示します。一方でブロックを選ぶと、もう一方でも強調されます。

1件のレコードは、同じアドレスから届き、同じ結果になったすべてのメールを表します。</translation>
    </message>
    <message>
        <source>Every file and everything found inside it, and how reading it ended. Nothing is left out in silence: what could not be read is listed with the reason and the place.

Duplicates are counted once. Reports in conflict have the same identity but different content; only the newest of them is counted.</source>
        <translation>すべてのファイルとその中で見つかったもの、それぞれの読み込み結果です。黙って捨てられるものはありません。読み込めなかったものは、理由と箇所を添えて示します。

重複は一度だけ数えます。競合は、同じレポートを名乗りながら内容が異なるもので、最も新しいものだけを数えます。</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>ヘルプ：%1</translation>
    </message>
    <message>
        <source>Says for every sender what its mail is: sent directly, forwarded, through a mailing list, by a service that is not set up, or a spoof; how sure that is, and why.

Choose a case to show only its mail everywhere; choose it again to show all. For the selected sender, or a record of it, the picture shows the way of its mail. Bars tell how much each piece of evidence weighs.

Your word wins: say that a sender is yours, or pin it to a case. The guide explains the cases.</source>
        <translation>送信者ごとに、そのメールが何なのか（直接送信、転送、メーリングリスト、設定されていないサービス、なりすまし）、どのくらい確かか、その理由を示します。

ケースを選ぶと、全ページでそのメールだけを表示します。もう一度選ぶと、すべてを表示します。選んだ送信者やそのレコードについて、図がメールの経路を示します。棒は根拠の重みを表します。

利用者の指定が優先されます。送信者を自社のものとして登録するか、ケースを指定してください。ガイドでは各ケースを説明しています。</translation>
    </message>
    <message>
        <source>Samples of mails that failed, as some receivers report them one by one. “Recomputed” follows the results that the reporter lists; what it says of itself stands beside it.

Samples are shown as plain text: nothing is rendered, loaded or opened, and links are written so that nothing takes them for links. Recipients are hidden until you show them (Options).

Campaigns group samples by similar subject, by the domain of their URLs, or by the pattern of the sender. Options saves indicators, checks URLs against a list of yours, and drafts a takedown request.</source>
        <translation>一部の受信者が1通ずつ報告する、認証に失敗したメールのサンプルです。「再計算」は報告元が示した認証結果から計算し直した値で、報告元自身の判定を並べて示します。

サンプルは文字としてだけ表示します。描画、読み込み、実行は行わず、リンクはリンクとして扱われない書き方にします。受信者は「オプション」で表示するまで伏せ字です。

キャンペーンは、似た件名、URLのドメイン、または差出人の型でサンプルをまとめます。「オプション」から、指標の保存、手持ちのリストとのURLの照合、停止依頼の下書きができます。</translation>
    </message>
</context>
<context>
    <name>PartTable</name>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>Record %1</source>
        <extracomment>one record of a report; %1 is its number</extracomment>
        <translation>レコード%1</translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>unsigned</source>
        <extracomment>on the arrow between two servers: what became of the DKIM signature there</extracomment>
        <translation>署名なし</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>署名あり</translation>
    </message>
    <message>
        <source>signature broken</source>
        <translation>署名が壊れた</translation>
    </message>
    <message>
        <source>pass, aligned</source>
        <extracomment>what SPF or DKIM gave: it passed for the domain in From</extracomment>
        <translation>pass・一致</translation>
    </message>
    <message>
        <source>pass for another domain</source>
        <translation>別のドメインでpass</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>fail</translation>
    </message>
    <message>
        <source>fail, signature broken</source>
        <translation>fail・署名が壊れた</translation>
    </message>
    <message>
        <source>no signature of yours</source>
        <translation>自社の署名なし</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>受信側</translation>
    </message>
    <message>
        <source>Checked and reported</source>
        <translation>検査して報告した結果</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>pass</translation>
    </message>
    <message>
        <source>Accepted the mail</source>
        <translation>メールを受け入れた</translation>
    </message>
    <message>
        <source>Put the mail aside as suspicious</source>
        <translation>疑わしいメールとして隔離した</translation>
    </message>
    <message>
        <source>Rejected the mail</source>
        <translation>メールを拒否した</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1 is a role as “Forwarder”, %2 a name</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>Writes the mail in your name</source>
        <translation>自社名義でメールを書く</translation>
    </message>
    <message>
        <source>Your mail server</source>
        <translation>自社のメールサーバ</translation>
    </message>
    <message>
        <source>Does not sign with DKIM</source>
        <translation>DKIM署名をしない</translation>
    </message>
    <message>
        <source>Signs with DKIM</source>
        <translation>DKIM署名をする</translation>
    </message>
    <message>
        <source>Sees as a rule, not reported</source>
        <translation>通常の結果（報告なし）</translation>
    </message>
    <message>
        <source>Sends on from its own address, which your SPF record does not name</source>
        <translation>SPFレコードにない自分のアドレスから送り直す</translation>
    </message>
    <message>
        <source>Keeps your MAIL FROM, but your SPF record does not name this server</source>
        <translation>自社のMAIL FROMを保つが、SPFレコードにこのサーバはない</translation>
    </message>
    <message>
        <source>Rewrites MAIL FROM to %1</source>
        <translation>MAIL FROMを%1に書き換える</translation>
    </message>
    <message>
        <source>Your SPF record names this server</source>
        <translation>SPFレコードにこのサーバがある</translation>
    </message>
    <message>
        <source>Your SPF record does not name this server</source>
        <translation>SPFレコードにこのサーバはない</translation>
    </message>
    <message>
        <source>Uses the MAIL FROM of %1</source>
        <translation>%1のMAIL FROMを使う</translation>
    </message>
    <message>
        <source>Signs with your key</source>
        <translation>自社の鍵で署名する</translation>
    </message>
    <message>
        <source>Signs with your key “%1”</source>
        <comment>%1 is a DKIM selector</comment>
        <translation>自社の鍵「%1」で署名する</translation>
    </message>
    <message>
        <source>Signs as %1, not as you</source>
        <translation>自社ではなく%1として署名する</translation>
    </message>
    <message>
        <source>Its signature of yours does not verify</source>
        <translation>自社名義の署名が検証できない</translation>
    </message>
    <message>
        <source>Your service</source>
        <translation>自社のサービス</translation>
    </message>
    <message>
        <source>Your service, not set up</source>
        <translation>自社のサービス（未設定）</translation>
    </message>
    <message>
        <source>Your server, not set up</source>
        <translation>自社のサーバ（未設定）</translation>
    </message>
    <message>
        <source>Mail filter</source>
        <translation>メールフィルタ</translation>
    </message>
    <message>
        <source>Forwarder</source>
        <translation>転送元</translation>
    </message>
    <message>
        <source>Leaves the content as it is: your signature survives</source>
        <translation>内容を変えない：署名は保たれる</translation>
    </message>
    <message>
        <source>Alters the content: your signature breaks</source>
        <translation>内容を書き換える：署名が壊れる</translation>
    </message>
    <message>
        <source>Mailing list on your server</source>
        <translation>自社サーバのメーリングリスト</translation>
    </message>
    <message>
        <source>Adds a footer or a word to the subject: the signature breaks</source>
        <translation>フッタや件名の文字を加える：署名が壊れる</translation>
    </message>
    <message>
        <source>Mailing list</source>
        <translation>メーリングリスト</translation>
    </message>
    <message>
        <source>Signs anew as %1</source>
        <translation>%1として新たに署名する</translation>
    </message>
    <message>
        <source>Writes your domain into From</source>
        <translation>自社のドメインをFromに書く</translation>
    </message>
    <message>
        <source>Bears a signature of yours that does not verify</source>
        <translation>検証できない自社名義の署名がある</translation>
    </message>
    <message>
        <source>Bears no signature of yours</source>
        <translation>自社の署名がない</translation>
    </message>
    <message>
        <source>Bears a signature of yours that verifies</source>
        <translation>検証できる自社の署名がある</translation>
    </message>
    <message>
        <source>Has nothing to do with this mail</source>
        <translation>このメールとは無関係</translation>
    </message>
    <message>
        <source>May have sent it, or not</source>
        <translation>送信したかどうか不明</translation>
    </message>
    <message>
        <source>Spoofer</source>
        <translation>なりすまし犯</translation>
    </message>
    <message>
        <source>Unknown server</source>
        <translation>不明なサーバ</translation>
    </message>
    <message>
        <source>no mail</source>
        <translation>メールなし</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>whether mail went this way</comment>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>RecordFacts</name>
    <message>
        <source>The receiver did nothing about the mail because of DMARC.</source>
        <translation>受信側は、DMARCに基づく処理を行いませんでした。</translation>
    </message>
    <message>
        <source>The receiver treated the mail as suspicious.</source>
        <translation>受信側は、メールを疑わしいものとして扱いました。</translation>
    </message>
    <message>
        <source>The receiver refused the mail.</source>
        <translation>受信側は、メールを拒否しました。</translation>
    </message>
    <message>
        <source>The mail passed DMARC, so there was nothing to do.</source>
        <translation>DMARCがpassしたため、処理の必要はありませんでした。</translation>
    </message>
    <message>
        <source>Not given.</source>
        <translation>示されていません。</translation>
    </message>
    <message>
        <source>No word of the standards.</source>
        <translation>標準にない語です。</translation>
    </message>
    <message>
        <source>A signature passed whose domain is aligned with the From header.</source>
        <translation>Fromヘッダとアライメントが一致するドメインの署名がpassしました。</translation>
    </message>
    <message>
        <source>SPF passed for a domain that is aligned with the From header.</source>
        <translation>Fromヘッダとアライメントが一致するドメインで、SPFがpassしました。</translation>
    </message>
    <message>
        <source>No signature both passed and is aligned with the From header; one of another domain may have passed.</source>
        <translation>Fromヘッダとアライメントが一致するドメインの署名は、passしていません。別のドメインの署名はpassした可能性があります。</translation>
    </message>
    <message>
        <source>SPF did not both pass and align with the From header; it may have passed for another domain.</source>
        <translation>Fromヘッダとアライメントが一致するドメインでは、SPFがpassしていません。別のドメインではpassした可能性があります。</translation>
    </message>
    <message>
        <source>Neither pass nor fail, so it says nothing about alignment.</source>
        <translation>passでもfailでもないため、アライメントについては何も分かりません。</translation>
    </message>
    <message>
        <source>The receiver took the mail for forwarded.</source>
        <translation>受信側は、転送されたメールと判断しました。</translation>
    </message>
    <message>
        <source>By pct, the policy was not applied to this part of the mail.</source>
        <translation>pctの指定により、このメールにはポリシーが適用されませんでした。</translation>
    </message>
    <message>
        <source>The mail came through a forwarder that the receiver trusts.</source>
        <translation>受信側が信頼する転送サーバを経由したメールです。</translation>
    </message>
    <message>
        <source>The receiver recognized the mail of a mailing list.</source>
        <translation>受信側は、メーリングリストのメールと認識しました。</translation>
    </message>
    <message>
        <source>The receiver has a rule of its own for this mail.</source>
        <translation>受信側に、このメールに対する独自のルールがあります。</translation>
    </message>
    <message>
        <source>The owner is testing the policy, so a milder one was applied.</source>
        <translation>所有者がポリシーを試験中のため、より緩やかなポリシーが適用されました。</translation>
    </message>
    <message>
        <source>A reason that has no name in the standards.</source>
        <translation>標準に名前のない理由です。</translation>
    </message>
    <message>
        <source>The signature is valid.</source>
        <translation>署名は有効です。</translation>
    </message>
    <message>
        <source>The signature is not valid: the mail was changed, or the signature is forged.</source>
        <translation>署名は無効です。メールが書き換えられたか、署名が偽造されています。</translation>
    </message>
    <message>
        <source>The mail was not signed.</source>
        <translation>メールに署名がありませんでした。</translation>
    </message>
    <message>
        <source>The signature could not be judged, for example for its syntax.</source>
        <translation>構文などの問題で、署名を判定できませんでした。</translation>
    </message>
    <message>
        <source>The signature is valid, but the receiver does not accept it.</source>
        <translation>署名は有効ですが、受信側が受け入れていません。</translation>
    </message>
    <message>
        <source>The key could not be fetched at that time.</source>
        <translation>その時点では鍵を取得できませんでした。</translation>
    </message>
    <message>
        <source>The key is missing or unusable, so trying again would not help.</source>
        <translation>鍵がないか使えないため、再試行しても解決しません。</translation>
    </message>
    <message>
        <source>No word of the standards; it does not count as pass.</source>
        <translation>標準にない語です。passとしては扱いません。</translation>
    </message>
    <message>
        <source>The domain permits this address to send for it.</source>
        <translation>ドメインは、このアドレスからの送信を許可しています。</translation>
    </message>
    <message>
        <source>The domain says that this address must not send for it.</source>
        <translation>ドメインは、このアドレスからの送信を許可していません。</translation>
    </message>
    <message>
        <source>The domain says that this address probably must not send for it.</source>
        <translation>ドメインは、このアドレスからの送信をおそらく許可していません。</translation>
    </message>
    <message>
        <source>The domain says nothing about this address.</source>
        <translation>ドメインは、このアドレスについて何も示していません。</translation>
    </message>
    <message>
        <source>The domain has no SPF record, or there was no domain to check.</source>
        <translation>ドメインにSPFレコードがないか、検査するドメインがありませんでした。</translation>
    </message>
    <message>
        <source>A rule of the receiver decided against the result.</source>
        <translation>受信側のルールにより、結果が採用されませんでした。</translation>
    </message>
    <message>
        <source>The SPF record could not be fetched at that time.</source>
        <translation>その時点ではSPFレコードを取得できませんでした。</translation>
    </message>
    <message>
        <source>The domain’s SPF record is broken and has to be repaired.</source>
        <translation>ドメインのSPFレコードに誤りがあり、修正が必要です。</translation>
    </message>
    <message>
        <source>The domain of the return address was checked.</source>
        <translation>エンベロープFromのドメインを検査しました。</translation>
    </message>
    <message>
        <source>The name by which the server introduced itself was checked.</source>
        <translation>サーバが名乗った名前（HELO）を検査しました。</translation>
    </message>
    <message>
        <source>Neither mfrom nor helo.</source>
        <translation>mfromでもheloでもありません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more stand(s) in the XML only.</source>
        <translation>
            <numerusform>ほかの%Ln件は、XMLだけに示されています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the mail came from</source>
        <translation>メールの送信元</translation>
    </message>
    <message>
        <source>The server that handed the mail to the receiver; the one thing a sender cannot forge.</source>
        <translation>受信側にメールを渡したサーバです。送信者が偽ることのできない唯一の情報です。</translation>
    </message>
    <message>
        <source>This should be an IP address, but is none.</source>
        <translation>IPアドレスであるべきですが、そうなっていません。</translation>
    </message>
    <message>
        <source>So many messages had this origin and this outcome.</source>
        <translation>この送信元から届き、この結果になったメールの数です。</translation>
    </message>
    <message>
        <source>What DMARC made of it</source>
        <translation>DMARCの判定</translation>
    </message>
    <message>
        <source>More about the reason, in the receiver’s own words.</source>
        <translation>理由についての受信側による補足です。</translation>
    </message>
    <message>
        <source>In whose name it came</source>
        <translation>メールの名義</translation>
    </message>
    <message>
        <source>The domain that the mail was sent to.</source>
        <translation>メールの宛先のドメインです。</translation>
    </message>
    <message>
        <source>Empty: the mail is a bounce or an automatic reply.</source>
        <translation>空です。エラーメールまたは自動応答です。</translation>
    </message>
    <message>
        <source>The domain of the return address, which SPF is about.</source>
        <translation>SPFの対象となる、エンベロープFromのドメインです。</translation>
    </message>
    <message>
        <source>The domain that the reader of the mail sees in the From header; DMARC protects it.</source>
        <translation>メールを読む人の目に触れるFromヘッダのドメインです。DMARCはこのドメインを保護します。</translation>
    </message>
    <message>
        <source>Whose signature it is (d= of the signature).</source>
        <translation>署名したドメインです（署名のd=）。</translation>
    </message>
    <message>
        <source>Which of the domain’s keys made it (s= of the signature).</source>
        <translation>署名に使ったドメインの鍵です（署名のs=）。</translation>
    </message>
    <message>
        <source>The result in the receiver’s own words.</source>
        <translation>受信側の言葉による結果です。</translation>
    </message>
    <message>
        <source>The domain whose SPF record was looked at.</source>
        <translation>SPFレコードを調べたドメインです。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>認証結果</translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message>
        <source>The record was read out of damaged XML, so compare it with the original.</source>
        <translation>壊れたXMLから読み取ったレコードです。元のデータと照合してください。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) arrived; the report does not say from where.</source>
        <translation>
            <numerusform>%Ln通のメールが届きました。送信元はレポートに示されていません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) arrived from %1.</source>
        <translation>
            <numerusform>%1から%Ln通のメールが届きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The receiver’s evaluation is “%1” for DKIM and “%2” for SPF, which is not quite what the standard allows.</source>
        <translation>受信側の判定は、DKIMが「%1」、SPFが「%2」で、標準で許される値とは異なります。</translation>
    </message>
    <message>
        <source>In the receiver’s evaluation DKIM passed and SPF passed.</source>
        <translation>受信側の判定では、DKIMはpass、SPFもpassでした。</translation>
    </message>
    <message>
        <source>In the receiver’s evaluation DKIM passed and SPF failed.</source>
        <translation>受信側の判定では、DKIMはpass、SPFはfailでした。</translation>
    </message>
    <message>
        <source>In the receiver’s evaluation DKIM failed and SPF passed.</source>
        <translation>受信側の判定では、DKIMはfail、SPFはpassでした。</translation>
    </message>
    <message>
        <source>In the receiver’s evaluation DKIM failed and SPF failed.</source>
        <translation>受信側の判定では、DKIMはfail、SPFもfailでした。</translation>
    </message>
    <message>
        <source>The receiver took the mail for forwarded and made an exception.</source>
        <translation>受信側は、転送されたメールと判断して例外としました。</translation>
    </message>
    <message>
        <source>The policy was not applied, because the owner asked to apply it to a part of the mail only.</source>
        <translation>所有者がメールの一部にだけ適用するよう求めているため、ポリシーは適用されませんでした。</translation>
    </message>
    <message>
        <source>The mail came through a forwarder that the receiver trusts, so it made an exception.</source>
        <translation>信頼する転送サーバを経由したメールのため、受信側は例外としました。</translation>
    </message>
    <message>
        <source>The receiver recognized a mailing list and made an exception.</source>
        <translation>受信側は、メーリングリストと認識して例外としました。</translation>
    </message>
    <message>
        <source>The receiver followed a rule of its own instead of the policy.</source>
        <translation>受信側は、ポリシーではなく独自のルールに従いました。</translation>
    </message>
    <message>
        <source>The policy was applied in a milder form, because the owner is still testing it.</source>
        <translation>所有者がポリシーを試験中のため、より緩やかなポリシーが適用されました。</translation>
    </message>
    <message>
        <source>The receiver made an exception for a reason that has no name.</source>
        <translation>受信側は、標準に名前のない理由で例外としました。</translation>
    </message>
    <message>
        <source>As the reason for an exception the receiver says “%1”.</source>
        <translation>受信側は、例外の理由を「%1」としています。</translation>
    </message>
    <message>
        <source>It adds “%1”: forwarders on the way sealed what they had found (ARC), and the seals are intact.</source>
        <translation>補足に「%1」とあります。経路上の転送サーバが認証結果を封印（ARC）しており、その封印は有効です。</translation>
    </message>
    <message>
        <source>It adds “%1”: by the forwarder’s X-Original-Authentication-Results the mail seems to have passed before.</source>
        <translation>補足に「%1」とあります。転送サーバのX-Original-Authentication-Resultsによれば、転送前はpassしていたようです。</translation>
    </message>
    <message>
        <source>It adds the comment “%1”.</source>
        <translation>「%1」というコメントが付いています。</translation>
    </message>
    <message>
        <source>It delivered the mail without action, though the policy asks for more, and gives no reason.</source>
        <translation>ポリシーではより厳しい処理が求められていますが、受信側は何もせずに配送し、その理由も示していません。</translation>
    </message>
    <message>
        <source>It took no action because of DMARC.</source>
        <translation>受信側は、DMARCに基づく処理を行いませんでした。</translation>
    </message>
    <message>
        <source>It let the mail through, because DMARC passed.</source>
        <translation>DMARCがpassしたため、受信側はメールを通しました。</translation>
    </message>
    <message>
        <source>It treated the mail as suspicious, for example by putting it into the spam folder.</source>
        <translation>受信側は、迷惑メールフォルダに入れるなど、メールを疑わしいものとして扱いました。</translation>
    </message>
    <message>
        <source>It refused the mail.</source>
        <translation>受信側は、メールを拒否しました。</translation>
    </message>
    <message>
        <source>What it did with the mail is not said.</source>
        <translation>受信側がメールをどう処理したかは示されていません。</translation>
    </message>
    <message>
        <source>What it did with the mail is called “%1”, a word of no standard.</source>
        <translation>受信側の処理は、標準にない「%1」という語で示されています。</translation>
    </message>
    <message>
        <source>The report does not say which domain the From header names.</source>
        <translation>Fromヘッダのドメインは、レポートに示されていません。</translation>
    </message>
    <message>
        <source>The From header names %1.</source>
        <translation>Fromヘッダのドメインは%1です。</translation>
    </message>
    <message>
        <source>The return address is empty, as in bounces and automatic replies.</source>
        <translation>エンベロープFromは空です。エラーメールや自動応答に見られるものです。</translation>
    </message>
    <message>
        <source>The return address belongs to %1.</source>
        <translation>エンベロープFromのドメインは%1です。</translation>
    </message>
    <message>
        <source>The report gives no single results of DKIM and SPF.</source>
        <translation>レポートに、DKIMとSPFの個々の認証結果がありません。</translation>
    </message>
    <message>
        <source>No DKIM result is given: the mail was not signed, or it was not reported.</source>
        <translation>DKIMの結果がありません。メールに署名がなかったか、報告されていません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more signature(s) are listed below.</source>
        <translation>
            <numerusform>ほかに%Ln件の署名があります（下に表示）。</numerusform>
        </translation>
    </message>
    <message>
        <source>A DKIM result “%1” is given without a domain, so it says nothing.</source>
        <translation>DKIMの結果「%1」はドメインが示されていないため、判断に使えません。</translation>
    </message>
    <message>
        <source>DKIM was signed by %1 with the selector %2 and passed.</source>
        <translation>DKIMは、%1がセレクタ%2で署名し、passしました。</translation>
    </message>
    <message>
        <source>DKIM was signed by %1 and passed.</source>
        <translation>DKIMは、%1が署名し、passしました。</translation>
    </message>
    <message>
        <source>DKIM was signed by %1 with the selector %2, but did not pass: the result is %3.</source>
        <translation>DKIMは、%1がセレクタ%2で署名していますが、passしていません（結果は%3）。</translation>
    </message>
    <message>
        <source>DKIM was signed by %1, but did not pass: the result is %2.</source>
        <translation>DKIMは、%1が署名していますが、passしていません（結果は%2）。</translation>
    </message>
    <message>
        <source>No SPF result is given.</source>
        <translation>SPFの結果がありません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more SPF result(s) are listed below.</source>
        <translation>
            <numerusform>ほかに%Ln件のSPFの結果があります（下に表示）。</numerusform>
        </translation>
    </message>
    <message>
        <source>An SPF result “%1” is given without a domain, so it says nothing.</source>
        <translation>SPFの結果「%1」はドメインが示されていないため、判断に使えません。</translation>
    </message>
    <message>
        <source>SPF did not pass for %1: the result is %2.</source>
        <translation>SPFは、%1についてpassしていません（結果は%2）。</translation>
    </message>
    <message>
        <source>SPF passed for %1, the name by which the server introduced itself (HELO).</source>
        <translation>SPFは、サーバがHELOで名乗った%1についてpassしました。</translation>
    </message>
    <message>
        <source>SPF passed for %1.</source>
        <translation>SPFは、%1についてpassしました。</translation>
    </message>
    <message>
        <source>For DMARC only the domain of the return address counts, so that is not aligned.</source>
        <translation>DMARCではエンベロープFromのドメインだけが対象となるため、アライメントは一致しません。</translation>
    </message>
    <message>
        <source>So DMARC failed: neither DKIM nor SPF passed for a domain that is aligned with %1.</source>
        <translation>%1とアライメントが一致するドメインでは、DKIMもSPFもpassしていません。したがって、DMARCはfailです。</translation>
    </message>
    <message>
        <source>So DMARC passed, by DKIM and by SPF.</source>
        <translation>したがって、DKIMとSPFの両方でDMARCはpassです。</translation>
    </message>
    <message>
        <source>So DMARC passed, by DKIM alone.</source>
        <translation>したがって、DKIMだけでDMARCはpassです。</translation>
    </message>
    <message>
        <source>So DMARC passed, by SPF alone.</source>
        <translation>したがって、SPFだけでDMARCはpassです。</translation>
    </message>
    <message>
        <source>A signature of the From domain itself did not pass: the mail was probably changed on its way, for example by a mailing list, or the signature is forged.</source>
        <translation>Fromドメイン自身の署名がpassしていません。メーリングリストなどの経路上でメールが書き換えられたか、署名が偽造されていると考えられます。</translation>
    </message>
    <message>
        <source>For %1 the evaluation is neither pass nor fail, so it was computed from the results.</source>
        <translation>%1の判定がpassでもfailでもないため、認証結果から計算しました。</translation>
    </message>
    <message>
        <source>The receiver evaluated %1 as pass, though none of the results above is an aligned pass.</source>
        <translation>受信側は%1をpassと判定していますが、上の認証結果にはアライメントが一致するpassがありません。</translation>
    </message>
    <message>
        <source>The receiver evaluated %1 as fail, though one of the results above is an aligned pass.</source>
        <translation>受信側は%1をfailと判定していますが、上の認証結果にはアライメントが一致するpassがあります。</translation>
    </message>
    <message>
        <source>Without a From domain nobody can say whether %1 is aligned.</source>
        <translation>Fromドメインがないため、%1のアライメントは判断できません。</translation>
    </message>
    <message>
        <source>That is the domain of the From header, so %1 is aligned.</source>
        <translation>これはFromヘッダのドメインなので、%1のアライメントは一致します。</translation>
    </message>
    <message>
        <source>The policy demands exactly %2 (strict), so %1 is not aligned.</source>
        <translation>ポリシーは%2との完全一致（strict）を求めているため、%1のアライメントは一致しません。</translation>
    </message>
    <message>
        <source>It belongs to the same organizational domain %2 as the From header, so %1 is aligned.</source>
        <translation>Fromヘッダと同じ組織ドメイン%2に属しているため、%1のアライメントは一致します。</translation>
    </message>
    <message>
        <source>Its organizational domain is %2, that of the From header is %3, so %1 is not aligned.</source>
        <translation>組織ドメインは%2で、Fromヘッダの組織ドメイン%3と異なるため、%1のアライメントは一致しません。</translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>It is written as in the first draft of the format, like most reports.</source>
        <translation>多くのレポートと同じく、最初の草案の形式で書かれています。</translation>
    </message>
    <message>
        <source>It is written in the format of RFC 7489.</source>
        <translation>RFC 7489の形式で書かれています。</translation>
    </message>
    <message>
        <source>It is written in the format of RFC 9990, the newest standard.</source>
        <translation>最新の標準であるRFC 9990の形式で書かれています。</translation>
    </message>
    <message>
        <source>%1 reports about the mail in the name of %2 that it received from %3 to %4.</source>
        <translation>%3から%4までに%1が受信した、%2名義のメールについてのレポートです。</translation>
    </message>
    <message numerus="yes">
        <source>The report has %Ln record(s).</source>
        <translation>
            <numerusform>レコードは%Ln件です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They speak of %Ln message(s); %1 of them passed DMARC.</source>
        <translation>
            <numerusform>対象のメールは%Ln通で、そのうち%1通はDMARCがpassしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Who reports, and about which time</source>
        <translation>報告元と対象期間</translation>
    </message>
    <message>
        <source>The organization that received the mail and wrote this report.</source>
        <translation>メールを受信し、このレポートを作成した組織です。</translation>
    </message>
    <message>
        <source>Whom to ask about this report.</source>
        <translation>このレポートについての問い合わせ先です。</translation>
    </message>
    <message>
        <source>More ways to reach the reporter, often a web address.</source>
        <translation>報告元へのほかの連絡先です。多くの場合はWebのアドレスです。</translation>
    </message>
    <message>
        <source>The reporter’s own name for this report. Mention it when you ask about the report.</source>
        <translation>報告元がこのレポートに付けた名前です。問い合わせの際に伝えてください。</translation>
    </message>
    <message>
        <source>The report covers mail received from this moment on.</source>
        <translation>この時刻以降に受信したメールが対象です。</translation>
    </message>
    <message>
        <source>The report covers mail received up to this moment.</source>
        <translation>この時刻までに受信したメールが対象です。</translation>
    </message>
    <message>
        <source>Something the reporter could not do, in its own words.</source>
        <translation>報告元ができなかったことを、報告元自身の言葉で示しています。</translation>
    </message>
    <message>
        <source>The program that made the report.</source>
        <translation>レポートを作成したプログラムです。</translation>
    </message>
    <message>
        <source>The version of the report format. Reporters fill it in as they like, so it decides nothing.</source>
        <translation>レポート形式のバージョンです。報告元によって書き方がまちまちなため、判断には使いません。</translation>
    </message>
    <message>
        <source>%1 asks receivers to do nothing about mail that fails DMARC, and only to report it.</source>
        <translation>%1は、DMARCがfailしたメールに対して何も処理せず、報告だけを行うよう受信側に求めています。</translation>
    </message>
    <message>
        <source>%1 asks receivers to treat mail that fails DMARC as suspicious, for example to put it into the spam folder.</source>
        <translation>%1は、DMARCがfailしたメールを、迷惑メールフォルダに入れるなど疑わしいものとして扱うよう受信側に求めています。</translation>
    </message>
    <message>
        <source>%1 asks receivers to refuse mail that fails DMARC.</source>
        <translation>%1は、DMARCがfailしたメールを拒否するよう受信側に求めています。</translation>
    </message>
    <message>
        <source>The report does not say what %1 asks receivers to do.</source>
        <translation>%1が受信側に何を求めているかは、レポートに示されていません。</translation>
    </message>
    <message>
        <source>The policy of %1 is given with a word that no standard knows, so receivers treat it as none.</source>
        <translation>%1のポリシーは標準にない語で示されているため、受信側はnoneとして扱います。</translation>
    </message>
    <message>
        <source>Deliver mail that fails as usual, and report it.</source>
        <translation>failしたメールも通常どおり配送し、報告します。</translation>
    </message>
    <message>
        <source>Treat mail that fails as suspicious.</source>
        <translation>failしたメールを疑わしいものとして扱います。</translation>
    </message>
    <message>
        <source>Refuse mail that fails.</source>
        <translation>failしたメールを拒否します。</translation>
    </message>
    <message>
        <source>Not given, though the standard demands it.</source>
        <translation>標準では必須ですが、示されていません。</translation>
    </message>
    <message>
        <source>No word of the standards; receivers treat it as none.</source>
        <translation>標準にない語です。受信側はnoneとして扱います。</translation>
    </message>
    <message>
        <source>Neither r (relaxed) nor s (strict); relaxed counts.</source>
        <translation>r（relaxed）でもs（strict）でもないため、relaxedとして扱います。</translation>
    </message>
    <message>
        <source>What the domain owner published</source>
        <translation>ドメインの所有者が公開した内容</translation>
    </message>
    <message>
        <source>The domain at which the reporter found the policy; its subdomains follow it too.</source>
        <translation>報告元がポリシーを見つけたドメインです。サブドメインもこのポリシーに従います。</translation>
    </message>
    <message>
        <source>The version in the published policy.</source>
        <translation>公開されたポリシーのバージョンです。</translation>
    </message>
    <message>
        <source>Relaxed: a DKIM signature of the domain or of any domain below or beside it of the same organization counts.</source>
        <translation>relaxed：同じ組織の、上位、下位、並びのドメインによるDKIM署名も有効です。</translation>
    </message>
    <message>
        <source>Strict: only a DKIM signature of exactly the From domain counts.</source>
        <translation>strict：Fromドメインと完全に同じドメインのDKIM署名だけが有効です。</translation>
    </message>
    <message>
        <source>Relaxed: SPF for the domain or for any domain below or beside it of the same organization counts.</source>
        <translation>relaxed：同じ組織の、上位、下位、並びのドメインによるSPFも有効です。</translation>
    </message>
    <message>
        <source>Strict: only SPF for exactly the From domain counts.</source>
        <translation>strict：Fromドメインと完全に同じドメインのSPFだけが有効です。</translation>
    </message>
    <message>
        <source>Not given: p counts for subdomains too.</source>
        <translation>示されていません。サブドメインにもpが適用されます。</translation>
    </message>
    <message>
        <source>The percentage of failing mail that the policy is applied to. The newest standard has dropped it.</source>
        <translation>failしたメールのうち、ポリシーを適用する割合です。最新の標準では廃止されました。</translation>
    </message>
    <message>
        <source>When the owner wants single failure reports: 0 when both mechanisms fail, 1 when one does, d for DKIM, s for SPF.</source>
        <translation>所有者が失敗レポートを求める条件です。0は両方の認証がfailしたとき、1はどちらかがfailしたとき、dはDKIM、sはSPFです。</translation>
    </message>
    <message>
        <source>y means that the owner is testing: receivers apply the next milder policy.</source>
        <translation>yは、所有者が試験中であることを表します。受信側は一段階緩やかなポリシーを適用します。</translation>
    </message>
    <message>
        <source>How the reporter looked for the policy: by the public suffix list (psl) or by asking parent domains (treewalk).</source>
        <translation>報告元がポリシーを探した方法です。公開サフィックスリスト（psl）または上位ドメインへの問い合わせ（treewalk）です。</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>The policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>It applies to %1 % of that mail.</source>
        <translation>対象は、そのメールの%1%です。</translation>
    </message>
    <message>
        <source>For its subdomains another policy counts: %1.</source>
        <translation>サブドメインには別のポリシー（%1）が適用されます。</translation>
    </message>
    <message>
        <source>Record %1</source>
        <extracomment>title of the explanation of one record; %1 is its number</extracomment>
        <translation>レコード%1</translation>
    </message>
    <message>
        <source>(no domain named)</source>
        <translation>（ドメインの記載なし）</translation>
    </message>
    <message>
        <source>(no reporter named)</source>
        <translation>（報告元の記載なし）</translation>
    </message>
    <message>
        <source>%1 reports about mail in the name of %2, and does not say of which time.</source>
        <translation>%1による、%2名義のメールについてのレポートです。対象期間は書かれていません。</translation>
    </message>
</context>
<context>
    <name>SenderName</name>
    <message>
        <source>(no address)</source>
        <translation>（アドレスなし）</translation>
    </message>
</context>
<context>
    <name>ServiceText</name>
    <message>
        <source>“%1” is not understood and left out.</source>
        <extracomment>%1 is a key of the file with its value, for example &quot;kind: club&quot;</extracomment>
        <translation>「%1」は認識できないため、使用しません。</translation>
    </message>
    <message>
        <source>This is no JSON document with a list “services”; nothing of it was read.</source>
        <translation>「services」の一覧を持つJSONではないため、読み込めませんでした。</translation>
    </message>
    <message>
        <source>There are too many services from here on.</source>
        <translation>これより後のサービスは多すぎるため、読み込みません。</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1行%2桁：%3</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Sign in with the browser first, in the settings of this mailbox.</source>
        <translation>先に、このメールボックスの設定でブラウザからサインインしてください。</translation>
    </message>
    <message>
        <source>Signing in was cancelled.</source>
        <translation>サインインを中止しました。</translation>
    </message>
    <message>
        <source>The browser&apos;s answer cannot be received on this computer: %1.</source>
        <translation>ブラウザからの応答をこのコンピュータで受け取れません：%1。</translation>
    </message>
    <message>
        <source>No browser could be opened to sign in with.</source>
        <translation>サインインに使うブラウザを開けませんでした。</translation>
    </message>
    <message>
        <source>The provider&apos;s server for signing in cannot be reached: %1. Check the network.</source>
        <translation>プロバイダのサインイン用サーバに接続できません：%1。ネットワークを確認してください。</translation>
    </message>
    <message>
        <source>The provider did not allow it: “%1”. Sekisho may not read this mailbox until you, or your administrator, agree.</source>
        <translation>プロバイダが許可しませんでした：「%1」。あなた、または管理者が同意するまで、Sekishoはこのメールボックスを読めません。</translation>
    </message>
    <message>
        <source>The provider does not know this client ID, or its secret is wrong: “%1”.</source>
        <translation>クライアントIDが登録されていないか、クライアントシークレットが違います：「%1」。</translation>
    </message>
    <message>
        <source>The sign-in is no longer valid: “%1”. Sign in again.</source>
        <translation>サインインが無効になりました：「%1」。もう一度サインインしてください。</translation>
    </message>
    <message>
        <source>An answer came that does not belong to this sign-in. Somebody may have put it there; nothing was done with it. Try again.</source>
        <translation>このサインインのものではない応答が届きました。第三者が送り込んだおそれがあるため、使っていません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The provider did not allow Sekisho to stay signed in. Check what the client ID is registered for.</source>
        <translation>サインインした状態を保つことをプロバイダが許可しませんでした。クライアントIDの登録内容を確認してください。</translation>
    </message>
    <message>
        <source>Signing in did not work: “%1”.</source>
        <translation>サインインできませんでした：「%1」。</translation>
    </message>
</context>
<context>
    <name>SpfText</name>
    <message>
        <source>This is no SPF record: it does not begin with “v=spf1”.</source>
        <translation>SPFレコードではありません。「v=spf1」で始まっていません。</translation>
    </message>
    <message>
        <source>“%1” is not the version; it must be “v=spf1”.</source>
        <translation>「%1」はバージョンとして正しくありません。「v=spf1」でなければなりません。</translation>
    </message>
    <message>
        <source>“%1” is nothing that SPF knows.</source>
        <translation>「%1」はSPFにありません。</translation>
    </message>
    <message>
        <source>“%1” lacks its value.</source>
        <translation>「%1」に値がありません。</translation>
    </message>
    <message>
        <source>After “%1” there is a blank that does not belong there.</source>
        <translation>「%1」の後に余分な空白があります。</translation>
    </message>
    <message>
        <source>“%1” takes no value.</source>
        <translation>「%1」は値を取りません。</translation>
    </message>
    <message>
        <source>“%1” has no valid address.</source>
        <translation>「%1」のアドレスが正しくありません。</translation>
    </message>
    <message>
        <source>“%1” has no valid prefix length.</source>
        <translation>「%1」のプレフィックス長が正しくありません。</translation>
    </message>
    <message>
        <source>“%1” has no valid domain name.</source>
        <translation>「%1」のドメイン名が正しくありません。</translation>
    </message>
    <message>
        <source>“%1” has a macro that is wrong.</source>
        <translation>「%1」のマクロが正しくありません。</translation>
    </message>
    <message>
        <source>“%1” has a comma; blanks separate the terms.</source>
        <translation>「%1」にコンマがあります。項目は空白で区切ります。</translation>
    </message>
    <message>
        <source>“%1” has characters that are not ASCII.</source>
        <translation>「%1」にASCII以外の文字があります。</translation>
    </message>
    <message>
        <source>“%1” may stand there only once.</source>
        <translation>「%1」は1回しか書けません。</translation>
    </message>
    <message>
        <source>“%1” takes no sign in front.</source>
        <translation>「%1」の前に記号は付けられません。</translation>
    </message>
    <message>
        <source>The text has more than one SPF record.</source>
        <translation>SPFレコードが複数あります。</translation>
    </message>
    <message>
        <source>“%1” lets everyone send as this domain.</source>
        <translation>「%1」により、誰でもこのドメインとして送信できます。</translation>
    </message>
    <message>
        <source>“%1” is a very large network.</source>
        <translation>「%1」は非常に大きなネットワークです。</translation>
    </message>
    <message>
        <source>The record does not end with “all”: others are neutral.</source>
        <translation>レコードが「all」で終わっていません。それ以外の送信元はneutralになります。</translation>
    </message>
    <message>
        <source>“?all” says nothing of other senders.</source>
        <translation>末尾の「all」がneutralのため、ほかの送信元について何も示しません。</translation>
    </message>
    <message>
        <source>“%1” stands after “all” and is ignored.</source>
        <translation>「%1」は「all」の後にあるため無視されます。</translation>
    </message>
    <message>
        <source>The redirect is ignored, because there is an “all”.</source>
        <translation>「all」があるためredirectは無視されます。</translation>
    </message>
    <message>
        <source>In “%1” a blank seems to be missing.</source>
        <translation>「%1」に空白が抜けているようです。</translation>
    </message>
    <message>
        <source>“%1” is discouraged; many receivers ignore it.</source>
        <translation>「%1」は推奨されません。多くの受信側は無視します。</translation>
    </message>
    <message>
        <source>“%1” cannot be turned into networks.</source>
        <translation>「%1」はネットワークに展開できません。</translation>
    </message>
    <message>
        <source>“%1” depends on the message.</source>
        <translation>「%1」はメールごとに異なります。</translation>
    </message>
    <message>
        <source>“%1” stands there twice.</source>
        <translation>「%1」が重複しています。</translation>
    </message>
    <message>
        <source>“%1” cannot be reached from outside.</source>
        <translation>「%1」は外部から到達できません。</translation>
    </message>
    <message>
        <source>“%1” has bits behind its prefix; they do not matter.</source>
        <translation>「%1」はプレフィックスより後のビットが立っていますが、影響はありません。</translation>
    </message>
    <message>
        <source>“%1” is ignored.</source>
        <translation>「%1」は無視されます。</translation>
    </message>
    <message>
        <source>Quotation marks around the record were taken away.</source>
        <translation>レコードの引用符を取り除きました。</translation>
    </message>
    <message numerus="yes">
        <source>The record is %n byte(s) long; more than 450 may not get through.</source>
        <translation>
            <numerusform>レコードの長さは%nバイトです。450バイトを超えると届かないことがあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invisible character(s) were taken away.</source>
        <translation>
            <numerusform>見えない文字を%n個取り除きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not looked up.</source>
        <translation>問い合わせていません。</translation>
    </message>
    <message>
        <source>Depends on the message.</source>
        <translation>メールごとに異なります。</translation>
    </message>
    <message>
        <source>Names no networks.</source>
        <translation>ネットワークを示しません。</translation>
    </message>
    <message>
        <source>Lets everyone send.</source>
        <translation>誰でも送信できます。</translation>
    </message>
    <message>
        <source>The name server failed or did not answer.</source>
        <translation>DNSサーバでエラーが起きたか、応答がありませんでした。</translation>
    </message>
    <message>
        <source>There is nothing of this name.</source>
        <translation>この名前は存在しません。</translation>
    </message>
    <message>
        <source>There is no SPF record; receivers give up here.</source>
        <translation>SPFレコードがありません。受信側はここで評価を打ち切ります。</translation>
    </message>
    <message>
        <source>There are several SPF records; receivers give up here.</source>
        <translation>SPFレコードが複数あります。受信側はここで評価を打ち切ります。</translation>
    </message>
    <message>
        <source>Leads back to itself.</source>
        <translation>循環しています。</translation>
    </message>
    <message>
        <source>Beyond the ten lookups that receivers make.</source>
        <translation>受信側の問い合わせ上限（10回）を超えています。</translation>
    </message>
    <message>
        <source>Beyond the two empty answers that receivers accept.</source>
        <translation>受信側が許容する空の応答（2回）を超えています。</translation>
    </message>
    <message>
        <source>There are too many networks.</source>
        <translation>ネットワークが多すぎます。</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>SPF pass &amp; aligned</source>
        <translation>SPF pass・一致</translation>
    </message>
    <message>
        <source>SPF pass &amp; not aligned</source>
        <translation>SPF pass・不一致</translation>
    </message>
    <message>
        <source>SPF fail</source>
        <translation>SPF fail</translation>
    </message>
    <message>
        <source>DKIM pass &amp; aligned</source>
        <translation>DKIM pass・一致</translation>
    </message>
    <message>
        <source>DKIM pass &amp; not aligned</source>
        <translation>DKIM pass・不一致</translation>
    </message>
    <message>
        <source>DKIM fail</source>
        <translation>DKIM fail</translation>
    </message>
    <message>
        <source>Statistics of the reports from %1 to %2</source>
        <translation>レポートの集計（%1～%2）</translation>
    </message>
    <message>
        <source>There are no reports to sum up.</source>
        <translation>集計するレポートがありません。</translation>
    </message>
    <message>
        <source>DMARC aggregate reports</source>
        <translation>DMARC集計レポート</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Reporters</source>
        <translation>報告元</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>レコード</translation>
    </message>
    <message>
        <source>Messages across all domains</source>
        <translation>全ドメインのメール総数</translation>
    </message>
    <message>
        <source>DMARC aligned messages</source>
        <translation>DMARCがpassしたメール</translation>
    </message>
    <message>
        <source>SPF aligned messages</source>
        <translation>SPFのアライメントが一致したメール</translation>
    </message>
    <message>
        <source>DKIM aligned messages</source>
        <translation>DKIMのアライメントが一致したメール</translation>
    </message>
    <message>
        <source>Not aligned</source>
        <translation>アライメント不一致</translation>
    </message>
    <message>
        <source>Messages not DMARC aligned</source>
        <translation>DMARCがpassしていないメール</translation>
    </message>
    <message>
        <source>Messages not SPF aligned</source>
        <translation>SPFのアライメントが一致しないメール</translation>
    </message>
    <message>
        <source>Messages not DKIM aligned</source>
        <translation>DKIMのアライメントが一致しないメール</translation>
    </message>
    <message>
        <source>Alignment matrix (messages)</source>
        <translation>アライメントマトリクス（通数）</translation>
    </message>
    <message>
        <source>Senders with most messages</source>
        <translation>通数の多い送信者</translation>
    </message>
    <message>
        <source>Files and what was in them</source>
        <translation>ファイルとその内容</translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s), %2 pass DMARC</source>
        <translation>
            <numerusform>%1通、DMARC pass %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Statistics of reports without dates</source>
        <translation>日付のないレポートの集計</translation>
    </message>
    <message>
        <source>Cases (messages)</source>
        <translation>ケース（通数）</translation>
    </message>
    <message>
        <source>SMTP TLS reports among all</source>
        <translation>全体のうちSMTP TLSレポート</translation>
    </message>
</context>
<context>
    <name>Takedown</name>
    <message>
        <source>Subject: Request to stop abuse: phishing mail that uses our domain</source>
        <translation>件名：当社ドメインを騙るフィッシングメールの停止のお願い</translation>
    </message>
    <message>
        <source>To whom it may concern,

mails that claim to be from our domain are sent without our consent. Please stop this abuse of your service. The facts, from failure reports (RFC 9991) of receivers:</source>
        <translation>ご担当者様

当社のドメインを騙るメールが、当社の許可なく送信されています。貴社サービスの悪用を停止していただきますようお願いいたします。受信者の失敗レポート（RFC 9991）から判明した事実は次のとおりです：</translation>
    </message>
    <message>
        <source>Domain misused: %1</source>
        <translation>悪用されたドメイン：%1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>件名：%1</translation>
    </message>
    <message>
        <source>First seen: %1</source>
        <translation>最初の確認：%1</translation>
    </message>
    <message>
        <source>Last seen: %1</source>
        <translation>最後の確認：%1</translation>
    </message>
    <message>
        <source>Mails reported: %1</source>
        <translation>報告されたメール：%1通</translation>
    </message>
    <message>
        <source>Sending IP addresses:</source>
        <translation>送信元IPアドレス：</translation>
    </message>
    <message>
        <source>URLs (defanged):</source>
        <translation>URL（無害化した表記）：</translation>
    </message>
    <message>
        <source>Attachments (SHA-256):</source>
        <translation>添付ファイル（SHA-256）：</translation>
    </message>
    <message>
        <source>Headers of samples (recipients hidden):</source>
        <translation>サンプルのヘッダ（受信者は伏せ字）：</translation>
    </message>
    <message>
        <source>Whole samples can be handed over on request.</source>
        <translation>サンプル全体は、ご依頼に応じて提供いたします。</translation>
    </message>
</context>
<context>
    <name>TakedownDialog</name>
    <message>
        <source>Save the draft</source>
        <translation>下書きの保存</translation>
    </message>
    <message>
        <source>The draft was saved.</source>
        <translation>下書きを保存しました。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>保存できませんでした：%1</translation>
    </message>
    <message>
        <source>Takedown draft</source>
        <translation>停止依頼の下書き</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
</context>
<context>
    <name>WindowOptions</name>
    <message>
        <source>Files or folders of reports, for a quick look; or a workspace.</source>
        <translation>レポートのファイルまたはフォルダ（保存せずに表示）、またはワークスペース。</translation>
    </message>
    <message>
        <source>Open this workspace; PATHs are taken into it.</source>
        <translation>このワークスペースを開く。PATHがあれば取り込む。</translation>
    </message>
    <message>
        <source>Language: ja or en.</source>
        <translation>言語（jaまたはen）。</translation>
    </message>
    <message>
        <source>Host names: lines of address, tab, host name.</source>
        <translation>ホスト名（各行にアドレス、タブ、ホスト名）。</translation>
    </message>
    <message>
        <source>Own senders: read from this file and kept in it.</source>
        <translation>自社の送信者（このファイルから読み取り、このファイルに保存）。</translation>
    </message>
    <message>
        <source>Write a picture of each page into a folder and quit.</source>
        <translation>各ページの画像をフォルダに書き出して終了。</translation>
    </message>
</context>
<context>
    <name>WorkspaceText</name>
    <message>
        <source>There is no workspace %1.</source>
        <translation>ワークスペース「%1」がありません。</translation>
    </message>
    <message>
        <source>There is a file %1 already. It was left as it is; choose another name, or open it.</source>
        <translation>ファイル「%1」はすでにあります。変更していません。別の名前を選ぶか、そのファイルを開いてください。</translation>
    </message>
    <message>
        <source>%1 is not a workspace of Sekisho.</source>
        <translation>「%1」は関所のワークスペースではありません。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Sekisho (format %2). Update Sekisho to open it; the file was left as it is.</source>
        <translation>「%1」は新しいバージョンの関所（形式%2）で作成されています。開くには関所を更新してください。ファイルは変更していません。</translation>
    </message>
    <message>
        <source>%1 is in use by another Sekisho (%2), which alone may change it.</source>
        <translation>「%1」は別の関所（%2）が使用中で、変更できるのはそちらだけです。</translation>
    </message>
    <message>
        <source>%1 is in use by another Sekisho, which alone may change it.</source>
        <translation>「%1」は別の関所が使用中で、変更できるのはそちらだけです。</translation>
    </message>
    <message>
        <source>You have no right to write to %1.</source>
        <translation>「%1」への書き込み権限がありません。</translation>
    </message>
    <message>
        <source>You have no right to write to the folder of %1.</source>
        <translation>「%1」があるフォルダへの書き込み権限がありません。</translation>
    </message>
    <message>
        <source>There is no space left for %1. What was stored before is safe; make room and try again.</source>
        <translation>「%1」を保存する空き容量がありません。それまでに保存した内容は失われていません。空き容量を増やしてから、もう一度実行してください。</translation>
    </message>
    <message>
        <source>%1 is damaged: %2. The file was left as it is; what can be read of it can be saved into a new file.</source>
        <translation>「%1」は壊れています（%2）。ファイルは変更していません。読める部分を新しいファイルに救出できます。</translation>
    </message>
    <message>
        <source>%1 is damaged. The file was left as it is; what can be read of it can be saved into a new file.</source>
        <translation>「%1」は壊れています。ファイルは変更していません。読める部分を新しいファイルに救出できます。</translation>
    </message>
    <message>
        <source>%1 is not there any more: it was moved or deleted, or its disk was taken away.</source>
        <translation>「%1」が見つからなくなりました。移動または削除されたか、ディスクが取り外されています。</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>「%1」を読み取れませんでした（%2）。</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>「%1」を読み取れませんでした。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>「%1」に書き込めませんでした（%2）。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>「%1」に書き込めませんでした。</translation>
    </message>
    <message>
        <source>%1 is of an older version and could not be brought up to date: %2. The file was left as it is.</source>
        <translation>「%1」は古いバージョンで作成されており、更新できませんでした（%2）。ファイルは変更していません。</translation>
    </message>
    <message>
        <source>%1 is of an older version and could not be brought up to date. The file was left as it is.</source>
        <translation>%1は古いバージョンで作成されており、更新できませんでした。ファイルは変更していません。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Opened for reading only. %1</source>
        <comment>%1 is a sentence that says why</comment>
        <translation>読み取り専用で開いています。%1</translation>
    </message>
    <message>
        <source>The workspace was brought up to date. A copy of it as it was is kept as %1.</source>
        <translation>ワークスペースを新しい形式に更新しました。更新前のコピーは「%1」に保存しています。</translation>
    </message>
    <message>
        <source>Files: %1 new, %2 changed, %3 known.</source>
        <comment>after an import</comment>
        <translation>ファイル：新規%1件、変更%2件、取り込み済み%3件。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of it are kept.</source>
        <translation>
            <numerusform>この取り込みのうち%Lnファイルは保存されています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it is kept.</source>
        <translation>この取り込みで保存されたものはありません。</translation>
    </message>
    <message>
        <source>An import did not come to its end. %1 What was there before is whole.</source>
        <comment>%1 is a sentence</comment>
        <translation>取り込みが途中で終わっています。%1それまでの内容は失われていません。</translation>
    </message>
    <message>
        <source>An import that began on %1 did not come to its end. %2 What was there before is whole.</source>
        <comment>%1 is a date and time, %2 a sentence</comment>
        <translation>%1に始まった取り込みが途中で終わっています。%2それまでの内容は失われていません。</translation>
    </message>
    <message>
        <source>The file is damaged: %1</source>
        <translation>ファイルが壊れています：%1</translation>
    </message>
    <message>
        <source>The original is not what was stored (SHA-256 %1).</source>
        <translation>原本が保存時と異なります（SHA-256 %1）。</translation>
    </message>
    <message>
        <source>Read again, the report %1 differs from what is stored.</source>
        <translation>原本を読み直すと、レポート%1が保存内容と異なります。</translation>
    </message>
    <message>
        <source>Read again, it has a report that is not stored.</source>
        <translation>原本を読み直すと、保存されていないレポートがあります。</translation>
    </message>
    <message>
        <source>The report %1 is stored, but the original does not have it.</source>
        <translation>レポート%1は保存されていますが、原本にはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln original(s) were read again and compared.</source>
        <translation>
            <numerusform>%Ln件の原本を読み直して比較しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or mail(s) were taken in without their original.</source>
        <translation>
            <numerusform>%Ln件のファイルまたはメールは、原本なしで取り込まれています。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with %2 and %3</source>
        <comment>reports, records, messages</comment>
        <translation>%1（%2、%3）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>レポート%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>レコード%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>メール%Ln通</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failure report(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>失敗レポート%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln TLS report(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>TLSレポート%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln original(s)</source>
        <comment>to forget</comment>
        <translation>
            <numerusform>原本%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things that are listed</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Saved: %1, %2, %3.</source>
        <comment>reports, records, originals</comment>
        <translation>救出したもの：%1、%2、%3。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <translation>
            <numerusform>レポート%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>レコード%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln original(s)</source>
        <translation>
            <numerusform>原本%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Not readable to their end: %1.</source>
        <comment>names of tables</comment>
        <translation>最後まで読み取れなかった表：%1。</translation>
    </message>
</context>
<context>
    <name>sekisho::AccountDialog</name>
    <message>
        <source>Only messages since</source>
        <translation>この日以降のみ</translation>
    </message>
    <message>
        <source>&amp;Test Connection</source>
        <translation>接続テスト(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;rust This Certificate</source>
        <translation>この証明書を信頼する(&amp;R)</translation>
    </message>
    <message>
        <source>Add Mailbox</source>
        <translation>メールボックスの追加</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>メールボックス</translation>
    </message>
    <message>
        <source>Sekisho only reads: the mailbox stays as it is, nothing is marked as seen, moved or deleted.</source>
        <translation>Sekishoは読み取りだけを行います。メールボックスは変更されず、既読にも、移動や削除もしません。</translation>
    </message>
    <message>
        <source>TLS (recommended)</source>
        <translation>TLS（推奨）</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None (only this computer)</source>
        <translation>なし（このコンピュータのみ）</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名前(&amp;N)：</translation>
    </message>
    <message>
        <source>Ser&amp;ver:</source>
        <translation>サーバ(&amp;V)：</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>暗号化(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>ポート(&amp;P)：</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Password, only SCRAM-SHA-256</source>
        <translation>パスワード（SCRAM-SHA-256のみ）</translation>
    </message>
    <message>
        <source>Password, only SCRAM-SHA-1</source>
        <translation>パスワード（SCRAM-SHA-1のみ）</translation>
    </message>
    <message>
        <source>Password, only PLAIN</source>
        <translation>パスワード（PLAINのみ）</translation>
    </message>
    <message>
        <source>Password, only LOGIN</source>
        <translation>パスワード（LOGINのみ）</translation>
    </message>
    <message>
        <source>Access token (OAuth 2.0)</source>
        <translation>アクセストークン（OAuth 2.0）</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>It is kept in the system&apos;s key store, never in a file of Sekisho. Where there is no key store, it is asked for once each time Sekisho runs.</source>
        <translation>システムのキーストアに保存し、Sekishoのファイルには保存しません。キーストアがない場合は、Sekishoを起動するたびに1回入力を求めます。</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>選択(&amp;C)…</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>システムの認証局</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>ユーザ(&amp;U)：</translation>
    </message>
    <message>
        <source>S&amp;ign in with:</source>
        <translation>認証方式(&amp;I)：</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>パスワード(&amp;W)：</translation>
    </message>
    <message>
        <source>Authorities:</source>
        <translation>認証局：</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>手動のみ</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>%n分ごと</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>%n時間ごと</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Fetch:</source>
        <translation>取得間隔(&amp;F)：</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) trusted for this account by your choice.</source>
        <translation>
            <numerusform>このアカウントで個別に信頼した証明書が%n件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>%1に接続しています…</translation>
    </message>
    <message>
        <source>Signed in, but there is no folder “%1”. Choose folders below.</source>
        <translation>ログインできましたが、「%1」というフォルダがありません。下の一覧から選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>It works. The server has %n folder(s).</source>
        <translation>
            <numerusform>接続できました。サーバにフォルダが%n個あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Trust it only if the server&apos;s administrator confirms the fingerprint.</source>
        <translation>サーバの管理者にフィンガープリントを確認できた場合にだけ信頼してください。</translation>
    </message>
    <message>
        <source>An authority&apos;s certificate (PEM)</source>
        <translation>認証局の証明書（PEM）</translation>
    </message>
    <message>
        <source>Google, with the browser</source>
        <translation>Google（ブラウザでサインイン）</translation>
    </message>
    <message>
        <source>Microsoft 365, with the browser</source>
        <translation>Microsoft 365（ブラウザでサインイン）</translation>
    </message>
    <message>
        <source>As soon as it arrives</source>
        <translation>届いたらすぐに</translation>
    </message>
    <message>
        <source>On the server, once they are stored and read:</source>
        <translation>保存して読み取ったあとのサーバ上のメール：</translation>
    </message>
    <message>
        <source>Messages are marked or moved as chosen below, after they are stored here. Nothing is deleted.</source>
        <translation>メールはここに保存したあと、下で選んだとおりに既読にするか移動します。削除はしません。</translation>
    </message>
</context>
<context>
    <name>sekisho::AfterRows</name>
    <message>
        <source>Reports:</source>
        <translation>レポート：</translation>
    </message>
    <message>
        <source>Other messages:</source>
        <translation>その他のメール：</translation>
    </message>
    <message>
        <source>Unreadable ones:</source>
        <translation>読めないメール：</translation>
    </message>
    <message>
        <source>leave as they are</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>mark as seen</source>
        <translation>既読にする</translation>
    </message>
    <message>
        <source>move to:</source>
        <translation>移動する：</translation>
    </message>
    <message>
        <source>Done on the server after a message is stored and read.</source>
        <translation>メールを保存して読み取ったあと、サーバ上で行います。</translation>
    </message>
    <message>
        <source>folder on the server</source>
        <translation>サーバ上のフォルダ</translation>
    </message>
</context>
<context>
    <name>sekisho::AlignmentPage</name>
    <message>
        <source>No messages yet</source>
        <translation>メールがまだありません</translation>
    </message>
    <message>
        <source>Here you would see how the messages in your reports authenticate: how many pass DKIM and SPF, how many pass for your own domain, and why the rest does not.</source>
        <translation>レポートのメールの認証状況がここに表示されます。DKIMとSPFがpassしたメール、自社ドメインでpassしたメール、残りがpassしなかった理由が分かります。</translation>
    </message>
    <message>
        <source>Open Reports…</source>
        <translation>レポートを開く…</translation>
    </message>
    <message>
        <source>No messages match</source>
        <translation>条件に合うメールがありません</translation>
    </message>
    <message>
        <source>The filter leaves out all messages. Take some of it away to see how messages authenticate.</source>
        <translation>すべてのメールがフィルタで除外されています。フィルタの一部を外すと、メールの認証状況が表示されます。</translation>
    </message>
    <message>
        <source>Show All Messages</source>
        <translation>すべてのメールを表示</translation>
    </message>
    <message>
        <source>Authentication results</source>
        <translation>認証結果</translation>
    </message>
    <message>
        <source>Percent and count of messages</source>
        <translation>メールの割合と通数</translation>
    </message>
    <message>
        <source>As reported</source>
        <translation>報告どおり</translation>
    </message>
    <message>
        <source>What the receivers say: a mechanism counts as aligned where their report evaluated it as pass. This is what they acted on.</source>
        <translation>受信側の判定です。レポートでpassと判定された認証方式をアライメント一致とします。受信側は実際にこの判定に従って処理しています。</translation>
    </message>
    <message>
        <source>Recomputed</source>
        <translation>再計算</translation>
    </message>
    <message>
        <source>What follows from the raw results in the reports: a mechanism counts as aligned where it passed for a domain that matches the From header under the published alignment mode. Differences show receivers that judge in their own way or leave results out.</source>
        <translation>レポートの認証結果から計算し直した判定です。公開されたアライメントモードでFromヘッダと合うドメインがpassしていれば、アライメント一致とします。「報告どおり」と異なる場合、受信側が独自に判定しているか、結果の一部を省いています。</translation>
    </message>
    <message>
        <source>DMARC passes</source>
        <translation>DMARC pass</translation>
    </message>
    <message>
        <source>Passed for other domains only</source>
        <translation>別のドメインでのみpass</translation>
    </message>
    <message>
        <source>Nothing passed</source>
        <translation>passなし</translation>
    </message>
    <message>
        <source>The deeper the colour, the larger the share.</source>
        <translation>色が濃いほど、割合が大きいことを表します。</translation>
    </message>
</context>
<context>
    <name>sekisho::BrowserSignIn</name>
    <message>
        <source>What the provider calls a desktop application that you have registered there. Sekisho brings none of its own.</source>
        <translation>プロバイダに登録したデスクトップアプリケーションのIDです。Sekisho独自のIDはありません。</translation>
    </message>
    <message>
        <source>It is kept in the system&apos;s key store.</source>
        <translation>システムのキーストアに保存します。</translation>
    </message>
    <message>
        <source>any organisation</source>
        <translation>すべての組織</translation>
    </message>
    <message>
        <source>The directory (tenant) ID, where the application is registered for one organisation only.</source>
        <translation>アプリケーションを 1 つの組織だけに登録した場合の、ディレクトリ（テナント）IDです。</translation>
    </message>
    <message>
        <source>Client I&amp;D:</source>
        <translation>クライアントID(&amp;D)：</translation>
    </message>
    <message>
        <source>Client s&amp;ecret:</source>
        <translation>クライアントシークレット(&amp;E)：</translation>
    </message>
    <message>
        <source>Tena&amp;nt:</source>
        <translation>テナント(&amp;N)：</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Cancel Signing In</source>
        <translation>サインインを中止</translation>
    </message>
    <message>
        <source>Sign In with the &amp;Browser…</source>
        <translation>ブラウザでサインイン(&amp;B)…</translation>
    </message>
    <message>
        <source>The browser asks whether Sekisho may use this mailbox. Come back here when you have answered.</source>
        <translation>Sekishoにこのメールボックスの利用を許可するかどうか、ブラウザで確認しています。回答したら、この画面に戻ってください。</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>サインインしました。</translation>
    </message>
</context>
<context>
    <name>sekisho::CaseButton</name>
    <message>
        <source>%1: %2</source>
        <extracomment>for screen readers: %1 is a case, %2 a number of messages, %3 a percentage</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, messages: %2, %3</source>
        <translation>%1、%2通、%3</translation>
    </message>
</context>
<context>
    <name>sekisho::CaseGuide</name>
    <message>
        <source>Every mail that receivers report is one of these cases. The pictures show the way that it takes, what is checked where, and where the proof is lost that it is yours. Example: example.jp asks receivers to reject what fails.</source>
        <translation>受信側が報告するメールは、すべてこれらのケースのどれかです。図は、メールの経路、どこで何が検査されるか、自社のメールだという証明がどこで失われるかを示します。例：example.jpは、failしたメールの拒否を受信側に求めています。</translation>
    </message>
</context>
<context>
    <name>sekisho::CasePanel</name>
    <message>
        <source>Your note: %1</source>
        <translation>メモ：%1</translation>
    </message>
    <message>
        <source>All senders again</source>
        <translation>すべての送信者に戻す</translation>
    </message>
    <message>
        <source>Only this sender</source>
        <translation>この送信者のみ</translation>
    </message>
    <message>
        <source>What speaks for “%1”</source>
        <comment>%1 is the name of a case</comment>
        <translation>「%1」の根拠</translation>
    </message>
    <message>
        <source>What speaks against it</source>
        <translation>反する根拠</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <comment>no evidence for, or against</comment>
        <translation>ありません。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>What the reports say without your word</source>
        <translation>指定がない場合のレポートの判断</translation>
    </message>
    <message>
        <source>What it could be</source>
        <translation>考えられるケース</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>次にすべきこと</translation>
    </message>
    <message>
        <source>Its records (%1)</source>
        <comment>%1 is a number</comment>
        <translation>レコード（%1）</translation>
    </message>
    <message>
        <source>Internal: a server of ours</source>
        <translation>社内：自社のサーバ</translation>
    </message>
    <message>
        <source>Third party: a service that sends for us</source>
        <translation>委託先：自社名義で送信するサービス</translation>
    </message>
    <message>
        <source>None of ours</source>
        <translation>自社のものではない</translation>
    </message>
    <message>
        <source>Remove the pin</source>
        <translation>指定を取り消す</translation>
    </message>
    <message>
        <source>This Is Ours</source>
        <translation>自社として登録</translation>
    </message>
    <message>
        <source>Registers the whole sender as yours.</source>
        <translation>送信者全体を自社のものとして登録します。</translation>
    </message>
    <message>
        <source>Pin As</source>
        <translation>ケースを指定</translation>
    </message>
    <message>
        <source>Your word on this sender wins over what the reports say.</source>
        <translation>この送信者についての利用者の指定は、レポートの判断より優先されます。</translation>
    </message>
    <message>
        <source>The way of its mail</source>
        <translation>メールの経路</translation>
    </message>
    <message>
        <source>Looks like a DKIM replay: one signed message came from many unrelated addresses at once. It is not counted as a forward.</source>
        <translation>DKIMの再送（リプレイ）と見られます。署名された同じメッセージが、無関係な多くのアドレスから一斉に届いています。転送としては数えません。</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>メモ…</translation>
    </message>
    <message>
        <source>Note on the Pin</source>
        <translation>指定のメモ</translation>
    </message>
    <message>
        <source>Why is it so?</source>
        <translation>理由：</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <comment>failure reports of a record</comment>
        <translation>
            <numerusform>サンプル%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <comment>failure reports of a sender</comment>
        <translation>
            <numerusform>サンプル%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes to the failure reports about mail of this record: the same address and From domain, at that time.</source>
        <translation>このレコードのメールについての失敗レポートを表示します（同じアドレスとFromドメインで、その時期のもの）。</translation>
    </message>
    <message>
        <source>Goes to the failure reports about mail of this sender.</source>
        <translation>この送信者のメールについての失敗レポートを表示します。</translation>
    </message>
</context>
<context>
    <name>sekisho::CasesCard</name>
    <message>
        <source>Cases</source>
        <translation>ケース</translation>
    </message>
    <message numerus="yes">
        <source>Percent of %1 message(s)</source>
        <translation>
            <numerusform>%1通に占める割合</numerusform>
        </translation>
    </message>
    <message>
        <source>Judging…</source>
        <translation>判定中…</translation>
    </message>
    <message>
        <source>Why each is what it is</source>
        <translation>判定の根拠を見る</translation>
    </message>
</context>
<context>
    <name>sekisho::CasesPage</name>
    <message numerus="yes">
        <source>%n sender(s) of “%1”</source>
        <comment>%1 is the name of a case</comment>
        <translation>
            <numerusform>「%1」の送信者%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sender(s)</source>
        <translation>
            <numerusform>送信者%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>ケースはまだありません</translation>
    </message>
    <message>
        <source>For every sender this page says what its mail is: your own, a forward, a mailing list, a service that is not set up, or a spoof, and why. Open a folder of reports, or drop files anywhere on this window.</source>
        <translation>このページでは、送信者ごとに、メールが自社のものか、転送、メーリングリスト、設定されていないサービス、なりすましのどれかを、理由とともに示します。レポートのフォルダを開くか、ファイルをこのウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>フォルダを開く…</translation>
    </message>
    <message>
        <source>Judging…</source>
        <translation>判定中…</translation>
    </message>
    <message>
        <source>Weighing what the reports say of each sender.</source>
        <translation>各送信者についてのレポートの内容を検討しています。</translation>
    </message>
    <message>
        <source>No sender matches the filter</source>
        <translation>絞り込みに合う送信者がありません</translation>
    </message>
    <message>
        <source>There are senders, but the filter above leaves all of them out.</source>
        <translation>送信者はありますが、上の絞り込みですべて除かれています。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>ケース</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>ガイド</translation>
    </message>
    <message>
        <source>Senders of the case</source>
        <translation>ケースの送信者</translation>
    </message>
    <message>
        <source>Nothing is “%1”</source>
        <comment>%1 is the name of a case</comment>
        <translation>「%1」に当たるものはありません</translation>
    </message>
    <message>
        <source>No sender of these cases</source>
        <translation>これらのケースの送信者はありません</translation>
    </message>
    <message>
        <source>No message that is shown was judged to be this.</source>
        <translation>表示中のメールに、このケースと判定されたものはありません。</translation>
    </message>
    <message>
        <source>No message that is shown was judged to be one of these cases.</source>
        <translation>表示中のメールに、これらのケースと判定されたものはありません。</translation>
    </message>
    <message>
        <source>Show All Cases</source>
        <translation>すべてのケースを表示</translation>
    </message>
    <message>
        <source>Read the Guide</source>
        <translation>ガイドを読む</translation>
    </message>
    <message>
        <source>Look at Sample Reports</source>
        <translation>サンプルレポートを見る</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>メールがありません</translation>
    </message>
    <message>
        <source>The reports that are open tell of no messages, so there is nothing to judge.</source>
        <translation>開いているレポートにはメールの記録がないため、判定するものがありません。</translation>
    </message>
    <message>
        <source>What Was Read</source>
        <translation>取り込み結果を見る</translation>
    </message>
</context>
<context>
    <name>sekisho::CellPanel</name>
    <message>
        <source>%1
%2</source>
        <comment>cell</comment>
        <extracomment>title of a cell of the matrix: row and column</extracomment>
        <translation>%1
%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1通</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %1 record(s)</source>
        <translation>
            <numerusform>レコード%1件</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all cells again</source>
        <translation>すべてのセルを再び表示</translation>
    </message>
    <message>
        <source>Show only these messages</source>
        <translation>このメールだけを表示</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>意味</translation>
    </message>
    <message>
        <source>Main causes</source>
        <translation>主な原因</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>対応</translation>
    </message>
    <message>
        <source>Top senders</source>
        <translation>主な送信者</translation>
    </message>
    <message>
        <source>What the mechanisms said</source>
        <translation>認証方式ごとの結果</translation>
    </message>
    <message>
        <source>Messages per day</source>
        <translation>日ごとの通数</translation>
    </message>
</context>
<context>
    <name>sekisho::ChartCard</name>
    <message>
        <source>Messages per day</source>
        <translation>日ごとの通数</translation>
    </message>
    <message>
        <source>Messages per week</source>
        <translation>週ごとの通数</translation>
    </message>
    <message>
        <source>Messages per month</source>
        <translation>月ごとの通数</translation>
    </message>
    <message>
        <source>Messages per year</source>
        <translation>年ごとの通数</translation>
    </message>
    <message>
        <source>%1 pass DMARC (%2)</source>
        <extracomment>%1 is a number of messages, %2 a percentage</extracomment>
        <translation>DMARC pass %1通（%2）</translation>
    </message>
    <message>
        <source>%1 fail (%2)</source>
        <extracomment>%1 is a number of messages, %2 a percentage</extracomment>
        <translation>fail %1通（%2）</translation>
    </message>
</context>
<context>
    <name>sekisho::DayBarsView</name>
    <message>
        <source>Messages per day</source>
        <translation>日ごとの通数</translation>
    </message>
    <message>
        <source>Messages per day from %1 to %2</source>
        <translation>%1から%2までの日ごとの通数</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 message(s)</source>
        <extracomment>%1 is a date, %2 the number</extracomment>
        <translation>
            <numerusform>%1：%2通</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 – %2: %3 message(s)</source>
        <extracomment>%1 and %2 are dates, %3 the number</extracomment>
        <translation>
            <numerusform>%1～%2：%3通</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::DayChart</name>
    <message>
        <source>Messages over time</source>
        <translation>通数の推移</translation>
    </message>
    <message>
        <source>Messages over time, from %1 to %2</source>
        <translation>%1から%2までの通数の推移</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>two dates</extracomment>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>%1
Messages: %2
Pass DMARC: %3 (%5)
Fail DMARC: %4</source>
        <extracomment>%1 is a day or a span of days, %2 to %4 are numbers, %5 is the percentage that passes</extracomment>
        <translation>%1
通数：%2
DMARC pass：%3（%5）
DMARC fail：%4</translation>
    </message>
</context>
<context>
    <name>sekisho::DomainTileButton</name>
    <message>
        <source>pass DMARC</source>
        <extracomment>beside a percentage: that part of the messages passes DMARC</extracomment>
        <translation>DMARC pass</translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1通</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 pass DMARC, %3, %4</source>
        <extracomment>for screen readers: %1 is a domain, %2 a percentage, %3 &quot;1,234 messages&quot;, %4 &quot;p=none&quot;</extracomment>
        <translation>%1：DMARC pass %2、%3、%4</translation>
    </message>
</context>
<context>
    <name>sekisho::ExplanationModel</name>
    <message>
        <source>%1: DMARC passed</source>
        <translation>%1：DMARC pass</translation>
    </message>
    <message>
        <source>%1: DMARC failed</source>
        <extracomment>%1 is a part of a report, for example &quot;Record 3&quot;</extracomment>
        <translation>%1：DMARC fail</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>示されていません</translation>
    </message>
    <message>
        <source>%1: %2 – %3</source>
        <extracomment>a field of a report: its name, its value, and what that means</extracomment>
        <translation>%1：%2 – %3</translation>
    </message>
</context>
<context>
    <name>sekisho::ExplanationView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
</context>
<context>
    <name>sekisho::FailureViewer</name>
    <message>
        <source>Path</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>認証結果</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>添付ファイル</translation>
    </message>
    <message>
        <source>No subject</source>
        <translation>件名なし</translation>
    </message>
    <message>
        <source>Bodies are not kept. The headers and the indicators are.</source>
        <translation>本文は保持しない設定です。ヘッダと指標のみを保持します。</translation>
    </message>
    <message>
        <source>The report brings no body, only what you see here.</source>
        <translation>このレポートに本文はありません。ここに見えるものがすべてです。</translation>
    </message>
    <message>
        <source>[Cut: the mail is longer than what is shown.]</source>
        <translation>［省略：メールは表示されている部分より長いものです。］</translation>
    </message>
    <message>
        <source>Save the sample</source>
        <translation>サンプルの保存</translation>
    </message>
    <message>
        <source>A failed mail may contain malware or malicious URLs.</source>
        <translation>失敗したメールには、マルウェアや悪意のあるURLが含まれている可能性があります。</translation>
    </message>
    <message>
        <source>Save it only where nobody opens it by mistake, and open it only in a controlled environment. Recipients are not hidden in the file.</source>
        <translation>誤って開かれない場所に保存し、隔離された環境でのみ開いてください。ファイルの中では受信者は伏せ字になりません。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Mails (*.eml)</source>
        <translation>メール (*.eml)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1に保存しました。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>保存できませんでした：%1</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>From</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>報告元</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IPアドレス</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Recomputed</source>
        <translation>再計算</translation>
    </message>
    <message>
        <source>Reporter says</source>
        <translation>報告元の判定</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>A failed mail may contain malware or malicious URLs. Save it only in a controlled environment.</source>
        <translation>失敗したメールには、マルウェアや悪意のあるURLが含まれている可能性があります。隔離された環境でのみ保存してください。</translation>
    </message>
    <message>
        <source>Save as .eml…</source>
        <translation>.emlで保存…</translation>
    </message>
    <message>
        <source>Show the records of this address</source>
        <translation>このアドレスのレコードを表示</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>ヘッダ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>HTML source</source>
        <translation>HTMLソース</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>復号</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>生データ</translation>
    </message>
    <message>
        <source>by the aggregate reports about this address</source>
        <translation>このアドレスについての集計レポートによる判定</translation>
    </message>
    <message>
        <source>This mail alone: %1</source>
        <translation>このメール単独では：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <comment>aggregate records that a sample belongs to</comment>
        <translation>
            <numerusform>レコード%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes to the aggregate records that count this mail: the same address and From domain, at that time.</source>
        <translation>このメールを数えている集計レポートのレコードを表示します（同じアドレスとFromドメインで、その時期のもの）。</translation>
    </message>
    <message numerus="yes">
        <source>%1 (hidden by the reporter; the same recipient as of %n other sample(s))</source>
        <translation>
            <numerusform>%1（報告元が伏せた受信者。ほかのサンプル%n件と同じ受信者です）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (hidden by the reporter)</source>
        <translation>%1（報告元が伏せた受信者）</translation>
    </message>
</context>
<context>
    <name>sekisho::FailuresPage</name>
    <message>
        <source>All %1</source>
        <translation>すべて %1</translation>
    </message>
    <message>
        <source>My senders %1</source>
        <translation>自社の送信者 %1</translation>
    </message>
    <message>
        <source>Unauthorised %1</source>
        <translation>未登録 %1</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Campaigns %1</source>
        <translation>キャンペーン %1</translation>
    </message>
    <message numerus="yes">
        <source>%n other feedback report(s), about abuse or the like, left aside</source>
        <translation>
            <numerusform>迷惑メール報告など、ほかの種類のフィードバック%n件は対象外</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) with a URL on your list</source>
        <translation>
            <numerusform>リストに載ったURLを含むサンプル%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to show in this scope.</source>
        <translation>この範囲に表示するものはありません。</translation>
    </message>
    <message>
        <source>The sample cannot be read again.</source>
        <translation>サンプルをもう一度読み込めません。</translation>
    </message>
    <message>
        <source>Campaign “%1” – show all</source>
        <translation>キャンペーン「%1」 – すべて表示</translation>
    </message>
    <message>
        <source>Choose a list of URLs or hosts</source>
        <translation>URLまたはホストのリストを選択</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.hosts);;All files (*)</source>
        <translation>リスト (*.txt *.csv *.hosts);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Save the indicators</source>
        <translation>指標の保存</translation>
    </message>
    <message>
        <source>STIX 2.1 (*.json)</source>
        <translation>STIX 2.1 (*.json)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1に保存しました。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>保存できませんでした：%1</translation>
    </message>
    <message>
        <source>No failure reports</source>
        <translation>失敗レポートはありません</translation>
    </message>
    <message>
        <source>Some receivers send a sample of each mail that failed, where the policy asks for it (ruf). They are rare. Those that are opened stand here, with a viewer that shows them safely.</source>
        <translation>ポリシーで求めると（ruf）、認証に失敗したメールのサンプルを1通ずつ送る受信者があります。数は多くありません。開いたものがここに並び、安全に表示できます。</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>フォルダを開く…</translation>
    </message>
    <message>
        <source>No failure report matches the filter</source>
        <translation>条件に合う失敗レポートはありません</translation>
    </message>
    <message>
        <source>There are failure reports, but the filter above leaves all of them out.</source>
        <translation>失敗レポートはありますが、上の条件ではすべて除かれています。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>キャンペーン</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Show recipients</source>
        <translation>受信者を表示</translation>
    </message>
    <message>
        <source>Do not keep bodies</source>
        <translation>本文を保持しない</translation>
    </message>
    <message>
        <source>Save indicators as CSV…</source>
        <translation>指標をCSVで保存…</translation>
    </message>
    <message>
        <source>Save indicators as STIX 2.1…</source>
        <translation>指標をSTIX 2.1で保存…</translation>
    </message>
    <message>
        <source>Check URLs against a list…</source>
        <translation>URLをリストと照合…</translation>
    </message>
    <message>
        <source>Forget the list</source>
        <translation>リストを解除</translation>
    </message>
    <message>
        <source>Takedown draft for the campaign in Japanese…</source>
        <translation>キャンペーンの停止依頼の下書き（日本語）…</translation>
    </message>
    <message>
        <source>Takedown draft for the campaign in English…</source>
        <translation>キャンペーンの停止依頼の下書き（英語）…</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the list are neither a URL nor a host</source>
        <translation>
            <numerusform>リストのうち%n行はURLでもホスト名でもありません</numerusform>
        </translation>
    </message>
    <message>
        <source>The list %1 cannot be read: %2</source>
        <translation>リスト%1を読み取れません：%2</translation>
    </message>
</context>
<context>
    <name>sekisho::FigureCard</name>
    <message>
        <source>%1: %2</source>
        <extracomment>for screen readers: %1 is the name of a figure, %2 its value</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>sekisho::FigureStrip</name>
    <message numerus="yes">
        <source>%1 sender(s)</source>
        <translation>
            <numerusform>送信者%1件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 report(s)</source>
        <translation>
            <numerusform>レポート%1件</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>通数</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>前期間と同じ</translation>
    </message>
    <message>
        <source>%1 messages now, %2 in the period before (%3)</source>
        <extracomment>%1 and %2 are numbers, %3 is a period</extracomment>
        <translation>今期間は%1通、前期間（%3）は%2通</translation>
    </message>
    <message>
        <source>none before</source>
        <extracomment>nothing to compare a number with</extracomment>
        <translation>前期間なし</translation>
    </message>
    <message>
        <source>There are no messages in the period before (%1).</source>
        <translation>前期間（%1）のメールはありません。</translation>
    </message>
    <message>
        <source>%1 pass</source>
        <extracomment>a number of messages</extracomment>
        <translation>pass %1通</translation>
    </message>
    <message>
        <source>%1 aligned</source>
        <translation>一致%1通</translation>
    </message>
    <message>
        <source>%1 fail</source>
        <extracomment>a number of messages</extracomment>
        <translation>fail %1通</translation>
    </message>
    <message>
        <source>%1 not</source>
        <translation>不一致%1通</translation>
    </message>
    <message>
        <source>DMARC pass</source>
        <translation>DMARC pass</translation>
    </message>
    <message>
        <source>SPF aligned</source>
        <translation>SPF一致</translation>
    </message>
    <message>
        <source>DKIM aligned</source>
        <translation>DKIM一致</translation>
    </message>
    <message>
        <source>%1: %2 of %3 messages. Show only these.</source>
        <extracomment>for screen readers: %1 is what is counted, %2 and %3 are numbers</extracomment>
        <translation>%1：%3通中%2通。このメールだけを表示します。</translation>
    </message>
    <message>
        <source>Not %1: %2 of %3 messages. Show only these.</source>
        <extracomment>for screen readers: %1 is what is counted, %2 and %3 are numbers</extracomment>
        <translation>%1以外：%3通中%2通。このメールだけを表示します。</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1ポイント</translation>
    </message>
    <message>
        <source>%1 of messages now, %2 in the period before (%3)</source>
        <extracomment>%1 and %2 are percentages, %3 is a period</extracomment>
        <translation>今期間はメールの%1、前期間（%3）は%2</translation>
    </message>
</context>
<context>
    <name>sekisho::FilterBar</name>
    <message>
        <source>All domains</source>
        <translation>すべてのドメイン</translation>
    </message>
    <message>
        <source>(none given)</source>
        <translation>（なし）</translation>
    </message>
    <message>
        <source>All reporters</source>
        <translation>すべての報告元</translation>
    </message>
    <message>
        <source>Whole period</source>
        <translation>全期間</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>過去%n日間</numerusform>
        </translation>
    </message>
    <message>
        <source>From – to …</source>
        <translation>期間を指定…</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>解除：%1</translation>
    </message>
    <message>
        <source>&amp;Domain</source>
        <translation>ドメイン(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>期間(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reporter</source>
        <translation>報告元(&amp;R)</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two dates</comment>
        <translation>～</translation>
    </message>
    <message>
        <source>Find address, domain, report ID …</source>
        <translation>アドレス、ドメインなど</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>ドメイン</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>報告元</translation>
    </message>
    <message>
        <source>Which senders are yours is said with Tools &gt; Own Senders, or on the Senders page: choose a sender, then “This is ours”.</source>
        <translation>自社の送信者は、「ツール」＞「自社の送信者」で指定するか、送信者ページで送信者を選んで「自社のもの」を選びます。</translation>
    </message>
    <message>
        <source>All</source>
        <comment>scope: senders of every kind</comment>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Every sender.</source>
        <translation>すべての送信者です。</translation>
    </message>
    <message>
        <source>My senders</source>
        <comment>scope</comment>
        <translation>自社の送信者</translation>
    </message>
    <message>
        <source>Senders that you registered as yours, internal and third party.</source>
        <translation>自社のものとして登録した送信者（社内と委託先）です。</translation>
    </message>
    <message>
        <source>Internal</source>
        <comment>scope: the owner&apos;s own servers</comment>
        <translation>社内</translation>
    </message>
    <message>
        <source>Your own servers, as registered.</source>
        <translation>登録した自社のサーバです。</translation>
    </message>
    <message>
        <source>Third party</source>
        <comment>scope: services that send for the owner</comment>
        <translation>委託先</translation>
    </message>
    <message>
        <source>Services that send in your name on your behalf, as registered.</source>
        <translation>自社の委託により自社名義で送信するサービスとして登録したものです。</translation>
    </message>
    <message>
        <source>Unauthorised</source>
        <comment>scope: senders that are not registered</comment>
        <translation>未登録</translation>
    </message>
    <message>
        <source>Senders that nobody registered: forwards, mailing lists and forgeries, and services of yours that are missing in the registry.</source>
        <translation>登録されていない送信者です。転送、メーリングリスト、なりすましのほか、登録漏れの自社のサービスも含みます。</translation>
    </message>
    <message>
        <source>&amp;Scope</source>
        <translation>範囲(&amp;S)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Scope: %1</source>
        <translation>範囲：%1</translation>
    </message>
</context>
<context>
    <name>sekisho::FindingsCard</name>
    <message>
        <source>What needs you</source>
        <translation>対応が必要なこと</translation>
    </message>
    <message>
        <source>Nothing in these reports stands out.</source>
        <translation>これらのレポートに、特に目立つ点はありません。</translation>
    </message>
</context>
<context>
    <name>sekisho::FolderTree</name>
    <message>
        <source>all mail</source>
        <comment>what a folder is for</comment>
        <translation>すべてのメール</translation>
    </message>
    <message>
        <source>archive</source>
        <comment>what a folder is for</comment>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>drafts</source>
        <comment>what a folder is for</comment>
        <translation>下書き</translation>
    </message>
    <message>
        <source>flagged</source>
        <comment>what a folder is for</comment>
        <translation>フラグ付き</translation>
    </message>
    <message>
        <source>junk</source>
        <comment>what a folder is for</comment>
        <translation>迷惑メール</translation>
    </message>
    <message>
        <source>sent mail</source>
        <comment>what a folder is for</comment>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>trash</source>
        <comment>what a folder is for</comment>
        <translation>ごみ箱</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダ</translation>
    </message>
</context>
<context>
    <name>sekisho::ForgetDialog</name>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>まだ何も選択されていません。</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>件数を確認しています…</translation>
    </message>
    <message>
        <source>Nothing in the workspace matches that.</source>
        <translation>条件に合うものはワークスペースにありません。</translation>
    </message>
    <message>
        <source>To be forgotten: %1.</source>
        <translation>消去の対象：%1。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Forget %1? This cannot be undone.</source>
        <translation>%1を消去しますか。元に戻すことはできません。</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>消去(&amp;F)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>What matches all that is ticked is taken out of the workspace for good: reports and their records, failure reports, and their originals. The files and mails that they were read from stay where they are, and are not taken in again unless they change.</source>
        <translation>チェックした条件をすべて満たすレポートとそのレコード、失敗レポート、原本を、ワークスペースから完全に削除します。読み取り元のファイルやメールはそのまま残り、変更されない限り再び取り込まれることはありません。</translation>
    </message>
    <message>
        <source>&amp;Domain:</source>
        <translation>ドメイン(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Reporter:</source>
        <translation>報告元(&amp;R)：</translation>
    </message>
    <message>
        <source>Period ended &amp;before:</source>
        <translation>期間の終わりが次より前(&amp;B)：</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>ドメイン</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>報告元</translation>
    </message>
    <message>
        <source>Period ended before</source>
        <translation>期間の終わりが次より前</translation>
    </message>
    <message>
        <source>Also forget &amp;originals that other reports came out of (mailboxes, archives)</source>
        <translation>ほかのレポートも含む原本（メールボックス、書庫）も消去(&amp;O)</translation>
    </message>
    <message>
        <source>What is forgotten is overwritten in the file (secure delete is on).</source>
        <translation>消去したものはファイル内で上書きされます（上書き消去が有効です）。</translation>
    </message>
    <message>
        <source>What is forgotten stays in unused parts of the file until they are used again or the workspace is compacted. Secure delete in its settings overwrites it at once.</source>
        <translation>消去したものは、領域が再利用されるかワークスペースを最適化するまで、ファイルの未使用部分に残ります。すぐに上書きするには、設定で上書き消去を有効にしてください。</translation>
    </message>
    <message>
        <source>&amp;Forget…</source>
        <translation>消去(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>sekisho::HeatmapView</name>
    <message>
        <source>Alignment matrix</source>
        <translation>アライメントマトリクス</translation>
    </message>
    <message>
        <source>%1, %2: %3, messages: %4, %5</source>
        <extracomment>for screen readers: %1 and %2 are the headings of row and column, %3 the percentage, %4 the number of messages, %5 what the colour says</extracomment>
        <translation>%1、%2：%3、%4通、%5</translation>
    </message>
    <message>
        <source>Only this cell is shown. Enter shows all cells again.</source>
        <translation>このセルだけが表示されています。Enterキーですべてのセルに戻ります。</translation>
    </message>
    <message>
        <source>Arrow keys move between cells. Enter shows only this cell&apos;s messages.</source>
        <translation>矢印キーでセルを移動します。Enterキーでこのセルのメールだけを表示します。</translation>
    </message>
</context>
<context>
    <name>sekisho::HostBook</name>
    <message>
        <source>%1 could not be read, and host names will not be kept in it. %2</source>
        <translation>%1を読み込めないため、ホスト名をこのファイルに保存しません。%2</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1に書き込めませんでした：%2</translation>
    </message>
</context>
<context>
    <name>sekisho::HostLookupDialog</name>
    <message>
        <source>Look Up Host Names</source>
        <translation>ホスト名の逆引き</translation>
    </message>
    <message>
        <source>Sekisho asks the DNS server that this computer is set up with for the host name of each address, and whether that name leads back to the address. This server, and those that it asks in turn, learn which addresses are asked for; nothing else leaves this computer, and nothing is asked before you choose “Look Up”.</source>
        <translation>このコンピュータに設定されたDNSサーバに、各アドレスのホスト名と、その名前が元のアドレスに戻るかどうかを問い合わせます。問い合わせたアドレスは、このサーバと、そこから問い合わせを受けるサーバに知られます。それ以外の情報は外部に送りません。「逆引きする」を選ぶまで何も問い合わせません。</translation>
    </message>
    <message>
        <source>&amp;Addresses shown under the present filter: %1 to ask for, of %2</source>
        <translation>現在の絞り込みで表示中のアドレス(&amp;A)：%2件中%1件を問い合わせ</translation>
    </message>
    <message>
        <source>All addresses in the &amp;open reports: %1 to ask for, of %2</source>
        <translation>開いているレポートのすべてのアドレス(&amp;O)：%2件中%1件を問い合わせ</translation>
    </message>
    <message>
        <source>Those with most messages are asked for first. Answers are kept, so that no address is asked for again for weeks. You can stop at any time and keep what was found.</source>
        <translation>メールの多いアドレスから順に問い合わせます。結果は保存され、数週間は同じアドレスを再び問い合わせません。いつでも中止でき、それまでの結果は残ります。</translation>
    </message>
    <message>
        <source>All of these addresses have a name already, or were asked for not long ago.</source>
        <translation>すべてのアドレスは、ホスト名がわかっているか、最近問い合わせたばかりです。</translation>
    </message>
    <message>
        <source>&amp;Look Up</source>
        <translation>逆引きする(&amp;L)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>sekisho::ImportLogPage</name>
    <message>
        <source>Nothing has been read yet</source>
        <translation>まだ何も読み込まれていません</translation>
    </message>
    <message>
        <source>Every file, mail and archive member that is looked at stands here, with what became of it and why. Open a folder of reports, or drop files anywhere on this window.</source>
        <translation>読み込んだすべてのファイル、メール、アーカイブ内のファイルについて、結果とその理由がここに表示されます。レポートのフォルダを開くか、ファイルをこのウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>フォルダを開く…</translation>
    </message>
    <message>
        <source>Save Log as CSV</source>
        <translation>ログをCSVで保存</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSVファイル (*.csv)</translation>
    </message>
    <message>
        <source>it was interrupted</source>
        <translation>中断されました</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1に保存しました。</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2.</source>
        <translation>%1を保存できませんでした（%2）。</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>すべての重要度</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告とエラー</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>エラーのみ</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>すべての状態</translation>
    </message>
    <message>
        <source>Search files and reasons</source>
        <translation>ファイルと理由を検索</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>重要度</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Save log as CSV…</source>
        <translation>ログをCSVで保存…</translation>
    </message>
    <message>
        <source>Saves the items shown, one line for each note.</source>
        <translation>表示中の項目を、注記1件につき1行で保存します。</translation>
    </message>
    <message>
        <source>Import log</source>
        <translation>取り込みログ</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>該当する項目がありません</translation>
    </message>
    <message>
        <source>No item of the log matches what is asked for above.</source>
        <translation>上の条件に合う項目は、ログにありません。</translation>
    </message>
    <message>
        <source>Show all items</source>
        <translation>すべての項目を表示</translation>
    </message>
</context>
<context>
    <name>sekisho::InspectDialog</name>
    <message>
        <source>Open a mail</source>
        <translation>メールを開く</translation>
    </message>
    <message>
        <source>Mails (*.eml *.txt);;All files (*)</source>
        <translation>メール (*.eml *.txt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The clipboard holds no header.</source>
        <translation>クリップボードにヘッダがありません。</translation>
    </message>
    <message>
        <source>Inspect a Mail</source>
        <translation>メールを調べる</translation>
    </message>
    <message>
        <source>Open a Mail…</source>
        <translation>メールを開く…</translation>
    </message>
    <message>
        <source>Paste a Header</source>
        <translation>ヘッダを貼り付け</translation>
    </message>
    <message>
        <source>Show recipients</source>
        <translation>受信者を表示</translation>
    </message>
    <message>
        <source>Nothing is looked up, and nothing leaves this computer.</source>
        <translation>照会は行わず、データを外部に送りません。</translation>
    </message>
    <message>
        <source>Open a mail, or copy the header of one and paste it: its way, what checks said, and what that means.</source>
        <translation>メールを開くか、ヘッダをコピーして貼り付けると、経路、認証結果、その意味を示します。</translation>
    </message>
</context>
<context>
    <name>sekisho::ItemDetail</name>
    <message>
        <source>Select an item of the log to see why it ended as it did.</source>
        <translation>ログの項目を選ぶと、その結果になった理由が表示されます。</translation>
    </message>
    <message>
        <source>Reading the original…</source>
        <translation>元のデータを読み込み中…</translation>
    </message>
    <message>
        <source>The original was not read.</source>
        <translation>元のデータは読み込まれませんでした。</translation>
    </message>
    <message>
        <source>The bytes cannot be shown. %1</source>
        <translation>データを表示できません。%1</translation>
    </message>
    <message>
        <source>There are no bytes: it is empty.</source>
        <translation>空のため、表示するデータがありません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Lnバイト</numerusform>
        </translation>
    </message>
    <message>
        <source>Save Bytes</source>
        <translation>データを保存</translation>
    </message>
    <message>
        <source>it was interrupted</source>
        <translation>中断されました</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1に保存しました。</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2.</source>
        <translation>%1を保存できませんでした（%2）。</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16進</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copies the reasons as text.</source>
        <translation>理由をテキストとしてコピーします。</translation>
    </message>
    <message>
        <source>Save bytes as…</source>
        <translation>データを保存…</translation>
    </message>
    <message>
        <source>Open containing folder</source>
        <translation>フォルダを開く</translation>
    </message>
    <message>
        <source>Show the other one</source>
        <translation>もう一方を表示</translation>
    </message>
    <message>
        <source>Goes to the item that claims to be the same report.</source>
        <translation>同じレポートを名乗る項目に移動します。</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>レポートを表示</translation>
    </message>
    <message>
        <source>Goes to the report in words.</source>
        <translation>レポートの説明に移動します。</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>sekisho::LinesView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
</context>
<context>
    <name>sekisho::MailboxBar</name>
    <message>
        <source>Mailboxes</source>
        <translation>メールボックス</translation>
    </message>
    <message>
        <source>Add a mailbox</source>
        <translation>メールボックスを追加</translation>
    </message>
</context>
<context>
    <name>sekisho::MailboxRow</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Fetch new messages</source>
        <translation>新着メールを取得</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fetch New Messages</source>
        <translation>新着メールを取得(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>編集(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Conversation…</source>
        <translation>やり取り(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>削除(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>sekisho::MainWindow</name>
    <message>
        <source>Looking for files …</source>
        <translation>ファイルを探しています…</translation>
    </message>
    <message>
        <source>Stopped. What had been read until then is shown.</source>
        <translation>中止しました。それまでに読み込んだものを表示しています。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>アライメント</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Import log</source>
        <translation>取り込みログ</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) unreadable or in conflict</source>
        <translation>
            <numerusform>%n件が読み込み不可または競合</numerusform>
        </translation>
    </message>
    <message>
        <source>No reports are open.</source>
        <translation>レポートは開かれていません。</translation>
    </message>
    <message>
        <source>Sample reports</source>
        <translation>サンプルレポート</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <comment>files and folders that are open</comment>
        <translation>
            <numerusform>%nか所</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>open files – program</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open Folder…</source>
        <translation>フォルダを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open F&amp;iles…</source>
        <translation>ファイルを開く(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Add Folder…</source>
        <translation>フォルダを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近使った項目(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;Sample Reports</source>
        <translation>サンプルレポートを開く(&amp;S)</translation>
    </message>
    <message>
        <source>Load &amp;Host Names…</source>
        <translation>ホスト名を読み込む(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Look for New Reports</source>
        <translation>新しいレポートを探す(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>検索(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Clear All Filters</source>
        <translation>すべてのフィルタを解除(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>進む(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概要(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Senders</source>
        <translation>送信者(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Alignment</source>
        <translation>アライメント(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>レポート(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import Log</source>
        <translation>取り込みログ(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>日本語</source>
        <translation>日本語</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>時刻(&amp;T)</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>ローカル時刻</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>About This &amp;Page</source>
        <translation>このページについて(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;About Sekisho</source>
        <translation>Sekishoについて(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>読み込みを中止</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Open reports</source>
        <translation>レポートを開く</translation>
    </message>
    <message>
        <source>Add a folder of reports</source>
        <translation>レポートのフォルダを追加</translation>
    </message>
    <message>
        <source>Open a folder of reports</source>
        <translation>レポートのフォルダを開く</translation>
    </message>
    <message>
        <source>Load host names (lines of address, tab, host name)</source>
        <translation>ホスト名を読み込む（各行にアドレス、タブ、ホスト名）</translation>
    </message>
    <message>
        <source>Reading %1 of %2 files, %3 per second: %4 reports, %5 records</source>
        <translation>%2件中%1件のファイルを読み込みました（毎秒%3件、レポート%4件、レコード%5件）</translation>
    </message>
    <message numerus="yes">
        <source>%n sender(s) shown</source>
        <translation>
            <numerusform>表示中の送信者%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) shown</source>
        <translation>
            <numerusform>表示中のレポート%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>書き出し(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Reports…</source>
        <translation>レポート(&amp;R)…</translation>
    </message>
    <message>
        <source>Re&amp;cords…</source>
        <translation>レコード(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Senders by Address…</source>
        <translation>アドレスごとの送信者(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Alignment Matrix…</source>
        <translation>アライメントマトリクス(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Figures of the Summary…</source>
        <translation>集計の数値(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Problems…</source>
        <translation>問題(&amp;P)…</translation>
    </message>
    <message>
        <source>Copy Summary as &amp;Text</source>
        <translation>集計をテキストとしてコピー(&amp;T)</translation>
    </message>
    <message>
        <source>These are sample reports. Open a folder of your own, or drop files anywhere on this window.</source>
        <translation>表示しているのはサンプルレポートです。手元のレポートのフォルダを開くか、ファイルをこのウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>フォルダを開く…</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>表示中の内容を書き出す</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV形式の表 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>ケース</translation>
    </message>
    <message numerus="yes">
        <source>%n sender(s) spoofing or not set up</source>
        <translation>
            <numerusform>なりすましまたは設定不備の送信者%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Cas&amp;es</source>
        <translation>ケース(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Own Senders…</source>
        <translation>自社の送信者(&amp;O)…</translation>
    </message>
    <message>
        <source>Looking up host names: %1 of %2 addresses, %3 names found</source>
        <translation>逆引き中：%2件中%1件のアドレス、ホスト名%3件</translation>
    </message>
    <message>
        <source>Save Host &amp;Names…</source>
        <translation>ホスト名を保存(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Look Up Host Names…</source>
        <translation>ホスト名を逆引き(&amp;L)…</translation>
    </message>
    <message>
        <source>Stop looking up host names</source>
        <translation>逆引きを中止</translation>
    </message>
    <message>
        <source>Save the host names of all open reports</source>
        <translation>開いているすべてのレポートのホスト名を保存</translation>
    </message>
    <message>
        <source>Host names (*.tsv)</source>
        <translation>ホスト名 (*.tsv)</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失敗レポート</translation>
    </message>
    <message numerus="yes">
        <source>%n failure report(s) shown</source>
        <translation>
            <numerusform>失敗レポート%n件を表示中</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Failures</source>
        <translation>失敗レポート(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Inspect a Mail…</source>
        <translation>メールを調べる(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Known Services…</source>
        <translation>既知のサービス(&amp;K)…</translation>
    </message>
    <message>
        <source>Remove Mailbox</source>
        <translation>メールボックスの削除</translation>
    </message>
    <message>
        <source>Remove the mailbox “%1” from Sekisho? The messages on the server and those that were fetched stay where they are.</source>
        <translation>メールボックス「%1」をSekishoから削除しますか？サーバ上のメールと取得済みのメールは残ります。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Password of %1 on %2:</source>
        <translation>%2の%1のパスワード：</translation>
    </message>
    <message>
        <source>&amp;Fetch Mail</source>
        <translation>メールを取得(&amp;F)</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 from %4</source>
        <comment>messages, records, reports and reporters in the status bar, each with its count</comment>
        <translation>%1・%2・%3（%4）</translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>メール%1通</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s)</source>
        <translation>
            <numerusform>レコード%1件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 report(s)</source>
        <translation>
            <numerusform>レポート%1件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reporter(s)</source>
        <translation>
            <numerusform>報告元%1組織</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <comment>a workspace</comment>
        <translation>%1（読み取り専用）</translation>
    </message>
    <message>
        <source>%1 (quick look)</source>
        <comment>files that are shown, but not kept</comment>
        <translation>%1（一時表示）</translation>
    </message>
    <message>
        <source>&amp;Add Folder to the Workspace…</source>
        <translation>フォルダをワークスペースに追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Add F&amp;iles to the Workspace…</source>
        <translation>ファイルをワークスペースに追加(&amp;I)…</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>続きを取り込む</translation>
    </message>
    <message>
        <source>A quick look: these reports are read into memory and not kept.</source>
        <translation>一時表示です。これらのレポートはメモリに読み込んだだけで、保存されません。</translation>
    </message>
    <message>
        <source>Keep in the Workspace</source>
        <translation>ワークスペースに保存</translation>
    </message>
</context>
<context>
    <name>sekisho::OAuthSignIn</name>
    <message>
        <source>Sekisho has the answer. You can close this page.</source>
        <translation>Sekishoが応答を受け取りました。このページは閉じてかまいません。</translation>
    </message>
</context>
<context>
    <name>sekisho::OverviewPage</name>
    <message>
        <source>Top senders</source>
        <translation>主な送信者</translation>
    </message>
    <message numerus="yes">
        <source>Percent of %1 message(s)</source>
        <translation>
            <numerusform>%1通に対する割合</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 sender(s)</source>
        <translation>
            <numerusform>%1件の送信者すべて</numerusform>
        </translation>
    </message>
    <message>
        <source>Reporters</source>
        <translation>報告元</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the reports</source>
        <translation>
            <numerusform>レポートにほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>What receivers did</source>
        <translation>受信側の処理</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>レポートがまだありません</translation>
    </message>
    <message>
        <source>Here you would see at a glance who sends mail as your domain, how much of it passes DMARC, and what needs you. Open a folder of reports, or drop files anywhere on this window.</source>
        <translation>誰が自社ドメインのメールを送っているか、そのうちどれだけDMARCがpassしているか、どのような対応が必要かが、ひと目で分かります。レポートのフォルダを開くか、ファイルをこのウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>フォルダを開く…</translation>
    </message>
    <message>
        <source>Look at Sample Reports</source>
        <translation>サンプルレポートを見る</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>メールがまだありません</translation>
    </message>
    <message>
        <source>The reports that are open tell of no messages.</source>
        <translation>開いているレポートには、メールがありません。</translation>
    </message>
    <message>
        <source>Show the Reports</source>
        <translation>レポートを表示</translation>
    </message>
    <message>
        <source>No messages match</source>
        <translation>条件に合うメールがありません</translation>
    </message>
    <message>
        <source>There are messages, but the filter above leaves all of them out.</source>
        <translation>メールはありますが、上のフィルタですべて除外されています。</translation>
    </message>
    <message>
        <source>Show Everything</source>
        <translation>すべて表示</translation>
    </message>
</context>
<context>
    <name>sekisho::OwnSenderTable</name>
    <message>
        <source>“%1” is neither an address nor a network; write it like 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32.</source>
        <translation>「%1」はアドレスでもネットワークでもありません。192.0.2.7、192.0.2.0/24、2001:db8::/32のように書いてください。</translation>
    </message>
    <message>
        <source>“%1” is not a domain name; write it like mail.example.com.</source>
        <translation>「%1」はドメイン名ではありません。mail.example.comのように書いてください。</translation>
    </message>
    <message>
        <source>“%1” is not a signing domain; write it like example.com, or selector._domainkey.example.com for one key alone.</source>
        <translation>「%1」は署名ドメインではありません。example.com、または1つの鍵だけならselector._domainkey.example.comのように書いてください。</translation>
    </message>
    <message>
        <source>“%1” stands here twice.</source>
        <translation>「%1」が2回書かれています。</translation>
    </message>
    <message>
        <source>Address or network</source>
        <translation>アドレスまたはネットワーク</translation>
    </message>
    <message>
        <source>Host name</source>
        <comment>and all names below it</comment>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>SPF domain</source>
        <translation>SPFドメイン</translation>
    </message>
    <message>
        <source>DKIM domain</source>
        <translation>DKIMドメイン</translation>
    </message>
    <message>
        <source>all</source>
        <comment>policy domains</comment>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Sends as</source>
        <comment>policy domain that a sender is registered for</comment>
        <translation>対象ドメイン</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>sekisho::OwnSendersDialog</name>
    <message>
        <source>SPF passes for your domain: your SPF record names it (%1 of %2 messages).</source>
        <extracomment>%1 is a percentage, %2 a number of messages</extracomment>
        <translation>自社のドメインでSPFがpassしています。SPFレコードに載っています（%2通の%1）。</translation>
    </message>
    <message>
        <source>Signs with a DKIM key of your domain that is at home there (%1 of %2 messages).</source>
        <translation>この送信元で使われている自社ドメインのDKIM鍵で署名しています（%2通の%1）。</translation>
    </message>
    <message>
        <source>Bears the signature of your own account at a provider (%1 of %2 messages).</source>
        <translation>プロバイダにある自社のアカウントの署名があります（%2通の%1）。</translation>
    </message>
    <message numerus="yes">
        <source>on %n day(s)</source>
        <comment>seen</comment>
        <translation>
            <numerusform>%n日間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by %n reporter(s)</source>
        <comment>seen</comment>
        <translation>
            <numerusform>%n組織の報告</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Seen %2 %3.</source>
        <extracomment>%1 is a sentence; %2 &quot;on 12 days&quot;; %3 &quot;by 4 reporters&quot;</extracomment>
        <translation>%1%2、%3で確認されました。</translation>
    </message>
    <message>
        <source>Own Senders</source>
        <translation>自社の送信者</translation>
    </message>
    <message>
        <source>Say here who sends mail for your domains. Internal are your own servers; third party are services that send in your name, such as newsletters. Everybody else counts as unauthorised: forwards, mailing lists and forgeries. Reports are judged better the more complete this list is; nothing is sent anywhere.</source>
        <translation>自社のドメインのメールを送信するものを指定します。「社内」は自社のサーバ、「委託先」はメール配信など自社名義で送信するサービスです。それ以外はすべて「未登録」（転送、メーリングリスト、なりすまし）になります。この一覧が完全なほど、レポートの判定は確かになります。この内容が送信されることはありません。</translation>
    </message>
    <message>
        <source>Own senders</source>
        <translation>自社の送信者</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>読み込み(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出し(&amp;E)…</translation>
    </message>
    <message>
        <source>Looking for senders that may be yours…</source>
        <translation>自社のものと思われる送信者を探しています…</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>候補</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Sends as</source>
        <translation>対象ドメイン</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Add the &amp;ticked ones</source>
        <translation>選択したものを追加(&amp;T)</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sender (name of the service)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No sender looks like one of yours that is missing here.</source>
        <translation>登録漏れの自社の送信者は見当たりません。</translation>
    </message>
    <message numerus="yes">
        <source>%n sender(s) look like yours and are missing here. Tick those that are.</source>
        <translation>
            <numerusform>自社のものと思われる送信者が%n件、登録されていません。自社のものを選択してください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sender(s) added.</source>
        <translation>
            <numerusform>送信者を%n件追加しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were not understood, the first of them line %1: %2</source>
        <translation>
            <numerusform>%n行を理解できませんでした。最初は%1行目です：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Import Own Senders</source>
        <translation>自社の送信者の読み込み</translation>
    </message>
    <message>
        <source>Own senders (*.tsv *.txt);;All files (*)</source>
        <translation>自社の送信者 (*.tsv *.txt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 could not be read. %2</source>
        <translation>%1を読み込めませんでした。%2</translation>
    </message>
    <message>
        <source>Export Own Senders</source>
        <translation>自社の送信者の書き出し</translation>
    </message>
    <message>
        <source>Own senders (*.tsv)</source>
        <translation>自社の送信者 (*.tsv)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1に保存しました。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1に書き込めませんでした：%2</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>%1行目：%2</translation>
    </message>
    <message>
        <source>From &amp;SPF…</source>
        <translation>SPFから(&amp;S)…</translation>
    </message>
    <message>
        <source>Take senders out of your SPF record, pasted or looked up.</source>
        <translation>貼り付けた、または取得したSPFレコードから送信者を取り込みます。</translation>
    </message>
</context>
<context>
    <name>sekisho::PathView</name>
    <message>
        <source>The way of the mail</source>
        <translation>メールの経路</translation>
    </message>
</context>
<context>
    <name>sekisho::PolicyCard</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a domain, %2 its policy, for example &quot;p=none; pct=50&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no policy named</source>
        <extracomment>there is a DMARC record, but it names no policy</extracomment>
        <translation>ポリシーの指定なし</translation>
    </message>
    <message numerus="yes">
        <source>%1, in %2 report(s)</source>
        <extracomment>%1 is a period, %2 the number of reports</extracomment>
        <translation>
            <numerusform>%1、レポート%2件</numerusform>
        </translation>
    </message>
    <message>
        <source>Published policy</source>
        <translation>公開ポリシー</translation>
    </message>
    <message>
        <source>As receivers found it</source>
        <translation>受信側が確認したもの</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the reports</source>
        <translation>
            <numerusform>レポートにほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::RecordsView</name>
    <message>
        <source>Records of the sender</source>
        <translation>送信者のレコード</translation>
    </message>
</context>
<context>
    <name>sekisho::ReportReader</name>
    <message>
        <source>Reading the original…</source>
        <translation>元のデータを読み込み中…</translation>
    </message>
    <message>
        <source>The original was not read.</source>
        <translation>元のデータは読み込まれませんでした。</translation>
    </message>
    <message>
        <source>The original cannot be shown. %1 The explanation is not lost: it comes from what was read before.</source>
        <translation>元のデータを表示できません。%1以前に読み込んだ内容に基づく説明は、引き続き表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln line(s) are shown; the original is longer.</source>
        <translation>
            <numerusform>最初の%Ln行だけを表示しています。元のデータには続きがあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>The XML is damaged, so it stands as it is, without indentation.</source>
        <translation>XMLが壊れているため、字下げせずにそのまま表示しています。</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>Only this report</source>
        <translation>このレポートのみ</translation>
    </message>
    <message>
        <source>Shows on all pages what this report says, and nothing else.</source>
        <translation>すべてのページに、このレポートの内容だけを表示します。</translation>
    </message>
    <message>
        <source>Parts of the report</source>
        <translation>レポートの各部</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>XML of the report</source>
        <translation>レポートのXML</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <comment>failure reports of a record</comment>
        <translation>
            <numerusform>サンプル%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes to the failure reports about mail of this record: the same address and From domain, at that time.</source>
        <translation>このレコードのメールについての失敗レポートを表示します（同じアドレスとFromドメインで、その時期のもの）。</translation>
    </message>
</context>
<context>
    <name>sekisho::ReportsPage</name>
    <message>
        <source>No reports yet</source>
        <translation>レポートがまだありません</translation>
    </message>
    <message>
        <source>Every DMARC report that is read stands here, explained in words beside its XML. Open a folder of reports, or drop files anywhere on this window.</source>
        <translation>読み込んだDMARCレポートが、XMLと並べた説明とともにここに表示されます。レポートのフォルダを開くか、ファイルをこのウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>フォルダを開く…</translation>
    </message>
    <message>
        <source>No report matches the filter</source>
        <translation>フィルタに合うレポートがありません</translation>
    </message>
    <message>
        <source>There are reports, but the filter above leaves all of them out.</source>
        <translation>レポートはありますが、上のフィルタですべて除外されています。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>レポート</translation>
    </message>
</context>
<context>
    <name>sekisho::SenderBook</name>
    <message>
        <source>%1 could not be read, and changes will not be kept in it. %2</source>
        <translation>%1を読み込めなかったため、変更は保存されません。%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n line(s) that Sekisho does not understand, the first of them line %2: %3</source>
        <translation>
            <numerusform>%1に、関所が理解できない行が%n行あります。最初は%2行目です：%3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1に書き込めませんでした：%2</translation>
    </message>
</context>
<context>
    <name>sekisho::SenderPanel</name>
    <message>
        <source>All of its messages pass DMARC.</source>
        <translation>すべてのメールでDMARCがpassしています。</translation>
    </message>
    <message>
        <source>None of its messages passes DMARC.</source>
        <translation>DMARCがpassしたメールはありません。</translation>
    </message>
    <message>
        <source>%1 of its messages pass DMARC.</source>
        <comment>%1 is a percentage</comment>
        <translation>メールの%1でDMARCがpassしています。</translation>
    </message>
    <message>
        <source>Records (%1)</source>
        <translation>レコード（%1）</translation>
    </message>
    <message>
        <source>The %1 records with most messages are shown, of %2.</source>
        <translation>全%2件のうち、通数の多い%1件のレコードを表示しています。</translation>
    </message>
    <message>
        <source>Its reports</source>
        <translation>関連するレポート</translation>
    </message>
    <message>
        <source>Goes to the reports that speak of this sender.</source>
        <translation>この送信者を含むレポートに移動します。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概略</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 reporter(s)</source>
        <comment>%1 is a period</comment>
        <translation>
            <numerusform>%1、報告元%2組織</numerusform>
        </translation>
    </message>
    <message>
        <source>All senders again</source>
        <translation>すべての送信者に戻す</translation>
    </message>
    <message>
        <source>Only this sender</source>
        <translation>この送信者のみ</translation>
    </message>
    <message>
        <source>Says whose sender this is: yours, of a service that sends for you, or neither.</source>
        <translation>送信者の区分を示します：自社のもの、委託先のもの、またはどちらでもないもの。</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <comment>failure reports of a sender</comment>
        <translation>
            <numerusform>サンプル%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes to the failure reports about mail of this sender.</source>
        <translation>この送信者のメールについての失敗レポートへ移動します。</translation>
    </message>
</context>
<context>
    <name>sekisho::SenderSummary</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>below the first lines of a list</extracomment>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what SPF or DKIM said: %1 is a domain, %2 a result as &quot;pass&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <extracomment>what SPF or DKIM said: %1 is a DKIM selector or SPF scope, %2 a domain, %3 a result as &quot;pass&quot;</extracomment>
        <translation>%1・%2：%3</translation>
    </message>
    <message>
        <source>DKIM and SPF</source>
        <translation>DKIMとSPF</translation>
    </message>
    <message numerus="yes">
        <source>message(s)</source>
        <translation>
            <numerusform>通</numerusform>
        </translation>
    </message>
    <message>
        <source>pass DMARC</source>
        <comment>under a percentage of messages</comment>
        <translation>DMARC pass</translation>
    </message>
    <message>
        <source>SPF aligned</source>
        <comment>under a percentage of messages</comment>
        <translation>SPF一致</translation>
    </message>
    <message>
        <source>DKIM aligned</source>
        <comment>under a percentage of messages</comment>
        <translation>DKIM一致</translation>
    </message>
    <message numerus="yes">
        <source>%1 address(es)</source>
        <translation>
            <numerusform>アドレス%1件</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages per day</source>
        <translation>日ごとの通数</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>Domains in the From header</source>
        <translation>Fromヘッダのドメイン</translation>
    </message>
    <message>
        <source>What DKIM said</source>
        <translation>DKIMの結果</translation>
    </message>
    <message>
        <source>What SPF said</source>
        <translation>SPFの結果</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>報告元</translation>
    </message>
    <message>
        <source>Nothing: the reports have no results of it.</source>
        <translation>レポートに結果がありません。</translation>
    </message>
    <message>
        <source>None is known. Sekisho looks up nothing by itself: Tools → Look Up Host Names asks the DNS, and the File menu loads names from a file.</source>
        <translation>ホスト名は不明です。Sekishoが自動で問い合わせることはありません。「ツール」メニューの「ホスト名を逆引き」でDNSに問い合わせるか、「ファイル」メニューでファイルから読み込めます。</translation>
    </message>
</context>
<context>
    <name>sekisho::SendersPage</name>
    <message>
        <source>No senders yet</source>
        <translation>送信者がまだいません</translation>
    </message>
    <message>
        <source>Every server that sends as your domain stands here, with how its mail authenticates. Open a folder of reports, or drop files anywhere on this window.</source>
        <translation>自社ドメインのメールを送信しているすべてのサーバが、その認証結果とともにここに表示されます。レポートのフォルダを開くか、ファイルをこのウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>フォルダを開く…</translation>
    </message>
    <message>
        <source>No sender matches the filter</source>
        <translation>フィルタに合う送信者がいません</translation>
    </message>
    <message>
        <source>There are senders, but the filter above leaves all of them out.</source>
        <translation>送信者はいますが、上のフィルタですべて除外されています。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>送信者</translation>
    </message>
</context>
<context>
    <name>sekisho::ServicesDialog</name>
    <message>
        <source>Mail provider</source>
        <translation>メール事業者</translation>
    </message>
    <message>
        <source>Sends for others</source>
        <translation>配信サービス</translation>
    </message>
    <message>
        <source>Forwarder</source>
        <translation>転送サービス</translation>
    </message>
    <message>
        <source>Mail filter</source>
        <translation>メールフィルタ</translation>
    </message>
    <message>
        <source>Mailing lists</source>
        <translation>メーリングリスト</translation>
    </message>
    <message>
        <source>Web hosting</source>
        <translation>Webホスティング</translation>
    </message>
    <message>
        <source>Known Services</source>
        <translation>既知のサービス</translation>
    </message>
    <message>
        <source>Forwarders, mail providers and services that send for others are known by their host names and by the domains they sign and bounce with. Services of your own go into the file named here; they win over those that are built in. A name stands for itself and all names below it.</source>
        <translation>転送サービス、メール事業者、配信サービスは、ホスト名と、署名や返送先に使うドメインで見分けます。独自のサービスは次のファイルに書くと、組み込みのものより優先されます。名前はそれ自身と、その下のすべての名前を表します。</translation>
    </message>
    <message>
        <source>Your &amp;file:</source>
        <translation>ファイル(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Read Again</source>
        <translation>再読み込み(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Example:</source>
        <translation>例(&amp;E)：</translation>
    </message>
    <message>
        <source>“kind” is provider, esp, forwarder, gateway, list or hosting. Below “tenants” each customer has a name of its own, as in x.onmicrosoft.com.</source>
        <translation>「kind」はprovider、esp、forwarder、gateway、list、hostingのいずれかです。「tenants」の下には、x.onmicrosoft.comのように利用者ごとの名前があります。</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>DKIM and SPF domains</source>
        <translation>DKIM・SPFのドメイン</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>定義元</translation>
    </message>
    <message>
        <source>Known services</source>
        <translation>既知のサービス</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>your file</source>
        <translation>独自のファイル</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>組み込み</translation>
    </message>
</context>
<context>
    <name>sekisho::Session</name>
    <message numerus="yes">
        <source>%n host name(s) loaded.</source>
        <translation>
            <numerusform>ホスト名を%n件読み込みました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be read. %2</source>
        <translation>%1を読み込めませんでした。%2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1に保存しました。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1を書き込めませんでした（%2）</translation>
    </message>
    <message>
        <source>The summary is on the clipboard.</source>
        <translation>集計をクリップボードにコピーしました。</translation>
    </message>
    <message numerus="yes">
        <source>%n new report(s).</source>
        <translation>
            <numerusform>新しいレポートが%n件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>No new reports.</source>
        <translation>新しいレポートはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n line(s) that are no host name of an address, the first of them line %2: %3</source>
        <translation>
            <numerusform>%1にアドレスとホスト名の組でない行が%n行あります。最初は%2行目です：%3</numerusform>
        </translation>
    </message>
    <message>
        <source>Host names are being looked up already.</source>
        <translation>すでに逆引きを実行しています。</translation>
    </message>
    <message numerus="yes">
        <source>%n host name(s) found.</source>
        <translation>
            <numerusform>ホスト名が%n件見つかりました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n host name(s) found until then.</source>
        <translation>
            <numerusform>中止しました。それまでに見つかったホスト名は%n件です。</numerusform>
        </translation>
    </message>
    <message>
        <source>No name server answers. Look at the network connection, and try again; the answers until then are kept.</source>
        <translation>DNSサーバの応答がありません。ネットワーク接続を確認して、もう一度実行してください。それまでの結果は残ります。</translation>
    </message>
    <message>
        <source>%1 has problems: %2</source>
        <translation>%1に問題があります：%2</translation>
    </message>
    <message>
        <source>The system&apos;s key store did not take the password (%1). Sekisho keeps it until it is closed.</source>
        <translation>システムのキーストアにパスワードを保存できませんでした（%1）。Sekishoを終了するまで保持します。</translation>
    </message>
    <message numerus="yes">
        <source>%n new unauthorised sender(s): %1</source>
        <extracomment>%1 names some of them</extracomment>
        <translation>
            <numerusform>新しい未登録の送信者%n件：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>New unauthorised senders</source>
        <translation>新しい未登録の送信者</translation>
    </message>
    <message>
        <source>The workspace %1 is not there any more.</source>
        <translation>ワークスペース「%1」が見つかりません。</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>「%1」を開いています…</translation>
    </message>
    <message>
        <source>This workspace can only be read. The new mails are in %1.</source>
        <translation>このワークスペースは読み取り専用です。新しいメールは %1 に保存しました。</translation>
    </message>
    <message>
        <source>Nothing was kept. %1</source>
        <translation>何も保存していません。%1</translation>
    </message>
</context>
<context>
    <name>sekisho::ShareButton</name>
    <message>
        <source>%1, messages: %2, %3</source>
        <extracomment>for screen readers: %1 is a sender or a result, %2 a number of messages, %3 a percentage</extracomment>
        <translation>%1、%2通、%3</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <extracomment>a number of messages and its percentage, side by side</extracomment>
        <translation>%1通&#x3000;%2</translation>
    </message>
</context>
<context>
    <name>sekisho::SharesCard</name>
    <message>
        <source>%1 of them pass DMARC.</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>そのうち%1でDMARCがpassしています。</translation>
    </message>
</context>
<context>
    <name>sekisho::SpfDialog</name>
    <message>
        <source>Own Senders from an SPF Record</source>
        <translation>SPFレコードから自社の送信者を追加</translation>
    </message>
    <message>
        <source>Your SPF record names the networks that may send for your domain. Paste it here, or let it be looked up. Tick the networks that are yours; whose they are can be changed in the list of own senders.</source>
        <translation>SPFレコードには、そのドメインとして送信できるネットワークが書かれています。ここに貼り付けるか、DNSで取得してください。自社のものにチェックを付けます。区分は「自社の送信者」の一覧で変更できます。</translation>
    </message>
    <message>
        <source>&amp;Domain:</source>
        <translation>ドメイン(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;SPF record:</source>
        <translation>SPFレコード(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Look Up the Record</source>
        <translation>レコードを取得(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Follow Includes</source>
        <translation>includeを展開(&amp;F)</translation>
    </message>
    <message>
        <source>“Look Up the Record” and “Follow Includes” ask the DNS server that this computer is set up with for the names that stand there. Nothing else leaves this computer.</source>
        <translation>「レコードを取得」と「includeを展開」では、このコンピュータに設定されたDNSサーバに、ここにある名前を問い合わせます。それ以外の情報は外部に送りません。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>記載箇所</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Networks of the record</source>
        <translation>レコードのネットワーク</translation>
    </message>
    <message>
        <source>Add the &amp;Ticked Ones</source>
        <translation>チェックしたものを追加(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Shared with all customers of %1</source>
        <translation>%1の全利用者と共用</translation>
    </message>
    <message>
        <source>Asking the name server…</source>
        <translation>DNSサーバに問い合わせています…</translation>
    </message>
    <message>
        <source>%1 has no SPF record that can be used. %2</source>
        <translation>%1に使用できるSPFレコードがありません。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s).</source>
        <translation>
            <numerusform>ネットワークは%n件です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Receivers need %1 lookups for this record, of at most %2.</source>
        <translation>受信側がこのレコードに必要とする問い合わせは%1回です（上限%2回）。</translation>
    </message>
    <message>
        <source>Includes and host names have not been followed yet.</source>
        <translation>includeとホスト名はまだ展開していません。</translation>
    </message>
</context>
<context>
    <name>sekisho::TableTools</name>
    <message>
        <source>Save Table</source>
        <translation>表を保存</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV形式の表 (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1を書き込めませんでした（%2）</translation>
    </message>
    <message>
        <source>Copy “%1”</source>
        <translation>「%1」をコピー</translation>
    </message>
    <message>
        <source>Show only “%1”</source>
        <translation>「%1」のみ表示</translation>
    </message>
    <message>
        <source>Leave out “%1”</source>
        <translation>「%1」を除外</translation>
    </message>
    <message>
        <source>Copy Rows</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Copy Rows as CSV</source>
        <translation>行をCSVとしてコピー</translation>
    </message>
    <message>
        <source>Save Table as CSV…</source>
        <translation>表をCSVで保存…</translation>
    </message>
</context>
<context>
    <name>sekisho::VerifyDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Checking “%1” …</source>
        <translation>「%1」を確認しています…</translation>
    </message>
    <message>
        <source>The file is checked for damage, and every original is unpacked and compared with what is stored of it.</source>
        <translation>ファイルの破損を検査し、すべての原本を展開して保存内容と比較します。</translation>
    </message>
    <message>
        <source>“%1” is sound.</source>
        <translation>「%1」に問題はありません。</translation>
    </message>
    <message>
        <source>“%1” is damaged.</source>
        <translation>「%1」は壊れています。</translation>
    </message>
    <message>
        <source>Stopped. What had been checked until then is sound.</source>
        <translation>中止しました。それまでに確認した範囲に問題はありません。</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>整合性の確認</translation>
    </message>
    <message>
        <source>&amp;Salvage into a New File…</source>
        <translation>新しいファイルに救出(&amp;S)…</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題の一覧</translation>
    </message>
</context>
<context>
    <name>sekisho::WorkspaceMenu</name>
    <message>
        <source>My workspace</source>
        <translation>マイワークスペース</translation>
    </message>
    <message>
        <source>New &amp;Workspace…</source>
        <translation>新規ワークスペース(&amp;W)…</translation>
    </message>
    <message>
        <source>Open Wor&amp;kspace…</source>
        <translation>ワークスペースを開く(&amp;K)…</translation>
    </message>
    <message>
        <source>Recent Works&amp;paces</source>
        <translation>最近使ったワークスペース(&amp;P)</translation>
    </message>
    <message>
        <source>Save a Cop&amp;y…</source>
        <translation>コピーを保存(&amp;Y)…</translation>
    </message>
    <message>
        <source>Workspa&amp;ce</source>
        <translation>ワークスペース(&amp;C)</translation>
    </message>
    <message>
        <source>Keep in &amp;the Workspace</source>
        <translation>ワークスペースに保存(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Watch Folders</source>
        <translation>フォルダを監視(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Verify…</source>
        <translation>整合性の確認(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Compact</source>
        <translation>最適化(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Forget…</source>
        <translation>消去(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>Workspaces (*.sekisho)</source>
        <translation>ワークスペース (*.sekisho)</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新規ワークスペース</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>ワークスペースを開く</translation>
    </message>
    <message>
        <source>Save a copy of the workspace</source>
        <translation>ワークスペースのコピーを保存</translation>
    </message>
</context>
<context>
    <name>sekisho::WorkspaceSettingsDialog</name>
    <message>
        <source>Settings of %1</source>
        <comment>a workspace</comment>
        <translation>%1の設定</translation>
    </message>
    <message>
        <source>Keep the &amp;originals</source>
        <translation>原本を保存(&amp;O)</translation>
    </message>
    <message>
        <source>The bytes of every report and mail, compressed, each once, with where they came from and their SHA-256. A later version can read them again, and Verify compares them with what is stored. Without them the file is smaller; those that are kept already stay.</source>
        <translation>すべてのレポートとメールの内容を、圧縮して1つずつ、入手元とSHA-256とともに保存します。将来のバージョンで読み直せるほか、整合性の確認で保存内容と比較できます。保存しないとファイルは小さくなります。保存済みの原本はそのまま残ります。</translation>
    </message>
    <message>
        <source>&amp;Forget reports that are older than</source>
        <translation>保存期間を過ぎたレポートを消去(&amp;F)</translation>
    </message>
    <message>
        <source> days</source>
        <comment>after a number in a field</comment>
        <translation> 日</translation>
    </message>
    <message>
        <source>Counted from the end of the period of a report. It happens after each import.</source>
        <translation>レポートの対象期間の終わりから数え、取り込みのたびに消去します。</translation>
    </message>
    <message>
        <source>&amp;Overwrite what is forgotten</source>
        <translation>消去時に上書き(&amp;O)</translation>
    </message>
    <message>
        <source>What is forgotten is overwritten in the file with zeros at once (secure delete). It takes longer. Copies, and what the disk itself keeps, are out of reach.</source>
        <translation>消去したものをファイル内でただちにゼロで上書きします（上書き消去）。時間がかかります。コピーや、ディスク自体に残るものには及びません。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>sekisho::WorkspaceTools</name>
    <message>
        <source>&amp;Salvage into a New File…</source>
        <translation>新しいファイルに救出(&amp;S)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Salvage into a new workspace</source>
        <translation>新しいワークスペースに救出</translation>
    </message>
    <message>
        <source>Workspaces (*.sekisho)</source>
        <translation>ワークスペース (*.sekisho)</translation>
    </message>
    <message>
        <source>%1 salvaged</source>
        <extracomment>The name of a file; %1 is the name of the damaged one</extracomment>
        <translation>%1（救出）</translation>
    </message>
    <message>
        <source>Salvaging …</source>
        <translation>救出しています…</translation>
    </message>
    <message>
        <source>Nothing of %1 can be read any more.</source>
        <translation>「%1」から読み取れるものはもうありません。</translation>
    </message>
    <message>
        <source>Saving a copy …</source>
        <translation>コピーを保存しています…</translation>
    </message>
    <message>
        <source>Saved a copy as %1.</source>
        <translation>コピーを「%1」に保存しました。</translation>
    </message>
    <message>
        <source>Compacting …</source>
        <translation>最適化しています…</translation>
    </message>
    <message>
        <source>Compacted: %1 less.</source>
        <comment>a size</comment>
        <translation>最適化しました。%1小さくなりました。</translation>
    </message>
    <message>
        <source>The workspace was compact already.</source>
        <translation>ワークスペースはすでに最適化されています。</translation>
    </message>
    <message>
        <source>Forgetting …</source>
        <translation>消去しています…</translation>
    </message>
    <message>
        <source>Forgotten: %1.</source>
        <translation>消去しました：%1。</translation>
    </message>
    <message>
        <source>The settings of the workspace are saved.</source>
        <translation>ワークスペースの設定を保存しました。</translation>
    </message>
    <message>
        <source>Folders are not watched any more.</source>
        <translation>フォルダの監視を終了しました。</translation>
    </message>
    <message>
        <source>Folders that you add to the workspace are watched from now on.</source>
        <translation>これからワークスペースに追加するフォルダを監視します。</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) are watched while this window is open.</source>
        <translation>
            <numerusform>このウィンドウを開いている間、%n個のフォルダを監視します。</numerusform>
        </translation>
    </message>
</context>
</TS>
