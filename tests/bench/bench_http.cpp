// Twenty small requests in flight on keep-alive: HttpClient against a bare curl_multi loop and QNetworkAccessManager's rival figure.
#include "app/bootstrap/hardening.h"
#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "app/net/secretresolver.h"
#include "tests/bench/report.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <curl/curl.h>

using namespace quarterdeck;

namespace {

constexpr int Requests = 4000;
constexpr int InFlight = 20;

class NoSecrets final : public SecretResolver {
public:
    Async<Secret> resolve(const SecretRef &) override { return ready<Secret>(Secret {}); }
    Async<Secret> signIn(const QString &) override { return ready<Secret>(Secret {}); }
    Async<Done> keepSignIn(const QString &, const Secret &) override { return ready<Done>(Done {}); }
};

// A keep-alive server with a 2 kB answer on a thread of its own.
class Server : public QThread {
public:
    quint16 port = 0;

protected:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost, 0);
        port = server.serverPort();
        const QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2048\r\n\r\n" + QByteArray(2048, ' ');
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
            while (QTcpSocket *socket = server.nextPendingConnection()) {
                socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, reply] {
                    const QByteArray got = socket->readAll();
                    for (qsizetype i = got.count("\r\n\r\n"); i > 0; --i) {
                        socket->write(reply);
                    }
                });
            }
        });
        exec();
    }
};

size_t drop(char *, size_t size, size_t count, void *)
{
    return size * count;
}

void bareCurl(const QByteArray &url, long connections)
{
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, connections);
    int started = 0;
    int finished = 0;
    const auto add = [&] {
        CURL *easy = curl_easy_init();
        curl_easy_setopt(easy, CURLOPT_URL, url.constData());
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, drop);
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_multi_add_handle(multi, easy);
        ++started;
    };
    while (started < InFlight) {
        add();
    }
    while (finished < Requests) {
        int running = 0;
        curl_multi_perform(multi, &running);
        int left = 0;
        while (CURLMsg *message = curl_multi_info_read(multi, &left)) {
            if (message->msg == CURLMSG_DONE) {
                CURL *easy = message->easy_handle;
                curl_multi_remove_handle(multi, easy);
                curl_easy_cleanup(easy);
                ++finished;
                if (started < Requests) {
                    add();
                }
            }
        }
        curl_multi_poll(multi, nullptr, 0, 5, nullptr);
    }
    curl_multi_cleanup(multi);
}

/// The requests of one run, on the thread of the client.
void ours(HttpClient &client, const QUrl &url)
{
    QEventLoop loop;
    QObject guard;
    int started = 0;
    int finished = 0;
    std::function<void()> next = [&] {
        ++started;
        HttpRequest request;
        request.url = url;
        then(client.send({}, request, {}), &guard, [&](const Result<HttpResponse> &response) {
            if (!response) {
                std::fprintf(stderr, "%s\n", qPrintable(response.error().what));
                std::exit(1);
            }
            ++finished;
            if (started < Requests) {
                next();
            } else if (finished == Requests) {
                loop.quit();
            }
        });
    };
    for (int i = 0; i < InFlight; ++i) {
        next();
    }
    loop.exec();
}

/// The client on a thread of its own, as in the product.
class Client : public QThread {
public:
    explicit Client(QUrl url)
        : m_url(std::move(url))
    {
        start();
        m_isReady.acquire();
    }
    ~Client() override
    {
        quit();
        wait();
    }
    void go()
    {
        QMetaObject::invokeMethod(
            m_place, [this] { ours(*m_client, m_url); }, Qt::BlockingQueuedConnection);
    }

protected:
    void run() override
    {
        QObject place;
        const SystemClock clock;
        HttpClient client(std::make_shared<NoSecrets>(), clock);
        m_place = &place;
        m_client = &client;
        m_isReady.release();
        exec();
    }

private:
    QUrl m_url;
    QSemaphore m_isReady;
    QObject *m_place = nullptr;
    HttpClient *m_client = nullptr;
};

} // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    QCoreApplication app(argc, argv);
    Server server;
    server.start();
    while (server.port == 0) {
        QThread::msleep(5);
    }
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/x").arg(server.port));
    const QByteArray bare = url.toEncoded();
    Client client(url);
    // The product is polite: four connections to one host for queries. The first floor is as polite, the second is not.
    for (const auto &[floor, connections] :
        {std::pair("bare curl_multi loop, 4 connections too", 4L), std::pair("bare curl_multi loop, 20 connections", 20L)}) {
        const auto [a, b] = bench::pairedMs(
            11, [&] { client.go(); }, [&] { bareCurl(bare, connections); });
        bench::row("4,000 small requests, 20 in flight", a, floor, b, 1.25);
    }
    server.quit();
    server.wait();
    return 0;
}
