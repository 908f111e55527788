#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace quarterdeck {

class ClockButton;
class PlainLabel;
class SegmentedRange;
class TimeControl;

/// Name, palette field, time range, live switch and clock.
class TopBar final : public QWidget {
    Q_OBJECT

public:
    TopBar(const Theme &theme, TimeControl &time, QWidget *parent = nullptr);
    /// Shows the state of the switch; asks nobody.
    void setPaused(bool paused);
    /// Something is not live while not paused: the switch must not look all well.
    void setLiveCount(int live, int all, bool isOffline);
    /// Redraws clock and range; called once a second.
    void tick(const QString &clockText, const QString &zoneText);

signals:
    /// What was pressed.
    void paletteRequested();
    void pauseToggled(bool paused);
    void customRangeRequested();
    void zoneToggled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshLook();
    void refreshSwitch();
    void fitClock();
    void refreshRange();

    const Theme &m_theme;
    TimeControl &m_time;
    PlainLabel *m_logo;
    QPushButton *m_palette;
    SegmentedRange *m_range;
    QToolButton *m_live;
    ClockButton *m_clock;
    QString m_zone;
    bool m_isPaused = false;
    int m_liveCount = 0;
    int m_sourceCount = 0;
    bool m_isOffline = false;
};

} // namespace quarterdeck
