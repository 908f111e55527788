#include "ui/pages/inbox/facetmenu.h"

#include "app/core/text.h"
#include "app/domain/filtersuggestions.h"
#include "models/alertindex.h"

#include <QGuiApplication>

namespace quarterdeck {

namespace {

constexpr int MostFacetValues = 15;
constexpr int MostFacetLabels = 10;

/// What is shown now, without what is held back.
std::vector<const Alert *> alertsOfFilter(const AlertIndex &index)
{
    std::vector<const Alert *> alerts;
    for (int slot = 0; slot < index.slotCount(); ++slot) {
        const AlertIndex::Item &item = index.item(slot);
        if (item.isUsed && item.isMatched && !item.isHeld) {
            alerts.push_back(&item.alert);
        }
    }
    return alerts;
}

} // namespace

FacetMenu::FacetMenu(const AlertIndex &alerts, QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("inbox.facets"));
    setAttribute(Qt::WA_DeleteOnClose);
    setToolTipsVisible(true);
    const std::vector<const Alert *> shown = alertsOfFilter(alerts);
    for (const char *field : {"severity", "service", "team", "cluster", "alertname", "@source", "@state", "@muted", "@assignee", "@by"}) {
        addFacet(QLatin1StringView(field), QStringLiteral(":"), shown);
    }
    addSeparator();
    for (const QString &label : commonLabels(shown, MostFacetLabels)) {
        addFacet(label, QStringLiteral("="), shown);
    }
    addSeparator();
    addAction(tr("Ctrl+click leaves a value out"))->setEnabled(false);
}

void FacetMenu::addFacet(const QString &name, const QString &compare, const std::vector<const Alert *> &alerts)
{
    std::vector<FilterSuggestion> values = filterSuggestions(QString(name + compare), alerts, int(alerts.size()) + MostFacetValues);
    std::erase_if(values, [](const FilterSuggestion &one) { return one.count == 0; });
    if (values.empty()) {
        return;
    }
    // An ampersand would be the mark of a key.
    const auto shown = [](const QString &foreign) { return text::plain(foreign, 60).replace(u'&', QLatin1StringView("&&")); };
    QMenu *facet = addMenu(tr("%1 (%n value(s))", nullptr, int(values.size())).arg(shown(name)));
    for (std::size_t i = 0; i < std::min(values.size(), std::size_t(MostFacetValues)); ++i) {
        const QString term = values[i].text;
        QAction *action = facet->addAction(tr("%1 (%n alert(s))", nullptr, values[i].count).arg(shown(term.mid(name.size() + compare.size()))));
        connect(action, &QAction::triggered, this, [this, term] {
            const bool isLeftOut = (QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier)) != 0;
            emit chosen(isLeftOut ? u'-' + term : term);
        });
    }
    if (const int more = int(values.size()) - MostFacetValues; more > 0) {
        facet->addAction(tr("%n more, less frequent", nullptr, more))->setEnabled(false);
    }
}

} // namespace quarterdeck
