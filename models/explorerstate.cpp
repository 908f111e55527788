#include "models/explorerstate.h"

#include <algorithm>
#include <cmath>

namespace quarterdeck {

namespace {

QString numbered(const char *name, std::size_t i)
{
    // The first has no number, so that a link written by hand is short.
    return QString::fromLatin1(name) + (i == 0 ? QString() : QString::number(i + 1));
}

/// One word of a POSIX shell.
QString shellWord(const QString &word)
{
    QString inner = word;
    inner.remove(QChar(u'\0'));
    return u'\'' + inner.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

} // namespace

QMap<QString, QString> argumentsOf(const ExplorerState &state)
{
    QMap<QString, QString> arguments;
    for (std::size_t i = 0; i < std::min(state.queries.size(), MostQueries); ++i) {
        const ExplorerQuery &query = state.queries[i];
        arguments.insert(numbered("q", i), query.text);
        if (!query.sources.isEmpty()) {
            arguments.insert(numbered("source", i), query.sources.join(u','));
        }
        if (!query.isOn) {
            arguments.insert(numbered("off", i), QStringLiteral("1"));
        }
    }
    const ExplorerOptions &options = state.options;
    const auto flag = [&arguments](const char *name, bool isSet) {
        if (isSet) {
            arguments.insert(QString::fromLatin1(name), QStringLiteral("1"));
        }
    };
    flag("log", options.isLogarithmic);
    flag("stacked", options.isStacked);
    flag("steps", options.isStepped);
    flag("split", options.isSplit);
    if (!options.unit.isEmpty()) {
        arguments.insert(QStringLiteral("unit"), options.unit);
    }
    if (options.threshold) {
        arguments.insert(QStringLiteral("threshold"), QString::number(*options.threshold, 'g', 17));
    }
    if (options.compared > Millis(0)) {
        arguments.insert(QStringLiteral("compare"), formatDuration(options.compared));
    }
    return arguments;
}

ExplorerState explorerStateOf(const QMap<QString, QString> &arguments)
{
    ExplorerState state;
    for (std::size_t i = 0; i < MostQueries && arguments.contains(numbered("q", i)); ++i) {
        ExplorerQuery query;
        query.text = arguments.value(numbered("q", i));
        query.sources = arguments.value(numbered("source", i)).split(u',', Qt::SkipEmptyParts);
        query.isOn = !arguments.contains(numbered("off", i));
        state.queries.push_back(query);
    }
    ExplorerOptions &options = state.options;
    options.isLogarithmic = arguments.contains(QStringLiteral("log"));
    options.isStacked = arguments.contains(QStringLiteral("stacked"));
    options.isStepped = arguments.contains(QStringLiteral("steps"));
    options.isSplit = arguments.contains(QStringLiteral("split"));
    options.unit = arguments.value(QStringLiteral("unit")).left(40);
    bool isNumber = false;
    const double threshold = arguments.value(QStringLiteral("threshold")).toDouble(&isNumber);
    options.threshold = isNumber && std::isfinite(threshold) ? std::optional(threshold) : std::nullopt;
    const auto compared = parseDuration(arguments.value(QStringLiteral("compare")));
    options.compared = compared && *compared > Millis(0) ? *compared : Millis(0);
    return state;
}

QString explorerCommands(const ExplorerState &state, TimeRange range, bool isSliding)
{
    const QString when = isSliding ? QStringLiteral(" --since ") + formatDuration(range.length())
                                   : QStringLiteral(" --from %1 --to %2").arg(toRfc3339(range.from), toRfc3339(range.to));
    QStringList lines;
    for (const ExplorerQuery &query : state.queries) {
        if (!query.isOn || query.text.trimmed().isEmpty()) {
            continue;
        }
        QString line = QStringLiteral("qdeck metrics") + when;
        for (const QString &source : query.sources) {
            line += QStringLiteral(" --source ") + shellWord(source);
        }
        // What begins with a minus is no option.
        line += (query.text.startsWith(u'-') ? QStringLiteral(" -- ") : QStringLiteral(" ")) + shellWord(query.text);
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace quarterdeck
