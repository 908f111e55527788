#pragma once

#include "ui/pages/inbox/detailloader.h"

#include <QWidget>

namespace quarterdeck {

class SectionHead;
class TimeChart;

/// The values an alert is about, around its onset, with the threshold of its rule. Thread: main.
class DetailChart final : public QWidget {
    Q_OBJECT

public:
    DetailChart(const PageContext &context, QWidget *parent = nullptr);
    /// Another alert: nothing is known of its values yet.
    void start(const Alert &alert);
    void setChart(const quarterdeck::DetailLoader::Chart &chart);

private:
    PageContext m_context;
    SectionHead *m_head;
    TimeChart *m_chart;
    UtcTime m_onset;
    UtcTime m_end;
};

} // namespace quarterdeck
