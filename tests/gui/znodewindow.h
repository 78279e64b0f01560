// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/fakezookeeper.h"
#include "gui/stage.h"
#include "ui/znodes/znodedetails.h"
#include "ui/znodes/znodespage.h"

#include <QtWidgets/QMainWindow>

#include <initializer_list>
#include <memory>
#include <utility>

namespace zoodock::test
{

/// A cluster that has a server at each of these addresses ("127.0.0.1:2181").
[[nodiscard]] inline Ensemble ensembleAt(const QStringList &addresses, const QString &name = u"orders"_s)
{
    Ensemble ensemble = Stage::ensemble(name, static_cast<int>(addresses.size()));
    for (qsizetype i = 0; i < addresses.size(); ++i)
        ensemble.members[i].client.hostPort = addresses.at(i).section(u':', 1).toUShort();
    return ensemble;
}

/// Parents before their children.
[[nodiscard]] inline std::unique_ptr<FakeZooKeeper>
serverWith(std::initializer_list<std::pair<QString, QByteArray>> znodes)
{
    auto server = std::make_unique<FakeZooKeeper>();
    for (const auto &[path, value] : znodes)
        server->create(path, value);
    return server;
}

/// A window with nothing but the znodes page of the cluster "orders"; not shown yet.
inline std::unique_ptr<QMainWindow> znodeWindow(const UiServices &services)
{
    auto window = std::make_unique<QMainWindow>();
    auto *page = new ZnodesPage(services);
    window->setCentralWidget(page);
    page->showCluster(u"orders"_s);
    window->resize(1200, 800);
    return window;
}

[[nodiscard]] inline ZnodesPage *znodesPage(const QMainWindow &window)
{
    return qobject_cast<ZnodesPage *>(window.centralWidget());
}

/// The server has told who may do what with the znode: only then is what is lost created again without a
/// question.
[[nodiscard]] inline bool knowsAcl(const ZnodesPage &page, const QString &path)
{
    return page.findChild<ZnodeDetails *>()->knownAcl(ZnodePath::trusted(path)).has_value();
}

} // namespace zoodock::test
