#include "app/sources/files/jsonline.h"

#include "app/json/jsonreader.h"

namespace quarterdeck::files {

namespace {

constexpr qsizetype MostMembers = 64;
constexpr qsizetype LongestMember = 4096;

QString memberText(const JsonValue &value)
{
    if (value.isString()) {
        return value.stringOr({}).left(LongestMember);
    }
    if (value.isBoolean()) {
        return value.booleanOr(false) ? QStringLiteral("true") : QStringLiteral("false");
    }
    if (!value.isNumber()) {
        return {};
    }
    const double number = value.numberOr(0);
    return number == double(value.integerOr(0)) ? QString::number(value.integerOr(0)) : QString::number(number, 'g', 17);
}

/// The message of a journal entry: text, or a list of bytes where it is no clean text.
std::optional<QByteArray> journalMessage(const JsonValue &message)
{
    if (message.isString()) {
        return message.utf8().toByteArray();
    }
    if (!message.isArray()) {
        return std::nullopt;
    }
    QByteArray bytes;
    message.each([&bytes](const QString &, const JsonValue &byte) { bytes += char(byte.integerOr(0)); });
    return bytes;
}

QString firstOf(const Labels &fields, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const QString value = fields.value(QString(name)); !value.isEmpty()) {
            return value;
        }
    }
    return {};
}

} // namespace

void addMembers(LogLine &line)
{
    const auto document = JsonDocument::parse(line.text);
    if (!document) {
        return;
    }
    const JsonValue root = document->root();
    root.each([&line](const QString &name, const JsonValue &value) {
        const QString text = memberText(value);
        if (!text.isEmpty() && line.fields.size() < MostMembers && !line.fields.contains(name)) {
            line.fields.insert(name, text);
        }
    });
    if (line.service.isEmpty()) {
        line.service = firstOf(line.fields,
            {QLatin1StringView("service"), QLatin1StringView("service.name"), QLatin1StringView("app"), QLatin1StringView("SYSLOG_IDENTIFIER")});
    }
    line.host = firstOf(line.fields, {QLatin1StringView("host"), QLatin1StringView("hostname"), QLatin1StringView("_HOSTNAME")});
    if (!root[u"__CURSOR"].isNull()) {
        if (auto message = journalMessage(root[u"MESSAGE"])) {
            line.text = std::move(*message);
        }
    }
}

} // namespace quarterdeck::files
