#include "app/settings/configeditor.h"

#include "app/core/regularfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace quarterdeck {

namespace {

constexpr qint64 LargestConfig = 4 * 1024 * 1024;
constexpr std::size_t MostUndos = 20;
constexpr QFileDevice::Permissions Private = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Error> changedMeanwhile(const QString &file)
{
    return fail(
        ErrorKind::Conflict, QStringLiteral("Another program has changed the file in the meantime. Nothing was written; open it again"), file);
}

} // namespace

ConfigEditor::ConfigEditor(QString file)
    : m_file(std::move(file))
{
}

Result<Config> ConfigEditor::read()
{
    const auto now = bytes();
    if (!now) {
        return tl::unexpected(now.error());
    }
    m_seen = *now;
    return parseConfig(now->value_or(QByteArray()), m_file, QFileInfo(m_file).absolutePath());
}

Result<Done> ConfigEditor::check(const BackendEdit &edit) const
{
    return editedConfig(m_seen.value_or(QByteArray()), m_file, QFileInfo(m_file).absolutePath(), edit).map([](const QByteArray &) {
        return Done {};
    });
}

Result<Done> ConfigEditor::make()
{
    return QFileInfo::exists(m_file) ? Result<Done>(Done {}) : write(m_file, emptyConfig() + "backends: []\n");
}

Result<Done> ConfigEditor::apply(const BackendEdit &edit)
{
    const auto now = bytes();
    if (!now) {
        return tl::unexpected(now.error());
    }
    if (*now != m_seen) {
        return changedMeanwhile(m_file);
    }
    const QByteArray before = now->value_or(QByteArray());
    const auto after = editedConfig(before, m_file, QFileInfo(m_file).absolutePath(), edit);
    if (!after) {
        return tl::unexpected(after.error());
    }
    const auto remember = [&](Done done) {
        m_undos.push_back({edit, *now, *after});
        if (m_undos.size() > MostUndos) {
            m_undos.erase(m_undos.begin());
        }
        m_isUndoableLast = true;
        m_seen = *after;
        return done;
    };
    if (*now && *after == before) {
        return remember({});
    }
    if (*now) {
        if (const auto kept = keepBackup(before); !kept) {
            return kept;
        }
    }
    return write(m_file, *after).map(remember);
}

Result<Done> ConfigEditor::undo()
{
    const auto now = bytes();
    if (!now) {
        return tl::unexpected(now.error());
    }
    if (m_undos.empty()) {
        return fail(ErrorKind::NotFound, QStringLiteral("There is no change to undo"), m_file);
    }
    if (*now != m_undos.back().after) {
        return changedMeanwhile(m_file);
    }
    const std::optional<QByteArray> before = m_undos.back().before;
    if (!before && !QFile::remove(m_file)) {
        return fail(ErrorKind::Storage, QStringLiteral("The file cannot be removed"), m_file);
    }
    const auto done = before ? write(m_file, *before) : Result<Done>(Done {});
    return done.map([&](Done undone) {
        m_undos.pop_back();
        m_isUndoableLast = false;
        m_seen = before;
        return undone;
    });
}

Result<std::optional<QByteArray>> ConfigEditor::bytes() const
{
    const auto read = readRegularFile(m_file, LargestConfig);
    if (!read && read.error().kind == ErrorKind::NotFound) {
        return std::optional<QByteArray>();
    }
    return read.map([](const QByteArray &all) { return std::optional<QByteArray>(all); });
}

Result<Done> ConfigEditor::keepBackup(const QByteArray &bytes)
{
    if (m_hasBackup) {
        return Done {};
    }
    const auto kept = write(m_file + QStringLiteral(".bak"), bytes);
    m_hasBackup = kept.has_value();
    return kept;
}

Result<Done> ConfigEditor::write(const QString &path, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    const QFileInfo own(m_file);
    const QFileDevice::Permissions mode = own.exists() ? own.permissions() : Private;
    QSaveFile out(path);
    // The mode goes with the file under its new name, not after it.
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(mode & ~(QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser))
        || out.write(bytes) != bytes.size() || !out.commit()) {
        return fail(ErrorKind::Storage, QStringLiteral("The file cannot be written: %1").arg(out.errorString()), path);
    }
    return Done {};
}

} // namespace quarterdeck
