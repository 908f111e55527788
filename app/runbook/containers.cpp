#include "app/runbook/containers.h"

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace quarterdeck {

namespace {

constexpr std::size_t DeepestBox = 8;

bool isFenceLine(const QByteArray &trimmed)
{
    return trimmed.startsWith("```") || trimmed.startsWith("~~~");
}

qsizetype colonsOf(const QByteArray &trimmed)
{
    qsizetype count = 0;
    while (count < trimmed.size() && trimmed.at(count) == ':') {
        ++count;
    }
    return count;
}

} // namespace

QByteArray withoutContainers(const QByteArray &markdown)
{
    static const QRegularExpression Opening(QStringLiteral("^(\\s*):{3,}\\s*([A-Za-z][\\w-]*)\\s*(?:\\[([^\\]]*)\\]|(.*?))\\s*:*\\s*$"));
    if (!markdown.contains(":::")) {
        return markdown;
    }
    QByteArray out;
    out.reserve(markdown.size());
    std::vector<QByteArray> indents; // of the boxes that are open
    bool isFence = false;
    bool isFirst = true;
    for (const QByteArray &line : markdown.split('\n')) {
        if (!std::exchange(isFirst, false)) {
            out.append('\n');
        }
        const QByteArray trimmed = line.trimmed();
        const qsizetype colons = isFence ? 0 : colonsOf(trimmed);
        isFence = isFence != isFenceLine(trimmed);
        QByteArray prefix = indents.empty() ? QByteArray() : indents.front();
        prefix += QByteArray("> ").repeated(qsizetype(indents.size()));
        if (colons >= 3 && colons == trimmed.size() && !indents.empty()) {
            indents.pop_back();
            out.append(indents.empty() ? QByteArray() : prefix.chopped(2));
            continue;
        }
        const auto opening = colons >= 3 && indents.size() < DeepestBox ? Opening.match(QString::fromUtf8(line)) : QRegularExpressionMatch();
        if (opening.hasMatch()) {
            const QString kind = opening.captured(2);
            const QString title = opening.captured(3) + opening.captured(4);
            indents.push_back(indents.empty() ? opening.captured(1).toUtf8() : QByteArray());
            out.append((indents.size() == 1 ? indents.front() : prefix) + "> **" + (kind.left(1).toUpper() + kind.mid(1)).toUtf8() + ":** "
                + title.toUtf8());
            continue;
        }
        out.append(indents.empty() ? line : prefix + trimmed);
    }
    return out;
}

} // namespace quarterdeck
