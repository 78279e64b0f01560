// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clustertask.h"

#include "fakes/patience.h"

namespace zoodock::test
{

/// A task that does what the test says, when it says it.
class FakeTask : public ClusterTask
{
public:
    FakeTask(const QString &cluster, const TaskTitle &title, const QStringList &sentences,
             QObject *parent = nullptr)
        : ClusterTask(cluster, title, parent)
    {
        setSentences(sentences);
    }

    void setSentences(const QStringList &sentences)
    {
        QList<TaskStep> steps;
        for (const QString &sentence : sentences) {
            TaskStep step;
            step.sentence = sentence;
            steps.append(step);
        }
        setSteps(steps);
    }
    using ClusterTask::noteCommand;
    using ClusterTask::setStep;
    using ClusterTask::setUndoing;
    using Operation::fail;
    using Operation::succeed;

    bool holdCancel = false; ///< cancel() then undoes for as long as the test likes
    bool aborted = false;
    Wholeness stake = Wholeness::NoMatter;
    [[nodiscard]] Wholeness wholeness() const override { return stake; }

protected:
    void begin() override { markBegun(); }
    void abort(const Error &why) override
    {
        aborted = true;
        if (holdCancel)
            setUndoing(true);
        else
            fail(why);
    }
};

} // namespace zoodock::test
