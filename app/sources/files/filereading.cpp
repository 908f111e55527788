#include "app/sources/files/filereading.h"

#include "app/core/regularfile.h"
#include "app/logformat/linehead.h"
#include "app/sources/files/piecestream.h"
#include "app/sources/files/textstart.h"

#include <deque>
#include <limits>

#include <sys/stat.h>
#include <unistd.h>

namespace quarterdeck::files {

namespace {

constexpr qint64 SmallFile = 4'194'304; // read whole, whatever its times are
constexpr qint64 FirstPiece = 2'097'152;
constexpr qint64 LargestPiece = 33'554'432;
constexpr qint64 Stretch = 1'048'576; // searched for a text before it is taken apart
constexpr qsizetype LookedAt = 512;

void addReport(ScanReport &all, const ScanReport &one)
{
    all.guesses.add(one.guesses);
    all.records += one.records;
    all.untimed += one.untimed;
    all.error = all.error ? all.error : one.error;
}

} // namespace

FileReading::FileReading(LogFile file, const Question &question)
    : m_file(std::move(file))
    , m_question(question)
    , m_filter(question.query)
{
}

ScanRules FileReading::rules() const
{
    return {m_question.options.read, m_question.options.zone, m_file.changed};
}

Result<Done> FileReading::open()
{
    auto opened = openRegularFile(m_file.path);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    m_open = std::move(*opened);
    struct stat facts { };
    if (::fstat(m_open->handle(), &facts) != 0 || facts.st_dev != m_file.device || facts.st_ino != m_file.inode) {
        return fail(ErrorKind::Conflict, QStringLiteral("It was rotated while it was read"), m_file.path);
    }
    const QByteArray start = m_open->peek(LookedAt);
    m_packing = packingOf(start);
    if (!isPacked()) {
        const auto begin = textStart(*m_open);
        if (!begin) {
            return tl::unexpected(begin.error());
        }
        m_begin = *begin;
    }
    m_file.size = m_open->size();
    auto line = firstLine();
    if (!line) {
        return tl::unexpected(line.error());
    }
    m_maker.emplace(LineRules {m_question.source, m_file.path, m_file.family, *line, m_question.options.service});
    if (!isPacked()) {
        m_search.emplace(*m_open, m_file.size, rules());
    }
    return Done {};
}

Result<QByteArray> FileReading::firstLine()
{
    if (!isPacked()) {
        QByteArray start(IdentityBytes, Qt::Uninitialized);
        const ssize_t got = ::pread(m_open->handle(), start.data(), std::size_t(start.size()), m_begin);
        return firstLineOf(QByteArrayView(start).first(std::max<ssize_t>(0, got)));
    }
    auto again = openRegularFile(m_file.path);
    if (!again) {
        return tl::unexpected(again.error());
    }
    return byteStreamOf(std::move(*again)).and_then([](const std::unique_ptr<ByteStream> &stream) -> Result<QByteArray> {
        QByteArray start(IdentityBytes, Qt::Uninitialized);
        qsizetype size = 0;
        while (size < IdentityBytes) {
            const auto got = stream->read(start.data() + size, IdentityBytes - size);
            if (!got || *got == 0) {
                break; // what is damaged is said by the scan
            }
            size += *got;
        }
        return firstLineOf(QByteArrayView(start).first(size));
    });
}

std::pair<qint64, qint64> FileReading::stretch()
{
    if (m_file.size <= SmallFile) {
        return {m_begin, m_file.size};
    }
    const TimeRange range = m_question.query.range;
    return {std::max(m_begin, m_search->before(range.from.nanos())), m_search->after(range.to.nanos())};
}

ScanReport FileReading::forward(qint64 from, qint64 to, bool isCounting, const LineSink &sink)
{
    LineFeed feed(*m_maker, m_filter, m_question.query.range, isCounting, sink);
    bool goesOn = true;
    const TimedSink take = [&](const logformat::Record &record, qint64 nanos) {
        goesOn = feed.take(record, nanos);
        return goesOn;
    };
    ScanReport report;
    if (isPacked()) {
        auto stream = byteStreamOf(std::move(m_open));
        if (!stream) {
            report.error = stream.error();
            return report;
        }
        report = scan(**stream, 0, rules(), m_question.cancel, take);
    } else {
        report = scanPlain(from, to, take);
    }
    if (goesOn) {
        feed.finish();
    }
    return report;
}

ScanReport FileReading::scanPlain(qint64 from, qint64 to, const TimedSink &take)
{
    ScanReport report;
    bool goesOn = true;
    const TimedSink watched = [&](const logformat::Record &record, qint64 nanos) {
        goesOn = take(record, nanos);
        return goesOn;
    };
    while (from < to && goesOn && !report.error) {
        // Stretches without the text that is searched are passed over. Each begins where its records need nothing of those before.
        const bool isSplit = m_filter.hasPlainText() && to - from > Stretch;
        const qint64 end = isSplit ? m_search->safeStart(from + Stretch, to).value_or(to) : to;
        if (!isSplit || mayHold(from, end)) {
            PieceStream piece(*m_open, from, end);
            addReport(report, scan(piece, from, rules(), m_question.cancel, watched));
        } else if (m_question.cancel.stop_requested()) {
            report.error = Error {ErrorKind::Cancelled, QStringLiteral("The search was cancelled"), {}, 0, std::nullopt};
        }
        from = end;
    }
    return report;
}

bool FileReading::mayHold(qint64 from, qint64 to)
{
    if (to - from > 4 * Stretch || !m_open->seek(from)) {
        return true;
    }
    const QByteArray bytes = m_open->read(to - from);
    const QByteArrayView all(bytes);
    const qsizetype line = all.indexOf('\n');
    const logformat::Form form = logformat::readHead(all.first(line < 0 ? all.size() : line)).form;
    // There the text of a line is not in one piece, or not as it is written.
    const bool isPlain = form != logformat::Form::Container && form != logformat::Form::Json;
    return !isPlain || bytes.size() < to - from || m_filter.holdsText(bytes);
}

FileLines FileReading::lines(int limit)
{
    if (m_question.query.isFromStart) {
        return oldest(limit);
    }
    return isPacked() ? newestPacked(limit) : newest(limit);
}

ScanReport FileReading::count(const LineSink &sink)
{
    const auto [from, to] = isPacked() ? std::pair<qint64, qint64>() : stretch();
    return forward(from, to, true, sink);
}

FileLines FileReading::oldest(int limit)
{
    FileLines out;
    const auto [from, to] = isPacked() ? std::pair<qint64, qint64>() : stretch();
    out.report = forward(from, to, false, [&out, limit](LogLine &&line) {
        out.isTruncated = std::ssize(out.lines) >= limit;
        if (!out.isTruncated) {
            out.lines.push_back(std::move(line));
        }
        return !out.isTruncated;
    });
    return out;
}

FileLines FileReading::newestPacked(int limit)
{
    FileLines out;
    std::deque<LogLine> kept;
    out.report = forward(0, 0, false, [&](LogLine &&line) {
        kept.push_back(std::move(line));
        if (std::ssize(kept) > limit) {
            kept.pop_front();
            out.isTruncated = true;
        }
        return true;
    });
    out.lines.assign(std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()));
    return out;
}

FileLines FileReading::newest(int limit)
{
    FileLines out;
    const auto [first, last] = stretch();
    std::vector<std::deque<LogLine>> pieces; // the newest first
    qsizetype found = 0;
    qint64 end = last;
    qint64 size = FirstPiece;
    while (end > first && found <= limit && !out.report.error) {
        qint64 start = std::max(first, end - size);
        size = std::min(size * 2, LargestPiece);
        if (start > first) {
            // A piece begins where its records need nothing of those before; one without such a place is read with the one before it.
            const auto safe = m_search->safeStart(start, end);
            if (!safe && end - start < LargestPiece) {
                continue;
            }
            start = safe.value_or(first);
        }
        std::deque<LogLine> &lines = pieces.emplace_back();
        addReport(out.report, forward(start, end, false, [&lines, limit](LogLine &&line) {
            lines.push_back(std::move(line));
            if (std::ssize(lines) > limit + 1) {
                lines.pop_front();
            }
            return true;
        }));
        found += std::ssize(lines);
        end = start;
    }
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        std::move(piece->begin(), piece->end(), std::back_inserter(out.lines));
    }
    out.isTruncated = found > limit;
    if (out.isTruncated) {
        out.lines.erase(out.lines.begin(), out.lines.end() - limit);
    }
    return out;
}

} // namespace quarterdeck::files
