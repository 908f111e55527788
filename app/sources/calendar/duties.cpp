#include "app/sources/calendar/duties.h"

#include <QHash>

#include <array>

namespace quarterdeck {

namespace {

constexpr qsizetype LongestKept = 200;

/// Gives each person the spelling in which they come first.
class People {
public:
    OnCallPerson person(const QString &text, const QString &email)
    {
        const QString name = text.simplified().left(LongestKept);
        OnCallPerson person;
        person.id = name.toCaseFolded();
        QString &known = m_names[person.id];
        known = known.isEmpty() ? name : known;
        person.name = known;
        person.email = (email.isEmpty() && name.contains(u'@') && !name.contains(u' ') ? name : email).left(LongestKept);
        return person;
    }

private:
    QHash<QString, QString> m_names; ///< By id.
};

QString sentenceOf(calendar::Doubt::Kind kind, int count, const QString &first)
{
    switch (kind) {
    case calendar::Doubt::Kind::Property:
        return QStringLiteral("Lines of the calendar that are not understood: %1, such as: %2").arg(count).arg(first);
    case calendar::Doubt::Kind::NoExtent:
        return QStringLiteral("Events without a start or a length, left out: %1, such as \"%2\"").arg(count).arg(first);
    case calendar::Doubt::Kind::Rule:
        return QStringLiteral("Rules of recurrence that are not followed to their end: %1, such as %2").arg(count).arg(first);
    case calendar::Doubt::Kind::UnknownZone:
        return QStringLiteral("Time zones that are not known: %1, such as \"%2\". Their times were read as those of the calendar")
            .arg(count)
            .arg(first);
    case calendar::Doubt::Kind::NoZone:
        return QStringLiteral("The calendar names no time zone: its days and times were read as those of this machine (%1). Set zone").arg(first);
    }
    return {};
}

} // namespace

QStringList doubtSentences(const std::vector<calendar::Doubt> &doubts)
{
    using Kind = calendar::Doubt::Kind;
    QStringList sentences;
    for (const Kind kind : std::array {Kind::Rule, Kind::Property, Kind::NoExtent, Kind::UnknownZone, Kind::NoZone}) {
        int count = 0;
        QString first;
        for (const calendar::Doubt &doubt : doubts) {
            if (doubt.kind == kind) {
                first = count++ == 0 ? doubt.about.left(LongestKept) : first;
            }
        }
        if (count > 0) {
            sentences.append(sentenceOf(kind, count, first));
        }
    }
    return sentences;
}

OnCallPage dutiesOf(const CalendarReading &reading, TimeRange range, const CalendarOptions &options, const QString &name)
{
    OnCallPage page;
    page.covers = range;
    OnCallPolicy policy;
    policy.name = !options.schedule.isEmpty() ? options.schedule : !reading.name.isEmpty() ? reading.name.left(LongestKept) : name;
    policy.id = policy.name;
    policy.levels = 1;
    policy.services = options.services;
    People people;
    for (const CalendarShift &from : reading.shifts) {
        Shift shift {policy.id, 1, policy.name, {}, from.from, from.to};
        const bool isTitled = options.person == CalendarOptions::Person::Summary && !from.summary.trimmed().isEmpty();
        if (isTitled || from.attendees.isEmpty()) {
            shift.person = people.person(from.summary, from.attendees.size() == 1 ? from.attendees.front() : QString());
            page.shifts.push_back(std::move(shift));
            continue;
        }
        for (const QString &attendee : from.attendees) {
            shift.person = people.person(attendee, attendee);
            page.shifts.push_back(shift);
        }
    }
    sortShifts(page.shifts);
    page.policies.push_back(std::move(policy));
    for (const QString &sentence : doubtSentences(reading.doubts)) {
        page.lacks.push_back({OnCallLack::Part::Shifts, fail(ErrorKind::BadPayload, sentence).value()});
    }
    return page;
}

} // namespace quarterdeck
