#pragma once

#include "app/domain/freshness.h"
#include "app/domain/logline.h"
#include "app/store/logday.h"

#include <map>
#include <memory>

namespace quarterdeck {

/// Cached log lines, one file a day (UTC). Thread: db-logs.
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
    /// Deletes the files of days that ended more than `days` ago.
    void retain(int days, UtcTime now);

private:
    Result<Done> putDay(const QString &day, std::span<const LogLine> lines, const std::optional<LogQuery> &completeFor, UtcTime now);
    /// The open file of "2026-11-21"; nothing when it is missing and not to be made, or damaged.
    LogDay *day(const QString &name, bool isMade);
    QString fileOf(const QString &day) const;
    void discard(const QString &day);

    QString m_folder;
    bool m_isReadOnly;
    std::map<QString, std::unique_ptr<LogDay>> m_open;
};

} // namespace quarterdeck
