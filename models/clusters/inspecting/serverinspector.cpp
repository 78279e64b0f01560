// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/serverinspector.h"

#include "adminquestion.h"
#include "clusters/adminreach.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "docker/dockerengine.h"
#include "ensemble/imagefamily.h"
#include "wordquestion.h"
#include "zookeeper/serverreplies.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto whitelistKey = "4lw.commands.whitelist"_L1;

const MemberStatus *memberOf(const ClusterStatus *status, int memberId)
{
    return status ? status->member(memberId) : nullptr;
}

/// Empty: nobody knows, as where others wrote the configuration.
QString allowedWords(const Ensemble &ensemble)
{
    const QString said = ensemble.settings.value(whitelistKey);
    if (!said.isEmpty() || ensemble.adopted)
        return said;
    const ImageFamily *family = imageFamilyOf(ensemble.image.reference);
    const QString ofImage =
        family ? family->era(ensemble.image.reference).imageDefaults.value(whitelistKey) : QString();
    return ofImage.isEmpty() ? u"srvr"_s : ofImage;
}

Error whyNoAdmin(const ClusterStatus *status, const MemberStatus *member)
{
    return member ? noAdminServer(*status, *member) : noAdminServer({}, {});
}

} // namespace

ServerInspector::ServerInspector(EngineRegistry &engines, ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_engines(engines)
    , m_store(store)
{
}

ServerInspector::~ServerInspector() = default;

QNetworkAccessManager &ServerInspector::network()
{
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setProxy(QNetworkProxy::NoProxy);
    }
    return *m_network;
}

const QStringList &ServerInspector::words()
{
    static const QStringList words{u"srvr"_s, u"mntr"_s, u"conf"_s, u"cons"_s,
                                   u"dump"_s, u"wchs"_s, u"ruok"_s, u"isro"_s};
    return words;
}

QString ServerInspector::titleOf(const QString &word)
{
    if (word == "srvr"_L1)
        return tr("Server");
    if (word == "mntr"_L1)
        return tr("Figures");
    if (word == "conf"_L1)
        return tr("Configuration");
    if (word == "cons"_L1)
        return tr("Connections");
    if (word == "dump"_L1)
        return tr("Sessions and ephemeral znodes");
    if (word == "wchs"_L1)
        return tr("Watches");
    if (word == "ruok"_L1)
        return tr("Does it run?");
    if (word == "isro"_L1)
        return tr("Read-only?");
    return word;
}

bool ServerInspector::changesSomething(const QString &adminPage)
{
    static const QStringList changing{
        u"connection_stat_reset"_s,
        u"observer_connection_stat_reset"_s,
        u"stat_reset"_s,
        u"set_trace_mask"_s,
        u"restore"_s,
        u"snapshot"_s,
        u"shed_connections"_s,
    };
    return changing.contains(adminPage);
}

ValueOperation<ServerAnswer> *ServerInspector::ask(const QString &cluster, int memberId, const QString &word,
                                                   QObject *parent)
{
    const ClusterStatus *status = m_store.cluster(cluster);
    const MemberStatus *member = memberOf(status, memberId);
    const QString context = status ? status->ensemble.context : QString();
    QList<ProbeRoute> routes;
    if (member && member->container.life == ContainerLife::Running)
        routes = probeRoutes(*member, m_store.engine(context).containerAddresses);
    auto *question = new WordQuestion(
        m_engines.engine(context), member ? member->container.id : QString(), routes, word.toLatin1(),
        status && status->isManaged() ? allowedWords(status->ensemble) : QString(), parent);
    question->setLife(member ? member->container.life : ContainerLife::Unknown);
    return question;
}

QUrl ServerInspector::adminUrl(const QString &cluster, int memberId) const
{
    const ClusterStatus *status = m_store.cluster(cluster);
    const MemberStatus *member = memberOf(status, memberId);
    if (!member || member->container.life != ContainerLife::Running || member->adminPort == 0)
        return {};
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(member->adminHost);
    url.setPort(member->adminPort);
    url.setPath(u"/commands"_s);
    return url;
}

ValueOperation<QStringList> *ServerInspector::adminPages(const QString &cluster, int memberId,
                                                         QObject *parent)
{
    const ClusterStatus *status = m_store.cluster(cluster);
    return new AdminQuestion<QStringList>(network(), adminUrl(cluster, memberId),
                                          whyNoAdmin(status, memberOf(status, memberId)), parseAdminIndex,
                                          parent);
}

ValueOperation<ServerAnswer> *ServerInspector::askAdmin(const QString &cluster, int memberId,
                                                        const QString &page, QObject *parent)
{
    QUrl url = adminUrl(cluster, memberId);
    if (!url.isEmpty())
        url.setPath(url.path() + u'/' + page);
    const auto read = [](const QByteArray &body) -> Result<ServerAnswer> {
        const Result<QList<TextTable>> tables = parseAdminAnswer(body);
        if (!tables)
            return failure(tables.error());
        return ServerAnswer{QString::fromUtf8(body), *tables, QDateTime::currentDateTimeUtc()};
    };
    const ClusterStatus *status = m_store.cluster(cluster);
    return new AdminQuestion<ServerAnswer>(network(), url, whyNoAdmin(status, memberOf(status, memberId)),
                                           read, parent);
}

} // namespace zoodock
