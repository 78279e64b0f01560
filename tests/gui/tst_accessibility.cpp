// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tour.h"
#include "ui/overview/membercard.h"

#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

using namespace zoodock;
using namespace zoodock::test;

namespace
{

/// As a screen reader hears it: the accessible name, which takes in buddies and texts.
QString heardName(QWidget *widget)
{
    // On Unix Qt gives a combo box's value for its name; screen readers hear the label or this one.
    if (qobject_cast<const QComboBox *>(widget) && !widget->accessibleName().isEmpty())
        return widget->accessibleName();
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

bool takesFocus(const QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isVisible();
}

/// Qt's own inner widgets speak through the control that they belong to.
bool isInner(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QScrollBar *>(widget) ||
           qobject_cast<const QTabWidget *>(widget) || // its tab bar
           (qobject_cast<const QLineEdit *>(widget) &&
            (qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)));
}

QString described(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *step = widget; step && path.size() < 4; step = step->parentWidget())
        path.prepend(
            u"%1(%2)"_s.arg(QString::fromLatin1(step->metaObject()->className()), step->objectName()));
    return path.join(u" > "_s);
}

bool isChinese(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar letter) { return letter.script() == QChar::Script_Han; });
}

/// Names of things, formats and protocols, which are the same in every language.
bool isData(const QString &text)
{
    static const QRegularExpression word(u"\\p{L}{2,}"_s);
    static const QSet<QString> same{u"JSON"_s,      u"XML"_s,    u"YAML"_s,    u"UTF-8"_s,
                                    u"ZooKeeper"_s, u"Docker"_s, u"zoo.cfg"_s, u"Znode"_s};
    static const QRegularExpression names(u"^(zoo\\d+|orders|search|legacy|quickstart|[\\w.-]+-test9)\\b"_s);
    const bool isPath = text.startsWith(u'/');
    return isPath || !text.contains(word) || same.contains(text) || names.match(text).hasMatch();
}

/// The letter after the ampersand, upper case; null: none.
QChar mnemonicOf(const QString &text)
{
    const QKeySequence keys = QKeySequence::mnemonic(text);
    return keys.isEmpty() ? QChar() : QChar(keys[0].key());
}

class Mnemonics
{
public:
    /// Says which one is taken twice.
    void add(const QString &text)
    {
        const QChar key = mnemonicOf(text);
        if (key.isNull())
            return;
        if (m_taken.contains(key))
            clashes += u"Alt+%1: “%2” and “%3”"_s.arg(key).arg(m_taken.value(key), text);
        m_taken.insert(key, text);
    }
    QStringList clashes;

private:
    QHash<QChar, QString> m_taken;
};

QStringList clashesOf(const QMenu &menu)
{
    Mnemonics letters;
    QStringList below;
    for (const QAction *action : menu.actions()) {
        letters.add(action->text());
        if (action->menu())
            below += clashesOf(*action->menu());
    }
    return letters.clashes + below;
}

/// Of everything that answers to Alt and a letter while it can be seen.
QStringList clashesIn(QWidget &top)
{
    Mnemonics letters;
    QStringList below;
    for (QWidget *widget : top.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &top)
            continue;
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            letters.add(button->text());
        else if (const auto *label = qobject_cast<QLabel *>(widget); label && label->buddy())
            letters.add(label->text());
        else if (const auto *tabs = qobject_cast<QTabBar *>(widget))
            for (int tab = 0; tab < tabs->count(); ++tab)
                letters.add(tabs->tabText(tab));
        else if (const auto *bar = qobject_cast<QMenuBar *>(widget))
            for (const QAction *action : bar->actions()) {
                letters.add(action->text());
                below += clashesOf(*action->menu());
            }
        if (const auto *tool = qobject_cast<QToolButton *>(widget); tool && tool->menu())
            below += clashesOf(*tool->menu());
    }
    return letters.clashes + below;
}

/// Below another in reading order, or beside it on the left.
bool isBefore(const QWidget &one, const QWidget &other)
{
    const QRect first = one.geometry();
    const QRect second = other.geometry();
    return first.bottom() < second.top() ||
           (first.right() <= second.left() && first.top() < second.bottom() && second.top() < first.bottom());
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(Tour::installWantedLanguage()); }
    void scenes_data();
    void scenes();
    void mnemonicsAreCompared();
    void labelsLeadToTheirFields();
    void cardsSayWhatChanged();
    void treeRowsSpeak();

private:
    /// What a person who hears or types would stumble over, a line each.
    static QStringList namesMissingIn(QWidget &top);
    static QStringList lostByTab(QWidget &top);
};

void TestAccessibility::scenes_data()
{
    QTest::addColumn<QString>("scene");
    for (const QString &scene : Tour::scenes())
        QTest::newRow(qPrintable(scene)) << scene;
}

QStringList TestAccessibility::namesMissingIn(QWidget &top)
{
    QStringList bad;
    QHash<QWidget *, QHash<QString, QWidget *>> siblings;
    const bool chinese = Tour::wantedLanguage() == "zh_CN"_L1;
    int seen = 0;
    for (QWidget *widget : top.findChildren<QWidget *>()) {
        if (!takesFocus(widget) || isInner(widget) || widget->window() != &top)
            continue;
        ++seen;
        const QString name = heardName(widget).trimmed();
        QHash<QString, QWidget *> &names = siblings[widget->parentWidget()];
        if (name.isEmpty())
            bad += u"no name: "_s + described(widget);
        else if (names.contains(name))
            bad += u"“%1” twice: %2"_s.arg(name, described(widget));
        else if (chinese && !isChinese(name) && !isData(name))
            bad += u"“%1” is not Chinese: %2"_s.arg(name, described(widget));
        names.insert(name, widget);
        if (const auto *button = qobject_cast<QToolButton *>(widget); button && button->toolTip().isEmpty())
            bad += u"no tool tip: "_s + described(widget);
    }
    if (seen == 0)
        bad += u"there is nothing to reach"_s;
    return bad;
}

/// What shows no difference by its nature: an empty list, the default button, which Enter presses anyway, and
/// a card, which stays marked as the selected one.
bool hidesFocus(const QWidget *widget)
{
    const auto *button = qobject_cast<const QPushButton *>(widget);
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    return (button && button->isDefault()) || widget->inherits("zoodock::MemberCard") ||
           (view && (!view->model() || view->model()->rowCount() == 0));
}

/// Tab goes to everything, in reading order among siblings, and shows where it is.
QStringList TestAccessibility::lostByTab(QWidget &top)
{
    QStringList bad;
    QList<QWidget *> order;
    top.setAttribute(Qt::WA_KeyboardFocusChange); // as after the first Tab
    QWidget *focus = QApplication::focusWidget();
    for (int step = 0; step < 200; ++step) {
        if (focus && order.contains(focus))
            break;
        QRect around;
        QImage with;
        if (focus) {
            order += focus;
            around = focus->rect().translated(focus->mapTo(&top, QPoint())).adjusted(-4, -4, 4, 4);
            with = top.grab(around).toImage();
        }
        const QPointer<QWidget> before = focus;
        QTest::keyClick(focus ? focus : &top, Qt::Key_Tab);
        focus = QApplication::focusWidget();
        if (before && focus != before && before->isVisible() && !hidesFocus(before) &&
            top.grab(around).toImage() == with)
            bad += u"the focus is not seen: "_s + described(before);
    }
    if (focus && order.size() > 1 && focus == order.last())
        bad += u"Tab does not get out of there: "_s + described(focus);
    for (const QWidget *widget : top.findChildren<QWidget *>()) {
        const auto *radio = qobject_cast<const QRadioButton *>(widget);
        if (takesFocus(widget) && widget->isEnabled() && !isInner(widget) && widget->window() == &top &&
            !order.contains(widget) && !(radio && !radio->isChecked()))
            bad += u"Tab does not get there: "_s + described(widget);
    }
    for (qsizetype i = 1; i < order.size(); ++i) {
        if (order.at(i)->parentWidget() == order.at(i - 1)->parentWidget() &&
            order.at(i)->parentWidget() != &top &&
            !qobject_cast<QDialogButtonBox *>(order.at(i)->parentWidget()) &&
            order.at(i)->objectName() != "wizardPropose"_L1 && // after the table, which is what one comes for
            isBefore(*order.at(i), *order.at(i - 1)) && order.at(i) != order.first())
            bad += u"Tab goes back: %1 after %2"_s.arg(described(order.at(i)), described(order.at(i - 1)));
    }
    return bad;
}

void TestAccessibility::scenes()
{
    QFETCH(QString, scene);
    Tour tour(scene);
    QVERIFY(tour.isReady());
    QStringList bad;
    for (QWidget *top : tour.tops())
        bad += namesMissingIn(*top) + clashesIn(*top);
    QWidget *above = tour.tops().last();
    if (tour.dialog() && above->windowTitle().isEmpty())
        bad += u"the dialog has no title"_s;
    above->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(above));
    bad += lostByTab(*above);
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
}

void TestAccessibility::mnemonicsAreCompared()
{
    QWidget top;
    auto *first = new QPushButton(u"&Save"_s, &top);
    new QPushButton(u"保存(&S)"_s, &top);
    top.show();
    QCOMPARE(clashesIn(top).size(), 1);
    first->setText(u"S&ave && more"_s);
    QCOMPARE(clashesIn(top), QStringList());
    QMenu menu;
    menu.addAction(u"&Copy"_s);
    menu.addAction(u"&Close"_s);
    QCOMPARE(clashesOf(menu).size(), 1);
}

void TestAccessibility::labelsLeadToTheirFields()
{
    Stage stage;
    stage.addHealthy(u"orders"_s);
    MainWindow window(stage.services);
    const QList<QLabel *> labels = window.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().contains(u'&') && label->textFormat() != Qt::PlainText)
            QVERIFY2(label->buddy(), qPrintable(label->text()));
    }
}

void TestAccessibility::cardsSayWhatChanged()
{
    if (Tour::wantedLanguage() != "en"_L1)
        QSKIP("The words are compared in English.");
    Stage stage;
    stage.addHealthy(u"orders"_s);
    MainWindow window(stage.services);
    window.show();
    auto *card = window.findChild<MemberCard *>();
    QCOMPARE(heardName(card), u"zoo1, follower, 127.0.0.1:2181"_s);
    stage.live(u"orders"_s, 1, ContainerLife::Paused);
    QCOMPARE(heardName(card), u"zoo1, paused, 127.0.0.1:2181"_s);
}

void TestAccessibility::treeRowsSpeak()
{
    if (Tour::wantedLanguage() != "en"_L1)
        QSKIP("The words are compared in English.");
    Stage stage;
    stage.addHealthy(u"orders"_s);
    MainWindow window(stage.services);
    window.show();
    auto *tree = window.findChild<QWidget *>(u"clusterTree"_s);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(tree);
    QVERIFY(interface);
    QStringList heard;
    for (int i = 0; i < interface->childCount(); ++i)
        heard += interface->child(i)->text(QAccessible::Name);
    QVERIFY2(heard.contains(u"zoo3, leader, 127.0.0.1:2183"_s), qPrintable(heard.join(u'\n')));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
