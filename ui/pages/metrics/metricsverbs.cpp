#include "ui/pages/api/timecontrol.h"
#include "ui/pages/metrics/chartcolumn.h"
#include "ui/pages/metrics/metricspage.h"
#include "ui/pages/metrics/optionbar.h"
#include "ui/pages/metrics/querylist.h"
#include "ui/pages/metrics/queryrow.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/widgetpicture.h"

#include <QClipboard>
#include <QGuiApplication>

namespace quarterdeck {

QAction *MetricsPage::addVerb(const QString &name, const QString &text, const QKeySequence &key, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    m_verbs.append(action);
    return action;
}

void MetricsPage::addQueryVerbs()
{
    addVerb(QStringLiteral("metricsQuery"), tr("Edit the query"), Qt::Key_Slash, [this] { m_queries->focusEdit(); });
    addVerb(QStringLiteral("metricsAdd"), tr("Add query"), Qt::Key_A, [this] {
        if (!m_queries->add()) {
            m_context.navigator.toast(tr("There are %1 queries; no more are taken.").arg(MostQueries));
        }
    });
    addVerb(QStringLiteral("metricsRemove"), tr("Remove this query"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] {
        QueryRow *row = m_queries->current();
        if (row->hasKeyboard()) {
            m_queries->remove(row);
        } else {
            m_context.navigator.toast(tr("Put the cursor in a query first."));
        }
    });
    addVerb(QStringLiteral("metricsToggle"), tr("Switch this query on or off"), QKeySequence(Qt::CTRL | Qt::Key_T),
        [this] { m_queries->current()->toggle(); });
    addVerb(QStringLiteral("metricsForm"), tr("Query builder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
        [this] { m_queries->current()->openForm(); });
    addVerb(QStringLiteral("metricsRefresh"), tr("Refresh the charts"), Qt::Key_R, [this] { reload(true); });
    addVerb(QStringLiteral("metricsCopy"), tr("Copy as qdeck command"), Qt::Key_Y, [this] { copyCommands(); });
}

void MetricsPage::addChartVerbs()
{
    addVerb(QStringLiteral("metricsTable"), tr("Show as table or chart"), Qt::Key_T, [this] { m_charts->toggleTable(); });
    addVerb(QStringLiteral("metricsLogarithmic"), tr("Logarithmic axis"), Qt::Key_L, [this] { m_options->toggleLogarithmic(); });
    addVerb(QStringLiteral("metricsStacked"), tr("Stack the series"), Qt::Key_S, [this] { m_options->toggleStacked(); });
    addVerb(QStringLiteral("metricsStepped"), tr("Draw steps"), Qt::Key_P, [this] { m_options->toggleStepped(); });
    addVerb(QStringLiteral("metricsSplit"), tr("A chart for each query"), Qt::Key_E, [this] { m_options->toggleSplit(); });
    addVerb(QStringLiteral("metricsCompare"), tr("Compare with the day, then the week before"), Qt::Key_C, [this] { m_options->compareNext(); });
    addVerb(QStringLiteral("metricsThreshold"), tr("Set a threshold"), QKeySequence(Qt::SHIFT | Qt::Key_T), [this] { m_options->focusThreshold(); });
    QAction *alone = addVerb(QStringLiteral("metricsAlone"), tr("Show this series alone, or all"), Qt::Key_Return, [this] { chooseInLegend(true); });
    // Elsewhere Enter takes a query over.
    removeAction(alone);
    alone->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    alone->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(alone);
    addVerb(QStringLiteral("metricsHide"), tr("Hide this series, or show it"), Qt::Key_H, [this] { chooseInLegend(false); });
    addVerb(QStringLiteral("metricsShowAll"), tr("Show all series"), QKeySequence(Qt::SHIFT | Qt::Key_H), [this] { m_legend.showAll(); });
    addVerb(
        QStringLiteral("metricsPng"), tr("Save the charts as PNG…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { savePicture(false); });
    addVerb(
        QStringLiteral("metricsSvg"), tr("Save the charts as SVG…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { savePicture(true); });
}

void MetricsPage::chooseInLegend(bool isAlone)
{
    const QString key = m_table->currentKey(KeyRole);
    if (key.isEmpty()) {
        m_context.navigator.toast(tr("Choose a series in the legend first."));
    } else if (isAlone) {
        m_legend.toggleAlone(key);
    } else {
        m_legend.toggleHidden(key);
    }
}

void MetricsPage::savePicture(bool isSvg)
{
    if (m_board.series().empty()) {
        m_context.navigator.toast(tr("There is no chart to save."));
        return;
    }
    QWidget &charts = *m_charts->picture();
    const SavedFile file = isSvg ? SavedFile {tr("Save as SVG"), QStringLiteral("metrics.svg"), widgetSvg(charts, accessibleName())}
                                 : SavedFile {tr("Save as PNG"), QStringLiteral("metrics.png"), widgetPng(charts)};
    saveFile(window(), file, [this](const QString &sentence) { m_context.navigator.toast(sentence); });
}

void MetricsPage::copyCommands()
{
    const QString commands = explorerCommands(m_board.state(), m_context.time.range(), m_context.time.isSliding());
    if (commands.isEmpty()) {
        m_context.navigator.toast(tr("No query yet."));
        return;
    }
    QGuiApplication::clipboard()->setText(commands);
    m_context.navigator.toast(tr("Copied %n command(s).", nullptr, int(commands.count(u'\n')) + 1));
}

} // namespace quarterdeck
