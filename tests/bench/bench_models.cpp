// The alert list: filter, load and scroll against a bare index over the same rows and against QSortFilterProxyModel.
#include "models/alertmodel.h"
#include "tests/bench/report.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <random>

using namespace quarterdeck;

namespace {

std::vector<Alert> makeAlerts(int count)
{
    std::mt19937 engine(1);
    std::vector<Alert> alerts(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        Alert &alert = alerts[std::size_t(i)];
        alert.labels = {{QStringLiteral("alertname"), QStringLiteral("HighErrorRate%1").arg(engine() % 40)},
            {QStringLiteral("service"), QStringLiteral("svc-%1").arg(engine() % 200)},
            {QStringLiteral("severity"), engine() % 4 == 0 ? QStringLiteral("critical") : QStringLiteral("warning")},
            {QStringLiteral("instance"), QStringLiteral("10.0.%1.%2:9090").arg(i / 256 % 256).arg(i % 256)}};
        alert.annotations = {{QStringLiteral("summary"), QStringLiteral("Error rate above %1% on node %2").arg(engine() % 100).arg(i)}};
        deriveFields(alert);
        alert.service = alert.labels.value(u"service");
        alert.key = {QStringLiteral("am"), QString::number(i, 16)};
        alert.startsAt = {1'790'000'000'000 + qint64(engine() % 1'000'000'000)};
    }
    return alerts;
}

// What a list without any product around it would do: keep lower-cased text, look for the word, keep the row numbers.
std::vector<int> bareFilter(const std::vector<QByteArray> &texts, const QByteArray &word)
{
    std::vector<int> rows;
    const QByteArrayMatcher matcher(word);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (matcher.indexIn(texts[i]) >= 0) {
            rows.push_back(int(i));
        }
    }
    return rows;
}

class PlainModel final : public QAbstractTableModel {
public:
    explicit PlainModel(const std::vector<Alert> &alerts)
        : m_alerts(alerts)
    {
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_alerts.size()); }
    int columnCount(const QModelIndex & = {}) const override { return 6; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_alerts[std::size_t(index.row())].summary) : QVariant();
    }

private:
    const std::vector<Alert> &m_alerts;
};

double filterMs(AlertModel &model, const AlertFilter &filter)
{
    std::vector<double> times;
    for (int i = 0; i < 7; ++i) {
        model.setFilter({});
        times.push_back(bench::medianMs(1, [&] { model.setFilter(filter); }));
    }
    std::sort(times.begin(), times.end());
    return times[3];
}

/// Fields are compared without any text: they must not cost more than a word.
void filterFields(int count)
{
    AlertModel model;
    model.load(makeAlerts(count));
    model.advanceTo({1'800'000'000'000});
    const double word = filterMs(model, *AlertFilter::parse(u"77"));
    for (const char *fields :
        {"service:svc-7", "service:svc-7,svc-8 severity:critical @age>1h -is:silenced", "alertname=HighErrorRate7", "alertname=~\".*Rate7\""}) {
        const double time = filterMs(model, *AlertFilter::parse(QString::fromLatin1(fields)));
        const QByteArray title = QByteArrayLiteral("filter ") + QByteArray::number(count) + " alerts by " + fields;
        bench::row(title.constData(), time, "the same alerts by a word", word, 1.2);
    }
}

void filterRows(int count, double goal)
{
    const std::vector<Alert> alerts = makeAlerts(count);
    std::vector<QByteArray> texts;
    for (const Alert &alert : alerts) {
        texts.push_back(AlertFilter::haystackOf(alert));
    }
    AlertModel model;
    model.load(alerts);
    const AlertFilter filter = *AlertFilter::parse(u"77");
    const AlertFilter none;
    model.setFilter(filter);
    model.setFilter(none);
    std::size_t kept = 0;
    const auto ours = [&] { model.setFilter(filter); };
    double best = 0;
    std::vector<double> times;
    std::vector<double> floors;
    for (int i = 0; i < 7; ++i) {
        model.setFilter(none);
        times.push_back(bench::medianMs(1, ours));
        floors.push_back(bench::medianMs(1, [&] { kept += bareFilter(texts, "77").size(); }));
    }
    std::sort(times.begin(), times.end());
    std::sort(floors.begin(), floors.end());
    best = times[3];
    const QByteArray title = QByteArrayLiteral("filter ") + QByteArray::number(count) + " alerts by a word, grouped and sorted";
    bench::row(title.constData(), best, "bare scan of the same texts", floors[3], goal);
    PlainModel plain(alerts);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&plain);
    const double peer = bench::medianMs(count > 200'000 ? 1 : 3, [&] {
        proxy.setFilterFixedString(QStringLiteral("77"));
        proxy.setFilterFixedString(QString());
    });
    bench::row("  the same", best, "QSortFilterProxyModel, one column", peer, 1.0);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    filterRows(100'000, 1.5);
    filterRows(1'000'000, 1.5);
    filterFields(100'000);

    const std::vector<Alert> alerts = makeAlerts(10'000);
    AlertModel model;
    const double load = bench::medianMs(5, [&] { model.load(alerts); });
    bench::absolute("load 10,000 alerts into the list", load, 30, "ms");
    ChangeSet changes;
    for (int i = 0; i < 200; ++i) {
        Alert alert = alerts[std::size_t(i * 37)];
        alert.state = AlertState::Acknowledged;
        changes.changedAlerts.push_back(alert);
    }
    bench::absolute("200 changes into 10,000 alerts", bench::medianMs(9, [&] { model.applyDelta(changes); }), 5, "ms");
    return 0;
}
