#pragma once

#include "app/demo/pageraccount.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace quarterdeck::demo {

/// Which part of a list is asked for.
struct PagerPage {
    int offset = 0;
    int limit = 25;
};

// What PagerDuty answers, in the shapes of its published document (REST API v2).

/// {"incidents":[...]}; `isFull`: with what opened each.
QByteArray incidentsJson(std::span<const PagerIncident *const> all, const PagerPage &page, bool isFull);
/// {"incident":{...}}
QByteArray incidentJson(const PagerIncident &incident, bool isFull);
/// {"incidents":[...]} of those that one request has changed.
QByteArray changedJson(std::span<const PagerIncident *const> changed);
/// {"incident":{...}}: only which one it is.
QByteArray mergedJson(const PagerIncident &incident);
/// {"notes":[...]}
QByteArray notesJson(const PagerIncident &incident);
/// {"note":{...}}: the last one of an incident that has some.
QByteArray lastNoteJson(const PagerIncident &incident);
/// {"responder_request":{...}}: the last one of an incident that has some.
QByteArray lastCallJson(const PagerIncident &incident);
/// {"responder_request_targets":[...]}: all of them are called off.
QByteArray calledOffJson(const QStringList &people);
/// {"users":[...]}: those with `text` in their name.
QByteArray peopleJson(const QString &text, const PagerPage &page);
/// {"user":{...}}
QByteArray personJson(const PagerPerson &person);
/// {"priorities":[...]}
QByteArray prioritiesJson(const PagerPage &page);
/// {"error":{...}}
QByteArray noJson(const PagerNo &no);

/// What PUT of an incident says; nothing where it is no such request.
std::optional<PagerChange> changeIn(QByteArrayView body);
/// What PUT of several says of each, by its id, in order; none where it is no such request.
std::vector<std::pair<QString, PagerChange>> changesIn(QByteArrayView body);
/// Seconds of {"duration":N}, cut to thirty years; 0 where there are none.
qint64 durationIn(QByteArrayView body);
/// The content of {"note":{...}}; empty where there is none.
QString noteIn(QByteArrayView body);
/// Ids in {"source_incidents":[...]}.
QStringList sourcesIn(QByteArrayView body);
/// Whom a PUT calls off, by id.
QStringList calledOffIn(QByteArrayView body);
/// What POST of a responder request says, without its time.
PagerCall callIn(QByteArrayView body);

} // namespace quarterdeck::demo
