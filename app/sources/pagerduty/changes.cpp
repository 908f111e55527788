#include "app/sources/pagerduty/changes.h"

#include "app/core/redact.h"
#include "app/sources/pagerduty/fields.h"
#include "app/sources/pagerduty/requests.h"

#include <algorithm>

namespace quarterdeck::pagerduty {

namespace {

constexpr qsizetype LongestSummary = 1'024;
// Of one incident: the last before it.
constexpr std::size_t MostChanges = 10;

ChangeEvent changeOf(const JsonValue &value)
{
    ChangeEvent change;
    change.id = textOf(value[u"id"]);
    change.summary = redacted(textOf(value[u"summary"])).left(LongestSummary);
    const QString source = textOf(value[u"source"]);
    change.source = source.isEmpty() ? namedOf(value[u"integration"]).name : source;
    change.at = timeOf(value[u"timestamp"]);
    eachOf(value[u"services"], [&change](const JsonValue &one) { change.services.append(textOf(one[u"id"])); });
    return change;
}

} // namespace

Result<Page<ChangeEvent>> parseChanges(QByteArrayView body)
{
    const auto document = documentWith(body, u"change_events");
    const auto more = document.and_then(hasMore);
    if (!more) {
        return tl::unexpected(more.error());
    }
    Page<ChangeEvent> page;
    page.hasMore = *more;
    document->root()[u"change_events"].each([&page](const QString &index, const JsonValue &one) {
        ++page.served;
        ChangeEvent change = changeOf(one);
        if (isId(change.id) && change.at.isValid()) {
            page.items.push_back(std::move(change));
        } else if (!page.problem) {
            page.problem = Error {ErrorKind::BadPayload, QStringLiteral("A change event cannot be read: it says no id or no time"),
                QStringLiteral("/change_events/") + index, 0, std::nullopt};
        }
    });
    return page;
}

std::vector<SourceEvent> changesBefore(const std::vector<Opening> &openings, const std::vector<ChangeEvent> &changes, const SourceId &source)
{
    std::vector<const ChangeEvent *> newest;
    for (const ChangeEvent &change : changes) {
        newest.push_back(&change);
    }
    std::ranges::stable_sort(newest, std::ranges::greater {}, [](const ChangeEvent *change) { return change->at; });
    std::vector<SourceEvent> events;
    for (const Opening &opening : openings) {
        std::size_t found = 0;
        for (const ChangeEvent *change : newest) {
            const bool isBefore = change->at <= opening.at && change->at >= opening.at - ChangeLookBack;
            if (!isBefore || !change->services.contains(opening.service) || found == MostChanges) {
                continue;
            }
            ++found;
            SourceEvent event;
            // One change may stand before several incidents.
            event.id = change->id + u'-' + opening.incident;
            event.what.alert = {source, opening.incident};
            event.what.kind = HistoryEvent::Kind::Change;
            event.what.at = change->at;
            event.what.who = change->source;
            event.what.detail = change->summary;
            events.push_back(std::move(event));
        }
    }
    return events;
}

} // namespace quarterdeck::pagerduty
