#include "app/desktop/notifier.h"

#include "app/core/text.h"

#include <algorithm>
#include <utility>

namespace quarterdeck {

namespace {

// A wider summary pushes the popup off the screen on some desktops.
constexpr qsizetype SummaryWidth = 60;
constexpr qsizetype ServiceWidth = 24;
constexpr qsizetype BodyWidth = 240;
// More groups than this at once are a storm: one popup tells of it.
constexpr qsizetype MostGroups = 3;

const QString Open = QStringLiteral("default");
const QString Acknowledge = QStringLiteral("ack");

QString elided(const QString &text, qsizetype width)
{
    return text.size() <= width ? text : text.left(width - 1) + QChar(0x2026);
}

QString groupOf(const Alert &alert)
{
    return alert.key.source + u'\n' + (alert.service.isEmpty() ? alert.title : alert.service);
}

} // namespace

Notifier::Notifier(QObject *parent)
    : QObject(parent)
    , m_daemon(this)
{
    connect(&m_daemon, &NotificationDaemon::actionInvoked, this, &Notifier::onAction);
    connect(&m_daemon, &NotificationDaemon::closed, this, &Notifier::onClosed);
    connect(&m_daemon, &NotificationDaemon::gone, this, &Notifier::onGone);
    connect(&m_daemon, &NotificationDaemon::appeared, this, [this] { showWorst(m_groups.keys(), false); });
}

Notifier::~Notifier()
{
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        m_daemon.close(it.key());
    }
}

void Notifier::setEnabled(bool enabled)
{
    m_isEnabled = enabled;
    if (!enabled) {
        markSeen();
        for (const uint id : m_shown.keys()) {
            m_daemon.close(id);
        }
        m_shown.clear();
        m_groups.clear();
    }
}

void Notifier::announce(const std::vector<Alert> &alerts, const std::vector<AlertKey> &others)
{
    if (!m_isEnabled || alerts.empty()) {
        return;
    }
    QStringList names;
    for (const Alert &alert : alerts) {
        drop(alert.key);
        Group &group = m_groups[groupOf(alert)];
        const auto worse = [](const Alert &one, const Alert &other) { return one.severity < other.severity; };
        group.unseen.insert(std::upper_bound(group.unseen.begin(), group.unseen.end(), alert, worse), alert);
        if (!names.contains(groupOf(alert))) {
            names.append(groupOf(alert));
        }
    }
    m_unlisted.unite(QSet<AlertKey>(others.begin(), others.end()));
    showWorst(names, !others.empty());
}

void Notifier::showWorst(QStringList names, bool isStorm)
{
    names.removeIf([this](const QString &name) { return m_groups.value(name).unseen.empty(); });
    std::stable_sort(names.begin(), names.end(), [this](const QString &one, const QString &other) {
        return m_groups.value(one).unseen.front().severity < m_groups.value(other).unseen.front().severity;
    });
    for (const QString &name : isStorm || names.size() > MostGroups ? names.mid(0, 1) : names) {
        show(name);
    }
}

void Notifier::follow(const std::vector<Alert> &changed, const std::vector<AlertKey> &removed)
{
    if (m_groups.isEmpty() && m_unlisted.isEmpty()) {
        return;
    }
    QSet<AlertKey> over(removed.begin(), removed.end());
    for (const Alert &alert : changed) {
        if (alert.state != AlertState::Triggered) {
            over.insert(alert.key);
        }
    }
    m_unlisted.subtract(over);
    for (const AlertKey &key : over) {
        drop(key);
    }
    const QHash<uint, Shown> shown = m_shown;
    for (auto it = shown.cbegin(); it != shown.cend(); ++it) {
        if (!over.contains(it->lead)) {
            continue;
        }
        if (m_groups.value(it->group).unseen.empty()) {
            m_daemon.close(it.key());
            m_shown.remove(it.key());
            m_groups.remove(it->group);
        } else {
            show(it->group);
        }
    }
}

void Notifier::markSeen()
{
    m_unlisted.clear();
    for (auto it = m_groups.begin(); it != m_groups.end();) {
        it->unseen.clear();
        it = it->id == 0 && !it->isAsked ? m_groups.erase(it) : std::next(it);
    }
}

void Notifier::drop(const AlertKey &key)
{
    for (Group &group : m_groups) {
        std::erase_if(group.unseen, [&key](const Alert &alert) { return alert.key == key; });
    }
}

int Notifier::othersUnseen(const QString &group) const
{
    // What has a popup of its own on the screen is named there.
    qsizetype count = m_unlisted.size();
    for (auto it = m_groups.cbegin(); it != m_groups.cend(); ++it) {
        count += it.key() == group ? qsizetype(it->unseen.size()) - 1 : it->id == 0 && !it->isAsked ? qsizetype(it->unseen.size()) : 0;
    }
    return int(count);
}

Popup Notifier::popupOf(const QString &name, const Group &group) const
{
    const Alert &lead = group.unseen.front();
    Popup popup;
    popup.replaces = group.id;
    popup.isCritical = lead.severity == Severity::Critical;
    const QString title = text::plain(lead.title);
    const QString service = text::plain(lead.service);
    const QString whole = service.isEmpty() ? title : tr("%1 on %2").arg(title, service);
    QStringList lines;
    if (whole.size() <= SummaryWidth) {
        popup.summary = whole;
    } else {
        const QString shortService = elided(service, ServiceWidth);
        const qsizetype rest = SummaryWidth - (service.isEmpty() ? 0 : tr("%1 on %2").arg(QString(), shortService).size());
        const QString shortTitle = elided(title, rest);
        popup.summary = service.isEmpty() ? shortTitle : tr("%1 on %2").arg(shortTitle, shortService);
        lines.append(text::plain(whole, BodyWidth));
    }
    if (!lead.summary.isEmpty()) {
        lines.append(text::plain(lead.summary, BodyWidth));
    }
    if (const int others = othersUnseen(name); others > 0) {
        lines.append(tr("and %n more alert(s)", nullptr, others));
    }
    popup.body = lines.join(u'\n');
    popup.actions = {Open, tr("Open")};
    if (!m_readOnly.contains(lead.key.source)) {
        popup.actions << Acknowledge << tr("Acknowledge");
    }
    return popup;
}

void Notifier::show(const QString &name, bool isRetry)
{
    const auto group = m_groups.find(name);
    if (group == m_groups.end() || group->unseen.empty()) {
        return;
    }
    if (group->isAsked) {
        group->isOutdated = true;
        return;
    }
    const Popup popup = popupOf(name, *group);
    const Alert &lead = group->unseen.front();
    const Shown shown {name, lead.key, popup.isCritical, popup.actions, ++m_turn};
    // Until the desktop has answered, the popup that is replaced still names what it named.
    group->isAsked = true;
    group->isOutdated = false;
    m_daemon.show(popup, [this, name, shown, isRetry](const Result<uint> &id) {
        if (!id) {
            refuse(name, isRetry, id.error());
            return;
        }
        taken(name, shown, id);
    });
}

void Notifier::taken(const QString &name, Shown shown, const Result<uint> &id)
{
    if (std::exchange(m_isRefused, false)) {
        emit refused({});
    }
    const auto group = m_groups.find(name);
    if (group == m_groups.end()) {
        // It was over, or notifications were switched off, before it was there.
        m_daemon.close(*id);
        return;
    }
    group->isAsked = false;
    if (group->id != 0 && group->id != *id) {
        m_shown.remove(group->id);
    }
    group->id = *id;
    m_shown.insert(*id, std::move(shown));
    if (m_early.contains(*id)) {
        onAction(*id, m_early.take(*id));
        return;
    }
    const bool isOver = group->unseen.empty();
    const bool isOutdated = std::exchange(group->isOutdated, false);
    if (isOver) {
        m_daemon.close(*id);
        m_shown.remove(*id);
        m_groups.erase(group);
    } else if (isOutdated) {
        show(name);
    }
}

void Notifier::refuse(const QString &name, bool isRetry, const Error &error)
{
    const auto group = m_groups.find(name);
    if (group == m_groups.end()) {
        return;
    }
    group->isAsked = false;
    // Some desktops count popups that are long out of sight: one of ours makes room for the new one.
    if (!isRetry && closeOldest()) {
        show(name, true);
        return;
    }
    m_isRefused = true;
    emit refused(text::plain(error.what, BodyWidth));
}

bool Notifier::closeOldest()
{
    const auto isBefore = [](const Shown &one, const Shown &other) {
        return one.isCritical != other.isCritical ? !one.isCritical : one.turn < other.turn;
    };
    const auto oldest = std::min_element(m_shown.cbegin(), m_shown.cend(), isBefore);
    if (oldest == m_shown.cend()) {
        return false;
    }
    const uint id = oldest.key();
    if (const auto group = m_groups.find(oldest->group); group != m_groups.end()) {
        group->id = 0;
    }
    m_shown.erase(oldest);
    m_daemon.close(id);
    return true;
}

void Notifier::onAction(uint id, const QString &action)
{
    const auto found = m_shown.constFind(id);
    if (found == m_shown.constEnd()) {
        const bool isAsked = std::any_of(m_groups.cbegin(), m_groups.cend(), [](const Group &group) { return group.isAsked; });
        if (isAsked) {
            m_early.insert(id, action);
        }
        return;
    }
    const qsizetype at = found->actions.indexOf(action);
    if (at < 0 || at % 2 != 0) {
        return;
    }
    // One action a popup: some desktops leave it and its buttons, and send each further press.
    const Shown shown = m_shown.take(id);
    m_daemon.close(id);
    drop(shown.lead);
    if (const auto group = m_groups.find(shown.group); group != m_groups.end()) {
        group->id = 0;
        if (action == Open) {
            group->unseen.clear();
        }
        if (group->unseen.empty() && !group->isAsked) {
            m_groups.erase(group);
        }
    }
    if (action == Acknowledge) {
        emit acknowledgeRequested(shown.lead);
    } else {
        emit openRequested(shown.lead);
    }
}

void Notifier::onClosed(uint id, NotificationDaemon::Closed reason)
{
    m_early.remove(id);
    if (!m_shown.contains(id)) {
        return;
    }
    const Shown shown = m_shown.take(id);
    const auto group = m_groups.find(shown.group);
    if (group == m_groups.end()) {
        return;
    }
    group->id = 0;
    // What expired was not seen; what was dismissed was. Neither is an acknowledgement.
    if (reason == NotificationDaemon::Closed::Dismissed) {
        group->unseen.clear();
    }
    if (group->unseen.empty() && !group->isAsked) {
        m_groups.erase(group);
    }
}

void Notifier::onGone()
{
    m_shown.clear();
    m_early.clear();
    for (Group &group : m_groups) {
        group.id = 0;
    }
}

} // namespace quarterdeck
