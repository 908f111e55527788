#pragma once

#include "models/steplistmodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace quarterdeck {

class PlainLabel;
class SectionHead;

/// The code of the step under the keyboard.
class StepDetail final : public QWidget {
    Q_OBJECT

public:
    StepDetail(const Theme &theme, QWidget *parent = nullptr);
    /// Shows the code of a step, or nothing.
    void setStep(const StepListModel &steps, const QString &id);
    /// The text that the first copy button would copy; empty when the step has no code.
    QString firstCode() const { return m_firstCode; }

signals:
    /// A copy button was pressed.
    void copyWanted(const QString &text);

private:
    const Theme &m_theme;
    SectionHead *m_head;
    PlainLabel *m_none;
    QVBoxLayout *m_blocks;
    std::vector<QWidget *> m_views;
    QString m_firstCode;
};

} // namespace quarterdeck
