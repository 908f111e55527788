#pragma once

#include "ui/theme/theme.h"

#include <QLineEdit>

class QTimer;

namespace quarterdeck {

/// The field above a list. Reports after a short pause in typing; Escape empties it, then gives the focus back.
class FilterEdit final : public QLineEdit {
    Q_OBJECT

public:
    FilterEdit(const Theme &theme, const QString &placeholder, QWidget *parent = nullptr);
    /// Sets the text and reports at once.
    void setFilter(const QString &filter);
    /// Shows what is wrong with the filter as the tooltip and description; empty when all is well.
    void setProblem(const QString &sentence);

signals:
    /// The text after a pause in typing; never the same twice in a row.
    void filterChanged(const QString &filter);
    /// Escape in an empty field, Enter or Down: the list should have the focus.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void report();

    QTimer *m_pause;
    QString m_reported;
};

} // namespace quarterdeck
