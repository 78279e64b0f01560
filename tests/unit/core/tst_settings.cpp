// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"

#include <QtCore/QFile>
#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyDefaultIsValid();
    void keysAndPathsAreUnique();
    void anEmptyStoreGivesDefaults();
    void valuesSurvive_data();
    void valuesSurvive();
    void refuses_data();
    void refuses();
    void aBadStoredTextReadsAsTheDefault_data();
    void aBadStoredTextReadsAsTheDefault();
    void aDamagedFileReadsAsDefaults();
    void tellsOfChanges();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"settings.ini"_s); }
    void write(const QByteArray &text) const
    {
        QFile ini(file());
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::everyDefaultIsValid()
{
    QCOMPARE(Settings::table().size(), static_cast<int>(SettingKey::PrettyValues) + 1);
    for (const SettingSpec &spec : Settings::table()) {
        QVERIFY2(spec.defaultValue.isValid(), qPrintable(spec.path));
        QVERIFY2(!spec.isValid || spec.isValid(spec.defaultValue), qPrintable(spec.path));
    }
}

void TestSettings::keysAndPathsAreUnique()
{
    QSet<int> keys;
    QSet<QString> paths;
    for (const SettingSpec &spec : Settings::table()) {
        keys += static_cast<int>(spec.key);
        paths += spec.path;
    }
    QCOMPARE(keys.size(), Settings::table().size());
    QCOMPARE(paths.size(), Settings::table().size());
}

void TestSettings::anEmptyStoreGivesDefaults()
{
    const Settings settings(file());
    for (const SettingSpec &spec : Settings::table())
        QCOMPARE(settings.value(spec.key), spec.defaultValue);
    QCOMPARE(settings.text(SettingKey::DockerExecutable), u"docker"_s);
    QCOMPARE(settings.value(SettingKey::FirstClientPort).toInt(), 2181);
}

void TestSettings::valuesSurvive_data()
{
    QTest::addColumn<SettingKey>("key");
    QTest::addColumn<QVariant>("value");
    const auto row = [](const char *name, SettingKey key, const QVariant &value) {
        QTest::newRow(name) << key << value;
    };
    row("executable", SettingKey::DockerExecutable, u"/opt/a b, c/docker"_s);
    row("context", SettingKey::DockerContext, u"remote-1"_s);
    row("no context", SettingKey::DockerContext, u""_s);
    row("image", SettingKey::DefaultImage, u"registry.example:5000/a/zookeeper:3.9@sha256:0123"_s);
    row("port", SettingKey::FirstClientPort, 65535);
    row("theme", SettingKey::Theme, u"dark"_s);
    row("language", SettingKey::Language, u"zh_CN"_s);
    row("the locale's language", SettingKey::Language, u""_s);
    row("settled pace", SettingKey::SettledPace, 5000);
    row("unsettled pace", SettingKey::UnsettledPace, 50);
    row("log limit", SettingKey::LogLimit, 1'000'000);
    row("no notifications", SettingKey::Notifications, false);
    row("geometry", SettingKey::WindowGeometry, QByteArray("\0\1\xff\n", 4));
    row("cluster", SettingKey::LastCluster, u"größer, \"quoted\" %"_s);
}

void TestSettings::valuesSurvive()
{
    QFETCH(const SettingKey, key);
    QFETCH(const QVariant, value);
    {
        Settings settings(file());
        QVERIFY(Settings::accepts(key, value));
        QVERIFY(settings.setValue(key, value));
        QCOMPARE(settings.value(key), value);
    }
    QCOMPARE(Settings(file()).value(key), value);
}

void TestSettings::refuses_data()
{
    QTest::addColumn<SettingKey>("key");
    QTest::addColumn<QVariant>("value");
    const auto row = [](const char *name, SettingKey key, const QVariant &value) {
        QTest::newRow(name) << key << value;
    };
    row("no executable", SettingKey::DockerExecutable, u"  "_s);
    row("an option as executable", SettingKey::DockerExecutable, u"-v"_s);
    row("context with a blank", SettingKey::DockerContext, u"a b"_s);
    row("context that is an option", SettingKey::DockerContext, u"--help"_s);
    row("context with a line break", SettingKey::DockerContext, u"ab\n"_s);
    row("image that is an option", SettingKey::DefaultImage, u"--privileged"_s);
    row("image with a blank", SettingKey::DefaultImage, u"zookeeper 3.9"_s);
    row("port 0", SettingKey::FirstClientPort, 0);
    row("negative port", SettingKey::FirstClientPort, -1);
    row("port too high", SettingKey::FirstClientPort, 65536);
    row("port in words", SettingKey::FirstClientPort, u"many"_s);
    row("port list", SettingKey::FirstClientPort, QStringList{u"1"_s, u"2"_s});
    row("theme", SettingKey::Theme, u"pink"_s);
    row("language", SettingKey::Language, u"../zh"_s);
    row("settled pace too fast", SettingKey::SettledPace, 199);
    row("settled pace too slow", SettingKey::SettledPace, 60'001);
    row("unsettled pace too fast", SettingKey::UnsettledPace, 49);
    row("log limit too small", SettingKey::LogLimit, 999);
    row("log limit too large", SettingKey::LogLimit, 1'000'001);
    row("nothing", SettingKey::Theme, QVariant());
}

void TestSettings::refuses()
{
    QFETCH(const SettingKey, key);
    QFETCH(const QVariant, value);
    Settings settings(file());
    const QVariant before = settings.value(key);
    QVERIFY(!Settings::accepts(key, value));
    QVERIFY(!settings.setValue(key, value));
    QCOMPARE(settings.value(key), before);
}

void TestSettings::aBadStoredTextReadsAsTheDefault_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<SettingKey>("key");
    QTest::addColumn<QVariant>("value");
    const QVariant port = 2181;
    QTest::newRow("a good one") << QByteArray("[creation]\nfirstClientPort=4000\n")
                                << SettingKey::FirstClientPort << QVariant(4000);
    QTest::newRow("word") << QByteArray("[creation]\nfirstClientPort=many\n") << SettingKey::FirstClientPort
                          << port;
    QTest::newRow("empty") << QByteArray("[creation]\nfirstClientPort=\n") << SettingKey::FirstClientPort
                           << port;
    QTest::newRow("too high") << QByteArray("[creation]\nfirstClientPort=70000\n")
                              << SettingKey::FirstClientPort << port;
    QTest::newRow("theme") << QByteArray("[window]\ntheme=pink\n") << SettingKey::Theme
                           << QVariant(u"system"_s);
    QTest::newRow("list") << QByteArray("[engine]\nexecutable=a, b\n") << SettingKey::DockerExecutable
                          << QVariant(u"docker"_s);
}

void TestSettings::aBadStoredTextReadsAsTheDefault()
{
    QFETCH(const QByteArray, text);
    QFETCH(const SettingKey, key);
    write(text);
    QTEST(Settings(file()).value(key), "value");
}

void TestSettings::aDamagedFileReadsAsDefaults()
{
    write(QByteArray("\0\xff[[[[=\n=\nfirst", 15));
    const Settings settings(file());
    for (const SettingSpec &spec : Settings::table())
        QCOMPARE(settings.value(spec.key), spec.defaultValue);
}

void TestSettings::tellsOfChanges()
{
    Settings settings(file());
    QList<SettingKey> told;
    QObject::connect(&settings, &Settings::changed, &settings, [&](SettingKey key) { told += key; });
    settings.setValue(SettingKey::FirstClientPort, 2181); // as the default says
    QCOMPARE(told, QList<SettingKey>{});
    settings.setValue(SettingKey::FirstClientPort, 3000);
    settings.setValue(SettingKey::FirstClientPort, 3000);
    settings.setValue(SettingKey::FirstClientPort, 0); // refused
    settings.setValue(SettingKey::Theme, u"dark"_s);
    QCOMPARE(told, (QList{SettingKey::FirstClientPort, SettingKey::Theme}));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
