#include "app/sources/prometheus/requests.h"

#include <algorithm>

namespace quarterdeck::prometheus {

namespace {

QByteArray encoded(const Parameters &parameters)
{
    QByteArray out;
    for (const auto &[name, value] : parameters) {
        out += (out.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    }
    return out;
}

QUrl urlOf(const QUrl &base, const QString &path)
{
    // Parameters of the configured address (a tenant, `dedup`, `extra_label`) go along with every question.
    QUrl url = base.adjusted(QUrl::RemoveFragment);
    QString root = base.path();
    while (root.endsWith(u'/')) {
        root.chop(1);
    }
    const QString api = QStringLiteral("/api/v1");
    url.setPath((root.endsWith(api) ? root : root + api) + path);
    return url;
}

} // namespace

QString seconds(qint64 ms)
{
    const qint64 fraction = std::abs(ms % 1000);
    const QString whole = (ms < 0 && ms > -1000 ? QStringLiteral("-") : QString()) + QString::number(ms / 1000);
    return fraction == 0 ? whole : whole + u'.' + QString::number(fraction).rightJustified(3, u'0');
}

HttpRequest queryRequest(const QUrl &base, const QString &path, const Parameters &parameters, bool isPost)
{
    if (!isPost) {
        return readRequest(base, path, parameters);
    }
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = urlOf(base, path);
    request.headers = {{QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json")}};
    request.body = encoded(parameters);
    request.contentType = QByteArrayLiteral("application/x-www-form-urlencoded");
    return request;
}

HttpRequest readRequest(const QUrl &base, const QString &path, const Parameters &parameters)
{
    HttpRequest request;
    request.url = urlOf(base, path);
    request.headers = {{QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json")}};
    if (!parameters.empty()) {
        const QString own = request.url.query(QUrl::FullyEncoded);
        request.url.setQuery((own.isEmpty() ? own : own + u'&') + QString::fromLatin1(encoded(parameters)), QUrl::StrictMode);
    }
    return request;
}

Parameters rangeParameters(const MetricQuery &query)
{
    const qint64 step = std::max<qint64>(1, query.step.count());
    const auto onStep = [step](UtcTime time) { return time.ms / step * step; };
    return {
        {"query", query.expression}, {"start", seconds(onStep(query.range.from))}, {"end", seconds(onStep(query.range.to))}, {"step", seconds(step)}};
}

std::vector<MetricQuery> splitRange(const MetricQuery &query)
{
    const qint64 step = std::max<qint64>(1, query.step.count());
    const qint64 from = query.range.from.ms / step * step;
    const qint64 steps = std::max<qint64>(0, query.range.to.ms / step - query.range.from.ms / step);
    std::vector<MetricQuery> parts;
    for (qint64 first = 0; first <= steps; first += MostPoints) {
        MetricQuery part = query;
        part.range = {UtcTime {from + first * step}, UtcTime {from + std::min(steps, first + MostPoints - 1) * step}};
        parts.push_back(part);
        if (parts.size() > MostParts) {
            return {};
        }
    }
    return parts;
}

Parameters instantParameters(const QString &expression, UtcTime at)
{
    Parameters parameters {{"query", expression}};
    if (at.isValid()) {
        parameters.emplace_back("time", seconds(at.ms));
    }
    return parameters;
}

Parameters seriesParameters(const QStringList &matchers, TimeRange range)
{
    Parameters parameters;
    for (const QString &matcher : matchers) {
        parameters.emplace_back("match[]", matcher);
    }
    if (range.from.isValid()) {
        parameters.emplace_back("start", seconds(range.from.ms));
    }
    if (range.to.isValid()) {
        parameters.emplace_back("end", seconds(range.to.ms));
    }
    return parameters;
}

QString labelValuesPath(const QString &label)
{
    const bool isClassic = std::ranges::all_of(
        label, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'; });
    if (isClassic) {
        return QStringLiteral("/label/") + label + QStringLiteral("/values");
    }
    QString escaped = QStringLiteral("U__");
    for (const uint c : label.toUcs4()) {
        const bool isPlain = c < 128 && (QChar(c).isLetterOrNumber() || c == u':');
        escaped += c == u'_' ? QStringLiteral("__") : isPlain ? QString(QChar(c)) : u'_' + QString::number(c, 16) + u'_';
    }
    return QStringLiteral("/label/") + escaped + QStringLiteral("/values");
}

QString plainLabelValuesPath(const QString &label)
{
    const QString plain = QStringLiteral("/label/") + label + QStringLiteral("/values");
    return plain == labelValuesPath(label) || label.contains(u'/') ? QString() : plain;
}

} // namespace quarterdeck::prometheus
