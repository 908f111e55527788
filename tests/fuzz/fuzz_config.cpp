#include "tests/fuzz/fuzz.h"

#include "app/settings/config.h"

using namespace quarterdeck;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // Without a folder nothing is included: the input cannot make the target read files.
    const auto config = parseConfig(fuzzBytes(data, size), QStringLiteral("input.yaml"), {});
    if (!config) {
        require(config.error().kind == ErrorKind::Rejected, "an unreadable configuration is rejected");
        require(config.error().where.startsWith(QStringLiteral("input.yaml:")), "a rejection says where");
        return 0;
    }
    for (const Endpoint &endpoint : config->backends) {
        require(!endpoint.id.isEmpty() && !endpoint.kind.isEmpty() && !endpoint.urls.empty(), "a kept backend is complete");
        for (const QUrl &url : endpoint.urls) {
            require(url.userInfo().isEmpty() && !url.host().isEmpty(), "a kept URL has a host and no password");
        }
        require(endpoint.pollEvery >= Millis(1000), "no source is polled more than once a second");
    }
    for (const QString &warning : config->warnings) {
        require(warning.startsWith(QStringLiteral("input.yaml:")), "a warning says where it is");
    }
    config->backendsOf(config->context());
    return 0;
}
