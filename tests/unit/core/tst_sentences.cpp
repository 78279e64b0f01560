// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentences.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestSentences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paragraphs_data();
    void paragraphs();
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

QTEST_APPLESS_MAIN(TestSentences)
#include "tst_sentences.moc"
