#pragma once

#include "app/core/time.h"
#include "ui/shell/overlay.h"

class QLineEdit;

namespace quarterdeck {

class PlainLabel;

/// Two ends of a time range, typed: "now-6h", "2026-11-21 07:00", RFC 3339 or milliseconds.
class RangeSheet final : public Overlay {
    Q_OBJECT

public:
    RangeSheet(const Theme &theme, QWidget *window);
    /// Opens with the ends of a range filled in; `now` is what "now" means in them.
    void openWith(TimeRange range, UtcTime now);

signals:
    /// Both ends could be read and are in order.
    void chosen(quarterdeck::TimeRange range);

private:
    void apply();

    QLineEdit *m_from;
    QLineEdit *m_to;
    PlainLabel *m_problem;
    UtcTime m_now;
};

} // namespace quarterdeck
