#include "app/desktop/demowords.h"

#include <QCoreApplication>

namespace quarterdeck {

QString demoSentence(const QString &phase, const QString &problem)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Demo", text); };
    if (phase == QLatin1StringView("recorded")) {
        return say(QT_TRANSLATE_NOOP("Demo", "Demo: a recorded incident; no live data. %1")).arg(problem);
    }
    if (phase == QLatin1StringView("deploy")) {
        return say(QT_TRANSLATE_NOOP("Demo", "Demo: checkout v2.41.0 is being deployed. Watch the inbox."));
    }
    if (phase == QLatin1StringView("incident")) {
        return say(QT_TRANSLATE_NOOP("Demo",
            "Demo: incident in progress. Select the critical alert; a acknowledges it, o opens its runbook. Checking off every step ends it."));
    }
    if (phase == QLatin1StringView("recovering")) {
        return say(QT_TRANSLATE_NOOP("Demo", "Demo: rolled back. Connections are being released, errors are falling, alerts are resolving."));
    }
    if (phase == QLatin1StringView("recovered")) {
        return say(QT_TRANSLATE_NOOP("Demo", "Demo: recovered. Demo data is deleted when you close the window."));
    }
    const QString calm = say(QT_TRANSLATE_NOOP("Demo", "Demo: a simulated company on real local servers. A deploy will fail within half a minute."));
    return problem.isEmpty() ? calm : calm + u' ' + problem;
}

} // namespace quarterdeck
