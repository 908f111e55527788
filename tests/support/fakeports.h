#pragma once

#include "app/core/clock.h"
#include "app/ports/library.h"
#include "app/ports/outbox.h"
#include "app/ports/preferences.h"
#include "app/ports/reader.h"
#include "app/ports/runlog.h"
#include "app/ports/sources.h"
#include "app/ports/telemetry.h"

#include <QHash>
#include <QPointer>

#include <algorithm>
#include <functional>

// Every port of the application, kept in memory, for tests of models and pages. A fake answers at once unless it is held;
// `failure` makes every call fail; what was asked is recorded. Link qd_ports (qd_models and the pages do). No moc is needed.
namespace quarterdeck {

/// Answers now, or when it is released: lets a test see the time between question and answer.
class FakeAnswers {
public:
    bool isHeld = false;          ///< True: futures stay open until release().
    std::optional<Error> failure; ///< Set: every answer is this error.

    /// Answers everything that was held, oldest first.
    void release()
    {
        isHeld = false;
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto &finish : waiting) {
            finish();
        }
    }
    std::size_t heldCount() const { return m_waiting.size(); }

    template <class T> Async<T> answer(Result<T> result, CancelToken cancel = {})
    {
        if (failure) {
            result = tl::unexpected<Error>(*failure);
        }
        if (!isHeld) {
            return ready<T>(std::move(result));
        }
        const Reply<T> reply;
        m_waiting.push_back([reply, result, cancel] {
            reply.finish(cancel.stop_requested() ? Result<T>(fail(ErrorKind::Cancelled, QStringLiteral("Cancelled"))) : result);
        });
        return reply.future();
    }

private:
    std::vector<std::function<void()>> m_waiting;
};

/// What is stored, as plain lists.
class FakeReader final : public Reader {
public:
    using Reader::Reader;
    std::vector<Alert> alertList;
    std::vector<Silence> silenceList;
    std::vector<Service> serviceList;
    QHash<AlertKey, std::vector<HistoryEvent>> historyOf;
    QHash<AlertKey, std::vector<Note>> notesOf;
    std::vector<Incident> incidentList;
    FakeAnswers answers;
    int historyReads = 0;

    Async<std::vector<Alert>> alerts(CancelToken cancel = {}) override { return answers.answer<std::vector<Alert>>(alertList, cancel); }
    Async<std::vector<Silence>> silences(CancelToken cancel = {}) override { return answers.answer<std::vector<Silence>>(silenceList, cancel); }
    Async<std::vector<Service>> services(CancelToken cancel = {}) override { return answers.answer<std::vector<Service>>(serviceList, cancel); }
    Async<std::vector<HistoryEvent>> history(AlertKey alert, CancelToken cancel = {}) override
    {
        ++historyReads;
        return answers.answer<std::vector<HistoryEvent>>(historyOf.value(alert), cancel);
    }
    Async<std::vector<Note>> notes(AlertKey alert, CancelToken cancel = {}) override
    {
        return answers.answer<std::vector<Note>>(notesOf.value(alert), cancel);
    }
    /// Those created in the range.
    Async<std::vector<Incident>> incidents(TimeRange range, CancelToken cancel = {}) override
    {
        std::vector<Incident> found;
        std::copy_if(incidentList.begin(), incidentList.end(), std::back_inserter(found),
            [&range](const Incident &incident) { return range.contains(incident.created); });
        return answers.answer<std::vector<Incident>>(std::move(found), cancel);
    }

    /// Takes over the change and tells everybody, as the store does after a transaction.
    void apply(const ChangeSet &changes)
    {
        for (const Alert &alert : changes.changedAlerts) {
            const auto at = std::find_if(alertList.begin(), alertList.end(), [&](const Alert &a) { return a.key == alert.key; });
            if (at != alertList.end()) {
                *at = alert;
            } else {
                alertList.push_back(alert);
            }
        }
        for (const AlertKey &key : changes.removedAlerts) {
            std::erase_if(alertList, [&key](const Alert &a) { return a.key == key; });
        }
        emit changed(changes);
    }
    /// Tells everybody without touching the lists.
    void announce(const ChangeSet &changes) { emit changed(changes); }
};

/// An outbox that keeps what it was given. With a reader it marks the alerts pending, as the store does.
class FakeOutbox final : public Outbox {
public:
    explicit FakeOutbox(const Clock &clock, FakeReader *reader = nullptr)
        : m_clock(clock)
        , m_reader(reader)
    {
    }
    std::vector<OutboxEntry> entryList;             ///< Newest first.
    std::vector<std::vector<AlertAction>> enqueued; ///< One element per call that was accepted.
    std::vector<Millis> validity;                   ///< validFor of each of them.
    std::vector<QUuid> withdrawn;
    std::vector<QUuid> resent;
    std::vector<Note> noteList;
    std::vector<QUuid> removedNotes;
    FakeAnswers answers;

    Async<std::vector<OutboxEntry>> enqueue(std::vector<AlertAction> actions, Millis validFor) override
    {
        if (answers.failure) {
            return answers.answer<std::vector<OutboxEntry>>({});
        }
        std::vector<OutboxEntry> made;
        ChangeSet changes;
        for (AlertAction &action : actions) {
            if (action.id.isNull()) {
                action.id = QUuid::createUuid();
            }
            const UtcTime now = m_clock.now();
            made.push_back(OutboxEntry {action, OutboxState::Queued, now + validFor, 0, now, {}, {}});
            entryList.insert(entryList.begin(), made.back());
            markPending(action.alert, Pending::Queued, changes);
        }
        enqueued.push_back(actions);
        validity.push_back(validFor);
        tell(changes);
        return answers.answer<std::vector<OutboxEntry>>(std::move(made));
    }
    Async<Done> withdraw(QUuid action) override
    {
        OutboxEntry *entry = find(action);
        if (entry == nullptr || entry->state != OutboxState::Queued) {
            return answers.answer<Done>(fail(ErrorKind::Conflict, QStringLiteral("It has already been sent")));
        }
        if (!answers.failure) {
            ChangeSet changes;
            entry->state = OutboxState::Withdrawn;
            withdrawn.push_back(action);
            markPending(entry->action.alert, Pending::None, changes);
            tell(changes);
        }
        return answers.answer<Done>(Done {});
    }
    Async<OutboxEntry> resend(QUuid action) override
    {
        OutboxEntry *entry = find(action);
        if (entry == nullptr) {
            return answers.answer<OutboxEntry>(fail(ErrorKind::NotFound, QStringLiteral("There is no such action")));
        }
        OutboxEntry again = *entry;
        again.action.id = QUuid::createUuid();
        again.state = OutboxState::Queued;
        if (!answers.failure) {
            entry->state = OutboxState::Superseded;
            resent.push_back(action);
            entryList.insert(entryList.begin(), again);
            tell({});
        }
        return answers.answer<OutboxEntry>(again);
    }
    Async<std::vector<OutboxEntry>> entries() override { return answers.answer<std::vector<OutboxEntry>>(entryList); }
    Async<Note> addNote(AlertKey alert, QString author, QString text) override
    {
        const Note note {QUuid::createUuid(), alert, author, text, m_clock.now(), {}, false};
        if (!answers.failure) {
            noteList.push_back(note);
            if (m_reader != nullptr) {
                m_reader->notesOf[alert].push_back(note);
            }
            tellNotes();
        }
        return answers.answer<Note>(note);
    }
    Async<Done> removeNote(QUuid note) override
    {
        if (!answers.failure) {
            removedNotes.push_back(note);
            if (m_reader != nullptr) {
                for (auto &notes : m_reader->notesOf) {
                    std::erase_if(notes, [note](const Note &n) { return n.id == note; });
                }
            }
            tellNotes();
        }
        return answers.answer<Done>(Done {});
    }

    /// Moves an entry on, as the courier does.
    void settle(QUuid action, OutboxState state, const QString &detail = {}, const QString &silence = {})
    {
        if (OutboxEntry *entry = find(action)) {
            ChangeSet changes;
            entry->state = state;
            entry->detail = detail;
            entry->resultSilence = silence;
            entry->changedAt = m_clock.now();
            markPending(entry->action.alert,
                state == OutboxState::Conflict      ? Pending::Conflict
                    : state == OutboxState::Sending ? Pending::Sending
                    : state == OutboxState::Unknown ? Pending::Unknown
                                                    : Pending::None,
                changes);
            tell(changes);
        }
    }
    OutboxEntry *find(QUuid action)
    {
        const auto at = std::find_if(entryList.begin(), entryList.end(), [action](const OutboxEntry &e) { return e.action.id == action; });
        return at == entryList.end() ? nullptr : &*at;
    }

private:
    void markPending(const AlertKey &key, Pending pending, ChangeSet &changes)
    {
        if (m_reader == nullptr || !key.isValid()) {
            return;
        }
        for (Alert &alert : m_reader->alertList) {
            if (alert.key == key) {
                alert.pending = pending;
                changes.changedAlerts.push_back(alert);
            }
        }
    }
    void tell(ChangeSet changes)
    {
        if (m_reader != nullptr) {
            changes.outbox = true;
            m_reader->announce(changes);
        }
    }
    void tellNotes()
    {
        if (m_reader != nullptr) {
            ChangeSet changes;
            changes.notes = true;
            m_reader->announce(changes);
        }
    }
    const Clock &m_clock;
    FakeReader *m_reader;
};

/// Sources whose freshness a test sets.
class FakeSources final : public Sources {
public:
    using Sources::Sources;
    std::vector<SourceStatus> statusList;
    QStringList refreshed; ///< One id a call; "" for all.
    ProbeReport report;
    QStringList probed;
    FakeAnswers answers;

    std::vector<SourceStatus> statuses() const override { return statusList; }
    void refresh(const SourceId &source = {}) override { refreshed << source; }
    void setPaused(bool paused) override
    {
        if (std::exchange(m_paused, paused) != paused) {
            emit pausedChanged(paused);
        }
    }
    bool isPaused() const override { return m_paused; }
    Async<ProbeReport> probe(SourceId source, CancelToken cancel = {}) override
    {
        probed << source;
        return answers.answer<ProbeReport>(report, cancel);
    }
    /// Adds or replaces one status and tells everybody.
    void setStatus(const SourceStatus &status)
    {
        const auto at = std::find_if(statusList.begin(), statusList.end(), [&](const SourceStatus &s) { return s.id == status.id; });
        if (at != statusList.end()) {
            *at = status;
        } else {
            statusList.push_back(status);
        }
        emit statusChanged(status);
    }
    /// One status in a line.
    void setStatus(const SourceId &id, const QString &kind, Freshness freshness, UtcTime lastOkAt, UtcTime since = {})
    {
        SourceStatus status;
        status.id = id;
        status.kind = kind;
        status.freshness = freshness;
        status.lastOkAt = lastOkAt;
        status.since = since;
        status.liveMembers = freshness == Freshness::Live ? 1 : 0;
        setStatus(status);
    }

private:
    bool m_paused = false;
};

/// A tail that a test feeds.
class FakeTail final : public LogTail {
public:
    using LogTail::LogTail;
    void feed(const std::vector<LogLine> &lines) { emit arrived(lines); }
    void interrupt(const QString &why) { emit interrupted(why); }
};

/// Metrics and logs out of two lists. `onRange` replaces the answer for series; lines are filtered as a source would.
class FakeTelemetry final : public Telemetry {
public:
    std::vector<Series> seriesList;
    std::vector<LogLine> lineList;       ///< Oldest first.
    QHash<QString, QString> expressions; ///< By alertname.
    std::function<Result<Dated<std::vector<Series>>>(const MetricQuery &)> onRange;
    bool isLive = true;
    UtcTime asOf;
    std::optional<Error> staleness; ///< Dated::error of what is not live.
    std::vector<MetricQuery> rangeQueries;
    std::vector<LogQuery> logQueries;
    QStringList expressionQueries;
    std::vector<CancelToken> cancels; ///< Of every call, in order.
    QPointer<FakeTail> lastTail;
    FakeAnswers answers;

    Async<Dated<std::vector<Series>>> range(MetricQuery query, CancelToken cancel = {}) override
    {
        rangeQueries.push_back(query);
        cancels.push_back(cancel);
        return answers.answer<Dated<std::vector<Series>>>(onRange ? onRange(query) : Result<Dated<std::vector<Series>>>(dated(seriesList)), cancel);
    }
    Async<Dated<LogPage>> logs(LogQuery query, CancelToken cancel = {}) override
    {
        logQueries.push_back(query);
        cancels.push_back(cancel);
        LogPage page;
        page.complete = query.range;
        page.lines = matching(query);
        if (std::ssize(page.lines) > query.limit) {
            page.lines.erase(page.lines.begin(), page.lines.end() - query.limit);
            page.isTruncated = true;
        }
        return answers.answer<Dated<LogPage>>(dated(std::move(page)), cancel);
    }
    Async<Dated<LogHistogram>> logHistogram(LogQuery query, int buckets, CancelToken cancel = {}) override
    {
        cancels.push_back(cancel);
        LogHistogram histogram;
        histogram.start = query.range.from;
        histogram.step = Millis(std::max<qint64>(1, query.range.length().count() / std::max(1, buckets)));
        histogram.buckets.resize(std::size_t(std::max(1, buckets)));
        for (const LogLine &line : matching(query)) {
            const qint64 at = (line.nanos / 1'000'000 - histogram.start.ms) / histogram.step.count();
            const std::size_t bucket = std::size_t(std::clamp<qint64>(at, 0, std::ssize(histogram.buckets) - 1));
            ++histogram.buckets[bucket][std::size_t(line.level)];
        }
        return answers.answer<Dated<LogHistogram>>(dated(std::move(histogram)), cancel);
    }
    std::unique_ptr<LogTail> tail(LogQuery query) override
    {
        logQueries.push_back(query);
        auto tail = std::make_unique<FakeTail>();
        lastTail = tail.get();
        return tail;
    }
    Async<QString> alertExpression(QString alertname, CancelToken cancel = {}) override
    {
        expressionQueries << alertname;
        cancels.push_back(cancel);
        return answers.answer<QString>(expressions.value(alertname), cancel);
    }

private:
    template <class T> Dated<T> dated(T value) const
    {
        return Dated<T> {std::move(value), asOf, isLive, isLive ? std::optional<Error>() : staleness};
    }
    std::vector<LogLine> matching(const LogQuery &query) const
    {
        std::vector<LogLine> found;
        for (const LogLine &line : lineList) {
            const bool isField = std::all_of(
                query.fields.begin(), query.fields.end(), [&line](const Label &field) { return line.fields.value(field.name) == field.value; });
            const bool isLevel = query.levels.empty() || std::find(query.levels.begin(), query.levels.end(), line.level) != query.levels.end();
            if (query.range.contains(UtcTime {line.nanos / 1'000'000}) && (query.service.isEmpty() || query.service == line.service) && isField
                && isLevel && (query.text.isEmpty() || QString::fromUtf8(line.text).contains(query.text, Qt::CaseInsensitive))) {
                found.push_back(line);
            }
        }
        return found;
    }
};

/// Runs and marks in memory; the audit keeps every mark.
class FakeRunLog final : public RunLog {
public:
    std::vector<RunbookRun> runList; ///< Newest first.
    std::vector<StepMark> allMarks;  ///< Oldest first.
    FakeAnswers answers;

    Async<RunbookRun> start(RunbookRun run) override
    {
        if (!answers.failure) {
            if (run.id.isNull()) {
                run.id = QUuid::createUuid();
            }
            runList.insert(runList.begin(), run);
        }
        return answers.answer<RunbookRun>(run);
    }
    Async<Done> mark(StepMark mark) override
    {
        RunbookRun *run = find(mark.run);
        if (run == nullptr) {
            return answers.answer<Done>(fail(ErrorKind::NotFound, QStringLiteral("There is no such run")));
        }
        if (!answers.failure) {
            std::erase_if(run->marks, [&mark](const StepMark &m) { return m.step == mark.step; });
            run->marks.push_back(mark);
            allMarks.push_back(mark);
        }
        return answers.answer<Done>(Done {});
    }
    Async<Done> finish(QUuid id, UtcTime at) override
    {
        RunbookRun *run = find(id);
        if (run != nullptr && !answers.failure) {
            run->finishedAt = at;
        }
        return answers.answer<Done>(Done {});
    }
    Async<std::vector<RunbookRun>> runs(int limit = 200) override
    {
        const auto count = std::min<std::ptrdiff_t>(limit, std::ssize(runList));
        return answers.answer<std::vector<RunbookRun>>(std::vector<RunbookRun>(runList.begin(), runList.begin() + count));
    }
    Async<RunbookRun> run(QUuid id) override
    {
        const RunbookRun *found = find(id);
        return answers.answer<RunbookRun>(
            found != nullptr ? Result<RunbookRun>(*found) : fail(ErrorKind::NotFound, QStringLiteral("There is no such run")));
    }
    Async<std::vector<StepMark>> audit(QUuid run) override
    {
        std::vector<StepMark> found;
        std::copy_if(allMarks.begin(), allMarks.end(), std::back_inserter(found), [run](const StepMark &m) { return m.run == run; });
        return answers.answer<std::vector<StepMark>>(std::move(found));
    }
    RunbookRun *find(QUuid id)
    {
        const auto at = std::find_if(runList.begin(), runList.end(), [id](const RunbookRun &r) { return r.id == id; });
        return at == runList.end() ? nullptr : &*at;
    }
};

/// Runbooks in memory.
class FakeLibrary final : public Library {
public:
    using Library::Library;
    std::vector<RunbookFile> files;
    QHash<QString, QByteArray> markdowns; ///< By id.
    QHash<QString, QString> byAlert;      ///< Runbook id by alertname.

    std::vector<RunbookFile> runbooks() const override { return files; }
    Result<QByteArray> markdown(const QString &id) const override
    {
        if (!markdowns.contains(id)) {
            return fail(ErrorKind::NotFound, QStringLiteral("There is no such runbook"), id);
        }
        return markdowns.value(id);
    }
    QString forAlert(const QString &alertname, const QString &, const QString &) const override { return byAlert.value(alertname); }
    /// Adds one file and tells everybody.
    void add(const RunbookFile &file, const QByteArray &text)
    {
        files.push_back(file);
        markdowns.insert(file.id, text);
        emit changed();
    }
    void announce() { emit changed(); }
};

/// Preferences in memory.
class FakePreferences final : public Preferences {
public:
    using Preferences::Preferences;
    PreferenceValues current;
    std::vector<ConfiguredBackend> backendList;
    QStringList warningList;
    QString config = QStringLiteral("/srv/op/.config/quarterdeck/config.yaml");

    PreferenceValues values() const override { return current; }
    void setValues(const PreferenceValues &values) override
    {
        if (!(current == values)) {
            current = values;
            emit changed(current);
        }
    }
    std::vector<ConfiguredBackend> backends() const override { return backendList; }
    QStringList warnings() const override { return warningList; }
    QString configFile() const override { return config; }
    QString dataFolder() const override { return QStringLiteral("/srv/op/.local/share/quarterdeck"); }
    QString cacheFolder() const override { return QStringLiteral("/srv/op/.cache/quarterdeck"); }
};

} // namespace quarterdeck
