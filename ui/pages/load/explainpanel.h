#pragma once

#include "app/kpi/load.h"
#include "ui/widgets/card.h"

namespace quarterdeck {

class PlainLabel;

/// What a figure means: definition, formula, the inputs of the moment and the source of the definition.
class ExplainPanel final : public Card {
    Q_OBJECT

public:
    explicit ExplainPanel(const Theme &theme, QWidget *parent = nullptr);
    /// Shows the definitions of these keys with `inputs`, sentences on what went into the numbers.
    void explain(const QStringList &keys, const QStringList &inputs);
    /// Everything it says, a line each.
    QString shownText() const;

private:
    const Theme &m_theme;
    QWidget *m_body = nullptr;
    PlainLabel *m_inputs;
    QStringList m_text;
};

} // namespace quarterdeck
