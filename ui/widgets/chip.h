#pragma once

#include "app/domain/severity.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

#include <optional>

namespace quarterdeck {

/// A small rounded label that can be pressed: a neighbour service with the shape of its health, a toggle above a list.
class Chip final : public QAbstractButton {
    Q_OBJECT

public:
    enum class Mark : quint8 { None, Ok, Stale, Severity };
    Chip(const Theme &theme, const QString &foreign, QWidget *parent = nullptr);
    /// Text and mark; both are in the accessible name and description.
    void setChipText(const QString &foreign);
    void setMark(Mark mark, Severity severity = Severity::Unknown);
    /// Accent ground: this one is switched on.
    void setAccented(bool accented);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_whole; ///< As it came, for the tip.
    Mark m_mark = Mark::None;
    Severity m_severity = Severity::Unknown;
    bool m_isAccented = false;
};

} // namespace quarterdeck
