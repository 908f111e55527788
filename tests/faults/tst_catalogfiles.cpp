#include "app/bootstrap/catalogfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace quarterdeck;

namespace {

QByteArray component(const QByteArray &name)
{
    return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: " + name
        + "}\nspec: {type: service, lifecycle: production, owner: shop}\n";
}

QByteArray location(const QByteArray &targets)
{
    return "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: all}\nspec: {targets: [" + targets + "]}\n";
}

} // namespace

/// Catalog files on a disk: Locations, globs, and what cannot be read.
class TestCatalogFiles : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static QString names(const Catalogs &catalogs)
    {
        QStringList all;
        for (const CatalogFile &file : catalogs.files) {
            for (const CatalogEntity &entity : file.entities) {
                if (entity.kind == QLatin1StringView("component")) {
                    all.append(entity.name);
                }
            }
        }
        all.sort();
        return all.join(u' ');
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void locationsAreFollowedBelowTheirFolder()
    {
        write(QStringLiteral("repo/catalog-info.yaml"), location("./apps/cart/b.yaml, 'apps/*/c.yaml', ./more/all.yaml"));
        write(QStringLiteral("repo/apps/cart/b.yaml"), component("cart"));
        write(QStringLiteral("repo/apps/pay/c.yaml"), component("pay"));
        write(QStringLiteral("repo/more/all.yaml"), location("../apps/mail/d.yaml, ./all.yaml, ../catalog-info.yaml"));
        write(QStringLiteral("repo/apps/mail/d.yaml"), component("mail"));
        const Catalogs read = readCatalogs({path(QStringLiteral("repo/catalog-info.yaml"))});
        QCOMPARE(names(read), QStringLiteral("cart mail pay"));
        QCOMPARE(read.problems, QStringList());
    }

    void whatLiesOutsideIsNamedAndNotRead()
    {
        write(QStringLiteral("out.yaml"), component("out"));
        write(QStringLiteral("repo2/in.yaml"), component("in"));
        write(QStringLiteral("repo/catalog-info.yaml"),
            location("../out.yaml, " + QFile::encodeName(path(QStringLiteral("out.yaml")))
                + ", ./link.yaml, ../repo2/in.yaml, 'https://x/y.yaml', ./none.yaml, './n/*.yaml'"));
        QVERIFY(QFile::link(path(QStringLiteral("out.yaml")), path(QStringLiteral("repo/link.yaml"))));
        const Catalogs read = readCatalogs({path(QStringLiteral("repo/catalog-info.yaml"))});
        QCOMPARE(names(read), QString());
        QCOMPARE(int(read.problems.size()), 7);
        for (const QString &problem : read.problems) {
            QVERIFY2(problem.startsWith(path(QStringLiteral("repo/catalog-info.yaml:1: the Location all names "))), qPrintable(problem));
        }
        QVERIFY(read.lost.contains(QStringLiteral("none.yaml")));
    }

    void aListIsReadAsOneThoughAPatternMatchesIt()
    {
        write(QStringLiteral("services.yml"), "- {repo: cart, team: shop}\n");
        write(QStringLiteral("catalog.yml"), component("pay"));
        CatalogList list;
        list.path = path(QStringLiteral("services.yml"));
        list.columns = {{QStringLiteral("name"), QStringLiteral("repo")}, {QStringLiteral("owner"), QStringLiteral("team")}};
        const Catalogs read = readCatalogs({path(QStringLiteral("*.yml"))}, {list});
        QCOMPARE(names(read), QStringLiteral("cart pay"));
        QCOMPARE(read.problems, QStringList());
    }

    void whatCannotBeReadIsNamed()
    {
        write(QStringLiteral("good.yaml"), component("good"));
        QCOMPARE(::mkfifo(QFile::encodeName(path(QStringLiteral("pipe.yaml"))).constData(), 0600), 0);
        write(QStringLiteral("broken.yaml"), component("kept") + "---\na: b: c\n");
        const Catalogs read = readCatalogs(
            {path(QStringLiteral("*.yaml")), path(QStringLiteral("gone.yaml")), path(QStringLiteral("none/*/x.yaml")), m_folder->path()});
        QCOMPARE(names(read), QStringLiteral("good kept"));
        const QString problems = read.problems.join(u'\n');
        for (const char *words : {"pipe.yaml: This is a pipe", "broken.yaml:6:", "gone.yaml: There is no such file",
                 "none/*/x.yaml: this matches no file", ": This is a folder"}) {
            QVERIFY2(problems.contains(QLatin1StringView(words)), qPrintable(problems));
        }
        QCOMPARE(int(read.problems.size()), 5);
    }

    void aFileIsReadOnce()
    {
        write(QStringLiteral("a.yaml"), component("a"));
        const Catalogs read = readCatalogs({path(QStringLiteral("a.yaml")), path(QStringLiteral("*.yaml")), path(QStringLiteral("./a.yaml"))});
        QCOMPARE(int(read.files.size()), 1);
    }

    void linksToOneFileAreThatFile()
    {
        write(QStringLiteral("many/catalog-info.yaml"), location("'./f/*.yaml'"));
        QDir().mkpath(path(QStringLiteral("many/f")));
        for (int i = 0; i < 2005; ++i) {
            QVERIFY(QFile::link(path(QStringLiteral("many/catalog-info.yaml")), path(QStringLiteral("many/f/l%1.yaml").arg(i))));
        }
        // Links to one file are that file.
        QCOMPARE(int(readCatalogs({path(QStringLiteral("many/catalog-info.yaml"))}).files.size()), 1);
    }
};

QTEST_GUILESS_MAIN(TestCatalogFiles)
#include "tst_catalogfiles.moc"
