// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "core/texttable.h"

#include <QtCore/QDateTime>
#include <QtCore/QObject>
#include <QtCore/QUrl>

#include <memory>

class QNetworkAccessManager;

namespace zoodock
{

class ClusterStore;
class EngineRegistry;

/// What a server told of itself.
struct ServerAnswer
{
    QString text; ///< as it came
    QList<TextTable> tables;
    QDateTime at; ///< UTC
};

/// Asks single members: four-letter words, by the published client port, the container's own address or from
/// inside the container; and the pages of their AdminServers.
class ServerInspector : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerInspector)
public:
    ServerInspector(EngineRegistry &engines, ClusterStore &store, QObject *parent = nullptr);
    ~ServerInspector() override;

    /// "srvr", "mntr", …
    [[nodiscard]] static const QStringList &words();
    /// Translated: what the word asks for.
    [[nodiscard]] static QString titleOf(const QString &word);
    /// Pages of the AdminServer that change something in the server (connection_stat_reset, …): not asked
    /// here.
    [[nodiscard]] static bool changesSomething(const QString &adminPage);

    /// Unstarted. Fails with NotWhitelisted (the message says which line would allow the word), NotServing,
    /// NotRunning, …
    [[nodiscard]] ValueOperation<ServerAnswer> *ask(const QString &cluster, int memberId, const QString &word,
                                                    QObject *parent);
    /// Where the AdminServer's pages are, as seen from here: "http://127.0.0.1:8080/commands"; empty:
    /// noAdminServer() says why.
    [[nodiscard]] QUrl adminUrl(const QString &cluster, int memberId) const;
    /// The names of its pages.
    [[nodiscard]] ValueOperation<QStringList> *adminPages(const QString &cluster, int memberId,
                                                          QObject *parent);
    [[nodiscard]] ValueOperation<ServerAnswer> *askAdmin(const QString &cluster, int memberId,
                                                         const QString &page, QObject *parent);

private:
    [[nodiscard]] QNetworkAccessManager &network();

    EngineRegistry &m_engines;
    ClusterStore &m_store;
    std::unique_ptr<QNetworkAccessManager> m_network; ///< made when first needed
};

} // namespace zoodock
