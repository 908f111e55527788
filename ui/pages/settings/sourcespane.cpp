#include "ui/pages/settings/sourcespane.h"

#include "ui/pages/api/timecontrol.h"
#include "ui/pages/settings/sourcecard.h"
#include "ui/widgets/emptystate.h"

#include <QTimer>
#include <QVBoxLayout>

namespace quarterdeck {

SourcesPane::SourcesPane(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
    , m_empty(new EmptyState(context.theme, this))
{
    setObjectName(QStringLiteral("settingsSources"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_empty->setObjectName(QStringLiteral("settingsNoSources"));
    m_column->addWidget(m_empty);
    rebuild();
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SourcesPane::refresh);
    connect(&context.sources, &Sources::statusChanged, this, [this](const SourceStatus &status) {
        if (m_model.rowOf(status.id) < 0) {
            rebuild();
        }
        m_model.setStatus(status);
    });
    connect(&context.preferences, &Preferences::changed, this, &SourcesPane::rebuild);
    connect(&context.time, &TimeControl::zoneChanged, this, &SourcesPane::refresh);
    auto *timer = new QTimer(this);
    timer->setInterval(1000);
    connect(timer, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    timer->start();
}

void SourcesPane::test(const QString &id)
{
    m_model.setProbeRunning(id);
    then(m_context.sources.probe(id), this, [this, id](const Result<ProbeReport> &report) { m_model.setProbe(id, report); });
}

void SourcesPane::testAll()
{
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it) {
        test(it.key());
    }
}

void SourcesPane::rebuild()
{
    const std::vector<ConfiguredBackend> backends = m_context.preferences.backends();
    m_model.setBackends(backends, m_context.sources.statuses());
    QSet<QString> wanted;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QString id = m_model.index(row, 0).data(KeyRole).toString();
        wanted.insert(id);
        if (!m_cards.contains(id)) {
            auto *card = new SourceCard(m_context, id, this);
            connect(card, &SourceCard::testWanted, this, &SourcesPane::test);
            connect(card, &SourceCard::secretChanged, this, &SourcesPane::takeSecret);
            m_column->addWidget(card);
            m_cards.insert(id, card);
        }
    }
    for (auto it = m_cards.begin(); it != m_cards.end();) {
        if (wanted.contains(it.key())) {
            ++it;
        } else {
            it.value()->deleteLater();
            it = m_cards.erase(it);
        }
    }
    m_empty->setVisible(m_cards.isEmpty());
    m_empty->set(QStringLiteral("plug"), tr("Nothing is connected yet."),
        tr("Name Alertmanager, Prometheus or the journal under backends: in %1.").arg(m_context.preferences.configFile()));
    refresh();
}

// What a source could not be asked for without the secret, it is asked for at once.
void SourcesPane::takeSecret(const QString &name)
{
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it) {
        if (it.value()->lookFor(name)) {
            m_context.sources.refresh(it.key());
        }
    }
}

void SourcesPane::refresh()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        SourceCard *card = m_cards.value(index.data(KeyRole).toString());
        if (card != nullptr) {
            card->show(index);
        }
    }
}

} // namespace quarterdeck
