#pragma once

#include "app/domain/alert.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace quarterdeck {

/// One open alert in a narrow column: shape, title, state and age. Pressing it opens the alert.
class AlertRow final : public QAbstractButton {
    Q_OBJECT

public:
    AlertRow(const Theme &theme, const Alert &alert, UtcTime now, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Severity m_severity;
    QString m_title;
    QString m_remark;
};

} // namespace quarterdeck
