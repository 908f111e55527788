#include "app/net/networkwatch.h"

#include <QSignalSpy>
#include <QTest>

#include <arpa/inet.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace quarterdeck;

namespace {

/// An interface of this process's own network, as a VPN makes one.
class Tunnel {
public:
    Tunnel()
        : m_device(open("/dev/net/tun", O_RDWR | O_CLOEXEC))
        , m_socket(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        ifreq request = named();
        request.ifr_flags = IFF_TUN | IFF_NO_PI;
        m_isMade = m_device >= 0 && ioctl(m_device, TUNSETIFF, &request) == 0;
    }
    ~Tunnel()
    {
        close(m_device);
        close(m_socket);
    }
    Tunnel(const Tunnel &) = delete;
    Tunnel &operator=(const Tunnel &) = delete;

    bool isMade() const { return m_isMade; }
    bool setAddress(const char *text)
    {
        ifreq request = named();
        sockaddr_in address {};
        address.sin_family = AF_INET;
        inet_pton(AF_INET, text, &address.sin_addr);
        std::memcpy(&request.ifr_addr, &address, sizeof address);
        return ioctl(m_socket, SIOCSIFADDR, &request) == 0;
    }
    bool setUp(bool isUp)
    {
        ifreq request = named();
        request.ifr_flags = short(isUp ? IFF_UP | IFF_RUNNING : 0);
        return ioctl(m_socket, SIOCSIFFLAGS, &request) == 0;
    }

private:
    static ifreq named()
    {
        ifreq request {};
        std::strncpy(request.ifr_name, "qd0", IFNAMSIZ - 1);
        return request;
    }
    int m_device;
    int m_socket;
    bool m_isMade = false;
};

} // namespace

// In a network of this process's own, so that nothing of the machine changes.
class TestNetworkWatch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (unshare(CLONE_NEWNET) != 0) {
            QSKIP("a network of its own needs root");
        }
    }
    void saysOnceThatAnAddressCameAndWent()
    {
        const NetworkWatch watch;
        QVERIFY(watch.isWatching());
        QSignalSpy changed(&watch, &NetworkWatch::changed);
        Tunnel tunnel;
        if (!tunnel.isMade()) {
            QSKIP("this kernel has no tunnels");
        }
        QVERIFY(tunnel.setAddress("10.99.0.1"));
        QVERIFY(tunnel.setUp(true));
        QTRY_COMPARE(changed.size(), 1);
        // The same address once more, and one of the link alone.
        QVERIFY(tunnel.setAddress("10.99.0.1"));
        QTest::qWait(1'500);
        QCOMPARE(changed.size(), 1);
        QVERIFY(tunnel.setAddress("10.99.0.2"));
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(tunnel.setUp(false));
        QTRY_COMPARE(changed.size(), 3);
    }
    void whatIsOfOneLinkAloneDoesNotCount()
    {
        Tunnel tunnel;
        if (!tunnel.isMade()) {
            QSKIP("this kernel has no tunnels");
        }
        const NetworkWatch watch;
        QSignalSpy changed(&watch, &NetworkWatch::changed);
        QVERIFY(tunnel.setAddress("169.254.7.7"));
        QVERIFY(tunnel.setUp(true));
        QTest::qWait(1'500);
        QCOMPARE(changed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
