#pragma once

#include "app/ownership/review.h"
#include "models/roles.h"

#include <QAbstractTableModel>

#include <tl/expected.hpp>

namespace quarterdeck {

/// Which services a board shows: words in the name or owner, `team:`, `is:unowned|dangling|conflict|failing|unknown` and `no:runbook|cover`.
/// All must hold.
class OwnershipFilter {
public:
    OwnershipFilter() = default;
    /// The error is the first term that is not understood.
    static tl::expected<OwnershipFilter, QString> parse(const QString &text);
    bool matches(const ServiceReview &review) const;
    bool isEmpty() const { return m_terms.empty(); }
    /// What may be asked with a colon: "is:unowned", ...
    static QStringList words();

private:
    struct Term {
        enum class About : quint8 { Name, Team, Check };
        About about = About::Name;
        QString text;
        std::vector<OwnershipCheck> checks; ///< One of these in that state.
        CheckState state = CheckState::Fail;
    };
    std::vector<Term> m_terms;
};

/// The state of a check of a review.
CheckState stateOf(const ServiceReview &review, OwnershipCheck check);

/// The board: a row for each service that the filter lets through, a column for each check.
class OwnershipListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    /// From FirstCheckColumn on one column for each check, in their order.
    enum Column : int { ServiceColumn, OwnerColumn, PassedColumn, FirstCheckColumn };
    /// Roles of this model alone.
    enum OwnershipRole : int {
        StateRole = FirstFreeRole, ///< int of CheckState, in the columns of checks.
        CheckRole,                 ///< int of OwnershipCheck, there too.
        DecidedRole                ///< int: checks that passed or failed; those that passed are CountRole.
    };
    explicit OwnershipListModel(QObject *parent = nullptr);

    /// Takes the reviews; where the same rows are shown as before, they stay where they are.
    void setReviews(std::vector<ServiceReview> reviews);
    void setFilter(OwnershipFilter filter);
    const std::vector<ServiceReview> &all() const { return m_all; }
    const ServiceReview &reviewAt(int row) const { return m_shown[std::size_t(row)]; }
    /// Row of a service; -1 where it is not shown.
    int rowOf(const QString &service) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void choose();
    bool isBefore(const ServiceReview &left, const ServiceReview &right) const;

    std::vector<ServiceReview> m_all;
    std::vector<ServiceReview> m_shown;
    OwnershipFilter m_filter;
    int m_sortColumn = ServiceColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace quarterdeck
