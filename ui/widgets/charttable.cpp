#include "ui/widgets/charttable.h"

#include "app/core/text.h"
#include "ui/widgets/unittext.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>

#include <cmath>
#include <map>

namespace quarterdeck {

namespace {

using Rows = std::map<qint64, std::vector<double>>;

Rows rowsOf(const std::vector<Series> &series, TimeRange range)
{
    Rows rows;
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (const Sample &sample : series.at(i).samples) {
            if (sample.ms < range.from.ms || sample.ms > range.to.ms) {
                continue;
            }
            auto &row = rows[sample.ms];
            row.resize(series.size(), std::nan(""));
            row.at(i) = sample.value;
        }
    }
    return rows;
}

} // namespace

QTableWidget *newChartTable(QWidget *chart)
{
    auto *table = new QTableWidget(chart);
    table->setObjectName(chart->objectName() + QStringLiteral("Table"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->setCornerButtonEnabled(false);
    table->installEventFilter(chart);
    return table;
}

void fillChartTable(QTableWidget &table, const std::vector<Series> &series, const QStringList &names, TimeRange range,
    const std::function<QString(UtcTime, bool)> &timeText)
{
    constexpr int MaxRows = 1000;
    const Rows rows = rowsOf(series, range);
    table.clear();
    table.setColumnCount(int(series.size()) + 1);
    table.setRowCount(std::min(MaxRows, int(rows.size())));
    table.setHorizontalHeaderItem(0, new QTableWidgetItem(QCoreApplication::translate("ChartTable", "Time")));
    for (int i = 0; i < int(series.size()); ++i) {
        table.setHorizontalHeaderItem(i + 1, new QTableWidgetItem(text::plain(names.value(i), 80)));
    }
    int line = 0;
    for (auto it = rows.rbegin(); it != rows.rend() && line < MaxRows; ++it, ++line) {
        table.setItem(line, 0, new QTableWidgetItem(timeText({it->first}, true)));
        for (std::size_t i = 0; i < it->second.size(); ++i) {
            auto *cell = new QTableWidgetItem(valueText(it->second.at(i), series.at(i).unit));
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table.setItem(line, int(i) + 1, cell);
        }
    }
}

QByteArray chartCsv(const std::vector<Series> &series, const QStringList &names, TimeRange range)
{
    QString csv = QStringLiteral("time");
    for (int i = 0; i < int(series.size()); ++i) {
        csv += u',' + text::csvCell(names.value(i));
    }
    csv += QLatin1StringView("\r\n");
    for (const auto &[ms, values] : rowsOf(series, range)) {
        csv += toRfc3339({ms});
        for (const double value : values) {
            csv += u',' + (std::isnan(value) ? QString() : QString::number(value, 'g', QLocale::FloatingPointShortest));
        }
        csv += QLatin1StringView("\r\n");
    }
    return csv.toUtf8();
}

} // namespace quarterdeck
