// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/adoption.h"

#include "clusters/clusterrepository.h"
#include "clusters/clusterstore.h"

#include <QtCore/QCoreApplication>

namespace zoodock
{

namespace
{

struct AdoptionWords
{
    Q_DECLARE_TR_FUNCTIONS(Adoption)
};

} // namespace

Result<void> adoptCluster(const QString &cluster, const ClusterStore &store, ClusterRepository &repository)
{
    const ClusterStatus *const status = store.cluster(cluster);
    if (!status || status->isManaged())
        return failure(
            ErrorKind::InvalidInput,
            AdoptionWords::tr("There is no discovered cluster “%1”. Look at the list of clusters for its "
                              "name.")
                .arg(cluster));
    const Result<Ensemble> file = repository.load(cluster);
    if (file || file.error().kind() != ErrorKind::FileMissing)
        return failure(
            ErrorKind::NameInUse,
            AdoptionWords::tr("There is a file of a cluster “%1” already. Remove that cluster first.")
                .arg(cluster));
    Ensemble ensemble = status->ensemble;
    ensemble.adopted = true;
    return repository.save(ensemble);
}

Result<void> releaseCluster(const QString &cluster, const ClusterStore &store, ClusterRepository &repository)
{
    const ClusterStatus *const status = store.cluster(cluster);
    if (status && !status->isManaged())
        return failure(ErrorKind::InvalidInput,
                       AdoptionWords::tr("“%1” was never adopted: ZooDock only looks at it, and there is "
                                         "nothing to release.")
                           .arg(cluster));
    if (!status || !status->ensemble.adopted)
        return failure(
            ErrorKind::InvalidInput,
            AdoptionWords::tr("“%1” was not adopted. Remove it instead, if you do not need it any more.")
                .arg(cluster));
    return repository.remove(cluster);
}

QString adoptedSentence(const QString &cluster, const QString &composeProject)
{
    if (composeProject.isEmpty())
        return AdoptionWords::tr(
                   "ZooDock did not make the containers of “%1”, and can neither make nor remove them. "
                   "Do that with docker, the way they were made; or release the cluster, which leaves "
                   "them as they are.")
            .arg(cluster);
    return AdoptionWords::tr(
               "The containers of “%1” belong to the compose project “%2”. Make and remove them with "
               "docker compose; or release the cluster, which leaves them as they are.")
        .arg(cluster, composeProject);
}

} // namespace zoodock
