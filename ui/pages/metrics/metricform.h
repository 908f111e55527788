#pragma once

#include "ui/pages/api/page.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace quarterdeck {

class PlainLabel;
class QueryEdit;
class VerbButton;

/// Metric, labels and function, chosen one by one; below stands the expression that they make. Thread: main.
class MetricForm final : public QDialog {
    Q_OBJECT

public:
    /// Names and labels are those of the sources; empty: of all.
    MetricForm(const PageContext &context, const QStringList &sources, QWidget *parent);

signals:
    /// The expression was taken.
    void written(const QString &expression);

private:
    void build();
    void refresh();
    QString expression(QString &problem) const;

    const PageContext m_context;
    QueryEdit *m_metric;
    QueryEdit *m_filters;
    QComboBox *m_over;
    QLineEdit *m_window;
    QComboBox *m_fold;
    QueryEdit *m_by;
    PlainLabel *m_preview;
    VerbButton *m_accept;
};

} // namespace quarterdeck
