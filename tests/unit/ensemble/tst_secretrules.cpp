// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/secretrules.h"

#include "ensemble/ensemblejson.h"
#include "ensemble/serverconfig.h"
#include "ensemble/validate.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString lines = u"# ssl.trustStore.password=hush0\nsnapCount=1000\nssl.keyStore.password = hush1\n"
                      "ssl.keyStore.passwordPath=/run/hidden\n"_s;
const QString flags = u"-Da=b -Djavax.net.ssl.trustStorePassword=hush2 "
                      "-Dzookeeper.DigestAuthenticationProvider.superDigest=super:hush3'="_s;

Ensemble secretive(const QString &tag = u"3.9"_s)
{
    Ensemble made = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:"_s + tag);
    made.settings = {{u"extra"_s, lines}, {u"jvmFlags"_s, flags}, {u"tls.password"_s, u"hush4"_s}};
    return made;
}

QString everything(const Ensemble &ensemble)
{
    return QString::fromUtf8(toJson(ensemble));
}

QString told(const Ensemble &ensemble)
{
    const Result<ServerConfiguration> configuration = configure(ensemble, ensemble.members.constFirst());
    QStringList variables;
    for (const auto &[name, value] : configuration->environment)
        variables += name + u'=' + value;
    return variables.join(u'\n');
}

QMap<QString, GeneratedFile> filesOf(const Ensemble &ensemble)
{
    QMap<QString, GeneratedFile> files;
    const Result<ServerConfiguration> configuration = configure(ensemble, ensemble.members.constFirst());
    for (const GeneratedFile &file : configuration->files)
        files.insert(file.path, file);
    return files;
}

} // namespace

class TestSecretRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keys_data();
    void keys();
    void masked();
    void labelsHaveNone();
    void thereAndBack();
    void changedOneIsNoticed();
    void withoutAKeyTheFileIsBelieved();
    void missingOnesAreFound();
    void forgotten();
    void keyIsMadeOnce();
    void configurationTravelsByFiles_data();
    void configurationTravelsByFiles();
    void openOnesTravelAsBefore();
};

void TestSecretRules::keys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("isSecret");
    QTest::newRow("password") << u"ssl.keyStore.password"_s << true;
    QTest::newRow("quorum") << u"ssl.quorum.trustStore.password"_s << true;
    QTest::newRow("capital") << u"javax.net.ssl.trustStorePassword"_s << true;
    QTest::newRow("passwd") << u"zookeeper.ssl.keyStore.passwd"_s << true;
    QTest::newRow("digest") << u"zookeeper.DigestAuthenticationProvider.superDigest"_s << true;
    QTest::newRow("secret") << u"clientSecret"_s << true;
    QTest::newRow("path") << u"ssl.keyStore.passwordPath"_s << false;
    QTest::newRow("file") << u"secretsFile"_s << false;
    QTest::newRow("plain") << u"tickTime"_s << false;
    QTest::newRow("secure") << u"secureClientPort"_s << false;
    QTest::newRow("algorithm") << u"zookeeper.DigestAuthenticationProvider.digestAlg"_s << false;
}

void TestSecretRules::keys()
{
    QFETCH(QString, key);
    QFETCH(bool, isSecret);
    QCOMPARE(isSecretKey(key), isSecret);
    QCOMPARE(isSecretFlag(u"-D%1=x"_s.arg(key)), isSecret);
    QVERIFY(!isSecretFlag(u"-D"_s + key));
}

void TestSecretRules::masked()
{
    const Ensemble shown = withMaskedSecrets(secretive());
    QVERIFY2(!everything(shown).contains(u"hush"_s), qPrintable(everything(shown)));
    QCOMPARE(shown.settings.value(u"extra"_s),
             u"# ssl.trustStore.password=***\nsnapCount=1000\nssl.keyStore.password = ***\n"
             "ssl.keyStore.passwordPath=/run/hidden\n"_s);
    QCOMPARE(shown.settings.value(u"jvmFlags"_s),
             u"-Da=b -Djavax.net.ssl.trustStorePassword=*** "
             "-Dzookeeper.DigestAuthenticationProvider.superDigest=***"_s);
    QCOMPARE(shown.settings.value(u"tls.password"_s), u"***"_s);
    QCOMPARE(withMaskedSecrets(u"jvmFlags"_s, u" -Da=b  -Dc=d "_s), u" -Da=b  -Dc=d "_s);
}

void TestSecretRules::labelsHaveNone()
{
    const Ensemble wish = withSecretsKey(secretive());
    const QString label = everything(withoutSecrets(wish));
    QVERIFY2(!label.contains(u"hush"_s) && !label.contains(wish.secretsKey), qPrintable(label));
    QVERIFY2(label.contains(u"kept-in-the-cluster-file"_s), qPrintable(label));
    QCOMPARE(everything(withoutSecrets(withoutSecrets(wish))), label);
}

void TestSecretRules::thereAndBack()
{
    const Ensemble wish = withSecretsKey(secretive());
    QVERIFY(withSecretsOf(withoutSecrets(wish), wish) == wish);
    const Ensemble keyless = secretive();
    QVERIFY(withSecretsOf(withoutSecrets(keyless), keyless) == keyless);
    QVERIFY(missingSecrets(wish).isEmpty());
}

void TestSecretRules::changedOneIsNoticed()
{
    const Ensemble wish = withSecretsKey(secretive());
    Ensemble other = wish;
    other.settings[u"extra"_s].replace(u"hush1"_s, u"hush9"_s);
    const Ensemble filled = withSecretsOf(withoutSecrets(wish), other);
    QVERIFY(!everything(filled).contains(u"hush9"_s));
    QVERIFY(everything(filled).contains(u"hush2"_s));
    QCOMPARE(missingSecrets(filled).size(), 1);
    QCOMPARE(missingSecrets(filled).constFirst().name, u"ssl.keyStore.password"_s);
    QVERIFY(everything(withoutSecrets(wish)) != everything(withoutSecrets(other)));
    QVERIFY(withSecretsOf(filled, wish) == wish);
}

void TestSecretRules::withoutAKeyTheFileIsBelieved()
{
    Ensemble file = secretive();
    file.settings[u"extra"_s].replace(u"hush1"_s, u"hush9"_s);
    const Ensemble filled = withSecretsOf(withoutSecrets(withSecretsKey(secretive())), file);
    QVERIFY(filled == file);
}

void TestSecretRules::missingOnesAreFound()
{
    const Ensemble lost = withoutSecrets(withSecretsKey(secretive()));
    QStringList fields;
    for (const Finding &finding : validate(lost, HostFacts())) {
        if (finding.code != u"secret.missing"_s)
            continue;
        QCOMPARE(finding.severity, Severity::Error);
        QVERIFY(!finding.remedy.isEmpty());
        fields += finding.field;
    }
    // The one in the comment is nobody's loss.
    QCOMPARE(fields, (QStringList{u"settings/extra"_s, u"settings/jvmFlags"_s, u"settings/jvmFlags"_s,
                                  u"settings/tls.password"_s}));
    const QList<Finding> whole = validate(secretive(), HostFacts());
    QVERIFY(std::none_of(whole.cbegin(), whole.cend(),
                         [](const Finding &finding) { return finding.code == u"secret.missing"_s; }));
}

void TestSecretRules::forgotten()
{
    const Ensemble rest = withSecretsForgotten(withSecretsKey(secretive()));
    QCOMPARE(rest.settings, (QMap<QString, QString>{
                                {u"extra"_s, u"snapCount=1000\nssl.keyStore.passwordPath=/run/hidden\n"_s},
                                {u"jvmFlags"_s, u"-Da=b"_s}}));
    QCOMPARE(rest.secretsKey, QString());
}

void TestSecretRules::keyIsMadeOnce()
{
    const Ensemble plain = makeEnsemble(u"a"_s, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    QVERIFY(withSecretsKey(plain) == plain);
    const Ensemble wish = withSecretsKey(secretive());
    QCOMPARE(wish.secretsKey.size(), 32);
    QVERIFY(withSecretsKey(wish) == wish);
    QVERIFY(withSecretsKey(secretive()).secretsKey != wish.secretsKey);
    const Result<Ensemble> read = ensembleFromJson(toJson(wish));
    QVERIFY(read.has_value());
    QVERIFY(*read == wish);
}

void TestSecretRules::configurationTravelsByFiles_data()
{
    QTest::addColumn<QString>("tag");
    QTest::newRow("current") << u"3.9"_s;
    QTest::newRow("no variable for more lines") << u"3.5.5"_s;
    QTest::newRow("3.4") << u"3.4.14"_s;
}

void TestSecretRules::configurationTravelsByFiles()
{
    QFETCH(QString, tag);
    const Ensemble wish = secretive(tag);
    QVERIFY2(!told(wish).contains(u"hush"_s), qPrintable(told(wish)));
    QVERIFY2(told(wish).contains(u"-Da=b"_s), qPrintable(told(wish)));
    const auto files = filesOf(wish);
    QCOMPARE(files.keys(), (QStringList{u"/conf/java.env"_s, u"/conf/zoo.cfg"_s}));
    for (const GeneratedFile &file : files) {
        QCOMPARE(file.mode, 0600);
        QCOMPARE(file.userId, 1000);
    }
    QVERIFY(files[u"/conf/zoo.cfg"_s].bytes.contains("\nssl.keyStore.password=hush1\n"));
    QCOMPARE(files[u"/conf/java.env"_s].bytes,
             "JVMFLAGS=\"${JVMFLAGS:+$JVMFLAGS }\"'-Djavax.net.ssl.trustStorePassword=hush2 "
             "-Dzookeeper.DigestAuthenticationProvider.superDigest=super:hush3'\\''='\n");
}

void TestSecretRules::openOnesTravelAsBefore()
{
    Ensemble wish = secretive();
    wish.settings = {{u"extra"_s, u"ssl.keyStore.passwordPath=/run/hidden"_s}, {u"jvmFlags"_s, u"-Da=b"_s}};
    QVERIFY(filesOf(wish).isEmpty());
    wish.settings[u"extra"_s] = u"a.note=two words"_s;
    QCOMPARE(filesOf(wish)[u"/conf/zoo.cfg"_s].mode, 0644);
}

QTEST_GUILESS_MAIN(TestSecretRules)
#include "tst_secretrules.moc"
