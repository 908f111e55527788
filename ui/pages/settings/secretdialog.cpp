#include "ui/pages/settings/secretdialog.h"

#include "app/core/text.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace quarterdeck {

QString keyringRefusal(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unauthorized:
        return SecretDialog::tr("The keyring is locked. Unlock it and try again.");
    case ErrorKind::Unsupported:
        return SecretDialog::tr("There is no keyring on this desktop. Use a file or an environment variable in the configuration instead.");
    case ErrorKind::Rejected:
        return SecretDialog::tr("A secret is one line of text of at most 64 KB. Keep any other in a file.");
    case ErrorKind::NotFound:
        return SecretDialog::tr("The keyring holds no secret of this name.");
    case ErrorKind::Timeout:
        return SecretDialog::tr("The keyring has not answered for 10 s. Unlock it and try again.");
    default:
        return SecretDialog::tr("The keyring rejected the request: %1").arg(errorWords(error));
    }
}

SecretDialog::SecretDialog(const Theme &theme, SecretBook &secrets, const QString &name, bool isStored, QWidget *parent)
    : QDialog(parent)
    , m_secrets(secrets)
    , m_name(name)
    , m_field(new QLineEdit(this))
    , m_says(new PlainLabel(this))
    , m_accept(new VerbButton(theme, tr("Store"), QStringLiteral("Enter"), VerbButton::Rank::Primary, this))
{
    setObjectName(QStringLiteral("secretDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Store a secret"));
    new DialogFrame(theme, this);
    auto *head = new PlainLabel(tr("The secret %1").arg(text::plain(name, 120)), this);
    head->setLook(theme, TypeFace::Section, Token::Text, true);
    head->setEliding(true);
    auto *where = new PlainLabel(isStored ? tr("It is stored only in the keyring of this desktop and replaces the one there.")
                                          : tr("It is stored only in the keyring of this desktop."),
        this);
    where->setLook(theme, TypeFace::Body, Token::Muted);
    where->setWordWrap(true);
    m_field->setObjectName(QStringLiteral("secretDialog.field"));
    m_field->setAccessibleName(tr("Secret, not shown"));
    m_field->setPlaceholderText(tr("password or token"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_says->setObjectName(QStringLiteral("secretDialog.says"));
    m_says->setLook(theme, TypeFace::Body, Token::Critical);
    m_says->setWordWrap(true);
    auto *cancel = new VerbButton(theme, tr("Cancel"), QStringLiteral("Esc"), VerbButton::Rank::Secondary, this);
    cancel->setObjectName(QStringLiteral("secretDialog.cancel"));
    m_accept->setObjectName(QStringLiteral("secretDialog.accept"));
    m_accept->setDefault(true);
    m_accept->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(head);
    column->addWidget(where);
    column->addWidget(m_field);
    column->addWidget(m_says);
    column->addStretch();
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &SecretDialog::keep);
    connect(m_field, &QLineEdit::textChanged, m_accept, [this](const QString &typed) { m_accept->setEnabled(!typed.isEmpty()); });
    connect(this, &QDialog::finished, m_field, &QLineEdit::clear);
    m_field->setFocus();
    resize(460, 200);
}

void SecretDialog::keep()
{
    const Secret secret(m_field->text().toUtf8());
    // Sets the text anew, so that nothing brings it back.
    m_field->setText({});
    if (secret.isEmpty()) {
        return;
    }
    setWaiting(true);
    then(m_secrets.store(m_name, secret), this, [this](const Result<Done> &done) {
        setWaiting(false);
        if (done) {
            emit stored();
            accept();
            return;
        }
        m_says->setPlain(keyringRefusal(done.error()));
        m_field->setFocus();
    });
}

void SecretDialog::setWaiting(bool isWaiting)
{
    m_field->setEnabled(!isWaiting);
    m_accept->setEnabled(false);
    m_says->setPlain(isWaiting ? tr("Waiting for the keyring…") : QString());
}

} // namespace quarterdeck
