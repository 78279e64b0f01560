// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockererrors.h"

#include "recordings.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

CommandSpec someSpec()
{
    CommandSpec spec;
    spec.program = u"docker"_s;
    spec.arguments = {u"create"_s, u"--env"_s, u"P=hunter2"_s};
    spec.secrets = {u"hunter2"_s};
    return spec;
}

} // namespace

class TestDockerErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recorded_data();
    void recorded();
    void fromSources_data();
    void fromSources();
    void sentenceNamesTheThing_data();
    void sentenceNamesTheThing();
    void unknownWordsAreQuoted_data();
    void unknownWordsAreQuoted();
    void detailIsMasked();
    void stdoutIsTheLastResort();
    void garbageIsHarmless();
};

/// errors/KIND-case.txt: what failed commands of real CLIs said.
void TestDockerErrors::recorded_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("kind");
    for (const QString &version : recordedVersions()) {
        const QDir folder(QStringLiteral(ZOODOCK_RECORDINGS "/") + version + u"/errors"_s);
        for (const QString &file : folder.entryList(QDir::Files))
            QTest::addRow("%s %s", qPrintable(version), qPrintable(file))
                << recording(version, u"errors/"_s + file) << file.section(u'-', 0, 0);
    }
}

void TestDockerErrors::recorded()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, kind);
    QVERIFY(!text.trimmed().isEmpty());
    QCOMPARE(errorKindName(dockerErrorKind(text)), kind);
    const Error error = dockerError(someSpec(), 1, text);
    QCOMPARE(errorKindName(error.kind()), kind);
    QVERIFY(error.message().endsWith(u'.'));
    QVERIFY2(!error.message().contains("%1"_L1), qPrintable(error.message()));
}

/// What cannot be provoked here: messages of other engines and CLIs.
void TestDockerErrors::fromSources_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, ErrorKind kind, const char *text) {
        QTest::newRow(name) << QByteArray(text) << kind;
    };
    using K = ErrorKind;
    row("CLI 29 down", K::EngineDown,
        "failed to connect to the docker API at unix:///var/run/docker.sock; check if the path is correct "
        "and if the daemon is running: dial unix /var/run/docker.sock: connect: no such file or directory");
    row("CLI 29 forbidden", K::EngineForbidden,
        "permission denied while trying to connect to the docker API at unix:///var/run/docker.sock");
    row("Desktop off", K::EngineDown,
        "error during connect: this error may indicate that the docker daemon is not running: Get "
        "\"http://x/v1.24/version\": open //./pipe/docker_engine: The system cannot find the file "
        "specified.");
    row("Desktop starting", K::EngineDown,
        "request returned 500 Internal Server Error for API route and version http://x/v1.47/version, check "
        "if the server supports the requested API version");
    row("engine 29, old CLI", K::ApiMismatch,
        "Error response from daemon: client version 1.41 is too old. Minimum supported API version is 1.44, "
        "please upgrade your client to a newer version");
    row("old engine, new flag", K::ApiMismatch,
        "\"health start interval\" requires API version 1.44, but the Docker daemon API version is 1.41");
    row("engine of long ago", K::ApiMismatch,
        "Error response from daemon: client is newer than server (client API version: 1.24, server API "
        "version: 1.19)");
    row("podman-docker", K::EnginePodman,
        "Emulate Docker CLI using podman. Create /etc/containers/nodocker to quiet msg.\nError: unknown "
        "flag: --since\n");
    row("podman machine", K::EnginePodman,
        "Cannot connect to Podman. Please verify your connection to the Linux system using `podman system "
        "connection list`");
    row("manifest", K::ImageMissing,
        "Error response from daemon: manifest for zookeeper:9.9 not found: manifest unknown: manifest "
        "unknown");
    row("denied", K::ImageMissing,
        "Error response from daemon: pull access denied for nope/nope, repository does not exist or may "
        "require 'docker login': denied: requested access to the resource is denied");
    row("containerd store", K::ImageMissing,
        "Error response from daemon: failed to resolve reference \"docker.io/library/zookeeper:9.9\": "
        "docker.io/library/zookeeper:9.9: not found");
    row("containerd store, offline", K::RegistryUnreachable,
        "Error response from daemon: failed to resolve reference \"docker.io/library/zookeeper:3.9\": failed "
        "to do request: Head \"https://registry-1.docker.io/v2/library/zookeeper/manifests/3.9\": dial tcp: "
        "lookup registry-1.docker.io: no such host");
    row("platform", K::ImageMissing, "no matching manifest for linux/arm64/v8 in the manifest list entries");
    row("rate", K::RegistryUnreachable,
        "Error response from daemon: toomanyrequests: You have reached your pull rate limit.");
    row("slow", K::RegistryUnreachable,
        "Error response from daemon: Get \"https://registry-1.docker.io/v2/\": net/http: request canceled "
        "while waiting for connection (Client.Timeout exceeded while awaiting headers)");
    row("tls", K::RegistryUnreachable,
        "Error response from daemon: Get \"https://registry-1.docker.io/v2/\": net/http: TLS handshake "
        "timeout");
    row("certificate", K::RegistryUnreachable,
        "Error response from daemon: Get \"https://registry.local/v2/\": x509: certificate signed by unknown "
        "authority");
    row("disk", K::DiskFull, "failed to register layer: write /usr/lib/jvm/x: no space left on device");
    row("pool 20", K::AddressPoolExhausted,
        "Error response from daemon: could not find an available, non-overlapping IPv4 address pool among "
        "the defaults to assign to the network");
    row("pool 27", K::AddressPoolExhausted,
        "Error response from daemon: all predefined address pools have been fully subnetted");
    row("port 28", K::PortInUse,
        "Error response from daemon: failed to set up container networking: driver failed programming "
        "external connectivity on endpoint x (4ac5): failed to bind host port for "
        "127.0.0.1:2181:172.18.0.2:2181/tcp: address already in use");
    row("port Desktop", K::PortInUse,
        "Error response from daemon: ports are not available: exposing port TCP 127.0.0.1:2181 -> "
        "127.0.0.1:0: listen tcp 127.0.0.1:2181: bind: address already in use");
    row("rootless", K::InvalidInput,
        "Error response from daemon: driver failed programming external connectivity on endpoint x: Error "
        "starting userland proxy: error while calling PortManager.AddPort(): cannot expose privileged port "
        "80, you can add 'net.ipv4.ip_unprivileged_port_start=80' to /etc/sysctl.conf");
    row("stale endpoint", K::NameInUse,
        "Error response from daemon: endpoint with name zoo1 already exists in network demo");
    row("removing", K::NoSuchObject,
        "Error response from daemon: removal of container abc is already in progress");
    row("frozen too slowly", K::NotFrozen,
        "Error response from daemon: Cannot pause container 953f5617: OCI runtime pause failed: unable to "
        "freeze: unknown");
    row("cannot pause", K::ProgramFailed,
        "Error response from daemon: Cannot pause container 953f5617: something else");
    row("restarting", K::NotRunning,
        "Error response from daemon: Container abc is restarting, wait until the container is running");
}

void TestDockerErrors::fromSources()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorKind, kind);
    QCOMPARE(errorKindName(dockerErrorKind(text)), errorKindName(kind));
}

void TestDockerErrors::sentenceNamesTheThing_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("thing");
    QTest::newRow("port of a container") << u"PortInUse-container.txt"_s << u"127.0.0.1:42391"_s;
    QTest::newRow("port of a program") << u"PortInUse-program.txt"_s << u"127.0.0.1:42392"_s;
    QTest::newRow("context") << u"ContextMissing-ps.txt"_s << u"“nope”"_s;
    QTest::newRow("container name") << u"NameInUse-container.txt"_s << u"“rec-run”"_s;
    QTest::newRow("network name") << u"NameInUse-network.txt"_s << u"“rec-net”"_s;
    QTest::newRow("network") << u"NoSuchObject-network.txt"_s << u"“nope”"_s;
    QTest::newRow("old command") << u"ApiMismatch-old.txt"_s << u"command is too old"_s;
    QTest::newRow("old engine") << u"ApiMismatch-new.txt"_s << u"engine is too old"_s;
    QTest::newRow("address") << u"InvalidInput-address.txt"_s << u"192.0.2.1:42391"_s;
}

void TestDockerErrors::sentenceNamesTheThing()
{
    QFETCH(QString, file);
    QFETCH(QString, thing);
    for (const QString &version : recordedVersions()) {
        const Error error = dockerError(someSpec(), 1, recording(version, u"errors/"_s + file));
        QVERIFY2(error.message().contains(thing), qPrintable(error.message()));
    }
}

void TestDockerErrors::unknownWordsAreQuoted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("quote");
    QTest::newRow("plain") << QByteArray("something odd\n") << u"“something odd”"_s;
    QTest::newRow("preamble")
        << QByteArray("docker: Error response from daemon: it rains.\n\nRun 'docker run --help' "
                      "for more information\n")
        << u"“it rains.”"_s;
    QTest::newRow("flag 20.10") << recording(u"20.10"_s, u"errors/ProgramFailed-flag.txt"_s)
                                << u"“unknown flag: --no-such-flag”"_s;
    QTest::newRow("flag 28") << recording(u"28.2"_s, u"errors/ProgramFailed-flag.txt"_s)
                             << u"“unknown flag: --no-such-flag”"_s;
    QTest::newRow("nothing") << QByteArray() << u"without a word"_s;
}

void TestDockerErrors::unknownWordsAreQuoted()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, quote);
    const Error error = dockerError(someSpec(), 1, text);
    QCOMPARE(error.kind(), ErrorKind::ProgramFailed);
    QVERIFY2(error.message().contains(quote), qPrintable(error.message()));
    // It is shown where there are none, too.
    QVERIFY2(!error.message().contains(u"details"_s), qPrintable(error.message()));
}

void TestDockerErrors::detailIsMasked()
{
    const Error error = dockerError(someSpec(), 125, "the password hunter2 is weak\n");
    QVERIFY(!error.toString().contains("hunter2"_L1));
    QVERIFY(error.detail().contains("P=***"_L1));
    QVERIFY(error.detail().contains("exit code: 125"_L1));
    QVERIFY(error.message().contains("the password *** is weak"_L1));
}

void TestDockerErrors::stdoutIsTheLastResort()
{
    // `docker exec` with a missing program, engine 20.10
    const Error error =
        dockerError(someSpec(), 126, " \n", "OCI runtime exec failed: exec: \"nope\": not found\n");
    QVERIFY2(error.message().contains("\"nope\": not found"_L1), qPrintable(error.message()));
    QCOMPARE(dockerError(someSpec(), 1, "No such container: x", "is not running").kind(),
             ErrorKind::NoSuchObject);
}

void TestDockerErrors::garbageIsHarmless()
{
    QByteArray garbage;
    for (int i = 0; i < 5000; ++i)
        garbage += static_cast<char>((i * 7919) % 251 + 1);
    QCOMPARE(dockerErrorKind(garbage), ErrorKind::ProgramFailed);
    QVERIFY(dockerError(someSpec(), 1, garbage).detail().size() < 6000);
    QCOMPARE(dockerErrorKind({}), ErrorKind::ProgramFailed);
}

QTEST_GUILESS_MAIN(TestDockerErrors)
#include "tst_docker_errors.moc"
