// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the keychain does, what it has is not lost.
#include "ui/znodes/connection/credentialstore.h"

#include "gui/stage.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString cluster = u"orders"_s;

struct Vault
{
    QHash<QString, QByteArray> entries;
    KeychainState answer = KeychainState::Done; ///< to whatever is asked; Done: as usual
    int writes = 0;
    int removals = 0;
};

class FakeKeychain final : public Keychain
{
public:
    explicit FakeKeychain(Vault &vault)
        : m_vault(vault)
    {
    }

    void read(const QString &key, QObject *context, const Reply &reply) override
    {
        const bool has = m_vault.entries.contains(key);
        const KeychainState usual = has ? KeychainState::Done : KeychainState::Nothing;
        const bool opens = m_vault.answer == KeychainState::Done;
        tell({opens ? usual : m_vault.answer, opens ? m_vault.entries.value(key) : QByteArray(), u"oops"_s},
             context, reply);
    }

    void write(const QString &key, const QByteArray &bytes, QObject *context, const Reply &reply) override
    {
        ++m_vault.writes;
        if (m_vault.answer == KeychainState::Done)
            m_vault.entries.insert(key, bytes);
        tell({m_vault.answer, {}, u"oops"_s}, context, reply);
    }

    void remove(const QString &key, QObject *context, const Reply &reply) override
    {
        ++m_vault.removals;
        if (m_vault.answer == KeychainState::Done)
            m_vault.entries.remove(key);
        tell({m_vault.answer, {}, u"oops"_s}, context, reply);
    }

private:
    static void tell(const KeychainAnswer &answer, QObject *context, const Reply &reply)
    {
        QMetaObject::invokeMethod(
            context, [answer, reply] { reply(answer); }, Qt::QueuedConnection);
    }

    Vault &m_vault;
};

QList<ZnodeCredential> digests(const QByteArrayList &secrets)
{
    QList<ZnodeCredential> all;
    for (const QByteArray &secret : secrets)
        all.append({u"digest"_s, secret});
    return all;
}

} // namespace

class TestCredentialStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_vault = {}; }
    void keepsAndGivesBack();
    void spoilsNothing_data();
    void spoilsNothing();
    void keepsWhatComesToLight();
    void removesNothingUnseen();
    void saysThatItIsLeft();

private:
    [[nodiscard]] std::unique_ptr<CredentialStore> store()
    {
        return std::make_unique<CredentialStore>(std::make_unique<FakeKeychain>(m_vault));
    }
    /// As another run finds it.
    [[nodiscard]] QList<ZnodeCredential> found()
    {
        const auto other = store();
        QSignalSpy loaded(other.get(), &CredentialStore::loaded);
        other->load(cluster);
        return loaded.wait(patience) ? other->credentials(cluster) : QList<ZnodeCredential>();
    }
    /// By a former run.
    void keep(const QByteArrayList &secrets)
    {
        const auto former = store();
        former->save(cluster, digests(secrets));
        QTRY_VERIFY_WITH_TIMEOUT(m_vault.writes > 0, patience);
    }

    Vault m_vault;
};

void TestCredentialStore::keepsAndGivesBack()
{
    keep({"ann:pw"});
    QCOMPARE(found(), digests({"ann:pw"}));
    const auto one = store();
    QSignalSpy loaded(one.get(), &CredentialStore::loaded);
    one->load(cluster);
    QVERIFY(loaded.wait(patience));
    one->save(cluster, {});
    QTRY_COMPARE_WITH_TIMEOUT(m_vault.removals, 1, patience);
    QVERIFY(m_vault.entries.isEmpty());
}

void TestCredentialStore::spoilsNothing_data()
{
    QTest::addColumn<KeychainState>("answer");
    QTest::addColumn<QString>("atFirst");
    QTest::addColumn<QString>("atLast");
    QTest::newRow("locked")
        << KeychainState::Locked
        << u"The keychain stayed locked, or its question was cancelled: nobody is signed in to this cluster."_s
        << u"The keychain stayed locked, or its question was cancelled: the password is kept until ZooDock ends."_s;
    QTest::newRow("denied")
        << KeychainState::Denied
        << u"You did not let ZooDock into the keychain: nobody is signed in to this cluster."_s
        << u"You did not let ZooDock into the keychain: the password is kept until ZooDock ends."_s;
    QTest::newRow("failed")
        << KeychainState::Failed
        << u"The keychain answers with an error (oops): nobody is signed in to this cluster. What it keeps stays there."_s
        << u"The keychain answers with an error (oops): the password is kept until ZooDock ends."_s;
    QTest::newRow("missing") << KeychainState::Missing << QString()
                             << u"There is no keychain here: the password is kept until ZooDock ends."_s;
}

void TestCredentialStore::spoilsNothing()
{
    QFETCH(KeychainState, answer);
    QFETCH(QString, atFirst);
    QFETCH(QString, atLast);
    keep({"ann:pw"});
    m_vault.answer = answer;
    const int writes = m_vault.writes;
    const auto one = store();
    QSignalSpy loaded(one.get(), &CredentialStore::loaded);
    QSignalSpy said(one.get(), &CredentialStore::notKept);
    one->load(cluster);
    QVERIFY(loaded.wait(patience));
    QCOMPARE(said.size(), atFirst.isEmpty() ? 0 : 1);
    if (!atFirst.isEmpty())
        QCOMPARE(said.takeFirst().first().toString(), atFirst);
    QVERIFY(one->credentials(cluster).isEmpty());
    one->save(cluster, digests({"bob:pw"}));
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, patience);
    QCOMPARE(said.first().first().toString(), atLast);
    QCOMPARE(one->credentials(cluster), digests({"bob:pw"})); // for this run
    QCOMPARE(m_vault.writes, writes);
    QCOMPARE(m_vault.removals, 0);
    m_vault.answer = KeychainState::Done;
    QCOMPARE(found(), digests({"ann:pw"}));
}

/// It is unlocked when something is to be kept: both are kept then, and one goes where it is removed.
void TestCredentialStore::keepsWhatComesToLight()
{
    keep({"ann:pw"});
    m_vault.answer = KeychainState::Locked;
    const auto one = store();
    QSignalSpy loaded(one.get(), &CredentialStore::loaded);
    one->load(cluster);
    QVERIFY(loaded.wait(patience));
    m_vault.answer = KeychainState::Done;
    one->save(cluster, digests({"bob:pw"}));
    QTRY_COMPARE_WITH_TIMEOUT(m_vault.writes, 2, patience);
    QCOMPARE(one->credentials(cluster), digests({"bob:pw"})); // whom one is signed in as
    QCOMPARE(found(), digests({"bob:pw", "ann:pw"}));
    one->save(cluster, {});
    QTRY_COMPARE_WITH_TIMEOUT(m_vault.writes, 3, patience);
    QCOMPARE(found(), digests({"ann:pw"}));
}

void TestCredentialStore::removesNothingUnseen()
{
    keep({"ann:pw"});
    const auto one = store();
    one->save(cluster, {}); // before it was loaded
    QTRY_COMPARE_WITH_TIMEOUT(m_vault.writes, 2, patience);
    QCOMPARE(m_vault.removals, 0);
    QCOMPARE(found(), digests({"ann:pw"}));
}

void TestCredentialStore::saysThatItIsLeft()
{
    keep({"ann:pw"});
    const auto one = store();
    QSignalSpy loaded(one.get(), &CredentialStore::loaded);
    QSignalSpy said(one.get(), &CredentialStore::notKept);
    one->load(cluster);
    QVERIFY(loaded.wait(patience));
    m_vault.answer = KeychainState::Locked;
    one->save(cluster, {});
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, patience);
    QVERIFY(said.first().first().toString().startsWith(u"The keychain still has the passwords"_s));
}

QTEST_MAIN(TestCredentialStore)
#include "tst_credentialstore.moc"
