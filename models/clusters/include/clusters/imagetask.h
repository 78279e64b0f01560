// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clustertask.h"

namespace zoodock
{

class EngineRegistry;

/// Gets an image onto an engine. A task of no cluster: cluster() is empty. Unstarted; whoever asks for it
/// gives it to the ActivityLog or another owner. Cancel ends once the program is gone; what the engine has
/// fetched by then stays with it and is not fetched again.
class ImageTask : public ClusterTask
{
    Q_OBJECT
public:
    using ClusterTask::ClusterTask;

    /// `docker pull`: a step per layer, with a no-progress watchdog. Fails with RegistryUnreachable,
    /// ImageMissing, … in plain words.
    [[nodiscard]] static ImageTask *pull(EngineRegistry &engines, const QString &context,
                                         const QString &reference, QObject *parent);
    /// Builds localImage() with the script `recipe`: a step per thing that the script says.
    [[nodiscard]] static ImageTask *build(EngineRegistry &engines, const QString &context,
                                          const QString &recipe, QObject *parent);

    [[nodiscard]] const QString &reference() const { return m_reference; }
    [[nodiscard]] double progress() const override = 0;
    [[nodiscard]] bool changesCluster() const override { return false; }

    /// How long it may say nothing; before start().
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    /// What the recipe makes.
    [[nodiscard]] static QString localImage();
    /// The script that builds it: beside the sources that the program was built from, or where it was
    /// installed; `programFolder` is where the executable lies. Empty: it is not there.
    [[nodiscard]] static QString recipe(const QString &programFolder);

protected:
    void setReference(const QString &reference) { m_reference = reference; }
    /// One more step, waiting; its index.
    int addStep(const QString &sentence);

    [[nodiscard]] std::chrono::milliseconds patience() const { return m_patience; }

private:
    QString m_reference;
    std::chrono::milliseconds m_patience{0};
};

} // namespace zoodock
