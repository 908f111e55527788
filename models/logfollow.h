#pragma once

#include "app/core/clock.h"
#include "app/ports/telemetry.h"

#include <deque>

namespace quarterdeck {

/// One log as a view shows it: read once, counted, and followed while it is live; knows what of it is complete. Thread: main.
class LogFollow final : public QObject {
    Q_OBJECT

public:
    /// What is known of the lines handed over so far.
    struct State {
        LogHistogram histogram;     ///< Of the range asked for, in `buckets` buckets.
        TimeRange complete;         ///< Every matching line of this stretch was handed over, as far as the last answer says.
        bool isTruncated = false;   ///< The limit cut lines off.
        QStringList sources;        ///< That were asked, or sent a line.
        std::vector<Error> lacks;   ///< What else may be missing of the last answer, as the sources say.
        std::optional<Error> error; ///< Why the answer is not live, or none came.
        bool isAnswered = false;    ///< The lines were read at least once.
        bool isLive = true;         ///< At least one of the sources answered itself.
        UtcTime asOf;               ///< Not live: when the sources last said so.
        bool isFollowing = false;   ///< New lines are handed over as they come.
        QString interruption;       ///< Whose lines do not come, and why; empty while all do. Foreign text.
    };

    LogFollow(Telemetry &telemetry, const Clock &clock, int buckets, QObject *parent = nullptr);
    ~LogFollow() override;

    /// Reads what this asks for and, where it is live, follows it from there on. What was asked before is taken back.
    void read(const LogQuery &query, bool isLive);
    /// Counts the same lines again, over this range.
    void count(TimeRange range);
    /// Reads the lines before those that were handed over, as many as the query's limit says. Does nothing while it is at it.
    void readEarlier();
    /// Hands over no more new lines.
    void stop();
    /// Forgets everything: another log is meant.
    void clear();
    const State &state() const { return m_state; }
    /// What was handed over, as a page without its lines; up to now where it is followed without interruption.
    LogPage page(TimeRange asked) const;

signals:
    /// All lines of an answer, in place of those of before.
    void replaced(const std::vector<quarterdeck::LogLine> &lines);
    /// Lines that came since, each once.
    void appended(const std::vector<quarterdeck::LogLine> &lines);
    /// Lines that stand before all others, oldest first.
    void earlier(const std::vector<quarterdeck::LogLine> &lines);
    /// The state is another now. Comes after the lines that it is about.
    void changed();
    /// A source is followed again after an interruption: what was missed is only known to it, so it has to be read anew.
    void missed();

private:
    struct Known {
        qint64 nanos;
        QString cursor;
        QByteArray text;
    };
    void accept(const Result<Dated<LogPage>> &page, bool isLive);
    void acceptEarlier(const Result<Dated<LogPage>> &page);
    void takeBorder(const std::vector<LogLine> &lines);
    void follow();
    void acceptTail(const std::vector<LogLine> &lines);
    void acceptInterruption(const QString &why);
    bool isKnown(const LogLine &line) const;
    void remember(const std::vector<LogLine> &lines);

    Telemetry &m_telemetry;
    const Clock &m_clock;
    const int m_buckets;
    LogQuery m_query;
    State m_state;
    std::deque<Known> m_known;   ///< The newest lines: a tail may begin with some of them.
    std::vector<Known> m_border; ///< The lines of the instant at which what is complete begins: an earlier page may end with some of them.
    int m_earlierLimit = 0;
    bool m_isReadingEarlier = false;
    std::stop_source m_stop;
    std::unique_ptr<LogTail> m_tail;
};

} // namespace quarterdeck
