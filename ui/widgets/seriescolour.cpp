#include "ui/widgets/seriescolour.h"

namespace quarterdeck {

QColor seriesColour(const Theme &theme, const std::vector<Token> &tokens, int place)
{
    constexpr int Turns = 3;
    const int count = int(tokens.size());
    const QColor base = theme.color(tokens.at(std::size_t(place % count)));
    const int turn = place / count % Turns;
    if (turn == 0) {
        return base;
    }
    // Away from the ground first, then towards it.
    const bool isLighter = (turn == 1) == theme.isDark();
    return isLighter ? base.lighter(145) : base.darker(145);
}

int seriesPlace(const std::vector<int> &places, std::size_t i)
{
    return i < places.size() ? places.at(i) : int(i);
}

} // namespace quarterdeck
