#pragma once

#include "models/servicelistmodel.h"
#include "ui/pages/api/page.h"

#include <QStackedLayout>

namespace quarterdeck {

class EmptyState;
class FilterEdit;
class PlainLabel;
class QuietTable;
class ServiceWords;
class StaleStrip;

/// The list of services: finding, filter and table. Thread: main.
class ServiceList final : public QWidget {
    Q_OBJECT

public:
    ServiceList(const PageContext &context, ServiceListModel &model, QWidget *parent = nullptr);
    /// Says what was found instead of the list: a sentence of an error, or empty.
    void setProblem(const QString &sentence);
    /// The services have been read: an empty list is the truth now.
    void setLoaded();
    /// Moves the keyboard to the filter.
    void focusFilter();
    /// Moves the keyboard to the rows, as soon as there are any.
    void focusTable();
    /// Makes a service the current row, if it is shown.
    void select(const QString &service);
    /// Name of the current service; empty when there is none.
    QString selected() const;
    /// The rows as they are shown.
    QByteArray exportCsv() const;

signals:
    /// A service was chosen.
    void opened(const QString &service);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable();
    void sizeColumns();
    void buildLayout();
    void connectAll();
    void refresh();
    void reorder();
    QString finding() const;

    const PageContext m_context;
    ServiceListModel &m_model;
    ServiceWords *m_words;
    PlainLabel *m_caption;
    PlainLabel *m_title;
    FilterEdit *m_filter;
    StaleStrip *m_strip;
    QuietTable *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QString m_problem;
    bool m_isLoaded = false;
    bool m_isNothingKnown = false; ///< No source tells of alerts.
    bool m_wantsFocus = false;
};

} // namespace quarterdeck
