// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestConsole : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tables_data();
    void tables();
};

void TestConsole::tables_data()
{
    QTest::addColumn<QList<QStringList>>("rows");
    QTest::addColumn<QString>("table");
    QTest::newRow("none") << QList<QStringList>() << QString();
    QTest::newRow("Latin") << QList<QStringList>{{u"MEMBER"_s, u"ROLE"_s}, {u"zoo1"_s, u"leader"_s}}
                           << u"MEMBER  ROLE\nzoo1    leader\n"_s;
    QTest::newRow("Chinese") << QList<QStringList>{{u"成员"_s, u"角色"_s, u"地址"_s},
                                                   {u"zoo1"_s, u"跟随者"_s, u"127.0.0.1:2181"_s},
                                                   {u"zoo10"_s, u"-"_s, u"-"_s}}
                             << u"成员   角色    地址\nzoo1   跟随者  127.0.0.1:2181\nzoo10  -       -\n"_s;
    QTest::newRow("full-width signs") << QList<QStringList>{{u"（是）"_s, u"x"_s}, {u"abcdefgh"_s, u"x"_s}}
                                      << u"（是）    x\nabcdefgh  x\n"_s;
    QTest::newRow("an accent of its own")
        << QList<QStringList>{{u"e\u0301"_s, u"x"_s}, {u"e"_s, u"x"_s}} << u"e\u0301  x\ne  x\n"_s;
    QTest::newRow("beyond 16 bits") << QList<QStringList>{{u"𠀀"_s, u"x"_s}, {u"ab"_s, u"x"_s}}
                                    << u"𠀀  x\nab  x\n"_s;
    QTest::newRow("a shorter row") << QList<QStringList>{{u"a"_s}, {u"集群"_s, u"b"_s}} << u"a\n集群  b\n"_s;
}

void TestConsole::tables()
{
    QFETCH(QList<QStringList>, rows);
    QTEST(console::table(rows), "table");
}

QTEST_APPLESS_MAIN(TestConsole)
#include "tst_console.moc"
