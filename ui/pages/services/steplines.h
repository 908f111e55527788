#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace quarterdeck {

/// A few steps of a checklist to look at: box, text, who and when. Wraps; not to be ticked.
class StepLines final : public QWidget {
    Q_OBJECT

public:
    struct Line {
        QString text;
        QString remark;
        bool isDone = false;
    };
    explicit StepLines(const Theme &theme, QWidget *parent = nullptr);
    /// Replaces the lines.
    void setLines(std::vector<Line> lines);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int lineHeight(const Line &line, int width) const;

    const Theme &m_theme;
    std::vector<Line> m_lines;
};

} // namespace quarterdeck
