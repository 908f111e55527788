#pragma once

#include "app/domain/silence.h"
#include "models/keyedtable.h"

namespace quarterdeck {

/// The silences that hold now or will: acknowledgements included, those that end first stand first. Thread: main.
class SilenceModel final : public KeyedTable<Silence> {
    Q_OBJECT

public:
    enum Column : int { MatchersColumn, SourceColumn, EndsColumn, ByColumn, CommentColumn, ColumnCount };
    using KeyedTable<Silence>::KeyedTable;

    /// Expired ones are left out.
    void setSilences(std::vector<Silence> silences);
    /// Nothing where no silence of the source has this id.
    const Silence *find(const SourceId &source, const QString &id) const;

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const Silence &silence) const override { return silence.source + u':' + silence.id; }
};

} // namespace quarterdeck
