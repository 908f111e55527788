#pragma once

#include "app/core/clock.h"
#include "app/domain/imprint.h"
#include "app/ports/outbox.h"
#include "app/store/adoption.h"
#include "app/store/batch.h"
#include "app/store/storedreader.h"
#include "app/store/storedrunlog.h"

#include "app/domain/logline.h"
#include "app/domain/oncall.h"
#include "app/domain/series.h"

#include <memory>

namespace quarterdeck {

/// Where the two databases are. Folders are made 0700 when missing.
struct StorePaths {
    QString dataFolder;  ///< state.db and its backups.
    QString cacheFolder; ///< cache.db and one log file a day.
};

/// What opening found: told to the user once.
struct OpenReport {
    bool isReadOnly = false; ///< Newer schema, read-only folder, or another writer: nothing can be acknowledged.
    bool isHeld = false;     ///< Another writer is the reason: once it has ended this may be written to.
    QStringList sentences;   ///< "The cache was damaged and has been started anew", ...
    int recoveredRows = 0;
    int lostRows = 0; ///< Rows with a wrong checksum, set aside, never silently dropped.
};

/// Both databases behind one door. Implements the ports; every method may be called on the main or the io thread, works on a thread of the
/// store's, and finishes there (continue with then()). Exactly one writing connection per database, on the db thread; reads run beside it and
/// see every write whose future has finished. What a person does overtakes polls, between their parts. changed() comes at once, not
/// gathered, after what a person did, and after the answer of an alerts() that may not hold it.
class Store : public StoredReader, public Outbox, public StoredRunLog {
    Q_OBJECT

public:
    /// Patient: waits up to 1.5 s for another program that writes, because a run of qdeck is over in a moment.
    enum class Mode : quint8 { ReadWrite, PatientReadWrite, ReadOnly };
    /// Opens, migrates and checks; blocks for that (a few ms, or the patience). Errors: Storage, in words.
    static Result<std::unique_ptr<Store>> open(const StorePaths &paths, const Clock &clock, Mode mode = Mode::ReadWrite);
    ~Store() override;
    const OpenReport &report() const;
    /// Tells before anything else which sources there are; blocks (a few ms). What is stored of one whose addresses are all others than
    /// before is another server's: it is dropped, or hidden where this may only read. Of `alertSources` alone alerts are listed from now on.
    void adopt(const std::vector<SourceAddress> &sources, const QSet<SourceId> &alertSources);

    // Outbox
    Async<std::vector<OutboxEntry>> enqueue(std::vector<AlertAction> actions, Millis validFor) override;
    Async<Done> withdraw(QUuid action) override;
    Async<std::vector<QUuid>> withdrawAll(std::vector<QUuid> actions) override;
    Async<OutboxEntry> resend(QUuid action) override;
    Async<std::vector<OutboxEntry>> entries() override;
    Async<Note> addNote(AlertKey alert, QString author, QString text) override;
    Async<Done> removeNote(QUuid note) override;
    Async<Done> decideJoin(JoinDecision decision) override;
    // For sync: what pages do not see.
    /// In parts where it is large, see Batch; then changed().
    Async<ChangeSet> apply(Batch batch);
    /// apply() for a batch that its owner still looks at, and who needs not be told what changed. Over only after changed().
    Async<Done> applyPoll(std::shared_ptr<const Batch> batch);
    /// Imprints of the open alerts of one source, to compare the first poll after a start with.
    Async<std::vector<AlertImprint>> openImprints(SourceId source);
    /// Entries in Queued, Sending and Unknown, oldest first. After a crash, Sending is read back like Unknown.
    Async<std::vector<OutboxEntry>> undelivered();
    /// Moves an entry on, records it in the history of its alert, durable before it finishes.
    Async<Done> settle(QUuid action, OutboxState state, Reason reason, QString silence);
    /// The services as merged from configuration, catalog and labels.
    Async<Done> replaceServices(std::vector<Service> services);
    /// Last status of every source, so that a start shows ages before the first poll.
    Async<std::vector<SourceStatus>> statuses();
    Async<Done> putSeries(MetricQuery query, std::vector<Series> series, UtcTime asOf, QStringList warnings = {});
    /// The cached answer that covers most of the range. Errors: NotFound.
    Async<Dated<std::vector<Series>>> cachedSeries(MetricQuery query);
    Async<Done> putLogs(std::vector<LogLine> lines, std::optional<LogQuery> completeFor);
    Async<Dated<LogPage>> cachedLogs(LogQuery query);
    /// Keeps what a source told of who is on call.
    Async<Done> putOnCall(OnCallPage page);
    /// What a source told last of the beginning of the range, else of any of it. Errors: NotFound.
    Async<Dated<OnCallPage>> cachedOnCall(SourceId source, TimeRange range);
    /// Deletes what is older than the retention; at most a few ms per step.
    Async<Done> retain(int logDays, int historyDays);
    /// A consistent copy of state.db.
    Async<Done> backup(QString file);
    /// Finishes when everything asked so far is done. For tests and shutdown.
    Async<Done> flush();

private:
    friend class SendTraces;
    friend class SourceMemories;
    friend class StoredTimelines;
    explicit Store(std::unique_ptr<StoreCore> core);
    std::unique_ptr<StoreCore> d;
};

} // namespace quarterdeck
