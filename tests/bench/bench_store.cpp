// The store against bare SQLite of the same shape: alert upserts, log lines in, full-text search.
#include "app/core/clock.h"
#include "app/domain/aim.h"
#include "app/store/applying.h"
#include "app/store/store.h"
#include "tests/bench/report.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <random>

using namespace quarterdeck;

namespace {

constexpr int AlertCount = 10'000;
constexpr int LineCount = 200'000;
constexpr int LineBatch = 5000;

template <class T> T wait(const Async<T> &future)
{
    QEventLoop loop;
    QObject guard;
    Result<T> result = fail(ErrorKind::Internal, QStringLiteral("not finished"));
    then(future, &guard, [&](const Result<T> &got) {
        result = got;
        loop.quit();
    });
    loop.exec();
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().what));
        std::exit(1);
    }
    return *result;
}

std::vector<Alert> makeAlerts(int generation)
{
    std::vector<Alert> alerts;
    for (int i = 0; i < AlertCount; ++i) {
        Alert alert;
        alert.labels = {{QStringLiteral("alertname"), QStringLiteral("HighErrorRate%1").arg(i % 40)},
            {QStringLiteral("service"), QStringLiteral("svc-%1").arg(i % 200)}, {QStringLiteral("cluster"), QStringLiteral("eu-%1").arg(i % 4)},
            {QStringLiteral("namespace"), QStringLiteral("prod")}, {QStringLiteral("severity"), QStringLiteral("warning")},
            {QStringLiteral("instance"), QStringLiteral("10.0.%1.%2:9090").arg(i / 256).arg(i % 256)}};
        alert.annotations = {{QStringLiteral("summary"), QStringLiteral("Error rate above 5% on svc-%1").arg(i % 200)},
            {QStringLiteral("description"),
                QStringLiteral("The service has returned more than 5% of responses with status 5xx for the last ten minutes, run %1")
                    .arg(generation)}};
        deriveFields(alert);
        alert.service = alert.labels.value(u"service");
        alert.key = {QStringLiteral("am"), QString::number(i, 16).rightJustified(16, u'0')};
        alert.startsAt = {1'795'000'000'000};
        alerts.push_back(alert);
    }
    return alerts;
}

std::vector<LogLine> makeLines(int from)
{
    static const std::array<const char *, 6> Words {"payment accepted for customer", "cache miss on product", "retry after timeout of upstream",
        "request completed with status 200", "connection pool exhausted waiting", "user session renewed by token"};
    std::vector<LogLine> lines;
    for (int i = from; i < from + LineBatch; ++i) {
        LogLine line;
        line.source = QStringLiteral("journal");
        line.nanos = (1'795'000'000'000LL + i) * 1'000'000;
        line.cursor = QStringLiteral("c%1").arg(i);
        line.service = QStringLiteral("svc-%1").arg(i % 20);
        line.level = LogLevel(i % 4);
        line.text = QByteArray(Words.at(std::size_t(i % 6))) + " id=" + QByteArray::number(i)
            + " trace=7f3ac1 region=eu-west instance=10.0.0.17 version=2.41.0";
        lines.push_back(line);
    }
    return lines;
}

void run(sqlite3 *db, const char *sql)
{
    char *message = nullptr;
    if (sqlite3_exec(db, sql, nullptr, nullptr, &message) != SQLITE_OK) {
        std::fprintf(stderr, "%s: %s\n", sql, message);
        std::exit(1);
    }
}

double bareUpserts(const QString &folder)
{
    sqlite3 *db = nullptr;
    sqlite3_open((folder + QStringLiteral("/bare.db")).toUtf8().constData(), &db);
    run(db,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE a(id INTEGER PRIMARY KEY, fp INTEGER UNIQUE, source TEXT, key TEXT, title "
        "TEXT,"
        " summary TEXT, severity INTEGER, state INTEGER, service TEXT, team TEXT, cluster TEXT, labels BLOB, annotations BLOB, starts INTEGER, seen "
        "INTEGER) STRICT");
    sqlite3_stmt *upsert = nullptr;
    sqlite3_prepare_v2(db,
        "INSERT INTO a(fp,source,key,title,summary,severity,state,service,team,cluster,labels,annotations,starts,seen)"
        " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(fp) DO UPDATE SET "
        "state=excluded.state,summary=excluded.summary,annotations=excluded.annotations,seen=excluded.seen",
        -1, &upsert, nullptr);
    const std::vector<Alert> alerts = makeAlerts(0);
    std::vector<std::array<QByteArray, 8>> cells;
    for (const Alert &a : alerts) {
        cells.push_back({a.key.source.toUtf8(), a.key.id.toUtf8(), a.title.toUtf8(), a.summary.toUtf8(), a.service.toUtf8(), a.cluster.toUtf8(),
            a.labels.toString().toUtf8(), a.annotations.toString().toUtf8()});
    }
    const double ms = bench::medianMs(5, [&] {
        run(db, "BEGIN");
        for (int i = 0; i < AlertCount; ++i) {
            const auto &c = cells[std::size_t(i)];
            sqlite3_bind_int64(upsert, 1, qint64(quint64(i) * 0x9E3779B97F4A7C15ULL));
            int at = 2;
            for (const int cell : {0, 1, 2, 3}) {
                sqlite3_bind_text(upsert, at++, c.at(std::size_t(cell)).constData(), int(c.at(std::size_t(cell)).size()), SQLITE_STATIC);
            }
            sqlite3_bind_int(upsert, at++, 1);
            sqlite3_bind_int(upsert, at++, 0);
            sqlite3_bind_text(upsert, at++, c[4].constData(), int(c[4].size()), SQLITE_STATIC);
            sqlite3_bind_text(upsert, at++, "team", 4, SQLITE_STATIC);
            sqlite3_bind_text(upsert, at++, c[5].constData(), int(c[5].size()), SQLITE_STATIC);
            sqlite3_bind_blob(upsert, at++, c[6].constData(), int(c[6].size()), SQLITE_STATIC);
            sqlite3_bind_blob(upsert, at++, c[7].constData(), int(c[7].size()), SQLITE_STATIC);
            sqlite3_bind_int64(upsert, at++, 1'795'000'000'000);
            sqlite3_bind_int64(upsert, at++, 1'795'000'000'001);
            sqlite3_step(upsert);
            sqlite3_reset(upsert);
        }
        run(db, "COMMIT");
    });
    sqlite3_finalize(upsert);
    sqlite3_close(db);
    return ms;
}

/// What a change of an alert needs at least, by the C API alone: where it is, whether it fires already (in the other database), and the
/// new row, in the store's own tables and parts. SQLite does not write a row that is as it was: `isDifferent` makes them differ each
/// time, as those of the store do.
class BareChanges {
public:
    BareChanges(const QString &folder, const char *name, bool isDifferent);
    ~BareChanges();
    BareChanges(const BareChanges &) = delete;
    BareChanges &operator=(const BareChanges &) = delete;
    void run();

private:
    struct Cells {
        QByteArray source, id, body, otherBody;
    };
    static qint64 fingerprint(std::size_t i) { return qint64(quint64(i) * 0x9E3779B97F4A7C15ULL); }
    static void text(sqlite3_stmt *to, int at, const QByteArray &bytes)
    {
        sqlite3_bind_text(to, at, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
    }
    static void step(sqlite3_stmt *statement)
    {
        while (sqlite3_step(statement) == SQLITE_ROW) { }
        sqlite3_reset(statement);
    }
    void fill();

    const bool m_isDifferent;
    int m_seenAt = 1;
    std::vector<Cells> m_cells;
    sqlite3 *m_cache = nullptr;
    sqlite3 *m_state = nullptr;
    sqlite3_stmt *m_place = nullptr;
    sqlite3_stmt *m_firing = nullptr;
    sqlite3_stmt *m_update = nullptr;
};

BareChanges::BareChanges(const QString &folder, const char *name, bool isDifferent)
    : m_isDifferent(isDifferent)
{
    sqlite3_open((folder + QLatin1StringView(name) + QStringLiteral("-changes.db")).toUtf8().constData(), &m_cache);
    sqlite3_open((folder + QLatin1StringView(name) + QStringLiteral("-firings.db")).toUtf8().constData(), &m_state);
    ::run(m_cache,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; CREATE TABLE alerts(seq INTEGER PRIMARY KEY, fp INTEGER NOT "
        "NULL UNIQUE, source TEXT NOT NULL, id TEXT NOT NULL, state INTEGER NOT NULL, last_seen_at INTEGER NOT NULL, resolved_at INTEGER NOT NULL, "
        "body BLOB NOT NULL) STRICT; CREATE INDEX alerts_resolved ON alerts(resolved_at) WHERE resolved_at > 0");
    ::run(m_state,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000; CREATE TABLE firings(seq INTEGER PRIMARY KEY, sum INTEGER, "
        "alert_source TEXT, alert_id TEXT, title TEXT, service TEXT, team TEXT, severity TEXT, state TEXT, starts_at INTEGER, acknowledged_at "
        "INTEGER, resolved_at INTEGER, responder TEXT) STRICT; CREATE INDEX firings_by_alert ON firings(alert_source, alert_id)");
    fill();
    sqlite3_prepare_v2(m_cache, "SELECT seq, source, id, last_seen_at, resolved_at FROM alerts WHERE fp=?", -1, &m_place, nullptr);
    sqlite3_prepare_v2(m_state, "SELECT * FROM firings WHERE alert_source=? AND alert_id=? ORDER BY seq DESC", -1, &m_firing, nullptr);
    sqlite3_prepare_v2(m_cache, "UPDATE alerts SET state=0, last_seen_at=?, resolved_at=0, body=? WHERE seq=?", -1, &m_update, nullptr);
}

BareChanges::~BareChanges()
{
    for (sqlite3_stmt *statement : {m_place, m_firing, m_update}) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(m_cache);
    sqlite3_close(m_state);
}

void BareChanges::fill()
{
    sqlite3_stmt *add = nullptr;
    sqlite3_stmt *begin = nullptr;
    sqlite3_prepare_v2(
        m_cache, "INSERT INTO alerts(fp, source, id, state, last_seen_at, resolved_at, body) VALUES(?,?,?,0,1,0,?)", -1, &add, nullptr);
    sqlite3_prepare_v2(m_state,
        "INSERT INTO firings(sum, alert_source, alert_id, title, service, team, severity, state, starts_at, acknowledged_at, resolved_at, responder) "
        "VALUES(1,?,?,'HighErrorRate','svc','team','warning','triggered',1,0,0,'')",
        -1, &begin, nullptr);
    for (const Alert &a : makeAlerts(0)) {
        const QByteArray body = a.title.toUtf8() + a.summary.toUtf8() + a.service.toUtf8() + a.labels.toString().toUtf8()
            + a.annotations.toString().toUtf8();
        QByteArray otherBody = body;
        otherBody.replace("run 0", "run 1");
        m_cells.push_back({a.key.source.toUtf8(), a.key.id.toUtf8(), body, otherBody});
    }
    ::run(m_cache, "BEGIN");
    ::run(m_state, "BEGIN");
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        sqlite3_bind_int64(add, 1, fingerprint(i));
        text(add, 2, m_cells[i].source);
        text(add, 3, m_cells[i].id);
        sqlite3_bind_blob(add, 4, m_cells[i].body.constData(), int(m_cells[i].body.size()), SQLITE_STATIC);
        step(add);
        text(begin, 1, m_cells[i].source);
        text(begin, 2, m_cells[i].id);
        step(begin);
    }
    ::run(m_cache, "COMMIT");
    ::run(m_state, "COMMIT");
    sqlite3_finalize(add);
    sqlite3_finalize(begin);
}

void BareChanges::run()
{
    m_seenAt = m_isDifferent ? m_seenAt + 1 : 2;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (i % BatchPart == 0) {
            ::run(m_state, i > 0 ? "COMMIT; BEGIN IMMEDIATE" : "BEGIN IMMEDIATE");
            ::run(m_cache, i > 0 ? "COMMIT; BEGIN IMMEDIATE" : "BEGIN IMMEDIATE");
        }
        sqlite3_bind_int64(m_place, 1, fingerprint(i));
        sqlite3_step(m_place);
        const qint64 seq = sqlite3_column_int64(m_place, 0);
        sqlite3_reset(m_place);
        text(m_firing, 1, m_cells[i].source);
        text(m_firing, 2, m_cells[i].id);
        step(m_firing);
        const QByteArray &body = m_isDifferent && m_seenAt % 2 == 0 ? m_cells[i].otherBody : m_cells[i].body;
        sqlite3_bind_int(m_update, 1, m_seenAt);
        sqlite3_bind_blob(m_update, 2, body.constData(), int(body.size()), SQLITE_STATIC);
        sqlite3_bind_int64(m_update, 3, seq);
        step(m_update);
    }
    ::run(m_state, "COMMIT");
    ::run(m_cache, "COMMIT");
}

/// Ours and both floors in turn, so that all see the same machine.
void benchChanges(Store &store, const UtcTime now, const QString &folder)
{
    BareChanges same(folder, "/same", false);
    BareChanges different(folder, "/different", true);
    int generation = 0;
    std::array<std::vector<double>, 3> times;
    for (int i = 0; i < 11; ++i) {
        const auto batch = std::make_shared<const Batch>(Batch {QStringLiteral("am"), now, makeAlerts(++generation), {}, std::nullopt, std::nullopt});
        times[0].push_back(bench::medianMs(1, [&] { wait(store.applyPoll(batch)); }));
        times[1].push_back(bench::medianMs(1, [&] { same.run(); }));
        times[2].push_back(bench::medianMs(1, [&] { different.run(); }));
    }
    for (std::vector<double> &one : times) {
        std::sort(one.begin(), one.end());
    }
    bench::row("10,000 changed alerts into the store", times[0][5], "bare C API, same look-ups and tables", times[1][5], 1 / 0.7);
    bench::row("  the same", times[0][5], "bare C API, of rows that differ too", times[2][5], 1 / 0.7);
    bench::row("the same, for the price of a history beside it", times[0][5], "bare C API, one upsert each", bareUpserts(folder), 1 / 0.7);
}

/// The schema of a day of log lines, and the same two statements for each line, by the C API alone.
double bareLines(const QString &folder, const char *name, const char *tokenizer)
{
    sqlite3 *db = nullptr;
    sqlite3_open((folder + QLatin1StringView(name)).toUtf8().constData(), &db);
    run(db,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;"
        "CREATE TABLE lines(at INTEGER PRIMARY KEY, nanos INTEGER NOT NULL, source TEXT NOT NULL, cursor TEXT NOT NULL, service TEXT NOT NULL,"
        " host TEXT NOT NULL, level INTEGER NOT NULL, text BLOB NOT NULL, fields BLOB NOT NULL, known BLOB NOT NULL) STRICT;"
        "CREATE UNIQUE INDEX lines_by_cursor ON lines(cursor, source)");
    run(db, (QByteArray("CREATE VIRTUAL TABLE words USING fts5(text, content='', detail=none, tokenize='") + tokenizer + "')").constData());
    if (qstrcmp(tokenizer, "trigram") == 0) {
        run(db, "INSERT INTO words(words, rank) VALUES('automerge', 0)");
    }
    sqlite3_stmt *insert = nullptr;
    sqlite3_stmt *index = nullptr;
    sqlite3_prepare_v2(db, "INSERT OR IGNORE INTO lines VALUES(?,?,?,?,?,?,?,?,x'00',x'00')", -1, &insert, nullptr);
    sqlite3_prepare_v2(db, "INSERT INTO words(rowid,text) VALUES(?,?)", -1, &index, nullptr);
    double ms = 0;
    for (int from = 0; from < LineCount; from += LineBatch) {
        const std::vector<LogLine> batch = makeLines(from);
        std::vector<std::array<QByteArray, 4>> cells;
        for (const LogLine &line : batch) {
            cells.push_back({line.source.toUtf8(), line.cursor.toUtf8(), line.service.toUtf8(), line.host.toUtf8()});
        }
        ms += bench::medianMs(1, [&] {
            run(db, "BEGIN");
            for (std::size_t i = 0; i < batch.size(); ++i) {
                const LogLine &line = batch[i];
                sqlite3_bind_int64(insert, 1, line.nanos);
                sqlite3_bind_int64(insert, 2, line.nanos);
                for (int cell = 0; cell < 4; ++cell) {
                    const QByteArray &bytes = cells[i].at(std::size_t(cell));
                    sqlite3_bind_text(insert, 3 + cell, bytes.isNull() ? "" : bytes.constData(), int(bytes.size()), SQLITE_STATIC);
                }
                sqlite3_bind_int(insert, 7, int(line.level));
                sqlite3_bind_blob(insert, 8, line.text.constData(), int(line.text.size()), SQLITE_STATIC);
                sqlite3_step(insert);
                sqlite3_reset(insert);
                sqlite3_bind_int64(index, 1, line.nanos);
                sqlite3_bind_text(index, 2, line.text.constData(), int(line.text.size()), SQLITE_STATIC);
                sqlite3_step(index);
                sqlite3_reset(index);
            }
            run(db, "COMMIT");
        });
    }
    sqlite3_finalize(insert);
    sqlite3_finalize(index);
    sqlite3_close(db);
    return ms;
}

/// 10,000 acknowledgements at once, and all of them taken back, as marks and Undo do it.
void benchOutbox(Store &store, UtcTime now)
{
    const std::vector<Alert> alerts = makeAlerts(0);
    std::vector<AlertAction> actions;
    std::vector<QUuid> ids;
    const auto enqueue = [&] {
        actions.clear();
        ids.clear();
        for (const Alert &alert : alerts) {
            AlertAction &action = actions.emplace_back();
            action.id = QUuid::createUuid();
            action.createdAt = now;
            aimAt(action, alert);
            action.matchers = exactMatchers(alert.labels);
            ids.push_back(action.id);
        }
        return bench::medianMs(1, [&] { wait(store.enqueue(actions, Millis(600'000))); });
    };
    bench::absolute("10,000 acknowledgements accepted", enqueue(), 1'000, "ms");
    bench::absolute("10,000 acknowledgements withdrawn", bench::medianMs(1, [&] { wait(store.withdrawAll(ids)); }), 1'000, "ms");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QTemporaryDir folder;
    const SystemClock clock;
    auto store = Store::open({folder.filePath(QStringLiteral("data")), folder.filePath(QStringLiteral("cache"))}, clock);
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().what));
        return 1;
    }
    Store &s = **store;
    benchChanges(s, clock.now(), folder.path());
    benchOutbox(s, clock.now());
    bench::absolute("10,000 alerts read back", bench::medianMs(5, [&] { wait(s.alerts()); }), 100, "ms");

    double lines = 0;
    for (int from = 0; from < LineCount; from += LineBatch) {
        const std::vector<LogLine> batch = makeLines(from);
        lines += bench::medianMs(1, [&] { wait(s.putLogs(batch, std::nullopt)); });
    }
    bench::row("200,000 log lines into the cache with full text", lines, "bare C API, same tables and index",
        bareLines(folder.path(), "/trigram.db", "trigram"), 1 / 0.7);
    bench::row("the same, for the price of finding parts of words", lines, "bare C API, index of whole words",
        bareLines(folder.path(), "/words.db", "unicode61"), 1 / 0.7);
    LogQuery query;
    query.range = {{1'795'000'000'000 - 1000}, {1'795'000'000'000 + LineCount + 1000}};
    query.text = QStringLiteral("exhausted");
    query.limit = 200;
    bench::absolute("search 200,000 cached lines, newest 200", bench::medianMs(9, [&] { wait(s.cachedLogs(query)); }), 30, "ms");
    return 0;
}
