// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/paintprobe.h"
#include "gui/tour.h"
#include "itemmodels/clustertreemodel.h"
#include "ui/look/meaning.h"
#include "ui/overview/memberfigures.h"
#include "ui/wizard/topologypicture.h"

#include <QtCore/QDir>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTreeView>

using namespace zoodock;
using namespace zoodock::test;

namespace
{

constexpr double readableContrast = 4.5; // WCAG 2, level AA
constexpr double besideText = 5;         ///< in a button, at least

QString outputFolder()
{
    return qEnvironmentVariable("ZOODOCK_SCREENSHOTS", QDir::current().filePath(u"screenshots"_s));
}

/// The commonest colour there but the text's own: what it stands on.
QColor groundOf(const QImage &image, const QRect &rect, const QColor &text)
{
    QHash<QRgb, int> counts;
    QRgb best = text.rgb();
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (pixel != text.rgb() && ++counts[pixel] > counts.value(best))
                best = pixel;
        }
    }
    return QColor(best);
}

QColor over(const QColor &colour, const QColor &ground)
{
    const auto mix = [&](float above, float below) {
        return above * colour.alphaF() + below * (1 - colour.alphaF());
    };
    return QColor::fromRgbF(mix(colour.redF(), ground.redF()), mix(colour.greenF(), ground.greenF()),
                            mix(colour.blueF(), ground.blueF()));
}

/// What cannot be used now may be fainter (WCAG 1.4.3 excepts it); its tool tip says why.
bool isDisabled(const QWidget &widget, const QColor &colour)
{
    if (!widget.isEnabled())
        return true;
    const QPalette palette = widget.palette();
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        if (colour == palette.color(QPalette::Disabled, role) &&
            colour != palette.color(QPalette::Active, role))
            return true;
    }
    return false;
}

QString placed(const QWidget &widget, const PaintedText &text)
{
    return u"%1(%2) “%3”"_s.arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(),
                                text.text.left(60));
}

QAbstractItemView *viewOf(const QWidget &viewport)
{
    return qobject_cast<QAbstractItemView *>(viewport.parentWidget());
}

/// Shortened on screen: the whole must be found somewhere.
bool isWholeElsewhere(const QWidget &widget, const PaintedText &text)
{
    if (!text.text.contains(u'…'))
        return true;
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
        return field->placeholderText().contains(text.text);
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return QString(button->text()).remove(u'&').contains(text.text);
    if (widget.window()->inherits("QFileDialog")) // Qt's own
        return true;
    if (const QAbstractItemView *view = viewOf(widget); view && !qobject_cast<const QHeaderView *>(view)) {
        const QModelIndex index = view->indexAt(text.rect.center().toPoint());
        const QString whole =
            index.data().toString() + u" …"_s; // that is how a znode says that it is being read
        return whole.contains(text.text) || !index.data(Qt::ToolTipRole).toString().isEmpty();
    }
    return !widget.toolTip().isEmpty() || widget.inherits("zoodock::LogView") || widget.inherits("QLabel");
}

} // namespace

/// Pictures of every page and dialog, light and dark, for people to look at. What a machine can tell it
/// checks itself: that each shows something, that every text stands out from its ground, and that none is cut
/// off.
class TestScreenshots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(outputFolder()));
        QVERIFY(Tour::installWantedLanguage());
        QApplication::setApplicationVersion(u"1.0.0"_s);
    }
    void measuresContrast();
    void noticesCutTexts();
    void longNamesLeaveTheRole();
    void aNarrowSidebarLeavesTheRole();
    void networkPicturesAreAlike();
    void figuresStandInEvenRows();
    void scenes_data();
    void scenes();

private:
    static void shoot(QWidget &widget, const QString &name);
    /// One line for each text that is hard to read.
    static QStringList faintTexts(QWidget &top);
    static QStringList cutTexts(QWidget &top);
    static QStringList badTexts(QWidget &top, const QString &theme)
    {
        return theme == "light"_L1 ? faintTexts(top) + cutTexts(top) : faintTexts(top);
    }
};

void TestScreenshots::shoot(QWidget &widget, const QString &name)
{
    const QPixmap picture = widget.grab();
    QVERIFY(!picture.isNull());
    const QImage image = picture.toImage();
    int different = 0;
    for (int y = 0; y < image.height(); y += 10) {
        for (int x = 0; x < image.width(); x += 3)
            different += image.pixel(x, y) != image.pixel(0, 0) ? 1 : 0;
    }
    QVERIFY2(different > 100, "there is nothing to see");
    constexpr int quick = 80; // of the compression; nothing is lost
    QVERIFY(picture.save(QDir(outputFolder()).filePath(name + u".png"_s), "PNG", quick));
}

QStringList TestScreenshots::faintTexts(QWidget &top)
{
    QStringList faint;
    const QImage image = top.grab().toImage();
    for (QWidget *widget : top.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &top)
            continue;
        // It paints its text a second time over the marked part.
        if (const auto *field = qobject_cast<const QLineEdit *>(widget); field && field->hasSelectedText())
            continue;
        const QRect seen = widget->visibleRegion().boundingRect();
        for (const PaintedText &text : paintedTexts(*widget)) {
            const QRect rect = text.rect.toAlignedRect() & text.clip.toAlignedRect() & seen;
            if (rect.width() < 4 || rect.height() < 6 || isDisabled(*widget, text.colour))
                continue;
            const QRect there = rect.adjusted(-4, 0, 4, 0).translated(widget->mapTo(&top, QPoint()));
            const QColor ground = groundOf(image, there & image.rect(), text.colour);
            const double ratio = contrast(over(text.colour, ground), ground);
            if (ratio < readableContrast)
                faint += u"%1: %2 on %3 is %4"_s.arg(placed(*widget, text), text.colour.name(), ground.name())
                             .arg(ratio, 0, 'f', 2);
        }
    }
    return faint;
}

QStringList TestScreenshots::cutTexts(QWidget &top)
{
    QStringList cut;
    for (QWidget *widget : top.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &top)
            continue;
        // What scrolls shows a part by its nature.
        const bool scrolls =
            qobject_cast<QLineEdit *>(widget) ||
            (qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) && !viewOf(*widget));
        for (const PaintedText &text : paintedTexts(*widget)) {
            const QRectF room = QRectF(widget->rect()).adjusted(-2, -2, 2, 2);
            const bool sideways = text.rect.left() < room.left() || text.rect.right() > room.right();
            const bool cramped =
                qobject_cast<QPushButton *>(widget) &&
                (text.rect.left() < besideText || text.rect.right() > widget->width() - besideText);
            const bool upright = text.rect.top() < room.top() || text.rect.bottom() > room.bottom();
            if (!scrolls && !viewOf(*widget) && (sideways || upright))
                cut += u"cut off: "_s + placed(*widget, text);
            else if (cramped)
                cut += u"touches the edge: "_s + placed(*widget, text);
            else if (!isWholeElsewhere(*widget, text))
                cut += u"shortened, without a tool tip: "_s + placed(*widget, text);
        }
    }
    return cut;
}

void TestScreenshots::measuresContrast()
{
    QWidget top;
    top.resize(300, 60);
    auto *label = new QLabel(u"readable"_s, &top);
    label->resize(300, 60);
    top.show();
    QCOMPARE(faintTexts(top), QStringList());
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, Qt::lightGray);
    label->setPalette(palette);
    QCOMPARE(faintTexts(top).size(), 1);
    label->setEnabled(false);
    QCOMPARE(faintTexts(top).size(), 0);
}

void TestScreenshots::noticesCutTexts()
{
    QWidget top;
    auto *label = new QLabel(u"a sentence that wants its room"_s, &top);
    label->resize(label->sizeHint());
    top.show();
    QCOMPARE(cutTexts(top), QStringList());
    label->resize(40, label->height());
    QCOMPARE(cutTexts(top).size(), 1);
    label->setWordWrap(true);
    QVERIFY(!cutTexts(top).isEmpty()); // below
    label->hide();
    auto *button = new QPushButton(u"Try Again with Free Ports"_s, &top);
    button->show();
    button->resize(button->sizeHint().width() - 12, button->sizeHint().height());
    QCOMPARE(cutTexts(top).size(), 1);
}

void TestScreenshots::longNamesLeaveTheRole()
{
    Tour tour(u"fifteen"_s);
    QVERIFY(tour.isReady());
    auto *tree = tour.window->findChild<QTreeView *>(u"clusterTree"_s);
    const QModelIndex cluster = tree->model()->index(0, 0);
    const int last = tree->model()->rowCount(cluster) - 1;
    const QModelIndex observer = tree->model()->index(last, 0, cluster);
    QStringList shown;
    for (const PaintedText &text : paintedTexts(*tree->viewport())) {
        if (text.rect.center().y() >= tree->visualRect(observer).top() &&
            text.rect.center().y() <= tree->visualRect(observer).bottom())
            shown += text.text;
    }
    QCOMPARE(shown.size(), 2);
    QVERIFY2(shown.contains(observer.data(ClusterTreeModel::WordRole).toString()),
             qPrintable(shown.join(u'\n')));
}

void TestScreenshots::aNarrowSidebarLeavesTheRole()
{
    Tour tour(u"small"_s);
    QVERIFY(tour.isReady());
    auto *tree = tour.window->findChild<QTreeView *>(u"clusterTree"_s);
    QStringList shown;
    for (const PaintedText &text : paintedTexts(*tree->viewport()))
        shown += text.text;
    const QModelIndex alone = tree->model()->index(0, 0, tree->model()->index(1, 0));
    QVERIFY2(shown.contains(alone.data(ClusterTreeModel::WordRole).toString()),
             qPrintable(shown.join(u'\n')));
}

void TestScreenshots::networkPicturesAreAlike()
{
    Tour tour(u"wizard-fifteen"_s);
    QVERIFY(tour.isReady());
    QList<TopologyPicture *> pictures;
    for (TopologyPicture *picture : tour.window->findChildren<TopologyPicture *>()) {
        if (picture->isVisible())
            pictures += picture;
    }
    QCOMPARE(pictures.size(), 2);
    QCOMPARE(pictures.at(0)->height(), pictures.at(1)->height());
    for (TopologyPicture *picture : pictures) {
        // Where the font is wide, the name of the network is whole only there, too.
        QVERIFY2(picture->toolTip().split(u'\n').contains(u"analytics-observer-in-frankfurt-12"_s),
                 qPrintable(picture->toolTip()));
        QString shown; // a run for each font: Chinese words and the number between them
        for (const PaintedText &text : paintedTexts(*picture))
            shown += text.text;
        QCOMPARE(picture->unseenMembers(), 0);
        for (const QString &name : {u"zoo1"_s, u"zoo9"_s})
            QVERIFY2(shown.contains(name), qPrintable(shown));
        picture->resize(picture->width(), picture->minimumSizeHint().height());
        shown.clear();
        for (const PaintedText &text : paintedTexts(*picture))
            shown += text.text;
        QVERIFY(picture->unseenMembers() > 0);
        QVERIFY2(shown.contains(TopologyPicture::tr("and %Ln more", "members", picture->unseenMembers())),
                 qPrintable(shown));
    }
}

/// Whatever they are: numbers, dashes, or Chinese words, which are taller.
void TestScreenshots::figuresStandInEvenRows()
{
    Tour tour(u"no-quorum"_s);
    QVERIFY(tour.isReady());
    const auto all = tour.window->findChildren<MemberFigures *>();
    QCOMPARE(all.size(), 3);
    for (const MemberFigures *figures : all) {
        QMap<int, int> middles; // of the titles at the left
        for (const QLabel *label : figures->findChildren<QLabel *>()) {
            if (label->x() == 0)
                middles.insert(label->y(), label->geometry().center().y());
        }
        QCOMPARE(middles.size(), 8);
        const QList<int> rows = middles.values();
        const int pitch = rows.at(1) - rows.at(0);
        for (qsizetype row = 1; row < rows.size(); ++row)
            QVERIFY2(qAbs(rows.at(row) - rows.at(row - 1) - pitch) <= 1, qPrintable(QString::number(row)));
    }
    for (const MemberFigures *figures : all)
        QTRY_COMPARE(figures->height(), all.constFirst()->height()); // once the cards have their places
}

void TestScreenshots::scenes_data()
{
    QTest::addColumn<QString>("scene");
    for (const QString &scene : Tour::scenes())
        QTest::newRow(qPrintable(scene)) << scene;
}

void TestScreenshots::scenes()
{
    QFETCH(QString, scene);
    Tour tour(scene);
    QVERIFY(tour.isReady());
    QStringList bad;
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        tour.setTheme(theme);
        const QString name = u"%1-%2"_s.arg(scene, theme);
        shoot(*tour.window, name);
        bad += badTexts(*tour.window, theme);
        if (QDialog *dialog = tour.dialog()) {
            shoot(*dialog, name + u"-dialog"_s);
            bad += badTexts(*dialog, theme);
        }
    }
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
}

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
