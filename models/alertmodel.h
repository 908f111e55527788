#pragma once

#include "app/domain/action.h"
#include "app/domain/silence.h"
#include "app/ports/reader.h"
#include "models/alertindex.h"
#include "models/roles.h"
#include "models/spokenwords.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <functional>

namespace quarterdeck {

/// The list of the inbox: group headers and the alerts of unfolded groups, as one flat table. Live changes come by key and move
/// only what they must; the model is reset only by load() and by a person's choice of filter, grouping or order. Thread: main.
class AlertModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int { SeverityColumn, AlertColumn, ServiceColumn, SourceColumn, StateColumn, AgeColumn, ColumnCount };
    /// Roles of this model beside those of roles.h.
    enum AlertRole : int {
        UntilRole = FirstFreeRole, ///< qint64 ms: end of the acknowledgement or of the last silence; 0: none.
        PendingSinceRole,          ///< qint64 ms: when the waiting action was asked for; 0: none.
        PendingVerbRole,           ///< int of Verb.
        IsStaleRole,               ///< bool: its source is not live.
        LastSeenRole               ///< qint64 ms of the last complete poll that held it.
    };
    /// Whether there is a runbook for an alert; asked for rows that are shown.
    using HasRunbook = std::function<bool(const Alert &)>;

    explicit AlertModel(QObject *parent = nullptr);

    /// Takes everything anew.
    void load(std::vector<Alert> alerts);
    /// Live changes by key. New ones are held back while holding.
    void applyDelta(const ChangeSet &changes);
    /// Ages are told by this time: rows come and go where the filter compares them. Drops what was resolved more than an hour before.
    void advanceTo(UtcTime now);

    /// Shows what the filter lets through; resets the model.
    void setFilter(const AlertFilter &filter);
    /// Groups and sorts anew; resets the model.
    void arrange(AlertGrouping grouping, AlertSort sort);
    AlertGrouping grouping() const { return m_grouping; }
    AlertSort order() const { return m_sort; }
    /// Freshness of the sources: stale rows are greyed, is:stale is decided.
    void setStatuses(const std::vector<SourceStatus> &statuses);
    /// Owners, tiers and dependents for the group headers.
    void setServices(const std::vector<Service> &services);
    /// For the end of a suppression.
    void setSilences(const std::vector<Silence> &silences);
    /// What the sources take: with the one that takes most a person deals in the name of an incident.
    void setVerbs(QHash<SourceId, VerbSet> verbs);
    /// What people decided of alerts that are one incident or not.
    void setJoinDecisions(std::vector<JoinDecision> decisions);
    /// For the badge of a waiting action.
    void setOutbox(const std::vector<OutboxEntry> &entries);
    /// Sets how runbooks are looked up.
    void setHasRunbook(HasRunbook hasRunbook);
    /// What a screen reader says of a cell.
    void setSpoken(SpokenWords spoken) { m_spoken = std::move(spoken); }

    /// While holding, new alerts are counted and announced, not shown.
    void setHolding(bool holding) { m_isHolding = holding; }
    void releaseHeld();
    void setFolded(int row, bool folded);
    /// The alert that has the cursor: its group does not fold itself.
    void setCurrent(const AlertKey &key) { m_index.setCurrent(key); }
    /// Marks an alert, or all shown alerts of a header's group.
    void setMarked(int row, bool marked);
    void setAllMarked(bool marked);

    const AlertIndex &alerts() const { return m_index; }
    /// The silences and alerts that quiet alerts name. Good for as long as the model is.
    QuietSources quietSources() const;
    /// An alert that is not shown because another one of the same incident is, and why.
    struct Follower {
        const Alert *alert = nullptr;
        JoinBy by = JoinBy::Sameness;
        AlertKey with {}; ///< What this is true of: the shown alert, or another of the others.
    };
    /// Of a shown alert: the others of its incident. Good until the next change.
    std::vector<Follower> followers(const AlertKey &key) const;
    /// The alert of a row; nothing for a header.
    const Alert *alertAt(int row) const;
    /// The group of a header row; nothing for an alert.
    const AlertGroup *headerAt(int row) const;
    /// Alerts of a header's group, or the one alert of the row.
    std::vector<Alert> alertsAt(int row) const;
    /// Row of an alert, or of the one that stands for it; -1 when it is not shown now.
    int rowOf(const AlertKey &key) const;
    /// Shows an alert: releases it when held back, unfolds its group. Its row, or -1 when the filter hides it or it is unknown.
    int reveal(const AlertKey &key);
    /// Row of the header above a row; -1 without groups.
    int headerRowOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// Totals are different: how many are open, held back, marked.
    void totalsChanged();

private:
    struct PendingAction {
        UtcTime since;
        Verb verb = Verb::Acknowledge;
    };
    void reset(const std::function<void()> &change);
    void join();
    void joinSoon();
    void commit();
    void moveTo(std::vector<int> after);
    void permute(const std::vector<int> &after);
    void tellChanged(const std::vector<int> &changed);
    void tellAllChanged();
    QString sourcesOf(const Alert &alert) const;
    QVariant alertData(const AlertIndex::Item &item, int column, int role) const;

    AlertIndex m_index;
    std::vector<int> m_rows;
    AlertGrouping m_grouping = AlertGrouping::Service;
    AlertSort m_sort = AlertSort::SeverityAge;
    bool m_isHolding = false;
    AlertIndex::Totals m_toldTotals;
    QHash<SourceId, UtcTime> m_lastCompleteAt;
    QHash<QString, Silence> m_silences; // "source:id"
    QHash<AlertKey, PendingAction> m_pending;
    HasRunbook m_hasRunbook;
    SpokenWords m_spoken;
    QHash<SourceId, VerbSet> m_verbs;
    std::vector<JoinDecision> m_decisions;
    QTimer m_joiner;
    int m_joinCost = 0; // ms of the last time
    QTimer m_warmer;
    int m_warmFrom = 0;
};

} // namespace quarterdeck
