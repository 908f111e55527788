#include "app/sources/calendar/calendarsource.h"

#include "app/core/combinators.h"
#include "app/core/offload.h"
#include "app/core/regularfile.h"
#include "app/sources/calendar/duties.h"

namespace quarterdeck {

namespace {

constexpr qint64 LargestCalendar = 16 * 1024 * 1024;
constexpr Millis Fortnight {14 * 86'400'000LL};

/// Of a file what HTTP says of an answer.
Result<HttpResponse> answerOf(const QString &path)
{
    return readRegularFile(path, LargestCalendar).map([](QByteArray text) {
        HttpResponse response;
        response.status = 200;
        response.body = std::move(text);
        return response;
    });
}

BackendHealth healthOf(const CalendarReading &reading, const HttpResponse &response)
{
    BackendHealth health;
    health.latency = response.elapsed;
    health.clockSkew = response.clockSkew;
    health.findings = doubtSentences(reading.doubts);
    if (reading.shifts.empty()) {
        health.findings.prepend(QStringLiteral("The calendar has no event in the next 14 days: nobody is on call"));
    } else {
        health.findings.append(QStringLiteral("%1 shifts in the next 14 days").arg(reading.shifts.size()));
    }
    return health;
}

} // namespace

CalendarSource::CalendarSource(Endpoint endpoint, CalendarOptions options, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_options(std::move(options))
    , m_http(deps.http)
    , m_clock(deps.clock)
{
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("calendar");
    m_info.faces = Face::OnCall;
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<HttpResponse> CalendarSource::fetch(const CancelToken &cancel)
{
    if (m_options.url.isLocalFile()) {
        // Never on the io thread: a file may be on a server that does not answer.
        return offload<HttpResponse>(LargestCalendar, [path = m_options.url.toLocalFile()] { return answerOf(path); });
    }
    HttpRequest request;
    request.url = m_options.url;
    request.headers.emplace_back("Accept", "text/calendar, */*;q=0.5");
    request.maxBody = LargestCalendar;
    return map(m_http.send(m_endpoint.http, std::move(request), cancel), this, [this](Result<HttpResponse> response) {
        auto whole = requireWhole(requireOk(std::move(response), {}));
        if (!whole && m_options.isSecret) {
            whole.error().where.clear();
        }
        return whole;
    });
}

Async<BackendHealth> CalendarSource::probe(CancelToken cancel)
{
    const UtcTime now = m_clock.now();
    return flatMap(fetch(cancel), this, [this, now](const HttpResponse &response) {
        return offload<BackendHealth>(response.body.size(), [response, now, zone = m_options.zone] {
            return readCalendar(response.body, {now, now + Fortnight}, zone).map([&](const CalendarReading &reading) {
                return healthOf(reading, response);
            });
        });
    });
}

Async<OnCallPage> CalendarSource::read(TimeRange range, CancelToken cancel)
{
    return flatMap(fetch(cancel), this, [this, range](const HttpResponse &response) {
        return offload<OnCallPage>(response.body.size(), [body = response.body, range, options = m_options, id = m_endpoint.id, now = m_clock.now()] {
            return readCalendar(body, range, options.zone).map([&](const CalendarReading &reading) {
                OnCallPage page = dutiesOf(reading, range, options, id);
                page.source = id;
                page.asOf = now;
                return page;
            });
        });
    });
}

} // namespace quarterdeck
