#pragma once

#include "models/figureincidents.h"
#include "ui/widgets/card.h"

namespace quarterdeck {

class FigureTable;
class PlainLabel;

/// What a figure means: definition, formula, the inputs of the moment and the source of the definition.
class ExplainPanel final : public Card {
    Q_OBJECT

public:
    explicit ExplainPanel(const Theme &theme, QWidget *parent = nullptr);
    /// Shows the definitions of these keys with `inputs`, sentences on what went into the numbers.
    void explain(const QStringList &keys, const QStringList &inputs);
    /// Lists the incidents behind the figures.
    void setIncidents(const FigureIncidents &incidents);
    /// As long as they are being read.
    void clearIncidents();
    /// Says why they cannot be listed.
    void setProblem(const QString &why);
    /// Everything it says, a line each.
    QString shownText() const;

signals:
    /// The incident of a row is to be shown.
    void incidentWanted(int row);

private:
    const Theme &m_theme;
    QWidget *m_body = nullptr;
    PlainLabel *m_inputs;
    PlainLabel *m_behind;
    FigureTable *m_incidents;
    QStringList m_text;
};

} // namespace quarterdeck
