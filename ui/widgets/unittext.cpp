#include "ui/widgets/unittext.h"

#include "app/core/text.h"

#include <QLocale>

#include <array>
#include <cmath>
#include <optional>

namespace quarterdeck {

namespace {

// A unit in use: divide by `divisor`, then write `suffix`.
struct Scale {
    double divisor = 1;
    QString suffix;
};

Scale decimalScale(double magnitude)
{
    if (magnitude >= 1e12) {
        return {1e12, QStringLiteral("T")};
    }
    if (magnitude >= 1e9) {
        return {1e9, QStringLiteral("G")};
    }
    if (magnitude >= 1e6) {
        return {1e6, QStringLiteral("M")};
    }
    if (magnitude >= 1000) {
        return {1000, QStringLiteral("k")};
    }
    return {};
}

Scale byteScale(double magnitude)
{
    constexpr std::array names {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    std::size_t power = 0;
    double divisor = 1;
    while (power + 1 < names.size() && magnitude >= divisor * 1024) {
        divisor *= 1024;
        ++power;
    }
    return {divisor, QString::fromLatin1(names.at(power))};
}

Scale secondScale(double magnitude)
{
    if (magnitude >= 2 * 86'400) {
        return {86'400, QStringLiteral("d")};
    }
    if (magnitude >= 2 * 3600) {
        return {3600, QStringLiteral("h")};
    }
    if (magnitude >= 120) {
        return {60, QStringLiteral("min")};
    }
    if (magnitude >= 1 || magnitude == 0) {
        return {1, QStringLiteral("s")};
    }
    return magnitude >= 1e-3 ? Scale {1e-3, QStringLiteral("ms")} : Scale {1e-6, QStringLiteral("µs")};
}

// Some servers count bytes in thousands or millions of two to the tenth.
std::optional<double> bytesOf(QStringView unit)
{
    return unit == u"By" ? std::optional(1.0) : unit == u"KiBy" ? std::optional(1024.0) : unit == u"MiBy" ? std::optional(1'048'576.0) : std::nullopt;
}

// Units of another kind are shown as they are, but in few characters: they come from outside.
Scale scaleFor(double magnitude, const QString &unit)
{
    if (unit == QLatin1StringView("s")) {
        return secondScale(magnitude);
    }
    if (unit == QLatin1StringView("1")) {
        return {0.01, QStringLiteral("%")};
    }
    const bool isRate = unit.endsWith(QLatin1StringView("/s"));
    if (const auto bytes = bytesOf(QStringView(unit).chopped(isRate ? 2 : 0))) {
        Scale scale = byteScale(magnitude * *bytes);
        scale.divisor /= *bytes;
        scale.suffix += isRate ? QLatin1StringView("/s") : QLatin1StringView();
        return scale;
    }
    Scale scale = decimalScale(magnitude);
    const qsizetype brace = unit.indexOf(u'}');
    const QString shown = unit.startsWith(u'{') && brace > 0 ? unit.mid(brace + 1) : unit;
    scale.suffix += text::plain(shown, 12);
    return scale;
}

QString number(double value, int decimals)
{
    QString digits = QString::number(value, 'f', decimals);
    if (digits.startsWith(u'-') && digits.toDouble() == 0) {
        digits.remove(0, 1);
    }
    return digits;
}

QString withSuffix(const QString &digits, const QString &suffix)
{
    const QString shown = QString(digits).replace(u'.', QLocale().decimalPoint());
    return suffix.isEmpty() ? shown : shown + QChar(QChar::Nbsp) + suffix;
}

} // namespace

QString valueText(double value, const QString &unit)
{
    if (!std::isfinite(value)) {
        return std::isnan(value) ? QStringLiteral("–") : value > 0 ? QStringLiteral("∞") : QStringLiteral("-∞");
    }
    const Scale scale = scaleFor(std::abs(value), unit);
    const double scaled = value / scale.divisor;
    const double size = std::abs(scaled);
    if (size >= 1e6 || (size > 0 && size < 1e-3)) {
        return withSuffix(QString::number(scaled, 'g', 3), scale.suffix);
    }
    const bool isWhole = scaled == std::floor(scaled);
    const int decimals = isWhole || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    QString digits = number(scaled, decimals);
    while (decimals > 0 && digits.endsWith(u'0')) {
        digits.chop(1);
    }
    if (digits.endsWith(u'.')) {
        digits.chop(1);
    }
    return withSuffix(digits, scale.suffix);
}

QString tickText(double value, double step, double top, const QString &unit)
{
    // What is counted, and that it is a rate, stands in the header; ticks are short.
    const Scale scale = scaleFor(std::abs(top), unit.startsWith(u'{') ? QString() : unit);
    const double scaledStep = std::abs(step / scale.divisor);
    const double scaled = value / scale.divisor;
    if (!std::isfinite(scaled) || std::abs(scaled) >= 1e7) {
        return withSuffix(QString::number(scaled, 'g', 3), scale.suffix);
    }
    int decimals = 0;
    for (double rest = scaledStep; decimals < 6 && std::abs(rest - std::round(rest)) > 1e-6 * std::max(1.0, rest); rest *= 10) {
        ++decimals;
    }
    return withSuffix(number(scaled, decimals), scale.suffix);
}

double niceStep(double low, double high, const QString &unit)
{
    const double span = high - low;
    if (!std::isfinite(span) || span <= 0) {
        return 1;
    }
    const double divisor = scaleFor(std::max(std::abs(high), std::abs(low)), unit).divisor;
    const double rough = span / divisor / 4;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (rough <= factor * power * 1.0001) {
            return factor * power * divisor;
        }
    }
    return 10 * power * divisor;
}

} // namespace quarterdeck
