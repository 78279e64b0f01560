// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterstore.h"
#include "itemmodels/clustertreemodel.h"
#include "models/printedtree.h"

#include <QtCore/QPersistentModelIndex>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QList<int> words{ClusterTreeModel::WordRole, ClusterTreeModel::CountRole};

Ensemble ensemble(const QString &name, int participants, int observers = 0)
{
    return makeEnsemble(name, participants, observers, NetworkMode::Bridge, u"zoodock/zookeeper:3.8"_s);
}

Ensemble withIds(Ensemble ensemble, const QList<int> &ids)
{
    QList<Member> members;
    for (const int id : ids)
        members.append(*ensemble.member(id));
    ensemble.members = members;
    return ensemble;
}

} // namespace

class TestClusterTreeModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatTheStoreHolds();
    void ordersNaturally();
    void followsStates();
    void keepsWhatStays_data();
    void keepsWhatStays();
    void ignoresDuplicatesAndLateNews();
    void removesAndBringsBack();
    void saysWhatIsOdd();
    void noAlarmWhileItIsMade();
    void othersStandBelowAHeading();
    void greysOnlyWhatIsOld();
    void saysItAllToScreenReaders();

private:
    void run(const QString &cluster, int id);
    void answer(const QString &cluster, int id, MemberState mode);

    ManualClock m_clock;
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<ClusterTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestClusterTreeModel::init()
{
    m_store = std::make_unique<ClusterStore>(m_clock);
    m_model = std::make_unique<ClusterTreeModel>(*m_store);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestClusterTreeModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_store.reset();
}

void TestClusterTreeModel::run(const QString &cluster, int id)
{
    ContainerObservation container;
    container.life = ContainerLife::Running;
    container.id = u"c%1"_s.arg(id);
    container.startedAt = m_clock.utc();
    m_store->observeContainer(cluster, id, container);
}

void TestClusterTreeModel::answer(const QString &cluster, int id, MemberState mode)
{
    m_clock.advance(std::chrono::milliseconds(1));
    ProbeObservation probe;
    probe.outcome = ProbeOutcome::Serving;
    probe.report.mode = mode;
    probe.at = m_clock.monotonic();
    m_store->observeProbe(cluster, id, probe);
}

void TestClusterTreeModel::showsWhatTheStoreHolds()
{
    QCOMPARE(printTree(*m_model), QString());
    m_store->setWanted(ensemble(u"orders"_s, 3), WantedOrigin::File);
    QCOMPARE(printTree(*m_model), u"orders\n  zoo1\n  zoo2\n  zoo3"_s);
    // A model made later sees the same.
    const ClusterTreeModel late(*m_store);
    QCOMPARE(printTree(late), printTree(*m_model));
}

void TestClusterTreeModel::ordersNaturally()
{
    for (const auto name : {"zoo10", "zoo2", "alpha"})
        m_store->setWanted(ensemble(QString::fromLatin1(name), 1), WantedOrigin::File);
    QCOMPARE(printTree(*m_model), u"alpha\n  zoo1\nzoo2\n  zoo1\nzoo10\n  zoo1"_s);
}

void TestClusterTreeModel::followsStates()
{
    m_store->setWanted(ensemble(u"orders"_s, 3), WantedOrigin::File);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    for (int id = 1; id <= 3; ++id) {
        run(u"orders"_s, id);
        answer(u"orders"_s, id, id == 2 ? MemberState::Leader : MemberState::Follower);
    }
    QVERIFY(!changed.isEmpty());
    QCOMPARE(printTree(*m_model, words),
             u"orders | quorum | 3/3\n  zoo1 | follower\n  zoo2 | leader\n  zoo3 | follower"_s);
    QCOMPARE(m_model->indexOf(u"orders"_s).data(ClusterTreeModel::QuorumRole).toInt(), 1);
    QCOMPARE(m_model->indexOf(u"orders"_s, 2).data(ClusterTreeModel::StateRole).toInt(),
             int(MemberState::Leader));
    m_store->doubtRoles(u"orders"_s, 2);
    QCOMPARE(m_model->indexOf(u"orders"_s, 1).data(ClusterTreeModel::WordRole).toString(), u"unconfirmed"_s);
}

void TestClusterTreeModel::keepsWhatStays_data()
{
    QTest::addColumn<QList<int>>("after");
    QTest::newRow("one goes") << QList<int>{1, 3, 5};
    QTest::newRow("first goes") << QList<int>{3, 4, 5};
    QTest::newRow("one comes in the middle") << QList<int>{1, 2, 3, 4, 5};
    QTest::newRow("one comes first, one goes last") << QList<int>{2, 1, 3, 4};
    QTest::newRow("none left") << QList<int>{};
}

void TestClusterTreeModel::keepsWhatStays()
{
    QFETCH(QList<int>, after);
    const Ensemble five = ensemble(u"orders"_s, 5);
    m_store->setWanted(withIds(five, {1, 3, 4, 5}), WantedOrigin::File);
    const QPersistentModelIndex cluster = m_model->indexOf(u"orders"_s);
    const QPersistentModelIndex third = m_model->indexOf(u"orders"_s, 3);
    m_store->setWanted(withIds(five, after), WantedOrigin::File);
    QStringList expected{u"orders"_s};
    for (const int id : after)
        expected += u"  zoo%1"_s.arg(id);
    QCOMPARE(printTree(*m_model), expected.join(u'\n'));
    QVERIFY(cluster.isValid()); // expansion and selection hang on it
    QCOMPARE(third.isValid(), after.contains(3));
    if (third.isValid())
        QCOMPARE(third.data().toString(), u"zoo3"_s);
}

void TestClusterTreeModel::ignoresDuplicatesAndLateNews()
{
    m_store->setWanted(ensemble(u"orders"_s, 3), WantedOrigin::File);
    const QString before = printTree(*m_model);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    // As an observer might shout it twice, or after everything is over.
    Q_EMIT m_store->clusterAdded(u"orders"_s);
    Q_EMIT m_store->clusterReset(u"orders"_s);
    Q_EMIT m_store->clusterAdded(u"gone"_s);
    Q_EMIT m_store->clusterReset(u"gone"_s);
    Q_EMIT m_store->clusterChanged(u"gone"_s);
    Q_EMIT m_store->clusterAboutToBeRemoved(u"gone"_s);
    Q_EMIT m_store->memberChanged(u"orders"_s, 9);
    Q_EMIT m_store->memberChanged(u"gone"_s, 1);
    QCOMPARE(printTree(*m_model), before);
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(removed.size(), 0);
    QVERIFY(!m_model->indexOf(u"orders"_s, 9).isValid());
    QVERIFY(!m_model->indexOf(u"gone"_s).isValid());
}

void TestClusterTreeModel::removesAndBringsBack()
{
    m_store->setWanted(ensemble(u"a"_s, 1), WantedOrigin::File);
    m_store->setWanted(ensemble(u"b"_s, 3), WantedOrigin::File);
    m_store->removeWanted(u"a"_s);
    QCOMPARE(printTree(*m_model), u"b\n  zoo1\n  zoo2\n  zoo3"_s);
    m_store->removeWanted(u"b"_s);
    QCOMPARE(printTree(*m_model), QString());
    m_store->setWanted(ensemble(u"b"_s, 1), WantedOrigin::File);
    QCOMPARE(printTree(*m_model), u"b\n  zoo1"_s);
}

void TestClusterTreeModel::saysWhatIsOdd()
{
    m_store->setWanted(ensemble(u"orders"_s, 3), WantedOrigin::File);
    const auto odd = [this] {
        return m_model->indexOf(u"orders"_s).data(ClusterTreeModel::AttentionRole).toBool();
    };
    QVERIFY(!odd());
    m_store->setHalfMade(u"orders"_s, true);
    QVERIFY(odd());
    QVERIFY(m_model->indexOf(u"orders"_s)
                .data(ClusterTreeModel::SentenceRole)
                .toString()
                .contains(u"A change of orders was interrupted."_s));
    m_store->setHalfMade(u"orders"_s, false);
    m_store->setDamaged(u"orders"_s, Error(ErrorKind::FileDamaged, u"Line 3: no colon."_s));
    QVERIFY(odd());
    QVERIFY(
        m_model->indexOf(u"orders"_s).data(ClusterTreeModel::SentenceRole).toString().contains(u"Line 3"_s));
}

void TestClusterTreeModel::noAlarmWhileItIsMade()
{
    m_store->setWanted(ensemble(u"orders"_s, 3), WantedOrigin::File);
    const auto word = [this] {
        return m_model->indexOf(u"orders"_s).data(ClusterTreeModel::WordRole).toString();
    };
    QCOMPARE(word(), u"unknown"_s);
    QVERIFY2(m_model->indexOf(u"orders"_s).data(ClusterTreeModel::CountRole).toString().isEmpty(),
             "no figure where nothing is known");
    ContainerObservation absent;
    absent.life = ContainerLife::Absent;
    for (const int id : {1, 2, 3})
        m_store->observeContainer(u"orders"_s, id, absent);
    QCOMPARE(word(), u"no quorum"_s);
    m_store->setBusy(u"orders"_s, true);
    QCOMPARE(word(), u"changing"_s);
    QCOMPARE(m_model->indexOf(u"orders"_s).data(ClusterTreeModel::QuorumRole).toInt(), 2);
    m_store->setBusy(u"orders"_s, false);
    QCOMPARE(word(), u"no quorum"_s);
}

void TestClusterTreeModel::othersStandBelowAHeading()
{
    const auto names = [this] {
        QStringList rows;
        for (int row = 0; row < m_model->rowCount(); ++row)
            rows += m_model->index(row, 0).data().toString();
        return rows.join(u' ');
    };
    m_store->setWanted(ensemble(u"orders"_s, 1), WantedOrigin::File);
    m_store->setWanted(ensemble(u"legacy"_s, 3), WantedOrigin::Discovered);
    m_store->setWanted(ensemble(u"zoo"_s, 1), WantedOrigin::File);
    m_store->setWanted(ensemble(u"compose"_s, 1), WantedOrigin::Discovered);
    QCOMPARE(names(), u"orders zoo Started by others compose legacy"_s);
    const QModelIndex heading = m_model->index(2, 0);
    QVERIFY(!heading.flags().testFlag(Qt::ItemIsSelectable));
    QVERIFY(heading.data(ClusterTreeModel::ClusterNameRole).toString().isEmpty());

    const QPersistentModelIndex adopted = m_model->indexOf(u"legacy"_s, 2);
    m_store->setWanted(ensemble(u"legacy"_s, 3), WantedOrigin::File);
    QCOMPARE(names(), u"legacy orders zoo Started by others compose"_s);
    QVERIFY(adopted.isValid()); // it moved, and is not a new row
    QCOMPARE(adopted.data().toString(), u"zoo2"_s);
    m_store->removeWanted(u"compose"_s);
    QCOMPARE(names(), u"legacy orders zoo"_s);
}

void TestClusterTreeModel::greysOnlyWhatIsOld()
{
    m_store->setWanted(ensemble(u"orders"_s, 3), WantedOrigin::File);
    run(u"orders"_s, 1);
    answer(u"orders"_s, 1, MemberState::Follower);
    const auto stale = [this](int id) {
        return m_model->indexOf(u"orders"_s, id).data(ClusterTreeModel::StaleRole).toBool();
    };
    QVERIFY(!stale(1) && !stale(2));
    EngineStatus engine;
    engine.reach = EngineStatus::Reach::Silent;
    m_store->observeEngine(engine);
    QVERIFY(stale(0) && stale(2));
    QVERIFY2(!stale(1), "it still answers, so it is not old");
}

void TestClusterTreeModel::saysItAllToScreenReaders()
{
    m_store->setWanted(ensemble(u"orders"_s, 1), WantedOrigin::File);
    run(u"orders"_s, 1);
    m_store->observeAddresses(u"orders"_s, 1, u"127.0.0.1"_s, 2181, {}, 0);
    answer(u"orders"_s, 1, MemberState::Standalone);
    QCOMPARE(m_model->indexOf(u"orders"_s, 1).data(Qt::AccessibleTextRole).toString(),
             u"zoo1, standalone, 127.0.0.1:2181"_s);
    QVERIFY(m_model->indexOf(u"orders"_s).data(Qt::AccessibleTextRole).toString().startsWith(u"orders"_s));
}

QTEST_GUILESS_MAIN(TestClusterTreeModel)
#include "tst_clustertreemodel.moc"
