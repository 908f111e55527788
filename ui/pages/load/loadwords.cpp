#include "ui/pages/load/loadwords.h"

#include "app/core/text.h"
#include "ui/widgets/phrases.h"

#include <QCoreApplication>

namespace quarterdeck {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LoadPage)
};

QString number(int count)
{
    return QLocale().toString(count);
}

QString kindText(const LoadFinding &finding, const QString &windowName)
{
    using Kind = LoadFinding::Kind;
    const bool isDouble = finding.before > 0 && finding.now >= 2 * finding.before;
    switch (finding.kind) {
    case Kind::NoHistory:
        return Words::tr("No incidents recorded yet");
    case Kind::Quiet:
        return Words::tr("No interruptions in %1").arg(windowName);
    case Kind::ShortData:
        return Words::tr("%Ln interruption(s) so far; not enough history to compare", nullptr, finding.now);
    case Kind::SleepRose:
        return isDouble ? Words::tr("Sleep-hour interruptions doubled, from %1 to %2").arg(number(finding.before), number(finding.now))
                        : Words::tr("Sleep-hour interruptions rose from %1 to %2").arg(number(finding.before), number(finding.now));
    case Kind::SleepFell:
        return Words::tr("Sleep-hour interruptions fell from %1 to %2").arg(number(finding.before), number(finding.now));
    case Kind::Rose:
        return isDouble ? Words::tr("Interruptions doubled, from %1 to %2").arg(number(finding.before), number(finding.now))
                        : Words::tr("Interruptions rose from %1 to %2").arg(number(finding.before), number(finding.now));
    case Kind::Fell:
        return Words::tr("Interruptions fell from %1 to %2").arg(number(finding.before), number(finding.now));
    case Kind::Steady:
        return Words::tr("Interruptions are steady at %1 (%2 before)").arg(number(finding.now), number(finding.before));
    }
    return {};
}

} // namespace

QString durationText(double seconds, bool isKnown)
{
    if (!isKnown) {
        return QStringLiteral("–");
    }
    const QLocale locale;
    const auto number = [&](double value) { return locale.toString(value, 'f', value < 10 && qRound(value * 10) % 10 != 0 ? 1 : 0); };
    if (seconds < 60) {
        return Words::tr("%1 s").arg(number(seconds));
    }
    if (seconds < 3600) {
        return Words::tr("%1 min").arg(number(seconds / 60));
    }
    return seconds < 48 * 3600 ? Words::tr("%1 h").arg(number(seconds / 3600)) : Words::tr("%1 d").arg(number(seconds / 86'400));
}

QString percentText(std::optional<double> ratio)
{
    return !ratio ? QStringLiteral("–") : QLocale().toString(*ratio * 100, 'f', 0) + QStringLiteral(" %");
}

QString findingText(const LoadFinding &finding, const QString &windowName)
{
    QString sentence = kindText(finding, windowName);
    if (finding.topRules > 0 && finding.kind != LoadFinding::Kind::NoHistory && finding.kind != LoadFinding::Kind::Quiet) {
        const QString share = percentText(finding.topShare);
        sentence += finding.topRules == 1 ? Words::tr("; one rule causes %1").arg(share)
                                          : Words::tr("; %1 rules cause %2").arg(finding.topRules).arg(share);
    }
    return sentence;
}

QString scopeText(const LoadScope &scope)
{
    QStringList parts {text::plain(scope.team, 80), text::plain(scope.service, 80)};
    parts.removeAll(QString());
    return phrases::list(parts);
}

QString noticeText(const LoadView &view, const QStringList &notLive)
{
    QStringList sentences;
    if (!notLive.isEmpty()) {
        sentences
            << Words::tr("Not up to date: %1. Alerts firing there now are not counted.").arg(text::plain(phrases::list(notLive.mid(0, 5)), 200));
    }
    if (view.historyFrom.isValid() && view.historyFrom > view.report.scope.window.from) {
        sentences << Words::tr("History starts on %1, so these figures do not cover the whole time range.")
                         .arg(QLocale().toString(toDateTime(view.historyFrom).toLocalTime().date(), QLocale::LongFormat));
    }
    if (view.report.isEstimated) {
        sentences << Words::tr("Who was interrupted is an estimate; the sources do not report it.");
    }
    if (view.report.unknownUser > 0) {
        sentences << Words::tr("%Ln incident(s) without a responder: each counts separately, none in a shift.", nullptr, view.report.unknownUser);
    }
    return phrases::sentences(sentences);
}

QString rangeText(TimeRange range)
{
    const auto day = [](UtcTime at) { return phrases::day(toDateTime(at).toLocalTime().date()); };
    return day(range.from) + QStringLiteral(" – ") + day(range.to);
}

} // namespace quarterdeck
