#pragma once

#include "app/core/time.h"
#include "app/domain/matcher.h"

#include <QStringList>

/// Writing PromQL, never judging it: what the server takes is right.
namespace quarterdeck::promql {

/// A text in quotation marks, as PromQL and matchers have it. The one way in which a value gets into either.
QString quoted(QString text);
/// Whether a label's name may stand without quotation marks.
bool isBareLabel(QStringView name);
/// Whether a metric's name may: a label's name, or one with colons in it.
bool isBareMetric(QStringView name);

/// The series of a metric that match: name{a="b"}, or {"odd.name",a="b"} where the name needs quotation marks.
QString selector(const QString &metric, const std::vector<Matcher> &filters);

/// What is made of each series over a window.
enum class Over : quint8 { Nothing, Rate, Increase, Delta, AverageOverTime, MaxOverTime };
/// How several series become one.
enum class Fold : quint8 { Nothing, Sum, Average, Minimum, Maximum, Count };
/// All of them, in the order of their numbers.
std::vector<Over> allOvers();
std::vector<Fold> allFolds();
/// As PromQL calls it: "rate"; empty for none.
QString functionName(Over over);
QString foldName(Fold fold);

/// A simple question about one metric.
struct Question {
    QString metric;
    std::vector<Matcher> filters;
    Over over = Over::Nothing;
    Millis window {300'000};
    Fold fold = Fold::Nothing;
    QStringList by; ///< Labels that stay apart; only with a fold.
};

/// The question as an expression: sum by (job) (rate(name{a="b"}[5m])). Empty without a metric.
QString written(const Question &question);

} // namespace quarterdeck::promql
