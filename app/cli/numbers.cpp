#include "app/cli/numbers.h"

#include <QHash>

#include <cmath>

namespace quarterdeck {

namespace {

constexpr double LargestWhole = 9'007'199'254'740'992.0;
constexpr int FewestDigits = 6;
constexpr int MostDigits = 17;
constexpr int FewestDecimals = 3;

QString numberText(double value, int digits)
{
    if (!std::isfinite(value)) {
        return notFinite(value);
    }
    const bool isWhole = std::abs(value) <= LargestWhole && value == std::trunc(value);
    // A large one is no whole number for want of digits.
    const int before = std::abs(value) < 1 ? 0 : int(std::log10(std::abs(value))) + 1;
    const int most = before < MostDigits ? std::min(MostDigits, std::max(digits, before + FewestDecimals)) : digits;
    return isWhole ? QString::number(value, 'f', 0) : QString::number(value, 'g', most);
}

/// True where two different numbers would read alike.
bool isBlurred(const std::vector<double> &values, int digits)
{
    QHash<QString, double> seen;
    for (const double value : values) {
        const QString text = numberText(value, digits);
        const auto known = seen.constFind(text);
        if (known != seen.constEnd() && *known != value && !std::isnan(value)) {
            return true;
        }
        seen.insert(text, value);
    }
    return false;
}

} // namespace

QString notFinite(double value)
{
    if (std::isnan(value)) {
        return QStringLiteral("NaN");
    }
    if (std::isinf(value)) {
        return value > 0 ? QStringLiteral("+Inf") : QStringLiteral("-Inf");
    }
    return {};
}

QStringList numberTexts(const std::vector<double> &values)
{
    int digits = FewestDigits;
    while (digits < MostDigits && isBlurred(values, digits)) {
        ++digits;
    }
    QStringList texts;
    for (const double value : values) {
        texts.append(numberText(value, digits));
    }
    return texts;
}

} // namespace quarterdeck
