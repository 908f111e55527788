#pragma once

#include "models/clearance.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>

namespace quarterdeck {

class Clock;
class StaleStrip;

/// What stands above the list: what could not be stored, what is wrong in the filter, which sources are not live, how many alerts
/// are new or marked. Each line is there only while it is true. Thread: main.
class StripRow final : public QWidget {
    Q_OBJECT

public:
    StripRow(const Theme &theme, const Clock &clock, const TimeControl &time, QWidget *parent = nullptr);

    /// Says what went wrong with the last action; empty removes it.
    void setProblem(const QString &sentence);
    /// Says what is wrong in the filter; empty removes it.
    void setFilterProblem(const QString &sentence);
    /// Why the rows may not be all: that updates are paused, that no source tells of alerts, then one line a source, four lines at
    /// most, then how many more.
    void setSources(const Clearance &clearance);
    void setNew(int held);
    /// How many alerts are marked, while any are.
    void setMarked(int count);

signals:
    /// The problem was read.
    void problemDismissed();
    /// The sources are to be asked now.
    void refreshAsked();
    /// The alerts held back are to be shown.
    void newAsked();
    /// No alert is to be marked any more.
    void unmarkAsked();

private:
    const Theme &m_theme;
    const Clock &m_clock;
    const TimeControl &m_time;
    StaleStrip *m_problem;
    StaleStrip *m_filter;
    std::array<StaleStrip *, 4> m_sources;
    StaleStrip *m_new;
    StaleStrip *m_marked;
};

} // namespace quarterdeck
