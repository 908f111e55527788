#pragma once

#include "app/domain/action.h"

namespace quarterdeck {

/// Aims a wish at an alert as it is seen now: where it has changed when the wish is carried out, that is a conflict. Pure.
inline void aimAt(AlertAction &action, const Alert &alert)
{
    action.source = alert.key.source;
    action.alert = alert.key;
    action.alertTitle = alert.title;
    action.expectedStart = alert.startsAt;
}

} // namespace quarterdeck
