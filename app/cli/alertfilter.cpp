#include "app/cli/alertfilter.h"

#include "app/core/nearnames.h"
#include "app/domain/filterfields.h"

#include <algorithm>

namespace quarterdeck {

QStringList alertStateWords()
{
    return filterValues(FilterField::State);
}

QStringList alertStateAliases()
{
    return {QStringLiteral("firing=triggered"), QStringLiteral("active=triggered"), QStringLiteral("acked=acknowledged")};
}

bool isInState(const Alert &alert, const std::vector<std::string> &states)
{
    const quint32 bits = filterBits(FilterField::State, alert, false);
    return states.empty() ? alert.isOpen() : std::any_of(states.begin(), states.end(), [bits](const std::string &state) {
        return (bits & filterBit(FilterField::State, QString::fromStdString(state)).value_or(0)) != 0;
    });
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
