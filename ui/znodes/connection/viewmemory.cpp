// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/connection/viewmemory.h"

#include "core/settings.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QJsonObject storedViews(const Settings &settings)
{
    return QJsonDocument::fromJson(settings.text(SettingKey::ZnodeViews).toUtf8()).object();
}

} // namespace

ZnodeView rememberedView(const Settings &settings, const QString &cluster)
{
    const QJsonObject stored = storedViews(settings).value(cluster).toObject();
    ZnodeView view;
    view.path = stored.value(u"path"_s).toString();
    view.chroot = stored.value(u"chroot"_s).toString();
    for (const auto &bookmark : stored.value(u"bookmarks"_s).toArray())
        view.bookmarks.append(bookmark.toString());
    if (stored.contains(u"readOnly"_s))
        view.readOnly = stored.value(u"readOnly"_s).toBool();
    return view;
}

void rememberView(Settings &settings, const QString &cluster, const ZnodeView &view)
{
    if (cluster.isEmpty() || view == rememberedView(settings, cluster))
        return;
    QJsonObject stored{{u"path"_s, view.path},
                       {u"chroot"_s, view.chroot},
                       {u"bookmarks"_s, QJsonArray::fromStringList(view.bookmarks)}};
    if (view.readOnly)
        stored.insert(u"readOnly"_s, *view.readOnly);
    QJsonObject views = storedViews(settings);
    views.insert(cluster, stored);
    settings.setValue(SettingKey::ZnodeViews,
                      QString::fromUtf8(QJsonDocument(views).toJson(QJsonDocument::Compact)));
}

} // namespace zoodock
