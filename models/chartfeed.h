#pragma once

#include "app/ports/telemetry.h"
#include "models/panelbuffer.h"

namespace quarterdeck {

/// The series of one chart: asks for the part of a range that is missing, keeps what is there, and knows how old and how whole it is.
/// Thread: main.
class ChartFeed final : public QObject {
    Q_OBJECT

public:
    struct Question {
        QStringList sources; ///< Empty: every metric source.
        QString expression;
        QString unit; ///< In place of what the source says, unless empty.
    };
    /// How the last answer came.
    struct State {
        bool isAnswered = false; ///< An answer, or the lack of one, has come.
        bool isFailed = false;   ///< Neither the sources nor the cache had anything; what was there before is kept.
        bool isLive = false;     ///< From the sources themselves, all of them.
        UtcTime asOf;            ///< Not live: when the sources last said so.
        std::optional<Error> error;
        QStringList warnings; ///< Of the sources, verbatim.
        QStringList warnedBy; ///< Whose the warning at the same place is; empty where only one source was asked.
        Millis step {0};
    };

    ChartFeed(Telemetry &telemetry, Question question, QObject *parent = nullptr);
    ~ChartFeed() override;

    /// How often a chart of a sliding span asks for what is new.
    static Millis refreshEvery(Millis span);
    /// Asks for what of the range is missing. While an answer is awaited the range is remembered and asked for afterwards.
    void ask(TimeRange range);
    const State &state() const { return m_state; }
    const std::vector<Series> &series() const { return m_buffer.series(); }
    bool hasData() const { return !m_buffer.isEmpty(); }
    /// What is shown is from the sources, recent, and whole as far as they say.
    bool isFresh() const { return m_state.isAnswered && m_state.isLive && m_state.warnings.isEmpty(); }
    /// The newest sample of all series, or nothing.
    std::optional<UtcTime> newest() const { return m_buffer.newest(); }

signals:
    /// Series and state are another now.
    void answered();

private:
    void accept(const Result<Dated<std::vector<Series>>> &answer, TimeRange asked, TimeRange range, Millis step);

    Telemetry &m_telemetry;
    const Question m_question;
    State m_state;
    PanelBuffer m_buffer;
    std::stop_source m_stop;
    bool m_isAsking = false;
    std::optional<TimeRange> m_next;
};

} // namespace quarterdeck
