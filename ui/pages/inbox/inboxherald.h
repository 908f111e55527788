#pragma once

#include "models/inboxfeed.h"

#include <QHash>
#include <QTimer>

class QWidget;

namespace quarterdeck {

/// Tells whoever listens what happens in the inbox away from the row under the keyboard: new critical alerts, what became of an action,
/// folds, what a filter lets through, that marks are gone. One sentence a group. Thread: main.
class InboxHerald final : public QObject {
    Q_OBJECT

public:
    InboxHerald(InboxFeed &feed, QWidget *page);
    /// What a filter lets through; said when the typing pauses.
    void tellFilter(const QString &sentence);
    /// A group was folded or unfolded; `count` as its header has it.
    void tellFold(const AlertGroup &group, const QString &count);

private:
    void tellCriticals(const std::vector<Alert> &alerts);
    void tellOutbox();
    void tellMarks();

    InboxFeed &m_feed;
    QWidget *m_page;
    QHash<QUuid, OutboxState> m_outbox;
    bool m_isOutboxKnown = false;
    int m_marked = 0;
    QTimer m_pause;
    QString m_filtered;
};

} // namespace quarterdeck
