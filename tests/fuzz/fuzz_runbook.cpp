#include "tests/fuzz/fuzz.h"

#include "app/runbook/runbook.h"

#include <QSet>

using namespace quarterdeck;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Runbook runbook = deriveRunbook(fuzzBytes(data, size), QStringLiteral("Input.md"));
    require(!runbook.steps.empty(), "a checklist is never empty");
    require(!runbook.title.isEmpty(), "a runbook has a title");
    QSet<QString> ids;
    int line = 0;
    for (const Step &step : runbook.steps) {
        require(!step.text.isEmpty(), "a step has a text");
        require(step.line >= line, "steps stand in the order of the document");
        require(!ids.contains(step.id), "ids of steps are unique");
        ids.insert(step.id);
        line = step.line;
        const QMap<QString, QString> params {{QStringLiteral("a"), QStringLiteral("x; y")}};
        require(!fillCommand(step.text, params).contains(QStringLiteral("x; y")) || step.text.contains(QStringLiteral("x; y")),
            "no value that a shell would act on is filled into a command");
    }
    reviewDue(runbook);
    return 0;
}
