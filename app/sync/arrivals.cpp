#include "app/sync/arrivals.h"

#include <algorithm>
#include <utility>

namespace quarterdeck {

namespace {
constexpr std::size_t Shown = 50;
}

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
    m_waiting.insert(m_waiting.end(), alerts.begin(), alerts.end());
    std::stable_sort(m_waiting.begin(), m_waiting.end(), [](const Alert &a, const Alert &b) { return a.severity < b.severity; });
    if (m_waiting.size() > Shown) {
        m_waiting.resize(Shown);
    }
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
