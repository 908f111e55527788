#include "app/sources/alertmanager/landing.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace quarterdeck::alertmanager {

namespace {

// Between our clock and the server's start lies the way there; a Date header counts whole seconds.
constexpr Millis Tolerance {3'000};
// A server stamps start and change of a new silence alike.
constexpr Millis SameInstant {1'000};

int rank(SilenceState state)
{
    return state == SilenceState::Active ? 2 : state == SilenceState::Pending ? 1 : 0;
}

} // namespace

std::vector<Silence> united(const std::vector<std::vector<Silence>> &lists)
{
    std::vector<Silence> all;
    QHash<QString, std::size_t> places;
    for (const auto &list : lists) {
        for (const Silence &silence : list) {
            const auto known = places.constFind(silence.id);
            if (known == places.constEnd()) {
                places.insert(silence.id, all.size());
                all.push_back(silence);
            } else if (silence.updatedAt > all[*known].updatedAt) {
                all[*known] = silence;
            }
        }
    }
    return all;
}

const Silence *marked(const AlertAction &action, const std::vector<Silence> &silences)
{
    const QString marker = silenceMarker(action.id);
    const Silence *best = nullptr;
    const auto key = [](const Silence &silence) { return std::tuple(rank(silence.state), silence.endsAt, silence.id); };
    for (const Silence &silence : silences) {
        if (silence.comment.contains(marker) && (best == nullptr || key(*best) < key(silence))) {
            best = &silence;
        }
    }
    return best;
}

UtcTime wishedEnd(const AlertAction &action, const Silence &held)
{
    const bool isUntouched = std::chrono::abs(held.updatedAt - held.startsAt) <= SameInstant;
    if (action.verb == Verb::ExtendSilence) {
        return action.until;
    }
    if (!isUntouched) {
        return {};
    }
    return action.until.isValid() ? action.until : held.startsAt + action.duration;
}

bool endsAsWished(const AlertAction &action, const Silence &held, UtcTime wished)
{
    if (!wished.isValid()) {
        return true;
    }
    const bool isLater = action.verb == Verb::ExtendSilence && held.endsAt > wished;
    return isLater || std::chrono::abs(held.endsAt - wished) <= Tolerance;
}

bool hasEnded(const QString &id, const std::vector<Silence> &silences, bool areAll)
{
    const auto at = std::ranges::find(silences, id, &Silence::id);
    return at == silences.end() ? areAll : at->state == SilenceState::Expired;
}

} // namespace quarterdeck::alertmanager
