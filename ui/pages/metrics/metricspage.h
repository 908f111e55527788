#pragma once

#include "models/legendmodel.h"
#include "models/metricboard.h"
#include "models/rangeevents.h"
#include "ui/pages/api/page.h"

#include <QTimer>

class QStackedLayout;

namespace quarterdeck {

class ChartColumn;
class EmptyState;
class LegendWords;
class OptionBar;
class QueryList;
class QuietTable;
class SectionHead;

/// Asks metric sources in their own languages and draws the answers: charts with one range and one crosshair, and a legend with figures.
/// Thread: main.
class MetricsPage final : public Page {
    Q_OBJECT

public:
    explicit MetricsPage(const PageContext &context, QWidget *parent = nullptr);
    ~MetricsPage() override;

    /// Arguments: those of explorerStateOf(); none: what is there stays.
    void show(const Destination &destination) override;
    Destination current() const override;
    QList<QAction *> verbs() const override { return m_verbs; }
    std::vector<PaletteItem> find(const QString &text, int limit) const override;
    QByteArray exportCsv() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildCharts();
    void buildLegend();
    void connectAll();
    QAction *addVerb(const QString &name, const QString &text, const QKeySequence &key, std::function<void()> run);
    void addQueryVerbs();
    void addChartVerbs();
    void takeState();
    void reload(bool isAgain);
    void tick();
    void refresh();
    void refreshEmpty();
    void refreshCharts();
    void chooseInLegend(bool isAlone);
    void savePicture(bool isSvg);
    void copyCommands();

    const PageContext m_context;
    MetricBoard m_board;
    LegendModel m_legend;
    RangeEvents m_events;
    QueryList *m_queries = nullptr;
    OptionBar *m_options = nullptr;
    ChartColumn *m_charts;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    SectionHead *m_head;
    LegendWords *m_words;
    QuietTable *m_table;
    QTimer m_timer;
    UtcTime m_askedAt;
    QList<QAction *> m_verbs;
};

} // namespace quarterdeck
