#include "models/stepcode.h"

#include "app/core/text.h"

#include <QRegularExpression>

namespace quarterdeck {

namespace {

bool isInert(const QString &value)
{
    static const QRegularExpression Safe(QStringLiteral("\\A[A-Za-z0-9_./:@%+=,][A-Za-z0-9_./:@%+=,-]*\\z"));
    return value.size() <= 256 && Safe.match(value).hasMatch();
}

bool isUsed(const QString &text, const QString &name)
{
    const QRegularExpression use(QStringLiteral("\\{\\{\\s*(\\$labels\\.)?%1\\s*\\}\\}|<%1>").arg(QRegularExpression::escape(name)));
    return use.match(text).hasMatch();
}

} // namespace

StepCode stepCode(const CodeBlock &block, const QMap<QString, QString> &params)
{
    StepCode code;
    code.isMutating = block.isMutating;
    QMap<QString, QString> usable = params;
    if (block.kind == CodeBlock::Kind::Shell) {
        for (auto it = params.cbegin(); it != params.cend(); ++it) {
            if (!isInert(it.value())) {
                usable.remove(it.key());
                if (isUsed(block.text, it.key())) {
                    code.withheld.append(it.key());
                }
            }
        }
    }
    code.shown = text::plainBlock(fillParameters(block.text, usable));
    QStringList commands;
    for (const QString &command : block.commands) {
        commands.append(fillParameters(command, usable));
    }
    code.copied = commands.isEmpty() ? code.shown : text::plainBlock(commands.join(u'\n'));
    static const QRegularExpression Open(QStringLiteral("\\{\\{[^{}\\n]{1,80}\\}\\}|\\bTODO\\b"));
    for (auto found = Open.globalMatch(code.shown); found.hasNext();) {
        code.placeholders.append(found.next().captured());
    }
    for (const QString &name : block.placeholders) {
        if (code.shown.contains(name)) {
            code.placeholders.append(name);
        }
    }
    code.placeholders.removeDuplicates();
    return code;
}

} // namespace quarterdeck
