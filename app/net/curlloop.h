#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace quarterdeck {

/// One curl multi handle in the event loop of its thread: a notifier per socket and direction, and one timer.
/// Easy handles are passed as void pointers so that no curl header is needed here.
/// Thread: the one it was made on; one thread per handle.
class CurlLoop : public QObject {
public:
    /// `maxPerHost` and `maxTotal` bound the open connections.
    CurlLoop(long maxPerHost, long maxTotal, QObject *parent = nullptr);
    ~CurlLoop() override;

    /// Starts a transfer from the event loop. `finished` gets the CURLcode when it is over; not called after remove().
    void add(void *easy, std::function<void(int code)> finished);
    /// Takes a transfer out, at once. Must not be called from a callback of a transfer.
    void remove(void *easy);

private:
    struct Watch {
        std::unique_ptr<QSocketNotifier> read;
        std::unique_ptr<QSocketNotifier> write;
    };
    static int onSocket(void *easy, int fd, int what, void *self, void *);
    static int onTimer(void *multi, long ms, void *self);
    void watch(std::unique_ptr<QSocketNotifier> &notifier, int fd, QSocketNotifier::Type type, int event, bool isWanted);
    void startQueued();
    void act(int fd, int events);

    void *m_multi;
    QTimer m_timer;
    std::map<int, Watch> m_watches;
    std::map<void *, std::function<void(int)>> m_running;
    std::vector<std::pair<void *, std::function<void(int)>>> m_queued;
};

} // namespace quarterdeck
