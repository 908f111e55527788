#include "app/cli/eventfile.h"

#include "app/cli/eventincident.h"
#include "app/core/nearnames.h"
#include "app/core/regularfile.h"
#include "app/core/zonename.h"
#include "app/kpi/columns.h"

#include <QFile>
#include <QSet>
#include <QTimeZone>

namespace quarterdeck {

namespace {

constexpr qint64 DayMs = 86'400'000;
// So many ids are remembered to find those near a misspelt one.
constexpr qsizetype MostRemembered = 2'000;
constexpr std::size_t FirstSeed = 1;
constexpr std::size_t SecondSeed = 2;

// Files that carry expectations name their major incidents in the key of the availability figure.
QStringList majorsOf(const JsonPart &part)
{
    QStringList majors;
    if (part.member == u"majors") {
        majors.append(part.document.root().id());
    }
    if (part.member == u"expected") {
        part.document.root().each([&majors](const QString &name, const JsonValue &) {
            const QLatin1String prefix("uptime_pct_union_majors_");
            if (name.startsWith(prefix)) {
                majors += name.mid(prefix.size()).split(u'_');
            }
        });
    }
    return majors;
}

/// Reads the file, and once more where it names its major incidents behind them.
class EventReader {
public:
    explicit EventReader(const QStringList &majors)
        : m_majors(majors.begin(), majors.end())
    {
    }

    Result<Done> read(QFile &file)
    {
        m_maker = ColumnMaker();
        m_complaints = Complaints();
        m_zones.clear();
        m_missing = m_majors;
        m_count = 0;
        m_seen.clear();
        const auto done = readJsonParts(file, [this](const JsonPart &part) { return take(part); });
        if (!done || !m_complaints.isEmpty() || !m_late) {
            return done;
        }
        m_late = false;
        return file.seek(0) ? read(file) : Result<Done>(Done {});
    }

    Result<EventFile> finish(const QString &path)
    {
        if (!m_complaints.isEmpty()) {
            return tl::unexpected(m_complaints.error(path));
        }
        if (m_count == 0) {
            return fail(ErrorKind::BadPayload, QStringLiteral("The file holds no incidents"), path);
        }
        if (!m_missing.isEmpty()) {
            const QString name = *m_missing.cbegin();
            return fail(ErrorKind::Rejected, QStringLiteral("No incident of the file has the id %1.%2").arg(name, didYouMean(name, m_ids)), path);
        }
        const LoadTable table(m_maker.finish(m_zones));
        // 1970-01-05 was a Monday.
        const auto monday = [](UtcTime time) { return UtcTime {floorDiv(time.ms - 4 * DayMs, 7 * DayMs) * 7 * DayMs + 4 * DayMs}; };
        return EventFile {table, {monday(table.oldest()), monday(table.newest()) + Millis(7 * DayMs)}, m_tellsMajors || !m_majors.isEmpty()};
    }

private:
    Result<Done> take(const JsonPart &part)
    {
        if (part.member == u"incidents") {
            takeIncident(part);
        } else if (part.member == u"users") {
            takeUsers(part);
        } else if (static const QStringList Members {QStringLiteral("incidents"), QStringLiteral("users"), QStringLiteral("majors"),
                       QStringLiteral("expected"), QStringLiteral("note")};
                   !nearNames(part.member, Members).isEmpty() && !Members.contains(part.member) && !m_strange.contains(part.member)) {
            m_strange.insert(part.member);
            m_complaints.add(u'/' + part.member, QStringLiteral("there is no key \"%1\".%2").arg(part.member, didYouMean(part.member, Members)));
        }
        for (const QString &id : majorsOf(part)) {
            m_tellsMajors = true;
            m_late |= m_count > 0 && !m_majors.contains(id);
            m_majors.insert(id);
            m_missing += m_count > 0 ? QSet<QString>() : QSet<QString> {id};
        }
        return Done {};
    }

    void takeIncident(const JsonPart &part)
    {
        ++m_count;
        if (!part.document.root().isObject()) {
            m_complaints.add(part.pointer(part.document.root()), QStringLiteral("this is not an incident"));
            return;
        }
        m_tellsMajors |= !part.document.root()[u"major"].isNull();
        Incident incident = readEventIncident(part, m_complaints);
        if (m_majors.contains(incident.id)) {
            incident.isMajor = true;
            m_missing.remove(incident.id);
        }
        if (!incident.id.isEmpty() && !isNew(incident.id)) {
            m_complaints.add(part.pointer(part.document.root()), QStringLiteral("an earlier incident has the id %1, too").arg(incident.id));
        }
        if (m_ids.size() < MostRemembered) {
            m_ids.append(incident.id);
        }
        m_maker.add(incident);
    }

    bool isNew(const QString &id)
    {
        const qsizetype before = m_seen.size();
        m_seen.insert({qHash(id, FirstSeed), qHash(id, SecondSeed)});
        return m_seen.size() > before;
    }

    void takeUsers(const JsonPart &part)
    {
        if (!part.document.root().isObject() || part.index >= 0) {
            m_complaints.add(part.pointer(part.document.root()), QStringLiteral("\"users\" is an object of names and time zones"));
            return;
        }
        part.document.root().each([&](const QString &name, const JsonValue &zone) {
            const QByteArray id = zone.stringOr({}).toUtf8();
            if (!ianaZone(id).isValid()) {
                QStringList known;
                for (const QByteArray &one : QTimeZone::availableTimeZoneIds()) {
                    known.append(QString::fromLatin1(one));
                }
                const QString shown = zone.stringOr({});
                m_complaints.add(part.pointer(zone),
                    zone.isString() ? QStringLiteral("\"%1\" is not a time zone like Europe/Berlin.%2").arg(shown, didYouMean(shown, known))
                                    : QStringLiteral("this is not a time zone like \"Europe/Berlin\""));
            }
            m_zones.insert(name, id);
        });
    }

    ColumnMaker m_maker;
    Complaints m_complaints;
    ResponderZones m_zones;
    QSet<QString> m_majors;
    QSet<QString> m_strange;                          ///< Members of the file that look like ours and are none.
    QSet<QString> m_missing;                          ///< Majors that were not met.
    QSet<std::pair<std::size_t, std::size_t>> m_seen; ///< Hashes of all ids: a file may hold millions.
    QStringList m_ids;
    qint64 m_count = 0;
    bool m_tellsMajors = false;
    bool m_late = false; ///< Majors are named behind incidents.
};

} // namespace

Result<EventFile> readEventFile(const QString &path, const QStringList &majors)
{
    const auto file = openRegularFile(path);
    if (!file) {
        return fail(ErrorKind::NotFound, QStringLiteral("Cannot read %1: %2").arg(path, file.error().what), path);
    }
    EventReader reader(majors);
    if (auto read = reader.read(**file); !read) {
        Error error = read.error();
        error.where = QStringLiteral("%1, %2").arg(path, error.where);
        return tl::unexpected(std::move(error));
    }
    return reader.finish(path);
}

} // namespace quarterdeck
