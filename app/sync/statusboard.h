#pragma once

#include "app/ports/sources.h"

#include <QObject>

#include <vector>

namespace quarterdeck {

/// The status of every source, in the order of the configuration. Thread: io.
class StatusBoard final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// Adds a source at the end.
    void add(const SourceStatus &status);
    /// An empty status with this id when there is none.
    SourceStatus status(const SourceId &source) const;
    /// Replaces the status of its source and tells when it differs.
    void set(const SourceStatus &status);

signals:
    /// A status differs from before.
    void changed(const quarterdeck::SourceStatus &status);

private:
    std::vector<SourceStatus> m_all;
};

} // namespace quarterdeck
