#pragma once

#include "ui/theme/theme.h"

#include <QDialog>

namespace quarterdeck {

/// One question with what it is about, and a verb for an answer. Deletes itself.
class ConfirmDialog final : public QDialog {
    Q_OBJECT

public:
    /// `foreign` is shown as plain text, unclipped, in the monospaced face.
    ConfirmDialog(const Theme &theme, const QString &question, const QString &sentence, const QString &foreign, const QString &verb, QWidget *parent);
};

} // namespace quarterdeck
