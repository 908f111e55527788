#pragma once

#include "app/core/error.h"
#include "ui/theme/theme.h"

#include <QDialog>

namespace quarterdeck {

/// Why there is no window: what is wrong, where, and what to do. `where` may be empty, as may `advice`.
struct StartTrouble {
    QString what;
    QString where;
    QString advice;

    /// An error of the start; `configFile` is the configuration that was to be used.
    static StartTrouble of(const Error &error, const QString &configFile);
    /// For standard error: one line, plain.
    QString line() const;
};

/// Says in a window why there is no other one: who starts a program from a menu sees no standard error.
class StartProblem final : public QDialog {
    Q_OBJECT

public:
    StartProblem(const Theme &theme, const StartTrouble &trouble);
};

/// Whether a window opened now would be seen by a person.
bool hasScreen();

} // namespace quarterdeck
