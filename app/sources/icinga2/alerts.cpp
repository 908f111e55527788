#include "app/sources/icinga2/alerts.h"

#include "app/sources/api/textbounds.h"

#include <QUrl>

#include <array>

namespace quarterdeck::icinga2 {

namespace {

constexpr qsizetype MostLinks = 16;
constexpr qsizetype LongestLink = 2048;

void note(QList<Label> &annotations, const QString &name, const QString &value)
{
    if (!value.isEmpty()) {
        annotations.append({name, value});
    }
}

/// The API serves links with the macros that Icinga Web fills in; those that name the object are filled in here, others stay as they are.
QString linkOf(QString url, const Checkable &problem)
{
    if (!url.contains(u'$')) {
        return url;
    }
    const QString hostName = problem.ref.isHost() ? problem.displayName : problem.hostDisplayName;
    for (const auto &[macro, value] : {std::pair {QLatin1StringView("$host.name$"), problem.ref.host},
             std::pair {QLatin1StringView("$service.name$"), problem.ref.service}, std::pair {QLatin1StringView("$host.display_name$"), hostName},
             std::pair {QLatin1StringView("$service.display_name$"), problem.ref.isHost() ? QString() : problem.displayName}}) {
        if (!value.isEmpty()) {
            url.replace(macro, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    }
    return url;
}

/// Where the object is shown elsewhere, by the name of the attribute that says so.
std::vector<Link> linksOf(const Checkable &problem)
{
    std::vector<Link> links;
    for (const auto &[title, text] :
        {std::pair {QStringLiteral("notes_url"), problem.notesUrl}, std::pair {QStringLiteral("action_url"), problem.actionUrl}}) {
        for (const QString &address : addressesIn(linkOf(text, problem))) {
            if (address.size() <= LongestLink && qsizetype(links.size()) < MostLinks) {
                links.push_back({title, address});
            }
        }
    }
    return links;
}

Labels labelsOf(const Checkable &problem, const QString &title)
{
    Labels labels = problem.vars;
    labels.insert(QStringLiteral("alertname"), title);
    for (const Label &label : identityLabels(problem.ref)) {
        labels.insert(label.name, label.value);
    }
    const QStringList &hostGroups = problem.ref.isHost() ? problem.groups : problem.hostGroups;
    if (!hostGroups.isEmpty()) {
        labels.insert(QStringLiteral("hostgroups"), hostGroups.join(u','));
    }
    if (!problem.ref.isHost() && !problem.groups.isEmpty()) {
        labels.insert(QStringLiteral("servicegroups"), problem.groups.join(u','));
    }
    return labels;
}

Labels annotationsOf(const Checkable &problem, const QString &summary, const QStringList &remarks)
{
    QList<Label> annotations;
    note(annotations, QStringLiteral("summary"), summary);
    note(annotations, QStringLiteral("output"), problem.output);
    note(annotations, QStringLiteral("performance_data"), problem.performanceData.join(u' '));
    note(annotations, QStringLiteral("notes"), problem.notes);
    note(annotations, QStringLiteral("comments"), remarks.join(u'\n'));
    note(annotations, QStringLiteral("notes_url"), linkOf(problem.notesUrl, problem));
    note(annotations, QStringLiteral("action_url"), linkOf(problem.actionUrl, problem));
    if (!problem.isHard) {
        note(annotations, QStringLiteral("attempt"), QStringLiteral("%1/%2").arg(problem.attempt).arg(problem.maxAttempts));
    }
    if (problem.isFlapping) {
        note(annotations, QStringLiteral("flapping"), QStringLiteral("yes"));
    }
    if (!problem.doesNotify) {
        note(annotations, QStringLiteral("notifications"), QStringLiteral("off"));
    }
    return Labels::of(std::move(annotations));
}

Severity severityOf(const Checkable &problem)
{
    if (problem.ref.isHost()) {
        return Severity::Critical;
    }
    switch (problem.state) {
    case 1:
        return Severity::Warning;
    case 2:
        return Severity::Critical;
    default:
        return Severity::Unknown;
    }
}

} // namespace

QStringList addressesIn(const QString &text)
{
    if (!text.contains(u'\'')) {
        return text.trimmed().isEmpty() ? QStringList {} : QStringList {text.trimmed()};
    }
    // Outside and inside of the quotes take turns.
    const QStringList parts = text.split(u'\'');
    QStringList addresses;
    for (qsizetype i = 1; i < parts.size(); i += 2) {
        addresses.append(parts.at(i).trimmed());
    }
    addresses.removeAll(QString());
    return addresses;
}

QString stateWord(const Checkable &problem)
{
    constexpr std::array ServiceWords {QLatin1StringView("OK"), QLatin1StringView("WARNING"), QLatin1StringView("CRITICAL")};
    QString word = QStringLiteral("UNKNOWN");
    if (problem.ref.isHost()) {
        word = problem.state == 0 ? QStringLiteral("UP") : problem.isReachable ? QStringLiteral("DOWN") : QStringLiteral("UNREACHABLE");
    } else if (problem.state >= 0 && problem.state < int(ServiceWords.size())) {
        word = ServiceWords.at(std::size_t(problem.state));
    }
    return problem.isHard ? word : word + QStringLiteral(" (soft)");
}

Labels identityLabels(const ObjectRef &ref)
{
    Labels labels {{HostLabel, ref.host}};
    if (!ref.isHost()) {
        labels.insert(CheckLabel, ref.service);
    }
    return labels;
}

Alert alertOf(const Checkable &problem, const SourceId &source, UtcTime startsAt, const QStringList &remarks)
{
    const ObjectRef &ref = problem.ref;
    const QString name = ref.isHost() ? ref.host : ref.service;
    const QString hostName = problem.hostDisplayName.isEmpty() ? ref.host : problem.hostDisplayName;
    QString summary = problem.output.section(u'\n', 0, 0).trimmed();
    summary = summary.isEmpty() ? stateWord(problem) : summary;

    Alert alert;
    alert.key = {source, ref.id()};
    const QString title = problem.displayName.isEmpty() ? name : problem.displayName;
    alert.labels = labelsOf(problem, title);
    alert.annotations = annotationsOf(problem, ref.isHost() ? summary : hostName + QStringLiteral(": ") + summary, remarks);
    alert.rawState = stateWord(problem);
    alert.startsAt = startsAt;
    alert.updatedAt = problem.lastCheck;
    alert.correlation = ref.id();
    alert.links = linksOf(problem);
    alert.generatorUrl = addressesIn(linkOf(problem.actionUrl, problem)).value(0);
    boundTexts(alert);
    deriveFields(alert);
    alert.severity = severityOf(problem);
    alert.runbookUrl = addressesIn(alert.annotations.value(u"notes_url")).value(0);
    return alert;
}

} // namespace quarterdeck::icinga2
