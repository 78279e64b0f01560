// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/ensemblejson.h"
#include "ensemble/serversetting.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray golden(const QString &name)
{
    QFile file(QStringLiteral(ZOODOCK_TEST_DATA "/golden/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// With members of a random ensemble.
class Maker
{
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    {
    }

    Ensemble ensemble()
    {
        Ensemble ensemble;
        ensemble.name = text();
        ensemble.image = {text(), text()};
        ensemble.network = {coin() ? NetworkMode::Bridge : NetworkMode::Host, coin() ? text() : QString()};
        for (int count = m_random.bounded(6); count > 0; --count)
            ensemble.members.append(member());
        for (int count = m_random.bounded(5); count > 0; --count)
            ensemble.settings.insert(
                pick({u"tickTime"_s, u"heap"_s, u"extra"_s, u"standaloneEnabled"_s, text()}),
                pick({u"2000"_s, u"02"_s, u"-7"_s, u"true"_s, u"9223372036854775807"_s, text()}));
        ensemble.volumes = coin() ? VolumePolicy::Named : VolumePolicy::NotKept;
        ensemble.restart = static_cast<RestartPolicy>(m_random.bounded(4));
        ensemble.context = coin() ? text() : QString();
        ensemble.title = coin() ? text() : QString();
        ensemble.notes = coin() ? text() + u'\n' + text() : QString();
        ensemble.colour = coin() ? u"#2f6fd0"_s : QString();
        ensemble.testRun = coin() ? text() : QString();
        ensemble.extra = unknown({u"image"_s, u"network"_s, u"settings"_s});
        return ensemble;
    }

private:
    bool coin() { return m_random.bounded(2) == 1; }
    QString pick(const QStringList &choices) { return choices.at(m_random.bounded(choices.size())); }

    QString text()
    {
        static const QString letters = u"abcXYZ09 .-_/:\"\\\n\tä€\u2028"_s;
        QString result;
        for (int count = m_random.bounded(9); count > 0; --count)
            result.append(letters.at(m_random.bounded(letters.size())));
        return result;
    }

    MemberPort port()
    {
        return {static_cast<quint16>(m_random.bounded(65536)), coin(), text(),
                static_cast<quint16>(m_random.bounded(65536))};
    }

    Member member()
    {
        Member member;
        member.id = static_cast<int>(m_random.generate());
        member.name = text();
        member.role = coin() ? MemberRole::Participant : MemberRole::Observer;
        for (const PortKind kind : allPortKinds)
            member.port(kind) = port();
        member.extra = unknown({u"client"_s, u"admin"_s});
        return member;
    }

    /// Keys of a later version, among them some inside of known objects.
    QJsonObject unknown(const QStringList &nested)
    {
        QJsonObject object;
        for (int count = m_random.bounded(3); count > 0; --count)
            object.insert(u"later-"_s + text(),
                          QJsonArray{text(), 1.5, qint64{1} << 53, QJsonValue(), coin()});
        for (const QString &key : nested) {
            if (coin())
                object.insert(key, QJsonObject{{u"later"_s + text(), QJsonObject{{text(), -3}}}});
        }
        return object;
    }

    QRandomGenerator m_random;
};

/// Every key that a file can have.
Ensemble withEverything()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    ensemble.network.existing = u"lan"_s;
    ensemble.members[0].container = u"other"_s;
    for (const ServerSetting &setting : serverSettings())
        ensemble.settings.insert(setting.key, setting.defaultValue);
    ensemble.adopted = true;
    for (QString *text : {&ensemble.context, &ensemble.title, &ensemble.notes, &ensemble.colour,
                          &ensemble.composeProject, &ensemble.secretsKey, &ensemble.testRun})
        *text = u"x"_s;
    return ensemble;
}

/// As the documentation writes them: "image.family", "members[].client.port".
QStringList keysOf(const QJsonObject &object, const QString &before = {})
{
    QStringList keys;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const bool isPort = before == "members[]."_L1 && it.value().isObject();
        const QString key = before + (isPort ? u"PORT"_s : it.key());
        keys += key;
        if (it.value().isObject())
            keys += keysOf(it.value().toObject(), key + u'.');
        else if (it.value().isArray())
            keys += keysOf(it.value().toArray().at(0).toObject(), key + u"[]."_s);
    }
    return keys;
}

} // namespace

class TestEnsembleJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksLikeTheRecordedFile();
    void compactIsTheSame();
    void roundTrips();
    void keepsUnknownKeys();
    void fillsDefaults();
    void fillsPorts();
    void fillsPortsOfHostMode();
    void keepsAZeroPort();
    void readsSettingsOfEveryType();
    void refuses_data();
    void refuses();
    void oneKeyInEachObjectIsEnough();
    void refusesCutFiles();
    void refusesALaterVersion();
    void saysWhatIsWrongWithTheWhole();
    void namesTheRangeOfIds();
    void isDocumented();
};

void TestEnsembleJson::looksLikeTheRecordedFile()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 2, 1, NetworkMode::Bridge, u"zoodock/zookeeper:3.8"_s);
    ensemble.settings = {{u"tickTime"_s, u"500"_s},
                         {u"reconfigEnabled"_s, u"true"_s},
                         {u"extra"_s, u"snapCount=1000\npreAllocSize=64"_s}};
    ensemble.context = u"lab"_s;
    const QByteArray bytes = toJson(ensemble);
    QCOMPARE(QString::fromUtf8(bytes), QString::fromUtf8(golden(u"orders.json"_s)));
    QCOMPARE(toJson(ensemble), bytes);
}

void TestEnsembleJson::compactIsTheSame()
{
    const Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Host, u"zookeeper:3.9"_s);
    const QByteArray compact = toCompactJson(ensemble);
    QVERIFY(!compact.contains('\n') && !compact.contains(' '));
    QVERIFY(compact.startsWith(R"({"zoodock":1,"name":"orders","image":{"family":"official",)"));
    QCOMPARE(QJsonDocument::fromJson(compact), QJsonDocument::fromJson(toJson(ensemble)));
    QCOMPARE(ensembleFromJson(compact).value(), ensemble);
}

void TestEnsembleJson::roundTrips()
{
    for (quint32 seed = 1; seed <= 400; ++seed) {
        const Ensemble ensemble = Maker(seed).ensemble();
        for (const QByteArray &bytes : {toJson(ensemble), toCompactJson(ensemble)}) {
            const Result<Ensemble> read = ensembleFromJson(bytes);
            QVERIFY2(read.has_value(), bytes.constData());
            QVERIFY2(*read == ensemble, bytes.constData());
        }
    }
}

void TestEnsembleJson::keepsUnknownKeys()
{
    const QByteArray json = R"({
  "zoodock": 1,
  "name": "orders",
  "colour": "blue",
  "image": {"reference": "zookeeper:3.9", "digest": "sha256:0"},
  "members": [{"id": 1, "rack": {"row": 7}, "client": {"port": 2181, "tls": true}}],
  "settings": {"snapCount": true, "heap": 512, "share": 0.25, "hosts": ["a", {"b": null}], "none": null,
               "pace": {"slow": 7, "fast": 2}, "limit": 9007199254740993, "word": "17"},
  "big": 9007199254740993
})";
    const Result<Ensemble> read = ensembleFromJson(json);
    QVERIFY(read.has_value());
    const QJsonObject written = QJsonDocument::fromJson(toJson(*read)).object();
    QCOMPARE(written.value("colour"_L1).toString(), u"blue"_s);
    QCOMPARE(written.value("big"_L1).toInteger(), qint64{9007199254740993});
    QCOMPARE(written.value("image"_L1).toObject().value("digest"_L1).toString(), u"sha256:0"_s);
    const QJsonObject settings = written.value("settings"_L1).toObject();
    QCOMPARE(settings, QJsonDocument::fromJson(json).object().value("settings"_L1).toObject());
    QCOMPARE(settings.value("limit"_L1).toInteger(), qint64{9007199254740993});
    QCOMPARE(read->settings, (QMap<QString, QString>{{u"heap"_s, u"512"_s}, {u"word"_s, u"17"_s}}));
    QCOMPARE(ensembleFromJson(toCompactJson(*read)).value(), *read);
    const QJsonObject member = written.value("members"_L1).toArray().at(0).toObject();
    QCOMPARE(member.value("rack"_L1).toObject().value("row"_L1).toInt(), 7);
    QVERIFY(member.value("client"_L1).toObject().value("tls"_L1).toBool());
    QCOMPARE(member.value("client"_L1).toObject().value("port"_L1).toInt(), 2181);
}

void TestEnsembleJson::fillsDefaults()
{
    const Result<Ensemble> read = ensembleFromJson(R"({"zoodock": 1})");
    QVERIFY(read.has_value());
    QCOMPARE(*read, Ensemble());
}

void TestEnsembleJson::fillsPorts()
{
    const Result<Ensemble> read = ensembleFromJson(
        R"({"zoodock": 1, "name": "orders", "image": {"reference": "zookeeper:3.9"},
            "members": [{"id": 1}, {"id": 2}, {"id": 3, "role": "observer", "client": {"published": false}}]})");
    QVERIFY(read.has_value());
    Ensemble expected = makeEnsemble(u"orders"_s, 2, 1, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    expected.members[2].client.published = false;
    QCOMPARE(read->members, expected.members);
    const Result<Ensemble> chosen =
        ensembleFromJson(R"({"zoodock": 1, "members": [{"id": 1, "client": {"hostPort": 7181}}]})");
    QVERIFY(chosen.has_value());
    const MemberPort client{2181, true, u"127.0.0.1"_s, 7181};
    QCOMPARE(chosen->members.constFirst().client, client);
}

void TestEnsembleJson::fillsPortsOfHostMode()
{
    const Result<Ensemble> read = ensembleFromJson(
        R"({"zoodock": 1, "name": "orders", "image": {"reference": "zookeeper:3.9"}, "network": {"mode": "host"},
            "members": [{"id": 1}, {"id": 2, "client": {"port": 7000}}]})");
    QVERIFY(read.has_value());
    QCOMPARE(read->members.at(0).election.port, 3888);
    QCOMPARE(read->members.at(1).election.port, 3889);
    QCOMPARE(read->members.at(1).client.port, 7000);
}

void TestEnsembleJson::keepsAZeroPort()
{
    const Result<Ensemble> read =
        ensembleFromJson(R"({"zoodock": 1, "members": [{"id": 1, "client": {"port": 0}}]})");
    QVERIFY(read.has_value());
    QCOMPARE(read->members.constFirst().client.port, 0);
}

void TestEnsembleJson::readsSettingsOfEveryType()
{
    const Result<Ensemble> read = ensembleFromJson(
        R"({"zoodock": 1, "settings": {"tickTime": 500, "heap": "512", "reconfigEnabled": true, "later": "-1"}})");
    QVERIFY(read.has_value());
    const QMap<QString, QString> expected{{u"tickTime"_s, u"500"_s},
                                          {u"heap"_s, u"512"_s},
                                          {u"reconfigEnabled"_s, u"true"_s},
                                          {u"later"_s, u"-1"_s}};
    QCOMPARE(read->settings, expected);
}

void TestEnsembleJson::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &json, int line, const QString &reason) {
        QTest::newRow(name) << json << line << reason;
    };
    row("a list", "[1]", 1, u"object"_s);
    row("no version", "{\n \"name\": \"orders\"}", 1, u"“zoodock”"_s);
    row("version is a word", "{\n \"zoodock\": \"1\"}", 2, u"“zoodock”"_s);
    row("version zero", "{\n \"zoodock\": 0}", 2, u"version 0"_s);
    row("missing comma", "{\n \"zoodock\": 1\n \"name\": \"orders\"}", 3, u"not JSON"_s);
    row("behind the end", "{\n \"zoodock\": 1}\n\n}", 4, u"not JSON"_s);
    row("name is a number", "{\n \"zoodock\": 1,\n \"name\": 7}", 3, u"“name”"_s);
    row("image is a text", "{\"zoodock\": 1,\n\n\n \"image\": \"zookeeper\"}", 4, u"“image”"_s);
    row("mode", "{\"zoodock\": 1,\n \"network\": {\n  \"mode\": \"ring\"}}", 3, u"bridge, host"_s);
    row("members is an object", "{\"zoodock\": 1,\n \"members\": {}}", 2, u"“members”"_s);
    row("a member is a number", "{\"zoodock\": 1,\n \"members\": [{\"id\": 1},\n 2]}", 3, u"member"_s);
    row("no id", "{\"zoodock\": 1,\n \"members\": [{\"id\": 1},\n {\"name\": \"b\"}]}", 3, u"“id”"_s);
    row("id with a fraction", "{\"zoodock\": 1, \"members\": [\n{\n\"id\": 1.5}]}", 3, u"“id”"_s);
    row("id too large", "{\"zoodock\": 1, \"members\": [\n{\n\"id\": 4294967297}]}", 3, u"“id”"_s);
    row("role", "{\"zoodock\": 1, \"members\": [{\"id\": 1,\n\"role\": \"leader\"}]}", 2,
        u"participant, observer"_s);
    row("port too large",
        "{\"zoodock\": 1, \"members\": [{\"id\": 1}, {\"id\": 2,\n \"quorum\":\n {\"address\": "
        "\"a,\\\"}b\",\n"
        "  \"port\": 65536}}]}",
        4, u"“port”: 65536 is out of range. A port is a number from 1 to 65535."_s);
    row("host port too large",
        "{\"zoodock\": 1, \"members\": [{\"id\": 1, \"client\": {\"hostPort\":\n 70000}}]}", 2,
        u"“hostPort”: 70000 is out of range. A port is a number from 1 to 65535."_s);
    row("port is a word", "{\"zoodock\": 1, \"members\": [{\"id\": 1, \"client\": {\"port\":\n \"x\"}}]}", 2,
        u"“port” has to be a port, a number from 1 to 65535."_s);
    row("port is negative", "{\"zoodock\": 1, \"members\": [{\"id\": 1, \"quorum\": {\"port\":\n -1}}]}", 2,
        u"“port”"_s);
    row("published", "{\"zoodock\": 1, \"members\": [{\"id\": 1, \"quorum\": {\n\"published\": 1}}]}", 2,
        u"true or false"_s);
    row("volumes", "{\"zoodock\": 1,\n \"volumes\": \"bind\"}", 2, u"named, not-kept"_s);
    row("restart", "{\"zoodock\": 1,\n \"restart\": \"sometimes\"}", 2, u"unless-stopped"_s);
    row("a setting with a fraction", "{\"zoodock\": 1, \"settings\": {\n\"heap\": 0.5}}", 2, u"“heap”"_s);
    row("a setting that is null", "{\"zoodock\": 1, \"settings\": {\n\"heap\": null}}", 2, u"“heap”"_s);
    row("behind a byte order mark", "\xef\xbb\xbf{\"zoodock\": 1,\n \"name\": []}", 2, u"“name”"_s);
    row("cut off", "{\"zoodock\":1, \"members\":[{\"id\"\n", 1, u"not JSON"_s);
    row("cut off before blank lines", "{\"zoodock\":1,\n \"members\":[\r\n\n", 2, u"not JSON"_s);
    row("a key twice", "{\"zoodock\": 1,\n \"members\": [],\n \"members\": []}", 3,
        u"“members” stands there a second time"_s);
    row("a key twice, once with an escape", "{\"zoodock\": 1,\n \"name\": \"a\",\n \"n\\u0061me\": \"b\"}", 3,
        u"“name” stands there a second time"_s);
    row("a key twice, further in", "{\"zoodock\": 1, \"settings\": {\"heap\": \"{\\\"\",\n\"heap\": 64}}", 2,
        u"“heap” stands there a second time"_s);
    row("deep", QByteArray(100'000, '['), 1, u"not JSON"_s);
}

void TestEnsembleJson::refuses()
{
    QFETCH(const QByteArray, json);
    QFETCH(const int, line);
    QFETCH(const QString, reason);
    const Result<Ensemble> read = ensembleFromJson(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind(), ErrorKind::FileDamaged);
    const QString message = read.error().message();
    QVERIFY2(message.startsWith(u"Line %1: "_s.arg(line)), qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TestEnsembleJson::oneKeyInEachObjectIsEnough()
{
    const Result<Ensemble> read = ensembleFromJson(
        R"({"zoodock": 1, "name": "name", "members": [{"id": 1, "name": "id", "client": {"port": 1}},
            {"id": 2, "name": "id", "quorum": {"port": 1}}], "later": ["name", "name", {"name": {}}]})");
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message()));
    QCOMPARE(read->members.size(), 2);
}

void TestEnsembleJson::refusesCutFiles()
{
    const QByteArray whole = toJson(makeEnsemble(u"orders"_s, 2, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s));
    // All but the newline at the end belong to it.
    for (qsizetype size = 0; size < whole.size() - 1; ++size) {
        const Result<Ensemble> read = ensembleFromJson(whole.left(size));
        QVERIFY2(!read.has_value() && read.error().kind() == ErrorKind::FileDamaged,
                 whole.left(size).constData());
    }
    QVERIFY(ensembleFromJson(whole.left(whole.size() - 1)).has_value());
}

void TestEnsembleJson::refusesALaterVersion()
{
    const Result<Ensemble> read = ensembleFromJson(R"({"zoodock": 2, "name": ["not", "ours"]})");
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind(), ErrorKind::FileNewer);
    QVERIFY(read.error().message().contains(u'2'));
}

void TestEnsembleJson::saysWhatIsWrongWithTheWhole()
{
    const QList<std::pair<QByteArray, QString>> cases{{"", u"empty"_s},
                                                      {" \n", u"empty"_s},
                                                      {QByteArray("\xff\xfe{\0}\0", 6), u"UTF-8"_s},
                                                      {QByteArray("\xfe\xff\0{\0}", 6), u"UTF-8"_s}};
    for (const auto &[json, word] : cases) {
        const Result<Ensemble> read = ensembleFromJson(json);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind(), ErrorKind::FileDamaged);
        QVERIFY2(read.error().message().contains(word), qPrintable(read.error().message()));
    }
}

void TestEnsembleJson::namesTheRangeOfIds()
{
    const Result<Ensemble> word = ensembleFromJson(R"({"zoodock": 1, "members": [{"id": "x"}]})");
    QVERIFY(!word.has_value());
    QVERIFY2(word.error().message().contains("from 1 to 255"_L1), qPrintable(word.error().message()));
    // validate() says what is wrong with this one.
    QCOMPARE(ensembleFromJson(R"({"zoodock": 1, "members": [{"id": 300}]})")->members.constFirst().id, 300);
}

/// docs/cli.md names every key that is written, and no other; of each setting its default and its range.
void TestEnsembleJson::isDocumented()
{
    QFile file(QStringLiteral(ZOODOCK_TEST_DATA "/../../../docs/cli.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString section =
        QString::fromUtf8(file.readAll()).section(u"\n## SPEC.json\n"_s, 1).section(u"\n## "_s, 0, 0);
    QMap<QString, QString> rows;
    static const QRegularExpression row(u"^\\| `([^`]+)` \\|.*$"_s, QRegularExpression::MultilineOption);
    for (auto match = row.globalMatch(section); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        QVERIFY2(!rows.contains(found.captured(1)), qPrintable(found.captured(1)));
        rows.insert(found.captured(1), found.captured(0));
    }
    QStringList known = keysOf(QJsonDocument::fromJson(toJson(withEverything())).object());
    known.removeDuplicates();
    known.sort();
    QCOMPARE(rows.keys(), known);
    for (const ServerSetting &setting : serverSettings()) {
        const QStringList cells = rows.value(u"settings."_s + setting.key).split(u" | "_s);
        QVERIFY2(cells.size() == 5, qPrintable(setting.key));
        QCOMPARE(cells.at(2),
                 setting.defaultValue.isEmpty() ? u"none"_s : u"`%1`"_s.arg(setting.defaultValue));
        if (setting.minimum && setting.maximum)
            QCOMPARE(cells.at(3), u"%1 to %2"_s.arg(*setting.minimum).arg(*setting.maximum));
    }
}

QTEST_GUILESS_MAIN(TestEnsembleJson)
#include "tst_ensemblejson.moc"
