#pragma once

#include "app/ports/reader.h"
#include "models/loadview.h"

#include <QObject>

namespace quarterdeck {

/// What the load page asks: reads the incidents of a window once and keeps their table, so that another team or service is no new reading.
class LoadHistory : public QObject {
    Q_OBJECT

public:
    LoadHistory(Reader &reader, QObject *parent);
    /// Views a scope as of the end of its window. Answered later, by the thread pool; only the last question is answered.
    void ask(const LoadScope &scope, const ResponderZones &zones, const QString &me);

signals:
    /// The view of the last question.
    void answered(const LoadView &view);
    /// The history could not be read.
    void failed(const Error &error);

private:
    void view(const LoadScope &scope, const QString &me);

    Reader &m_reader;
    std::optional<LoadTable> m_table;
    TimeRange m_window; ///< That of the table.
    int m_question = 0;
};

} // namespace quarterdeck
