#include "app/library/folderlibrary.h"

#include "app/core/regularfile.h"
#include "app/library/match.h"
#include "app/library/scan.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qint64 LargestFile = 1024 * 1024;
constexpr int ScanAndRead = 2;
constexpr std::chrono::milliseconds Coalesce {250};
constexpr std::chrono::milliseconds SlowRescan {60'000};

bool isSameList(const std::vector<RunbookFile> &a, const std::vector<RunbookFile> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const RunbookFile &x, const RunbookFile &y) {
        return x.id == y.id && x.path == y.path && x.modifiedAt == y.modifiedAt && x.title == y.title && x.steps == y.steps && x.problem == y.problem
            && x.alerts == y.alerts && x.service == y.service && x.owner == y.owner;
    });
}

Result<QByteArray> contentOf(const QString &path)
{
    return readRegularFile(path, LargestFile).map_error([&path](const Error &error) {
        const QString what = error.kind == ErrorKind::NotFound ? QStringLiteral("The file of the runbook is gone") : error.what;
        return Error {ErrorKind::Storage, what, path, 0, std::nullopt};
    });
}

} // namespace

class FolderLibrary::Private {
public:
    Private(FolderLibrary *owner, QStringList where)
        : q(owner)
        , places(std::move(where))
    {
        pool.setMaxThreadCount(ScanAndRead);
        soon.setSingleShot(true);
        soon.setInterval(Coalesce);
        slow.setInterval(SlowRescan);
        const auto later = [this] {
            // A steady stream of changes must not postpone the scan for ever.
            if (!soon.isActive()) {
                soon.start();
            }
        };
        QObject::connect(&watcher, &QFileSystemWatcher::directoryChanged, &soon, later);
        QObject::connect(&watcher, &QFileSystemWatcher::fileChanged, &soon, later);
        QObject::connect(&soon, &QTimer::timeout, q, [this] { scanSoon(); });
        QObject::connect(&slow, &QTimer::timeout, q, [this] { scanSoon(); });
    }

    void scanSoon()
    {
        if (isScanning) {
            soon.start();
            return;
        }
        isScanning = true;
        const Reply<LibraryScan> reply;
        then(reply.future(), q, [this, turn = ++turns](const Result<LibraryScan> &scan) {
            isScanning = false;
            // scanNow() may have looked later than this scan did.
            if (scan && turn == turns) {
                apply(*scan);
            }
        });
        pool.start([reply, where = places] { reply.finish(scanPlaces(where)); });
    }

    void apply(LibraryScan scan)
    {
        watch(scan);
        const bool isNew = !hasScanned || !isSameList(files, scan.files);
        hasScanned = true;
        files = std::move(scan.files);
        if (isNew) {
            emit q->changed();
        }
    }

    void watch(const LibraryScan &scan)
    {
        const QStringList had = watcher.directories() + watcher.files();
        const QSet<QString> before(had.begin(), had.end());
        const QSet<QString> wanted(scan.watched.begin(), scan.watched.end());
        const QSet<QString> gone = before - wanted;
        const QSet<QString> added = wanted - before;
        if (!gone.isEmpty()) {
            watcher.removePaths(gone.values());
        }
        const bool isAllWatched = added.isEmpty() || watcher.addPaths(added.values()).isEmpty();
        if (isAllWatched && scan.isComplete) {
            slow.stop();
        } else if (!slow.isActive()) {
            slow.start();
        }
    }

    FolderLibrary *q;
    QStringList places;
    std::vector<RunbookFile> files;
    // Of its own: a folder on a server that is away must not hold up what else is read and parsed.
    QThreadPool pool;
    QFileSystemWatcher watcher;
    QTimer soon;
    QTimer slow;
    int turns = 0;
    bool isScanning = false;
    bool hasScanned = false;
};

FolderLibrary::FolderLibrary(QStringList places, QObject *parent)
    : Library(parent)
    , d(std::make_unique<Private>(this, std::move(places)))
{
    d->scanSoon();
}

FolderLibrary::~FolderLibrary() = default;

std::vector<RunbookFile> FolderLibrary::runbooks() const
{
    return d->files;
}

Async<QByteArray> FolderLibrary::markdown(const QString &id)
{
    const auto at = std::find_if(d->files.begin(), d->files.end(), [&](const RunbookFile &file) { return file.id == id; });
    if (at == d->files.end()) {
        return ready<QByteArray>(fail(ErrorKind::NotFound, QStringLiteral("There is no runbook \"%1\" in the library").arg(id.left(200))));
    }
    if (!at->problem.isEmpty()) {
        return ready<QByteArray>(fail(ErrorKind::Storage, at->problem, at->path));
    }
    const Reply<QByteArray> reply;
    d->pool.start([reply, path = at->path] { reply.finish(contentOf(path)); });
    return reply.future();
}

QString FolderLibrary::forAlert(const QString &alertname, const QString &runbookUrl, const QString &service) const
{
    return matchRunbook(d->files, alertname, runbookUrl, service);
}

void FolderLibrary::scanNow()
{
    ++d->turns;
    d->apply(scanPlaces(d->places));
}

} // namespace quarterdeck
