#include "ui/pages/runbooks/runbookspage.h"

#include "app/ports/library.h"
#include "app/ports/preferences.h"
#include "app/ports/reader.h"
#include "models/runexport.h"
#include "models/runstart.h"
#include "ui/pages/runbooks/librarypane.h"
#include "ui/pages/runbooks/runpane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorwords.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace quarterdeck {

namespace {

/// A file that takes longer than this is on its way from elsewhere: say so.
constexpr std::chrono::milliseconds Patience {300};

} // namespace

RunbooksPage::RunbooksPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_session(context.runLog, context.clock)
    , m_stack(new QStackedWidget(this))
    , m_library(new LibraryPane(context, this))
    , m_run(new RunPane(context, m_session, this))
    , m_problem(new EmptyState(context.theme, this))
{
    setObjectName(QStringLiteral("runbooksPage"));
    m_problem->setObjectName(QStringLiteral("runbooksProblem"));
    m_stack->addWidget(m_library);
    m_stack->addWidget(m_run);
    m_stack->addWidget(m_problem);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    addVerbs();
    connectAll();
}

void RunbooksPage::show(const Destination &destination)
{
    const AlertKey alert = AlertKey::fromString(destination.arguments.value(QStringLiteral("alert")));
    const QUuid run = QUuid::fromString(destination.object);
    if (destination.object.isEmpty()) {
        backToLibrary();
    } else if (!run.isNull()) {
        openRun(run);
    } else {
        openRunbook(destination.object, alert);
    }
}

Destination RunbooksPage::current() const
{
    Destination place {QStringLiteral("runbooks"), {}, {}};
    if (isRunShown()) {
        place.object = m_session.hasRun() ? m_session.run().id.toString(QUuid::WithoutBraces) : m_id;
    }
    return place;
}

QList<QAction *> RunbooksPage::verbs() const
{
    return m_verbs;
}

std::vector<PaletteItem> RunbooksPage::find(const QString &text, int limit) const
{
    std::vector<PaletteItem> found;
    const QString wanted = text.trimmed();
    for (const RunbookFile &file : m_library->model().files()) {
        if (int(found.size()) >= limit) {
            break;
        }
        if (file.title.contains(wanted, Qt::CaseInsensitive) || file.id.contains(wanted, Qt::CaseInsensitive)) {
            found.push_back({file.title, tr("runbook, %n step(s)", nullptr, file.steps), {QStringLiteral("runbooks"), file.id, {}}});
        }
    }
    return found;
}

QByteArray RunbooksPage::exportCsv() const
{
    return m_library->exportCsv();
}

Async<QByteArray> RunbooksPage::exportMarkdown() const
{
    if (!m_session.hasRun()) {
        return ready<QByteArray>(QByteArray());
    }
    const Reply<QByteArray> reply;
    const QUuid id = m_session.run().id;
    then(m_context.runLog.run(id), const_cast<RunbooksPage *>(this), [this, reply, id](const Result<RunbookRun> &run) {
        if (!run) {
            reply.finish(tl::unexpected<Error>(run.error()));
            return;
        }
        then(m_context.runLog.audit(id), const_cast<RunbooksPage *>(this),
            [reply, run = *run, runbook = m_session.steps().runbook()](const Result<std::vector<StepMark>> &audit) {
                reply.finish(audit ? Result<QByteArray>(exportRun(run, runbook, *audit)) : tl::unexpected<Error>(audit.error()));
            });
    });
    return reply.future();
}

void RunbooksPage::addVerb(const QString &name, const QString &text, const QList<QKeySequence> &keys, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    m_verbs.append(action);
}

void RunbooksPage::addVerbs()
{
    const auto whileRun = [this](auto fn) {
        return [this, fn] {
            if (isRunShown()) {
                fn();
            }
        };
    };
    addVerb(QStringLiteral("runbookFilter"), tr("Filter runbooks"), {Qt::Key_Slash}, [this] {
        backToLibrary();
        m_library->focusFilter();
    });
    addVerb(QStringLiteral("runbookBack"), tr("Back to the library"), {Qt::Key_Backspace}, [this] { backToLibrary(); });
    // Space and x belong to the checklist alone, or no button could be pressed by keyboard.
    addVerb(QStringLiteral("runTick"), tr("Check off step (Space)"), {}, whileRun([this] { m_run->tick(); }));
    addVerb(QStringLiteral("runSkip"), tr("Skip step with a reason"), {Qt::Key_S}, whileRun([this] { m_run->askSkip(); }));
    addVerb(QStringLiteral("runNote"), tr("Note on step"), {Qt::Key_N}, whileRun([this] { m_run->askNote(); }));
    addVerb(QStringLiteral("runCopy"), tr("Copy code of step"), {Qt::Key_C}, whileRun([this] { m_run->copyCode(); }));
    addVerb(QStringLiteral("runFinishVerb"), tr("Finish run"), {QKeySequence(Qt::CTRL | Qt::Key_Return)}, whileRun([this] { m_session.finish(); }));
    addVerb(QStringLiteral("runExportVerb"), tr("Export run as Markdown"), {QKeySequence(Qt::CTRL | Qt::Key_E)}, whileRun([this] { saveExport(); }));
}

void RunbooksPage::connectAll()
{
    connect(m_library, &LibraryPane::opened, this, [this](const QString &id) { openRunbook(id, {}); });
    connect(m_library, &LibraryPane::runOpened, this, &RunbooksPage::openRun);
    connect(m_run, &RunPane::startWanted, this, [this] { beginRun(m_alert, false); });
    connect(m_run, &RunPane::finishWanted, &m_session, &RunSession::finish);
    connect(m_run, &RunPane::exportWanted, this, &RunbooksPage::saveExport);
    connect(m_problem, &EmptyState::activated, this, &RunbooksPage::backToLibrary);
    connect(&m_session, &RunSession::opened, this, [this] { emit currentChanged(); });
    connect(&m_session, &RunSession::opened, m_library, &LibraryPane::reloadRuns);
    connect(&m_session, &RunSession::finished, m_library, &LibraryPane::reloadRuns);
    connect(&m_session, &RunSession::marked, m_library, &LibraryPane::reloadRuns);
    connect(&m_context.library, &Library::changed, this, &RunbooksPage::reread);
    connect(&m_context.reader, &Reader::changed, this, [this](const ChangeSet &changes) {
        if (!changes.runs) {
            return;
        }
        m_library->reloadRuns();
        if (m_session.hasRun()) {
            then(m_context.runLog.run(m_session.run().id), this, [this](const Result<RunbookRun> &run) {
                if (run) {
                    m_session.refresh(*run);
                    m_run->refresh();
                }
            });
        }
    });
}

void RunbooksPage::openRunbook(const QString &id, const AlertKey &alert)
{
    m_alert = alert;
    load(id, [this, alert] {
        m_session.preview(m_runbook);
        showRun({});
        if (alert.isValid()) {
            beginRun(alert, true);
        }
    });
}

void RunbooksPage::showRun(const QString &alertTitle)
{
    m_run->setAlertTitle(alertTitle);
    m_run->setRunbook(m_id, m_markdown);
    m_stack->setCurrentIndex(1);
    m_run->focusSteps();
    emit currentChanged();
}

void RunbooksPage::openRun(QUuid id)
{
    const int request = ++m_request;
    then(m_context.runLog.run(id), this, [this, request](const Result<RunbookRun> &run) {
        if (request != m_request) {
            return;
        }
        if (!run) {
            showProblem(tr("This run cannot be opened."), errorWords(run.error()));
            return;
        }
        m_alert = run->alert;
        load(run->runbook, [this, run = *run] {
            m_session.resume(m_runbook, run);
            showRun(run.params.value(QStringLiteral("alertname")));
        });
    });
}

void RunbooksPage::beginRun(const AlertKey &key, bool mayResume)
{
    const int request = ++m_request;
    then(m_context.reader.alerts(), this, [this, request, key, mayResume](const Result<std::vector<Alert>> &alerts) {
        if (request != m_request) {
            return;
        }
        std::optional<Alert> alert;
        if (alerts && key.isValid()) {
            const auto it = std::ranges::find(*alerts, key, &Alert::key);
            alert = it == alerts->end() ? std::nullopt : std::optional<Alert>(*it);
        }
        then(m_context.runLog.runs(), this, [this, request, key, alert, mayResume](const Result<std::vector<RunbookRun>> &runs) {
            if (request != m_request) {
                return;
            }
            if (!runs) {
                showProblem(tr("Cannot start a run."), errorWords(runs.error()));
                return;
            }
            const auto open = mayResume ? runToResume(*runs, m_id, key, alert) : std::nullopt;
            m_run->setAlertTitle(alert ? alert->title : open ? open->params.value(QStringLiteral("alertname")) : QString());
            if (open) {
                m_session.resume(m_runbook, *open);
            } else {
                const QString author = m_context.preferences.values().author;
                m_session.start(m_runbook, newRun(m_id, m_runbook, key, alert, author, m_context.clock.now()));
            }
        });
    });
}

void RunbooksPage::showProblem(const QString &sentence, const QString &whatToDo)
{
    m_problem->set(QStringLiteral("error"), sentence, whatToDo, tr("Back to the library"));
    m_stack->setCurrentIndex(2);
}

void RunbooksPage::load(const QString &id, const std::function<void()> &loaded)
{
    const int request = ++m_request;
    QTimer::singleShot(Patience, this, [this, request, id] {
        if (request == m_request) {
            showProblem(tr("Reading the runbook %1…").arg(id.left(80)), tr("Its folder is slow to respond."));
        }
    });
    then(m_context.library.markdown(id), this, [this, request, id, loaded](const Result<QByteArray> &markdown) {
        if (request != m_request) {
            return;
        }
        ++m_request;
        if (!markdown) {
            showProblem(tr("The runbook %1 cannot be opened.").arg(id.left(80)), errorWords(markdown.error()));
            return;
        }
        m_id = id;
        m_markdown = *markdown;
        m_runbook = deriveRunbook(m_markdown, id);
        loaded();
    });
}

void RunbooksPage::reread()
{
    if (m_id.isEmpty()) {
        return;
    }
    then(m_context.library.markdown(m_id), this, [this, id = m_id](const Result<QByteArray> &markdown) {
        if (id == m_id && markdown && *markdown != m_markdown && isRunShown()) {
            m_markdown = *markdown;
            m_runbook = deriveRunbook(m_markdown, m_id);
            m_session.setRunbook(m_runbook);
            m_run->setRunbook(m_id, m_markdown);
        }
    });
}

// No shortcut: whatever has the focus may need Escape first.
void RunbooksPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_stack->currentIndex() != 0) {
        backToLibrary();
        return;
    }
    Page::keyPressEvent(event);
}

void RunbooksPage::backToLibrary()
{
    ++m_request;
    m_stack->setCurrentIndex(0);
    m_library->focusTable();
    emit currentChanged();
}

void RunbooksPage::saveExport()
{
    then(exportMarkdown(), this, [this](const Result<QByteArray> &markdown) {
        if (!markdown) {
            m_context.navigator.toast(tr("Export failed: %1").arg(errorWords(markdown.error())));
            return;
        }
        QGuiApplication::clipboard()->setText(QString::fromUtf8(*markdown));
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        const QString name = QStringLiteral("quarterdeck-run-%1.md").arg(m_session.run().id.toString(QUuid::WithoutBraces));
        QDir().mkpath(folder);
        QSaveFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::WriteOnly) && file.write(*markdown) == markdown->size() && file.commit()) {
            m_context.navigator.toast(tr("Copied, and written to %1.").arg(file.fileName()));
        } else {
            m_context.navigator.toast(tr("Copied to the clipboard; could not write a file to %1.").arg(folder));
        }
    });
}

} // namespace quarterdeck
