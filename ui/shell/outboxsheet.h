#pragma once

#include "app/domain/action.h"
#include "ui/shell/overlay.h"

#include <functional>
#include <vector>

class QScrollArea;

namespace quarterdeck {

class PlainLabel;

/// What waits to be sent and what ended in the last day: withdraw what is queued, decide about what needs a person.
class OutboxSheet final : public Overlay {
    Q_OBJECT

public:
    OutboxSheet(const Theme &theme, QWidget *window);
    /// Shows the entries, at most 200: what needs a person first, else in the order given.
    void openWith(const std::vector<OutboxEntry> &entries, const std::function<QString(UtcTime)> &timeText);

signals:
    /// What a person decided about one entry.
    void withdrawRequested(const QUuid &action);
    void resendRequested(const QUuid &action);

private:
    QWidget *row(const OutboxEntry &entry, const QString &time);

    PlainLabel *m_title;
    PlainLabel *m_empty;
    QScrollArea *m_scroll;
};

} // namespace quarterdeck
