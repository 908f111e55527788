#pragma once

#include <QAbstractTableModel>
#include <QSet>

#include <algorithm>
#include <vector>

namespace quarterdeck {

/// A flat table whose rows have keys: replace() moves only what differs, so selections and scroll positions stay.
/// For lists of up to some thousands of rows. Thread: main.
template <class Row> class KeyedTable : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    const std::vector<Row> &rows() const { return m_rows; }
    const Row *rowAt(int row) const { return row >= 0 && row < int(m_rows.size()) ? &m_rows[std::size_t(row)] : nullptr; }
    int rowOfKey(const QString &key) const
    {
        const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return keyOf(row) == key; });
        return at == m_rows.end() ? -1 : int(at - m_rows.begin());
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

protected:
    virtual QString keyOf(const Row &row) const = 0;

    /// Makes the rows equal to `next`, whose keys are unique, with removals, insertions, moves and changes; never a reset.
    void replace(const std::vector<Row> &next)
    {
        QSet<QString> staying;
        for (const Row &row : next) {
            staying.insert(keyOf(row));
        }
        for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
            if (staying.contains(keyOf(m_rows[std::size_t(last)]))) {
                continue;
            }
            int first = last;
            while (first > 0 && !staying.contains(keyOf(m_rows[std::size_t(first - 1)]))) {
                --first;
            }
            this->beginRemoveRows({}, first, last);
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
            this->endRemoveRows();
            last = first;
        }
        QSet<QString> known;
        for (const Row &row : m_rows) {
            known.insert(keyOf(row));
        }
        for (int at = 0; at < int(next.size()); ++at) {
            place(next, at, known);
        }
    }

private:
    void place(const std::vector<Row> &next, int at, const QSet<QString> &known)
    {
        const Row &row = next[std::size_t(at)];
        const QString key = keyOf(row);
        if (!known.contains(key)) {
            this->beginInsertRows({}, at, at);
            m_rows.insert(m_rows.begin() + at, row);
            this->endInsertRows();
            return;
        }
        int from = at;
        while (keyOf(m_rows[std::size_t(from)]) != key) {
            ++from;
        }
        if (from != at) {
            this->beginMoveRows({}, from, from, {}, at);
            std::rotate(m_rows.begin() + at, m_rows.begin() + from, m_rows.begin() + from + 1);
            this->endMoveRows();
        }
        if (!(m_rows[std::size_t(at)] == row)) {
            m_rows[std::size_t(at)] = row;
            emit this->dataChanged(this->index(at, 0), this->index(at, this->columnCount() - 1));
        }
    }

    std::vector<Row> m_rows;
};

} // namespace quarterdeck
