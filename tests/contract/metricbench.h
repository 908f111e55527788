#pragma once

#include "tests/contract/bench.h"
#include "tests/support/scriptedserver.h"

#include <algorithm>

namespace quarterdeck {

/// A question over [from, to], in milliseconds.
inline MetricQuery metricQuery(const QString &expression, qint64 from, qint64 to, Millis step)
{
    return {{}, expression, {UtcTime {from}, UtcTime {to}}, step};
}

/// What a source answers, or an empty answer after a failed check.
inline MetricAnswer answered(Source &source, const MetricQuery &query)
{
    const auto answer = await(source.metrics()->range(query, {}));
    if (!answer) {
        qWarning("%s", qPrintable(errorOf(answer)));
    }
    return answer.value_or(MetricAnswer {{}, {QStringLiteral("failed")}});
}

/// Samples as "ms=value" for comparing.
inline QStringList textsOf(const std::vector<Sample> &samples)
{
    QStringList texts;
    for (const Sample &sample : samples) {
        texts.append(QStringLiteral("%1=%2").arg(sample.ms).arg(sample.value));
    }
    return texts;
}

/// Answers that no source may take for data: parts, cuts, other shapes, too much of it. Rows: "reply".
inline void addHostileReplies(const QByteArray &good)
{
    QTest::addColumn<ScriptedReply>("reply");
    const auto jsonOf = [](const QByteArray &body, int status = 200) { return ScriptedReply::json(body, status); };
    QTest::newRow("a part") << jsonOf(good, 206);
    QTest::newRow("nothing") << jsonOf({}, 204);
    QTest::newRow("empty") << jsonOf({});
    QTest::newRow("cut, with length") << [&] {
        ScriptedReply reply = ScriptedReply::truncated(good.first(good.size() / 2), true);
        reply.contentType = "application/json";
        return reply;
    }();
    QTest::newRow("cut, without") << [&] {
        ScriptedReply reply = ScriptedReply::truncated(good.first(good.size() / 2), false);
        reply.contentType = "application/json";
        return reply;
    }();
    QTest::newRow("page") << ScriptedReply::html("<html><body>sign in</body></html>");
    QTest::newRow("other JSON") << jsonOf(R"({"ok":true})");
    QTest::newRow("a text") << jsonOf("\"text\"");
    QTest::newRow("null") << jsonOf("null");
    QTest::newRow("deep") << jsonOf(QByteArray(100'000, '['));
    QTest::newRow("followed by more") << jsonOf(good + "{}");
    QTest::newRow("NaN") << jsonOf("[NaN]");
    QTest::newRow("500") << jsonOf(R"({"error":"broken"})", 500);
    QTest::newRow("too many") << ScriptedReply::tooMany("30");
}

} // namespace quarterdeck

Q_DECLARE_METATYPE(quarterdeck::ScriptedReply)
