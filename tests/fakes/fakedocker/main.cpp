// SPDX-License-Identifier: GPL-3.0-or-later
//
// fakedocker: plays a docker CLI by a script, for what a real one won't do on demand. Made and read by
// tests/fakes/fakedocker.h, which documents the rules.
#include "callbook.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <csignal>
#include <cstdio>

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

namespace
{

constexpr int noRule = 97;
constexpr unsigned longestLife = 300; // seconds: a forgotten one does not stay for ever

void write(int channel, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written =
            ::write(channel, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written <= 0)
            ::_exit(96);
        done += written;
    }
}

void sleepFor(int milliseconds)
{
    ::poll(nullptr, 0, milliseconds);
}

QByteArray readAll(int channel)
{
    QByteArray all;
    char buffer[65536];
    for (ssize_t count = 0; (count = ::read(channel, buffer, sizeof buffer)) > 0;)
        all.append(buffer, count);
    return all;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "fakedocker: cannot read %s\n", qPrintable(path));
        ::_exit(noRule);
    }
    return file.readAll();
}

void perform(const QJsonObject &step)
{
    const QString verb = step.value("do").toString();
    const QString text = step.value("text").toString();
    const int number = step.value("number").toInt();
    const QByteArray bytes = QByteArray::fromBase64(step.value("bytes").toString().toLatin1());
    if (verb == "out") {
        write(STDOUT_FILENO, bytes);
    } else if (verb == "err") {
        write(STDERR_FILENO, bytes);
    } else if (verb == "outFile") {
        write(STDOUT_FILENO, contents(text));
    } else if (verb == "repeat") {
        for (int i = 0; i < number; ++i)
            write(STDOUT_FILENO, bytes);
    } else if (verb == "wait") {
        sleepFor(number);
    } else if (verb == "touch") {
        QFile file(text);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
            ::_exit(noRule);
    } else if (verb == "waitForFile") {
        while (!QFile::exists(text))
            sleepFor(5);
    } else if (verb == "endless") {
        for (;;) {
            write(STDOUT_FILENO, bytes);
            sleepFor(number);
        }
    } else if (verb == "hang") {
        for (;;)
            sleepFor(1000);
    } else if (verb == "crash") {
        ::raise(SIGSEGV);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    ::alarm(longestLife);
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    CallBook book(qEnvironmentVariable("FAKEDOCKER_SCRIPT"), qEnvironmentVariable("FAKEDOCKER_LOG"),
                  arguments);
    const QJsonObject rule = book.enter();
    if (rule.isEmpty()) {
        std::fprintf(stderr, "fakedocker: no rule for %s\n", qPrintable(arguments.join(' ')));
        return noRule;
    }
    // Before anything is said: whoever has heard us may count on it.
    if (rule.value("ignoreSigterm").toBool())
        ::signal(SIGTERM, SIG_IGN);
    if (!rule.value("leaveInput").toBool()) {
        const QByteArray input = readAll(STDIN_FILENO);
        if (!input.isEmpty())
            book.noteInput(input);
    }
    const QJsonArray steps = rule.value("steps").toArray();
    for (const QJsonValue &step : steps)
        perform(step.toObject());
    return rule.value("exit").toInt();
}
