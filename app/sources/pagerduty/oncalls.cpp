#include "app/sources/pagerduty/oncalls.h"

#include "app/sources/pagerduty/fields.h"

namespace quarterdeck::pagerduty {

namespace {

constexpr qsizetype LongestKept = 200;
constexpr int MostLevels = 100;

QString nameOf(const QString &text)
{
    return text.left(LongestKept);
}

OnCallPerson onCallPersonOf(const JsonValue &user)
{
    const Named named = namedOf(user);
    const QString name = textOf(user[u"name"]).isEmpty() ? named.name : textOf(user[u"name"]);
    return {named.id, nameOf(name.isEmpty() ? named.id : name), nameOf(textOf(user[u"email"])), nameOf(textOf(user[u"time_zone"]))};
}

/// An end of a shift: null stands for none, anything else must be an instant.
bool readEnd(const JsonValue &value, UtcTime &end)
{
    end = timeOf(value);
    return value.isNull() || end.isValid();
}

/// What is wrong with an entry; empty where it can be used.
QString readEntry(const JsonValue &value, OnCallEntry &entry)
{
    const Named policy = namedOf(value[u"escalation_policy"]);
    Shift &shift = entry.shift;
    shift.policy = policy.id;
    shift.level = int(std::clamp<qint64>(value[u"escalation_level"].integerOr(0), 0, MostLevels + 1));
    shift.schedule = nameOf(namedOf(value[u"schedule"]).name);
    shift.person = onCallPersonOf(value[u"user"]);
    entry.policyName = nameOf(policy.name.isEmpty() ? policy.id : policy.name);
    if (shift.policy.isEmpty()) {
        return QStringLiteral("it names no escalation policy");
    }
    if (shift.person.name.isEmpty()) {
        return QStringLiteral("it names nobody");
    }
    if (shift.level < 1 || shift.level > MostLevels) {
        return QStringLiteral("it does not say on which level");
    }
    return readEnd(value[u"start"], shift.from) && readEnd(value[u"end"], shift.to) ? QString()
                                                                                    : QStringLiteral("it does not say from when until when");
}

/// A page of a list: `read(value, item)` says what is wrong with an item.
template <class T, class F> Result<Page<T>> pageOf(QByteArrayView body, QStringView list, F read)
{
    const auto document = documentWith(body, list);
    const auto more = document.and_then(hasMore);
    if (!more) {
        return tl::unexpected(more.error());
    }
    Page<T> page;
    page.hasMore = *more;
    document->root()[list].each([&](const QString &index, const JsonValue &one) {
        ++page.served;
        T item;
        const QString problem = read(one, item);
        if (problem.isEmpty()) {
            page.items.push_back(std::move(item));
        } else if (!page.problem) {
            page.problem = Error {ErrorKind::BadPayload, QStringLiteral("An entry of the list of %1 cannot be read: %2").arg(list, problem),
                u'/' + list.toString() + u'/' + index, 0, std::nullopt};
        }
    });
    return page;
}

QString readPolicy(const JsonValue &value, OnCallPolicy &policy)
{
    const Named named = namedOf(value);
    policy.id = named.id;
    policy.name = nameOf(named.name.isEmpty() ? named.id : named.name);
    policy.levels = int(std::min<qsizetype>(value[u"escalation_rules"].isArray() ? value[u"escalation_rules"].size() : 0, MostLevels));
    bool isWhole = true;
    value[u"services"].each([&](const QString &, const JsonValue &one) {
        const QString name = nameOf(namedOf(one).name);
        isWhole &= !name.isEmpty();
        policy.services.append(name);
    });
    policy.services.removeAll(QString());
    if (policy.id.isEmpty()) {
        return QStringLiteral("it has no id");
    }
    return isWhole ? QString() : QStringLiteral("a service of it has no name");
}

} // namespace

Result<Page<OnCallEntry>> parseOnCalls(QByteArrayView body)
{
    return pageOf<OnCallEntry>(body, u"oncalls", readEntry);
}

Result<Page<OnCallPolicy>> parsePolicies(QByteArrayView body)
{
    return pageOf<OnCallPolicy>(body, u"escalation_policies", readPolicy);
}

} // namespace quarterdeck::pagerduty
