#pragma once

#include "app/core/result.h"
#include "app/ports/oncallreader.h"

#include <QObject>

#include <optional>
#include <stop_token>

namespace quarterdeck {

class Clock;
class Sources;

/// What every source says of who is on call.
using OnCallAnswer = Dated<std::vector<OnCallPage>>;

/// Who is on call for the next 14 days, for as long as somebody looks: read at the first look, then every five minutes, or every minute while
/// something is missing; not while paused. Thread: main.
class OnCallFeed final : public QObject {
    Q_OBJECT

public:
    static constexpr Millis Ahead {14LL * 86'400'000};

    /// All outlive it.
    OnCallFeed(OnCallReader &reader, const Sources &sources, const Clock &clock, QObject *parent = nullptr);
    ~OnCallFeed() override;

    /// A source of the context tells who is on call, or would if it could be reached.
    bool hasSource() const;
    /// The last answer; nothing before the first.
    const std::optional<Result<OnCallAnswer>> &answer() const { return m_answer; }
    /// The end of the 14 days that the last answer is of.
    UtcTime until() const { return m_until; }
    /// Somebody looks: reads where that is due.
    void look();
    /// Reads now.
    void read();

signals:
    /// answer() is another one.
    void answered();

private:
    bool isDue() const;

    OnCallReader &m_reader;
    const Sources &m_sources;
    const Clock &m_clock;
    std::optional<Result<OnCallAnswer>> m_answer;
    UtcTime m_until;
    Millis m_askedAt {0}; ///< Monotonic.
    bool m_isAsking = false;
    std::stop_source m_stop;
};

} // namespace quarterdeck
