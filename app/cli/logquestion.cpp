#include "app/cli/logquestion.h"

#include "app/cli/answers.h"
#include "app/domain/logmerge.h"
#include "app/domain/logwords.h"

namespace quarterdeck {

namespace {

constexpr int UsualLines = 1000;
constexpr int LinesForPatterns = 20'000;
constexpr Millis LogsPatience {60'000};
// A line of a clock that is ahead of ours is looked for this far beyond now.
constexpr Millis AheadOfUs {86'400'000};

/// A field as --field names it, whatever its letters: NAME=VALUE.
Result<Label> fieldOf(const QString &text)
{
    const qsizetype at = text.indexOf(u'=');
    if (at < 1) {
        return fail(ErrorKind::Usage, QStringLiteral("--field needs NAME=VALUE, not \"%1\"").arg(text));
    }
    return Label {text.first(at), text.mid(at + 1)};
}

} // namespace

Result<LogQuery> logQueryOf(const Arguments &arguments, TimeRange range)
{
    const auto words = parseLogWords(wordsOf(arguments.words));
    if (!words) {
        return tl::unexpected(words.error());
    }
    LogQuery query;
    query.sources = wordsOf(arguments.sources);
    query.range = range;
    query.range.to = arguments.to.empty() ? range.to + AheadOfUs : range.to;
    query.service = words->service;
    query.levels = words->levels;
    query.fields = words->fields;
    query.expression = QString::fromStdString(arguments.expression);
    for (const QString &text : wordsOf(arguments.fields)) {
        const auto field = fieldOf(text);
        if (!field) {
            return tl::unexpected(field.error());
        }
        query.fields.push_back(*field);
    }
    if (!query.expression.isEmpty() && (!arguments.words.empty() || !arguments.fields.empty())) {
        return fail(ErrorKind::Usage, QStringLiteral("--expression stands alone: write words and fields into it"));
    }
    if (!query.expression.isEmpty() && arguments.isCached) {
        return fail(ErrorKind::Usage, QStringLiteral("--expression needs its source: the cache does not know its language"));
    }
    query.text = words->text;
    query.limit = arguments.limit > 0 ? arguments.limit : arguments.isPatterns ? LinesForPatterns : UsualLines;
    return query;
}

Result<Dated<LogPage>> askLogs(CliSession &session, const LogQuery &query)
{
    if (!session.arguments().isCached) {
        return CliSession::wait(session.engine().sync().logs(query), LogsPatience);
    }
    auto found = fromCache<LogPage>(sourcesWith(session, Face::Logs), [&](const QString &source) {
        LogQuery own = query;
        own.sources = QStringList {source};
        return CliSession::wait(session.engine().store().cachedLogs(own), LogsPatience);
    });
    if (!found) {
        return tl::unexpected(found.error());
    }
    Dated<LogPage> page = std::move(found->about);
    page.value = mergePages(std::move(found->values), query);
    return page;
}

} // namespace quarterdeck
