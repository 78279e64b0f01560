// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/engineregistry.h"

#include "docker/dockerengine.h"

namespace zoodock
{

EngineRegistry::EngineRegistry(ProcessRunner &runner, QString dockerProgram, QObject *parent)
    : QObject(parent)
    , m_runner(runner)
    , m_program(std::move(dockerProgram))
{
}

EngineRegistry::~EngineRegistry() = default;

DockerEngine &EngineRegistry::engine(const QString &context)
{
    DockerEngine *&engine = m_engines[context];
    if (!engine)
        engine = new DockerEngine(m_runner, DockerCommands(m_program, context), this);
    return *engine;
}

} // namespace zoodock
