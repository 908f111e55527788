#pragma once

#include "app/core/clock.h"

#include <QObject>

namespace quarterdeck {

/// The one time range and crosshair that every page shares. Thread: main.
class TimeControl : public QObject {
    Q_OBJECT

public:
    explicit TimeControl(const Clock &clock, QObject *parent = nullptr);

    /// The range shown now. While it slides, `to` is the present.
    TimeRange range() const;
    /// A range that slides with the present.
    void setSpan(Millis span);
    /// A fixed range; live again with setSpan.
    void setFixed(TimeRange range);
    bool isSliding() const { return m_fixed.to.ms == 0; }
    Millis span() const { return m_span; }
    /// Moves the crosshair of every chart; an invalid time hides it.
    void setCrosshair(UtcTime at);
    UtcTime crosshair() const { return m_crosshair; }
    bool isUtc() const { return m_utc; }
    void setUtc(bool utc);
    /// "14:36:02" in the chosen zone.
    QString clockText(UtcTime at, bool withSeconds = true) const;
    /// "2026-11-21 14:36:02 CET": for hover and exports.
    QString exactText(UtcTime at) const;
    /// Name of the zone shown: "CET" or "UTC".
    QString zoneText() const;

signals:
    /// Range, crosshair or zone are different now. A sliding range that merely slides says nothing.
    void rangeChanged();
    void crosshairChanged(quarterdeck::UtcTime at);
    void zoneChanged();

private:
    const Clock &m_clock;
    Millis m_span {3'600'000};
    TimeRange m_fixed;
    UtcTime m_crosshair;
    bool m_utc = false;
};

} // namespace quarterdeck
