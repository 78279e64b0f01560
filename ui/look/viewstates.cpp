// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/viewstates.h"

#include "core/settings.h"

#include <QtCore/QDataStream>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtWidgets/QDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QTabWidget>

#include <algorithm>
#include <string_view>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int readableCharacters = 8;

const QMetaObject *ownClassAbove(const QWidget *widget, const QWidget *root)
{
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (std::string_view(above->metaObject()->className()).starts_with("zoodock::"))
            return above->metaObject();
        if (above == root)
            break;
    }
    return root->metaObject();
}

/// Calls `visit` with each widget of a type below the root and with the name it is remembered under.
template <typename Widget, typename Visit>
void forEach(QWidget *root, const char *kind, Visit visit)
{
    QHash<QString, int> counts;
    // What a dialog shares with the window is arranged apart.
    const QString dialog =
        qobject_cast<QDialog *>(root) ? QLatin1StringView(root->metaObject()->className()) + u'/' : QString();
    for (Widget *widget : root->findChildren<Widget *>()) {
        // Dialogs come and go; where they lie does not matter.
        if (widget->window() != root->window())
            continue;
        const QString place = dialog + QLatin1StringView(ownClassAbove(widget, root)->className()) + u'/' +
                              QLatin1StringView(kind);
        const QString name = widget->objectName();
        const bool own = !name.isEmpty() && !name.startsWith("qt_"_L1);
        visit(*widget, place + u'/' + (own ? name : QString::number(++counts[place])));
    }
}

bool isArrangedByHand(const QHeaderView &header)
{
    if (header.orientation() != Qt::Horizontal || header.isHidden())
        return false;
    for (int column = 0; column < header.count(); ++column) {
        if (header.sectionResizeMode(column) == QHeaderView::Interactive)
            return true;
    }
    return header.isSortIndicatorShown();
}

QByteArray stateOf(const QHeaderView &header)
{
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly) << header.count() << header.saveState();
    return state;
}

QByteArray stateOf(const QSplitter &splitter)
{
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly) << splitter.count() << splitter.saveState();
    return state;
}

/// No wider than the window may become at once.
int widest(const QWidget &window)
{
    const bool isWhole = window.isMaximized() || window.isFullScreen();
    return isWhole ? std::max(window.width(), window.screen()->availableGeometry().width()) : window.width();
}

/// Each column can be read, or at least its title; and its edge can be got at.
void makeReadable(QHeaderView &header)
{
    const int most = widest(*header.window());
    const int enough = header.fontMetrics().averageCharWidth() * readableCharacters;
    for (int column = 0; column < header.count(); ++column) {
        if (header.isSectionHidden(column) || header.sectionResizeMode(column) != QHeaderView::Interactive)
            continue;
        const int least = std::min({enough, header.sectionSizeHint(column), most});
        const int width = header.sectionSize(column);
        if (const int readable = std::clamp(width, least, most); readable != width)
            header.resizeSection(column, readable);
    }
}

/// What stateOf() made; nothing for another number of columns or panes.
QByteArray stateFor(int count, const QByteArray &stored)
{
    int storedCount = -1;
    QByteArray state;
    QDataStream(stored) >> storedCount >> state;
    return storedCount == count ? state : QByteArray();
}

void restore(QHeaderView &header, int count, const QByteArray &stored)
{
    if (header.restoreState(stateFor(count, stored)))
        makeReadable(header);
}

} // namespace

ViewStates::ViewStates(Settings &settings, QWidget *root)
    : QObject(root)
    , m_settings(settings)
    , m_root(root)
{
    const QJsonObject states =
        QJsonDocument::fromJson(settings.text(SettingKey::ViewStates).toUtf8()).object();
    const auto stored = [&states](const QString &name) {
        return QByteArray::fromBase64(states.value(name).toString().toLatin1());
    };
    forEach<QSplitter>(root, "splitter", [&stored](QSplitter &splitter, const QString &name) {
        if (const QByteArray state = stateFor(splitter.count(), stored(name)); !state.isEmpty())
            splitter.restoreState(state);
    });
    forEach<QTabWidget>(root, "tab", [&states](QTabWidget &tabs, const QString &name) {
        const int index = states.value(name).toInt(-1);
        if (index >= 0 && index < tabs.count() && tabs.isTabVisible(index))
            tabs.setCurrentIndex(index);
    });
    forEach<QHeaderView>(root, "columns", [&](QHeaderView &header, const QString &name) {
        if (const QByteArray state = stored(name); !state.isEmpty())
            restoreWhenFilled(&header, state);
    });
}

void ViewStates::restoreWhenFilled(QHeaderView *header, const QByteArray &state)
{
    if (header->count() > 0) {
        restore(*header, header->count(), state);
        return;
    }
    m_waiting.insert(header, state);
    connect(header, &QHeaderView::sectionCountChanged, this, [this, header](int, int count) {
        if (const QByteArray waiting = count > 0 ? m_waiting.take(header) : QByteArray(); !waiting.isEmpty())
            restore(*header, count, waiting);
    });
}

void ViewStates::remember() const
{
    // With what others remember.
    QJsonObject states = QJsonDocument::fromJson(m_settings.text(SettingKey::ViewStates).toUtf8()).object();
    const auto store = [&states](const QString &name, const QByteArray &state) {
        states.insert(name, QString::fromLatin1(state.toBase64()));
    };
    forEach<QSplitter>(m_root, "splitter", [&](const QSplitter &splitter, const QString &name) {
        store(name, stateOf(splitter));
    });
    forEach<QTabWidget>(m_root, "tab", [&states](const QTabWidget &tabs, const QString &name) {
        states.insert(name, tabs.currentIndex());
    });
    forEach<QHeaderView>(m_root, "columns", [&](const QHeaderView &header, const QString &name) {
        if (m_waiting.contains(&header))
            store(name, m_waiting.value(&header));
        else if (isArrangedByHand(header))
            store(name, stateOf(header));
    });
    m_settings.setValue(SettingKey::ViewStates,
                        QString::fromUtf8(QJsonDocument(states).toJson(QJsonDocument::Compact)));
}

QRect fitted(const QRect &wanted, const QRect &room)
{
    QRect place(wanted.topLeft(), wanted.size().boundedTo(room.size()));
    place.moveRight(std::min(place.right(), room.right()));
    place.moveBottom(std::min(place.bottom(), room.bottom()));
    place.moveLeft(std::max(place.left(), room.left()));
    place.moveTop(std::max(place.top(), room.top()));
    return place;
}

void restorePlace(QWidget &window, const QByteArray &geometry)
{
    const bool isRestored = window.restoreGeometry(geometry);
    if (window.isMaximized() || window.isFullScreen())
        return;
    const QScreen *const screen = QGuiApplication::screenAt(window.geometry().center());
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    // The frame is known only once the window is shown.
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
    const QRect place = room.adjusted(0, title, 0, 0);
    if (isRestored)
        window.setGeometry(fitted(window.geometry(), place));
    else // where it comes is the window manager's affair
        window.resize(window.size().boundedTo(place.size()));
}

} // namespace zoodock
