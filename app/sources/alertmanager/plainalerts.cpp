#include "app/sources/alertmanager/plainalerts.h"

#include "app/json/listelements.h"
#include "app/sources/alertmanager/textcache.h"
#include "app/sources/api/textbounds.h"

#include <simdjson.h>

#include <algorithm>
#include <chrono>

namespace quarterdeck::alertmanager {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t DeepestValue = 64;
constexpr std::size_t MostColumns = 32;
constexpr std::size_t SmallestBuffer = 64 * 1024;

/// Thrown within this file alone, where a reply is not plain.
struct NotPlain { };

std::string_view bytesOf(dom::element value)
{
    return value.get_string();
}

} // namespace

class PlainReader::Private {
public:
    explicit Private(const SourceId &source)
        : m_source(source)
    {
    }

    Alert read(QByteArrayView element)
    {
        const auto size = std::size_t(element.size());
        // A parser keeps the depth it was made with.
        if (m_parser.capacity() < size) {
            if (const auto problem = m_parser.allocate(std::max(size * 2, SmallestBuffer), DeepestValue)) {
                throw simdjson::simdjson_error(problem);
            }
        }
        const dom::element document = m_parser.parse(element.data(), size);
        Alert alert;
        readAlert(alert, document.get_object());
        return alert;
    }

private:
    void readAlert(Alert &alert, dom::object members)
    {
        alert.key.source = m_source;
        for (const dom::key_value_pair member : members) {
            const std::string_view name = member.key;
            if (name == "labels") {
                alert.labels = labels(member.value, m_labels);
            } else if (name == "annotations") {
                alert.annotations = labels(member.value, m_annotations);
            } else if (name == "status") {
                readStatus(alert, member.value);
            } else if (name == "fingerprint") {
                alert.key.id = toText(bytesOf(member.value));
            } else if (name == "startsAt") {
                alert.startsAt = timeFromApi(bytesOf(member.value));
            } else if (name == "updatedAt") {
                alert.updatedAt = timeFromApi(bytesOf(member.value));
            } else if (name == "endsAt") {
                alert.endsAt = timeFromApi(bytesOf(member.value));
            } else if (name == "generatorURL") {
                alert.generatorUrl = m_generator.text(bytesOf(member.value), m_shared);
            }
        }
        if (alert.key.id.isEmpty()) {
            throw NotPlain {};
        }
        finishAlert(alert);
    }

    void readStatus(Alert &alert, dom::element status)
    {
        alert.rawState.clear();
        alert.holds = {};
        for (const dom::key_value_pair member : dom::object(status.get_object())) {
            const std::string_view name = member.key;
            if (name == "state") {
                alert.rawState = m_state.text(bytesOf(member.value), m_shared);
            } else if (name == "silencedBy") {
                alert.holds.set(HoldKind::Silence, ids(member.value));
            } else if (name == "inhibitedBy") {
                alert.holds.set(HoldKind::Inhibition, ids(member.value));
            } else if (name == "mutedBy") {
                alert.holds.set(HoldKind::TimeInterval, ids(member.value));
            }
        }
    }

    Labels labels(dom::element value, std::vector<TextColumn> &columns)
    {
        const dom::object members = value.get_object();
        QList<Label> labels;
        labels.reserve(qsizetype(members.size()));
        std::size_t place = 0;
        for (const dom::key_value_pair member : members) {
            TextColumn &column = columns[std::min(place++, columns.size() - 1)];
            const QString &name = column.name(member.key, m_shared);
            labels.append(Label {name, column.text(bytesOf(member.value), m_shared)});
        }
        return Labels::of(std::move(labels));
    }

    QStringList ids(dom::element value)
    {
        QStringList ids;
        for (const dom::element id : dom::array(value.get_array())) {
            const std::string_view text = bytesOf(id);
            if (text.empty()) {
                throw NotPlain {};
            }
            ids.append(toText(text));
        }
        return ids;
    }

    dom::parser m_parser;
    const SourceId &m_source;
    TextCache m_shared;
    std::vector<TextColumn> m_labels {MostColumns};
    std::vector<TextColumn> m_annotations {MostColumns};
    TextColumn m_generator;
    TextColumn m_state;
};

namespace {

/// The digits text[at] to text[at + count - 1] as a number; -1 where one is none.
int digits(std::string_view text, std::size_t at, std::size_t count)
{
    int number = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/// The form every server writes, in UTC; nothing for others, right or wrong.
std::optional<qint64> usualTime(std::string_view text)
{
    if (text.size() < 20 || text.back() != 'Z' || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') {
        return std::nullopt;
    }
    const std::chrono::year_month_day date {
        std::chrono::year(digits(text, 0, 4)), std::chrono::month(unsigned(digits(text, 5, 2))), std::chrono::day(unsigned(digits(text, 8, 2)))};
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    int ms = 0;
    if (text.size() > 20) {
        const std::size_t decimals = text.size() - 21;
        if (text[19] != '.' || decimals < 1 || decimals > 9 || digits(text, 20, decimals) < 0) {
            return std::nullopt;
        }
        ms = digits(text, 20, std::min<std::size_t>(decimals, 3)) * (decimals == 1 ? 100 : decimals == 2 ? 10 : 1);
    }
    const bool isGood = int(date.year()) > 0 && date.ok() && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    if (!isGood) {
        return std::nullopt;
    }
    const qint64 days = std::chrono::sys_days(date).time_since_epoch().count();
    return ((days * 24 + hour) * 60 + minute) * 60'000 + second * 1000 + ms;
}

} // namespace

UtcTime timeFromApi(std::string_view text)
{
    if (const auto ms = usualTime(text)) {
        return *ms > 0 ? UtcTime {*ms} : UtcTime {};
    }
    const auto time = parseRfc3339(toText(text));
    // Go's zero time is in the year 1.
    return time && time->ms > 0 ? *time : UtcTime {};
}

void judgeState(Alert &alert)
{
    const bool isQuietByOthers = alert.holds.has(HoldKind::Silence) || alert.holds.has(HoldKind::Inhibition);
    const bool isMuted = alert.holds.has(HoldKind::TimeInterval);
    const bool isQuiet = alert.rawState == QLatin1StringView("suppressed") || isQuietByOthers || isMuted;
    alert.state = isQuiet ? AlertState::Suppressed : AlertState::Triggered;
    if (isMuted && !isQuietByOthers) {
        alert.rawState = QStringLiteral("muted");
    }
}

void finishAlert(Alert &alert)
{
    boundTexts(alert);
    judgeState(alert);
    deriveFields(alert);
}

PlainReader::PlainReader(const SourceId &source)
    : d(std::make_unique<Private>(source))
{
}

PlainReader::~PlainReader() = default;

std::optional<Alert> PlainReader::read(QByteArrayView element)
{
    if (element.isEmpty()) {
        return std::nullopt;
    }
    try {
        return d->read(element);
    } catch (const simdjson::simdjson_error &) {
        return std::nullopt;
    } catch (const NotPlain &) {
        return std::nullopt;
    }
}

std::optional<std::vector<Alert>> readPlainAlerts(QByteArrayView body, const SourceId &source)
{
    const auto elements = elementsOf(body);
    if (!elements) {
        return std::nullopt;
    }
    PlainReader reader(source);
    std::vector<Alert> alerts;
    alerts.reserve(elements->size());
    for (const QByteArrayView element : *elements) {
        auto alert = reader.read(element);
        if (!alert) {
            return std::nullopt;
        }
        alerts.push_back(std::move(*alert));
    }
    return alerts;
}

} // namespace quarterdeck::alertmanager
