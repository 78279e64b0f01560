// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterplanner.h"
#include "ensemble/ensemblejson.h"
#include "ensemble/portplan.h"
#include "ensemble/secretrules.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestClusterPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bridge();
    void host();
    void generatedFiles();
    void secrets();
    void everyPublishedPort();
    void context();
    void existingNetwork();
    void nothingKept();
    void image_data();
    void image();
    void journalsNames();
    void refused();
    void ownContainersExist();
    void keptVolumes();
    void completion();
    void completionOfOneMember();
    void takenPortOfWhatExists();
    void samePlanTwice();

private:
    static HostFacts facts()
    {
        HostFacts known;
        known.known = true;
        known.listenersKnown = true;
        known.memoryBytes = 64LL << 30;
        known.imageReferences = {u"zookeeper:3.9"_s};
        known.networkNames = {u"bridge"_s, u"host"_s, u"none"_s};
        return known;
    }
    static Ensemble ensemble(NetworkMode mode, int participants = 3)
    {
        return makeEnsemble(u"orders"_s, participants, 0, mode, u"zookeeper:3.9"_s);
    }
    static Plan plan(const Ensemble &wanted, const HostFacts &known = facts())
    {
        const Result<Plan> made = planCreation(wanted, known, u"docker"_s);
        [&] { QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().toString())); }();
        return made.value_or(Plan());
    }
    static QStringList argv(const CommandSpec &spec) { return QStringList{spec.program} + spec.arguments; }
    static QList<QStringList> argv(const QList<CommandSpec> &specs)
    {
        QList<QStringList> all;
        for (const CommandSpec &spec : specs)
            all += argv(spec);
        return all;
    }
    static PlanStep container(const Plan &made, int memberId)
    {
        for (const PlanStep &step : made.steps) {
            if (step.kind == StepKind::Container && step.memberId == memberId)
                return step;
        }
        return {};
    }
    static QList<StepKind> kinds(const Plan &made)
    {
        QList<StepKind> list;
        for (const PlanStep &step : made.steps)
            list += step.kind;
        return list;
    }
    static QStringList following(const QStringList &arguments, const QString &option)
    {
        QStringList values;
        for (qsizetype i = 0; i + 1 < arguments.size(); ++i) {
            if (arguments.at(i) == option)
                values += arguments.at(i + 1);
        }
        return values;
    }
};

void TestClusterPlanner::bridge()
{
    Ensemble wanted = ensemble(NetworkMode::Bridge);
    wanted.testRun = u"run"_s;
    const Plan made = plan(wanted);
    QCOMPARE(kinds(made), (QList{StepKind::Image, StepKind::Network, StepKind::Volumes, StepKind::Container,
                                 StepKind::Container, StepKind::Container, StepKind::Quorum}));
    QList<int> groups;
    for (const PlanStep &step : made.steps)
        groups += step.group;
    QCOMPARE(groups, (QList{0, 1, 1, 2, 2, 2, 3}));
    QVERIFY(made.steps.at(0).commands.isEmpty());
    QVERIFY(made.steps.at(6).commands.isEmpty());

    const QStringList network{u"docker"_s,
                              u"network"_s,
                              u"create"_s,
                              u"--label"_s,
                              u"org.zoodock.cluster=orders"_s,
                              u"--label"_s,
                              u"org.zoodock.test=run"_s,
                              u"orders"_s};
    QCOMPARE(argv(made.steps.at(1).commands), QList<QStringList>{network});
    QCOMPARE(argv(made.steps.at(1).undo),
             QList<QStringList>{QStringList({u"docker"_s, u"network"_s, u"rm"_s, u"orders"_s})});

    const PlanStep &volumes = made.steps.at(2);
    QCOMPARE(volumes.commands.size(), 6);
    QVERIFY(volumes.parallel);
    const QStringList volume{u"docker"_s,
                             u"volume"_s,
                             u"create"_s,
                             u"--label"_s,
                             u"org.zoodock.cluster=orders"_s,
                             u"--label"_s,
                             u"org.zoodock.member=2"_s,
                             u"--label"_s,
                             u"org.zoodock.test=run"_s,
                             u"--label"_s,
                             u"org.zoodock.image="_s + made.ensemble.image.reference,
                             u"orders-zoo2-data"_s};
    QCOMPARE(argv(volumes.commands.at(2)), volume);
    QCOMPARE(volumes.makes.at(2), u"orders-zoo2-data"_s);
    QCOMPARE(argv(volumes.undo.at(2)),
             QStringList({u"docker"_s, u"volume"_s, u"rm"_s, u"orders-zoo2-data"_s}));

    const QStringList run{
        u"docker"_s,
        u"run"_s,
        u"--detach"_s,
        u"--pull"_s,
        u"never"_s,
        u"--name"_s,
        u"orders-zoo2"_s,
        u"--hostname"_s,
        u"zoo2"_s,
        u"--network"_s,
        u"orders"_s,
        u"--network-alias"_s,
        u"zoo2"_s,
        u"--label"_s,
        u"org.zoodock.cluster=orders"_s,
        u"--label"_s,
        u"org.zoodock.member=2"_s,
        u"--label"_s,
        u"org.zoodock.test=run"_s,
        u"--label"_s,
        u"org.zoodock.spec="_s + QString::fromUtf8(toCompactJson(wanted)),
        u"--env"_s,
        u"ZOO_MY_ID=2"_s,
        u"--env"_s,
        u"ZOO_SERVERS=server.1=zoo1:2888:3888:participant;2181 server.2=zoo2:2888:3888:participant;2181 "
        "server.3=zoo3:2888:3888:participant;2181"_s,
        u"--env"_s,
        u"ZOO_INIT_LIMIT=10"_s,
        u"--env"_s,
        u"ZOO_SYNC_LIMIT=5"_s,
        u"--env"_s,
        u"ZOO_4LW_COMMANDS_WHITELIST=conf,cons,dirs,dump,envi,isro,mntr,ruok,srvr,stat,wchs"_s,
        u"--env"_s,
        u"JMXDISABLE=true"_s,
        u"--env"_s,
        u"ZK_SERVER_HEAP=256"_s,
        u"--publish"_s,
        u"127.0.0.1:2182:2181"_s,
        u"--volume"_s,
        u"orders-zoo2-data:/data"_s,
        u"--volume"_s,
        u"orders-zoo2-datalog:/datalog"_s,
        u"--restart"_s,
        u"unless-stopped"_s,
        u"--log-driver"_s,
        u"json-file"_s,
        u"--log-opt"_s,
        u"max-size=10m"_s,
        u"--log-opt"_s,
        u"max-file=3"_s,
        u"zookeeper:3.9"_s};
    const PlanStep second = container(made, 2);
    QCOMPARE(argv(second.commands), QList<QStringList>{run});
    QCOMPARE(argv(second.undo), QList<QStringList>{QStringList(
                                    {u"docker"_s, u"rm"_s, u"--force"_s, u"--volumes"_s, u"orders-zoo2"_s})});
}

void TestClusterPlanner::host()
{
    const Plan made = plan(ensemble(NetworkMode::Host));
    QCOMPARE(kinds(made), (QList{StepKind::Image, StepKind::Volumes, StepKind::Container, StepKind::Container,
                                 StepKind::Container, StepKind::Quorum}));
    const PlanStep third = container(made, 3);
    QCOMPARE(third.commands.size(), 1);
    const QStringList arguments = third.commands.first().arguments;
    QCOMPARE(following(arguments, u"--network"_s), QStringList{u"host"_s});
    QCOMPARE(following(arguments, u"--hostname"_s), QStringList{u"zoo3"_s});
    QVERIFY(!arguments.contains(u"--network-alias"_s));
    QVERIFY(!arguments.contains(u"--publish"_s));
    const QStringList environment = following(arguments, u"--env"_s);
    QVERIFY(environment.contains(u"JMXDISABLE=true"_s));
    QVERIFY2(environment.contains(u"ZOO_SERVERS=server.1=127.0.0.1:2888:3888:participant;127.0.0.1:2181 "
                                  "server.2=127.0.0.1:2889:3889:participant;127.0.0.1:2182 "
                                  "server.3=127.0.0.1:2890:3890:participant;127.0.0.1:2183"_s),
             qPrintable(environment.join(u'\n')));
    QCOMPARE(made.networks, QStringList());
}

void TestClusterPlanner::generatedFiles()
{
    Ensemble wanted = ensemble(NetworkMode::Bridge);
    wanted.settings.insert(u"extra"_s, u"a.note=two words"_s);
    const PlanStep first = container(plan(wanted), 1);
    QCOMPARE(first.commands.size(), 3);
    QCOMPARE(first.commands.at(0).arguments.first(), u"create"_s);
    QCOMPARE(argv(first.commands.at(1)), QStringList({u"docker"_s, u"cp"_s, u"-"_s, u"orders-zoo1:/conf"_s}));
    QVERIFY(first.commands.at(1).standardInput.contains("a.note=two words\n"));
    QVERIFY(first.commands.at(1).standardInput.startsWith("zoo.cfg"));
    QCOMPARE(first.commands.at(1).standardInputNote, u"zoo.cfg as a tar archive"_s);
    QCOMPARE(argv(first.commands.at(2)), QStringList({u"docker"_s, u"start"_s, u"orders-zoo1"_s}));
    QCOMPARE(first.undo.size(), 1);
}

/// They are in nothing that is shown, written down or said to docker, but for what docker reads from us.
void TestClusterPlanner::secrets()
{
    Ensemble wanted = ensemble(NetworkMode::Bridge);
    wanted.settings.insert(u"extra"_s, u"ssl.keyStore.password=hush1"_s);
    wanted.settings.insert(u"jvmFlags"_s,
                           u"-Da=b -Dzookeeper.DigestAuthenticationProvider.superDigest=hush2"_s);
    wanted = withSecretsKey(wanted);
    const Plan made = plan(wanted);
    QString shown = QString::fromUtf8(made.toJson());
    for (const PlanStep &step : made.steps) {
        for (const CommandSpec &command : step.commands + step.undo)
            shown += argv(command).join(u'\n') + command.display();
    }
    // Archives are base64 in the script.
    QStringList words;
    for (const QString &word : made.toScript().split(u' '))
        words += word + QString::fromLatin1(QByteArray::fromBase64(word.toLatin1()));
    shown += words.join(u'\n');
    QVERIFY2(!shown.contains(u"hush"_s), qPrintable(shown));
    QVERIFY2(!shown.contains(wanted.secretsKey), qPrintable(shown));
    QVERIFY2(shown.contains(u"\nssl.keyStore.password=***\n"_s), qPrintable(shown));
    QVERIFY2(shown.contains(u"superDigest=***'\n"_s), qPrintable(shown));

    const PlanStep first = container(made, 1);
    QCOMPARE(first.commands.size(), 3);
    QVERIFY(first.commands.at(1).standardInput.contains("\nssl.keyStore.password=hush1\n"));
    QVERIFY(first.commands.at(1).standardInput.contains("superDigest=hush2\n"));
    QVERIFY2(first.commands.at(1).standardInputNote.startsWith(u"zoo.cfg, java.env"_s),
             qPrintable(first.commands.at(1).standardInputNote));
    QVERIFY(made.ensemble == wanted);
}

void TestClusterPlanner::everyPublishedPort()
{
    Ensemble wanted = ensemble(NetworkMode::Bridge, 1);
    wanted.members.first().admin.published = true;
    wanted.members.first().admin.address = u"::1"_s;
    wanted.members.first().admin.hostPort = 18080;
    const QStringList arguments = container(plan(wanted), 1).commands.first().arguments;
    QCOMPARE(following(arguments, u"--publish"_s),
             (QStringList{u"127.0.0.1:2181:2181"_s, u"[::1]:18080:8080"_s}));
}

void TestClusterPlanner::context()
{
    Ensemble wanted = ensemble(NetworkMode::Bridge);
    wanted.context = u"far away"_s;
    const Plan made = plan(wanted);
    for (const PlanStep &step : made.steps) {
        for (const CommandSpec &command : step.commands + step.undo)
            QCOMPARE(command.arguments.mid(0, 2), (QStringList{u"--context"_s, u"far away"_s}));
    }
}

void TestClusterPlanner::existingNetwork()
{
    Ensemble wanted = ensemble(NetworkMode::Bridge);
    wanted.network.existing = u"backend"_s;
    HostFacts known = facts();
    known.networkNames.insert(u"backend"_s);
    const Plan made = plan(wanted, known);
    QVERIFY(!kinds(made).contains(StepKind::Network));
    QCOMPARE(made.networks, QStringList());
    QCOMPARE(following(container(made, 1).commands.first().arguments, u"--network"_s),
             QStringList{u"backend"_s});
}

void TestClusterPlanner::nothingKept()
{
    Ensemble wanted = ensemble(NetworkMode::Bridge);
    wanted.volumes = VolumePolicy::NotKept;
    wanted.restart = RestartPolicy::No;
    const Plan made = plan(wanted);
    QVERIFY(!kinds(made).contains(StepKind::Volumes));
    QCOMPARE(made.volumes, QStringList());
    const QStringList arguments = container(made, 1).commands.first().arguments;
    QVERIFY(!arguments.contains(u"--volume"_s));
    QCOMPARE(following(arguments, u"--restart"_s), QStringList{u"no"_s});
}

void TestClusterPlanner::image_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("present");
    QTest::addColumn<bool>("pulled");
    QTest::newRow("there") << u"zookeeper:3.9"_s << u"zookeeper:3.9"_s << false;
    QTest::newRow("missing") << u"zookeeper:3.9"_s << u"zookeeper:3.8"_s << true;
    QTest::newRow("long name") << u"docker.io/library/zookeeper:3.9"_s << u"zookeeper:3.9"_s << false;
    QTest::newRow("no tag") << u"zookeeper"_s << u"zookeeper:latest"_s << false;
    QTest::newRow("registry with a port")
        << u"localhost:5000/zookeeper"_s << u"localhost:5000/zookeeper:latest"_s << false;
}

void TestClusterPlanner::image()
{
    QFETCH(QString, reference);
    QFETCH(QString, present);
    QFETCH(bool, pulled);
    Ensemble wanted = ensemble(NetworkMode::Bridge);
    wanted.image.reference = reference;
    HostFacts known = facts();
    known.imageReferences = {present};
    const PlanStep step = plan(wanted, known).steps.first();
    QCOMPARE(step.kind, StepKind::Image);
    QVERIFY(step.undo.isEmpty());
    QCOMPARE(step.watchdog, pulled);
    if (pulled)
        QCOMPARE(argv(step.commands), QList<QStringList>{QStringList({u"docker"_s, u"pull"_s, reference})});
    else
        QVERIFY(step.commands.isEmpty());
}

void TestClusterPlanner::journalsNames()
{
    const Plan made = plan(ensemble(NetworkMode::Bridge));
    QCOMPARE(made.containers, (QStringList{u"orders-zoo1"_s, u"orders-zoo2"_s, u"orders-zoo3"_s}));
    QCOMPARE(made.networks, QStringList{u"orders"_s});
    QCOMPARE(made.volumes.size(), 6);
    // Each name has its way back.
    QStringList undone;
    for (const PlanStep &step : made.steps) {
        QCOMPARE(step.undo.size(), step.makes.size());
        for (qsizetype i = 0; i < step.undo.size(); ++i)
            QCOMPARE(step.undo.at(i).arguments.constLast(), step.makes.at(i));
        undone += step.makes;
    }
    QStringList all = made.containers + made.networks + made.volumes;
    all.sort();
    undone.sort();
    QCOMPARE(undone, all);
}

void TestClusterPlanner::refused()
{
    HostFacts known = facts();
    known.containerNames = {u"orders-zoo2"_s};
    known.volumeNames = {u"orders-zoo1-data"_s};
    const Result<Plan> made = planCreation(ensemble(NetworkMode::Bridge), known, u"docker"_s);
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().kind(), ErrorKind::PlanRefused);
    QVERIFY(!made.error().message().isEmpty());
    QVERIFY2(made.error().detail().count(u'\n') >= 1, qPrintable(made.error().detail()));
    QVERIFY(made.error().detail().contains(made.error().message()));
}

void TestClusterPlanner::ownContainersExist()
{
    HostFacts known = facts();
    known.ownContainers = {u"orders-zoo2"_s};
    const Result<Plan> made = planCreation(ensemble(NetworkMode::Bridge), known, u"docker"_s);
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().kind(), ErrorKind::NameInUse);
    QVERIFY(made.error().message().contains(u"orders"_s));
}

void TestClusterPlanner::keptVolumes()
{
    HostFacts known = facts();
    known.ownVolumes = {u"orders-zoo2-data"_s, u"orders-zoo1-data"_s};
    const Plan made = plan(ensemble(NetworkMode::Bridge), known);
    QVERIFY(!made.volumes.contains(u"orders-zoo1-data"_s));
    QCOMPARE(made.volumes.size(), 4);
    QCOMPARE(made.steps.at(2).commands.size(), 4);
    const Finding &last = made.findings.constLast();
    QCOMPARE(last.code, u"volumes.kept"_s);
    QCOMPARE(last.severity, Severity::Warning);
    QVERIFY(last.remedy.endsWith(u"docker volume rm orders-zoo1-data orders-zoo2-data"_s));
    // The containers use them all the same.
    QVERIFY(container(made, 1).commands.first().arguments.contains(u"orders-zoo1-data:/data"_s));
}

void TestClusterPlanner::completion()
{
    HostFacts known = facts();
    known.ownContainers = {u"orders-zoo1"_s, u"orders-zoo2"_s};
    known.ownUnstarted = {u"orders-zoo2"_s};
    known.ownNetworks = {u"orders"_s};
    known.ownVolumes = {u"orders-zoo1-data"_s, u"orders-zoo1-datalog"_s};
    const Result<Plan> made = planCompletion(ensemble(NetworkMode::Bridge), known, u"docker"_s);
    QVERIFY(made.has_value());
    QVERIFY(!kinds(*made).contains(StepKind::Network));
    QCOMPARE(made->networks, QStringList());
    QCOMPARE(made->volumes.size(), 4);
    QCOMPARE(made->containers, (QStringList{u"orders-zoo2"_s, u"orders-zoo3"_s}));
    // Started before: started again, and not taken away on the way back.
    const PlanStep first = container(*made, 1);
    QCOMPARE(argv(first.commands),
             QList<QStringList>{QStringList({u"docker"_s, u"start"_s, u"orders-zoo1"_s})});
    QVERIFY(first.undo.isEmpty() && first.makes.isEmpty());
    // Never started: it may lack its files.
    const PlanStep second = container(*made, 2);
    QCOMPARE(second.commands.size(), 2);
    QCOMPARE(second.commands.first().arguments.first(), u"rm"_s);
    QCOMPARE(second.commands.last().arguments.first(), u"run"_s);
    QCOMPARE(container(*made, 3).commands.size(), 1);
}

void TestClusterPlanner::completionOfOneMember()
{
    HostFacts known = facts();
    known.ownContainers = {u"orders-zoo1"_s};
    known.ownNetworks = {u"orders"_s};
    // In the way of zoo2 alone, which is not meant.
    known.ports.append({2182, u"127.0.0.1"_s, u"web"_s, {}, true});
    const Ensemble wanted = ensemble(NetworkMode::Bridge);
    const Result<Plan> made = planCompletion(wanted, known, u"docker"_s, {3});
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().toString()));
    QCOMPARE(made->containers, QStringList{u"orders-zoo3"_s});
    QCOMPARE(made->volumes, (QStringList{u"orders-zoo3-data"_s, u"orders-zoo3-datalog"_s}));
    QCOMPARE(kinds(*made), (QList<StepKind>{StepKind::Image, StepKind::Volumes, StepKind::Container}));
    QVERIFY(made->findings.isEmpty() ||
            std::none_of(made->findings.cbegin(), made->findings.cend(),
                         [](const Finding &finding) { return finding.field.startsWith("members/1"_L1); }));
}

/// So that other ports can be offered. A wish is refused as one.
void TestClusterPlanner::takenPortOfWhatExists()
{
    HostFacts known = facts();
    known.ports.append({2182, u"127.0.0.1"_s, u"web"_s, {}, true});
    const Ensemble wanted = ensemble(NetworkMode::Bridge);
    const Error wish = planCreation(wanted, known, u"docker"_s).error();
    QCOMPARE(wish.kind(), ErrorKind::PlanRefused);
    const Error existing = planCompletion(wanted, known, u"docker"_s).error();
    QCOMPARE(existing.kind(), ErrorKind::PortInUse);
    QCOMPARE(existing.message(), wish.message());
    QVERIFY2(existing.message().startsWith(u"Port 2182 is used by the container “web”."_s),
             qPrintable(existing.message()));
    QVERIFY(portsAreFree(wanted, known, {1, 3}).has_value());
    const Result<void> second = portsAreFree(wanted, known, {2});
    QVERIFY(!second && second.error().kind() == ErrorKind::PortInUse);
    QCOMPARE(second.error().message(), wish.message());
    Ensemble bad = wanted;
    bad.settings.insert(u"tickTime"_s, u"banana"_s);
    QCOMPARE(planCompletion(bad, facts(), u"docker"_s).error().kind(), ErrorKind::PlanRefused);
}

void TestClusterPlanner::samePlanTwice()
{
    const Ensemble wanted = ensemble(NetworkMode::Bridge, 5);
    QCOMPARE(plan(wanted).toJson(), plan(wanted).toJson());
    QCOMPARE(plan(wanted).toScript(), plan(wanted).toScript());
}

QTEST_GUILESS_MAIN(TestClusterPlanner)
#include "tst_clusterplanner.moc"
