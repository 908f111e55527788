#pragma once

#include "app/core/endpoint.h"
#include "app/core/secret.h"
#include "app/ports/sources.h"

#include <optional>
#include <vector>

namespace quarterdeck {

/// A setting that only one kind of backend has.
struct SourceSetting {
    QString key;                 ///< In the configuration, and in Endpoint::options.
    const char *title = nullptr; ///< To be translated in the context "Connector".
    const char *help = nullptr;  ///< As title.
    bool isRequired = false;
};

/// A kind of backend that can be added.
struct SourceKind {
    QString id;                                     ///< Endpoint::kind.
    QString title;                                  ///< As its makers call it: "Alertmanager".
    QString exampleUrl;                             ///< Such as it usually has.
    QStringList tokenTypes;                         ///< Types of `authorization` that it takes, the usual one first.
    std::vector<SourceSetting> settings;            ///< Of its own.
    HttpConfig::Auth auth = HttpConfig::Auth::None; ///< How one usually signs in.
    bool needsUrl = true;                           ///< False where a setting, or nothing, says where it is.
};

/// Why a source cannot be as it is wanted.
struct SourceProblem {
    QString key;      ///< Of the setting at fault; empty where none alone is.
    QString sentence; ///< Untranslated; plain text.
};

/// What was done to the configuration.
enum class SourceChange : quint8 { Added, Changed, Removed, AddUndone, ChangeUndone, RemoveUndone, ReadAgain };

/// A change that can be taken back.
struct SourceDeed {
    SourceId source;
    SourceChange change = SourceChange::Changed; ///< Added, Changed or Removed.
    bool isLast = false;                         ///< It is what was done last: nothing has been taken back since.
};

/// Changes the sources in the configuration of the person, one at a time; comments and order stay. No secret passes into the file. Thread: main.
class SourceEditor : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// The kinds that there are.
    virtual std::vector<SourceKind> kinds() const = 0;
    /// Whether the configuration is the person's own, to be changed; the demo's is not.
    virtual bool isEditable() const = 0;
    /// A source as the configuration has it now; for an empty name an empty one. What is changed next is changed in the file as it is now.
    /// Errors: Rejected, in words, with the line: the file or the source cannot be read, or changed without guessing; NotFound.
    virtual Result<Endpoint> read(const SourceId &source) = 0;
    /// What speaks against a source before it is asked; nothing where it can be opened.
    virtual std::optional<SourceProblem> problemOf(const Endpoint &wanted) = 0;
    /// Asks a source that is not in the configuration yet, or differs from it. `typed`: its secret of the keyring, where that holds it not yet.
    virtual Async<ProbeReport> test(const Endpoint &wanted, const Secret &typed, CancelToken cancel = {}) = 0;
    /// Writes a source in the place of the one of this name; as a new one for an empty name.
    /// Errors: Rejected, in words, with the line: it cannot be written without guessing; Conflict: the file has changed since read(); Storage.
    virtual Result<Done> save(const SourceId &source, const Endpoint &wanted) = 0;
    /// Takes a source out. Errors: as save().
    virtual Result<Done> remove(const SourceId &source) = 0;
    /// What undo() takes back; nothing where there is nothing to undo.
    virtual std::optional<SourceDeed> undoable() const = 0;
    /// Takes the last change back that has not been taken back yet. Errors: Conflict, NotFound, Storage.
    virtual Result<Done> undo() = 0;
    /// Takes in what was written into the file by hand. Errors: as read(); then all stays as it is.
    virtual Result<Done> readAgain() = 0;
    /// Makes the file where there is none, so that it can be opened. Errors: Storage.
    virtual Result<Done> makeFile() = 0;

signals:
    /// The file says something else now, and the window is made anew with it.
    void changed(const quarterdeck::SourceId &source, quarterdeck::SourceChange change);
};

} // namespace quarterdeck
