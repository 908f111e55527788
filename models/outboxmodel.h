#pragma once

#include "app/domain/action.h"
#include "models/keyedtable.h"
#include "models/spokenwords.h"

namespace quarterdeck {

/// What waits to be sent and what became of it in the last day, newest first. Thread: main.
class OutboxModel final : public KeyedTable<OutboxEntry> {
    Q_OBJECT

public:
    enum Column : int { VerbColumn, AlertColumn, SourceColumn, StateColumn, CreatedColumn, ColumnCount };
    using KeyedTable<OutboxEntry>::KeyedTable;

    /// What a screen reader says of a cell.
    void setSpoken(SpokenWords spoken) { m_spoken = std::move(spoken); }
    /// Replaces the entries by key.
    void setEntries(const std::vector<OutboxEntry> &entries) { replace(entries); }
    /// Entries that are on their way: neither done nor given up, nor waiting for a person.
    int waiting() const;
    /// Entries that wait for a person: conflicts, and those that were never sent and expired or were refused.
    int needingAttention() const;
    /// The newest entry of an alert that waits or conflicts; nothing when there is none.
    const OutboxEntry *openEntryOf(const AlertKey &alert) const;

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const OutboxEntry &entry) const override { return entry.action.id.toString(QUuid::WithoutBraces); }

private:
    SpokenWords m_spoken;
};

/// True for what a person has to decide on.
bool needsAttention(const OutboxEntry &entry);

} // namespace quarterdeck
