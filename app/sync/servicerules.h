#pragma once

#include "app/domain/alert.h"
#include "app/domain/service.h"
#include "app/sources/api/metricface.h"

#include <QHash>

#include <map>

namespace quarterdeck {

/// Which service labels speak of, and whose it is. A value; safe to copy between threads.
class ServiceRules {
public:
    /// `label` names a service before `app` and `job` do.
    explicit ServiceRules(QString label = QStringLiteral("service"));
    /// Owners to fall back to where labels name no team.
    void setServices(const std::vector<Service> &services);
    /// The service named by the configured label, `app` or `job`, spelled as the known service of that name or alias, else as the label; empty when
    /// none does.
    QString serviceOf(const Labels &labels) const;
    /// The label that named it.
    QString labelFor(const Labels &labels) const;
    /// Sets service and, where the labels leave it open, team.
    void assign(Alert &alert) const;

private:
    QString m_label;
    QHash<QString, QString> m_owners;    // By lower case name.
    QHash<QString, QString> m_spellings; // Likewise, and by alias.
};

/// The services that labels of alerts and targets speak of. Thread: io.
class Discovery {
public:
    /// True where something new was learnt.
    bool saw(const Alert &alert, const ServiceRules &rules);
    /// The same for a scrape target.
    bool saw(const TargetInfo &target, const ServiceRules &rules);
    /// All that was learnt, by name, each with where it came from.
    std::vector<Service> services() const;

private:
    std::map<QString, Service> m_services; // By lower case name.
};

} // namespace quarterdeck
