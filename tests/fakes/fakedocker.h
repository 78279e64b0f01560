// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/patience.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <chrono>

namespace zoodock::test
{

class FakeDocker;

/// One rule of a FakeDocker: which calls it answers, and how. The steps run in the order in which they were
/// added; then the process exits. What is changed here holds for calls that start afterwards.
class FakeRule
{
public:
    FakeRule &out(const QByteArray &bytes) { return step("out", {}, 0, bytes); }
    FakeRule &err(const QByteArray &bytes) { return step("err", {}, 0, bytes); }
    /// A file's contents, for the recordings of real answers.
    FakeRule &outFile(const QString &path) { return step("outFile", path, 0, {}); }
    FakeRule &repeat(const QByteArray &bytes, int count) { return step("repeat", {}, count, bytes); }
    FakeRule &wait(std::chrono::milliseconds time)
    {
        return step("wait", {}, static_cast<int>(time.count()), {});
    }
    /// Makes an empty file: a sign for the test.
    FakeRule &touch(const QString &path) { return step("touch", path, 0, {}); }
    /// Goes on once the test has made this file. Better than wait() where the order matters.
    FakeRule &waitForFile(const QString &path) { return step("waitForFile", path, 0, {}); }
    /// Says `line` again and again and never ends.
    FakeRule &endless(const QByteArray &line, std::chrono::milliseconds every)
    {
        return step("endless", {}, static_cast<int>(every.count()), line);
    }
    FakeRule &hang() { return step("hang", {}, 0, {}); }
    /// SIGSEGV.
    FakeRule &crash() { return step("crash", {}, 0, {}); }
    FakeRule &exit(int code) { return set("exit", code); }
    FakeRule &ignoreSigterm() { return set("ignoreSigterm", true); }
    /// Does not read its standard input (which is read and logged otherwise).
    FakeRule &leaveInput() { return set("leaveInput", true); }
    /// Answers that many calls; later ones look for another rule.
    FakeRule &times(int count) { return set("times", count); }

private:
    friend class FakeDocker;
    FakeRule(FakeDocker *docker, qsizetype index)
        : m_docker(docker)
        , m_index(index)
    {
    }
    inline FakeRule &step(const char *verb, const QString &text, int number, const QByteArray &bytes);
    inline FakeRule &set(const char *key, const QJsonValue &value);

    FakeDocker *m_docker;
    qsizetype m_index;
};

/// A docker CLI that does what it is told. The first rule that matches answers; a call without a rule exits
/// with 97, and the test fails in the destructor. Link with zoodock_fakedocker.
///
///     FakeDocker docker;
///     docker.rule({u"ps"_s, u"-a"_s}).out("half a li").wait(20ms).out("ne\n");
///     docker.rule({u"pull"_s, u"*"_s}).times(1).err("no route to host\n").exit(1);
///     CommandSpec{docker.program(), …}
class FakeDocker
{
public:
    struct Call
    {
        qint64 pid = 0;
        QDateTime time;
        QStringList arguments;
        QByteArray standardInput;
        bool hadRule = true;
    };

    FakeDocker()
    {
        save();
        QFile program(this->program());
        const QString text =
            QStringLiteral("#!/bin/sh\nFAKEDOCKER_SCRIPT='%1' FAKEDOCKER_LOG='%2' exec '%3' \"$@\"\n")
                .arg(file("script.json"), file("log"), QStringLiteral(FAKEDOCKER_EXECUTABLE));
        if (program.open(QIODevice::WriteOnly)) {
            program.write(text.toUtf8());
            program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
    }
    ~FakeDocker() { verifyNoUnknownCalls(); }
    FakeDocker(const FakeDocker &) = delete;
    FakeDocker &operator=(const FakeDocker &) = delete;

    /// An executable named "docker", in folder().
    [[nodiscard]] QString program() const { return file("docker"); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// A path in the temporary folder, for touch() and waitForFile().
    [[nodiscard]] QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    /// For calls whose arguments begin with these; "*" stands for any one argument. docker's global options
    /// (--context X) may stand before them.
    FakeRule rule(const QStringList &prefix)
    {
        return add({{QStringLiteral("args"), QJsonArray::fromStringList(prefix)}});
    }
    /// For calls whose arguments, joined with blanks, match this regular expression somewhere.
    FakeRule ruleMatching(const QString &regex) { return add({{QStringLiteral("regex"), regex}}); }
    void clearRules()
    {
        m_rules = {};
        save();
    }

    [[nodiscard]] QList<Call> calls() const
    {
        QList<Call> calls;
        QFile log(file("log"));
        if (!log.open(QIODevice::ReadOnly))
            return calls;
        while (!log.atEnd())
            read(QJsonDocument::fromJson(log.readLine()).object(), calls);
        return calls;
    }
    /// The arguments of each call, joined with blanks.
    [[nodiscard]] QStringList callLines() const
    {
        QStringList lines;
        const QList<Call> all = calls();
        for (const Call &call : all)
            lines += call.arguments.join(QLatin1Char(' '));
        return lines;
    }
    [[nodiscard]] QStringList unknownCalls() const
    {
        QStringList lines;
        const QList<Call> all = calls();
        for (const Call &call : all) {
            if (!call.hadRule)
                lines += call.arguments.join(QLatin1Char(' '));
        }
        return lines;
    }
    void verifyNoUnknownCalls() const
    {
        const QStringList unknown = m_unknownAllowed ? QStringList() : unknownCalls();
        QVERIFY2(unknown.isEmpty(),
                 qPrintable(QStringLiteral("fakedocker: no rule for\n") + unknown.join(u'\n')));
    }
    void allowUnknownCalls() { m_unknownAllowed = true; }

private:
    friend class FakeRule;

    FakeRule add(const QJsonObject &rule)
    {
        m_rules.append(rule);
        save();
        return FakeRule(this, m_rules.size() - 1);
    }
    void save()
    {
        // Atomically: a fakedocker that runs already may be reading it.
        QSaveFile script(file("script.json"));
        if (script.open(QIODevice::WriteOnly)) {
            script.write(QJsonDocument(QJsonObject{{QStringLiteral("rules"), m_rules}}).toJson());
            script.commit();
        }
    }
    static void read(const QJsonObject &record, QList<Call> &calls)
    {
        const qint64 pid = record.value(QLatin1String("pid")).toInteger();
        if (record.contains(QLatin1String("args"))) {
            Call call;
            call.pid = pid;
            call.time = QDateTime::fromMSecsSinceEpoch(record.value(QLatin1String("time")).toInteger());
            call.hadRule = record.value(QLatin1String("rule")).toInt() >= 0;
            const QJsonArray arguments = record.value(QLatin1String("args")).toArray();
            for (const QJsonValue &argument : arguments)
                call.arguments += argument.toString();
            calls += call;
            return;
        }
        for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
            if (call->pid == pid) {
                call->standardInput =
                    QByteArray::fromBase64(record.value(QLatin1String("stdin")).toString().toLatin1());
                return;
            }
        }
    }

    QTemporaryDir m_folder;
    QJsonArray m_rules;
    bool m_unknownAllowed = false;
};

/// What an engine says of itself, as a preflight asks it: a far one, so that this machine's own ports do not
/// matter; it has the local image.
inline void playFarEngine(FakeDocker &docker)
{
    docker.rule({QStringLiteral("version")})
        .out(
            R"({"Client":{"Version":"28.2.2"},"Server":{"Version":"20.10.24","ApiVersion":"1.41","Os":"linux"}})");
    docker.rule({QStringLiteral("info")})
        .out(
            R"({"ID":"x","Name":"far","ServerVersion":"20.10.24","OperatingSystem":"Debian","OSType":"linux",)"
            R"("MemTotal":64000000000,"NCPU":4,"SecurityOptions":["name=seccomp,profile=default"]})");
    docker.rule({QStringLiteral("context")})
        .out(R"([{"Name":"default","Endpoints":{"docker":{"Host":"tcp://far:2375"}}}])");
    docker.rule({QStringLiteral("images")}).out("{\"Repository\":\"zoodock/zookeeper\",\"Tag\":\"3.8\"}\n");
}

inline FakeRule &FakeRule::step(const char *verb, const QString &text, int number, const QByteArray &bytes)
{
    QJsonObject rule = m_docker->m_rules.at(m_index).toObject();
    QJsonArray steps = rule.value(QLatin1String("steps")).toArray();
    steps.append(QJsonObject{{QStringLiteral("do"), QString::fromLatin1(verb)},
                             {QStringLiteral("text"), text},
                             {QStringLiteral("number"), number},
                             {QStringLiteral("bytes"), QString::fromLatin1(bytes.toBase64())}});
    return set("steps", steps);
}

inline FakeRule &FakeRule::set(const char *key, const QJsonValue &value)
{
    QJsonObject rule = m_docker->m_rules.at(m_index).toObject();
    rule.insert(QLatin1String(key), value);
    m_docker->m_rules.replace(m_index, rule);
    m_docker->save();
    return *this;
}

} // namespace zoodock::test
