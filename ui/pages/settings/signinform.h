#pragma once

#include "app/ports/secretbook.h"
#include "app/ports/sourceeditor.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace quarterdeck {

class FieldRow;
class PathField;

/// How a source signs in, and where its secret is kept: in the keyring, in a file, in an environment variable. The secret itself is typed here
/// and never shown. Thread: main.
class SignInForm final : public QWidget {
    Q_OBJECT

public:
    SignInForm(const Theme &theme, const QString &folder, QWidget *parent);
    /// Shows the sign-in of a source, with the types of token that its kind takes; of a new one, how its kind usually signs in.
    void show(const HttpConfig &http, const SourceKind &kind, bool isNew);
    /// Writes what is chosen into `http`; a secret of the keyring that has no name yet gets that of the source.
    void write(HttpConfig &http, const QString &source) const;
    /// What was typed for the keyring; empty where nothing was, or where the secret is kept elsewhere.
    Secret secret() const;
    /// Forgets what was typed.
    void clearSecret();
    /// What is known of the secret in the keyring under the name that write() gives it.
    void setState(SecretState state);
    /// Says at each field what is wrong; the first such field, or null.
    QWidget *check();
    /// Says that the secret cannot be kept.
    void setSecretProblem(const QString &sentence);

signals:
    /// Something else is chosen or typed.
    void edited();

private:
    enum class Way : quint8 { None, Basic, Token, AsInFile };
    enum class Place : quint8 { Keyring, File, Variable };

    FieldRow *addRow(const QString &title, QWidget *field);
    Way way() const;
    Place place() const;
    void follow();

    const Theme &m_theme;
    HttpConfig m_http;
    SecretState m_state = SecretState::Missing;
    QComboBox *m_way;
    QLineEdit *m_user;
    QComboBox *m_place;
    QLineEdit *m_secret;
    PathField *m_file;
    QLineEdit *m_variable;
    FieldRow *m_userRow;
    FieldRow *m_placeRow;
    FieldRow *m_secretRow;
    FieldRow *m_fileRow;
    FieldRow *m_variableRow;
};

} // namespace quarterdeck
