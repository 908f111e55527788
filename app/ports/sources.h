#pragma once

#include "app/core/async.h"
#include "app/domain/freshness.h"
#include "app/domain/sourceinfo.h"

#include <QObject>

#include <vector>

namespace quarterdeck {

/// The verdict of a connection test, in plain words.
struct ProbeReport {
    bool isOk = false;
    QString version;
    Millis latency {0};
    QStringList sentences; ///< What was found and what to do, worst first. Untranslated facts from the source; plain text.
    std::optional<Error> error;
};

/// The set of sources that is looked at, as the configuration names it.
struct ContextInfo {
    QString name;
    bool isMarked = false; ///< In red: a slip in it is dear.
};

/// The configured sources and how fresh each is. Thread: main.
class Sources : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// How every configured source stands, in the order of the configuration.
    virtual std::vector<SourceStatus> statuses() const = 0;
    /// Which set of them it is.
    virtual ContextInfo context() const = 0;
    /// What those that could be opened are and can do, in the same order.
    virtual std::vector<SourceInfo> infos() const = 0;
    /// Polls now instead of at the next turn; all sources for an empty id.
    virtual void refresh(const SourceId &source = {}) = 0;
    /// Live or paused: paused polls nothing and says so.
    virtual void setPaused(bool paused) = 0;
    virtual bool isPaused() const = 0;
    /// Tests a configured source now.
    virtual Async<ProbeReport> probe(SourceId source, CancelToken cancel = {}) = 0;

signals:
    /// One source stands differently.
    void statusChanged(const quarterdeck::SourceStatus &status);
    /// Polling was paused or taken up again.
    void pausedChanged(bool paused);
};

} // namespace quarterdeck

Q_DECLARE_METATYPE(quarterdeck::SourceStatus)
