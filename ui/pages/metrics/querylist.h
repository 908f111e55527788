#pragma once

#include "models/explorerstate.h"
#include "ui/pages/api/page.h"

class QVBoxLayout;

namespace quarterdeck {

class QueryRow;

/// All queries of the page, at least one. Thread: main.
class QueryList final : public QWidget {
    Q_OBJECT

public:
    explicit QueryList(const PageContext &context, QWidget *parent = nullptr);
    /// Shows these without a signal; none: one empty row.
    void setQueries(const std::vector<ExplorerQuery> &queries);
    std::vector<ExplorerQuery> queries() const;
    /// A row at the end, with the keyboard in it. False where there are as many as may be.
    bool add(const ExplorerQuery &query = {});
    void setNote(std::size_t query, const QString &sentence, bool isCritical);
    /// The row that has the keyboard, else the first.
    QueryRow *current() const;
    void remove(QueryRow *row);
    void focusEdit();

signals:
    /// Queries are others now.
    void changed();
    /// Escape: the keyboard should be elsewhere.
    void left();

private:
    static void drop(QueryRow *row);
    void addRow(const ExplorerQuery &query);
    void number();
    void refreshSources();

    const PageContext m_context;
    QVBoxLayout *m_column;
    std::vector<QueryRow *> m_rows;
};

} // namespace quarterdeck
