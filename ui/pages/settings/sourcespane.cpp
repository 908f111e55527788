#include "ui/pages/settings/sourcespane.h"

#include "app/core/text.h"
#include "app/ports/secretbook.h"
#include "app/ports/sourceeditor.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/settings/sourcecard.h"
#include "ui/pages/settings/sourcesheet.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"

#include <QTimer>
#include <QVBoxLayout>

namespace quarterdeck {

SourcesPane::SourcesPane(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_problem(new PlainLabel(this))
{
    setObjectName(QStringLiteral("settingsSources"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_empty->setObjectName(QStringLiteral("settingsNoSources"));
    m_problem->setObjectName(QStringLiteral("settingsSourceProblem"));
    m_problem->setLook(context.theme, TypeFace::Body, Token::Critical);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();
    m_column->addWidget(m_problem);
    m_column->addWidget(m_empty);
    connect(m_empty, &EmptyState::activated, this, &SourcesPane::add);
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
            connect(card, &SourceCard::changeWanted, this, &SourcesPane::change);
            connect(card, &SourceCard::removeWanted, this, &SourcesPane::askToRemove);
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
    const QString context = text::plain(m_context.sources.context().name, 80);
    m_empty->set(QStringLiteral("plug"), context.isEmpty() ? tr("Nothing is connected yet.") : tr("The context %1 has no source.").arg(context),
        tr("Add Alertmanager, Prometheus or another system you run. It is saved in %1.").arg(m_context.preferences.configFile()),
        m_context.editor.isEditable() ? tr("Add a source…") : QString());
    refresh();
}

void SourcesPane::add()
{
    openSheet({});
}

void SourcesPane::openFile()
{
    const auto made = m_context.editor.makeFile();
    say(made ? std::nullopt : std::optional(made.error()));
    if (made) {
        m_context.navigator.openFile(m_context.preferences.configFile());
    }
}

void SourcesPane::readAgain()
{
    const auto read = m_context.editor.readAgain();
    say(read ? std::nullopt : std::optional(read.error()));
}

void SourcesPane::undo()
{
    const std::optional<SourceDeed> deed = m_context.editor.undoable();
    if (!deed) {
        m_context.navigator.toast(tr("There is nothing to undo."));
        return;
    }
    if (deed->isLast) {
        takeBack();
        return;
    }
    const QString words = deed->change == SourceChange::Added ? tr("The source %1 was added.")
        : deed->change == SourceChange::Removed               ? tr("The source %1 was removed.")
                                                              : tr("The source %1 was changed.");
    auto *dialog = new ConfirmDialog(m_context.theme, tr("Undo what was done before?"), tr("The last change is already undone. Before that:"),
        words.arg(text::plain(deed->source, 80)), tr("Undo"), this);
    connect(dialog, &QDialog::accepted, this, &SourcesPane::takeBack);
    dialog->open();
}

void SourcesPane::takeBack()
{
    const auto undone = m_context.editor.undo();
    say(undone ? std::nullopt : std::optional(undone.error()));
}

void SourcesPane::change(const QString &id)
{
    openSheet(id);
}

void SourcesPane::openSheet(const QString &id)
{
    const auto source = m_context.editor.read(id);
    say(source ? std::nullopt : std::optional(source.error()));
    if (!source) {
        return;
    }
    QStringList taken;
    for (auto it = m_cards.cbegin(); it != m_cards.cend(); ++it) {
        if (it.key() != id) {
            taken.append(it.key());
        }
    }
    auto *sheet = new SourceSheet(m_context, *source, taken, this);
    sheet->open();
}

void SourcesPane::askToRemove(const QString &id)
{
    // What is taken out is taken out of the file as it is now.
    const auto file = m_context.editor.read({});
    say(file ? std::nullopt : std::optional(file.error()));
    if (!file) {
        return;
    }
    QStringList sentences {tr("It is removed from the configuration and no longer watched.")};
    if (!m_context.secrets.names(id).isEmpty()) {
        sentences.append(tr("Its secret stays in the keyring."));
    }
    const QModelIndex row = m_model.index(m_model.rowOf(id), BackendListModel::AddressColumn);
    const QString what = id + u'\n' + row.data().toString();
    auto *dialog = new ConfirmDialog(m_context.theme, tr("Remove the source?"), phrases::sentences(sentences), what, tr("Remove"), this);
    connect(dialog, &QDialog::accepted, this, [this, id] { remove(id); });
    dialog->open();
}

void SourcesPane::remove(const QString &id)
{
    const auto removed = m_context.editor.remove(id);
    say(removed ? std::nullopt : std::optional(removed.error()));
}

void SourcesPane::say(const std::optional<Error> &error)
{
    const QString where = error ? error->where : QString();
    const QString what = error ? phrases::stopped(errorWords(*error, 600)) : QString();
    m_problem->setPlain(where.isEmpty() ? what : phrases::pair(text::plain(where, 300), what));
    m_problem->setVisible(error.has_value());
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
