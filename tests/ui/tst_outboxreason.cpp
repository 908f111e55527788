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

QString reasonOf(const AlertAction &action, const AlertSnapshot &present)
{
    const Decision decision = decide(action, present, Now);
    return decision.receipt ? decision.receipt->detail : QStringLiteral("no receipt");
}

} // namespace

// What the outbox stores as English sentences is told in the language of the window.
class TestOutboxReason : public QObject {
    Q_OBJECT

    Translator m_translator;

private slots:
    void initTestCase() { QCoreApplication::installTranslator(&m_translator); }

    // Exactly as the source writes them: a changed sentence fails here.
    void decisionsOfTheSource_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("told");
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
        acked.silencedBy = {QStringLiteral("s1")};
        acked.state = AlertState::Suppressed;
        Silence ack = silenceNamed(QStringLiteral("s1"));
        ack.comment = QStringLiteral("ACK! mine");
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
        QFETCH(QString, stored);
        QFETCH(QString, told);
        QCOMPARE(outboxReason(stored), told);
    }

    void ofCourierAndStore_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("told");
        QTest::newRow("resolved since") << "You saw it firing since 2026-11-21T14:00:00Z; it is resolved since 2026-11-21T14:05:00Z"
                                        << "T:[2026-11-21T14:05:00Z][2026-11-21T14:00:00Z]";
        QTest::newRow("expired") << "It could not be sent before 2026-11-21T14:00:00Z and has not been sent since."
                                 << "T:[2026-11-21T14:00:00Z]";
        QTest::newRow("read back") << "Read back: it had not arrived. It will be sent again."
                                   << "T:";
        QTest::newRow("read back, with an answer")
            << "Read back: it had not arrived. It will be sent again. The last answer: am has an internal problem (502)."
            << "T:[am has an internal problem (502).]";
        QTest::newRow("tried in vain") << "It could not be delivered before 2026-11-21T14:00:00Z and is not tried again. At last: refused"
                                       << "T:[refused][2026-11-21T14:00:00Z]";
        QTest::newRow("landed once") << "it had landed before"
                                     << "T:";
        QTest::newRow("landed and over") << "It took effect, but the silence ended at 2026-11-21T14:00:00Z"
                                         << "T:[2026-11-21T14:00:00Z]";
        QTest::newRow("pending") << "The server took the silence but lets it begin only at 2026-11-21T14:00:00Z: it hides nothing yet"
                                 << "T:[2026-11-21T14:00:00Z]";
        QTest::newRow("ends otherwise") << "The silence is in force, but until 2026-11-21T14:00:00Z instead of 2026-11-21T15:00:00Z"
                                        << "T:[2026-11-21T15:00:00Z][2026-11-21T14:00:00Z]";
        QTest::newRow("read-only") << "This context is read-only: nothing is sent from it."
                                   << "T:";
        QTest::newRow("withdrawn") << "taken back before it was sent"
                                   << "T:";
        QTest::newRow("resent") << "sent again by its author"
                                << "T:";
    }
    void ofCourierAndStore() { decisionsOfTheSource(); }

    void otherWordsAreKept()
    {
        for (const char *words : {"", "connection refused", "bad matcher: it already runs until noon, they say", "it already runs until "}) {
            QCOMPARE(outboxReason(QString::fromLatin1(words)), QString::fromLatin1(words));
        }
    }
};

QTEST_GUILESS_MAIN(TestOutboxReason)
#include "tst_outboxreason.moc"
