#pragma once

#include "models/explorerstate.h"
#include "ui/pages/api/page.h"

class QCheckBox;
class QToolButton;

namespace quarterdeck {

class PlainLabel;
class QueryEdit;
class SourceChoice;

/// One query: on or off, its expression, who is asked, and below it what is to be said of the answer. Thread: main.
class QueryRow final : public QWidget {
    Q_OBJECT

public:
    explicit QueryRow(const PageContext &context, QWidget *parent = nullptr);
    /// The place among the rows: its letter, and "metrics.query<n>" with ".on", ".edit", ".form", ".remove", ".note" as names of the parts.
    void setNumber(int number);
    void setQuery(const ExplorerQuery &query);
    ExplorerQuery query() const;
    void setSources(const QStringList &names);
    /// What is to be said of the answer; empty: nothing. A critical one is an error of the query itself.
    void setNote(const QString &sentence, bool isCritical);
    /// There must be one row.
    void setRemovable(bool removable);
    void toggle();
    void focusEdit();
    /// Opens the form that writes the expression.
    void openForm();
    bool hasKeyboard() const;

signals:
    /// The query is another now.
    void changed();
    void removed();
    /// Escape: the keyboard should be elsewhere.
    void left();

private:
    void tell();

    const PageContext m_context;
    QCheckBox *m_on;
    QueryEdit *m_edit;
    SourceChoice *m_source;
    QToolButton *m_form;
    QToolButton *m_remove;
    PlainLabel *m_note;
    ExplorerQuery m_told;
};

} // namespace quarterdeck
