#pragma once

#include "app/domain/alert.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace quarterdeck {

/// Collects alerts that began to fire, so that a storm is told of once every few seconds. Thread: main.
class Arrivals final : public QObject {
    Q_OBJECT

public:
    /// `quiet`: how long nothing is told after something was.
    explicit Arrivals(QObject *parent, Millis quiet = Millis(5'000));
    /// Takes over alerts that began to fire.
    void add(const std::vector<Alert> &alerts);

signals:
    /// The first ones at once, then at most once per quiet time. `alerts` holds at most 50, the worst first, `others` the keys of the rest.
    void told(const std::vector<quarterdeck::Alert> &alerts, const std::vector<quarterdeck::AlertKey> &others);

private:
    void tell();

    QTimer m_quiet;
    std::vector<Alert> m_waiting;
    std::vector<AlertKey> m_others;
};

} // namespace quarterdeck
