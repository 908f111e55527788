#include "app/cli/alertfilter.h"

#include "app/core/nearnames.h"

#include <algorithm>

namespace quarterdeck {

namespace {

bool isInState(const Alert &alert, const std::string &state)
{
    const bool isQuiet = alert.state == AlertState::Suppressed;
    if (state == "silenced") {
        return isQuiet && (alert.holds.has(HoldKind::Silence) || alert.holds.has(HoldKind::Downtime));
    }
    if (state == "downtime") {
        return isQuiet && alert.holds.has(HoldKind::Downtime);
    }
    if (state == "inhibited") {
        return isQuiet && alert.holds.has(HoldKind::Inhibition);
    }
    if (state == "muted") {
        return alert.isOpen() && alert.holds.has(HoldKind::TimeInterval);
    }
    return alertStateName(alert.state) == QLatin1StringView(state.c_str());
}

} // namespace

QStringList alertStateWords()
{
    return {QStringLiteral("triggered"), QStringLiteral("acknowledged"), QStringLiteral("snoozed"), QStringLiteral("suppressed"),
        QStringLiteral("silenced"), QStringLiteral("downtime"), QStringLiteral("inhibited"), QStringLiteral("muted"), QStringLiteral("resolved")};
}

QStringList alertStateAliases()
{
    return {QStringLiteral("firing=triggered"), QStringLiteral("active=triggered"), QStringLiteral("acked=acknowledged")};
}

bool isInState(const Alert &alert, const std::vector<std::string> &states)
{
    return states.empty() ? alert.isOpen()
                          : std::any_of(states.begin(), states.end(), [&alert](const std::string &state) { return isInState(alert, state); });
}

Result<QStringList> knownServices(CliSession &session, const std::vector<Alert> &alerts)
{
    const auto services = CliSession::wait(session.engine().store().services());
    if (!services) {
        return tl::unexpected<Error>(services.error());
    }
    QStringList names;
    for (const Service &service : *services) {
        names.append(service.name);
    }
    for (const Alert &alert : alerts) {
        if (!alert.service.isEmpty()) {
            names.append(alert.service);
        }
    }
    names.removeDuplicates();
    return names;
}

Result<QString> serviceNamed(const QString &typed, const QStringList &known)
{
    const auto named = [&typed, &known](Qt::CaseSensitivity sensitivity) {
        return std::find_if(known.begin(), known.end(), [&](const QString &name) { return name.compare(typed, sensitivity) == 0; });
    };
    const auto exact = named(Qt::CaseSensitive);
    const auto at = exact != known.end() ? exact : named(Qt::CaseInsensitive);
    if (at != known.end()) {
        return *at;
    }
    const QString near = didYouMean(typed, known);
    return fail(ErrorKind::NotFound,
        QStringLiteral("No service is named \"%1\".%2").arg(typed, near.isEmpty() ? QStringLiteral(" qdeck services lists them.") : near));
}

Result<QString> serviceNamed(const QString &typed, const std::vector<Service> &known)
{
    QStringList names;
    QString meant;
    for (const Service &service : known) {
        names.append(service.name);
        meant = service.aliases.contains(typed, Qt::CaseInsensitive) ? service.name : meant;
    }
    // A name counts before an alias.
    return serviceNamed(meant.isEmpty() || names.contains(typed, Qt::CaseInsensitive) ? typed : meant, names);
}

} // namespace quarterdeck
