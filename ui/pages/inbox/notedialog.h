#pragma once

#include "ui/theme/theme.h"

#include <QDialog>

class QPlainTextEdit;

namespace quarterdeck {

/// Takes a note on an alert. Ctrl+Enter keeps it. Deletes itself.
class NoteDialog final : public QDialog {
    Q_OBJECT

public:
    NoteDialog(const Theme &theme, const QString &alertTitle, QWidget *parent);

signals:
    /// Never empty.
    void written(const QString &words);

private:
    void keep();

    QPlainTextEdit *m_edit;
};

} // namespace quarterdeck
