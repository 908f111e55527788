#pragma once

#include "ui/pages/api/page.h"

class QScrollArea;

namespace quarterdeck {

class OptionBar;
class QueryList;

/// The queries and the options of the page of metrics: as high as they are, up to a part of the page; then the queries are scrolled. Thread: main.
class QueryPane final : public QWidget {
    Q_OBJECT

public:
    /// `add` is the action that adds a query.
    QueryPane(const PageContext &context, QAction *add, QWidget *parent = nullptr);
    QueryList &queries() { return *m_queries; }
    OptionBar &options() { return *m_options; }

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QueryList *m_queries;
    OptionBar *m_options;
    QScrollArea *m_scroll;
};

} // namespace quarterdeck
