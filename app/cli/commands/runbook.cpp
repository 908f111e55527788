#include "app/cli/commands.h"

#include "app/cli/jsonitems.h"
#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/core/regularfile.h"
#include "app/core/text.h"
#include "app/library/folderlibrary.h"
#include "app/runbook/runbook.h"

#include <CLI/CLI.hpp>

#include <QFile>
#include <QFileInfo>

namespace quarterdeck {

namespace {

constexpr qint64 RunbookLimit = 1024LL * 1024;

QString kindName(CodeBlock::Kind kind)
{
    return kind == CodeBlock::Kind::Shell ? QStringLiteral("shell")
        : kind == CodeBlock::Kind::Query  ? QStringLiteral("query")
                                          : QStringLiteral("other");
}

void writeBlock(JsonWriter &json, const CodeBlock &block)
{
    json.beginObject().key(u"kind").value(kindName(block.kind)).key(u"language").value(block.language).key(u"text").value(block.text);
    json.key(u"commands");
    writeStrings(json, block.commands);
    json.key(u"expectedOutput").value(block.expectedOutput).key(u"placeholders");
    writeStrings(json, block.placeholders);
    json.key(u"isMutating").value(block.isMutating).endObject();
}

void writeSteps(JsonWriter &json, const std::vector<Step> &steps)
{
    json.beginArray();
    for (const Step &step : steps) {
        json.beginObject().key(u"id").value(step.id).key(u"phase").value(phaseName(step.phase)).key(u"heading").value(step.heading);
        json.key(u"text").value(step.text).key(u"depth").value(step.depth).key(u"line").value(step.line);
        json.key(u"isTickedInFile").value(step.isTickedInFile).key(u"blocks").beginArray();
        for (const CodeBlock &block : step.blocks) {
            writeBlock(json, block);
        }
        json.endArray().endObject();
    }
    json.endArray();
}

void writeRunbook(JsonWriter &json, const Runbook &runbook, const QString &file)
{
    json.beginObject().key(u"file").value(file).key(u"title").value(runbook.title).key(u"owner").value(runbook.owner);
    json.key(u"service").value(runbook.service).key(u"tier").value(runbook.tier).key(u"derivedFrom").value(runbook.derivedFrom);
    json.key(u"alerts");
    writeStrings(json, runbook.alerts);
    const auto due = reviewDue(runbook);
    json.key(u"reviewDue").value(due ? due->toString(Qt::ISODate) : QString());
    json.key(u"hasTemplates").value(runbook.hasTemplates).key(u"warnings");
    writeStrings(json, runbook.warnings);
    json.key(u"steps");
    writeSteps(json, runbook.steps);
    json.endObject();
}

QStringList written(const QString &text, const QString &indent, Ink ink)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        lines.append(indent + inked(text::plain(line), ink));
    }
    return lines;
}

QStringList blockLines(const CodeBlock &block, const QString &indent)
{
    const Ink ink = block.isMutating ? Ink::Warn : Ink::Plain;
    if (block.commands.isEmpty() || block.kind != CodeBlock::Kind::Shell) {
        return written(block.text, indent + QStringLiteral("  "), ink);
    }
    QStringList lines;
    for (const QString &command : block.commands) {
        QStringList parts = written(command, indent + QStringLiteral("  "), ink);
        parts.front() = indent + QStringLiteral("$ ") + inked(text::plain(command.section(u'\n', 0, 0)), ink);
        lines += parts;
    }
    return lines;
}

QString checklist(const Runbook &runbook)
{
    QStringList lines {text::plain(runbook.title)};
    QString heading;
    for (const Step &step : runbook.steps) {
        // A step means what it says only under its heading, which may be the condition of it.
        if (lines.size() == 1 || step.heading != heading) {
            heading = step.heading;
            lines.append(QString());
            if (!heading.isEmpty()) {
                lines.append(inked(text::plain(heading), Ink::Dim));
            }
        }
        const QString indent(step.depth * 2, u' ');
        lines.append(QStringLiteral("%1[%2] %3  %4")
                         .arg(indent, step.isTickedInFile ? QStringLiteral("x") : QStringLiteral(" "), text::plain(step.text),
                             inked(phaseName(step.phase), Ink::Dim)));
        for (const CodeBlock &block : step.blocks) {
            lines += blockLines(block, indent + QStringLiteral("      "));
        }
    }
    for (const QString &warning : runbook.warnings) {
        lines.append(inked(text::plain(warning), Ink::Warn));
    }
    return lines.join(u'\n');
}

int runDerive(CliSession &session)
{
    const QString path = QString::fromStdString(session.arguments().words.front());
    const auto bytes = readRegularFile(path, RunbookLimit);
    if (!bytes) {
        return refuse(Error {ErrorKind::NotFound, QStringLiteral("Cannot read %1: %2").arg(path, bytes.error().what), {}, 0, {}});
    }
    const Runbook runbook = deriveRunbook(*bytes, QFileInfo(path).fileName());
    Report report(session, QStringLiteral("runbook"));
    report.add([runbook, path](JsonWriter &json) { writeRunbook(json, runbook, path); });
    report.addMember(QStringLiteral("steps"), [runbook](JsonWriter &json) { writeSteps(json, runbook.steps); });
    report.say(checklist(runbook));
    return report.finish();
}

QStringList runbookColumns()
{
    return {QStringLiteral("ID"), QStringLiteral("TITLE"), QStringLiteral("SERVICE"), QStringLiteral("OWNER"), QStringLiteral("STEPS"),
        QStringLiteral("PROBLEM"), QStringLiteral("FILE")};
}

void writeListed(JsonWriter &json, const RunbookFile &file)
{
    json.beginObject().key(u"id").value(file.id).key(u"title").value(file.title).key(u"service").value(file.service);
    json.key(u"owner").value(file.owner).key(u"alerts");
    writeStrings(json, file.alerts);
    json.key(u"steps").value(file.steps).key(u"file").value(file.path).key(u"modifiedAt");
    writeTime(json, file.modifiedAt);
    json.key(u"problem").value(file.problem).endObject();
}

int runList(CliSession &session)
{
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    FolderLibrary &library = session.engine().library();
    library.scanNow();
    Report report(session, QStringLiteral("runbooks"));
    Table table(runbookColumns(), 1);
    for (const RunbookFile &file : library.runbooks()) {
        table.add({file.id, file.title, file.service, file.owner, QString::number(file.steps), file.problem, file.path},
            file.problem.isEmpty() ? Ink::Plain : Ink::Warn);
        report.add([file](JsonWriter &json) { writeListed(json, file); });
        if (!file.problem.isEmpty()) {
            report.failed(QStringLiteral("%1: %2").arg(file.path, file.problem));
        }
    }
    report.say(table, QStringLiteral("No runbooks found. The key runbooks of the configuration lists the folders to search."));
    return report.finish();
}

} // namespace

void addRunbook(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("runbook", "Runbooks");
    command->require_subcommand(1);
    CLI::App *list = command->add_subcommand("list", "List the runbooks of the configured folders");
    addListOptions(*list, arguments, {runbookColumns(), false});
    list->callback([&chosen] { chosen = runList; });
    CLI::App *derive = command->add_subcommand("derive", "Print the checklist of a Markdown file");
    derive->add_option("file", arguments.words, "Markdown file")->required()->expected(1)->type_name(kinds::File);
    derive->callback([&chosen] { chosen = runDerive; });
}

} // namespace quarterdeck
