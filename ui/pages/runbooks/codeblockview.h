#pragma once

#include "models/stepcode.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace quarterdeck {

/// A block of code to read and copy: placeholders marked, a warning above what changes something. Nothing is run.
class CodeBlockView final : public QWidget {
    Q_OBJECT

public:
    CodeBlockView(const Theme &theme, const CodeBlock &block, const StepCode &code, int number, QWidget *parent = nullptr);
    const StepCode &code() const { return m_code; }

signals:
    /// The copy button was pressed.
    void copyWanted(const QString &text);

private:
    QStringList warnings() const;

    StepCode m_code;
};

} // namespace quarterdeck
