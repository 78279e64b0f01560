// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/ensemblechange.h"
#include "ensemble/secretrules.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

Ensemble start(NetworkMode mode = NetworkMode::Bridge)
{
    return makeEnsemble(u"demo"_s, 3, 0, mode, u"zookeeper:3.9"_s);
}

QStringList fields(const EnsembleChange &change)
{
    QStringList list;
    for (const ChangedValue &value : change.values)
        list += value.field;
    return list;
}

} // namespace

class TestEnsembleChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothing();
    void setting();
    void defaultSpeltOut();
    void freeLines();
    void publishedPortTouchesOneMember();
    void hostPortsGoTogether();
    void hostAdminPortGoesAlone();
    void portsThatChangeHands();
    void imageAndRestart();
    void imageByAnotherName();
    void dataOfOldServers_data();
    void dataOfOldServers();
    void refused_data();
    void refused();
    void withoutVolumes();
    void adopted();
    void fewVoters();
    void whatTheContainersWereMadeWith();
    void secrets();
};

void TestEnsembleChange::nothing()
{
    const EnsembleChange change = changeBetween(start(), start());
    QVERIFY(change.isEmpty());
    QVERIFY(!change.interruption);
    QVERIFY(change.refusal().isEmpty());
}

void TestEnsembleChange::setting()
{
    Ensemble after = start();
    after.settings.insert(u"tickTime"_s, u"1500"_s);
    const EnsembleChange change = changeBetween(start(), after);
    QCOMPARE(fields(change), QStringList{u"settings/tickTime"_s});
    const ChangedValue value = change.values.constFirst();
    QVERIFY2(value.before.contains(u"2000"_s) && value.before.contains(u"default"_s),
             qPrintable(value.before));
    QVERIFY2(value.after.contains(u"1500"_s) && !value.after.contains(u"default"_s), qPrintable(value.after));
    QVERIFY(!value.title.isEmpty() && value.refusal.isEmpty());
    QCOMPARE(change.members, (QList{1, 2, 3}));
    const EnsembleChange back = changeBetween(after, start());
    QCOMPARE(back.values.constFirst().after, value.before);
}

void TestEnsembleChange::defaultSpeltOut()
{
    Ensemble after = start();
    after.settings.insert(u"tickTime"_s, u"2000"_s);
    QVERIFY(changeBetween(start(), after).isEmpty());
}

void TestEnsembleChange::freeLines()
{
    Ensemble after = start();
    after.settings.insert(u"strangeKey"_s, u"1"_s); // of a later version: kept, told, without effect
    const EnsembleChange change = changeBetween(start(), after);
    QCOMPARE(fields(change), QStringList{u"settings/strangeKey"_s});
    QCOMPARE(change.members, QList<int>());
    after = start();
    after.extra.insert(u"settings"_s, QJsonObject{{u"later"_s, QJsonArray{1, true}}});
    const EnsembleChange list = changeBetween(start(), after);
    QCOMPARE(fields(list), QStringList{u"settings/later"_s});
    QCOMPARE(list.values.constFirst().after, u"[1,true]"_s);
    QVERIFY(changeBetween(after, after).isEmpty());
}

void TestEnsembleChange::publishedPortTouchesOneMember()
{
    Ensemble after = start();
    after.members[1].client.hostPort = 22222;
    const EnsembleChange change = changeBetween(start(), after);
    QCOMPARE(fields(change), QStringList{u"members/2/client"_s});
    QCOMPARE(change.values.constFirst().after, u"127.0.0.1:22222"_s);
    QCOMPARE(change.members, QList{2});
    after.members[1].client.published = false;
    QVERIFY(changeBetween(start(), after).refusal().isEmpty());
}

void TestEnsembleChange::hostPortsGoTogether()
{
    const Ensemble before = start(NetworkMode::Host);
    for (const PortKind kind : {PortKind::Client, PortKind::Quorum, PortKind::Election}) {
        Ensemble after = before;
        after.members[1].port(kind).port = 22222;
        const EnsembleChange change = changeBetween(before, after);
        QCOMPARE(fields(change), QStringList{u"members/2/"_s + nameOf(kind)});
        QCOMPARE(change.values.constFirst().after, u"127.0.0.1:22222"_s);
        QCOMPARE(change.members, (QList{1, 2, 3})); // each knows where all the others are
        QVERIFY(change.together);
        QVERIFY(change.interruption);
        QVERIFY2(change.refusal().isEmpty(), qPrintable(change.refusal()));
    }
    Ensemble open = before;
    open.members[0].client.published = true;
    open.members[0].client.address = u"0.0.0.0"_s;
    QVERIFY(changeBetween(before, open).together);
}

void TestEnsembleChange::hostAdminPortGoesAlone()
{
    const Ensemble before = start(NetworkMode::Host);
    Ensemble after = before;
    after.members[1].admin.port = 22222;
    const EnsembleChange change = changeBetween(before, after);
    QCOMPARE(change.members, QList{2});
    QVERIFY(!change.together);
    QVERIFY(!change.interruption);
}

void TestEnsembleChange::portsThatChangeHands()
{
    const Ensemble before = start();
    Ensemble after = before;
    std::swap(after.members[0].client.hostPort, after.members[2].client.hostPort);
    const EnsembleChange change = changeBetween(before, after);
    QCOMPARE(change.members, (QList{1, 3}));
    QVERIFY(change.together);
    QVERIFY(change.interruption); // one of three is no quorum
    const Ensemble five = makeEnsemble(u"demo"_s, 5, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    Ensemble swapped = five;
    std::swap(swapped.members[0].client.hostPort, swapped.members[1].client.hostPort);
    QVERIFY(changeBetween(five, swapped).together);
    QVERIFY(!changeBetween(five, swapped).interruption); // three of five go on
    Ensemble moved = five;
    moved.members[0].client.hostPort = 22222;
    QVERIFY(!changeBetween(five, moved).together);
}

void TestEnsembleChange::imageAndRestart()
{
    Ensemble after = start();
    after.image.reference = u"zookeeper:3.9.3"_s;
    after.restart = RestartPolicy::No;
    const EnsembleChange change = changeBetween(start(), after);
    QCOMPARE(fields(change), (QStringList{u"image/reference"_s, u"restart"_s}));
    QCOMPARE(change.members, (QList{1, 2, 3}));
    QVERIFY(change.refusal().isEmpty());
}

/// The same image, spelt otherwise: nothing is made anew for it.
void TestEnsembleChange::imageByAnotherName()
{
    Ensemble after = start();
    after.image.reference = u"docker.io/library/"_s + after.image.reference;
    EnsembleChange change = changeBetween(start(), after);
    QVERIFY(change.isEmpty());
    change.setMade({{1, after}, {2, start()}, {3, after}});
    QVERIFY(change.isEmpty());
}

void TestEnsembleChange::dataOfOldServers_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("extra");
    QTest::addColumn<QString>("flags");
    QTest::addColumn<bool>("warns");
    const QString old = u"zookeeper:3.4.14"_s;
    const QString now = u"zookeeper:3.9"_s;
    const QString line = u"snapshot.trust.empty"_s;
    QTest::newRow("3.4 to 3.9") << old << now << QString() << QString() << true;
    QTest::newRow("to one without version") << old << u"zookeeper:latest"_s << QString() << QString() << true;
    QTest::newRow("3.5.2 to 3.5.3") << u"zookeeper:3.5.2"_s << u"zookeeper:3.5.3"_s << QString() << QString()
                                    << true;
    QTest::newRow("3.4 to 3.4") << u"zookeeper:3.4.10"_s << old << QString() << QString() << false;
    QTest::newRow("3.5 to 3.9") << u"zookeeper:3.5.3-beta"_s << now << QString() << QString() << false;
    QTest::newRow("trusted") << old << now << u"a=b\n "_s + line + u" = true\nc=d"_s << QString() << false;
    QTest::newRow("a comment") << old << now << u"# "_s + line + u"=true"_s << QString() << true;
    QTest::newRow("not trusted") << old << now << line + u"=false"_s << QString() << true;
    QTest::newRow("trusted by a flag")
        << old << now << QString() << u"-Da=b -Dzookeeper.snapshot.trust.empty=true"_s << false;
}

void TestEnsembleChange::dataOfOldServers()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, extra);
    QFETCH(QString, flags);
    QFETCH(bool, warns);
    Ensemble before = start();
    before.image.reference = from;
    Ensemble after = start();
    after.image.reference = to;
    after.settings = {{u"extra"_s, extra}, {u"jvmFlags"_s, flags}};
    EnsembleChange change = changeBetween(before, after);
    const QList<Finding> warnings = change.warnings();
    QCOMPARE(warnings.size(), warns ? 1 : 0);
    if (warns) {
        QVERIFY(warnings.constFirst().remedy.contains(u"snapshot.trust.empty=true"_s));
        QVERIFY(change.refusal().isEmpty());
    }
    change.setMade({{1, after}, {2, after}, {3, after}}); // made so already
    QVERIFY(change.warnings().isEmpty());
    change = changeBetween(after, after);
    change.setMade({{2, before}}); // one was left with the old image
    QCOMPARE(change.warnings().size(), warns ? 1 : 0);
}

void TestEnsembleChange::refused_data()
{
    QTest::addColumn<Ensemble>("after");
    QTest::addColumn<NetworkMode>("mode");
    const auto row = [](const char *name, NetworkMode mode, const auto &change) {
        Ensemble after = start(mode);
        change(after);
        QTest::newRow(name) << after << mode;
    };
    const auto bridge = NetworkMode::Bridge;
    row("name", bridge, [](Ensemble &e) { e.name = u"other"_s; });
    row("context", bridge, [](Ensemble &e) { e.context = u"far"_s; });
    row("network", bridge, [](Ensemble &e) { e.network.mode = NetworkMode::Host; });
    row("existing network", bridge, [](Ensemble &e) { e.network.existing = u"mine"_s; });
    row("volumes", bridge, [](Ensemble &e) { e.volumes = VolumePolicy::NotKept; });
    row("family", bridge, [](Ensemble &e) { e.image.family = u"other"_s; });
    row("role", bridge, [](Ensemble &e) { e.members[2].role = MemberRole::Observer; });
    row("one less", bridge, [](Ensemble &e) { e.members.removeLast(); });
    row("the servers' port", bridge, [](Ensemble &e) { e.members[0].quorum.port = 2999; });
}

void TestEnsembleChange::refused()
{
    QFETCH(Ensemble, after);
    QFETCH(NetworkMode, mode);
    QVERIFY(!changeBetween(start(mode), after).refusal().isEmpty());
}

void TestEnsembleChange::withoutVolumes()
{
    Ensemble before = start();
    before.volumes = VolumePolicy::NotKept;
    Ensemble after = before;
    after.settings.insert(u"tickTime"_s, u"1500"_s);
    QVERIFY(!changeBetween(before, after).refusal().isEmpty());
    QVERIFY(changeBetween(before, before).refusal().isEmpty());
}

void TestEnsembleChange::adopted()
{
    Ensemble before = start();
    before.adopted = true;
    Ensemble after = before;
    after.settings.insert(u"tickTime"_s, u"1500"_s);
    QVERIFY(!changeBetween(before, after).refusal().isEmpty());
}

void TestEnsembleChange::fewVoters()
{
    const auto interrupts = [](int voters) {
        const Ensemble before = makeEnsemble(u"demo"_s, voters, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
        Ensemble after = before;
        after.settings.insert(u"tickTime"_s, u"1500"_s);
        return changeBetween(before, after).interruption;
    };
    QVERIFY(interrupts(1));
    QVERIFY(interrupts(2));
    QVERIFY(!interrupts(3));
}

/// The first has the new settings already; the third was made with yet others.
void TestEnsembleChange::whatTheContainersWereMadeWith()
{
    Ensemble after = start();
    after.settings.insert(u"tickTime"_s, u"1500"_s);
    Ensemble third = start();
    third.settings.insert(u"tickTime"_s, u"1700"_s);
    EnsembleChange change = changeBetween(start(), after);
    QCOMPARE(change.members, (QList{1, 2, 3}));
    change.setMade({{1, after}, {2, start()}, {3, third}});
    QCOMPARE(change.members, (QList{2, 3}));
    QVERIFY(change.valuesOf(1).isEmpty());
    QCOMPARE(change.valuesOf(2), change.values);
    QCOMPARE(change.valuesOf(3).size(), 1);
    QCOMPARE(change.valuesOf(3).constFirst().before, u"1700 ms"_s);
    change.setMade({{2, after}}); // the others have no container
    QVERIFY(change.members.isEmpty());
}

/// A changed one is noticed, from the labels as well, and is not shown.
void TestEnsembleChange::secrets()
{
    Ensemble before = start();
    before.settings.insert(u"extra"_s, u"ssl.keyStore.password=hush1"_s);
    before = withSecretsKey(before);
    Ensemble after = before;
    after.settings.insert(u"extra"_s, u"ssl.keyStore.password=hush2"_s);
    EnsembleChange change = changeBetween(before, after);
    QCOMPARE(fields(change), QStringList{u"settings/extra"_s});
    const ChangedValue value = change.values.constFirst();
    QCOMPARE(value.before, u"ssl.keyStore.password=***"_s);
    QVERIFY2(value.after.startsWith(value.before) && value.after != value.before, qPrintable(value.after));
    QCOMPARE(change.members, (QList{1, 2, 3}));

    // The file was edited: the labels are of the file before, and of the one after.
    change = changeBetween(after, after);
    QVERIFY(change.isEmpty());
    change.setMade({{1, withSecretsOf(withoutSecrets(after), after)},
                    {2, withSecretsOf(withoutSecrets(before), after)}});
    QCOMPARE(change.members, QList{2});
    QVERIFY(!change.valuesOf(2).constFirst().before.contains(u"hush"_s));
}

QTEST_GUILESS_MAIN(TestEnsembleChange)
#include "tst_ensemblechange.moc"
