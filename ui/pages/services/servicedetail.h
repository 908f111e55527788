#pragma once

#include "models/servicelistmodel.h"
#include "ui/pages/api/page.h"

namespace quarterdeck {

class LogPane;
class PanelGrid;
class ServiceHeader;
class SidePane;

/// The page of one service: finding, charts and log on one time axis, alerts, runbook and neighbours.
class ServiceDetail final : public QWidget {
    Q_OBJECT

public:
    ServiceDetail(const PageContext &context, const ServiceListModel &model, QWidget *parent = nullptr);
    /// Shows a service, known or not.
    void setService(const QString &name);
    QString service() const { return m_name; }
    /// Alerts, services or freshness changed.
    void refresh();
    /// Runs changed: the ticks may be others.
    void refreshRunbook();
    /// Opens the runbook of the worst alert.
    void openRunbook();
    /// Moves the keyboard to the log lines.
    void focusLogs();
    /// Charts or tables.
    void toggleTables();

private:
    const PageContext m_context;
    const ServiceListModel &m_model;
    QString m_name;
    ServiceHeader *m_header;
    PanelGrid *m_panels;
    LogPane *m_logs;
    SidePane *m_side;
};

} // namespace quarterdeck
