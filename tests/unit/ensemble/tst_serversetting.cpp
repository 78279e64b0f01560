// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/serversetting.h"

#include <QtCore/QSet>
#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestServerSetting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingIsComplete();
    void findsByKey();
    void unitsAreTranslated();
    void defaults_data();
    void defaults();
    void values_data();
    void values();
};

void TestServerSetting::everySettingIsComplete()
{
    QSet<QString> keys;
    for (const ServerSetting &setting : serverSettings()) {
        const QByteArray name = setting.key.toUtf8();
        const char *key = name.constData();
        QVERIFY2(!keys.contains(setting.key), key);
        keys.insert(setting.key);
        QVERIFY2(!setting.title().isEmpty() && setting.title() != setting.key, key);
        QVERIFY2(setting.explanation().endsWith(u'.'), key);
        QVERIFY2(setting.problem(setting.defaultValue).isEmpty(), key);
        const bool needsKey =
            setting.channel != SettingChannel::JvmFlags && setting.channel != SettingChannel::FreeLines;
        QVERIFY2(!needsKey || !setting.configKey.isEmpty(), key);
        if (setting.type == SettingType::Integer)
            QVERIFY2(setting.minimum && setting.maximum && *setting.minimum < *setting.maximum, key);
    }
    QVERIFY(keys.size() >= 14);
}

void TestServerSetting::unitsAreTranslated()
{
    QCOMPARE(serverSetting(u"initLimit"_s)->unitText(), u"ticks"_s);
    QCOMPARE(serverSetting(u"heap"_s)->unitText(), u"MiB"_s);
    struct : QTranslator
    {
        [[nodiscard]] bool isEmpty() const override { return false; }
        [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
        {
            return u"[%1]"_s.arg(QLatin1StringView(source));
        }
    } marks;
    QVERIFY(QCoreApplication::installTranslator(&marks));
    QCOMPARE(serverSetting(u"tickTime"_s)->unitText(), u"[ms]"_s);
    QCOMPARE(serverSetting(u"syncLimit"_s)->unitText(), u"[ticks]"_s);
    QCOMPARE(serverSetting(u"autopurge.purgeInterval"_s)->unitText(), u"[h]"_s);
    QCOMPARE(serverSetting(u"heap"_s)->unitText(), u"MiB"_s);
    QCOMPARE(serverSetting(u"maxClientCnxns"_s)->unitText(), QString());
}

void TestServerSetting::findsByKey()
{
    const ServerSetting *heap = serverSetting(u"heap"_s);
    QVERIFY(heap != nullptr);
    QCOMPARE(heap->channel, SettingChannel::JvmHeap);
    QCOMPARE(heap->unit, u"MiB"_s);
    QVERIFY(serverSetting(u"Heap"_s) == nullptr);
    QVERIFY(serverSetting(QString()) == nullptr);
}

void TestServerSetting::defaults_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("since");
    QTest::newRow("tickTime") << u"tickTime"_s << u"2000"_s << u"0.0.0"_s;
    QTest::newRow("initLimit") << u"initLimit"_s << u"10"_s << u"0.0.0"_s;
    QTest::newRow("syncLimit") << u"syncLimit"_s << u"5"_s << u"0.0.0"_s;
    QTest::newRow("maxClientCnxns") << u"maxClientCnxns"_s << u"60"_s << u"0.0.0"_s;
    QTest::newRow("heap") << u"heap"_s << u"256"_s << u"0.0.0"_s;
    QTest::newRow("standaloneEnabled") << u"standaloneEnabled"_s << u"true"_s << u"3.5.0"_s;
    QTest::newRow("admin.enableServer") << u"admin.enableServer"_s << u"true"_s << u"3.5.0"_s;
    QTest::newRow("reconfigEnabled") << u"reconfigEnabled"_s << u"false"_s << u"3.5.3"_s;
    QTest::newRow("extendedTypesEnabled") << u"extendedTypesEnabled"_s << u"false"_s << u"3.5.4"_s;
    QTest::newRow("4lw") << u"4lw.commands.whitelist"_s
                         << u"conf,cons,dirs,dump,envi,isro,mntr,ruok,srvr,stat,wchs"_s << u"3.4.10"_s;
}

void TestServerSetting::defaults()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const QString, since);
    const ServerSetting *setting = serverSetting(key);
    QVERIFY(setting != nullptr);
    QCOMPARE(setting->defaultValue, value);
    QCOMPARE(setting->since.toString(), since);
}

void TestServerSetting::values_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char *key, const QString &value, bool isGood) {
        QTest::addRow("%s = %s", key, qPrintable(value.simplified().left(24)))
            << QString::fromLatin1(key) << value << isGood;
    };
    row("tickTime", u"100"_s, true);
    row("tickTime", u" 100 "_s, true);
    row("tickTime", u"9"_s, false);
    row("tickTime", u"600001"_s, false);
    row("tickTime", u"2s"_s, false);
    row("tickTime", QString(), false);
    row("tickTime", u"99999999999999999999"_s, false);
    row("initLimit", u"1"_s, true);
    row("initLimit", u"0"_s, false);
    row("initLimit", u"214748364"_s, true);
    row("initLimit", u"214748365"_s, false);
    row("maxClientCnxns", u"0"_s, true);
    row("maxClientCnxns", u"-1"_s, false);
    row("autopurge.snapRetainCount", u"3"_s, true);
    row("autopurge.snapRetainCount", u"2"_s, false);
    row("heap", u"16"_s, true);
    row("heap", u"15"_s, false);
    row("heap", u"1g"_s, false);
    row("standaloneEnabled", u"false"_s, true);
    row("standaloneEnabled", u"no"_s, false);
    row("standaloneEnabled", u"True"_s, false);
    row("4lw.commands.whitelist", u"*"_s, true);
    row("4lw.commands.whitelist", u"srvr, mntr"_s, true);
    row("4lw.commands.whitelist", QString(), true);
    row("4lw.commands.whitelist", u"srvr mntr"_s, false);
    row("4lw.commands.whitelist", u"status"_s, false);
    row("4lw.commands.whitelist", u"\"srvr\""_s, false);
    row("4lw.commands.whitelist", u"srvr,"_s, false);
    row("jvmFlags", QString(), true);
    row("jvmFlags", u"-XX:+UseG1GC  -Da.b=c"_s, true);
    row("jvmFlags", u"-Da=\"b c\""_s, false);
    row("jvmFlags", u"-Da='b'"_s, false);
    row("jvmFlags", u"-Da=$HOME"_s, false);
    row("jvmFlags", u"-Da=*"_s, false);
    row("jvmFlags", u"-Da=b\n-Dc=d"_s, false);
    row("jvmFlags", u"Xmx1g"_s, false);
    row("extra", QString(), true);
    row("extra", u"# a remark\n\nsnapCount=1000\nmetricsProvider.httpPort = 7000\n"_s, true);
    row("extra", u"authProvider.1=a b"_s, true);
    row("extra", u"snapCount"_s, false);
    row("extra", u"snapCount="_s, false);
    row("extra", u"=1000"_s, false);
    row("extra", u"snapCount=\"1000\""_s, false);
    row("extra", u"snapCount=1000\\"_s, false);
}

void TestServerSetting::values()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const bool, isGood);
    const ServerSetting *setting = serverSetting(key);
    QVERIFY(setting != nullptr);
    const QString problem = setting->problem(value);
    QVERIFY2(problem.isEmpty() == isGood, qPrintable(problem));
    QVERIFY2(isGood || problem.endsWith(u'.'), qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestServerSetting)
#include "tst_serversetting.moc"
