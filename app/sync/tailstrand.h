#pragma once

#include "app/core/backoff.h"
#include "app/domain/logline.h"
#include "app/sources/api/logface.h"

#include <QObject>

namespace quarterdeck {

/// One source of a tail: follows it and starts again after an interruption. Thread: io.
class TailStrand final : public QObject {
    Q_OBJECT

public:
    /// `source` outlives the strand; null: `why` is told at the start and nothing else.
    TailStrand(SourceId id, LogFace *source, QString why, QObject *parent);
    /// Begins to follow; ends when `cancel` asks for it.
    void start(const LogQuery &query, const CancelToken &cancel);
    const SourceId &id() const { return m_id; }
    /// Why it does not follow now; empty while it does, and before the first word.
    const QString &problem() const { return m_problem; }

signals:
    /// New lines of this source.
    void took(const std::vector<quarterdeck::LogLine> &lines);
    /// problem() is another one now.
    void turned();

private:
    void connectTail();
    void take(const TailEvent &event);
    void ended(const Result<Done> &result);

    SourceId m_id;
    LogFace *m_source;
    QString m_problem;
    LogQuery m_query;
    CancelToken m_cancel;
    Backoff m_backoff;
};

} // namespace quarterdeck
