#include "tests/bench/parsefloors.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <charconv>
#include <cmath>
#include <vector>

namespace quarterdeck::bench {

namespace {

namespace od = simdjson::ondemand;
using Texts = std::vector<std::pair<std::string, std::string>>;

struct Line {
    Texts labels;
    std::vector<double> times;
    std::vector<double> values;
};

struct Record {
    Texts labels;
    Texts annotations;
    std::string fingerprint, startsAt, updatedAt, endsAt, generatorUrl, state;
    std::vector<std::string> silencedBy, inhibitedBy;
};

double valueOf(std::string_view text)
{
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size()) {
        return value;
    }
    return text == "+Inf" ? INFINITY : text == "-Inf" ? -INFINITY : NAN;
}

std::string_view textOf(simdjson::simdjson_result<od::value> value)
{
    return value.get_string();
}

Texts textsOf(simdjson::simdjson_result<od::value> value)
{
    Texts texts;
    for (auto member : value.get_object()) {
        const std::string_view name = member.unescaped_key();
        texts.emplace_back(name, textOf(member.value()));
    }
    return texts;
}

std::vector<std::string> listOf(simdjson::simdjson_result<od::value> value)
{
    std::vector<std::string> list;
    for (auto item : value.get_array()) {
        list.emplace_back(textOf(item));
    }
    return list;
}

std::size_t countOf(const std::vector<Line> &lines)
{
    std::size_t count = 0;
    for (const Line &line : lines) {
        count += line.values.size();
    }
    return count;
}

} // namespace

std::size_t matrixBySimdjson(const std::string &body)
{
    const simdjson::padded_string padded(body);
    od::parser parser;
    auto document = parser.iterate(padded);
    std::vector<Line> lines;
    for (auto item : document["data"]["result"]) {
        od::object series = item.get_object();
        Line &line = lines.emplace_back();
        line.labels = textsOf(series["metric"]);
        for (auto sample : series["values"]) {
            int column = 0;
            for (auto cell : sample) {
                if (column++ == 0) {
                    line.times.push_back(cell.get_double());
                } else {
                    line.values.push_back(valueOf(textOf(cell)));
                }
            }
        }
    }
    return countOf(lines);
}

std::size_t matrixByNlohmann(const std::string &body)
{
    const auto document = nlohmann::json::parse(body);
    std::vector<Line> lines;
    for (const auto &item : document["data"]["result"]) {
        Line &line = lines.emplace_back();
        for (const auto &[name, value] : item["metric"].items()) {
            line.labels.emplace_back(name, value.get_ref<const std::string &>());
        }
        for (const auto &sample : item["values"]) {
            line.times.push_back(sample[0].get<double>());
            line.values.push_back(valueOf(sample[1].get_ref<const std::string &>()));
        }
    }
    return countOf(lines);
}

std::size_t alertsBySimdjson(const std::string &body)
{
    const simdjson::padded_string padded(body);
    od::parser parser;
    auto document = parser.iterate(padded);
    std::vector<Record> records;
    for (auto item : document) {
        od::object alert = item.get_object();
        Record &record = records.emplace_back();
        for (auto member : alert) {
            const std::string_view name = member.unescaped_key();
            if (name == "labels" || name == "annotations") {
                (name == "labels" ? record.labels : record.annotations) = textsOf(member.value());
            } else if (name == "status") {
                od::object status = member.value().get_object();
                record.inhibitedBy = listOf(status["inhibitedBy"]);
                record.silencedBy = listOf(status["silencedBy"]);
                record.state = textOf(status["state"]);
            } else if (name != "receivers") {
                std::string &text = name == "fingerprint" ? record.fingerprint
                    : name == "startsAt"                  ? record.startsAt
                    : name == "updatedAt"                 ? record.updatedAt
                    : name == "endsAt"                    ? record.endsAt
                                                          : record.generatorUrl;
                text = textOf(member.value());
            }
        }
    }
    return records.size();
}

} // namespace quarterdeck::bench
