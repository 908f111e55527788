#pragma once

#include "models/loadview.h"
#include "ui/widgets/card.h"

namespace quarterdeck {

class FigureTable;
class PlainLabel;
class SectionHead;

/// How the load is shared: the team's middle and range, and yourself; never another person.
class FairnessCard final : public Card {
    Q_OBJECT

public:
    explicit FairnessCard(const Theme &theme, QWidget *parent = nullptr);
    /// Shows the figures of a view.
    void setView(const LoadView &view);

signals:
    /// Keys of the definitions behind the table.
    void explainWanted(const QStringList &keys);

private:
    SectionHead *m_head;
    FigureTable *m_table;
    PlainLabel *m_note;
};

} // namespace quarterdeck
