#pragma once

#include "app/domain/freshness.h"
#include "app/domain/service.h"
#include "models/chartfeed.h"
#include "ui/pages/api/page.h"

namespace quarterdeck {

class TimeChart;

/// One chart of a service page, fed by its panel's question, and why what it shows is old. Thread: main.
class PanelView final : public QObject {
    Q_OBJECT

public:
    /// The chart is a child of `parent` and deleted with this object.
    PanelView(const PageContext &context, Panel panel, const QString &title, int number, QWidget *parent);
    ~PanelView() override;

    TimeChart *chart() const { return m_chart; }
    const Panel &panel() const { return m_panel; }
    /// Asks for the part of the shared range that is missing; does nothing while an answer is awaited.
    void refresh();
    /// Moves the range on without asking.
    void slide();
    /// Start of the oldest open alert; an invalid time removes the shade.
    void setOnset(UtcTime onset);
    /// The freshness of a source changed: the note of the panel follows.
    void refreshNote();
    /// An answer, or the lack of one, has come.
    bool isAnswered() const { return m_feed.state().isAnswered; }
    bool hasData() const { return m_feed.hasData(); }
    /// What is shown is from the source, recent, and whole as far as the source says.
    bool isFresh() const { return m_feed.isFresh(); }

signals:
    /// What is shown, or why nothing is, may be another now.
    void answered();

private:
    void showAnswer();
    QString warning() const;
    QString staleReason() const;

    const PageContext m_context;
    Panel m_panel;
    QString m_title;
    TimeChart *m_chart;
    ChartFeed m_feed;
};

} // namespace quarterdeck
