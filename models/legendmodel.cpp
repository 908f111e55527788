#include "models/legendmodel.h"

#include <bit>

namespace quarterdeck {

namespace {

bool isSameNumber(double a, double b)
{
    return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b) || (std::isnan(a) && std::isnan(b));
}

double numberOf(const LegendRow &row, int column)
{
    switch (column) {
    case LegendModel::LastColumn:
        return row.figures.last;
    case LegendModel::LeastColumn:
        return row.figures.least;
    case LegendModel::MostColumn:
        return row.figures.most;
    case LegendModel::MeanColumn:
        return row.figures.mean;
    default:
        return std::nan("");
    }
}

bool isBefore(const LegendRow &a, const LegendRow &b, int column, Qt::SortOrder order)
{
    const bool isAscending = order == Qt::AscendingOrder;
    if (column == LegendModel::NameColumn) {
        return isAscending ? a.name < b.name : b.name < a.name;
    }
    const double left = numberOf(a, column);
    const double right = numberOf(b, column);
    // What has no figure stands last, whichever way it is sorted.
    if (std::isnan(left) || std::isnan(right)) {
        return !std::isnan(left) && std::isnan(right);
    }
    return isAscending ? left < right : right < left;
}

} // namespace

bool operator==(const LegendRow &a, const LegendRow &b)
{
    return a.key == b.key && a.name == b.name && a.unit == b.unit && a.place == b.place && a.ago == b.ago && a.isShown == b.isShown
        && isSameNumber(a.figures.last, b.figures.last) && isSameNumber(a.figures.least, b.figures.least)
        && isSameNumber(a.figures.most, b.figures.most) && isSameNumber(a.figures.mean, b.figures.mean);
}

void LegendModel::setSeries(const std::vector<BoardSeries> &series, TimeRange range)
{
    m_inOrder.clear();
    bool isAloneThere = false;
    QSet<QString> known;
    for (const BoardSeries &line : series) {
        // Labels that a server gives twice would be one row.
        if (known.contains(line.key)) {
            continue;
        }
        known.insert(line.key);
        isAloneThere = isAloneThere || line.key == m_alone;
        m_inOrder.push_back({line.key, line.name, line.series.unit, figuresOf(line.series, range), line.place, line.ago, true});
    }
    if (!isAloneThere && !m_inOrder.empty()) {
        m_alone.clear();
    }
    refresh();
}

bool LegendModel::isShown(const QString &key) const
{
    return m_alone.isEmpty() ? !m_hidden.contains(key) : key == m_alone || key.startsWith(m_alone + u'|');
}

void LegendModel::toggleAlone(const QString &key)
{
    m_alone = m_alone == key ? QString() : key;
    m_hidden.clear();
    refresh();
    emit choiceChanged();
}

void LegendModel::toggleHidden(const QString &key)
{
    if (!m_alone.isEmpty()) {
        // From one alone to all but the others: what is asked for is to see this one too, or not any more.
        for (const LegendRow &row : m_inOrder) {
            if (!isShown(row.key)) {
                m_hidden.insert(row.key);
            }
        }
        m_alone.clear();
    }
    if (!m_hidden.remove(key)) {
        m_hidden.insert(key);
    }
    refresh();
    emit choiceChanged();
}

void LegendModel::showAll()
{
    m_alone.clear();
    m_hidden.clear();
    refresh();
    emit choiceChanged();
}

QVariant LegendModel::data(const QModelIndex &index, int role) const
{
    const LegendRow *row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (row == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? QVariant(row->name) : QVariant(numberOf(*row, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == NameColumn ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    case NumberRole:
        return numberOf(*row, index.column());
    case KeyRole:
        return row->key;
    case UnitRole:
        return row->unit;
    case PlaceRole:
        return row->place;
    case AgoRole:
        return qint64(row->ago.count());
    case IsShownRole:
        return row->isShown;
    default:
        return {};
    }
}

void LegendModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    refresh();
}

void LegendModel::refresh()
{
    for (LegendRow &row : m_inOrder) {
        row.isShown = isShown(row.key);
    }
    arrange(m_inOrder);
}

void LegendModel::arrange(std::vector<LegendRow> next)
{
    if (m_column >= 0) {
        std::ranges::stable_sort(next, [this](const LegendRow &a, const LegendRow &b) { return isBefore(a, b, m_column, m_order); });
    }
    replace(next);
}

} // namespace quarterdeck
