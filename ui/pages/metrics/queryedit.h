#pragma once

#include "app/domain/promqlplace.h"
#include "ui/pages/api/page.h"

#include <QLineEdit>

class QCompleter;
class QTimer;

namespace quarterdeck {

class MetricSuggestions;

/// The field of an expression. What could stand at the cursor is offered below it, as the sources know it; Ctrl+Space asks for it. Enter takes
/// the text over. Thread: main.
class QueryEdit final : public QLineEdit {
    Q_OBJECT

public:
    QueryEdit(const PageContext &context, QWidget *parent = nullptr);
    /// Whose names are offered; empty: of every metric source.
    void setSources(const QStringList &sources);
    /// The field holds only a part of an expression: this stands before and after it.
    void setAround(const QString &before, const QString &after);

signals:
    /// Enter, or the field was left with another text.
    void committed();
    /// Escape: the keyboard should be elsewhere.
    void left();
    /// Why nothing is offered; empty where all is well.
    void unoffered(const QString &why);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void look();
    void offer();
    void putIn(int row);

    const PageContext m_context;
    MetricSuggestions *m_suggestions;
    QCompleter *m_completer;
    QTimer *m_pause;
    QString m_before;
    QString m_after;
    bool m_isWanted = false; ///< The person typed or asked: only then something opens.
};

} // namespace quarterdeck
