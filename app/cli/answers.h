#pragma once

#include "app/cli/report.h"
#include "app/sync/gathered.h"

namespace quarterdeck {

/// Words as they were typed.
QStringList wordsOf(const std::vector<std::string> &words);
/// The sources of this run that have this face, by name.
QStringList sourcesWith(CliSession &session, Face face);
/// Those of them that take PromQL.
QStringList sourcesOfPromQl(CliSession &session);
/// What is dated so much after now is of a clock that is ahead of ours.
constexpr Millis ClockSlack {2'000};

/// Those that can be told to do this.
QStringList sourcesTaking(CliSession &session, Verb verb);
/// Says of every source that was asked which part of the answer is missing, from the cache or perhaps not whole; adds "sources" and
/// "warnings" to the envelope.
template <class T> void tellParts(Report &report, const Dated<T> &answer)
{
    for (const SourceFailure &failure : answer.failures) {
        report.addStale(failure.source, failure.asOf,
            failure.asOf.isValid() ? QStringLiteral("from the cache of %1 (%2)").arg(clockText(failure.asOf), failure.error.what)
                                   : QStringLiteral("what it has is missing (%1)").arg(failure.error.what));
    }
    for (qsizetype i = 0; i < answer.warnings.size(); ++i) {
        report.addStale(answer.warnedBy.value(i), answer.asOf, QStringLiteral("its answer may be incomplete: %1").arg(answer.warnings.at(i)));
    }
    report.addMember(QStringLiteral("sources"), [asked = answer.asked](JsonWriter &json) { writeStrings(json, asked); });
    report.addMember(QStringLiteral("warnings"), [warnings = answer.warnings](JsonWriter &json) { writeStrings(json, warnings); });
}

/// What the cache has of every source, for --cached: `find(source)` asks for one. Errors: NotFound where it has nothing of any.
template <class T, class F> Result<Gathered<T>> fromCache(const QStringList &sources, F find)
{
    std::vector<Result<Dated<T>>> parts;
    for (const QString &source : sources) {
        Result<Dated<T>> part = find(source);
        if (part) {
            part->isLive = false;
            part->error = Error {ErrorKind::Offline, QStringLiteral("--cached polls no source"), {}, 0, std::nullopt};
        }
        parts.push_back(std::move(part));
    }
    if (parts.empty()) {
        return fail(ErrorKind::NotFound, QStringLiteral("No source of this kind is configured"));
    }
    return gathered<T>(sources, parts);
}

} // namespace quarterdeck
