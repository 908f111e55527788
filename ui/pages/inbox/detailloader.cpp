#include "ui/pages/inbox/detailloader.h"

#include "app/domain/onset.h"
#include "app/ports/outbox.h"
#include "app/ports/reader.h"
#include "app/ports/telemetry.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/warningtext.h"

namespace quarterdeck {

DetailLoader::DetailLoader(const PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(120);
    connect(&m_pause, &QTimer::timeout, this, &DetailLoader::start);
}

DetailLoader::~DetailLoader()
{
    m_cancel.request_stop();
}

void DetailLoader::cancel()
{
    m_pause.stop();
    m_cancel.request_stop();
    m_cancel = std::stop_source();
    m_alert = {};
}

void DetailLoader::load(const Alert &alert, const std::vector<Label> &logFields)
{
    if (alert.key == m_alert.key && alert.startsAt == m_alert.startsAt) {
        m_alert = alert;
        return;
    }
    cancel();
    m_alert = alert;
    m_logFields = logFields;
    m_pause.start();
}

void DetailLoader::start()
{
    const CancelToken token = m_cancel.get_token();
    loadStory(token);
    loadChart(token);
    loadLogs(token);
}

void DetailLoader::reloadStory()
{
    if (m_alert.key.isValid() && !m_pause.isActive()) {
        loadStory(m_cancel.get_token());
    }
}

UtcTime DetailLoader::onset() const
{
    return m_alert.startsAt.isValid() ? m_alert.startsAt : m_context.clock.now();
}

void DetailLoader::loadStory(CancelToken token)
{
    // One after the other: three short reads of the same database, and the story is told once, whole.
    then(m_context.reader.history(m_alert.key, token), this, [this, token, key = m_alert.key](const Result<std::vector<HistoryEvent>> &history) {
        if (token.stop_requested()) {
            return;
        }
        if (!history) {
            emit storyFailed(errorWords(history.error()));
            return;
        }
        then(m_context.reader.notes(key, token), this, [this, token, key, past = *history](const Result<std::vector<Note>> &notes) {
            if (token.stop_requested()) {
                return;
            }
            if (!notes) {
                emit storyFailed(errorWords(notes.error()));
                return;
            }
            then(m_context.outbox.entries(), this, [this, token, key, past, said = *notes](const Result<std::vector<OutboxEntry>> &entries) {
                if (token.stop_requested()) {
                    return;
                }
                std::vector<OutboxEntry> own = entries ? *entries : std::vector<OutboxEntry> {};
                std::erase_if(own, [&key](const OutboxEntry &entry) { return entry.action.alert != key; });
                emit storyLoaded(mergeTimeline(past, said, own));
            });
        });
    });
}

void DetailLoader::loadChart(CancelToken token)
{
    then(m_context.telemetry.alertExpression(m_alert.title, token), this, [this, token](const Result<QString> &expression) {
        if (token.stop_requested()) {
            return;
        }
        // While the metric source is away the alert's own link still knows its rule, and the cache may know the values.
        const QString linked = expression ? QString() : expressionOfLink(m_alert.generatorUrl);
        if (!linked.isEmpty()) {
            loadSeries(splitThreshold(linked), token);
            return;
        }
        if (!expression || expression->trimmed().isEmpty()) {
            Chart nothing;
            if (!expression) {
                nothing.error = expression.error();
            }
            emit chartLoaded(nothing);
            return;
        }
        loadSeries(splitThreshold(*expression), token);
    });
}

void DetailLoader::loadSeries(const AlertExpression &expression, CancelToken token)
{
    const MetricQuery query = valuesAroundOnset(m_alert, expression.series, m_context.clock.now());
    then(m_context.telemetry.range(query, token), this,
        [this, token, expression, range = query.range](const Result<Dated<std::vector<Series>>> &answer) {
            if (token.stop_requested()) {
                return;
            }
            Chart chart;
            chart.expression = expression;
            chart.range = range;
            if (answer) {
                chart.series = seriesOfAlert(answer->value, m_alert.labels);
                chart.isLive = answer->isLive;
                chart.asOf = answer->asOf;
                chart.error = answer->error;
                chart.isPartlyLive = !answer->isLive && std::ssize(answer->failures) < answer->asked.size();
                chart.warnings = warningsBySource(answer->warnings, answer->asked.size() > 1 ? answer->warnedBy : QStringList());
            } else {
                chart.error = answer.error();
            }
            emit chartLoaded(chart);
        });
}

void DetailLoader::loadLogs(CancelToken token)
{
    m_logs = {};
    m_logsAwaited = 0;
    if (m_alert.service.isEmpty() && m_logFields.empty()) {
        emit logsLoaded({});
        return;
    }
    m_logs.page.complete = {onset(), onset()};
    askLogs({onset() - LogSpan, onset()}, false, token);
    askLogs({onset(), onset() + LogSpan}, true, token);
}

void DetailLoader::loadMoreLogs(bool isEarlier)
{
    if (m_logsAwaited > 0 || m_logs.asked.isEmpty()) {
        return;
    }
    const TimeRange known = m_logs.page.complete;
    askLogs(isEarlier ? TimeRange {known.from - LogSpan, known.from} : TimeRange {known.to, known.to + LogSpan}, !isEarlier, m_cancel.get_token());
}

void DetailLoader::askLogs(TimeRange range, bool isAfter, CancelToken token)
{
    const LogQuery query = linesOfService(m_alert.service, m_logFields, range, isAfter);
    ++m_logsAwaited;
    then(m_context.telemetry.logs(query, token), this, [this, token, range, isAfter](const Result<Dated<LogPage>> &answer) {
        if (!token.stop_requested()) {
            takeLogs(answer, range, isAfter);
        }
    });
}

void DetailLoader::takeLogs(const Result<Dated<LogPage>> &answer, TimeRange range, bool isAfter)
{
    const bool isFirst = m_logs.asked.isEmpty();
    --m_logsAwaited;
    m_logs.isSettled = m_logsAwaited == 0;
    LogPage &page = m_logs.page;
    if (answer) {
        const std::vector<LogLine> &lines = answer->value.lines;
        page.lines.insert(isAfter ? page.lines.end() : page.lines.begin(), lines.begin(), lines.end());
        m_logs.isLive = answer->isLive && (isFirst || m_logs.isLive);
        m_logs.isPartlyLive = m_logs.isPartlyLive || (!answer->isLive && std::ssize(answer->failures) < answer->asked.size());
        m_logs.asOf = answer->asOf;
        m_logs.asked = answer->asked.isEmpty() ? QStringList {QString()} : answer->asked;
        m_logs.error = answer->error ? answer->error : m_logs.error;
        page.isTruncated = page.isTruncated || answer->value.isTruncated;
        page.lacks.insert(page.lacks.end(), answer->value.lacks.begin(), answer->value.lacks.end());
        // What goes on from here begins where this part is known to the last line.
        const TimeRange whole = answer->value.complete.length() > Millis(0) ? answer->value.complete : range;
        page.complete.to = isAfter ? std::max(page.complete.to, whole.to) : page.complete.to;
        page.complete.from = isAfter ? page.complete.from : std::min(page.complete.from, whole.from);
    } else {
        m_logs.error = answer.error();
        m_logs.isLive = false;
    }
    emit logsLoaded(m_logs);
}

} // namespace quarterdeck
