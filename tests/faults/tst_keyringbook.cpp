#include "app/bootstrap/keyringbook.h"
#include "app/secrets/keyringacts.h"
#include "tests/support/await.h"

#include <QMap>

using namespace quarterdeck;

namespace {

/// A keyring that behaves as real ones do where they are locked, gone, or broken.
class OddKeyring final : public SecretStore {
public:
    State is = State::Ok;
    QMap<QString, QByteArray> kept;
    bool losesWrites = false;
    bool garbles = false;
    std::optional<Error> refusal;
    int reads = 0;

    QString name() const override { return QStringLiteral("odd"); }
    State state() const override { return is; }
    Async<Secret> read(QString key) override
    {
        ++reads;
        if (const auto error = trouble()) {
            return ready<Secret>(tl::unexpected(*error));
        }
        return kept.contains(key) ? ready<Secret>(Secret(kept.value(key)))
                                  : ready<Secret>(fail(ErrorKind::NotFound, QStringLiteral("The keyring holds no secret of this name.")));
    }
    Async<Done> write(QString key, Secret secret) override
    {
        if (const auto error = trouble()) {
            return ready<Done>(tl::unexpected(*error));
        }
        if (!losesWrites) {
            kept.insert(key, garbles ? QByteArray("other") : secret.reveal());
        }
        return ready<Done>(Done {});
    }
    // As QtKeychain: deleting in a locked keyring is said to have worked.
    Async<Done> remove(QString key) override
    {
        if (is == State::Ok && !losesWrites) {
            kept.remove(key);
        }
        return refusal ? ready<Done>(tl::unexpected(*refusal)) : ready<Done>(Done {});
    }

private:
    std::optional<Error> trouble() const
    {
        if (is == State::Absent) {
            return Error {ErrorKind::Unsupported, QStringLiteral("There is no desktop keyring."), {}, 0, {}};
        }
        if (is == State::Locked) {
            return Error {ErrorKind::Unauthorized, QStringLiteral("The keyring is locked."), {}, 0, {}};
        }
        return refusal;
    }
};

Endpoint endpoint(const QString &id, const HttpConfig &http)
{
    Endpoint made;
    made.id = id;
    made.http = http;
    return made;
}

} // namespace

/// What the window says of secrets in the keyring, and that it says "stored" and "removed" only of what is so.
class TestKeyringBook : public QObject {
    Q_OBJECT

    const QString m_eu = QStringLiteral("eu");

private slots:
    void namesEverySecretOfTheKeyringOnce()
    {
        const auto ref = [](const char *name) { return SecretRef {QString::fromLatin1(name), {}, {}}; };
        HttpConfig basic;
        basic.auth = HttpConfig::Auth::Basic;
        basic.secret = ref("eu");
        basic.headers = {{QStringLiteral("X-Api-Key"), {}, ref("key")}, {QStringLiteral("X-Again"), {}, ref("eu")},
            {QStringLiteral("X-File"), {}, SecretRef {{}, QStringLiteral("/etc/x"), {}}}, {QStringLiteral("X-Plain"), QStringLiteral("v"), {}}};
        basic.proxy.connectHeaders = {{QStringLiteral("Proxy-Authorization"), {}, ref("proxy")}};
        HttpConfig oauth;
        oauth.auth = HttpConfig::Auth::OAuth2;
        oauth.oauth2 = OAuth2Config {};
        oauth.oauth2->clientSecret = ref("client");
        oauth.oauth2->proxy.connectHeaders = {{QStringLiteral("Proxy-Authorization"), {}, ref("tokens")}};
        OddKeyring keyring;
        const KeyringBook book(
            keyring, {endpoint(QStringLiteral("am"), basic), endpoint(QStringLiteral("prom"), oauth), endpoint(QStringLiteral("j"), {})});
        QCOMPARE(book.names(QStringLiteral("am")), QStringList({QStringLiteral("eu"), QStringLiteral("key"), QStringLiteral("proxy")}));
        QCOMPARE(book.names(QStringLiteral("prom")), QStringList({QStringLiteral("client"), QStringLiteral("tokens")}));
        QVERIFY(book.names(QStringLiteral("j")).isEmpty());
        QVERIFY(book.names(QStringLiteral("nowhere")).isEmpty());
    }
    void saysHowItStands()
    {
        OddKeyring keyring;
        KeyringBook book(keyring, {});
        QCOMPARE(await(book.state(m_eu)).value(), SecretState::Missing);
        keyring.kept.insert(m_eu, "s");
        QCOMPARE(await(book.state(m_eu)).value(), SecretState::Stored);
        keyring.reads = 0;
        keyring.is = SecretStore::State::Locked;
        QCOMPARE(await(book.state(m_eu)).value(), SecretState::Locked);
        keyring.is = SecretStore::State::Absent;
        QCOMPARE(await(book.state(m_eu)).value(), SecretState::NoKeyring);
        // Reading a locked keyring would have the desktop ask for its password, just for a look.
        QCOMPARE(keyring.reads, 0);
        keyring.is = SecretStore::State::Ok;
        keyring.refusal = Error {ErrorKind::Unsupported, QStringLiteral("The keyring rejected the request."), {}, 0, {}};
        QCOMPARE(await(book.state(m_eu)).error().kind, ErrorKind::Storage);
    }
    void storedIsWhatIsGivenBack()
    {
        OddKeyring keyring;
        KeyringBook book(keyring, {});
        QVERIFY(await(book.store(m_eu, Secret("one\n"))));
        QCOMPARE(keyring.kept.value(m_eu), QByteArray("one"));
        keyring.garbles = true;
        QCOMPARE(await(book.store(m_eu, Secret("two"))).error().kind, ErrorKind::Storage);
        keyring.garbles = false;
        keyring.losesWrites = true;
        keyring.kept.clear();
        QCOMPARE(await(book.store(m_eu, Secret("two"))).error().kind, ErrorKind::NotFound);
        keyring.is = SecretStore::State::Locked;
        QCOMPARE(await(book.store(m_eu, Secret("two"))).error().kind, ErrorKind::Unauthorized);
        keyring.is = SecretStore::State::Absent;
        QCOMPARE(await(book.store(m_eu, Secret("two"))).error().kind, ErrorKind::Unsupported);
    }
    void noSecretIsStoredThatIsNoLineOfText()
    {
        OddKeyring keyring;
        KeyringBook book(keyring, {});
        for (const QByteArray &bytes :
            {QByteArray(), QByteArray("\n"), QByteArray("a\nb"), QByteArray("a\0b", 3), QByteArray("\xff"), QByteArray(65'537, 'x')}) {
            const auto stored = await(book.store(m_eu, Secret(bytes)));
            QVERIFY(!stored && stored.error().kind == ErrorKind::Rejected);
            QVERIFY(bytes.size() < 3 || !stored.error().what.toUtf8().contains(bytes));
        }
        QVERIFY(keyring.kept.isEmpty());
        QVERIFY(await(book.store(m_eu, Secret(QByteArray(65'536, 'x')))));
    }
    void removedIsWhatIsGone()
    {
        OddKeyring keyring;
        KeyringBook book(keyring, {});
        QCOMPARE(await(book.remove(m_eu)).error().kind, ErrorKind::NotFound);
        keyring.kept.insert(m_eu, "s");
        QVERIFY(await(book.remove(m_eu)));
        QVERIFY(keyring.kept.isEmpty());
        keyring.kept.insert(m_eu, "s");
        keyring.losesWrites = true;
        QCOMPARE(await(book.remove(m_eu)).error().kind, ErrorKind::Storage);
        keyring.is = SecretStore::State::Locked;
        QCOMPARE(await(book.remove(m_eu)).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(keyring.kept.value(m_eu), QByteArray("s"));
    }
};

QTEST_GUILESS_MAIN(TestKeyringBook)
#include "tst_keyringbook.moc"
