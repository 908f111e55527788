#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <set>
#include <string>

namespace quarterdeck {

/// Says when the machine has other addresses than before, as after a VPN, another Wi-Fi or a cable: once for changes that come together.
/// Addresses of loopback and of one link alone (fe80::, 169.254.) do not count. Where the system refuses the kernel's news (netlink), it says
/// nothing. Thread: the one it was made on.
class NetworkWatch final : public QObject {
    Q_OBJECT

public:
    explicit NetworkWatch(QObject *parent = nullptr);
    ~NetworkWatch() override;

    /// The kernel's news are heard.
    bool isWatching() const { return m_notifier != nullptr; }

signals:
    /// Connections that were made before may lead nowhere now.
    void changed();

private:
    void hear();
    void compare();

    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_quiet;  ///< Since the last news.
    QTimer m_latest; ///< Since the first.
    std::set<std::string> m_addresses;
};

} // namespace quarterdeck
