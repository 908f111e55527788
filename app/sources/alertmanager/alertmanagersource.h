#pragma once

#include "app/sources/alertmanager/performer.h"
#include "app/sources/api/actface.h"
#include "app/sources/api/alertface.h"
#include "app/sources/api/connector.h"

#include <QObject>

namespace quarterdeck {

/// What an Alertmanager can be asked, and told.
constexpr Faces AlertmanagerFaces = Faces(Face::Alerts) | Face::Acts;

/// One Alertmanager cluster as a source of alerts that can be acted upon. Thread: io.
class AlertmanagerSource final : public QObject, public Source, public AlertFace, public ActFace {
public:
    /// `settling`: how long after its start what a member does not list means nothing.
    AlertmanagerSource(Endpoint endpoint, QString apiPath, Millis settling, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    AlertFace *alerts() override { return this; }
    ActFace *acts() override { return this; }
    Async<AlertPage> read(CancelToken cancel) override;
    QString memory() const override;
    void remember(const QString &memory, UtcTime lastOkAt) override;
    Async<Outcome> perform(AlertAction action, BeforeSend before, CancelToken cancel) override;
    Async<Outcome> readBack(AlertAction action, QString target, CancelToken cancel) override;

private:
    Endpoint m_endpoint;
    const Clock &m_clock;
    SourceInfo m_info;
    alertmanager::Members m_members;
    alertmanager::SharedReading m_shared;
};

} // namespace quarterdeck
