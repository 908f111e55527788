#include "models/runexport.h"

#include "app/core/markdowntext.h"
#include "models/stepcode.h"
#include "models/stepstate.h"

#include <algorithm>

namespace quarterdeck {

namespace {

QString firstLine(const QString &block)
{
    return block.section(u'\n', 0, 0);
}

QString markWord(StepMark::State state)
{
    switch (state) {
    case StepMark::State::Ticked:
        return QStringLiteral("done");
    case StepMark::State::Skipped:
        return QStringLiteral("skipped");
    case StepMark::State::Open:
        return QStringLiteral("opened again");
    }
    return {};
}

// A fence longer than any run of backticks in the code.
QString fenced(const CodeBlock &block, const QString &code, const QString &indent)
{
    QString fence = QStringLiteral("```");
    while (code.contains(fence)) {
        fence += u'`';
    }
    QString out = indent + fence + QString(block.language).remove(u'`').simplified() + u'\n';
    for (const QString &line : code.split(u'\n')) {
        out += indent + line + u'\n';
    }
    return out + indent + fence + u'\n';
}

QString header(const RunbookRun &run, StepProgress progress)
{
    QString out = QStringLiteral("# ") + markdownText(run.title) + QStringLiteral("\n\n");
    out += QStringLiteral("- Run: `%1`\n").arg(run.id.toString(QUuid::WithoutBraces));
    out += QStringLiteral("- Runbook: ") + markdownText(run.runbook) + u'\n';
    if (run.alert.isValid()) {
        out += QStringLiteral("- Alert: ") + markdownText(run.alert.toString()) + u'\n';
    }
    out += QStringLiteral("- Started: %1 by %2\n").arg(toRfc3339(run.startedAt), markdownText(run.startedBy));
    out += QStringLiteral("- Finished: %1\n").arg(run.finishedAt.isValid() ? toRfc3339(run.finishedAt) : QStringLiteral("not yet"));
    out += QStringLiteral("- Steps done: %1 of %2\n").arg(progress.done).arg(progress.total);
    for (auto it = run.params.cbegin(); it != run.params.cend(); ++it) {
        out += QStringLiteral("- Parameter %1: %2\n").arg(markdownText(it.key()), markdownText(it.value()));
    }
    return out;
}

QString stepLines(const Step &step, const StepState &state, const QMap<QString, QString> &params)
{
    const bool isSkipped = state.isDone() && state.state == StepMark::State::Skipped;
    const QString indent(step.depth * 2, u' ');
    QString out = indent + (state.isDone() && !isSkipped ? QStringLiteral("- [x] ") : QStringLiteral("- [ ] "))
        + markdownText(fillParameters(step.text, params));
    if (state.mark && state.state != StepMark::State::Open) {
        out += QStringLiteral(" (%1 by %2, %3%4)")
                   .arg(markWord(state.state), markdownText(state.mark->who), toRfc3339(state.mark->at),
                       state.isChanged ? QStringLiteral(", the step changed since") : QString());
    }
    out += u'\n';
    if (state.mark && !state.mark->note.isEmpty()) {
        out += indent
            + QStringLiteral("  - %1: %2\n").arg(isSkipped ? QStringLiteral("Reason") : QStringLiteral("Note"), markdownText(state.mark->note));
    }
    for (const CodeBlock &block : step.blocks) {
        out += fenced(block, stepCode(block, params).shown, indent + QStringLiteral("  "));
    }
    return out;
}

} // namespace

QByteArray exportRun(const RunbookRun &run, const Runbook &runbook, const std::vector<StepMark> &audit)
{
    std::vector<StepMark> lost;
    const QHash<QString, StepState> states = stepStates(runbook, run.marks, &lost);
    QString out = header(run, stepProgress(runbook, run.marks));
    out += QStringLiteral("\n## Checklist\n");
    QString heading;
    for (const Step &step : runbook.steps) {
        const QString now = step.heading.isEmpty() ? QString::fromLatin1(phaseName(step.phase)) : step.heading;
        if (now != heading || &step == &runbook.steps.front()) {
            out += QStringLiteral("\n### ") + markdownText(now) + QStringLiteral("\n\n");
            heading = now;
        }
        out += stepLines(step, states.value(step.id), run.params);
    }
    if (!lost.empty()) {
        out += QStringLiteral("\n## Marks of steps that are no longer in the runbook\n\n");
        for (const StepMark &mark : lost) {
            out += QStringLiteral("- %1 (%2 by %3, %4)\n")
                       .arg(markdownText(firstLine(mark.textSeen)), markWord(mark.state), markdownText(mark.who), toRfc3339(mark.at));
        }
    }
    out += QStringLiteral("\n## Timeline\n\n| Time (UTC) | Who | Event | Step | Note | Source |\n|---|---|---|---|---|---|\n");
    out += QStringLiteral("| %1 | %2 | run started | | | run log |\n").arg(toRfc3339(run.startedAt), markdownText(run.startedBy));
    std::vector<StepMark> events = audit;
    std::ranges::stable_sort(events, {}, [](const StepMark &mark) { return mark.at.ms; });
    for (const StepMark &mark : events) {
        out += QStringLiteral("| %1 | %2 | %3 | %4 | %5 | step %6 |\n")
                   .arg(toRfc3339(mark.at), markdownText(mark.who), markWord(mark.state), markdownText(firstLine(mark.textSeen)),
                       markdownText(mark.note), markdownText(mark.step));
    }
    if (run.finishedAt.isValid()) {
        out += QStringLiteral("| %1 | | run finished | | | run log |\n").arg(toRfc3339(run.finishedAt));
    }
    return out.toUtf8();
}

} // namespace quarterdeck
