#include "tests/bench/barefetch.h"

#include <curl/curl.h>
#include <simdjson.h>

namespace {

constexpr std::array<std::string_view, 3> Names {"severity", "alertname", "service"};

QString toText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

size_t append(char *bytes, size_t size, size_t count, void *body)
{
    static_cast<std::string *>(body)->append(bytes, size * count);
    return size * count;
}

} // namespace

std::vector<BareRow> bareFetch(const std::string &url)
{
    std::string body;
    CURL *easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_URL, (url + "/api/v2/alerts").c_str());
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &body);
    curl_easy_perform(easy);
    curl_easy_cleanup(easy);
    std::vector<BareRow> rows;
    simdjson::dom::parser parser;
    const simdjson::dom::element root = parser.parse(body);
    for (const simdjson::dom::element alert : simdjson::dom::array(root.get_array())) {
        BareRow &row = rows.emplace_back();
        for (std::size_t i = 0; i < Names.size(); ++i) {
            row[i] = toText(alert["labels"][Names[i]]);
        }
        row[3] = toText(alert["annotations"]["summary"]);
        row[4] = toText(alert["status"]["state"]);
        row[5] = toText(alert["startsAt"]);
    }
    return rows;
}
