#include "app/secrets/secretstore.h"

#include <QMap>

namespace quarterdeck {

namespace {

class MemoryStore final : public SecretStore {
public:
    QString name() const override { return QStringLiteral("memory"); }
    State state() const override { return State::Ok; }
    Async<Secret> read(QString key) override
    {
        const auto it = m_secrets.constFind(key);
        if (it == m_secrets.constEnd()) {
            return ready<Secret>(fail(ErrorKind::NotFound, QStringLiteral("No secret is kept under this name in this session."), key));
        }
        return ready<Secret>(*it);
    }
    Async<Done> write(QString key, Secret secret) override
    {
        m_secrets.insert(key, secret);
        return ready<Done>(Done {});
    }
    Async<Done> remove(QString key) override
    {
        m_secrets.remove(key);
        return ready<Done>(Done {});
    }

private:
    QMap<QString, Secret> m_secrets;
};

} // namespace

std::unique_ptr<SecretStore> makeMemoryStore()
{
    return std::make_unique<MemoryStore>();
}

} // namespace quarterdeck
