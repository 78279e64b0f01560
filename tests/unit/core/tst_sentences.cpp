// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentences.h"

#include <QtCore/QLocale>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestSentences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paragraphs_data();
    void paragraphs();
    void lists_data();
    void lists();
};

void TestSentences::paragraphs_data()
{
    QTest::addColumn<QStringList>("sentences");
    QTest::addColumn<QString>("paragraph");
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("one") << QStringList{u"It is so."_s} << u"It is so."_s;
    QTest::newRow("English") << QStringList{u"It is so."_s, u"Is it?"_s, u"Yes."_s}
                             << u"It is so. Is it? Yes."_s;
    QTest::newRow("empty ones") << QStringList{QString(), u"One."_s, QString(), u"Two."_s, QString()}
                                << u"One. Two."_s;
    QTest::newRow("Chinese") << QStringList{u"是的。"_s, u"是吗？"_s, u"znode。"_s}
                             << u"是的。是吗？znode。"_s;
    QTest::newRow("both") << QStringList{u"It is so."_s, u"是的。"_s, u"Yes."_s} << u"It is so. 是的。Yes."_s;
}

void TestSentences::paragraphs()
{
    QFETCH(QStringList, sentences);
    QTEST(paragraphOf(sentences), "paragraph");
}

void TestSentences::lists_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QString>("list");
    QTest::newRow("none") << u"zh_CN"_s << QStringList() << QString();
    QTest::newRow("one") << u"zh_CN"_s << QStringList{u"zoo1"_s} << u"zoo1"_s;
    QTest::newRow("English") << u"en"_s << QStringList{u"zoo1"_s, u"zoo2"_s} << u"zoo1 and zoo2"_s;
    QTest::newRow("Latin names") << u"zh_CN"_s << QStringList{u"zoo1"_s, u"zoo2"_s, u"zoo3"_s}
                                 << u"zoo1、zoo2 和 zoo3"_s;
    QTest::newRow("Chinese words") << u"zh_CN"_s << QStringList{u"读取"_s, u"写入"_s} << u"读取和写入"_s;
    QTest::newRow("both") << u"zh_CN"_s << QStringList{u"堆内存"_s, u"JVM"_s} << u"堆内存和 JVM"_s;
    QTest::newRow("quotes") << u"zh_CN"_s << QStringList{u"“a”"_s, u"“b”"_s} << u"“a”和“b”"_s;
    QTest::newRow("an empty one") << u"zh_CN"_s << QStringList{QString(), u"a"_s} << u"和a"_s;
}

void TestSentences::lists()
{
    QFETCH(QString, locale);
    QFETCH(QStringList, parts);
    const QLocale before;
    QLocale::setDefault(QLocale(locale));
    const QString list = listOf(parts);
    QLocale::setDefault(before);
    QTEST(list, "list");
}

QTEST_APPLESS_MAIN(TestSentences)
#include "tst_sentences.moc"
