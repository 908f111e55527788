#pragma once

#include "models/loadhistory.h"
#include "ui/pages/api/page.h"

class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QStackedLayout;

namespace quarterdeck {

class BarColumns;
class EmptyState;
class ExplainPanel;
class Explanation;
class FairnessCard;
class FigureTable;
struct FigureQuestion;
class LoadTiles;
class PlainLabel;
class SectionHead;
class StaleStrip;

/// What operating the services costs the people who do it.
class LoadPage final : public Page {
    Q_OBJECT

public:
    LoadPage(const PageContext &context, QWidget *parent);

    /// Arguments `team`, `service` and `window` ("7d", "4w", "13w") choose what is shown.
    void show(const Destination &destination) override;
    Destination current() const override;
    QList<QAction *> verbs() const override;
    std::vector<PaletteItem> find(const QString &text, int limit) const override;
    QByteArray exportCsv() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildBody();
    QWidget *buildSelectors();
    void addVerbs();
    void reload();
    void ask();
    bool isDue() const;
    void accept(const LoadView &view);
    void fillChart(const LoadView &view);
    void fillTables(const LoadView &view);
    void fillSelector(QComboBox *box, const QStringList &names, const QString &all);
    void explain(const FigureQuestion &question);
    QString windowName() const;

    const PageContext m_context;
    PlainLabel *m_caption;
    PlainLabel *m_title;
    QButtonGroup *m_windows;
    QComboBox *m_team;
    QComboBox *m_service;
    StaleStrip *m_strip;
    LoadTiles *m_tiles;
    BarColumns *m_chart;
    SectionHead *m_chartHead;
    FigureTable *m_rules;
    FairnessCard *m_fairness;
    ExplainPanel *m_explain;
    Explanation *m_explanation;
    EmptyState *m_empty;
    LoadHistory *m_history;
    QStackedLayout *m_stack = nullptr;
    QBoxLayout *m_headRow = nullptr;
    QBoxLayout *m_lower = nullptr;
    QList<QAction *> m_verbs;
    std::optional<LoadView> m_view;
    int m_days = 28;
    UtcTime m_loadedAt;
};

} // namespace quarterdeck
