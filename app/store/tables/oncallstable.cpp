#include "app/store/tables/oncallstable.h"

#include "app/store/tables/blob.h"

namespace quarterdeck {

namespace {

constexpr qint64 Format = 1;

QByteArray pack(const OnCallPage &page)
{
    BlobWriter body;
    body.number(Format).number(qint64(page.policies.size()));
    for (const OnCallPolicy &policy : page.policies) {
        body.text(policy.id).text(policy.name).number(policy.levels).texts(policy.services);
    }
    body.number(qint64(page.shifts.size()));
    for (const Shift &shift : page.shifts) {
        body.text(shift.policy).number(shift.level).text(shift.schedule).text(shift.person.id).text(shift.person.name);
        body.text(shift.person.email).text(shift.person.zone).number(shift.from.ms).number(shift.to.ms);
    }
    body.number(qint64(page.lacks.size()));
    for (const OnCallLack &lack : page.lacks) {
        body.number(qint64(lack.part)).text(errorKindName(lack.why.kind)).text(lack.why.what).text(lack.why.where);
    }
    return body.take();
}

/// False for what another release wrote, or a damaged row: it is no answer.
bool unpack(QByteArrayView bytes, OnCallPage &page)
{
    StringPool pool;
    BlobReader body(bytes, &pool);
    if (body.number() != Format) {
        return false;
    }
    for (qint64 left = body.number(); left > 0 && body.isOk(); --left) {
        OnCallPolicy policy;
        policy.id = body.text();
        policy.name = body.text();
        policy.levels = int(body.number());
        policy.services = body.texts();
        page.policies.push_back(std::move(policy));
    }
    for (qint64 left = body.number(); left > 0 && body.isOk(); --left) {
        Shift shift;
        shift.policy = body.sharedText();
        shift.level = int(body.number());
        shift.schedule = body.sharedText();
        shift.person.id = body.sharedText();
        shift.person.name = body.sharedText();
        shift.person.email = body.sharedText();
        shift.person.zone = body.sharedText();
        shift.from.ms = body.number();
        shift.to.ms = body.number();
        page.shifts.push_back(std::move(shift));
    }
    for (qint64 left = body.number(); left > 0 && body.isOk(); --left) {
        OnCallLack lack;
        const qint64 part = body.number();
        lack.part = part == qint64(OnCallLack::Part::Range) || part == qint64(OnCallLack::Part::Policies) ? OnCallLack::Part(part)
                                                                                                          : OnCallLack::Part::Shifts;
        lack.why.kind = errorKindFromName(body.text());
        lack.why.what = body.text();
        lack.why.where = body.text();
        page.lacks.push_back(std::move(lack));
    }
    return body.isOk();
}

} // namespace

void OnCallsTable::put(const OnCallPage &page)
{
    m_cache.run("DELETE FROM on_calls WHERE source=?1 AND from_ms>=?2 AND to_ms<=?3", page.source, page.covers.from, page.covers.to);
    m_cache.run("INSERT INTO on_calls(source, from_ms, to_ms, as_of, body) VALUES(?1,?2,?3,?4,?5)", page.source, page.covers.from, page.covers.to,
        page.asOf, pack(page));
    m_cache.run(
        "DELETE FROM on_calls WHERE source=?1 AND seq NOT IN (SELECT seq FROM on_calls WHERE source=?1 ORDER BY as_of DESC, seq DESC LIMIT 4)",
        page.source);
}

std::optional<OnCallPage> OnCallsTable::newest(const SourceId &source, TimeRange range)
{
    auto row = m_cache.query("SELECT from_ms, to_ms, as_of, body FROM on_calls WHERE source=?1 AND from_ms<?3 AND to_ms>?2 "
                             "ORDER BY from_ms<=?2 DESC, as_of DESC, seq DESC LIMIT 1",
        source, range.from, range.to);
    OnCallPage page;
    if (!row.next()) {
        return std::nullopt;
    }
    page.source = source;
    page.covers = {row.time(0), row.time(1)};
    page.asOf = row.time(2);
    return unpack(row.view(3), page) ? std::optional(std::move(page)) : std::nullopt;
}

} // namespace quarterdeck
