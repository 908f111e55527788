#include "app/cli/completion.h"

#include "app/cli/completiontext.h"
#include "app/cli/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace quarterdeck {

namespace {

/// An option or argument as a shell needs it.
struct Taker {
    QStringList names; ///< With their dashes; none for an argument.
    QString value;     ///< Words it takes, "@KIND", "-" for anything, "%" where it may stay away, or empty for a flag.
    QString help;
};

struct Node {
    QString place; ///< "outbox withdraw"; empty for the program.
    QString help;
    QStringList commands;
    std::vector<Taker> options;   ///< Its own.
    std::vector<Taker> inherited; ///< Those of what it belongs to: they may stand behind it.
    QString argument;
};

QString valueOf(const CLI::Option &option)
{
    const QString type = QString::fromStdString(option.get_type_name());
    if (option.get_items_expected_max() == 0) {
        return {};
    }
    if (const qsizetype open = type.indexOf(u'{'); open >= 0) {
        return type.mid(open + 1, type.lastIndexOf(u'}') - open - 1).replace(u',', u' ');
    }
    if (option.get_items_expected_min() == 0) {
        return QStringLiteral("%");
    }
    return completionKinds().contains(type) ? u'@' + type : QStringLiteral("-");
}

Taker takerOf(const CLI::Option &option)
{
    Taker taker {{}, valueOf(option), QString::fromStdString(option.get_description())};
    for (const std::string &name : option.get_snames()) {
        taker.names.append(u'-' + QString::fromStdString(name));
    }
    for (const std::string &name : option.get_lnames()) {
        taker.names.append(QStringLiteral("--") + QString::fromStdString(name));
    }
    return taker;
}

void collect(const CLI::App &app, const Node *parent, std::vector<Node> &nodes)
{
    Node node;
    if (parent != nullptr) {
        node.place = (parent->place + u' ' + QString::fromStdString(app.get_name())).trimmed();
        node.inherited = parent->inherited;
        node.inherited.insert(node.inherited.end(), parent->options.begin(), parent->options.end());
    }
    node.help = QString::fromStdString(app.get_description());
    for (const CLI::Option *option : app.get_options([](const CLI::Option *) { return true; })) {
        if (option->nonpositional()) {
            node.options.push_back(takerOf(*option));
        } else {
            node.argument = valueOf(*option);
        }
    }
    const auto commands = app.get_subcommands([](const CLI::App *) { return true; });
    for (const CLI::App *command : commands) {
        node.commands.append(QString::fromStdString(command->get_name()));
    }
    nodes.push_back(node);
    for (const CLI::App *command : commands) {
        collect(*command, &node, nodes);
    }
}

// Each of its own kind once: --help is its own at every place.
std::vector<Taker> allOptions(const Node &node)
{
    std::vector<Taker> all = node.options;
    for (const Taker &taker : node.inherited) {
        if (std::ranges::none_of(all, [&taker](const Taker &own) { return own.names == taker.names; })) {
            all.push_back(taker);
        }
    }
    return all;
}

// What is possible at every place, as a function in the words that all Bourne shells share.
QString places(const std::vector<Node> &nodes)
{
    QString text = QStringLiteral("_qdeck_place() {\n    commands= options= argument= value=\n    case $1 in\n");
    for (const Node &node : nodes) {
        QStringList names;
        QString values;
        for (const Taker &taker : allOptions(node)) {
            names += taker.names;
            if (!taker.value.isEmpty()) {
                values += QStringLiteral("        %1) value='%2' ;;\n").arg(taker.names.join(u'|'), taker.value);
            }
        }
        text += QStringLiteral(
            "    '%1')\n        commands='%2'\n        options='%3'\n        argument='%4'\n        case $2 in\n%5        esac ;;\n")
                    .arg(node.place, node.commands.join(u' '), names.join(u' '), node.argument == u"-" ? QString() : node.argument, values);
    }
    return text + QStringLiteral("    esac\n}\n");
}

QString fishQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'")) + u'\'';
}

QString fishValue(const QString &value)
{
    if (value.isEmpty() || value == u"%") {
        return {};
    }
    if (value == u"@FILE" || value == u"@FOLDER") {
        return QStringLiteral(" -r -F");
    }
    const QString words = value.startsWith(u'@') ? QStringLiteral("(%1)").arg(completionCommand(value.mid(1))) : value == u"-" ? QString() : value;
    return words.isEmpty() ? QStringLiteral(" -x") : QStringLiteral(" -x -a ") + fishQuoted(words);
}

QString fishWhere(const Node &node)
{
    QStringList seen;
    for (const QString &word : node.place.split(u' ', Qt::SkipEmptyParts)) {
        seen.append(QStringLiteral("__fish_seen_subcommand_from ") + word);
    }
    return seen.join(QStringLiteral("; and "));
}

QString fishOption(const QString &where, const Taker &taker)
{
    QString line = QStringLiteral("complete -c qdeck") + (where.isEmpty() ? QString() : QStringLiteral(" -n ") + fishQuoted(where));
    for (const QString &name : taker.names) {
        line += name.startsWith(QLatin1StringView("--")) ? QStringLiteral(" -l ") + name.mid(2) : QStringLiteral(" -s ") + name.mid(1);
    }
    return line + fishValue(taker.value) + QStringLiteral(" -d ") + fishQuoted(taker.help) + u'\n';
}

QString fishScript(const std::vector<Node> &nodes)
{
    QString text = QStringLiteral("# Written by: qdeck completion fish\ncomplete -c qdeck -f\n");
    for (const Node &node : nodes) {
        const QString where = fishWhere(node);
        for (const Taker &taker : node.options) {
            text += fishOption(where, taker);
        }
        for (const QString &command : node.commands) {
            const QString place = (node.place + u' ' + command).trimmed();
            const auto child = std::ranges::find(nodes, place, &Node::place);
            const QString free = node.place.isEmpty()
                ? QStringLiteral("__fish_use_subcommand")
                : QStringLiteral("%1; and not __fish_seen_subcommand_from %2").arg(where, node.commands.join(u' '));
            text += QStringLiteral("complete -c qdeck -n %1 -a %2 -d %3\n").arg(fishQuoted(free), command, fishQuoted(child->help));
        }
        if (!node.argument.isEmpty() && node.argument != u"-") {
            text += QStringLiteral("complete -c qdeck -n %1%2\n")
                        .arg(fishQuoted(where), fishValue(node.argument).replace(QLatin1StringView(" -x"), QString()));
        }
    }
    return text;
}

} // namespace

QStringList completionShells()
{
    return QStringLiteral("bash zsh fish").split(u' ');
}

QString completionScript(const CLI::App &app, const QString &shell)
{
    std::vector<Node> nodes;
    collect(app, nullptr, nodes);
    const qsizetype index = completionShells().indexOf(shell);
    return index == 2 ? fishScript(nodes) : completionHead(index == 1) + places(nodes) + completionNames() + completionTail(index == 1);
}

} // namespace quarterdeck
