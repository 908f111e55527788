#pragma once

#include "app/core/time.h"

#include <QByteArray>
#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace quarterdeck {

/// A block of code that belongs to a step.
struct CodeBlock {
    enum class Kind : quint8 { Shell, Query, Other };
    Kind kind = Kind::Shell;
    QString language;         ///< As declared, or guessed.
    QString text;             ///< As written.
    QStringList commands;     ///< Prompt stripped; consecutive prompted lines are one session.
    QString expectedOutput;   ///< Lines of a prompted block that are not commands.
    QStringList placeholders; ///< "<name>" and "TODO" that must be filled before use.
    bool isMutating = false;  ///< Changes something, by lint: shown with a warning.
    friend bool operator==(const CodeBlock &, const CodeBlock &) = default;
};

/// One tickable step.
struct Step {
    enum class Phase : quint8 { Context, Impact, Check, Act, Verify, Generic };
    QString id; ///< Hash of phase, ordinal among equal texts, normalised text: survives edits elsewhere.
    Phase phase = Phase::Generic;
    QString heading;             ///< Nearest heading above.
    QString text;                ///< Plain text, parameters not yet filled.
    int depth = 0;               ///< Nesting of list items.
    int line = 0;                ///< 1-based, in the file.
    bool isTickedInFile = false; ///< "- [x]" in the Markdown itself.
    std::vector<CodeBlock> blocks;
    friend bool operator==(const Step &, const Step &) = default;
};

/// A runbook as read from Markdown.
struct Runbook {
    QString title;
    QString owner;
    QString service;
    QStringList alerts; ///< Names or globs.
    QString tier;
    QString lastReviewedOn;        ///< YYYY-MM-DD as written.
    QString reviewIn;              ///< "6 months"
    QMap<QString, QString> params; ///< Defaults of front matter.
    std::vector<Step> steps;       ///< Never empty; document order.
    QString derivedFrom;           ///< "tasks", "ordered", "bullets", "blocks", "paragraphs", "whole"
    bool hasTemplates = false;     ///< Hugo or ERB was in it and has not been rendered.
    QStringList warnings;          ///< "line 12: TODO", ...
};

/// Derives the checklist of any Markdown file (reference: step derivation in ARCHITECTURE.md). Never fails: the worst input yields one
/// step "Read the runbook". Units: `markdown` at most 1 MB is looked at.
Runbook deriveRunbook(const QByteArray &markdown, const QString &fileName);

/// Text with {{name}}, {{ $labels.name }} and <name> replaced by parameters; what has none stays.
QString fillParameters(const QString &text, const QMap<QString, QString> &params);

/// The same for a command that is to be copied into a shell: only values that are a plain word are filled in, the other placeholders
/// stay, so that a label can never end one command and begin another.
QString fillCommand(const QString &command, const QMap<QString, QString> &params);

/// last_reviewed_on + review_in by calendar months, clamped to month end; nothing when either is missing or unreadable.
std::optional<QDate> reviewDue(const Runbook &runbook);

/// Stable name of a phase: "context", "impact", "check", "act", "verify", "generic".
QLatin1StringView phaseName(Step::Phase phase);

} // namespace quarterdeck
