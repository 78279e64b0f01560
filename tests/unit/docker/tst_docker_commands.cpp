// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockercommands.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QString line(const CommandSpec &spec)
{
    return spec.display();
}

ContainerRequest fullRequest()
{
    ContainerRequest request;
    request.name = u"demo-zoo1"_s;
    request.hostname = u"zoo1"_s;
    request.image = u"zoodock/zookeeper:3.8"_s;
    request.network = u"zoodock-demo"_s;
    request.aliases = {u"zoo1"_s, u"first"_s};
    request.labels = {{u"org.zoodock.cluster"_s, u"demo"_s}, {u"org.zoodock.spec"_s, u"{\"a\":\"b, c\"}"_s}};
    request.environment = {{u"ZOO_MY_ID"_s, u"1"_s}, {u"ZOO_SERVERS"_s, u"server.1=zoo1:2888:3888;2181"_s}};
    request.publish = {u"127.0.0.1:2181:2181"_s, u"127.0.0.1:8080:8080"_s};
    request.volumes = {u"demo-1-data:/data"_s};
    request.restartPolicy = u"unless-stopped"_s;
    request.logOptions = {u"max-size=10m"_s, u"max-file=3"_s};
    request.command = {u"zkServer.sh"_s, u"start-foreground"_s};
    return request;
}

} // namespace

class TestDockerCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void argvInFull_data();
    void argvInFull();
    void contextComesFirst();
    void emptyParts();
    void inputTravelsOnStdin();
    void nothingIsSplit();
    void deadlines();
    void filterOfEvents();
};

void TestDockerCommands::argvInFull_data()
{
    QTest::addColumn<CommandSpec>("spec");
    QTest::addColumn<QString>("expected");
    const DockerCommands docker;
    const QStringList two{u"a"_s, u"b"_s};
    const QList<std::pair<QString, QString>> labels{{u"k"_s, u"v w"_s}};
    const auto row = [](const char *name, const CommandSpec &spec, const QString &expected) {
        QTest::newRow(name) << spec << expected;
    };
    row("version", docker.version(), u"docker version --format '{{json .}}'"_s);
    row("info", docker.info(), u"docker info --format '{{json .}}'"_s);
    row("context", docker.contextInspect(), u"docker context inspect"_s);
    row("contexts", DockerCommands(u"docker"_s, u"gone"_s).listContexts(),
        u"docker context ls --format '{{json .}}'"_s);
    row("ps rows", docker.describeContainers(), u"docker ps --all --no-trunc --format '{{json .}}'"_s);
    row("ps", docker.listContainers({u"a=b"_s, u"c"_s}, true),
        u"docker ps --quiet --no-trunc --all --filter label=a=b --filter label=c"_s);
    row("ps running", docker.listContainers({}, false), u"docker ps --quiet --no-trunc"_s);
    row("inspect", docker.inspectContainers(two), u"docker inspect --type container a b"_s);
    row("networks", docker.listNetworks({u"a=b"_s}),
        u"docker network ls --format '{{json .}}' --filter label=a=b"_s);
    row("volumes", docker.listVolumes({u"a=b"_s}),
        u"docker volume ls --format '{{json .}}' --filter label=a=b"_s);
    row("images", docker.listImages(), u"docker images --digests --format '{{json .}}'"_s);
    row("pull", docker.pull(u"r:t"_s), u"docker pull r:t"_s);
    row("network create", docker.createNetwork(u"n"_s, labels), u"docker network create --label 'k=v w' n"_s);
    row("network rm", docker.removeNetwork(u"n"_s), u"docker network rm n"_s);
    row("volume create", docker.createVolume(u"v"_s, labels), u"docker volume create --label 'k=v w' v"_s);
    row("volume rm", docker.removeVolumes(two), u"docker volume rm a b"_s);
    row("create", docker.create(fullRequest()),
        u"docker create --pull never --name demo-zoo1 --hostname zoo1 --network zoodock-demo --network-alias "
        u"zoo1 "
        "--network-alias first --label org.zoodock.cluster=demo --label 'org.zoodock.spec={\"a\":\"b, c\"}' "
        "--env ZOO_MY_ID=1 --env 'ZOO_SERVERS=server.1=zoo1:2888:3888;2181' --publish 127.0.0.1:2181:2181 "
        "--publish 127.0.0.1:8080:8080 --volume demo-1-data:/data --restart unless-stopped --log-driver "
        "json-file "
        "--log-opt max-size=10m --log-opt max-file=3 zoodock/zookeeper:3.8 zkServer.sh start-foreground"_s);
    row("start", docker.start(two), u"docker start a b"_s);
    row("stop", docker.stop(two, 7s), u"docker stop -t 7 a b"_s);
    row("restart", docker.restart(two), u"docker restart -t 10 a b"_s);
    row("kill", docker.kill(two), u"docker kill a b"_s);
    row("pause", docker.pause(two), u"docker pause a b"_s);
    row("unpause", docker.unpause(two), u"docker unpause a b"_s);
    row("rm", docker.remove(two), u"docker rm --force --volumes a b"_s);
    row("exec", docker.exec(u"a"_s, {u"cat"_s, u"a b"_s}), u"docker exec a cat 'a b'"_s);
    row("listeners", docker.printHostListeners(u"r:t"_s),
        u"docker run --rm --pull never --network host --read-only --entrypoint sh r:t -c "
        "'cat /proc/net/tcp && { cat /proc/net/tcp6 2>/dev/null || true; }'"_s);
    row("stats", docker.streamStats(two), u"docker stats --format '{{json .}}' a b"_s);
    row("sizes", docker.volumeSizes(), u"docker system df --verbose --format '{{json .Volumes}}'"_s);
}

void TestDockerCommands::argvInFull()
{
    QFETCH(CommandSpec, spec);
    QFETCH(QString, expected);
    QCOMPARE(line(spec), expected);
}

void TestDockerCommands::contextComesFirst()
{
    const DockerCommands docker(u"/opt/my docker"_s, u"remote"_s);
    QCOMPARE(docker.version().program, u"/opt/my docker"_s);
    QCOMPARE(docker.version().arguments.mid(0, 3), QStringList({u"--context"_s, u"remote"_s, u"version"_s}));
    // Without the name, `context inspect` tells of the current one even under --context.
    QCOMPARE(docker.contextInspect().arguments,
             QStringList({u"--context"_s, u"remote"_s, u"context"_s, u"inspect"_s, u"remote"_s}));
}

void TestDockerCommands::emptyParts()
{
    ContainerRequest request;
    request.image = u"r:t"_s;
    QCOMPARE(line(DockerCommands().create(request)), u"docker create --pull never r:t"_s);
}

void TestDockerCommands::inputTravelsOnStdin()
{
    const CommandSpec spec =
        DockerCommands().copyInto(u"c"_s, u"/conf"_s, "tar bytes", u"zoo.cfg as a tar archive"_s);
    QCOMPARE(spec.arguments, QStringList({u"cp"_s, u"-"_s, u"c:/conf"_s}));
    QCOMPARE(spec.standardInput, QByteArray("tar bytes"));
    QCOMPARE(spec.standardInputNote, u"zoo.cfg as a tar archive"_s);
    QVERIFY(!line(spec).contains("tar bytes"_L1));
}

void TestDockerCommands::nothingIsSplit()
{
    ContainerRequest request;
    request.image = u"r:t"_s;
    request.environment = {{u"A"_s, u"x \"y\" $Z; --label evil"_s}};
    QCOMPARE(DockerCommands().create(request).arguments,
             QStringList({u"create"_s, u"--pull"_s, u"never"_s, u"--env"_s, u"A=x \"y\" $Z; --label evil"_s,
                          u"r:t"_s}));
}

void TestDockerCommands::deadlines()
{
    const DockerCommands docker;
    const QStringList three{u"a"_s, u"b"_s, u"c"_s};
    QCOMPARE(docker.events({}).deadline, 0ms);
    QCOMPARE(docker.pull(u"r"_s).deadline, 300s);
    QCOMPARE(docker.create({}).deadline, 60s);
    QCOMPARE(docker.start(three).deadline, 60s);
    // The CLI stops them side by side, and restarts them one after the other.
    QCOMPARE(docker.stop(three, 10s).deadline, 30s);
    QCOMPARE(docker.restart(three, 10s).deadline, 90s);
    QCOMPARE(docker.version().deadline, 30s);
}

void TestDockerCommands::filterOfEvents()
{
    const QStringList arguments = DockerCommands().events(u"1700000000.000000001"_s).arguments;
    QCOMPARE(arguments.mid(0, 9), QStringList({u"events"_s, u"--format"_s, u"{{json .}}"_s, u"--since"_s,
                                               u"1700000000.000000001"_s, u"--filter"_s, u"type=container"_s,
                                               u"--filter"_s, u"type=network"_s}));
    for (const char *wanted : {"create", "start", "die", "oom", "pause", "unpause", "kill", "stop", "restart",
                               "rename", "destroy", "connect", "disconnect"})
        QVERIFY2(arguments.contains(u"event="_s + QString::fromLatin1(wanted)), wanted);
    for (const QString &argument : arguments)
        QVERIFY2(!argument.contains("exec"_L1) && !argument.contains("health"_L1), qPrintable(argument));
    QVERIFY(!DockerCommands().events({}).arguments.contains(u"--since"_s));
}

QTEST_GUILESS_MAIN(TestDockerCommands)
#include "tst_docker_commands.moc"
