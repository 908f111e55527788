#include "app/sources/api/oncallface.h"
#include "app/sync/syncengine.h"
#include "tests/unit/sync/fakesources.h"

#include <QTest>
#include <QThread>

#include <atomic>

using namespace quarterdeck;

namespace {

constexpr Millis Day {86'400'000};
const UtcTime Start {1'700'000'000'000};
const TimeRange Asked {Start, Start + Day * 14};

/// What a source that tells of who is on call does, set from another thread.
struct Script {
    std::atomic<bool> isDown {false};
    std::atomic<bool> isRefusing {false};
    std::atomic<bool> isLacking {false};
    std::atomic<int> reads {0};
    std::atomic<qint64> length {0};
    std::atomic<int> probes {0};
};

class FakeRota final : public Source, public OnCallFace {
public:
    FakeRota(std::shared_ptr<Script> script, const QString &id)
        : m_script(std::move(script))
    {
        m_info.id = id;
        m_info.kind = QStringLiteral("fake");
        m_info.faces = Face::OnCall;
    }
    const SourceInfo &info() const override { return m_info; }
    OnCallFace *onCall() override { return this; }
    Async<BackendHealth> probe(CancelToken) override
    {
        ++m_script->probes;
        return ready<BackendHealth>(BackendHealth {});
    }
    Async<OnCallPage> read(TimeRange range, CancelToken) override
    {
        ++m_script->reads;
        m_script->length = range.length().count();
        if (m_script->isDown || m_script->isRefusing) {
            return ready<OnCallPage>(tl::unexpected(errorOf(m_script->isDown ? ErrorKind::Offline : ErrorKind::Rejected)));
        }
        OnCallPage page;
        page.covers = range;
        Shift shift;
        shift.policy = QStringLiteral("P");
        shift.person.name = m_info.id + QStringLiteral("-person");
        page.shifts = {shift};
        if (m_script->isLacking) {
            page.lacks = {{OnCallLack::Part::Policies, errorOf(ErrorKind::Forbidden)}};
        }
        return ready<OnCallPage>(page);
    }

private:
    std::shared_ptr<Script> m_script;
    SourceInfo m_info;
};

struct Bench {
    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<Store> store;
    QThread io;
    std::shared_ptr<Script> first = std::make_shared<Script>();
    std::shared_ptr<Script> second = std::make_shared<Script>();
    std::unique_ptr<SyncEngine> sync;

    explicit Bench(const QStringList &rotas = {QStringLiteral("pd"), QStringLiteral("jira")})
    {
        store = std::move(*Store::open({folder.filePath(QStringLiteral("d")), folder.filePath(QStringLiteral("c"))}, clock));
        io.start();
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::make_unique<FakePaging>());
        std::vector<Endpoint> endpoints {endpoint(QStringLiteral("am"))};
        for (const QString &id : rotas) {
            sources.push_back(std::make_unique<FakeRota>(id == rotas.front() ? first : second, id));
            endpoints.push_back(endpoint(id));
        }
        sync = std::make_unique<SyncEngine>(*store, clock, io, std::move(sources), endpoints, SyncOptions {});
    }
    ~Bench()
    {
        sync.reset();
        io.quit();
        io.wait();
    }
    static Endpoint endpoint(const QString &id)
    {
        Endpoint made;
        made.id = id;
        made.kind = QStringLiteral("fake");
        made.pollEvery = Millis(600'000);
        return made;
    }
    Result<Dated<std::vector<OnCallPage>>> ask(TimeRange range = Asked) const
    {
        const auto future = sync->onCall(range);
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000) || future.resultCount() == 0) {
            return fail(ErrorKind::Timeout, QStringLiteral("never finished"));
        }
        return future.result();
    }
};

} // namespace

/// Every source that could tell who is on call is asked, and one that does not is named.
class TestOnCallDesk : public QObject {
    Q_OBJECT

private slots:
    void allAreAskedAndNamed()
    {
        const Bench b;
        const auto answer = b.ask();
        QVERIFY(answer && answer->isLive && answer->failures.empty());
        QCOMPARE(answer->asked, (QStringList {"pd", "jira"}));
        QCOMPARE(answer->value.size(), std::size_t(2));
        QCOMPARE(answer->value[0].source, QStringLiteral("pd"));
        QCOMPARE(answer->value[1].shifts.front().person.name, QStringLiteral("jira-person"));
        QVERIFY(answer->value[0].asOf.isValid());
    }
    void whatFailsComesFromTheCacheWithItsAge()
    {
        const Bench b;
        b.second->isDown = true;
        const auto before = b.ask();
        QVERIFY(before && !before->isLive);
        QCOMPARE(before->value.size(), std::size_t(1));
        QCOMPARE(before->failures.size(), std::size_t(1));
        QCOMPARE(before->failures.front().source, QStringLiteral("jira"));
        QVERIFY(!before->failures.front().asOf.isValid());
        b.second->isDown = false;
        const auto good = b.ask();
        QVERIFY(good && good->isLive);
        QTRY_VERIFY(b.store->cachedOnCall(QStringLiteral("jira"), Asked).result());
        b.second->isDown = true;
        const auto after = b.ask();
        QVERIFY(after && !after->isLive);
        QCOMPARE(after->value.size(), std::size_t(2));
        QCOMPARE(after->failures.front().source, QStringLiteral("jira"));
        QCOMPARE(after->failures.front().asOf, good->value[1].asOf);
        QCOMPARE(after->value[1].asOf, good->value[1].asOf);
        // A question that the source refuses is not answered by an older one.
        b.second->isDown = false;
        b.second->isRefusing = true;
        QCOMPARE(b.ask()->value.size(), std::size_t(1));
    }
    void whatLacksIsSaid()
    {
        const Bench b;
        b.second->isLacking = true;
        const auto answer = b.ask();
        QVERIFY(answer && answer->isLive);
        QCOMPARE(answer->warnings, QStringList {"scripted forbidden"});
        QCOMPARE(answer->warnedBy, QStringList {"jira"});
    }
    void oneThatIsNotOpenIsMissing()
    {
        const Bench b;
        b.sync->addMisconfigured(Bench::endpoint(QStringLiteral("logs")), errorOf(ErrorKind::Rejected), Face::Logs);
        b.sync->addMisconfigured(Bench::endpoint(QStringLiteral("goalert")), errorOf(ErrorKind::Rejected), AllFaces);
        const auto answer = b.ask();
        QVERIFY(answer && !answer->isLive);
        QCOMPARE(answer->asked, (QStringList {"pd", "jira", "goalert"}));
        QCOMPARE(answer->failures.front().source, QStringLiteral("goalert"));
    }
    void nobodyTells()
    {
        const Bench b(QStringList {});
        const auto answer = b.ask();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Unsupported);
        QCOMPARE(answer.error().what, QStringLiteral("No on-call source is configured"));
    }
    void allFail()
    {
        const Bench b;
        b.first->isDown = b.second->isDown = true;
        const auto answer = b.ask();
        QVERIFY(!answer);
        QVERIFY(answer.error().what.contains(QStringLiteral("pd: ")) && answer.error().what.contains(QStringLiteral("jira: ")));
        QTRY_VERIFY(b.first->probes > 0);
    }
    void aShortQuestionLeavesNoShortCache()
    {
        const Bench b;
        QVERIFY(b.ask({Start, Start + Millis(1000)}));
        QCOMPARE(b.first->length.load(), (Day * 7).count());
        QTRY_VERIFY(b.store->cachedOnCall(QStringLiteral("pd"), {Start + Day * 6, Start + Day * 7}).result());
    }
};

QTEST_GUILESS_MAIN(TestOnCallDesk)
#include "tst_oncalldesk.moc"
