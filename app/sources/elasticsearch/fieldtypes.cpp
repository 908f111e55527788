#include "app/sources/elasticsearch/fieldtypes.h"

#include "app/json/jsonreader.h"

#include <algorithm>

namespace quarterdeck::elasticsearch {

namespace {

QString twin(const QString &name)
{
    return name + QStringLiteral(".keyword");
}

} // namespace

Result<FieldTypes> FieldTypes::parse(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    FieldTypes types;
    const JsonValue fields = document->root()[u"fields"];
    if (!fields.isObject()) {
        fields.markBad(QStringLiteral("The answer lists no fields"));
    }
    fields.each([&types](const QString &name, const JsonValue &kinds) {
        kinds.each([&](const QString &kind, const JsonValue &) {
            // An index without it, and an object around other fields, hold no value.
            if (kind != u"unmapped" && kind != u"object" && kind != u"nested") {
                types.m_types[name].append(kind == u"match_only_text" ? QStringLiteral("text") : kind);
            }
        });
    });
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return types;
}

QStringList FieldTypes::wholeNames(const QString &name) const
{
    QStringList names;
    const QStringList kinds = m_types.value(name);
    if (std::ranges::any_of(kinds, [](const QString &kind) { return kind != u"text"; })) {
        names.append(name);
    }
    if (isText(name) && has(twin(name))) {
        names.append(twin(name));
    }
    return names;
}

bool FieldTypes::isOfMixedTimes(const QString &name) const
{
    const QStringList kinds = m_types.value(name);
    return kinds.contains(QStringLiteral("date")) && kinds.contains(QStringLiteral("date_nanos"));
}

QStringList withTwins(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names) {
        all << name << twin(name);
    }
    all.removeDuplicates();
    return all;
}

} // namespace quarterdeck::elasticsearch
