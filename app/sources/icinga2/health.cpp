#include "app/sources/icinga2/health.h"

#include "app/core/text.h"
#include "app/sources/api/names.h"
#include "app/sources/icinga2/events.h"

namespace quarterdeck::icinga2 {

namespace {

struct Need {
    const char *permission;
    const char *what;
};

constexpr Need MustSee[] {{"objects/query/Host", "hosts"}, {"objects/query/Service", "services"}};
constexpr Need ShouldSee[] {{"objects/query/Comment", "who acknowledged what, and why"}, {"objects/query/Downtime", "downtimes"},
    {"objects/query/Dependency", "what makes a host unreachable"}, {"status/query", "whether Icinga2 was restarted and has forgotten problems"}};
constexpr Need ShouldDo[] {{"actions/acknowledge-problem", "acknowledge"}, {"actions/remove-acknowledgement", "remove an acknowledgement"},
    {"actions/schedule-downtime", "set a downtime"}, {"actions/remove-downtime", "end a downtime"}, {"actions/add-comment", "leave a note"},
    {"actions/reschedule-check", "check something now"}};

template <std::size_t Count> void addMissing(QStringList &findings, const Rights &rights, const Need (&needs)[Count], const QString &sentence)
{
    QStringList what;
    QStringList permissions;
    for (const Need &need : needs) {
        if (rights.of(QString::fromLatin1(need.permission)) == Right::None) {
            what.append(QString::fromLatin1(need.what));
            permissions.append(QString::fromLatin1(need.permission));
        }
    }
    if (!what.isEmpty()) {
        findings.append(sentence.arg(what.join(QStringLiteral(", ")), rightsAdvice(rights, permissions)));
    }
}

void addEvents(QStringList &findings, const Rights &rights)
{
    const QStringList allowed = allowedEvents(rights);
    QStringList missing;
    for (const QString &type : eventTypes()) {
        if (!allowed.contains(type)) {
            missing.append(QStringLiteral("events/") + type);
        }
    }
    if (!missing.isEmpty()) {
        const QStringList advice = allowed.isEmpty() ? QStringList {QStringLiteral("events/*")} : missing;
        findings.append(QStringLiteral("This user does not receive %1 as they happen: they are seen at the next poll. %2")
                            .arg(allowed.isEmpty() ? QStringLiteral("changes") : QStringLiteral("some changes"), rightsAdvice(rights, advice)));
    }
}

} // namespace

BackendHealth healthOf(const Rights &rights, const Result<ServerState> &server)
{
    BackendHealth health;
    health.version = rights.version.startsWith(u'r') ? rights.version.mid(1) : rights.version;
    addMissing(health.findings, rights, MustSee, QStringLiteral("Without all of them there is no all-clear: this user may not see %1. %2"));
    for (const Need &need : MustSee) {
        if (rights.of(QString::fromLatin1(need.permission)) == Right::Part) {
            health.findings.append(QStringLiteral(
                "The ApiUser %1 may see only a part of the %2, chosen by a filter: the others are not shown, and there is no all-clear")
                                       .arg(text::plain(rights.user, LongestName), QString::fromLatin1(need.what)));
        }
    }
    if (server) {
        health.findings.append(whyOld(*server));
    }
    addMissing(health.findings, rights, ShouldSee, QStringLiteral("This user may not see %1. %2"));
    addMissing(health.findings, rights, ShouldDo, QStringLiteral("This user may not %1. %2"));
    addEvents(health.findings, rights);
    if (server) {
        health.findings.append(remarks(*server));
        if (server->counts.pending > 0) {
            health.findings.append(
                QStringLiteral("%1 of its hosts and services have never been checked: their state is unknown").arg(server->counts.pending));
        }
    }
    return health;
}

Error advised(Error error)
{
    switch (error.certificate) {
    case CertificateFault::UnknownSigner:
        error.what += QStringLiteral(" Icinga2 has one of its own: copy /var/lib/icinga2/certs/ca.crt from it and name it as ca_file in tls_config.");
        break;
    case CertificateFault::OtherName:
        error.what += QStringLiteral(" Icinga2 names its certificate after its node (NodeName).");
        break;
    case CertificateFault::None:
        break;
    }
    return error;
}

} // namespace quarterdeck::icinga2
