#pragma once

#include "app/core/async.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace quarterdeck {

/// One runbook file as the library lists it.
struct RunbookFile {
    QString id;   ///< Path relative to its folder, without extension: stable, shown in links.
    QString path; ///< Absolute.
    QString title;
    QString service; ///< Front matter, or empty.
    QString owner;
    QStringList alerts; ///< Names or globs of front matter.
    UtcTime modifiedAt;
    int steps = 0;
    QString problem; ///< Why it cannot be used as it is (too large, not UTF-8, unreadable); empty when fine.
};

/// The runbook files of the configured folders. Reads happen off the main thread; the list is a copy. Thread: main.
class Library : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// All runbooks found by the last scan, by id.
    virtual std::vector<RunbookFile> runbooks() const = 0;
    /// The Markdown of one runbook, at most 1 MB, as the file is now. Errors: NotFound, Storage.
    virtual Async<QByteArray> markdown(const QString &id) = 0;
    /// The runbook for an alert: by runbook_url, file name = alertname, front matter. Empty when there is none.
    virtual QString forAlert(const QString &alertname, const QString &runbookUrl, const QString &service) const = 0;

signals:
    /// A scan found something different.
    void changed();
};

} // namespace quarterdeck
