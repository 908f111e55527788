#include "models/servicelistmodel.h"

#include <algorithm>

namespace quarterdeck {

namespace {

// Numbers of tiers sort as numbers, words after them, nothing last.
QString tierKey(const QString &tier)
{
    if (tier.isEmpty()) {
        return QStringLiteral("~~");
    }
    bool isNumber = false;
    const int number = tier.toInt(&isNumber);
    return isNumber ? QStringLiteral("%1").arg(number, 6, 10, QChar(u'0')) : u'~' + tier.toLower();
}

} // namespace

ServiceListModel::ServiceListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ServiceListModel::setServices(const std::vector<Service> &services)
{
    if (services == m_book.services()) {
        return;
    }
    if (m_book.services().empty() || services.empty()) {
        beginResetModel();
        m_book.setServices(services);
        rebuildRows();
        endResetModel();
        return;
    }
    QSet<QString> staying;
    for (const Service &service : services) {
        staying.insert(serviceKey(service.name));
    }
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (!staying.contains(serviceKey(m_book.services()[size_t(m_rows[size_t(row)])].name))) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    QStringList shown;
    for (const int place : m_rows) {
        shown.append(serviceKey(m_book.services()[size_t(place)].name));
    }
    m_book.setServices(services);
    for (qsizetype row = 0; row < shown.size(); ++row) {
        m_rows[size_t(row)] = m_book.placeOf(shown[row]);
    }
    const QSet<QString> before(shown.cbegin(), shown.cend());
    for (int place = 0; place < int(m_book.services().size()); ++place) {
        if (passes(place) && !before.contains(serviceKey(m_book.services()[size_t(place)].name))) {
            const auto at = std::ranges::find_if(m_rows, [&](int other) { return precedes(place, other); });
            const int row = int(at - m_rows.begin());
            beginInsertRows({}, row, row);
            m_rows.insert(at, place);
            endInsertRows();
        }
    }
    rowsChanged();
}

void ServiceListModel::setAlerts(const std::vector<Alert> &alerts)
{
    m_book.setAlerts(alerts);
    rowsChanged();
}

void ServiceListModel::applyAlerts(const ChangeSet &changes)
{
    if (m_book.applyAlerts(changes)) {
        rowsChanged();
    }
}

void ServiceListModel::setStatuses(const std::vector<SourceStatus> &statuses)
{
    if (m_book.setStatuses(statuses)) {
        rowsChanged();
    }
}

void ServiceListModel::setLoads(const QHash<QString, int> &loads)
{
    m_loads = loads;
    m_hasLoads = true;
    rowsChanged();
}

void ServiceListModel::setFilter(const QString &text)
{
    if (text == m_filter) {
        return;
    }
    beginResetModel();
    m_filter = text;
    m_words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    rebuildRows();
    endResetModel();
}

void ServiceListModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    resort();
}

void ServiceListModel::resort()
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> places;
    for (const QModelIndex &index : before) {
        places.push_back(m_rows[size_t(index.row())]);
    }
    std::ranges::sort(m_rows, [this](int a, int b) { return precedes(a, b); });
    std::vector<int> rowOfPlace(m_book.services().size(), -1);
    for (int row = 0; row < int(m_rows.size()); ++row) {
        rowOfPlace[size_t(m_rows[size_t(row)])] = row;
    }
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        after.append(index(rowOfPlace[size_t(places[size_t(i)])], before[i].column()));
    }
    changePersistentIndexList(before, after);
    m_orderStale = false;
    emit layoutChanged({}, VerticalSortHint);
}

int ServiceListModel::rowOf(const QString &name) const
{
    const auto it = std::ranges::find(m_rows, m_book.placeOf(name));
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int ServiceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ServiceListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ServiceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int place = m_rows[size_t(index.row())];
    const Service &service = m_book.services()[size_t(place)];
    const ServiceHealth &health = m_book.healthAt(place);
    switch (role) {
    case Qt::DisplayRole:
        return display(place, index.column());
    case Qt::TextAlignmentRole:
        return index.column() >= AlertsColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case KeyRole:
        return service.name;
    case SortRole:
        return sortKey(place, index.column());
    case HealthRole:
        return int(health.health);
    case IsCertainRole:
        return health.isCertain;
    case TimeRole:
        return health.since.ms;
    case CountRole:
        return health.openAlerts;
    case OwnerRole:
        return service.owner;
    case IsOwnerKnownRole:
        return service.isOwnerKnown;
    case LoadRole:
        return m_hasLoads ? m_loads.value(serviceKey(service.name), 0) : -1;
    case DetailRole:
        return health.worstTitle.isEmpty() ? service.title : health.worstTitle;
    default:
        return {};
    }
}

QVariant ServiceListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section >= AlertsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case HealthColumn:
        return tr("Health");
    case NameColumn:
        return tr("Service");
    case OwnerColumn:
        return tr("Owner");
    case TierColumn:
        return tr("Tier");
    case AlertsColumn:
        return tr("Open alerts");
    default:
        return tr("Interruptions, 7 days");
    }
}

void ServiceListModel::rebuildRows()
{
    m_rows.clear();
    for (int i = 0; i < int(m_book.services().size()); ++i) {
        if (passes(i)) {
            m_rows.push_back(i);
        }
    }
    std::ranges::sort(m_rows, [this](int a, int b) { return precedes(a, b); });
    m_orderStale = false;
}

bool ServiceListModel::passes(int service) const
{
    const Service &s = m_book.services()[size_t(service)];
    const QString hay = QString(s.name + u'\n' + s.title + u'\n' + s.owner + u'\n' + s.tier).toLower();
    return std::ranges::all_of(m_words, [&](const QString &word) { return hay.contains(word); });
}

bool ServiceListModel::precedes(int a, int b) const
{
    const QVariant left = sortKey(a, m_sortColumn);
    const QVariant right = sortKey(b, m_sortColumn);
    const auto order = QVariant::compare(left, right);
    if (order != QPartialOrdering::Equivalent) {
        return (order == QPartialOrdering::Less) == (m_order == Qt::AscendingOrder);
    }
    return m_book.services()[size_t(a)].name < m_book.services()[size_t(b)].name;
}

void ServiceListModel::rowsChanged()
{
    if (m_rows.empty()) {
        return;
    }
    m_orderStale = m_orderStale || !std::ranges::is_sorted(m_rows, [this](int a, int b) { return precedes(a, b); });
    emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

QVariant ServiceListModel::display(int service, int column) const
{
    const Service &s = m_book.services()[size_t(service)];
    switch (column) {
    case NameColumn:
        return s.name;
    case OwnerColumn:
        return s.owner;
    case TierColumn:
        return s.tier;
    case AlertsColumn: {
        const ServiceHealth &health = m_book.healthAt(service);
        // None that is known is not none.
        return health.openAlerts == 0 && !health.isCertain ? QVariant(QStringLiteral("?")) : QVariant(health.openAlerts);
    }
    case LoadColumn:
        return m_hasLoads ? QVariant(m_loads.value(serviceKey(s.name), 0)) : QVariant();
    default:
        return {};
    }
}

QVariant ServiceListModel::sortKey(int service, int column) const
{
    const Service &s = m_book.services()[size_t(service)];
    switch (column) {
    case HealthColumn:
        return int(m_book.healthAt(service).health);
    case OwnerColumn:
        return s.owner.isEmpty() ? QStringLiteral("~") : s.owner.toLower();
    case TierColumn:
        return tierKey(s.tier);
    case AlertsColumn:
        return m_book.healthAt(service).openAlerts;
    case LoadColumn:
        return m_loads.value(serviceKey(s.name), -1);
    default:
        return s.name.toLower();
    }
}

} // namespace quarterdeck
