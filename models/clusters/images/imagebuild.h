// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/imagetask.h"

namespace zoodock
{

class Command;
struct CommandOutput;

class ImageBuild : public ImageTask
{
    Q_OBJECT
public:
    ImageBuild(EngineRegistry &engines, QString context, QString recipe, QObject *parent);
    ~ImageBuild() override;

    [[nodiscard]] double progress() const override { return -1; }

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void onLine(const QByteArray &line);
    void onFinished();
    [[nodiscard]] Error failureOf(const CommandOutput &output) const;
    void endLastStep(StepState state);

    EngineRegistry &m_engines;
    QString m_context;
    QString m_recipe;
    Command *m_command = nullptr;
};

} // namespace zoodock
