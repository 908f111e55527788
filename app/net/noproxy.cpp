#include "app/net/noproxy.h"

#include "app/net/origin.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>

namespace quarterdeck {

namespace {

struct Address {
    std::array<quint8, 16> bytes {};
    int bits = 0; ///< 32 or 128.
};

std::optional<Address> addressOf(const QString &text)
{
    const QByteArray plain = text.toLatin1();
    Address address;
    if (inet_pton(AF_INET, plain.constData(), address.bytes.data()) == 1) {
        address.bits = 32;
        return address;
    }
    if (inet_pton(AF_INET6, plain.constData(), address.bytes.data()) == 1) {
        address.bits = 128;
        return address;
    }
    return std::nullopt;
}

bool isWithin(const Address &address, const Address &block, int prefix)
{
    if (address.bits != block.bits || prefix < 0 || prefix > block.bits) {
        return false;
    }
    const auto whole = std::ptrdiff_t(prefix / 8);
    if (!std::equal(block.bytes.begin(), block.bytes.begin() + whole, address.bytes.begin())) {
        return false;
    }
    const int rest = prefix % 8;
    const auto mask = quint8(0xFF << (8 - rest));
    const auto at = std::size_t(whole);
    return rest == 0 || (address.bytes[at] & mask) == (block.bytes[at] & mask);
}

// "name:443" and "[::1]:443", but not the colons of a bare IPv6 address.
std::optional<int> takePort(QString &entry)
{
    const qsizetype colon = entry.lastIndexOf(u':');
    const bool hasPort = colon > 0 && (entry.startsWith(u'[') ? entry.at(colon - 1) == u']' : entry.count(u':') == 1);
    std::optional<int> port;
    if (hasPort) {
        port = entry.mid(colon + 1).toInt();
        entry.truncate(colon);
    }
    if (entry.startsWith(u'[') && entry.endsWith(u']')) {
        entry = entry.mid(1, entry.size() - 2);
    }
    return port;
}

bool matches(QString entry, const QString &host, const std::optional<Address> &address, int port)
{
    if (entry == u'*') {
        return true;
    }
    if (const qsizetype slash = entry.indexOf(u'/'); slash > 0) {
        const auto block = addressOf(entry.left(slash));
        bool isNumber = false;
        const int prefix = entry.mid(slash + 1).toInt(&isNumber);
        return address && block && isNumber && isWithin(*address, *block, prefix);
    }
    if (const auto wanted = takePort(entry); wanted && *wanted != port) {
        return false;
    }
    if (const auto same = addressOf(entry)) {
        return address && isWithin(*address, *same, same->bits);
    }
    if (entry.startsWith(QLatin1StringView("*."))) {
        entry = entry.mid(1);
    }
    if (entry.startsWith(u'.')) {
        return entry.size() > 1 && host.endsWith(entry);
    }
    return !entry.isEmpty() && (host == entry || host.endsWith(u'.' + entry));
}

} // namespace

bool isKeptOffProxy(const QUrl &url, const QString &noProxy)
{
    if (noProxy.isEmpty()) {
        return false;
    }
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (isLoopback(host)) {
        return true;
    }
    while (host.endsWith(u'.')) {
        host.chop(1);
    }
    const int port = url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80);
    const auto address = addressOf(host);
    const QStringList entries = noProxy.split(u',', Qt::SkipEmptyParts);
    return std::any_of(entries.begin(), entries.end(), [&](const QString &entry) { return matches(entry.trimmed().toLower(), host, address, port); });
}

} // namespace quarterdeck
