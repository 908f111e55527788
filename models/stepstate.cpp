#include "models/stepstate.h"

#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

QSet<QString> wordsOf(const QString &text)
{
    const QStringList words = text.toLower().simplified().split(u' ', Qt::SkipEmptyParts);
    return {words.cbegin(), words.cend()};
}

double similarity(const QString &a, const QString &b)
{
    const QSet<QString> left = wordsOf(a);
    const QSet<QString> right = wordsOf(b);
    const qsizetype shared = QSet<QString>(left).intersect(right).size();
    const qsizetype all = left.size() + right.size() - shared;
    return all == 0 ? 0.0 : double(shared) / double(all);
}

} // namespace

QString stepFingerprint(const Step &step)
{
    QString print = step.text;
    for (const CodeBlock &block : step.blocks) {
        print += u'\n' + block.text;
    }
    return print;
}

QHash<QString, StepState> stepStates(const Runbook &runbook, const std::vector<StepMark> &marks, std::vector<StepMark> *lost)
{
    QHash<QString, const Step *> byId;
    QHash<QString, StepState> states;
    for (const Step &step : runbook.steps) {
        byId.insert(step.id, &step);
        states.insert(step.id, {});
    }
    std::vector<StepMark> orphans;
    for (const StepMark &mark : marks) {
        const Step *step = byId.value(mark.step);
        if (step == nullptr) {
            orphans.push_back(mark);
            continue;
        }
        StepState &state = states[mark.step];
        state.state = mark.state;
        state.mark = mark;
        state.isChanged = mark.state != StepMark::State::Open && !mark.textSeen.isEmpty() && mark.textSeen != stepFingerprint(*step);
    }
    for (const StepMark &mark : orphans) {
        const Step *best = nullptr;
        double bestSimilarity = 0.4;
        for (const Step &step : runbook.steps) {
            const double now = similarity(mark.textSeen, stepFingerprint(step));
            if (!states[step.id].mark && now > bestSimilarity) {
                best = &step;
                bestSimilarity = now;
            }
        }
        if (best != nullptr && mark.state != StepMark::State::Open) {
            states[best->id] = {mark.state, mark, true};
        } else if (lost != nullptr && mark.state != StepMark::State::Open) {
            lost->push_back(mark);
        }
    }
    return states;
}

StepProgress stepProgress(const Runbook &runbook, const std::vector<StepMark> &marks)
{
    StepProgress progress;
    const QHash<QString, StepState> states = stepStates(runbook, marks);
    for (const Step &step : runbook.steps) {
        ++progress.total;
        progress.done += states.value(step.id).isDone() ? 1 : 0;
    }
    return progress;
}

} // namespace quarterdeck
