#include "models/seriesfigures.h"

#include "app/domain/promql.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace quarterdeck {

namespace {

QString metricOf(const Series &series)
{
    return series.labels.value(u"__name__");
}

/// Labels whose value is not the same in all.
QStringList differingLabels(const std::vector<Series> &series)
{
    QHash<QString, QString> first;
    QHash<QString, qsizetype> counts;
    QStringList differing;
    for (const Series &one : series) {
        for (const Label &label : one.labels) {
            const auto known = first.constFind(label.name);
            if (known == first.constEnd()) {
                first.insert(label.name, label.value);
            } else if (*known != label.value && !differing.contains(label.name)) {
                differing.append(label.name);
            }
            ++counts[label.name];
        }
    }
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (*it < std::ssize(series) && !differing.contains(it.key())) {
            differing.append(it.key());
        }
    }
    differing.removeAll(QStringLiteral("__name__"));
    return differing;
}

} // namespace

SeriesFigures figuresOf(const Series &series, TimeRange range)
{
    const double none = std::nan("");
    SeriesFigures figures {none, none, none, none};
    double sum = 0;
    qint64 count = 0;
    for (const Sample &sample : series.samples) {
        if (sample.ms < range.from.ms || sample.ms > range.to.ms || std::isnan(sample.value)) {
            continue;
        }
        figures.last = sample.value;
        figures.least = count == 0 ? sample.value : std::min(figures.least, sample.value);
        figures.most = count == 0 ? sample.value : std::max(figures.most, sample.value);
        sum += sample.value;
        ++count;
    }
    figures.mean = count == 0 ? none : sum / double(count);
    return figures;
}

QStringList seriesTitles(const std::vector<Series> &series, const QString &alone)
{
    const bool isOneSource = std::ranges::all_of(series, [&series](const Series &one) { return one.source == series.front().source; });
    const bool isOneMetric = std::ranges::all_of(series, [&series](const Series &one) { return metricOf(one) == metricOf(series.front()); });
    const QStringList differing = differingLabels(series);
    QStringList titles;
    for (const Series &one : series) {
        QStringList labels;
        for (const Label &label : one.labels) {
            if (differing.contains(label.name)) {
                labels.append(label.name + u'=' + promql::quoted(label.value));
            }
        }
        QString title = isOneMetric && !labels.isEmpty() ? QString() : metricOf(one);
        title += labels.isEmpty() ? QString() : u'{' + labels.join(u',') + u'}';
        title = title.isEmpty() ? alone : title;
        titles.append(isOneSource ? title : one.source + u' ' + title);
    }
    return titles;
}

} // namespace quarterdeck
