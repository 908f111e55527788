#pragma once

#include "app/json/jsonreader.h"
#include "app/sources/pagerduty/incident.h"

namespace quarterdeck::pagerduty {

// How the fields of all answers are read.

/// Most entries of a list inside of an object that are looked at.
inline constexpr qsizetype MostOfList = 1000;

/// A text; empty where there is none.
inline QString textOf(const JsonValue &value)
{
    return value.stringOr({});
}

/// An instant; invalid where there is none.
inline UtcTime timeOf(const JsonValue &value)
{
    return parseRfc3339(textOf(value)).value_or(UtcTime {});
}

/// A reference has a summary only, an included object a name too.
inline Named namedOf(const JsonValue &value)
{
    const QString name = textOf(value[u"summary"]);
    return {textOf(value[u"id"]), name.isEmpty() ? textOf(value[u"name"]) : name, textOf(value[u"html_url"])};
}

/// Calls fn(element) for the first MostOfList elements.
template <class F> void eachOf(const JsonValue &list, F fn)
{
    qsizetype left = list.isArray() ? MostOfList : 0;
    list.each([&left, &fn](const QString &, const JsonValue &one) {
        if (left-- > 0) {
            fn(one);
        }
    });
}

/// An answer that holds this list. Errors: BadPayload.
Result<JsonDocument> documentWith(QByteArrayView body, QStringView list);
/// Whether there is more than this page. One that does not say so may be all of it or a part: BadPayload.
Result<bool> hasMore(const JsonDocument &document);

} // namespace quarterdeck::pagerduty
