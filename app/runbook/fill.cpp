#include "app/runbook/runbook.h"

#include <QRegularExpression>

#include <functional>

namespace quarterdeck {

namespace {

// One pass over the text: a value that itself looks like a placeholder is not filled again.
QString filled(const QString &text, const QMap<QString, QString> &params, const std::function<bool(const QString &)> &isAllowed)
{
    static const QRegularExpression Form(
        QStringLiteral("\\{\\{\\s*(?:\\$labels\\.|\\.Labels\\.)?([\\w.-]+)\\s*\\}\\}|(?<![<\\w])<([A-Za-z](?:[\\w .:/-]{0,60}[\\w.])?)>"));
    QString out;
    qsizetype last = 0;
    auto matches = Form.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString name = match.captured(1) + match.captured(2);
        QString loose = name.toLower();
        loose.replace(u' ', u'_').replace(u'-', u'_');
        const auto at = params.contains(name) ? params.constFind(name) : params.constFind(loose);
        out += QStringView(text).mid(last, match.capturedStart() - last);
        out += at != params.constEnd() && isAllowed(*at) ? *at : match.captured();
        last = match.capturedEnd();
    }
    return out += QStringView(text).mid(last);
}

// A plain word means the same in every place of a command, inside quotation marks or out; nothing else does.
bool isPlainWord(const QString &value)
{
    static const QRegularExpression Word(QStringLiteral("\\A[A-Za-z0-9_./:@%+=,][A-Za-z0-9_./:@%+=,-]*\\z"));
    return Word.match(value).hasMatch();
}

} // namespace

QString fillParameters(const QString &text, const QMap<QString, QString> &params)
{
    return filled(text, params, [](const QString &) { return true; });
}

QString fillCommand(const QString &command, const QMap<QString, QString> &params)
{
    return filled(command, params, isPlainWord);
}

std::optional<QDate> reviewDue(const Runbook &runbook)
{
    static const QRegularExpression Span(
        QStringLiteral("^\\s*(\\d{1,4})\\s*(day|week|month|year)s?\\s*$"), QRegularExpression::CaseInsensitiveOption);
    const QDate reviewed = QDate::fromString(runbook.lastReviewedOn.trimmed().left(10), Qt::ISODate);
    const auto match = Span.match(runbook.reviewIn);
    if (!reviewed.isValid() || !match.hasMatch()) {
        return std::nullopt;
    }
    const int count = match.captured(1).toInt();
    const QString unit = match.captured(2).toLower();
    if (unit == QLatin1StringView("day")) {
        return reviewed.addDays(count);
    }
    if (unit == QLatin1StringView("week")) {
        return reviewed.addDays(7LL * count);
    }
    return unit == QLatin1StringView("month") ? reviewed.addMonths(count) : reviewed.addYears(count);
}

} // namespace quarterdeck
