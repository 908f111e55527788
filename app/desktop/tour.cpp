#include "app/desktop/tour.h"

#include "app/desktop/desktop.h"
#include "app/desktop/preferencestore.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>

#include <cstdio>

namespace quarterdeck {

namespace {

constexpr int PollMs = 250;
constexpr int LongestWaitMs = 60'000;

} // namespace

Tour::Tour(Desktop &desktop, const QString &folder)
    : m_desktop(desktop)
    , m_folder(folder)
{
    m_folder.mkpath(QStringLiteral("."));
}

void Tour::start()
{
    m_desktop.window().resize(1440, 900);
    Store &store = m_desktop.engine().store();
    connect(&store, &Reader::changed, this, [this](const ChangeSet &changes) { remember(changes.changedAlerts); });
    then(store.alerts(), this, [this](const Result<std::vector<Alert>> &alerts) {
        if (alerts) {
            remember(*alerts);
        }
    });
    plan();
    QTimer::singleShot(PollMs, this, &Tour::next);
}

void Tour::plan()
{
    MainWindow &window = m_desktop.window();
    const auto page = [&window](const char *id, const QString &object = {}, const QMap<QString, QString> &arguments = {}) {
        return [&window, id = QString::fromLatin1(id), object, arguments] { window.go({id, object, arguments}); };
    };
    const auto scheme = [this](PreferenceValues::Appearance appearance) {
        PreferenceValues values = m_desktop.preferences().values();
        values.appearance = appearance;
        m_desktop.preferences().setValues(values);
    };
    const QString alert = QStringLiteral("CheckoutErrorBudgetBurn");
    const auto fired = [this, alert] { return m_open.contains(alert); };
    m_stops = {
        {"inbox-before", page("inbox"), nullptr, 4000},
        {"", page("inbox"), fired, 14'000},
        {"inbox-incident-dark",
            [this, &window, alert, scheme] {
                scheme(PreferenceValues::Appearance::Dark);
                window.go({QStringLiteral("inbox"), keyOf(alert), {}});
            },
            nullptr, 5000},
        {"service-checkout-dark", page("services", QStringLiteral("checkout")), nullptr, 5000},
        {"services-dark",
            [this, page] {
                page("services")();
                act("serviceBack");
            },
            nullptr, 2000},
        {"load-dark", page("load"), nullptr, 2500},
        {"settings-dark", page("settings"), nullptr, 1500},
        {"palette-dark",
            [this, page] {
                page("inbox")();
                act("action_palette");
            },
            nullptr, 1200},
        {"help-dark", [this] { act("action_keys"); }, nullptr, 1200},
        {"inbox-acknowledged-light",
            [this, &window, alert, scheme] {
                scheme(PreferenceValues::Appearance::Light);
                window.go({QStringLiteral("inbox"), keyOf(alert), {}});
                QTimer::singleShot(1500, this, [this] { act("inbox.acknowledge"); });
            },
            nullptr, 7000},
        {"runbooks-light", page("runbooks"), nullptr, 2000},
        {"runbook-run-light",
            [this, &window, alert] {
                window.go({QStringLiteral("runbooks"), QStringLiteral("CheckoutErrorBudgetBurn"), {{QStringLiteral("alert"), keyOf(alert)}}});
            },
            nullptr, 3000},
    };
    for (int step = 0; step < 6; ++step) {
        m_stops.push_back({step == 5 ? "runbook-done-light" : "", [this, step] { tickStep(step); }, nullptr, 1200});
    }
    m_stops.push_back({"service-recovering-light", page("services", QStringLiteral("checkout")), nullptr, 9000});
    m_stops.push_back({"services-light",
        [this, page] {
            page("services")();
            act("serviceBack");
        },
        nullptr, 2000});
    m_stops.push_back({"load-light", page("load"), nullptr, 2000});
    m_stops.push_back({"settings-light", page("settings"), nullptr, 1500});
    m_stops.push_back({"inbox-recovered-light", page("inbox"), [this, alert] { return !m_open.contains(alert); }, 3000});
}

void Tour::next()
{
    if (m_at >= m_stops.size()) {
        QApplication::quit();
        return;
    }
    const Stop stop = m_stops[m_at++];
    stop.go();
    waitFor(stop, LongestWaitMs);
}

void Tour::waitFor(const Stop &stop, int leftMs)
{
    if (stop.isThere && !stop.isThere() && leftMs > 0) {
        QTimer::singleShot(PollMs, this, [this, stop, leftMs] { waitFor(stop, leftMs - PollMs); });
        return;
    }
    QTimer::singleShot(stop.pauseMs, this, [this, stop] {
        if (*stop.name != '\0') {
            picture(QString::fromLatin1(stop.name));
        }
        next();
    });
}

void Tour::picture(const QString &name)
{
    const QString file = m_folder.absoluteFilePath(name + QStringLiteral(".png"));
    const bool isSaved = m_desktop.window().grab().save(file);
    std::printf("%s %s\n", isSaved ? "picture" : "could not save", qUtf8Printable(file));
    std::fflush(stdout);
}

void Tour::act(const char *name)
{
    QWidget *active = QApplication::activeModalWidget();
    QWidget &root = active != nullptr ? *active : static_cast<QWidget &>(m_desktop.window());
    auto *action = root.findChild<QAction *>(QString::fromLatin1(name));
    if (action == nullptr || !action->isEnabled()) {
        std::fprintf(stderr, "tour: %s is not to be had here\n", name);
        return;
    }
    action->trigger();
}

void Tour::tickStep(int number)
{
    auto *steps = m_desktop.window().findChild<QAbstractItemView *>(QStringLiteral("runSteps"));
    if (steps == nullptr) {
        return;
    }
    // Section heads are rows too, but cannot be chosen.
    int left = number;
    for (int row = 0; row < steps->model()->rowCount(); ++row) {
        const QModelIndex index = steps->model()->index(row, 0);
        if ((index.flags() & Qt::ItemIsSelectable) != 0 && left-- == 0) {
            steps->setCurrentIndex(index);
            act("runTick");
            return;
        }
    }
}

void Tour::remember(const std::vector<Alert> &alerts)
{
    for (const Alert &alert : alerts) {
        if (alert.isOpen()) {
            m_open.insert(alert.title, alert.key);
        } else {
            m_open.remove(alert.title);
        }
    }
}

QString Tour::keyOf(const QString &alertname) const
{
    return m_open.value(alertname).toString();
}

} // namespace quarterdeck
