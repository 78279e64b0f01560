// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockerparsers.h"

#include "recordings.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <algorithm>
#include <functional>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// Every parser, by the recordings it has to survive. True: it took the bytes for good.
struct Parser
{
    const char *file;
    std::function<bool(const QByteArray &)> takes;
};

const QList<Parser> &parsers()
{
    static const QList<Parser> all{
        {"version", [](const QByteArray &b) { return parse::version(b).has_value(); }},
        {"info", [](const QByteArray &b) { return parse::info(b).has_value(); }},
        {"context", [](const QByteArray &b) { return parse::context(b).has_value(); }},
        {"ps", [](const QByteArray &b) { return parse::ids(b).has_value(); }},
        {"inspect-run", [](const QByteArray &b) { return parse::containers(b).has_value(); }},
        {"network-ls", [](const QByteArray &b) { return parse::names(b).has_value(); }},
        {"images", [](const QByteArray &b) { return parse::imageReferences(b).has_value(); }},
        {"stats", [](const QByteArray &b) { return parse::stats(b).has_value(); }},
        {"events", [](const QByteArray &b) { return parse::event(b.left(b.indexOf('\n'))).has_value(); }},
    };
    return all;
}

ContainerInfo container(const QString &version, const QString &name)
{
    const Result<QList<ContainerInfo>> result = parse::containers(recording(version, u"inspect-"_s + name));
    return result && result->size() == 1 ? result->first() : ContainerInfo();
}

QList<EngineEvent> events(const QString &version)
{
    QList<EngineEvent> list;
    for (const QByteArray &line : recording(version, u"events"_s).split('\n')) {
        if (const Result<EngineEvent> event = parse::event(line))
            list.append(*event);
    }
    return list;
}

} // namespace

class TestDockerParsers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(recordedVersions().size() >= 2); }
    void version_data() { versions(); }
    void version();
    void info_data() { versions(); }
    void info();
    void engineDown_data() { versions(); }
    void engineDown();
    void context_data() { versions(); }
    void context();
    void ids();
    void runningContainer_data() { versions(); }
    void runningContainer();
    void containerStates_data() { versions(); }
    void containerStates();
    void missingContainers_data() { versions(); }
    void missingContainers();
    void lists_data() { versions(); }
    void lists();
    void podmanArrays();
    void events_data() { versions(); }
    void events();
    void eventLayouts();
    void stats_data() { versions(); }
    void stats();
    void statsUnits_data();
    void statsUnits();
    void statsOfNothing();
    void volumeSizes_data() { versions(); }
    void volumeSizes();
    void times();
    void everyPrefixIsHarmless_data() { versions(); }
    void everyPrefixIsHarmless();
    void flippedBytesAreHarmless_data() { versions(); }
    void flippedBytesAreHarmless();
    void garbageIsRefused_data();
    void garbageIsRefused();
    void podmanIsNoDocker();
    void contextList();
    void containerRows();
    void brokenLineAmongGoodOnes();

private:
    static void versions()
    {
        QTest::addColumn<QString>("cli");
        for (const QString &version : recordedVersions())
            QTest::newRow(qPrintable(version)) << version;
    }
};

void TestDockerParsers::version()
{
    QFETCH(QString, cli);
    const Result<EngineVersion> version = parse::version(recording(cli, u"version"_s));
    QVERIFY(version);
    QVERIFY(version->client.toString().startsWith(cli));
    QCOMPARE(version->server, (Version{20, 10, 24}));
    QCOMPARE(version->apiVersion, u"1.41"_s);
    QCOMPARE(version->operatingSystem, u"linux"_s);
}

void TestDockerParsers::info()
{
    QFETCH(QString, cli);
    const Result<EngineInfo> info = parse::info(recording(cli, u"info"_s));
    QVERIFY(info);
    QVERIFY(info->id.startsWith("ABCD:EFGH"_L1));
    QCOMPARE(info->name, u"enginehost"_s);
    QCOMPARE(info->version, (Version{20, 10, 24}));
    QCOMPARE(info->operatingSystem, u"Debian GNU/Linux 12 (bookworm)"_s);
    QCOMPARE(info->osType, u"linux"_s);
    QVERIFY(info->memoryBytes > 1'000'000'000);
    QVERIFY(info->cpus > 0);
    QCOMPARE(info->securityOptions, QStringList{u"name=seccomp,profile=default"_s});
    QVERIFY(info->warnings.isEmpty());
}

void TestDockerParsers::engineDown()
{
    QFETCH(QString, cli);
    const Result<EngineVersion> version = parse::version(recording(cli, u"version-down"_s));
    QVERIFY(!version);
    QCOMPARE(version.error().kind(), ErrorKind::EngineDown);
    const Result<EngineInfo> info = parse::info(recording(cli, u"info-down"_s));
    QVERIFY(!info);
    QCOMPARE(info.error().kind(), ErrorKind::EngineDown);
}

void TestDockerParsers::context()
{
    QFETCH(QString, cli);
    const Result<ContextInfo> context = parse::context(recording(cli, u"context"_s));
    QVERIFY(context);
    QCOMPARE(context->name, u"default"_s);
    QCOMPARE(context->endpoint, u"unix:///var/run/docker.sock"_s);
}

void TestDockerParsers::ids()
{
    QCOMPARE(parse::ids(recording(u"20.10"_s, u"ps"_s))->size(), 5);
    QCOMPARE(parse::ids({})->size(), 0);
    QCOMPARE(parse::ids("0123456789ab\r\n\n"), QStringList{u"0123456789ab"_s});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no id"_s));
    QCOMPARE(parse::ids("WARNING: odd\n0123456789ab\n")->size(), 1);
    QCOMPARE(parse::ids("json\n").error().kind(), ErrorKind::BadOutput);
}

void TestDockerParsers::runningContainer()
{
    QFETCH(QString, cli);
    const ContainerInfo run = container(cli, u"run"_s);
    QCOMPARE(run.id.size(), 64);
    QCOMPARE(run.name, u"rec-run"_s);
    QCOMPARE(run.image, u"zoodock/zookeeper:3.8"_s);
    QCOMPARE(run.labels.value(u"org.zoodock.spec"_s), u"{\"a\":\"b,c=d\"}"_s);
    QVERIFY(run.environment.contains(u"A=x y"_s));
    QCOMPARE(run.command, QStringList({u"zkServer.sh"_s, u"start-foreground"_s}));
    QCOMPARE(run.status, ContainerStatus::Running);
    QVERIFY(run.createdAt.isValid() && run.startedAt >= run.createdAt);
    QVERIFY(!run.finishedAt.isValid());
    QCOMPARE(run.restartPolicy, u"unless-stopped"_s);
    QCOMPARE(run.networkMode, u"rec-net"_s);
    QCOMPARE(run.addresses.keys(), QStringList{u"rec-net"_s});
    QVERIFY(run.addresses.value(u"rec-net"_s).startsWith("172."_L1));
    const QList<PublishedPort> port{{2181, u"127.0.0.1"_s, 42391}};
    QCOMPARE(run.configuredPorts, port);
    QCOMPARE(run.publishedPorts, port);
    QCOMPARE(run.mounts.value(u"/data"_s), u"rec-data"_s);
    QCOMPARE(run.mounts.value(u"/datalog"_s).size(), 64); // anonymous
}

void TestDockerParsers::containerStates()
{
    QFETCH(QString, cli);
    const ContainerInfo taken = container(cli, u"taken"_s);
    QCOMPARE(taken.status, ContainerStatus::Created);
    QCOMPARE(taken.exitCode, 128);
    QVERIFY(taken.error.contains("port is already allocated"_L1));
    QVERIFY(!taken.startedAt.isValid());
    QCOMPARE(taken.configuredPorts.size(), 1);
    QVERIFY(taken.publishedPorts.isEmpty());
    QVERIFY(taken.addresses.isEmpty());

    const ContainerInfo host = container(cli, u"host"_s);
    QCOMPARE(host.networkMode, u"host"_s);
    QVERIFY(host.addresses.isEmpty());
    QVERIFY(host.publishedPorts.isEmpty());

    const ContainerInfo exited = container(cli, u"exited"_s);
    QCOMPARE(exited.status, ContainerStatus::Exited);
    QCOMPARE(exited.exitCode, 3);
    QVERIFY(exited.finishedAt.isValid());
    QVERIFY(!exited.oomKilled);

    QCOMPARE(container(cli, u"paused"_s).status, ContainerStatus::Paused);
}

void TestDockerParsers::missingContainers()
{
    QFETCH(QString, cli);
    const Result<QList<ContainerInfo>> some = parse::containers(recording(cli, u"inspect-some"_s));
    QVERIFY(some);
    QCOMPARE(some->size(), 2);
    QCOMPARE(some->at(0).name, u"rec-run"_s);
    QCOMPARE(some->at(1).name, u"rec-host"_s);
    const Result<QList<ContainerInfo>> none = parse::containers(recording(cli, u"inspect-none"_s));
    QVERIFY(none && none->isEmpty());
}

void TestDockerParsers::lists()
{
    QFETCH(QString, cli);
    QCOMPARE(parse::names(recording(cli, u"network-ls"_s)), QStringList{u"rec-net"_s});
    QCOMPARE(parse::names(recording(cli, u"volume-ls"_s)), QStringList{u"rec-data"_s});
    QVERIFY(parse::imageReferences(recording(cli, u"images"_s))->contains(u"zoodock/zookeeper:3.8"_s));
    QCOMPARE(parse::imageReferences("{\"Repository\":\"<none>\",\"Tag\":\"<none>\"}\n"), QStringList());
    // One row for each tag and digest; what was pulled by its digest has no tag.
    QCOMPARE(parse::imageReferences("{\"Digest\":\"<none>\",\"Repository\":\"a\",\"Tag\":\"1\"}\n"
                                    "{\"Digest\":\"sha256:01\",\"Repository\":\"b\",\"Tag\":\"1\"}\n"
                                    "{\"Digest\":\"sha256:01\",\"Repository\":\"b\",\"Tag\":\"2\"}\n"
                                    "{\"Digest\":\"sha256:02\",\"Repository\":\"b\",\"Tag\":\"<none>\"}\n"),
             (QStringList{u"a:1"_s, u"b:1"_s, u"b@sha256:01"_s, u"b:2"_s, u"b@sha256:02"_s}));
    QCOMPARE(parse::names("\n"), QStringList());
    const QStringList labels{u"org.zoodock.test=recording"_s};
    QCOMPARE(parse::namedObjects(recording(cli, u"network-ls"_s)),
             (QList<NamedObject>{{u"rec-net"_s, labels}}));
    QCOMPARE(parse::namedObjects(recording(cli, u"volume-ls"_s)),
             (QList<NamedObject>{{u"rec-data"_s, labels}}));
}

void TestDockerParsers::podmanArrays()
{
    QCOMPARE(parse::names("[\n {\"Name\": \"a\"},\n {\"Name\": \"b\"}\n]\n"), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(parse::names("[]\n"), QStringList());
    QCOMPARE(parse::namedObjects("[{\"Name\": \"a\", \"Labels\": {\"x\": \"1\", \"y\": \"2,3\"}}]\n"),
             (QList<NamedObject>{{u"a"_s, {u"x=1"_s, u"y=2,3"_s}}}));
    QCOMPARE(parse::namedObjects(R"({"Name":"a","Internal":"true"})").value(),
             (QList<NamedObject>{{u"a"_s, {}, true}}));
}

void TestDockerParsers::events()
{
    QFETCH(QString, cli);
    const QList<EngineEvent> all = ::events(cli);
    QCOMPARE(all.size(), recording(cli, u"events"_s).count('\n'));
    QStringList life;
    for (const EngineEvent &event : all) {
        QVERIFY(event.timeNano > 1'000'000'000'000'000'000);
        if (event.type == "container"_L1 && event.attributes.value(u"name"_s) == "rec-run"_L1)
            life += event.action;
    }
    QCOMPARE(life.mid(0, 2), QStringList({u"create"_s, u"start"_s}));
    QCOMPARE(life.mid(2, 3), QStringList({u"exec_create"_s, u"exec_start"_s, u"exec_die"_s}));
    QCOMPARE(life.last(), u"destroy"_s);
    const auto died = std::find_if(all.begin(), all.end(), [](const EngineEvent &event) {
        return event.action == "die"_L1 && event.attributes.value(u"name"_s) == "rec-exited"_L1;
    });
    QVERIFY(died != all.end());
    QCOMPARE(died->attributes.value(u"exitCode"_s), u"3"_s);
    QCOMPARE(died->attributes.value(u"image"_s), u"zoodock/zookeeper:3.8"_s);
    const auto connected = std::find_if(all.begin(), all.end(), [](const EngineEvent &event) {
        return event.type == "network"_L1 && event.action == "connect"_L1 &&
               event.attributes.value(u"name"_s) == "rec-net"_L1;
    });
    QVERIFY(connected != all.end());
    QCOMPARE(connected->attributes.value(u"container"_s).size(), 64);
}

void TestDockerParsers::eventLayouts()
{
    // Engine 29 (API 1.52) has no top-level status, id and from; the value of a health event is in the
    // action.
    const Result<EngineEvent> event = parse::event(
        R"({"Type":"container","Action":"health_status: healthy","Actor":{"ID":"ab","Attributes":{"name":"c"}},)"
        R"("scope":"local","time":1795321864,"timeNano":1795321864193086553})");
    QVERIFY(event);
    QCOMPARE(event->action, u"health_status"_s);
    QCOMPARE(event->timeNano, 1795321864193086553); // not rounded to a double's 53 bits
    // Only the old layout: we do not guess.
    QVERIFY(!parse::event(R"({"status":"start","id":"ab","from":"x","time":1})"));
}

void TestDockerParsers::stats()
{
    QFETCH(QString, cli);
    const Result<QList<ContainerStats>> rows = parse::stats(recording(cli, u"stats"_s));
    QVERIFY(rows);
    QCOMPARE(rows->size(), 3);
    QCOMPARE(rows->first().name, u"rec-run"_s);
    QCOMPARE(rows->first().id.size(), 12);
    QVERIFY(rows->first().cpuPercent > 0);
    QVERIFY(rows->first().memoryBytes > 10'000'000);
    QVERIFY(rows->first().memoryLimit > 1'000'000'000);
    QCOMPARE(rows->last().memoryBytes, 0);
    // Control codes and a row that was cut off
    const Result<QList<ContainerStats>> streamed = parse::stats(recording(cli, u"stats-streaming"_s));
    QVERIFY(streamed && !streamed->isEmpty());
    QCOMPARE(streamed->first().name, u"rec-run"_s);
}

void TestDockerParsers::statsUnits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("B") << QByteArray("12B") << qint64(12);
    QTest::newRow("KiB") << QByteArray("1.5KiB") << qint64(1536);
    QTest::newRow("kB") << QByteArray("1.5kB") << qint64(1500);
    QTest::newRow("MiB") << QByteArray("45.6MiB") << qint64(47815066);
    QTest::newRow("GiB") << QByteArray("23.54GiB") << qint64(25275882537);
    QTest::newRow("GB") << QByteArray("2GB") << qint64(2'000'000'000);
    QTest::newRow("TiB") << QByteArray("1TiB") << (qint64(1) << 40);
    QTest::newRow("spaced") << QByteArray("1 MB") << qint64(1'000'000);
    QTest::newRow("nonsense") << QByteArray("much") << qint64(0);
}

void TestDockerParsers::statsUnits()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, bytes);
    const Result<QList<ContainerStats>> rows =
        parse::stats("{\"CPUPerc\":\"12.3%\",\"MemUsage\":\"" + text + " / 1GiB\",\"Name\":\"a\"}");
    QVERIFY(rows && rows->size() == 1);
    QCOMPARE(rows->first().memoryBytes, bytes);
    QCOMPARE(rows->first().memoryLimit, qint64(1) << 30);
    QCOMPARE(rows->first().cpuPercent, 12.3);
}

void TestDockerParsers::volumeSizes()
{
    QFETCH(QString, cli);
    const Result<QMap<QString, qint64>> sizes = parse::volumeSizes(recording(cli, u"system-df"_s));
    QVERIFY(sizes.has_value());
    QCOMPARE(sizes->size(), 2);
    QCOMPARE(sizes->value(u"demo-zoo1-data"_s), 1'234'000);
    QVERIFY(parse::volumeSizes("[]\n").value_or(QMap<QString, qint64>{{u"x"_s, 1}}).isEmpty());
    QVERIFY(parse::volumeSizes("null\n").has_value());
    // One that is being counted, or lies with another driver.
    QVERIFY(parse::volumeSizes("[{\"Name\":\"a\",\"Size\":\"N/A\"}]").value_or(*sizes).isEmpty());
    QVERIFY(!parse::volumeSizes("").has_value());
    QVERIFY(!parse::volumeSizes("[{\"Name\":").has_value());
}

void TestDockerParsers::statsOfNothing()
{
    const Result<QList<ContainerStats>> rows =
        parse::stats("{\"CPUPerc\":\"--\",\"MemUsage\":\"-- / --\",\"Name\":\"--\"}\n");
    QVERIFY(rows);
    QVERIFY(rows->isEmpty());
}

void TestDockerParsers::times()
{
    const QDateTime time = parse::time(u"2026-11-22T04:30:52.391667027Z"_s);
    QCOMPARE(time.toUTC(), QDateTime(QDate(2026, 11, 22), QTime(4, 30, 52, 392), Qt::UTC));
    QCOMPARE(parse::time(u"2026-11-22T05:30:52.5+01:00"_s),
             QDateTime(QDate(2026, 11, 22), QTime(4, 30, 52, 500), Qt::UTC));
    QVERIFY(parse::time(u"2026-11-22T04:30:52Z"_s).isValid());
    QVERIFY(!parse::time(u"0001-01-01T00:00:00Z"_s).isValid());
    QVERIFY(!parse::time({}).isValid());
    QVERIFY(!parse::time(u"yesterday"_s).isValid());
}

/// A CLI can be killed at any byte. JSON that was cut off is never taken for good (but lines before the cut
/// are).
void TestDockerParsers::everyPrefixIsHarmless()
{
    QFETCH(QString, cli);
    QLoggingCategory::setFilterRules(u"zoodock.docker=false"_s);
    for (const Parser &parser : parsers()) {
        const QByteArray whole = recording(cli, QString::fromLatin1(parser.file));
        QVERIFY2(parser.takes(whole), parser.file);
        const bool byLine = !whole.startsWith('[');
        const qsizetype firstLine = byLine ? whole.indexOf('\n') : whole.trimmed().size();
        const qsizetype shortest = QByteArray(parser.file) == "ps" ? 12 : firstLine;
        for (qsizetype length = 1; length < whole.size(); ++length) {
            const bool taken = parser.takes(whole.left(length));
            QVERIFY2(!taken || length >= shortest,
                     qPrintable(u"%1: %2 bytes"_s.arg(QString::fromLatin1(parser.file)).arg(length)));
        }
    }
    QLoggingCategory::setFilterRules({});
}

void TestDockerParsers::flippedBytesAreHarmless()
{
    QFETCH(QString, cli);
    QLoggingCategory::setFilterRules(u"zoodock.docker=false"_s);
    QRandomGenerator random(42);
    int refused = 0;
    for (const Parser &parser : parsers()) {
        const QByteArray whole = recording(cli, QString::fromLatin1(parser.file));
        for (int i = 0; i < 300; ++i) {
            QByteArray broken = whole;
            for (int n = 0; n < 1 + i / 30; ++n)
                broken[random.bounded(broken.size())] = static_cast<char>(random.bounded(256));
            refused += parser.takes(broken) ? 0 : 1;
        }
    }
    QVERIFY(refused > 100);
    QLoggingCategory::setFilterRules({});
}

void TestDockerParsers::garbageIsRefused_data()
{
    QTest::addColumn<QByteArray>("garbage");
    QTest::newRow("word") << QByteArray("json\n"); // what `--format json` gives on CLI 20.10
    QTest::newRow("html") << QByteArray("<html><body>502 Bad Gateway</body></html>");
    QTest::newRow("number") << QByteArray("17");
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("other") << QByteArray("{\"unexpected\": true}");
    QTest::newRow("wrong types") << QByteArray("[1, \"two\", [3]]");
}

void TestDockerParsers::garbageIsRefused()
{
    QFETCH(QByteArray, garbage);
    QLoggingCategory::setFilterRules(u"zoodock.docker=false"_s);
    const auto isBad = [](const auto &result) {
        return !result.has_value() && result.error().kind() == ErrorKind::BadOutput &&
               !result.error().message().isEmpty();
    };
    QVERIFY(isBad(parse::version(garbage)));
    QVERIFY(isBad(parse::info(garbage)));
    QVERIFY(isBad(parse::context(garbage)));
    QVERIFY(isBad(parse::event(garbage)));
    QVERIFY(isBad(parse::ids(garbage)));
    if (!garbage.startsWith("[1")) { // an array without objects is an empty list
        QVERIFY(isBad(parse::names(garbage)));
        QVERIFY(isBad(parse::containers(garbage)));
    }
    QLoggingCategory::setFilterRules({});
}

void TestDockerParsers::podmanIsNoDocker()
{
    QFile file(QStringLiteral(ZOODOCK_RECORDINGS "/../podman/version-4.3.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<EngineVersion> version = parse::version(file.readAll());
    QVERIFY(!version);
    QCOMPARE(version.error().kind(), ErrorKind::EnginePodman);
}

void TestDockerParsers::contextList()
{
    // CLI 28, and CLI 20.10 with its own further keys.
    const Result<QList<ContextInfo>> contexts =
        parse::contexts("{\"Current\":true,\"Description\":\"Current DOCKER_HOST based configuration\","
                        "\"DockerEndpoint\":\"unix:///var/run/docker.sock\",\"Error\":\"\",\"Name\":"
                        "\"default\"}\n"
                        "{\"Current\":false,\"Description\":\"\",\"DockerEndpoint\":\"ssh://me@far\","
                        "\"KubernetesEndpoint\":\"\",\"Name\":\"far\",\"StackOrchestrator\":\"swarm\"}\n");
    QVERIFY(contexts);
    QCOMPARE(contexts->size(), 2);
    QCOMPARE(contexts->at(0).name, u"default"_s);
    QVERIFY(contexts->at(0).current && !contexts->at(1).current);
    QCOMPARE(contexts->at(1).endpoint, u"ssh://me@far"_s);
    QVERIFY(contexts->at(0).exists() && contexts->at(1).exists());
    // DOCKER_CONTEXT=nix, where there is none of that name; CLI 28.
    const Result<QList<ContextInfo>> missing =
        parse::contexts("{\"Current\":true,\"Description\":\"\",\"DockerEndpoint\":\"\",\"Error\":\"context "
                        "\\\"nix\\\": context "
                        "not found: open /root…\",\"Name\":\"nix\"}\n");
    QVERIFY(missing);
    QVERIFY(!missing->constFirst().exists());
    QCOMPARE(parse::contexts({}).error().kind(), ErrorKind::BadOutput);
}

void TestDockerParsers::containerRows()
{
    const Result<QList<ContainerRow>> rows = parse::containerRows(
        "{\"Command\":\"\\\"/docker-entrypoint.sh zkServer.sh start-foreground\\\"\",\"ID\":\"0a1b2c\","
        "\"Image\":\"zookeeper:3.9\",\"Labels\":\"a=b,c=d\",\"Names\":\"web/zoo,zoo1\"}\n"
        "{\"ID\":\"\",\"Names\":\"nothing\"}\n");
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().name, u"zoo1"_s); // not the name of a link
    QCOMPARE(rows->first().image, u"zookeeper:3.9"_s);
    QVERIFY(rows->first().command.contains("zkServer.sh"_L1));
    QCOMPARE(rows->first().labels, u"a=b,c=d"_s);
    QVERIFY(parse::containerRows({})->isEmpty());
    QCOMPARE(parse::containerRows("{\"ID\":\"\"}\n").error().kind(), ErrorKind::BadOutput);
}

void TestDockerParsers::brokenLineAmongGoodOnes()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"skipped a broken line"_s));
    QCOMPARE(parse::names("{\"Name\":\"a\"}\n{\"Na\n{\"Name\":\"b\"}\n"), QStringList({u"a"_s, u"b"_s}));
}

QTEST_GUILESS_MAIN(TestDockerParsers)
#include "tst_docker_parsers.moc"
