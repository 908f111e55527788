#include "app/calendar/calendar.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace quarterdeck;

namespace {

QString kindOf(calendar::Doubt::Kind kind)
{
    switch (kind) {
    case calendar::Doubt::Kind::Property:
        return QStringLiteral("property");
    case calendar::Doubt::Kind::NoExtent:
        return QStringLiteral("no-extent");
    case calendar::Doubt::Kind::Rule:
        return QStringLiteral("rule");
    case calendar::Doubt::Kind::UnknownZone:
        return QStringLiteral("unknown-zone");
    case calendar::Doubt::Kind::NoZone:
        return QStringLiteral("no-zone");
    }
    return {};
}

QJsonArray shiftsOf(const CalendarReading &reading)
{
    QJsonArray shifts;
    for (const CalendarShift &shift : reading.shifts) {
        QJsonObject object {
            {QStringLiteral("from"), toRfc3339(shift.from)}, {QStringLiteral("to"), toRfc3339(shift.to)}, {QStringLiteral("summary"), shift.summary}};
        if (!shift.attendees.isEmpty()) {
            object.insert(QStringLiteral("attendees"), QJsonArray::fromStringList(shift.attendees));
        }
        shifts.append(object);
    }
    return shifts;
}

QJsonArray doubtsOf(const CalendarReading &reading)
{
    QJsonArray doubts;
    for (const calendar::Doubt &doubt : reading.doubts) {
        doubts.append(QJsonObject {{QStringLiteral("kind"), kindOf(doubt.kind)}, {QStringLiteral("about"), doubt.about}});
    }
    return doubts;
}

} // namespace

/// tests/golden/calendar: one folder a case, in.ics and shifts.json, which has the range, the zone of times without one, and the shifts
/// and doubts that RFC 5545 asks for. QUARTERDECK_GOLDEN=write writes them anew, to be read before they are kept.
class TestCalendarGolden : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "Asia/Tokyo"); }
    void everyCase_data()
    {
        QTest::addColumn<QString>("folder");
        const QDir golden(QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/golden/calendar"));
        for (const QString &name : golden.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            QTest::newRow(qPrintable(name)) << golden.filePath(name);
        }
    }
    void everyCase()
    {
        QFETCH(const QString, folder);
        QFile in(folder + QStringLiteral("/in.ics"));
        QVERIFY(in.open(QIODevice::ReadOnly));
        QFile kept(folder + QStringLiteral("/shifts.json"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QJsonObject expected = QJsonDocument::fromJson(kept.readAll()).object();
        kept.close();
        const QJsonObject range = expected.value(QStringLiteral("range")).toObject();
        const auto from = parseRfc3339(range.value(QStringLiteral("from")).toString());
        const auto to = parseRfc3339(range.value(QStringLiteral("to")).toString());
        QVERIFY(from && to);
        const QByteArray zone = expected.value(QStringLiteral("zone")).toString().toUtf8();
        const auto reading = readCalendar(in.readAll(), {*from, *to}, zone.isEmpty() ? QTimeZone() : QTimeZone(zone));
        QVERIFY2(reading.has_value(), reading ? "" : qPrintable(reading.error().what));
        QJsonObject got = expected;
        got.insert(QStringLiteral("shifts"), shiftsOf(*reading));
        got.insert(QStringLiteral("doubts"), doubtsOf(*reading));
        if (qEnvironmentVariable("QUARTERDECK_GOLDEN") == QLatin1String("write")) {
            QVERIFY(kept.open(QIODevice::WriteOnly));
            kept.write(QJsonDocument(got).toJson());
            return;
        }
        QVERIFY2(got == expected, QJsonDocument(got).toJson().constData());
    }

    void whatIsNoCalendarIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("sentence");
        const QByteArray whole
            = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260504T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("not a calendar");
        QTest::newRow("a web page") << QByteArray("<html>Sign in</html>") << QStringLiteral("not a calendar");
        QTest::newRow("a card") << QByteArray("BEGIN:VCARD\r\nEND:VCARD\r\n") << QStringLiteral("not a calendar");
        for (qsizetype length = 15; length < whole.size() - 2; ++length) {
            QTest::newRow(qPrintable(QStringLiteral("cut at %1").arg(length))) << whole.left(length) << QStringLiteral("cut off");
        }
        QTest::newRow("too deep") << "BEGIN:VCALENDAR\n" + QByteArray("BEGIN:VEVENT\n").repeated(6) + QByteArray("END:VEVENT\n").repeated(6)
                + "END:VCALENDAR\n"
                                  << QStringLiteral("too deeply");
        QTest::newRow("too large") << QByteArray(16 * 1024 * 1024 + 1, ' ') << QStringLiteral("16 MB");
    }
    void whatIsNoCalendarIsRefused()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, sentence);
        const auto reading = readCalendar(text, {{0}, {1'800'000'000'000}}, QTimeZone::utc());
        QVERIFY(!reading);
        QVERIFY2(reading.error().what.contains(sentence), qPrintable(reading.error().what));
    }
};

QTEST_GUILESS_MAIN(TestCalendarGolden)
#include "tst_calendargolden.moc"
