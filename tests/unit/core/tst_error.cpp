// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "core/result.h"
#include "fakes/patience.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace zoodock;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesItsParts();
    void chainsCauses();
    void saysItAllInText();
    void everyKindHasANameOfItsOwn();
    void resultHoldsValueOrError();
    void manualClockAdvancesWhenTold();
    void systemClockGoesForward();
};

void TestError::carriesItsParts()
{
    const Error none;
    QCOMPARE(none.kind(), ErrorKind::Unknown);
    QVERIFY(!none.cause());
    const Error error(ErrorKind::PortInUse, u"Port 2181 is taken."_s, u"exit code: 125"_s);
    QCOMPARE(error.kind(), ErrorKind::PortInUse);
    QCOMPARE(error.message(), u"Port 2181 is taken."_s);
    QCOMPARE(error.detail(), u"exit code: 125"_s);
    QCOMPARE(Error::cancelled().kind(), ErrorKind::Cancelled);
    QVERIFY(!Error::cancelled().message().isEmpty());
}

void TestError::chainsCauses()
{
    const Error deep(ErrorKind::DiskFull, u"deep"_s);
    const Error middle(ErrorKind::ProgramFailed, u"middle"_s);
    const Error top(ErrorKind::NoQuorum, u"top"_s);
    const Error both = top.causedBy(middle).causedBy(deep);
    QVERIFY(!top.cause());
    QVERIFY(!middle.cause());
    QCOMPARE(both.cause()->kind(), ErrorKind::ProgramFailed);
    QCOMPARE(both.cause()->cause()->kind(), ErrorKind::DiskFull);
    QVERIFY(!both.cause()->cause()->cause());
}

void TestError::saysItAllInText()
{
    const Error cause(ErrorKind::DiskFull, u"No room."_s, u"stderr: x"_s);
    const Error error = Error(ErrorKind::NoQuorum, u"No quorum."_s).causedBy(cause);
    QCOMPARE(error.toString(), u"No quorum. [NoQuorum]\ncaused by: No room. [DiskFull]\nstderr: x"_s);
}

void TestError::everyKindHasANameOfItsOwn()
{
    QSet<QString> names;
    const int last = static_cast<int>(ErrorKind::UndoIncomplete);
    for (int i = 0; i <= last; ++i)
        names += errorKindName(static_cast<ErrorKind>(i));
    QCOMPARE(names.size(), last + 1);
    QCOMPARE(errorKindName(ErrorKind::UndoIncomplete), u"UndoIncomplete"_s);
    QCOMPARE(errorKindName(ErrorKind::PortInUse), u"PortInUse"_s);
}

void TestError::resultHoldsValueOrError()
{
    const Result<int> good = 3;
    const Result<int> bad = failure(ErrorKind::BadOutput, u"bad"_s, u"why"_s);
    QVERIFY(good.has_value());
    QCOMPARE(*good, 3);
    QVERIFY(!bad.has_value());
    QCOMPARE(bad.error().kind(), ErrorKind::BadOutput);
    QCOMPARE(bad.error().detail(), u"why"_s);
}

void TestError::manualClockAdvancesWhenTold()
{
    ManualClock clock;
    const auto before = clock.monotonic();
    const QDateTime utcBefore = clock.utc();
    QCOMPARE(clock.monotonic(), before);
    clock.advance(1500ms);
    QCOMPARE(clock.monotonic() - before, 1500ms);
    QCOMPARE(utcBefore.msecsTo(clock.utc()), 1500);
    QCOMPARE(clock.utc().timeSpec(), Qt::UTC);
}

void TestError::systemClockGoesForward()
{
    const Clock &clock = Clock::system();
    QCOMPARE(&clock, &Clock::system());
    const auto before = clock.monotonic();
    QTRY_VERIFY(clock.monotonic() > before);
    QCOMPARE(clock.utc().timeSpec(), Qt::UTC);
    QVERIFY(std::abs(clock.utc().secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
