#pragma once

#include "app/domain/alert.h"
#include "app/domain/run.h"
#include "app/runbook/runbook.h"

namespace quarterdeck {

/// Parameters of a run: the defaults of front matter, over them the labels of the alert, `alertname`, `service` and `severity`.
QMap<QString, QString> runParameters(const Runbook &runbook, const std::optional<Alert> &alert);

/// A run as it is put into the log.
RunbookRun newRun(
    const QString &runbookId, const Runbook &runbook, const AlertKey &key, const std::optional<Alert> &alert, const QString &author, UtcTime now);

/// The run to go on with: the newest unfinished one of this runbook and alert, unless the alert has fired anew more than 12 hours after
/// that run was started.
std::optional<RunbookRun> runToResume(
    const std::vector<RunbookRun> &runs, const QString &runbookId, const AlertKey &key, const std::optional<Alert> &alert);

} // namespace quarterdeck
