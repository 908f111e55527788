#pragma once

#include "app/domain/action.h"

#include <QSet>

namespace quarterdeck {

/// Which entries of an outbox must wait for one another: those about the same alert, the same silence or the same matchers. Go through
/// the entries oldest first.
class EntryOrder {
public:
    /// Takes the place of an entry. False where an older one about the same has it already.
    bool take(const AlertAction &action);

private:
    QSet<QString> m_taken;
};

} // namespace quarterdeck
