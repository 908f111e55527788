#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <vector>

class QWidget;

namespace quarterdeck {

class AlertModel;

/// Prints when the window first painted, when the inbox first painted alerts and when it painted the last that came,
/// each as milliseconds from the start of the process and as seconds of the epoch; then the open alerts, the gaps of the main loop since the
/// first paint and the resident memory. Ends the program when nothing has come for three seconds, or after the time it was given.
class StartTrace final : public QObject {
    Q_OBJECT

public:
    /// `seconds`: how long it lasts; 0: until nothing more comes.
    StartTrace(QWidget &window, int seconds, QObject *parent = nullptr);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// One moment. Units: ms since the process started; seconds of the epoch.
    struct Moment {
        double sinceStart = 0;
        double epoch = 0;
    };
    static Moment now();
    void tick();
    void report();

    QWidget &m_window;
    QTimer m_ticks;
    QTimer m_quiet;
    std::chrono::steady_clock::time_point m_lastTick;
    std::vector<double> m_gaps; // ms by which each turn was late
    bool m_isTimed = false;
    QPointer<AlertModel> m_model;
    Moment m_firstPaint;
    Moment m_firstAlerts;
    Moment m_lastAlerts;
    int m_alerts = 0;
};

} // namespace quarterdeck
