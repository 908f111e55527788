#include "tests/cli/clibench.h"
#include "tests/support/passon.h"
#include "tests/support/scriptedserver.h"

#include <QDateTime>

#include <atomic>

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

/// Acts about one alert that meet in the outbox while their source is away or what became of one is not known: over a real Alertmanager behind
/// a gateway.
class TestQdeckWaiting : public QObject {
    Q_OBJECT

    /// What the gateway does.
    enum class Gate : quint8 { Open, Away, LosesAnswers };

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(m_server.start(), m_server.log().constData());
    }
    void init()
    {
        m_gate = Gate::Open;
        m_b = std::make_unique<CliBench>();
        m_b->write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + m_gateway.url().toEncoded() + "'}\n");
        const QByteArray name = "Disk" + QByteArray::number(++m_count);
        QVERIFY(m_server.post(R"([{"labels":{"alertname":")" + name + R"(","service":")" + name + R"("}}])"));
        m_title = QString::fromLatin1(name);
        m_id = field("id");
        QVERIFY(!m_id.isEmpty());
    }

    void anUnsentAcknowledgementIsTakenBack()
    {
        m_gate = Gate::Away;
        QCOMPARE(act("ack").field("state"), QStringLiteral("queued"));
        const CliRun back = m_b->run(words("unack") << m_id);
        QVERIFY2(back.code == 0 && back.out.contains("was still queued and was discarded: nothing was sent"), back.out + back.err);
        QCOMPARE(states("acknowledge"), QStringList {QStringLiteral("withdrawn")});
        sync();
        QCOMPARE(field("state"), QStringLiteral("triggered"));
    }

    // What is known to be acknowledged is not left so.
    void theAcknowledgementInForceIsEndedAsWell()
    {
        QCOMPARE(act("ack").field("state"), QStringLiteral("confirmed"));
        QCOMPARE(field("state"), QStringLiteral("acknowledged"));
        m_gate = Gate::Away;
        QCOMPARE(act("ack").code, 3);
        QCOMPARE(act("unack").field("state"), QStringLiteral("queued"));
        sync();
        QCOMPARE(field("state"), QStringLiteral("triggered"));
    }

    void anAcknowledgementInDoubtIsWaitedFor()
    {
        m_gate = Gate::LosesAnswers;
        QCOMPARE(act("ack").field("state"), QStringLiteral("unknown"));
        const CliRun back = act("unack");
        QCOMPARE(back.code, 3);
        QCOMPARE(back.field("state"), QStringLiteral("queued"));
        sync();
        QCOMPARE(states("acknowledge"), QStringList {QStringLiteral("confirmed")});
        QCOMPARE(states("unacknowledge"), QStringList {QStringLiteral("confirmed")});
        QCOMPARE(field("state"), QStringLiteral("triggered"));
    }

    void theLastWordCounts()
    {
        QCOMPARE(act("ack").field("state"), QStringLiteral("confirmed"));
        m_gate = Gate::Away;
        QCOMPARE(act("unack").field("state"), QStringLiteral("queued"));
        QCOMPARE(act("ack").field("state"), QStringLiteral("queued"));
        QCOMPARE(states("unacknowledge"), QStringList {QStringLiteral("withdrawn")});
        sync();
        QCOMPARE(field("state"), QStringLiteral("acknowledged"));
    }

    void theSameIsQueuedOnce()
    {
        m_gate = Gate::Away;
        const CliRun first = act("ack --author ana");
        const CliRun second = act("ack --author ana");
        QCOMPARE(second.code, 3);
        QCOMPARE(second.field("id"), first.field("id"));
        QVERIFY(m_b->run(words("ack --author ana") << m_id).out.contains("You asked for it before: nothing was added."));
        // What differs is wanted instead.
        const CliRun other = m_b->run(words("ack --author ana --for 3h --text longer") << m_id);
        QVERIFY2(other.code == 3 && other.out.contains("in place of an earlier one that was not sent"), other.out);
        QCOMPARE(states("acknowledge"), (QStringList {QStringLiteral("queued"), QStringLiteral("withdrawn")}));
        sync();
        QCOMPARE(states("acknowledge"), (QStringList {QStringLiteral("confirmed"), QStringLiteral("withdrawn")}));
        QVERIFY(m_b->json(words("silences")).out.contains("longer"));
        QCOMPARE(m_b->json(words("unack") << m_id).code, 0);
    }

    void anUnsentSilenceIsTakenBack()
    {
        m_gate = Gate::Away;
        QCOMPARE(act("silence").field("state"), QStringLiteral("queued"));
        const CliRun back = act("unsilence");
        QVERIFY2(back.code == 0, back.out + back.err);
        QCOMPARE(states("silence"), QStringList {QStringLiteral("withdrawn")});
        sync();
        QCOMPARE(field("state"), QStringLiteral("triggered"));
    }

    // One by matchers, in doubt: the alert that it hides names it.
    void aSilenceInDoubtIsEndedOnceItIsKnown()
    {
        m_gate = Gate::LosesAnswers;
        const CliRun silence = m_b->json({QStringLiteral("silence"), QStringLiteral("--yes"), QStringLiteral("service=") + m_title});
        QCOMPARE(silence.field("state"), QStringLiteral("unknown"));
        QCOMPARE(act("unsilence").field("state"), QStringLiteral("queued"));
        sync();
        QCOMPARE(states("silence"), QStringList {QStringLiteral("confirmed")});
        QCOMPARE(states("expire-silence"), QStringList {QStringLiteral("confirmed")});
        QCOMPARE(field("state"), QStringLiteral("triggered"));
    }

    void aQueuedSilenceIsExtended()
    {
        m_gate = Gate::Away;
        QCOMPARE(act("silence --for 1h").field("state"), QStringLiteral("queued"));
        QCOMPARE(act("extend --for 2h").field("state"), QStringLiteral("queued"));
        sync();
        QString end;
        for (const auto &silence : m_b->json(words("silences")).items()) {
            const bool isOurs = QJsonDocument(silence[QStringLiteral("matchers")].toArray()).toJson().contains(m_title.toUtf8());
            end = isOurs ? silence[QStringLiteral("endsAt")].toString() : end;
        }
        const qint64 left = QDateTime::currentDateTimeUtc().secsTo(QDateTime::fromString(end, Qt::ISODate));
        QVERIFY2(left > 10'000 && left < 10'900, qPrintable(end));
        QCOMPARE(act("unsilence").code, 0);
    }

    void whoOnlyReadsBeginsNothing_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"alerts", "silences", "show ID", "unsilence zzz", "sources", "doctor"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }
    void whoOnlyReadsBeginsNothing()
    {
        QFETCH(QString, line);
        m_gate = Gate::Away;
        QCOMPARE(act("ack").field("state"), QStringLiteral("queued"));
        m_gate = Gate::Open;
        (void)m_b->run(line.replace(QStringLiteral("ID"), m_id).split(u' '));
        QCOMPARE(states("acknowledge"), QStringList {QStringLiteral("queued")});
        const CliRun all = m_b->run(words("outbox withdraw --all"));
        QVERIFY2(all.code == 0 && all.out.contains("1 discarded: not sent."), all.out + all.err);
    }

    void whatIsOnItsWayIsNotCalledDiscarded()
    {
        m_gate = Gate::LosesAnswers;
        QCOMPARE(act("ack").field("state"), QStringLiteral("unknown"));
        const CliRun all = m_b->run(words("outbox withdraw --all"));
        QVERIFY2(all.code != 0, all.out);
        QVERIFY2(all.err.contains("Not discarded") && !all.out.contains("Nothing is waiting"), all.out + all.err);
        sync();
        QCOMPARE(act("unack").code, 0);
    }

private:
    CliRun act(const char *line) const { return m_b->json(words(line) << m_id); }
    QString field(const char *name) const
    {
        const CliRun run = m_b->json(words("alerts"));
        for (int i = 0; i < run.items().size(); ++i) {
            if (run.field("title", i) == m_title) {
                return run.field(name, i);
            }
        }
        return {};
    }
    /// Newest first.
    QStringList states(const char *verb) const
    {
        const CliRun run = m_b->json(words("outbox"));
        QStringList states;
        for (int i = 0; i < run.items().size(); ++i) {
            if (run.field("verb", i) == QLatin1String(verb)) {
                states << run.field("state", i);
            }
        }
        return states;
    }
    void sync()
    {
        m_gate = Gate::Open;
        const CliRun run = m_b->run(words("sync --once"));
        QVERIFY2(run.code == 0, run.out + run.err);
    }
    ScriptedReply answer(const ScriptedRequest &request) const
    {
        if (m_gate == Gate::Away) {
            return ScriptedReply::closeSilently();
        }
        const bool isOfSilences = request.path().contains("/silence");
        if (m_gate == Gate::LosesAnswers && isOfSilences && request.method == "GET") {
            return ScriptedReply::empty(503);
        }
        const ScriptedReply reply = passOn(request, m_server.url());
        return m_gate == Gate::LosesAnswers && isOfSilences ? ScriptedReply::reset() : reply;
    }

    RealAlertmanager m_server;
    std::atomic<Gate> m_gate = Gate::Open;
    ScriptedServer m_gateway {[this](const ScriptedRequest &request) { return answer(request); }};
    std::unique_ptr<CliBench> m_b;
    int m_count = 0;
    QString m_title;
    QString m_id;
};

QTEST_GUILESS_MAIN(TestQdeckWaiting)
#include "tst_qdeckwaiting.moc"
