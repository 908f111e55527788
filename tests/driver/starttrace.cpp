#include "tests/driver/starttrace.h"

#include "models/alertmodel.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QWidget>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace quarterdeck {

namespace {

constexpr int TickMs = 2;
constexpr int QuietMs = 3000;

double secondsOf(clockid_t clock)
{
    timespec time {};
    ::clock_gettime(clock, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

// When the kernel started this process, in seconds since boot: exec and dynamic linking count. Exact to 10 ms.
double startedAt()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray fields = stat.readAll();
    const QList<QByteArray> after = fields.mid(fields.lastIndexOf(')') + 2).split(' ');
    return after.value(19).toDouble() / double(::sysconf(_SC_CLK_TCK));
}

double residentMegabytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return statm.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace

StartTrace::StartTrace(QWidget &window, int seconds, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_lastTick(std::chrono::steady_clock::now())
    , m_isTimed(seconds > 0)
{
    qApp->installEventFilter(this);
    m_ticks.setTimerType(Qt::PreciseTimer);
    m_ticks.setInterval(TickMs);
    connect(&m_ticks, &QTimer::timeout, this, &StartTrace::tick);
    m_ticks.start();
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(m_isTimed ? seconds * 1000 : QuietMs);
    connect(&m_quiet, &QTimer::timeout, this, &StartTrace::report);
    m_quiet.start();
}

StartTrace::Moment StartTrace::now()
{
    return {(secondsOf(CLOCK_BOOTTIME) - startedAt()) * 1000, secondsOf(CLOCK_REALTIME)};
}

bool StartTrace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint) {
        return QObject::eventFilter(watched, event);
    }
    if (m_firstPaint.epoch == 0 && (watched == &m_window || m_window.isAncestorOf(qobject_cast<QWidget *>(watched)))) {
        m_firstPaint = now();
    }
    const auto *list = qobject_cast<QAbstractItemView *>(watched->parent());
    if (list != nullptr && list->objectName() == QLatin1StringView("inbox.list")) {
        auto *model = qobject_cast<AlertModel *>(list->model());
        const int alerts = model != nullptr ? model->alerts().totals().all : 0;
        if (alerts != m_alerts) {
            m_alerts = alerts;
            m_lastAlerts = now();
            m_firstAlerts = m_firstAlerts.epoch == 0 ? m_lastAlerts : m_firstAlerts;
            m_model = model;
            if (!m_isTimed) {
                m_quiet.start();
            }
        }
    }
    return QObject::eventFilter(watched, event);
}

void StartTrace::tick()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_firstPaint.epoch != 0) {
        m_gaps.push_back(std::max(0.0, std::chrono::duration<double, std::milli>(now - m_lastTick).count() - TickMs));
    }
    m_lastTick = now;
}

void StartTrace::report()
{
    const auto print = [](const char *what, const Moment &moment) { std::printf("%s %.0f %.4f\n", what, moment.sinceStart, moment.epoch); };
    print("first-paint", m_firstPaint);
    print("first-alerts", m_firstAlerts);
    print("last-alerts", m_lastAlerts);
    std::sort(m_gaps.begin(), m_gaps.end());
    const auto gapAt = [this](double share) { return m_gaps.empty() ? 0.0 : m_gaps[std::size_t(double(m_gaps.size() - 1) * share)]; };
    std::printf("alerts %d\nopen %d\n", m_alerts, m_model.isNull() ? 0 : m_model->alerts().totals().open);
    std::printf("gap-p99.9 %.1f\nworst-gap %.1f\nresident-mb %.0f\n", gapAt(0.999), gapAt(1), residentMegabytes());
    std::fflush(stdout);
    QCoreApplication::quit();
}

} // namespace quarterdeck
