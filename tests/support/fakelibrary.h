#pragma once

#include "app/ports/library.h"

#include <QHash>

#include <utility>

namespace quarterdeck {

/// Runbooks in memory.
class FakeLibrary final : public Library {
public:
    using Library::Library;
    std::vector<RunbookFile> files;
    QHash<QString, QByteArray> markdowns; ///< By id.
    QHash<QString, QString> byAlert;      ///< Runbook id by alertname.

    bool isSlow = false; ///< markdown() is answered by answerAll() only.

    std::vector<RunbookFile> runbooks() const override { return files; }
    Async<QByteArray> markdown(const QString &id) override
    {
        const Reply<QByteArray> reply;
        m_waiting.emplace_back(id, reply);
        if (!isSlow) {
            answerAll();
        }
        return reply.future();
    }
    void answerAll()
    {
        for (const auto &[id, reply] : std::exchange(m_waiting, {})) {
            reply.finish(markdowns.contains(id) ? Result<QByteArray>(markdowns.value(id))
                                                : fail(ErrorKind::NotFound, QStringLiteral("There is no such runbook"), id));
        }
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

private:
    std::vector<std::pair<QString, Reply<QByteArray>>> m_waiting;
};

} // namespace quarterdeck
