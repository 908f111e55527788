#pragma once

#include "models/alertmodel.h"

#include <QRandomGenerator>

#include <algorithm>
#include <map>

namespace quarterdeck {

/// Now, for the alerts of these tests.
constexpr UtcTime Start {1'795'271'762'000};

/// An alert that has fired for so many minutes.
inline Alert make(int id, const QString &service, Severity severity, int minutes, AlertState state = AlertState::Triggered)
{
    Alert alert;
    alert.key = {QStringLiteral("am-eu"), QString::number(id)};
    alert.title = QStringLiteral("Alert%1").arg(id % 17);
    alert.service = service;
    alert.severity = severity;
    alert.state = state;
    alert.startsAt = Start - Millis(60'000LL * minutes);
    alert.lastSeenAt = Start;
    if (state == AlertState::Resolved) {
        alert.resolvedAt = Start;
    }
    return alert;
}

/// An alert of one of few services, teams and clusters.
inline Alert randomAlert(QRandomGenerator &random, int id)
{
    const int service = random.bounded(7);
    Alert alert = make(id, service == 0 ? QString() : QStringLiteral("svc-%1").arg(service), Severity(random.bounded(5)), random.bounded(50),
        AlertState(random.bounded(5)));
    alert.team = random.bounded(3) == 0 ? QString() : QStringLiteral("team-%1").arg(random.bounded(3));
    alert.cluster = random.bounded(2) == 0 ? QString() : QStringLiteral("eu-%1").arg(random.bounded(3));
    alert.summary = QStringLiteral("word%1 text").arg(random.bounded(4));
    return alert;
}

/// The list as anybody would write it without a thought for speed.
class Oracle {
public:
    std::map<AlertKey, Alert, bool (*)(const AlertKey &, const AlertKey &)> alerts {
        [](const AlertKey &a, const AlertKey &b) { return a.toString() < b.toString(); }};
    AlertFilter filter;
    AlertGrouping grouping = AlertGrouping::Service;
    AlertSort sort = AlertSort::SeverityAge;

    static QString groupKey(const Alert &alert, AlertGrouping grouping)
    {
        using Kind = AlertGroup::Kind;
        const auto key = [](Kind kind, const QString &name) { return QString::number(int(kind)) + u':' + name; };
        if (alert.state == AlertState::Resolved) {
            return key(Kind::Resolved, {});
        }
        switch (grouping) {
        case AlertGrouping::Service:
            return !alert.service.isEmpty() ? key(Kind::Service, alert.service)
                : !alert.team.isEmpty()     ? key(Kind::Team, alert.team)
                                            : key(Kind::Unowned, {});
        case AlertGrouping::Alertname:
            return key(Kind::Alertname, alert.title);
        case AlertGrouping::Cluster:
            return alert.cluster.isEmpty() ? key(Kind::NoCluster, {}) : key(Kind::Cluster, alert.cluster);
        case AlertGrouping::None:
            break;
        }
        return key(Kind::All, {});
    }

    // Rows as text, with the folds the model shows now.
    QStringList rows(const AlertModel &model) const
    {
        std::map<QString, std::vector<Alert>> groups;
        for (const std::vector<Alert> &told : incidents()) {
            const auto isWanted = [this](const Alert &one) { return filter.matches(one, AlertFilter::haystackOf(one), {}); };
            if (std::any_of(told.begin(), told.end(), isWanted)) {
                Alert lead = told.front();
                for (const Alert &one : told) {
                    lead.severity = std::min(lead.severity, one.severity);
                }
                groups[groupKey(lead, grouping)].push_back(lead);
            }
        }
        std::map<QString, bool> folded;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            if (index.data(IsGroupRole).toBool()) {
                folded[index.data(KeyRole).toString()] = index.data(IsFoldedRole).toBool();
            }
        }
        std::vector<std::pair<QString, std::vector<Alert>>> sorted(groups.begin(), groups.end());
        for (auto &[key, members] : sorted) {
            std::sort(members.begin(), members.end(), [this](const Alert &a, const Alert &b) { return place(a) < place(b); });
        }
        std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return rank(a.first, a.second) < rank(b.first, b.second); });
        QStringList lines;
        for (const auto &[key, members] : sorted) {
            const bool isAll = key.startsWith(QString::number(int(AlertGroup::Kind::All)) + u':');
            if (!isAll) {
                lines << QStringLiteral("[%1] %2").arg(key).arg(members.size());
            }
            if (isAll || !folded[key]) {
                for (const Alert &alert : members) {
                    lines << alert.key.toString() + u' ' + QString(alertStateName(alert.state));
                }
            }
        }
        return lines;
    }

    static QStringList shown(const AlertModel &model)
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            lines << (index.data(IsGroupRole).toBool()
                    ? QStringLiteral("[%1] %2").arg(index.data(KeyRole).toString()).arg(index.data(CountRole).toInt())
                    : index.data(KeyRole).toString() + u' ' + QString(alertStateName(AlertState(index.data(AlertStateRole).toInt()))));
        }
        return lines;
    }

    QHash<SourceId, VerbSet> verbs;
    std::vector<JoinDecision> decisions;

private:
    /// What counts as one, the alert that stands for it first.
    std::vector<std::vector<Alert>> incidents() const
    {
        std::vector<const Alert *> open;
        for (const auto &[key, alert] : alerts) {
            if (alert.isOpen()) {
                open.push_back(&alert);
            }
        }
        std::vector<std::vector<Alert>> all;
        QSet<AlertKey> told;
        for (const JoinedIncident &incident : joinedIncidents(open, verbs, decisions)) {
            all.push_back({alerts.at(incident.lead)});
            told.insert(incident.lead);
            for (const JoinedIncident::Follower &one : incident.followers) {
                all.back().push_back(alerts.at(one.key));
                told.insert(one.key);
            }
        }
        for (const auto &[key, alert] : alerts) {
            if (!told.contains(key)) {
                all.push_back({alert});
            }
        }
        return all;
    }

    using Place = std::tuple<int, qint64, QString, QString>;
    Place place(const Alert &a) const
    {
        const int severity = sort == AlertSort::SeverityAge ? int(a.severity) : 0;
        const qint64 time = sort == AlertSort::Title ? 0 : sort == AlertSort::Newest ? -a.startsAt.ms : a.startsAt.ms;
        return {severity, time, a.title, a.key.toString()};
    }
    static std::tuple<bool, int, bool, int, QString> rank(const QString &key, const std::vector<Alert> &members)
    {
        const int kind = key.section(u':', 0, 0).toInt();
        const auto worst = std::min_element(members.begin(), members.end(), [](const Alert &a, const Alert &b) { return a.severity < b.severity; });
        return {kind == int(AlertGroup::Kind::Resolved), int(worst->severity), kind >= int(AlertGroup::Kind::NoCluster), kind, key.section(u':', 1)};
    }
};

/// All its alerts.
inline std::vector<Alert> values(const Oracle &oracle)
{
    std::vector<Alert> all;
    for (const auto &[key, alert] : oracle.alerts) {
        all.push_back(alert);
    }
    return all;
}

/// New, changed and removed alerts, in the oracle too; each at most once.
inline ChangeSet randomChange(QRandomGenerator &random, Oracle &oracle, int &nextId, int size)
{
    ChangeSet changes;
    QSet<AlertKey> used;
    for (int i = 0; i < size; ++i) {
        const int what = random.bounded(10);
        if (what < 4 || oracle.alerts.empty()) {
            const Alert alert = randomAlert(random, nextId++);
            oracle.alerts[alert.key] = alert;
            changes.changedAlerts.push_back(alert);
            used.insert(alert.key);
            continue;
        }
        auto at = oracle.alerts.begin();
        std::advance(at, random.bounded(int(oracle.alerts.size())));
        if (used.contains(at->first)) {
            continue;
        }
        used.insert(at->first);
        if (what < 7) {
            const Alert alert = randomAlert(random, at->first.id.toInt());
            at->second = alert;
            changes.changedAlerts.push_back(alert);
        } else {
            changes.removedAlerts.push_back(at->first);
            oracle.alerts.erase(at);
        }
    }
    return changes;
}

} // namespace quarterdeck
