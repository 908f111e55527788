#pragma once

#include "models/roles.h"
#include "models/rota.h"

#include <QAbstractTableModel>

namespace quarterdeck {

/// Who is called now and next: a row for each level of each policy that the filter lets through.
class DutyListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int { PolicyColumn, LevelColumn, NowColumn, UntilColumn, NextColumn, SourceColumn, ColumnCount };
    /// Roles of this model alone.
    enum DutyRole : int {
        KindRole = FirstFreeRole, ///< int of RotaStretch::Kind: how it stands now.
        PeopleRole,               ///< QStringList: who is called; in NextColumn from TimeRole on.
        KnownUntilRole,           ///< qint64 ms: nothing is known of later.
        IsForEverRole,            ///< bool: whoever is called now stays so.
        IsNextWholeRole,          ///< bool: nobody in PeopleRole of NextColumn means nobody.
        LevelRole                 ///< int: 1 is called first.
    };
    explicit DutyListModel(QObject *parent = nullptr);

    /// Takes rows as they are now; where they are the same ones as before, they stay where they are.
    void setRows(std::vector<RotaRow> rows);
    /// Shows those that mention the text.
    void setFilter(const QString &text);
    const QString &filter() const { return m_filter; }
    /// All rows that are shown.
    const std::vector<RotaRow> &shown() const { return m_shown; }
    /// All rows, whatever the filter.
    const std::vector<RotaRow> &all() const { return m_all; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();

    std::vector<RotaRow> m_all;
    std::vector<RotaRow> m_shown;
    QString m_filter;
};

} // namespace quarterdeck
