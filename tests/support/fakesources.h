#pragma once

#include "app/ports/sources.h"
#include "tests/support/fakeanswers.h"

#include <algorithm>
#include <utility>

namespace quarterdeck {

/// Sources whose freshness a test sets.
class FakeSources final : public Sources {
public:
    using Sources::Sources;
    std::vector<SourceStatus> statusList;
    QStringList refreshed; ///< One id a call; "" for all.
    ProbeReport report;
    QStringList probed;
    FakeAnswers answers;

    std::vector<SourceInfo> infoList;

    ContextInfo contextInfo;

    std::vector<SourceStatus> statuses() const override { return statusList; }
    ContextInfo context() const override { return contextInfo; }
    std::vector<SourceInfo> infos() const override { return infoList; }
    void refresh(const SourceId &source = {}) override { refreshed << source; }
    void setPaused(bool paused) override
    {
        if (std::exchange(m_paused, paused) != paused) {
            emit pausedChanged(paused);
        }
    }
    bool isPaused() const override { return m_paused; }
    Async<ProbeReport> probe(SourceId source, CancelToken cancel = {}) override
    {
        probed << source;
        return answers.answer<ProbeReport>(report, cancel);
    }
    /// Adds or replaces one status and tells everybody.
    void setStatus(const SourceStatus &status)
    {
        const auto at = std::find_if(statusList.begin(), statusList.end(), [&](const SourceStatus &s) { return s.id == status.id; });
        if (at != statusList.end()) {
            *at = status;
        } else {
            statusList.push_back(status);
        }
        emit statusChanged(status);
    }
    /// One status in a line.
    void setStatus(const SourceId &id, const QString &kind, Freshness freshness, UtcTime lastOkAt, UtcTime since = {})
    {
        SourceStatus status;
        status.id = id;
        status.kind = kind;
        status.freshness = freshness;
        status.lastOkAt = lastOkAt;
        status.since = since;
        status.liveMembers = freshness == Freshness::Live ? 1 : 0;
        status.faces = facesOf(kind);
        setStatus(status);
    }

private:
    static Faces facesOf(const QString &kind)
    {
        if (kind == QLatin1StringView("alertmanager")) {
            return Faces(Face::Alerts) | Face::Acts;
        }
        return kind == QLatin1StringView("prometheus") ? Faces(Face::Metrics) | Face::Rules : Faces(Face::Logs);
    }
    bool m_paused = false;
};

} // namespace quarterdeck
