#include "models/dutylistmodel.h"
#include "models/shiftlistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quarterdeck;

namespace {

constexpr qint64 Hour = 3'600'000;
const QString Pd = QStringLiteral("pd");

UtcTime at(qint64 hours)
{
    return {1'795'271'762'000 + hours * Hour};
}

Shift shift(const char *policy, int level, const char *name, qint64 from, qint64 to)
{
    Shift made;
    made.policy = QString::fromLatin1(policy);
    made.level = level;
    made.person.name = QString::fromUtf8(name);
    made.from = at(from);
    made.to = at(to);
    return made;
}

/// One source with two policies: A is called without a break, B has nobody from hour 4 to hour 6.
OnCallAnswer answer()
{
    OnCallPage page;
    page.source = Pd;
    page.asOf = at(0);
    page.covers = {at(-1), at(24)};
    page.policies = {{QStringLiteral("B"), QStringLiteral("Search"), 1, {QStringLiteral("search")}},
        {QStringLiteral("A"), QStringLiteral("Checkout"), 2, {QStringLiteral("checkout"), QStringLiteral("cart")}}};
    page.shifts = {shift("A", 1, "Ana", -2, 8), shift("A", 1, "Ana", 8, 12), shift("A", 1, "Ben", 12, 30), shift("A", 2, "Cem", 0, 6),
        shift("B", 1, "Ben", -4, 4), shift("B", 1, "Dia", 6, 40)};
    sortShifts(page.shifts);
    OnCallAnswer made;
    made.value = {page};
    made.asOf = page.asOf;
    made.isLive = true;
    made.asked = QStringList {Pd};
    return made;
}

QString textOf(const RotaRow &row)
{
    QStringList parts;
    for (const RotaStretch &one : row.stretches) {
        const QString who = one.kind == RotaStretch::Kind::Somebody ? one.people.join(u'+')
            : one.kind == RotaStretch::Kind::Nobody                 ? QStringLiteral("nobody")
                                                                    : QStringLiteral("?");
        parts.append(QStringLiteral("%1-%2 %3").arg((one.when.from.ms - at(0).ms) / Hour).arg((one.when.to.ms - at(0).ms) / Hour).arg(who));
    }
    return QStringLiteral("%1 %2: %3").arg(row.policy.name).arg(row.level).arg(parts.join(QStringLiteral(", ")));
}

QStringList textsOf(const std::vector<RotaRow> &rows)
{
    QStringList texts;
    std::ranges::transform(rows, std::back_inserter(texts), textOf);
    return texts;
}

} // namespace

/// Who is called when, as rows and as lists.
class TestRota : public QObject {
    Q_OBJECT

private slots:
    void shiftsThatJoinAreOneStretch()
    {
        QCOMPARE(textsOf(rotaOf(answer(), {at(0), at(24)})),
            (QStringList {QStringLiteral("Checkout 1: 0-12 Ana, 12-24 Ben"), QStringLiteral("Checkout 2: 0-6 Cem, 6-24 nobody"),
                QStringLiteral("Search 1: 0-4 Ben, 4-6 nobody, 6-24 Dia")}));
    }
    void whatIsNotToldIsNotNobody()
    {
        OnCallAnswer made = answer();
        made.value[0].covers.to = at(20);
        QCOMPARE(textOf(rotaOf(made, {at(0), at(24)})[2]), QStringLiteral("Search 1: 0-4 Ben, 4-6 nobody, 6-20 Dia, 20-24 ?"));
        made.value[0].lacks = {{OnCallLack::Part::Shifts, Error {ErrorKind::Forbidden, QStringLiteral("no permission"), {}, 403, std::nullopt}}};
        QCOMPARE(textOf(rotaOf(made, {at(0), at(24)})[2]), QStringLiteral("Search 1: 0-4 Ben, 4-6 ?, 6-20 Dia, 20-24 ?"));
    }
    void coveredIsOnlySaidWhereAllIsKnown()
    {
        const TimeRange range {at(0), at(24)};
        OnCallAnswer made = answer();
        RotaFinding found = findingOf(made, rotaOf(made, range), range);
        QVERIFY(found.isWhole);
        QCOMPARE(found.policies, 2);
        QCOMPARE(found.withGaps, 1);
        QCOMPARE(found.nobodyNow, 0);
        found = findingOf(made, rotaOf(made, {at(5), at(24)}), {at(5), at(24)});
        QCOMPARE(found.nobodyNames, QStringList {QStringLiteral("Search")});
        made.failures = {{QStringLiteral("ics"), Error {ErrorKind::Offline, QStringLiteral("gone"), {}, 0, std::nullopt}, {}}};
        QVERIFY(!findingOf(made, rotaOf(made, range), range).isWhole);
        made = answer();
        made.value[0].covers.to = at(23);
        QVERIFY(!findingOf(made, rotaOf(made, range), range).isWhole);
        made = answer();
        made.isLive = false;
        QVERIFY(!findingOf(made, rotaOf(made, range), range).isWhole);
        // A page that lacks shifts and has nobody: not known, which is not nobody.
        made = answer();
        made.value[0].lacks = {{OnCallLack::Part::Shifts, Error {}}};
        found = findingOf(made, rotaOf(made, {at(5), at(24)}), {at(5), at(24)});
        QCOMPARE(found.nobodyNow, 0);
        QCOMPARE(found.unknownNow, 1);
    }
    void untilWhenAPersonIsOnCall()
    {
        const TimeRange range {at(0), at(24)};
        const std::vector<RotaRow> rows = rotaOf(answer(), range);
        const auto ben = dutyOfPerson(rows, QStringLiteral("ben"), range);
        QVERIFY(ben);
        QVERIFY(ben->isOnCall);
        QCOMPARE(ben->until, at(4));
        QCOMPARE(ben->next, at(12));
        QCOMPARE(ben->policies, QStringList {QStringLiteral("Search")});
        const auto dia = dutyOfPerson(rows, QStringLiteral("Dia"), range);
        QVERIFY(dia && !dia->isOnCall);
        QCOMPARE(dia->next, at(6));
        const auto ana = dutyOfPerson(rows, QStringLiteral("ana"), {at(0), at(12)});
        QVERIFY(ana && ana->isOnCall && !ana->until.isValid());
        QVERIFY(!dutyOfPerson(rows, QStringLiteral("a"), range)); // Ana and Dia.
        QVERIFY(!dutyOfPerson(rows, {}, range));
        QVERIFY(!dutyOfPerson(rows, QStringLiteral("checkout"), range));
    }
    void theListOfDutiesFollowsFilterAndTime()
    {
        DutyListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setRows(rotaOf(answer(), {at(0), at(24)}));
        QCOMPARE(model.rowCount(), 3);
        const auto cell = [&model](int row, int column, int role) { return model.index(row, column).data(role); };
        QCOMPARE(cell(0, DutyListModel::NowColumn, DutyListModel::PeopleRole).toStringList(), QStringList {QStringLiteral("Ana")});
        QCOMPARE(cell(0, DutyListModel::UntilColumn, TimeRole).toLongLong(), at(12).ms);
        QCOMPARE(cell(0, DutyListModel::NextColumn, DutyListModel::PeopleRole).toStringList(), QStringList {QStringLiteral("Ben")});
        QCOMPARE(cell(2, DutyListModel::NowColumn, CountRole).toInt(), 1);
        // The same rows at another time stay where they are.
        int resets = 0;
        connect(&model, &QAbstractItemModel::modelReset, this, [&resets] { ++resets; });
        model.setRows(rotaOf(answer(), {at(5), at(24)}));
        QCOMPARE(resets, 0);
        QCOMPARE(cell(2, DutyListModel::NowColumn, DutyListModel::KindRole).toInt(), int(RotaStretch::Kind::Nobody));
        for (const auto &[text, rows] : {std::pair("cart", 2), {"dia", 1}, {"PD", 3}, {"search", 1}, {"nobody of them", 0}, {" ", 3}}) {
            model.setFilter(QString::fromLatin1(text));
            QCOMPARE(model.rowCount(), rows);
        }
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }
    void theListOfShiftsIsByTimeAndHasTheGaps()
    {
        ShiftListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const std::vector<RotaRow> rows = rotaOf(answer(), {at(0), at(24)});
        const auto texts = [&model] {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row) {
                all.append(model.index(row, ShiftListModel::PolicyColumn).data().toString() + u' '
                    + model.index(row, 0).data(ShiftListModel::PeopleRole).toStringList().join(u'+'));
            }
            return all;
        };
        model.setRows(rows, {});
        QCOMPARE(texts(),
            (QStringList {QStringLiteral("Checkout Ana"), QStringLiteral("Checkout Cem"), QStringLiteral("Search Ben"), QStringLiteral("Search "),
                QStringLiteral("Search Dia"), QStringLiteral("Checkout Ben")}));
        model.setRows(rows, QStringLiteral("ben"));
        QCOMPARE(texts(), (QStringList {QStringLiteral("Search Ben"), QStringLiteral("Checkout Ben")}));
        QCOMPARE(model.index(0, ShiftListModel::UntilColumn).data(TimeRole).toLongLong(), at(4).ms);
    }
};

QTEST_GUILESS_MAIN(TestRota)
#include "tst_rota.moc"
