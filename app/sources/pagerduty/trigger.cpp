#include "app/sources/pagerduty/trigger.h"

#include "app/core/redact.h"

#include <algorithm>
#include <array>

namespace quarterdeck::pagerduty {

namespace {

constexpr qsizetype MostFields = 100;
constexpr qsizetype MostLinks = 20;
constexpr qsizetype LongestDetail = 64;

QString valueText(const JsonValue &value)
{
    return value.stringOr({});
}

QString firstOf(std::initializer_list<JsonValue> values)
{
    for (const JsonValue &value : values) {
        if (const QString text = valueText(value); !text.isEmpty()) {
            return text;
        }
    }
    return {};
}

/// A name as labels have them, out of one that may be any text.
QString nameOf(const QString &text)
{
    QString name = text.simplified().left(LongestDetail);
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != u'_' && c != u'.' && c != u'-') {
            c = u'_';
        }
    }
    return name;
}

bool isSecretName(const QString &name)
{
    constexpr std::array Words {"token", "secret", "passw", "authorization", "cookie", "credential", "apikey", "api_key", "service_key",
        "routing_key", "integration_key", "private_key", "access_key", "cal_url", "avatar"};
    return std::ranges::any_of(Words, [&name](const char *word) { return name.contains(QLatin1StringView(word), Qt::CaseInsensitive); });
}

QString wordOf(const JsonValue &value)
{
    if (value.isString()) {
        return valueText(value);
    }
    if (value.isBoolean()) {
        return value.booleanOr(false) ? QStringLiteral("true") : QStringLiteral("false");
    }
    return value.isNumber() ? QString::number(value.numberOr(0), 'g', 15) : QString();
}

/// One value, or a list of them with commas between; nothing for anything deeper.
QString valueOf(const JsonValue &value)
{
    if (!value.isArray()) {
        return wordOf(value);
    }
    QStringList words;
    value.each([&words](const QString &, const JsonValue &one) {
        if (const QString word = wordOf(one); !word.isEmpty() && words.size() < MostFields) {
            words.append(word);
        }
    });
    return words.join(u',');
}

void add(QList<Label> &fields, const QString &foreignName, const JsonValue &value)
{
    const QString name = nameOf(foreignName);
    const QString text = valueOf(value);
    if (!name.isEmpty() && !text.isEmpty() && fields.size() < MostFields && !isSecretName(name)) {
        fields.append({name, redacted(text)});
    }
}

void addDetails(QList<Label> &fields, const JsonValue &details)
{
    if (details.isObject()) {
        details.each([&fields](const QString &name, const JsonValue &value) { add(fields, name, value); });
    }
}

void addLinks(std::vector<Link> &links, const JsonValue &contexts)
{
    if (!contexts.isArray()) {
        return;
    }
    contexts.each([&links](const QString &, const JsonValue &one) {
        const QString url = valueText(one[u"href"]);
        if (valueText(one[u"type"]) == u"link" && !url.isEmpty() && qsizetype(links.size()) < MostLinks) {
            links.push_back({firstOf({one[u"text"], one[u"href"]}), url});
        }
    });
}

} // namespace

Trigger triggerOf(const JsonValue &logEntry, const JsonValue &body)
{
    const JsonValue channel = logEntry[u"channel"];
    const JsonValue event = channel[u"cef_details"];
    Trigger trigger;
    const bool isMail = valueText(channel[u"type"]) == u"email";
    const bool isPlainMail = isMail && valueText(channel[u"body_content_type"]) != u"text/html";
    trigger.description = redacted(firstOf({body[u"details"], logEntry[u"event_details"][u"description"], channel[u"description"],
        channel[u"details"], event[u"message"], event[u"description"], isPlainMail ? channel[u"body"] : JsonValue()}));
    trigger.severity = firstOf({event[u"severity"], channel[u"severity"], channel[u"details"][u"severity"]});
    trigger.dedupKey = firstOf({channel[u"incident_key"], event[u"dedup_key"]});
    addDetails(trigger.details, event[u"details"]);
    addDetails(trigger.details, channel[u"details"]);
    addDetails(trigger.details, body[u"details"]);
    for (const char16_t *name : {u"source_origin", u"source_component", u"service_group", u"event_class", u"client"}) {
        add(trigger.details, QString::fromUtf16(name), event[name]);
    }
    addLinks(trigger.links, logEntry[u"contexts"]);
    addLinks(trigger.links, event[u"contexts"]);
    return trigger;
}

QList<Label> customFieldsOf(const JsonValue &fields)
{
    QList<Label> found;
    if (fields.isArray()) {
        fields.each([&found](const QString &, const JsonValue &one) { add(found, valueText(one[u"name"]), one[u"value"]); });
    }
    return found;
}

} // namespace quarterdeck::pagerduty
