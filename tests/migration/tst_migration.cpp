#include "app/store/migration.h"
#include "app/store/storedtimelines.h"
#include "tests/unit/store/storetest.h"

#include <QDir>
#include <QFile>

using namespace quarterdeck;
using sqlite::Connection;

namespace {

const AlertKey Key {QStringLiteral("eu-am"), QStringLiteral("f1")};

QByteArray dump(const QString &name)
{
    QFile file(QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/migration/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Connection> make(const QString &file)
{
    auto opened = Connection::open(file, Connection::Access::ReadWrite, Connection::Sync::Full);
    return opened ? std::move(*opened) : nullptr;
}

/// A database as version `version` made it, filled from its dump.
bool makeOld(const QString &file, std::span<const Migration> steps, int version, const QString &name)
{
    const auto old = make(file);
    const QByteArray content = dump(name);
    if (!old || content.isEmpty() || !migrate(*old, steps.first(std::size_t(version)))) {
        return false;
    }
    old->execute("PRAGMA application_id=" + QByteArray::number(0x51444B31));
    old->execute(content);
    return !old->hasFailed();
}

QStringList schemaOf(Connection &database)
{
    QStringList lines;
    auto rows = database.query("SELECT type || ' ' || name FROM sqlite_schema ORDER BY 1");
    while (rows.next()) {
        lines += rows.text(0);
    }
    return lines;
}

} // namespace

class TestMigration : public QObject {
    Q_OBJECT

private slots:
    void stepsAreNumberedWithoutGaps()
    {
        for (const auto steps : {stateMigrations(), cacheMigrations(), logsMigrations()}) {
            int expected = 1;
            for (const Migration &step : steps) {
                QCOMPARE(step.version, expected++);
            }
        }
        QVERIFY(stateMigrations().size() >= 2);
        QVERIFY(cacheMigrations().size() >= 2);
    }

    void everyEarlierVersionHasADump()
    {
        for (std::size_t version = 1; version < stateMigrations().size(); ++version) {
            QVERIFY(!dump(QStringLiteral("state-%1.sql").arg(version, 4, 10, QLatin1Char('0'))).isEmpty());
        }
        for (std::size_t version = 1; version < cacheMigrations().size(); ++version) {
            QVERIFY(!dump(QStringLiteral("cache-%1.sql").arg(version, 4, 10, QLatin1Char('0'))).isEmpty());
        }
        for (std::size_t version = 1; version < logsMigrations().size(); ++version) {
            QVERIFY(!dump(QStringLiteral("logs-%1.sql").arg(version, 4, 10, QLatin1Char('0'))).isEmpty());
        }
    }

    void version1OfBothIsBroughtUpToDate()
    {
        StoreFolder folder;
        QDir().mkpath(folder.paths().dataFolder);
        QDir().mkpath(folder.paths().cacheFolder);
        QVERIFY(makeOld(folder.stateFile(), stateMigrations(), 1, QStringLiteral("state-0001.sql")));
        QVERIFY(makeOld(folder.cacheFile(), cacheMigrations(), 1, QStringLiteral("cache-0001.sql")));
        auto store = folder.open();
        QVERIFY(!store->report().isReadOnly);
        QCOMPARE(await(store->undelivered())->front().action.comment, QStringLiteral("on it"));
        QCOMPARE(await(store->notes(Key))->front().text, QStringLiteral("old note"));
        QCOMPARE(await(store->runs())->front().marks.front().step, QStringLiteral("s1"));
        QCOMPARE(await(store->history(Key))->front().kind, HistoryEvent::Kind::Fired);
        const auto incidents = await(store->incidents({TestStart - Millis(1'000'000), TestStart}));
        QCOMPARE(int(incidents->size()), 1);
        QCOMPARE(incidents->front().acknowledged->ms, 1'795'255'160'000LL);
        // The row that was altered before the migration was not made good by it.
        QCOMPARE(store->report().lostRows, 1);
        QVERIFY(await(
            store->cachedSeries({{QStringLiteral("eu-prom")}, QStringLiteral("up"), {{1'795'255'200'000}, {1'795'255'260'000}}, Millis(15'000)})));
        QCOMPARE(await(store->statuses())->front().freshness, Freshness::Live);
        store.reset();

        const QString backup = folder.paths().dataFolder + QStringLiteral("/backups/state-before-0002_responder.db");
        const auto kept = Connection::open(backup, Connection::Access::Immutable, Connection::Sync::Full);
        QVERIFY2(kept, "a backup must be made before a migration");
        QCOMPARE((*kept)->userVersion(), 1);
        QVERIFY(folder.open()->report().sentences.isEmpty());
    }

    void theListsOfCacheVersion4BecomeHolds()
    {
        StoreFolder folder;
        QDir().mkpath(folder.paths().cacheFolder);
        QVERIFY(makeOld(folder.cacheFile(), cacheMigrations(), 4, QStringLiteral("cache-0004.sql")));
        for (int time = 0; time < 2; ++time) {
            const auto store = folder.open();
            const auto alerts = await(store->alerts());
            const auto find = [&alerts](const char *id) {
                return *std::ranges::find(*alerts, QString::fromLatin1(id), [](const Alert &alert) { return alert.key.id; });
            };
            const Alert disk = find("f1");
            QCOMPARE(disk.state, AlertState::Acknowledged);
            QCOMPARE(disk.service, QStringLiteral("db"));
            QCOMPARE(disk.holds,
                (Holds {{HoldKind::Acknowledgement, QStringLiteral("s-ack"), QStringLiteral("ana"), {4'073'587'200'000}},
                    {HoldKind::Silence, QStringLiteral("s-deploy")}, {HoldKind::Inhibition, QStringLiteral("f2")}}));
            QVERIFY(disk.can == VerbSet::all() || disk.can.has(Verb::Acknowledge));
            QCOMPARE(find("f2").holds, (Holds {{HoldKind::TimeInterval, QStringLiteral("weekend"), {}, {}, QStringLiteral("mail")}}));
            QCOMPARE(find("f3").holds, (Holds {{HoldKind::TimeInterval, QStringLiteral("night")}}));
            const auto silences = await(store->silences());
            QCOMPARE(silences->at(0).kind, HoldKind::Acknowledgement);
            QCOMPARE(silences->at(1).kind, HoldKind::Silence);
        }
    }

    void anOutboxOfVersion2WaitsForItsEndByDuration()
    {
        StoreFolder folder;
        QDir().mkpath(folder.paths().dataFolder);
        QVERIFY(makeOld(folder.stateFile(), stateMigrations(), 2, QStringLiteral("state-0002.sql")));
        auto store = folder.open();
        QVERIFY(!store->report().isReadOnly);
        const AlertAction old = await(store->undelivered())->front().action;
        QVERIFY(!old.until.isValid());
        QCOMPARE(old.duration, Millis(3'600'000));
        QCOMPARE(store->report().lostRows, 1);
        const auto incidents = await(store->incidents({TestStart - Millis(1'000'000), TestStart}));
        QCOMPARE(incidents->front().user, QStringLiteral("ana"));
        AlertAction until = old;
        until.id = QUuid::createUuid();
        until.verb = Verb::ExtendSilence;
        until.until = TestStart + Millis(7'200'000);
        QVERIFY(await(store->enqueue({until}, Millis(600'000))));
        store.reset();
        store = folder.open();
        QCOMPARE(await(store->undelivered())->back().action.until, until.until);
    }

    void theSentencesOfVersion3BecomeReasons()
    {
        StoreFolder folder;
        QDir().mkpath(folder.paths().dataFolder);
        QVERIFY(makeOld(folder.stateFile(), stateMigrations(), 3, QStringLiteral("state-0003.sql")));
        for (const Store::Mode mode : {Store::Mode::ReadOnly, Store::Mode::ReadWrite, Store::Mode::ReadWrite}) {
            auto store = folder.open(mode);
            const auto open = await(store->undelivered());
            QCOMPARE(int(open->size()), 2);
            QCOMPARE((*open)[0].reason, Reason {ReasonCode::InDoubt}.with(reasonpart::Text, QStringLiteral("am has an internal problem (502).")));
            QCOMPARE((*open)[1].state, OutboxState::Sending);
            QVERIFY((*open)[1].reason.isEmpty() && (*open)[1].target.isEmpty() && !(*open)[1].missedAt.isValid());
            const auto entries = await(store->entries());
            const auto conflict = std::find_if(
                entries->begin(), entries->end(), [](const OutboxEntry &entry) { return entry.state == OutboxState::Conflict; });
            QVERIFY(conflict != entries->end());
            QCOMPARE(conflict->reason,
                Reason {ReasonCode::FiresAgain}
                    .with(reasonpart::Seen, *parseRfc3339(u"2026-11-21T14:00:00Z"))
                    .with(reasonpart::Since, *parseRfc3339(u"2026-11-21T14:05:00Z")));
            const auto history = await(store->history(Key));
            QCOMPARE(int(history->size()), 5);
            QCOMPARE((*history)[1].verb, Verb::Acknowledge);
            QCOMPARE((*history)[1].detail, QStringLiteral("on it: now"));
            QVERIFY((*history)[1].reason.isEmpty());
            QCOMPARE((*history)[2].verb, Verb::Acknowledge);
            QVERIFY((*history)[2].reason.isEmpty() && (*history)[2].detail.isEmpty());
            QCOMPARE((*history)[3].reason, Reason {ReasonCode::TakenBack});
            QCOMPARE((*history)[4].verb, Verb::Silence);
            QCOMPARE((*history)[4].reason, Reason::said(QStringLiteral("connection refused")));
        }
        // The rows that were altered before the migration were not made good by it, and the others stay right.
        auto store = folder.open();
        QCOMPARE(store->report().lostRows, 0);
        QVERIFY(await(store->withdraw(QUuid(QStringLiteral("1b4e28ba-2fa1-11d2-883f-0016d3cca429")))));
        store.reset();
        store = folder.open();
        QCOMPARE(store->report().lostRows, 0);
        const auto entries = await(store->entries());
        for (const OutboxEntry &entry : *entries) {
            QVERIFY(entry.action.author != u"eve");
            QVERIFY(entry.state != OutboxState::Withdrawn || entry.reason.code == ReasonCode::TakenBack);
        }
    }

    void theOutboxOfVersion4GoesOn()
    {
        StoreFolder folder;
        QDir().mkpath(folder.paths().dataFolder);
        QVERIFY(makeOld(folder.stateFile(), stateMigrations(), 4, QStringLiteral("state-0004.sql")));
        auto store = folder.open();
        const auto open = await(store->undelivered());
        QCOMPARE(int(open->size()), 2);
        QCOMPARE(open->front().reason, Reason {ReasonCode::InDoubt}.with(reasonpart::Text, QStringLiteral("am has an internal problem (502).")));
        QCOMPARE(open->front().target, QStringLiteral("http://127.0.0.1:9093"));
        QVERIFY(open->front().missedAt.isValid());
        QVERIFY(open->front().action.people.isEmpty() && open->front().action.subject.isEmpty());
        QCOMPARE(store->report().lostRows, 2);
        AlertAction reassign = open->front().action;
        reassign.id = QUuid::createUuid();
        reassign.verb = Verb::Reassign;
        reassign.people = {QStringLiteral("ana@example.org"), QString(), QStringLiteral("Ben")};
        reassign.subject = QStringLiteral("P1");
        QVERIFY(await(store->enqueue({reassign}, Millis(600'000))));
        store.reset();
        store = folder.open();
        QCOMPARE(await(store->undelivered())->back().action, reassign);
        QCOMPARE(store->report().lostRows, 0);
    }

    void theFiringsOfVersion5CountAsPeopleSaid()
    {
        StoreFolder folder;
        QDir().mkpath(folder.paths().dataFolder);
        QVERIFY(makeOld(folder.stateFile(), stateMigrations(), 5, QStringLiteral("state-0005.sql")));
        for (const Store::Mode mode : {Store::Mode::ReadOnly, Store::Mode::ReadWrite}) {
            auto store = folder.open(mode);
            QCOMPARE(int(await(store->joins())->size()), 1);
            const auto incidents = await(store->incidents({TestStart - Millis(1'000'000), TestStart}));
            // The altered row is set aside where that may be written.
            const auto about = std::ranges::count(*incidents, QStringLiteral("checkout"), &Incident::service);
            QCOMPARE(int(about), mode == Store::Mode::ReadOnly ? 2 : 1);
            const auto one = std::ranges::find(*incidents, QStringLiteral("ben"), &Incident::user);
            QVERIFY(one != incidents->end());
            QCOMPARE(one->created.ms, 1'795'255'100'000LL);
            QCOMPARE(one->acknowledged->ms, 1'795'255'150'000LL);
            QVERIFY(!one->resolved);
        }
        QCOMPARE(folder.open()->report().lostRows, 0);
    }

    void theFiringsOfVersion6AreCorrectedByWhatIsTold()
    {
        StoreFolder folder;
        QDir().mkpath(folder.paths().dataFolder);
        QVERIFY(makeOld(folder.stateFile(), stateMigrations(), 6, QStringLiteral("state-0006.sql")));
        auto store = folder.open();
        QCOMPARE(store->report().lostRows, 2);
        const SourceId pager = QStringLiteral("eu-pd");
        const auto paged = [&store, &pager] {
            const auto incidents = await(store->incidents({TestStart - Millis(1'000'000), TestStart}));
            return *std::ranges::find_if(*incidents, [&pager](const Incident &one) { return one.fingerprint.startsWith(pager); });
        };
        // A person has split what was one.
        QVERIFY(await(store->decideJoin({Key, {pager, QStringLiteral("Q1")}, false, QStringLiteral("ana"), {}})));
        QVERIFY(paged().isAutoResolved);
        SourceEvent ended;
        ended.id = QStringLiteral("R1");
        ended.what.alert = {pager, QStringLiteral("Q1")};
        ended.what.kind = HistoryEvent::Kind::Resolved;
        ended.what.at = UtcTime {1'795'255'180'000};
        ended.what.who = QStringLiteral("ben");
        QVERIFY(await(StoredTimelines(*store).put(pager, {ended}, {QStringLiteral("c"), TestStart})));
        QVERIFY(!paged().isAutoResolved);
        QCOMPARE(paged().resolved->ms, 1'795'255'180'000LL);
        store.reset();
        store = folder.open();
        QCOMPARE(store->report().lostRows, 0);
        QVERIFY(!paged().isAutoResolved);
    }

    void anOldDayOfLogLinesIsReadAndGoesOn()
    {
        StoreFolder folder;
        QDir().mkpath(folder.paths().cacheFolder);
        const QString day = folder.paths().cacheFolder + QStringLiteral("/logs-2026-11-21.db");
        QVERIFY(makeOld(day, logsMigrations(), 1, QStringLiteral("logs-0001.sql")));
        LogQuery query;
        query.range = {TestStart - Millis(60'000), TestStart + Millis(60'000)};
        query.text = QStringLiteral("timeout");
        for (const Store::Mode mode : {Store::Mode::ReadOnly, Store::Mode::ReadWrite}) {
            auto store = folder.open(mode);
            QCOMPARE(await(store->cachedLogs(query))->value.lines.front().text, QByteArray("an old timeout"));
        }
        auto store = folder.open();
        LogLine line;
        line.source = QStringLiteral("eu-journal");
        line.nanos = TestStart.nanos() + 1;
        line.cursor = QStringLiteral("new");
        line.text = "a new timeout";
        QVERIFY(await(store->putLogs({line}, std::nullopt)));
        QCOMPARE(int(await(store->cachedLogs(query))->value.lines.size()), 2);
        store.reset();
        QCOMPARE(make(day)->userVersion(), logsMigrations().back().version);
    }

    void aMigratedSchemaEqualsAFreshOne()
    {
        QTemporaryDir dir;
        QVERIFY(makeOld(dir.filePath(QStringLiteral("old.db")), stateMigrations(), 1, QStringLiteral("state-0001.sql")));
        const auto old = make(dir.filePath(QStringLiteral("old.db")));
        const auto fresh = make(dir.filePath(QStringLiteral("fresh.db")));
        QVERIFY(migrate(*old, stateMigrations()));
        QVERIFY(migrate(*fresh, stateMigrations()));
        QCOMPARE(schemaOf(*old), schemaOf(*fresh));
        QCOMPARE(old->complaints("integrity_check"), QStringList());
    }

    void aStepThatFailsLeavesTheVersionBefore()
    {
        QTemporaryDir dir;
        const auto database = make(dir.filePath(QStringLiteral("x.db")));
        const Migration steps[] {{1, "0001_a", "CREATE TABLE a(x INTEGER) STRICT;"},
            {2, "0002_b", "CREATE TABLE b(x INTEGER) STRICT; INSERT INTO a VALUES('no number'); CREATE TABLE c(x INTEGER) STRICT;"}};
        const auto done = migrate(*database, steps);
        QVERIFY(!done);
        QVERIFY(done.error().where.startsWith(QStringLiteral("0002_b")));
        QCOMPARE(database->userVersion(), 1);
        QCOMPARE(schemaOf(*database), QStringList {QStringLiteral("table a")});
    }

    void withoutABackupNothingIsMigrated()
    {
        QTemporaryDir dir;
        const auto database = make(dir.filePath(QStringLiteral("x.db")));
        QVERIFY(migrate(*database, stateMigrations().first(1)));
        const auto done = migrate(*database, stateMigrations(),
            [](const Migration &) -> Result<Done> { return fail(ErrorKind::Storage, QStringLiteral("no space for a backup")); });
        QVERIFY(!done);
        QCOMPARE(database->userVersion(), 1);
    }

    void aNewerVersionIsReadButNotWritten()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->addNote(Key, QStringLiteral("ana"), QStringLiteral("from the future"))));
        store.reset();
        {
            const auto state = make(folder.stateFile());
            state->execute("PRAGMA user_version=99; UPDATE meta SET value='99' WHERE name='schema';");
            QVERIFY(!state->hasFailed());
        }
        store = folder.open();
        QVERIFY(store->report().isReadOnly);
        QVERIFY(store->report().sentences.join(u' ').contains(QStringLiteral("newer")));
        QCOMPARE(int(await(store->notes(Key))->size()), 1);
        QCOMPARE(await(store->addNote(Key, {}, {})).error().kind, ErrorKind::Storage);
        store.reset();
        QCOMPARE(make(folder.stateFile())->userVersion(), 99);
    }

    void anOldVersionCanBeReadWithoutMigratingIt()
    {
        StoreFolder folder;
        QDir().mkpath(folder.paths().dataFolder);
        QVERIFY(makeOld(folder.stateFile(), stateMigrations(), 1, QStringLiteral("state-0001.sql")));
        auto store = folder.open(Store::Mode::ReadOnly);
        QCOMPARE(int(await(store->incidents({TestStart - Millis(1'000'000), TestStart}))->size()), 2);
        store.reset();
        QCOMPARE(make(folder.stateFile())->userVersion(), 1);
    }

    void aNewerCacheStartsAnew()
    {
        StoreFolder folder;
        folder.open().reset();
        make(folder.cacheFile())->execute("PRAGMA user_version=99;");
        auto store = folder.open();
        QVERIFY(!store->report().isReadOnly);
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1"))}))));
    }
};

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
