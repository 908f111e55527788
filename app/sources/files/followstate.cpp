#include "app/sources/files/followstate.h"

#include "app/core/regularfile.h"

#include <algorithm>
#include <array>

#include <sys/stat.h>

namespace quarterdeck::files {

namespace {

constexpr Millis LingerFor {60'000}; // whoever writes to a renamed file goes on until told to open the new one
constexpr Millis Moment {1'000};
constexpr qint64 KnownBytes = 256;

using FileId = std::pair<quint64, quint64>;

FileId idOf(const LogFile &file)
{
    return {file.device, file.inode};
}

/// The file that has the path now; nothing where there is none.
std::optional<FileId> idAt(const QString &path)
{
    struct stat info { };
    const bool isThere = ::stat(QFile::encodeName(path).constData(), &info) == 0 && S_ISREG(info.st_mode);
    return isThere ? std::optional(FileId(info.st_dev, info.st_ino)) : std::nullopt;
}

/// Another file has its path now.
bool isReplaced(const LogFile &file)
{
    const auto at = idAt(file.path);
    return at && *at != idOf(file);
}

bool isPacked(const LogFile &file)
{
    return std::ranges::any_of(
        std::array {".gz", ".zst", ".xz", ".bz2"}, [&file](const char *ending) { return file.path.endsWith(QLatin1StringView(ending)); });
}

/// Of each family what may be written to: the file without an ending of rotation, and the one changed last, which with some log libraries is the
/// one of the highest number.
std::vector<LogFile> growing(const std::vector<LogFile> &files)
{
    std::vector<LogFile> out;
    for (auto first = files.begin(); first != files.end();) {
        const auto end = std::find_if(first, files.end(), [first](const LogFile &file) { return file.family != first->family; });
        const auto current = std::find_if(first, end, [](const LogFile &file) { return file.isCurrent(); });
        const auto last = std::max_element(
            first, end, [](const LogFile &a, const LogFile &b) { return std::pair(!isPacked(a), a.changed) < std::pair(!isPacked(b), b.changed); });
        if (current != end) {
            out.push_back(*current);
        }
        if (current == end || (last != current && last->changed > current->changed + Moment)) {
            out.push_back(*last);
        }
        first = end;
    }
    return out;
}

} // namespace

FollowState::FollowState(Question question)
    : m_question(std::move(question))
{
}

Look FollowState::look(UtcTime now, bool isListing)
{
    Look look;
    if (isListing || m_isFirst || isAnyReplaced()) {
        list(now, look);
    }
    for (const auto &file : m_followed) {
        advance(*file, now, look);
    }
    for (const Lingering &old : m_lingering) {
        advance(*old.file, now, look);
        if (old.until < now) {
            old.file->finish(now);
        }
    }
    std::erase_if(m_lingering, [now](const Lingering &old) { return old.until < now; });
    give(look);
    for (const auto &file : m_followed) {
        look.watched.append(file->file().path);
    }
    look.watched += m_found.folders;
    return look;
}

void FollowState::list(UtcTime now, Look &look)
{
    m_found = findLogFiles(m_question.options.paths);
    for (auto &followed : m_followed) {
        if (isReplaced(followed->file())) {
            replace(followed, now);
        }
    }
    std::erase(m_followed, nullptr);
    if (!m_isFirst) {
        readMissed(now);
    }
    for (const LogFile &file : growing(m_found.files)) {
        add(file, now);
    }
    for (const LogFile &file : m_found.files) {
        m_known.insert(idOf(file));
    }
    if (m_isFirst) {
        m_isFirst = false;
        look.events.emplace_back(TailFollowing {});
        backfill(now, look);
    }
}

void FollowState::add(const LogFile &file, UtcTime now)
{
    const auto isThis = [&file](const std::unique_ptr<FollowedFile> &one) { return one->file().isSameFile(file); };
    const bool isOld = std::any_of(m_lingering.begin(), m_lingering.end(), [&](const Lingering &one) { return isThis(one.file); });
    if (isOld || std::any_of(m_followed.begin(), m_followed.end(), isThis)) {
        return;
    }
    auto followed = std::make_unique<FollowedFile>(file, m_question, m_lines);
    const bool isNew = !m_isFirst && !m_known.contains(idOf(file));
    if (followed->open(isNew ? FollowedFile::Start::Beginning : FollowedFile::Start::End)) {
        followed->advance(now, copiesOf(file));
        m_followed.push_back(std::move(followed));
    }
}

void FollowState::replace(std::unique_ptr<FollowedFile> &followed, UtcTime now)
{
    followed->advance(now, copiesOf(followed->file()));
    m_lingering.push_back({std::move(followed), now + LingerFor});
}

bool FollowState::isKnownCopy(const LogFile &file) const
{
    const auto opened = openRegularFile(file.path);
    if (!opened) {
        return true;
    }
    const QByteArray start = (*opened)->peek(KnownBytes);
    const auto hasStart = [&](const FollowedFile &one) {
        const QByteArray known = one.start();
        return one.file().family == file.family && !known.isEmpty() && start.startsWith(known.first(std::min(known.size(), start.size())));
    };
    return packingOf(start) != Packing::None || std::any_of(m_followed.begin(), m_followed.end(), [&](const auto &one) { return hasStart(*one); })
        || std::any_of(m_lingering.begin(), m_lingering.end(), [&](const Lingering &one) { return hasStart(*one.file); });
}

void FollowState::readMissed(UtcTime now)
{
    // Where a file was rotated twice between two looks, the one in the middle has never been seen under the name that is followed.
    for (const LogFile &file : m_found.files) {
        const bool isFollowedFamily = std::any_of(
            m_lingering.begin(), m_lingering.end(), [&file](const Lingering &one) { return one.file->file().family == file.family; });
        if (file.isCurrent() || m_known.contains(idOf(file)) || !isFollowedFamily || isKnownCopy(file)) {
            continue;
        }
        FollowedFile missed(file, m_question, m_lines);
        if (missed.open(FollowedFile::Start::Beginning)) {
            missed.finish(now);
        }
    }
}

void FollowState::backfill(UtcTime now, Look &look)
{
    Question before = m_question;
    if (!before.query.range.from.isValid()) {
        return;
    }
    before.query.range.to = now + Millis(1);
    const auto page = answerLines(before);
    if (!page || page->isTruncated || page->complete.from > before.query.range.from || page->complete.length() <= Millis(0)) {
        look.events.emplace_back(TailGap {before.query.range.from});
    }
    if (page && !page->lines.empty()) {
        for (const LogLine &line : page->lines) {
            m_brought.insert(line.cursor);
        }
        look.events.emplace_back(page->lines);
    }
}

bool FollowState::isAnyReplaced() const
{
    return std::any_of(m_followed.begin(), m_followed.end(), [](const auto &one) { return isReplaced(one->file()); });
}

FollowedFile::FindCopies FollowState::copiesOf(const LogFile &file)
{
    return [this, file] {
        m_found = findLogFiles(m_question.options.paths);
        std::vector<LogFile> copies;
        std::copy_if(m_found.files.begin(), m_found.files.end(), std::back_inserter(copies),
            [&file](const LogFile &other) { return other.family == file.family && !other.isSameFile(file); });
        return copies;
    };
}

void FollowState::advance(FollowedFile &file, UtcTime now, Look &look)
{
    const FollowedFile::Step step = file.advance(now, copiesOf(file.file()));
    look.wantsMore = look.wantsMore || step.hasMore;
    look.wantsSoon = look.wantsSoon || step.hasUnfinished;
    if (step.isCut) {
        give(look);
        const UtcTime last = file.lastTime();
        look.events.emplace_back(TailGap {last.isValid() ? last : now});
    }
}

void FollowState::give(Look &look)
{
    if (!m_brought.isEmpty()) {
        std::erase_if(m_lines, [this](const LogLine &line) { return m_brought.contains(line.cursor); });
    }
    if (!m_lines.empty()) {
        // Each file is in its own order; together they are in that of time.
        std::stable_sort(m_lines.begin(), m_lines.end(), [](const LogLine &a, const LogLine &b) { return a.nanos < b.nanos; });
        look.events.emplace_back(std::exchange(m_lines, {}));
    }
}

} // namespace quarterdeck::files
