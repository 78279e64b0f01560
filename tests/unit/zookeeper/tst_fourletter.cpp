// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/fourletterclient.h"

#include "fakes/patience.h"

#include <QtCore/QTimer>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <chrono>
#include <functional>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Plays a ZooKeeper server: `onWord` is called with the connection once four bytes came.
class WordServer : public QObject
{
public:
    explicit WordServer(std::function<void(QTcpSocket *)> onWord)
        : m_onWord(std::move(onWord))
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_word += socket->readAll();
                if (m_word.size() == 4)
                    m_onWord(socket);
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QByteArray word() const { return m_word; }

private:
    std::function<void(QTcpSocket *)> m_onWord;
    QTcpServer m_server;
    QByteArray m_word;
};

void answer(QTcpSocket *socket, const QByteArray &bytes)
{
    socket->write(bytes);
    socket->disconnectFromHost();
}

/// Runs it to its end; checks that it ends once.
Result<QByteArray> outcomeOf(FourLetterRequest &request)
{
    QSignalSpy finished(&request, &Operation::finished);
    request.start();
    if (finished.isEmpty() && !finished.wait(30'000))
        return failure(ErrorKind::Internal, u"never finished"_s);
    QTest::qWait(20);
    return finished.size() == 1 ? request.result() : failure(ErrorKind::Internal, u"finished twice"_s);
}

QByteArray answerOf(const Result<QByteArray> &result)
{
    return result ? *result : result.error().toString().toUtf8();
}

} // namespace

class TestFourLetter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wholeAnswer();
    void oddChunks();
    void hugeAnswer();
    void tooHugeAnswer();
    void closesAtOnce();
    void closesBeforeTheWord();
    void neverAnswers();
    void stopsHalfway();
    void nobodyListens();
    void unknownHost();
    void cancelled();
    void destroyedWhileRunning();
    void manyAtOnce();
};

void TestFourLetter::wholeAnswer()
{
    WordServer server([](QTcpSocket *socket) { answer(socket, "imok"); }); // without a newline
    FourLetterRequest request(u"127.0.0.1"_s, server.port(), "ruok", nullptr);
    QCOMPARE(answerOf(outcomeOf(request)), QByteArray("imok"));
    QCOMPARE(server.word(), QByteArray("ruok"));
}

void TestFourLetter::oddChunks()
{
    const QByteArray text = "Zookeeper version: 3.8.0\nMode: leader\n";
    WordServer server([text](QTcpSocket *socket) {
        auto *const timer = new QTimer(socket);
        auto sent = std::make_shared<qsizetype>(0);
        QObject::connect(timer, &QTimer::timeout, socket, [socket, text, sent] {
            socket->write(text.mid(*sent, 3));
            *sent += 3;
            if (*sent >= text.size())
                socket->disconnectFromHost();
        });
        timer->start(1ms);
    });
    FourLetterRequest request(u"127.0.0.1"_s, server.port(), "srvr", nullptr);
    request.setDeadline(20s);
    QCOMPARE(answerOf(outcomeOf(request)), QByteArray(text));
}

void TestFourLetter::hugeAnswer()
{
    const QByteArray text(8 * 1024 * 1024, 'x');
    WordServer server([text](QTcpSocket *socket) { answer(socket, text); });
    FourLetterRequest request(u"127.0.0.1"_s, server.port(), "cons", nullptr);
    request.setDeadline(20s);
    const Result<QByteArray> result = outcomeOf(request);
    QVERIFY(result);
    QCOMPARE(result->size(), text.size());
}

void TestFourLetter::tooHugeAnswer()
{
    WordServer server([](QTcpSocket *socket) { answer(socket, QByteArray(17 * 1024 * 1024, 'x')); });
    FourLetterRequest request(u"127.0.0.1"_s, server.port(), "cons", nullptr);
    request.setDeadline(20s);
    QCOMPARE(outcomeOf(request).error().kind(), ErrorKind::BadOutput);
}

void TestFourLetter::closesAtOnce()
{
    WordServer server([](QTcpSocket *socket) { socket->disconnectFromHost(); });
    FourLetterRequest request(u"127.0.0.1"_s, server.port(), "nope", nullptr);
    QCOMPARE(outcomeOf(request).error().kind(), ErrorKind::ConnectionLost);
}

void TestFourLetter::closesBeforeTheWord()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this,
            [&server] { server.nextPendingConnection()->abort(); });
    FourLetterRequest request(u"127.0.0.1"_s, server.serverPort(), "srvr", nullptr);
    QCOMPARE(outcomeOf(request).error().kind(), ErrorKind::ConnectionLost);
}

void TestFourLetter::neverAnswers()
{
    WordServer server([](QTcpSocket *) {});
    FourLetterRequest request(u"127.0.0.1"_s, server.port(), "srvr", nullptr);
    request.setDeadline(100ms);
    const Result<QByteArray> result = outcomeOf(request);
    QCOMPARE(result.error().kind(), ErrorKind::Timeout);
    QVERIFY(!result.error().message().isEmpty());
}

void TestFourLetter::stopsHalfway()
{
    WordServer server([](QTcpSocket *socket) { socket->write("Zookeeper ver"); });
    FourLetterRequest request(u"127.0.0.1"_s, server.port(), "srvr", nullptr);
    request.setDeadline(200ms);
    QCOMPARE(outcomeOf(request).error().kind(), ErrorKind::Timeout);
}

void TestFourLetter::nobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    FourLetterRequest request(u"127.0.0.1"_s, port, "srvr", nullptr);
    const Result<QByteArray> result = outcomeOf(request);
    QCOMPARE(result.error().kind(), ErrorKind::ConnectionRefused);
    QVERIFY(result.error().detail().contains(QString::number(port)));
}

void TestFourLetter::unknownHost()
{
    FourLetterRequest request(u"zoo1.invalid"_s, 2181, "srvr", nullptr);
    request.setDeadline(25s);
    QCOMPARE(outcomeOf(request).error().kind(), ErrorKind::HostUnknown);
}

void TestFourLetter::cancelled()
{
    WordServer server([](QTcpSocket *) {});
    FourLetterRequest request(u"127.0.0.1"_s, server.port(), "srvr", nullptr);
    QSignalSpy finished(&request, &Operation::finished);
    request.start();
    QTRY_COMPARE(server.word(), QByteArray("srvr"));
    request.cancel();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(request.outcome().error().kind(), ErrorKind::Cancelled);
}

void TestFourLetter::destroyedWhileRunning()
{
    WordServer server([](QTcpSocket *) {});
    auto *const request = new FourLetterRequest(u"127.0.0.1"_s, server.port(), "srvr", nullptr);
    QSignalSpy finished(request, &Operation::finished);
    request->start();
    QTRY_COMPARE(server.word(), QByteArray("srvr"));
    delete request;
    QTest::qWait(50);
    QCOMPARE(finished.size(), 0);
}

void TestFourLetter::manyAtOnce()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket *const socket = server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket,
                         [socket] { answer(socket, socket->readAll()); });
    });
    QObject owner;
    QList<FourLetterRequest *> requests;
    for (int i = 0; i < 50; ++i) {
        requests.append(
            new FourLetterRequest(u"127.0.0.1"_s, server.serverPort(), QByteArray::number(1000 + i), &owner));
        requests.last()->setDeadline(20s);
        requests.last()->start();
    }
    for (int i = 0; i < 50; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(requests.at(i)->isFinished(), 30'000);
        QCOMPARE(answerOf(requests.at(i)->result()), QByteArray::number(1000 + i));
    }
}

QTEST_GUILESS_MAIN(TestFourLetter)
#include "tst_fourletter.moc"
