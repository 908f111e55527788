#include "app/sources/loki/selection.h"

#include "app/sources/loki/logql.h"

#include <QMap>

#include <algorithm>

namespace quarterdeck::loki {

namespace {

struct Split {
    QMap<QString, QStringList> labels; ///< Of streams, with their values.
    std::vector<Label> others;         ///< For the pipeline.
};

Split splitFields(const LogQuery &query, const QStringList &known)
{
    Split split;
    for (const Label &field : query.fields) {
        if (known.contains(field.name)) {
            split.labels[field.name].append(field.value);
        } else {
            split.others.push_back(field);
        }
    }
    return split;
}

bool isNarrow(const Split &split)
{
    return std::ranges::any_of(split.labels, [](const QStringList &values) { return !values.contains(QString()); });
}

QStringList fieldsOfService(const LogQuery &query, const LineFields &fields)
{
    const bool isNamed = std::ranges::any_of(query.fields, [&fields](const Label &field) { return fields.service.contains(field.name); });
    return query.service.isEmpty() || isNamed ? QStringList() : fields.service;
}

Error noService(const QStringList &names)
{
    return {ErrorKind::NotFound,
        QStringLiteral("No stream has one of the labels that identify a service (%1): set service_field to the label that does")
            .arg(names.join(QStringLiteral(", "))),
        QStringLiteral("service_field"), 0, std::nullopt};
}

} // namespace

std::vector<QStringList> serviceSelectors(const QString &service, const QStringList &serviceFields, const QStringList &known)
{
    const QStringList names = spellingsOf(service);
    std::vector<QStringList> selectors;
    QStringList before;
    for (const QString &field : serviceFields) {
        if (known.contains(field)) {
            selectors.push_back(QStringList {matcher(field, names)} + before);
            before.append(unlike(field, names));
        }
    }
    return selectors;
}

std::vector<QStringList> allStreams(const QStringList &order)
{
    std::vector<QStringList> selectors;
    QStringList before;
    for (const QString &label : order) {
        selectors.push_back(QStringList {present(label)} + before);
        before.append(label + QStringLiteral("=\"\""));
    }
    return selectors;
}

QStringList coveringLabels(const std::vector<Labels> &series)
{
    QStringList order;
    std::vector<const Labels *> left;
    for (const Labels &labels : series) {
        if (!labels.isEmpty()) {
            left.push_back(&labels);
        }
    }
    while (!left.empty()) {
        QMap<QString, int> counts;
        for (const Labels *labels : left) {
            for (const Label &label : *labels) {
                ++counts[label.name];
            }
        }
        const auto most = std::max_element(counts.cbegin(), counts.cend());
        order.append(most.key());
        std::erase_if(left, [&most](const Labels *labels) { return labels->contains(most.key()); });
    }
    return order;
}

bool needsAllStreams(const LogQuery &query, const LineFields &fields, const QStringList &labels)
{
    return query.expression.isEmpty() && fieldsOfService(query, fields).isEmpty() && !isNarrow(splitFields(query, labels));
}

Result<Questions> questionsOf(const LogQuery &query, const LineFields &fields, const Streams &streams)
{
    if (!query.expression.isEmpty()) {
        return Questions {{query.expression}, std::nullopt};
    }
    for (const Label &field : query.fields) {
        if (!isLabelName(field.name)) {
            return fail(ErrorKind::Rejected, QStringLiteral("A label of Loki is written in letters, digits and underscores, not %1").arg(field.name),
                QStringLiteral("fields"));
        }
    }
    const Split split = splitFields(query, streams.labels);
    QStringList common;
    for (auto it = split.labels.cbegin(); it != split.labels.cend(); ++it) {
        common.append(matcher(it.key(), it.value()));
    }
    const QStringList serviceFields = fieldsOfService(query, fields);
    std::vector<QStringList> alternatives {QStringList()};
    Questions questions;
    if (!serviceFields.isEmpty()) {
        alternatives = serviceSelectors(query.service, serviceFields, streams.labels);
        if (alternatives.empty() && !streams.labels.isEmpty()) {
            questions.lack = noService(serviceFields);
        }
    } else if (!isNarrow(split)) {
        alternatives = allStreams(streams.order);
    }
    const QString rest = pipeline(query, split.others, fields.level);
    for (const QStringList &alternative : alternatives) {
        questions.queries.push_back(selector(alternative + common) + rest);
    }
    return questions;
}

} // namespace quarterdeck::loki
