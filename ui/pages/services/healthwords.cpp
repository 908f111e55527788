#include "ui/pages/services/healthwords.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/severitymark.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ServicesPage)
};

Severity severityOf(Health health)
{
    switch (health) {
    case Health::Critical:
        return Severity::Critical;
    case Health::Error:
        return Severity::Error;
    case Health::Warning:
        return Severity::Warning;
    case Health::Info:
        return Severity::Info;
    default:
        return Severity::Unknown;
    }
}

} // namespace

QString healthWord(Health health)
{
    switch (health) {
    case Health::Critical:
        return Words::tr("Failing");
    case Health::Error:
        return Words::tr("Errors");
    case Health::Warning:
        return Words::tr("Degraded");
    case Health::Info:
        return Words::tr("Minor");
    case Health::Unknown:
        return Words::tr("Unknown");
    case Health::Ok:
        return Words::tr("Healthy");
    }
    return {};
}

Token healthToken(Health health)
{
    switch (health) {
    case Health::Unknown:
        return Token::Stale;
    case Health::Ok:
        return Token::Ok;
    default:
        return severityToken(severityOf(health));
    }
}

QString healthSentence(const ServiceHealth &health, const TimeControl &time, UtcTime now)
{
    const QString lost = phrases::list(health.notLive.mid(0, 3));
    if (health.openAlerts == 0) {
        if (health.health == Health::Ok) {
            return Words::tr("healthy, no open alerts");
        }
        if (!health.isToldOf) {
            return health.hasSources ? Words::tr("health unknown: no alert source is connected")
                                     : Words::tr("health unknown: no source is connected");
        }
        return lost.isEmpty() ? Words::tr("health unknown: the alerts have not been read") : Words::tr("health unknown: %1 not up to date").arg(lost);
    }
    QString sentence = Words::tr("%1, %n open alert(s) since %2", nullptr, health.openAlerts)
                           .arg(healthWord(health.health).toLower(),
                               now - health.since < Millis(20 * 3'600'000) ? time.clockText(health.since, false)
                                                                           : time.exactText(health.since).left(16));
    if (!health.isCertain) {
        sentence += !health.isToldOf ? Words::tr("; may be worse: no alert source is connected")
            : lost.isEmpty()         ? Words::tr("; no source is up to date, so it may be worse")
                                     : Words::tr("; may be worse: %1 not up to date").arg(lost);
    }
    return sentence;
}

void paintHealthShape(QPainter &painter, const QRectF &rect, Health health, const Theme &theme)
{
    if (health == Health::Ok) {
        paintOkShape(painter, rect, theme);
    } else if (health == Health::Unknown) {
        paintIcon(painter, rect, QStringLiteral("stale"), Token::Stale, theme);
    } else {
        paintSeverityShape(painter, rect, severityOf(health), theme);
    }
}

} // namespace quarterdeck
