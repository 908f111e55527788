#pragma once

#include "app/domain/alert.h"

#include <QMap>
#include <QString>

#include <functional>

namespace quarterdeck {

/// A place to go: a page and what to show on it.
struct Destination {
    QString page;                     ///< Page id: "inbox", "services", ...
    QString object;                   ///< Alert key, service name, runbook or run id; empty for the page itself.
    QMap<QString, QString> arguments; ///< Page-specific, all optional.
};

/// Moves between pages without pages knowing each other. Thread: main.
class Navigator {
public:
    virtual ~Navigator() = default;
    virtual void go(const Destination &destination) = 0;
    /// Back to the place before.
    virtual void back() = 0;
    /// A short message at the foot of the window; with `undo`, an Undo button for ten seconds.
    virtual void toast(const QString &sentence, std::function<void()> undo = {}) = 0;
    /// Opens an http or https address outside after showing its host. Other schemes are refused in words.
    virtual void openExternal(const QString &url) = 0;
    /// Opens a file of our own, such as the configuration, with the program that the desktop has for it.
    virtual void openFile(const QString &path) = 0;
};

} // namespace quarterdeck
