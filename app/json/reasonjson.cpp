#include "app/json/reasonjson.h"

namespace quarterdeck {

namespace {

// What the last try said may name the one before it, and no more.
constexpr int DeepestReason = 4;

Reason reasonOf(const JsonValue &value, int depth)
{
    if (value.isNull() || depth > DeepestReason) {
        return {};
    }
    const QString name = value[u"code"].stringOr({});
    const auto code = reasonCodeFromName(name);
    if (!code) {
        return Reason::said(name);
    }
    Reason reason {*code};
    value[u"args"].each([&reason, depth](const QString &key, const JsonValue &part) {
        if (key == reasonpart::Last) {
            reason = reason.with(reasonpart::Last, reasonOf(part, depth + 1));
        } else if (reasonpart::isTime(key)) {
            const auto time = parseRfc3339(part.stringOr({}));
            if (time && time->isValid()) {
                reason.args.insert(key, QVariant::fromValue(*time));
            }
        } else if (part.isNumber()) {
            reason.args.insert(key, int(part.integerOr(0)));
        } else if (part.isString()) {
            reason.args.insert(key, part.string());
        }
    });
    return reason;
}

} // namespace

void writeReason(JsonWriter &json, const Reason &reason)
{
    if (reason.isEmpty()) {
        json.null();
        return;
    }
    json.beginObject().key(u"code").value(reasonCodeName(reason.code)).key(u"args").beginObject();
    for (auto at = reason.args.cbegin(); at != reason.args.cend(); ++at) {
        json.key(at.key());
        if (at.key() == reasonpart::Last) {
            writeReason(json, at.value().value<Reason>());
        } else if (reasonpart::isTime(at.key())) {
            json.value(toRfc3339(at.value().value<UtcTime>()));
        } else if (at.value().typeId() == QMetaType::Int) {
            json.value(at.value().toInt());
        } else {
            json.value(at.value().toString());
        }
    }
    json.endObject().endObject();
}

QByteArray encodeReason(const Reason &reason)
{
    if (reason.isEmpty()) {
        return {};
    }
    JsonWriter json;
    writeReason(json, reason);
    return json.take();
}

Reason readReason(const JsonValue &value)
{
    return reasonOf(value, 0);
}

Reason decodeReason(const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    const auto document = JsonDocument::parse(text.toUtf8());
    return document && document->root().isObject() ? readReason(document->root()) : Reason::said(text);
}

} // namespace quarterdeck
