// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodeconnection.h"
#include "znodes/znodeeditor.h"

namespace zoodock
{

namespace
{

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds patience = 30s;

class ChrootCreation : public Operation
{
public:
    ChrootCreation(const ZnodeTarget &target, QObject *parent)
        : Operation(parent)
        , m_target(target)
        , m_connection(new ZnodeConnection(this))
    {
        m_target.chroot.clear();
        m_spec.path = ZnodePath::trusted(target.chroot);
        m_spec.withParents = true;
        setDeadline(patience);
    }

protected:
    void begin() override
    {
        connect(m_connection, &ZnodeConnection::stateChanged, this, [this](ZnodeConnection::State state) {
            if (state == ZnodeConnection::State::Connected && !m_change)
                create();
        });
        m_connection->open(m_target);
    }

    void abort(const Error &why) override
    {
        if (m_change)
            m_change->cancel();
        else if (why.kind() == ErrorKind::Timeout)
            fail(Error(
                ErrorKind::Timeout,
                ZnodeEditor::tr("There is no connection to ZooKeeper. Look whether its servers run, then "
                                "try again.")));
        else
            fail(why);
    }

private:
    void create()
    {
        m_change = ZnodeEditor(m_connection, nullptr).create(m_spec, this);
        connect(m_change, &Operation::finished, this, [this] {
            const bool isThere = m_change->succeeded() || m_change->error().kind() == ErrorKind::NodeExists;
            settleWith(isThere ? Result<void>() : m_change->outcome());
        });
        m_change->start();
    }

    ZnodeTarget m_target;
    ZnodeSpec m_spec;
    ZnodeConnection *m_connection;
    ZnodeChange *m_change = nullptr;
};

} // namespace

Operation *createChroot(const ZnodeTarget &target, QObject *parent)
{
    return new ChrootCreation(target, parent);
}

} // namespace zoodock
