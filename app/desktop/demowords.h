#pragma once

#include <QString>

namespace quarterdeck {

/// What the bar of the demo says in a phase; `problem`: why no servers run, or one of them does not.
QString demoSentence(const QString &phase, const QString &problem);

} // namespace quarterdeck
