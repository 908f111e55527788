#pragma once

#include <QList>

class QWidget;

namespace quarterdeck {

/// Moves the focus from the part of the window that has it to the next one, or the one before, where something takes it: to what had it
/// there last. The parts in the order in which they are walked.
void goToRegion(const QList<QWidget *> &regions, bool forward);

} // namespace quarterdeck
