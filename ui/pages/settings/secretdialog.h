#pragma once

#include "app/ports/secretbook.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QLineEdit;

namespace quarterdeck {

class PlainLabel;
class VerbButton;

/// Why the keyring did not do what it was asked for, with what to do.
QString keyringRefusal(const Error &error);

/// Takes a secret that is never shown and puts it into the keyring; stays open, with an empty field, where that fails. Deletes itself.
class SecretDialog final : public QDialog {
    Q_OBJECT

public:
    /// `isStored`: the keyring holds one already, which is replaced.
    SecretDialog(const Theme &theme, SecretBook &secrets, const QString &name, bool isStored, QWidget *parent);

signals:
    /// The keyring holds the new one.
    void stored();

private:
    void keep();
    void setWaiting(bool isWaiting);

    SecretBook &m_secrets;
    QString m_name;
    QLineEdit *m_field;
    PlainLabel *m_says;
    VerbButton *m_accept;
};

} // namespace quarterdeck
