#pragma once

#include "app/domain/metricname.h"
#include "app/sync/askedsources.h"

#include <QObject>

namespace quarterdeck {

/// What there is to ask of metrics: names, labels and their values, of every source that could tell, side by side. A part that is missing
/// is said. Thread: io.
class MetricGuide final : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    MetricGuide(const AskedSources &asked, const Clock &clock);

    /// Every metric, sorted by name, with what the sources say of it.
    void names(const QStringList &sources, const CancelToken &cancel, const Reply<Dated<std::vector<MetricName>>> &reply);
    /// The labels of some series, sorted by name.
    void labels(const LabelQuery &query, const CancelToken &cancel, const Reply<Dated<std::vector<LabelChoice>>> &reply);

private:
    Async<Dated<std::vector<MetricName>>> namesOf(const AskedSource &asked, const CancelToken &cancel);
    Async<Dated<std::vector<LabelChoice>>> labelsOf(const AskedSource &asked, const LabelQuery &query, const CancelToken &cancel);

    const AskedSources &m_asked;
    const Clock &m_clock;
};

} // namespace quarterdeck
