#include "ui/pages/settings/sourcesheet.h"

#include "app/core/text.h"
#include "app/ports/preferences.h"
#include "app/ports/secretbook.h"
#include "ui/pages/settings/secretdialog.h"
#include "ui/pages/settings/sourceform.h"
#include "ui/pages/settings/verdict.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>

namespace quarterdeck {

namespace {

constexpr QSize Wanted {660, 640};
constexpr int Margin = 40;
constexpr qsizetype LongestSentence = 600;

QString placed(const Error &error)
{
    const QString words = errorWords(error, LongestSentence);
    return error.where.isEmpty() ? words : phrases::pair(text::plain(error.where, 300), words);
}

} // namespace

SourceSheet::SourceSheet(const PageContext &context, const Endpoint &source, const QStringList &taken, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_id(source.id)
    , m_form(new SourceForm(context.theme, context.editor.kinds(), QFileInfo(context.preferences.configFile()).path(), this))
    , m_says(new PlainLabel(this))
    , m_test(new VerbButton(context.theme, tr("Test the connection"), QStringLiteral("Ctrl+T"), VerbButton::Rank::Secondary, this))
    , m_save(new VerbButton(context.theme, tr("Save"), QStringLiteral("Enter"), VerbButton::Rank::Primary, this))
{
    setObjectName(QStringLiteral("sourceSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString title = source.id.isEmpty() ? tr("Add a source") : tr("Change the source %1").arg(text::plain(source.id, 80));
    setWindowTitle(title);
    new DialogFrame(context.theme, this);
    auto *head = new PlainLabel(title, this);
    head->setLook(context.theme, TypeFace::Title);
    head->setEliding(true);
    auto *where = new PlainLabel(tr("Saved in %1. Comments and order are kept.").arg(context.preferences.configFile()), this);
    where->setLook(context.theme, TypeFace::Body, Token::Muted);
    where->setWordWrap(true);
    auto *body = new QWidget(this);
    auto *inner = new QVBoxLayout(body);
    inner->setContentsMargins(0, 4, 12, 4);
    inner->addWidget(m_form);
    inner->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("sourceSheetArea"));
    area->setWidgetResizable(true);
    area->setProperty("ground", "none");
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(body);
    m_says->setObjectName(QStringLiteral("sourceSays"));
    m_says->setWordWrap(true);
    m_says->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_says->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(head);
    column->addWidget(where);
    column->addWidget(new Hairline(context.theme, Qt::Horizontal, this));
    column->addWidget(area, 1);
    column->addWidget(m_says);
    column->addWidget(buildButtons());
    m_form->show(source, taken);
    connect(m_form, &SourceForm::edited, this, &SourceSheet::forget);
    connect(this, &QDialog::finished, this, [this] { m_cancel.request_stop(); });
    resize(Wanted.boundedTo(parent->window()->size() - QSize(Margin, Margin)));
    m_form->firstField()->setFocus();
    look();
}

SourceSheet::~SourceSheet() = default;

QWidget *SourceSheet::buildButtons()
{
    m_test->setObjectName(QStringLiteral("sourceTest"));
    m_save->setObjectName(QStringLiteral("sourceSave"));
    m_save->setDefault(true);
    auto *cancel = new VerbButton(m_context.theme, tr("Cancel"), QStringLiteral("Esc"), VerbButton::Rank::Secondary, this);
    cancel->setObjectName(QStringLiteral("sourceCancel"));
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_test);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_save);
    auto *key = new QShortcut(QKeySequence(QStringLiteral("Ctrl+T")), this);
    connect(key, &QShortcut::activated, this, &SourceSheet::test);
    connect(m_test, &QPushButton::clicked, this, &SourceSheet::test);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &SourceSheet::save);
    return buttons;
}

// Whether the keyring holds the secret that the source as typed would have.
void SourceSheet::look()
{
    const QString name = m_form->endpoint().http.secret.keychain;
    if (name.isEmpty() || name == m_looked) {
        return;
    }
    m_looked = name;
    then(m_context.secrets.state(name), this, [this, name](const Result<SecretState> &state) {
        if (name == m_looked) {
            m_form->setState(state.value_or(SecretState::Missing));
        }
    });
}

void SourceSheet::forget()
{
    // What was found holds for what was typed then.
    m_cancel.request_stop();
    m_cancel = {};
    setBusy(false);
    say({}, Token::Muted);
    look();
}

bool SourceSheet::checkAll()
{
    say({}, Token::Muted);
    if (!m_form->check()) {
        say(tr("Check the fields that are marked above."), Token::Critical);
        return false;
    }
    const auto problem = m_context.editor.problemOf(m_form->endpoint());
    if (!problem) {
        return true;
    }
    const QString sentence = phrases::stopped(text::plain(problem->sentence, LongestSentence));
    if (m_form->setProblem(problem->key, sentence)) {
        say(tr("Check the fields that are marked above."), Token::Critical);
    } else {
        say(sentence, Token::Critical);
    }
    return false;
}

void SourceSheet::test()
{
    if (m_isBusy || !checkAll()) {
        return;
    }
    setBusy(true);
    say(verdictWords(ProbeState::Running, {}, {}), verdictToken(ProbeState::Running));
    const CancelToken cancel = m_cancel.get_token();
    then(m_context.editor.test(m_form->endpoint(), m_form->secret(), cancel), this, [this, cancel](const Result<ProbeReport> &report) {
        if (cancel.stop_requested()) {
            return;
        }
        setBusy(false);
        if (!report) {
            say(verdictWords(ProbeState::Failed, {}, report.error()), verdictToken(ProbeState::Failed));
            return;
        }
        const ProbeState state = report->isOk ? ProbeState::Passed : ProbeState::Failed;
        say(verdictWords(state, report->sentences, report->error), verdictToken(state));
    });
}

// The secret goes first: a source whose secret cannot be kept would only be one more that does not answer.
void SourceSheet::save()
{
    if (m_isBusy || !checkAll()) {
        return;
    }
    const Endpoint wanted = m_form->endpoint();
    const Secret typed = m_form->secret();
    if (typed.isEmpty()) {
        write(wanted);
        return;
    }
    setBusy(true);
    m_form->setEnabled(false);
    say(tr("Waiting for the keyring…"), Token::Muted);
    then(m_context.secrets.store(wanted.http.secret.keychain, typed), this, [this, wanted](const Result<Done> &done) {
        setBusy(false);
        m_form->setEnabled(true);
        say({}, Token::Muted);
        if (!done) {
            m_form->setSecretProblem(keyringRefusal(done.error()));
            return;
        }
        write(wanted);
    });
}

void SourceSheet::write(const Endpoint &wanted)
{
    const auto saved = m_context.editor.save(m_id, wanted);
    if (saved) {
        accept();
        return;
    }
    say(phrases::stopped(placed(saved.error())), Token::Critical);
}

void SourceSheet::setBusy(bool isBusy)
{
    if (isBusy) {
        m_waiting = focusWidget();
    }
    m_isBusy = isBusy;
    m_test->setEnabled(!isBusy);
    m_save->setEnabled(!isBusy);
    // A button that is switched off hands the focus on; whoever pressed it stands there still.
    if (!isBusy && m_waiting != nullptr && qobject_cast<QPushButton *>(focusWidget()) != nullptr) {
        m_waiting->setFocus();
    }
    m_waiting = isBusy ? m_waiting : nullptr;
}

void SourceSheet::say(const QString &sentence, Token token)
{
    m_says->setLook(m_context.theme, TypeFace::Body, token);
    m_says->setPlainBlock(sentence);
    m_says->setVisible(!sentence.isEmpty());
    m_says->setAccessibleName(sentence);
}

} // namespace quarterdeck
