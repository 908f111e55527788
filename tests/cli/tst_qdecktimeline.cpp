#include "tests/cli/clibench.h"
#include "tests/support/pagerdutyserver.h"

#include <cmath>

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

std::optional<ScriptedReply> refusesLog(const ScriptedRequest &request, PagerdutyAccount &)
{
    return request.path() == "/log_entries" ? std::optional(PagerdutyServer::no(403, 2010, QStringLiteral("Access Denied"))) : std::nullopt;
}

} // namespace

/// What happened to incidents of PagerDuty, through the whole engine: who did it, once, and to the second.
class TestQdeckTimeline : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_b = std::make_unique<CliBench>();
        m_server = std::make_unique<PagerdutyServer>();
        m_b->write(QStringLiteral("key"), "user-key");
        QFile(m_b->folder.filePath(QStringLiteral("key"))).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        m_b->write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: pd, type: pagerduty, url: '" + m_server->url().toEncoded()
                + "', authorization: {type: Token, credentials_file: key}}\n");
    }

    void figuresAreRightToTheSecond()
    {
        // The account lives two hours ago, and its log cannot be read until it is over.
        m_server->before(refusesLog);
        QString first;
        QString second;
        QString third;
        m_server->with([&](PagerdutyAccount &account) {
            account.ackTimeout = Millis(0);
            account.advance(Millis(-7'200'000));
            first = account.open(QStringLiteral("Disk full"));
            second = account.open(QStringLiteral("Too slow"));
            third = account.open(QStringLiteral("Gone"));
        });
        QCOMPARE(m_b->run(words("alerts")).code, 0);
        // When it was done by the account's clock, which goes on meanwhile.
        const auto at = [this](int later, const QString &incident, const char *status, const char *by) {
            return m_server->with([&](PagerdutyAccount &account) {
                account.advance(Millis(later * 1'000LL));
                account.update(incident, {{QStringLiteral("status"), QLatin1StringView(status)}}, QLatin1StringView(by));
                return account.now();
            });
        };
        const auto since = [this](UtcTime time, const QString &incident) {
            return m_server->with([&](PagerdutyAccount &account) {
                return double((time - *parseRfc3339(account.incident(incident).value(QStringLiteral("created_at")).toString())).count()) / 1000;
            });
        };
        const double thirdTaken = since(at(60, third, "acknowledged", "PBEN002"), third);
        const double firstTaken = since(at(65, first, "acknowledged", "PANA001"), first);
        const double secondEnded = since(at(175, second, "resolved", ""), second);
        at(100, third, "triggered", "PBEN002");
        at(100, third, "acknowledged", "PANA001");
        const double firstEnded = since(at(225, first, "resolved", "PANA001"), first);
        const double thirdEnded = since(at(275, third, "resolved", "PBEN002"), third);
        QVERIFY(firstTaken >= 125 && firstTaken < 160 && thirdEnded >= 1'000 && thirdEnded < 1'050);
        m_server->with([](PagerdutyAccount &account) { account.advance(Millis(6'200'000)); });
        m_server->before({});
        const CliRun clear = m_b->run(words("alerts"));
        QVERIFY2(clear.code == 0, clear.err + clear.out);

        const CliRun figures = m_b->json(words("kpi --since 7d"));
        QVERIFY2(figures.code == 0, figures.err + figures.out);
        const auto figure = [&figures](const char *name) { return figures.item().value(QLatin1StringView(name)).toDouble(-1); };
        QCOMPARE(int(figure("incidents")), 3);
        QCOMPARE(int(figure("mtta_n")), 2);
        QCOMPARE(figure("mtta_mean_s"), (firstTaken + thirdTaken) / 2);
        QCOMPARE(int(figure("mttr_n")), 3);
        QCOMPARE(figure("mttr_mean_s"), (firstEnded + secondEnded + thirdEnded) / 3);
        QCOMPARE(figure("mttr_people_mean_s"), (firstEnded + thirdEnded) / 2);
        QVERIFY(std::abs(figure("auto_resolved_rate") - 1 / 3.0) < 1e-9);

        const auto bare = [](QStringList story) {
            for (QString &line : story) {
                line = line.section(u' ', 1);
            }
            return story;
        };
        QCOMPARE(bare(storyOf(third)),
            (QStringList {"fired", "acknowledged Ben Brandt", "unacknowledged Ben Brandt", "acknowledged Ana Alvarez", "resolved Ben Brandt"}));
        QCOMPARE(storyOf(third).back().section(u' ', 0, 0).toDouble(), thirdEnded);
        QCOMPARE(bare(storyOf(second)), (QStringList {"fired", "resolved"}));
    }

    void whatWeDoIsToldOnce()
    {
        const QString incident = m_server->with([](PagerdutyAccount &account) {
            const QString id = account.open(QStringLiteral("Disk full"));
            account.notify(id, QStringLiteral("PANA001"), QStringLiteral("phone"));
            return id;
        });
        const QString id = QStringLiteral("pd:") + incident;
        QCOMPARE(m_b->run(words("alerts")).code, 0);
        const CliRun acknowledged = m_b->json(words("ack --text looking --author ana") << id);
        QVERIFY2(acknowledged.code == 0, acknowledged.err + acknowledged.out);
        QStringList kinds;
        for (const QString &line : storyOf(incident)) {
            kinds.append(line.section(u' ', 1));
        }
        kinds.sort();
        QCOMPARE(kinds, (QStringList {"acknowledged Ana Alvarez", "action-queued ana", "fired", "notified Ana Alvarez"}));
        const CliRun text = m_b->run(words("show") << id);
        QVERIFY2(text.out.contains("acknowledged by Ana Alvarez") && text.out.contains("notified Ana Alvarez: phone"), text.out);
    }

    void whatIsNotReadIsSaid()
    {
        m_server->before(refusesLog);
        const QString incident = m_server->with([](PagerdutyAccount &account) { return account.open(QStringLiteral("Disk full")); });
        QCOMPARE(m_b->run(words("alerts")).code, 0);
        const QStringList story = storyOf(incident);
        QCOMPARE(story.size(), 2);
        QVERIFY2(story.back().endsWith(QStringLiteral("unread")), qPrintable(story.join(u'\n')));
        const CliRun text = m_b->run(words("show") << QStringLiteral("pd:") + incident);
        QVERIFY2(text.out.contains("have not been read yet"), text.out);
    }

private:
    /// "125 acknowledged Ana Alvarez": seconds since it fired, what, and who.
    QStringList storyOf(const QString &incident)
    {
        const CliRun shown = m_b->json(words("show") << QStringLiteral("pd:") + incident);
        const QJsonArray timeline = shown.item().value(QLatin1StringView("timeline")).toArray();
        const UtcTime begin = parseRfc3339(timeline.at(0)[QLatin1StringView("at")].toString()).value_or(UtcTime {});
        QStringList story;
        for (const QJsonValue &event : timeline) {
            const UtcTime at = parseRfc3339(event[QLatin1StringView("at")].toString()).value_or(UtcTime {});
            story.append(QStringLiteral("%1 %2 %3")
                             .arg((at - begin).count() / 1000)
                             .arg(event[QLatin1StringView("kind")].toString(), event[QLatin1StringView("who")].toString())
                             .trimmed());
        }
        return story;
    }

    std::unique_ptr<CliBench> m_b;
    std::unique_ptr<PagerdutyServer> m_server;
};

QTEST_GUILESS_MAIN(TestQdeckTimeline)
#include "tst_qdecktimeline.moc"
