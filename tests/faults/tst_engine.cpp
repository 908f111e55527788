#include "app/bootstrap/secretlookup.h"
#include "app/library/folderlibrary.h"
#include "tests/faults/enginebench.h"

#include <QDir>

using namespace quarterdeck;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// A keyring that answers with one error.
class BrokenKeyring final : public SecretStore {
public:
    explicit BrokenKeyring(ErrorKind kind)
        : m_kind(kind)
    {
    }
    QString name() const override { return QStringLiteral("broken"); }
    State state() const override { return State::Locked; }
    Async<Secret> read(QString) override { return ready<Secret>(fail(m_kind, QStringLiteral("raw words"))); }
    Async<Done> write(QString, Secret) override { return ready<Done>(Done {}); }
    Async<Done> remove(QString) override { return ready<Done>(Done {}); }

private:
    ErrorKind m_kind;
};

} // namespace

class TestEngine : public QObject {
    Q_OBJECT

private slots:
    void withoutConfigurationItStillStarts()
    {
        QTemporaryDir folder;
        qputenv("QUARTERDECK_CONFIG_DIR", QFile::encodeName(folder.filePath(QStringLiteral("none"))));
        EngineOptions options;
        options.dataDir = folder.filePath(QStringLiteral("data"));
        options.useKeyring = false;
        const SystemClock clock;
        const auto engine = Engine::create(options, clock);
        qunsetenv("QUARTERDECK_CONFIG_DIR");
        QVERIFY(engine);
        QVERIFY((*engine)->sync().statuses().empty());
        QVERIFY((*engine)->problems().isEmpty());
    }
    void wrongConfigurationIsRefused()
    {
        EngineBench b;
        EngineOptions options = b.options();
        QVERIFY(!Engine::create(options, b.clock));
        write(options.configFile, "version: [1\n");
        QVERIFY(!Engine::create(options, b.clock));
        b.writeConfig();
        options.context = QStringLiteral("nowhere");
        QCOMPARE(Engine::create(options, b.clock).error().kind, ErrorKind::Rejected);
        options.context.clear();
        options.onlySources = {QStringLiteral("nobody")};
        QCOMPARE(Engine::create(options, b.clock).error().kind, ErrorKind::Usage);
    }
    void wrongBackendIsSaidNotFatal()
    {
        EngineBench b;
        b.urls = {QStringLiteral("http://127.0.0.1:1")};
        b.writeConfig();
        write(b.options().configFile,
            "version: 1\nbackends:\n- {name: good, type: alertmanager, urls: ['http://127.0.0.1:1']}\n"
            "- {name: odd, type: abacus, urls: ['http://127.0.0.1:1']}\n");
        const auto engine = Engine::create(b.options(), b.clock);
        QVERIFY2(engine, engine ? "" : qPrintable(engine.error().what));
        const auto statuses = (*engine)->sync().statuses();
        const auto odd = std::find_if(statuses.begin(), statuses.end(), [](const SourceStatus &s) { return s.id == QLatin1String("odd"); });
        const bool isTold = (odd != statuses.end() && odd->freshness == Freshness::Misconfigured) || !(*engine)->config().warnings.isEmpty();
        QVERIFY(isTold);
        QVERIFY(std::any_of(statuses.begin(), statuses.end(), [](const SourceStatus &s) { return s.id == QLatin1String("good"); }));
    }
    void whatIsLeftOutStandsAmongTheSources()
    {
        EngineBench b;
        b.urls = {QStringLiteral("http://127.0.0.1:1")};
        b.writeConfig();
        write(b.options().configFile,
            "version: 1\nincludes: [gone.yaml]\ncontexts: [{name: x, backends: [good, logs, odd, gone]}]\nbackends:\n"
            "- {name: good, type: alertmanager, urls: ['http://127.0.0.1:1']}\n- {name: logs, type: journal}\n"
            "- {name: odd, type: abacus, url: 'http://127.0.0.1:1'}\n- {name: other, type: alertmanager}\n");
        const auto engine = Engine::create(b.options(), b.clock);
        QVERIFY2(engine, engine ? "" : qPrintable(engine.error().what));
        QStringList told;
        for (const SourceStatus &status : (*engine)->sync().statuses()) {
            if (status.freshness == Freshness::Misconfigured) {
                told.append(QStringLiteral("%1 %2 %3").arg(QFileInfo(status.id).fileName(), status.kind, status.tellsAlerts() ? u"yes" : u"no"));
                QVERIFY2(status.error && status.error->what.contains(QStringLiteral("config.yaml:")), qPrintable(status.id));
            }
        }
        told.sort();
        QCOMPARE(told,
            QStringList({QStringLiteral("gone  yes"), QStringLiteral("gone.yaml include yes"), QStringLiteral("logs journal no"),
                QStringLiteral("odd abacus yes")}));
        QCOMPARE((*engine)->endpoints().size(), std::size_t(5));
        // Told again by the io thread, and not taken back by what is stored.
        QVERIFY(EngineBench::wait((*engine)->sync().syncOnce()));
        QCOMPARE(int(std::ranges::count((*engine)->sync().statuses(), Freshness::Misconfigured, &SourceStatus::freshness)), 4);
    }
    void aContextThatIsNotThereIsAnErrorOrAStatus()
    {
        EngineBench b;
        b.urls = {QStringLiteral("http://127.0.0.1:1")};
        b.writeConfig();
        write(b.options().configFile,
            "version: 1\ncurrent-context: nowhere\ncontexts: [{name: x, backends: [a]}]\nbackends:\n- {name: a, type: alertmanager, url: "
            "'http://127.0.0.1:1'}\n");
        EngineOptions options = b.options();
        const auto refused = Engine::create(options, b.clock);
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(QStringLiteral("nowhere")) && refused.error().what.contains(QStringLiteral("It has: x")),
            qPrintable(refused.error().what));
        options.opensWithoutContext = true;
        const auto engine = Engine::create(options, b.clock);
        QVERIFY(engine);
        QVERIFY((*engine)->context().isReadOnly);
        const std::vector<SourceStatus> statuses = (*engine)->sync().statuses();
        QCOMPARE(statuses.size(), std::size_t(1));
        QCOMPARE(statuses[0].freshness, Freshness::Misconfigured);
        QVERIFY(statuses[0].tellsAlerts());
        options.context = QStringLiteral("elsewhere");
        QVERIFY(!Engine::create(options, b.clock));
    }
    void noneOfSeveralContextsIsNoSilentChoice()
    {
        EngineBench b;
        b.urls = {QStringLiteral("http://127.0.0.1:1")};
        b.writeConfig();
        write(b.options().configFile,
            "version: 1\ncontexts: [{name: x, backends: [a]}, {name: y, backends: [a]}]\nbackends:\n- {name: a, type: alertmanager, url: "
            "'http://127.0.0.1:1'}\n");
        EngineOptions options = b.options();
        const auto refused = Engine::create(options, b.clock);
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(QStringLiteral("x, y")), qPrintable(refused.error().what));
        options.opensWithoutContext = true;
        const auto engine = Engine::create(options, b.clock);
        QVERIFY(engine);
        QVERIFY((*engine)->context().isReadOnly);
        const std::vector<SourceStatus> statuses = (*engine)->sync().statuses();
        QCOMPARE(statuses.size(), std::size_t(1));
        QCOMPARE(statuses[0].freshness, Freshness::Misconfigured);
        QVERIFY(statuses[0].tellsAlerts());
        options.context = QStringLiteral("y");
        QVERIFY(Engine::create(options, b.clock));
    }
    void mergesServicesFromConfigurationCatalogAndLabels()
    {
        ScriptedServer server([](const ScriptedRequest &r) {
            return ScriptedReply::json(!r.path().endsWith("/alerts")
                    ? "[]"
                    : R"([{"labels":{"alertname":"A","service":"batch","team":"data"},"annotations":{},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2036-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z","fingerprint":"00112233aabbccdd","receivers":[{"name":"x"}],"status":{"state":"active","silencedBy":[],"inhibitedBy":[]}},{"labels":{"alertname":"B","service":"Checkout"},"annotations":{},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2036-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z","fingerprint":"00112233aabbccde","receivers":[{"name":"x"}],"status":{"state":"active","silencedBy":[],"inhibitedBy":[]}}])");
        });
        EngineBench b;
        b.urls = {server.url(QString()).toString()};
        write(b.folder.filePath(QStringLiteral("repos/search/catalog-info.yaml")),
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: search}\nspec: {type: service, lifecycle: production, owner: "
            "finders}\n");
        b.extra = "services:\n- {name: checkout, owner: payments}\ncatalog:\n- '" + QFile::encodeName(b.folder.path())
            + "/repos/*/catalog-info.yaml'\n";
        QVERIFY(b.open());
        QVERIFY(EngineBench::wait(b.engine->servicesMerged()));
        const auto names = [&b] {
            QStringList all;
            const auto services = EngineBench::wait(b.engine->store().services());
            for (const Service &service : *services) {
                all.append(service.name + u'/' + service.owner);
            }
            return all.join(u' ');
        };
        QCOMPARE(names(), QStringLiteral("checkout/payments search/finders"));
        QVERIFY(EngineBench::wait(b.engine->sync().syncOnce()));
        QTRY_COMPARE(names(), QStringLiteral("batch/data checkout/payments search/finders"));
        // The team of an alert falls back to the owner of its service.
        QVERIFY(EngineBench::wait(b.engine->sync().syncOnce()));
        const auto alerts = b.alerts();
        QCOMPARE(alerts.size(), std::size_t(2));
        for (const Alert &alert : alerts) {
            QCOMPARE(alert.team, alert.service == QLatin1String("checkout") ? QStringLiteral("payments") : QStringLiteral("data"));
        }
        // Offline after a restart: what only labels spoke of is still there.
        b.engine.reset();
        QVERIFY(b.open());
        QVERIFY(EngineBench::wait(b.engine->servicesMerged()));
        QCOMPARE(names(), QStringLiteral("batch/data checkout/payments search/finders"));
    }
    void readOnlyContextSendsNothing()
    {
        EngineBench b;
        b.urls = {QStringLiteral("http://127.0.0.1:1")};
        b.writeConfig();
        write(b.options().configFile,
            "version: 1\ncontexts:\n- {name: look, read_only: true, backends: [am0]}\nbackends:\n- {name: am0, type: alertmanager, urls: "
            "['http://127.0.0.1:1']}\n");
        auto engine = Engine::create(b.options(), b.clock);
        QVERIFY(engine);
        b.engine = std::move(*engine);
        AlertAction action;
        action.id = QUuid::createUuid();
        action.source = QStringLiteral("am0");
        action.createdAt = b.clock.now();
        QVERIFY(EngineBench::wait(b.engine->store().enqueue({action}, Millis(60'000))));
        QTRY_COMPARE(b.outbox().front().state, OutboxState::Rejected);
    }
    void secretsFromFilesAndEnvironment()
    {
        QTemporaryDir folder;
        SecretLookup lookup(nullptr);
        write(folder.filePath(QStringLiteral("token")), "  s3cret\n");
        write(folder.filePath(QStringLiteral("empty")), "\n");
        write(folder.filePath(QStringLiteral("huge")), QByteArray(100'000, 'x'));
        const auto fromFile = [&](const QString &name) { return EngineBench::wait(lookup.resolve({{}, folder.filePath(name), {}})); };
        QCOMPARE(fromFile(QStringLiteral("token"))->reveal(), QByteArray("s3cret"));
        const std::pair<const char *, const char *> bad[] = {
            {"empty", "is empty"}, {"huge", "larger than 64 KB"}, {"missing", "does not exist"}, {"", "a folder, not a file"}};
        for (const auto &[name, words] : bad) {
            const auto secret = fromFile(QString::fromLatin1(name));
            QVERIFY(!secret);
            QCOMPARE(secret.error().kind, ErrorKind::Unauthorized);
            QVERIFY2(secret.error().what.contains(QLatin1StringView(words)), qPrintable(secret.error().what));
        }
        qputenv("QD_TEST_TOKEN", "fromenv");
        QCOMPARE(EngineBench::wait(lookup.resolve({{}, {}, QStringLiteral("QD_TEST_TOKEN")}))->reveal(), QByteArray("fromenv"));
        qunsetenv("QD_TEST_TOKEN");
        QVERIFY(!EngineBench::wait(lookup.resolve({{}, {}, QStringLiteral("QD_TEST_TOKEN")})));
        QVERIFY(!EngineBench::wait(lookup.resolve({QStringLiteral("key"), {}, {}})));
    }
    void keyringTroubleIsSaidInWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("locked") << int(ErrorKind::Unauthorized) << QStringLiteral("locked");
        QTest::newRow("absent") << int(ErrorKind::Unsupported) << QStringLiteral("no keyring");
        QTest::newRow("unknown") << int(ErrorKind::NotFound) << QStringLiteral("no secret named pd");
    }
    void keyringTroubleIsSaidInWords()
    {
        QFETCH(int, kind);
        QFETCH(QString, word);
        BrokenKeyring keyring {ErrorKind(kind)};
        SecretDesk desk(keyring);
        SecretLookup lookup(&desk);
        const auto secret = EngineBench::wait(lookup.resolve({QStringLiteral("pd"), {}, {}}));
        QVERIFY(!secret);
        QCOMPARE(secret.error().kind, ErrorKind::Unauthorized);
        QVERIFY2(secret.error().what.contains(word), qPrintable(secret.error().what));
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
