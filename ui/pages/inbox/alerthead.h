#pragma once

#include "app/core/clock.h"
#include "app/domain/action.h"
#include "app/domain/service.h"
#include "models/alertgroup.h"
#include "ui/pages/api/page.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keyvaluegrid.h"

class QToolButton;

namespace quarterdeck {

class InboxActions;
class InboxFeed;
class PlainLabel;
class SeverityMark;
class VerbButton;

/// The upper part of the detail pane: severity, since when, title, summary, verbs, whose it is and what it affects; and a conflict,
/// with both states, where there is one. Thread: main.
class AlertHead final : public QWidget {
    Q_OBJECT

public:
    AlertHead(const PageContext &context, InboxFeed &feed, const InboxActions &actions, QWidget *parent = nullptr);

    /// Shows one alert; `until`: end of its acknowledgement or silence.
    void showAlert(const Alert &alert, const Service *service, UtcTime until, bool isStale);
    /// Shows a group header's facts.
    void showGroup(const AlertGroup &group);
    /// Nothing is selected; `hasChoice`: there is something to select.
    void showNothing(bool hasChoice);
    /// An entry that waits for a person; nothing hides the strip.
    void setConflict(const std::optional<OutboxEntry> &entry);

signals:
    /// The person wants a conflicting action sent after all.
    void resendAsked(const QUuid &action);
    /// The person gives a waiting or conflicting action up.
    void withdrawAsked(const QUuid &action);

private:
    QWidget *buildVerbs(const InboxActions &actions);
    QWidget *buildConflict();
    void addQuiet(std::vector<KeyValueGrid::Row> &rows, const Alert &alert) const;
    void addOthers(std::vector<KeyValueGrid::Row> &rows, const Alert &alert) const;
    QString sinceText(const Alert &alert, bool isStale) const;

    PageContext m_context;
    InboxFeed &m_feed;
    SeverityMark *m_mark;
    PlainLabel *m_since;
    PlainLabel *m_title;
    PlainLabel *m_summary;
    PlainLabel *m_pending;
    PlainLabel *m_refused;
    QWidget *m_verbs;
    KeyValueGrid *m_facts;
    // Made by buildConflict(), so they stand before what it returns.
    PlainLabel *m_conflictText = nullptr;
    VerbButton *m_drop = nullptr;
    QWidget *m_conflict;
    QUuid m_conflictAction;
};

} // namespace quarterdeck
