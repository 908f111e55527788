#include "models/alertmodel.h"

#include "models/rowdiff.h"

#include <algorithm>
#include <numeric>

namespace quarterdeck {

namespace {

// Above this many separate runs a permutation is cheaper than one signal a run.
constexpr std::size_t MostRuns = 32;
constexpr Millis ShownResolved {3'600'000};

} // namespace

AlertModel::AlertModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_warmer.setInterval(0);
    connect(&m_warmer, &QTimer::timeout, this, [this] {
        m_warmFrom = m_index.warm(m_warmFrom, 400);
        if (m_warmFrom < 0) {
            m_warmer.stop();
        }
    });
    m_joiner.setSingleShot(true);
    connect(&m_joiner, &QTimer::timeout, this, [this] {
        join();
        commit();
    });
}

void AlertModel::reset(const std::function<void()> &change)
{
    beginResetModel();
    change();
    m_rows = m_index.rows();
    endResetModel();
    if (std::exchange(m_toldTotals, m_index.totals()) != m_index.totals()) {
        emit totalsChanged();
    }
}

void AlertModel::load(std::vector<Alert> alerts)
{
    reset([&] {
        m_index.setAlerts(std::move(alerts));
        join();
        m_index.commit();
    });
    m_warmFrom = 0;
    m_warmer.start();
}

void AlertModel::setFilter(const AlertFilter &filter)
{
    reset([&] { m_index.setFilter(filter); });
}

void AlertModel::arrange(AlertGrouping grouping, AlertSort sort)
{
    if (grouping == m_grouping && sort == m_sort) {
        return;
    }
    m_grouping = grouping;
    m_sort = sort;
    reset([&] { m_index.arrange(grouping, sort); });
}

void AlertModel::applyDelta(const ChangeSet &changes)
{
    if (m_index.slotCount() == 0 && !m_isHolding) {
        // What the first poll brings: all in one pass, not each looked for.
        m_index.setAlerts(changes.changedAlerts);
        join();
        commit();
        return;
    }
    for (const AlertKey &key : changes.removedAlerts) {
        m_index.remove(key);
    }
    for (const Alert &alert : changes.changedAlerts) {
        m_index.upsert(alert, m_isHolding);
    }
    joinSoon();
    commit();
}

void AlertModel::advanceTo(UtcTime now)
{
    if (m_index.setNow(now)) {
        moveTo(m_index.rows());
        emit totalsChanged();
    }
    const UtcTime oldest = now - ShownResolved;
    std::vector<AlertKey> old;
    for (int slot = 0; slot < m_index.slotCount(); ++slot) {
        const AlertIndex::Item &item = m_index.item(slot);
        if (item.isUsed && !item.alert.isOpen() && item.alert.resolvedAt.isValid() && item.alert.resolvedAt < oldest) {
            old.push_back(item.alert.key);
        }
    }
    for (const AlertKey &key : old) {
        m_index.remove(key);
    }
    if (!old.empty()) {
        commit();
    }
}

void AlertModel::releaseHeld()
{
    m_index.releaseHeld();
    commit();
}

void AlertModel::commit()
{
    m_index.commit();
    moveTo(m_index.rows());
    tellChanged(m_index.changedSlots());
    if (std::exchange(m_toldTotals, m_index.totals()) != m_index.totals()) {
        emit totalsChanged();
    }
}

void AlertModel::moveTo(std::vector<int> after)
{
    const RowDiff diff = diffRows(m_rows, after);
    if (!diff.isReordered && diff.removed.size() + diff.added.size() <= MostRuns) {
        for (const RowRun &run : diff.removed) {
            beginRemoveRows({}, run.first, run.first + run.count - 1);
            m_rows.erase(m_rows.begin() + run.first, m_rows.begin() + run.first + run.count);
            endRemoveRows();
        }
        for (const RowRun &run : diff.added) {
            beginInsertRows({}, run.first, run.first + run.count - 1);
            m_rows.insert(m_rows.begin() + run.first, after.begin() + run.first, after.begin() + run.first + run.count);
            endInsertRows();
        }
        return;
    }
    // Leavers go to the end and off in one run, newcomers arrive at the end in one run, then everybody takes their place.
    const QSet<int> coming(after.begin(), after.end());
    std::vector<int> arranged = m_rows;
    const auto firstLeaver = std::stable_partition(arranged.begin(), arranged.end(), [&](int id) { return coming.contains(id); });
    const int survivors = int(firstLeaver - arranged.begin());
    if (!diff.removed.empty()) {
        permute(arranged);
        beginRemoveRows({}, survivors, int(m_rows.size()) - 1);
        m_rows.resize(std::size_t(survivors));
        endRemoveRows();
    }
    if (!diff.added.empty()) {
        const int added = std::accumulate(diff.added.begin(), diff.added.end(), 0, [](int sum, const RowRun &run) { return sum + run.count; });
        beginInsertRows({}, survivors, survivors + added - 1);
        for (const RowRun &run : diff.added) {
            m_rows.insert(m_rows.end(), after.begin() + run.first, after.begin() + run.first + run.count);
        }
        endInsertRows();
    }
    permute(after);
}

void AlertModel::permute(const std::vector<int> &after)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QHash<int, int> places;
    for (const QModelIndex &old : from) {
        places.insert(m_rows[std::size_t(old.row())], -1);
    }
    for (std::size_t row = 0; !places.isEmpty() && row < after.size(); ++row) {
        const auto at = places.find(after[row]);
        if (at != places.end()) {
            *at = int(row);
        }
    }
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &old : from) {
        to << createIndex(places.value(m_rows[std::size_t(old.row())]), old.column());
    }
    m_rows = after;
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

void AlertModel::tellChanged(const std::vector<int> &changed)
{
    if (changed.empty()) {
        return;
    }
    // One span from the first to the last row concerned, headers of their groups included: cheaper than a signal a row.
    QSet<int> ids;
    for (const int slot : changed) {
        ids.insert(slot);
        const int group = m_index.item(slot).group;
        if (group >= 0) {
            ids.insert(AlertIndex::headerId(group));
        }
    }
    int first = -1;
    int last = -1;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (ids.contains(m_rows[std::size_t(row)])) {
            first = first < 0 ? row : first;
            last = row;
        }
    }
    if (first >= 0) {
        emit dataChanged(createIndex(first, 0), createIndex(last, ColumnCount - 1));
    }
}

void AlertModel::tellAllChanged()
{
    if (!m_rows.empty()) {
        emit dataChanged(createIndex(0, 0), createIndex(int(m_rows.size()) - 1, ColumnCount - 1));
    }
}

void AlertModel::setStatuses(const std::vector<SourceStatus> &statuses)
{
    QSet<SourceId> notLive;
    m_lastCompleteAt.clear();
    for (const SourceStatus &status : statuses) {
        m_lastCompleteAt.insert(status.id, status.lastOkAt);
        if (status.freshness != Freshness::Live) {
            notLive.insert(status.id);
        }
    }
    if (m_index.setNotLive(notLive)) {
        moveTo(m_index.rows());
        emit totalsChanged();
    }
    tellAllChanged();
}

void AlertModel::setServices(const std::vector<Service> &services)
{
    m_index.setServices(services);
    tellAllChanged();
}

void AlertModel::setSilences(const std::vector<Silence> &silences)
{
    m_silences.clear();
    for (const Silence &silence : silences) {
        m_silences.insert(silence.source + u':' + silence.id, silence);
    }
    m_index.setSilences(silences);
    tellAllChanged();
    emit totalsChanged();
}

QuietSources AlertModel::quietSources() const
{
    QuietSources sources;
    sources.silence = [this](const SourceId &source, const QString &id) {
        const auto at = m_silences.constFind(source + u':' + id);
        return at == m_silences.constEnd() ? nullptr : &*at;
    };
    sources.alert = [this](const AlertKey &key) {
        const int slot = m_index.slotOf(key);
        return slot < 0 ? nullptr : &m_index.item(slot).alert;
    };
    return sources;
}

void AlertModel::setOutbox(const std::vector<OutboxEntry> &entries)
{
    m_pending.clear();
    for (const OutboxEntry &entry : entries) {
        if (!isFinal(entry.state) && entry.action.alert.isValid() && !m_pending.contains(entry.action.alert)) {
            m_pending.insert(entry.action.alert, {entry.action.createdAt, entry.action.verb});
        }
    }
    tellAllChanged();
}

void AlertModel::setHasRunbook(HasRunbook hasRunbook)
{
    m_hasRunbook = std::move(hasRunbook);
    tellAllChanged();
}

void AlertModel::setFolded(int row, bool folded)
{
    if (headerAt(row) != nullptr) {
        m_index.setFolded(AlertIndex::groupOfHeader(m_rows[std::size_t(row)]), folded);
        moveTo(m_index.rows());
        emit dataChanged(createIndex(row, 0), createIndex(row, ColumnCount - 1));
    }
}

void AlertModel::setMarked(int row, bool marked)
{
    if (row < 0 || row >= int(m_rows.size())) {
        return;
    }
    const int id = m_rows[std::size_t(row)];
    int last = row;
    if (id >= 0) {
        m_index.setMarked(id, marked);
    } else {
        const int group = AlertIndex::groupOfHeader(id);
        for (const int slot : m_index.members(group)) {
            m_index.setMarked(slot, marked);
        }
        last = std::min(int(m_rows.size()) - 1, row + int(m_index.members(group).size()));
    }
    emit dataChanged(createIndex(row, 0), createIndex(last, ColumnCount - 1));
    if (std::exchange(m_toldTotals, m_index.totals()) != m_index.totals()) {
        emit totalsChanged();
    }
}

void AlertModel::setAllMarked(bool marked)
{
    for (int slot = 0; slot < m_index.slotCount(); ++slot) {
        if (!marked || m_index.item(slot).alert.isOpen()) {
            m_index.setMarked(slot, marked);
        }
    }
    tellAllChanged();
    if (std::exchange(m_toldTotals, m_index.totals()) != m_index.totals()) {
        emit totalsChanged();
    }
}

const Alert *AlertModel::alertAt(int row) const
{
    if (row < 0 || row >= int(m_rows.size()) || m_rows[std::size_t(row)] < 0) {
        return nullptr;
    }
    return &m_index.item(m_rows[std::size_t(row)]).alert;
}

const AlertGroup *AlertModel::headerAt(int row) const
{
    if (row < 0 || row >= int(m_rows.size()) || m_rows[std::size_t(row)] >= 0) {
        return nullptr;
    }
    return &m_index.group(AlertIndex::groupOfHeader(m_rows[std::size_t(row)]));
}

std::vector<Alert> AlertModel::alertsAt(int row) const
{
    std::vector<Alert> found;
    if (const Alert *alert = alertAt(row)) {
        found.push_back(*alert);
    } else if (headerAt(row) != nullptr) {
        for (const int slot : m_index.members(AlertIndex::groupOfHeader(m_rows[std::size_t(row)]))) {
            found.push_back(m_index.item(slot).alert);
        }
    }
    return found;
}

int AlertModel::rowOf(const AlertKey &key) const
{
    const int slot = m_index.shownFor(m_index.slotOf(key));
    const auto at = slot < 0 ? m_rows.end() : std::find(m_rows.begin(), m_rows.end(), slot);
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

int AlertModel::reveal(const AlertKey &key)
{
    const int slot = m_index.shownFor(m_index.slotOf(key));
    if (slot < 0 || !m_index.item(slot).isMatched) {
        return -1;
    }
    if (m_index.item(slot).isHeld) {
        releaseHeld();
    }
    const int group = m_index.item(slot).group;
    if (m_index.group(group).isFolded) {
        const auto header = std::find(m_rows.begin(), m_rows.end(), AlertIndex::headerId(group));
        setFolded(int(header - m_rows.begin()), false);
    }
    return rowOf(key);
}

int AlertModel::headerRowOf(int row) const
{
    for (int at = std::min(row, int(m_rows.size()) - 1); at >= 0; --at) {
        if (m_rows[std::size_t(at)] < 0) {
            return at;
        }
    }
    return -1;
}

} // namespace quarterdeck
