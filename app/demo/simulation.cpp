#include "app/demo/simulation.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace quarterdeck::demo {

namespace {

constexpr Millis Step {1000};

// Share of requests that end within `seconds`, for a log-normal with this median and 99th percentile.
double shareWithin(double seconds, double median, double tail)
{
    const double sigma = std::max(0.05, std::log(std::max(1.01, tail / median)) / 2.326);
    return 0.5 * std::erfc(-(std::log(seconds / median)) / (sigma * std::sqrt(2.0)));
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 12);
}

const DemoService *serviceNamed(const QString &name)
{
    const auto found = std::ranges::find(company(), name, &DemoService::name);
    return found == company().end() ? nullptr : &*found;
}

} // namespace

Simulation::Simulation(Scenario scenario, UtcTime origin)
    : m_scenario(std::move(scenario))
{
    for (const DemoService &service : company()) {
        m_courses.insert(service.name, {origin, {}, {}});
    }
}

void Simulation::grow(Counters &c, const DemoService &service, UtcTime stepEnd, Millis span) const
{
    const ServiceMoment m = m_scenario.moment(service, stepEnd);
    if (m.requestsPerSecond <= 0) {
        return;
    }
    const double requests = m.requestsPerSecond * double(span.count()) / 1000.0;
    c.failed += requests * m.errorRatio;
    c.ok += requests * (1 - m.errorRatio);
    for (std::size_t i = 0; i < Buckets.size(); ++i) {
        c.buckets.at(i) += requests * shareWithin(Buckets.at(i), m.medianSeconds, m.tailSeconds);
    }
    c.buckets.back() += requests;
    c.seconds += requests * m.medianSeconds * 1.2;
}

Simulation::Counters Simulation::countersAt(const DemoService &service, UtcTime now)
{
    Course &course = m_courses[service.name];
    for (; course.at + Step <= now; course.at = course.at + Step) {
        grow(course.counters, service, course.at + Step, Step);
    }
    Counters counters = course.counters;
    if (now > course.at) {
        grow(counters, service, course.at + Step, now - course.at);
    }
    return counters;
}

void Simulation::emitService(const DemoService &service, UtcTime now, const QByteArray &extra, const Emit &emitSample)
{
    const ServiceMoment m = m_scenario.moment(service, now);
    const Counters c = countersAt(service, now);
    const auto labels = [&extra](const QByteArray &own) {
        const QByteArray all = own.isEmpty() || extra.isEmpty() ? own + extra : own + ',' + extra;
        return all.isEmpty() ? QByteArray() : '{' + all + '}';
    };
    if (service.requestsPerSecond > 0) {
        emitSample("http_requests", "counter", "http_requests_total" + labels("code=\"200\""), std::floor(c.ok));
        emitSample("http_requests", "counter", "http_requests_total" + labels("code=\"500\""), std::floor(c.failed));
        for (std::size_t i = 0; i < Buckets.size(); ++i) {
            emitSample("http_request_duration_seconds", "histogram",
                "http_request_duration_seconds_bucket" + labels("le=\"" + number(Buckets.at(i)) + '"'), std::floor(c.buckets.at(i)));
        }
        emitSample("http_request_duration_seconds", "histogram", "http_request_duration_seconds_bucket" + labels("le=\"+Inf\""),
            std::floor(c.buckets.back()));
        emitSample("http_request_duration_seconds", "histogram", "http_request_duration_seconds_sum" + labels({}), c.seconds);
        emitSample("http_request_duration_seconds", "histogram", "http_request_duration_seconds_count" + labels({}), std::floor(c.buckets.back()));
    }
    if (service.poolMax > 0) {
        emitSample("db_pool_connections_in_use", "gauge", "db_pool_connections_in_use" + labels({}), std::round(m.poolInUse));
        emitSample("db_pool_connections_max", "gauge", "db_pool_connections_max" + labels({}), service.poolMax);
    }
    if (service.queueDepth > 0) {
        emitSample("queue_depth_messages", "gauge", "queue_depth_messages" + labels({}), std::round(m.queueDepth));
    }
    if (service.name == QLatin1StringView("identity-edge")) {
        emitSample("tls_certificate_days_left", "gauge", "tls_certificate_days_left" + labels({}), 6);
    }
    if (service.name == QLatin1StringView("search-indexer")) {
        emitSample("index_lag_seconds", "gauge", "index_lag_seconds" + labels({}), 41 + 3 * std::sin(double(now.ms) / 30'000.0));
        emitSample("replica_rebuild_ratio", "gauge", "replica_rebuild_ratio" + labels("shard=\"7\""), 0.62);
    }
    emitSample("build_info", "gauge", "build_info" + labels("version=\"" + m.version.toUtf8() + '"'), 1);
}

QByteArray Simulation::text(const DemoService &service, UtcTime now, const QByteArray &stamp)
{
    QByteArray out;
    QByteArray family;
    emitService(service, now, {}, [&](const char *name, const char *type, const QByteArray &sample, double value) {
        const QByteArray full = QByteArrayView(type) == "counter" ? QByteArray(name) + "_total" : QByteArray(name);
        if (full != family) {
            family = full;
            out += "# TYPE " + full + ' ' + type + '\n';
        }
        out += sample + ' ' + number(value) + stamp + '\n';
    });
    return out;
}

QByteArray Simulation::exposition(const QString &service, UtcTime now)
{
    const DemoService *known = serviceNamed(service);
    return known == nullptr ? QByteArray() : text(*known, now, {});
}

QByteArray Simulation::scrape(const QString &service, UtcTime now)
{
    const DemoService *known = serviceNamed(service);
    if (known == nullptr) {
        return {};
    }
    QByteArray out;
    UtcTime &answeredUntil = m_courses[service].answeredUntil;
    if (answeredUntil.isValid()) {
        // Evenly spaced: rate() leaves a notch where the distance of samples changes.
        const qint64 span = (now - answeredUntil).count();
        const qint64 scrapes = (span + ScrapeInterval.count() / 2) / ScrapeInterval.count();
        for (qint64 i = 1; i < scrapes; ++i) {
            const UtcTime at = answeredUntil + Millis(span * i / scrapes);
            out += text(*known, at, ' ' + QByteArray::number(at.ms));
        }
    }
    answeredUntil = now;
    return out + text(*known, now, {});
}

QByteArray Simulation::backfill(TimeRange range)
{
    // OpenMetrics wants every family in one piece, so samples are gathered by family first.
    struct Family {
        QByteArray type;
        QMap<QByteArray, QByteArray> lines; // series -> its lines in time order
    };
    QMap<QByteArray, Family> families;
    for (UtcTime at = range.from; at <= range.to; at = at + ScrapeInterval) {
        const QByteArray stamp = QByteArray::number(double(at.ms) / 1000.0, 'f', 3);
        for (const DemoService &service : company()) {
            const QByteArray name = service.name.toUtf8();
            const QByteArray extra = "instance=\"" + name + ":8080\",job=\"" + name + "\",service=\"" + name + '"';
            const Emit gather = [&](const char *family, const char *type, const QByteArray &sample, double value) {
                Family &f = families[family];
                f.type = type;
                f.lines[sample] += sample + ' ' + number(value) + ' ' + stamp + '\n';
            };
            emitService(service, at, extra, gather);
            gather("up", "gauge", "up{" + extra + '}', 1);
            m_courses[service.name].answeredUntil = at;
        }
    }
    QByteArray out;
    for (auto family = families.cbegin(); family != families.cend(); ++family) {
        out += "# TYPE " + family.key() + ' ' + (family->type == "histogram" ? QByteArray("unknown") : family->type) + '\n';
        for (const QByteArray &lines : family->lines) {
            out += lines;
        }
    }
    return out + "# EOF\n";
}

} // namespace quarterdeck::demo
