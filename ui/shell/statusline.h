#pragma once

#include "app/domain/action.h"
#include "app/domain/verdict.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QToolButton;

namespace quarterdeck {

class FreshnessLabel;
class PlainLabel;

/// The foot of the window: how fresh every source is, what the outbox holds, where the keys are.
class StatusLine final : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(const Theme &theme, QWidget *parent = nullptr);
    /// What the ports say now; ages are drawn by tick().
    void setSources(const std::vector<SourceStatus> &statuses);
    void setSource(const SourceStatus &status);
    void setOutbox(const std::vector<OutboxEntry> &entries);
    void setOutboxUnreadable(const QString &why);
    /// Redraws the ages. `clockText` is the time of day in the zone shown.
    void tick(UtcTime now, const std::function<QString(UtcTime)> &clockText);
    int liveCount() const;
    /// No source can be reached. Not while one answers anything, and not before the first was asked.
    bool isOffline() const;
    int sourceCount() const { return int(m_statuses.size()); }

signals:
    /// What was pressed.
    void outboxRequested();
    void helpRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    bool tellsAlerts() const;

    static constexpr std::size_t MaxShown = 8;
    const Theme &m_theme;
    QHBoxLayout *m_row;
    std::vector<SourceStatus> m_statuses;
    std::vector<FreshnessLabel *> m_labels;
    PlainLabel *m_rest;
    QToolButton *m_outbox;
    QToolButton *m_help;
};

} // namespace quarterdeck
