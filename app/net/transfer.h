#pragma once

#include "app/net/gunzip.h"
#include "app/net/httpclient.h"
#include "app/net/requestsecrets.h"
#include "app/net/transporterror.h"

#include <atomic>

namespace quarterdeck {

/// One exchange on the wire: builds the curl handle, collects the answer, and says how it ended.
/// Thread: io.
class Transfer {
public:
    /// `timeout` is what is left for this exchange; the bytes that come are added to `heard`. `request`, `config` and `heard` must outlive it.
    Transfer(const HttpConfig &config, const HttpRequest &request, const QUrl &url, const RequestSecrets &secrets, Millis timeout,
        std::atomic<quint64> &heard);
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    /// The curl handle, for CurlLoop.
    void *handle() const { return m_easy; }
    /// The answer, or why there is none, once curl has finished with `code`.
    Result<HttpResponse> take(int code);
    /// True once bytes of the request were written.
    bool wasSent() const;

private:
    static size_t onBody(const char *data, size_t size, size_t count, void *self);
    static size_t onHeader(const char *data, size_t size, size_t count, void *self);
    static int onConnected(void *self, char *, char *, int, int);
    static void addHeader(void *&list, const QByteArray &name, const QByteArray &value);
    void buildHeaders(const RequestSecrets &secrets);
    void buildTarget();
    void takeHeader(QByteArrayView line);
    bool isForStream() const;
    bool takeBody(QByteArrayView bytes);
    bool takePlain(QByteArrayView bytes);
    TransportFailure failure(int code) const;

    const HttpConfig &m_config;
    const HttpRequest &m_request;
    QUrl m_url;
    std::atomic<quint64> &m_heard;
    void *m_easy;
    void *m_headers = nullptr;
    void *m_proxyHeaders = nullptr;
    void *m_connectTo = nullptr;
    QByteArray m_errorText;
    HttpResponse m_response;
    qint64 m_received = 0;
    int m_attempts = 0;
    std::optional<Gunzip> m_gunzip; ///< While a packed body comes.
    bool m_isTooLarge = false;
    bool m_isUnreadable = false; ///< Packed in a way that was not asked for, or damaged.
    bool m_isStopped = false;
};

} // namespace quarterdeck
