#include "app/bootstrap/engine.h"
#include "app/desktop/preferencestore.h"
#include "tests/cli/clibench.h"
#include "tests/support/fakepage.h"
#include "ui/pages/load/factory.h"

#include <QApplication>
#include <QPushButton>

using namespace quarterdeck;

namespace {

constexpr Millis Hour {3'600'000};

/// An alert that fires, is acknowledged and ends; times before the end of the window.
struct Past {
    const char *id;
    const char *service;
    const char *who; ///< Acknowledges it; nobody: null.
    Millis fired;
    Millis ended; ///< Zero: it still fires.
    Severity severity = Severity::Warning;
};

constexpr Past History[] {
    {"begun before", "Checkout", "ana", Hour * 200, Hour * 150},
    {"begun before, goes on", "Checkout", "ben", Hour * 240, Millis(0), Severity::Critical},
    {"older", "Checkout", "ana", Hour * 250, Hour * 249},
    {"in the night", "Search", "zoe", Hour * 62, Hour * 60, Severity::Critical},
    {"again", "Search", "zoe", Hour * 61 - Millis(600'000), Hour * 59},
    {"short", "Search", nullptr, Hour * 40, Hour * 40 - Millis(120'000)},
    {"by day", "Checkout", "ben", Hour * 20, Hour * 10},
    {"at the end", "Search", "ana", Hour * 1, Millis(0)},
};

Alert alertOf(const Past &past, UtcTime end, bool isAcknowledged)
{
    Alert alert;
    alert.key = {QStringLiteral("am"), QLatin1StringView(past.id)};
    alert.labels = {{QStringLiteral("alertname"), QLatin1StringView(past.id)}};
    alert.startsAt = end - past.fired;
    deriveFields(alert);
    alert.service = QLatin1StringView(past.service);
    alert.severity = past.severity;
    if (isAcknowledged) {
        alert.state = AlertState::Acknowledged;
        alert.holds = {{HoldKind::Acknowledgement, {}, QLatin1StringView(past.who)}};
    }
    return alert;
}

} // namespace

/// The load page and `qdeck kpi` over one history that was recorded: the same figures.
class TestSameFigures : public QObject {
    Q_OBJECT

    CliBench m_b;
    UtcTime m_end {QDateTime::currentMSecsSinceEpoch()};

    EngineOptions options() const
    {
        EngineOptions options;
        options.configFile = m_b.config();
        options.dataDir = m_b.data();
        options.useKeyring = false;
        return options;
    }
    template <class T> static Result<T> wait(Async<T> future)
    {
        return QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000) ? future.result() : fail(ErrorKind::Timeout, {});
    }
    void record()
    {
        SystemClock clock;
        auto engine = Engine::create(options(), clock);
        QVERIFY2(engine, qPrintable(engine ? QString() : engine.error().what));
        // In the order in which they were seen.
        std::vector<std::pair<UtcTime, Batch>> seen;
        for (const Past &past : History) {
            Batch batch;
            batch.source = QStringLiteral("am");
            batch.observedAt = m_end - past.fired;
            batch.upserts = {alertOf(past, m_end, false)};
            seen.emplace_back(batch.observedAt, batch);
            if (past.who != nullptr) {
                batch.observedAt = batch.observedAt + Millis(300'000);
                batch.upserts = {alertOf(past, m_end, true)};
                seen.emplace_back(batch.observedAt, batch);
            }
            if (past.ended > Millis(0)) {
                batch.observedAt = m_end - past.ended;
                batch.upserts.clear();
                batch.gone = {alertOf(past, m_end, false).key};
                seen.emplace_back(batch.observedAt, batch);
            }
        }
        std::ranges::stable_sort(seen, {}, [](const auto &one) { return one.first; });
        for (const auto &[at, batch] : seen) {
            QVERIFY(wait((*engine)->store().apply(batch)));
        }
    }
    /// What the page exports, by the key of the figure.
    QMap<QString, QString> ofThePage(int days, const QString &service)
    {
        SystemClock clock;
        auto engine = Engine::create(options(), clock);
        if (!engine) {
            return {};
        }
        FakePage fake;
        fake.clock.advance(m_end - fake.clock.now());
        PreferenceStore preferences((*engine)->config(), (*engine)->endpoints(), (*engine)->folders(), (*engine)->zones());
        const FakePage &fixed = fake;
        const PageContext context {(*engine)->store(), fake.outbox, fake.sources, fake.telemetry, fake.onCall, fake.runLog, fake.library, preferences,
            fake.secrets, fake.editor, fake.time, fixed.clock, fixed.theme, fake.navigator};
        const std::unique_ptr<Page> page(makeLoadPage()->create(context, nullptr));
        page->show({QStringLiteral("load"), {},
            {{QStringLiteral("window"), days == 7 ? QStringLiteral("7d") : QStringLiteral("4w")}, {QStringLiteral("service"), service}}});
        if (!QTest::qWaitFor([&page] { return !page->exportCsv().isEmpty(); }, 20'000)) {
            return {};
        }
        QMap<QString, QString> figures;
        for (const QByteArray &row : page->exportCsv().split('\n')) {
            const QList<QByteArray> cells = row.split(',');
            if (cells.size() > 2 && cells[0] == "figure") {
                figures.insert(QString::fromUtf8(cells[1]), QString::fromUtf8(cells[2]));
            }
        }
        return figures;
    }
    /// The same of `qdeck kpi`.
    static QString told(const QJsonObject &all, const QString &key)
    {
        static const QHash<QString, QString> Others {{QStringLiteral("shifts.per_12h"), QStringLiteral("shifts.most_per_12h")}};
        const QString name = Others.value(key, key);
        QJsonValue value = all.value(name.section(u'.', 0, 0));
        if (value.isObject()) {
            value = value[name.contains(u'.') ? name.section(u'.', 1) : QStringLiteral("total")];
        }
        return value.isNull() ? QString() : value.isDouble() ? QString::number(value.toDouble(), 'g', 12) : QStringLiteral("not there");
    }

private slots:
    void initTestCase()
    {
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\npeople:\n- {name: ana, zone: Pacific/Chatham}\nbackends:\n- {name: am, type: alertmanager, url: 'http://127.0.0.1:9'}\n");
        record();
    }
    void pageAndCommandLineAgree_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("typed");
        QTest::newRow("a week") << 7 << QString() << QString();
        QTest::newRow("four weeks") << 28 << QString() << QString();
        QTest::newRow("a service, in another case") << 7 << QStringLiteral("Checkout") << QStringLiteral("cHECKOUT");
        QTest::newRow("another service, in another case") << 28 << QStringLiteral("Search") << QStringLiteral("search");
    }
    void pageAndCommandLineAgree()
    {
        QFETCH(int, days);
        QFETCH(QString, service);
        QFETCH(QString, typed);
        const QMap<QString, QString> page = ofThePage(days, service);
        QVERIFY(page.size() > 30);
        QStringList line {QStringLiteral("kpi"), QStringLiteral("--from"), toRfc3339(m_end - Millis(days * 86'400'000LL)), QStringLiteral("--to"),
            toRfc3339(m_end)};
        if (!typed.isEmpty()) {
            line << QStringLiteral("--service") << typed;
        }
        const CliRun run = m_b.json(line);
        QVERIFY2(run.code == 0, run.out + run.err);
        QCOMPARE(run.json().value(QLatin1String("scope"))[QLatin1String("service")].toString(), service);
        QStringList differences;
        for (auto it = page.cbegin(); it != page.cend(); ++it) {
            if (const QString other = told(run.item(), it.key()); other != it.value()) {
                differences.append(QStringLiteral("%1: page \"%2\", qdeck \"%3\"").arg(it.key(), it.value(), other));
            }
        }
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
        // What began before the window is not lost: one of two days, and one that goes on.
        QVERIFY(service == u"Search" || page.value(QStringLiteral("engaged_union_s")).toDouble() > 86'400);
    }
};

int main(int argc, char **argv)
{
    // The people who are not listed are where this machine is, and that is not UTC.
    qputenv("TZ", "Asia/Kathmandu");
    QApplication app(argc, argv);
    TestSameFigures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_samefigures.moc"
