<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-License-Identifier: GPL-3.0-or-later. The plurals of the English source texts. -->
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>zoodock::ClusterHeader</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::Command</name>
    <message numerus="yes">
        <source>“%1” did not answer within %n second(s) and was stopped. Try again; if it stays silent, check that what it talks to is up.</source>
        <translation>
            <numerusform>“%1” did not answer within %n second and was stopped. Try again; if it stays silent, check that what it talks to is up.</numerusform>
            <numerusform>“%1” did not answer within %n seconds and was stopped. Try again; if it stays silent, check that what it talks to is up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::MainWindow</name>
    <message numerus="yes">
        <source>%n cluster(s)</source>
        <translation>
            <numerusform>%n cluster</numerusform>
            <numerusform>%n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::NewClusterDialog</name>
    <message numerus="yes">
        <source>%n voting member(s)</source>
        <translation>
            <numerusform>%n voting member</numerusform>
            <numerusform>%n voting members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::Operation</name>
    <message numerus="yes">
        <source>This did not end within %n second(s) and was stopped. Try again, or look at what keeps the machine busy.</source>
        <translation>
            <numerusform>This did not end within %n second and was stopped. Try again, or look at what keeps the machine busy.</numerusform>
            <numerusform>This did not end within %n seconds and was stopped. Try again, or look at what keeps the machine busy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::QuorumBar</name>
    <message numerus="yes">
        <source>The mark shows the majority: %n vote(s).</source>
        <translation>
            <numerusform>The mark shows the majority: %n vote.</numerusform>
            <numerusform>The mark shows the majority: %n votes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::RemovalDialog</name>
    <message numerus="yes">
        <source>&amp;Also delete the %n data volume(s)</source>
        <translation>
            <numerusform>&amp;Also delete the %n data volume</numerusform>
            <numerusform>&amp;Also delete the %n data volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n data volume(s), with everything stored in them</source>
        <translation>
            <numerusform>%n data volume, with everything stored in them</numerusform>
            <numerusform>%n data volumes, with everything stored in them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n cluster(s)?</source>
        <translation>
            <numerusform>Remove %n cluster?</numerusform>
            <numerusform>Remove %n clusters?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cluster file(s)</source>
        <translation>
            <numerusform>%n cluster file</numerusform>
            <numerusform>%n cluster files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandSpec</name>
    <message numerus="yes">
        <source>standard input: %n byte(s)</source>
        <translation>
            <numerusform>standard input: %n byte</numerusform>
            <numerusform>standard input: %n bytes</numerusform>
        </translation>
    </message>
</context>
</TS>
