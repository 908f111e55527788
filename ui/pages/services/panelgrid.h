#pragma once

#include "ui/pages/services/panelview.h"

#include <QTimer>

class QGridLayout;

namespace quarterdeck {

class EmptyState;

/// The charts of a service in two columns, on one axis with one crosshair. Asks again while it is seen, sliding and not paused.
class PanelGrid final : public QWidget {
    Q_OBJECT

public:
    PanelGrid(const PageContext &context, QWidget *parent = nullptr);
    ~PanelGrid() override;
    /// The configured panels of a service, or those derived from its name, of which only the ones with data are shown.
    void setService(const Service &service);
    /// Start of the oldest open alert; an invalid time removes the shade.
    void setOnset(UtcTime onset);
    /// Charts or tables, all of them.
    void setTableShown(bool shown);
    bool isTableShown() const { return m_isTableShown; }
    std::size_t panelCount() const { return m_views.size(); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    void describeNothing();
    void refresh();
    void tick();

    const PageContext m_context;
    std::vector<std::unique_ptr<QWidget>> m_cells; ///< Beside m_views, and outliving them.
    std::vector<std::unique_ptr<PanelView>> m_views;
    QString m_service;
    std::vector<Panel> m_panels;
    QGridLayout *m_grid;
    EmptyState *m_empty;
    QTimer m_timer;
    UtcTime m_askedAt;
    UtcTime m_onset;
    QList<bool> m_shown;
    bool m_isArranged = false;
    bool m_isDerived = false;
    bool m_isTableShown = false;
};

} // namespace quarterdeck
