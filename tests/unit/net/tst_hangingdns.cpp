#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/fixedsecrets.h"

#include <QElapsedTimer>

#include <atomic>
#include <cstring>
#include <thread>

#include <dlfcn.h>
#include <netdb.h>

using namespace quarterdeck;

namespace {
std::atomic<int> s_lookups = 0;
}

/// Stands before the C library's own: names that end in ".hang" take three seconds and are not found.
extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    if (node != nullptr && std::strstr(node, ".hang") != nullptr) {
        ++s_lookups;
        std::this_thread::sleep_for(std::chrono::seconds(3));
        return EAI_NONAME;
    }
    using Function = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto next = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    return next(node, service, hints, result);
}

/// A name lookup that hangs holds up nobody: neither a cancel, nor a time-out, nor the end of the program.
class TestHangingDns : public QObject {
    Q_OBJECT

private slots:
    void init() { m_client = std::make_unique<HttpClient>(std::make_shared<FixedSecrets>(), m_clock); }
    void cleanup() { m_client.reset(); }

    void cancelIsImmediate()
    {
        std::stop_source stop;
        const auto future = m_client->send({}, request(), stop.get_token());
        waitForLookup();
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        QCOMPARE(await(future).error().kind, ErrorKind::Cancelled);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void timeOutIsPunctual()
    {
        HttpRequest quick = request();
        quick.timeout = Millis(300);
        QElapsedTimer timer;
        timer.start();
        const auto response = await(m_client->send({}, quick, {}));
        QCOMPARE(response.error().kind, ErrorKind::Timeout);
        QVERIFY(response.error().sent != Sent::Maybe);
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    }

    void destructionIsImmediate()
    {
        const auto future = m_client->send({}, request(), {});
        waitForLookup();
        QElapsedTimer timer;
        timer.start();
        m_client.reset();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(future.isFinished());
    }

private:
    static HttpRequest request()
    {
        HttpRequest request;
        request.url = QUrl(QStringLiteral("http://name-%1.hang/").arg(s_lookups.load()));
        return request;
    }
    static void waitForLookup()
    {
        const int before = s_lookups;
        QTRY_VERIFY(s_lookups > before);
    }

    SystemClock m_clock;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestHangingDns)
#include "tst_hangingdns.moc"
