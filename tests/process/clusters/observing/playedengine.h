// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/fakedocker.h"

#include "ensemble/ensemblejson.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace zoodock::test
{

/// A container as `docker inspect` tells it, made from a few words.
struct PlayedContainer
{
    QString cluster;
    int member = 1;
    QString status = QStringLiteral("running");
    int exitCode = 0;
    bool oomKilled = false;
    QString startedAt = QStringLiteral("2026-01-01T10:00:00.000000001Z");
    QString hostAddress = QStringLiteral("127.0.0.1");
    int hostPort = 0; ///< 0: the client port is not published
    QString address = QStringLiteral("172.20.0.2");
    QString network = QStringLiteral("bridge");
    QByteArray spec;

    /// 64 hex digits that tell member and nothing else.
    [[nodiscard]] QString id() const { return QString::number(member).rightJustified(64, u'a'); }
    [[nodiscard]] QJsonObject labels() const
    {
        return {{QString::fromUtf16(label::cluster), cluster},
                {QString::fromUtf16(label::member), QString::number(member)},
                {QString::fromUtf16(label::spec), QString::fromUtf8(spec)}};
    }
    [[nodiscard]] QJsonObject inspected() const
    {
        const bool ended = status == QLatin1String("exited");
        QJsonObject ports;
        if (hostPort != 0) {
            const QJsonObject binding{{QStringLiteral("HostIp"), hostAddress},
                                      {QStringLiteral("HostPort"), QString::number(hostPort)}};
            ports.insert(QStringLiteral("2181/tcp"), QJsonArray{binding});
        }
        const QJsonObject state{{QStringLiteral("Status"), status},
                                {QStringLiteral("ExitCode"), exitCode},
                                {QStringLiteral("OOMKilled"), oomKilled},
                                {QStringLiteral("Error"), QString()},
                                {QStringLiteral("StartedAt"), startedAt},
                                {QStringLiteral("FinishedAt"), ended
                                                                   ? QStringLiteral("2026-01-01T11:00:00.5Z")
                                                                   : QStringLiteral("0001-01-01T00:00:00Z")}};
        const QJsonObject attached{{QStringLiteral("IPAddress"), ended ? QString() : address}};
        return {
            {QStringLiteral("Id"), id()},
            {QStringLiteral("Name"), u'/' + cluster + QStringLiteral("-zoo") + QString::number(member)},
            {QStringLiteral("Created"), QStringLiteral("2026-01-01T09:00:00Z")},
            {QStringLiteral("State"), state},
            {QStringLiteral("Config"), QJsonObject{{QStringLiteral("Image"), QStringLiteral("zookeeper:3.9")},
                                                   {QStringLiteral("Labels"), labels()}}},
            {QStringLiteral("HostConfig"),
             QJsonObject{{QStringLiteral("NetworkMode"), network}, {QStringLiteral("PortBindings"), ports}}},
            {QStringLiteral("NetworkSettings"),
             QJsonObject{{QStringLiteral("Ports"), ended ? QJsonObject() : ports},
                         {QStringLiteral("Networks"), QJsonObject{{network, attached}}}}}};
    }
    /// A line of `docker events`. `nano`: by default later than every startedAt here.
    [[nodiscard]] QByteArray event(const QString &action, const QJsonObject &more = {},
                                   qint64 nano = 1'800'000'000'000'000'000) const
    {
        QJsonObject attributes = labels();
        attributes.insert(QStringLiteral("name"), cluster + QStringLiteral("-zoo") + QString::number(member));
        attributes.insert(QStringLiteral("image"), QStringLiteral("zookeeper:3.9"));
        for (auto it = more.begin(); it != more.end(); ++it)
            attributes.insert(it.key(), it.value());
        const QJsonObject line{
            {QStringLiteral("Type"), QStringLiteral("container")},
            {QStringLiteral("Action"), action},
            {QStringLiteral("Actor"),
             QJsonObject{{QStringLiteral("ID"), id()}, {QStringLiteral("Attributes"), attributes}}},
            {QStringLiteral("time"), nano / 1'000'000'000},
            {QStringLiteral("timeNano"), nano}};
        return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
};

/// A fakedocker that plays an engine with some containers. The rules are written in one go; call play() again
/// after a change. What happens in the stream of events is the test's own: rule `events` first.
class PlayedEngine
{
public:
    FakeDocker docker;
    QList<PlayedContainer> containers;
    QString endpoint = QStringLiteral("unix:///var/run/docker.sock");

    [[nodiscard]] static QString recording(const char *name)
    {
        return QStringLiteral(ZOODOCK_RECORDINGS "/20.10/") + QString::fromLatin1(name);
    }
    /// version, context and info: the engine is there.
    void playPresence()
    {
        docker.rule({QStringLiteral("version")}).outFile(recording("version"));
        docker.rule({QStringLiteral("info")}).outFile(recording("info"));
        const QJsonObject host{{QStringLiteral("docker"), QJsonObject{{QStringLiteral("Host"), endpoint}}}};
        const QJsonArray context{QJsonObject{{QStringLiteral("Name"), QStringLiteral("default")},
                                             {QStringLiteral("Endpoints"), host}}};
        docker.rule({QStringLiteral("context")}).out(QJsonDocument(context).toJson());
    }
    /// ps and inspect, as `containers` is now; before them whatever the test has ruled itself.
    void playContainers()
    {
        QByteArray ids;
        QJsonArray all;
        for (const PlayedContainer &container : containers) {
            ids += container.id().toLatin1() + '\n';
            all.append(container.inspected());
        }
        docker.rule({QStringLiteral("ps"), QStringLiteral("--all")}).out(rows());
        docker.rule({QStringLiteral("ps")}).out(ids);
        // Whoever asks for one gets all: the watcher takes what it is given.
        docker.rule({QStringLiteral("inspect")}).out(QJsonDocument(all).toJson());
    }
    /// `ps --all --format …`, as discovery asks.
    [[nodiscard]] QByteArray rows() const
    {
        QByteArray lines;
        for (const PlayedContainer &container : containers) {
            const QJsonObject row{
                {QStringLiteral("ID"), container.id()},
                {QStringLiteral("Names"), container.cluster + QStringLiteral("-zoo1")},
                {QStringLiteral("Image"), QStringLiteral("zookeeper:3.9")},
                {QStringLiteral("Command"),
                 QStringLiteral("\"/docker-entrypoint.sh zkServer.sh start-foreground\"")},
                {QStringLiteral("Labels"), QString::fromUtf16(label::cluster) + u'=' + container.cluster}};
            lines += QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n';
        }
        return lines;
    }
    void playQuietStream() { docker.rule({QStringLiteral("events")}).hang(); }
    /// From now on only what is ruled afterwards holds.
    void forget() { docker.clearRules(); }
    [[nodiscard]] int calls(const QString &verb) const
    {
        int count = 0;
        const QList<FakeDocker::Call> all = docker.calls();
        for (const FakeDocker::Call &call : all)
            count += call.arguments.contains(verb) ? 1 : 0;
        return count;
    }
    /// The sign that a rule's waitForFile() waits for.
    void give(const char *sign)
    {
        QFile file(docker.file(sign));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
};

} // namespace zoodock::test
