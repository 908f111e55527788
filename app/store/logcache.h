#pragma once

#include "app/domain/freshness.h"
#include "app/domain/logline.h"
#include "app/store/logday.h"

#include <functional>
#include <map>
#include <memory>

namespace quarterdeck {

/// Cached log lines, one file a day (UTC). One of these writes the files, others may read beside it. Thread: one at a time.
class LogCache {
public:
    LogCache(QString folder, bool isReadOnly)
        : m_folder(std::move(folder))
        , m_isReadOnly(isReadOnly)
    {
    }
    /// Keeps lines that are not there yet. `completeFor`: these are all lines that match it.
    Result<Done> put(std::vector<LogLine> lines, const std::optional<LogQuery> &completeFor, UtcTime now);
    /// The newest lines that match. Errors: NotFound when nothing of it was ever received; Storage.
    Result<Dated<LogPage>> find(const LogQuery &query);
    /// Drops every line of a source.
    void forget(const SourceId &source);
    /// Deletes the files of days that ended more than `days` ago.
    void retain(int days, UtcTime now);
    /// Drops the file of a damaged day, where this may write.
    void discard(const QString &day);
    /// Who is told of a damaged day where this only reads.
    void onDamage(std::function<void(const QString &day)> tell) { m_onDamage = std::move(tell); }
    /// Reads stop for good when this token is stopped.
    void setEnd(std::stop_token end) { m_end = std::move(end); }

private:
    Result<Done> putDay(const QString &day, std::span<const LogLine> lines, const std::optional<LogQuery> &completeFor, UtcTime now);
    /// The open file of "2026-11-21"; nothing when it is missing and not to be made, or damaged.
    LogDay *day(const QString &name, bool isMade);
    QString fileOf(const QString &day) const;

    QString m_folder;
    bool m_isReadOnly;
    std::map<QString, std::unique_ptr<LogDay>> m_open;
    std::function<void(const QString &day)> m_onDamage;
    std::stop_token m_end;
};

} // namespace quarterdeck
