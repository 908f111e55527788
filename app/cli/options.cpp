#include "app/cli/options.h"

#include "app/core/nearnames.h"
#include "app/core/text.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int LongestWatch = 86'400;

std::vector<const CLI::App *> commandsOf(const CLI::App &app)
{
    return app.get_subcommands([](const CLI::App *) { return true; });
}

const CLI::App *commandNamed(const CLI::App &app, const QString &name)
{
    for (const CLI::App *command : commandsOf(app)) {
        if (command->get_name() == name.toStdString()) {
            return command;
        }
    }
    return nullptr;
}

bool hasArguments(const CLI::App &app)
{
    const auto options = app.get_options([](const CLI::Option *option) { return option->get_positional(); });
    return !options.empty();
}

// Of the command and of those it belongs to: options may stand on either side of its name.
std::vector<const CLI::Option *> optionsAt(const CLI::App *app)
{
    std::vector<const CLI::Option *> all;
    for (; app != nullptr; app = app->get_parent()) {
        const auto own = app->get_options([](const CLI::Option *option) { return option->nonpositional(); });
        all.insert(all.end(), own.begin(), own.end());
    }
    return all;
}

QStringList namesOf(const std::vector<const CLI::Option *> &options)
{
    QStringList names;
    for (const CLI::Option *option : options) {
        for (const std::string &name : option->get_lnames()) {
            names.append(QStringLiteral("--") + QString::fromStdString(name));
        }
    }
    return names;
}

QString unknownOption(const QString &name, const QStringList &names)
{
    return QStringLiteral("There is no option %1.%2").arg(name, didYouMean(name, names));
}

QString unknownCommand(const CLI::App &at, const QString &word)
{
    QStringList names;
    for (const CLI::App *command : commandsOf(at)) {
        names.append(QString::fromStdString(command->get_name()));
    }
    const QString whole = at.get_parent() == nullptr ? word : QString::fromStdString(at.get_name()) + u' ' + word;
    const QString near = didYouMean(word, names);
    return QStringLiteral("There is no command %1.%2").arg(whole, near.isEmpty() ? QStringLiteral(" qdeck --help lists them.") : near);
}

// The first option of which several values were typed and one is taken.
QString givenTwice(const CLI::App *at, const QStringList &words)
{
    for (const CLI::Option *option : optionsAt(at)) {
        const auto typed = std::count_if(words.begin(), words.end(), [option](const QString &word) {
            return word.startsWith(u'-') && word.size() > 1 && option->check_name(word.section(u'=', 0, 0).toStdString());
        });
        if (typed > 1 && option->get_items_expected_max() == 1 && !option->get_lnames().empty()) {
            return QStringLiteral("--") + QString::fromStdString(option->get_lnames().front());
        }
    }
    return {};
}

std::string secondsProblem(std::string &typed)
{
    bool isNumber = false;
    const int seconds = QString::fromStdString(typed).toInt(&isNumber);
    return typed.empty() || (isNumber && seconds > 0 && seconds <= LongestWatch)
        ? std::string()
        : QStringLiteral("\"%1\" is not a number of seconds from 1 to %2").arg(QString::fromStdString(typed)).arg(LongestWatch).toStdString();
}

} // namespace

CLI::Validator oneOf(const QStringList &words, const QStringList &aliases)
{
    const auto check = [words, aliases](std::string &typed) {
        const QString word = QString::fromStdString(typed);
        for (const QString &known : words) {
            if (known.compare(word, Qt::CaseInsensitive) == 0) {
                typed = known.toStdString();
                return std::string();
            }
        }
        for (const QString &alias : aliases) {
            if (alias.section(u'=', 0, 0).compare(word, Qt::CaseInsensitive) == 0) {
                typed = alias.section(u'=', 1).toStdString();
                return std::string();
            }
        }
        return QStringLiteral("\"%1\" is not possible here.%2 Possible are %3.").arg(word, didYouMean(word, words), anyOf(words)).toStdString();
    };
    return {check, QStringLiteral("{%1}").arg(words.join(u',')).toStdString()};
}

void addListOptions(CLI::App &command, Arguments &arguments, const ListOptions &options)
{
    command.add_option("-o,--output", arguments.output, "Output format; wide shows every column in full")
        ->transform(oneOf({QStringLiteral("table"), QStringLiteral("wide"), QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("name")}))
        ->type_name("FORMAT");
    QStringList titles;
    QStringList falling;
    for (const QString &column : options.columns) {
        titles.append(column.toLower());
        falling.append(QStringLiteral("-%1=-%1").arg(column.toLower()));
    }
    if (!titles.isEmpty()) {
        command.add_option("--sort", arguments.sort, "Sort by this column; --sort=-COLUMN in reverse")
            ->transform(oneOf(titles, falling))
            ->type_name("COLUMN");
    }
    if (options.isWatchable) {
        command.add_option("--watch", arguments.watch, "Repeat every SECONDS, but poll no source more often than configured")
            ->expected(0, 1)
            ->check(CLI::Validator(secondsProblem, ""))
            ->type_name("SECONDS");
    }
}

void addRangeOptions(CLI::App &command, Arguments &arguments)
{
    command.add_option("--since", arguments.since, "The last 10m, 2h, 7d");
    command.add_option("--from", arguments.from, "Start: now-6h, now-1d/d, RFC 3339, \"2026-11-21 07:00\" (UTC) or seconds since 1970");
    command.add_option("--to", arguments.to, "End, in the same formats (default: now)");
}

QString emptyValue(const CLI::App &app)
{
    // A text may be left empty; every other value names something, and one that names nothing is not the same as none.
    const QStringList mayBeEmpty {QStringLiteral("text")};
    for (const CLI::App *at = &app; at != nullptr; at = at->get_subcommands().empty() ? nullptr : at->get_subcommands().front()) {
        for (const CLI::Option *option : at->get_options([](const CLI::Option *one) { return one->nonpositional() && one->count() > 0; })) {
            const QString name = QString::fromStdString(option->get_lnames().empty() ? std::string() : option->get_lnames().front());
            const std::vector<std::string> &values = option->results();
            if (option->get_items_expected_min() > 0 && !mayBeEmpty.contains(name) && std::ranges::find(values, std::string()) != values.end()) {
                return QStringLiteral("--%1 has an empty value: give one, or leave the option out.").arg(name);
            }
        }
    }
    return {};
}

QString usageProblem(const CLI::App &app, const QStringList &words, const CLI::ParseError &error)
{
    const CLI::App *at = &app;
    for (qsizetype i = 0; i < words.size() && words[i] != QLatin1StringView("--"); ++i) {
        const QString word = words[i];
        if (word.startsWith(u'-') && word.size() > 1) {
            const QString name = word.section(u'=', 0, 0);
            const auto options = optionsAt(at);
            const auto known = std::ranges::find_if(options, [&name](const CLI::Option *option) { return option->check_name(name.toStdString()); });
            if (known == options.end() && word.startsWith(QLatin1StringView("--"))) {
                return text::plain(unknownOption(name, namesOf(options)));
            }
            i += known != options.end() && !word.contains(u'=') && (*known)->get_items_expected_min() > 0 ? 1 : 0;
        } else if (const CLI::App *command = commandNamed(*at, word)) {
            at = command;
        } else if (!hasArguments(*at) && !commandsOf(*at).empty()) {
            return text::plain(unknownCommand(*at, word));
        }
    }
    if (const QString name = givenTwice(at, words); !name.isEmpty()) {
        return text::plain(QStringLiteral("%1 was given twice; give it once.").arg(name));
    }
    if (!hasArguments(*at) && !commandsOf(*at).empty() && dynamic_cast<const CLI::RequiredError *>(&error) != nullptr) {
        return QStringLiteral("No command given: %1 --help lists the commands.")
            .arg(at == &app ? QStringLiteral("qdeck") : QStringLiteral("qdeck ") + QString::fromStdString(at->get_name()));
    }
    return text::plain(QString::fromStdString(error.what()));
}

} // namespace quarterdeck
