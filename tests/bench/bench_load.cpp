// Load figures over a million incidents against GROUP BY in SQLite.
#include "app/kpi/loadtable.h"
#include "tests/bench/report.h"

#include <sqlite3.h>

#include <random>

using namespace quarterdeck;

namespace {

constexpr int Count = 1'000'000;
constexpr UtcTime Start {1'700'000'000'000};

std::vector<Incident> makeIncidents()
{
    std::mt19937 engine(3);
    std::vector<QString> services;
    for (int i = 0; i < 200; ++i) {
        services.push_back(QStringLiteral("svc-%1").arg(i));
    }
    const std::array<QString, 8> users {QStringLiteral("ana"), QStringLiteral("bo"), QStringLiteral("chi"), QStringLiteral("dan"),
        QStringLiteral("eva"), QStringLiteral("fay"), QStringLiteral("gus"), QStringLiteral("hal")};
    std::vector<Incident> all(Count);
    for (int i = 0; i < Count; ++i) {
        Incident &incident = all[std::size_t(i)];
        incident.id = QString::number(i);
        incident.service = services[engine() % services.size()];
        incident.title = QStringLiteral("Rule%1").arg(engine() % 400);
        incident.user = users[engine() % users.size()];
        incident.fingerprint = incident.title + incident.service;
        incident.created = Start + Millis(qint64(i) * 63'000);
        incident.acknowledged = incident.created + Millis(engine() % 600'000);
        incident.resolved = *incident.acknowledged + Millis(engine() % 3'600'000);
        incident.notifications = {{incident.created, QStringLiteral("push")}};
    }
    return all;
}

void check(int code, sqlite3 *db)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        std::fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(db));
        std::exit(1);
    }
}

} // namespace

int main()
{
    const std::vector<Incident> incidents = makeIncidents();
    sqlite3 *db = nullptr;
    check(sqlite3_open(":memory:", &db), db);
    check(sqlite3_exec(db, "CREATE TABLE i(service TEXT, rule TEXT, user TEXT, created INTEGER, acked INTEGER, resolved INTEGER); BEGIN", nullptr,
              nullptr, nullptr),
        db);
    sqlite3_stmt *insert = nullptr;
    check(sqlite3_prepare_v2(db, "INSERT INTO i VALUES(?,?,?,?,?,?)", -1, &insert, nullptr), db);
    for (const Incident &incident : incidents) {
        const QByteArray service = incident.service.toUtf8();
        const QByteArray rule = incident.title.toUtf8();
        const QByteArray user = incident.user.toUtf8();
        sqlite3_bind_text(insert, 1, service.constData(), int(service.size()), SQLITE_TRANSIENT);
        sqlite3_bind_text(insert, 2, rule.constData(), int(rule.size()), SQLITE_TRANSIENT);
        sqlite3_bind_text(insert, 3, user.constData(), int(user.size()), SQLITE_TRANSIENT);
        sqlite3_bind_int64(insert, 4, incident.created.ms);
        sqlite3_bind_int64(insert, 5, incident.acknowledged->ms);
        sqlite3_bind_int64(insert, 6, incident.resolved->ms);
        check(sqlite3_step(insert), db);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    check(sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr), db);

    const LoadScope all {{Start, Start + Millis(qint64(Count) * 63'000)}, {}, {}, {}};
    const ResponderZones zones {{QStringLiteral(""), "Europe/Madrid"}, {QStringLiteral("chi"), "Asia/Tokyo"}};
    const LoadTable table(incidents, zones);
    int seen = 0;
    const auto figures = [&](const LoadScope &scope) { return [&, scope] { seen = table.figures(scope, all.window.to).incidents; }; };
    const auto sql = [&] {
        check(sqlite3_exec(
                  db, "SELECT service, rule, count(*), avg(acked-created), avg(resolved-created) FROM i GROUP BY service, rule",
                  [](void *, int, char **, char **) { return 0; }, nullptr, nullptr),
            db);
    };
    const auto [a, b] = bench::pairedMs(7, figures(all), sql);
    bench::row("all load figures, 1,000,000 incidents, all time", a, "SQL GROUP BY service, rule alone", b, 0.05);
    bench::absolute("  the same", a, 60, "ms");
    LoadScope service = all;
    service.service = QStringLiteral("svc-7");
    bench::absolute("  of one service", bench::medianMs(7, figures(service)), 60, "ms");
    LoadScope person = all;
    person.user = QStringLiteral("chi");
    bench::absolute("  of one person", bench::medianMs(7, figures(person)), 60, "ms");
    LoadScope month = all;
    month.window.from = month.window.to - Millis(28LL * 86'400'000);
    bench::absolute("  of the last four weeks", bench::medianMs(7, figures(month)), 60, "ms");
    bench::absolute("the table of 1,000,000 incidents, built once", bench::medianMs(3, [&] { LoadTable(incidents, zones).oldest(); }), 3000, "ms");
    sqlite3_close(db);
    return seen > 0 ? 0 : 1;
}
