#pragma once

#include "app/core/clock.h"
#include "ui/pages/api/page.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"

#include "app/domain/alert.h"

#include <QWidget>

class QVBoxLayout;

namespace quarterdeck {

class KeyValueGrid;
class SectionHead;

/// Labels and annotations of an alert as plain text, and a button for each address in them. Thread: main.
class FactsView final : public QWidget {
    Q_OBJECT

public:
    FactsView(const PageContext &context, QWidget *parent = nullptr);
    /// Shows labels, annotations and links of one alert.
    void showAlert(const Alert &alert);

private:
    void showLinks(const Alert &alert);

    PageContext m_context;
    KeyValueGrid *m_labels;
    SectionHead *m_annotationsHead;
    KeyValueGrid *m_annotations;
    QVBoxLayout *m_links;
    Labels m_shownLabels;
    Labels m_shownAnnotations;
};

} // namespace quarterdeck
