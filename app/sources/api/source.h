#pragma once

#include "app/core/async.h"
#include "app/domain/sourceinfo.h"

#include <QStringList>

namespace quarterdeck {

class ActFace;
class AlertFace;
class LogFace;
class MetricFace;
class OnCallFace;
class RuleFace;
class TimelineFace;

/// What a probe found: for the connection test of the settings page and `qdeck doctor`.
struct BackendHealth {
    QString version;
    Millis latency {0};
    Millis clockSkew {0}; ///< Server minus us, from the Date header; 0 when unknown.
    QStringList findings; ///< Plain sentences, worst first.
    int membersLive = 1;
    int members = 1;
};

/// One configured backend, opened, with its faces. Lives on the io thread; every method is called there and its future finishes there.
/// A cancelled operation finishes with ErrorKind::Cancelled.
class Source {
public:
    virtual ~Source() = default;
    virtual const SourceInfo &info() const = 0;
    /// Reaches every member and says what it found, in plain words.
    virtual Async<BackendHealth> probe(CancelToken cancel) = 0;

    // Null where it has no such face; info().faces says the same.

    /// What fires.
    virtual AlertFace *alerts() { return nullptr; }
    /// What can be done about it.
    virtual ActFace *acts() { return nullptr; }
    /// Time series.
    virtual MetricFace *metrics() { return nullptr; }
    /// Log lines.
    virtual LogFace *logs() { return nullptr; }
    /// Alerting rules.
    virtual RuleFace *rules() { return nullptr; }
    /// Who is on call.
    virtual OnCallFace *onCall() { return nullptr; }
    /// What happened to its alerts.
    virtual TimelineFace *timeline() { return nullptr; }
};

} // namespace quarterdeck
