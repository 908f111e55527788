#pragma once

#include <sqlite3.h>

#include <QByteArray>

#include <atomic>

namespace quarterdeck {

/// The file system below SQLite, with a fault at the Nth call of a kind. It is the default one while it lives: make it before the
/// first store and end it after the last.
class FaultVfs {
public:
    enum class Kind : quint8 { Write, TornWrite, Full, Sync };

    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    /// The `nth` call from now on fails, and where `isLasting` all after it. Only files whose name contains `part` count; a `$` at its
    /// end stands for the end of the name.
    void failAt(Kind kind, int nth, bool isLasting, const QByteArray &part);
    /// No more faults; true when there was one.
    bool clear();

private:
    struct File {
        sqlite3_file base;
        FaultVfs *vfs;
        const char *name; ///< SQLite keeps it as long as the file is open.
        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };
    static File *fileOf(sqlite3_file *file) { return reinterpret_cast<File *>(file); }
    static sqlite3_file *realOf(sqlite3_file *file) { return fileOf(file)->real(); }
    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags);
    static int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 at);
    static int sync(sqlite3_file *file, int flags);
    bool isDue(const char *name, bool isSync);

    sqlite3_vfs *m_below;
    sqlite3_vfs m_vfs;
    sqlite3_io_methods m_methods;
    QByteArray m_part;
    std::atomic<Kind> m_kind {Kind::Write};
    std::atomic<int> m_left {0};
    std::atomic<bool> m_isLasting {false};
    std::atomic<bool> m_hasFailed {false};
};

inline FaultVfs::FaultVfs()
    : m_below(sqlite3_vfs_find(nullptr))
    , m_vfs(*m_below)
    , m_methods {}
{
    m_vfs.zName = "fault";
    m_vfs.pAppData = this;
    m_vfs.szOsFile = int(sizeof(File)) + m_below->szOsFile;
    m_vfs.xOpen = open;
    m_methods.iVersion = 2;
    m_methods.xClose = [](sqlite3_file *f) { return realOf(f)->pMethods->xClose(realOf(f)); };
    m_methods.xRead = [](sqlite3_file *f, void *to, int size, sqlite3_int64 at) { return realOf(f)->pMethods->xRead(realOf(f), to, size, at); };
    m_methods.xWrite = write;
    m_methods.xTruncate = [](sqlite3_file *f, sqlite3_int64 size) { return realOf(f)->pMethods->xTruncate(realOf(f), size); };
    m_methods.xSync = sync;
    m_methods.xFileSize = [](sqlite3_file *f, sqlite3_int64 *size) { return realOf(f)->pMethods->xFileSize(realOf(f), size); };
    m_methods.xLock = [](sqlite3_file *f, int level) { return realOf(f)->pMethods->xLock(realOf(f), level); };
    m_methods.xUnlock = [](sqlite3_file *f, int level) { return realOf(f)->pMethods->xUnlock(realOf(f), level); };
    m_methods.xCheckReservedLock = [](sqlite3_file *f, int *out) { return realOf(f)->pMethods->xCheckReservedLock(realOf(f), out); };
    m_methods.xFileControl = [](sqlite3_file *f, int op, void *arg) { return realOf(f)->pMethods->xFileControl(realOf(f), op, arg); };
    m_methods.xSectorSize = [](sqlite3_file *f) { return realOf(f)->pMethods->xSectorSize(realOf(f)); };
    m_methods.xDeviceCharacteristics = [](sqlite3_file *f) { return realOf(f)->pMethods->xDeviceCharacteristics(realOf(f)); };
    m_methods.xShmMap = [](sqlite3_file *f, int page, int size, int extend, void volatile **out) {
        return realOf(f)->pMethods->xShmMap(realOf(f), page, size, extend, out);
    };
    m_methods.xShmLock = [](sqlite3_file *f, int at, int n, int flags) { return realOf(f)->pMethods->xShmLock(realOf(f), at, n, flags); };
    m_methods.xShmBarrier = [](sqlite3_file *f) { realOf(f)->pMethods->xShmBarrier(realOf(f)); };
    m_methods.xShmUnmap = [](sqlite3_file *f, int isDeleted) { return realOf(f)->pMethods->xShmUnmap(realOf(f), isDeleted); };
    sqlite3_vfs_register(&m_vfs, 1);
}

inline FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_below, 1);
}

inline void FaultVfs::failAt(Kind kind, int nth, bool isLasting, const QByteArray &part)
{
    m_part = part;
    m_kind = kind;
    m_isLasting = isLasting;
    m_hasFailed = false;
    m_left = nth;
}

inline bool FaultVfs::clear()
{
    m_left = 0;
    m_isLasting = false;
    return m_hasFailed.exchange(false);
}

inline int FaultVfs::open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *self = static_cast<FaultVfs *>(vfs->pAppData);
    File *made = fileOf(file);
    made->vfs = self;
    made->name = name;
    const int code = self->m_below->xOpen(self->m_below, name, made->real(), flags, outFlags);
    made->base.pMethods = made->real()->pMethods != nullptr ? &self->m_methods : nullptr;
    return code;
}

inline bool FaultVfs::isDue(const char *name, bool isSync)
{
    if ((m_kind == Kind::Sync) != isSync || name == nullptr || (m_left == 0 && !(m_hasFailed && m_isLasting))
        || !QByteArray(name).append('$').contains(m_part)) {
        return false;
    }
    const bool isNow = m_left == 0 || --m_left == 0;
    m_hasFailed = m_hasFailed || isNow;
    return isNow;
}

inline int FaultVfs::write(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
    FaultVfs *self = fileOf(file)->vfs;
    sqlite3_file *real = realOf(file);
    if (!self->isDue(fileOf(file)->name, false)) {
        return real->pMethods->xWrite(real, data, size, at);
    }
    if (self->m_kind == Kind::TornWrite) {
        real->pMethods->xWrite(real, data, size / 2, at);
    }
    return self->m_kind == Kind::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

inline int FaultVfs::sync(sqlite3_file *file, int flags)
{
    sqlite3_file *real = realOf(file);
    return fileOf(file)->vfs->isDue(fileOf(file)->name, true) ? SQLITE_IOERR_FSYNC : real->pMethods->xSync(real, flags);
}

} // namespace quarterdeck
