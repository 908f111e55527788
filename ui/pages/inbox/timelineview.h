#pragma once

#include "app/core/clock.h"
#include "models/timelinemodel.h"
#include "ui/pages/api/page.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;

namespace quarterdeck {

class PlainLabel;
class SectionHead;

/// The story of an alert as lines of time and sentence, the newest 40. Thread: main.
class TimelineView final : public QWidget {
    Q_OBJECT

public:
    TimelineView(const PageContext &context, QWidget *parent = nullptr);
    /// Shows these events, oldest first.
    void setEvents(const std::vector<quarterdeck::TimelineEvent> &events);
    /// Why the alert is quiet now, as sentences; told beside the change to this state. Empty where nothing keeps it quiet.
    void setQuiet(AlertState state, const QStringList &reasons);
    /// Says why there is no timeline; empty removes it.
    void setProblem(const QString &why);
    TimelineModel &model() { return m_model; }

private:
    void refresh();
    void addLine();

    struct Line {
        PlainLabel *time;
        PlainLabel *words;
    };
    PageContext m_context;
    TimelineModel m_model;
    SectionHead *m_head;
    QGridLayout *m_grid;
    std::vector<Line> m_lines;
    AlertState m_state = AlertState::Triggered;
    QStringList m_reasons;
};

} // namespace quarterdeck
