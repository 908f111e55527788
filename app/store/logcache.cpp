#include "app/store/logcache.h"

#include "app/core/log.h"
#include "app/store/folders.h"
#include "app/store/sqlite/failure.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qint64 DayMs = 24LL * 3'600'000;
constexpr std::size_t MostOpen = 8;
// A file is made for each day: of a range of years the newest days are kept, the more so where they have no line.
constexpr std::size_t MostDays = 31;
constexpr qint64 MostEmptyDays = 8;

qint64 dayNumber(UtcTime time)
{
    return time.ms >= 0 ? time.ms / DayMs : (time.ms - DayMs + 1) / DayMs;
}

QString dayName(qint64 number)
{
    return toDateTime({number * DayMs}).toString(QStringLiteral("yyyy-MM-dd"));
}

TimeRange intersection(TimeRange a, TimeRange b)
{
    const UtcTime from = std::max(a.from, b.from);
    return {from, std::max(from, std::min(a.to, b.to))};
}

/// The first unbroken stretch of the range that is covered; nothing when its parts are all empty.
TimeRange firstStretch(std::vector<Covered> stretches, TimeRange range)
{
    std::sort(stretches.begin(), stretches.end(), [](const Covered &a, const Covered &b) { return a.range.from < b.range.from; });
    TimeRange found;
    for (const Covered &stretch : stretches) {
        const TimeRange part = intersection(stretch.range, range);
        if (part.length().count() <= 0) {
            continue;
        }
        if (!found.to.isValid()) {
            found = part;
        } else if (part.from <= found.to) {
            found.to = std::max(found.to, part.to);
        }
    }
    return found;
}

/// The last one.
TimeRange lastStretch(std::vector<Covered> stretches, TimeRange range)
{
    std::sort(stretches.begin(), stretches.end(), [](const Covered &a, const Covered &b) { return a.range.to > b.range.to; });
    TimeRange found;
    for (const Covered &stretch : stretches) {
        const TimeRange part = intersection(stretch.range, range);
        if (part.length().count() <= 0) {
            continue;
        }
        if (!found.to.isValid()) {
            found = part;
        } else if (part.to >= found.from) {
            found.from = std::min(found.from, part.from);
        }
    }
    return found;
}

/// Takes the lines beyond `wanted` off the end of a list that begins at the end the query asks for, and puts the oldest first.
void cutPage(LogPage &page, int wanted, bool isFromStart)
{
    page.isTruncated = int(page.lines.size()) > wanted;
    if (page.isTruncated) {
        const UtcTime firstLost {page.lines[std::size_t(wanted)].nanos / 1'000'000};
        page.lines.resize(std::size_t(wanted));
        if (isFromStart) {
            page.complete.to = std::max(page.complete.from, std::min(page.complete.to, firstLost));
        } else {
            page.complete.from = std::max(page.complete.from, UtcTime {page.lines.back().nanos / 1'000'000 + 1});
            page.complete.to = std::max(page.complete.from, page.complete.to);
        }
    }
    if (!isFromStart) {
        std::reverse(page.lines.begin(), page.lines.end());
    }
}

} // namespace

QString LogCache::fileOf(const QString &day) const
{
    return m_folder + QStringLiteral("/logs-%1.db").arg(day);
}

void LogCache::discard(const QString &day)
{
    m_open.erase(day);
    if (m_onDamage) {
        m_onDamage(day);
    } else if (!m_isReadOnly) {
        qCWarning(logStore) << "the cached log of" << day << "is damaged and was dropped";
        for (const char *end : {"", "-wal", "-shm"}) {
            QFile::remove(fileOf(day) + QLatin1StringView(end));
        }
    }
}

LogDay *LogCache::day(const QString &name, bool isMade)
{
    const quint64 identity = fileIdentity(fileOf(name));
    const bool exists = identity != 0;
    if (const auto open = m_open.find(name); open != m_open.end()) {
        // The file of the same name may be another one by now.
        if (exists && open->second->identity() == identity) {
            return open->second.get();
        }
        m_open.erase(open);
    }
    if (!exists && !isMade) {
        return nullptr;
    }
    if (isMade) {
        makePrivateFolder(m_folder);
    }
    if (m_open.size() >= MostOpen) {
        m_open.clear();
    }
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (auto opened = LogDay::open(fileOf(name), m_isReadOnly)) {
            (*opened)->connection().setEnd(m_end);
            return m_open.emplace(name, std::move(*opened)).first->second.get();
        } else if (attempt == 0 && isMade && exists) {
            discard(name);
        } else {
            qCWarning(logStore) << opened.error().what << opened.error().where;
        }
    }
    return nullptr;
}

Result<Done> LogCache::put(std::vector<LogLine> lines, const std::optional<LogQuery> &completeFor, UtcTime now)
{
    const auto dayOf = [](const LogLine &line) { return dayNumber({line.nanos / 1'000'000}); };
    std::stable_sort(lines.begin(), lines.end(), [](const LogLine &a, const LogLine &b) { return a.nanos < b.nanos; });
    std::map<qint64, std::span<const LogLine>> days;
    for (auto begin = lines.cbegin(); begin != lines.cend();) {
        const auto end = std::find_if(begin, lines.cend(), [&](const LogLine &line) { return dayOf(line) != dayOf(*begin); });
        days.emplace(dayOf(*begin), std::span(begin, end));
        begin = end;
    }
    if (completeFor && completeFor->range.length().count() > 0) {
        const UtcTime last = std::min(completeFor->range.to, now) - Millis(1);
        const qint64 newest = dayNumber(last);
        for (qint64 number = std::max(dayNumber(completeFor->range.from), newest - MostEmptyDays + 1); number <= newest; ++number) {
            days.try_emplace(number);
        }
    }
    while (days.size() > MostDays) {
        days.erase(days.begin());
    }
    for (const auto &[number, part] : days) {
        if (auto done = putDay(dayName(number), part, completeFor, now); !done) {
            return done;
        }
    }
    return Done {};
}

Result<Done> LogCache::putDay(const QString &name, std::span<const LogLine> lines, const std::optional<LogQuery> &completeFor, UtcTime now)
{
    LogDay *file = day(name, true);
    if (file == nullptr) {
        return fail(ErrorKind::Storage, QStringLiteral("The log cache cannot be written to."), fileOf(name));
    }
    int code = 0;
    std::optional<Error> failure;
    {
        sqlite::Transaction transaction(file->connection());
        file->put(lines, completeFor ? LogFilter(*completeFor).implied() : Labels());
        if (completeFor && !completeFor->sources.isEmpty()) {
            const UtcTime start = {QDateTime::fromString(name + QStringLiteral("T00:00:00Z"), Qt::ISODate).toMSecsSinceEpoch()};
            const TimeRange received {completeFor->range.from, std::min(completeFor->range.to, now)};
            const TimeRange part = intersection(received, {start, start + Millis(DayMs)});
            if (part.length().count() > 0) {
                file->putCovered(completeFor->sources.front(), LogFilter(*completeFor), {part, now});
            }
        }
        transaction.commit();
        code = file->connection().failureCode();
        failure = file->connection().takeFailure();
    }
    if (sqlite::isDamage(code)) {
        discard(name);
    }
    return failure ? Result<Done>(tl::unexpected(*failure)) : Result<Done>(Done {});
}

void LogCache::forget(const SourceId &source)
{
    const QStringList files = QDir(m_folder).entryList({QStringLiteral("logs-*.db")}, QDir::Files);
    for (const QString &name : files) {
        const QString date = name.mid(5, name.size() - 8);
        if (LogDay *file = day(date, false)) {
            file->forget(source);
            // Lines of another server are worse than none.
            if (file->connection().takeFailure()) {
                discard(date);
            }
        }
    }
}

Result<Dated<LogPage>> LogCache::find(const LogQuery &query)
{
    const LogFilter filter(query);
    Dated<LogPage> found;
    LogPage &page = found.value;
    std::vector<Covered> stretches;
    const QDir::SortFlags order = query.isFromStart ? QDir::Name : QDir::Name | QDir::Reversed;
    const QStringList files = QDir(m_folder).entryList({QStringLiteral("logs-*.db")}, QDir::Files, order);
    const QString first = dayName(dayNumber(query.range.from));
    const QString last = dayName(dayNumber(query.range.to));
    const int wanted = std::clamp(query.limit, 1, 1'000'000);
    for (const QString &name : files) {
        const QString date = name.mid(5, name.size() - 8);
        LogDay *file = date >= first && date <= last ? day(date, false) : nullptr;
        if (file == nullptr) {
            continue;
        }
        // One more than asked for tells whether others were cut off.
        std::vector<LogLine> lines = file->first(query, filter, wanted + 1 - int(page.lines.size()));
        const std::vector<Covered> covered = file->covered(query.sources.value(0), filter);
        const int code = file->connection().failureCode();
        if (const auto failure = file->connection().takeFailure()) {
            qCWarning(logStore) << failure->what << failure->where;
            if (sqlite::isDamage(code)) {
                discard(date);
            }
            continue;
        }
        std::move(lines.begin(), lines.end(), std::back_inserter(page.lines));
        stretches.insert(stretches.end(), covered.begin(), covered.end());
    }
    page.complete = query.isFromStart ? firstStretch(stretches, query.range) : lastStretch(stretches, query.range);
    if (page.lines.empty() && !page.complete.to.isValid()) {
        return fail(ErrorKind::NotFound, QStringLiteral("Nothing is cached for this."));
    }
    cutPage(page, wanted, query.isFromStart);
    for (const Covered &stretch : stretches) {
        if (intersection(stretch.range, query.range).length().count() > 0) {
            found.asOf = std::max(found.asOf, stretch.asOf);
        }
    }
    // What a tail brought is covered by nothing: of when it is, only the lines themselves say.
    for (const LogLine &line : found.asOf.isValid() ? std::vector<LogLine> {} : page.lines) {
        found.asOf = std::max(found.asOf, UtcTime {line.nanos / 1'000'000});
    }
    return found;
}

void LogCache::retain(int days, UtcTime now)
{
    const QString oldest = dayName(dayNumber(now) - std::max(days, 0));
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({QStringLiteral("logs-*.db")}, QDir::Files)) {
        const QString date = name.mid(5, name.size() - 8);
        if (date < oldest) {
            m_open.erase(date);
            for (const char *end : {"", "-wal", "-shm"}) {
                QFile::remove(fileOf(date) + QLatin1StringView(end));
            }
        }
    }
}

} // namespace quarterdeck
