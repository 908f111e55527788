#include "app/sync/arrivals.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quarterdeck {

namespace {
constexpr std::size_t Shown = 50;

/// The first of both by severity, earlier ones first among equals; the keys of the rest go to `others`. Only the first are copied.
std::vector<Alert> worstOf(const std::vector<Alert> &earlier, const std::vector<Alert> &later, std::vector<AlertKey> &others)
{
    std::vector<const Alert *> all;
    all.reserve(earlier.size() + later.size());
    for (const std::vector<Alert> *alerts : {&earlier, &later}) {
        std::transform(alerts->begin(), alerts->end(), std::back_inserter(all), [](const Alert &alert) { return &alert; });
    }
    std::stable_sort(all.begin(), all.end(), [](const Alert *a, const Alert *b) { return a->severity < b->severity; });
    std::vector<Alert> worst;
    worst.reserve(std::min(all.size(), Shown));
    for (const Alert *alert : all) {
        if (worst.size() < Shown) {
            worst.push_back(*alert);
        } else {
            others.push_back(alert->key);
        }
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
    m_waiting = worstOf(m_waiting, alerts, m_others);
    if (!m_quiet.isActive()) {
        tell();
    }
}

void Arrivals::tell()
{
    if (m_waiting.empty()) {
        return;
    }
    m_quiet.start();
    emit told(std::exchange(m_waiting, {}), std::exchange(m_others, {}));
}

} // namespace quarterdeck
