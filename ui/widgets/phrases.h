#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

namespace quarterdeck {

/// How pieces of text are put together in the language of the window: each has its own colon, comma and full stop. Whoever joins words
/// that are seen or spoken does it here. Foreign parts are to be plain already.
namespace phrases {

/// "Owner: payments".
QString pair(const QString &name, const QString &value);
/// "a, b, c".
QString list(const QStringList &items);
/// "a is this; b is that".
QString clauses(const QStringList &items);
/// The sentence with a full stop, unless it ends in one, or in another mark that ends sentences.
QString stopped(const QString &sentence);
/// Sentences one after the other; all but the last are stopped.
QString sentences(const QStringList &all);
/// Day and month in the order of the language: "21 Nov".
QString day(const QDate &date);

} // namespace phrases

} // namespace quarterdeck
