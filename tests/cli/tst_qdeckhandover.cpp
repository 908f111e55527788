#include "tests/cli/clibench.h"

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

QByteArray alert(const QByteArray &name, const QByteArray &severity)
{
    return R"({"labels":{"alertname":")" + name + R"(","service":"web-)" + name + R"(","severity":")" + severity + R"("},"startsAt":")"
        + QDateTime::currentDateTimeUtc().addSecs(-60).toString(Qt::ISODate).toUtf8() + R"(","endsAt":"2036-01-01T00:00:00Z"})";
}

} // namespace

/// `qdeck handover` over a real Alertmanager. The slots build on each other.
class TestQdeckHandover : public QObject {
    Q_OBJECT

    RealAlertmanager m_alertmanager;
    CliBench m_b;

    QStringList titlesOf(const CliRun &run, const char *part) const
    {
        QStringList titles;
        for (const QJsonValue &item : run.items()) {
            const QJsonObject object = item.toObject();
            if (object.value(QLatin1StringView("part")).toString() == QLatin1StringView(part)) {
                titles.append(object.value(QLatin1StringView("title")).toString());
            }
        }
        return titles;
    }

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(m_alertmanager.start(), m_alertmanager.log());
        QVERIFY(m_alertmanager.post('[' + alert("DiskFull", "warning") + ',' + alert("Latency", "critical") + ',' + alert("Mine", "warning") + ','
            + alert("Quiet", "warning") + ']'));
        m_b.write(QStringLiteral("rota.ics"),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//rota//EN\r\nX-WR-CALNAME:Web people\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Ana\r\n"
            "DTSTART:20200101T000000Z\r\nDTEND:20360101T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + m_alertmanager.url().toEncoded()
                + "'}\n- {name: rota, type: calendar, path: '" + m_b.folder.filePath(QStringLiteral("rota.ics")).toUtf8() + "'}\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_b.json(words("alerts")).items().size(), 4, 40'000);
        const QString mine = [this] {
            for (const QJsonValue &item : m_b.json(words("alerts")).items()) {
                if (item.toObject().value(QLatin1StringView("title")).toString() == QLatin1StringView("Mine")) {
                    return item.toObject().value(QLatin1StringView("id")).toString();
                }
            }
            return QString();
        }();
        QCOMPARE(m_b.run(words("ack --for 30h --author ben") << mine).code, 0);
        QCOMPARE(m_b.run(words("silence --yes --for 3h --author cid --text cleaned --matcher alertname=Quiet")).code, 0);
    }
    void saysWhatTheNextShiftHasToKnow()
    {
        const CliRun run = m_b.json(words("handover"));
        QVERIFY2(run.code == 0, run.err + run.out);
        QVERIFY2(titlesOf(run, "open").size() == 2, run.out);
        QCOMPARE(titlesOf(run, "open"), QStringList({QStringLiteral("Latency"), QStringLiteral("DiskFull")}));
        QCOMPARE(titlesOf(run, "acknowledged"), QStringList(QStringLiteral("Mine")));
        QCOMPARE(titlesOf(run, "returning"), QStringList(QStringLiteral("Quiet")));
        QCOMPARE(titlesOf(run, "ending").size(), 1);
        QCOMPARE(run.json().value(QLatin1StringView("incidents")).toInt(), 4);
        const CliRun text = m_b.run(words("handover"));
        QVERIFY2(text.code == 0, text.err);
        for (const char *part :
            {"# Hand-over of ", "- Web people, level 1: Ana", "- critical **Latency** (web-Latency)", "Acknowledged by ben", "by cid: cleaned"}) {
            QVERIFY2(text.out.contains(part), part + QByteArray("\n") + text.out);
        }
    }
    void theNextShiftHasAnEnd()
    {
        const CliRun soon = m_b.json(words("handover --for 1h"));
        QVERIFY2(soon.code == 0, soon.err);
        QVERIFY(titlesOf(soon, "returning").isEmpty());
        QCOMPARE(titlesOf(m_b.json(words("handover --for 40h")), "returning").size(), 2);
    }
    void whatIsNotKnownIsSaid()
    {
        QVERIFY(QFile::remove(m_b.folder.filePath(QStringLiteral("rota.ics"))));
        const CliRun run = m_b.run(words("handover --cached"));
        QVERIFY2(run.code == 3, run.err + run.out);
        QVERIFY2(run.out.contains("**Something may be missing:**"), run.out);
        m_alertmanager.kill();
        const CliRun down = m_b.run(words("handover"));
        QVERIFY2(down.code == 3, down.err + down.out);
        QVERIFY2(down.out.contains("am is not up to date"), down.out);
        QVERIFY2(down.out.contains("rota: who is on call there is not known or not up to date"), down.out);
    }
    void misuseIsRefused()
    {
        for (const char *line : {"handover --for tomorrow", "handover --since yesterday", "handover --from now --to now-1h", "handover extra"}) {
            QCOMPARE(m_b.run(words(line)).code, 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestQdeckHandover)
#include "tst_qdeckhandover.moc"
