#include "app/runbook/phase.h"

#include <QRegularExpression>

#include <array>

namespace quarterdeck {

bool isActionable(Step::Phase phase)
{
    return phase == Step::Phase::Check || phase == Step::Phase::Act || phase == Step::Phase::Verify;
}

bool isBackground(Step::Phase phase)
{
    return phase == Step::Phase::Context || phase == Step::Phase::Impact;
}

Step::Phase phaseOfHeading(const QString &heading)
{
    struct Word {
        QRegularExpression form;
        Step::Phase phase;
    };
    static const auto make = [](const char *form) { return QRegularExpression(QLatin1StringView(form), QRegularExpression::CaseInsensitiveOption); };
    static const std::array Words {
        Word {make("\\b(meaning|description|full context|overview|background|context|about|summary|introduction|links|references|resources)\\b"),
            Step::Phase::Context},
        Word {make("\\b(impact|severity)\\b"), Step::Phase::Impact},
        Word {make("\\b(diagnos(?:e|es|ed|ing|is|tics?)|troubleshoot(?:s|ing)?|investigat(?:e|es|ing|ions?)|triag(?:e|es|ing)"
                   "|check(?:s|ing|lists?)?|debug(?:s|ging)?)\\b"),
            Step::Phase::Check},
        Word {make("\\b(mitigat(?:e|es|ed|ing|ions?)|resolutions?|resolv(?:e|es|ed|ing)|fix(?:es|ed|ing)?|remediat(?:e|es|ing|ions?)"
                   "|recover(?:s|y|ing)?|repair(?:s|ing)?|solutions?|actions?|steps?|procedures?|instructions?|roll[ -]?backs?|rolling back"
                   "|work[ -]?arounds?|restor(?:e|es|ing|ation)|fail[ -]?overs?|failing over|what to do|how to)\\b"),
            Step::Phase::Act},
        Word {
            make("\\b(verif(?:y|ies|ying|ications?)|validat(?:e|es|ing|ions?)|confirm(?:s|ing|ations?)?|success criteria)\\b"), Step::Phase::Verify}};
    Step::Phase phase = Step::Phase::Generic;
    qsizetype first = heading.size();
    for (const Word &word : Words) {
        const auto match = word.form.match(heading);
        if (match.hasMatch() && match.capturedStart() < first) {
            first = match.capturedStart();
            phase = word.phase;
        }
    }
    return phase;
}

} // namespace quarterdeck
