#pragma once

#include <QString>
#include <QStringList>

namespace quarterdeck {

/// How many letters must be left out, put in, replaced or swapped with their neighbour to turn one word into the other (the distance
/// of Damerau and Levenshtein, each place edited once). Upper and lower case are equal. At most 64 letters of each count.
int editDistance(QStringView a, QStringView b);

/// Those of `names` that `typed` was probably meant to be: a slip or two away, or begun by it. Best first, at most three.
QStringList nearNames(QStringView typed, const QStringList &names);

/// " Did you mean silence or silences?" for nearNames(); empty where nothing is near.
QString didYouMean(QStringView typed, const QStringList &names);

/// "a, b or c".
QString anyOf(const QStringList &words);

} // namespace quarterdeck
