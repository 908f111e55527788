#pragma once

#include "app/sources/files/followedfile.h"

#include <QSet>

namespace quarterdeck::files {

/// What one look at all files of a tail gave.
struct Look {
    std::vector<TailEvent> events;
    QStringList watched;    ///< Files and folders whose changes are of interest.
    bool wantsMore = false; ///< There is more to be read at once.
    bool wantsSoon = false; ///< A record may go on: look again soon.
};

/// The files of one tail, and how far each is read. Thread: one worker at a time; waits for the disk.
class FollowState {
public:
    /// Follows from the ends of the files as they are at the first look, and brings before what is of the range of the query already.
    explicit FollowState(Question question);

    /// `isListing`: files may have come or gone.
    Look look(UtcTime now, bool isListing);

private:
    struct Lingering {
        std::unique_ptr<FollowedFile> file;
        UtcTime until;
    };

    void list(UtcTime now, Look &look);
    void add(const LogFile &file, UtcTime now);
    void readMissed(UtcTime now);
    void replace(std::unique_ptr<FollowedFile> &followed, UtcTime now);
    bool isKnownCopy(const LogFile &file) const;
    void backfill(UtcTime now, Look &look);
    void give(Look &look);
    bool isAnyReplaced() const;
    FollowedFile::FindCopies copiesOf(const LogFile &file);
    void advance(FollowedFile &file, UtcTime now, Look &look);

    Question m_question;
    std::vector<LogLine> m_lines;
    FoundFiles m_found;
    std::vector<std::unique_ptr<FollowedFile>> m_followed;
    std::vector<Lingering> m_lingering;
    QSet<std::pair<quint64, quint64>> m_known; // files that were there at an earlier look
    QSet<QString> m_brought;                   // cursors of the lines brought at first
    bool m_isFirst = true;
};

} // namespace quarterdeck::files
