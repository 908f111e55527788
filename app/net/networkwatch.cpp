#include "app/net/networkwatch.h"

#include "app/core/log.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <memory>

namespace quarterdeck {

namespace {

// An interface that comes up gets its addresses one after the other.
constexpr std::chrono::seconds Quiet {1};
constexpr std::chrono::seconds Latest {5};
constexpr in_addr_t LinkLocal = 0xa9fe0000;
constexpr in_addr_t LinkLocalMask = 0xffff0000;

/// Its text, or nothing where it leads to nobody else.
std::string addressText(const sockaddr &address)
{
    std::array<char, INET6_ADDRSTRLEN> text {};
    if (address.sa_family == AF_INET) {
        const in_addr &at = reinterpret_cast<const sockaddr_in &>(address).sin_addr;
        const bool isLinkLocal = (ntohl(at.s_addr) & LinkLocalMask) == LinkLocal;
        return isLinkLocal ? std::string() : inet_ntop(AF_INET, &at, text.data(), text.size());
    }
    if (address.sa_family == AF_INET6) {
        const in6_addr &at = reinterpret_cast<const sockaddr_in6 &>(address).sin6_addr;
        return IN6_IS_ADDR_LINKLOCAL(&at) ? std::string() : inet_ntop(AF_INET6, &at, text.data(), text.size());
    }
    return {};
}

/// The addresses by which this machine reaches others, each with its interface.
std::set<std::string> presentAddresses()
{
    std::set<std::string> found;
    ifaddrs *all = nullptr;
    if (getifaddrs(&all) != 0) {
        return found;
    }
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(all, &freeifaddrs);
    for (const ifaddrs *one = all; one != nullptr; one = one->ifa_next) {
        const bool isUsed = (one->ifa_flags & IFF_UP) != 0 && (one->ifa_flags & IFF_RUNNING) != 0 && (one->ifa_flags & IFF_LOOPBACK) == 0;
        const std::string text = isUsed && one->ifa_addr != nullptr ? addressText(*one->ifa_addr) : std::string();
        if (!text.empty()) {
            found.insert(std::string(one->ifa_name) + ' ' + text);
        }
    }
    return found;
}

} // namespace

NetworkWatch::NetworkWatch(QObject *parent)
    : QObject(parent)
    , m_quiet(this)
    , m_latest(this)
    , m_addresses(presentAddresses())
{
    for (QTimer *timer : {&m_quiet, &m_latest}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &NetworkWatch::compare);
    }
    m_socket = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
    sockaddr_nl own {};
    own.nl_family = AF_NETLINK;
    own.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
    if (m_socket < 0 || bind(m_socket, reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0) {
        qCDebug(logNet) << "changes of the network are not heard of";
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &NetworkWatch::hear);
}

NetworkWatch::~NetworkWatch()
{
    m_notifier.reset();
    if (m_socket >= 0) {
        close(m_socket);
    }
}

void NetworkWatch::hear()
{
    // What the news are is not read: they repeat themselves for each lifetime, and some are lost where there are many. The addresses tell.
    std::array<char, 8192> news {};
    while (recv(m_socket, news.data(), news.size(), 0) > 0) { }
    m_quiet.start(Quiet);
    if (!m_latest.isActive()) {
        m_latest.start(Latest);
    }
}

void NetworkWatch::compare()
{
    m_quiet.stop();
    m_latest.stop();
    std::set<std::string> present = presentAddresses();
    if (present != m_addresses) {
        m_addresses = std::move(present);
        emit changed();
    }
}

} // namespace quarterdeck
