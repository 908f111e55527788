#include "app/settings/config.h"
#include "app/settings/configedit.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace quarterdeck;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray withCarriageReturns(QByteArray text)
{
    return text.replace("\n", "\r\n");
}

} // namespace

/// tests/golden/configedit: one folder a case: in.yaml, the edit, and out.yaml, or why it is refused. The edit is "add CONTEXT", "change NAME"
/// or "remove NAME", and below it the backend as it is wanted, written as in a configuration. QUARTERDECK_GOLDEN=write writes what comes out
/// anew, to be read by a person.
class TestConfigEdit : public QObject {
    Q_OBJECT

    // The same file name whatever machine it is: places are part of what is compared.
    static Result<QByteArray> run(const QByteArray &in, const QString &folder, const BackendEdit &edit)
    {
        return editedConfig(in, QStringLiteral("in.yaml"), folder, edit);
    }
    static BackendEdit editOf(const QByteArray &text)
    {
        const qsizetype end = text.indexOf('\n');
        const QList<QByteArray> words = text.left(end).split(' ');
        BackendEdit edit;
        const QString word = QString::fromUtf8(words.value(1));
        (words.value(0) == "add" ? edit.context : edit.name) = word;
        if (words.value(0) != "remove") {
            const auto config = parseConfig("version: 1\nbackends:\n" + text.mid(end + 1), QStringLiteral("edit"), {});
            if (!config || config->backends.size() != 1) {
                qFatal("the edit does not name one backend");
            }
            edit.wanted = config->backends.front();
        }
        return edit;
    }

private slots:
    void golden_data()
    {
        QTest::addColumn<QString>("folder");
        const QDir golden(QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/golden/configedit"));
        for (const QString &name : golden.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            QTest::newRow(qPrintable(name)) << golden.filePath(name);
        }
    }
    void golden()
    {
        QFETCH(QString, folder);
        const QDir dir(folder);
        const QByteArray in = contentOf(dir.filePath(QStringLiteral("in.yaml")));
        const BackendEdit edit = editOf(contentOf(dir.filePath(QStringLiteral("edit"))));
        const auto out = run(in, folder, edit);
        const bool isRefused = dir.exists(QStringLiteral("refused"));
        const QString path = dir.filePath(isRefused ? QStringLiteral("refused") : QStringLiteral("out.yaml"));
        QString said = QString::fromUtf8(out.value_or(QByteArray()));
        if (!out) {
            said = out.error().where + QStringLiteral(": ") + out.error().what + u'\n';
            said.remove(folder + u'/');
        }
        if (qEnvironmentVariable("QUARTERDECK_GOLDEN") == QLatin1StringView("write")) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(said.toUtf8()) > 0);
        }
        QCOMPARE(said, QString::fromUtf8(contentOf(path)));
        QCOMPARE(out.has_value(), !isRefused);
        if (out) {
            const auto windows = run(withCarriageReturns(in), folder, edit);
            QVERIFY2(windows, windows ? "" : qPrintable(windows.error().what));
            QCOMPARE(windows->contains("\r\n") ? *windows : withCarriageReturns(*windows), withCarriageReturns(*out));
            if (!in.isEmpty()) {
                const auto marked = run("\xEF\xBB\xBF" + in, folder, edit);
                QVERIFY2(marked, marked ? "" : qPrintable(marked.error().what));
                QCOMPARE(*marked, "\xEF\xBB\xBF" + *out);
            }
        }
    }

    // What is asked for and is so already changes no byte; what is added and removed again leaves the file as it was.
    void nothingIsWrittenForNothing()
    {
        const QDir golden(QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/golden/configedit"));
        int tried = 0;
        for (const QString &name : golden.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QByteArray in = contentOf(golden.filePath(name + QStringLiteral("/in.yaml")));
            const auto config = parseConfig(in, QStringLiteral("in.yaml"), {});
            for (const Endpoint &backend : config ? config->backends : std::vector<Endpoint>()) {
                if (const auto same = run(in, {}, {backend.id, backend})) {
                    QCOMPARE(*same, in);
                    ++tried;
                }
            }
            Endpoint more;
            more.id = QStringLiteral("more");
            more.kind = QStringLiteral("prometheus");
            more.urls = {QUrl(QStringLiteral("http://more.example.test"))};
            const QString context = config && !config->contexts.empty() ? config->contexts.front().name : QString();
            const auto added = in.isEmpty() ? fail(ErrorKind::Rejected, {}) : run(in, {}, {{}, more, context});
            // One name without brackets becomes a list, and stays one.
            const bool isList = name != QLatin1StringView("added-to-one-name");
            if (added && config && !config->backends.empty() && in.endsWith('\n') && isList) {
                const auto removed = run(*added, {}, {more.id, std::nullopt});
                QVERIFY2(removed, removed ? "" : qPrintable(name + removed.error().what));
                QCOMPARE(QString::fromUtf8(*removed), QString::fromUtf8(in));
            }
        }
        QVERIFY(tried > 30);
    }

    // Whatever the bytes are: either an answer that says what was wanted, or words. Here also for the sanitizers.
    void anyBytesAreAnsweredOrRefused()
    {
        QRandomGenerator random(7);
        const QByteArray letters = " -:{}[],#'\"&*!|>?~%\n\r\tabname";
        const QDir golden(QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/golden/configedit"));
        int answered = 0;
        for (const QString &name : golden.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            const QByteArray in = contentOf(golden.filePath(name + QStringLiteral("/in.yaml")));
            const BackendEdit edit = editOf(contentOf(golden.filePath(name + QStringLiteral("/edit"))));
            for (int round = 0; round < 60; ++round) {
                QByteArray text = in;
                for (int i = 0; i <= round % 4 && !text.isEmpty(); ++i) {
                    const qsizetype at = random.bounded(int(text.size()));
                    const char letter = letters[random.bounded(int(letters.size()))];
                    random.bounded(2) == 0 ? text.remove(at, 1 + random.bounded(12)) : text.insert(at, letter);
                }
                const auto out = run(text, {}, edit);
                if (out && edit.wanted) {
                    const auto config = parseConfig(*out, QStringLiteral("in.yaml"), {});
                    QVERIFY2(config, text.constData());
                    const auto isIt = [&edit](const Endpoint &one) { return one == *edit.wanted; };
                    QVERIFY2(std::any_of(config->backends.begin(), config->backends.end(), isIt), out->constData());
                }
                answered += out ? 1 : 0;
            }
        }
        QVERIFY(answered > 200);
    }

    void aFileWithoutALineBreakAtItsEndGetsNone()
    {
        Endpoint more;
        more.id = QStringLiteral("b");
        more.kind = QStringLiteral("prometheus");
        more.urls = {QUrl(QStringLiteral("http://b.example.test"))};
        const QByteArray in = "version: 1\nbackends:\n- name: a\n  type: prometheus\n  url: http://a.example.test";
        const auto out = run(in, {}, {{}, more});
        QVERIFY2(out, out ? "" : qPrintable(out.error().what));
        QCOMPARE(*out, in + "\n- name: b\n  type: prometheus\n  url: http://b.example.test");
    }

    void whatCannotBeWrittenIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("plain") << "am" << true;
        QTest::newRow("quotes") << "it's \"am\"" << true;
        QTest::newRow("null") << "null" << true;
        QTest::newRow("hash") << "am # 1" << true;
        QTest::newRow("brackets") << "[am], {b}" << true;
        QTest::newRow("chinese") << QString::fromUtf8("告警") << true;
        QTest::newRow("dash") << "- am" << true;
        QTest::newRow("alias") << "*am" << true;
        QTest::newRow("backslash") << "a\\nb" << true;
        QTest::newRow("line break") << "a\nb" << false;
        QTest::newRow("colon") << "a: b" << false;
        QTest::newRow("nothing") << "" << false;
    }
    void whatCannotBeWrittenIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(bool, isTaken);
        Endpoint wanted;
        wanted.id = name;
        wanted.kind = QStringLiteral("prometheus");
        wanted.urls = {QUrl(QStringLiteral("http://a.example.test/x?y=z&a={b}"))};
        wanted.http.auth = HttpConfig::Auth::Basic;
        wanted.http.username = name;
        wanted.http.secret.keychain = QStringLiteral("prom");
        for (const QByteArray in : {"", "version: 1\ncontexts: [{name: default, backends: []}]\nbackends: []\n",
                 "version: 1\nbackends:\n- {name: \"x\", type: journal, url: 'http://x.example.test'}\n"}) {
            const auto out = run(in, {}, {{}, wanted, QStringLiteral("default")});
            QCOMPARE(out.has_value(), isTaken);
            if (out) {
                const auto config = parseConfig(*out, QStringLiteral("in.yaml"), {});
                QVERIFY(config);
                QCOMPARE(config->backends.back(), wanted);
                QVERIFY(!config->backendsOf(config->context()).empty());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestConfigEdit)
#include "tst_configedit.moc"
