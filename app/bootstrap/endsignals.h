#pragma once

#include <QObject>

namespace quarterdeck {

/// SIGINT, SIGTERM and SIGHUP as an event of the main thread, so that a program ends in order: what is under way is stored and every
/// database is closed. The first one is told; the second ends the process as it would without this. One that the parent ignores stays
/// ignored. At most one object at a time. Thread: main.
class EndSignals final : public QObject {
    Q_OBJECT

public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override;
    /// The signal that came; 0 before.
    int caught() const { return m_caught; }

signals:
    /// One of them came.
    void asked(int signal);

private:
    int m_caught = 0;
    int m_read = -1;
};

} // namespace quarterdeck
