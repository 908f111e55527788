#pragma once

#include "app/core/clock.h"
#include "models/inboxfeed.h"
#include "ui/pages/api/page.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/inbox/undobook.h"
#include "ui/theme/theme.h"

#include <functional>

namespace quarterdeck {

/// What the verbs of the inbox do. Everything a person asks for goes through the outbox: a row changes only when the source says so.
/// Thread: main.
class InboxController final : public QObject {
    Q_OBJECT

public:
    /// More alerts of one group than this are offered as one silence instead.
    static constexpr int ManyAlerts = 50;
    /// Longer than this in the outbox, and a person is asked again before it is sent.
    static constexpr Millis SendWithin {600'000};
    /// What a verb is about.
    struct Targets {
        std::vector<Alert> alerts;
        bool isOneGroup = false; ///< All alerts of the group under the cursor.
        QString name;            ///< Of the alert or group; empty for marked ones.
    };

    InboxController(const PageContext &context, InboxFeed &feed, QWidget *page);
    ~InboxController() override;
    /// Asked at the moment a verb is used.
    void setTargets(std::function<Targets()> targets) { m_targets = std::move(targets); }

    /// What a verb is about now.
    Targets targets() const { return m_targets ? m_targets() : Targets {}; }
    /// A new wish about an alert as it is seen, by the person of the preferences.
    AlertAction actionFor(Verb verb, const Alert &alert) const;
    /// Stores them; when that is done, says so with the sentence, and Undo takes all of them back. `again`: what makes anew what they end.
    void enqueue(std::vector<AlertAction> actions, const QString &sentence, std::vector<AlertAction> again = {});
    /// Runs `act`, after a question that says how many and where, if they are many or the context is marked in red. `button` says yes.
    void askIfMany(Verb verb, const QString &button, const std::vector<Alert> &alerts, std::function<void()> act);

    /// Acknowledges the marked alerts, else the current one or the group under the cursor.
    void acknowledge();
    /// Opens the silence dialog for the selection.
    void silence();
    /// Gives the silence of the selection an hour more, counted from its end; `asks`: how long is chosen in a sheet.
    void extendSilence(bool asks);
    /// Ends the silence of the selection.
    void expireSilence();
    /// Asks for a note on the current alert.
    void note();
    /// Takes back what was done last.
    void undo() { m_undo.undoLast(); }
    /// Opens the runbook of the current alert.
    void openRunbook();
    /// Opens the current alert in its source, outside.
    void openSource();
    /// Copies the selection as text.
    void copy();
    /// Goes to the service of the current alert.
    void openService();
    /// Sends an ended or conflicting action again.
    void resend(QUuid action);
    /// Gives a waiting or conflicting action up.
    void withdraw(QUuid action);

signals:
    /// Something could not be stored: stays visible until the next one could. Empty: all is well again.
    void problem(const QString &sentence);
    /// Actions were accepted: marks have served.
    void accepted();

private:
    void acknowledgeEach(const std::vector<Alert> &alerts, int leftOut);
    void askForSilence(const Targets &targets, bool isAcknowledgement);
    void fail(const Error &error);
    void storeNote(const Alert &alert, const QString &text);

    PageContext m_context;
    InboxFeed &m_feed;
    QWidget *m_page;
    std::function<Targets()> m_targets;
    UndoBook m_undo;
};

} // namespace quarterdeck
