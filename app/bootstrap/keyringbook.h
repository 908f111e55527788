#pragma once

#include "app/ports/secretbook.h"
#include "app/secrets/secretstore.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace quarterdeck {

/// The keyring behind the SecretBook port. Thread: main.
class KeyringBook final : public QObject, public SecretBook {
public:
    /// `store` outlives it.
    KeyringBook(SecretStore &store, const std::vector<Endpoint> &endpoints);

    QStringList names(const SourceId &source) const override { return m_names.value(source); }
    Async<SecretState> state(QString name) override;
    Async<Done> store(QString name, Secret secret) override;
    Async<Done> remove(QString name) override;

private:
    Async<Done> explained(const Async<Done> &act);
    Error explained(const Error &error) const;

    SecretStore &m_store;
    QHash<SourceId, QStringList> m_names;
};

} // namespace quarterdeck
