#include "app/sources/files/followedfile.h"

#include "app/core/regularfile.h"
#include "app/sources/files/textstart.h"

#include <algorithm>

#include <sys/stat.h>

namespace quarterdeck::files {

namespace {

constexpr qint64 BlockBytes = 4'194'304;
constexpr qint64 BytesPerLook = 16'777'216;
constexpr qint64 MostUnended = 16'777'216; // of a line without an end
constexpr qint64 Remembered = 4096;
constexpr qint64 BeforeEnd = 65'536;

struct stat factsOf(const QFile &file)
{
    struct stat facts { };
    if (::fstat(file.handle(), &facts) != 0) {
        facts.st_size = 0;
    }
    return facts;
}

} // namespace

FollowedFile::FollowedFile(LogFile file, const Question &question, std::vector<LogLine> &lines)
    : m_file(std::move(file))
    , m_question(question)
    , m_lines(lines)
    , m_filter(question.query)
    , m_sink([this](LogLine &&line) {
        m_lines.push_back(std::move(line));
        return true;
    })
    , m_reader(question.options.read)
    , m_settler(question.options.zone, m_file.changed)
{
}

Result<Done> FollowedFile::open(Start start)
{
    auto opened = openRegularFile(m_file.path);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    m_open = std::move(*opened);
    const struct stat facts = factsOf(*m_open);
    m_file.device = facts.st_dev;
    m_file.inode = facts.st_ino;
    const qint64 size = facts.st_size;
    const auto begin = textStart(*m_open);
    if (packingOf(bytesOf(*m_open, 0, IdentityBytes)) != Packing::None || !begin) {
        return fail(ErrorKind::Unsupported, QStringLiteral("This file does not grow"), m_file.path);
    }
    m_begin = *begin;
    restart(m_begin);
    if (start == Start::Beginning) {
        return Done {};
    }
    TimeSearch search(*m_open, size, {m_question.options.read, m_question.options.zone, m_file.changed});
    const qint64 near = std::max<qint64>(0, size - BeforeEnd);
    const QByteArray end = bytesOf(*m_open, near, size - near);
    // Without a place to begin at, at the start of the last line.
    restart(search.safeStart(near, size).value_or(near == 0 ? 0 : near + end.lastIndexOf('\n') + 1));
    m_skipUntil = size;
    return Done {};
}

QByteArray FollowedFile::bytesOf(QFile &file, qint64 from, qint64 size) const
{
    return size > 0 && file.seek(from) ? file.read(size) : QByteArray();
}

void FollowedFile::restart(qint64 offset)
{
    m_offset = offset;
    m_reader = logformat::RecordReader(m_question.options.read);
    m_memory = {};
    m_memory.end = offset;
    m_skipUntil = 0;
    m_maker.reset();
}

bool FollowedFile::take(const logformat::Record &record)
{
    if (const auto nanos = m_settler.nanos(record.stamp)) {
        m_last = nanos;
    }
    if (record.position + record.bytes.size() < m_skipUntil) {
        return true;
    }
    // A line without any time came when it was seen.
    return m_feed->take(record, m_last.value_or(m_now.nanos()));
}

FollowedFile::Step FollowedFile::advance(UtcTime now, const FindCopies &copies)
{
    m_now = now;
    const struct stat facts = factsOf(*m_open);
    const UtcTime changed {facts.st_mtim.tv_sec * 1000 + facts.st_mtim.tv_nsec / 1'000'000};
    const bool isTouched = facts.st_size != m_size || changed != m_changed;
    m_settler = logformat::Settler(m_question.options.zone, std::max(changed, now));
    Step step;
    if (isTouched && isWrittenOver() && !rewind()) {
        step.isCut = !readCopy(copies());
        restart(0);
    }
    const bool isQuiet = !isTouched;
    m_size = facts.st_size;
    m_changed = changed;
    const Step read = readNew(m_size);
    step.hasMore = read.hasMore;
    step.hasUnfinished = read.hasUnfinished;
    if (isQuiet && step.hasUnfinished) {
        flush(m_memory.end);
        step.hasUnfinished = false;
    }
    return step;
}

FollowedFile::Step FollowedFile::readNew(qint64 size)
{
    Step step;
    qint64 budget = BytesPerLook;
    while (m_memory.end < size) {
        const QByteArray block = bytesOf(*m_open, m_offset, std::min(size - m_offset, std::max(BlockBytes, m_memory.end - m_offset + BlockBytes)));
        const qint64 judgedBefore = m_memory.end;
        qint64 ended = block.lastIndexOf('\n') + 1;
        if (ended == 0 && block.size() >= MostUnended) {
            ended = block.size();
        }
        if (m_offset + ended <= judgedBefore || ended == 0) {
            break;
        }
        remember(QByteArrayView(block).first(ended), m_offset + ended);
        m_offset += m_reader.read(
            QByteArrayView(block).first(ended), m_offset, false, [this](const logformat::Record &record) { return take(record); });
        budget -= m_memory.end - judgedBefore;
        if (budget <= 0) {
            step.hasMore = m_memory.end < size;
            break;
        }
    }
    step.hasUnfinished = m_offset < m_memory.end;
    return step;
}

void FollowedFile::remember(QByteArrayView block, qint64 end)
{
    if (!m_maker || m_memory.start.size() < IdentityBytes) {
        m_memory.start = bytesOf(*m_open, 0, IdentityBytes);
        m_maker.emplace(LineRules {
            m_question.source, m_file.path, m_file.family, firstLineOf(bytesOf(*m_open, m_begin, IdentityBytes)), m_question.options.service});
        if (!m_feed) {
            m_feed.emplace(*m_maker, m_filter, m_question.query.range, false, m_sink);
        }
    }
    const qint64 added = end - m_memory.end;
    m_memory.tail = added >= Remembered ? block.last(Remembered).toByteArray() : (m_memory.tail + block.last(added).toByteArray()).right(Remembered);
    m_memory.end = end;
}

bool FollowedFile::isWrittenOver()
{
    const qint64 from = m_memory.end - m_memory.tail.size();
    return bytesOf(*m_open, from, m_memory.tail.size()) != m_memory.tail;
}

bool FollowedFile::rewind()
{
    const QByteArray start = bytesOf(*m_open, 0, m_memory.start.size());
    const qint64 from = m_memory.end - m_memory.tail.size();
    const QByteArray there = bytesOf(*m_open, from, m_memory.tail.size());
    const auto differ = std::mismatch(there.begin(), there.end(), m_memory.tail.begin(), m_memory.tail.end());
    const qsizetype same = differ.first - there.begin();
    if (start.first(std::min(start.size(), from)) != m_memory.start.first(std::min(m_memory.start.size(), from))) {
        return false;
    }
    // The lines that are still the same are not news. Where that is less than half, it is another file that begins alike.
    const qsizetype line = m_memory.tail.first(same).lastIndexOf('\n') + 1;
    if (line == 0 || same < m_memory.tail.size() / 2) {
        return false;
    }
    restart(from + line);
    return true;
}

bool FollowedFile::readCopy(const std::vector<LogFile> &copies)
{
    for (const LogFile &copy : copies) {
        if (copy.isSameFile(m_file) || copy.size < m_memory.end) {
            continue;
        }
        const auto opened = openRegularFile(copy.path);
        if (!opened || bytesOf(**opened, m_memory.end - m_memory.tail.size(), m_memory.tail.size()) != m_memory.tail) {
            continue;
        }
        const QByteArray rest = bytesOf(**opened, m_offset, std::min(copy.size - m_offset, BytesPerLook));
        if (m_feed) {
            m_reader.read(rest, m_offset, true, [this](const logformat::Record &record) { return take(record); });
            m_feed->finish();
        }
        return m_offset + rest.size() >= copy.size;
    }
    return false;
}

void FollowedFile::flush(qint64 end)
{
    const QByteArray block = bytesOf(*m_open, m_offset, end - m_offset);
    if (!block.isEmpty() && m_feed) {
        m_reader.read(block, m_offset, true, [this](const logformat::Record &record) { return take(record); });
        m_offset += block.size();
    }
}

void FollowedFile::finish(UtcTime now)
{
    m_now = now;
    while (readNew(factsOf(*m_open).st_size).hasMore) { }
    const qint64 size = factsOf(*m_open).st_size;
    if (size > m_memory.end) {
        const QByteArray block = bytesOf(*m_open, m_offset, size - m_offset);
        remember(block, m_offset + block.size());
    }
    flush(m_memory.end);
    if (m_feed) {
        m_feed->finish();
    }
}

} // namespace quarterdeck::files
