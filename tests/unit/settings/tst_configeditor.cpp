#include "app/settings/configeditor.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quarterdeck;

namespace {

const QByteArray Mine = "# Mine.\nversion: 1\nbackends:\n- {name: a, type: journal, url: 'http://a.example.test'}   # the one\n";

Endpoint prometheus(const QString &name)
{
    Endpoint out;
    out.id = name;
    out.kind = QStringLiteral("prometheus");
    out.urls = {QUrl(QStringLiteral("http://127.0.0.1:9090"))};
    return out;
}

} // namespace

/// The file on disk: written in one piece, with its mode, its backup and its undo, and never over what somebody else wrote.
class TestConfigEditor : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name = QStringLiteral("config.yaml")) const { return m_folder->filePath(name); }
    bool write(const QString &file, const QByteArray &bytes) const
    {
        QFile out(file);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    }
    QByteArray content(const QString &file) const
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("absent");
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsModeBackupAndUndo()
    {
        QVERIFY(write(path(), Mine));
        const auto mode = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup;
        QVERIFY(QFile::setPermissions(path(), mode));
        const auto modeBefore = QFile::permissions(path());
        ConfigEditor editor(path());
        QVERIFY(editor.read());
        QVERIFY(editor.apply({{}, prometheus("b")}));
        const QByteArray first = content(path());
        QVERIFY(first.startsWith(Mine));
        QCOMPARE(QFile::permissions(path()), modeBefore);
        QCOMPARE(content(path("config.yaml.bak")), Mine);
        QCOMPARE(QFile::permissions(path("config.yaml.bak")), modeBefore);
        QVERIFY(editor.apply({QStringLiteral("b"), std::nullopt}));
        QCOMPARE(content(path()), Mine);
        QVERIFY(editor.undo());
        QCOMPARE(content(path()), first);
        // Another step reaches back behind it, and says that it does.
        QVERIFY(!editor.isUndoableLast() && editor.undoable() != nullptr);
        QCOMPARE(editor.undoable()->wanted->id, QStringLiteral("b"));
        QVERIFY(editor.undo());
        QCOMPARE(content(path()), Mine);
        QVERIFY(editor.undoable() == nullptr);
        QCOMPARE(editor.undo().error().kind, ErrorKind::NotFound);
        QCOMPARE(content(path("config.yaml.bak")), Mine);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList({"config.yaml", "config.yaml.bak"}));
    }

    void makesTheFileForItsOwnerAloneAndTakesItAwayAgain()
    {
        const QString file = path("new/deep/config.yaml");
        ConfigEditor editor(file);
        const auto nothing = editor.read();
        QVERIFY(nothing && nothing->backends.empty());
        QVERIFY(editor.apply({{}, prometheus("b")}));
        const auto config = loadConfig(file);
        QVERIFY(config);
        QCOMPARE(config->warnings, QStringList());
        QCOMPARE(config->backendsOf(config->context()).size(), std::size_t(1));
        QCOMPARE(QFile::permissions(file) & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther), QFileDevice::Permissions());
        QVERIFY(!QFile::exists(file + ".bak"));
        QVERIFY(editor.undo());
        QVERIFY(!QFile::exists(file));
    }

    void whatSomebodyElseWroteIsLeftAlone()
    {
        QVERIFY(write(path(), Mine));
        ConfigEditor editor(path());
        QVERIFY(editor.read());
        QVERIFY(write(path(), Mine + "# and more\n"));
        const auto refused = editor.apply({{}, prometheus("b")});
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(content(path()), Mine + "# and more\n");
        QVERIFY(!QFile::exists(path("config.yaml.bak")));
        QVERIFY(editor.read());
        QVERIFY(editor.apply({{}, prometheus("b")}));
        QVERIFY(write(path(), "version: 1\n"));
        QCOMPARE(editor.undo().error().kind, ErrorKind::Conflict);
        QCOMPARE(content(path()), QByteArray("version: 1\n"));
        QVERIFY(QFile::remove(path()));
        QCOMPARE(editor.undo().error().kind, ErrorKind::Conflict);
        QVERIFY(!QFile::exists(path()));
    }

    void aLinkStaysALink()
    {
        QVERIFY(write(path("real.yaml"), Mine));
        QVERIFY(QFile::link(path("real.yaml"), path()));
        ConfigEditor editor(path());
        QVERIFY(editor.read());
        QVERIFY(editor.apply({{}, prometheus("b")}));
        QVERIFY(QFileInfo(path()).isSymLink());
        QVERIFY(content(path("real.yaml")).startsWith(Mine) && content(path("real.yaml")) != Mine);
    }

    void aRefusedChangeWritesNothing()
    {
        QVERIFY(write(path(), Mine));
        ConfigEditor editor(path());
        QVERIFY(editor.read());
        QVERIFY(!editor.apply({{}, prometheus("a")}));
        QVERIFY(!editor.apply({QStringLiteral("x"), std::nullopt}));
        QCOMPARE(content(path()), Mine);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList("config.yaml"));
    }

    void whatCannotBeReadIsSaid()
    {
        QVERIFY(write(path(), "version: 1\nbackends: [\n"));
        ConfigEditor editor(path());
        QCOMPARE(editor.read().error().kind, ErrorKind::Rejected);
        QVERIFY(!editor.apply({{}, prometheus("b")}));
        QCOMPARE(content(path()), QByteArray("version: 1\nbackends: [\n"));
    }
};

QTEST_GUILESS_MAIN(TestConfigEditor)
#include "tst_configeditor.moc"
