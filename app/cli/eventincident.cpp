#include "app/cli/eventincident.h"

#include "app/core/nearnames.h"
#include "app/core/text.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int MostNamed = 5;

/// Reads the values of one incident.
class Entry {
public:
    Entry(const JsonPart &part, Complaints &complaints)
        : m_part(part)
        , m_complaints(complaints)
    {
    }

    JsonValue at(QStringView name) const { return m_part.document.root()[name]; }

    std::optional<UtcTime> time(const JsonValue &value) const
    {
        const auto time = value.isString() ? parseRfc3339(value.string()) : std::nullopt;
        if (!time) {
            complain(value, QStringLiteral("%1 is not a time like 2026-03-02T10:05:00Z"));
        }
        return time;
    }
    std::optional<UtcTime> optionalTime(const JsonValue &value) const { return value.isNull() ? std::nullopt : time(value); }

    QString text(const JsonValue &value, const QString &otherwise = {}) const
    {
        if (value.isNull()) {
            return otherwise;
        }
        if (!value.isString()) {
            complain(value, QStringLiteral("%1 is not text"));
        }
        return value.stringOr(otherwise);
    }
    bool flag(QStringView name) const
    {
        const JsonValue value = at(name);
        if (!value.isNull() && !value.isBoolean()) {
            complain(value, QStringLiteral("%1 is neither true nor false"));
        }
        return value.booleanOr(false);
    }
    // Calls for every element of a list that may be left out.
    void list(QStringView name, const std::function<void(const JsonValue &)> &fn) const
    {
        const JsonValue value = at(name);
        if (!value.isNull() && !value.isArray()) {
            complain(value, QStringLiteral("%1 is not a list"));
        } else {
            value.each([&fn](const QString &, const JsonValue &element) { fn(element); });
        }
    }

    void complain(const JsonValue &value, const QString &what) const
    {
        const QString shown = value.isString() ? u'"' + value.stringOr({}) + u'"'
            : value.isNumber()                 ? QString::number(value.numberOr(0), 'g', 15)
            : value.isNull()                   ? QStringLiteral("null")
                                               : QStringLiteral("this");
        m_complaints.add(m_part.pointer(value), what.arg(shown));
    }

private:
    const JsonPart &m_part;
    Complaints &m_complaints;
};

void readNotifications(const Entry &entry, Incident &incident)
{
    incident.isPagingKnown = entry.at(u"notify").isArray();
    entry.list(u"notify", [&](const JsonValue &sent) {
        if (const auto at = entry.time(sent.at(0))) {
            incident.notifications.push_back({*at, entry.text(sent.at(1)), entry.text(sent.at(2))});
        }
    });
}

// The first of all stands, whoever gave it.
void readAcknowledgements(const Entry &entry, Incident &incident)
{
    incident.acknowledged = entry.optionalTime(entry.at(u"ack"));
    entry.list(u"acks", [&](const JsonValue &given) {
        if (const auto at = entry.time(given.at(0))) {
            incident.acknowledgements.push_back({*at, entry.text(given.at(1))});
        }
    });
    const auto isSame = [&incident](const Acknowledgement &one) { return one.at == incident.acknowledged; };
    if (!incident.acknowledgements.empty() && incident.acknowledged
        && std::none_of(incident.acknowledgements.begin(), incident.acknowledgements.end(), isSame)) {
        incident.acknowledgements.push_back({*incident.acknowledged, {}});
    }
    for (const Acknowledgement &one : incident.acknowledgements) {
        incident.acknowledged = std::min(incident.acknowledged.value_or(one.at), one.at);
    }
}

} // namespace

void Complaints::add(const QString &place, const QString &what)
{
    if (m_first.size() < MostNamed) {
        m_first.append(QStringLiteral("%1: %2").arg(text::plain(place, 120), text::plain(what, 120)));
    }
    ++m_count;
}

Error Complaints::error(const QString &path) const
{
    QString what = QStringLiteral("Cannot be read as written: ") + m_first.join(QStringLiteral("; "));
    if (m_count > m_first.size()) {
        what += QStringLiteral("; and %1 more").arg(m_count - m_first.size());
    }
    return {ErrorKind::BadPayload, what, path, 0, std::nullopt};
}

void complainOfKeys(const JsonPart &part, const QStringList &known, Complaints &complaints)
{
    part.document.root().each([&](const QString &name, const JsonValue &value) {
        const bool isBegun = std::ranges::any_of(known, [&name](const QString &key) { return name.startsWith(key, Qt::CaseInsensitive); });
        if (!known.contains(name) && (isBegun || !nearNames(name, known).isEmpty())) {
            complaints.add(
                part.pointer(value), QStringLiteral("there is no key \"%1\": the keys here are %2").arg(name, known.join(QStringLiteral(", "))));
        }
    });
}

Incident readEventIncident(const JsonPart &part, Complaints &complaints)
{
    static const QStringList Keys {QStringLiteral("id"), QStringLiteral("created"), QStringLiteral("resolved"), QStringLiteral("ack"),
        QStringLiteral("acks"), QStringLiteral("notify"), QStringLiteral("reopened"), QStringLiteral("responders"), QStringLiteral("user"),
        QStringLiteral("service"), QStringLiteral("team"), QStringLiteral("title"), QStringLiteral("fingerprint"), QStringLiteral("tag"),
        QStringLiteral("auto"), QStringLiteral("major")};
    const Entry entry(part, complaints);
    complainOfKeys(part, Keys, complaints);
    Incident incident;
    const JsonValue id = entry.at(u"id");
    incident.id = id.isString() || id.isNumber() ? id.id() : QString();
    if (incident.id.isEmpty()) {
        complaints.add(part.pointer(part.document.root()), QStringLiteral("an incident has no \"id\""));
        return incident;
    }
    incident.service = entry.text(entry.at(u"service"));
    incident.team = entry.text(entry.at(u"team"));
    incident.title = entry.text(entry.at(u"title"), incident.service);
    incident.fingerprint = entry.text(entry.at(u"fingerprint"), incident.id);
    incident.user = entry.text(entry.at(u"user"));
    incident.tag = entry.text(entry.at(u"tag"));
    if (!incident.tag.isEmpty() && incident.tag != u"action" && incident.tag != u"noaction") {
        complaints.add(part.pointer(entry.at(u"tag")), QStringLiteral("\"%1\" is not a tag: use \"action\" or \"noaction\"").arg(incident.tag));
    }
    incident.isAutoResolved = entry.flag(u"auto");
    incident.isMajor = entry.flag(u"major");
    if (entry.at(u"created").isNull()) {
        complaints.add(part.pointer(part.document.root()), QStringLiteral("incident %1 has no \"created\"").arg(incident.id));
    } else {
        incident.created = entry.time(entry.at(u"created")).value_or(UtcTime {});
    }
    incident.resolved = entry.optionalTime(entry.at(u"resolved"));
    readNotifications(entry, incident);
    readAcknowledgements(entry, incident);
    entry.list(u"reopened", [&](const JsonValue &value) {
        if (const auto at = entry.time(value)) {
            incident.reopened.push_back(*at);
        }
    });
    entry.list(u"responders", [&](const JsonValue &value) { incident.responders.append(entry.text(value)); });
    return incident;
}

} // namespace quarterdeck
