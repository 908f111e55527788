#include "app/net/curlprofile.h"

#include "app/net/httpclient.h"
#include "app/net/noproxy.h"
#include "app/net/origin.h"

#include <QFile>
#include <QFileInfo>

#include <curl/curl.h>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr long ConnectTimeoutMs = 5000;
constexpr long SlowestBytesPerSecond = 100;
constexpr long SlowSeconds = 15;

void applyTimeouts(CURL *easy, Millis timeout, Millis stall)
{
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, ConnectTimeoutMs);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, long(timeout.count()));
    if (timeout.count() > 0) {
        // A long query may think for long before its first byte; the default of 30 s gives 15 s.
        const long usual = std::max(SlowSeconds, long(timeout.count() / 2000));
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, SlowestBytesPerSecond);
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, stall.count() > 0 ? long(stall.count() / 1000) : usual);
    }
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPIDLE, 30L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPINTVL, 10L);
    curl_easy_setopt(easy, CURLOPT_MAXLIFETIME_CONN, 3600L);
}

void setText(CURL *easy, CURLoption option, const QString &text)
{
    QByteArray bytes = text.toUtf8();
    curl_blob blob {bytes.data(), std::size_t(bytes.size()), CURL_BLOB_COPY};
    curl_easy_setopt(easy, option, &blob);
}

// curl would wait for a pipe or a device for ever. With the slash it finds nothing to open and says that it cannot read the file.
QByteArray regularFile(const QString &path)
{
    return QFile::encodeName(QFileInfo(path).isFile() ? path : path + u'/');
}

void applyTls(CURL *easy, const TlsConfig &tls)
{
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, tls.insecureSkipVerify ? 0L : 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, tls.insecureSkipVerify ? 0L : 2L);
    const bool isNewest = tls.minVersion == TlsConfig::Version::Tls13;
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, long(isNewest ? CURL_SSLVERSION_TLSv1_3 : CURL_SSLVERSION_TLSv1_2));
    if (tls.caFile.isEmpty() && tls.ca.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_SSL_OPTIONS, long(CURLSSLOPT_NATIVE_CA));
        curl_easy_setopt(easy, CURLOPT_CA_CACHE_TIMEOUT, 86'400L);
    } else {
        // What is given replaces the system's authorities, as in Prometheus, and a replaced file counts at once.
        if (tls.ca.isEmpty()) {
            curl_easy_setopt(easy, CURLOPT_CAINFO, regularFile(tls.caFile).constData());
        } else {
            setText(easy, CURLOPT_CAINFO_BLOB, tls.ca);
        }
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
        curl_easy_setopt(easy, CURLOPT_CA_CACHE_TIMEOUT, 0L);
    }
    if (!tls.cert.isEmpty()) {
        setText(easy, CURLOPT_SSLCERT_BLOB, tls.cert);
    } else if (!tls.certFile.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_SSLCERT, regularFile(tls.certFile).constData());
    }
    // OpenSSL would ask for the pass phrase of a key on the terminal and wait: an empty one is refused.
    curl_easy_setopt(easy, CURLOPT_KEYPASSWD, "");
    if (!tls.keyFile.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_SSLKEY, regularFile(tls.keyFile).constData());
    }
    if (!tls.pinnedPublicKey.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_PINNEDPUBLICKEY, tls.pinnedPublicKey.toUtf8().constData());
    }
}

void applyProxy(CURL *easy, const HttpConfig &config, const QUrl &url)
{
    if (config.proxy.fromEnvironment && !isLoopback(url.host())) {
        return;
    }
    curl_easy_setopt(easy, CURLOPT_PROXY, explicitProxy(config, url).toUtf8().constData());
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
}

} // namespace

QString explicitProxy(const HttpConfig &config, const QUrl &url)
{
    return isKeptOffProxy(url, config.proxy.noProxy) ? QString() : config.proxy.url;
}

void applyProfile(void *easy, const HttpConfig &config, const HttpRequest &request, const QUrl &url, Millis timeout)
{
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_UNRESTRICTED_AUTH, 0L);
    curl_easy_setopt(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    curl_easy_setopt(easy, CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
    curl_easy_setopt(easy, CURLOPT_HEADEROPT, long(CURLHEADER_SEPARATE));
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 65'536L);
    // Unpacked by Gunzip: curl takes a packed body without its end for whole.
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(easy, CURLOPT_HTTP_CONTENT_DECODING, 0L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "Quarterdeck/" QUARTERDECK_VERSION);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, long(config.enableHttp2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
    // Over plain http curl would hold back every further request until the first one is answered: only TLS tells early.
    const bool mayMultiplex = config.enableHttp2 && url.scheme() == QLatin1StringView("https");
    curl_easy_setopt(easy, CURLOPT_PIPEWAIT, mayMultiplex ? 1L : 0L);
    if (timeout.count() > 0) {
        curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(request.maxBody));
    }
    applyTimeouts(easy, timeout, request.stall);
    applyTls(easy, config.tls);
    applyProxy(easy, config, url);
}

} // namespace quarterdeck
