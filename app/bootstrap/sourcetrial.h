#pragma once

#include "app/bootstrap/iothread.h"
#include "app/core/secret.h"

namespace quarterdeck {

class SecretDesk;

/// A source that is tried before it is in the configuration: opened on a thread and with a connection of its own, so that the ones in use do
/// not notice. Thread: main.
class SourceTrial {
public:
    /// `typed`: its secret of the keyring, where that holds it not yet; else empty. `desk` outlives it.
    SourceTrial(const Endpoint &endpoint, const Secret &typed, SecretDesk &desk, const Clock &clock);
    ~SourceTrial();
    SourceTrial(const SourceTrial &) = delete;
    SourceTrial &operator=(const SourceTrial &) = delete;

    /// Why it cannot be opened; nothing where it is.
    const std::optional<Error> &error() const { return m_error; }
    /// Does Source::probe(). Only where it is open. Finishes on another thread.
    Async<BackendHealth> probe(const CancelToken &cancel);

private:
    IoThread m_io;
    OpenedSources m_opened;
    std::optional<Error> m_error;
};

} // namespace quarterdeck
