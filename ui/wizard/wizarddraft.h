// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ensemble/ensemble.h"
#include "ensemble/finding.h"
#include "ensemble/hostfacts.h"
#include "ensemble/portplan.h"
#include "ui/uiservices.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <optional>

namespace zoodock
{

/// What the pages of the wizard, or of the settings of a cluster, edit together: the ensemble, what is known
/// of the engine, and what speaks against it. For a new cluster free ports are proposed anew at each change,
/// but for those that a person entered, and what moves because somebody else took one is said; one that there
/// is keeps its ports, and gets a free one only where it has none.
class WizardDraft : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WizardDraft)
public:
    enum class Purpose { NewCluster, Change };
    /// `start` without an image takes the default one, once it is known what the engine has.
    WizardDraft(const UiServices &services, Ensemble start, QObject *parent,
                Purpose purpose = Purpose::NewCluster);
    [[nodiscard]] Purpose purpose() const { return m_purpose; }

    [[nodiscard]] const UiServices &services() const { return m_services; }
    [[nodiscard]] const Ensemble &ensemble() const { return m_ensemble; }
    [[nodiscard]] const HostFacts &facts() const { return m_facts; }
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }
    [[nodiscard]] bool hasErrors() const;
    /// The engine is being asked, and was never heard before.
    [[nodiscard]] bool isFirstLook() const { return m_asking && !m_facts.known; }
    [[nodiscard]] bool isAsking() const { return m_asking; }

    /// Changes the ensemble by `change`, then proposes, checks and announces.
    void edit(const std::function<void(Ensemble &ensemble)> &change);
    void setName(const QString &name);
    void setMembers(int participants, int observers);
    /// Whatever was entered; empty: as it is called by itself.
    void callMember(int memberId, const QString &name);
    void setImage(const QString &reference);
    void setNetworkMode(NetworkMode mode);
    /// What the ensemble would be in this mode.
    [[nodiscard]] Ensemble inMode(NetworkMode mode) const;
    /// Of all members. Host mode: published means reachable under `address` and not only from the host.
    void publish(PortKind kind, bool published, const QString &address);
    /// Of a new cluster: those of `wish` are taken as if entered.
    void keepPorts(const Ensemble &wish);
    /// 0: the port is proposed again.
    void choosePort(int memberId, PortKind kind, quint16 port);
    /// Something else than a port was entered, `text`: there is none, which is an error that says so, and
    /// none is proposed.
    void refusePort(int memberId, PortKind kind, const QString &text);
    /// Forgets the ports that were entered; of a cluster that there is, those with a finding.
    void proposeFreePorts();
    [[nodiscard]] bool hasPortFindings() const;

    /// The script that can build the local image; empty: there is none.
    void setRecipe(const QString &recipe);
    /// The ensemble, without the image if nobody chose one.
    [[nodiscard]] Ensemble rememberable() const;
    /// Something was entered or chosen.
    [[nodiscard]] bool isEdited() const { return m_edited; }

    /// Looks at the engine again; changed() tells when it is known.
    void askEngine();
    /// The same, unless it was heard a moment ago or is being asked.
    void refreshFacts();
    /// A name that no cluster and nothing on the engine has.
    [[nodiscard]] QString freeName(const QString &wish) const;

Q_SIGNALS:
    void changed();
    /// An answer to askEngine(), good or bad.
    void asked();

private:
    void onAnswer(const Result<HostFacts> &facts, const QString &name);
    void update();
    void propose();
    void takeDefaultImage();
    void followStore();
    void onStoreWasChanged();
    [[nodiscard]] quint16 firstClientPort() const;
    /// `all` that was entered: member id and kind → port; 0: refused.
    void proposePorts(Ensemble &ensemble, const QHash<std::pair<int, int>, quint16> &all) const;
    void check();
    void checkName();
    void noteMovedPorts(const Ensemble &before);
    void sayMovedPorts();
    void nameRefused();
    void foldNames();
    void replaceFinding(const QString &code, const std::optional<Finding> &finding);
    [[nodiscard]] bool isTaken(const QString &name) const;

    UiServices m_services;
    Purpose m_purpose;
    Ensemble m_ensemble;
    HostFacts m_facts;
    QList<Finding> m_findings;
    QString m_recipe;
    /// Of the mode that is not chosen, for the way back: its members' ports, and which were entered.
    QList<Member> m_otherMembers;
    QHash<std::pair<int, int>, quint16> m_otherChosen;
    std::optional<Error> m_problem;                     ///< why the engine could not be asked
    QHash<std::pair<int, int>, quint16> m_chosen;       ///< member id and kind → port; 0: refused
    QHash<std::pair<int, int>, QString> m_refusedTexts; ///< what was entered there
    QTimer m_askSoon;
    QTimer m_lookAgain;             ///< because the store has something new
    QElapsedTimer m_sinceAnswer;    ///< of the engine
    std::optional<Finding> m_moved; ///< that ports which were free were taken, and others proposed
    QString m_factsOf;              ///< the name for which m_facts were asked: its own objects are left out
    QList<TakenPort> m_movedTo;     ///< what is said holds while these are the ports
    int m_generation = 0;           ///< of questions to the engine; an answer to an earlier one is dropped
    bool m_asking = false;
    bool m_edited = false;
    bool m_imageIsDefault = false;
    bool m_standaloneIsOurs = false; ///< switched off because of observers, not by a person
};

} // namespace zoodock
