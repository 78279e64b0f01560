// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/adminclient.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 30'000;

/// Says the same to everybody who asks something; nothing: keeps silent.
class Web
{
public:
    explicit Web(const QByteArray &answer)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, answer] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, answer] {
                m_asked += socket->readAll();
                if (answer.isEmpty() || !m_asked.contains("\r\n\r\n"))
                    return;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(u"http://127.0.0.1:%1/commands/ruok"_s.arg(m_server.serverPort()));
    }
    [[nodiscard]] const QByteArray &asked() const { return m_asked; }
    void close() { m_server.close(); }

private:
    QTcpServer m_server;
    QByteArray m_asked;
};

QByteArray http(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

} // namespace

class TestAdminClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void yieldsTheBody();
    void failures_data();
    void failures();
    void refused();
    void silence();
    void cancelled();
    void tooLong();
    void managerGoesFirst();

private:
    Result<QByteArray> ask(const QUrl &url, std::chrono::milliseconds deadline = 20s)
    {
        AdminRequest request(m_network, url, nullptr);
        request.setDeadline(deadline);
        QSignalSpy finished(&request, &Operation::finished);
        request.start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience); }();
        return request.result();
    }

    QNetworkAccessManager m_network;
};

void TestAdminClient::initTestCase()
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void TestAdminClient::yieldsTheBody()
{
    Web web(http("200 OK", "{\"error\":null}"));
    const auto answer = ask(web.url());
    QVERIFY(answer);
    QCOMPARE(*answer, "{\"error\":null}"_ba);
    QVERIFY(web.asked().startsWith("GET /commands/ruok HTTP/1.1\r\n"));
}

void TestAdminClient::failures_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no quorum") << http("500 Server Error", "<html>") << ErrorKind::NotServing;
    QTest::newRow("not found") << http("404 Not Found", "") << ErrorKind::ZooKeeperFailed;
    QTest::newRow("broken off") << "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"_ba
                                << ErrorKind::ConnectionLost;
}

void TestAdminClient::failures()
{
    QFETCH(QByteArray, answer);
    Web web(answer);
    const auto body = ask(web.url());
    QVERIFY(!body);
    QTEST(body.error().kind(), "kind");
    QVERIFY(!body.error().message().isEmpty());
}

void TestAdminClient::refused()
{
    Web web("x");
    const QUrl url = web.url();
    web.close();
    QCOMPARE(ask(url).error().kind(), ErrorKind::ConnectionRefused);
}

void TestAdminClient::silence()
{
    Web web({});
    QCOMPARE(ask(web.url(), 100ms).error().kind(), ErrorKind::Timeout);
}

void TestAdminClient::cancelled()
{
    Web web({});
    AdminRequest request(m_network, web.url(), nullptr);
    QSignalSpy finished(&request, &Operation::finished);
    request.start();
    QTRY_VERIFY_WITH_TIMEOUT(!web.asked().isEmpty(), patience);
    request.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(request.error().kind(), ErrorKind::Cancelled);
}

void TestAdminClient::tooLong()
{
    Web web(http("200 OK", QByteArray(17 * 1024 * 1024, 'x')));
    QCOMPARE(ask(web.url()).error().kind(), ErrorKind::BadOutput);
}

void TestAdminClient::managerGoesFirst()
{
    Web web({});
    auto network = std::make_unique<QNetworkAccessManager>();
    auto request = std::make_unique<AdminRequest>(*network, web.url(), nullptr);
    request->start();
    QTRY_VERIFY_WITH_TIMEOUT(!web.asked().isEmpty(), patience);
    QSignalSpy finished(request.get(), &Operation::finished);
    network.reset();
    request->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(request->error().kind(), ErrorKind::Cancelled);
    request.reset();
}

QTEST_GUILESS_MAIN(TestAdminClient)
#include "tst_adminclient.moc"
