// Search over 1,000,000 cached log lines, newest 200, through the store's own door, for words of every frequency.
#include "app/core/clock.h"
#include "app/store/store.h"
#include "tests/bench/report.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <array>
#include <random>

using namespace quarterdeck;

namespace {

constexpr int Lines = 1'000'000;
constexpr int LinesAtOnce = 5000;
// A quarter of a second between lines: three days, so three files.
constexpr qint64 StepMs = 250;
constexpr qint64 Start = 1'795'000'000'000;
constexpr int RareEvery = 50'000;

template <class T> Result<T> wait(const Async<T> &future)
{
    QEventLoop loop;
    QObject guard;
    Result<T> result = fail(ErrorKind::Internal, QStringLiteral("not finished"));
    then(future, &guard, [&](const Result<T> &got) {
        result = got;
        loop.quit();
    });
    loop.exec();
    return result;
}

void demand(bool isRight, const char *what)
{
    if (!isRight) {
        std::fprintf(stderr, "%s\n", what);
        std::exit(1);
    }
}

std::vector<LogLine> makeLines(int from, std::mt19937 &engine)
{
    static const std::array<const char *, 6> Words {"payment accepted for customer", "cache miss on product", "retry after timeout of upstream",
        "request completed with status 200", "connection pool exhausted waiting", "user session renewed by token"};
    std::vector<LogLine> lines;
    for (int i = from; i < from + LinesAtOnce; ++i) {
        LogLine line;
        line.source = QStringLiteral("journal");
        line.nanos = (Start + i * StepMs) * 1'000'000;
        line.cursor = QStringLiteral("c%1").arg(i);
        line.service = QStringLiteral("svc-%1").arg(i % 20);
        line.level = LogLevel(i % 4);
        line.text = QByteArray(Words.at(std::size_t(i % 6))) + " id=" + QByteArray::number(i)
            + " trace=" + QByteArray::number(quint64(engine()) << 32 | engine(), 16) + " region=eu-west instance=10.0." + QByteArray::number(i % 40)
            + ".17 version=2.41.0" + (i % RareEvery == 7 ? " certificate expires" : "");
        lines.push_back(line);
    }
    return lines;
}

LogQuery queryFor(const QString &text)
{
    LogQuery query;
    query.sources = QStringList {QStringLiteral("journal")};
    query.range = {{Start - 1000}, {Start + Lines * StepMs + 1000}};
    query.text = text;
    query.limit = 200;
    return query;
}

void search(Store &store, const char *work, const QString &text, std::size_t expected)
{
    const LogQuery query = queryFor(text);
    std::size_t found = 0;
    const auto once = [&] {
        const auto page = wait(store.cachedLogs(query));
        found = page ? page->value.lines.size() : 0;
    };
    const double first = bench::medianMs(1, once);
    const double ms = bench::medianMs(9, once);
    demand(found == expected, work);
    bench::absolute(work, ms, 30, "ms");
    std::printf("  the first time %.1f ms\n", first);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QTemporaryDir folder;
    const SystemClock clock;
    auto store = Store::open({folder.filePath(QStringLiteral("data")), folder.filePath(QStringLiteral("cache"))}, clock);
    demand(store.has_value(), "the store does not open");
    std::mt19937 engine(1);
    double ms = 0;
    for (int from = 0; from < Lines; from += LinesAtOnce) {
        const std::vector<LogLine> lines = makeLines(from, engine);
        ms += bench::medianMs(1, [&] { demand(wait((*store)->putLogs(lines, std::nullopt)).has_value(), "lines are not taken"); });
    }
    std::printf("1,000,000 lines into the cache in %.1f s\n", ms / 1000);
    Store &s = **store;
    search(s, "search 1,000,000 lines: a word of every sixth line", QStringLiteral("exhausted"), 200);
    search(s, "  a word of 20 lines", QStringLiteral("certificate"), Lines / RareEvery);
    search(s, "  a word of no line", QStringLiteral("kubernetes"), 0);
    search(s, "  a word of no line, its parts of many", QStringLiteral("upstreamed"), 0);
    search(s, "  three letters of every sixth line", QStringLiteral("xha"), 200);
    search(s, "  two letters of every sixth line", QStringLiteral("xh"), 200);
    search(s, "  two letters of no line", QStringLiteral("zz"), 0);
    search(s, "  nothing: the newest", QString(), 200);
    return 0;
}
