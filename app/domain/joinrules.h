#pragma once

#include "app/core/time.h"

#include <QLatin1StringView>
#include <QStringView>

#include <algorithm>
#include <array>

namespace quarterdeck {

/// Two sources begin to tell of one thing within this time.
constexpr Millis JoinSpread {300'000};

/// Whether two values of this label mean two things, as two clusters or instances do. What a source only has an opinion of may differ.
inline bool tellsApart(QStringView label)
{
    constexpr std::array Opinions {QLatin1StringView("alertname"), QLatin1StringView("service"), QLatin1StringView("severity"),
        QLatin1StringView("priority"), QLatin1StringView("team")};
    return std::ranges::none_of(Opinions, [label](QLatin1StringView opinion) { return label == opinion; });
}

} // namespace quarterdeck
