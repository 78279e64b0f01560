// SPDX-License-Identifier: GPL-3.0-or-later
// What `up` and `plan` make of the file of --file.
#include "process/cli/cliscene.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <utility>

#include <sys/stat.h>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// What a plan of a new cluster asks, answered by an engine that has nothing.
void playEmpty(Scene &scene)
{
    for (const QString &verb : {u"network"_s, u"volume"_s})
        scene.engine.docker.rule({verb});
    scene.engine.docker.rule({u"images"_s}).out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n");
    scene.engine.playPresence();
    scene.engine.playContainers();
    scene.engine.playQuietStream();
}

/// A plan looks at the real host: no port that others like.
Ensemble single()
{
    Ensemble ensemble = makeEnsemble(u"model"_s, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    ensemble.members[0].client.hostPort = 64'131;
    ensemble.members[0].admin.hostPort = 64'132;
    return ensemble;
}

/// As `zoodock adopt` writes it.
Ensemble adopted()
{
    Ensemble ensemble = single();
    ensemble.adopted = true;
    ensemble.composeProject = u"shop"_s;
    ensemble.members[0].container = u"shop-zoo-1"_s;
    return ensemble;
}

} // namespace

class TestCliSpec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingOfAnAdoptedOneIsTakenOver();
    void labelsAreNeverAdopted();
    void readsAPipeOnce_data();
    void readsAPipeOnce();
    void waitsForAPipeAndCanBeEnded();
    void saysWhatToDo_data();
    void saysWhatToDo();
    void allErrorsAreSaid();
};

void TestCliSpec::nothingOfAnAdoptedOneIsTakenOver()
{
    Scene scene;
    playEmpty(scene);
    scene.writeFile(u"model.txt"_s, toJson(adopted()));
    const Outcome plan = scene.run({u"plan"_s, u"orders"_s, u"--file"_s, scene.folder() + u"/model.txt"_s});
    COMPARE_CODE(plan, 0);
    QVERIFY2(plan.err.contains(u"model.txt: “adopted”"_s), qPrintable(plan.err));
    QVERIFY2(plan.out.contains("--name orders-zoo1"_L1), qPrintable(plan.out));
    for (const QLatin1StringView word : {"adopted"_L1, "composeProject"_L1, "shop"_L1})
        QVERIFY2(!plan.out.contains(word), qPrintable(plan.out));
    scene.writeFile(u"model.txt"_s, toJson(single()));
    const Outcome own = scene.run({u"plan"_s, u"orders"_s, u"--file"_s, scene.folder() + u"/model.txt"_s});
    COMPARE_CODE(own, 0);
    QVERIFY2(!own.err.contains(u"“adopted”"_s), qPrintable(own.err));
}

/// What has our labels ZooDock has made, and can remove.
void TestCliSpec::labelsAreNeverAdopted()
{
    Scene scene;
    PlayedContainer container;
    container.cluster = u"orders"_s;
    container.status = u"exited"_s;
    Ensemble ensemble = adopted();
    ensemble.name = u"orders"_s;
    container.spec = toCompactJson(ensemble);
    scene.engine.containers = {container};
    scene.engine.docker.rule({u"rm"_s});
    playEmpty(scene);
    const Outcome list = scene.run({u"ls"_s});
    COMPARE_CODE(list, 0);
    QVERIFY2(list.out.contains("file lost"_L1) && !list.out.contains("adopted"_L1), qPrintable(list.out));
    const Outcome removed = scene.run({u"rm"_s, u"orders"_s});
    QVERIFY2(!removed.err.contains("did not make"_L1), qPrintable(removed.err));
    QVERIFY(!scene.engine.docker.callLines().filter(u"rm --force --volumes orders-zoo1"_s).isEmpty());
}

void TestCliSpec::readsAPipeOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("minus") << u"-"_s;
    QTest::newRow("device") << u"/dev/stdin"_s;
    QTest::newRow("descriptor") << u"/dev/fd/0"_s;
}

void TestCliSpec::readsAPipeOnce()
{
    QFETCH(const QString, path);
    Scene scene;
    playEmpty(scene);
    const std::unique_ptr<QProcess> process = scene.begin({u"plan"_s, u"orders"_s, u"--file"_s, path});
    process->write(toJson(single()));
    process->closeWriteChannel();
    const Outcome plan = Scene::end(*process);
    COMPARE_CODE(plan, 0);
    QVERIFY2(plan.out.contains("--name orders-zoo1"_L1), qPrintable(plan.out));
}

void TestCliSpec::waitsForAPipeAndCanBeEnded()
{
    Scene scene;
    playEmpty(scene);
    scene.writeFile(u"beside"_s, {});
    const QByteArray path = QFile::encodeName(scene.folder() + u"/pipe"_s);
    QCOMPARE(::mkfifo(path.constData(), 0600), 0);
    const auto read = [&] {
        return scene.begin({u"plan"_s, u"orders"_s, u"--file"_s, QFile::decodeName(path)});
    };
    int end = -1;
    const auto meet = [&] { // as soon as somebody reads
        if (end < 0)
            end = ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        return end >= 0;
    };
    const std::unique_ptr<QProcess> ended = read();
    QTRY_VERIFY_WITH_TIMEOUT(meet(), 30'000);
    ended->terminate();
    QVERIFY(ended->waitForFinished(30'000));
    ::close(std::exchange(end, -1));

    const std::unique_ptr<QProcess> served = read();
    QTRY_VERIFY_WITH_TIMEOUT(meet(), 30'000);
    const QByteArray json = toJson(single());
    QCOMPARE(::write(end, json.constData(), static_cast<size_t>(json.size())), ssize_t(json.size()));
    ::close(end);
    const Outcome plan = Scene::end(*served);
    COMPARE_CODE(plan, 0);
    QVERIFY2(plan.out.contains("--name orders-zoo1"_L1), qPrintable(plan.out));
}

void TestCliSpec::saysWhatToDo_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("remedy");
    const QString correct = u"Correct that and try again"_s;
    QTest::newRow("not JSON") << QByteArray("{\n  oops\n}\n") << u"Line 2: this is not JSON"_s << correct;
    QTest::newRow("empty") << QByteArray() << u"The file is empty."_s << correct;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6) << u"UTF-16"_s << u"Save it as UTF-8"_s;
    QTest::newRow("a list") << QByteArray("[1]") << u"an object in braces"_s << correct;
    QTest::newRow("id") << QByteArray(R"({"zoodock": 1, "members": [{"id": "one"}]})")
                        << u"“id” has to be a whole number from 1 to 255."_s << correct;
    QTest::newRow("version") << QByteArray(R"({"zoodock": "1"})") << u"“zoodock” has to be 1."_s << correct;
}

void TestCliSpec::saysWhatToDo()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, reason);
    QFETCH(const QString, remedy);
    Scene scene;
    scene.writeFile(u"spec.txt"_s, content);
    const QString path = scene.folder() + u"/spec.txt"_s;
    const Outcome refused = scene.run({u"up"_s, u"orders"_s, u"--file"_s, path});
    COMPARE_CODE(refused, 5);
    QVERIFY2(refused.err.contains(path) && refused.err.contains(reason) && refused.err.contains(remedy),
             qPrintable(refused.err));
    const Outcome folder = scene.run({u"up"_s, u"orders"_s, u"--file"_s, scene.folder()});
    COMPARE_CODE(folder, 5);
    QVERIFY2(folder.err.contains("is a folder. Name a cluster's file in it"_L1), qPrintable(folder.err));
    const Outcome missing = scene.run({u"up"_s, u"orders"_s, u"--file"_s, path + u".no"_s});
    COMPARE_CODE(missing, 5);
    QVERIFY2(missing.err.contains("There is no file"_L1) && missing.err.contains(u"“-”"_s),
             qPrintable(missing.err));
}

/// Not one at each attempt.
void TestCliSpec::allErrorsAreSaid()
{
    Scene scene;
    playEmpty(scene);
    Ensemble wrong = single();
    wrong.settings = {{u"extra"_s, u"group.1=1"_s}, {u"initLimit"_s, u"2000000"_s}};
    scene.writeFile(u"model.txt"_s, toJson(wrong));
    const Outcome up = scene.run({u"up"_s, u"orders"_s, u"--file"_s, scene.folder() + u"/model.txt"_s});
    COMPARE_CODE(up, 5);
    QVERIFY2(up.err.contains(u"zoodock: “group.1” makes servers count votes"_s), qPrintable(up.err));
    QVERIFY2(up.err.contains(u"zoodock: “Time to join”: 2000000 ticks"_s), qPrintable(up.err));
    QCOMPARE(up.err.count("zoodock: "_L1), 2);
    // A program that reads the plan has them by their codes.
    const Outcome plan =
        scene.run({u"plan"_s, u"orders"_s, u"--json"_s, u"--file"_s, scene.folder() + u"/model.txt"_s});
    COMPARE_CODE(plan, 5);
    const QJsonObject json = QJsonDocument::fromJson(plan.out.toUtf8()).object();
    const QJsonArray findings = json[u"findings"].toArray();
    const auto errors = std::count_if(findings.cbegin(), findings.cend(), [](const QJsonValue &finding) {
        return finding[u"severity"].toString() == "error"_L1 && !finding[u"code"].toString().isEmpty();
    });
    QVERIFY2(errors >= 2, qPrintable(plan.out));
    QVERIFY(json[u"steps"].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestCliSpec)
#include "tst_cli_spec.moc"
