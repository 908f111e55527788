#pragma once

#include "app/domain/filtermoments.h"
#include "app/domain/freshness.h"
#include "app/domain/join.h"
#include "app/domain/service.h"
#include "app/domain/silence.h"
#include "models/alertgroup.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace quarterdeck {

/// The alerts of the inbox with their filter, groups and order, as plain data: what AlertModel shows. Built for 100,000 alerts:
/// a change costs its own size plus one pass over row numbers. Rows are ids: an alert's slot (>= 0) or headerId(group) (< 0).
/// Thread: any one.
class AlertIndex {
public:
    /// Groups of more alerts than this fold themselves.
    static constexpr int FoldLimit = 25;
    /// One alert with what only the list knows of it.
    struct Item {
        Alert alert;
        QByteArray haystack; ///< Built when first needed.
        int group = -1;
        bool isUsed = false;
        bool isMatched = false;
        bool isHeld = false; ///< Announced, not yet shown.
        bool isMarked = false;
        bool isListed = false;             ///< Is in its group's members.
        int lead = -1;                     ///< Slot of the alert that stands for this one, which is not shown then; -1: it stands for itself.
        Severity told = Severity::Unknown; ///< Its own severity; the alert has the worst of what it stands for.
    };
    /// An alert that another one stands for, and why.
    struct Follower {
        int slot = -1;
        JoinBy by = JoinBy::Sameness;
        AlertKey with {}; ///< What this is true of: the lead, or another follower.
        friend bool operator==(const Follower &, const Follower &) = default;
    };
    /// Totals over everything, and over what the filter lets through.
    struct Totals {
        int all = 0;
        int open = 0;
        int openCritical = 0; ///< Neither acknowledged nor silenced.
        int matched = 0;
        int matchedOpen = 0;
        int held = 0;
        int marked = 0;
        friend bool operator==(const Totals &, const Totals &) = default;
    };

    /// Takes everything anew.
    void setAlerts(std::vector<Alert> alerts);
    /// Adds or replaces one; a new one that would be shown is held back when `hold`. Nothing moves until commit().
    void upsert(const Alert &alert, bool hold);
    void remove(const AlertKey &key);
    /// Shows what was held back.
    void releaseHeld();
    /// Puts upserts and removals in their places. Slots touched since the last commit are in changedSlots() afterwards.
    void commit();
    const std::vector<int> &changedSlots() const { return m_changed; }

    /// One row stands for each incident from the next commit on. An alert that is over stands for itself at once.
    void setIncidents(const std::vector<JoinedIncident> &incidents);
    /// What an alert stands for beside itself.
    const std::vector<Follower> &followers(int slot) const;
    /// Slot of the alert that is shown for this one.
    int shownFor(int slot) const { return slot < 0 || m_items[std::size_t(slot)].lead < 0 ? slot : m_items[std::size_t(slot)].lead; }

    /// Decides anew which alerts are shown.
    void setFilter(const AlertFilter &filter);
    /// Groups and sorts anew.
    void arrange(AlertGrouping grouping, AlertSort sort);
    /// True when it matters to the filter, so that rows may come or go.
    bool setNotLive(const QSet<SourceId> &sources);
    /// The time by which ages are told. True when it matters to the filter, so that rows may come or go.
    bool setNow(UtcTime now);
    /// A term of the filter, as it was written, and how many rows it alone keeps out.
    struct Obstacle {
        QString term;
        int count = 0;
    };
    /// In the order of the filter; none where everything that is missing is kept out by several.
    std::vector<Obstacle> obstacles() const;
    void setServices(const std::vector<Service> &services);
    /// For the ends of silences, which the groups tell.
    void setSilences(const std::vector<Silence> &silences);
    /// End of the acknowledgement or of the last silence of an alert; invalid where there is none.
    UtcTime until(const Alert &alert) const;
    /// What the filter lets through, by what keeps it quiet; what is held back counts as open.
    QuietCount quiet() const;
    /// Folds or unfolds for good; the group keeps it while it exists, and when it comes back.
    void setFolded(int group, bool folded);
    /// A group that holds this alert does not fold itself.
    void setCurrent(const AlertKey &key) { m_current = key; }
    void setMarked(int slot, bool marked);

    /// The rows of now: headers and the members of unfolded groups.
    std::vector<int> rows() const;
    static int headerId(int group) { return -1 - group; }
    static int groupOfHeader(int id) { return -1 - id; }

    int slotOf(const AlertKey &key) const { return m_slots.value(key, -1); }
    const Item &item(int slot) const { return m_items[std::size_t(slot)]; }
    const AlertGroup &group(int group) const { return m_groups[std::size_t(group)].info; }
    /// Slots of a group in the order of the list, without what is held back.
    const std::vector<int> &members(int group) const { return m_groups[std::size_t(group)].members; }
    bool isNotLive(const SourceId &source) const { return m_beside.notLive.contains(source); }
    const Totals &totals() const { return m_totals; }
    int slotCount() const { return int(m_items.size()); }
    /// Copies of the marked alerts, in no particular order.
    std::vector<Alert> marked() const;
    /// Builds up to `count` missing search texts from `from` on; returns where to go on, or -1 at the end.
    int warm(int from, int count);

private:
    struct Group {
        AlertGroup info;
        std::vector<int> members;  // sorted slots
        std::vector<int> arrivals; // to be merged by commit
        bool isDirty = false;
    };
    using GroupKey = std::pair<int, QString>; // kind, name
    int groupFor(const Alert &alert);
    bool matches(Item &item) const;
    void match(int slot);
    void lift(int slot);
    void settle(int slot);
    void part(int slot);
    void count(const Item &item, int sign);
    void place(int slot);
    void displace(int slot);
    void rebuild();
    void placeAll();
    void describe(Group &group);
    QuietCount countQuiet(const Group &group) const;
    void mergeMembers(Group &group);
    void decideFold(Group &group) const;
    bool isBefore(int left, int right) const;
    void sortGroups();
    void dressGroup(AlertGroup &info) const;

    std::vector<Item> m_items;
    std::vector<int> m_freeSlots;
    std::vector<int> m_releasedSlots; // free after the next commit: an id must not change its meaning within one
    QHash<AlertKey, int> m_slots;
    std::vector<Group> m_groups;
    QHash<GroupKey, int> m_groupIds;
    QHash<GroupKey, bool> m_chosenFolds;
    std::vector<int> m_order; // groups in the order of the list
    std::vector<int> m_changed;
    std::vector<int> m_pendingChanges;
    AlertFilter m_filter;
    AlertGrouping m_grouping = AlertGrouping::Service;
    AlertSort m_sort = AlertSort::SeverityAge;
    FilterMoments m_beside;
    QHash<QString, Service> m_services;
    QHash<int, std::vector<Follower>> m_followers; // by the slot of the lead
    AlertKey m_current;
    Totals m_totals;
};

} // namespace quarterdeck
