#include "app/store/tables/oldreasons.h"

#include <QTest>

using namespace quarterdeck;
using namespace reasonpart;

namespace {

const UtcTime First {1'795'255'200'000};
const UtcTime Second = First + Millis(300'250);

Reason reason(ReasonCode code)
{
    return Reason {code};
}

} // namespace

/// The sentences that 0.1.0 and the versions up to the third of the schema stored are the reasons that they stood for.
class TestOldReasons : public QObject {
    Q_OBJECT

private slots:
    void sentences_data()
    {
        using Code = ReasonCode;
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<Reason>("expected");
        const QString a = toRfc3339(First);
        const QString b = toRfc3339(Second);
        const auto row = [](const QString &sentence, const Reason &expected) { QTest::addRow("%s", qPrintable(sentence)) << sentence << expected; };
        row(QStringLiteral("You saw it firing; it is resolved now: no member knows it any more"), reason(Code::Gone));
        row(QStringLiteral("You saw it firing since %1; it is resolved now: no member knows it any more").arg(a),
            reason(Code::Gone).with(Seen, First));
        row(QStringLiteral("You saw it firing since %1; it is resolved since %2").arg(a, b),
            reason(Code::ResolvedSince).with(Seen, First).with(Since, Second));
        row(QStringLiteral("You saw it firing; it was resolved and fires again since %1").arg(b), reason(Code::FiresAgain).with(Since, Second));
        row(QStringLiteral("You saw it firing since %1; it was resolved and fires again since %2").arg(a, b),
            reason(Code::FiresAgain).with(Seen, First).with(Since, Second));
        row(QStringLiteral("1 of 2 members answered completely and they do not hold this alert; the others may"),
            reason(Code::AlertNotHeld).with(Answered, 1).with(Members, 2));
        row(QStringLiteral("1 of 2 members answered completely and they do not hold this silence; the others may"),
            reason(Code::SilenceNotHeld).with(Answered, 1).with(Members, 2));
        row(QStringLiteral("This alert is not known now, but: am started 40s ago"),
            reason(Code::AlertNotKnown).with(Text, QStringLiteral("am started 40s ago")));
        row(QStringLiteral("This silence is not known now, but: it said: no"),
            reason(Code::SilenceNotKnown).with(Text, QStringLiteral("it said: no")));
        row(QStringLiteral("The matchers of this acknowledgement do not match the alert"), reason(Code::MatchersDiffer));
        row(QStringLiteral("prom only tells which of its rules fire: acknowledge and silence on an Alertmanager, none is connected"),
            reason(Code::OnlyRules).with(Source, QStringLiteral("prom")));
        row(QStringLiteral("acknowledged by ana until %1").arg(a), reason(Code::Acknowledged).with(By, QStringLiteral("ana")).with(Until, First));
        row(QStringLiteral("acknowledged by an %2 until until %1").arg(a),
            reason(Code::Acknowledged).with(By, QStringLiteral("an %2 until")).with(Until, First));
        row(QStringLiteral("acknowledged by somebody until %1").arg(a), reason(Code::Acknowledged).with(Until, First));
        row(QStringLiteral("an equal silence by ana runs until %1").arg(a),
            reason(Code::EqualSilence).with(By, QStringLiteral("ana")).with(Until, First));
        row(QStringLiteral("You wished it silent until %2; an equal silence by ana runs until %1: extend that one instead").arg(a, b),
            reason(Code::EqualTooShort).with(Wished, Second).with(By, QStringLiteral("ana")).with(Until, First));
        row(QStringLiteral("You saw this silence running; the server does not know it any more"), reason(Code::SilenceForgotten));
        row(QStringLiteral("You saw this silence running; it ended at %1").arg(a), reason(Code::SilenceOver).with(Until, First));
        row(QStringLiteral("the silence had ended before"), reason(Code::HadEnded));
        row(QStringLiteral("it already runs until %1").arg(a), reason(Code::RunsAlready).with(Until, First));
        row(QStringLiteral("A silence without matchers would silence everything"), reason(Code::NoMatchers));
        row(QStringLiteral("A regular expression of this silence does not compile"), reason(Code::BadPattern));
        row(QStringLiteral("A silence needs a duration"), reason(Code::NoDuration));
        row(QStringLiteral("A silence cannot end in the past, at %1").arg(a), reason(Code::EndsInThePast).with(Until, First));
        row(QStringLiteral("it had landed before"), reason(Code::LandedBefore));
        row(QStringLiteral("It took effect, but the silence ended at %1").arg(a), reason(Code::TookEffectEnded).with(Until, First));
        row(QStringLiteral("The server took the silence but lets it begin only at %1: it hides nothing yet").arg(a),
            reason(Code::BeginsLater).with(From, First));
        row(QStringLiteral("The silence is in force, but until %1 instead of %2").arg(a, b),
            reason(Code::EndsOtherwise).with(Until, First).with(Wished, Second));
        row(QStringLiteral("The server took the silence but holds it otherwise than it was asked to"), reason(Code::HeldOtherwise));
        row(QStringLiteral("the server made a new silence of it, until %1").arg(a), reason(Code::NewSilence).with(Until, First));
        row(QStringLiteral("It is not known whether this took effect: am has an internal problem (502): no"),
            reason(Code::InDoubt).with(Text, QStringLiteral("am has an internal problem (502): no")));
        row(QStringLiteral("It is not known whether this took effect: the silence was made but could not be read back: reset"),
            reason(Code::MadeNotRead).with(Text, QStringLiteral("reset")));
        row(QStringLiteral("The silence was made but could not be read back: reset"), reason(Code::MadeNotRead).with(Text, QStringLiteral("reset")));
        row(QStringLiteral("It is not known whether this took effect: the silence still runs"), reason(Code::StillRuns));
        row(QStringLiteral("The server took the request but the silence still runs"), reason(Code::StillRuns));
        row(QStringLiteral("No member answered completely"), reason(Code::NoMemberAnswers));
        row(QStringLiteral("No member answers"), reason(Code::NoMemberAnswers));
        row(QStringLiteral("No member took it"), reason(Code::NoMemberTook));
        row(QStringLiteral("Read back: it had not arrived. It will be sent again."), reason(Code::NotArrived));
        row(QStringLiteral("Read back: it had not arrived. It will be sent again. The last answer: am has an internal problem (502)."),
            reason(Code::NotArrived).with(Last, Reason::said(QStringLiteral("am has an internal problem (502)."))));
        row(QStringLiteral("It could not be sent before %1 and has not been sent since.").arg(a), reason(Code::ExpiredUnsent).with(Before, First));
        row(QStringLiteral(
                "It could not be delivered before %1 and is not tried again. At last: Read back: it had not arrived. It will be sent again.")
                .arg(a),
            reason(Code::ExpiredTried).with(Before, First).with(Last, reason(Code::NotArrived)));
        row(QStringLiteral("This context is read-only: nothing is sent from it."), reason(Code::ReadOnly));
        row(QStringLiteral("taken back before it was sent"), reason(Code::TakenBack));
        row(QStringLiteral("sent again by its author"), reason(Code::SentAgain));
    }
    void sentences()
    {
        QFETCH(QString, sentence);
        QFETCH(Reason, expected);
        QCOMPARE(reasonOfSentence(sentence), expected);
    }

    void otherWordsAreKept()
    {
        for (const char *words :
            {"connection refused", "bad matcher: it already runs until noon, they say", "it already runs until ",
                "it already runs until 2026-99-99T00:00:00Z", "x of y members answered completely and they do not hold this alert; the others may"}) {
            QCOMPARE(reasonOfSentence(QString::fromLatin1(words)), Reason::said(QString::fromLatin1(words)));
        }
        QCOMPARE(reasonOfSentence({}), Reason {});
    }
};

QTEST_GUILESS_MAIN(TestOldReasons)
#include "tst_oldreasons.moc"
