#include "app/sync/metricguide.h"

#include "app/core/combinators.h"
#include "app/sources/api/metricface.h"
#include "app/sync/gathered.h"

#include <algorithm>
#include <map>

namespace quarterdeck {

namespace {

using Names = std::vector<MetricName>;
using Choices = std::vector<LabelChoice>;

/// The names as a source lists them, with what it says of some.
Names described(const QStringList &listed, const std::vector<MetricInfo> &about)
{
    QHash<QString, const MetricInfo *> byName;
    for (const MetricInfo &info : about) {
        byName.insert(info.name, &info);
    }
    Names names;
    names.reserve(std::size_t(listed.size()));
    for (const QString &name : listed) {
        const MetricInfo *info = byName.value(name);
        names.push_back(info == nullptr ? MetricName {name, {}, {}, {}} : MetricName {name, info->type, info->help, info->unit});
    }
    return names;
}

Names united(std::vector<Names> parts)
{
    Names all;
    for (Names &part : parts) {
        std::move(part.begin(), part.end(), std::back_inserter(all));
    }
    // Of equal names the one that tells more comes first and stays.
    std::ranges::sort(all, [](const MetricName &a, const MetricName &b) {
        return a.name != b.name ? a.name < b.name : a.type.size() + a.help.size() > b.type.size() + b.help.size();
    });
    const auto again = std::ranges::unique(all, {}, &MetricName::name);
    all.erase(again.begin(), again.end());
    return all;
}

Choices choicesOf(const std::map<QString, QStringList> &byName)
{
    Choices choices;
    for (const auto &[name, values] : byName) {
        LabelChoice choice {name, values};
        std::ranges::sort(choice.values);
        choice.values.removeDuplicates();
        choices.push_back(choice);
    }
    return choices;
}

Choices choicesOf(const std::vector<Labels> &series, const QString &only)
{
    std::map<QString, QSet<QString>> seen;
    for (const Labels &labels : series) {
        for (const Label &label : labels) {
            if (label.name != QLatin1StringView("__name__") && (only.isEmpty() || label.name == only)) {
                seen[label.name].insert(label.value);
            }
        }
    }
    std::map<QString, QStringList> byName;
    for (const auto &[name, values] : seen) {
        byName[name] = QStringList(values.cbegin(), values.cend());
    }
    return choicesOf(byName);
}

Choices united(const std::vector<Choices> &parts)
{
    std::map<QString, QStringList> byName;
    for (const Choices &part : parts) {
        for (const LabelChoice &choice : part) {
            byName[choice.name] += choice.values;
        }
    }
    return choicesOf(byName);
}

/// All parts as one answer, or why there is none.
template <class T> void finishWith(const QStringList &names, const std::vector<Result<Dated<T>>> &results, const Reply<Dated<T>> &reply)
{
    auto all = gathered<T>(names, results);
    if (!all) {
        reply.finish(tl::unexpected<Error>(all.error()));
        return;
    }
    Dated<T> answer = std::move(all->about);
    answer.value = united(std::move(all->values));
    reply.finish(std::move(answer));
}

} // namespace

MetricGuide::MetricGuide(const AskedSources &asked, const Clock &clock)
    : m_asked(asked)
    , m_clock(clock)
{
}

void MetricGuide::names(const QStringList &sources, const CancelToken &cancel, const Reply<Dated<Names>> &reply)
{
    const std::vector<AskedSource> asked = m_asked.of(Face::Metrics, sources);
    std::vector<Async<Dated<Names>>> parts;
    for (const AskedSource &one : asked) {
        parts.push_back(namesOf(one, cancel));
    }
    whenAll(parts, this,
        [names = quarterdeck::namesOf(asked), reply](const std::vector<Result<Dated<Names>>> &results) { finishWith<Names>(names, results, reply); });
}

Async<Dated<Names>> MetricGuide::namesOf(const AskedSource &asked, const CancelToken &cancel)
{
    if (asked.open == nullptr) {
        return ready<Dated<Names>>(tl::unexpected<Error>(asked.why));
    }
    MetricFace *face = asked.open->source->metrics();
    const auto about = face->metadata(cancel);
    const Reply<Dated<Names>> reply;
    then(face->labelValues(QStringLiteral("__name__"), cancel), this, [this, about, reply](const Result<QStringList> &listed) {
        if (!listed) {
            reply.finish(tl::unexpected<Error>(listed.error()));
            return;
        }
        // Names without a word about them are of use all the same.
        then(about, this, [this, listed = *listed, reply](const Result<std::vector<MetricInfo>> &infos) {
            reply.finish(Dated<Names> {described(listed, infos.value_or(std::vector<MetricInfo> {})), m_clock.now(), true, std::nullopt});
        });
    });
    return reply.future();
}

void MetricGuide::labels(const LabelQuery &query, const CancelToken &cancel, const Reply<Dated<Choices>> &reply)
{
    const std::vector<AskedSource> asked = m_asked.of(Face::Metrics, query.sources);
    std::vector<Async<Dated<Choices>>> parts;
    for (const AskedSource &one : asked) {
        parts.push_back(labelsOf(one, query, cancel));
    }
    whenAll(parts, this, [names = quarterdeck::namesOf(asked), reply](const std::vector<Result<Dated<Choices>>> &results) {
        finishWith<Choices>(names, results, reply);
    });
}

Async<Dated<Choices>> MetricGuide::labelsOf(const AskedSource &asked, const LabelQuery &query, const CancelToken &cancel)
{
    if (asked.open == nullptr) {
        return ready<Dated<Choices>>(tl::unexpected<Error>(asked.why));
    }
    MetricFace *face = asked.open->source->metrics();
    const auto live = [this](Choices choices) { return Dated<Choices> {std::move(choices), m_clock.now(), true, std::nullopt}; };
    if (query.selector.isEmpty()) {
        return map(face->labelValues(query.label, cancel), this, [live, label = query.label](const Result<QStringList> &values) {
            return values.map([&](const QStringList &all) { return live(choicesOf({{label, all}})); });
        });
    }
    return map(face->series({query.selector}, query.range, cancel), this, [live, label = query.label](const Result<std::vector<Labels>> &series) {
        return series.map([&](const std::vector<Labels> &all) { return live(choicesOf(all, label)); });
    });
}

} // namespace quarterdeck
