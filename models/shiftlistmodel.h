#pragma once

#include "models/roles.h"
#include "models/rota.h"

#include <QAbstractTableModel>

namespace quarterdeck {

/// The stretches of rota rows one below the other, by time: who is called from when to when, where nobody is, and what is not known.
/// Levels behind the first have no row for nobody, since that is no gap.
class ShiftListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int { FromColumn, UntilColumn, PeopleColumn, PolicyColumn, LevelColumn, SourceColumn, ColumnCount };
    /// Roles of this model alone. TimeRole is the beginning in FromColumn and the end in UntilColumn.
    enum ShiftRole : int {
        KindRole = FirstFreeRole, ///< int of RotaStretch::Kind.
        PeopleRole                ///< QStringList: who is called.
    };
    explicit ShiftListModel(QObject *parent = nullptr);

    /// `person`: only stretches of people whose name holds it; empty: all.
    void setRows(const std::vector<RotaRow> &rows, const QString &person);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        RotaStretch stretch;
        QString policy;
        int level = 1;
        SourceId source;
        friend bool operator==(const Row &, const Row &) = default;
    };
    std::vector<Row> m_rows;
};

} // namespace quarterdeck
