#include "app/sync/prober.h"

#include "app/store/store.h"

namespace quarterdeck {

Prober::Prober(Source &source, Store &store, const Clock &clock, StatusBoard &board, PollTimes times, QObject *parent)
    : Rhythm(source.info().id, clock, board, std::move(times), parent)
    , m_probed(source)
    , m_store(store)
{
}

Prober::~Prober()
{
    m_stop.request_stop();
}

void Prober::askBeside()
{
    askRules(m_stop.get_token());
}

void Prober::ask(CancelToken cancel)
{
    then(m_probed.probe(cancel), this, [this, cancel](const Result<BackendHealth> &health) {
        then(whenRestored(), this, [this, health, cancel](const Result<Done> &) { take(health, cancel); });
    });
}

void Prober::take(const Result<BackendHealth> &health, const CancelToken &cancel)
{
    if (!health && hasBegunAnew()) {
        return;
    }
    if (!health) {
        Error error = health.error();
        if (error.kind == ErrorKind::Cancelled) {
            error = Error {ErrorKind::Timeout, QStringLiteral("%1 has not answered in time").arg(source()), {}, 0, std::nullopt};
        }
        conclude(statusIfFailed(error), false, error.retryAfter);
        return;
    }
    Answer answer;
    answer.members = health->members;
    answer.membersLive = health->membersLive;
    answer.isComplete = health->membersLive >= health->members;
    conclude(statusIfAnswered(answer), true, std::nullopt);
    askRules(cancel);
}

void Prober::conclude(const SourceStatus &status, bool answered, std::optional<Millis> retryAfter)
{
    Batch batch;
    batch.source = source();
    batch.observedAt = clock().now();
    batch.status = status;
    then(m_store.apply(batch), this, [this, status, answered, retryAfter](const Result<ChangeSet> &) { finish(status, answered, retryAfter); });
}

void Prober::askRules(const CancelToken &cancel)
{
    if (RuleFace *face = m_probed.rules()) {
        then(face->rules(cancel), this, [this](const Result<std::vector<RuleInfo>> &rules) {
            if (rules) {
                learn(*rules);
            }
        });
    }
    if (MetricFace *face = m_probed.metrics()) {
        then(face->targets(cancel), this, [this](const Result<std::vector<TargetInfo>> &targets) {
            if (targets) {
                emit targetsSeen(*targets);
            }
        });
    }
}

void Prober::learn(const std::vector<RuleInfo> &rules)
{
    m_expressions.clear();
    for (const RuleInfo &rule : rules) {
        m_expressions.insert(rule.name, rule.expression);
    }
}

} // namespace quarterdeck
