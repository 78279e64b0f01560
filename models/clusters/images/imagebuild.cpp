// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagebuild.h"

#include "clusters/engineregistry.h"
#include "core/processrunner.h"
#include "docker/dockererrors.h"

#include <QtCore/QRegularExpression>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Fetching a base and its packages over a slow line says nothing for long.
constexpr std::chrono::milliseconds usualPatience = 15min;

CommandSpec specOf(const EngineRegistry &engines, const QString &context, const QString &recipe)
{
    CommandSpec spec;
    spec.program = recipe;
    spec.arguments = {u"--tag"_s, ImageTask::localImage(), u"--docker"_s, engines.dockerProgram()};
    if (!context.isEmpty())
        spec.arguments << u"--context"_s << context;
    spec.deadline = usualPatience;
    return spec;
}

} // namespace

ImageBuild::ImageBuild(EngineRegistry &engines, QString context, QString recipe, QObject *parent)
    : ImageTask({}, TaskTitle::of<ImageBuild>(QT_TR_NOOP("Build the image %1"), {localImage()}), parent)
    , m_engines(engines)
    , m_context(std::move(context))
    , m_recipe(std::move(recipe))
{
    setReference(localImage());
    addStep(tr("Begin"));
}

ImageBuild::~ImageBuild() = default;

void ImageBuild::begin()
{
    markBegun();
    CommandSpec spec = specOf(m_engines, m_context, m_recipe);
    spec.deadline = patience().count() > 0 ? patience() : spec.deadline;
    m_command = m_engines.runner().command(spec, this);
    m_command->setWaitForExitOnCancel(true);
    m_command->setDeadlineIsWatchdog(true);
    noteCommand(spec.display());
    connect(m_command, &Command::outputLine, this, &ImageBuild::onLine);
    connect(m_command, &Operation::finished, this, &ImageBuild::onFinished);
    setStep(0, StepState::Running);
    m_command->start();
}

void ImageBuild::abort(const Error &)
{
    m_command->cancel();
}

/// The script says what it begins: "image: packages on debian:bookworm-slim (12 s)".
void ImageBuild::onLine(const QByteArray &line)
{
    static const QRegularExpression shape(u"\\Aimage: (.+?)(?: \\(\\d+ s\\))?\\z"_s);
    const QRegularExpressionMatch match = shape.match(QString::fromUtf8(line).trimmed());
    if (!match.hasMatch())
        return;
    endLastStep(StepState::Done);
    setStep(addStep(match.captured(1)), StepState::Running);
}

void ImageBuild::onFinished()
{
    const Result<CommandOutput> output = m_command->result();
    const bool isDone = output && output->exitCode == 0;
    const bool isCancelled = !output && output.error().kind() == ErrorKind::Cancelled;
    endLastStep(isDone ? StepState::Done : isCancelled ? StepState::Cancelled : StepState::Failed);
    if (isDone)
        succeed();
    else
        fail(output ? failureOf(*output) : output.error());
}

Error ImageBuild::failureOf(const CommandOutput &output) const
{
    const QString detail = describeRun(m_command->spec(), output);
    const ErrorKind kind = dockerErrorKind(output.standardError);
    if (kind == ErrorKind::EngineDown || kind == ErrorKind::EngineForbidden || kind == ErrorKind::DiskFull)
        return dockerError(m_command->spec(), output.exitCode, output.standardError, {});
    if (output.standardError.contains("no sudo") || output.standardError.contains("sudo:"))
        return Error(ErrorKind::ProgramFailed,
                     tr("No registry answers, and building without one needs the rights of root. Run the "
                        "command of this task in a terminal, or choose another image."),
                     detail);
    return Error(ErrorKind::ProgramFailed,
                 tr("The image could not be built. The details show where it ended; choose another image, or "
                    "try again once the cause is mended."),
                 detail);
}

void ImageBuild::endLastStep(StepState state)
{
    const int last = int(steps().size()) - 1;
    if (steps().at(last).state == StepState::Running)
        setStep(last, state);
}

} // namespace zoodock
