#include "ui/pages/inbox/filterbar.h"

#include "app/domain/filtersuggestions.h"
#include "ui/pages/inbox/facetmenu.h"
#include "ui/pages/inbox/filtercompleter.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/plainlabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QMenu>
#include <QPainter>
#include <QTextCharFormat>

namespace quarterdeck {

namespace {
constexpr int LeastFilter = 190; // pixels: a word and its key can be read
}

QString groupingName(AlertGrouping grouping)
{
    switch (grouping) {
    case AlertGrouping::Service:
        return FilterBar::tr("service");
    case AlertGrouping::Alertname:
        return FilterBar::tr("alertname");
    case AlertGrouping::Cluster:
        return FilterBar::tr("cluster");
    case AlertGrouping::None:
        break;
    }
    return FilterBar::tr("none");
}

QString sortName(AlertSort sort)
{
    switch (sort) {
    case AlertSort::SeverityAge:
        return FilterBar::tr("severity, age");
    case AlertSort::Newest:
        return FilterBar::tr("newest first");
    case AlertSort::Oldest:
        return FilterBar::tr("oldest first");
    case AlertSort::Title:
        break;
    }
    return FilterBar::tr("name");
}

FilterBar::FilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edit(new FilterEdit(theme, tr("Filter: words, is:open, severity:critical, @age>1h, label=value, -exclude"), this))
    , m_facets(new Chip(theme, tr("Facets"), this))
    , m_group(new Chip(theme, {}, this))
    , m_sort(new Chip(theme, {}, this))
    , m_count(new PlainLabel(this))
{
    setObjectName(QStringLiteral("inbox.filterBar"));
    m_edit->setObjectName(QStringLiteral("inbox.filter"));
    m_facets->setObjectName(QStringLiteral("inbox.facetsChip"));
    m_group->setObjectName(QStringLiteral("inbox.groupChip"));
    m_sort->setObjectName(QStringLiteral("inbox.sortChip"));
    m_count->setObjectName(QStringLiteral("inbox.count"));
    m_group->setAccented(true);
    m_count->setLook(theme, TypeFace::Section, Token::Muted);
    m_count->setEliding(true);
    m_edit->setMinimumWidth(LeastFilter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_facets);
    row->addWidget(m_group);
    row->addWidget(m_sort);
    row->addWidget(m_count);
    connect(m_edit, &FilterEdit::filterChanged, this, &FilterBar::read);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::colour);
    connect(m_edit, &FilterEdit::left, this, &FilterBar::left);
    connect(m_facets, &QAbstractButton::clicked, this, &FilterBar::chooseFacet);
    connect(m_group, &QAbstractButton::clicked, this, &FilterBar::chooseGrouping);
    connect(m_sort, &QAbstractButton::clicked, this, &FilterBar::chooseSort);
    connect(&theme, &Theme::changed, this, &FilterBar::colour);
    setArrangement(AlertGrouping::Service, AlertSort::SeverityAge);
}

void FilterBar::suggestFrom(const AlertIndex &alerts)
{
    m_alerts = &alerts;
    new FilterCompleter(m_edit, alerts);
}

void FilterBar::setFilter(const QString &text)
{
    m_edit->setFilter(text);
}

QString FilterBar::filter() const
{
    return m_edit->text();
}

void FilterBar::focusFilter()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::setArrangement(AlertGrouping grouping, AlertSort sort)
{
    m_group->setChipText(tr("Group by: %1").arg(groupingName(grouping)));
    m_sort->setChipText(tr("Sort by: %1").arg(sortName(sort)));
}

void FilterBar::setCount(const QString &count)
{
    m_count->setPlain(count);
}

void FilterBar::read(const QString &text)
{
    const auto filter = AlertFilter::parse(text, m_me);
    if (!filter) {
        const QString why = inboxwords::filterProblem(filter.error());
        m_edit->setProblem(why);
        emit filterRefused(why);
        return;
    }
    m_edit->setProblem({});
    emit filterRefused({});
    emit filterChosen(*filter);
}

void FilterBar::colour()
{
    // A line edit has no highlighter; formats reach its layout as those of an input method do.
    QList<QInputMethodEvent::Attribute> formats;
    if (const auto filter = AlertFilter::parse(m_edit->text(), m_me)) {
        QTextCharFormat key;
        key.setForeground(m_theme.color(Token::Accent));
        for (const AlertFilter::Span &span : filter->spans()) {
            if (span.keyLength > 0) {
                // States are words of the language itself: coloured whole, as in `is:open`.
                const bool isState = span.field == FilterField::Is || span.field == FilterField::No;
                formats << QInputMethodEvent::Attribute(
                    QInputMethodEvent::TextFormat, int(span.at) - m_edit->cursorPosition(), int(isState ? span.length : span.keyLength), key);
            }
        }
    }
    QInputMethodEvent event(QString(), formats);
    QCoreApplication::sendEvent(m_edit, &event);
}

void FilterBar::chooseGrouping()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i <= int(AlertGrouping::None); ++i) {
        QAction *action = menu->addAction(groupingName(AlertGrouping(i)));
        connect(action, &QAction::triggered, this, [this, i] { emit groupingChosen(AlertGrouping(i)); });
    }
    menu->popup(m_group->mapToGlobal(QPoint(0, m_group->height() + 2)));
}

void FilterBar::chooseFacet()
{
    if (m_alerts == nullptr) {
        return;
    }
    auto *menu = new FacetMenu(*m_alerts, this);
    connect(menu, &FacetMenu::chosen, this, [this](const QString &term) { setFilter(filterWith(filter(), term)); });
    menu->popup(m_facets->mapToGlobal(QPoint(0, m_facets->height() + 2)));
}

void FilterBar::chooseSort()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i <= int(AlertSort::Title); ++i) {
        QAction *action = menu->addAction(sortName(AlertSort(i)));
        connect(action, &QAction::triggered, this, [this, i] { emit sortChosen(AlertSort(i)); });
    }
    menu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height() + 2)));
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Token::Hairline));
}

} // namespace quarterdeck
