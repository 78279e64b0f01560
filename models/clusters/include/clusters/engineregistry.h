// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace zoodock
{

class DockerEngine;
class ProcessRunner;

/// One DockerEngine per docker context, made when first asked for; lives as long as the registry.
class EngineRegistry : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineRegistry)
public:
    EngineRegistry(ProcessRunner &runner, QString dockerProgram, QObject *parent = nullptr);
    ~EngineRegistry() override;

    [[nodiscard]] DockerEngine &engine(const QString &context);
    [[nodiscard]] const QString &dockerProgram() const { return m_program; }
    [[nodiscard]] ProcessRunner &runner() const { return m_runner; }

private:
    ProcessRunner &m_runner;
    QString m_program;
    QHash<QString, DockerEngine *> m_engines;
};

} // namespace zoodock
