#pragma once

#include "app/ports/sourceeditor.h"
#include "tests/support/fakeanswers.h"

#include <QMap>

namespace quarterdeck {

/// Sources in memory; what a test wants to go wrong does.
class FakeSourceEditor final : public SourceEditor {
public:
    using SourceEditor::SourceEditor;
    std::vector<SourceKind> kindList {
        kind("alertmanager", "Alertmanager", "http://localhost:9093", {"settling_time", "Settling time", "A while", false}),
        kind("prometheus", "Prometheus", "http://localhost:9090", {}), pagerDuty()};
    bool isOwn = true;
    QMap<SourceId, Endpoint> held;
    std::optional<SourceProblem> problem; ///< Set: what speaks against every source.
    std::optional<Error> refusal;         ///< Set: how read(), save(), remove() and undo() end.
    ProbeReport report;
    FakeAnswers answers;
    std::vector<std::pair<Endpoint, QByteArray>> tested; ///< With the secret that was typed.
    std::vector<std::pair<SourceId, Endpoint>> saved;
    QStringList removed;
    std::optional<SourceDeed> deed; ///< What undo() would take back.
    int undone = 0;
    int readings = 0;

    std::vector<SourceKind> kinds() const override { return kindList; }
    bool isEditable() const override { return isOwn; }
    Result<Endpoint> read(const SourceId &source) override { return refusal ? Result<Endpoint>(tl::unexpected(*refusal)) : held.value(source); }
    std::optional<SourceProblem> problemOf(const Endpoint &) override { return problem; }
    Async<ProbeReport> test(const Endpoint &wanted, const Secret &typed, CancelToken cancel = {}) override
    {
        tested.emplace_back(wanted, typed.reveal());
        return answers.answer<ProbeReport>(report, cancel);
    }
    Result<Done> save(const SourceId &source, const Endpoint &wanted) override
    {
        if (refusal) {
            return tl::unexpected(*refusal);
        }
        saved.emplace_back(source, wanted);
        return Done {};
    }
    Result<Done> remove(const SourceId &source) override
    {
        if (refusal) {
            return tl::unexpected(*refusal);
        }
        removed << source;
        return Done {};
    }
    std::optional<SourceDeed> undoable() const override { return deed; }
    Result<Done> undo() override
    {
        ++undone;
        return refusal ? Result<Done>(tl::unexpected(*refusal)) : Done {};
    }
    Result<Done> readAgain() override
    {
        ++readings;
        return refusal ? Result<Done>(tl::unexpected(*refusal)) : Done {};
    }
    Result<Done> makeFile() override { return Done {}; }

private:
    static SourceKind kind(const char *id, const char *title, const char *url, const SourceSetting &setting)
    {
        SourceKind out;
        out.id = QLatin1StringView(id);
        out.title = QLatin1StringView(title);
        out.exampleUrl = QLatin1StringView(url);
        out.tokenTypes = {QStringLiteral("Bearer")};
        if (!setting.key.isEmpty()) {
            out.settings = {setting};
        }
        return out;
    }
    static SourceKind pagerDuty()
    {
        SourceKind out = kind("pagerduty", "PagerDuty", "https://api.pagerduty.com", {"region", "Service region", "us or eu", false});
        out.tokenTypes = {QStringLiteral("Token"), QStringLiteral("Bearer")};
        out.auth = HttpConfig::Auth::Authorization;
        out.needsUrl = false;
        return out;
    }
};

} // namespace quarterdeck
