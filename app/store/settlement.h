#pragma once

#include "app/domain/action.h"

namespace quarterdeck {

/// What an entry of the outbox is to become.
struct Settlement {
    QUuid action;
    OutboxState state = OutboxState::Sending;
    Reason reason {};
    QString silence {}; ///< What holds it at the source, where that is known.
};

} // namespace quarterdeck
