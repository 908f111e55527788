#include "app/desktop/starttrace.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QWidget>

#include <cstdio>
#include <unistd.h>

namespace quarterdeck {

namespace {

constexpr int TickMs = 2;
constexpr int ReportAfterMs = 8000;

// Milliseconds since the kernel started this process: exec and dynamic linking count.
double sinceExec()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    QFile uptime(QStringLiteral("/proc/uptime"));
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray fields = stat.readAll();
    const QList<QByteArray> after = fields.mid(fields.lastIndexOf(')') + 2).split(' ');
    const double started = after.value(19).toDouble() / double(::sysconf(_SC_CLK_TCK));
    return (uptime.readAll().split(' ').first().toDouble() - started) * 1000;
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

StartTrace::StartTrace(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_lastTick(std::chrono::steady_clock::now())
{
    qApp->installEventFilter(this);
    m_ticks.setTimerType(Qt::PreciseTimer);
    m_ticks.setInterval(TickMs);
    connect(&m_ticks, &QTimer::timeout, this, &StartTrace::tick);
    m_ticks.start();
    QTimer::singleShot(ReportAfterMs, this, &StartTrace::report);
}

bool StartTrace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        if (m_firstPaint == 0) {
            m_firstPaint = sinceExec();
        }
        auto *view = qobject_cast<QAbstractItemView *>(watched->parent());
        if (view != nullptr && view->objectName() == QLatin1StringView("alertList") && view->model()->rowCount() > 0) {
            m_rowCount = view->model()->rowCount();
            if (m_rows == 0) {
                m_rows = sinceExec();
            }
        }
    }
    return QObject::eventFilter(watched, event);
}

void StartTrace::tick()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_firstPaint != 0) {
        m_worstGap = std::max(m_worstGap, std::chrono::duration<double, std::milli>(now - m_lastTick).count() - TickMs);
    }
    m_lastTick = now;
}

void StartTrace::report()
{
    std::printf("first-paint %.0f\nrows %.0f\nrow-count %d\nworst-gap %.1f\nresident-mb %.0f\n", m_firstPaint, m_rows, m_rowCount, m_worstGap,
        residentMegabytes());
    std::fflush(stdout);
    QCoreApplication::quit();
}

} // namespace quarterdeck
