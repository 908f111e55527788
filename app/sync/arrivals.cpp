#include "app/sync/arrivals.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quarterdeck {

namespace {
constexpr std::size_t Shown = 50;

/// The first of both by severity; earlier ones first among equals. Only those are copied.
std::vector<Alert> worstOf(const std::vector<Alert> &earlier, const std::vector<Alert> &later)
{
    std::vector<const Alert *> all;
    all.reserve(earlier.size() + later.size());
    for (const std::vector<Alert> *alerts : {&earlier, &later}) {
        std::transform(alerts->begin(), alerts->end(), std::back_inserter(all), [](const Alert &alert) { return &alert; });
    }
    std::stable_sort(all.begin(), all.end(), [](const Alert *a, const Alert *b) { return a->severity < b->severity; });
    all.resize(std::min(all.size(), Shown));
    std::vector<Alert> worst;
    worst.reserve(all.size());
    for (const Alert *alert : all) {
        worst.push_back(*alert);
    }
    return worst;
}

} // namespace

Arrivals::Arrivals(QObject *parent, Millis quiet)
    : QObject(parent)
    , m_quiet(this)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quiet);
    connect(&m_quiet, &QTimer::timeout, this, &Arrivals::tell);
}

void Arrivals::add(const std::vector<Alert> &alerts)
{
    m_total += int(alerts.size());
    m_waiting = worstOf(m_waiting, alerts);
    if (!m_quiet.isActive()) {
        tell();
    }
}

void Arrivals::tell()
{
    if (m_total == 0) {
        return;
    }
    m_quiet.start();
    emit told(std::exchange(m_waiting, {}), std::exchange(m_total, 0));
}

} // namespace quarterdeck
