#pragma once

#include "app/core/result.h"
#include "app/domain/alertfilter.h"
#include "models/alertgroup.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace quarterdeck {

class AlertIndex;
class Chip;
class FilterEdit;
class PlainLabel;

/// The filter of the inbox with its chips: grouping, order and how many are open. Thread: main.
class FilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(const Theme &theme, QWidget *parent = nullptr);

    /// What is suggested comes from these alerts, which have to live as long as it does.
    void suggestFrom(const AlertIndex &alerts);
    /// The name that "me" stands for.
    void setMe(const QString &name) { m_me = name; }
    /// Sets the text and applies it at once.
    void setFilter(const QString &text);
    QString filter() const;
    void setArrangement(AlertGrouping grouping, AlertSort sort);
    void setCount(const QString &count);
    void focusFilter();

signals:
    /// A filter without mistakes was typed or cleared.
    void filterChosen(const quarterdeck::AlertFilter &filter);
    /// The text is no filter: the one before stays in force.
    void filterRefused(const QString &why);
    void groupingChosen(quarterdeck::AlertGrouping grouping);
    void sortChosen(quarterdeck::AlertSort sort);
    /// The list should have the focus.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void read(const QString &text);
    void colour();
    void chooseGrouping();
    void chooseSort();
    void chooseFacet();

    const Theme &m_theme;
    FilterEdit *m_edit;
    const AlertIndex *m_alerts = nullptr;
    Chip *m_facets;
    Chip *m_group;
    Chip *m_sort;
    PlainLabel *m_count;
    QString m_me;
};

/// "service", "alertname", "cluster", "none": also in links.
QString groupingName(AlertGrouping grouping);
/// "severity, age", "newest", "oldest", "name".
QString sortName(AlertSort sort);

} // namespace quarterdeck
