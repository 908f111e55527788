#include "app/sources/journal/follower.h"

#include <QRandomGenerator>

#include <utility>

namespace quarterdeck::journal {

namespace {

constexpr int EntriesPerStream = 1'000'000;
constexpr int EntriesPerCheck = 20;
constexpr Millis FlushAfter {40};
constexpr std::size_t LargestBatch = 5000;

bool isWorthRetrying(const Error &error)
{
    return isTransient(error.kind) || error.kind == ErrorKind::BadPayload;
}

} // namespace

Follower::Follower(Gateway &gateway, Matches matches, EntryFilter filter, TailSink sink, Rules rules, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_matches(std::move(matches))
    , m_filter(std::move(filter))
    , m_sink(std::move(sink))
    , m_rules(rules)
    , m_cancel(std::move(cancel))
    , m_maker(gateway.rules())
    , m_backoff(Millis(250), Millis(5000), [] { return QRandomGenerator::global()->generateDouble(); })
{
    m_flushing.setSingleShot(true);
    m_flushing.setInterval(FlushAfter);
    connect(&m_flushing, &QTimer::timeout, this, &Follower::flush);
    m_checking.setInterval(m_rules.check);
    connect(&m_checking, &QTimer::timeout, this, &Follower::checkSilence);
}

Follower::~Follower()
{
    if (m_stream) {
        m_stream->request_stop();
    }
}

Async<Done> Follower::run(const ResumePoint &from, UtcTime time)
{
    const auto future = m_reply.future();
    // The stop may be asked for on another thread, and within this very call.
    m_onCancel = std::make_unique<std::stop_callback<std::function<void()>>>(m_cancel, [this] {
        QMetaObject::invokeMethod(
            this, [this] { cancelled(); }, Qt::QueuedConnection);
    });
    m_place = from;
    m_sameInstant = {from.cursor};
    if (from.isSet) {
        checkSilence();
    } else {
        findAnchor(time);
    }
    return future;
}

void Follower::cancelled()
{
    finish(fail(ErrorKind::Cancelled, QStringLiteral("Cancelled")));
}

void Follower::findAnchor(UtcTime time)
{
    // The last entry before the time, and with it perhaps the first after: see RangeReader::readPage.
    const Range range {time.isValid() ? timeCursor(time) : QByteArray(), -1, 2};
    EntryFilter before;
    before.toUsec = time.ms * 1000;
    then(m_gateway.page({}, range, before, {}, m_cancel), this, [this](const Result<ParsedPage> &page) {
        if (!page) {
            finish(tl::unexpected(page.error()));
            return;
        }
        m_place.isSet = true;
        if (!page->lines.empty()) {
            m_place.cursor = page->lines.back().cursor.toLatin1();
            m_place.usec = page->lines.back().nanos / 1000;
            m_sameInstant = {m_place.cursor};
        }
        openStream();
        tellFollowing();
    });
}

Range Follower::rangeFrom(int count) const
{
    if (m_isByTime) {
        return {timeCursor(UtcTime {m_place.usec / 1000}), 0, count};
    }
    return {m_place.cursor, 0, count};
}

void Follower::openStream()
{
    if (m_isFinished) {
        return;
    }
    m_parser = ExportParser();
    m_parseError.reset();
    m_stream = std::make_unique<std::stop_source>();
    m_awaitsPlace = !m_isByTime && m_place.isOfTail;
    const quint64 generation = ++m_generation;
    const auto onData = [guard = QPointer<Follower>(this), generation](QByteArrayView bytes) { return guard && guard->takeData(generation, bytes); };
    m_checking.start();
    then(m_gateway.follow(m_matches, rangeFrom(EntriesPerStream), onData, m_stream->get_token()), this,
        [this, generation](const Result<Done> &result) {
            if (generation == m_generation) {
                streamEnded(result);
            }
        });
}

void Follower::tellFollowing()
{
    if (const auto gap = std::exchange(m_gap, std::nullopt)) {
        m_sink(TailGap {*gap});
    }
    m_sink(TailFollowing {});
}

bool Follower::takeData(quint64 generation, QByteArrayView bytes)
{
    if (m_isFinished || generation != m_generation) {
        return false;
    }
    m_checking.start();
    const auto read = m_parser.feed(bytes, [this](const Entry &entry) { takeEntry(entry); });
    if (!read) {
        m_parseError = read.error();
        return false;
    }
    m_backoff.reset();
    if (m_batch.size() >= LargestBatch) {
        flush();
    } else if (!m_batch.empty() && !m_flushing.isActive()) {
        m_flushing.start();
    }
    return true;
}

void Follower::takeEntry(const Entry &entry)
{
    const QByteArray cursor = entry.cursor().toByteArray();
    const qint64 usec = entry.realtime();
    if (std::exchange(m_awaitsPlace, false) && cursor != m_place.cursor) {
        // A cursor that is gone leads to what comes next, whatever was between.
        m_sink(TailGap {UtcTime {m_place.usec / 1000}});
    }
    if (m_sameInstant.contains(cursor) || (m_isByTime && usec < m_place.usec)) {
        return;
    }
    if (usec != m_place.usec) {
        m_sameInstant.clear();
    }
    m_sameInstant.insert(cursor);
    m_place.cursor = cursor;
    m_place.usec = usec;
    m_place.isOfTail = true;
    m_isByTime = false;
    if (isWanted(entry, m_filter)) {
        m_batch.push_back(m_maker.line(entry));
    }
}

void Follower::streamEnded(const Result<Done> &result)
{
    m_checking.stop();
    flush();
    if (m_isFinished) {
        return;
    }
    if (m_parseError) {
        retry(*m_parseError);
    } else if (!result && result.error().kind == ErrorKind::Rejected && !m_isByTime && m_place.usec > 0) {
        // The entry has been removed from the journal since.
        m_isByTime = true;
        m_gap = UtcTime {m_place.usec / 1000};
        retry(result.error());
    } else if (result) {
        retry(Error {ErrorKind::Offline, QStringLiteral("The server ended the stream"), {}, 0, std::nullopt});
    } else if (isWorthRetrying(result.error())) {
        retry(result.error());
    } else {
        finish(tl::unexpected(result.error()));
    }
}

void Follower::checkSilence()
{
    m_checking.stop();
    const auto page = m_gateway.page(m_matches, rangeFrom(EntriesPerCheck), {}, {}, m_cancel);
    then(page, this, [this](const Result<ParsedPage> &answer) { checked(answer); });
}

void Follower::checked(const Result<ParsedPage> &page)
{
    if (m_isFinished) {
        return;
    }
    if (!page) {
        if (m_stream) {
            m_stream->request_stop();
            m_stream.reset();
        }
        ++m_generation;
        streamEnded(tl::unexpected(page.error()));
        return;
    }
    const bool hasMore = page->entries > 0 && !m_sameInstant.contains(page->lastCursor) && page->lastCursor != m_place.cursor
        && page->newestUsec >= m_place.usec;
    if (m_stream && !hasMore) {
        m_backoff.reset();
        m_checking.start();
        return;
    }
    // It has entries that the stream did not bring, or there is no stream yet.
    if (m_stream) {
        m_stream->request_stop();
    }
    openStream();
    tellFollowing();
}

void Follower::retry(const Error &error)
{
    m_stream.reset();
    ++m_generation;
    if (m_backoff.failures() >= m_rules.quickRetries) {
        finish(tl::unexpected(error));
        return;
    }
    QTimer::singleShot(m_backoff.next(), this, [this] {
        if (!m_isFinished) {
            checkSilence();
        }
    });
}

void Follower::flush()
{
    m_flushing.stop();
    if (!m_batch.empty() && !m_isFinished) {
        m_sink(std::exchange(m_batch, {}));
    }
}

void Follower::finish(Result<Done> result)
{
    if (m_isFinished) {
        return;
    }
    flush();
    m_isFinished = true;
    m_checking.stop();
    m_onCancel.reset();
    if (m_stream) {
        m_stream->request_stop();
    }
    m_reply.finish(std::move(result));
}

} // namespace quarterdeck::journal
