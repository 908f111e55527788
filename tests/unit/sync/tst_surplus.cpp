#include "app/domain/silence.h"
#include "app/sync/surplus.h"

#include <QTest>

using namespace quarterdeck;

namespace {

constexpr UtcTime Now {1'700'000'000'000};
const QString Am = QStringLiteral("am");

OutboxEntry entryIn(OutboxState state, const QString &result)
{
    OutboxEntry entry;
    entry.action.id = QUuid::fromString(u"0a1b2c3d-0000-4000-8000-000000000001");
    entry.action.verb = Verb::Silence;
    entry.action.source = Am;
    entry.action.author = QStringLiteral("ana");
    entry.action.matchers = {{QStringLiteral("service"), QStringLiteral("checkout"), false, true}};
    entry.action.duration = Millis(3'600'000);
    entry.action.createdAt = Now;
    entry.state = state;
    entry.resultSilence = result;
    entry.changedAt = Now + Millis(12'000);
    return entry;
}

/// What a try that was sent so many seconds after the wish has made.
Silence madeAfter(int seconds, const QString &id, const OutboxEntry &entry)
{
    Silence silence;
    silence.source = Am;
    silence.id = id;
    silence.state = SilenceState::Active;
    silence.createdBy = entry.action.author;
    silence.comment = QStringLiteral("deploy ") + silenceMarker(entry.action.id);
    silence.matchers = entry.action.matchers;
    silence.startsAt = Now + Millis(seconds * 1000);
    silence.endsAt = silence.startsAt + entry.action.duration;
    return silence;
}

QStringList idsOf(const std::vector<Silence> &silences)
{
    QStringList ids;
    for (const Silence &silence : silences) {
        ids.append(silence.id);
    }
    return ids;
}

} // namespace

/// Which silences of one marker are too many, by how the act ended.
class TestSurplus : public QObject {
    Q_OBJECT

private slots:
    void ofACallForMany()
    {
        // Two that went together, twice: the first call landed after the second.
        const QUuid call = QUuid::fromString(u"0a1b2c3d-0000-5000-8000-000000000009");
        std::vector<OutboxEntry> entries;
        std::vector<Silence> silences;
        for (const QString &service : {QStringLiteral("checkout"), QStringLiteral("search")}) {
            OutboxEntry entry = entryIn(OutboxState::Confirmed, service);
            entry.action.id = QUuid::createUuid();
            entry.action.matchers = {{QStringLiteral("service"), service, false, true}};
            entry.target = call.toString(QUuid::WithoutBraces);
            OutboxEntry asCall = entry;
            asCall.action.id = call;
            silences.push_back(madeAfter(6, service, asCall));
            silences.push_back(madeAfter(2, service + QStringLiteral(" late"), asCall));
            entries.push_back(entry);
        }
        QCOMPARE(idsOf(surplusOf(silences, entries)), (QStringList {QStringLiteral("checkout late"), QStringLiteral("search late")}));
        // What one of them came to says nothing of the other.
        entries.front().state = OutboxState::Rejected;
        entries.front().resultSilence.clear();
        QCOMPARE(idsOf(surplusOf(silences, entries)), QStringList {QStringLiteral("search late")});
    }
    void byState_data()
    {
        QTest::addColumn<OutboxState>("state");
        QTest::addColumn<QString>("result");
        QTest::addColumn<QStringList>("surplus");
        const QStringList others {QStringLiteral("s1"), QStringLiteral("s3")};
        const QStringList all {QStringLiteral("s1"), QStringLiteral("s2"), QStringLiteral("s3")};
        QTest::newRow("in force") << OutboxState::Confirmed << QStringLiteral("s2") << others;
        QTest::newRow("in force, with another end") << OutboxState::Conflict << QStringLiteral("s2") << others;
        QTest::newRow("not in force, a person decides") << OutboxState::Conflict << QString() << all;
        QTest::newRow("refused") << OutboxState::Rejected << QString() << all;
        QTest::newRow("taken back") << OutboxState::Withdrawn << QString() << all;
        QTest::newRow("too late") << OutboxState::Expired << QString() << all;
        // Which of them counts is not known yet.
        for (const OutboxState open : {OutboxState::Queued, OutboxState::Sending, OutboxState::Unknown}) {
            QTest::newRow(outboxStateName(open).latin1()) << open << QString() << QStringList();
        }
    }
    void byState()
    {
        QFETCH(OutboxState, state);
        QFETCH(QString, result);
        QFETCH(QStringList, surplus);
        const OutboxEntry entry = entryIn(state, result);
        const std::vector<Silence> made {
            madeAfter(0, QStringLiteral("s1"), entry), madeAfter(4, QStringLiteral("s2"), entry), madeAfter(8, QStringLiteral("s3"), entry)};
        QCOMPARE(idsOf(surplusOf(made, {entry})), surplus);
    }
    void whatAPersonMadeOfOneIsLeftAlone()
    {
        for (const OutboxState state : {OutboxState::Confirmed, OutboxState::Conflict, OutboxState::Rejected}) {
            const OutboxEntry entry = entryIn(state, state == OutboxState::Rejected ? QString() : QStringLiteral("s1"));
            Silence narrower = madeAfter(4, QStringLiteral("s2"), entry);
            narrower.matchers.push_back({QStringLiteral("host"), QStringLiteral("a"), false, true});
            Silence theirs = madeAfter(4, QStringLiteral("s3"), entry);
            theirs.createdBy = QStringLiteral("ben");
            const auto surplus = surplusOf({madeAfter(0, QStringLiteral("s1"), entry), narrower, theirs}, {entry});
            QCOMPARE(idsOf(surplus), state == OutboxState::Rejected ? QStringList {QStringLiteral("s1")} : QStringList());
        }
    }
};

QTEST_GUILESS_MAIN(TestSurplus)
#include "tst_surplus.moc"
