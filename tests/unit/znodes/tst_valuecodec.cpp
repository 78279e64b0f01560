// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/valuecodec.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestValueCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void anyBytesThatReadAsTextComeBack();
    void noText_data();
    void noText();
    void missingCharacters();
    void guesses_data();
    void guesses();
    void pretty_data();
    void pretty();
    void prettyRefuses();
    void prettyRefusesWhatWouldHang_data();
    void prettyRefusesWhatWouldHang();
    void hex();
};

void TestValueCodec::roundTrip_data()
{
    QTest::addColumn<int>("charset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, Charset charset, const QByteArray &bytes, const QString &text) {
        QTest::newRow(name) << int(charset) << bytes << text;
    };
    row("utf-8", Charset::Utf8, "gr\xc3\xbcn \xf0\x9f\x98\x80\r\n", u"grün 😀\r\n"_s);
    row("utf-8 with mark", Charset::Utf8, "\xef\xbb\xbf{}", u"\uFEFF{}"_s);
    row("utf-16 le", Charset::Utf16LittleEndian, QByteArray("a\0b\0", 4), u"ab"_s);
    row("utf-16 le with mark", Charset::Utf16LittleEndian,
        QByteArray("\xff\xfe"
                   "a\0",
                   4),
        u"\uFEFFa"_s);
    row("utf-16 be", Charset::Utf16BigEndian, QByteArray("\0a\x4f\x60", 4), u"a你"_s);
    row("gb18030", Charset::Gb18030, "\xc4\xe3\xba\xc3", u"你好"_s);
    row("latin-1", Charset::Latin1, "gr\xfcn\x80", u"grün\u0080"_s);
    row("empty", Charset::Utf8, "", u""_s);
}

void TestValueCodec::roundTrip()
{
    QFETCH(int, charset);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const auto decoded = decodedText(bytes, Charset(charset));
    QVERIFY(decoded);
    QCOMPARE(*decoded, text);
    QCOMPARE(encodedText(*decoded, Charset(charset)).value(), bytes);
}

/// The promise that saving rests on: whatever is shown as text is, unchanged, the same bytes.
void TestValueCodec::anyBytesThatReadAsTextComeBack()
{
    QRandomGenerator random(20'261'122);
    int texts = 0;
    for (int i = 0; i < 4000; ++i) {
        QByteArray bytes(random.bounded(1, 9), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(random.bounded(256));
        for (const Charset charset : availableCharsets()) {
            const auto text = decodedText(bytes, charset);
            texts += text ? 1 : 0;
            if (text)
                QCOMPARE(encodedText(*text, charset).value(), bytes);
        }
    }
    QVERIFY(texts > 1000);
}

void TestValueCodec::noText_data()
{
    QTest::addColumn<int>("charset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("broken utf-8") << int(Charset::Utf8) << QByteArray("a\xff");
    QTest::newRow("overlong utf-8") << int(Charset::Utf8) << QByteArray("\xc0\xaf");
    QTest::newRow("odd utf-16") << int(Charset::Utf16LittleEndian) << QByteArray("a\0b", 3);
    QTest::newRow("lone surrogate") << int(Charset::Utf16BigEndian) << QByteArray("\xd8\x00\0a", 4);
    QTest::newRow("NUL") << int(Charset::Latin1) << QByteArray("a\0b", 3);
    QTest::newRow("broken gb18030") << int(Charset::Gb18030) << QByteArray("\xff\xc4");
}

void TestValueCodec::noText()
{
    QFETCH(int, charset);
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodedText(bytes, Charset(charset)));
}

void TestValueCodec::missingCharacters()
{
    const auto refused = encodedText(u"grün 你"_s, Charset::Latin1);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind(), ErrorKind::InvalidInput);
    QVERIFY2(refused.error().message().contains(u"ISO-8859-1 has no “你”"_s),
             qPrintable(refused.error().message()));
    QVERIFY(encodedText(u"grün €"_s, Charset::Gb18030));
    QVERIFY(!encodedText(QString(QChar(0xd800)), Charset::Utf8));
}

void TestValueCodec::guesses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isText");
    QTest::addColumn<int>("charset");
    QTest::addColumn<int>("format");
    const auto row = [](const char *name, const QByteArray &bytes, Charset charset, ValueFormat format,
                        bool isText = true) {
        QTest::newRow(name) << bytes << isText << int(charset) << int(format);
    };
    row("empty", "", Charset::Utf8, ValueFormat::Plain);
    row("word", "standalone", Charset::Utf8, ValueFormat::Plain);
    row("sentence", "Note: nothing to see here", Charset::Utf8, ValueFormat::Plain);
    row("json", R"({"jmx_port":-1,"host":"broker1"})", Charset::Utf8, ValueFormat::Json);
    row("json beyond a double", R"({"a":1e400,"b":"1e400"})", Charset::Utf8, ValueFormat::Json);
    row("no json number", R"({"a":1e400,"b":01})", Charset::Utf8, ValueFormat::Plain);
    row("json array", "[1, 2]", Charset::Utf8, ValueFormat::Json);
    row("broken json", "{\"a\":", Charset::Utf8, ValueFormat::Plain);
    row("xml", "<?xml version=\"1.0\"?><a b='c'/>", Charset::Utf8, ValueFormat::Xml);
    row("html", "<p>unclosed", Charset::Utf8, ValueFormat::Plain);
    row("properties", "# a comment\nserver.1=zoo1:2888:3888\nticks = 2000\n", Charset::Utf8,
        ValueFormat::Properties);
    row("yaml", "shards: 2\nmembers:\n  - a\n  - b\n", Charset::Utf8, ValueFormat::Yaml);
    row("yaml document", "---\nx: 1\n", Charset::Utf8, ValueFormat::Yaml);
    row("properties with colons", "first.key : one\nsecond : two\nthird = 3\n", Charset::Utf8,
        ValueFormat::Properties);
    row("YAML with an equals sign", "url: http://host/?a=b\nname: x\n", Charset::Utf8, ValueFormat::Yaml);
    row("quota", "count=5,bytes=-1", Charset::Utf8, ValueFormat::Properties);
    row("java serialised", QByteArray("\xac\xed\x00\x05sr\x00\x10", 8), Charset::Utf8, ValueFormat::Plain,
        false);
    row("number", QByteArray("\0\0\0\0\0\0\0\x2a", 8), Charset::Utf8, ValueFormat::Plain, false);
    row("utf-16", QByteArray("\xff\xfe{\0}\0", 6), Charset::Utf16LittleEndian, ValueFormat::Plain);
    row("utf-16 without mark", QByteArray("\0h\0e\0l\0l\0o", 10), Charset::Utf16BigEndian,
        ValueFormat::Plain);
    row("gb18030", "\xc4\xe3\xba\xc3\xca\xc0\xbd\xe7", Charset::Gb18030, ValueFormat::Plain);
    row("xml in latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>gr\xfcn</a>", Charset::Latin1,
        ValueFormat::Xml);
    row("xml in latin-1, short", "<?xml version='1.0' encoding='latin1' ?><a>gr\xfcn</a>", Charset::Latin1,
        ValueFormat::Xml);
    row("xml that is UTF-8 in truth", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>gr\xc3\xbcn</a>",
        Charset::Utf8, ValueFormat::Xml);
    row("xml in GBK", "<?xml version=\"1.0\" encoding=\"gb2312\"?><a>\xc4\xe3</a>", Charset::Gb18030,
        ValueFormat::Xml);
    row("xml of an unknown charset", "<?xml version=\"1.0\" encoding=\"x-y\"?><a>gr\xfcn</a>", Charset::Utf8,
        ValueFormat::Plain, false);
    row("random", "\x89PNG\r\n\x1a\n", Charset::Utf8, ValueFormat::Plain, false);
}

void TestValueCodec::guesses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isText);
    QFETCH(int, charset);
    QFETCH(int, format);
    const ValueReading reading = readingOf(bytes);
    QCOMPARE(reading.isText, isText);
    QCOMPARE(int(reading.charset), charset);
    QCOMPARE(int(reading.format), format);
}

void TestValueCodec::pretty_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("json") << int(ValueFormat::Json)
                          << u"{\"a\":[1.0000000000000001,{}],\"b\":\"x, {\\\"y\\\"}\",\"c\":[ ]}"_s
                          << u"{\n  \"a\": [\n    1.0000000000000001,\n    {}\n  ],\n"
                             "  \"b\": \"x, {\\\"y\\\"}\",\n  \"c\": []\n}"_s;
    QTest::newRow("long number") << int(ValueFormat::Json) << u"[9007199254740993]"_s
                                 << u"[\n  9007199254740993\n]"_s;
    QTest::newRow("beyond a double") << int(ValueFormat::Json) << u"{\"1e400\":-1.50e+400}"_s
                                     << u"{\n  \"1e400\": -1.50e+400\n}"_s;
    QTest::newRow("xml") << int(ValueFormat::Xml) << u"<a><b c=\"1\">text</b><d/></a>"_s
                         << u"<a>\n  <b c=\"1\">text</b>\n  <d/>\n</a>"_s;
    QTest::newRow("properties") << int(ValueFormat::Properties)
                                << u"# kept = so\nlong.key=a\\\n   b\nk : caf\\u00e9\nt=x\\ty"_s
                                << u"# kept = so\nlong.key = ab\nk        = café\nt        = x\\ty"_s;
    QTest::newRow("yaml") << int(ValueFormat::Yaml)
                          << u"{version: \"1.10\", hosts: [zoo1, 'zoo2', {id: 0x1F}], none: [], t: !!str 5}"_s
                          << u"version: \"1.10\"\nhosts:\n- zoo1\n- 'zoo2'\n- id: 0x1F\nnone: []\n"
                             "t: !!str 5\n"_s;
    QTest::newRow("yaml documents")
        << int(ValueFormat::Yaml)
        << u"---\nbase: &b {x: 1}\n---\nuse:   \n      grün: |\n          # kept\n"_s
        << u"---\nbase: &b\n  x: 1\n---\nuse:\n  grün: |\n    # kept\n"_s;
    QTest::newRow("yaml alias") << int(ValueFormat::Yaml) << u"{a: &x 'ööööööööööööö # z', b: *x}"_s
                                << u"a: &x 'ööööööööööööö # z'\nb: *x\n"_s;
}

void TestValueCodec::pretty()
{
    QFETCH(int, format);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto printed = prettyPrinted(text, ValueFormat(format));
    QVERIFY(printed);
    QCOMPARE(*printed, expected);
}

void TestValueCodec::prettyRefuses()
{
    const auto json = prettyPrinted(u"{\n\"a\": 1,\n]"_s, ValueFormat::Json);
    QVERIFY(!json);
    QVERIFY2(json.error().message().startsWith(u"Line 3 "_s), qPrintable(json.error().message()));
    const auto xml = prettyPrinted(u"<a>\n<b></a>"_s, ValueFormat::Xml);
    QVERIFY(!xml);
    QVERIFY2(xml.error().message().startsWith(u"Line 2 "_s), qPrintable(xml.error().message()));
    QVERIFY(!prettyPrinted(u"["_s.repeated(100'000), ValueFormat::Yaml)); // and at once
    QString laughs = u"<!DOCTYPE a [<!ENTITY a \"ha\">"_s;
    for (char16_t name = u'b'; name < u'n'; ++name)
        laughs +=
            u"<!ENTITY %1 \"%2\">"_s.arg(QChar(name), u"&%1;"_s.arg(QChar(char16_t(name - 1))).repeated(8));
    const auto expanded = prettyPrinted(laughs + u"]><a>&m;</a>"_s, ValueFormat::Xml);
    QVERIFY(!expanded);
    QVERIFY2(!expanded.error().message().contains(u".."_s), qPrintable(expanded.error().message()));
    const auto yaml = prettyPrinted(u"a: 1\nb: [2\n"_s, ValueFormat::Yaml);
    QVERIFY(!yaml);
    QVERIFY2(yaml.error().message().contains(u"is not well-formed"_s), qPrintable(yaml.error().message()));
    for (const QString &text :
         {u"a: 1\nb: 2 # two\n"_s, u"a: 1\n# alone\n"_s, u"x: 1\na: | # of a block\n  text\n"_s}) {
        const auto comment = prettyPrinted(text, ValueFormat::Yaml);
        QVERIFY(!comment);
        QVERIFY2(comment.error().message().startsWith(u"Line 2 has a comment"_s),
                 qPrintable(comment.error().message()));
    }
}

/// Whose layout would take gigabytes and minutes.
void TestValueCodec::prettyRefusesWhatWouldHang_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    const QString deep = u"is nested too deeply"_s;
    const QString large = u"many times as long"_s;
    const auto within = [](const QString &open, const QString &inner, const QString &close, int levels) {
        return QString(open.repeated(levels) + inner + close.repeated(levels));
    };
    QTest::newRow("deep xml") << int(ValueFormat::Xml) << within(u"<a>"_s, {}, u"</a>"_s, 100'000) << deep;
    QTest::newRow("deep json") << int(ValueFormat::Json) << within(u"["_s, {}, u"]"_s, 1'000) << deep;
    QTest::newRow("deeper json") << int(ValueFormat::Json) << within(u"["_s, {}, u"]"_s, 100'000) << deep;
    QTest::newRow("large xml") << int(ValueFormat::Xml)
                               << within(u"<a>"_s, u"<b/>"_s.repeated(100'000), u"</a>"_s, 150) << large;
    const QString ones = u"1"_s + u",1"_s.repeated(100'000);
    QTest::newRow("large json") << int(ValueFormat::Json) << within(u"["_s, ones, u"]"_s, 150) << large;
    QTest::newRow("large yaml") << int(ValueFormat::Yaml) << within(u"["_s, ones, u"]"_s, 150) << large;
    QTest::newRow("large properties")
        << int(ValueFormat::Properties)
        << QString(u"k"_s.repeated(50) + u"=\n"_s + u"a=\n"_s.repeated(100'000)) << large;
}

void TestValueCodec::prettyRefusesWhatWouldHang()
{
    QFETCH(int, format);
    QFETCH(QString, text);
    QFETCH(QString, reason);
    const auto printed = prettyPrinted(text, ValueFormat(format));
    QVERIFY(!printed);
    QVERIFY2(printed.error().message().contains(reason), qPrintable(printed.error().message()));
    QVERIFY2(!printed.error().message().contains(u".."_s), qPrintable(printed.error().message()));
}

void TestValueCodec::hex()
{
    const QByteArray bytes("\x00Hi\xff", 4);
    QCOMPARE(hexPairs(bytes), u"00 48 69 ff"_s);
    QCOMPARE(bytesFromHex(u"00 48\n69FF"_s).value(), bytes);
    QCOMPARE(bytesFromHex(u""_s).value(), QByteArray());
    QCOMPARE(bytesFromHex(u"4"_s).error().kind(), ErrorKind::InvalidInput);
    QVERIFY(bytesFromHex(u"4g"_s).error().message().contains(u"“g”"_s));
}

QTEST_APPLESS_MAIN(TestValueCodec)
#include "tst_valuecodec.moc"
