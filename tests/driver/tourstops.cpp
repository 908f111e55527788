#include "tests/driver/tour.h"

#include "app/desktop/desktop.h"
#include "app/desktop/preferencestore.h"
#include "app/domain/aim.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemView>

// Where the tour leads: the demo's incident from its first alert to the last step, or every page of what is configured.
namespace quarterdeck {

namespace {

const QString Burn = QStringLiteral("CheckoutErrorBudgetBurn");
const QString Slow = QStringLiteral("CheckoutLatencyHigh");
const QString Checkout = QStringLiteral("checkout");

} // namespace

void Tour::planIncident()
{
    const auto fired = [this] { return m_open.contains(Burn) && m_open.contains(Slow); };
    m_stops.push_back({"inbox-before", [this] { go("inbox"); }, nullptr, 4000});
    m_stops.push_back({"", [this] { go("inbox"); }, fired, 14'000});
    m_stops.push_back({"", [this] { meetConflict(); }, nullptr, 3000});
}

void Tour::planPages(Appearance appearance)
{
    const auto inbox = [this] { go("inbox", keyOf(Burn)); };
    m_stops.push_back({"inbox",
        [this, inbox, appearance] {
            m_suffix = appearance == Appearance::Dark ? QStringLiteral("-dark") : QStringLiteral("-light");
            setAppearance(appearance);
            inbox();
        },
        nullptr, 5000});
    m_stops.push_back({"inbox-conflict", [this] { go("inbox", keyOf(Slow)); }, nullptr, 2500});
    m_stops.push_back({"inbox-group", [this] { chooseRow("inbox.list", 0); }, nullptr, 1500});
    m_stops.push_back({"outbox-panel",
        [this, inbox] {
            inbox();
            act("inbox.outbox");
        },
        nullptr, 1500});
    m_stops.push_back({"silence",
        [this] {
            act("inbox.outbox");
            act("inbox.silence");
        },
        nullptr, 1500});
    m_stops.push_back({"note", [this] { act("inbox.note"); }, nullptr, 1200});
    m_stops.push_back({"outbox-sheet", [this] { act("action_outbox"); }, nullptr, 1200});
    m_stops.push_back({"service-checkout", [this] { go("services", Checkout); }, nullptr, 5000});
    m_stops.push_back({"services",
        [this] {
            go("services");
            act("serviceBack");
        },
        nullptr, 1500});
    m_stops.push_back({"metrics",
        [this] {
            go("metrics", {},
                {{QStringLiteral("q"), QStringLiteral("sum by (service) (rate(http_requests_total[1m]))")},
                    {QStringLiteral("q2"), QStringLiteral("sum by (job (up)")}, {QStringLiteral("threshold"), QStringLiteral("40")}});
        },
        nullptr, 5000});
    m_stops.push_back({"logs", [this] { go("logs", {}, {{QStringLiteral("q"), QStringLiteral("level=error")}}); }, nullptr, 3000});
    m_stops.push_back({"runbooks", [this] { go("runbooks"); }, nullptr, 1500});
    m_stops.push_back({"oncall", [this] { go("oncall"); }, nullptr, 2500});
    m_stops.push_back({"ownership", [this] { go("ownership"); }, nullptr, 2500});
    m_stops.push_back({"load", [this] { go("load"); }, nullptr, 2500});
    m_stops.push_back({"settings", [this] { go("settings"); }, nullptr, 1500});
    m_stops.push_back({"palette",
        [this] {
            go("inbox");
            act("action_palette");
        },
        nullptr, 1200});
    m_stops.push_back({"palette-typed", [this] { type("paletteEdit", QStringLiteral("check")); }, nullptr, 1200});
    m_stops.push_back({"range",
        [this] {
            go("inbox");
            act("action_customRange");
        },
        nullptr, 1200});
    m_stops.push_back({"help",
        [this] {
            go("inbox");
            act("action_keys");
        },
        nullptr, 1200});
}

void Tour::planRecovery()
{
    m_stops.push_back({"inbox-acknowledged",
        [this] {
            go("inbox", keyOf(Burn));
            QTimer::singleShot(1500, this, [this] { act("inbox.acknowledge"); });
        },
        nullptr, 7000});
    m_stops.push_back({"runbook-run", [this] { go("runbooks", Burn, {{QStringLiteral("alert"), keyOf(Burn)}}); }, nullptr, 3000});
    for (int step = 0; step < 6; ++step) {
        m_stops.push_back({step == 5 ? "runbook-done" : "", [this, step] { tickStep(step); }, nullptr, 1200});
    }
    m_stops.push_back({"service-recovering", [this] { go("services", Checkout); }, nullptr, 9000});
    m_stops.push_back({"inbox-recovered", [this] { go("inbox"); }, [this] { return !m_open.contains(Burn); }, 3000});
    m_stops.push_back({"runbook-done",
        [this] {
            m_suffix = QStringLiteral("-dark");
            setAppearance(Appearance::Dark);
            go("runbooks");
        },
        nullptr, 2000});
}

void Tour::planSurvey()
{
    const auto heard = [this] {
        const std::vector<SourceStatus> all = m_desktop.engine().sync().statuses();
        return std::none_of(all.begin(), all.end(), [](const SourceStatus &one) { return one.freshness == Freshness::NeverSeen; });
    };
    m_stops.push_back({"inbox", [this] { go("inbox"); }, heard, 6000});
    m_stops.push_back({"inbox-group", [this] { chooseRow("inbox.list", 0); }, nullptr, 1200});
    m_stops.push_back({"inbox-unfolded",
        [this] {
            act("inbox.unfold");
            chooseRow("inbox.list", 1);
        },
        nullptr, 3000});
    m_stops.push_back({"silence", [this] { act("inbox.silence"); }, nullptr, 1500});
    m_stops.push_back({"inbox-end", [this] { chooseRow("inbox.list", -1); }, nullptr, 2500});
    m_stops.push_back({"outbox-sheet", [this] { act("action_outbox"); }, nullptr, 1200});
    m_stops.push_back({"services", [this] { go("services"); }, nullptr, 2500});
    m_stops.push_back({"service", [this] { chooseRow("servicesTable", 0, true); }, nullptr, 5000});
    m_stops.push_back({"metrics", [this] { go("metrics", {}, {{QStringLiteral("q"), QStringLiteral("up")}}); }, nullptr, 3000});
    m_stops.push_back({"logs", [this] { go("logs"); }, nullptr, 3000});
    m_stops.push_back({"runbooks", [this] { go("runbooks"); }, nullptr, 2000});
    m_stops.push_back({"runbook", [this] { chooseRow("runbooksTable", 3, true); }, nullptr, 2000});
    m_stops.push_back({"oncall", [this] { go("oncall"); }, nullptr, 2500});
    m_stops.push_back({"ownership", [this] { go("ownership"); }, nullptr, 2500});
    m_stops.push_back({"load", [this] { go("load"); }, nullptr, 2500});
    m_stops.push_back({"settings", [this] { go("settings"); }, nullptr, 1500});
    m_stops.push_back({"palette-typed",
        [this] {
            go("inbox");
            act("action_palette");
            type("paletteEdit", QStringLiteral("e"));
        },
        nullptr, 1200});
    m_stops.push_back({"help",
        [this] {
            go("inbox");
            act("action_keys");
        },
        nullptr, 1200});
}

void Tour::planWelcome()
{
    m_stops.push_back({"welcome", [] {}, nullptr, 1500});
    m_stops.push_back({"welcome-looked", [this] { press("welcome.look"); }, nullptr, 3500});
}

void Tour::meetConflict()
{
    // As if it had been seen in an earlier firing: the courier must refuse to send this.
    const Alert &alert = m_open[Slow];
    AlertAction action;
    action.id = QUuid::createUuid();
    aimAt(action, alert);
    action.expectedStart = alert.startsAt - Millis(3'600'000);
    action.matchers = exactMatchers(alert.labels);
    action.duration = Millis(3'600'000);
    action.author = m_before.author;
    action.createdAt = alert.lastSeenAt;
    m_desktop.engine().store().enqueue({action}, Millis(600'000));
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
            m_open.insert(alert.title, alert);
        } else {
            m_open.remove(alert.title);
        }
    }
}

QString Tour::keyOf(const QString &alertname) const
{
    return m_open.value(alertname).key.toString();
}

} // namespace quarterdeck
