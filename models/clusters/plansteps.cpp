// SPDX-License-Identifier: GPL-3.0-or-later
#include "plansteps.h"

#include "docker/dockercommands.h"
#include "docker/tararchive.h"
#include "ensemble/ensemblejson.h"
#include "ensemble/imagefamily.h"
#include "ensemble/imagereference.h"
#include "ensemble/secretrules.h"
#include "ensemble/serverconfig.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QMap>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Labels = QList<std::pair<QString, QString>>;
using FilesByDirectory = QMap<QString, QList<GeneratedFile>>;

QString bracketed(const QString &address)
{
    return address.contains(u':') ? u'[' + address + u']' : address;
}

/// Makes the steps of one plan, in the order of the groups.
class Planner
{
    Q_DECLARE_TR_FUNCTIONS(ClusterPlanner)
public:
    Planner(const Ensemble &ensemble, const HostFacts &facts, const QString &program, const QList<int> &only,
            FirstStart start)
        : m_ensemble(ensemble)
        , m_facts(facts)
        , m_only(only)
        , m_start(start)
        , m_commands(program, ensemble.context)
        , m_spec(QString::fromUtf8(toCompactJson(withoutSecrets(ensemble))))
        , m_shown(withMaskedSecrets(ensemble))
    {
    }

    Result<Plan> make()
    {
        addImage();
        addNetwork();
        addVolumes();
        for (const Member &member : m_ensemble.members) {
            const Result<void> added = isMeant(member) ? addContainer(member) : Result<void>();
            if (!added)
                return failure(added.error());
        }
        if (m_only.isEmpty())
            m_plan.steps += step(StepKind::Quorum, 3, tr("Wait for the quorum"));
        m_plan.ensemble = m_ensemble;
        return m_plan;
    }

private:
    [[nodiscard]] static PlanStep step(StepKind kind, int group, const QString &sentence)
    {
        PlanStep made;
        made.kind = kind;
        made.group = group;
        made.sentence = sentence;
        return made;
    }

    [[nodiscard]] bool isMeant(const Member &member) const
    {
        return m_only.isEmpty() || m_only.contains(member.id);
    }

    [[nodiscard]] Labels labels() const
    {
        Labels list{{QString::fromUtf16(label::cluster), m_ensemble.name}};
        if (!m_ensemble.testRun.isEmpty())
            list.append({QString::fromUtf16(label::test), m_ensemble.testRun});
        return list;
    }

    [[nodiscard]] Labels labels(const Member &member) const
    {
        Labels list = labels();
        list.insert(1, {QString::fromUtf16(label::member), QString::number(member.id)});
        return list;
    }

    void addImage()
    {
        const QString &reference = m_ensemble.image.reference;
        PlanStep image = step(StepKind::Image, 0, tr("The image %1 is present").arg(reference));
        if (!hasImage(m_facts, reference)) {
            image.sentence = tr("Pull the image %1").arg(reference);
            image.commands = {m_commands.pull(reference)};
            image.watchdog = true;
        }
        m_plan.steps += image;
    }

    void addNetwork()
    {
        const QString name = networkName(m_ensemble);
        const bool isOwn =
            m_ensemble.network.mode == NetworkMode::Bridge && m_ensemble.network.existing.isEmpty();
        if (!isOwn || m_facts.ownNetworks.contains(name))
            return;
        PlanStep network = step(StepKind::Network, 1, tr("Create the network %1").arg(name));
        network.commands = {m_commands.createNetwork(name, labels())};
        network.undo = {m_commands.removeNetwork(name)};
        network.makes = {name};
        m_plan.networks = network.makes;
        m_plan.steps += network;
    }

    void addVolumes()
    {
        if (m_ensemble.volumes != VolumePolicy::Named)
            return;
        PlanStep volumes = step(StepKind::Volumes, 1, {});
        volumes.parallel = true;
        for (const Member &member : m_ensemble.members) {
            for (const VolumeKind kind : {VolumeKind::Data, VolumeKind::DataLog}) {
                if (isMeant(member))
                    addVolume(volumes, member, volumeName(m_ensemble, member, kind));
            }
        }
        if (volumes.makes.isEmpty())
            return;
        volumes.sentence = tr("Create the volumes");
        m_plan.volumes = volumes.makes;
        m_plan.steps += volumes;
    }

    void addVolume(PlanStep &volumes, const Member &member, const QString &name) const
    {
        if (m_facts.ownVolumes.contains(name))
            return;
        Labels known = labels(member);
        known.append({QString::fromUtf16(label::image), m_ensemble.image.reference});
        volumes.commands += m_commands.createVolume(name, known);
        volumes.undo += m_commands.removeVolumes({name});
        volumes.makes += name;
    }

    Result<void> addContainer(const Member &member)
    {
        const QString name = containerName(m_ensemble, member);
        const QString present = m_facts.ownContainer(m_ensemble, member);
        PlanStep container = step(StepKind::Container, 2, tr("Create and start %1").arg(member.name));
        container.memberId = member.id;
        if (m_facts.ownContainers.contains(present) && !m_facts.ownUnstarted.contains(present)) {
            container.sentence = tr("Start %1").arg(member.name);
            const bool isPaused = m_facts.ownPaused.contains(present); // docker refuses to start it
            container.commands = {isPaused ? m_commands.unpause({present}) : m_commands.start({present})};
            m_plan.steps += container;
            return {};
        }
        const Result<ServerConfiguration> configuration = configure(m_ensemble, member);
        if (!configuration)
            return failure(configuration.error());
        // One that was never started may lack its files.
        if (m_facts.ownUnstarted.contains(present))
            container.commands += m_commands.remove({present});
        const Result<ServerConfiguration> shown = configure(m_shown, member);
        container.commands += creation(request(member, *configuration), configuration->files,
                                       shown ? shown->files : QList<GeneratedFile>());
        container.undo = {m_commands.remove({name})};
        container.makes = {name};
        m_plan.containers += name;
        m_plan.steps += container;
        return {};
    }

    /// Generated files have to be there before the first start; without them one command does it all.
    /// `shown`: the same files as people may see them.
    [[nodiscard]] QList<CommandSpec> creation(const ContainerRequest &request,
                                              const QList<GeneratedFile> &files,
                                              const QList<GeneratedFile> &shown) const
    {
        if (files.isEmpty() && m_start == FirstStart::AtOnce)
            return {m_commands.run(request)};
        const FilesByDirectory byDirectory = sorted(files);
        const FilesByDirectory shownByDirectory = sorted(shown);
        QList<CommandSpec> commands{m_commands.create(request)};
        for (auto it = byDirectory.cbegin(); it != byDirectory.cend(); ++it)
            commands += copy(request.name, it.key(), it.value(), shownByDirectory.value(it.key()));
        if (m_start == FirstStart::AtOnce)
            commands += m_commands.start({request.name});
        return commands;
    }

    [[nodiscard]] static FilesByDirectory sorted(const QList<GeneratedFile> &files)
    {
        FilesByDirectory byDirectory;
        for (const GeneratedFile &file : files)
            byDirectory[file.path.left(file.path.lastIndexOf(u'/'))] += file;
        return byDirectory;
    }

    [[nodiscard]] CommandSpec copy(const QString &container, const QString &directory,
                                   const QList<GeneratedFile> &files, const QList<GeneratedFile> &shown) const
    {
        QStringList names;
        for (const GeneratedFile &file : files)
            names += file.path.mid(file.path.lastIndexOf(u'/') + 1);
        const QString all = names.join(", "_L1);
        if (files == shown)
            return m_commands.copyInto(container, directory, tarArchive(files),
                                       tr("%1 as a tar archive").arg(all));
        CommandSpec command =
            m_commands.copyInto(container, directory, tarArchive(files),
                                tr("%1 as a tar archive, which shows each secret as ***").arg(all));
        command.shownInput = tarArchive(shown);
        return command;
    }

    [[nodiscard]] ContainerRequest request(const Member &member,
                                           const ServerConfiguration &configuration) const
    {
        ContainerRequest request;
        request.name = containerName(m_ensemble, member);
        request.hostname = member.name;
        request.image = m_ensemble.image.reference;
        request.network = u"host"_s;
        if (m_ensemble.network.mode == NetworkMode::Bridge) {
            const QString &existing = m_ensemble.network.existing;
            request.network = existing.isEmpty() ? networkName(m_ensemble) : existing;
            request.aliases = {member.name};
            request.publish = published(member);
        }
        request.labels = labels(member);
        request.labels.append({QString::fromUtf16(label::spec), m_spec});
        request.environment = configuration.environment;
        request.volumes = mounts(member);
        request.restartPolicy = nameOf(m_ensemble.restart);
        request.logOptions = {u"max-size=10m"_s, u"max-file=3"_s};
        return request;
    }

    [[nodiscard]] static QStringList published(const Member &member)
    {
        QStringList list;
        for (const PortKind kind : allPortKinds) {
            const MemberPort &port = member.port(kind);
            if (port.published)
                list += u"%1:%2:%3"_s.arg(bracketed(port.address)).arg(port.hostPort).arg(port.port);
        }
        return list;
    }

    [[nodiscard]] QStringList mounts(const Member &member) const
    {
        const ImageFamily *const family = imageFamily(m_ensemble.image.family);
        if (m_ensemble.volumes != VolumePolicy::Named || family == nullptr)
            return {};
        return {volumeName(m_ensemble, member, VolumeKind::Data) + u':' + family->dataDirectory,
                volumeName(m_ensemble, member, VolumeKind::DataLog) + u':' + family->dataLogDirectory};
    }

    const Ensemble &m_ensemble;
    const HostFacts &m_facts;
    const QList<int> &m_only;
    FirstStart m_start;
    DockerCommands m_commands;
    QString m_spec;
    Ensemble m_shown;
    Plan m_plan;
};

} // namespace

Result<Plan> planSteps(const Ensemble &ensemble, const HostFacts &facts, const QString &dockerProgram,
                       const QList<int> &only, FirstStart start)
{
    return Planner(ensemble, facts, dockerProgram, only, start).make();
}

} // namespace zoodock
