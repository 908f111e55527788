#include "app/domain/logpatterns.h"

#include <QFile>
#include <QTest>

using namespace quarterdeck;

namespace {

LogLine lineOf(const QByteArray &text, qint64 nanos = 0, LogLevel level = LogLevel::Info)
{
    LogLine line;
    line.text = text;
    line.nanos = nanos;
    line.level = level;
    return line;
}

QByteArrayList cellsOf(const QByteArray &line)
{
    QByteArrayList cells {{}};
    bool isQuoted = false;
    for (const char c : line) {
        if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            cells.append(QByteArray());
        } else {
            cells.last().append(c);
        }
    }
    return cells;
}

/// Content and id of the published template of each line.
std::vector<std::pair<QByteArray, QByteArray>> published(const QString &path)
{
    std::vector<std::pair<QByteArray, QByteArray>> all;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return all;
    }
    const QByteArrayList head = cellsOf(file.readLine().trimmed());
    const qsizetype content = head.indexOf("Content");
    const qsizetype id = head.indexOf("EventId");
    while (!file.atEnd()) {
        const QByteArrayList cells = cellsOf(file.readLine().trimmed());
        all.emplace_back(cells.value(content), cells.value(id));
    }
    return all;
}

} // namespace

class TestLogPatterns : public QObject {
    Q_OBJECT

private slots:
    void valuesAreMasked_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("a number") << QByteArray("took 15ms, 3 left") << "took <*>, <*> left";
        QTest::newRow("what encloses it stays") << QByteArray("sshd[2311]: user=root uid=0") << "sshd[<*>]: user=root uid=<*>";
        QTest::newRow("an address") << QByteArray("from 10.0.0.1:5432 (v6 fe80::1)") << "from <*> (<*> <*>)";
        QTest::newRow("a path with an id") << QByteArray("GET /api/v2/users/7f3a HTTP/1.1") << "GET <*> <*>";
        QTest::newRow("a path without") << QByteArray("open /etc/passwd failed") << "open /etc/passwd failed";
        QTest::newRow("the first line alone") << QByteArray("Error: boom\n  at x.js:3") << "Error: boom";
        QTest::newRow("nothing") << QByteArray("  ") << "";
        QTest::newRow("no text at all") << QByteArray("\xff\xfe 1") << QString(QStringLiteral("%1%1 <*>").arg(QChar(QChar::ReplacementCharacter)));
    }
    void valuesAreMasked()
    {
        QFETCH(const QByteArray, text);
        QTEST(patternWords(text).join(u' '), "words");
    }

    void linesThatDifferInAWordAreOne()
    {
        LogPatternBook book;
        book.add(lineOf("connection from ana closed", 3, LogLevel::Unknown));
        book.add(lineOf("connection from ben closed", 1, LogLevel::Error));
        book.add(lineOf("cache is full", 2));
        const std::vector<LogPattern> patterns = book.patterns();
        QCOMPARE(patterns.size(), 2U);
        QCOMPARE(patterns[0].text, QStringLiteral("connection from <*> closed"));
        QCOMPARE(patterns[0].count, 2);
        QCOMPARE(patterns[0].worst, LogLevel::Error);
        QCOMPARE(patterns[0].firstNanos, 1);
        QCOMPARE(patterns[0].lastNanos, 3);
        QCOMPARE(patterns[0].example, QByteArray("connection from ana closed"));
    }

    void anEarlierLineWithAnotherValueIsOfTheSamePattern()
    {
        LogPatternBook book;
        book.add(lineOf("connection from ana closed"));
        book.add(lineOf("disk is full"));
        book.addEarlier(lineOf("connection from ben closed"));
        book.addEarlier(lineOf("something else happened"));
        const std::vector<LogPattern> patterns = book.patterns();
        QCOMPARE(patterns.size(), 2U);
        QCOMPARE(patterns[0].text, QStringLiteral("connection from <*> closed"));
        QCOMPARE(patterns[0].before, 1);
        QCOMPARE(patterns[1].before, 0);
        QCOMPARE(book.lines(), 2);
    }

    void whatIsTooMuchIsCounted()
    {
        LogPatternBook book;
        for (int i = 0; i < 2'100; ++i) {
            // A word of its own for each, and none of it a value.
            QByteArray word;
            for (int rest = i + 1; rest > 0; rest /= 26) {
                word.append(char('a' + rest % 26));
            }
            book.add(lineOf(word + " happened"));
        }
        QCOMPARE(book.patterns().size(), 2'000U);
        QCOMPARE(book.lines(), 2'100);
        QCOMPARE(book.others(), 100);
        book.add(lineOf(QByteArray(100'000, 'x')));
        book.add(lineOf(QByteArray("w ").repeated(100'000)));
    }

    // A line counts where its pattern has the lines of its published template, all of them and no other.
    void publishedTemplates_data()
    {
        QTest::addColumn<int>("percent");
        QTest::newRow("Apache") << 100;
        QTest::newRow("Linux") << 69;
    }
    void publishedTemplates()
    {
        QFETCH(const int, percent);
        const QString shared = qEnvironmentVariable("QUARTERDECK_SHARED");
        const QString name = QLatin1StringView(QTest::currentDataTag());
        const auto lines = published(QStringLiteral("%1/data/logs-loghub-2k/%2/%2_2k.log_structured.csv").arg(shared, name));
        if (lines.empty()) {
            QSKIP("the published logs are not here: set QUARTERDECK_SHARED");
        }
        LogPatternBook book;
        std::vector<int> places;
        QHash<QByteArray, QList<int>> ofTemplate;
        for (const auto &[content, id] : lines) {
            ofTemplate[id].append(int(places.size()));
            places.push_back(book.add(lineOf(content)));
        }
        QHash<int, QList<int>> ofPattern;
        for (std::size_t i = 0; i < places.size(); ++i) {
            ofPattern[places[i]].append(int(i));
        }
        int right = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            right += ofTemplate.value(lines[i].second) == ofPattern.value(places[i]) ? 1 : 0;
        }
        const int reached = int(qint64(right) * 100 / qint64(lines.size()));
        qInfo("%d of %d lines, %d %%", right, int(lines.size()), reached);
        QVERIFY2(reached >= percent, qPrintable(QString::number(reached)));
    }
};

QTEST_APPLESS_MAIN(TestLogPatterns)
#include "tst_logpatterns.moc"
