// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/casescard.h"

#include "widgets/casebutton.h"

#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestCasesCard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsCasesWithMessages();
    void waitsForTheVerdicts();
    void clicksNarrowAndWiden();
};

namespace {

/// 30 direct messages and 10 spoofs, judged.
View judged(const QList<int> &cases = {})
{
    View view;
    view.format = {QLocale(QLocale::English), true};
    auto summary = std::make_shared<CaseSummary>();
    summary->messages[size_t(MailCase::Direct)] = 30;
    summary->messages[size_t(MailCase::Spoof)] = 10;
    view.cases = summary;
    view.filter.cases = cases;
    return view;
}

QStringList shownNames(const CasesCard &card)
{
    QStringList names;
    for (const CaseButton *button : card.buttons()) {
        if (!button->isHidden())
            names.append(button->texts().name + u' ' + button->texts().number);
    }
    return names;
}

} // namespace

void TestCasesCard::showsCasesWithMessages()
{
    CasesCard card;
    card.setView(judged());
    QCOMPARE(shownNames(card), QStringList({u"Direct 30"_s, u"Spoof 10"_s}));
    QCOMPARE(card.buttons()[size_t(MailCase::Spoof)]->texts().percent, u"25.00\u00a0%"_s);
}

void TestCasesCard::waitsForTheVerdicts()
{
    CasesCard card;
    card.setView(View());
    QVERIFY(shownNames(card).isEmpty());
    QCOMPARE(card.subtitle(), u"Judging…"_s);
}

void TestCasesCard::clicksNarrowAndWiden()
{
    CasesCard card;
    card.setView(judged());
    QSignalSpy asked(&card, &CasesCard::filterRequested);
    CaseButton *spoof = card.buttons()[size_t(MailCase::Spoof)];
    spoof->click();
    QCOMPARE(asked.takeFirst().first().value<Filter>().cases, QList<int>{int(MailCase::Spoof)});
    QVERIFY(!spoof->isChecked()); // until the filter is what was asked for
    card.setView(judged({int(MailCase::Spoof)}));
    QVERIFY(spoof->isChecked());
    spoof->click();
    QVERIFY(asked.takeFirst().first().value<Filter>().cases.isEmpty());
}

QTEST_MAIN(TestCasesCard)
#include "tst_casescard.moc"
