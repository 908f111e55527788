#include "pages.h"
#include "tests/support/fakepage.h"
#include "tests/support/uistage.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QTranslator>

using namespace quarterdeck;

namespace {

// Every translated text comes out in brackets and a third longer: what has no brackets escaped, what does not fit is clipped.
class PseudoTranslator final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (QByteArrayView(context).startsWith("Q") || source == nullptr) {
            return {};
        }
        const QString text = QString::fromUtf8(source);
        return QChar(0x27E6) + text + QString(std::max<qsizetype>(1, text.size() / 3), QChar(0x00B7)) + QChar(0x27E7);
    }
};

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

} // namespace

class TestPseudoLocale : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyActionIsTranslated();
    void everyButtonIsTranslatedAndFits_data();
    void everyButtonIsTranslatedAndFits();

private:
    PseudoTranslator m_translator;
    FakePage m_fakes;
    std::unique_ptr<MainWindow> m_window;
};

void TestPseudoLocale::initTestCase()
{
    QCoreApplication::installTranslator(&m_translator);
    setStage(m_fakes.theme, Theme::Scheme::Light);
    FakePage &f = m_fakes;
    m_window = std::make_unique<MainWindow>(MainWindow::Parts {f.reader, f.outbox, f.sources, f.telemetry, f.onCall, f.runLog, f.library,
                                                f.preferences, f.secrets, f.editor, f.time, f.clock, f.theme},
        registeredPages());
    QVERIFY(showAndWait(*m_window, {1440, 900}));
}

void TestPseudoLocale::everyActionIsTranslated()
{
    QStringList escaped;
    for (const QString &id : m_window->pageIds()) {
        m_window->go({id, {}, {}});
    }
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        // Actions without a name of ours are Qt's own.
        if (!action->objectName().isEmpty() && hasLetters(action->text()) && !action->text().contains(QChar(0x27E6))) {
            escaped.append(action->objectName() + QStringLiteral(": ") + action->text());
        }
    }
    QCOMPARE(escaped, QStringList());
}

void TestPseudoLocale::everyButtonIsTranslatedAndFits_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : m_window->pageIds()) {
        QTest::newRow(qPrintable(id)) << id;
    }
}

void TestPseudoLocale::everyButtonIsTranslatedAndFits()
{
    QFETCH(QString, id);
    m_window->go({id, {}, {}});
    QCoreApplication::processEvents();
    QStringList wrong;
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || !hasLetters(button->text())) {
            continue;
        }
        // The clock shows a time and the name of a zone, which no catalogue has.
        const bool isClock = button->objectName() == QLatin1StringView("clock");
        // The letter of a query is its name.
        const bool isLetter = button->text().size() == 1;
        if (!isClock && !isLetter && !button->text().contains(QChar(0x27E6))) {
            wrong.append(button->objectName() + QStringLiteral(" escaped translation: ") + button->text());
        }
        if (button->width() < button->minimumSizeHint().width()) {
            wrong.append(button->objectName() + QStringLiteral(" is clipped: ") + button->text());
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral(" | "))));
    takePicture(*m_window, QStringLiteral("pseudo-") + id);
}

QTEST_MAIN(TestPseudoLocale)
#include "tst_pseudolocale.moc"
