#pragma once

#include "app/domain/logline.h"

namespace quarterdeck {

/// Which fields of a line say what it is about: of several, the first that the line has and that is not empty.
struct LineFields {
    QStringList service;
    QStringList level;
};

/// The service of a line by its fields; empty where none says it.
QString serviceOf(const Labels &fields, const LineFields &names);
/// The level of a line by its fields; Unknown where none says it in a word that is known.
LogLevel levelOf(const Labels &fields, const LineFields &names);
/// The words that a service is asked for by: as it is written, and in lower case, since a name from a catalog need not have the case of the field.
QStringList spellingsOf(const QString &service);
/// Every word for these levels; empty where words cannot tell them: all levels, or lines without a level among them.
QStringList wordsOfLevels(const std::vector<LogLevel> &levels);

} // namespace quarterdeck
