#pragma once

#include "app/bootstrap/secretlookup.h"
#include "app/core/clock.h"
#include "app/ports/sourceeditor.h"
#include "app/settings/configeditor.h"

namespace quarterdeck {

/// The configuration file behind the SourceEditor port. Thread: main.
class SourceBook final : public SourceEditor {
    Q_OBJECT

public:
    /// `file`, `secrets` and `clock` outlive it. `context`: where a new source is to be watched. `isOwn`: the file is the person's.
    SourceBook(ConfigEditor &file, SecretStore &secrets, const Clock &clock, QString context, bool isOwn);

    std::vector<SourceKind> kinds() const override;
    bool isEditable() const override { return m_isOwn; }
    Result<Endpoint> read(const SourceId &source) override;
    std::optional<SourceProblem> problemOf(const Endpoint &wanted) override;
    Async<ProbeReport> test(const Endpoint &wanted, const Secret &typed, CancelToken cancel = {}) override;
    Result<Done> save(const SourceId &source, const Endpoint &wanted) override;
    Result<Done> remove(const SourceId &source) override;
    std::optional<SourceDeed> undoable() const override;
    Result<Done> undo() override;
    Result<Done> readAgain() override;
    Result<Done> makeFile() override { return m_file.make(); }

private:
    ConfigEditor &m_file;
    SecretDesk m_desk;
    const Clock &m_clock;
    QString m_context;
    bool m_isOwn;
};

} // namespace quarterdeck
