// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clustermonitor.h"
#include "docker/dockerengine.h"

namespace zoodock
{

/// Docker's contexts in the words of this room.
class ContextList final : public ValueOperation<QList<ContextChoice>>
{
public:
    ContextList(DockerEngine &engine, QObject *parent)
        : ValueOperation(parent)
        , m_query(engine.contexts(this))
    {
    }

protected:
    void begin() override
    {
        connect(m_query, &Operation::finished, this, [this] {
            if (!m_query->succeeded()) {
                fail(m_query->outcome().error());
                return;
            }
            QList<ContextChoice> choices;
            for (const ContextInfo &context : m_query->value()) {
                if (context.exists())
                    choices.append({context.name, context.description, context.endpoint, context.current});
            }
            succeedWith(choices);
        });
        m_query->start();
    }
    // Its failure is ours.
    void abort(const Error &) override { m_query->cancel(); }

private:
    ValueOperation<QList<ContextInfo>> *m_query;
};

} // namespace zoodock
