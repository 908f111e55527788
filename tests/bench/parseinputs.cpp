#include "tests/bench/parseinputs.h"

#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <random>

namespace quarterdeck::bench {

namespace {

constexpr long long Start = 1'790'000'000;

[[gnu::format(printf, 2, 3)]] void print(std::string &out, const char *format, ...)
{
    std::array<char, 2048> text {};
    va_list values;
    va_start(values, format);
    const int size = std::vsnprintf(text.data(), text.size(), format, values);
    va_end(values);
    out.append(text.data(), std::size_t(size));
}

void samples(std::string &out, std::mt19937 &engine, int count)
{
    std::normal_distribution<double> step(0, 0.8);
    double value = 50;
    for (int i = 0; i < count; ++i) {
        value = std::abs(value + step(engine));
        print(out, i % 7 == 0 ? "%s[%lld.25," : "%s[%lld,", i == 0 ? "" : ",", Start + i * 15LL);
        if (i == 5 || i == 6) {
            out += i == 5 ? R"("NaN"])" : R"("+Inf"])";
        } else if (engine() % 10 < 7) {
            print(out, "\"%.17g\"]", value);
        } else {
            print(out, "\"%d\"]", int(value * 100));
        }
    }
}

} // namespace

std::string matrixReply()
{
    std::mt19937 engine(1);
    std::string out = R"({"status":"success","data":{"resultType":"matrix","result":[)";
    for (int i = 0; i < 50; ++i) {
        print(out,
            R"(%s{"metric":{"__name__":"http_request_duration_seconds","job":"api","instance":"10.0.0.%d:9090","namespace":"prod","pod":"api-7f9c-%04d","le":"0.5"},"values":[)",
            i == 0 ? "" : ",", i, i);
        samples(out, engine, 11'000);
        out += "]}";
    }
    return out + "]}}";
}

std::string alertsReply(int count)
{
    static constexpr std::array Severities {"critical", "warning", "warning", "info"};
    std::mt19937 engine(1);
    std::string out = "[";
    for (int i = 0; i < count; ++i) {
        const auto rule = unsigned(engine() % 40);
        const auto service = unsigned(engine() % 200);
        const auto cluster = unsigned(engine() % 4);
        print(out,
            R"(%s{"annotations":{"description":"The service svc-%u in eu-%u has returned more than 5%% of responses with status 5xx for the last 10 minutes. Current value: %.2f%%","runbook_url":"https://runbooks.example/HighErrorRate%02u","summary":"Error rate above 5%% on svc-%u"},)",
            i == 0 ? "" : ",", service, cluster, double(engine() % 10'000) / 100, rule, service);
        print(out,
            R"("endsAt":"2026-11-22T09:00:00.000Z","fingerprint":"%016llx","receivers":[{"name":"web"}],"startsAt":"2026-11-21T%02u:%02u:%02u.%03uZ","status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"updatedAt":"2026-11-21T09:00:0%u.123Z",)",
            (unsigned long long)(std::uint64_t(i + 1) * 0x9E3779B97F4A7C15ULL), unsigned(engine() % 9), unsigned(engine() % 60),
            unsigned(engine() % 60), unsigned(engine() % 1000), unsigned(engine() % 10));
        print(out,
            R"("generatorURL":"http://prom.example/graph?g0.expr=rate%%28http_requests_total%%7Bservice%%3D%%22svc-%u%%22%%7D%%5B5m%%5D%%29\u0026g0.tab=1",)",
            service);
        print(out,
            R"("labels":{"alertname":"HighErrorRate%02u","cluster":"eu-%u","instance":"10.%d.%d.%d:9090","job":"api","namespace":"prod","pod":"svc-%u-7f9c-%d","service":"svc-%u","severity":"%s"}})",
            rule, cluster, i / 65'536, i / 256 % 256, i % 256, service, i, service, Severities.at(engine() % 4));
    }
    return out + "]\n";
}

std::string journalExport(int count)
{
    std::string out;
    for (int i = 0; i < count; ++i) {
        const long long usec = Start * 1'000'000 + i * 50LL;
        print(out, "__CURSOR=s=0a1b2c3d4e5f60718293a4b5c6d7e8f9;i=%x;b=11223344556677889900aabbccddeeff;m=%llx;t=%llx;x=%x\n", i, usec / 7, usec,
            i * 31);
        print(out, "__REALTIME_TIMESTAMP=%lld\n__MONOTONIC_TIMESTAMP=%lld\n_BOOT_ID=11223344556677889900aabbccddeeff\n", usec, usec / 7);
        print(out, "PRIORITY=%d\nSYSLOG_FACILITY=3\nSYSLOG_IDENTIFIER=svc-%d\n_TRANSPORT=stdout\n_UID=998\n_GID=998\n_PID=%d\n", i % 8, i % 20,
            4000 + i % 20);
        print(out, "_COMM=svc\n_EXE=/usr/bin/svc-%d\n_CMDLINE=/usr/bin/svc-%d --listen 127.0.0.1:%d\n_CAP_EFFECTIVE=0\n", i % 20, i % 20,
            8000 + i % 20);
        print(out, "_SYSTEMD_CGROUP=/system.slice/svc-%d.service\n_SYSTEMD_UNIT=svc-%d.service\n_SYSTEMD_SLICE=system.slice\n", i % 20, i % 20);
        out += "_MACHINE_ID=ffeeddccbbaa00998877665544332211\n_HOSTNAME=node-4\n_STREAM_ID=00112233445566778899aabbccddeeff\n";
        const std::string message = "request completed id=" + std::to_string(i) + " status=200 duration=12ms trace=7f3ac1 region=eu-west";
        if (i % 50 == 0) {
            const std::string lines = message + "\n\tat handler.run(handler.cc:41)";
            out += "MESSAGE\n";
            for (unsigned shift = 0; shift < 64; shift += 8) {
                out += char((lines.size() >> shift) & 0xFF);
            }
            out += lines + "\n\n";
        } else {
            out += "MESSAGE=" + message + "\n\n";
        }
    }
    return out;
}

} // namespace quarterdeck::bench
