// One log file of a million lines (or as many as the first argument says): the newest page, a search, the counts of a histogram and a range
// deep inside, against `wc -l` and `grep` of the same run.
#include "app/sources/files/answer.h"
#include "tests/bench/report.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace quarterdeck;
using namespace quarterdeck::files;

namespace {

constexpr int LinesByDefault = 1'000'000;
constexpr qint64 FirstSecond = 1'777'690'800; // 2026-05-02T03:00:00Z
constexpr int RareEvery = 50'000;
constexpr int Runs = 5;

void demand(bool isRight, const char *what)
{
    if (!isRight) {
        std::fprintf(stderr, "%s\n", what);
        std::exit(1);
    }
}

/// An access log in the combined format, ten lines a second.
void writeLog(const QString &path, int lines)
{
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly), "the log cannot be written");
    QByteArray block;
    for (int i = 0; i < lines; ++i) {
        const QDateTime at = QDateTime::fromSecsSinceEpoch(FirstSecond + i / 10, Qt::UTC);
        static qint64 second = -1;
        static QByteArray stamp;
        if (second != i / 10) {
            second = i / 10;
            stamp = QLocale::c().toString(at, QStringLiteral("dd/MMM/yyyy:hh:mm:ss")).toLatin1() + " +0000";
        }
        block += "10.0." + QByteArray::number(i % 200) + ".7 - - [" + stamp + "] \"GET /shop/cart/" + QByteArray::number(i) + " HTTP/1.1\" "
            + (i % 40 == 0 ? "503" : "200") + ' ' + QByteArray::number(i % 9000)
            + " \"https://shop.example/\" \"Mozilla/5.0 (X11; Linux x86_64)\" rid=" + QByteArray::number(quint64(i) * 2'654'435'761U, 16)
            + (i % RareEvery == 7 ? " certificate expires" : "") + '\n';
        if (block.size() > 1'000'000) {
            file.write(block);
            block.clear();
        }
    }
    file.write(block);
}

/// Wall time of a program that prints a number.
void runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    demand(process.waitForFinished(120'000), "a peer does not end");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int lines = argc > 1 ? std::atoi(argv[1]) : LinesByDefault;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("access.log"));
    writeLog(path, lines);

    Question question;
    question.source = QStringLiteral("files");
    question.options.paths = {path};
    question.options.zone = QTimeZone::utc();
    question.query.range = {UtcTime {FirstSecond * 1000}, UtcTime {(FirstSecond + lines / 10 + 1) * 1000}};
    question.query.limit = 1000;
    std::size_t found = 0;
    const auto ask = [&found](const Question &asked) {
        const auto page = answerLines(asked);
        demand(page.has_value(), "the log is not read");
        found = page->lines.size();
    };

    const auto count = [&] { runProgram(QStringLiteral("wc"), {QStringLiteral("-l"), path}); };
    const auto [newest, wc] = bench::pairedMs(
        Runs, [&] { ask(question); }, count);
    demand(found == 1000, "the newest page is not whole");
    bench::row("newest 1,000 lines of the whole file", newest, "wc -l", wc, 1.0);

    Question deep = question;
    deep.query.range = {UtcTime {(FirstSecond + lines / 20) * 1000}, UtcTime {(FirstSecond + lines / 20 + 60) * 1000}};
    const auto [middle, wcAgain] = bench::pairedMs(
        Runs, [&] { ask(deep); }, count);
    demand(found == 600, "the range in the middle is not whole");
    bench::row("one minute in the middle", middle, "wc -l", wcAgain, 1.0);

    Question search = question;
    search.query.text = QStringLiteral("certificate expires");
    const auto [searched, grep] = bench::pairedMs(
        Runs, [&] { ask(search); },
        [&] {
            runProgram(QStringLiteral("grep"), {QStringLiteral("-ic"), search.query.text, path});
        });
    demand(found == std::size_t((lines + RareEvery - 8) / RareEvery), "the search misses lines");
    bench::row("a rare text in all lines", searched, "grep -ic", grep, 4.0);

    const auto [counted, wcLast] = bench::pairedMs(
        Runs, [&] { demand(answerHistogram(question, 120).has_value(), "the lines are not counted"); }, count);
    bench::row("a histogram of all lines", counted, "wc -l", wcLast, 20.0);
    return 0;
}
