#include "ui/pages/runbooks/runpane.h"

#include "app/core/text.h"
#include "app/ports/preferences.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/runbooks/checklistview.h"
#include "ui/pages/runbooks/inputrow.h"
#include "ui/pages/runbooks/markdownview.h"
#include "ui/pages/runbooks/stepdelegate.h"
#include "ui/pages/runbooks/stepdetail.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/spokennotice.h"
#include "ui/widgets/stalestrip.h"
#include "ui/widgets/verbbutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace quarterdeck {

RunPane::RunPane(const PageContext &context, RunSession &session, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_session(session)
    , m_caption(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_progress(new PlainLabel(this))
    , m_start(new VerbButton(context.theme, tr("Start a run"), QString(), VerbButton::Rank::Primary, this))
    , m_finish(new VerbButton(context.theme, tr("Finish"), QStringLiteral("Ctrl+Enter"), VerbButton::Rank::Secondary, this))
    , m_export(new VerbButton(context.theme, tr("Export"), QStringLiteral("Ctrl+E"), VerbButton::Rank::Secondary, this))
    , m_strip(new StaleStrip(context.theme, this))
    , m_delegate(new StepDelegate(context.theme, context.time, this))
    , m_steps(new ChecklistView(context.theme, m_delegate, this))
    , m_input(new InputRow(context.theme, this))
    , m_detail(new StepDetail(context.theme, this))
    , m_text(new MarkdownView(context.theme, context.navigator, this))
{
    m_steps->setObjectName(QStringLiteral("runSteps"));
    m_steps->setAccessibleName(tr("Checklist"));
    session.steps().setSpoken([this](const QModelIndex &index) { return m_delegate->spokenText(index); });
    m_steps->setModel(&session.steps());
    m_text->setObjectName(QStringLiteral("runText"));
    m_text->setAccessibleName(tr("Text of the runbook"));
    m_start->setObjectName(QStringLiteral("runStart"));
    m_finish->setObjectName(QStringLiteral("runFinish"));
    m_export->setObjectName(QStringLiteral("runExport"));
    m_strip->setObjectName(QStringLiteral("runStrip"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Hairline(context.theme, Qt::Horizontal, this));
    column->addWidget(m_strip);
    column->addWidget(buildBody(), 1);
    connectAll();
}

QWidget *RunPane::buildHead()
{
    auto *head = new QWidget(this);
    m_caption->setLook(m_context.theme, TypeFace::Caption, Token::Muted);
    m_caption->setEliding(true);
    m_title->setLook(m_context.theme, TypeFace::Title);
    m_title->setObjectName(QStringLiteral("runTitle"));
    m_title->setEliding(true);
    m_progress->setObjectName(QStringLiteral("runProgress"));
    m_progress->setLook(m_context.theme, TypeFace::Section, Token::Muted);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_progress->setEliding(true);
    line->addWidget(m_title, 2);
    line->addWidget(m_progress, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_caption);
    words->addLayout(line);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(18, 12, 18, 10);
    row->setSpacing(8);
    row->addLayout(words, 1);
    for (VerbButton *button : {m_start, m_finish, m_export}) {
        row->addWidget(button, 0, Qt::AlignBottom);
    }
    return head;
}

QWidget *RunPane::buildBody()
{
    auto *left = new QWidget(this);
    auto *steps = new QVBoxLayout(left);
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(0);
    steps->addWidget(m_steps, 1);
    steps->addWidget(m_input);
    auto *keys = new PlainLabel(tr("Space check off   s skip   n note   c copy code   j k move   Esc back"), left);
    keys->setLook(m_context.theme, TypeFace::Caption, Token::Faint);
    keys->setPadding({18, 6, 18, 8});
    steps->addWidget(keys);
    auto *detailArea = new QScrollArea(this);
    detailArea->setWidgetResizable(true);
    detailArea->setFrameShape(QFrame::NoFrame);
    detailArea->setFocusPolicy(Qt::NoFocus);
    detailArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget(detailArea);
    auto *stack = new QVBoxLayout(inner);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(m_detail);
    stack->addStretch(1);
    detailArea->setWidget(inner);
    auto *text = new QWidget(this);
    auto *textColumn = new QVBoxLayout(text);
    textColumn->setContentsMargins(4, 6, 0, 0);
    textColumn->addWidget(m_text);
    auto *right = new QSplitter(Qt::Vertical, this);
    right->setHandleWidth(1);
    right->setChildrenCollapsible(false);
    right->addWidget(detailArea);
    right->addWidget(text);
    right->setSizes({190, 490});
    auto *body = new QSplitter(Qt::Horizontal, this);
    body->setObjectName(QStringLiteral("runSplitter"));
    body->setHandleWidth(1);
    body->setChildrenCollapsible(false);
    body->addWidget(left);
    body->addWidget(right);
    body->setStretchFactor(0, 3);
    body->setStretchFactor(1, 2);
    body->setSizes({720, 500});
    return body;
}

void RunPane::connectAll()
{
    connect(m_start, &QPushButton::clicked, this, &RunPane::startWanted);
    connect(m_finish, &QPushButton::clicked, this, &RunPane::finishWanted);
    connect(m_export, &QPushButton::clicked, this, &RunPane::exportWanted);
    connect(m_steps, &ChecklistView::tickWanted, this, &RunPane::toggle);
    connect(m_steps, &ChecklistView::currentStepChanged, this, [this](const QString &step) { m_detail->setStep(m_session.steps(), step); });
    connect(m_detail, &StepDetail::copyWanted, this, &RunPane::copy);
    connect(m_input, &InputRow::answered, this, [this](const QString &text) {
        const QString step = std::exchange(m_asking, {});
        if (m_isSkipping) {
            m_session.skip(step, who(), text);
        } else {
            m_session.note(step, who(), text);
        }
        m_steps->setFocus();
    });
    connect(m_input, &InputRow::cancelled, this, [this] { m_steps->setFocus(); });
    connect(&m_session, &RunSession::opened, this, [this] {
        refresh();
        focusSteps();
    });
    connect(&m_session, &RunSession::finished, this, &RunPane::refresh);
    connect(&m_session, &RunSession::marked, this, [this](const QString &step) {
        m_problem.clear();
        const bool isDone = m_session.steps().state(step).isDone();
        const int next = m_session.steps().nextOpen(m_session.steps().rowOf(step));
        if (isDone && m_steps->currentStep() == step && next >= 0) {
            m_steps->setCurrentRow(next);
        }
        refresh();
        const QModelIndex row = m_session.steps().index(m_session.steps().rowOf(step));
        announce(this, phrases::sentences({m_delegate->spokenText(row), m_progress->text()}));
    });
    connect(&m_session, &RunSession::failed, this, [this](const Error &error) {
        m_problem = tr("Could not be saved, so not checked off: %1").arg(errorWords(error));
        refresh();
    });
    connect(&m_context.time, &TimeControl::zoneChanged, m_steps->viewport(), qOverload<>(&QWidget::update));
    m_steps->setSingleKeys(m_context.preferences.values().isSingleKeyEnabled);
    connect(&m_context.preferences, &Preferences::changed, this,
        [this](const PreferenceValues &values) { m_steps->setSingleKeys(values.isSingleKeyEnabled); });
    connect(&m_session.steps(), &QAbstractItemModel::modelReset, this, [this] { m_detail->setStep(m_session.steps(), {}); });
}

void RunPane::setRunbook(const QString &id, const QByteArray &markdown)
{
    m_problem.clear();
    m_input->hide();
    m_text->setRunbook(markdown);
    const QString service = m_session.steps().runbook().service;
    const QString where = service.isEmpty() ? text::plain(id, 120) : text::plain(service, 60) + QStringLiteral(" · ") + text::plain(id, 120);
    m_caption->setPlain(tr("Runbook").toUpper() + QStringLiteral(" · ") + where);
    refresh();
    focusSteps();
}

void RunPane::focusSteps()
{
    m_steps->setFocus(Qt::OtherFocusReason);
    if (m_steps->currentStep().isEmpty()) {
        const int next = m_session.steps().nextOpen(0);
        m_steps->setCurrentRow(next >= 0 ? next : m_session.steps().rowCount() - 1);
    }
}

void RunPane::tick()
{
    toggle(m_steps->currentStep());
}

void RunPane::askSkip()
{
    if (m_session.isRunning() && !m_steps->currentStep().isEmpty()) {
        m_asking = m_steps->currentStep();
        m_isSkipping = true;
        m_input->ask(tr("Why is this step skipped?"), {}, true);
    }
}

void RunPane::askNote()
{
    if (m_session.isRunning() && !m_steps->currentStep().isEmpty()) {
        m_asking = m_steps->currentStep();
        m_isSkipping = false;
        const StepState state = m_session.steps().state(m_asking);
        m_input->ask(tr("Note on this step"), state.mark ? state.mark->note : QString(), false);
    }
}

void RunPane::copyCode()
{
    if (m_detail->firstCode().isEmpty()) {
        m_context.navigator.toast(tr("This step has no code."));
        return;
    }
    copy(m_detail->firstCode());
}

void RunPane::setAlertTitle(const QString &title)
{
    m_alertTitle = title;
    refresh();
}

void RunPane::refresh()
{
    const StepListModel &steps = m_session.steps();
    const StepProgress progress = steps.progress();
    m_title->setPlain(steps.runbook().title.left(120));
    QString sentence = tr("%n step(s)", nullptr, progress.total);
    if (m_session.hasRun()) {
        sentence = tr("%1 of %2 done").arg(progress.done).arg(progress.total);
        sentence += m_alertTitle.isEmpty() ? QString() : tr(", for %1").arg(m_alertTitle.left(60));
        sentence += m_session.isRunning() ? QString() : tr(", finished %1").arg(m_context.time.exactText(m_session.run().finishedAt).left(16));
    }
    m_progress->setPlain(sentence);
    m_start->setVisible(!m_session.isRunning());
    m_finish->setVisible(m_session.isRunning());
    const bool isAllDone = progress.total > 0 && progress.done == progress.total;
    m_finish->setRank(isAllDone ? VerbButton::Rank::Primary : VerbButton::Rank::Secondary);
    m_export->setVisible(m_session.hasRun());
    QStringList notices;
    if (!m_problem.isEmpty()) {
        notices << m_problem;
    }
    if (steps.runbook().hasTemplates) {
        notices << tr("This runbook contains unrendered template code.");
    }
    m_strip->setToken(m_problem.isEmpty() ? Token::Warning : Token::Critical);
    m_strip->setSentence(phrases::sentences(notices));
}

void RunPane::toggle(const QString &step)
{
    if (step.isEmpty()) {
        return;
    }
    if (!m_session.isRunning()) {
        m_context.navigator.toast(m_session.hasRun() ? tr("This run is finished.") : tr("Start a run to check off its steps."));
        return;
    }
    m_session.toggle(step, who());
}

void RunPane::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    m_context.navigator.toast(tr("Copied, not executed."));
}

QString RunPane::who() const
{
    const QString author = m_context.preferences.values().author.trimmed();
    return author.isEmpty() ? qEnvironmentVariable("USER", tr("somebody")) : author;
}

} // namespace quarterdeck
