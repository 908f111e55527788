#pragma once

#include "models/chartfeed.h"
#include "models/explorerstate.h"

namespace quarterdeck {

/// One line of the charts.
struct BoardSeries {
    QString key;           ///< The same after each refresh.
    std::size_t query = 0; ///< Whose answer it is in.
    QString name;          ///< Foreign.
    Series series;         ///< A pale one at the times where it is drawn.
    int place = 0;         ///< Of its colour.
    Millis ago {0};        ///< How long before its time on the chart it was; 0: a line of the range itself.
};

/// The answers to all queries of the page of metrics: asks for what is missing and puts the lines together, up to a bound that is told.
/// Thread: main.
class MetricBoard final : public QObject {
    Q_OBJECT

public:
    /// Lines of one query that are shown; what is beyond is counted.
    static constexpr std::size_t MostSeries = 60;

    explicit MetricBoard(Telemetry &telemetry, QObject *parent = nullptr);
    ~MetricBoard() override;

    /// What is asked from now on. Answers to a query that stays are kept; what is asked for another is taken back.
    void setState(const ExplorerState &state);
    const ExplorerState &state() const { return m_state; }
    /// Asks each query that is on for what of the range is missing.
    void ask(TimeRange range);
    /// Forgets what there is and asks for all of the range.
    void askAgain(TimeRange range);

    const std::vector<BoardSeries> &series() const { return m_series; }
    /// Lines of a query that are not shown.
    std::size_t leftOut(std::size_t query) const;
    /// How the last answer to a query came; nothing where it is not asked.
    const ChartFeed::State *answer(std::size_t query) const;
    /// The same of the time before.
    const ChartFeed::State *answerBefore(std::size_t query) const;
    /// Newest sample of a query, or nothing.
    std::optional<UtcTime> newest(std::size_t query) const;

signals:
    /// Lines or answers are others now.
    void changed();

private:
    struct Asked {
        ExplorerQuery query;
        std::unique_ptr<ChartFeed> now;
        std::unique_ptr<ChartFeed> before;
        std::size_t leftOut = 0;
    };

    std::unique_ptr<ChartFeed> feedFor(const ExplorerQuery &query);
    void fill(Asked &asked);
    void collect();
    void addLines(std::size_t query, Asked &asked);

    Telemetry &m_telemetry;
    ExplorerState m_state;
    std::vector<Asked> m_asked;
    std::vector<BoardSeries> m_series;
};

} // namespace quarterdeck
