#pragma once

#include <QStringList>

#include <vector>

namespace quarterdeck {

/// Numbers as people read them, with as many digits as tell different ones apart: whole numbers up to 2^53 whole, others with six digits
/// or more, and three decimals at least as far as a number has so many digits; "NaN", "+Inf" and "-Inf" by name.
QStringList numberTexts(const std::vector<double> &values);
/// "NaN", "+Inf" or "-Inf"; empty for a finite number.
QString notFinite(double value);

} // namespace quarterdeck
