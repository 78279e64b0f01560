// SPDX-License-Identifier: GPL-3.0-or-later
// A value alone, with real keys and clicks: large ones, charsets, formats, the server's limit.
#include "ui/znodes/valueview.h"

#include "fakes/owntimer.h"
#include "gui/paintprobe.h"
#include "gui/stage.h"
#include "ui/znodes/hexview.h"
#include "ui/znodes/text/linepieces.h"
#include "ui/znodes/text/texteditor.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray oneLine(int entries)
{
    QByteArray line("[");
    for (int i = 0; i < entries; ++i)
        line += "{\"a\":12345},";
    return line + "{}]";
}

qint64 middle(QList<qint64> times)
{
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

} // namespace

class TestValueView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void piecesComeBack_data();
    void piecesComeBack();
    void longLinesOpenLikeShortOnes();
    void typesIntoLongLines();
    void copiesLongLinesWhole();
    void pastesIntoLongLines();
    void prettyOfALongLine();
    void leavesCarriageReturnsAlone();
    void drawsHiddenCharacters_data();
    void drawsHiddenCharacters();
    void saysWhatTheCharsetLacks();
    void refusesWhatIsTooLarge();
    void highlights();
    void keepsTheMarkFirst_data();
    void keepsTheMarkFirst();
    void prettyEndsWithItsValue();
    void saysWhyPrettyTakesNoKeys();
    void theSameByteIsNoChange();
    void theSameTextIsNoChange();
    void declaredCharset();

private:
    void show(const QByteArray &bytes) { m_view->setValue({bytes, {}}); }
    [[nodiscard]] QWidget *field() const { return m_view->editor()->field(); }
    template <typename Button>
    [[nodiscard]] Button *button(const QString &text) const
    {
        return findButton<Button>(*m_view, text);
    }
    /// By keys; each row on the way is chosen, too, and what is refused jumps back.
    void choose(const QString &accessibleName, const QString &item);
    /// From setValue() until it is painted.
    [[nodiscard]] qint64 opening(const QByteArray &bytes);

    std::unique_ptr<ValueView> m_view;
};

void TestValueView::init()
{
    m_view = std::make_unique<ValueView>();
    m_view->resize(900, 500);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestValueView::cleanup()
{
    m_view.reset();
}

void TestValueView::choose(const QString &accessibleName, const QString &item)
{
    for (QComboBox *box : m_view->findChildren<QComboBox *>()) {
        if (box->accessibleName() != accessibleName)
            continue;
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < box->count() && box->currentText() != item; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        return;
    }
    QFAIL(qPrintable(accessibleName));
}

qint64 TestValueView::opening(const QByteArray &bytes)
{
    OwnTimer timer;
    timer.start();
    show(bytes);
    field()->repaint();
    return timer.nsecsElapsed() / 1000;
}

void TestValueView::piecesComeBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("cut");
    const QString lots = u"abc,def; "_s.repeated(2000);
    QTest::newRow("short") << u"one\ntwo"_s << false;
    QTest::newRow("one line") << lots << true;
    QTest::newRow("among short ones") << u"first\n"_s + lots + u"\n\nlast\n"_s << true;
    QTest::newRow("two") << lots + u'\n' + lots << true;
    QTest::newRow("no joint") << QString(30'000, u'x') << true;
    QTest::newRow("surrogates") << u"😀"_s.repeated(9000) << true;
    QTest::newRow("marks") << u"a"_s + QString(20'000, QChar(0x301)) << true;
    QTest::newRow("returns of its own") << lots + u"\r\n"_s << false;
}

void TestValueView::piecesComeBack()
{
    QFETCH(QString, text);
    QFETCH(bool, cut);
    const std::optional<QString> pieces = inPieces(text);
    QCOMPARE(pieces.has_value(), cut);
    if (!cut)
        return;
    QCOMPARE(joinedPieces(*pieces), text);
    for (const QString &line : pieces->split(u'\n')) {
        for (const QString &piece : line.split(u'\r')) {
            QVERIFY2(piece.size() <= 200, qPrintable(QString::number(piece.size())));
            QVERIFY(piece.isValidUtf16());
        }
    }
}

/// A megabyte on one line against the same megabyte in lines: by ratio, whatever the machine.
void TestValueView::longLinesOpenLikeShortOnes()
{
    const QByteArray line = oneLine(80'000);
    QByteArray lines = line;
    for (qsizetype i = 119; i < lines.size(); i += 120)
        lines.insert(lines.indexOf(',', i) + 1, '\n');
    QList<qint64> ofLine;
    QList<qint64> ofLines;
    for (int run = 0; run < 5; ++run) {
        ofLines.append(opening(lines));
        ofLine.append(opening(line));
        QVERIFY(m_view->editor()->isInPieces());
    }
    qInfo("one line of a megabyte: %lld ms, in lines: %lld ms", middle(ofLine) / 1000,
          middle(ofLines) / 1000);
    QVERIFY2(middle(ofLine) < 3 * middle(ofLines), "a long line takes much longer than many short ones");
    QCOMPARE(m_view->editor()->text().size(), line.size());
    QVERIFY(readable(*m_view).contains(u"shown in pieces"_s));
    QCOMPARE(m_view->bytes().value(), line);
}

void TestValueView::typesIntoLongLines()
{
    const QByteArray line = oneLine(80'000);
    show(line);
    field()->setFocus();
    OwnTimer timer;
    timer.start();
    QTest::keyClicks(field(), u"twelve chars"_s);
    field()->repaint();
    const qint64 byLine = timer.restart();
    QTest::keyClick(field(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(field(), u"!"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    QTest::keyClicks(field(), u"?"_s);
    QCOMPARE(m_view->bytes().value(), "twelve chars" + line + "!\n?");
    // Across the joint of two pieces: nothing but the pieces themselves changes.
    QTest::keyClick(field(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(field(), Qt::Key_Home);
    QTest::keyClick(field(), Qt::Key_Backspace);
    QCOMPARE(m_view->bytes().value(), "twelve chars" + line + "!\n?");
    QTest::keyClick(field(), Qt::Key_Backspace);
    QCOMPARE(m_view->bytes().value().size(), line.size() + 14);
    QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier);
    QTest::mouseClick(button<QPushButton>(u"Discard"_s), Qt::LeftButton);
    QCOMPARE(m_view->bytes().value(), line);
    qInfo("twelve keys in a megabyte on one line: %lld ms", byLine);
    QVERIFY2(byLine < 3000, "typing waits for the line's layout");
}

void TestValueView::copiesLongLinesWhole()
{
    const QByteArray line = oneLine(2000);
    show(line);
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), line);
}

void TestValueView::pastesIntoLongLines()
{
    const QByteArray line = oneLine(2000);
    show(line);
    field()->setFocus();
    QGuiApplication::clipboard()->setText(u"one\r\ntwo\n"_s);
    QTest::keyClick(field(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_view->bytes().value(), "one\ntwo\n" + line);
}

void TestValueView::prettyOfALongLine()
{
    const QByteArray line = oneLine(3000);
    show(line);
    QTest::mouseClick(button<QToolButton>(u"Pretty"_s), Qt::LeftButton);
    QVERIFY(!m_view->editor()->isInPieces());
    QVERIFY(m_view->editor()->text().startsWith(u"[\n  {\n    \"a\": 12345\n  },"_s));
    QVERIFY(!readable(*m_view).contains(u"shown in pieces"_s));
    QCOMPARE(m_view->bytes().value(), line);
    QTest::mouseClick(button<QToolButton>(u"Pretty"_s), Qt::LeftButton);
    QVERIFY(m_view->editor()->isInPieces());
}

void TestValueView::leavesCarriageReturnsAlone()
{
    const QByteArray mixed = "a\r\nb\rc\n" + oneLine(2000);
    show(mixed);
    QVERIFY(!m_view->editor()->isInPieces());
    field()->setFocus();
    QTest::keyClicks(field(), u"x"_s);
    QCOMPARE(m_view->bytes().value(), "x" + mixed);
}

void TestValueView::drawsHiddenCharacters_data()
{
    QTest::addColumn<QString>("hidden");
    QTest::addColumn<QString>("sign");
    for (const char32_t character : {0xadU,   0x61cU,  0x180eU, 0x200bU, 0x200cU,  0x200dU, 0x200eU, 0x200fU,
                                     0x202aU, 0x202bU, 0x202cU, 0x202dU, 0x202eU,  0x2060U, 0x2066U, 0x2067U,
                                     0x2068U, 0x2069U, 0xfeffU, 0xfff9U, 0xe0001U, 0xe0041U}) {
        const QString sign = u"U+%1"_s.arg(QString::number(character, 16).toUpper(), 4, u'0');
        QTest::newRow(qPrintable(sign)) << QStringView(QChar::fromUcs4(character)).toString() << sign;
    }
    QTest::newRow("ESC") << QString(QChar(u'\x1b')) << u"ESC"_s;
    QTest::newRow("line separator") << QString(QChar(QChar::LineSeparator)) << u"U+2028"_s;
}

/// The name of a file that ends with "gpj.exe" is not shown as one that ends with "exe.jpg".
void TestValueView::drawsHiddenCharacters()
{
    QFETCH(const QString, hidden);
    QFETCH(const QString, sign);
    const QByteArray bytes = (u"photo_"_s + hidden + u"gpj.exe"_s).toUtf8();
    show(bytes);
    auto *area = qobject_cast<QAbstractScrollArea *>(field());
    QVERIFY(area);
    QStringList painted;
    for (const PaintedText &piece : paintedTexts(*area->viewport()))
        painted += piece.text;
    QVERIFY2(painted.contains(sign), qPrintable(painted.join(u'|')));
    QVERIFY2(painted.contains(u"photo_"_s), qPrintable(painted.join(u'|')));
    QVERIFY2(!painted.join(u"").contains(hidden), qPrintable(painted.join(u'|')));
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(field(), u"!"_s);
    QVERIFY(m_view->isModified());
    QVERIFY(m_view->bytes().has_value());
    QCOMPARE(*m_view->bytes(), bytes + '!');
}

void TestValueView::saysWhatTheCharsetLacks()
{
    show("gr\xfcn"); // no UTF-8
    QVERIFY(m_view->hexView()->isVisible());
    choose(u"Charset"_s, u"ISO-8859-1"_s);
    QCOMPARE(m_view->editor()->text(), u"grün"_s);
    choose(u"Charset"_s, u"UTF-8"_s);
    QVERIFY(readable(*m_view).contains(u"These bytes are not text in UTF-8."_s));
    QCOMPARE(m_view->editor()->text(), u"grün"_s);
    field()->setFocus();
    QGuiApplication::clipboard()->setText(u"你"_s);
    QTest::keyClick(field(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!button<QPushButton>(u"Save"_s)->isEnabled());
    QVERIFY(readable(*m_view).contains(u"ISO-8859-1 has no “你”"_s));
    choose(u"Charset"_s, u"GB18030"_s); // edited text: what it is saved in
    QVERIFY(button<QPushButton>(u"Save"_s)->isEnabled());
    QCOMPARE(m_view->bytes().value(), encodedText(u"你grün"_s, Charset::Gb18030).value());
}

void TestValueView::refusesWhatIsTooLarge()
{
    m_view->setLimit(20);
    show("1234567890123456789");
    QSignalSpy wanted(m_view.get(), &ValueView::saveWanted);
    field()->setFocus();
    QTest::keyClicks(field(), u"xy"_s);
    auto *save = button<QPushButton>(u"Save"_s);
    QVERIFY(!save->isEnabled());
    QVERIFY2(readable(*m_view).contains(u"jute.maxbuffer"_s), qPrintable(readable(*m_view)));
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(wanted.isEmpty());
    QTest::keyClick(field(), Qt::Key_Backspace);
    QVERIFY(save->isEnabled());
    QVERIFY(!readable(*m_view).contains(u"jute.maxbuffer"_s));
    QTest::mouseClick(save, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

/// Each format has its colours: more than one in the picture besides the paper and its blends with the text.
void TestValueView::highlights()
{
    const auto coloured = [this] {
        const QImage picture = field()->grab().toImage();
        int found = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                found += picture.pixelColor(x, y).hsvSaturation() > 80 ? 1 : 0;
        }
        return found;
    };
    show("nothing in particular");
    const int plain = coloured();
    for (const char *text : {"{\"a\": 1, \"b\": [true, \"x\"]}", "<a b=\"c\"><d/></a>",
                             "---\nkey: value\nlist:\n  - 1\n", "one = 1\ntwo = 2\n"}) {
        show(text);
        QVERIFY2(coloured() > plain + 30, text);
    }
}

void TestValueView::keepsTheMarkFirst_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("UTF-16 LE") << QByteArray("\xff\xfe"
                                             "a\0b\0",
                                             6)
                               << QByteArray("\xff\xfe"
                                             "x\0a\0b\0",
                                             8);
    QTest::newRow("UTF-16 BE") << QByteArray("\xfe\xff"
                                             "\0a\0b",
                                             6)
                               << QByteArray("\xfe\xff"
                                             "\0x\0a\0b",
                                             8);
    QTest::newRow("UTF-8") << QByteArray("\xef\xbb\xbf"
                                         "ab")
                           << QByteArray("\xef\xbb\xbf"
                                         "xab");
    QTest::newRow("none") << QByteArray("ab") << QByteArray("xab");
}

void TestValueView::keepsTheMarkFirst()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    show(before);
    QCOMPARE(m_view->bytes().value(), before);
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClicks(field(), u"x"_s);
    QCOMPARE(m_view->bytes().value(), after);
}

/// The next value's format may have no such button.
void TestValueView::prettyEndsWithItsValue()
{
    show("{\"a\":1}");
    QTest::mouseClick(button<QToolButton>(u"Pretty"_s), Qt::LeftButton);
    QVERIFY(m_view->editor()->isReadOnly());
    m_view->setMessage(u"Reading"_s);
    show("plain");
    QVERIFY(!m_view->editor()->isReadOnly());
    field()->setFocus();
    QTest::keyClicks(field(), u"x"_s);
    QCOMPARE(m_view->editor()->text(), u"xplain"_s);
    show("{\"a\":1}");
    QTest::mouseClick(button<QToolButton>(u"Pretty"_s), Qt::LeftButton);
    show("plain again"); // the same znode, changed
    QVERIFY(!m_view->editor()->isReadOnly());
    show("{\"a\":1}");
    QTest::mouseClick(button<QToolButton>(u"Pretty"_s), Qt::LeftButton);
    choose(u"Highlighting"_s, u"Plain text"_s);
    QVERIFY(!m_view->editor()->isReadOnly());
    QCOMPARE(m_view->editor()->text(), u"{\"a\":1}"_s);
}

void TestValueView::saysWhyPrettyTakesNoKeys()
{
    show("{\"a\":1}");
    QTest::mouseClick(button<QToolButton>(u"Pretty"_s), Qt::LeftButton);
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_Down);
    QVERIFY(!readable(*m_view).contains(u"Switch “Pretty” off"_s));
    QTest::keyClicks(field(), u"x"_s);
    QVERIFY2(readable(*m_view).contains(u"Switch “Pretty” off"_s), qPrintable(readable(*m_view)));
    QVERIFY(!m_view->isModified());
}

void TestValueView::theSameByteIsNoChange()
{
    show(QByteArray::fromHex("00ff10"));
    HexView *hex = m_view->hexView();
    QVERIFY(hex->isVisible());
    const QPoint byte = hex->visualRect(hex->model()->index(0, 1)).center();
    const QPoint other = hex->visualRect(hex->model()->index(0, 2)).center();
    QTest::mouseClick(hex->viewport(), Qt::LeftButton, {}, byte);
    QTest::mouseDClick(hex->viewport(), Qt::LeftButton, {}, byte);
    QVERIFY(hex->viewport()->findChild<QLineEdit *>());
    QTest::mouseClick(hex->viewport(), Qt::LeftButton, {}, other);
    QTRY_VERIFY(!hex->viewport()->findChild<QLineEdit *>());
    QVERIFY(!m_view->isModified());
    // There and back.
    hex->setFocus();
    hex->setCurrentIndex(hex->model()->index(0, 1));
    QTest::keyClick(hex, Qt::Key_Delete);
    QVERIFY(m_view->isModified());
    QGuiApplication::clipboard()->setText(u"ff"_s);
    QTest::keyClick(hex, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(hex->bytes(), QByteArray::fromHex("00ff10"));
    QVERIFY(!m_view->isModified());
    QVERIFY(!button<QPushButton>(u"Save"_s)->isEnabled());
}

void TestValueView::theSameTextIsNoChange()
{
    show("one");
    field()->setFocus();
    QTest::keyClicks(field(), u"xy"_s);
    QVERIFY(m_view->isModified());
    QTest::keyClick(field(), Qt::Key_Backspace);
    QVERIFY(m_view->isModified());
    QSignalSpy discarded(m_view.get(), &ValueView::discarded);
    QTest::keyClick(field(), Qt::Key_Backspace);
    QVERIFY(!m_view->isModified());
    QCOMPARE(m_view->bytes().value(), "one"_ba);
    QVERIFY(!m_view->draft());
    QTRY_COMPARE(discarded.size(), 1); // what others have written meanwhile may be shown
    QTest::keyClicks(field(), u"2"_s);
    QCOMPARE(m_view->bytes().value(), "2one"_ba);
    QVERIFY(m_view->isModified());
    // None at all is not an empty one.
    show({});
    QVERIFY2(readable(*m_view).contains(u"no value"_s), qPrintable(readable(*m_view)));
    QTest::keyClicks(field(), u"x"_s);
    QVERIFY2(readable(*m_view).contains(u"1 byte"_s), qPrintable(readable(*m_view)));
    QTest::keyClick(field(), Qt::Key_Backspace);
    QVERIFY2(readable(*m_view).contains(u"no value"_s), qPrintable(readable(*m_view)));
    QVERIFY(m_view->bytes().value().isNull());
}

void TestValueView::declaredCharset()
{
    const QByteArray bytes = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>gr\xfcn</a>";
    show(bytes);
    QVERIFY(m_view->editor()->isVisible());
    QVERIFY(m_view->editor()->text().contains(u"<a>grün</a>"_s));
    QCOMPARE(m_view->bytes().value(), bytes);
    QVERIFY(!m_view->isModified());
}

QTEST_MAIN(TestValueView)
#include "tst_valueview.moc"
