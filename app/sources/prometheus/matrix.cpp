#include "app/sources/prometheus/matrix.h"

#include "app/json/jsonscanner.h"

#include <QHash>

#include <charconv>
#include <limits>

namespace quarterdeck::prometheus {

namespace {

constexpr qsizetype MostWarnings = 20;

QString toText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

/// A sample value as the API writes it: "NaN", "+Inf", "-Inf" or a number. False for anything else.
bool sampleValue(std::string_view text, double &value)
{
    const bool hasPlus = !text.empty() && text.front() == '+';
    const std::string_view number = hasPlus ? text.substr(1) : text;
    if (number == "Inf") {
        value = std::numeric_limits<double>::infinity();
        return true;
    }
    if (number == "-Inf") {
        value = -std::numeric_limits<double>::infinity();
        return true;
    }
    if (number == "NaN") {
        value = std::numeric_limits<double>::quiet_NaN();
        return true;
    }
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    return read.ec == std::errc() && read.ptr == number.data() + number.size();
}

/// One answer being read; knows how far it has come, for the pointer of an error.
class Reading {
public:
    explicit Reading(QByteArrayView body)
        : m_scan(body)
    {
    }
    Result<QueryAnswer> run();

private:
    void readData();
    void readResult();
    void readSeries();
    Labels readLabels();
    void readSample(std::vector<Sample> &samples);
    void readWarnings();
    void readPartial();
    bool isBare();

    JsonScanner m_scan;
    QueryAnswer m_answer;
    QHash<QString, QString> m_texts;
    QString m_status;
    QString m_error;
    QString m_errorType;
    QString m_resultType;
    QString m_pointer;
    qsizetype m_sample = -1;
    bool m_hasResult = false;
};

void Reading::readPartial()
{
    // VictoriaMetrics' cluster: a storage node has not answered.
    const std::optional<bool> isPartial = m_scan.truth();
    if (!isPartial) {
        m_scan.skip();
    } else if (*isPartial) {
        m_answer.warnings.append(QStringLiteral("it reports that this is not the whole answer (isPartial)"));
    }
}

void Reading::readWarnings()
{
    m_scan.elements([&] {
        const QString text = toText(m_scan.string());
        // Servers before 3.0 list hints here too.
        if (m_scan.isOk() && m_answer.warnings.size() < MostWarnings && !text.startsWith(QLatin1StringView("PromQL info:"))) {
            m_answer.warnings.append(text);
        }
    });
}

Labels Reading::readLabels()
{
    Labels labels;
    m_scan.members([&](const std::string &name) {
        const auto shared = [this](const QString &text) { return *m_texts.insert(text, text); };
        labels.insert(shared(toText(name)), shared(toText(m_scan.string())));
    });
    return labels;
}

void Reading::readSample(std::vector<Sample> &samples)
{
    ++m_sample;
    m_scan.need('[');
    Sample sample;
    sample.ms = m_scan.millis();
    m_scan.need(',');
    if (!sampleValue(m_scan.string(), sample.value)) {
        m_scan.fail();
    }
    m_scan.need(']');
    samples.push_back(sample);
}

void Reading::readSeries()
{
    Series series;
    bool hasHistogram = false;
    m_scan.members([&](const std::string &name) {
        if (name == "metric") {
            series.labels = readLabels();
        } else if (name == "values") {
            m_scan.elements([&] { readSample(series.samples); });
        } else if (name == "value") {
            readSample(series.samples);
        } else {
            hasHistogram = hasHistogram || name == "histogram" || name == "histograms";
            m_scan.skip();
        }
    });
    // A series can hold plain samples for one part of the range and histograms for another.
    m_answer.skippedHistograms += hasHistogram ? 1 : 0;
    if (!series.samples.empty() || !hasHistogram) {
        series.samples.shrink_to_fit();
        m_answer.series.push_back(std::move(series));
    }
}

bool Reading::isBare()
{
    return m_resultType == QLatin1StringView("scalar") || m_resultType == QLatin1StringView("string");
}

void Reading::readResult()
{
    m_hasResult = true;
    m_pointer = QStringLiteral("/data/result");
    if (m_resultType == QLatin1StringView("string")) {
        m_scan.skip();
        return;
    }
    if (isBare()) {
        Series series;
        readSample(series.samples);
        m_answer.series.push_back(std::move(series));
        return;
    }
    qsizetype index = 0;
    m_scan.elements([&] {
        m_pointer = QStringLiteral("/data/result/%1").arg(index++);
        m_sample = -1;
        readSeries();
    });
}

void Reading::readData()
{
    if (m_scan.eat('n')) {
        // "data":null comes with errors.
        m_scan.need('u');
        m_scan.need('l');
        m_scan.need('l');
        return;
    }
    m_scan.members([&](const std::string &name) {
        if (name == "resultType") {
            m_resultType = toText(m_scan.string());
        } else if (name == "result") {
            readResult();
        } else {
            m_scan.skip();
        }
    });
}

Result<QueryAnswer> Reading::run()
{
    m_scan.members([&](const std::string &name) {
        m_pointer = u'/' + toText(name);
        if (name == "status") {
            m_status = toText(m_scan.string());
        } else if (name == "data") {
            readData();
        } else if (name == "error") {
            m_error = toText(m_scan.string());
        } else if (name == "errorType") {
            m_errorType = toText(m_scan.string());
        } else if (name == "warnings") {
            readWarnings();
        } else if (name == "isPartial") {
            readPartial();
        } else {
            m_scan.skip();
        }
    });
    const QString place = m_sample >= 0 ? QStringLiteral("%1, sample %2").arg(m_pointer).arg(m_sample) : m_pointer;
    if (!m_scan.isOk() || !m_scan.isAtEnd()) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The answer cannot be read at byte %1").arg(m_scan.position()), place);
    }
    if (m_status == QLatin1StringView("error")) {
        return fail(m_errorType == u"bad_data" ? ErrorKind::Malformed : ErrorKind::Rejected,
            m_error.isEmpty() ? QStringLiteral("The server reports an error without saying which") : m_error, m_errorType);
    }
    if (m_status != QLatin1StringView("success") || !m_hasResult) {
        return fail(ErrorKind::BadPayload, QStringLiteral("This is not the answer of a Prometheus query"), QStringLiteral("/status"));
    }
    return std::move(m_answer);
}

} // namespace

Result<QueryAnswer> parseQuery(QByteArrayView body)
{
    return Reading(body).run();
}

} // namespace quarterdeck::prometheus
