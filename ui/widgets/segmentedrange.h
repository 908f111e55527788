#pragma once

#include "app/core/time.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace quarterdeck {

/// 15 m | 1 h | 6 h | 24 h | custom, in one outlined row. Knows nothing of time itself: it shows what it is told.
class SegmentedRange final : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedRange(const Theme &theme, QWidget *parent = nullptr);
    /// Marks the segment of a sliding span; none of them for other spans.
    void setSpan(Millis span);
    /// Text of the last segment, "13:42 – 14:42"; `isFixed` marks it.
    void setCustom(const QString &text, bool isFixed);

signals:
    /// A sliding span was pressed.
    void spanChosen(quarterdeck::Millis span);
    /// The last segment was pressed.
    void customRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addSegment(const QString &text, const QString &name);
    void refreshLook();

    const Theme &m_theme;
    QButtonGroup *m_group;
    QToolButton *m_custom;
};

} // namespace quarterdeck
