#include "app/settings/config.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quarterdeck;

namespace {

QStringList namesOf(const std::vector<ConfigOmission> &omissions)
{
    QStringList names;
    for (const ConfigOmission &omission : omissions) {
        names.append(omission.name);
    }
    return names;
}

} // namespace

/// What an include cannot give, or gives under a name that is taken, stays visible.
class TestIncludedFiles : public QObject {
    Q_OBJECT

private slots:
    void includes()
    {
        QTemporaryDir dir;
        const QString root = QDir(dir.path()).canonicalPath();
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QDir(root).mkpath(QFileInfo(name).path());
            QFile file(root + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(QStringLiteral("bad.yaml"), "version: 1\nbackends: [\n");
        write(QStringLiteral("one.yaml"), "version: 1\nincludes: [x.yaml]\nbackends:\n- {name: a, type: prometheus, url: 'http://1'}\n");
        write(QStringLiteral("two.yaml"),
            "version: 1\nbackends:\n- {name: a, type: prometheus, url: 'http://2'}\n- {name: own, type: prometheus, url: nowhere}\n");
        write(QStringLiteral("config.yaml"),
            "version: 1\nincludes: [bad.yaml, one.yaml, two.yaml, gone.yaml, 'none/*.yaml']\nbackends:\n- {name: own, type: prometheus, url: "
            "'http://o'}\n");
        const auto config = loadConfig(root + QStringLiteral("/config.yaml"));
        QVERIFY(config);
        QCOMPARE(namesOf(config->omissionsOf(config->context())),
            QStringList({root + QStringLiteral("/bad.yaml"), root + QStringLiteral("/one.yaml"), QStringLiteral("own"), QStringLiteral("a, two.yaml"),
                root + QStringLiteral("/gone.yaml"), root + QStringLiteral("/none/*.yaml")}));
        QVERIFY(config->omissions.back().text.startsWith(root + QStringLiteral("/config.yaml:2: ")));
        QVERIFY(config->omissions.back().text.contains(QStringLiteral("matches no file")));
    }

    void includesThatReuseAName()
    {
        QTemporaryDir dir;
        const QString root = QDir(dir.path()).canonicalPath();
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(root + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        const auto load = [&](const QByteArray &main, const QByteArray &part) {
            write(QStringLiteral("a.yaml"), "version: 1\n" + part);
            write(QStringLiteral("config.yaml"), "version: 1\nincludes: [a.yaml]\n" + main);
            const auto config = loadConfig(root + QStringLiteral("/config.yaml"));
            return config ? *config : Config {};
        };
        const auto told = [&](const Config &c, const QString &name, int line) {
            const auto omissions = c.omissionsOf(c.context());
            QCOMPARE(namesOf(omissions), QStringList(name));
            QVERIFY2(omissions[0].text.startsWith(root + QStringLiteral("/a.yaml:%1: ").arg(line)), qPrintable(omissions[0].text));
        };
        const QByteArray own = "backends:\n- {name: a, type: prometheus, url: 'http://1'}\n";
        told(load(own, "backends:\n- {name: b, type: prometheus, url: 'http://1'}\n- {name: a, type: prometheus, url: 'http://2'}\n"),
            QStringLiteral("a, a.yaml"), 4);
        told(load(own, "backends:\n- {name: a, type: prometheus, url: nowhere}\n"), QStringLiteral("a"), 3);
        QVERIFY(load(own, own).omissions.empty());
        const QByteArray context = "contexts:\n- {name: p, backends: [a]}\n";
        told(load(own + context, "contexts:\n- {name: p, backends: [b]}\nbackends:\n- {name: b, type: prometheus, url: 'http://2'}\n"),
            QStringLiteral("p, a.yaml"), 3);
        QVERIFY(load(own + context, context).omissions.empty());
        QCOMPARE(load(own + context, "contexts:\n- {name: q, backends: [a]}\n").context().name, QString());
    }

    void includesThatChooseDifferentContexts()
    {
        QTemporaryDir dir;
        const QString root = QDir(dir.path()).canonicalPath();
        const QByteArray main = "version: 1\nincludes: [a.yaml, b.yaml]\n";
        for (const auto &[name, bytes] :
            {std::pair("a.yaml", QByteArray("version: 1\ncurrent-context: x\n")), std::pair("b.yaml", QByteArray("version: 1\ncurrent-context: y\n")),
                std::pair("open.yaml", main), std::pair("own.yaml", QByteArray(main + "current-context: x\n"))}) {
            QFile file(root + u'/' + QLatin1StringView(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        const auto open = loadConfig(root + QStringLiteral("/open.yaml"));
        QVERIFY(open);
        QCOMPARE(namesOf(open->omissions), QStringList(QStringLiteral("current-context, b.yaml")));
        const auto own = loadConfig(root + QStringLiteral("/own.yaml"));
        QVERIFY(own && own->omissions.empty());
    }

    void aLinkThatLeadsNowhereAmongIncludes()
    {
        QTemporaryDir dir;
        const QString root = QDir(dir.path()).canonicalPath();
        for (const auto &[name, bytes] : {std::pair("a.yaml", "version: 1\n"), std::pair("config.yaml", "version: 1\nincludes: ['[ab].yaml']\n")}) {
            QFile file(root + u'/' + QLatin1StringView(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        const QString link = root + QStringLiteral("/b.yaml");
        QVERIFY(QFile::link(root + QStringLiteral("/gone"), link));
        const auto config = loadConfig(root + QStringLiteral("/config.yaml"));
        QVERIFY(config);
        QCOMPARE(namesOf(config->omissions), QStringList(link));
        QVERIFY2(config->omissions[0].text.contains(QStringLiteral("leads nowhere")), qPrintable(config->omissions[0].text));
    }

    void includesThatAreNoFiles()
    {
        QTemporaryDir dir;
        const QString root = QDir(dir.path()).canonicalPath();
        QVERIFY(QDir(root).mkpath(QStringLiteral("conf.d")));
        QFile file(root + QStringLiteral("/config.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("version: 1\nincludes: [conf.d, /dev/null, gone.yaml]\n");
        file.close();
        const auto config = loadConfig(file.fileName());
        QVERIFY(config);
        QCOMPARE(int(config->omissions.size()), 3);
        QVERIFY2(config->omissions[0].text.contains(QStringLiteral("conf.d is a folder; write ")), qPrintable(config->omissions[0].text));
        QVERIFY2(config->omissions[1].text.contains(QStringLiteral("/dev/null is not a regular file")), qPrintable(config->omissions[1].text));
        QVERIFY2(config->omissions[2].text.contains(QStringLiteral("does not exist")), qPrintable(config->omissions[2].text));
    }
};

QTEST_GUILESS_MAIN(TestIncludedFiles)
#include "tst_includedfiles.moc"
