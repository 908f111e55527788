#include "ui/pages/services/runbookcard.h"

#include "app/core/text.h"
#include "app/ports/library.h"
#include "app/ports/runlog.h"
#include "models/runstart.h"
#include "models/stepstate.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/services/steplines.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"
#include "ui/widgets/verbbutton.h"

#include <QFontMetrics>
#include <QVBoxLayout>

#include <utility>

namespace quarterdeck {

namespace {

constexpr int stepLimit = 7;

} // namespace

RunbookCard::RunbookCard(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_head(new SectionHead(context.theme, tr("Runbook"), this))
    , m_remark(new PlainLabel(this))
    , m_steps(new StepLines(context.theme, this))
    , m_button(new VerbButton(context.theme, tr("Start checklist"), QStringLiteral("o"), VerbButton::Rank::Secondary, this))
{
    m_remark->setLook(context.theme, TypeFace::Body, Token::Muted);
    m_remark->setWordWrap(true);
    m_button->setObjectName(QStringLiteral("serviceRunbookOpen"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_head);
    column->addWidget(m_remark);
    column->addWidget(m_steps);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    connect(m_button, &QPushButton::clicked, this, &RunbookCard::open);
    connect(&context.library, &Library::changed, this, &RunbookCard::reload);
}

void RunbookCard::setAlert(const std::optional<Alert> &alert, bool isOther)
{
    m_alert = alert;
    if (isOther) {
        reload();
    }
}

void RunbookCard::reload()
{
    setVisible(m_alert.has_value());
    if (!m_alert) {
        return;
    }
    const QString id = m_context.library.forAlert(m_alert->title, m_alert->runbookUrl, m_alert->service);
    if (id != std::exchange(m_id, id)) {
        // The steps of another runbook must not stand below this name.
        showRemark({});
    }
    const QFontMetrics metrics(m_context.theme.font(TypeFace::Section));
    m_head->setTitle(metrics.elidedText(tr("Runbook: %1").arg(text::plain(m_alert->title, 200)), Qt::ElideRight, 220));
    if (id.isEmpty()) {
        showRemark(tr("No runbook yet. A Markdown file named after the alert is picked up automatically."));
        return;
    }
    then(m_context.library.markdown(id), this, [this, id](const Result<QByteArray> &markdown) {
        if (id != m_id || !m_alert) {
            return;
        }
        if (!markdown) {
            showRemark(tr("Cannot be read: %1").arg(errorWords(markdown.error())));
            return;
        }
        showRunbook(deriveRunbook(*markdown, id));
    });
}

void RunbookCard::showRemark(const QString &sentence)
{
    m_button->hide();
    m_steps->hide();
    m_head->setRemark({});
    m_remark->setPlain(sentence);
    m_remark->setVisible(!sentence.isEmpty());
}

void RunbookCard::showRunbook(const Runbook &runbook)
{
    m_remark->hide();
    m_button->show();
    m_steps->show();
    show(runbook, {});
    then(m_context.runLog.runs(), this, [this, id = m_id, runbook](const Result<std::vector<RunbookRun>> &runs) {
        if (runs && id == m_id && m_alert) {
            show(runbook, *runs);
        }
    });
}

void RunbookCard::open()
{
    if (!m_alert) {
        m_context.navigator.toast(tr("No open alert, so no runbook to work through."));
        return;
    }
    if (m_id.isEmpty()) {
        m_context.navigator.toast(tr("No runbook for %1.").arg(m_alert->title.left(80)));
        return;
    }
    m_context.navigator.go({QStringLiteral("runbooks"), m_id, {{QStringLiteral("alert"), m_alert->key.toString()}}});
}

void RunbookCard::show(const Runbook &runbook, const std::vector<RunbookRun> &runs)
{
    const std::optional<RunbookRun> run = runToResume(runs, m_id, m_alert->key, m_alert);
    const std::vector<StepMark> marks = run ? run->marks : std::vector<StepMark>();
    const QMap<QString, QString> params = run ? run->params : runParameters(runbook, m_alert);
    const QHash<QString, StepState> states = stepStates(runbook, marks);
    const StepProgress progress = stepProgress(runbook, marks);
    m_head->setRemark(run ? tr("%1 of %2").arg(progress.done).arg(progress.total) : tr("%n step(s)", nullptr, progress.total));
    std::vector<StepLines::Line> lines;
    for (const Step &step : runbook.steps) {
        if (int(lines.size()) == stepLimit) {
            break;
        }
        const StepState state = states.value(step.id);
        StepLines::Line line;
        line.text = fillParameters(step.text, params).section(u'\n', 0, 0);
        line.isDone = state.isDone();
        if (state.isDone() && state.mark) {
            line.remark = state.mark->who + u' ' + m_context.time.clockText(state.mark->at, false);
        }
        lines.push_back(line);
    }
    m_steps->setLines(std::move(lines));
}

} // namespace quarterdeck
