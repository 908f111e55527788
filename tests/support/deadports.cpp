#include "tests/support/scriptedserver.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <tuple>

namespace quarterdeck {

namespace {

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

std::pair<int, quint16> boundSocket()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    ::bind(fd, reinterpret_cast<sockaddr *>(&address), size);
    ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size);
    return {fd, ntohs(address.sin_port)};
}

QUrl urlOf(quint16 port, const QString &path)
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port).arg(path));
}

} // namespace

RefusedPort::RefusedPort()
{
    std::tie(m_socket, m_port) = boundSocket();
}

RefusedPort::~RefusedPort()
{
    ::close(m_socket);
}

QUrl RefusedPort::url(const QString &path) const
{
    return urlOf(m_port, path);
}

BlackHolePort::BlackHolePort()
{
    std::tie(m_socket, m_port) = boundSocket();
    ::listen(m_socket, 0);
    // Fill the queue of the listening socket, so that the next connection waits for ever.
    for (int i = 0; i < 4; ++i) {
        const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        sockaddr_in address = loopback(m_port);
        ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address);
        m_fillers.push_back(fd);
    }
}

BlackHolePort::~BlackHolePort()
{
    for (const int fd : m_fillers) {
        ::close(fd);
    }
    ::close(m_socket);
}

QUrl BlackHolePort::url(const QString &path) const
{
    return urlOf(m_port, path);
}

} // namespace quarterdeck
