// SPDX-License-Identifier: GPL-3.0-or-later
#include "actingscene.h"

#include "clusters/preflight.h"
#include "ensemble/ensemblejson.h"
#include "ensemble/portplan.h"
#include "ensemble/validate.h"

using namespace zoodock;
using namespace zoodock::test;

namespace
{

const QByteArray listeners =
    "  sl  local_address rem_address   st\n"
    "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 1\n"
    "   1: 0100007F:1F91 00000000:0000 01 00000000:00000000 00:00000000 00000000 0 0 1\n"
    "  sl  local_address remote_address st\n"
    "   0: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 0\n";

} // namespace

class TestPreflight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void collects();
    void portsOfOtherFilesAreHeld();
    void namesOfOtherFilesAreHeld();
    void hostModeContainers();
    void namesOnNetworks();
    void serversOfOthers_data();
    void serversOfOthers();
    void remoteHelper();
    void helperFails();
    void noHelperImage();
    void engineDown();
    void garbled();
    void cancelled();

private:
    static void objects(ActingScene &scene, const QJsonArray &containers)
    {
        QByteArray ids;
        for (const QJsonValue &container : containers)
            ids += container[u"Id"_s].toString().toLatin1() + '\n';
        scene.docker.rule({u"ps"_s}).out(ids);
        scene.docker.rule({u"inspect"_s}).out(QJsonDocument(containers).toJson());
        scene.docker.rule({u"network"_s, u"ls"_s})
            .out("{\"Name\":\"bridge\",\"Labels\":\"\"}\n"
                 "{\"Name\":\"demo\",\"Labels\":\"a=b,org.zoodock.cluster=demo,c=d\"}\n"
                 "{\"Name\":\"demo2\",\"Labels\":\"org.zoodock.cluster=demo2\"}\n");
        scene.docker.rule({u"volume"_s, u"ls"_s})
            .out("{\"Name\":\"demo-zoo1-data\",\"Labels\":\"org.zoodock.cluster=demo\"}\n"
                 "{\"Name\":\"demo-zoo2-data\","
                 "\"Labels\":\"org.zoodock.cluster=demo,org.zoodock.image=far:5000/zookeeper:3.4.14,"
                 "org.zoodock.member=5,org.zoodock.test=x\"}\n"
                 "{\"Name\":\"demo2-zoo1-data\",\"Labels\":\"org.zoodock.cluster=demo2,org.zoodock.member="
                 "1\"}\n"
                 "{\"Name\":\"other\"}\n");
    }
    static QJsonObject container(const QString &name, const QString &cluster, const QString &status,
                                 int hostPort)
    {
        QJsonObject object = ActingScene::inspected(name, cluster);
        object.insert(u"State"_s,
                      QJsonObject{{u"Status"_s, status},
                                  {u"StartedAt"_s, status == u"created"_s ? u"0001-01-01T00:00:00Z"_s
                                                                          : u"2024-01-01T00:00:00Z"_s}});
        const QJsonArray binding{
            QJsonObject{{u"HostIp"_s, u"127.0.0.1"_s}, {u"HostPort"_s, QString::number(hostPort)}}};
        object.insert(u"HostConfig"_s,
                      QJsonObject{{u"PortBindings"_s, QJsonObject{{u"2181/tcp"_s, binding}}}});
        return object;
    }
    static Preflight *ask(ActingScene &scene, const QStringList &helpers = {})
    {
        auto *const preflight = new Preflight(scene.engines, {}, u"demo"_s, helpers, &scene.store);
        preflight->start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(preflight->isFinished(), patienceMs); }();
        return preflight;
    }
};

void TestPreflight::collects()
{
    ActingScene scene;
    scene.engineAnswers();
    objects(scene, {container(u"demo-zoo1"_s, u"demo"_s, u"exited"_s, 2181),
                    container(u"demo-zoo2"_s, u"demo"_s, u"created"_s, 2182),
                    container(u"legacy"_s, u"old"_s, u"exited"_s, 2183),
                    container(u"web"_s, QString(), u"running"_s, 8080)});
    const Preflight *const preflight = ask(scene);
    QVERIFY2(preflight->succeeded(), qPrintable(ending(preflight)));
    const HostFacts &facts = preflight->value();
    QVERIFY(facts.known);
    QCOMPARE(facts.engineVersion.toString(), u"20.10.24"_s);
    QCOMPARE(facts.memoryBytes, 8000000000);
    QCOMPARE(facts.cpus, 4);
    QVERIFY(!facts.dockerDesktop && !facts.rootless && !facts.podman);
    QCOMPARE(facts.containerNames, (QSet<QString>{u"legacy"_s, u"web"_s}));
    QCOMPARE(facts.ownContainers, (QSet<QString>{u"demo-zoo1"_s, u"demo-zoo2"_s}));
    QCOMPARE(facts.ownUnstarted, QSet<QString>{u"demo-zoo2"_s});
    QCOMPARE(facts.networkNames, (QSet<QString>{u"bridge"_s, u"demo2"_s}));
    QCOMPARE(facts.ownNetworks, QSet<QString>{u"demo"_s});
    QCOMPARE(facts.volumeNames, (QSet<QString>{u"other"_s, u"demo2-zoo1-data"_s}));
    QCOMPARE(facts.ownVolumes, (QSet<QString>{u"demo-zoo1-data"_s, u"demo-zoo2-data"_s}));
    QCOMPARE(facts.ownVolumeMembers, (QMap<QString, int>{{u"demo-zoo2-data"_s, 5}}));
    QCOMPARE(facts.ownVolumeImages,
             (QMap<QString, QString>{{u"demo-zoo2-data"_s, u"far:5000/zookeeper:3.4.14"_s}}));
    QCOMPARE(facts.namesOnNetworks, QList<NameHolder>());
    QCOMPARE(facts.imageReferences, QSet<QString>{u"zookeeper:3.9"_s});
    const PortHolder *const stopped = facts.holder(u"127.0.0.1"_s, 2183, u"demo"_s);
    QVERIFY(stopped != nullptr && !stopped->running);
    QCOMPARE(stopped->container, u"legacy"_s);
    QCOMPARE(stopped->cluster, u"old"_s);
    QVERIFY(facts.holder(u"0.0.0.0"_s, 8080, u"demo"_s)->running);
    QVERIFY(facts.holder(u"127.0.0.1"_s, 2181, u"demo"_s) == nullptr); // our own does not stand in our way
    QVERIFY(facts.holder(u"127.0.0.1"_s, 2181) != nullptr);
    QCOMPARE(facts.addresses.contains(u"127.0.0.1"_s), facts.local);
    QVERIFY(!facts.nameMayBeOthers);
}

/// Of the name "demo".
void TestPreflight::serversOfOthers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("image");
    QTest::addColumn<QJsonObject>("labels");
    QTest::addColumn<bool>("maybe");
    const QString server = u"zookeeper:3.9"_s;
    const QJsonObject project{{u"com.docker.compose.project"_s, u"Demo"_s}};
    QTest::newRow("a container's name") << u"de-mo"_s << server << QJsonObject() << true;
    QTest::newRow("a stem") << u"demo_zoo1_1"_s << server << QJsonObject() << true;
    QTest::newRow("a project") << u"zk"_s << server << project << true;
    QTest::newRow("another name") << u"zk"_s << server << QJsonObject() << false;
    QTest::newRow("no server") << u"demo"_s << u"nginx:1"_s << QJsonObject() << false;
    QTest::newRow("labelled") << u"demo-zoo1"_s << server
                              << QJsonObject{{u"org.zoodock.cluster"_s, u"demo2"_s}} << false;
}

void TestPreflight::serversOfOthers()
{
    QFETCH(QString, name);
    QFETCH(QString, image);
    QFETCH(QJsonObject, labels);
    QFETCH(bool, maybe);
    ActingScene scene;
    scene.engineAnswers();
    QJsonObject object = container(name, QString(), u"exited"_s, 2183);
    object.insert(u"Config"_s, QJsonObject{{u"Image"_s, image}, {u"Labels"_s, labels}});
    objects(scene, {object});
    const Preflight *const preflight = ask(scene);
    QVERIFY2(preflight->succeeded(), qPrintable(ending(preflight)));
    QCOMPARE(preflight->value().nameMayBeOthers, maybe);
}

/// A member whose container was removed gets its port back when it is started: nobody else is given it.
void TestPreflight::portsOfOtherFilesAreHeld()
{
    ActingScene scene;
    scene.engineAnswers();
    scene.engineIsEmpty();
    scene.docker.rule({u"run"_s}); // the helper that looks for listeners
    Ensemble elsewhere = makeEnsemble(u"elsewhere"_s, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    elsewhere.members[0].client.hostPort = 2184;
    elsewhere.context = u"far"_s;
    QVERIFY(scene.repository.save(elsewhere).has_value());
    QVERIFY(scene.repository.save(ActingScene::ensemble()).has_value());
    Ensemble wish = makeEnsemble(u"new"_s, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    auto *const preflight = scene.service.preflight(wish, &scene.store);
    preflight->start();
    QTRY_VERIFY_WITH_TIMEOUT(preflight->isFinished(), patienceMs);
    QVERIFY2(preflight->succeeded(), qPrintable(ending(preflight)));
    const QList<Finding> findings = validate(wish, preflight->value());
    QVERIFY(!hasErrors(findings));
    QVERIFY2(std::any_of(findings.cbegin(), findings.cend(),
                         [](const Finding &finding) {
                             return finding.sentence.startsWith(
                                 u"Port 2181 belongs to the cluster “demo”, "_s);
                         }),
             "the finding");
    proposePorts(wish, preflight->value());
    QCOMPARE(wish.members.at(0).client.hostPort, quint16(2184)); // another engine's is free here
    auto *const own = scene.service.preflight(ActingScene::ensemble(), &scene.store);
    own->start();
    QTRY_VERIFY_WITH_TIMEOUT(own->isFinished(), patienceMs);
    QCOMPARE(own->value().holder(u"127.0.0.1"_s, 2181), nullptr);
}

/// Two clusters that are to join one network: the first has no containers yet.
void TestPreflight::namesOfOtherFilesAreHeld()
{
    ActingScene scene;
    scene.engineAnswers();
    scene.engineIsEmpty();
    scene.docker.rule({u"run"_s}); // the helper that looks for listeners
    const auto joining = [](const QString &name, const QString &network) {
        Ensemble ensemble = makeEnsemble(name, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
        ensemble.network.existing = network;
        return ensemble;
    };
    Ensemble elsewhere = joining(u"elsewhere"_s, u"shared"_s);
    elsewhere.context = u"far"_s;
    Ensemble adopted = joining(u"theirs"_s, u"shared"_s);
    adopted.adopted = true;
    const Ensemble host = makeEnsemble(u"host"_s, 1, 0, NetworkMode::Host, u"zookeeper:3.9"_s);
    const Ensemble own = ActingScene::ensemble(1);
    for (const Ensemble &ensemble : {elsewhere, adopted, host, own, joining(u"search"_s, u"shared"_s)})
        QVERIFY(scene.repository.save(ensemble).has_value());
    const Ensemble wish = joining(u"new"_s, u"shared"_s);
    auto *const preflight = scene.service.preflight(wish, &scene.store);
    preflight->start();
    QTRY_VERIFY_WITH_TIMEOUT(preflight->isFinished(), patienceMs);
    QVERIFY2(preflight->succeeded(), qPrintable(ending(preflight)));
    QCOMPARE(preflight->value().namesOnNetworks,
             (QList<NameHolder>{{u"demo"_s, u"zoo1"_s, u"demo-zoo1"_s, u"demo"_s},
                                {u"shared"_s, u"zoo1"_s, u"search-zoo1"_s, u"search"_s}}));
    const QList<Finding> findings = validate(wish, preflight->value());
    QVERIFY2(std::any_of(findings.cbegin(), findings.cend(),
                         [](const Finding &finding) {
                             return finding.code == u"member.name.ambiguous"_s &&
                                    finding.sentence.startsWith(u"The cluster “search” "_s);
                         }),
             "the finding");
}

/// They publish nothing; the label says what they listen on, also while they are stopped.
void TestPreflight::hostModeContainers()
{
    ActingScene scene;
    scene.engineAnswers();
    Ensemble other = makeEnsemble(u"other"_s, 2, 0, NetworkMode::Host, u"zookeeper:3.9"_s);
    other.settings.insert(u"extra"_s, u"secureClientPort=2281\nsecureClientPortAddress=127.0.0.1"_s);
    QJsonObject second = ActingScene::inspected(u"other-zoo2"_s);
    second.insert(u"State"_s, QJsonObject{{u"Status"_s, u"exited"_s}});
    second.insert(u"Config"_s,
                  QJsonObject{{u"Labels"_s, QJsonObject{{u"org.zoodock.cluster"_s, u"other"_s},
                                                        {u"org.zoodock.member"_s, u"2"_s},
                                                        {u"org.zoodock.spec"_s,
                                                         QString::fromUtf8(toCompactJson(other))}}}});
    objects(scene, {second});
    const Preflight *const preflight = ask(scene);
    QVERIFY2(preflight->succeeded(), qPrintable(ending(preflight)));
    const HostFacts &facts = preflight->value();
    for (const quint16 port : QList<quint16>{2182, 2889, 3889, 8081, 2281}) {
        const PortHolder *const holder = facts.holder(u"127.0.0.1"_s, port);
        QVERIFY2(holder != nullptr, qPrintable(QString::number(port)));
        QCOMPARE(holder->container, u"other-zoo2"_s);
        QVERIFY(!holder->running);
    }
    QVERIFY(facts.holder(u"127.0.0.1"_s, 2181) == nullptr); // that is zoo1's, which has no container
}

/// As two engines list them (20.10 and 28): also of stopped containers, the host name and the id among them.
void TestPreflight::namesOnNetworks()
{
    ActingScene scene;
    scene.engineAnswers();
    const auto joined = [](const QString &name, const QString &cluster, const QJsonArray &aliases) {
        QJsonObject object = container(name, cluster, u"exited"_s, 2183);
        object.insert(u"NetworkSettings"_s,
                      QJsonObject{{u"Networks"_s,
                                   QJsonObject{{u"shared"_s, QJsonObject{{u"Aliases"_s, aliases}}},
                                               {u"side"_s, QJsonObject{{u"Aliases"_s, QJsonValue::Null}}}}}});
        return object;
    };
    objects(scene, {joined(u"search-zoo1"_s, u"search"_s, {u"zoo1"_s, u"b43c58759056"_s}),
                    joined(u"demo-zoo1"_s, u"demo"_s, {u"zoo1"_s})});
    const Preflight *const preflight = ask(scene);
    QVERIFY2(preflight->succeeded(), qPrintable(ending(preflight)));
    const QString name = u"search-zoo1"_s;
    QCOMPARE(preflight->value().namesOnNetworks, (QList<NameHolder>{{u"shared"_s, name, name},
                                                                    {u"shared"_s, u"zoo1"_s, name},
                                                                    {u"shared"_s, u"b43c58759056"_s, name},
                                                                    {u"side"_s, name, name}}));
}

void TestPreflight::remoteHelper()
{
    ActingScene scene;
    scene.engineAnswers();
    objects(scene, {container(u"web"_s, QString(), u"running"_s, 7000)});
    scene.docker.rule({u"run"_s}).out(listeners);
    const Preflight *const preflight = ask(scene, {u"not/here:1"_s, u"zookeeper:3.9"_s});
    QVERIFY2(preflight->succeeded(), qPrintable(ending(preflight)));
    const HostFacts &facts = preflight->value();
    QVERIFY(facts.listenersKnown);
    QVERIFY(!facts.local);
    const PortHolder *const process = facts.holder(u"127.0.0.1"_s, 8080);
    QVERIFY(process != nullptr && process->container.isEmpty());
    QVERIFY(facts.holder(u"127.0.0.1"_s, 8081) == nullptr); // connected, not listening
    QVERIFY(facts.holder(u"127.0.0.1"_s, 80) != nullptr);   // from tcp6, a wildcard
    const QStringList helper = scene.docker.callLines().filter(u"run --rm"_s);
    QCOMPARE(helper.size(), 1);
    QVERIFY2(helper.first().contains(u"--network host"_s) && helper.first().contains(u" zookeeper:3.9 "_s),
             qPrintable(helper.first()));
}

void TestPreflight::helperFails()
{
    ActingScene scene;
    scene.engineAnswers();
    objects(scene, {container(u"web"_s, QString(), u"running"_s, 7000)});
    scene.docker.rule({u"run"_s}).err("docker: Error response from daemon: no.\n").exit(125);
    const Preflight *const preflight = ask(scene, {u"zookeeper:3.9"_s});
    QVERIFY2(preflight->succeeded(), qPrintable(ending(preflight)));
    QVERIFY(!preflight->value().listenersKnown);
    QVERIFY(preflight->value().holder(u"127.0.0.1"_s, 7000) != nullptr);
}

void TestPreflight::noHelperImage()
{
    ActingScene scene;
    // A Unix socket that is not there: nobody says that the daemon is in our namespace.
    scene.engineAnswers("unix:///nonexistent/docker.sock");
    objects(scene, {container(u"web"_s, QString(), u"running"_s, 7000)});
    const Preflight *const preflight = ask(scene, {u"not/here:1"_s});
    QVERIFY2(preflight->succeeded(), qPrintable(ending(preflight)));
    QVERIFY(!preflight->value().listenersKnown);
    QVERIFY(!preflight->value().local);
    QVERIFY(scene.docker.callLines().filter(u"run "_s).isEmpty());
}

void TestPreflight::engineDown()
{
    ActingScene scene;
    scene.docker.ruleMatching(u"."_s)
        .err("Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?\n")
        .exit(1);
    const Preflight *const preflight = ask(scene);
    QVERIFY(!preflight->succeeded());
    QVERIFY2(preflight->outcome().error().kind() == ErrorKind::EngineDown, qPrintable(ending(preflight)));
}

void TestPreflight::garbled()
{
    ActingScene scene;
    scene.docker.rule({u"version"_s}).out("{\"Client\":");
    scene.engineAnswers();
    objects(scene, {container(u"web"_s, QString(), u"running"_s, 7000)});
    const Preflight *const preflight = ask(scene);
    QVERIFY(!preflight->succeeded());
    QVERIFY2(preflight->outcome().error().kind() == ErrorKind::BadOutput, qPrintable(ending(preflight)));
}

void TestPreflight::cancelled()
{
    ActingScene scene;
    scene.docker.ruleMatching(u"."_s).hang();
    Preflight preflight(scene.engines, {}, u"demo"_s, {}, nullptr);
    preflight.start();
    QTRY_VERIFY_WITH_TIMEOUT(!scene.docker.callLines().isEmpty(), patienceMs);
    preflight.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(preflight.isFinished(), patienceMs);
    QCOMPARE(preflight.outcome().error().kind(), ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
