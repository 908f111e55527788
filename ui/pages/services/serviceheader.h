#pragma once

#include "app/domain/service.h"
#include "models/servicehealth.h"
#include "ui/pages/api/page.h"

namespace quarterdeck {

class FactLabel;
class OnCallLine;
class PlainLabel;
class StaleStrip;

/// Name, finding, who is on call and facts of a service, and what its sources disagree on.
class ServiceHeader final : public QWidget {
    Q_OBJECT

public:
    ServiceHeader(const PageContext &context, QWidget *parent = nullptr);
    /// Shows name and facts; an unknown service says that it is.
    void setService(const Service &service, bool isKnown);
    /// Shows the finding.
    void setHealth(const ServiceHealth &health, bool isKnown);

private:
    const PageContext m_context;
    PlainLabel *m_caption;
    PlainLabel *m_name;
    QWidget *m_shape;
    PlainLabel *m_finding;
    OnCallLine *m_onCall;
    FactLabel *m_owner;
    FactLabel *m_tier;
    FactLabel *m_lifecycle;
    StaleStrip *m_conflicts;
};

} // namespace quarterdeck
