// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/clusterbanners.h"

#include "clusters/clustertask.h"
#include "clusters/enginereach.h"
#include "core/errorbackground.h"
#include "core/settings.h"
#include "ui/activity/retry.h"
#include "ui/look/banner.h"
#include "ui/look/errordetails.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool anybodyServes(const ClusterStatus &status)
{
    return std::any_of(status.members.cbegin(), status.members.cend(),
                       [](const MemberStatus &member) { return isServing(member.state); });
}

} // namespace

ClusterBanners::ClusterBanners(const Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    hide();
}

void ClusterBanners::setStatus(const ClusterStatus &status, const EngineStatus &engine, ClusterTask *failure,
                               const QString &path)
{
    const QStringList now = gist(status, engine, failure);
    if (now == m_gist && m_failure == failure)
        return;
    m_gist = now;
    m_failure = failure;
    rebuild(status, engine, path);
}

QStringList ClusterBanners::gist(const ClusterStatus &status, const EngineStatus &engine,
                                 const ClusterTask *failure) const
{
    QStringList gist{status.ensemble.name};
    if (engine.reach == EngineStatus::Reach::Silent)
        gist << u"engine"_s << (engine.problem ? engine.problem->message() : QString())
             << (anybodyServes(status) ? u"some serve"_s : QString());
    if (status.damage)
        gist << u"damage"_s << status.damage->message();
    if (status.halfMade)
        gist << (status.isBeingChanged() ? u"half-made, busy"_s : u"half-made"_s)
             << QString::number(static_cast<int>(m_interrupted));
    if (status.origin == WantedOrigin::Labels)
        gist << u"labels"_s;
    if (status.origin == WantedOrigin::Discovered)
        gist << u"discovered"_s;
    if (failure)
        gist << u"failure"_s << failure->title();
    return gist;
}

void ClusterBanners::rebuild(const ClusterStatus &status, const EngineStatus &engine, const QString &path)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of its buttons may have been what brought us here
        delete item;
    }
    m_hasOutput = false;
    if (engine.reach == EngineStatus::Reach::Silent)
        addEngine(status, engine);
    if (status.damage)
        addDamage(*status.damage, path);
    if (status.halfMade && !status.isBeingChanged())
        addHalfMade(status);
    if (status.origin == WantedOrigin::Labels && !status.damage && !status.halfMade)
        addLostFile();
    if (status.origin == WantedOrigin::Discovered)
        addDiscovered(status);
    if (m_failure)
        addFailure(status);
    setVisible(m_layout->count() > 0);
}

Banner *ClusterBanners::add(Look look, const QString &sentence)
{
    auto *banner = new Banner(look, sentence, this);
    m_layout->addWidget(banner);
    return banner;
}

void ClusterBanners::addOutput(Banner &banner, const QString &text)
{
    banner.addOutput(text, !m_hasOutput);
    m_hasOutput = m_hasOutput || !text.isEmpty();
}

void ClusterBanners::addEngine(const ClusterStatus &status, const EngineStatus &engine)
{
    const EngineAdvice advice = adviceFor(engine, m_settings.text(SettingKey::DockerExecutable));
    Banner *banner = add({Glyph::Cross, Meaning::Down}, advice.title);
    banner->setDetails(
        (anybodyServes(status)
             ? tr("Members that answer are still shown as they are; everything else waits for the engine. %1")
             : tr("Whether the members serve is not known before the engine answers. %1"))
            .arg(advice.explanation));
    if (advice.inSettings)
        connect(banner->addButton(tr("Chan&ge Settings…")), &QPushButton::clicked, this,
                &ClusterBanners::settingsWanted);
    if (!advice.command.isEmpty()) {
        QPushButton *copy = banner->addButton(tr("Cop&y Command"));
        copy->setToolTip(advice.command);
        connect(copy, &QPushButton::clicked, this, [this, command = advice.command] {
            QGuiApplication::clipboard()->setText(command);
            Q_EMIT said(tr("Copied %1").arg(command));
        });
    }
    addOutput(*banner, engine.problem ? engine.problem->detail() : QString());
    // The page of an engine that is silent is about the one that new clusters are made on.
    if (engine.context != m_settings.text(SettingKey::DockerContext))
        return;
    QPushButton *help = banner->addButton(tr("Other Conte&xts…"));
    help->setToolTip(tr("Shows what can be done, and Docker's other contexts"));
    connect(help, &QPushButton::clicked, this, &ClusterBanners::engineHelpWanted);
}

void ClusterBanners::addDamage(const Error &damage, const QString &path)
{
    Banner *banner = add({Glyph::Warning, Meaning::Down},
                         tr("The file of this cluster cannot be read, and is left as it is."));
    banner->setDetails(damage.message().contains(path)
                           ? damage.message()
                           : tr("%1\n%2", "path, what is wrong with it").arg(path, damage.message()));
    connect(banner->addButton(tr("Open Folder")), &QPushButton::clicked, this, &ClusterBanners::folderWanted);
    QPushButton *remove = banner->addButton(tr("Remove File…"));
    remove->setToolTip(tr("Takes the file out of the way and keeps it under another name"));
    connect(remove, &QPushButton::clicked, this, &ClusterBanners::fileRemovalWanted);
}

void ClusterBanners::addLostFile()
{
    Banner *banner = add({Glyph::Info, Meaning::Looking},
                         tr("This cluster has no file. It was rebuilt from the labels of its containers."));
    connect(banner->addButton(tr("Save &File")), &QPushButton::clicked, this, &ClusterBanners::saveWanted);
}

void ClusterBanners::addDiscovered(const ClusterStatus &)
{
    Banner *banner = add({Glyph::Info, Meaning::Observer},
                         tr("Others started this cluster; ZooDock has found it and only looks at it."));
    banner->setDetails(tr("After its adoption its members can be started, stopped and paused from here. The "
                          "containers are left as they are."));
    connect(banner->addButton(tr("&Adopt")), &QPushButton::clicked, this, &ClusterBanners::adoptionWanted);
}

void ClusterBanners::addHalfMade(const ClusterStatus &status)
{
    if (m_interrupted == JournalEntry::Change::Apply) {
        addHalfChanged(status);
        return;
    }
    const QString sentence = m_interrupted == JournalEntry::Change::Remove
                                 ? tr("“%1” is half removed: its removal was interrupted.")
                                 : tr("“%1” is half made: its creation was interrupted.");
    Banner *banner = add({Glyph::Warning, Meaning::Looking}, sentence.arg(status.ensemble.shownName()));
    if (m_interrupted == JournalEntry::Change::Remove)
        banner->setDetails(tr("Finish makes what is missing again; Remove… takes the rest away."));
    connect(banner->addButton(tr("&Finish")), &QPushButton::clicked, this, &ClusterBanners::finishWanted);
    connect(banner->addButton(tr("Remove…")), &QPushButton::clicked, this, &ClusterBanners::removalWanted);
}

/// All of it is there, or its data is: nothing that removing would cure.
void ClusterBanners::addHalfChanged(const ClusterStatus &status)
{
    Banner *banner =
        add({Glyph::Warning, Meaning::Looking},
            tr("A change of the settings of “%1” was interrupted.").arg(status.ensemble.shownName()));
    banner->setDetails(tr("Some members may have the new settings, and others those before. Finish carries "
                          "the change through: it makes the others anew, with their data."));
    connect(banner->addButton(tr("&Finish")), &QPushButton::clicked, this, &ClusterBanners::finishWanted);
}

void ClusterBanners::addFailure(const ClusterStatus &status)
{
    const Error &error = m_failure->outcome().error();
    Banner *banner = add({Glyph::Cross, Meaning::Down}, m_failure->words().failed(m_failure->title()));
    banner->setDetails(error.message());
    const bool canMove = status.isManaged() && !status.ensemble.adopted && !status.halfMade;
    if (error.kind() == ErrorKind::PortInUse && canMove)
        connect(banner->addButton(tr("Chan&ge Ports…")), &QPushButton::clicked, this,
                &ClusterBanners::portsWanted);
    if (m_failure->again())
        connect(banner->addButton(retryText(*m_failure)), &QPushButton::clicked, this,
                [this] { Q_EMIT retryWanted(m_failure); });
    addOutput(*banner, backgroundOf(error));
    if (!m_failure->commands().isEmpty())
        connect(banner->addButton(tr("Sho&w Commands")), &QPushButton::clicked, this,
                [this] { Q_EMIT commandsWanted(m_failure); });
    connect(banner->addButton(tr("&Dismiss")), &QPushButton::clicked, this,
            [this] { Q_EMIT dismissWanted(m_failure); });
}

} // namespace zoodock
