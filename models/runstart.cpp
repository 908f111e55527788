#include "models/runstart.h"

namespace quarterdeck {

QMap<QString, QString> runParameters(const Runbook &runbook, const std::optional<Alert> &alert)
{
    QMap<QString, QString> params = runbook.params;
    if (!alert) {
        return params;
    }
    for (const Label &label : alert->labels) {
        params.insert(label.name, label.value);
    }
    if (!alert->title.isEmpty()) {
        params.insert(QStringLiteral("alertname"), alert->title);
    }
    if (!alert->service.isEmpty() && !alert->labels.contains(QStringLiteral("service"))) {
        params.insert(QStringLiteral("service"), alert->service);
    }
    return params;
}

RunbookRun newRun(
    const QString &runbookId, const Runbook &runbook, const AlertKey &key, const std::optional<Alert> &alert, const QString &author, UtcTime now)
{
    RunbookRun run;
    run.id = QUuid::createUuid();
    run.runbook = runbookId;
    run.title = runbook.title;
    run.alert = key;
    run.params = runParameters(runbook, alert);
    run.startedBy = author;
    run.startedAt = now;
    return run;
}

std::optional<RunbookRun> runToResume(
    const std::vector<RunbookRun> &runs, const QString &runbookId, const AlertKey &key, const std::optional<Alert> &alert)
{
    std::optional<RunbookRun> found;
    for (const RunbookRun &run : runs) {
        if (run.runbook != runbookId || run.alert != key || run.finishedAt.isValid()) {
            continue;
        }
        const bool isOfEarlierFiring = alert && alert->startsAt > run.startedAt + Millis(12 * 3'600'000);
        if (!isOfEarlierFiring && (!found || run.startedAt > found->startedAt)) {
            found = run;
        }
    }
    return found;
}

} // namespace quarterdeck
