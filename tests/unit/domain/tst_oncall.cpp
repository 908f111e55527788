#include "app/domain/oncall.h"

#include <QTest>

using namespace quarterdeck;

namespace {

UtcTime at(const char *text)
{
    return parseRfc3339(QString::fromLatin1(text)).value_or(UtcTime {});
}

Shift shift(const QString &name, UtcTime from, UtcTime to, int level = 1, const QString &policy = QStringLiteral("P"))
{
    Shift made;
    made.policy = policy;
    made.level = level;
    made.person.id = name.toLower();
    made.person.name = name;
    made.from = from;
    made.to = to;
    return made;
}

QString names(const std::vector<OnCallPerson> &people)
{
    QStringList all;
    for (const OnCallPerson &person : people) {
        all.append(person.name);
    }
    return all.join(u',');
}

QString text(const std::vector<TimeRange> &ranges)
{
    QStringList all;
    for (const TimeRange &range : ranges) {
        all.append(toRfc3339(range.from) + u'/' + toRfc3339(range.to));
    }
    return all.join(u' ');
}

const UtcTime Monday = at("2026-11-23T08:00:00Z");
constexpr Millis Hour {3'600'000};
constexpr Millis Day {86'400'000};

OnCallPage pageOf(std::vector<Shift> shifts, TimeRange covers = {Monday, Monday + Day * 7})
{
    OnCallPage page;
    page.source = QStringLiteral("pd");
    page.covers = covers;
    page.policies = {{QStringLiteral("P"), QStringLiteral("Payments"), 2, {QStringLiteral("Checkout")}}};
    page.shifts = std::move(shifts);
    sortShifts(page.shifts);
    return page;
}

Duty firstLevel(const OnCallPage &page, UtcTime when)
{
    return dutiesAt(page, when, page.covers).front();
}

OnCallLack lackOf(OnCallLack::Part part)
{
    return {part, Error {ErrorKind::Forbidden, QStringLiteral("no right"), {}, 0, std::nullopt}};
}

} // namespace

/// Who is on call, by the rules alone.
class TestOnCall : public QObject {
    Q_OBJECT

private slots:
    void nowAndNext()
    {
        const OnCallPage page = pageOf({shift("Ana", Monday - Hour, Monday + Hour * 10), shift("Ben", Monday + Hour * 10, Monday + Day)});
        const Duty duty = firstLevel(page, Monday);
        QVERIFY(duty.isKnown && duty.isWhole && !duty.isForEver);
        QCOMPARE(names(duty.now), QStringLiteral("Ana"));
        QCOMPARE(duty.until, Monday + Hour * 10);
        QCOMPARE(names(duty.next), QStringLiteral("Ben"));
        // A shift ends before its last instant: the next one has it.
        QCOMPARE(names(firstLevel(page, Monday + Hour * 10).now), QStringLiteral("Ben"));
        QCOMPARE(names(firstLevel(page, Monday + Hour * 10 - Millis(1)).now), QStringLiteral("Ana"));
    }
    void whoGoesOnIsNoChange()
    {
        const OnCallPage page = pageOf({shift("Ana", Monday, Monday + Hour), shift("Ana", Monday + Hour, Monday + Hour * 2),
            shift("Ana", Monday + Hour, Monday + Hour * 3), shift("Ben", Monday + Hour * 3, Monday + Day)});
        QCOMPARE(firstLevel(page, Monday).until, Monday + Hour * 3);
        // Swapped and back at one instant, with the pieces in any order.
        const OnCallPage pieces = pageOf({shift("Ben", Monday + Hour, Monday + Hour), shift("Ana", Monday + Hour, Monday + Day),
            shift("Ana", Monday, Monday + Hour), shift("Cem", Monday + Hour * 5, Monday + Hour * 4)});
        QCOMPARE(firstLevel(pieces, Monday).until, Monday + Day);
    }
    void overlaps()
    {
        const OnCallPage page = pageOf({shift("Ana", Monday, Monday + Hour * 8), shift("Ben", Monday + Hour * 6, Monday + Hour * 12)});
        const Duty before = firstLevel(page, Monday);
        QCOMPARE(before.until, Monday + Hour * 6);
        QCOMPARE(names(before.next), QStringLiteral("Ana,Ben"));
        const Duty both = firstLevel(page, Monday + Hour * 7);
        QCOMPARE(names(both.now), QStringLiteral("Ana,Ben"));
        QCOMPARE(both.until, Monday + Hour * 8);
        QCOMPARE(names(both.next), QStringLiteral("Ben"));
        QCOMPARE(text(gapsIn(page.shifts, {Monday, Monday + Hour * 12})), QString());
    }
    void peopleOfOneNameAreTwo()
    {
        Shift first = shift("Sam", Monday, Monday + Hour);
        Shift second = shift("Sam", Monday + Hour, Monday + Hour * 2);
        second.person.id = QStringLiteral("other");
        QCOMPARE(firstLevel(pageOf({first, second}), Monday).until, Monday + Hour);
        second.from = Monday;
        QCOMPARE(firstLevel(pageOf({first, second}), Monday).now.size(), std::size_t(2));
        first.person.id = second.person.id = QString();
        QCOMPARE(firstLevel(pageOf({first, second}), Monday).now.size(), std::size_t(1));
    }
    void openEnds()
    {
        const OnCallPage page = pageOf({shift("Ana", {}, {})});
        const Duty duty = firstLevel(page, Monday);
        QCOMPARE(names(duty.now), QStringLiteral("Ana"));
        QVERIFY(duty.isForEver && !duty.until.isValid());
        QVERIFY(duty.gaps.empty());
        // One who stays does not make the other's end no change.
        const Duty two = firstLevel(pageOf({shift("Ana", {}, {}), shift("Ben", {}, Monday + Hour)}), Monday);
        QVERIFY(!two.isForEver);
        QCOMPARE(two.until, Monday + Hour);
        QCOMPARE(names(two.next), QStringLiteral("Ana"));
    }
    void gaps()
    {
        const OnCallPage page = pageOf({shift("Ana", Monday + Hour, Monday + Hour * 2), shift("Ben", Monday + Hour * 3, Monday + Day * 6)});
        const Duty duty = firstLevel(page, Monday);
        QVERIFY(duty.isKnown && duty.now.empty());
        QCOMPARE(duty.until, Monday + Hour);
        QCOMPARE(text(duty.gaps),
            QStringLiteral("2026-11-23T08:00:00Z/2026-11-23T09:00:00Z 2026-11-23T10:00:00Z/2026-11-23T11:00:00Z "
                           "2026-11-29T08:00:00Z/2026-11-30T08:00:00Z"));
        // Only where the page tells of it, however long the range is.
        QCOMPARE(dutiesAt(page, Monday, {Monday - Day, Monday + Day * 30}).front().gaps, duty.gaps);
        QVERIFY(dutiesAt(page, Monday, {Monday + Day * 20, Monday + Day * 30}).front().gaps.empty());
        // Somebody on the second level fills no gap of the first.
        QCOMPARE(firstLevel(pageOf({shift("Cem", {}, {}, 2)}), Monday).gaps.size(), std::size_t(1));
        QVERIFY(dutiesAt(pageOf({shift("Cem", {}, {}, 2)}), Monday, page.covers)[1].gaps.empty());
    }
    void theClocksChange()
    {
        // Berlin on 25 October 2026: from 08:00 to 08:00 of the next day are 25 hours, and none is a gap.
        const UtcTime summer = at("2026-10-24T08:00:00+02:00");
        const UtcTime changing = at("2026-10-25T08:00:00+01:00");
        const UtcTime winter = at("2026-10-26T08:00:00+01:00");
        QCOMPARE(changing - summer, Hour * 25);
        const OnCallPage page = pageOf({shift("Ana", summer, changing), shift("Ben", changing, winter)}, {summer, winter});
        QCOMPARE(firstLevel(page, summer).until, changing);
        QCOMPARE(names(firstLevel(page, summer + Day).now), QStringLiteral("Ana"));
        QVERIFY(firstLevel(page, summer).gaps.empty());
        // Two wall clocks that disagree leave an hour with nobody, and it is found.
        const OnCallPage torn = pageOf({shift("Ana", summer, summer + Day), shift("Ben", changing, winter)}, {summer, winter});
        QCOMPARE(text(firstLevel(torn, summer).gaps), QStringLiteral("2026-10-25T06:00:00Z/2026-10-25T07:00:00Z"));
    }
    void beyondThePageNothingIsKnown()
    {
        const OnCallPage page = pageOf({shift("Ana", Monday, Monday + Day * 9)});
        const Duty duty = firstLevel(page, Monday);
        QVERIFY(!duty.until.isValid() && !duty.isForEver);
        QCOMPARE(duty.knownUntil, Monday + Day * 7);
        for (const UtcTime outside : {Monday - Millis(1), Monday + Day * 7, Monday + Day * 8}) {
            const Duty unknown = firstLevel(page, outside);
            QVERIFY(!unknown.isKnown && unknown.now.empty() && !unknown.until.isValid());
        }
    }
    void whatLacksShiftsSaysNobodyOfNobody()
    {
        OnCallPage page = pageOf({shift("Ana", Monday + Hour, Monday + Hour * 2)});
        page.lacks = {lackOf(OnCallLack::Part::Shifts)};
        const Duty nobody = firstLevel(page, Monday);
        QVERIFY(!nobody.isKnown && !nobody.isWhole && nobody.gaps.empty());
        const Duty somebody = firstLevel(page, Monday + Hour);
        QVERIFY(somebody.isKnown && !somebody.isWhole);
        QCOMPARE(names(somebody.now), QStringLiteral("Ana"));
        QCOMPARE(lackTexts(page), QStringList {QStringLiteral("no right")});
        page.lacks = {lackOf(OnCallLack::Part::Range), lackOf(OnCallLack::Part::Policies)};
        QVERIFY(firstLevel(page, Monday).isKnown && !firstLevel(page, Monday).gaps.empty());
        QVERIFY(page.hasAllShifts() && !page.hasAllPolicies());
    }
    void everyLevelOfEveryPolicy()
    {
        OnCallPage page = pageOf({shift("Ana", {}, {}), shift("Ben", {}, {}, 3), shift("Cem", {}, {}, 2, QStringLiteral("Q"))});
        page.policies.push_back({QStringLiteral("E"), QStringLiteral("Empty"), 0, {}});
        QStringList rows;
        for (const Duty &duty : dutiesAt(page, Monday, page.covers)) {
            rows.append(QStringLiteral("%1 %2 %3").arg(duty.policy.name).arg(duty.level).arg(names(duty.now)));
        }
        // A policy with nobody at all is the one that matters; one that only a shift names goes by its id.
        QCOMPARE(rows, (QStringList {"Empty 1 ", "Payments 1 Ana", "Payments 2 ", "Payments 3 Ben", "Q 1 ", "Q 2 Cem"}));
        QVERIFY(pages(page.policies.front(), QStringLiteral("checkout")) && !pages(page.policies.front(), QStringLiteral("check")));
    }
    void thousandsOfShifts()
    {
        std::vector<Shift> all;
        for (int i = 0; i < 50'000; ++i) {
            all.push_back(shift("Ana", Monday + Millis(i * 10), Monday + Millis(i * 10 + 10)));
        }
        const OnCallPage page = pageOf(std::move(all));
        QCOMPARE(firstLevel(page, Monday).until, Monday + Millis(500'000));
    }
};

QTEST_GUILESS_MAIN(TestOnCall)
#include "tst_oncall.moc"
