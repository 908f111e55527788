// Bulk replies into our values, on one thread: Prometheus matrix, Alertmanager alerts, journal export.
#include "app/sources/alertmanager/parse.h"
#include "app/sources/journal/parse.h"
#include "app/sources/prometheus/matrix.h"
#include "tests/bench/parsefloors.h"
#include "tests/bench/parseinputs.h"
#include "tests/bench/report.h"

#include <cstdlib>

using namespace quarterdeck;

namespace {

constexpr int AlertCount = 10'000;
constexpr int EntryCount = 100'000;

void demand(bool isRight, const char *what)
{
    if (!isRight) {
        std::fprintf(stderr, "%s read something else\n", what);
        std::exit(1);
    }
}

QByteArrayView viewOf(const std::string &body)
{
    return {body.data(), qsizetype(body.size())};
}

void benchMatrix()
{
    const std::string body = bench::matrixReply();
    const std::size_t count = bench::matrixBySimdjson(body);
    const auto ours = [&] {
        const auto answer = prometheus::parseQuery(viewOf(body));
        std::size_t seen = 0;
        for (const Series &series : answer ? answer->series : std::vector<Series> {}) {
            seen += series.samples.size();
        }
        demand(seen == count, "prometheus");
    };
    const QByteArray title = "Prometheus matrix, " + QByteArray::number(double(body.size()) / 1e6, 'f', 1) + " MB, to series";
    const auto [a, b] = bench::pairedMs(11, ours, [&] { demand(bench::matrixBySimdjson(body) == count, "simdjson"); });
    bench::row(title.constData(), a, "simdjson on-demand", b, 1.5);
    const auto [c, d] = bench::pairedMs(5, ours, [&] { demand(bench::matrixByNlohmann(body) == count, "nlohmann"); });
    bench::row("  the same", c, "nlohmann document", d, 0.5);
}

void benchAlerts()
{
    const std::string body = bench::alertsReply(AlertCount);
    const SourceId source = QStringLiteral("am");
    const auto ours = [&] {
        const auto listing = alertmanager::parseAlerts(viewOf(body), source);
        demand(listing && !listing->problem && listing->items.size() == std::size_t(AlertCount), "alertmanager");
    };
    const QByteArray title = "Alertmanager alerts, " + QByteArray::number(double(body.size()) / 1e6, 'f', 1) + " MB, 10,000 alerts";
    const auto [a, b] = bench::pairedMs(11, ours, [&] { demand(bench::alertsBySimdjson(body) == std::size_t(AlertCount), "simdjson"); });
    bench::row(title.constData(), a, "simdjson on-demand", b, 1.5);
}

void benchJournal()
{
    const std::string body = bench::journalExport(EntryCount);
    const double bare = bench::medianMs(5, [&] {
        int entries = 0;
        const auto read = journal::ExportParser().feed(viewOf(body), [&entries](const journal::Entry &) { ++entries; });
        demand(read.has_value() && entries == EntryCount, "the export parser");
    });
    const double whole = bench::medianMs(5, [&] {
        const auto page = journal::parsePage(viewOf(body), {QStringLiteral("journal"), {QStringLiteral("_SYSTEMD_UNIT")}}, {}, {});
        demand(page && page->lines.size() == std::size_t(EntryCount), "journal");
    });
    bench::atLeast("journal export, entries found", EntryCount / bare, 500, "lines/ms");
    bench::atLeast("journal export, entries made into log lines", EntryCount / whole, 100, "lines/ms");
}

} // namespace

// One part alone by its name, for a profiler: bench_parse alerts.
int main(int argc, char **argv)
{
    const std::string_view only = argc > 1 ? argv[1] : "";
    if (only.empty() || only == "matrix") {
        benchMatrix();
    }
    if (only.empty() || only == "alerts") {
        benchAlerts();
    }
    if (only.empty() || only == "journal") {
        benchJournal();
    }
    return 0;
}
