// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/ensemblechange.h"
#include "core/operation.h"
#include "ownobjects.h"

#include <QtCore/QMap>

namespace zoodock
{

class DockerEngine;

/// What would change: the wishes side by side, and for each member the wish that its container was really
/// made with, from its label.
class CompareQuery : public ValueOperation<EnsembleChange>
{
    Q_OBJECT
public:
    struct Made
    {
        ContainerInfo container;
        Ensemble spec; ///< the file's where the label cannot be read
    };

    /// `withAbsent`: members without a container, or with one that was never started, count as different.
    CompareQuery(DockerEngine &engine, Ensemble before, Ensemble after, bool withAbsent, QObject *parent);
    ~CompareQuery() override;

    /// The members' containers, by id.
    [[nodiscard]] const QMap<int, Made> &made() const { return m_made; }

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    [[nodiscard]] Ensemble madeWith(const ContainerInfo &container) const;
    void onFound(const Result<OwnObjects> &found);
    void addAbsent(EnsembleChange &change) const;
    [[nodiscard]] bool wasStarted(int memberId) const;

    DockerEngine &m_engine;
    Ensemble m_before;
    Ensemble m_after;
    bool m_withAbsent;
    QMap<int, Made> m_made;
};

} // namespace zoodock
