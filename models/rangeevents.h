#pragma once

#include "app/ports/reader.h"

namespace quarterdeck {

/// Something that happened in a range: an alert that fired, a change that a source told of.
struct RangeEvent {
    enum class Kind : quint8 { Fired, Changed };
    Kind kind = Kind::Fired;
    UtcTime at;
    QString title;   ///< Title of the alert, or what was changed. Foreign.
    QString service; ///< Foreign; may be empty.
    AlertKey alert;
    friend bool operator==(const RangeEvent &, const RangeEvent &) = default;
};

/// What happened in a range, out of what is stored: firings, and the changes in the timelines of the alerts that fired. Thread: main.
class RangeEvents final : public QObject {
    Q_OBJECT

public:
    /// Events that are kept; of more the newest.
    static constexpr std::size_t MostEvents = 200;

    explicit RangeEvents(Reader &reader, QObject *parent = nullptr);
    ~RangeEvents() override;
    /// Reads the events of a range; a question before it is taken back.
    void read(TimeRange range);
    /// Oldest first.
    const std::vector<RangeEvent> &events() const { return m_events; }
    std::size_t leftOut() const { return m_leftOut; }

signals:
    /// The events are others now.
    void changed();

private:
    void readChanges(std::vector<RangeEvent> firings, TimeRange range);
    void publish(std::vector<RangeEvent> events);

    Reader &m_reader;
    std::vector<RangeEvent> m_events;
    std::size_t m_leftOut = 0;
    std::stop_source m_stop;
};

} // namespace quarterdeck
