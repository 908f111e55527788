#include "app/sources/pagerduty/accountlog.h"

#include "app/core/redact.h"
#include "app/domain/silence.h"
#include "app/sources/api/names.h"
#include "app/sources/pagerduty/fields.h"
#include "app/sources/pagerduty/requests.h"

#include <algorithm>
#include <array>

namespace quarterdeck::pagerduty {

namespace {

using Kind = HistoryEvent::Kind;

constexpr qsizetype LongestTold = 2'000;

struct EntryType {
    QLatin1StringView name;
    Kind kind;
};

// The document has two names for the first.
constexpr std::array EntryTypes {EntryType {QLatin1StringView("acknowledge_log_entry"), Kind::Acknowledged},
    EntryType {QLatin1StringView("acknowledgement_log_entry"), Kind::Acknowledged},
    EntryType {QLatin1StringView("unacknowledge_log_entry"), Kind::Unacknowledged}, EntryType {QLatin1StringView("snooze_log_entry"), Kind::Snoozed},
    EntryType {QLatin1StringView("resolve_log_entry"), Kind::Resolved}, EntryType {QLatin1StringView("trigger_log_entry"), Kind::Fired},
    EntryType {QLatin1StringView("assign_log_entry"), Kind::Assigned}, EntryType {QLatin1StringView("delegate_log_entry"), Kind::Assigned},
    EntryType {QLatin1StringView("escalate_log_entry"), Kind::Escalated}, EntryType {QLatin1StringView("annotate_log_entry"), Kind::SourceNote},
    EntryType {QLatin1StringView("notify_log_entry"), Kind::Notified}};

Kind kindOf(const QString &type)
{
    const auto found = std::ranges::find(EntryTypes, type, &EntryType::name);
    return found == EntryTypes.end() ? Kind::Told : found->kind;
}

QString nameIn(const JsonValue &value)
{
    const Named named = namedOf(value);
    return named.name.isEmpty() ? named.id : named.name;
}

/// Who did it; empty where it was no person.
QString personIn(const JsonValue &agent)
{
    return textOf(agent[u"type"]).startsWith(QLatin1StringView("user")) ? nameIn(agent) : QString();
}

QString textOrElse(const JsonValue &one, const JsonValue &other)
{
    const QString text = textOf(one);
    return text.isEmpty() ? textOf(other) : text;
}

QString assigneesIn(const JsonValue &entry)
{
    QStringList names;
    eachOf(entry[u"assignees"], [&names](const JsonValue &one) { names.append(nameIn(one)); });
    names.removeAll(QString());
    return names.join(QStringLiteral(", "));
}

QString snoozeEndIn(const JsonValue &entry)
{
    UtcTime end;
    eachOf(entry[u"changed_actions"], [&end](const JsonValue &one) { end = std::max(end, timeOf(one[u"at"])); });
    return end.isValid() ? toRfc3339(end) : QString();
}

/// "sms_notification" is "sms".
QString wayIn(const JsonValue &channel)
{
    QString way = textOrElse(channel[u"notification"][u"type"], channel[u"type"]);
    way.remove(QLatin1StringView("_notification"));
    return way;
}

QString detailIn(Kind kind, const JsonValue &entry)
{
    const JsonValue channel = entry[u"channel"];
    switch (kind) {
    case Kind::Snoozed:
        return snoozeEndIn(entry);
    case Kind::Assigned:
    case Kind::Escalated:
        return assigneesIn(entry);
    case Kind::Notified:
        return wayIn(channel);
    case Kind::SourceNote: {
        const QString note = textOrElse(entry[u"note"], channel[u"content"]);
        return commentText(note.isEmpty() ? textOrElse(channel[u"summary"], entry[u"summary"]) : note);
    }
    case Kind::Told:
        return textOrElse(entry[u"summary"], entry[u"type"]);
    default:
        return {};
    }
}

SourceEvent eventOf(const JsonValue &entry, const SourceId &source)
{
    SourceEvent event;
    event.id = textOf(entry[u"id"]);
    event.what.alert = {source, textOf(entry[u"incident"][u"id"])};
    event.what.kind = kindOf(textOf(entry[u"type"]));
    event.what.at = timeOf(entry[u"created_at"]);
    event.what.who = event.what.kind == Kind::Notified ? nameIn(entry[u"user"]) : personIn(entry[u"agent"]);
    event.what.detail = redacted(detailIn(event.what.kind, entry)).left(LongestTold);
    return event;
}

} // namespace

Result<AccountLogPage> parseAccountLog(QByteArrayView body, const SourceId &source)
{
    const auto document = documentWith(body, u"log_entries");
    const auto more = document.and_then(hasMore);
    if (!more) {
        return tl::unexpected(more.error());
    }
    AccountLogPage page;
    page.hasMore = *more;
    document->root()[u"log_entries"].each([&](const QString &index, const JsonValue &entry) {
        ++page.served;
        SourceEvent event = eventOf(entry, source);
        if (!isId(event.id) || !event.what.at.isValid()) {
            page.problem = page.problem
                ? page.problem
                : Error {ErrorKind::BadPayload,
                    QStringLiteral("The log entry \"%1\" cannot be read: it says no id or no time").arg(textOf(entry[u"summary"]).left(LongestName)),
                    QStringLiteral("/log_entries/") + index, 0, std::nullopt};
        } else if (isId(event.what.alert.id)) {
            if (event.what.kind == Kind::Fired) {
                page.openings.push_back({event.what.alert.id, textOf(entry[u"service"][u"id"]), event.what.at});
            }
            page.items.push_back(std::move(event));
        }
    });
    return page;
}

} // namespace quarterdeck::pagerduty
