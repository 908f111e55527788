#pragma once

#include "app/core/result.h"
#include "app/demo/icingaclient.h"

#include <QObject>
#include <QProcess>

#include <memory>

namespace quarterdeck::demo {

/// A real Icinga2 on loopback, with its data, its own authority and certificates and one ApiUser, "quarterdeck", below one folder. It
/// runs no plugins: what its checks find is told through its API. Its three processes end with this object, and with this process however
/// that ends. Thread: main of the demo process.
class IcingaServer : public QObject {
    Q_OBJECT

public:
    /// `folder` is its own, and need not exist.
    explicit IcingaServer(QString folder, QObject *parent = nullptr);
    ~IcingaServer() override;

    /// Names of the programs that are not installed.
    static QStringList missing();
    /// Writes certificates and configuration. `objects`: hosts and services in the language of Icinga2. Errors: Storage, Internal.
    Result<Done> prepare(quint16 port, const QByteArray &password, const QByteArray &objects);
    /// Starts it, after prepare(), and does not wait.
    void start();
    /// Waits until it answers, at most 20 s. The event loop runs meanwhile. Errors: Timeout.
    Result<Done> waitUntilUp();
    /// For those who tell it something; after prepare().
    IcingaClient &client() { return *m_client; }

private:
    Result<Done> write(const QString &name, const QByteArray &bytes) const;
    Result<Done> makeCertificates() const;

    QString m_folder;
    QProcess m_process;
    std::unique_ptr<IcingaClient> m_client;
};

} // namespace quarterdeck::demo
