#include "app/logformat/recordreader.h"
#include "app/logformat/settler.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::logformat;

namespace {

/// What is told of one record: by the list, or by us.
struct Told {
    QByteArray time;
    QByteArray level;
    int lines = 0;
    int partOf = 0;        ///< A line, from 1; 0 for none.
    QByteArray instant {}; ///< Given the zone of the host and the year.
};

using Records = QMap<int, Told>; // by first line

QByteArray padded(int value, int width)
{
    return QByteArray::number(value).rightJustified(width, '0');
}

QByteArray clockText(const Stamp &stamp)
{
    const Civil civil = civilOf(stamp.seconds);
    QByteArray text = padded(civil.month, 2) + '-' + padded(civil.day, 2) + 'T' + padded(civil.hour, 2) + ':' + padded(civil.minute, 2) + ':'
        + padded(civil.second, 2);
    if (stamp.doubt != Doubt::YearAndZone) {
        text.prepend(padded(civil.year, 4) + '-');
    }
    return stamp.digits == 0 ? text : text + '.' + padded(stamp.nanos, 9).first(stamp.digits);
}

QByteArray timeText(const Stamp &stamp)
{
    switch (stamp.doubt) {
    case Doubt::None:
        return clockText(stamp) + 'Z';
    case Doubt::Fraction:
        return "fraction unreadable: " + clockText(stamp) + 'Z';
    case Doubt::Zone:
        return "no zone: " + clockText(stamp);
    case Doubt::ZoneWord:
        return "zone word " + stamp.zoneWord().toByteArray() + ": " + clockText(stamp);
    case Doubt::YearAndZone:
        return "no year, no zone: " + clockText(stamp);
    case Doubt::NoSuchDate:
        return "invalid date";
    case Doubt::LeapSecond:
        return "leap second";
    case Doubt::NoTime:
        break;
    }
    return "no time";
}

QByteArray levelText(const Record &record)
{
    if (record.level().isEmpty()) {
        return "-";
    }
    return (record.bytes.contains("\"__CURSOR\"") ? QByteArray("PRIORITY=") : QByteArray()) + record.level().toByteArray();
}

/// Whose clocks wrote a file.
QTimeZone hostZone(const QString &file)
{
    const bool isUtc = file.startsWith(QLatin1StringView("dpkg"));
    return QTimeZone(isUtc ? QByteArray("UTC") : QByteArray("Asia/Kolkata"));
}

QByteArray instantText(const Stamp &stamp, const std::optional<qint64> &nanos)
{
    if (!nanos) {
        return "-";
    }
    Stamp settled = stamp;
    settled.doubt = Doubt::None;
    settled.seconds = *nanos / 1'000'000'000;
    return clockText(settled) + 'Z';
}

/// The file read in blocks of `size` bytes more at each step, as it comes from a disk.
Records readCorpusFile(const QByteArray &bytes, qsizetype size, const QTimeZone &zone)
{
    QHash<qint64, int> lineAt;
    int line = 1;
    for (qsizetype at = 0; at < bytes.size();) {
        lineAt.insert(at, line++);
        const qsizetype end = bytes.indexOf('\n', at);
        at = end < 0 ? bytes.size() : end + 1;
    }
    Records out;
    RecordReader reader;
    Settler settler(zone, parseRfc3339(u"2026-11-30T12:00:00Z").value());
    qsizetype from = 0;
    qsizetype to = 0;
    while (from < bytes.size()) {
        to = std::min(bytes.size(), to + size);
        from += reader.read(QByteArrayView(bytes).sliced(from, to - from), from, to == bytes.size(), [&](const Record &record) {
            const QByteArray carried = record.isCarried ? QByteArray("no time, carried from above; ") : QByteArray();
            out.insert(lineAt.value(record.position),
                {carried + timeText(record.stamp), levelText(record), record.lines, record.partOf < 0 ? 0 : lineAt.value(record.partOf),
                    instantText(record.stamp, settler.nanos(record.stamp))});
            return true;
        });
    }
    return out;
}

/// The time in the list without what only a person can know: which date it is that does not exist.
QByteArray listedTime(const QByteArray &time)
{
    return time.startsWith("invalid date") ? QByteArray("invalid date") : time.startsWith("leap second") ? QByteArray("leap second") : time;
}

} // namespace

/// Time, level, extent and joins of every record of logs that real servers wrote.
class TestLogCorpus : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_folder = qEnvironmentVariable("QUARTERDECK_SHARED") + QStringLiteral("/data/logs-real");
        QFile list(m_folder + QStringLiteral("/EXPECTED.tsv"));
        if (!list.open(QIODevice::ReadOnly)) {
            QSKIP("The logs of real servers are not here: QUARTERDECK_SHARED names no folder with data/logs-real");
        }
        list.readLine();
        while (!list.atEnd()) {
            const QList<QByteArray> columns = list.readLine().chopped(1).split('\t');
            QVERIFY(columns.size() >= 7);
            m_listed[QString::fromUtf8(columns[0])].insert(
                columns[1].toInt(), {listedTime(columns[2]), columns[3], columns[4].toInt(), columns[6].toInt(), columns[5]});
        }
    }

    void everyRecordIsFound_data()
    {
        QTest::addColumn<QString>("file");
        for (auto file = m_listed.cbegin(); file != m_listed.cend(); ++file) {
            QTest::newRow(qPrintable(file.key())) << file.key();
        }
    }

    void everyRecordIsFound()
    {
        QFETCH(const QString, file);
        QFile log(m_folder + u'/' + file);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray bytes = log.readAll();
        const Records &listed = m_listed[file];
        const Records found = readCorpusFile(bytes, bytes.size(), hostZone(file));
        int right = 0;
        for (auto record = listed.cbegin(); record != listed.cend(); ++record) {
            const Told told = found.value(record.key());
            const bool isRight = told.time == record->time && told.level == record->level && told.lines == record->lines
                && told.partOf == record->partOf;
            right += isRight ? 1 : 0;
            if (!isRight) {
                qInfo("line %d: %s | %s | %d | %d, not %s | %s | %d | %d", record.key(), told.time.constData(), told.level.constData(), told.lines,
                    told.partOf, record->time.constData(), record->level.constData(), record->lines, record->partOf);
            }
        }
        QCOMPARE(right, int(listed.size()));
        QCOMPARE(found.size(), listed.size());
    }

    void zonesAndYearsSettleTheRest_data() { everyRecordIsFound_data(); }

    void zonesAndYearsSettleTheRest()
    {
        QFETCH(const QString, file);
        QFile log(m_folder + u'/' + file);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray bytes = log.readAll();
        const Records found = readCorpusFile(bytes, bytes.size(), hostZone(file));
        for (auto record = m_listed[file].cbegin(); record != m_listed[file].cend(); ++record) {
            // Where the list knows no instant, the record is of another host.
            if (record->instant != "-") {
                QVERIFY2(found[record.key()].instant == record->instant,
                    "line " + QByteArray::number(record.key()) + ": " + found[record.key()].instant + ", not " + record->instant);
            }
        }
    }

    void blocksMakeNoDifference_data() { everyRecordIsFound_data(); }

    void blocksMakeNoDifference()
    {
        QFETCH(const QString, file);
        QFile log(m_folder + u'/' + file);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray bytes = log.readAll();
        const Records whole = readCorpusFile(bytes, bytes.size(), hostZone(file));
        for (const qsizetype size : {1, 7, 100, 4096}) {
            const Records pieces = readCorpusFile(bytes, size, hostZone(file));
            QCOMPARE(pieces.keys(), whole.keys());
            for (auto record = whole.cbegin(); record != whole.cend(); ++record) {
                QCOMPARE(pieces[record.key()].time, record->time);
                QCOMPARE(pieces[record.key()].level, record->level);
                QCOMPARE(pieces[record.key()].lines, record->lines);
            }
        }
    }

private:
    QString m_folder;
    QMap<QString, Records> m_listed;
};

QTEST_GUILESS_MAIN(TestLogCorpus)
#include "tst_logcorpus.moc"
