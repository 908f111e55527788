#pragma once

#include "app/core/async.h"
#include "app/domain/freshness.h"
#include "app/domain/service.h"
#include "models/panelbuffer.h"
#include "ui/pages/api/page.h"

namespace quarterdeck {

class TimeChart;

/// One chart of a service page with its data: asks for what is missing, keeps what is there, and says why it is old. Thread: main.
class PanelView final : public QObject {
    Q_OBJECT

public:
    /// The chart is a child of `parent` and deleted with this object.
    PanelView(const PageContext &context, Panel panel, const QString &title, int number, QWidget *parent);
    ~PanelView() override;

    TimeChart *chart() const { return m_chart; }
    const Panel &panel() const { return m_panel; }
    /// Asks for the part of the shared range that is missing; does nothing while an answer is awaited.
    void refresh();
    /// Moves the range on without asking.
    void slide();
    /// Start of the oldest open alert; an invalid time removes the shade.
    void setOnset(UtcTime onset);
    /// The freshness of a source changed: the note of the panel follows.
    void refreshNote();
    /// An answer, or the lack of one, has come.
    bool isAnswered() const { return m_isAnswered; }
    bool hasData() const { return !m_buffer.isEmpty(); }
    /// What is shown is from the source, recent, and whole as far as the source says.
    bool isFresh() const { return m_isAnswered && m_isLive && m_warnings.isEmpty(); }

signals:
    /// What is shown, or why nothing is, may be another now.
    void answered();

private:
    void accept(const Result<Dated<std::vector<Series>>> &answer, TimeRange asked, TimeRange range, Millis step);
    QString staleReason() const;

    const PageContext m_context;
    Panel m_panel;
    QString m_title;
    TimeChart *m_chart;
    PanelBuffer m_buffer;
    std::stop_source m_stop;
    UtcTime m_asOf;
    bool m_isAsking = false;
    bool m_isAgain = false;
    bool m_isAnswered = false;
    bool m_isLive = false;
    std::optional<Error> m_error;
    QStringList m_warnings; // of the last answer
};

} // namespace quarterdeck
