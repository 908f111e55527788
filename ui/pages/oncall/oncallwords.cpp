#include "ui/pages/oncall/oncallwords.h"

#include "app/core/text.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/parts/dayclock.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/phrases.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qsizetype MostPoliciesNamed = 3;

QString sayOnCall(const char *words, const char *disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("OnCallWords", words, disambiguation, n);
}

QString namesInPlain(const QStringList &names)
{
    QStringList plain;
    for (const QString &name : names) {
        plain.append(text::plain(name, 80));
    }
    return phrases::list(plain);
}

} // namespace

std::vector<RotaDay> daysIn(const TimeControl &time, TimeRange range)
{
    std::vector<RotaDay> days;
    if (!range.from.isValid() || !range.to.isValid()) {
        return days;
    }
    for (QDate day = dayOf(time, range.from).addDays(1);; day = day.addDays(1)) {
        const QDateTime begin = time.isUtc() ? day.startOfDay(Qt::UTC) : day.startOfDay();
        if (begin.toMSecsSinceEpoch() >= range.to.ms) {
            return days;
        }
        const QString name = sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "%1, %2"));
        days.push_back({UtcTime {begin.toMSecsSinceEpoch()}, name.arg(QLocale().toString(day, QStringLiteral("ddd")), phrases::day(day))});
    }
}

QString peopleWords(RotaStretch::Kind kind, const QStringList &people)
{
    switch (kind) {
    case RotaStretch::Kind::Somebody:
        return namesInPlain(people);
    case RotaStretch::Kind::Nobody:
        return sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "nobody"));
    case RotaStretch::Kind::Unknown:
        break;
    }
    return sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "not known"));
}

QString findingWords(const RotaFinding &finding)
{
    if (finding.nobodyNow > 0) {
        const QString names = namesInPlain(finding.nobodyNames.mid(0, MostPoliciesNamed));
        const int others = finding.nobodyNow - int(std::min(MostPoliciesNamed, finding.nobodyNames.size()));
        return others > 0 ? sayOnCall(QT_TRANSLATE_N_NOOP("OnCallWords", "Nobody is on call for %1 and %n other(s)"), nullptr, others).arg(names)
                          : sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "Nobody is on call for %1")).arg(names);
    }
    if (finding.unknownNow > 0) {
        return sayOnCall(QT_TRANSLATE_N_NOOP("OnCallWords", "Who is on call is not known for %n policy(s)"), nullptr, finding.unknownNow);
    }
    if (finding.withGaps > 0) {
        return sayOnCall(QT_TRANSLATE_N_NOOP("OnCallWords", "%n policy(s) have gaps in the next 14 days"), nullptr, finding.withGaps);
    }
    return finding.isWhole ? sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "Every policy is covered for the next 14 days"))
                           : sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "Somebody is on call for every policy that is known"));
}

QString personWords(const PersonDuty &duty, const InstantText &instantText)
{
    const QString name = text::plain(duty.name, 80);
    const QString policies = namesInPlain(duty.policies);
    QString words = sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "%1 is not on call in these days")).arg(name);
    if (duty.isOnCall && !duty.until.isValid()) {
        words = sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "%1 is on call on all of these days (%2)")).arg(name, policies);
    } else if (duty.isOnCall) {
        words = sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "%1 is on call until %2 (%3)")).arg(name, instantText(duty.until), policies);
    } else if (duty.next.isValid()) {
        words = sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "%1 is next on call from %2 (%3)")).arg(name, instantText(duty.next), policies);
    }
    if (duty.isOnCall && duty.next.isValid()) {
        words = phrases::clauses({words, sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "again from %1")).arg(instantText(duty.next))});
    }
    return words;
}

QString doubtWords(const OnCallAnswer &answer, UtcTime until, UtcTime now, const InstantText &instantText)
{
    QStringList parts;
    for (const SourceFailure &failure : answer.failures) {
        const QString age = failure.asOf.isValid() ? sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "as of %1 ago")).arg(ageText(now - failure.asOf))
                                                   : sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "missing"));
        parts.append(phrases::pair(text::plain(failure.source, 80), phrases::list({age, errorWords(failure.error)})));
    }
    for (qsizetype i = 0; i < answer.warnings.size(); ++i) {
        parts.append(phrases::pair(text::plain(answer.warnedBy.value(i), 80), text::plain(answer.warnings.at(i), 300)));
    }
    for (const OnCallPage &page : answer.value) {
        if (page.covers.to < until) {
            parts.append(sayOnCall(QT_TRANSLATE_NOOP("OnCallWords", "%1 reports nothing after %2"))
                             .arg(text::plain(page.source, 80), instantText(page.covers.to)));
        }
    }
    return phrases::clauses(parts);
}

} // namespace quarterdeck
