#pragma once

#include "models/groupsummary.h"
#include "ui/pages/inbox/detailloader.h"

#include <QScrollArea>

class QVBoxLayout;

namespace quarterdeck {

class AlertHead;
class DetailChart;
class DetailLogs;
class FactsView;
class GroupView;
class InboxActions;
class InboxFeed;
class TimelineView;

/// Everything about the alert under the cursor, top down: what, since when, whose, what to do, values, logs, story, labels.
/// Thread: main.
class DetailPane final : public QScrollArea {
    Q_OBJECT

public:
    DetailPane(const PageContext &context, InboxFeed &feed, const InboxActions &actions, QWidget *parent = nullptr);

    /// Shows an alert; the same one again only brings what changed.
    void showAlert(const Alert &alert, UtcTime until, bool isStale);
    /// Shows a group; `marked`: alerts marked anywhere in the list.
    void showGroup(const AlertGroup &group, const GroupSummary &summary, int marked);
    /// Shows that nothing is chosen; `hasChoice`: there is something to choose.
    void showNothing(bool hasChoice);
    /// The alert shown; invalid for a group.
    const AlertKey &shown() const { return m_shown; }

signals:
    /// The person wants a conflicting action sent after all.
    void resendAsked(const QUuid &action);
    /// The person gives a waiting or conflicting action up.
    void withdrawAsked(const QUuid &action);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setParts(bool ofAlert, bool ofGroup);
    void updateConflict();

    PageContext m_context;
    InboxFeed &m_feed;
    DetailLoader m_loader;
    AlertKey m_shown;
    UtcTime m_shownSince;
    QWidget *m_body;
    AlertHead *m_head;
    DetailChart *m_chart;
    DetailLogs *m_logs;
    TimelineView *m_timeline;
    FactsView *m_facts;
    GroupView *m_group;
    QWidget *m_groupLine;
    std::vector<QWidget *> m_parts;
};

} // namespace quarterdeck
