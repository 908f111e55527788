#pragma once

#include <QString>

class QCoreApplication;

namespace quarterdeck {

/// The language of the preferences, or empty for the system's. Read before anything is built, because texts are made once.
QString preferredLanguage(const QString &dataDir);
/// Loads the catalogues of a language ("de", "zh_CN", "en"; empty: the system's), ours and Qt's. English plurals come from a catalogue too.
void installLanguage(QCoreApplication &app, const QString &language);

} // namespace quarterdeck
