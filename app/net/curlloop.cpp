#include "app/net/curlloop.h"

#include <curl/curl.h>

#include <algorithm>
#include <limits>
#include <mutex>

namespace quarterdeck {

namespace {

void initialiseCurl()
{
    static std::once_flag once;
    std::call_once(once, [] {
        // libcurl would write the session keys of every TLS connection to that file.
        if (qEnvironmentVariableIsSet("SSLKEYLOGFILE")) {
            qunsetenv("SSLKEYLOGFILE");
        }
        curl_global_init(CURL_GLOBAL_DEFAULT);
    });
}

} // namespace

CurlLoop::CurlLoop(long maxPerHost, long maxTotal, QObject *parent)
    : QObject(parent)
{
    initialiseCurl();
    m_multi = curl_multi_init();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, long(CURLPIPE_MULTIPLEX));
    curl_multi_setopt(m_multi, CURLMOPT_MAX_HOST_CONNECTIONS, maxPerHost);
    curl_multi_setopt(m_multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, maxTotal);
}

CurlLoop::~CurlLoop()
{
    for (const auto &[easy, finished] : m_running) {
        curl_multi_remove_handle(m_multi, easy);
    }
    m_watches.clear();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, nullptr);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, nullptr);
    curl_multi_cleanup(m_multi);
}

void CurlLoop::add(void *easy, std::function<void(int)> finished)
{
    // Queued, because the caller may be inside a callback of another transfer, where curl must not be called.
    m_queued.emplace_back(easy, std::move(finished));
    if (m_queued.size() == 1) {
        QMetaObject::invokeMethod(
            this, [this] { startQueued(); }, Qt::QueuedConnection);
    }
}

void CurlLoop::startQueued()
{
    const auto queued = std::exchange(m_queued, {});
    for (const auto &[easy, finished] : queued) {
        if (curl_multi_add_handle(m_multi, easy) == CURLM_OK) {
            m_running.emplace(easy, finished);
        } else {
            finished(CURLE_FAILED_INIT);
        }
    }
    // At once, instead of in the next round, where the timer that curl has just set would do it.
    act(CURL_SOCKET_TIMEOUT, 0);
}

void CurlLoop::remove(void *easy)
{
    std::erase_if(m_queued, [easy](const auto &entry) { return entry.first == easy; });
    if (m_running.erase(easy) > 0) {
        curl_multi_remove_handle(m_multi, easy);
    }
}

void CurlLoop::act(int fd, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi, fd, events, &running);

    std::vector<std::pair<std::function<void(int)>, int>> finished;
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        void *easy = message->easy_handle;
        const int code = message->data.result;
        const auto it = m_running.find(easy);
        if (it != m_running.end()) {
            finished.emplace_back(std::move(it->second), code);
            m_running.erase(it);
        }
        curl_multi_remove_handle(m_multi, easy);
    }
    for (const auto &[callback, code] : finished) {
        callback(code);
    }
}

int CurlLoop::onSocket(void *, int fd, int what, void *self, void *)
{
    auto *loop = static_cast<CurlLoop *>(self);
    // Kept when curl is done with it, which it says after every request: the same connection or another of the same number comes back.
    // A notifier at rest watches nothing, and none is ever deleted by what it sets off.
    Watch &watched = loop->m_watches[fd];
    const bool isOver = what == CURL_POLL_REMOVE;
    loop->watch(watched.read, fd, QSocketNotifier::Read, CURL_CSELECT_IN, !isOver && (what & CURL_POLL_IN) != 0);
    loop->watch(watched.write, fd, QSocketNotifier::Write, CURL_CSELECT_OUT, !isOver && (what & CURL_POLL_OUT) != 0);
    return 0;
}

void CurlLoop::watch(std::unique_ptr<QSocketNotifier> &notifier, int fd, QSocketNotifier::Type type, int event, bool isWanted)
{
    if (!notifier && isWanted) {
        notifier = std::make_unique<QSocketNotifier>(fd, type);
        connect(notifier.get(), &QSocketNotifier::activated, this, [this, fd, event] { act(fd, event); });
    }
    if (notifier) {
        notifier->setEnabled(isWanted);
    }
}

int CurlLoop::onTimer(void *, long ms, void *self)
{
    QTimer &timer = static_cast<CurlLoop *>(self)->m_timer;
    if (ms < 0) {
        timer.stop();
    } else {
        timer.start(int(std::min<long>(ms, std::numeric_limits<int>::max())));
    }
    return 0;
}

} // namespace quarterdeck
