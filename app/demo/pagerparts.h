#pragma once

#include "app/demo/pageraccount.h"
#include "app/demo/pagerjson.h"
#include "app/json/jsonreader.h"

#include <algorithm>

namespace quarterdeck::demo {

// What several answers of the played PagerDuty are made of.

/// The escalation policy of the company.
QString pagerPolicyId();
QString pagerPolicyName();

/// The names of an object, in an object that has begun. `place`: where the API has it.
void writeNames(JsonWriter &json, const QString &id, const QString &type, const QString &summary, const QString &place);
/// An object of names only.
void writeReference(JsonWriter &json, const QString &id, const QString &type, const QString &summary, const QString &place);
void writePersonReference(JsonWriter &json, const QString &id);
/// Somebody in full.
void writePerson(JsonWriter &json, const PagerPerson &person);
/// The id of a service of this name.
QString serviceId(const QString &name);
void writeServiceReference(JsonWriter &json, const QString &name);
void writeTeamReference(JsonWriter &json, const QString &name);
void writePolicyReference(JsonWriter &json);
void writeIncidentReference(JsonWriter &json, const PagerIncident &incident);
/// "[#4711] Disk full"
QString summaryOf(const PagerIncident &incident);

/// {"<name>":[...],"limit":..}: the part of `count` entries that is asked for, each written by `write(json, place)`.
template <class F> QByteArray pageJson(QStringView name, std::size_t count, const PagerPage &page, F write)
{
    JsonWriter json;
    json.beginObject().key(name).beginArray();
    const auto from = std::size_t(page.offset);
    const std::size_t to = std::min(count, from + std::size_t(page.limit));
    for (std::size_t i = from; i < to; ++i) {
        write(json, i);
    }
    json.endArray().key(u"limit").value(page.limit).key(u"offset").value(page.offset).key(u"more").value(to < count).key(u"total").null();
    return json.endObject().take();
}

} // namespace quarterdeck::demo
