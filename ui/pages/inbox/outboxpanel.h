#pragma once

#include "models/outboxmodel.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QTableView;

namespace quarterdeck {

class PlainLabel;
class VerbButton;

/// What waits to be sent and what became of it: with the words of the source, and what can be done about each. Thread: main.
class OutboxPanel final : public QWidget {
    Q_OBJECT

public:
    OutboxPanel(const Theme &theme, const TimeControl &time, OutboxModel &model, QWidget *parent = nullptr);

signals:
    /// The person wants an action sent after all.
    void resendAsked(const QUuid &action);
    /// The person gives an action up.
    void withdrawAsked(const QUuid &action);
    /// The panel is to be closed.
    void closeAsked();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void updateButtons();
    const OutboxEntry *current() const;

    const TimeControl &m_time;
    OutboxModel &m_model;
    QTableView *m_table;
    PlainLabel *m_head;
    PlainLabel *m_detail;
    VerbButton *m_resend;
    VerbButton *m_drop;
};

} // namespace quarterdeck
