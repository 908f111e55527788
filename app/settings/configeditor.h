#pragma once

#include "app/settings/config.h"
#include "app/settings/configedit.h"

namespace quarterdeck {

/// The configuration file of a person, changed by one edit at a time. Writes it in one piece and with the mode it has; before the first change
/// the file as it was is kept beside it under its name with ".bak". Thread: main.
class ConfigEditor {
public:
    /// `file` need not exist yet.
    explicit ConfigEditor(QString file);
    const QString &file() const { return m_file; }
    /// What the file says now; nothing where it does not exist. Changes are then made to exactly this.
    /// Errors: Rejected, as loadConfig().
    Result<Config> read();
    /// Writes a file without any source where there is none. Errors: Storage.
    Result<Done> make();
    /// Whether a change could be made to what was read, without making it. Errors: Rejected, as editedConfig().
    Result<Done> check(const BackendEdit &edit) const;
    /// Makes a change and writes the file.
    /// Errors: Rejected, as editedConfig(); Conflict where somebody else has changed the file since read(); Storage. Then nothing is written.
    Result<Done> apply(const BackendEdit &edit);
    /// The change that undo() takes back; null where there is none.
    const BackendEdit *undoable() const { return m_undos.empty() ? nullptr : &m_undos.back().edit; }
    /// Whether that is what was done last: nothing has been taken back since.
    bool isUndoableLast() const { return m_isUndoableLast; }
    /// Puts the file back to what it was before the last change that stands. Errors: Conflict where it has been changed since, NotFound where there
    /// is no change to take back; Storage.
    Result<Done> undo();

private:
    struct Undo {
        BackendEdit edit;
        std::optional<QByteArray> before; ///< Nothing: there was no file.
        QByteArray after;
    };

    Result<std::optional<QByteArray>> bytes() const;
    Result<Done> keepBackup(const QByteArray &bytes);
    Result<Done> write(const QString &path, const QByteArray &bytes) const;

    QString m_file;
    std::optional<QByteArray> m_seen;
    std::vector<Undo> m_undos;
    bool m_isUndoableLast = false;
    bool m_hasBackup = false;
};

} // namespace quarterdeck
