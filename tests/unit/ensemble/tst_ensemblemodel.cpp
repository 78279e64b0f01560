// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/connectstring.h"
#include "ensemble/ensemble.h"
#include "ensemble/imagefamily.h"
#include "ensemble/imagereference.h"
#include "ensemble/version.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString image = u"zoodock/zookeeper:3.8"_s;

} // namespace

class TestEnsembleModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionFromText_data();
    void versionFromText();
    void makesMembers();
    void singleParticipantWithObserversCanStart();
    void findsMembers();
    void majorities_data();
    void majorities();
    void portsByKind();
    void dockerNames();
    void words();
    void tags_data();
    void tags();
    void references_data();
    void references();
    void families_data();
    void families();
    void eras_data();
    void eras();
    void eraTable_data();
    void eraTable();
    void connectStrings();
    void connectStringsOfHostMode();
};

void TestEnsembleModel::versionFromText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isVersion");
    QTest::addColumn<QString>("version");
    QTest::newRow("three parts") << u"3.8.0"_s << true << u"3.8.0"_s;
    QTest::newRow("two parts are the newest") << u"3.8"_s << true << u"3.8.9999"_s;
    QTest::newRow("one part") << u"3"_s << true << u"3.9999.9999"_s;
    QTest::newRow("variant") << u"3.9.4-jre17"_s << true << u"3.9.4"_s;
    QTest::newRow("variant of two parts") << u"3.9-jre17"_s << true << u"3.9.9999"_s;
    QTest::newRow("beta") << u"3.5.4-beta"_s << true << u"3.5.4"_s;
    QTest::newRow("Debian") << u"20.10.24+dfsg1"_s << true << u"20.10.24"_s;
    QTest::newRow("four parts") << u"1.2.3.4"_s << true << u"1.2.3"_s;
    QTest::newRow("latest") << u"latest"_s << false << QString();
    QTest::newRow("empty") << QString() << false << QString();
    QTest::newRow("behind a letter") << u"v3.8"_s << false << QString();
    QTest::newRow("a date") << u"20240102"_s << false << QString();
}

void TestEnsembleModel::versionFromText()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isVersion);
    QFETCH(const QString, version);
    const std::optional<Version> parsed = Version::fromText(text);
    QCOMPARE(parsed.has_value(), isVersion);
    if (parsed)
        QCOMPARE(parsed->toString(), version);
}

void TestEnsembleModel::makesMembers()
{
    const Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 2, NetworkMode::Bridge, image);
    QCOMPARE(ensemble.name, u"orders"_s);
    QCOMPARE(ensemble.image.family, u"official"_s);
    QCOMPARE(ensemble.image.reference, image);
    QCOMPARE(ensemble.restart, RestartPolicy::UnlessStopped);
    QCOMPARE(ensemble.volumes, VolumePolicy::Named);
    QCOMPARE(ensemble.members.size(), 5);
    for (int index = 0; index < 5; ++index) {
        const Member &member = ensemble.members.at(index);
        QCOMPARE(member.id, index + 1);
        QCOMPARE(member.name, u"zoo%1"_s.arg(index + 1));
        QCOMPARE(member.role, index < 3 ? MemberRole::Participant : MemberRole::Observer);
        QCOMPARE(member.client.port, 2181);
        QCOMPARE(member.client.hostPort, 2181 + index);
        QVERIFY(member.client.published);
        QVERIFY(!member.quorum.published);
    }
    QVERIFY(ensemble.settings.isEmpty());
}

void TestEnsembleModel::singleParticipantWithObserversCanStart()
{
    const Ensemble ensemble = makeEnsemble(u"orders"_s, 1, 1, NetworkMode::Bridge, image);
    QCOMPARE(ensemble.settings.value(u"standaloneEnabled"_s), u"false"_s);
    QVERIFY(makeEnsemble(u"orders"_s, 1, 0, NetworkMode::Bridge, image).settings.isEmpty());
}

void TestEnsembleModel::findsMembers()
{
    const Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, image);
    QCOMPARE(ensemble.member(2), &ensemble.members.at(1));
    QCOMPARE(ensemble.member(u"zoo3"_s), &ensemble.members.at(2));
    QVERIFY(ensemble.member(4) == nullptr);
    QVERIFY(ensemble.member(u"Zoo3"_s) == nullptr);
}

void TestEnsembleModel::majorities_data()
{
    QTest::addColumn<int>("participants");
    QTest::addColumn<int>("observers");
    QTest::addColumn<int>("majority");
    QTest::newRow("one") << 1 << 0 << 1;
    QTest::newRow("two") << 2 << 0 << 2;
    QTest::newRow("three") << 3 << 0 << 2;
    QTest::newRow("four") << 4 << 0 << 3;
    QTest::newRow("five and observers") << 5 << 4 << 3;
}

void TestEnsembleModel::majorities()
{
    QFETCH(const int, participants);
    QFETCH(const int, observers);
    QFETCH(const int, majority);
    const Ensemble ensemble = makeEnsemble(u"orders"_s, participants, observers, NetworkMode::Bridge, image);
    QCOMPARE(ensemble.participants(), participants);
    QCOMPARE(ensemble.majority(), majority);
}

void TestEnsembleModel::portsByKind()
{
    Member member;
    member.port(PortKind::Client).port = 1;
    member.port(PortKind::Quorum).port = 2;
    member.port(PortKind::Election).port = 3;
    member.port(PortKind::Admin).port = 4;
    QCOMPARE(member.client.port, 1);
    QCOMPARE(member.quorum.port, 2);
    QCOMPARE(member.election.port, 3);
    QCOMPARE(member.admin.port, 4);
}

void TestEnsembleModel::dockerNames()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 1, 0, NetworkMode::Bridge, image);
    const Member &member = ensemble.members.constFirst();
    QCOMPARE(containerName(ensemble, member), u"orders-zoo1"_s);
    QCOMPARE(volumeName(ensemble, member, VolumeKind::Data), u"orders-zoo1-data"_s);
    QCOMPARE(volumeName(ensemble, member, VolumeKind::DataLog), u"orders-zoo1-datalog"_s);
    QCOMPARE(networkName(ensemble), u"orders"_s);
    ensemble.network.existing = u"shared"_s;
    QCOMPARE(networkName(ensemble), u"shared"_s);
    ensemble.network.mode = NetworkMode::Host;
    QCOMPARE(networkName(ensemble), u"host"_s);
}

void TestEnsembleModel::words()
{
    QCOMPARE(nameOf(MemberRole::Participant), u"participant"_s);
    QCOMPARE(nameOf(MemberRole::Observer), u"observer"_s);
    QCOMPARE(nameOf(NetworkMode::Bridge), u"bridge"_s);
    QCOMPARE(nameOf(NetworkMode::Host), u"host"_s);
    QCOMPARE(nameOf(RestartPolicy::No), u"no"_s);
    QCOMPARE(nameOf(RestartPolicy::OnFailure), u"on-failure"_s);
    QCOMPARE(nameOf(RestartPolicy::Always), u"always"_s);
    QCOMPARE(nameOf(RestartPolicy::UnlessStopped), u"unless-stopped"_s);
    QCOMPARE(nameOf(VolumePolicy::Named), u"named"_s);
    QCOMPARE(nameOf(VolumePolicy::NotKept), u"not-kept"_s);
    QCOMPARE(nameOf(PortKind::Client), u"client"_s);
    QCOMPARE(nameOf(PortKind::Quorum), u"quorum"_s);
    QCOMPARE(nameOf(PortKind::Election), u"election"_s);
    QCOMPARE(nameOf(PortKind::Admin), u"admin"_s);
}

void TestEnsembleModel::tags_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("tag");
    QTest::newRow("full") << u"docker.io/library/zookeeper:3.9"_s << u"3.9"_s;
    QTest::newRow("short") << u"zookeeper:3.9"_s << u"3.9"_s;
    QTest::newRow("no tag") << u"zookeeper"_s << u"latest"_s;
    QTest::newRow("a registry's port is no tag") << u"registry.example:5000/zookeeper"_s << u"latest"_s;
    QTest::newRow("port and tag") << u"registry.example:5000/zookeeper:3.8.4"_s << u"3.8.4"_s;
    QTest::newRow("digest") << u"zookeeper@sha256:0123"_s << QString();
    QTest::newRow("tag and digest") << u"zookeeper:3.9@sha256:0123"_s << u"3.9"_s;
}

void TestEnsembleModel::tags()
{
    QFETCH(const QString, reference);
    QFETCH(const QString, tag);
    QCOMPARE(tagOf(reference), tag);
}

void TestEnsembleModel::references_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("shortText");
    const QString usual = u"zookeeper:latest"_s;
    QTest::newRow("short") << u"zookeeper"_s << usual;
    QTest::newRow("tag") << u"zookeeper:latest"_s << usual;
    QTest::newRow("owner") << u"library/zookeeper"_s << usual;
    QTest::newRow("registry alone") << u"docker.io/zookeeper"_s << usual;
    QTest::newRow("full") << u"docker.io/library/zookeeper:latest"_s << usual;
    QTest::newRow("old name") << u"index.docker.io/library/zookeeper"_s << usual;
    QTest::newRow("another tag") << u"docker.io/zookeeper:3.9"_s << u"zookeeper:3.9"_s;
    QTest::newRow("another owner") << u"docker.io/zoodock/zookeeper:3.8"_s << u"zoodock/zookeeper:3.8"_s;
    QTest::newRow("three parts") << u"docker.io/library/a/b"_s << u"library/a/b:latest"_s;
    QTest::newRow("another registry")
        << u"quay.io/library/zookeeper"_s << u"quay.io/library/zookeeper:latest"_s;
    QTest::newRow("its port is no tag") << u"mirror:5000/zookeeper"_s << u"mirror:5000/zookeeper:latest"_s;
    QTest::newRow("localhost") << u"localhost/zookeeper:1"_s << u"localhost/zookeeper:1"_s;
    QTest::newRow("digest") << u"library/zookeeper@sha256:01"_s << u"zookeeper@sha256:01"_s;
    QTest::newRow("tag and digest") << u"zookeeper:3.9@sha256:01"_s << u"zookeeper@sha256:01"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestEnsembleModel::references()
{
    QFETCH(const QString, reference);
    QFETCH(const QString, shortText);
    QCOMPARE(shortImageReference(reference), shortText);
    QVERIFY(isSameImage(reference, shortText));
    HostFacts facts;
    facts.imageReferences = {shortText};
    QVERIFY(hasImage(facts, reference));
    QVERIFY(!hasImage(facts, u"zookeeper:3.1"_s));
}

void TestEnsembleModel::families_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("isOfficial");
    QTest::newRow("short") << u"zookeeper:3.9"_s << true;
    QTest::newRow("library") << u"library/zookeeper"_s << true;
    QTest::newRow("docker.io") << u"docker.io/library/zookeeper:3.9"_s << true;
    QTest::newRow("local") << u"zoodock/zookeeper:3.8"_s << true;
    QTest::newRow("mirror") << u"localhost:5000/zookeeper:3.9"_s << true;
    QTest::newRow("digest") << u"zookeeper@sha256:0123"_s << true;
    QTest::newRow("bitnami") << u"bitnami/zookeeper:3.9"_s << false;
    QTest::newRow("another name") << u"zookeeper-exporter:1"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestEnsembleModel::families()
{
    QFETCH(const QString, reference);
    QFETCH(const bool, isOfficial);
    const ImageFamily *family = imageFamilyOf(reference);
    QCOMPARE(family != nullptr, isOfficial);
    if (family != nullptr) {
        QCOMPARE(family->id, u"official"_s);
        QCOMPARE(imageFamily(u"official"_s), family);
    }
    QVERIFY(imageFamily(u"unheard-of"_s) == nullptr);
}

void TestEnsembleModel::eras_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<int>("index");
    QTest::newRow("3.4.9") << u"3.4.9"_s << 0;
    QTest::newRow("3.4.10") << u"3.4.10"_s << 0;
    QTest::newRow("3.4.13") << u"3.4.13"_s << 0;
    QTest::newRow("3.4.14") << u"3.4.14"_s << 1;
    QTest::newRow("3.4") << u"3.4"_s << 1;
    QTest::newRow("3.5.3-beta") << u"3.5.3-beta"_s << 2;
    QTest::newRow("3.5.4-beta") << u"3.5.4-beta"_s << 2;
    QTest::newRow("3.5.5") << u"3.5.5"_s << 3;
    QTest::newRow("3.5.6") << u"3.5.6"_s << 4;
    QTest::newRow("3.5.7") << u"3.5.7"_s << 4;
    QTest::newRow("3.6.0") << u"3.6.0"_s << 4;
    QTest::newRow("3.5.8") << u"3.5.8"_s << 5;
    QTest::newRow("3.5") << u"3.5"_s << 5;
    QTest::newRow("3.6.1") << u"3.6.1"_s << 5;
    QTest::newRow("3.6") << u"3.6"_s << 5;
    QTest::newRow("3.8") << u"3.8"_s << 5;
    QTest::newRow("3.9.4-jre17") << u"3.9.4-jre17"_s << 5;
    QTest::newRow("4.0.0") << u"4.0.0"_s << 5;
    QTest::newRow("latest") << u"latest"_s << 5;
    QTest::newRow("a word") << u"nightly"_s << 5;
}

void TestEnsembleModel::eras()
{
    QFETCH(const QString, tag);
    QFETCH(const int, index);
    const ImageFamily &family = imageFamilies().constFirst();
    QCOMPARE(family.eras.size(), 6);
    QCOMPARE(&family.era(u"zookeeper:"_s + tag), &family.eras.at(index));
}

/// The columns of the official image's history, variable by variable.
void TestEnsembleModel::eraTable_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("variables");
    QTest::addColumn<QString>("clientPortVariable");
    QTest::addColumn<QString>("extraVariable");
    QTest::addColumn<QString>("standaloneDefault");
    QTest::addColumn<bool>("portInServerLine");
    QTest::addColumn<bool>("hasAdminServer");
    const QString basic = u"ZOO_INIT_LIMIT ZOO_MAX_CLIENT_CNXNS ZOO_SYNC_LIMIT ZOO_TICK_TIME"_s;
    const QString purge = u"ZOO_AUTOPURGE_PURGEINTERVAL ZOO_AUTOPURGE_SNAPRETAINCOUNT "_s;
    QTest::newRow("3.4.13") << u"3.4.13"_s << basic << u"ZOO_PORT"_s << QString() << u"true"_s << false
                            << false;
    QTest::newRow("3.4.14") << u"3.4.14"_s << purge + basic << QString() << QString() << u"true"_s << false
                            << false;
    QTest::newRow("3.5.4") << u"3.5.4-beta"_s
                           << u"ZOO_INIT_LIMIT ZOO_MAX_CLIENT_CNXNS ZOO_STANDALONE_ENABLED ZOO_SYNC_LIMIT "
                              "ZOO_TICK_TIME"_s
                           << QString() << QString() << u"false"_s << true << true;
    QTest::newRow("3.5.5")
        << u"3.5.5"_s
        << u"ZOO_ADMINSERVER_ENABLED "_s + purge +
               u"ZOO_INIT_LIMIT ZOO_MAX_CLIENT_CNXNS ZOO_STANDALONE_ENABLED ZOO_SYNC_LIMIT "
               "ZOO_TICK_TIME"_s
        << QString() << QString() << u"true"_s << true << true;
    const QString withWords = u"ZOO_4LW_COMMANDS_WHITELIST ZOO_ADMINSERVER_ENABLED "_s + purge +
                              u"ZOO_INIT_LIMIT ZOO_MAX_CLIENT_CNXNS ZOO_STANDALONE_ENABLED ZOO_SYNC_LIMIT "
                              "ZOO_TICK_TIME"_s;
    QTest::newRow("3.6.0") << u"3.6.0"_s << withWords << QString() << QString() << u"true"_s << true << true;
    QTest::newRow("3.8") << u"3.8"_s << withWords << QString() << u"ZOO_CFG_EXTRA"_s << u"true"_s << true
                         << true;
}

void TestEnsembleModel::eraTable()
{
    QFETCH(const QString, tag);
    QFETCH(const QString, variables);
    QFETCH(const QString, clientPortVariable);
    QFETCH(const QString, extraVariable);
    QFETCH(const QString, standaloneDefault);
    QFETCH(const bool, portInServerLine);
    QFETCH(const bool, hasAdminServer);
    const ImageEra &era = imageFamilies().constFirst().era(u"zookeeper:"_s + tag);
    QStringList told = era.environment.values();
    told.sort();
    QCOMPARE(told.join(u' '), variables);
    QCOMPARE(era.clientPortVariable, clientPortVariable);
    QCOMPARE(era.extraVariable, extraVariable);
    QCOMPARE(era.imageDefaults.value(u"standaloneEnabled"_s), standaloneDefault);
    QCOMPARE(era.imageDefaults.value(u"initLimit"_s), u"5"_s);
    QCOMPARE(era.imageDefaults.value(u"syncLimit"_s), u"2"_s);
    QCOMPARE(era.clientPortInServerLine, portInServerLine);
    QCOMPARE(era.hasAdminServer, hasAdminServer);
    QCOMPARE(era.idVariable, u"ZOO_MY_ID"_s);
    QCOMPARE(era.serversVariable, u"ZOO_SERVERS"_s);
}

void TestEnsembleModel::connectStrings()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, image);
    QCOMPARE(hostConnectString(ensemble), u"127.0.0.1:2181,127.0.0.1:2182,127.0.0.1:2183"_s);
    QCOMPARE(networkConnectString(ensemble), u"zoo1:2181,zoo2:2181,zoo3:2181"_s);

    Ensemble unnamed = ensemble;
    unnamed.network.existing = u"bridge"_s; // docker's own default, which knows no names
    QVERIFY(namesResolve(ensemble) && !namesResolve(unnamed));
    QCOMPARE(networkConnectString(unnamed), QString());
    QCOMPARE(hostConnectString(unnamed), hostConnectString(ensemble));

    ensemble.members[0].client.published = false;
    ensemble.members[1].client.address = u"0.0.0.0"_s;
    ensemble.members[2].client.address = u"::1"_s;
    QCOMPARE(hostConnectString(ensemble), u"127.0.0.1:2182,[::1]:2183"_s);
    QCOMPARE(hostConnectString(ensemble, u"build.example"_s), u"build.example:2182"_s);
    QCOMPARE(networkConnectString(ensemble), u"zoo1:2181,zoo2:2181,zoo3:2181"_s);

    ensemble.members[2].client.address = u"192.0.2.7"_s;
    QCOMPARE(hostConnectString(ensemble, u"build.example"_s), u"build.example:2182,192.0.2.7:2183"_s);
}

void TestEnsembleModel::connectStringsOfHostMode()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 2, 0, NetworkMode::Host, image);
    QCOMPARE(hostConnectString(ensemble), u"127.0.0.1:2181,127.0.0.1:2182"_s);
    QCOMPARE(networkConnectString(ensemble), hostConnectString(ensemble));
    QCOMPARE(hostConnectString(ensemble, u"build.example"_s), QString());
    ensemble.members[1].client.published = true;
    ensemble.members[1].client.address = u"0.0.0.0"_s;
    QCOMPARE(hostConnectString(ensemble, u"build.example"_s), u"build.example:2182"_s);
    QCOMPARE(hostConnectString(ensemble, u"localhost"_s), u"127.0.0.1:2181,localhost:2182"_s);
}

QTEST_GUILESS_MAIN(TestEnsembleModel)
#include "tst_ensemblemodel.moc"
