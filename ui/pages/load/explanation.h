#pragma once

#include "models/figureincidents.h"
#include "models/loadview.h"
#include "ui/pages/api/page.h"

namespace quarterdeck {

class ExplainPanel;

/// What was asked about a figure, and its answer: it belongs to the scope shown and follows it. Thread: main.
class Explanation final : public QObject {
    Q_OBJECT

public:
    /// Fills `panel`, whose rows lead to the incidents.
    Explanation(const PageContext &context, ExplainPanel *panel, QObject *parent);
    /// Answers a question for the scope of a view.
    void ask(const FigureQuestion &question, const LoadView &view);
    /// The scope or its figures are others now: answers the open question anew, or closes where it makes no sense any more.
    void follow(const LoadView &view);

private:
    void read(const LoadScope &scope);
    QStringList inputsOf(const LoadReport &report) const;

    const PageContext m_context;
    ExplainPanel *m_panel;
    FigureQuestion m_question;
    QString m_told; ///< What the panel says: rows of another question are not left standing.
    std::vector<Incident> m_shown;
    std::stop_source m_cancel;
};

} // namespace quarterdeck
