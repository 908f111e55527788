#include "app/sync/poller.h"

#include "app/core/asynctake.h"
#include "app/core/log.h"
#include "app/store/sourcememories.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace quarterdeck {

namespace {

// Between the beginnings of two polls, however much is heard.
constexpr Millis ShortestBetween {2'000};
// A source that is changing all the time is not asked more than a quarter of the time.
constexpr int RestFactor = 4;

} // namespace

Poller::Poller(SourceId source, AlertFace &face, Store &store, const ServiceRules &rules, const Clock &clock, StatusBoard &board, PollTimes times,
    QObject *parent)
    : Rhythm(std::move(source), clock, board, std::move(times), parent)
    , m_face(face)
    , m_store(store)
    , m_rules(rules)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Poller::makeDue);
    connect(this, &Poller::turned, this, [this](bool answered) {
        m_took = this->clock().monotonic() - m_askedAt;
        if (answered) {
            pollSoon();
        }
    });
}

Poller::~Poller()
{
    setWatching(false);
}

void Poller::setWatching(bool isWatching)
{
    if (isWatching == m_watching.has_value()) {
        return;
    }
    if (!isWatching) {
        m_watching->request_stop();
        m_watching.reset();
        return;
    }
    m_watching.emplace();
    m_face.watch(
        [guard = QPointer<Poller>(this), cancel = m_watching->get_token()] {
            if (guard && !cancel.stop_requested()) {
                guard->heard();
            }
        },
        m_watching->get_token());
}

void Poller::heard()
{
    m_hasHeard = true;
    pollSoon();
}

void Poller::pollSoon()
{
    // During a poll it is not known whether what was heard is in its answer.
    if (m_hasHeard && !isAsking() && !m_soon.isActive()) {
        const Millis between = std::max(ShortestBetween, m_took * RestFactor);
        m_soon.start(std::max(Millis(0), m_askedAt + between - clock().monotonic()));
    }
}

void Poller::ask(CancelToken cancel)
{
    m_hasHeard = false;
    m_askedAt = clock().monotonic();
    m_soon.stop();
    if (m_memory) {
        read(std::move(cancel));
        return;
    }
    then(SourceMemories(m_store).of(source()), this, [this, cancel = std::move(cancel)](const Result<SourceMemory> &stored) mutable {
        const SourceMemory memory = stored.value_or(SourceMemory {});
        m_memory = memory.text;
        m_face.remember(memory.text, memory.lastOkAt);
        read(std::move(cancel));
    });
}

void Poller::read(CancelToken cancel)
{
    thenTake(m_face.read(std::move(cancel)), this, [this](Result<AlertPage> snapshot) {
        if (snapshot) {
            take(std::move(*snapshot));
        } else if (hasBegunAnew()) {
            return;
        } else if (snapshot.error().kind == ErrorKind::Cancelled) {
            refuse(Error {ErrorKind::Timeout, QStringLiteral("%1 has not answered in time").arg(source()), {}, 0, std::nullopt});
        } else {
            refuse(snapshot.error());
        }
    });
}

void Poller::take(AlertPage snapshot)
{
    if (m_isLoaded) {
        store(std::move(snapshot));
        return;
    }
    // Not before there is something to compare: a start has its rows to read, and both would wait for the same processor.
    thenTake(m_store.openImprints(source()), this, [this, snapshot = std::move(snapshot)](const Result<std::vector<AlertImprint>> &open) mutable {
        if (!open) {
            refuse(open.error());
            return;
        }
        m_known = KnownAlerts(*open);
        m_isLoaded = true;
        then(m_servicesKnown, this, [this, snapshot = std::move(snapshot)](const Result<Done> &) mutable {
            then(whenRestored(), this, [this, snapshot = std::move(snapshot)](const Result<Done> &) mutable { store(std::move(snapshot)); });
        });
    });
}

void Poller::store(AlertPage snapshot)
{
    emit silencesSeen(snapshot.silences);
    for (Alert &alert : snapshot.alerts) {
        m_rules.assign(alert);
    }
    Batch changes = m_known.compare(snapshot, source(), clock().now());
    // A server that has forgotten alerts does not know everything, however wholly it answers.
    const bool knowsAll = snapshot.hasAllAlerts() && !m_known.isKeeping(snapshot, changes);
    const Error *trouble = snapshot.trouble();
    const Answer answer {knowsAll, snapshot.membersLive, snapshot.members, trouble != nullptr ? std::optional(*trouble) : std::nullopt};
    const SourceStatus status = statusIfAnswered(answer);
    changes.status = status;
    if (const QString memory = m_face.memory(); memory != m_memory) {
        changes.memory = memory;
    }
    emit observed(std::exchange(m_hasPolled, true) ? changes.upserts : snapshot.alerts);
    // Before it is written, which needs as much room again.
    snapshot = {};
    const auto batch = std::make_shared<const Batch>(std::move(changes));
    const Async<Done> applied = m_store.applyPoll(batch);
    // Worked out while it is written, taken over when it is.
    KnownAlerts known = m_known;
    known.accept(*batch);
    then(applied, this, [this, status, known = std::move(known), batch](const Result<Done> &stored) {
        if (!stored) {
            qCWarning(logSync) << "What" << source() << "said could not be stored:" << stored.error().what;
            finish(statusIfFailed(stored.error()), false);
            return;
        }
        m_memory = batch->memory ? *batch->memory : m_memory;
        const std::vector<Alert> fresh = m_known.arrivedIn(*batch);
        m_known = known;
        finish(status, true);
        if (!fresh.empty()) {
            emit arrived(fresh);
        }
    });
}

void Poller::refuse(const Error &error)
{
    then(whenRestored(), this, [this, error](const Result<Done> &) {
        Batch batch;
        batch.source = source();
        batch.observedAt = clock().now();
        const SourceStatus status = statusIfFailed(error);
        batch.status = status;
        then(m_store.apply(batch), this, [this, status, error](const Result<ChangeSet> &) { finish(status, false, error.retryAfter); });
    });
}

} // namespace quarterdeck
