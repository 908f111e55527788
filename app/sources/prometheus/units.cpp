#include "app/sources/prometheus/units.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>

namespace quarterdeck::prometheus {

namespace {

struct Suffix {
    QLatin1StringView word;
    QLatin1StringView unit;
};

constexpr std::array Suffixes {Suffix {QLatin1StringView("seconds"), QLatin1StringView("s")},
    Suffix {QLatin1StringView("milliseconds"), QLatin1StringView("ms")}, Suffix {QLatin1StringView("bytes"), QLatin1StringView("By")},
    Suffix {QLatin1StringView("ratio"), QLatin1StringView("1")}, Suffix {QLatin1StringView("percent"), QLatin1StringView("%")},
    Suffix {QLatin1StringView("celsius"), QLatin1StringView("Cel")}, Suffix {QLatin1StringView("volts"), QLatin1StringView("V")},
    Suffix {QLatin1StringView("amperes"), QLatin1StringView("A")}, Suffix {QLatin1StringView("joules"), QLatin1StringView("J")},
    Suffix {QLatin1StringView("watts"), QLatin1StringView("W")}, Suffix {QLatin1StringView("meters"), QLatin1StringView("m")},
    Suffix {QLatin1StringView("hertz"), QLatin1StringView("Hz")}};

QString unitOfWord(QStringView word)
{
    for (const Suffix &suffix : Suffixes) {
        if (word == suffix.word) {
            return suffix.unit;
        }
    }
    return {};
}

QStringView lastWord(QStringView name)
{
    return name.mid(name.lastIndexOf(u'_') + 1);
}

/// "{request}" out of http_requests_total.
QString countedThing(QStringView name)
{
    QStringView word = lastWord(name);
    if (word.endsWith(u's') && word.size() > 3 && !word.endsWith(u"ss")) {
        word.chop(1);
    }
    return u'{' + word.toString() + u'}';
}

/// The unit per second of a counter.
QString rateUnit(const QString &name, const QHash<QString, QString> &known)
{
    const QString unit = unitOfMetric(name, known);
    if (name.endsWith(QLatin1StringView("_count")) || name.endsWith(QLatin1StringView("_bucket"))) {
        return QStringLiteral("1/s");
    }
    if (unit == QLatin1StringView("s")) {
        return QStringLiteral("1");
    }
    if (!unit.isEmpty()) {
        return unit + QStringLiteral("/s");
    }
    constexpr QStringView Total = u"_total";
    return name.endsWith(Total) ? countedThing(QStringView(name).chopped(Total.size())) + QStringLiteral("/s") : QString();
}

/// What stands in an expression outside of strings, selectors and durations.
QString bare(const QString &expression)
{
    static const QRegularExpression Noise(QStringLiteral(R"("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\{[^}]*\}|\[[^\]]*\]|#[^\n]*)"));
    static const QRegularExpression Grouping(QStringLiteral(R"(\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\))"));
    QString text = expression;
    return text.remove(Noise).remove(Grouping);
}

struct Part {
    QString metric; ///< Empty where there is none, or more than one.
    QString outer;  ///< The function that gives it its unit.
    bool isNumber = false;
};

Part partOf(const QString &text)
{
    static const QRegularExpression Word(QStringLiteral(R"(([a-zA-Z_:][a-zA-Z0-9_:]*)(\s*\()?)"));
    static const QRegularExpression Number(QStringLiteral(R"(^[\s()]*[0-9.eE+\-]+[\s()]*$)"));
    static const QStringList UnitMakers {QStringLiteral("rate"), QStringLiteral("irate"), QStringLiteral("deriv"),
        QStringLiteral("histogram_quantile"), QStringLiteral("count"), QStringLiteral("count_values"), QStringLiteral("count_over_time"),
        QStringLiteral("absent"), QStringLiteral("changes"), QStringLiteral("resets"), QStringLiteral("time"), QStringLiteral("timestamp")};
    Part part;
    part.isNumber = Number.match(text).hasMatch();
    auto matches = Word.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString word = match.captured(1);
        if (!match.captured(2).isEmpty()) {
            if (UnitMakers.contains(word) && part.outer.isEmpty()) {
                part.outer = word;
            }
        } else if (word != QLatin1StringView("bool") && word != QLatin1StringView("offset") && word != QLatin1StringView("le")) {
            part.metric = part.metric.isEmpty() || part.metric == word ? word : QStringLiteral("?");
        }
    }
    return part;
}

QString unitOfPart(const Part &part, const QHash<QString, QString> &known)
{
    if (part.metric.isEmpty() || part.metric == QLatin1StringView("?")) {
        return {};
    }
    if (part.outer == QLatin1StringView("rate") || part.outer == QLatin1StringView("irate") || part.outer == QLatin1StringView("deriv")) {
        return rateUnit(part.metric, known);
    }
    if (part.outer.isEmpty() || part.outer == QLatin1StringView("histogram_quantile")) {
        return unitOfMetric(part.metric, known);
    }
    return {};
}

/// Where a division stands outside all parentheses; -1 when there is none or anything else is computed there.
qsizetype divisionOf(const QString &text, bool &hasOther)
{
    qsizetype at = -1;
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        if (c == u'/' && depth == 0 && at < 0) {
            at = i;
        } else if (QStringView(u"*/%^+-=<>!").contains(c)) {
            hasOther = true;
        }
    }
    return at;
}

} // namespace

QString unitOfMetric(const QString &name, const QHash<QString, QString> &known)
{
    QString base = name;
    for (const QLatin1StringView suffix : {QLatin1StringView("_total"), QLatin1StringView("_sum"), QLatin1StringView("_bucket")}) {
        if (base.endsWith(suffix)) {
            base.chop(suffix.size());
        }
    }
    for (const QString &candidate : {name, base}) {
        if (const QString said = known.value(candidate); !said.isEmpty()) {
            const QString unit = unitOfWord(said);
            return unit.isEmpty() ? said : unit;
        }
    }
    return name.endsWith(QLatin1StringView("_count")) ? QString() : unitOfWord(lastWord(base));
}

QString unitOfExpression(const QString &expression, const QHash<QString, QString> &known)
{
    const QString text = bare(expression);
    bool hasOther = false;
    const qsizetype division = divisionOf(text, hasOther);
    if (hasOther) {
        return {};
    }
    if (division < 0) {
        return unitOfPart(partOf(text), known);
    }
    const Part above = partOf(text.left(division));
    const Part below = partOf(text.mid(division + 1));
    if (above.isNumber || below.isNumber) {
        return {};
    }
    // The mean of a histogram or summary.
    const bool isMean = above.metric.endsWith(QLatin1StringView("_sum")) && below.metric.endsWith(QLatin1StringView("_count"))
        && above.metric.chopped(4) == below.metric.chopped(6);
    if (isMean) {
        return unitOfMetric(above.metric, known);
    }
    const QString upper = unitOfPart(above, known);
    const bool isSameMetric = !above.metric.isEmpty() && above.metric == below.metric && above.outer == below.outer;
    return isSameMetric || (!upper.isEmpty() && upper == unitOfPart(below, known)) ? QStringLiteral("1") : QString();
}

} // namespace quarterdeck::prometheus
