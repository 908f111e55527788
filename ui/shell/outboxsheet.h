#pragma once

#include "app/domain/action.h"
#include "ui/shell/overlay.h"

#include <functional>
#include <vector>

class QPushButton;
class QScrollArea;

namespace quarterdeck {

class PlainLabel;

/// What waits to be sent and what ended in the last day: withdraw what is queued, decide about what needs a person.
class OutboxSheet final : public Overlay {
    Q_OBJECT

public:
    /// How instants are told: when an entry moved, and those that a reason names.
    struct Times {
        std::function<QString(UtcTime)> changed;
        std::function<QString(UtcTime)> named;
    };

    OutboxSheet(const Theme &theme, QWidget *window);
    /// Shows the entries, at most 200: what needs a person first, else in the order given.
    void openWith(const std::vector<OutboxEntry> &entries, const Times &times);

signals:
    /// What a person decided about one entry.
    void withdrawRequested(const QUuid &action);
    void withdrawAllRequested(const std::vector<QUuid> &actions);
    void resendRequested(const QUuid &action);

private:
    QWidget *row(const OutboxEntry &entry, const QString &difference, const Times &times);

    PlainLabel *m_title;
    PlainLabel *m_empty;
    QScrollArea *m_scroll;
    QPushButton *m_withdrawAll;
    std::vector<QUuid> m_waiting; ///< All that can be withdrawn, shown or not.
};

} // namespace quarterdeck
