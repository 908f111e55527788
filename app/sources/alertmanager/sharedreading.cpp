#include "app/sources/alertmanager/sharedreading.h"

#include <algorithm>

namespace quarterdeck::alertmanager {

namespace {

constexpr Millis SharedFor {1'000};
// A reading that takes longer would be old before it is shared.
constexpr Millis LongestReading {300};
constexpr Millis SlowFor {60'000};

QStringList subjectsOf(const AlertAction &action)
{
    QStringList subjects {action.alert.id};
    QStringList matchers;
    for (const Matcher &matcher : action.matchers) {
        matchers.append(matcher.toString());
    }
    matchers.sort();
    subjects.append(matchers.join(u'\n'));
    subjects.removeAll(QString());
    return subjects;
}

bool isPlain(const AlertAction &action)
{
    return action.verb == Verb::Acknowledge && action.alert.isValid();
}

} // namespace

std::shared_ptr<const Reading> SharedReading::forAction(const AlertAction &action) const
{
    const bool isFresh = m_reading && m_clock.monotonic() - m_asked <= SharedFor;
    const bool isAfterWish = action.createdAt.isValid() && action.createdAt < m_askedAt;
    if (!isFresh || !isAfterWish || !isPlain(action) || m_tried.contains(action.id)) {
        return nullptr;
    }
    const bool isWritten = std::ranges::any_of(
        subjectsOf(action), [this](const QString &subject) { return m_writtenUntil.value(subject, Millis(-1)) >= m_asked; });
    const bool isAnyHanging = std::ranges::any_of(m_reading->live, &Member::isHanging);
    return isWritten || isAnyHanging ? nullptr : m_reading;
}

bool SharedReading::isWorthwhile() const
{
    const Millis now = m_clock.monotonic();
    return m_endedAt && now - *m_endedAt <= SharedFor && !(m_slowAt && now - *m_slowAt <= SlowFor);
}

Millis SharedReading::ask()
{
    m_reading.reset();
    m_asked = m_clock.monotonic();
    m_askedAt = m_clock.now();
    m_writtenUntil.removeIf([this](const auto &written) { return written.value() < m_asked; });
    return m_asked;
}

void SharedReading::keep(const Reading &reading, Millis asked)
{
    if (asked != m_asked) {
        return;
    }
    if (m_clock.monotonic() - m_asked > LongestReading) {
        m_slowAt = m_clock.monotonic();
    } else if (reading.snapshot.isWhole()) {
        // What not all members say is asked for each action anew.
        m_reading = std::make_shared<const Reading>(reading);
    }
}

void SharedReading::begin(const AlertAction &action)
{
    m_tried.insert(action.id);
    for (const QString &subject : subjectsOf(action)) {
        m_writtenUntil.insert(subject, Millis::max());
    }
    if (!isPlain(action)) {
        m_reading.reset();
    }
}

void SharedReading::end(const AlertAction &action, const Result<Outcome> &outcome)
{
    using Is = Outcome::Is;
    const Millis now = m_clock.monotonic();
    for (const QString &subject : subjectsOf(action)) {
        m_writtenUntil.insert(subject, now);
    }
    const bool isKnown = outcome && outcome->is != Is::Unknown && outcome->is != Is::NotSent;
    if (!isPlain(action) || !isKnown) {
        m_reading.reset();
    }
    if (isPlain(action)) {
        m_endedAt = now;
    }
}

} // namespace quarterdeck::alertmanager
