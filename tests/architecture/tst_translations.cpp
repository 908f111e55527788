#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString Lupdate = QStringLiteral("/usr/lib/qt6/bin/lupdate");

QString catalogue(const QString &language)
{
    return QStringLiteral(QUARTERDECK_SOURCE_DIR "/translations/quarterdeck_%1.ts").arg(language);
}

QByteArray contents(const QString &file)
{
    QFile input(file);
    return input.open(QIODevice::ReadOnly) ? input.readAll() : QByteArray();
}

} // namespace

// The catalogues hold every text of the sources, all translated, with the placeholders of the source.
class TestTranslations : public QObject {
    Q_OBJECT

private slots:
    void languages_data();
    void languages();
    void placeholdersAgree_data();
    void placeholdersAgree();
    void chineseHasOneRuleForMarks();
    void wordsAreJoinedByPhrases();
};

void TestTranslations::languages_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << QStringLiteral("de");
    QTest::newRow("Simplified Chinese") << QStringLiteral("zh_CN");
}

void TestTranslations::languages()
{
    QFETCH(QString, language);
    QVERIFY2(QFile::exists(catalogue(language)), qPrintable(catalogue(language)));
    if (!QFile::exists(Lupdate)) {
        QSKIP("lupdate is absent");
    }
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.ts"));
    QVERIFY(QFile::copy(catalogue(language), copy));
    QProcess update;
    update.setWorkingDirectory(QStringLiteral(QUARTERDECK_SOURCE_DIR));
    update.start(Lupdate,
        {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-I"),
            QStringLiteral(QUARTERDECK_SOURCE_DIR), QStringLiteral("app"), QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("-ts"),
            copy});
    QVERIFY(update.waitForFinished(60'000));
    const QByteArray after = contents(copy);
    static const QRegularExpression Open(
        QStringLiteral("<source>([^<]*)</source>(?:(?!</message>).)*type=\"unfinished\""), QRegularExpression::DotMatchesEverythingOption);
    QStringList missing;
    auto matches = Open.globalMatch(QString::fromUtf8(after));
    while (matches.hasNext()) {
        missing.append(matches.next().captured(1));
    }
    QVERIFY2(
        missing.isEmpty(), qPrintable(QStringLiteral("run the target update_translations and translate: ") + missing.join(QStringLiteral(" | "))));
    QVERIFY2(after == contents(catalogue(language)), "the catalogue is behind the sources: run the target update_translations");
}

void TestTranslations::placeholdersAgree_data()
{
    languages_data();
}

void TestTranslations::placeholdersAgree()
{
    QFETCH(QString, language);
    static const QRegularExpression Message(
        QStringLiteral("<source>(.*?)</source>.*?<translation>(.*?)</translation>"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression Placeholder(QStringLiteral("%L?[1-9]"));
    QStringList wrong;
    auto messages = Message.globalMatch(QString::fromUtf8(contents(catalogue(language))));
    int count = 0;
    while (messages.hasNext()) {
        const auto message = messages.next();
        ++count;
        QSet<QString> there;
        QSet<QString> here;
        auto found = Placeholder.globalMatch(message.captured(1));
        while (found.hasNext()) {
            there.insert(found.next().captured());
        }
        found = Placeholder.globalMatch(message.captured(2));
        while (found.hasNext()) {
            here.insert(found.next().captured());
        }
        if (there != here) {
            wrong.append(message.captured(1));
        }
    }
    QVERIFY(count > 300);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral(" | "))));
}

// Between Chinese words and after what is filled in stand the full-width marks, without a space; the half-width ones belong to code and
// to keys of menus alone.
void TestTranslations::chineseHasOneRuleForMarks()
{
    static const QRegularExpression Translation(
        QStringLiteral("<(?:translation|numerusform)>([^<]+)</(?:translation|numerusform)>"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression MenuKey(QStringLiteral("\\(&.\\)"));
    const QString chinese = QStringLiteral("[\\x{3000}-\\x{303f}\\x{4e00}-\\x{9fff}\\x{ff00}-\\x{ffef}”]");
    const QRegularExpression half(QStringLiteral("(?:%1|%L?[0-9n])[:;,!?()]|[(),;]\\s?%1").arg(chinese));
    const QRegularExpression spaced(QStringLiteral("\\s[：；，。！？、）]|[：；，。！？、（]\\s"));
    const auto isWrong = [&](QString words) {
        words.remove(MenuKey);
        return half.match(words).hasMatch() || spaced.match(words.trimmed()).hasMatch();
    };
    QVERIFY(isWrong(QStringLiteral("触发: %1")));
    QVERIFY(isWrong(QStringLiteral("%1: %2")));
    QVERIFY(isWrong(QStringLiteral("错误, 最新")));
    QVERIFY(isWrong(QStringLiteral("时间(UTC)")));
    QVERIFY(isWrong(QStringLiteral("触发： %1")));
    QVERIFY(!isWrong(QStringLiteral("退出(&Q)…")));
    QVERIFY(!isWrong(QStringLiteral("请在 config.yaml 的 backends: 下添加一个 Prometheus。")));
    QVERIFY(!isWrong(QStringLiteral("筛选：文字、is:open、name!=value")));
    QStringList wrong;
    int count = 0;
    auto found = Translation.globalMatch(QString::fromUtf8(contents(catalogue(QStringLiteral("zh_CN")))));
    while (found.hasNext()) {
        const QString words
            = found.next().captured(1).replace(QLatin1StringView("&amp;"), QLatin1StringView("&")).remove(QLatin1StringView("&quot;"));
        ++count;
        if (isWrong(words)) {
            wrong.append(words.trimmed());
        }
    }
    QVERIFY(count > 300);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral(" | "))));
}

// A colon written into the code is half-width in every language: ui/widgets/phrases.h knows the right one.
void TestTranslations::wordsAreJoinedByPhrases()
{
    static const QRegularExpression Join(QStringLiteral("(?:QStringLiteral|QLatin1StringView|QString|tr)\\(\"[:,;.] \"\\)"));
    QStringList wrong;
    int count = 0;
    QDirIterator files(
        QStringLiteral(QUARTERDECK_SOURCE_DIR "/ui"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        ++count;
        if (Join.match(QString::fromUtf8(contents(file))).hasMatch()) {
            wrong.append(file);
        }
    }
    QVERIFY(count > 100);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral(" | "))));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
