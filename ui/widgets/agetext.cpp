#include "ui/widgets/agetext.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

QString inWords(const char *text)
{
    return QCoreApplication::translate("AgeText", text);
}

} // namespace

QString ageText(Millis age)
{
    const qint64 seconds = std::max<qint64>(0, qint64(age.count()) / 1000);
    if (seconds < 60) {
        return inWords(QT_TRANSLATE_NOOP("AgeText", "%1 s")).arg(seconds);
    }
    if (seconds < 3600) {
        return inWords(QT_TRANSLATE_NOOP("AgeText", "%1 min")).arg(seconds / 60);
    }
    if (seconds < 86'400) {
        const qint64 hours = seconds / 3600;
        const qint64 minutes = seconds / 60 % 60;
        return minutes == 0 ? inWords(QT_TRANSLATE_NOOP("AgeText", "%1 h")).arg(hours)
                            : inWords(QT_TRANSLATE_NOOP("AgeText", "%1 h %2 min")).arg(hours).arg(minutes, 2, 10, QLatin1Char('0'));
    }
    return inWords(QT_TRANSLATE_NOOP("AgeText", "%1 d")).arg(seconds / 86'400);
}

QString freshnessWord(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Live:
        return inWords(QT_TRANSLATE_NOOP("AgeText", "up to date"));
    case Freshness::Stale:
        return inWords(QT_TRANSLATE_NOOP("AgeText", "stale"));
    case Freshness::NeedsSignIn:
        return inWords(QT_TRANSLATE_NOOP("AgeText", "needs sign-in"));
    case Freshness::Unreachable:
        return inWords(QT_TRANSLATE_NOOP("AgeText", "unreachable"));
    case Freshness::Misconfigured:
        return inWords(QT_TRANSLATE_NOOP("AgeText", "misconfigured"));
    case Freshness::NeverSeen:
        break;
    }
    return inWords(QT_TRANSLATE_NOOP("AgeText", "not polled yet"));
}

Token freshnessToken(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Live:
        return Token::Ok;
    case Freshness::NeverSeen:
        return Token::Stale;
    case Freshness::Stale:
    case Freshness::NeedsSignIn:
        return Token::Warning;
    case Freshness::Unreachable:
    case Freshness::Misconfigured:
        break;
    }
    return Token::Critical;
}

} // namespace quarterdeck
