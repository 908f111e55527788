#include "app/desktop/demowords.h"

#include <QCoreApplication>

namespace quarterdeck {

QString demoSentence(const QString &phase, const QString &problem)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Demo", text); };
    if (phase == QLatin1StringView("recorded")) {
        return say(QT_TRANSLATE_NOOP("Demo", "Demo: a recorded incident, nothing in it is live. %1")).arg(problem);
    }
    if (phase == QLatin1StringView("deploy")) {
        return say(QT_TRANSLATE_NOOP("Demo", "Demo: checkout v2.41.0 is being deployed. Watch the inbox."));
    }
    if (phase == QLatin1StringView("incident")) {
        return say(QT_TRANSLATE_NOOP("Demo",
            "Demo: an incident is under way. Select the critical alert: a acknowledges it, o opens its runbook; ticking every step ends it."));
    }
    if (phase == QLatin1StringView("recovering")) {
        return say(QT_TRANSLATE_NOOP("Demo", "Demo: rolled back. The pool drains, errors fall, alerts resolve."));
    }
    if (phase == QLatin1StringView("recovered")) {
        return say(QT_TRANSLATE_NOOP("Demo", "Demo: recovered. Everything here goes away when the window closes."));
    }
    const QString calm = say(
        QT_TRANSLATE_NOOP("Demo", "Demo: a simulated company on real servers of this machine. A deploy will go wrong within half a minute."));
    return problem.isEmpty() ? calm : calm + u' ' + problem;
}

} // namespace quarterdeck
