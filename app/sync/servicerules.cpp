#include "app/sync/servicerules.h"

namespace quarterdeck {

namespace {

// Labels are foreign: names beyond these bounds are not services, and a flood of them is cut.
constexpr qsizetype NameLimit = 200;
constexpr std::size_t ServiceLimit = 5000;

} // namespace

ServiceRules::ServiceRules(QString label)
    : m_label(std::move(label))
{
}

void ServiceRules::setServices(const std::vector<Service> &services)
{
    m_owners.clear();
    m_spellings.clear();
    for (const Service &service : services) {
        for (const QString &alias : service.aliases) {
            m_spellings.insert(alias.toLower(), service.name);
        }
    }
    // A name counts before an alias.
    for (const Service &service : services) {
        m_spellings.insert(service.name.toLower(), service.name);
        if (!service.owner.isEmpty()) {
            m_owners.insert(service.name.toLower(), service.owner);
        }
    }
}

QString ServiceRules::labelFor(const Labels &labels) const
{
    for (const QString &name : {m_label, QStringLiteral("app"), QStringLiteral("job")}) {
        if (!labels.value(name).isEmpty()) {
            return name;
        }
    }
    return {};
}

QString ServiceRules::serviceOf(const Labels &labels) const
{
    const QString name = labelFor(labels);
    const QString value = name.isEmpty() ? QString() : labels.value(name);
    return value.size() <= NameLimit ? m_spellings.value(value.toLower(), value) : QString();
}

void ServiceRules::assign(Alert &alert) const
{
    alert.service = serviceOf(alert.labels);
    if (alert.team.isEmpty()) {
        alert.team = m_owners.value(alert.service.toLower());
    }
}

bool Discovery::saw(const Alert &alert, const ServiceRules &rules)
{
    const QString name = rules.serviceOf(alert.labels);
    const QString key = name.toLower();
    if (name.isEmpty() || (!m_services.contains(key) && m_services.size() >= ServiceLimit)) {
        return false;
    }
    bool isNew = !m_services.contains(key);
    Service &service = m_services[key];
    if (isNew) {
        service.name = name;
        service.title = alert.labels.value(rules.labelFor(alert.labels));
        service.provenance.push_back(
            {QStringLiteral("title"), QStringLiteral("label %1 of alert %2").arg(rules.labelFor(alert.labels), alert.title)});
    }
    for (const QString &label : {QStringLiteral("team"), QStringLiteral("owner")}) {
        const QString team = alert.labels.value(label);
        if (!team.isEmpty() && service.owner.isEmpty()) {
            service.owner = team;
            service.provenance.push_back({QStringLiteral("owner"), QStringLiteral("label %1 of alert %2").arg(label, alert.title)});
            isNew = true;
        }
    }
    return isNew;
}

bool Discovery::saw(const TargetInfo &target, const ServiceRules &rules)
{
    const QString name = rules.serviceOf(target.labels);
    const QString key = name.toLower();
    if (name.isEmpty() || m_services.contains(key) || m_services.size() >= ServiceLimit) {
        return false;
    }
    Service &service = m_services[key];
    service.name = name;
    service.title = target.labels.value(rules.labelFor(target.labels));
    service.provenance.push_back({QStringLiteral("title"), QStringLiteral("label %1 of a target").arg(rules.labelFor(target.labels))});
    return true;
}

std::vector<Service> Discovery::services() const
{
    std::vector<Service> all;
    all.reserve(m_services.size());
    for (const auto &[name, service] : m_services) {
        all.push_back(service);
    }
    return all;
}

} // namespace quarterdeck
