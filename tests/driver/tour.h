#pragma once

#include "app/domain/alert.h"
#include "app/ports/preferences.h"

#include <QDir>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace quarterdeck {

class Desktop;

/// Goes through every page and sheet as a person would and leaves a picture of each, named by what it shows. In
/// the demo it waits for the incident, acknowledges, meets a conflict and works through the runbook, in dark and light; elsewhere it
/// only looks, and does nothing to any source. Ends the program. Thread: main.
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
    using Appearance = PreferenceValues::Appearance;

    // tour.cpp: the way
    void next();
    void waitFor(const Stop &stop, int leftMs);
    void picture(const QString &name);
    void act(const char *action);
    void closeDialogs();
    void go(const char *page, const QString &object = {}, const QMap<QString, QString> &arguments = {});
    void setAppearance(Appearance appearance);
    void chooseRow(const char *view, int row, bool activate = false);
    void type(const char *edit, const QString &text);
    void press(const char *button);

    // tourstops.cpp: where it leads
    void planIncident();
    void planPages(Appearance appearance);
    void planRecovery();
    void planSurvey();
    void planWelcome();
    void meetConflict();
    void tickStep(int number);
    void remember(const std::vector<Alert> &alerts);
    QString keyOf(const QString &alertname) const;

    Desktop &m_desktop;
    QDir m_folder;
    PreferenceValues m_before;
    QString m_suffix; // of the names of pictures
    std::vector<Stop> m_stops;
    std::size_t m_at = 0;
    QHash<QString, Alert> m_open; // by alertname
};

} // namespace quarterdeck
