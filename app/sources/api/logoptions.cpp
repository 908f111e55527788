#include "app/sources/api/logoptions.h"

#include "app/sources/api/address.h"

namespace quarterdeck {

namespace {

Result<QStringList> namesIn(const QString &value, const QString &key)
{
    QStringList names;
    for (const QString &part : value.split(u',')) {
        if (part.trimmed().isEmpty()) {
            return fail(ErrorKind::Rejected, QStringLiteral("This is not a list of field names: ") + value, key);
        }
        names.append(part.trimmed());
    }
    return names;
}

Result<Millis> spanIn(const QString &value, const QString &key)
{
    const auto span = parseDuration(value);
    if (!span || *span < Millis(100)) {
        return fail(ErrorKind::Rejected, QStringLiteral("This is not a duration of at least 100ms: ") + value, key);
    }
    return *span;
}

template <class T> Result<bool> put(T &place, Result<T> value)
{
    if (!value) {
        return tl::unexpected(value.error());
    }
    place = std::move(*value);
    return true;
}

} // namespace

Result<bool> takeLogOption(LogOptions &options, const QString &key, const QString &value)
{
    if (key == logoption::ServiceField) {
        return put(options.fields.service, namesIn(value, key));
    }
    if (key == logoption::LevelField) {
        return put(options.fields.level, namesIn(value, key));
    }
    if (key == logoption::TailEvery) {
        return put(options.tail.every, spanIn(value, key));
    }
    if (key == logoption::TailOverlap) {
        auto taken = put(options.tail.overlap, spanIn(value, key));
        options.tail.late = std::max(options.tail.late, options.tail.overlap);
        return taken;
    }
    return false;
}

Result<Done> checkOneUrl(const Endpoint &endpoint, const QString &what)
{
    const QString key = QStringLiteral("urls");
    if (endpoint.urls.size() != 1) {
        return fail(ErrorKind::Rejected, QStringLiteral("%1 has exactly one URL: several servers are several sources").arg(what), key);
    }
    return checkAddress(endpoint.urls.front());
}

Result<Done> checkAlone(const LogQuery &query)
{
    const bool hasMore = !query.service.isEmpty() || !query.text.isEmpty() || !query.levels.empty() || !query.fields.empty();
    if (!query.expression.isEmpty() && hasMore) {
        return fail(ErrorKind::Rejected, QStringLiteral("An expression is passed as it stands: write service, level, fields and text into it"),
            QStringLiteral("expression"));
    }
    return Done {};
}

} // namespace quarterdeck
