#pragma once

#include "app/ports/secretbook.h"
#include "app/ports/sourceeditor.h"
#include "ui/theme/theme.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace quarterdeck {

class FieldRow;
class PathField;
class SectionHead;
class SignInForm;

/// What is asked of a source: kind, name, addresses, sign-in, certificate authority, and the settings of its kind. Thread: main.
class SourceForm final : public QWidget {
    Q_OBJECT

public:
    /// Relative paths count from `folder`.
    SourceForm(const Theme &theme, std::vector<SourceKind> kinds, const QString &folder, QWidget *parent);
    /// Shows a source, or an empty form for a new one. `taken`: the names of the others.
    void show(const Endpoint &source, const QStringList &taken);
    /// The source as it is typed; what is not asked for here stays as it was.
    Endpoint endpoint() const;
    /// The secret that was typed for the keyring.
    Secret secret() const;
    /// What is known of the secret that the source as typed has in the keyring.
    void setState(SecretState state);
    /// Says at each field what is wrong with it, and goes to the first. True where nothing is.
    bool check();
    /// Says at the field of a setting what is wrong with it, and goes there. False where there is none of this key.
    bool setProblem(const QString &key, const QString &sentence);
    /// Says that the secret cannot be kept.
    void setSecretProblem(const QString &sentence);
    /// Where typing begins.
    QWidget *firstField() const;

signals:
    /// Something else is chosen or typed.
    void edited();

private:
    FieldRow *addRow(QVBoxLayout *column, const QString &title, QWidget *field, const QString &help = {});
    const SourceKind *kind() const;
    void showKind();
    void suggestName();
    QStringList addresses() const;
    QString nameProblem() const;
    QString addressProblem() const;

    const Theme &m_theme;
    const std::vector<SourceKind> m_kinds;
    Endpoint m_source;
    QStringList m_taken;
    QComboBox *m_kind;
    QLineEdit *m_name;
    QLineEdit *m_addresses;
    SignInForm *m_signIn;
    PathField *m_authority;
    FieldRow *m_nameRow;
    FieldRow *m_addressRow;
    FieldRow *m_authorityRow;
    SectionHead *m_settingsHead;
    QWidget *m_settings = nullptr;
    QMap<QString, FieldRow *> m_settingRows;
    bool m_isNameTyped = false;
};

} // namespace quarterdeck
