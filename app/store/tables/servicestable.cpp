#include "app/store/tables/servicestable.h"

#include "app/store/tables/blob.h"

namespace quarterdeck {

namespace {

QByteArray bodyOf(const Service &service)
{
    BlobWriter body;
    body.text(service.title).text(service.description).text(service.owner).number(service.isOwnerKnown ? 1 : 0);
    body.text(service.tier).text(service.lifecycle).texts(service.dependsOn).texts(service.dependents).texts(service.runbooks);
    body.number(qint64(service.panels.size()));
    for (const Panel &panel : service.panels) {
        body.text(panel.title).text(panel.expression).text(panel.unit).number(panel.threshold ? 1 : 0);
        body.real(panel.threshold.value_or(0)).text(panel.source);
    }
    body.pairs(service.logFields);
    body.number(qint64(service.provenance.size()));
    for (const Provenance &provenance : service.provenance) {
        body.text(provenance.field).text(provenance.source);
    }
    body.texts(service.conflicts).texts(service.aliases);
    return body.take();
}

Panel panelOf(BlobReader &body)
{
    Panel panel;
    panel.title = body.text();
    panel.expression = body.text();
    panel.unit = body.text();
    const bool hasThreshold = body.number() != 0;
    const double threshold = body.real();
    if (hasThreshold) {
        panel.threshold = threshold;
    }
    panel.source = body.text();
    return panel;
}

Service serviceOf(const sqlite::Statement &row)
{
    Service service;
    service.name = row.text(0);
    BlobReader body(row.view(1));
    service.title = body.text();
    service.description = body.text();
    service.owner = body.text();
    service.isOwnerKnown = body.number() != 0;
    service.tier = body.text();
    service.lifecycle = body.text();
    service.dependsOn = body.texts();
    service.dependents = body.texts();
    service.runbooks = body.texts();
    for (qint64 left = body.number(); left > 0 && body.isOk(); --left) {
        service.panels.push_back(panelOf(body));
    }
    service.logFields = body.pairs();
    for (qint64 left = body.number(); left > 0 && body.isOk(); --left) {
        const QString field = body.text();
        service.provenance.push_back({field, body.text()});
    }
    service.conflicts = body.texts();
    service.aliases = body.texts();
    return service;
}

} // namespace

bool ServicesTable::replace(const std::vector<Service> &services)
{
    if (all() == services) {
        return false;
    }
    m_cache.run("DELETE FROM services");
    for (const Service &service : services) {
        m_cache.run("INSERT OR REPLACE INTO services(name, body) VALUES(?1,?2)", service.name, bodyOf(service));
    }
    return true;
}

std::vector<Service> ServicesTable::all()
{
    std::vector<Service> services;
    auto rows = m_cache.query("SELECT name, body FROM services ORDER BY seq");
    while (rows.next()) {
        services.push_back(serviceOf(rows));
    }
    return services;
}

} // namespace quarterdeck
