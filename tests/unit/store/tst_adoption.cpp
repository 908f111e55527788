#include "app/store/adoption.h"
#include "tests/unit/store/storetest.h"

using namespace quarterdeck;

namespace {

const QString Am = QStringLiteral("eu-am");

Endpoint endpoint(const QString &id, const QStringList &urls)
{
    Endpoint made;
    made.id = id;
    made.kind = QStringLiteral("alertmanager");
    for (const QString &url : urls) {
        made.urls.emplace_back(url);
    }
    return made;
}

/// A store that has seen one server: an alert, a silence, a series, lines and a status.
struct Bench : StoreFolder {
    const QString old = QStringLiteral("https://old.example/am");
    const QString fresh = QStringLiteral("https://new.example/am");
    const MetricQuery query {{Am}, QStringLiteral("up"), {TestStart - Millis(600'000), TestStart}, Millis(15'000)};
    LogQuery lines;

    Bench()
    {
        lines.sources = {Am};
        lines.range = {TestStart - Millis(600'000), TestStart};
        auto store = open();
        store->adopt({addressOf(endpoint(Am, {old}))}, {Am});
        Batch batch = someBatch({someAlert(QStringLiteral("f1"))});
        Silence silence;
        silence.source = Am;
        silence.id = QStringLiteral("s1");
        batch.silences = {silence};
        batch.status = SourceStatus {};
        batch.status->id = Am;
        batch.status->lastOkAt = TestStart;
        await(store->apply(batch)).value();
        Series series;
        series.labels = Labels {{QStringLiteral("job"), QStringLiteral("a")}};
        series.samples = {{TestStart.ms - 60'000, 1.0}};
        await(store->putSeries(query, {series}, TestStart)).value();
        LogLine line;
        line.source = Am;
        line.nanos = (TestStart - Millis(5'000)).nanos();
        line.text = "of the old server";
        await(store->putLogs({line}, lines)).value();
        AlertAction action = someAction(someAlert(QStringLiteral("f1")).key);
        await(store->enqueue({action}, Millis(600'000))).value();
    }
    /// What a store tells of the source after it was opened with these addresses.
    QStringList told(const std::unique_ptr<Store> &store) const
    {
        QStringList found;
        const std::vector<Alert> alerts = *await(store->alerts());
        for (const Alert &alert : alerts) {
            found << QStringLiteral("alert ") + alert.key.id;
        }
        const std::vector<Silence> silences = *await(store->silences());
        for (const Silence &silence : silences) {
            found << QStringLiteral("silence ") + silence.id;
        }
        const std::vector<SourceStatus> statuses = *await(store->statuses());
        for (const SourceStatus &status : statuses) {
            found << QStringLiteral("status ") + status.id;
        }
        if (await(store->cachedSeries(query))) {
            found << QStringLiteral("series");
        }
        for (const SourceId &source : {Am, SourceId()}) {
            LogQuery asked = lines;
            asked.sources = source.isEmpty() ? QStringList() : QStringList {source};
            if (const auto page = await(store->cachedLogs(asked)); page && !page->value.lines.empty()) {
                found << QStringLiteral("lines of '%1'").arg(source);
            }
        }
        return found;
    }
};

const QStringList Everything {QStringLiteral("alert f1"), QStringLiteral("silence s1"), QStringLiteral("status eu-am"), QStringLiteral("series"),
    QStringLiteral("lines of 'eu-am'"), QStringLiteral("lines of ''")};

} // namespace

class TestAdoption : public QObject {
    Q_OBJECT

private slots:
    void theSameAddressKeepsEverything()
    {
        Bench b;
        auto store = b.open();
        store->adopt({addressOf(endpoint(Am, {b.old}))}, {Am});
        QCOMPARE(b.told(store), Everything);
    }
    void oneAddressInCommonIsTheSameCluster()
    {
        Bench b;
        auto store = b.open();
        store->adopt({addressOf(endpoint(Am, {b.fresh, b.old}))}, {Am});
        QCOMPARE(b.told(store), Everything);
        store.reset();
        store = b.open();
        store->adopt({addressOf(endpoint(Am, {b.fresh}))}, {Am});
        QCOMPARE(b.told(store), Everything);
    }
    void anotherServerShowsNothingOfTheOldOne()
    {
        Bench b;
        auto store = b.open();
        store->adopt({addressOf(endpoint(Am, {b.fresh}))}, {Am});
        QCOMPARE(b.told(store), QStringList {});
        // What a person did and what happened stays.
        QCOMPARE(await(store->entries())->size(), std::size_t(1));
        const auto incidents = await(store->incidents({TestStart - Millis(3'600'000), TestStart + Millis(1)})).value();
        QCOMPARE(incidents.size(), std::size_t(1));
        QCOMPARE(incidents.front().resolved, std::optional(TestStart));
        // Nor after another start, when the empty cache is filled from what still fires.
        store.reset();
        store = b.open();
        store->adopt({addressOf(endpoint(Am, {b.fresh}))}, {Am});
        QCOMPARE(b.told(store), QStringList {});
        // Lines of the new server are found again.
        LogLine line;
        line.source = Am;
        line.nanos = (TestStart - Millis(5'000)).nanos();
        line.text = "of the new server";
        QVERIFY(await(store->putLogs({line}, b.lines)));
        LogQuery words = b.lines;
        words.text = QStringLiteral("new server");
        QCOMPARE(await(store->cachedLogs(words))->value.lines.size(), std::size_t(1));
        words.text = QStringLiteral("old server");
        const auto old = await(store->cachedLogs(words));
        QVERIFY(!old || old->value.lines.empty());
    }
    void whoMayOnlyReadHidesIt()
    {
        Bench b;
        auto window = b.open();
        auto beside = b.open(Store::Mode::ReadOnly);
        beside->adopt({addressOf(endpoint(Am, {b.fresh}))}, {Am});
        QCOMPARE(b.told(beside), QStringList {});
        QCOMPARE(b.told(window), Everything);
    }
    void onlyWhoIsAskedForAlertsIsListed()
    {
        Bench b;
        auto store = b.open();
        store->adopt({addressOf(endpoint(Am, {b.old}))}, {QStringLiteral("us-am")});
        QStringList rest = Everything;
        rest.removeOne(QStringLiteral("alert f1"));
        rest.removeOne(QStringLiteral("silence s1"));
        QCOMPARE(b.told(store), rest);
    }
    void whatElseDecidesTheAnswersCounts()
    {
        const Endpoint plain = endpoint(Am, {QStringLiteral("https://mimir.example/am/")});
        Endpoint same = plain;
        same.urls = {QUrl(QStringLiteral("https://user@mimir.example/am"))};
        same.pollEvery = Millis(5'000);
        QCOMPARE(addressOf(same).digests, addressOf(plain).digests);
        Endpoint tenant = plain;
        tenant.http.headers = {{QStringLiteral("X-Scope-OrgID"), QStringLiteral("team-b"), {}}};
        QVERIFY(addressOf(tenant).digests != addressOf(plain).digests);
        Endpoint kind = plain;
        kind.kind = QStringLiteral("prometheus");
        QVERIFY(addressOf(kind).digests != addressOf(plain).digests);
    }
};

QTEST_GUILESS_MAIN(TestAdoption)
#include "tst_adoption.moc"
