#include "ui/pages/settings/secretrow.h"

#include "app/core/text.h"
#include "ui/pages/settings/secretdialog.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QEvent>
#include <QHBoxLayout>

namespace quarterdeck {

SecretRow::SecretRow(const PageContext &context, const SourceId &source, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_name(name)
    , m_words(new PlainLabel(this))
    , m_store(new VerbButton(context.theme, tr("Store…"), {}, VerbButton::Rank::Secondary, this))
    , m_remove(new VerbButton(context.theme, tr("Remove…"), {}, VerbButton::Rank::Secondary, this))
{
    const QString id = source + u'_' + name;
    setObjectName(QStringLiteral("secret_") + id);
    m_words->setObjectName(QStringLiteral("secretState_") + id);
    m_store->setObjectName(QStringLiteral("secretStore_") + id);
    m_remove->setObjectName(QStringLiteral("secretRemove_") + id);
    m_words->setWordWrap(true);
    m_store->setAccessibleName(tr("Store the secret %1 in the keyring").arg(text::plain(name, 80)));
    m_remove->setAccessibleName(tr("Remove the secret %1 from the keyring").arg(text::plain(name, 80)));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_words, 1);
    row->addWidget(m_store);
    row->addWidget(m_remove);
    connect(m_store, &QPushButton::clicked, this, &SecretRow::store);
    connect(m_remove, &QPushButton::clicked, this, &SecretRow::askToRemove);
    describe();
}

void SecretRow::look()
{
    if (m_isLooking) {
        return;
    }
    m_isLooking = true;
    then(m_context.secrets.state(m_name), this, [this](const Result<SecretState> &state) {
        m_isLooking = false;
        m_state = state;
        describe();
    });
}

void SecretRow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
}

// Somebody may have unlocked the keyring, or used the command line, meanwhile.
bool SecretRow::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && isVisible()) {
        look();
    }
    return QWidget::event(event);
}

void SecretRow::store()
{
    const bool isStored = m_state && m_state->has_value() && **m_state == SecretState::Stored;
    auto *dialog = new SecretDialog(m_context.theme, m_context.secrets, m_name, isStored, this);
    connect(dialog, &SecretDialog::stored, this, [this] {
        m_problem.clear();
        m_context.navigator.toast(tr("The secret %1 is in the keyring.").arg(text::plain(m_name, 80)));
        emit changed(m_name);
    });
    // An attempt that failed may have unlocked the keyring, or come to an end late.
    connect(dialog, &QDialog::finished, this, &SecretRow::look);
    dialog->open();
}

void SecretRow::askToRemove()
{
    auto *dialog = new ConfirmDialog(m_context.theme, tr("Remove the secret from the keyring?"),
        tr("What needs it cannot sign in until another one is stored:"), QStringLiteral("keychain:") + m_name, tr("Remove"), this);
    connect(dialog, &QDialog::accepted, this, &SecretRow::remove);
    dialog->open();
}

void SecretRow::remove()
{
    m_remove->setEnabled(false);
    then(m_context.secrets.remove(m_name), this, [this](const Result<Done> &done) {
        m_problem = done ? QString() : keyringRefusal(done.error());
        if (done) {
            m_context.navigator.toast(tr("The secret %1 is no longer in the keyring.").arg(text::plain(m_name, 80)));
            emit changed(m_name);
        }
        describe();
        look();
    });
}

void SecretRow::describe()
{
    QString words = tr("checking the keyring…");
    Token token = Token::Muted;
    SecretState state = SecretState::Missing;
    if (m_state && !*m_state) {
        words = keyringRefusal(m_state->error());
        token = Token::Warning;
    } else if (m_state) {
        state = **m_state;
        token = state == SecretState::Stored ? Token::Muted : Token::Warning;
        words = state == SecretState::Stored ? tr("in the keyring")
            : state == SecretState::Missing  ? tr("not in the keyring")
            : state == SecretState::Locked   ? tr("keyring locked")
                                             : tr("no keyring; use a file or an environment variable in the configuration instead");
    }
    words = phrases::pair(QStringLiteral("keychain:") + text::plain(m_name, 80), words);
    m_words->setLook(m_context.theme, TypeFace::Body, m_problem.isEmpty() ? token : Token::Critical);
    m_words->setPlain(m_problem.isEmpty() ? words : phrases::sentences({words, m_problem}));
    m_store->setEnabled(!m_state || !*m_state || state != SecretState::NoKeyring);
    m_remove->setEnabled(m_state && *m_state && (state == SecretState::Stored || state == SecretState::Locked));
}

} // namespace quarterdeck
