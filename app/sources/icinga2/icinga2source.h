#pragma once

#include "app/sources/api/actface.h"
#include "app/sources/api/alertface.h"
#include "app/sources/icinga2/performer.h"

namespace quarterdeck {

/// What an Icinga2 can be asked, and told.
constexpr Faces Icinga2Faces = Faces(Face::Alerts) | Face::Acts;

/// One Icinga2 as a source of alerts that can be acted upon. Thread: io.
class Icinga2Source final : public QObject, public Source, public AlertFace, public ActFace {
public:
    Icinga2Source(const Endpoint &endpoint, icinga2::Settings settings, icinga2::Style style, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    AlertFace *alerts() override { return this; }
    ActFace *acts() override { return this; }
    Async<AlertPage> read(CancelToken cancel) override;
    void watch(std::function<void()> changed, CancelToken cancel) override;
    Async<Outcome> perform(AlertAction action, BeforeSend before, CancelToken cancel) override;
    Async<Outcome> readBack(AlertAction action, QString target, CancelToken cancel) override;
    int mostReadBack() const override;
    Async<std::vector<Outcome>> readBackAll(std::vector<AlertAction> actions, QString target, CancelToken cancel) override;
    int mostTogether(const AlertAction &action) const override;
    Async<std::vector<Outcome>> performAll(std::vector<AlertAction> actions, BeforeSend before, CancelToken cancel) override;

private:
    SourceDeps m_deps;
    SourceInfo m_info;
    icinga2::Style m_style;
    icinga2::Reader m_reader;
    icinga2::Actor m_actor;
};

} // namespace quarterdeck
