#pragma once

#include "app/sources/api/connector.h"
#include "app/sources/api/logface.h"
#include "app/sources/files/answer.h"
#include "app/sources/files/worker.h"

namespace quarterdeck {

/// Log files and folders of this machine as a log source. Thread: io; files are read on threads of its own.
class FilesSource final : public QObject, public Source, public LogFace {
public:
    FilesSource(const Endpoint &endpoint, files::FilesOptions options, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    LogFace *logs() override { return this; }
    Async<LogPage> query(LogQuery query, CancelToken cancel) override;
    Async<LogHistogram> histogram(LogQuery query, int buckets, CancelToken cancel) override;
    Async<Done> tail(LogQuery query, TailSink sink, CancelToken cancel) override;
    /// Of "file" the paths; of any other those of the newest lines.
    Async<QStringList> fieldValues(QString field, CancelToken cancel) override;

private:
    files::Question questionOf(const LogQuery &query) const;

    files::FilesOptions m_options;
    const Clock &m_clock;
    SourceInfo m_info;
    files::Workers m_workers;
};

} // namespace quarterdeck
