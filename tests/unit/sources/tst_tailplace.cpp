#include "app/sources/api/linefields.h"
#include "app/sources/api/linenames.h"
#include "app/sources/api/logoptions.h"
#include "app/sources/api/tailplace.h"

#include <QTest>

using namespace quarterdeck;

namespace {

constexpr UtcTime Now {1'795'240'000'000};
constexpr qint64 Second = 1'000'000'000;

LogLine lineAt(qint64 nanos)
{
    LogLine line;
    line.nanos = nanos;
    line.cursor = QString::number(nanos);
    return line;
}

} // namespace

/// The rules of a tail by overlapping readings, and what log servers share.
class TestTailPlace : public QObject {
    Q_OBJECT

private slots:
    void nothingIsToldTwice();
    void goesBackByTheOverlap();
    void aQuietTailDoesNotReadAllDay();
    void looksBackAsFarAsItMay();
    void forgetsWhatIsNotReadAgain();
    void alikeLinesHaveNamesOfTheirOwn();
    void levelsAndServices();
    void options();
};

void TestTailPlace::nothingIsToldTwice()
{
    TailPlace place;
    QVERIFY(!place.isSet());
    place.begin(Now);
    QVERIFY(place.isSet());
    const std::vector<LogLine> lines {lineAt(Now.nanos() + 1), lineAt(Now.nanos() + 2)};
    QCOMPARE(place.news(lines).size(), std::size_t(2));
    QCOMPARE(place.news(lines).size(), std::size_t(0));
    QCOMPARE(place.news({lineAt(Now.nanos() + 2), lineAt(Now.nanos() + 3)}).size(), std::size_t(1));
}

void TestTailPlace::goesBackByTheOverlap()
{
    const TailRules rules;
    TailPlace place;
    place.begin(Now);
    QCOMPARE(place.nextFrom(rules, false), Now.nanos());
    place.news({lineAt(Now.nanos() + 30 * Second)});
    place.readWhole(Now + Millis(31'000), rules);
    QCOMPARE(place.nextFrom(rules, false), Now.nanos() + 28 * Second);
    // A line that is dated after now moves nothing.
    place.news({lineAt(Now.nanos() + 3000 * Second)});
    place.readWhole(Now + Millis(32'000), rules);
    QCOMPARE(place.nextFrom(rules, false), Now.nanos() + 30 * Second);
}

void TestTailPlace::aQuietTailDoesNotReadAllDay()
{
    const TailRules rules;
    TailPlace place;
    place.begin(Now);
    place.readWhole(Now + Millis(3'600'000), rules);
    QCOMPARE(place.nextFrom(rules, false), Now.nanos() + 3540 * Second);
}

void TestTailPlace::looksBackAsFarAsItMay()
{
    TailRules rules;
    rules.mostAgain = 10;
    TailPlace place;
    place.begin(Now);
    std::vector<LogLine> lines;
    for (int i = 0; i < 50; ++i) {
        lines.push_back(lineAt(Now.nanos() + i * Second));
    }
    place.news(std::move(lines));
    place.readWhole(Now + Millis(50'000), rules);
    QCOMPARE(place.nextFrom(rules, false), Now.nanos() + 47 * Second);
    QCOMPARE(place.nextFrom(rules, true), Now.nanos() + 39 * Second);
    rules.mostAgain = 1000;
    // What was forgotten is never read again.
    QCOMPARE(place.nextFrom(rules, true), Now.nanos() + 39 * Second);
}

void TestTailPlace::forgetsWhatIsNotReadAgain()
{
    TailRules rules;
    rules.mostAgain = 100;
    TailPlace place;
    place.begin(Now);
    qint64 told = 0;
    for (int round = 0; round < 200; ++round) {
        const qint64 from = place.nextFrom(rules, round % 10 == 0);
        std::vector<LogLine> lines;
        for (qint64 at = (from + Second / 100 - 1) / (Second / 100) * (Second / 100); at < Now.nanos() + round * Second; at += Second / 100) {
            lines.push_back(lineAt(at));
        }
        told += std::ssize(place.news(std::move(lines)));
        place.readWhole(Now + Millis(round * 1000LL), rules);
    }
    QCOMPARE(told, qint64(199 * 100));
}

void TestTailPlace::alikeLinesHaveNamesOfTheirOwn()
{
    LineNames first;
    LineNames second;
    const QString one = first.nameOf(1, "s", "text");
    const QString two = first.nameOf(1, "s", "text");
    QVERIFY(one != two);
    QCOMPARE(second.nameOf(1, "s", "text"), one);
    QCOMPARE(second.nameOf(1, "s", "text"), two);
    QVERIFY(first.nameOf(1, "st", "ext") != first.nameOf(1, "s", "text"));
    QVERIFY(first.nameOf(2, "s", "text").startsWith(QStringLiteral("2-")));
}

void TestTailPlace::levelsAndServices()
{
    const LineFields fields {{QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("level"), QStringLiteral("severity")}};
    QCOMPARE(serviceOf({{"a", ""}, {"b", "x"}}, fields), QStringLiteral("x"));
    QCOMPARE(levelOf({{"level", "WARN"}}, fields), LogLevel::Warning);
    QCOMPARE(levelOf({{"level", "odd"}, {"severity", "error"}}, fields), LogLevel::Unknown);
    QVERIFY(wordsOfLevels({LogLevel::Error, LogLevel::Unknown}).isEmpty());
    for (const LogLevel level : {LogLevel::Error, LogLevel::Warning, LogLevel::Info, LogLevel::Debug}) {
        for (const QString &word : wordsOfLevels({level})) {
            QCOMPARE(logLevelFromName(word), std::optional(level));
        }
    }
}

void TestTailPlace::options()
{
    LogOptions options;
    QVERIFY(*takeLogOption(options, QStringLiteral("service_field"), QStringLiteral("a, b")));
    QCOMPARE(options.fields.service, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(*takeLogOption(options, QStringLiteral("tail_overlap"), QStringLiteral("5m")));
    QCOMPARE(options.tail.late, Millis(300'000));
    QVERIFY(!*takeLogOption(options, QStringLiteral("other"), QStringLiteral("x")));
    QVERIFY(!takeLogOption(options, QStringLiteral("tail_every"), QStringLiteral("1ms")));
    QVERIFY(!takeLogOption(options, QStringLiteral("level_field"), QStringLiteral("a,,b")));
}

QTEST_GUILESS_MAIN(TestTailPlace)
#include "tst_tailplace.moc"
