#pragma once

#include "app/runbook/runbook.h"

namespace quarterdeck {

/// A block of code made ready to be read and copied.
struct StepCode {
    QString shown;            ///< The whole block with its parameters.
    QString copied;           ///< What the clipboard gets: the commands without prompt and output, or the whole block.
    QStringList placeholders; ///< What must still be filled in, as written: "<pod>", "{{ name }}", "TODO".
    QStringList withheld;     ///< Parameters whose value a shell would act on: left as placeholders on purpose.
    bool isMutating = false;
};

/// Fills parameters into a block. In shell code a value with anything but letters, digits and ._/:@%+=,- is not filled in, because
/// labels come from outside and the text is meant to be pasted into a shell. Pure.
StepCode stepCode(const CodeBlock &block, const QMap<QString, QString> &params);

} // namespace quarterdeck
