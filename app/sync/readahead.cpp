#include "app/sync/readahead.h"

#include "app/domain/alertexpression.h"
#include "app/domain/onset.h"
#include "app/sync/telemetrydesk.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int PauseMs = 500;

} // namespace

ReadAhead::ReadAhead(TelemetryDesk &desk, const Clock &clock, std::function<bool()> isBusy, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_isBusy(std::move(isBusy))
    , m_next(this)
{
    m_next.setSingleShot(true);
    m_next.setInterval(PauseMs);
    connect(&m_next, &QTimer::timeout, this, &ReadAhead::next);
}

void ReadAhead::add(const std::vector<Alert> &alerts)
{
    for (const Alert &alert : alerts) {
        std::erase_if(m_waiting, [&alert](const Alert &known) { return known.key == alert.key; });
        const auto place = std::ranges::find_if(m_waiting, [&alert](const Alert &known) { return int(known.severity) > int(alert.severity); });
        m_waiting.insert(place, alert);
        if (m_waiting.size() > Most) {
            m_waiting.pop_back();
        }
    }
    if (!m_waiting.empty() && m_open == 0 && !m_next.isActive()) {
        m_next.start();
    }
}

void ReadAhead::setServices(const std::vector<Service> &services)
{
    m_logFields.clear();
    for (const Service &service : services) {
        m_logFields.insert(service.name, service.logFields);
    }
}

void ReadAhead::next()
{
    if (m_waiting.empty() || m_open > 0) {
        return;
    }
    if (m_isBusy()) {
        m_next.start();
        return;
    }
    const Alert alert = m_waiting.front();
    m_waiting.pop_front();
    m_open = 1;
    fetchChart(alert);
    if (!alert.service.isEmpty()) {
        m_open += 2;
        fetchLogs(alert, false);
        fetchLogs(alert, true);
    }
}

void ReadAhead::fetchChart(const Alert &alert)
{
    const Reply<QString> rule;
    m_desk.expression(alert.title, {}, rule);
    then(rule.future(), this, [this, alert](const Result<QString> &expression) {
        const QString promql = expression ? *expression : expressionOfLink(alert.generatorUrl);
        if (promql.trimmed().isEmpty()) {
            settled();
            return;
        }
        const Reply<Dated<std::vector<Series>>> values;
        m_desk.range(valuesAroundOnset(alert, splitThreshold(promql).series, m_clock.now()), {}, values);
        then(values.future(), this, [this](const Result<Dated<std::vector<Series>>> &) { settled(); });
    });
}

void ReadAhead::fetchLogs(const Alert &alert, bool isAfter)
{
    const UtcTime onset = alert.startsAt.isValid() ? alert.startsAt : m_clock.now();
    const TimeRange range = isAfter ? TimeRange {onset, onset + LogSpan} : TimeRange {onset - LogSpan, onset};
    const Reply<Dated<LogPage>> lines;
    m_desk.logs(linesOfService(alert.service, m_logFields.value(alert.service), range, isAfter), {}, lines);
    then(lines.future(), this, [this](const Result<Dated<LogPage>> &) { settled(); });
}

void ReadAhead::settled()
{
    if (--m_open == 0 && !m_waiting.empty()) {
        m_next.start();
    }
}

} // namespace quarterdeck
