#include "app/domain/alert.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr std::array StateNames {QLatin1StringView("triggered"), QLatin1StringView("acknowledged"), QLatin1StringView("snoozed"),
    QLatin1StringView("suppressed"), QLatin1StringView("resolved")};

QString firstOf(const Labels &labels, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        const QString value = labels.value(name);
        if (!value.isEmpty()) {
            return value;
        }
    }
    return {};
}

void mix(quint64 &hash, quint64 value)
{
    for (int i = 0; i < 8; ++i) {
        hash = (hash ^ ((value >> (8 * i)) & 0xFF)) * 0x100000001b3ULL;
    }
}

void mix(quint64 &hash, const QString &text)
{
    for (const QChar c : text) {
        mix(hash, quint64(c.unicode()));
    }
    mix(hash, quint64(0xFFFFFFFF));
}

} // namespace

AlertKey AlertKey::fromString(QStringView text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    return colon <= 0 ? AlertKey {} : AlertKey {text.left(colon).toString(), text.mid(colon + 1).toString()};
}

QLatin1StringView alertStateName(AlertState state)
{
    return StateNames.at(std::size_t(state));
}

AlertState alertStateFromName(QStringView name)
{
    for (std::size_t i = 0; i < StateNames.size(); ++i) {
        if (name == StateNames.at(i)) {
            return AlertState(i);
        }
    }
    return AlertState::Triggered;
}

quint64 Alert::version() const
{
    quint64 hash = 0xcbf29ce484222325ULL;
    mix(hash, quint64(state));
    mix(hash, quint64(startsAt.ms));
    mix(hash, rawState);
    for (const QString &id : silencedBy) {
        mix(hash, id);
    }
    mix(hash, ackSilence);
    return hash;
}

void deriveFields(Alert &alert)
{
    alert.title = firstOf(alert.labels, {u"alertname"});
    alert.summary = firstOf(alert.annotations, {u"summary", u"description", u"message"});
    alert.severity = severityFromLabel(alert.labels.value(u"severity"));
    alert.cluster = alert.labels.value(u"cluster");
    alert.team = firstOf(alert.labels, {u"team", u"owner"});
    alert.runbookUrl = firstOf(alert.annotations, {u"runbook_url", u"runbook"});
}

} // namespace quarterdeck
