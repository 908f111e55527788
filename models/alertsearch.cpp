#include "models/alertsearch.h"

#include "app/core/text.h"

#include <algorithm>
#include <tuple>

namespace quarterdeck {

namespace {

// 0: name begins so, 1: name holds it, 2: other text holds it, 3: not at all.
int distanceOf(const AlertIndex::Item &item, const QString &text, const QByteArrayMatcher &matcher)
{
    if (item.alert.title.startsWith(text, Qt::CaseInsensitive)) {
        return 0;
    }
    if (item.alert.title.contains(text, Qt::CaseInsensitive)) {
        return 1;
    }
    return matcher.indexIn(item.haystack.isEmpty() ? AlertFilter::haystackOf(item.alert) : item.haystack) >= 0 ? 2 : 3;
}

} // namespace

std::vector<Alert> searchAlerts(const AlertIndex &alerts, const QString &text, int limit)
{
    struct Hit {
        std::tuple<int, bool, Severity, qint64> rank;
        int slot;
    };
    const QString wanted = text.trimmed();
    const QByteArrayMatcher matcher(wanted.toLower().toUtf8());
    std::vector<Hit> hits;
    for (int slot = 0; !wanted.isEmpty() && slot < alerts.slotCount(); ++slot) {
        const AlertIndex::Item &item = alerts.item(slot);
        const int distance = item.isUsed ? distanceOf(item, wanted, matcher) : 3;
        if (distance < 3) {
            hits.push_back({{distance, !item.alert.isOpen(), item.alert.severity, item.alert.startsAt.ms}, slot});
        }
    }
    const auto count = std::min<std::ptrdiff_t>(std::max(0, limit), std::ssize(hits));
    std::partial_sort(hits.begin(), hits.begin() + count, hits.end(),
        [](const Hit &a, const Hit &b) { return std::tie(a.rank, a.slot) < std::tie(b.rank, b.slot); });
    std::vector<Alert> found;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        found.push_back(alerts.item(hits[std::size_t(i)].slot).alert);
    }
    return found;
}

QByteArray alertsToCsv(const AlertIndex &alerts)
{
    QByteArray csv = "severity,alert,summary,service,team,source,state,started,labels\r\n";
    for (int slot = 0; slot < alerts.slotCount(); ++slot) {
        const AlertIndex::Item &item = alerts.item(slot);
        if (!item.isUsed || !item.isMatched) {
            continue;
        }
        const Alert &alert = item.alert;
        const QStringList cells {severityName(alert.severity), alert.title, alert.summary, alert.service, alert.team, alert.key.source,
            alertStateName(alert.state), toRfc3339(alert.startsAt), alert.labels.toString()};
        QStringList safe;
        for (const QString &cell : cells) {
            safe << text::csvCell(cell);
        }
        csv += safe.join(u',').toUtf8() + "\r\n";
    }
    return csv;
}

} // namespace quarterdeck
