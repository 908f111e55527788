#pragma once

#include "models/servicelistmodel.h"
#include "ui/pages/api/page.h"

class QVBoxLayout;

namespace quarterdeck {

class FlowRow;
class PlainLabel;
class RunbookCard;
class SectionHead;

/// Beside the charts: open alerts, the runbook of the worst one, and the neighbours with their health.
class SidePane final : public QWidget {
    Q_OBJECT

public:
    SidePane(const PageContext &context, const ServiceListModel &model, QWidget *parent = nullptr);
    /// Shows what belongs to this service.
    void setService(const QString &name);
    /// Alerts, health or freshness changed somewhere.
    void refresh();
    /// Runs changed: the ticks of the runbook may be others.
    void refreshRunbook();
    /// Opens the runbook of the worst alert, or says that there is none.
    void openRunbook();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillAlerts(const std::vector<Alert> &alerts);
    void fillNeighbours(FlowRow *row, QWidget *box, SectionHead *head, const QStringList &names);

    const PageContext m_context;
    const ServiceListModel &m_model;
    QString m_name;
    SectionHead *m_alertsHead;
    QVBoxLayout *m_alerts;
    PlainLabel *m_noAlerts;
    RunbookCard *m_runbook;
    SectionHead *m_dependsHead;
    QWidget *m_dependsBox;
    FlowRow *m_depends;
    SectionHead *m_dependentsHead;
    QWidget *m_dependentsBox;
    FlowRow *m_dependents;
    PlainLabel *m_description;
    std::vector<Alert> m_shown;
    qint64 m_shownMinute = 0;
    QString m_neighbourState;
};

} // namespace quarterdeck
