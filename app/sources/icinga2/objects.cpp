#include "app/sources/icinga2/objects.h"

#include "app/json/jsonreader.h"
#include "app/json/listelements.h"
#include "app/sources/api/names.h"

#include <cmath>

namespace quarterdeck::icinga2 {

namespace {

constexpr int UserEntry = 1;
constexpr int AcknowledgementEntry = 4;

/// Seconds with a fraction; 0 and less mean "never".
UtcTime timeOf(const JsonValue &value)
{
    constexpr double Latest = 253'402'300'799.0; // the end of the year 9999
    const double seconds = value.numberOr(0);
    return seconds > 0 ? UtcTime {qint64(std::min(seconds, Latest) * 1000)} : UtcTime {};
}

int smallOf(const JsonValue &value)
{
    return int(std::clamp(value.numberOr(0), -1e9, 1e9));
}

/// A number that decides: one that is missing marks the document.
int stateOf(const JsonValue &value)
{
    return int(std::clamp(value.number(), -1e9, 1e9));
}

QStringList textsOf(const JsonValue &value)
{
    QStringList texts;
    if (value.isArray()) {
        value.each([&texts](const QString &, const JsonValue &one) {
            if (one.isString()) {
                texts.append(one.string());
            }
        });
    }
    return texts;
}

/// A custom variable that is one value; lists of texts are joined, anything deeper is nothing.
QString variableOf(const JsonValue &value)
{
    if (value.isString()) {
        return value.string();
    }
    if (value.isBoolean()) {
        return value.boolean() ? QStringLiteral("true") : QStringLiteral("false");
    }
    if (value.isNumber()) {
        return QString::number(value.number(), 'g', 15);
    }
    return textsOf(value).join(u',');
}

void addVars(Labels &labels, const JsonValue &vars, const QStringList &names)
{
    for (const QString &name : names) {
        const JsonValue value = vars[name];
        if (const QString text = vars.isObject() && !value.isNull() ? variableOf(value) : QString(); !text.isEmpty()) {
            labels.insert(name, text);
        }
    }
}

ObjectRef refOf(const JsonValue &attrs)
{
    return {attrs[u"host_name"].string(), attrs[u"service_name"].stringOr({})};
}

Checkable checkableOf(const JsonValue &object, const QStringList &vars)
{
    Checkable found;
    const JsonValue attrs = object[u"attrs"];
    found.ref = ObjectRef::fromId(object[u"name"].string());
    if (!found.ref.isValid()) {
        object[u"name"].markBad(QStringLiteral("This is not the name of a host or a service"));
    }
    found.state = stateOf(attrs[u"state"]);
    found.isHard = stateOf(attrs[u"state_type"]) == 1;
    const double lastCheck = attrs[u"last_check"].number();
    found.lastCheck = lastCheck > 0 ? timeOf(attrs[u"last_check"]) : UtcTime {};
    found.acknowledgement = stateOf(attrs[u"acknowledgement"]);
    found.acknowledgedUntil = timeOf(attrs[u"acknowledgement_expiry"]);
    found.acknowledgedAt = timeOf(attrs[u"acknowledgement_last_change"]);
    found.downtimeDepth = stateOf(attrs[u"downtime_depth"]);
    found.isReachable = attrs[u"last_reachable"].booleanOr(true);
    found.isFlapping = attrs[u"flapping"].booleanOr(false);
    found.doesNotify = attrs[u"enable_notifications"].booleanOr(true);
    found.attempt = smallOf(attrs[u"check_attempt"]);
    found.maxAttempts = smallOf(attrs[u"max_check_attempts"]);
    found.lastStateChange = timeOf(attrs[u"last_state_change"]);
    found.lastHardStateChange = timeOf(attrs[u"last_hard_state_change"]);
    found.nextUpdate = timeOf(attrs[u"next_update"]);
    found.isChecked = attrs[u"enable_active_checks"].booleanOr(false);
    found.output = attrs[u"last_check_result"][u"output"].stringOr({});
    found.performanceData = textsOf(attrs[u"last_check_result"][u"performance_data"]);
    found.displayName = attrs[u"display_name"].stringOr({});
    found.notes = attrs[u"notes"].stringOr({});
    found.notesUrl = attrs[u"notes_url"].stringOr({});
    found.actionUrl = attrs[u"action_url"].stringOr({});
    found.groups = textsOf(attrs[u"groups"]);
    const JsonValue host = object[u"joins"][u"host"];
    found.hostDisplayName = host[u"display_name"].stringOr({});
    found.hostGroups = textsOf(host[u"groups"]);
    addVars(found.vars, host[u"vars"], vars);
    addVars(found.vars, attrs[u"vars"], vars);
    return found;
}

Comment commentOf(const JsonValue &object)
{
    Comment found;
    const JsonValue attrs = object[u"attrs"];
    found.name = object[u"name"].string();
    found.ref = refOf(attrs);
    found.author = attrs[u"author"].stringOr({});
    found.text = attrs[u"text"].stringOr({});
    found.enteredAt = timeOf(attrs[u"entry_time"]);
    found.expiresAt = timeOf(attrs[u"expire_time"]);
    const int type = stateOf(attrs[u"entry_type"]);
    found.isAcknowledgement = type == AcknowledgementEntry;
    found.isRemark = type == UserEntry;
    return found;
}

Downtime downtimeOf(const JsonValue &object)
{
    Downtime found;
    const JsonValue attrs = object[u"attrs"];
    found.name = object[u"name"].string();
    found.ref = refOf(attrs);
    found.author = attrs[u"author"].stringOr({});
    found.comment = attrs[u"comment"].stringOr({});
    found.startsAt = timeOf(attrs[u"start_time"]);
    found.endsAt = timeOf(attrs[u"end_time"]);
    found.triggeredAt = timeOf(attrs[u"trigger_time"]);
    found.enteredAt = timeOf(attrs[u"entry_time"]);
    found.isFixed = attrs[u"fixed"].boolean();
    found.duration = Millis(qint64(std::clamp(attrs[u"duration"].numberOr(0), 0.0, 1e11) * 1000));
    found.owner = attrs[u"config_owner"].stringOr({});
    found.parent = attrs[u"parent"].stringOr({});
    return found;
}

Dependency dependencyOf(const JsonValue &object)
{
    const JsonValue attrs = object[u"attrs"];
    return {{attrs[u"parent_host_name"].string(), attrs[u"parent_service_name"].stringOr({})},
        {attrs[u"child_host_name"].string(), attrs[u"child_service_name"].stringOr({})}};
}

QByteArrayView trimmed(QByteArrayView bytes)
{
    return bytes.trimmed();
}

/// The elements of {"results":[...]}; nothing where the whole is something else.
std::optional<std::vector<QByteArrayView>> resultsOf(QByteArrayView body)
{
    constexpr QByteArrayView Name("\"results\"");
    QByteArrayView rest = trimmed(body);
    if (rest.size() < 2 || rest.front() != '{' || rest.back() != '}') {
        return std::nullopt;
    }
    rest = trimmed(rest.sliced(1, rest.size() - 2));
    if (!rest.startsWith(Name)) {
        return std::nullopt;
    }
    rest = trimmed(rest.sliced(Name.size()));
    return rest.startsWith(':') ? elementsOf(rest.sliced(1)) : std::nullopt;
}

/// Each element is read alone: one odd object of many thousand costs neither the list nor its limits.
template <class T, class F> Result<Listing<T>> parseList(QByteArrayView body, F read)
{
    const auto elements = resultsOf(body);
    if (!elements) {
        const auto document = JsonDocument::parse(body);
        return document ? fail(ErrorKind::BadPayload, QStringLiteral("The server did not answer with a list of results"), QStringLiteral("/results"))
                        : tl::unexpected(document.error());
    }
    Listing<T> listing;
    listing.items.reserve(elements->size());
    for (std::size_t i = 0; i < elements->size(); ++i) {
        const auto document = JsonDocument::parse(elements->at(i));
        const QString place = QStringLiteral("/results/") + QString::number(i);
        if (!document && document.error().byte) {
            // Not JSON: then nothing of the whole is to be believed.
            return fail(ErrorKind::BadPayload, document.error().what, place);
        }
        auto item = document ? std::optional<T>(read(document->root())) : std::nullopt;
        const auto verdict = document ? document->verdict() : Result<Done>(tl::unexpected(document.error()));
        if (verdict) {
            listing.items.push_back(std::move(*item));
        } else if (!listing.problem) {
            const QString name = document ? document->root()[u"name"].stringOr({}).left(LongestName) : QString();
            listing.problem = Error {ErrorKind::BadPayload, QStringLiteral("The object \"%1\" cannot be read: %2").arg(name, verdict.error().what),
                place + verdict.error().where, 0, std::nullopt};
        }
    }
    return listing;
}

} // namespace

Result<Listing<Checkable>> parseCheckables(QByteArrayView body, const QStringList &vars)
{
    return parseList<Checkable>(body, [&vars](const JsonValue &object) { return checkableOf(object, vars); });
}

Result<Listing<Comment>> parseComments(QByteArrayView body)
{
    return parseList<Comment>(body, commentOf);
}

Result<Listing<Downtime>> parseDowntimes(QByteArrayView body)
{
    return parseList<Downtime>(body, downtimeOf);
}

Result<Listing<Dependency>> parseDependencies(QByteArrayView body)
{
    return parseList<Dependency>(body, dependencyOf);
}

} // namespace quarterdeck::icinga2
