#include "ui/pages/inbox/factsview.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/sectionhead.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

// What is shown of one value: enough to read, not enough to freeze a layout.
constexpr qsizetype MostCharacters = 600;

std::vector<KeyValueGrid::Row> rowsOf(const Labels &labels)
{
    std::vector<KeyValueGrid::Row> rows;
    for (const Label &label : labels) {
        if (rows.size() == 60) {
            rows.push_back({QStringLiteral("…"), QString::number(labels.size() - 60), {}, Token::Muted});
            break;
        }
        rows.push_back({label.name.left(60), text::plain(label.value, MostCharacters), {}, Token::Text});
    }
    return rows;
}

bool isAddress(const QString &value)
{
    const auto begins = [&value](QLatin1StringView scheme) { return value.startsWith(scheme, Qt::CaseInsensitive); };
    return (begins(QLatin1StringView("https://")) || begins(QLatin1StringView("http://"))) && !value.contains(u' ');
}

} // namespace

FactsView::FactsView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_labels(new KeyValueGrid(context.theme, this))
    , m_annotationsHead(new SectionHead(context.theme, tr("Annotations"), this))
    , m_annotations(new KeyValueGrid(context.theme, this))
    , m_links(new QVBoxLayout)
{
    setObjectName(QStringLiteral("inbox.facts"));
    m_links->setSpacing(4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(new SectionHead(context.theme, tr("Labels"), this));
    column->addWidget(m_labels);
    column->addSpacing(6);
    column->addWidget(m_annotationsHead);
    column->addWidget(m_annotations);
    column->addLayout(m_links);
}

void FactsView::showAlert(const Alert &alert)
{
    if (alert.labels == m_shownLabels && alert.annotations == m_shownAnnotations) {
        return;
    }
    m_shownLabels = alert.labels;
    m_shownAnnotations = alert.annotations;
    m_labels->setRows(rowsOf(alert.labels));
    m_annotations->setRows(rowsOf(alert.annotations));
    m_annotationsHead->setVisible(!alert.annotations.isEmpty());
    showLinks(alert);
}

void FactsView::showLinks(const Alert &alert)
{
    while (QLayoutItem *item = m_links->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Label &annotation : alert.annotations) {
        if (!isAddress(annotation.value) || m_links->count() >= 8) {
            continue;
        }
        auto *button = new QPushButton(tr("Open %1").arg(text::plain(annotation.name, 40)).replace(u'&', QStringLiteral("&&")), this);
        button->setObjectName(QStringLiteral("inbox.link.") + annotation.name);
        setHint(button, annotation.value);
        button->setFlat(true);
        connect(button, &QPushButton::clicked, this, [this, url = annotation.value] { m_context.navigator.openExternal(url); });
        m_links->addWidget(button, 0, Qt::AlignLeft);
    }
}

} // namespace quarterdeck
