#pragma once

#include "app/sources/api/actface.h"
#include "app/sources/api/alertface.h"
#include "app/sources/api/oncallface.h"
#include "app/sources/api/timelineface.h"
#include "app/sources/pagerduty/loground.h"

namespace quarterdeck {

/// What a PagerDuty can be asked, and told.
constexpr Faces PagerdutyFaces = Faces(Face::Alerts) | Face::Acts | Face::OnCall | Face::Timeline;

/// One account of PagerDuty: its open incidents as alerts that can be acted upon, what happened to them, and who is on call. Thread: io.
class PagerdutySource final : public QObject, public Source, public AlertFace, public ActFace, public OnCallFace, public TimelineFace {
public:
    PagerdutySource(const Endpoint &endpoint, pagerduty::Settings settings, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    AlertFace *alerts() override { return this; }
    ActFace *acts() override { return this; }
    OnCallFace *onCall() override { return this; }
    TimelineFace *timeline() override { return this; }
    Async<AlertPage> read(CancelToken cancel) override;
    Async<OnCallPage> read(TimeRange range, CancelToken cancel) override;
    Async<TimelinePage> read(TimelineCursor since, CancelToken cancel) override;
    Async<Outcome> perform(AlertAction action, BeforeSend before, CancelToken cancel) override;
    Async<Outcome> readBack(AlertAction action, QString target, CancelToken cancel) override;
    int mostTogether(const AlertAction &action) const override;
    Async<std::vector<Outcome>> performAll(std::vector<AlertAction> actions, BeforeSend before, CancelToken cancel) override;

private:
    SourceDeps m_deps;
    SourceInfo m_info;
    pagerduty::Reader m_reader;
    pagerduty::LogSpan m_logSpan;
};

} // namespace quarterdeck
