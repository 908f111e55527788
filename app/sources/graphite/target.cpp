#include "app/sources/graphite/target.h"

#include <QStringList>

namespace quarterdeck::graphite {

namespace {

tl::unexpected<Error> broken(const QString &what, qsizetype at)
{
    return fail(ErrorKind::Malformed, QStringLiteral("%1 at character %2").arg(what).arg(at + 1), QStringLiteral("target"));
}

QChar closing(QChar open)
{
    return open == u'(' ? u')' : open == u'[' ? u']' : open == u'{' ? u'}' : QChar();
}

/// Where a quoted text ends; -1 where it does not.
qsizetype endOfQuoted(const QString &target, qsizetype begin)
{
    for (qsizetype i = begin + 1; i < target.size(); ++i) {
        if (target.at(i) == u'\\') {
            ++i;
        } else if (target.at(i) == target.at(begin)) {
            return i;
        }
    }
    return -1;
}

/// Whether the target may end, or go on only with a function that is applied (`|`).
enum class Part : quint8 { Open, Closed };

} // namespace

Result<Done> checkTarget(const QString &target)
{
    QList<std::pair<QChar, qsizetype>> open; ///< What closes each bracket, and where it stands.
    Part part = Part::Open;
    bool hasBegun = false;
    for (qsizetype i = 0; i < target.size(); ++i) {
        const QChar c = target.at(i);
        if (open.isEmpty() && c.isSpace()) {
            part = hasBegun ? Part::Closed : part;
            continue;
        }
        if (open.isEmpty() && c == u'|' && hasBegun) {
            part = Part::Open;
            hasBegun = false;
            continue;
        }
        if (open.isEmpty() && (part == Part::Closed || c == u',')) {
            return broken(QStringLiteral("Graphite takes one expression, and ignores what follows it"), i);
        }
        hasBegun = true;
        if (c == u'"' || c == u'\'') {
            const qsizetype end = endOfQuoted(target, i);
            if (end < 0) {
                return broken(QStringLiteral("The quote is not closed"), i);
            }
            if (open.isEmpty()) {
                return broken(QStringLiteral("A name takes no quotes"), i);
            }
            i = end;
        } else if (!closing(c).isNull()) {
            open.append({closing(c), i});
        } else if (!open.isEmpty() && c == open.last().first) {
            open.removeLast();
            part = open.isEmpty() && c == u')' ? Part::Closed : part;
        } else if (c == u')' || c == u']' || c == u'}') {
            return broken(QStringLiteral("This closes no bracket"), i);
        }
    }
    if (!open.isEmpty()) {
        return broken(QStringLiteral("The bracket is not closed"), open.last().second);
    }
    if (!hasBegun) {
        return fail(ErrorKind::Malformed, QStringLiteral("An expression is missing"), QStringLiteral("target"));
    }
    return Done {};
}

} // namespace quarterdeck::graphite
