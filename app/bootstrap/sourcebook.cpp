#include "app/bootstrap/sourcebook.h"

#include "app/bootstrap/sourcetrial.h"
#include "app/sync/probereport.h"

#include "connectors.h"

#include <algorithm>

namespace quarterdeck {

namespace {

SourceKind kindOf(const Connector &connector)
{
    const KindHints hints = connector.hints();
    SourceKind kind;
    kind.id = connector.kind();
    kind.title = hints.title;
    kind.exampleUrl = hints.exampleUrl;
    kind.tokenTypes = hints.tokenTypes;
    kind.auth = hints.auth;
    for (const SettingField &field : connector.fields()) {
        kind.settings.push_back({field.key, field.title, field.help, field.isRequired});
    }
    Endpoint blank;
    blank.kind = kind.id;
    kind.needsUrl = !connector.complete(blank) || blank.urls.empty();
    return kind;
}

SourceChange undone(SourceChange change)
{
    return change == SourceChange::Added  ? SourceChange::AddUndone
        : change == SourceChange::Removed ? SourceChange::RemoveUndone
                                          : SourceChange::ChangeUndone;
}

} // namespace

SourceBook::SourceBook(ConfigEditor &file, SecretStore &secrets, const Clock &clock, QString context, bool isOwn)
    : m_file(file)
    , m_desk(secrets)
    , m_clock(clock)
    , m_context(std::move(context))
    , m_isOwn(isOwn)
{
}

std::vector<SourceKind> SourceBook::kinds() const
{
    std::vector<SourceKind> out;
    for (const auto &connector : registeredConnectors()) {
        out.push_back(kindOf(*connector));
    }
    return out;
}

Result<Endpoint> SourceBook::read(const SourceId &source)
{
    const auto config = m_file.read();
    if (!config) {
        return tl::unexpected(config.error());
    }
    if (source.isEmpty()) {
        return Endpoint {};
    }
    const auto at = std::find_if(config->backends.begin(), config->backends.end(), [&source](const Endpoint &one) { return one.id == source; });
    if (at != config->backends.end()) {
        // Who cannot change it is told so before anything is typed.
        return m_file.check({source, *at, {}}).map([&](Done) { return *at; });
    }
    const auto omitted = std::find_if(
        config->omissions.begin(), config->omissions.end(), [&source](const ConfigOmission &one) { return one.backend == source; });
    return fail(ErrorKind::NotFound,
        omitted == config->omissions.end() ? QStringLiteral("There is no source named \"%1\" in the configuration").arg(source) : omitted->text,
        m_file.file());
}

std::optional<SourceProblem> SourceBook::problemOf(const Endpoint &wanted)
{
    const SourceTrial trial(wanted, {}, m_desk, m_clock);
    if (!trial.error()) {
        return std::nullopt;
    }
    return SourceProblem {trial.error()->where, trial.error()->what};
}

Async<ProbeReport> SourceBook::test(const Endpoint &wanted, const Secret &typed, CancelToken cancel)
{
    const Reply<ProbeReport> reply;
    const auto trial = std::make_shared<SourceTrial>(wanted, typed, m_desk, m_clock);
    if (trial->error()) {
        reply.finish(probeReport(tl::unexpected(*trial->error())));
        return reply.future();
    }
    then(trial->probe(cancel), this, [trial, reply](const Result<BackendHealth> &health) { reply.finish(probeReport(health)); });
    return reply.future();
}

Result<Done> SourceBook::save(const SourceId &source, const Endpoint &wanted)
{
    return m_file.apply({source, wanted, m_context}).map([&](Done done) {
        emit changed(wanted.id, source.isEmpty() ? SourceChange::Added : SourceChange::Changed);
        return done;
    });
}

Result<Done> SourceBook::remove(const SourceId &source)
{
    return m_file.apply({source, std::nullopt, {}}).map([&](Done done) {
        emit changed(source, SourceChange::Removed);
        return done;
    });
}

std::optional<SourceDeed> SourceBook::undoable() const
{
    const BackendEdit *edit = m_file.undoable();
    if (edit == nullptr) {
        return std::nullopt;
    }
    const SourceChange change = edit->name.isEmpty() ? SourceChange::Added : edit->wanted ? SourceChange::Changed : SourceChange::Removed;
    return SourceDeed {edit->wanted ? edit->wanted->id : edit->name, change, m_file.isUndoableLast()};
}

Result<Done> SourceBook::undo()
{
    const std::optional<SourceDeed> deed = undoable();
    return m_file.undo().map([&](Done done) {
        emit changed(deed->source, undone(deed->change));
        return done;
    });
}

Result<Done> SourceBook::readAgain()
{
    return m_file.read().map([this](const Config &) {
        emit changed({}, SourceChange::ReadAgain);
        return Done {};
    });
}

} // namespace quarterdeck
