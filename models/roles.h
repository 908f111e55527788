#pragma once

#include <Qt>

namespace quarterdeck {

/// Roles beside Qt's own. Models give meaning (enums, raw numbers, keys); colour, icon and words are chosen in ui.
enum Role : int {
    KeyRole = Qt::UserRole + 1, ///< Stable identity of the row, a QString.
    SortRole,                   ///< A value to sort by.
    SeverityRole,               ///< int of Severity.
    AlertStateRole,             ///< int of AlertState.
    PendingRole,                ///< int of Pending.
    FreshnessRole,              ///< int of Freshness.
    TimeRole,                   ///< qint64 ms since the epoch; 0: none.
    UnitRole,                   ///< Unit of a number.
    IsGroupRole,                ///< bool: the row is a group header.
    CountRole,                  ///< int: members of a group.
    IsFoldedRole,               ///< bool
    IsMarkedRole,               ///< bool: selected with x.
    OwnerRole,                  ///< QString
    IsOwnerKnownRole,           ///< bool
    HasRunbookRole,             ///< bool
    DetailRole,                 ///< QString: second line or faint text.
    FirstFreeRole
};

} // namespace quarterdeck
