#pragma once

#include "app/core/async.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace quarterdeck {

class Courier;
class Rhythm;
class TimelineFeed;

/// Rounds that somebody waits for: ask some sources, deliver, and say when nothing moves any more. Thread: io.
class Rounds final : public QObject {
    Q_OBJECT

public:
    /// `courier` outlives it.
    Rounds(Courier &courier, QObject *parent);
    /// A source whose polls belong to a delivery.
    void watch(Rhythm &paging);
    /// What a poll leads to: a full round waits for the portion that is being read.
    void watch(TimelineFeed &feed);
    /// What is waited for beside polls and deliveries.
    enum class Until : quint8 { Answered, Delivered, Read };
    /// Asks all of them, then delivers what does not rest, and finishes `reply` when nothing is left to try now. Until::Answered delivers
    /// nothing: whoever only looks does not wait behind what is to be sent.
    void run(const std::vector<Rhythm *> &asked, Until until, const Reply<Done> &reply);
    /// From now on everything is delivered as it comes.
    void deliverAlways() { m_isDeliveringAlways = true; }
    /// Some round that delivers has begun and has not come to its end. Who only looks delivers nothing: an act that was begun could not be
    /// taken back.
    bool isDelivering() const { return m_isDeliveringAlways || m_delivering > 0; }
    /// Something came to its end: finishes who waits when everything has.
    void check();

private:
    Courier &m_courier;
    std::vector<Rhythm *> m_watched;
    std::vector<QPointer<TimelineFeed>> m_feeds;
    std::vector<std::pair<Until, Reply<Done>>> m_waiting;
    int m_open = 0;
    int m_delivering = 0;
    bool m_isDeliveringAlways = false;
};

} // namespace quarterdeck
