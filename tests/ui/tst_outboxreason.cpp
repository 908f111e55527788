#include "app/cli/reasonsentence.h"
#include "app/sources/alertmanager/preflight.h"
#include "tests/contract/alertmanager/snapshots.h"
#include "ui/widgets/outboxreason.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace quarterdeck;
using namespace quarterdeck::alertmanager;

namespace {

// A language in which every sentence begins with "T:" and names its parts the other way round.
class Translator final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (qstrcmp(context, "OutboxReason") != 0) {
            return {};
        }
        const QString text = QString::fromUtf8(source);
        QString turned = QStringLiteral("T:");
        for (const QLatin1StringView part : {QLatin1StringView("%3"), QLatin1StringView("%2"), QLatin1StringView("%1")}) {
            turned += text.contains(part) ? QStringLiteral("[%1]").arg(part) : QString();
        }
        return text == u"somebody" ? QStringLiteral("jemand") : turned;
    }
};

QString told(const Reason &reason)
{
    return outboxReason(reason, toRfc3339);
}

QString reasonOf(const AlertAction &action, const AlertPage &present)
{
    const Decision decision = decide(action, present, Now);
    return decision.outcome ? told(decision.outcome->reason) : QStringLiteral("no outcome");
}

} // namespace

// What the outbox stores as a code with its parts is told in the language of the window.
class TestOutboxReason : public QObject {
    Q_OBJECT

    Translator m_translator;

private slots:
    void initTestCase() { QCoreApplication::installTranslator(&m_translator); }

    void decisionsOfTheSource_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("wanted");
        const Alert firing = alertNamed(QStringLiteral("a"));
        Alert refired = firing;
        refired.startsAt = UtcTime {1'200'000};
        const QString seen = QStringLiteral("[1970-01-01T00:16:40Z]");
        const AlertAction acknowledge = action(Verb::Acknowledge);
        QTest::newRow("gone") << reasonOf(acknowledge, complete({}, {})) << QStringLiteral("T:") + seen;
        AlertAction unseen = acknowledge;
        unseen.expectedStart = {};
        QTest::newRow("gone, start not seen") << reasonOf(unseen, complete({}, {})) << QStringLiteral("T:");
        QTest::newRow("fired again") << reasonOf(acknowledge, complete({refired}, {})) << QStringLiteral("T:[1970-01-01T00:20:00Z]") + seen;
        Alert acked = firing;
        acked.holds.set(HoldKind::Silence, {QStringLiteral("s1")});
        acked.state = AlertState::Suppressed;
        Silence ack = silenceNamed(QStringLiteral("s1"));
        ack.comment = QStringLiteral("ACK! mine");
        ack.kind = HoldKind::Acknowledgement;
        ack.createdBy = QStringLiteral("an %2 a");
        QTest::newRow("acknowledged") << reasonOf(acknowledge, complete({acked}, {ack})) << QStringLiteral("T:[1970-01-01T02:46:40Z][an %2 a]");
        ack.createdBy.clear();
        QTest::newRow("by nobody known") << reasonOf(acknowledge, complete({acked}, {ack})) << QStringLiteral("T:[1970-01-01T02:46:40Z][jemand]");
        AlertAction silence = action(Verb::Silence);
        silence.matchers = ack.matchers;
        const Silence plain = silenceNamed(QStringLiteral("s1"));
        Silence brief = plain;
        brief.endsAt = UtcTime {2'500'000};
        Silence over = plain;
        over.state = SilenceState::Expired;
        QTest::newRow("equal") << reasonOf(silence, complete({firing}, {plain})) << QStringLiteral("T:[1970-01-01T02:46:40Z][ana]");
        QTest::newRow("too short") << reasonOf(silence, complete({firing}, {brief}))
                                   << QStringLiteral("T:[1970-01-01T00:41:40Z][ana][1970-01-01T01:33:20Z]");
        AlertAction extend = action(Verb::ExtendSilence);
        extend.silenceId = QStringLiteral("s1");
        AlertAction until = extend;
        until.until = plain.endsAt;
        QTest::newRow("runs") << reasonOf(until, complete({}, {plain})) << QStringLiteral("T:[1970-01-01T02:46:40Z]");
        QTest::newRow("over") << reasonOf(extend, complete({}, {over})) << QStringLiteral("T:[1970-01-01T02:46:40Z]");
        QTest::newRow("unknown") << reasonOf(extend, complete({}, {})) << QStringLiteral("T:");
        AlertAction expire = action(Verb::ExpireSilence);
        expire.silenceId = QStringLiteral("s1");
        QTest::newRow("had ended") << reasonOf(expire, complete({}, {over})) << QStringLiteral("T:");
    }
    void decisionsOfTheSource()
    {
        QFETCH(QString, said);
        QFETCH(QString, wanted);
        QCOMPARE(said, wanted);
    }

    void everyCodeHasWordsInBothTables()
    {
        for (int i = int(ReasonCode::Text) + 1; i <= int(ReasonCode::InMaintenance); ++i) {
            const Reason bare {ReasonCode(i)};
            Reason full = bare;
            for (const auto name :
                {reasonpart::Seen, reasonpart::Since, reasonpart::From, reasonpart::Until, reasonpart::Wished, reasonpart::Before}) {
                full = full.with(name, Now);
            }
            full = full.with(reasonpart::Text, QStringLiteral("x"))
                       .with(reasonpart::Source, QStringLiteral("x"))
                       .with(reasonpart::By, QStringLiteral("x"))
                       .with(reasonpart::Among, QStringLiteral("x"));
            full = full.with(reasonpart::Answered, 1).with(reasonpart::Members, 2).with(reasonpart::Last, Reason::said(QStringLiteral("x")));
            QVERIFY2(told(full).startsWith(QStringLiteral("T:")), reasonCodeName(ReasonCode(i)).data());
            const QString plain = reasonSentence(full);
            QVERIFY2(plain.contains(u' ') && !plain.contains(u'%'), reasonCodeName(ReasonCode(i)).data());
            // A damaged row has lost its parts: its code is told then, or fewer words.
            QVERIFY(!told(bare).isEmpty() && !told(bare).contains(u'%'));
        }
        QCOMPARE(told({}), QString());
        QCOMPARE(reasonSentence({}), QString());
    }

    void theCommandLineNamesTimesAsItsListsDo()
    {
        const Reason why
            = Reason {ReasonCode::EqualTooShort}.with(reasonpart::Wished, UtcTime {7'200'123}).with(reasonpart::Until, UtcTime {3'600'000});
        QCOMPARE(reasonSentence(why),
            QStringLiteral("You asked for silence until 1970-01-01 02:00:00 UTC, but somebody already has an identical silence until "
                           "1970-01-01 01:00:00 UTC. Extend that one instead"));
    }

    void aReasonWithinAReasonIsToldToo()
    {
        const Reason last = Reason {ReasonCode::RunsAlready}.with(reasonpart::Until, UtcTime {3'600'000});
        QCOMPARE(told(Reason {ReasonCode::NotArrived}.with(reasonpart::Last, last)), QStringLiteral("T:[T:[1970-01-01T01:00:00Z]]"));
        QCOMPARE(told(Reason {ReasonCode::NotArrived}), QStringLiteral("T:"));
    }

    void foreignWordsAreKept()
    {
        for (const char *words : {"", "connection refused", "already runs until %1, they say"}) {
            QCOMPARE(told(Reason::said(QString::fromLatin1(words))), QString::fromLatin1(words));
        }
    }
};

QTEST_GUILESS_MAIN(TestOutboxReason)
#include "tst_outboxreason.moc"
