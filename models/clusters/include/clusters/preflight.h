// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elsewhere.h"
#include "core/operation.h"
#include "ensemble/hostfacts.h"

#include <memory>

namespace zoodock
{

class EngineRegistry;
struct NamedObject;

/// Collects HostFacts of the engine behind `context`, everything at the same time: version, info, endpoint;
/// all containers (stopped ones too) with names and ports; networks, volumes, images; listeners of the
/// engine's host (local engine in our own namespace: /proc/net/tcp and tcp6 are read here, with the programs
/// behind them as far as this user may see them; otherwise a helper
/// container reads them, if one of `helperImages` is present; else HostFacts::listenersKnown stays false).
/// Names of objects labelled with `exceptCluster` are told apart (HostFacts::own…), its ports carry its name.
/// Fails only where the engine does not answer.
class Preflight : public ValueOperation<HostFacts>
{
    Q_OBJECT
public:
    Preflight(EngineRegistry &engines, QString context, QString exceptCluster, QStringList helperImages,
              QObject *parent);
    ~Preflight() override;

    /// What members without a container want: ports (holders that do not run), and names on networks. Before
    /// start().
    void setReserved(const QList<PortHolder> &ports, const QList<NameHolder> &names)
    {
        m_reserved = ports;
        m_reservedNames = names;
    }

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    struct Parts;
    template <typename T>
    void ask(ValueOperation<T> *question, T Parts::*place);
    void onPart(const Result<void> &outcome);
    void askRest();
    void readListeners();
    void fillEngine();
    void fillObjects();
    /// By our label.
    void sortByOwner(const QList<NamedObject> &objects, QSet<QString> &own, QSet<QString> &others) const;
    void addListeners();
    void askHelper(const QString &image);

    EngineRegistry &m_engines;
    QString m_context;
    QString m_exceptCluster;
    QStringList m_helperImages;
    QList<PortHolder> m_reserved;
    QList<NameHolder> m_reservedNames;
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<Elsewhere<QList<PortHolder>>> m_reading;
};

} // namespace zoodock
