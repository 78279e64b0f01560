// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/plan.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void script();
    void json();

private:
    static CommandSpec command(const QStringList &arguments)
    {
        CommandSpec spec;
        spec.program = u"docker"_s;
        spec.arguments = arguments;
        spec.secrets = {u"s3cret"_s};
        return spec;
    }
    static Plan plan();
};

Plan TestPlan::plan()
{
    PlanStep second;
    second.kind = StepKind::Container;
    second.sentence = u"Create and\nstart zoo1"_s;
    second.group = 2;
    CommandSpec copy = command({u"cp"_s, u"-"_s, u"a-zoo1:/conf"_s});
    copy.standardInput = "\0tar's bytes\n"_ba;
    copy.standardInputNote = u"zoo.cfg as a tar archive"_s;
    second.commands = {command({u"create"_s, u"--env"_s, u"P=it's s3cret"_s}), copy};
    second.undo = {command({u"rm"_s, u"a-zoo1"_s})};
    PlanStep first;
    first.kind = StepKind::Network;
    first.sentence = u"Create the network a"_s;
    first.group = 1;
    first.commands = {command({u"network"_s, u"create"_s, u"a"_s})};
    PlanStep last;
    last.kind = StepKind::Quorum;
    last.sentence = u"Wait for the quorum"_s;
    last.group = 3;
    Plan made;
    made.ensemble.name = u"a"_s;
    Finding finding;
    finding.severity = Severity::Warning;
    finding.code = u"members.even"_s;
    finding.field = u"members"_s;
    finding.sentence = u"Even."_s;
    finding.remedy = u"Take one more."_s;
    made.findings = {finding};
    made.steps = {second, first, last}; // groups decide the order, not the list
    return made;
}

void TestPlan::script()
{
    const QString expected = u"# Create the network a\n"
                             "docker network create a\n"
                             "\n"
                             "# Create and start zoo1\n"
                             "docker create --env 'P=it'\\''s ***'\n"
                             "# zoo.cfg as a tar archive\n"
                             "printf '%s' AHRhcidzIGJ5dGVzCg== | base64 -d | docker cp - a-zoo1:/conf\n"
                             "\n"
                             "# Wait for the quorum\n"_s;
    QCOMPARE(plan().toScript(), expected);
}

void TestPlan::json()
{
    const QByteArray expected = R"({
    "cluster": "a",
    "findings": [
        {
            "code": "members.even",
            "field": "members",
            "remedy": "Take one more.",
            "sentence": "Even.",
            "severity": "warning"
        }
    ],
    "steps": [
        {
            "commands": [
                [
                    "docker",
                    "create",
                    "--env",
                    "P=it's ***"
                ],
                [
                    "docker",
                    "cp",
                    "-",
                    "a-zoo1:/conf"
                ]
            ],
            "group": 2,
            "kind": "container",
            "sentence": "Create and\nstart zoo1",
            "undo": [
                [
                    "docker",
                    "rm",
                    "a-zoo1"
                ]
            ]
        },
        {
            "commands": [
                [
                    "docker",
                    "network",
                    "create",
                    "a"
                ]
            ],
            "group": 1,
            "kind": "network",
            "sentence": "Create the network a",
            "undo": [
            ]
        },
        {
            "commands": [
            ],
            "group": 3,
            "kind": "quorum",
            "sentence": "Wait for the quorum",
            "undo": [
            ]
        }
    ]
}
)";
    QCOMPARE(plan().toJson(), expected);
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
