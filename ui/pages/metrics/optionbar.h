#pragma once

#include "models/explorerstate.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace quarterdeck {

class Chip;

/// How the charts look: unit, threshold, axis, stacked, stepped, compared, together or apart. Thread: main.
class OptionBar final : public QWidget {
    Q_OBJECT

public:
    explicit OptionBar(const Theme &theme, QWidget *parent = nullptr);
    /// Shows these without a signal.
    void setOptions(const ExplorerOptions &options);
    const ExplorerOptions &options() const { return m_options; }
    /// What a key does: the same as a press on the chip.
    void toggleLogarithmic();
    void toggleStacked();
    void toggleStepped();
    void toggleSplit();
    /// None, a day, a week, none.
    void compareNext();
    void focusThreshold();

signals:
    /// Options are others now.
    void changed();

private:
    Chip *addToggle(const QString &text, const char *name, void (OptionBar::*press)());
    void chooseUnit();
    void chooseCompared();
    void readThreshold();
    void take(const ExplorerOptions &options);
    void describe();

    const Theme &m_theme;
    ExplorerOptions m_options;
    Chip *m_unit;
    QLineEdit *m_threshold;
    Chip *m_logarithmic;
    Chip *m_stacked;
    Chip *m_stepped;
    Chip *m_split;
    Chip *m_compared;
};

} // namespace quarterdeck
