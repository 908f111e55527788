#include "tests/cli/clibench.h"

#include <QDateTime>

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

/// The verbs beyond acknowledge and silence, at the command line over a real Alertmanager, which has one of them.
class TestQdeckActs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(m_server.start(), m_server.log().constData());
        const QByteArray since = QDateTime::currentDateTimeUtc().addSecs(-60).toString(Qt::ISODate).toUtf8();
        const QByteArray alert = "[{\"labels\":{\"alertname\":\"DiskFull\",\"service\":\"db\"},\"startsAt\":\"" + since + "\"}]";
        const PlainReply posted = plainHttp("POST", m_server.url().resolved(QUrl(QStringLiteral("/api/v2/alerts"))), alert, "application/json");
        QCOMPARE(posted.status, 200);
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + m_server.url().toEncoded() + "'}\n");
        m_id = m_b.json(words("alerts")).field("id");
        QVERIFY(!m_id.isEmpty());
    }

    void anAcknowledgementIsTakenBack()
    {
        QCOMPARE(m_b.json(words("ack --author ana") << m_id).field("state"), QStringLiteral("confirmed"));
        QCOMPARE(m_b.json(words("alerts")).field("state"), QStringLiteral("acknowledged"));
        const CliRun back = m_b.json(words("unack --author ben") << m_id);
        QVERIFY2(back.code == 0, back.err + back.out);
        QCOMPARE(back.field("verb"), QStringLiteral("unacknowledge"));
        QCOMPARE(back.field("state"), QStringLiteral("confirmed"));
        QCOMPARE(m_b.json(words("alerts")).field("state"), QStringLiteral("triggered"));
    }

    void whatTheSourceHasNotIsRefused_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"snooze --for 1h", "resolve", "reassign --to ana", "escalate --level 2", "call --to ana@example.org",
                 "priority --set P1", "comment --text seen", "check"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }
    void whatTheSourceHasNotIsRefused()
    {
        QFETCH(QString, line);
        const CliRun run = m_b.run(line.split(u' ') << m_id);
        QVERIFY2(run.code != 0 && (run.err + run.out).contains("not possible at am"), run.err + run.out);
        QVERIFY(m_b.json(words("outbox")).items().size() <= 2);
    }

    void whatIsMissingIsAskedFor_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line :
            {"snooze --for 1", "snooze --for 1h --until 08:00", "reassign", "escalate", "merge", "priority", "comment", "unack"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }
    void whatIsMissingIsAskedFor()
    {
        QFETCH(QString, line);
        QStringList arguments = line.split(u' ');
        if (line != u"unack") {
            arguments << m_id;
        }
        QCOMPARE(m_b.run(arguments).code, 2);
    }

private:
    RealAlertmanager m_server;
    CliBench m_b;
    QString m_id;
};

QTEST_GUILESS_MAIN(TestQdeckActs)
#include "tst_qdeckacts.moc"
