// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/filecare.h"

#include "clusters/adoption.h"
#include "clusters/clusterrepository.h"
#include "clusters/clusterstore.h"
#include "ui/overview/identitydialog.h"

#include <QtCore/QDir>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

namespace zoodock
{

namespace
{

QList<Ensemble> clustersBeside(const QString &cluster, const ClusterStore &store)
{
    QList<Ensemble> others;
    const QStringList names = store.clusterNames();
    for (const QString &name : names) {
        if (name != cluster)
            others += store.cluster(name)->ensemble;
    }
    return others;
}

} // namespace

FileCare::FileCare(const UiServices &services, QWidget *owner)
    : QObject(owner)
    , m_services(services)
    , m_owner(owner)
{
}

void FileCare::complain(const QString &title, const Error &error)
{
    auto *box =
        new QMessageBox(QMessageBox::Critical, title, error.message(), QMessageBox::Close, m_owner->window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setDetailedText(error.detail());
    box->open();
}

void FileCare::save(const QString &cluster)
{
    const ClusterStatus *status = m_services.store.cluster(cluster);
    if (!status)
        return;
    const Ensemble ensemble = status->ensemble; // saving changes the store
    if (const Result<void> saved = m_services.repository.save(ensemble); !saved)
        complain(tr("Save File"), saved.error());
    else
        Q_EMIT said(tr("The file of “%1” is saved.").arg(ensemble.shownName()));
}

void FileCare::openFolder()
{
    const QString folder = m_services.repository.folder();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        Q_EMIT said(
            tr("No program opens folders here. The file is in %1").arg(QDir::toNativeSeparators(folder)));
}

void FileCare::removeDamaged(const QString &cluster)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove File"),
                                tr("Take the damaged file of “%1” away?").arg(m_services.shownName(cluster)),
                                QMessageBox::Cancel, m_owner->window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("It is kept beside its place under another name. Containers and data stay as "
                               "they are; a cluster whose containers are there is shown from their labels."));
    const QPushButton *remove = box->addButton(tr("&Remove File"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QAbstractButton::clicked, this, [this, cluster] { removeNow(cluster); });
    box->open();
}

void FileCare::removeNow(const QString &cluster)
{
    ClusterRepository &repository = m_services.repository;
    const auto lock = repository.lock(cluster); // nobody else changes it meanwhile
    if (!lock) {
        complain(tr("Remove File"), lock.error());
        return;
    }
    if (const Result<void> removed = repository.remove(cluster); !removed)
        complain(tr("Remove File"), removed.error());
    else
        Q_EMIT said(
            tr("The damaged file is kept as %1").arg(QDir::toNativeSeparators(repository.keptCopy(cluster))));
}

void FileCare::adopt(const QString &cluster)
{
    const QString shown = m_services.shownName(cluster);
    if (const Result<void> adopted = adoptCluster(cluster, m_services.store, m_services.repository); !adopted)
        complain(tr("Adopt Cluster"), adopted.error());
    else
        Q_EMIT said(tr("“%1” is adopted; its containers are left as they are.").arg(shown));
}

void FileCare::release(const QString &cluster)
{
    const QString shown = m_services.shownName(cluster);
    const Result<void> released = releaseCluster(cluster, m_services.store, m_services.repository);
    if (!released)
        complain(tr("Give Back"), released.error());
    else
        Q_EMIT said(tr("“%1” is given back; its containers are left as they are.").arg(shown));
}

void FileCare::describe(const QString &cluster)
{
    const ClusterStatus *status = m_services.store.cluster(cluster);
    if (!status || !status->isManaged() || status->damage)
        return;
    auto *dialog = new IdentityDialog(status->ensemble, m_owner->window());
    connect(dialog, &QDialog::accepted, this, [this, cluster, dialog] { writeDown(cluster, *dialog); });
    dialog->follow(status);
    dialog->setOthers(clustersBeside(cluster, m_services.store));
    const auto look = [this, cluster, dialog](const QString &name) {
        if (name == cluster)
            dialog->follow(m_services.store.cluster(cluster));
        else
            dialog->setOthers(clustersBeside(cluster, m_services.store));
    };
    connect(&m_services.store, &ClusterStore::clusterAdded, dialog, look);
    connect(&m_services.store, &ClusterStore::clusterRemoved, dialog, look);
    connect(&m_services.store, &ClusterStore::memberChanged, dialog, look);
    connect(&m_services.store, &ClusterStore::clusterChanged, dialog, look);
    dialog->open();
}

void FileCare::writeDown(const QString &cluster, const IdentityDialog &identity)
{
    const QString title = tr("Name, Notes and Colour");
    const auto lock = m_services.repository.lock(cluster);
    if (!lock) {
        complain(title, lock.error());
        return;
    }
    const ClusterStatus *status = m_services.store.cluster(cluster);
    if (!status)
        return;
    // Another process may have written the file since it was shown.
    Ensemble ensemble = m_services.repository.load(cluster).value_or(status->ensemble);
    ensemble.title = identity.title();
    ensemble.notes = identity.notes();
    ensemble.colour = identity.colour();
    if (const Result<void> saved = m_services.repository.save(ensemble); !saved)
        complain(title, saved.error());
}

} // namespace zoodock
