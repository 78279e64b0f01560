// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QProxyStyle>
#include <QtWidgets/QStyleOption>

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

/// What the style was before anybody chose.
QString systemStyleName()
{
    static const QString name = QApplication::style()->name();
    return name;
}

void useStyle(const QString &name)
{
    if (QApplication::style()->name().compare(name, Qt::CaseInsensitive) != 0)
        QApplication::setStyle(name);
}

/// Fusion outlines boxes and radio buttons darker than the window; in a dark one nobody sees that.
class OutlinedFusion : public QProxyStyle
{
public:
    OutlinedFusion()
        : QProxyStyle(u"fusion"_s)
    {
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        const bool outlined = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton;
        if (!outlined || !isDark(option->palette)) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        QStyleOptionButton button;
        button.QStyleOption::operator=(*option);
        const bool enabled = option->state.testFlag(State_Enabled);
        const QColor window = option->palette.color(QPalette::Window);
        // The outline is this, made darker; nothing else of the indicator is.
        button.palette.setColor(QPalette::Window,
                                blended(option->palette.color(QPalette::Text), window, enabled ? 0.85 : 0.6));
        QProxyStyle::drawPrimitive(element, &button, painter, widget);
    }
};

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
        if (!dynamic_cast<OutlinedFusion *>(QApplication::style()))
            QApplication::setStyle(new OutlinedFusion);
        QApplication::setPalette(choice == "dark"_L1 ? darkPalette() : lightPalette());
        return;
    }
    useStyle(systemStyle);
    QApplication::setPalette(QPalette()); // back to what the platform says
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
