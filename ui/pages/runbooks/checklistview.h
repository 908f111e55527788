#pragma once

#include "ui/theme/theme.h"

#include <QListView>

namespace quarterdeck {

class StepDelegate;

/// The checklist as a list: j and k move, a click on a box or Space asks for a tick. It never changes anything itself.
class ChecklistView final : public QListView {
    Q_OBJECT

public:
    ChecklistView(const Theme &theme, StepDelegate *delegate, QWidget *parent = nullptr);
    /// False: letters are not keys; Space still is.
    void setSingleKeys(bool enabled) { m_singleKeys = enabled; }
    /// Id of the step under the keyboard; empty when there is none.
    QString currentStep() const;
    /// Makes a row the current one and shows it.
    void setCurrentRow(int row);

signals:
    /// The person wants this step ticked or opened again.
    void tickWanted(const QString &step);
    /// Another step, or none, is under the keyboard.
    void currentStepChanged(const QString &step);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    StepDelegate *m_delegate;
    bool m_singleKeys = true;
};

} // namespace quarterdeck
