#pragma once

#include "app/domain/alert.h"

#include <QDir>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace quarterdeck {

class Desktop;

/// For `--screenshots`: waits for the demo's incident, goes through every page in light and dark as a person would, acknowledges,
/// works through the runbook, and leaves a picture of each, named by what it shows. Ends the program. Thread: main.
class Tour final : public QObject {
    Q_OBJECT

public:
    Tour(Desktop &desktop, const QString &folder);
    /// Sets out; the program ends after the last stop.
    void start();

private:
    struct Stop {
        const char *name; ///< File name; empty: no picture.
        std::function<void()> go;
        std::function<bool()> isThere; ///< Null: after the pause.
        int pauseMs = 1500;
    };
    void plan();
    void next();
    void waitFor(const Stop &stop, int leftMs);
    void picture(const QString &name);
    void act(const char *action);
    void tickStep(int number);
    void remember(const std::vector<Alert> &alerts);
    QString keyOf(const QString &alertname) const;

    Desktop &m_desktop;
    QDir m_folder;
    std::vector<Stop> m_stops;
    std::size_t m_at = 0;
    QHash<QString, AlertKey> m_open; // by alertname
};

} // namespace quarterdeck
