// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordquestion.h"

#include "docker/dockerengine.h"
#include "zookeeper/fourletterclient.h"
#include "zookeeper/serverreplies.h"

#include <chrono>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds tcpDeadline = 3s;
constexpr std::chrono::milliseconds wordDeadline = 8s;

/// Asks 127.0.0.1:port with bash alone; every image family has bash, few have nc. The word is one of our own.
QStringList execArguments(const QByteArray &word, quint16 port)
{
    return {
        u"bash"_s, u"-c"_s,
        u"exec 3<>/dev/tcp/127.0.0.1/%1; printf %2 >&3; cat <&3"_s.arg(port).arg(QString::fromLatin1(word))};
}

/// Which line of zoo.cfg allows a word.
QString adviceFor(const QByteArray &word, const QString &whitelist)
{
    QStringList words = whitelist.split(u',', Qt::SkipEmptyParts);
    for (QString &allowed : words)
        allowed = allowed.trimmed();
    const bool known = !words.isEmpty();
    if (!known)
        words.append(u"srvr"_s);
    words.append(QString::fromLatin1(word));
    words.removeDuplicates();
    const QString line = u"4lw.commands.whitelist="_s + words.join(u',');
    const QString sentence =
        known
            ? WordQuestion::tr("The server does not answer “%1”. This line in its zoo.cfg would allow it: %2")
            : WordQuestion::tr("The server does not answer “%1”. This line in its zoo.cfg would allow it, "
                               "with the words that the line names now: %2");
    return sentence.arg(QString::fromLatin1(word), line);
}

} // namespace

WordQuestion::WordQuestion(DockerEngine &engine, QString container, QList<ProbeRoute> routes, QByteArray word,
                           QString whitelist, QObject *parent)
    : ValueOperation(parent)
    , m_engine(engine)
    , m_container(std::move(container))
    , m_routes(std::move(routes))
    , m_word(std::move(word))
    , m_whitelist(std::move(whitelist))
{
}

void WordQuestion::begin()
{
    if (m_routes.isEmpty()) {
        fail(Error(ErrorKind::NotRunning, notRunning(m_life)));
        return;
    }
    askNext();
}

QString WordQuestion::notRunning(ContainerLife life)
{
    switch (life) {
    case ContainerLife::Unknown:
        return tr(
            "Nothing is known about the member yet: Docker has not said whether it runs. Look again once "
            "the Docker engine answers.");
    case ContainerLife::Absent:
        return tr("The member has no container. Start it to make one: it is then asked again.");
    case ContainerLife::Paused:
        return tr("The member is paused. Resume it: it is then asked again.");
    case ContainerLife::Restarting:
        return tr("Docker is restarting the member. It is asked again once it runs; its log may say why it "
                  "ended.");
    case ContainerLife::Removing:
        return tr("The member's container is being removed. Start the member afterwards to make another.");
    case ContainerLife::Created:
    case ContainerLife::Running:
    case ContainerLife::Exited:
    case ContainerLife::Dead:
        break;
    }
    return tr("The member does not run. Start it: it is then asked again.");
}

void WordQuestion::askNext()
{
    const ProbeRoute route = m_routes.takeFirst();
    if (route.kind == ProbeRoute::Kind::Tcp) {
        m_question = new FourLetterRequest(route.host, route.port, m_word, this);
        m_question->setDeadline(tcpDeadline);
    } else {
        m_question =
            m_engine.run(m_engine.commands().exec(m_container, execArguments(m_word, route.port)), this);
        m_question->setDeadline(wordDeadline);
    }
    connect(m_question, &Operation::finished, this, [this] {
        ValueOperation<QByteArray> *question = std::exchange(m_question, nullptr);
        question->deleteLater();
        if (question->succeeded())
            take(question->value());
        else if (m_routes.isEmpty() || question->error().kind() == ErrorKind::Timeout)
            fail(question->error());
        else
            askNext();
    });
    m_question->start();
}

void WordQuestion::take(const QByteArray &answer)
{
    const Result<QList<TextTable>> tables = parseFourLetterAnswer(m_word, answer);
    if (tables) {
        succeedWith({QString::fromUtf8(answer), *tables, QDateTime::currentDateTimeUtc()});
        return;
    }
    if (tables.error().kind() != ErrorKind::NotWhitelisted) {
        fail(tables.error());
        return;
    }
    fail(Error(ErrorKind::NotWhitelisted, adviceFor(m_word, m_whitelist), tables.error().detail()));
}

void WordQuestion::abort(const Error &why)
{
    if (m_question) {
        m_question->disconnect(this);
        m_question->cancel();
        m_question->deleteLater();
        m_question = nullptr;
    }
    fail(why);
}

} // namespace zoodock
