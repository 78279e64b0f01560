// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockerengine.h"
#include "docker/eventstream.h"
#include "docker/statssampler.h"
#include "docker/tararchive.h"

#include "engine/realengine.h"
#include "fakes/outcome.h"

#include <QtTest/QSignalSpy>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 60'000;

} // namespace

/// Commands, parsers and error table against a real engine, with every CLI that is there.
class TestEngineDocker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void cleanupTestCase();
    void versionInfoContext();
    void contextInUse();
    void lifeOfAContainer();
    void filesArriveInAContainer();
    void eventsOfALife();
    void eventsBeforeTheOpening();
    void listsByLabel();
    void hostListeners();
    void statsThatGoOn();
    void portTakenByAContainer();
    void portTakenByAProgram();
    void namesAndStates();
    void missingThings();

private:
    Result<QByteArray> run(const CommandSpec &spec) { return outcomeOf(m_engine->run(spec, this)); }
    ErrorKind kindOf(const CommandSpec &spec)
    {
        const Result<QByteArray> result = run(spec);
        return result ? ErrorKind::Unknown : result.error().kind();
    }
    /// Another one for each CLI: the events of the last one are still fresh.
    [[nodiscard]] QString own(const QString &stem) const
    {
        return uniqueName(stem + QString::number(m_round));
    }
    [[nodiscard]] ContainerRequest request(const QString &stem) const
    {
        ContainerRequest request;
        request.name = own(stem);
        request.image = testImage();
        request.labels = {{runLabel().section(u'=', 0, 0), runLabel().section(u'=', 1)}};
        request.command = {u"sleep"_s, u"1000"_s};
        return request;
    }
    [[nodiscard]] ContainerInfo inspect(const QString &name)
    {
        const Result<QList<ContainerInfo>> found = outcomeOf(m_engine->inspect({name}, this));
        return found && found->size() == 1 ? found->first() : ContainerInfo();
    }
    [[nodiscard]] const DockerCommands &docker() const { return m_engine->commands(); }

    QString m_cli;
    int m_round = 0;
    std::unique_ptr<ProcessRunner> m_runner;
    std::unique_ptr<DockerEngine> m_engine;
};

void TestEngineDocker::initTestCase_data()
{
    QTest::addColumn<QString>("cli");
    QStringList all = dockers();
    if (all.isEmpty())
        all = QStringList{u"docker"_s}; // so that its absence is told
    for (const QString &cli : std::as_const(all))
        QTest::newRow(qPrintable(cli)) << cli;
}

void TestEngineDocker::init()
{
    QFETCH_GLOBAL(QString, cli);
    ZOODOCK_NEEDS_ENGINE(cli);
    m_cli = cli;
    ++m_round;
    m_runner = std::make_unique<ProcessRunner>();
    m_engine = std::make_unique<DockerEngine>(*m_runner, DockerCommands(cli));
}

void TestEngineDocker::cleanup()
{
    m_engine.reset();
    m_runner.reset();
    if (!m_cli.isEmpty())
        removeOwn(m_cli);
}

void TestEngineDocker::cleanupTestCase()
{
    if (m_cli.isEmpty())
        return;
    QCOMPARE(dockerCall(m_cli, {u"ps"_s, u"-aq"_s, u"--filter"_s, u"name="_s + uniqueName({})}), QString());
}

void TestEngineDocker::versionInfoContext()
{
    const auto version = outcomeOf(m_engine->version(this));
    QVERIFY2(version, version ? "" : qPrintable(version.error().toString()));
    QCOMPARE(version->client.toString().section(u'.', 0, 1),
             dockerCall(m_cli, {u"version"_s, u"--format"_s, u"{{.Client.Version}}"_s}).section(u'.', 0, 1));
    QVERIFY(version->server >= (Version{20, 10, 0}));
    QCOMPARE(version->operatingSystem, u"linux"_s);
    const auto info = outcomeOf(m_engine->info(this));
    QVERIFY(info);
    QCOMPARE(info->version, version->server);
    QCOMPARE(info->name, dockerCall(m_cli, {u"info"_s, u"--format"_s, u"{{.Name}}"_s}));
    QVERIFY(info->memoryBytes > 100'000'000 && info->cpus > 0);
}

void TestEngineDocker::contextInUse()
{
    const auto context = outcomeOf(m_engine->contextInfo(this));
    QVERIFY(context);
    QVERIFY(context->endpoint.contains("://"_L1));
    // What is asked for by name wins over DOCKER_HOST.
    DockerEngine named(*m_runner, DockerCommands(m_cli, u"default"_s));
    const auto byName = outcomeOf(named.contextInfo(this));
    QVERIFY(byName);
    QCOMPARE(byName->name, u"default"_s);
    CommandSpec elsewhere = docker().version();
    elsewhere.environment = {{u"DOCKER_HOST"_s, u"unix:///nowhere.sock"_s}};
    QCOMPARE(kindOf(elsewhere), ErrorKind::EngineDown);
    DockerEngine missing(*m_runner, DockerCommands(m_cli, u"no-such-context"_s));
    QCOMPARE(outcomeOf(missing.contextInfo(this)).error().kind(), ErrorKind::ContextMissing);
    QCOMPARE(outcomeOf(missing.version(this)).error().kind(), ErrorKind::ContextMissing);
}

void TestEngineDocker::lifeOfAContainer()
{
    const QString network = own(u"net"_s);
    const QString volume = own(u"data"_s);
    const QString port = QString::number(freePort());
    ContainerRequest wanted = request(u"life"_s);
    wanted.hostname = u"zoo1"_s;
    wanted.network = network;
    wanted.aliases = {u"alias1"_s};
    wanted.labels.append({u"org.zoodock.spec"_s, u"{\"a\":\"b,c=d\"}"_s});
    wanted.environment = {{u"A"_s, u"x \"y\" $Z"_s}};
    wanted.publish = {u"127.0.0.1:"_s + port + u":2181"_s};
    wanted.volumes = {volume + u":/data"_s};
    wanted.restartPolicy = u"unless-stopped"_s;
    wanted.logOptions = {u"max-size=10m"_s, u"max-file=3"_s};
    QVERIFY(run(docker().createNetwork(network, wanted.labels)));
    QVERIFY(run(docker().createVolume(volume, wanted.labels)));
    const auto created = run(docker().create(wanted));
    QVERIFY2(created, created ? "" : qPrintable(created.error().toString()));
    const ContainerInfo before = inspect(wanted.name);
    QCOMPARE(before.id, QString::fromUtf8(created->trimmed()));
    QCOMPARE(before.status, ContainerStatus::Created);
    QVERIFY(run(docker().start({wanted.name})));

    const ContainerInfo running = inspect(wanted.name);
    QCOMPARE(running.status, ContainerStatus::Running);
    QCOMPARE(running.image, wanted.image);
    QCOMPARE(running.labels.value(u"org.zoodock.spec"_s), u"{\"a\":\"b,c=d\"}"_s);
    QVERIFY(running.environment.contains(u"A=x \"y\" $Z"_s));
    QCOMPARE(running.command, wanted.command);
    QCOMPARE(running.networkMode, network);
    QVERIFY(!running.addresses.value(network).isEmpty());
    QCOMPARE(running.publishedPorts, QList<PublishedPort>({{2181, u"127.0.0.1"_s, port.toUShort()}}));
    QCOMPARE(running.configuredPorts, running.publishedPorts);
    QCOMPARE(running.mounts.value(u"/data"_s), volume);
    QCOMPARE(running.restartPolicy, wanted.restartPolicy);
    QVERIFY(running.startedAt.isValid() && !running.finishedAt.isValid());

    QVERIFY(run(docker().pause({wanted.name})));
    QCOMPARE(inspect(wanted.name).status, ContainerStatus::Paused);
    QVERIFY(run(docker().unpause({wanted.name})));
    QVERIFY(run(docker().kill({wanted.name})));
    QTRY_COMPARE_WITH_TIMEOUT(inspect(wanted.name).status, ContainerStatus::Exited, patience);
    QCOMPARE(inspect(wanted.name).exitCode, 137);
    QVERIFY(run(docker().restart({wanted.name}, 1s)));
    QCOMPARE(inspect(wanted.name).status, ContainerStatus::Running);
    QVERIFY(run(docker().stop({wanted.name}, 1s)));
    QCOMPARE(inspect(wanted.name).status, ContainerStatus::Exited);
    QVERIFY(run(docker().remove({wanted.name})));
    QVERIFY(inspect(wanted.name).id.isEmpty());
    QVERIFY(run(docker().removeNetwork(network)));
    QVERIFY(run(docker().removeVolumes({volume})));
}

void TestEngineDocker::filesArriveInAContainer()
{
    const ContainerRequest wanted = request(u"files"_s);
    const QList<GeneratedFile> files{{u"/conf/zoo.cfg"_s, "tickTime=2000\n", 0640, 1000},
                                     {u"/conf/big"_s, QByteArray(100'001, 'z'), 0600, 0}};
    QVERIFY(run(docker().create(wanted)));
    QVERIFY(run(docker().copyInto(wanted.name, u"/conf"_s, tarArchive(files), u"files"_s)));
    QVERIFY(run(docker().start({wanted.name})));
    const auto listed = run(docker().exec(
        wanted.name, {u"stat"_s, u"-c"_s, u"%n %a %u %s"_s, u"/conf/zoo.cfg"_s, u"/conf/big"_s}));
    QVERIFY2(listed, listed ? "" : qPrintable(listed.error().toString()));
    QCOMPARE(*listed, QByteArray("/conf/zoo.cfg 640 1000 14\n/conf/big 600 0 100001\n"));
    const auto text = run(docker().exec(wanted.name, {u"cat"_s, u"/conf/zoo.cfg"_s}));
    QVERIFY(text);
    QCOMPARE(*text, files.first().bytes);
}

void TestEngineDocker::eventsOfALife()
{
    EventStream stream(*m_engine, nullptr);
    const ContainerRequest wanted = request(u"events"_s);
    QStringList actions;
    QMap<QString, QString> died;
    connect(&stream, &EventStream::happened, this, [&](const EngineEvent &event) {
        if (event.attributes.value(u"name"_s) != wanted.name)
            return;
        actions += event.action;
        if (event.action == "die"_L1)
            died = event.attributes;
    });
    QSignalSpy opened(&stream, &EventStream::opened);
    stream.start();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
    QVERIFY(run(docker().create(wanted)));
    QVERIFY(run(docker().start({wanted.name})));
    QVERIFY(run(docker().exec(wanted.name, {u"true"_s}))); // unseen
    QVERIFY(run(docker().pause({wanted.name})));
    QVERIFY(run(docker().unpause({wanted.name})));
    QVERIFY(run(docker().kill({wanted.name})));
    QTRY_VERIFY_WITH_TIMEOUT(actions.contains(u"die"_s), patience);
    QVERIFY(run(docker().remove({wanted.name})));
    QTRY_VERIFY_WITH_TIMEOUT(actions.contains(u"destroy"_s), patience);
    QCOMPARE(actions, QStringList({u"create"_s, u"start"_s, u"pause"_s, u"unpause"_s, u"kill"_s, u"die"_s,
                                   u"destroy"_s}));
    QCOMPARE(died.value(u"exitCode"_s), u"137"_s);
    QCOMPARE(died.value(u"image"_s), testImage());
}

/// "Start listening, then ask for state" leaves no gap, although docker does not say when it listens.
void TestEngineDocker::eventsBeforeTheOpening()
{
    EventStream stream(*m_engine, nullptr);
    const ContainerRequest wanted = request(u"early"_s);
    QStringList actions;
    connect(&stream, &EventStream::happened, this, [&](const EngineEvent &event) {
        if (event.attributes.value(u"name"_s) == wanted.name)
            actions += event.action;
    });
    QVERIFY(run(docker().create(wanted)));
    stream.start();
    QTRY_COMPARE_WITH_TIMEOUT(actions, QStringList{u"create"_s}, patience);
}

void TestEngineDocker::listsByLabel()
{
    const QString label = u"org.zoodock.listed="_s + own({});
    ContainerRequest wanted = request(u"listed"_s);
    wanted.labels.append({label.section(u'=', 0, 0), label.section(u'=', 1)});
    const QString network = own(u"listed-net"_s);
    const QString volume = own(u"listed-data"_s);
    QVERIFY(run(docker().create(wanted)));
    QVERIFY(run(docker().createNetwork(network, wanted.labels)));
    QVERIFY(run(docker().createVolume(volume, wanted.labels)));
    const auto containers = outcomeOf(m_engine->containers({label, runLabel()}, this));
    QVERIFY(containers);
    QCOMPARE(containers->size(), 1);
    QCOMPARE(containers->first().name, wanted.name);
    QCOMPARE(outcomeOf(m_engine->networks({label}, this)).value(), QStringList{network});
    QCOMPARE(outcomeOf(m_engine->volumes({label}, this)).value(), QStringList{volume});
    QVERIFY(outcomeOf(m_engine->containers({u"org.zoodock.listed=nobody"_s}, this))->isEmpty());
    QVERIFY(outcomeOf(m_engine->images(this))->contains(testImage()));
}

void TestEngineDocker::hostListeners()
{
    // Published, so that the engine's host listens, wherever it is.
    const quint16 port = freePort();
    ContainerRequest wanted = request(u"listener"_s);
    wanted.publish = {u"127.0.0.1:%1:2181"_s.arg(port)};
    QVERIFY(run(docker().create(wanted)));
    QVERIFY(run(docker().start({wanted.name})));
    const auto listeners = run(docker().printHostListeners(testImage()));
    QVERIFY2(listeners, listeners ? "" : qPrintable(listeners.error().toString()));
    QVERIFY(listeners->startsWith("  sl  local_address"));
    QVERIFY(listeners->contains("0100007F:" + QByteArray::number(port, 16).toUpper().rightJustified(4, '0')));
    QCOMPARE(kindOf(docker().printHostListeners(u"zoodock/nope:0"_s)), ErrorKind::ImageMissing);
}

void TestEngineDocker::statsThatGoOn()
{
    const QStringList names{own(u"busy"_s), own(u"idle"_s)};
    for (const QString &stem : {u"busy"_s, u"idle"_s}) {
        QVERIFY(run(docker().create(request(stem))));
        QVERIFY(run(docker().start({request(stem).name})));
    }
    StatsSampler sampler(*m_engine, nullptr);
    sampler.setPause(1s);
    QStringList seen;
    int samples = 0;
    connect(&sampler, &StatsSampler::sampled, this, [&](const QList<ContainerStats> &stats) {
        for (const ContainerStats &row : stats)
            seen += row.memoryBytes > 0 && row.memoryLimit > row.memoryBytes ? row.name : QString();
        ++samples;
    });
    sampler.watch(names);
    QTRY_VERIFY_WITH_TIMEOUT(samples >= 3, patience);
    for (const QString &name : names) // the first figures of a busy engine may be none
        QTRY_VERIFY2_WITH_TIMEOUT(seen.count(name) >= 2, qPrintable(seen.join(u' ')), patience);
    // One of them ends: the other's figures go on.
    QVERIFY(run(docker().kill({names.first()})));
    sampler.watch({names.last()});
    seen.clear();
    QTRY_VERIFY_WITH_TIMEOUT(seen.contains(names.last()), patience);
    QVERIFY(!seen.contains(names.first()));
}

void TestEngineDocker::portTakenByAContainer()
{
    const QString publish = u"127.0.0.1:%1:2181"_s.arg(freePort());
    ContainerRequest first = request(u"first"_s);
    ContainerRequest second = request(u"second"_s);
    first.publish = second.publish = {publish};
    QVERIFY(run(docker().create(first)));
    QVERIFY(run(docker().create(second)));
    QVERIFY(run(docker().start({first.name})));
    const auto refused = run(docker().start({second.name}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind(), ErrorKind::PortInUse);
    QVERIFY2(refused.error().message().contains(publish.section(u':', 0, 1)),
             qPrintable(refused.error().toString()));
    // It stays behind as "created", and tells what it wanted.
    const ContainerInfo left = inspect(second.name);
    QCOMPARE(left.status, ContainerStatus::Created);
    QVERIFY(!left.error.isEmpty());
    QCOMPARE(left.configuredPorts.size(), 1);
    QVERIFY(left.publishedPorts.isEmpty());
}

void TestEngineDocker::portTakenByAProgram()
{
    QTcpServer program;
    QVERIFY(program.listen(QHostAddress::LocalHost));
    ContainerRequest wanted = request(u"program"_s);
    wanted.publish = {u"127.0.0.1:%1:2181"_s.arg(program.serverPort())};
    QVERIFY(run(docker().create(wanted)));
    QCOMPARE(kindOf(docker().start({wanted.name})), ErrorKind::PortInUse);
}

void TestEngineDocker::namesAndStates()
{
    const QString network = own(u"states"_s);
    ContainerRequest wanted = request(u"states"_s);
    wanted.network = network;
    QVERIFY(run(docker().createNetwork(network, wanted.labels)));
    QCOMPARE(kindOf(docker().createNetwork(network, wanted.labels)), ErrorKind::NameInUse);
    QVERIFY(run(docker().create(wanted)));
    QCOMPARE(kindOf(docker().create(wanted)), ErrorKind::NameInUse);
    QCOMPARE(kindOf(docker().exec(wanted.name, {u"true"_s})), ErrorKind::NotRunning);
    QCOMPARE(kindOf(docker().kill({wanted.name})), ErrorKind::NotRunning);
    QCOMPARE(kindOf(docker().pause({wanted.name})), ErrorKind::NotRunning);
    QVERIFY(run(docker().start({wanted.name})));
    QCOMPARE(kindOf(docker().unpause({wanted.name})), ErrorKind::NotRunning);
    QCOMPARE(kindOf(docker().removeNetwork(network)), ErrorKind::NetworkInUse);
    QCOMPARE(kindOf(docker().exec(wanted.name, {u"no-such-program"_s})), ErrorKind::ProgramFailed);
    // Removing is forced, and content with what is gone already.
    QVERIFY(run(docker().remove({wanted.name})));
    QVERIFY(run(docker().remove({wanted.name})));
}

void TestEngineDocker::missingThings()
{
    const QString nope = own(u"nope"_s);
    QCOMPARE(kindOf(docker().start({nope})), ErrorKind::NoSuchObject);
    QCOMPARE(kindOf(docker().stop({nope})), ErrorKind::NoSuchObject);
    QCOMPARE(kindOf(docker().restart({nope})), ErrorKind::NoSuchObject);
    QCOMPARE(kindOf(docker().exec(nope, {u"true"_s})), ErrorKind::NoSuchObject);
    QCOMPARE(kindOf(docker().removeNetwork(nope)), ErrorKind::NoSuchObject);
    QCOMPARE(kindOf(docker().removeVolumes({nope})), ErrorKind::NoSuchObject);
    QCOMPARE(kindOf(docker().copyInto(nope, u"/tmp"_s, tarArchive({}), u"nothing"_s)),
             ErrorKind::NoSuchObject);
    ContainerRequest wanted = request(u"nonet"_s);
    wanted.image = nope + u":1"_s;
    QCOMPARE(kindOf(docker().create(wanted)), ErrorKind::ImageMissing);
    wanted.image = testImage();
    wanted.network = nope;
    QVERIFY(run(docker().create(wanted)));
    QCOMPARE(kindOf(docker().start({wanted.name})), ErrorKind::NoSuchObject);
    const auto found = outcomeOf(m_engine->inspect({nope, wanted.name}, this));
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    // A registry that is not there: reserved names never resolve.
    QCOMPARE(kindOf(docker().pull(u"registry.invalid/nope:1"_s)), ErrorKind::RegistryUnreachable);
}

QTEST_GUILESS_MAIN(TestEngineDocker)
#include "tst_engine_docker.moc"
