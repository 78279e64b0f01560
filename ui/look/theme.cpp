// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"

#include "ui/look/meaning.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFrame>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QProxyStyle>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTreeView>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Shades
{
    QRgb window, base, alternate, button, text, disabled, placeholder, highlight, highlighted, link, tip,
        light, mid, dark;
};

constexpr Shades lightShades{0xfff2f3f5, 0xffffffff, 0xfff7f8fa, 0xfff6f7f9, 0xff1c2026,
                             0xff8a9099, 0xff6b727c, 0xff2559b8, 0xffffffff, 0xff1f56b5,
                             0xffffffff, 0xffffffff, 0xffc3c8cf, 0xff9aa1ab};
// Fields and cards lighter than the window: Fusion draws its outlines darker than that, and on a dark field
// nobody would see them.
constexpr Shades darkShades{0xff1b1e23, 0xff262a31, 0xff2a2f37, 0xff363c46, 0xffe6e9ee,
                            0xff7d8490, 0xff9ea5b0, 0xff3567c2, 0xffffffff, 0xff8fb9ff,
                            0xff363c46, 0xff4c5460, 0xff4c5460, 0xff14161a};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette(QColor(shades.button), QColor(shades.window));
    palette.setColor(QPalette::WindowText, QColor(shades.text));
    palette.setColor(QPalette::Base, QColor(shades.base));
    palette.setColor(QPalette::AlternateBase, QColor(shades.alternate));
    palette.setColor(QPalette::Text, QColor(shades.text));
    palette.setColor(QPalette::ButtonText, QColor(shades.text));
    palette.setColor(QPalette::BrightText, QColor(shades.highlighted));
    palette.setColor(QPalette::PlaceholderText, QColor(shades.placeholder));
    palette.setColor(QPalette::Highlight, QColor(shades.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(shades.highlighted));
    palette.setColor(QPalette::Link, QColor(shades.link));
    palette.setColor(QPalette::LinkVisited, QColor(shades.link));
    palette.setColor(QPalette::ToolTipBase, QColor(shades.tip));
    palette.setColor(QPalette::ToolTipText, QColor(shades.text));
    palette.setColor(QPalette::Light, QColor(shades.light));
    palette.setColor(QPalette::Midlight, blended(QColor(shades.light), QColor(shades.button), 0.5));
    palette.setColor(QPalette::Mid, QColor(shades.mid));
    palette.setColor(QPalette::Dark, QColor(shades.dark));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.mid));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(shades.text));
    return palette;
}

constexpr int besideText = 8; ///< in a button, to its edge

/// What the style was before anybody chose.
QString systemStyleName()
{
    static const QString name = QApplication::style()->name();
    return name;
}

bool isOfSelectedRow(const QStyleOption &option, const QWidget *widget)
{
    const auto *view = qobject_cast<const QTreeView *>(widget);
    return view && view->selectionModel() &&
           view->selectionModel()->isSelected(view->indexAt(option.rect.center()));
}

/// Fusion, with what it leaves hard to see mended: it outlines boxes and radio buttons darker than the
/// window, which nobody sees in a dark one; a checked button there looks like one that is not; it draws the
/// arrow of a selected row like those of the others; and the texts of buttons touch their edges, or lean to
/// one.
class VisibleFusion : public QProxyStyle
{
public:
    VisibleFusion()
        : QProxyStyle(u"fusion"_s)
    {
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        const bool outlined = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton;
        if (outlined && isDark(option->palette))
            drawIndicator(element, *option, painter, widget);
        else if (element == PE_PanelButtonTool && option->state.testFlag(State_On) && isDark(option->palette))
            drawPressed(*option, painter);
        else if (element == PE_IndicatorBranch && isOfSelectedRow(*option, widget))
            drawSelectedBranch(*option, painter, widget);
        else
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }

    /// Lists and texts, too, show that they have the focus.
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override
    {
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            element == CE_ToolButtonLabel && tool && hasTextBesideIcon(*tool)) {
            const QStyleOptionToolButton moved = inTheMiddle(*tool);
            QProxyStyle::drawControl(element, &moved, painter, widget);
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (element != CE_ShapedFrame || !frame || frame->frameShape != QFrame::StyledPanel ||
            !frame->state.testFlag(State_HasFocus))
            return;
        painter->setPen(option->palette.color(QPalette::Highlight));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    }

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override
    {
        QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (type == CT_PushButton && button && !button->text.isEmpty())
            size.setWidth(std::max(size.width(), contents.width() + 2 * besideText));
        return size;
    }

    /// Fusion's own signs of questions and warnings are pictures of another age.
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override
    {
        switch (which) {
        case SP_MessageBoxQuestion:
            return signIcon(Glyph::Question, Meaning::Leader);
        case SP_MessageBoxInformation:
            return signIcon(Glyph::Info, Meaning::Leader);
        case SP_MessageBoxWarning:
            return signIcon(Glyph::Warning, Meaning::Looking);
        case SP_MessageBoxCritical:
            return signIcon(Glyph::Cross, Meaning::Down);
        default:
            return QProxyStyle::standardIcon(which, option, widget);
        }
    }

private:
    static bool hasTextBesideIcon(const QStyleOptionToolButton &button)
    {
        return button.toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button.icon.isNull() &&
               !button.text.isEmpty();
    }

    /// The button has room for two spaces more than for its text, all of it behind the text.
    static QStyleOptionToolButton inTheMiddle(const QStyleOptionToolButton &button)
    {
        QStyleOptionToolButton moved = button;
        const int space = button.fontMetrics.horizontalAdvance(u' ');
        if (button.direction == Qt::RightToLeft)
            moved.rect.setRight(moved.rect.right() - space);
        else
            moved.rect.setLeft(moved.rect.left() + space);
        return moved;
    }

    static QIcon signIcon(Glyph glyph, Meaning meaning)
    {
        QIcon icon;
        for (const int side : {16, 32, 48, 64, 128}) {
            QPixmap pixmap(side, side);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            const int margin = side / 8;
            paintGlyph(painter, glyph, pixmap.rect().adjusted(margin, margin, -margin, -margin),
                       colourOf(meaning, QApplication::palette()));
            icon.addPixmap(pixmap);
        }
        return icon;
    }

    void drawIndicator(PrimitiveElement element, const QStyleOption &option, QPainter *painter,
                       const QWidget *widget) const
    {
        QStyleOptionButton button;
        button.QStyleOption::operator=(option);
        const bool enabled = option.state.testFlag(State_Enabled);
        const QColor window = option.palette.color(QPalette::Window);
        // The outline is this, made darker; nothing else of the indicator is.
        button.palette.setColor(QPalette::Window,
                                blended(option.palette.color(QPalette::Text), window, enabled ? 0.85 : 0.6));
        QProxyStyle::drawPrimitive(element, &button, painter, widget);
    }

    /// As deep as a field, as the light theme's are darker than the others.
    static void drawPressed(const QStyleOption &option, QPainter *painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(option.palette.color(QPalette::Mid));
        painter->setBrush(option.palette.color(QPalette::Base));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter->restore();
    }

    void drawSelectedBranch(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
    {
        QStyleOptionViewItem branch;
        branch.QStyleOption::operator=(option);
        for (const auto role : {QPalette::ButtonText, QPalette::Text, QPalette::WindowText})
            branch.palette.setColor(role, option.palette.color(QPalette::HighlightedText));
        QProxyStyle::drawPrimitive(PE_IndicatorBranch, &branch, painter, widget);
    }
};

void useStyle(const QString &name)
{
    if (name.compare("fusion"_L1, Qt::CaseInsensitive) == 0) {
        if (!dynamic_cast<VisibleFusion *>(QApplication::style()))
            QApplication::setStyle(new VisibleFusion);
    } else if (QApplication::style()->name().compare(name, Qt::CaseInsensitive) != 0) {
        QApplication::setStyle(name);
    }
}

/// The sign of a question that is open is a picture, in the colours of before.
void paintSignsAgain()
{
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        if (auto *box = qobject_cast<QMessageBox *>(top); box && box->icon() != QMessageBox::NoIcon)
            box->setIcon(box->icon());
    }
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightnessF() < palette.color(QPalette::Text).lightnessF();
}

QPalette lightPalette()
{
    return paletteOf(lightShades);
}

QPalette darkPalette()
{
    return paletteOf(darkShades);
}

void applyTheme(const QString &choice)
{
    const QString systemStyle = systemStyleName();
    if (choice == "light"_L1 || choice == "dark"_L1) {
        useStyle(u"fusion"_s);
        QApplication::setPalette(choice == "dark"_L1 ? darkPalette() : lightPalette());
    } else {
        useStyle(systemStyle);
        QApplication::setPalette(QPalette()); // back to what the platform says
    }
    paintSignsAgain();
}

QColor blended(const QColor &colour, const QColor &ground, double share)
{
    const auto mix = [share](double above, double below) {
        return float(above * share + below * (1 - share));
    };
    return QColor::fromRgbF(mix(colour.redF(), ground.redF()), mix(colour.greenF(), ground.greenF()),
                            mix(colour.blueF(), ground.blueF()));
}

} // namespace zoodock
