#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QWidget;

namespace quarterdeck {

/// For `--trace-start`: prints when the window first painted, when a row of the inbox was painted, the longest gap of the main loop and
/// the resident memory, then ends the program. Times count from the start of the process.
class StartTrace final : public QObject {
    Q_OBJECT

public:
    explicit StartTrace(QWidget &window, QObject *parent = nullptr);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tick();
    void report();

    QWidget &m_window;
    QTimer m_ticks;
    std::chrono::steady_clock::time_point m_lastTick;
    double m_worstGap = 0;
    double m_firstPaint = 0;
    double m_rows = 0;
    int m_rowCount = 0;
};

} // namespace quarterdeck
