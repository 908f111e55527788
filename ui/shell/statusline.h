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

/// The foot of the window: how fresh every source is, what the outbox holds, where the keys are. Where not all sources fit, long names are
/// cut first, and then the last sources are counted instead: how each stands is never cut.
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
    QSize minimumSizeHint() const override;

signals:
    /// What was pressed.
    void outboxRequested();
    void helpRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void fit();
    QString restText(std::size_t shown) const;
    int widthOf(std::size_t shown) const;
    int staleFrom(std::size_t first) const;
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
