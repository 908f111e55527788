#pragma once

#include "app/core/result.h"

#include <QObject>
#include <QProcess>

#include <memory>
#include <vector>

namespace quarterdeck::demo {

/// The real servers of the demo: Prometheus, Alertmanager, systemd-journal-remote and -gatewayd, on loopback, with their data in one
/// folder. They die with this process, however it ends. Thread: main of the demo process.
class ServerSet : public QObject {
    Q_OBJECT

public:
    explicit ServerSet(QString folder, QObject *parent = nullptr);
    ~ServerSet() override;

    /// Names of the programs that are not installed.
    static QStringList missing();
    /// Chooses free ports. Called before the configuration files are written.
    Result<Done> reservePorts();
    quint16 prometheusPort() const { return m_prometheusPort; }
    quint16 alertmanagerPort() const { return m_alertmanagerPort; }
    quint16 journalPort() const { return m_journalPort; }
    /// For an IcingaServer.
    quint16 icingaPort() const { return m_icingaPort; }

    /// Turns OpenMetrics text into blocks of Prometheus's data folder. Before start().
    Result<Done> importHistory(const QByteArray &openMetrics);
    /// Starts the writer of the live journal; entries must come in the order of their times.
    Result<Done> startJournal();
    /// Starts the rest and waits until they answer, at most 20 s. The event loop runs meanwhile.
    Result<Done> start();
    /// Appends journal export text to the live journal.
    void writeJournal(const QByteArray &entries);

private:
    QProcess *run(const QString &program, const QStringList &arguments);
    Result<Done> waitFor(quint16 port, const QByteArray &path, const QString &name);

    QString m_folder;
    quint16 m_prometheusPort = 0;
    quint16 m_alertmanagerPort = 0;
    quint16 m_journalPort = 0;
    quint16 m_icingaPort = 0;
    QProcess *m_journalWriter = nullptr;
    std::vector<QProcess *> m_processes;
};

} // namespace quarterdeck::demo
