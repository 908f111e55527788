#include "app/demo/pagerrota.h"

#include "app/demo/company.h"
#include "app/demo/pagerparts.h"

#include <vector>

namespace quarterdeck::demo {

namespace {

constexpr Millis ShiftLength {86'400'000};
constexpr Millis Changeover {8 * 3'600'000};

struct PagerShift {
    int level = 1;
    QString person;
    QString schedule; ///< Empty: the policy names the person.
    UtcTime from;     ///< Invalid: since ever, and for ever.
};

void add(std::vector<PagerShift> &shifts, TimeRange range, int level, const QString &schedule)
{
    const auto &people = PagerAccount::people();
    const qint64 first = (range.from - Changeover).ms / ShiftLength.count();
    for (qint64 day = first; UtcTime {day * ShiftLength.count()} + Changeover < range.to; ++day) {
        const auto turn = std::size_t(day + level) % people.size();
        shifts.push_back({level, people[turn].id, schedule, UtcTime {day * ShiftLength.count()} + Changeover});
    }
}

std::vector<PagerShift> shiftsIn(TimeRange range)
{
    std::vector<PagerShift> shifts;
    add(shifts, range, 1, QStringLiteral("Shop primary"));
    add(shifts, range, 2, QStringLiteral("Shop secondary"));
    shifts.push_back({3, PagerAccount::people().front().id, {}, {}});
    return shifts;
}

void writeSchedule(JsonWriter &json, const QString &name)
{
    const QString id = name.endsWith(QLatin1StringView("primary")) ? QStringLiteral("PSCHED1") : QStringLiteral("PSCHED2");
    writeReference(json, id, QStringLiteral("schedule_reference"), name, QStringLiteral("schedules"));
}

void writeTime(JsonWriter &json, UtcTime time)
{
    time.isValid() ? json.value(toRfc3339(time)) : json.null();
}

void writeShift(JsonWriter &json, const PagerShift &shift, bool isFull)
{
    json.beginObject().key(u"escalation_policy");
    writePolicyReference(json);
    json.key(u"escalation_level").value(shift.level).key(u"schedule");
    shift.schedule.isEmpty() ? void(json.null()) : writeSchedule(json, shift.schedule);
    json.key(u"user");
    isFull ? writePerson(json, *PagerAccount::person(shift.person)) : writePersonReference(json, shift.person);
    json.key(u"start");
    writeTime(json, shift.from);
    json.key(u"end");
    writeTime(json, shift.from.isValid() ? shift.from + ShiftLength : UtcTime {});
    json.endObject();
}

} // namespace

QByteArray onCallsJson(TimeRange range, const PagerPage &page, bool isFull)
{
    const std::vector<PagerShift> shifts = shiftsIn(range);
    return pageJson(u"oncalls", shifts.size(), page, [&](JsonWriter &json, std::size_t i) { writeShift(json, shifts[i], isFull); });
}

QByteArray policiesJson(const PagerPage &page)
{
    return pageJson(u"escalation_policies", 1, page, [](JsonWriter &json, std::size_t) {
        json.beginObject();
        writeNames(json, pagerPolicyId(), QStringLiteral("escalation_policy"), pagerPolicyName(), QStringLiteral("escalation_policies"));
        json.key(u"name").value(pagerPolicyName()).key(u"num_loops").value(0).key(u"escalation_rules").beginArray();
        for (int level = 1; level <= PagerAccount::Levels; ++level) {
            json.beginObject().key(u"id").value(QStringLiteral("PRULE%1").arg(level)).key(u"escalation_delay_in_minutes").value(15);
            json.key(u"targets").beginArray();
            level == 3 ? writePersonReference(json, PagerAccount::people().front().id)
                       : writeSchedule(json, level == 1 ? QStringLiteral("Shop primary") : QStringLiteral("Shop secondary"));
            json.endArray().endObject();
        }
        json.endArray().key(u"services").beginArray();
        for (const DemoService &service : company()) {
            writeServiceReference(json, service.name);
        }
        json.endArray().key(u"teams").beginArray().endArray().endObject();
    });
}

} // namespace quarterdeck::demo
