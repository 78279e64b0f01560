// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagepull.h"

#include "clusters/engineregistry.h"
#include "core/processrunner.h"
#include "docker/dockerengine.h"
#include "docker/dockererrors.h"
#include "docker/pullprogress.h"

#include <numeric>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using State = PulledLayer::State;

StepState stepState(State state)
{
    switch (state) {
    case State::Waiting:
        return StepState::Waiting;
    case State::Complete:
        return StepState::Done;
    case State::Downloading:
    case State::Downloaded:
    case State::Extracting:
        break;
    }
    return StepState::Running;
}

QString layerWords(State state)
{
    switch (state) {
    case State::Downloading:
        return ImagePull::tr("downloading");
    case State::Downloaded:
        return ImagePull::tr("downloaded");
    case State::Extracting:
        return ImagePull::tr("extracting");
    case State::Waiting:
    case State::Complete:
        break;
    }
    return {};
}

/// Downloading takes most of the time.
double share(State state)
{
    switch (state) {
    case State::Waiting:
        return 0.0;
    case State::Downloading:
        return 0.1;
    case State::Downloaded:
        return 0.7;
    case State::Extracting:
        return 0.8;
    case State::Complete:
        break;
    }
    return 1.0;
}

bool hasEnded(StepState state)
{
    return state != StepState::Waiting && state != StepState::Running;
}

} // namespace

ImagePull::ImagePull(EngineRegistry &engines, QString context, const QString &reference, QObject *parent)
    : ImageTask({}, TaskTitle::of<ImagePull>(QT_TR_NOOP("Pull the image %1"), {reference}), parent)
    , m_engines(engines)
    , m_context(std::move(context))
{
    setReference(reference);
    // The engine may have a name resolved before it says a word.
    addStep(tr("Ask the registry"));
    m_shares = {0.0};
}

ImagePull::~ImagePull() = default;

double ImagePull::progress() const
{
    if (m_layers.isEmpty())
        return -1;
    return std::accumulate(m_shares.cbegin(), m_shares.cend(), 0.0) / double(m_shares.size());
}

void ImagePull::begin()
{
    markBegun();
    DockerEngine &engine = m_engines.engine(m_context);
    CommandSpec spec = engine.commands().pull(reference());
    spec.deadline = patience().count() > 0 ? patience() : spec.deadline;
    m_command = engine.runner().command(spec, this);
    m_command->setWaitForExitOnCancel(true);
    m_command->setDeadlineIsWatchdog(true);
    noteCommand(m_command->spec().display());
    connect(m_command, &Command::outputLine, this, &ImagePull::onLine);
    connect(m_command, &Operation::finished, this, &ImagePull::onFinished);
    setStep(0, StepState::Running);
    m_command->start();
}

void ImagePull::abort(const Error &)
{
    m_command->cancel();
}

void ImagePull::onLine(const QByteArray &line)
{
    const std::optional<PulledLayer> layer = parse::pullLine(line);
    if (!layer)
        return;
    if (!hasEnded(steps().first().state)) {
        m_shares[0] = 1.0;
        setStep(0, StepState::Done);
    }
    if (!m_layers.contains(layer->id)) {
        m_layers.insert(layer->id, addStep(tr("Layer %1").arg(layer->id)));
        m_shares.append(0.0);
    }
    const int step = m_layers.value(layer->id);
    m_shares[step] = std::max(m_shares.at(step), share(layer->state));
    setStep(step, stepState(layer->state), layerWords(layer->state));
}

void ImagePull::onFinished()
{
    const Result<CommandOutput> output = m_command->result();
    if (output && output->exitCode == 0) {
        m_shares.fill(1.0);
        endSteps(StepState::Done);
        succeed();
        return;
    }
    if (!output && output.error().kind() == ErrorKind::Timeout) {
        endSteps(StepState::Failed);
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(m_command->spec().deadline);
        fail(Error(ErrorKind::Timeout,
                   tr("Nothing has been heard of the image %1 for %Ln minute(s). Check the Docker engine's "
                      "network connection, then try again; what has arrived is kept.",
                      nullptr, int(minutes.count()))
                       .arg(reference()),
                   output.error().detail()));
        return;
    }
    const bool isCancelled = !output && output.error().kind() == ErrorKind::Cancelled;
    endSteps(isCancelled ? StepState::Cancelled : StepState::Failed);
    fail(output
             ? dockerError(m_command->spec(), output->exitCode, output->standardError, output->standardOutput)
             : output.error());
}

void ImagePull::endSteps(StepState state)
{
    for (int index = 0; index < steps().size(); ++index) {
        if (!hasEnded(steps().at(index).state))
            setStep(index, state);
    }
}

} // namespace zoodock
