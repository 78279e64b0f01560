// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QDir>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtTest/QTest>

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace
{

QImage drawn(const QString &svg, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    return image;
}

/// Mean difference of a channel, 0 to 255.
double difference(const QImage &one, const QImage &other)
{
    qint64 sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y);
            const QRgb b = other.pixel(x, y);
            sum += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) +
                   std::abs(qBlue(a) - qBlue(b)) + std::abs(qAlpha(a) - qAlpha(b));
        }
    }
    return double(sum) / (4.0 * one.width() * one.height());
}

} // namespace

/// The PNG sizes of the program's icon are pictures of its SVG; packaging/make-icons.sh makes them.
class TestIcons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sizes_data();
    void sizes();

private:
    QDir m_icons{qEnvironmentVariable("ZOODOCK_ICONS")};
};

void TestIcons::sizes_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512})
        QTest::addRow("%d", size) << size;
}

void TestIcons::sizes()
{
    QFETCH(int, size);
    const QImage picture(m_icons.filePath(u"hicolor/%1x%1/apps/org.zoodock.ZooDock.png"_s.arg(size)));
    QCOMPARE(picture.size(), QSize(size, size));
    const QImage expected = drawn(m_icons.filePath(u"org.zoodock.ZooDock.svg"_s), size);
    const double apart = difference(picture.convertToFormat(QImage::Format_ARGB32_Premultiplied), expected);
    QVERIFY2(apart < 8, qPrintable(u"differs by %1: run packaging/make-icons.sh"_s.arg(apart)));
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
