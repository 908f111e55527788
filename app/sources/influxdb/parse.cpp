#include "app/sources/influxdb/parse.h"

#include "app/json/jsonreader.h"
#include "app/json/jsonscanner.h"

#include <QSet>

#include <algorithm>

namespace quarterdeck::influxdb {

namespace {

constexpr int MostMessages = 20;
constexpr QLatin1StringView MetricName("__name__");

/// One column while it is read.
struct Column {
    std::vector<Sample> samples;
    bool hasText = false;
};

/// One SELECT's answer being read.
class SelectReading {
public:
    explicit SelectReading(QByteArrayView body)
        : m_scan(body)
    {
    }
    Result<MetricAnswer> run();

private:
    void readResult();
    void readSeries();
    void readValues(std::vector<Column> &columns);
    void readCell(Column &column, qint64 ms);
    void addColumn(const QString &name, const Labels &tags, const QString &column, Column &values);
    void readMessage();
    void warn(const QString &what);

    JsonScanner m_scan;
    MetricAnswer m_answer;
    QString m_error;
    QStringList m_texts; ///< Columns that hold no numbers.
    QStringList m_mixed; ///< Columns with several samples of one instant.
    int m_results = 0;
    bool m_isPartial = false;
    bool m_hasNoTime = false;
};

void SelectReading::warn(const QString &what)
{
    if (m_answer.warnings.size() < MostMessages && !m_answer.warnings.contains(what)) {
        m_answer.warnings.append(what);
    }
}

void SelectReading::readCell(Column &column, qint64 ms)
{
    if (const auto truth = m_scan.truth()) {
        column.samples.push_back({ms, *truth ? 1.0 : 0.0});
        return;
    }
    if (m_scan.isString()) {
        column.hasText = true;
        m_scan.skip();
        return;
    }
    if (const auto value = m_scan.number(); value && m_scan.isOk()) {
        column.samples.push_back({ms, *value});
    }
}

void SelectReading::readValues(std::vector<Column> &columns)
{
    m_scan.elements([&] {
        m_scan.need('[');
        const auto time = m_scan.number();
        const qint64 ms = time && std::abs(*time) < 1e15 ? qint64(*time) : 0;
        if (!time) {
            m_scan.fail();
        }
        for (Column &column : columns) {
            m_scan.need(',');
            if (m_scan.isOk()) {
                readCell(column, ms);
            }
        }
        m_scan.need(']');
    });
}

void SelectReading::addColumn(const QString &name, const Labels &tags, const QString &column, Column &values)
{
    const QString full = name + u'.' + column;
    if (values.hasText) {
        m_texts.append(full);
        return;
    }
    std::vector<Sample> &samples = values.samples;
    if (!std::ranges::is_sorted(samples, {}, &Sample::ms)) {
        std::ranges::stable_sort(samples, {}, &Sample::ms);
    }
    const bool isMixed = std::ranges::adjacent_find(samples, {}, &Sample::ms) != samples.end();
    if (isMixed && !m_mixed.contains(full)) {
        m_mixed.append(full);
    }
    Labels labels = tags;
    labels.insert(MetricName, full);
    m_answer.series.push_back({labels, {}, std::move(samples)});
}

void SelectReading::readSeries()
{
    QString name;
    Labels tags;
    QStringList columns;
    std::vector<Column> values;
    m_scan.members([&](const std::string &member) {
        if (member == "name") {
            name = QString::fromUtf8(m_scan.string());
        } else if (member == "tags") {
            m_scan.members([&](const std::string &tag) {
                const QString value = QString::fromUtf8(m_scan.string());
                // A series without a tag that others are grouped by has it as an empty text.
                if (!value.isEmpty()) {
                    tags.insert(QString::fromStdString(tag), value);
                }
            });
        } else if (member == "columns") {
            m_scan.elements([&] { columns.append(QString::fromUtf8(m_scan.string())); });
        } else if (member == "values") {
            m_hasNoTime = m_hasNoTime || columns.value(0) != u"time";
            values.resize(std::size_t(std::max<qsizetype>(0, columns.size() - 1)));
            if (m_hasNoTime) {
                m_scan.skip();
            } else {
                readValues(values);
            }
        } else if (member == "partial") {
            m_isPartial = m_scan.truth().value_or(false) || m_isPartial;
        } else {
            m_scan.skip();
        }
    });
    for (std::size_t i = 0; i < values.size() && m_scan.isOk() && !m_hasNoTime; ++i) {
        addColumn(name, tags, columns.at(qsizetype(i) + 1), values[i]);
    }
}

void SelectReading::readMessage()
{
    QString level;
    QString text;
    m_scan.members([&](const std::string &member) {
        QString &place = member == "level" ? level : text;
        place = QString::fromUtf8(m_scan.string());
    });
    warn(text);
}

void SelectReading::readResult()
{
    ++m_results;
    m_scan.members([&](const std::string &member) {
        if (member == "series") {
            m_scan.elements([&] { readSeries(); });
        } else if (member == "error") {
            m_error = QString::fromUtf8(m_scan.string());
        } else if (member == "partial") {
            m_isPartial = m_scan.truth().value_or(false) || m_isPartial;
        } else if (member == "messages") {
            m_scan.elements([&] { readMessage(); });
        } else {
            m_scan.skip();
        }
    });
}

Result<MetricAnswer> SelectReading::run()
{
    m_scan.members([&](const std::string &member) {
        if (member == "results") {
            m_scan.elements([&] { readResult(); });
        } else if (member == "error") {
            m_error = QString::fromUtf8(m_scan.string());
        } else {
            m_scan.skip();
        }
    });
    if (!m_scan.isOk() || !m_scan.isAtEnd()) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The answer cannot be read at byte %1").arg(m_scan.position()), QStringLiteral("/results"));
    }
    if (!m_error.isEmpty()) {
        return fail(ErrorKind::Rejected, m_error, QStringLiteral("/results"));
    }
    if (m_results != 1) {
        return fail(ErrorKind::BadPayload, QStringLiteral("One statement has %1 results").arg(m_results), QStringLiteral("/results"));
    }
    if (m_hasNoTime) {
        return fail(ErrorKind::Malformed, QStringLiteral("What the query yields has no times"), QStringLiteral("query"));
    }
    if (m_isPartial) {
        warn(QStringLiteral("a limit of the server cut it (max-row-limit)"));
    }
    if (!m_texts.isEmpty()) {
        m_texts.removeDuplicates();
        warn(QStringLiteral("columns of text are left out: ") + m_texts.mid(0, MostMessages).join(QStringLiteral(", ")));
    }
    if (!m_mixed.isEmpty()) {
        warn(QStringLiteral("several series are mixed in one, with samples of the same time (GROUP BY * separates them): ")
            + m_mixed.mid(0, MostMessages).join(QStringLiteral(", ")));
    }
    return std::move(m_answer);
}

Result<Done> showProblem(const JsonValue &root)
{
    QString error = root[u"error"].stringOr({});
    bool isCut = false;
    root[u"results"].each([&](const QString &, const JsonValue &result) {
        error = error.isEmpty() ? result[u"error"].stringOr({}) : error;
        isCut = isCut || result[u"partial"].booleanOr(false);
        result[u"series"].each([&](const QString &, const JsonValue &series) { isCut = isCut || series[u"partial"].booleanOr(false); });
    });
    if (!error.isEmpty()) {
        return fail(ErrorKind::Rejected, error, QStringLiteral("/results"));
    }
    if (!root[u"results"].isArray()) {
        return fail(ErrorKind::BadPayload, QStringLiteral("This is not the answer of an InfluxDB"), QStringLiteral("/results"));
    }
    if (isCut) {
        return fail(ErrorKind::TooLarge, QStringLiteral("The list is longer than the server gives (max-row-limit)"), QStringLiteral("/results"));
    }
    return Done {};
}

} // namespace

Result<MetricAnswer> parseSelect(QByteArrayView body)
{
    return SelectReading(body).run();
}

Result<QList<QStringList>> parseShow(QByteArrayView body)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    if (const auto problem = showProblem(document->root()); !problem) {
        return tl::unexpected(problem.error());
    }
    QList<QStringList> rows;
    document->root()[u"results"].each([&rows](const QString &, const JsonValue &result) {
        result[u"series"].each([&rows](const QString &, const JsonValue &series) {
            const QString name = series[u"name"].stringOr({});
            series[u"values"].each([&](const QString &, const JsonValue &row) {
                QStringList texts {name};
                row.each([&texts](const QString &, const JsonValue &cell) { texts.append(cell.string()); });
                rows.append(texts);
            });
        });
    });
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return rows;
}

Labels labelsOfKey(const QString &key)
{
    QStringList parts {{}};
    for (qsizetype i = 0; i < key.size(); ++i) {
        const bool isEscape = key.at(i) == u'\\' && i + 1 < key.size() && QStringView(u",= ").contains(key.at(i + 1));
        if (isEscape) {
            parts.last() += key.at(++i);
        } else if (key.at(i) == u',' || (key.at(i) == u'=' && parts.size() % 2 == 0)) {
            parts.append(QString());
        } else {
            parts.last() += key.at(i);
        }
    }
    Labels labels;
    labels.insert(MetricName, parts.front());
    for (qsizetype i = 1; i + 1 < parts.size(); i += 2) {
        labels.insert(parts.at(i), parts.at(i + 1));
    }
    return labels;
}

} // namespace quarterdeck::influxdb
