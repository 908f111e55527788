#include "models/figureincidents.h"

#include <algorithm>

namespace quarterdeck {

namespace {

enum class Basis : quint8 { All, Acknowledged, Resolved, Auto };

Basis basisOf(const QStringList &keys)
{
    const QString first = keys.value(0);
    if (first.startsWith(QLatin1StringView("mtta"))) {
        return Basis::Acknowledged;
    }
    if (first.startsWith(QLatin1StringView("mttr"))) {
        return Basis::Resolved;
    }
    const bool isOfEnds = first.startsWith(QLatin1StringView("transient")) || first.startsWith(QLatin1StringView("auto_resolved"));
    return isOfEnds ? Basis::Auto : Basis::All;
}

bool hasBasis(Basis basis, const Incident &incident)
{
    switch (basis) {
    case Basis::Acknowledged:
        return incident.acknowledged && *incident.acknowledged >= incident.created;
    case Basis::Resolved:
        return incident.resolved && *incident.resolved >= incident.created;
    case Basis::Auto:
        return incident.isAutoResolved;
    case Basis::All:
        break;
    }
    return true;
}

/// What the list is ordered by, largest first.
qint64 weightOf(Basis basis, const Incident &incident)
{
    switch (basis) {
    case Basis::Acknowledged:
        return (*incident.acknowledged - incident.created).count();
    case Basis::Resolved:
        return (*incident.resolved - incident.created).count();
    case Basis::Auto:
    case Basis::All:
        break;
    }
    return incident.created.ms;
}

} // namespace

FigureIncidents incidentsBehind(const FigureQuestion &question, const LoadScope &scope, const std::vector<Incident> &incidents, std::size_t limit)
{
    const Basis basis = basisOf(question.keys);
    const auto isIn = [](const TimeRange &range, UtcTime at) { return at >= range.from && at < range.to; };
    std::vector<const Incident *> behind;
    for (const Incident &incident : incidents) {
        const bool isOfScope = (scope.team.isEmpty() || incident.team == scope.team) && (scope.service.isEmpty() || incident.service == scope.service)
            && isIn(question.part.value_or(scope.window), incident.created);
        if (isOfScope && (question.rule.isEmpty() || incident.title == question.rule) && hasBasis(basis, incident)) {
            behind.push_back(&incident);
        }
    }
    FigureIncidents found;
    found.count = int(behind.size());
    const auto end = behind.begin() + std::ptrdiff_t(std::min(limit, behind.size()));
    std::partial_sort(
        behind.begin(), end, behind.end(), [basis](const Incident *a, const Incident *b) { return weightOf(basis, *a) > weightOf(basis, *b); });
    for (auto at = behind.begin(); at != end; ++at) {
        found.first.push_back(**at);
    }
    return found;
}

} // namespace quarterdeck
