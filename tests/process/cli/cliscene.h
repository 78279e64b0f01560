// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/clusters/observing/playedengine.h"
#include "process/clusters/observing/srvrserver.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <array>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace zoodock::test
{

using namespace Qt::Literals::StringLiterals;

struct Outcome
{
    int exitCode = -1;
    QString out;
    QString err;
};

/// A leader and a follower.
struct ServingPair
{
    ServingPair()
    {
        leader.text = SrvrServer::answer("leader");
        follower.text = SrvrServer::answer("follower");
    }
    SrvrServer leader;
    SrvrServer follower;
};

/// What a person sits at: stdin and stderr of a process.
class Terminal
{
public:
    Terminal()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK))
    {
        if (m_master >= 0 && ::grantpt(m_master) == 0 && ::unlockpt(m_master) == 0)
            m_slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY | O_CLOEXEC);
    }
    ~Terminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    [[nodiscard]] bool isOpen() const { return m_slave >= 0; }
    [[nodiscard]] int slave() const { return m_slave; }
    /// In the child, between fork and exec: it becomes its controlling terminal.
    static void adopt(int slave)
    {
        ::setsid();
        ::ioctl(slave, TIOCSCTTY, 0);
        ::dup2(slave, STDIN_FILENO);
        ::dup2(slave, STDERR_FILENO);
    }
    /// All that was printed so far, with what was typed.
    [[nodiscard]] const QByteArray &text()
    {
        std::array<char, 4096> piece{};
        for (ssize_t size = 0; (size = ::read(m_master, piece.data(), piece.size())) > 0;)
            m_text.append(piece.data(), size);
        return m_text;
    }
    void type(const QByteArray &keys) const
    {
        QCOMPARE(::write(m_master, keys.constData(), static_cast<size_t>(keys.size())), ssize_t(keys.size()));
    }

private:
    int m_master = -1;
    int m_slave = -1;
    QByteArray m_text;
};

/// A home of its own, and the pretended docker as the only one on PATH.
class Scene
{
public:
    PlayedEngine engine;

    [[nodiscard]] QString folder() const { return m_home.filePath(u"data/zoodock/clusters"_s); }
    void writeFile(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    [[nodiscard]] QByteArray fileOf(const QString &name) const
    {
        QFile file(folder() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void writeCluster(const QString &name) const
    {
        Ensemble ensemble = makeEnsemble(name, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
        for (Member &member : ensemble.members) // a plan looks at the real host: no port that others like
            member.client.hostPort = static_cast<quint16>(64'100 + member.id);
        writeFile(name + u".json"_s, toJson(ensemble));
    }
    void playDown(const char *recording = "EngineDown-version.txt")
    {
        const QString file =
            QStringLiteral(ZOODOCK_RECORDINGS "/20.10/errors/") + QLatin1StringView(recording);
        QFile text(file);
        QVERIFY(text.open(QIODevice::ReadOnly));
        const QByteArray said = text.readAll();
        engine.docker.rule({u"context"_s}).out(contextJson());
        engine.docker.ruleMatching(u"."_s).err(said).exit(1);
    }
    /// A managed cluster whose containers, from the first on, are in these states. None of them answers.
    void playCluster(const QString &name, const QStringList &statuses)
    {
        writeCluster(name);
        for (int i = 0; i < statuses.size(); ++i) {
            PlayedContainer container;
            container.cluster = name;
            container.member = i + 1;
            container.status = statuses.at(i);
            engine.containers += container;
        }
        engine.docker.ruleMatching(u"^(network|volume) ls "_s); // asked for with the settings
        engine.docker.rule({u"exec"_s}).exit(1);
        engine.playPresence();
        engine.playContainers();
        engine.playQuietStream();
    }
    /// "orders" has a file, and no containers.
    void playWritten(bool adopted)
    {
        Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
        ensemble.adopted = adopted;
        writeFile(u"orders.json"_s, toJson(ensemble));
        engine.playPresence();
        engine.playContainers();
        engine.playQuietStream();
    }
    /// An engine whose only server was started by others: without any label.
    void playOthers(const QString &name)
    {
        PlayedContainer container;
        container.cluster = name;
        QJsonObject inspected = container.inspected();
        QJsonObject config = inspected[u"Config"].toObject();
        config.remove(u"Labels");
        inspected.insert(u"Config"_s, config);
        const QJsonObject row{{u"ID"_s, container.id()},
                              {u"Names"_s, name + u"-zoo1"_s},
                              {u"Image"_s, u"zookeeper:3.9"_s},
                              {u"Command"_s, u"\"/docker-entrypoint.sh zkServer.sh start-foreground\""_s},
                              {u"Labels"_s, QString()}};
        engine.docker.rule({u"ps"_s, u"--all"_s})
            .out(QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n');
        engine.docker.rule({u"ps"_s});
        engine.docker.rule({u"inspect"_s}).out(QJsonDocument(QJsonArray{inspected}).toJson());
        engine.docker.rule({u"exec"_s}).exit(1);
        engine.playPresence();
        engine.playQuietStream();
    }
    /// "orders", of whose three members two serve and one is stopped.
    void playPair(const ServingPair &servers)
    {
        for (int member = 1; member <= 3; ++member) {
            PlayedContainer container;
            container.cluster = u"orders"_s;
            container.member = member;
            if (member < 3)
                container.hostPort = (member == 1 ? servers.leader : servers.follower).serverPort();
            else
                container.status = u"exited"_s;
            engine.containers += container;
        }
        writeCluster(u"orders"_s);
        engine.docker.rule({u"exec"_s}).exit(1);
        engine.playPresence();
        engine.playContainers();
        engine.playQuietStream();
    }
    [[nodiscard]] std::unique_ptr<QProcess> begin(const QStringList &arguments, const QStringList &more = {},
                                                  const Terminal *terminal = nullptr) const
    {
        return begin(QStringLiteral(ZOODOCK_EXECUTABLE), arguments, more, terminal);
    }
    [[nodiscard]] static Outcome end(QProcess &process)
    {
        Outcome outcome;
        const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(60'000);
        if (ended && process.exitStatus() == QProcess::NormalExit)
            outcome.exitCode = process.exitCode();
        outcome.out = QString::fromUtf8(process.readAllStandardOutput());
        outcome.err = QString::fromUtf8(process.readAllStandardError());
        return outcome;
    }
    [[nodiscard]] Outcome run(const QStringList &arguments, const QStringList &more = {}) const
    {
        return end(*begin(arguments, more));
    }

    /// `$0` is the executable.
    [[nodiscard]] Outcome runInShell(const QString &line) const
    {
        return end(*begin(u"/bin/sh"_s, {u"-c"_s, line, QStringLiteral(ZOODOCK_EXECUTABLE)}, {}, nullptr));
    }

private:
    [[nodiscard]] std::unique_ptr<QProcess> begin(const QString &program, const QStringList &arguments,
                                                  const QStringList &more, const Terminal *terminal) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DOCKER_HOST", "DOCKER_CONTEXT", "DISPLAY", "WAYLAND_DISPLAY",
                                 "QT_QPA_PLATFORM", "ZOODOCK_VERBOSE"})
            environment.remove(QLatin1StringView(name));
        environment.insert(u"PATH"_s, engine.docker.folder() + u":/usr/bin:/bin"_s);
        environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        for (const QString &setting : more)
            environment.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1));
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        if (terminal)
            process->setChildProcessModifier([slave = terminal->slave()] { Terminal::adopt(slave); });
        process->start(program, arguments);
        process->waitForStarted();
        return process;
    }
    [[nodiscard]] static QByteArray contextJson()
    {
        return R"([{"Name":"default","Endpoints":{"docker":{"Host":"unix:///var/run/docker.sock"}}}])";
    }

    QTemporaryDir m_home;
};

} // namespace zoodock::test

#define COMPARE_CODE(outcome, code)                                                                          \
    do {                                                                                                     \
        const Outcome &compared = (outcome);                                                                 \
        QVERIFY2(compared.exitCode == (code), qPrintable(compared.err));                                     \
    } while (false)
