#pragma once

#include "app/ports/library.h"

#include <QHash>

namespace quarterdeck {

/// Runbooks in memory.
class FakeLibrary final : public Library {
public:
    using Library::Library;
    std::vector<RunbookFile> files;
    QHash<QString, QByteArray> markdowns; ///< By id.
    QHash<QString, QString> byAlert;      ///< Runbook id by alertname.

    std::vector<RunbookFile> runbooks() const override { return files; }
    Result<QByteArray> markdown(const QString &id) const override
    {
        if (!markdowns.contains(id)) {
            return fail(ErrorKind::NotFound, QStringLiteral("There is no such runbook"), id);
        }
        return markdowns.value(id);
    }
    QString forAlert(const QString &alertname, const QString &, const QString &) const override { return byAlert.value(alertname); }
    /// Adds one file and tells everybody.
    void add(const RunbookFile &file, const QByteArray &text)
    {
        files.push_back(file);
        markdowns.insert(file.id, text);
        emit changed();
    }
    void announce() { emit changed(); }
};

} // namespace quarterdeck
