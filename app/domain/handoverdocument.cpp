#include "app/domain/handoverdocument.h"

#include "app/core/markdowntext.h"

namespace quarterdeck {

namespace {

QString moment(UtcTime at)
{
    return toDateTime(at).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString peopleText(const std::vector<OnCallPerson> &people, bool isKnown)
{
    QStringList names;
    for (const OnCallPerson &person : people) {
        names.append(markdownText(person.name));
    }
    return !names.isEmpty() ? names.join(QStringLiteral(", ")) : isKnown ? QStringLiteral("**nobody**") : QStringLiteral("not known");
}

QString dutyLine(const Duty &duty)
{
    QString line = QStringLiteral("%1, level %2: %3").arg(markdownText(duty.policy.name)).arg(duty.level).arg(peopleText(duty.now, duty.isKnown));
    if (duty.isKnown && duty.until.isValid()) {
        line += QStringLiteral(" until %1, then %2").arg(moment(duty.until), peopleText(duty.next, duty.isWhole));
    }
    for (const TimeRange &gap : duty.gaps) {
        line += QStringLiteral("; **nobody** from %1 to %2").arg(moment(gap.from), moment(gap.to));
    }
    return line;
}

QString alertText(const Alert &alert)
{
    const QString service = alert.service.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(markdownText(alert.service));
    const QString summary = alert.summary.isEmpty() || alert.summary == alert.title ? QString() : QStringLiteral(": ") + markdownText(alert.summary);
    const QString since = alert.startsAt.isValid() ? QStringLiteral(", since ") + moment(alert.startsAt) : QString();
    return QStringLiteral("%1 **%2**%3%4%5").arg(severityName(alert.severity), markdownText(alert.title), service, since, summary);
}

QString acknowledgedText(const Alert &alert)
{
    const Hold by = alert.acknowledgement();
    return alertText(alert) + (by.by.isEmpty() ? QString() : QStringLiteral(". Acknowledged by ") + markdownText(by.by))
        + (by.until.isValid() ? QStringLiteral(", until ") + moment(by.until) : QString());
}

QString returningText(const Handover::Returning &one)
{
    const QString by = one.reason.by.isEmpty() ? QString() : QStringLiteral(" by ") + markdownText(one.reason.by);
    const QString why = one.reason.why.isEmpty() ? QString() : QStringLiteral(": ") + markdownText(one.reason.why);
    return QStringLiteral("%1 %2. %3%4%5").arg(moment(one.at), alertText(one.alert), holdKindName(one.reason.kind), by, why);
}

QString endingText(const Silence &silence)
{
    const QString by = silence.createdBy.isEmpty() ? QString() : QStringLiteral(" by ") + markdownText(silence.createdBy);
    const QString why = commentText(silence.comment).isEmpty() ? QString() : QStringLiteral(": ") + markdownText(commentText(silence.comment));
    return QStringLiteral("%1 %2 of %3%4%5")
        .arg(moment(silence.endsAt), holdKindName(silence.kind), markdownText(matchersText(silence.matchers)), by, why);
}

QString noisyText(const Handover::Noisy &one)
{
    const QString service = one.service.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(markdownText(one.service));
    const QString unattended = one.unattended == 0 ? QString() : QStringLiteral(", %1 of them over without anybody").arg(one.unattended);
    return QStringLiteral("**%1**%2: %3 times%4").arg(markdownText(one.title), service).arg(one.incidents).arg(unattended);
}

template <class T, class F> QString part(const QString &title, const std::vector<T> &all, F line)
{
    QString out = QStringLiteral("\n## %1 (%2)\n\n").arg(title).arg(all.size());
    for (const T &one : all) {
        out += QStringLiteral("- ") + line(one) + u'\n';
    }
    return all.empty() ? out + QStringLiteral("None.\n") : out;
}

} // namespace

QString handoverDocument(const Handover &handover, const std::vector<Duty> &duties, const QStringList &doubts)
{
    QString out = QStringLiteral("# Hand-over of %1 UTC\n\nShift from %2 to %1; the next one to %3.\n")
                      .arg(moment(handover.shift.to), moment(handover.shift.from), moment(handover.next.to));
    if (!doubts.isEmpty()) {
        out += QStringLiteral("\n**Something may be missing:**\n\n");
        for (const QString &doubt : doubts) {
            out += QStringLiteral("- ") + markdownText(doubt) + u'\n';
        }
    }
    out += part(QStringLiteral("On call in the next shift"), duties, dutyLine);
    out += part(QStringLiteral("Open, nobody is at them"), handover.open, alertText);
    out += part(QStringLiteral("Acknowledged, not resolved"), handover.acknowledged, acknowledgedText);
    out += part(QStringLiteral("Back in the next shift"), handover.returning, returningText);
    out += part(QStringLiteral("Silences and downtimes that end in the next shift"), handover.ending, endingText);
    out += part(QStringLiteral("What was noisy"), handover.noisy, noisyText);
    return out
        + QStringLiteral("\n%1 incidents began in this shift; %2 of them were over at its end.\n").arg(handover.incidents).arg(handover.resolved);
}

} // namespace quarterdeck
