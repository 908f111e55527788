#include "app/core/clock.h"
#include "app/demo/demofiles.h"
#include "app/demo/exporter.h"
#include "app/demo/serverset.h"
#include "app/demo/simulation.h"
#include "tests/support/realservers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace quarterdeck;
using namespace quarterdeck::demo;

namespace {

constexpr Millis History {20 * 60'000};
constexpr Millis Window {20'000}; // of rate()
const QString Service = QStringLiteral("pricing");

// Value pairs of the first series of a query, or none.
QJsonArray ask(quint16 port, const QString &path, const QList<std::pair<QString, QString>> &items)
{
    QUrl url(QStringLiteral("http://127.0.0.1:%1/api/v1/%2").arg(port).arg(path));
    QUrlQuery query;
    query.setQueryItems(items);
    url.setQuery(query);
    const QJsonObject first = QJsonDocument::fromJson(plainHttp("GET", url).body)[u"data"][u"result"][0].toObject();
    return first.value(u"values").toArray(first.value(u"value").toArray());
}

QString seconds(UtcTime time)
{
    return QString::number(double(time.ms) / 1000.0, 'f', 3);
}

double counterAt(Simulation &simulation, UtcTime time)
{
    const QByteArray series = "http_requests_total{code=\"200\"} ";
    const QByteArray text = simulation.exposition(Service, time);
    return text.mid(text.indexOf(series) + series.size(), 40).split('\n').first().toDouble();
}

} // namespace

class SeamTest : public QObject {
    Q_OBJECT

private slots:
    void theCurveHasNoNotchWhereScrapesFollowTheHistory_data();
    void theCurveHasNoNotchWhereScrapesFollowTheHistory();
};

void SeamTest::theCurveHasNoNotchWhereScrapesFollowTheHistory_data()
{
    // A server that starts late is one whose history ends early.
    QTest::addColumn<int>("lateMs");
    QTest::newRow("at once") << 0;
    QTest::newRow("half a minute late") << 30'000;
    QTest::newRow("three minutes late") << 180'000;
}

void SeamTest::theCurveHasNoNotchWhereScrapesFollowTheHistory()
{
    QFETCH(const int, lateMs);
    if (!ServerSet::missing().isEmpty()) {
        QSKIP(qPrintable(QStringLiteral("not installed: ") + ServerSet::missing().join(QStringLiteral(", "))));
    }
    const SystemClock clock;
    const QTemporaryDir folder;
    const UtcTime seam = clock.now() - Millis(lateMs);
    Simulation simulation(Scenario::calm(), seam - History);
    Exporter exporter([&](const QString &service) { return simulation.scrape(service, clock.now()); });
    ServerSet servers(folder.path());
    QVERIFY(exporter.listen() && servers.reservePorts());
    const quint16 prometheus = servers.prometheusPort();
    QVERIFY(writeDemoFiles(folder.path(), {exporter.port(), prometheus, servers.alertmanagerPort(), servers.journalPort()}, {}));
    QVERIFY(servers.importHistory(simulation.backfill({seam - History, seam})));
    QVERIFY(servers.startJournal());
    const Result<Done> started = servers.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().what));

    // Three scrapes of its own, then the curve from before the seam until the last of them.
    const QString counter = QStringLiteral("http_requests_total{service=\"%1\",code=\"200\"}").arg(Service);
    const UtcTime ready = clock.now();
    const auto lastScrape = [&] {
        const QJsonArray pair = ask(prometheus, QStringLiteral("query"),
            {{QStringLiteral("query"), QStringLiteral("max(timestamp(scrape_duration_seconds{service=\"%1\"}))").arg(Service)}});
        return UtcTime {qint64(pair.at(1).toString().toDouble() * 1000)};
    };
    QTRY_VERIFY_WITH_TIMEOUT(lastScrape() > ready + Millis(5000), 60'000);
    const UtcTime end = lastScrape();
    const UtcTime begin = seam - Millis(60'000);
    const QJsonArray curve = ask(prometheus, QStringLiteral("query_range"),
        {{QStringLiteral("query"), QStringLiteral("rate(%1[20s])").arg(counter)}, {QStringLiteral("start"), seconds(begin)},
            {QStringLiteral("end"), seconds(end)}, {QStringLiteral("step"), QStringLiteral("1s")}});
    QCOMPARE(curve.size(), (end - begin).count() / 1000 + 1); // no hole

    Simulation real(Scenario::calm(), seam - History);
    Simulation before(Scenario::calm(), seam - History);
    for (const QJsonValue &point : curve) {
        const UtcTime at {qint64(point[0].toDouble() * 1000)};
        const double expected = (counterAt(real, at) - counterAt(before, at - Window)) / (double(Window.count()) / 1000.0);
        const double share = point[1].toString().toDouble() / expected;
        QVERIFY2(share > 0.9 && share < 1.1,
            qPrintable(QStringLiteral("%1 of the true rate, %2 s from the seam").arg(share).arg(double((at - seam).count()) / 1000.0)));
    }
}

QTEST_GUILESS_MAIN(SeamTest)
#include "tst_seam.moc"
