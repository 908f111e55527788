#include "ui/pages/settings/signinform.h"

#include "ui/pages/settings/fieldrow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr int TypeRole = Qt::UserRole + 1;

} // namespace

SignInForm::SignInForm(const Theme &theme, const QString &folder, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_way(new QComboBox(this))
    , m_user(new QLineEdit(this))
    , m_place(new QComboBox(this))
    , m_secret(new QLineEdit(this))
    , m_file(new PathField(theme, QStringLiteral("sourceSecretFile"), folder, this))
    , m_variable(new QLineEdit(this))
{
    setObjectName(QStringLiteral("sourceSignInForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_way->setObjectName(QStringLiteral("sourceSignIn"));
    m_user->setObjectName(QStringLiteral("sourceUser"));
    m_place->setObjectName(QStringLiteral("sourceSecretPlace"));
    m_secret->setObjectName(QStringLiteral("sourceSecret"));
    m_variable->setObjectName(QStringLiteral("sourceSecretVariable"));
    m_place->addItem(tr("In the keyring of this desktop"), int(Place::Keyring));
    m_place->addItem(tr("In a file that only you can read"), int(Place::File));
    m_place->addItem(tr("In an environment variable"), int(Place::Variable));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    addRow(tr("Sign-in"), m_way);
    m_userRow = addRow(tr("User"), m_user);
    m_placeRow = addRow(tr("Store the secret"), m_place);
    m_secretRow = addRow(tr("Secret, not shown"), m_secret);
    m_fileRow = addRow(tr("Secret file"), m_file);
    m_variableRow = addRow(tr("Variable"), m_variable);
    for (QComboBox *box : {m_way, m_place}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            follow();
            emit edited();
        });
    }
    for (QLineEdit *line : {m_user, m_secret, m_file->line(), m_variable}) {
        connect(line, &QLineEdit::textEdited, this, &SignInForm::edited);
    }
}

FieldRow *SignInForm::addRow(const QString &title, QWidget *field)
{
    auto *row = new FieldRow(m_theme, title, field, this);
    layout()->addWidget(row);
    return row;
}

void SignInForm::show(const HttpConfig &http, const SourceKind &kind, bool isNew)
{
    m_http = http;
    m_way->clear();
    m_way->addItem(tr("None"), int(Way::None));
    m_way->addItem(tr("User and password"), int(Way::Basic));
    const HttpConfig::Auth auth = isNew ? kind.auth : http.auth;
    QStringList types = kind.tokenTypes;
    if (http.auth == HttpConfig::Auth::Authorization && !types.contains(http.authType, Qt::CaseInsensitive)) {
        types.append(http.authType);
    }
    int chosen = 0;
    for (const QString &type : std::as_const(types)) {
        // The words of the header say nothing to who has the key in hand.
        m_way->addItem(type == u"Bearer" ? tr("Bearer token")
                : type == u"Token"       ? tr("API key")
                                         : tr("Token of the type %1").arg(type),
            int(Way::Token));
        m_way->setItemData(m_way->count() - 1, type, TypeRole);
        const bool isIt = isNew ? type == types.front() : type.compare(http.authType, Qt::CaseInsensitive) == 0;
        if (auth == HttpConfig::Auth::Authorization && isIt) {
            chosen = m_way->count() - 1;
        }
    }
    if (http.auth == HttpConfig::Auth::OAuth2) {
        m_way->addItem(tr("OAuth 2.0, as in the configuration"), int(Way::AsInFile));
        chosen = m_way->count() - 1;
    }
    m_way->setCurrentIndex(auth == HttpConfig::Auth::Basic ? 1 : chosen);
    m_user->setText(http.username);
    const SecretRef &secret = http.secret;
    m_place->setCurrentIndex(int(!secret.file.isEmpty() ? Place::File : !secret.env.isEmpty() ? Place::Variable : Place::Keyring));
    m_file->line()->setText(secret.file);
    m_variable->setText(secret.env);
    clearSecret();
    follow();
}

SignInForm::Way SignInForm::way() const
{
    return Way(m_way->currentData().toInt());
}

SignInForm::Place SignInForm::place() const
{
    return Place(m_place->currentData().toInt());
}

void SignInForm::follow()
{
    const bool hasSecret = way() == Way::Basic || way() == Way::Token;
    m_userRow->setVisible(way() == Way::Basic);
    m_placeRow->setVisible(hasSecret);
    m_secretRow->setVisible(hasSecret && place() == Place::Keyring);
    m_fileRow->setVisible(hasSecret && place() == Place::File);
    m_variableRow->setVisible(hasSecret && place() == Place::Variable);
    for (FieldRow *row : {m_userRow, m_secretRow, m_fileRow, m_variableRow}) {
        row->setProblem({});
    }
    m_secret->setPlaceholderText(way() == Way::Basic ? tr("password") : tr("token"));
    m_secret->setEnabled(m_state != SecretState::NoKeyring);
    switch (m_state) {
    case SecretState::Stored:
        m_secretRow->setHelp(tr("The keyring has one. Leave this empty to keep it."));
        break;
    case SecretState::Missing:
        m_secretRow->setHelp(tr("It is stored in the keyring when you save, never in the configuration."));
        break;
    case SecretState::Locked:
        m_secretRow->setHelp(tr("The keyring is locked. The desktop asks for its password when you save."));
        break;
    case SecretState::NoKeyring:
        m_secretRow->setHelp(tr("There is no keyring on this desktop. Keep the secret in a file that only you can read, or in a variable."));
        break;
    }
}

void SignInForm::write(HttpConfig &http, const QString &source) const
{
    const auto setSecret = [&] {
        const QString known = m_http.secret.keychain;
        http.secret = {};
        switch (place()) {
        case Place::Keyring:
            http.secret.keychain = known.isEmpty() ? source : known;
            break;
        case Place::File:
            http.secret.file = m_file->path();
            break;
        case Place::Variable:
            http.secret.env = m_variable->text().trimmed();
            break;
        }
    };
    if (way() == Way::AsInFile) {
        return;
    }
    http.username = way() == Way::Basic ? m_user->text().trimmed() : QString();
    http.oauth2.reset();
    http.authType = HttpConfig().authType;
    switch (way()) {
    case Way::Basic:
        http.auth = HttpConfig::Auth::Basic;
        setSecret();
        break;
    case Way::Token:
        http.auth = HttpConfig::Auth::Authorization;
        // How the file spells it is how it stays.
        http.authType = m_way->currentData(TypeRole).toString();
        if (http.authType.compare(m_http.authType, Qt::CaseInsensitive) == 0) {
            http.authType = m_http.authType;
        }
        setSecret();
        break;
    default:
        http.auth = HttpConfig::Auth::None;
        http.secret = {};
        break;
    }
}

Secret SignInForm::secret() const
{
    return m_secretRow->isVisibleTo(this) ? Secret(m_secret->text().toUtf8()) : Secret();
}

void SignInForm::clearSecret()
{
    // Sets the text anew, so that nothing brings it back.
    m_secret->setText({});
}

void SignInForm::setState(SecretState state)
{
    if (m_state != state) {
        m_state = state;
        follow();
    }
}

QWidget *SignInForm::check()
{
    const bool hasUser = way() != Way::Basic || !m_user->text().trimmed().isEmpty();
    m_userRow->setProblem(hasUser ? QString() : tr("Enter the user name."));
    QString secret;
    if (m_secretRow->isVisibleTo(this) && m_state == SecretState::NoKeyring) {
        secret = tr("There is no keyring to store it in.");
    } else if (m_secretRow->isVisibleTo(this) && m_secret->text().isEmpty() && m_state != SecretState::Stored && m_state != SecretState::Locked) {
        secret = tr("Enter the secret.");
    }
    m_secretRow->setProblem(secret);
    const bool isFileWanted = m_fileRow->isVisibleTo(this);
    m_fileRow->setProblem(!isFileWanted || m_file->isFile() ? QString()
            : m_file->path().isEmpty()                      ? tr("Enter the path of the file that holds the secret.")
                                                            : tr("This file does not exist or cannot be read."));
    const bool hasVariable = !m_variableRow->isVisibleTo(this) || !m_variable->text().trimmed().isEmpty();
    m_variableRow->setProblem(hasVariable ? QString() : tr("Enter the name of the variable."));
    for (FieldRow *row : {m_userRow, m_secretRow, m_fileRow, m_variableRow}) {
        if (row->hasProblem()) {
            return row == m_secretRow && !m_secret->isEnabled() ? static_cast<QWidget *>(m_place) : row->field();
        }
    }
    return nullptr;
}

void SignInForm::setSecretProblem(const QString &sentence)
{
    m_secretRow->setProblem(sentence);
    m_secret->setFocus();
}

} // namespace quarterdeck
