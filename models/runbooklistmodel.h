#pragma once

#include "app/ports/library.h"
#include "app/runbook/runbook.h"
#include "models/roles.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QHash>

namespace quarterdeck {

/// Whether somebody has looked at a runbook lately enough.
enum class ReviewState : quint8 { Unread, Undated, Fresh, DueSoon, Overdue };

/// The runbooks of the library, filtered by words. What only the Markdown tells (owner, review) follows when it has been read.
class RunbookListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int { TitleColumn, ServiceColumn, StepsColumn, ReviewColumn, ProblemsColumn, ColumnCount };
    /// Roles of this model alone.
    enum RunbookRole : int {
        ReviewStateRole = FirstFreeRole, ///< int of ReviewState.
        ReviewDueRole,                   ///< QDate; invalid when not known.
        ProblemsRole,                    ///< QStringList: the file's problem and the warnings of the derivation.
        AlertsRole,                      ///< QStringList: alert names or globs of front matter.
    };
    explicit RunbookListModel(QObject *parent = nullptr);

    /// Takes the files as they are now; what was read of an unchanged file is kept.
    void setFiles(const std::vector<RunbookFile> &files);
    /// Takes what was read of one file.
    void setDetails(const QString &id, const Runbook &runbook, QDate today);
    /// Ids whose Markdown has not been read since it changed, in the order of the rows.
    QStringList unread() const;
    /// Shows only runbooks where every word is found in title, path, service or alerts.
    void setFilter(const QString &text);
    /// Row of a runbook; -1 when it is not known or filtered away.
    int rowOf(const QString &id) const;
    /// The file of a runbook, or nothing.
    const RunbookFile *file(const QString &id) const;
    const std::vector<RunbookFile> &files() const { return m_files; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Details {
        UtcTime modifiedAt;
        ReviewState review = ReviewState::Unread;
        QDate due;
        QString owner;
        int steps = 0;
        QStringList warnings;
    };
    bool passes(const RunbookFile &file) const;
    void rebuildRows();
    QVariant display(const RunbookFile &file, const Details &details, int column) const;

    std::vector<RunbookFile> m_files;
    QHash<QString, Details> m_details;
    std::vector<int> m_rows;
    QStringList m_words;
};

} // namespace quarterdeck
