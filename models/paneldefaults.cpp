#include "models/paneldefaults.h"

#include <QRegularExpression>

namespace quarterdeck {

namespace {

QStringList matchersOf(const QString &service)
{
    // Prometheus tells case apart, and a name from a catalog need not have that of the label.
    const QString lower = service.toLower();
    const bool isPlain = service == lower;
    const QString value = isPlain
        ? u'=' + promqlString(service)
        : QStringLiteral("=~") + promqlString(QRegularExpression::escape(service) + u'|' + QRegularExpression::escape(lower));
    return {QStringLiteral("service") + value, QStringLiteral("job") + value, QStringLiteral("app") + value};
}

// One alternative for each metric name and label; `or` takes the first that has data because all are without labels.
QString firstOf(const QStringList &metrics, const QStringList &matchers, const QString &pattern)
{
    QStringList all;
    for (const QString &metric : metrics) {
        for (const QString &matcher : matchers) {
            all.append(QString(pattern).replace(QLatin1String("METRIC"), metric).replace(QLatin1String("MATCH"), matcher));
        }
    }
    return all.join(QStringLiteral(" or "));
}

} // namespace

QString promqlString(const QString &value)
{
    QString escaped;
    for (const QChar c : value) {
        if (c == u'\\' || c == u'"') {
            escaped += u'\\';
            escaped += c;
        } else if (c == u'\n') {
            escaped += QStringLiteral("\\n");
        } else {
            escaped += c;
        }
    }
    return u'"' + escaped + u'"';
}

std::vector<Panel> defaultPanels(const QString &service)
{
    const QStringList matchers = matchersOf(service);
    const QStringList counters = {QStringLiteral("http_requests_total"), QStringLiteral("http_server_requests_seconds_count"),
        QStringLiteral("http_request_duration_seconds_count"), QStringLiteral("grpc_server_handled_total")};
    const QStringList times = {QStringLiteral("http_request_duration_seconds_bucket"), QStringLiteral("http_server_requests_seconds_bucket"),
        QStringLiteral("request_duration_seconds_bucket")};
    const QString total = QStringLiteral("sum(rate(METRIC{MATCH}[2m]))");
    const QString errors = QStringLiteral("(sum(rate(METRIC{MATCH,code=~\"5..\"}[2m])) or sum(rate(METRIC{MATCH,status=~\"5..\"}[2m]))"
                                          " or 0 * %1) / %1")
                               .arg(total);
    const auto quantile = [&](const QString &q, const QString &name) {
        const QString inner = firstOf(times, matchers, QStringLiteral("histogram_quantile(%1, sum by (le) (rate(METRIC{MATCH}[2m])))").arg(q));
        return QStringLiteral("label_replace(%1, \"quantile\", \"%2\", \"\", \"\")").arg(inner, name);
    };
    return {
        {QStringLiteral("requests"), firstOf(counters, matchers, total), QStringLiteral("{request}/s"), std::nullopt, {}},
        {QStringLiteral("errors"), firstOf(counters, matchers, errors), QStringLiteral("1"), std::nullopt, {}},
        {QStringLiteral("latency"),
            quantile(QStringLiteral("0.5"), QStringLiteral("p50")) + QStringLiteral(" or ") + quantile(QStringLiteral("0.99"), QStringLiteral("p99")),
            QStringLiteral("s"), std::nullopt, {}},
        {QStringLiteral("saturation"),
            firstOf({QStringLiteral("process_cpu_seconds_total"), QStringLiteral("container_cpu_usage_seconds_total")}, matchers,
                QStringLiteral("max(rate(METRIC{MATCH}[2m]))")),
            QStringLiteral("1"), std::nullopt, {}},
    };
}

} // namespace quarterdeck
