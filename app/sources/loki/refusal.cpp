#include "app/sources/loki/refusal.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck::loki {

namespace {

constexpr qsizetype LookedAt = 4'096;
constexpr Millis LeastRange {60'000};

} // namespace

std::optional<Refusal> refusalIn(QByteArrayView body)
{
    static const QRegularExpression Entries(QStringLiteral("max entries limit per query exceeded[^(]*\\((\\d+) (?:>|\\\\u003e) (\\d+)\\)"));
    static const QRegularExpression Range(QStringLiteral("query time range exceeds the limit \\(query length: [^,]+, limit: ([0-9a-z]+)\\)"));
    const QString text = QString::fromUtf8(body.first(std::min(body.size(), LookedAt)));
    if (const auto match = Entries.match(text); match.hasMatch()) {
        const int most = match.captured(2).toInt();
        return most > 0 ? std::optional(Refusal {most, std::nullopt}) : std::nullopt;
    }
    if (const auto match = Range.match(text); match.hasMatch()) {
        const auto longest = parseDuration(match.captured(1));
        return longest && *longest >= LeastRange ? std::optional(Refusal {std::nullopt, *longest}) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace quarterdeck::loki
