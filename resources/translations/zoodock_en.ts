<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
<context>
    <name>Consequence</name>
    <message numerus="yes">
        <source>Without %1 there is no quorum: %n voter(s) of %2 would stay and %3 are needed. Until the quorum is back, programs can neither read nor write.</source>
        <translation>
            <numerusform>Without %1 there is no quorum: %n voter of %2 would stay and %3 are needed. Until the quorum is back, programs can neither read nor write.</numerusform>
            <numerusform>Without %1 there is no quorum: %n voters of %2 would stay and %3 are needed. Until the quorum is back, programs can neither read nor write.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %1 there is no quorum: %n voter(s) of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again. The data stays.</source>
        <translation>
            <numerusform>Without %1 there is no quorum: %n voter of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again. The data stays.</numerusform>
            <numerusform>Without %1 there is no quorum: %n voters of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again. The data stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %1 there is no quorum: %n voter(s) of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again.</source>
        <translation>
            <numerusform>Without %1 there is no quorum: %n voter of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again.</numerusform>
            <numerusform>Without %1 there is no quorum: %n voters of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message numerus="yes">
        <source>%1 … (%n byte(s) in all)</source>
        <translation>
            <numerusform>%1 … (%n byte in all)</numerusform>
            <numerusform>%1 … (%n bytes in all)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalExtent</name>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) with %1 of data</source>
        <translation>
            <numerusform>%n volume with %1 of data</numerusform>
            <numerusform>%n volumes with %1 of data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WizardRemedies</name>
    <message numerus="yes">
        <source>Take %n Participant(s)</source>
        <translation>
            <numerusform>Take %n Participant</numerusform>
            <numerusform>Take %n Participants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n Member(s) Observers</source>
        <translation>
            <numerusform>Make %n Member Observers</numerusform>
            <numerusform>Make %n Members Observers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ActivityBar</name>
    <message numerus="yes">
        <source>%n failure(s) to read</source>
        <translation>
            <numerusform>%n failure to read</numerusform>
            <numerusform>%n failures to read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ApplyTask</name>
    <message numerus="yes">
        <source>%n of %1 members have the new settings already (%2). Apply on the page “Settings” gives them to all; Discard Changes and Apply there bring back those before.</source>
        <translation>
            <numerusform>%n of %1 members has the new settings already (%2). Apply on the page “Settings” gives them to all; Discard Changes and Apply there bring back those before.</numerusform>
            <numerusform>%n of %1 members have the new settings already (%2). Apply on the page “Settings” gives them to all; Discard Changes and Apply there bring back those before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterEditor</name>
    <message numerus="yes">
        <source>%n setting(s) changed.</source>
        <translation>
            <numerusform>%n setting changed.</numerusform>
            <numerusform>%n settings changed.</numerusform>
        </translation>
    </message>
</context>
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
    <name>zoodock::ConnectionQuestions</name>
    <message numerus="yes">
        <source>%n ephemeral znode(s) that you created belong to the present connection: ZooKeeper deletes them when it ends.</source>
        <translation>
            <numerusform>%n ephemeral znode that you created belongs to the present connection: ZooKeeper deletes it when that ends.</numerusform>
            <numerusform>%n ephemeral znodes that you created belong to the present connection: ZooKeeper deletes them when it ends.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::DraftButton</name>
    <message numerus="yes">
        <source>Unsaved (%n)</source>
        <translation>
            <numerusform>Unsaved (%n)</numerusform>
            <numerusform>Unsaved (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::FindBar</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>that match</comment>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::HexView</name>
    <message numerus="yes">
        <source>Copied %n byte(s) as hexadecimal digits.</source>
        <translation>
            <numerusform>Copied %n byte as hexadecimal digits.</numerusform>
            <numerusform>Copied %n bytes as hexadecimal digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::HistoryPanel</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) before this one were not seen</source>
        <translation>
            <numerusform>%n change before this one were not seen</numerusform>
            <numerusform>%n changes before this one were not seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ImagePull</name>
    <message numerus="yes">
        <source>Nothing has been heard of the image %1 for %n minute(s). Check the Docker engine&apos;s network connection, then try again; what has arrived is kept.</source>
        <translation>
            <numerusform>Nothing has been heard of the image %1 for %n minute. Check the Docker engine&apos;s network connection, then try again; what has arrived is kept.</numerusform>
            <numerusform>Nothing has been heard of the image %1 for %n minutes. Check the Docker engine&apos;s network connection, then try again; what has arrived is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ImportChange</name>
    <message numerus="yes">
        <source>Nothing was imported: %n znode(s) are there already and differ, the first is %1. Choose to skip or to overwrite them.</source>
        <translation>
            <numerusform>Nothing was imported: %n znode are there already and differ, the first is %1. Choose to skip or to overwrite them.</numerusform>
            <numerusform>Nothing was imported: %n znodes are there already and differ, the first is %1. Choose to skip or to overwrite them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import stopped at %1, with %n znode(s) written. %2</source>
        <translation>
            <numerusform>The import stopped at %1, with %n znode written. %2</numerusform>
            <numerusform>The import stopped at %1, with %n znodes written. %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ImportComparison</name>
    <message numerus="yes">
        <source>%n ephemeral znode(s) will be ephemeral znodes of this connection and vanish with it.</source>
        <translation>
            <numerusform>%n ephemeral znode will be ephemeral znodes of this connection and vanish with it.</numerusform>
            <numerusform>%n ephemeral znodes will be ephemeral znodes of this connection and vanish with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file lacks password hashes of the access lists of %n znode(s), which the server hid from whoever exported them: those users are left out. The first is %1.</source>
        <translation>
            <numerusform>The file lacks password hashes of the access list of %n znode, which the server hid from whoever exported it: those users are left out. It is %1.</numerusform>
            <numerusform>The file lacks password hashes of the access lists of %n znodes, which the server hid from whoever exported them: those users are left out. The first is %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ImportDialog</name>
    <message numerus="yes">
        <source>Import %n znode(s) from %1?</source>
        <translation>
            <numerusform>Import %n znode from %1?</numerusform>
            <numerusform>Import %n znodes from %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::LogSaveDialog</name>
    <message numerus="yes">
        <source>Saved %n line(s) to %1.</source>
        <translation>
            <numerusform>Saved %n line to %1.</numerusform>
            <numerusform>Saved %n lines to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::LogSituation</name>
    <message numerus="yes">
        <source>This page is paused. %n line(s) have come meanwhile.</source>
        <translation>
            <numerusform>This page is paused. %n line has come meanwhile.</numerusform>
            <numerusform>This page is paused. %n lines have come meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %n line(s).</source>
        <translation>
            <numerusform>The filter hides %n line.</numerusform>
            <numerusform>The filter hides all %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far there are only %n line(s) about ZooDock&apos;s own probes, which are hidden.</source>
        <translation>
            <numerusform>So far there is only %n line about ZooDock&apos;s own probes, which is hidden.</numerusform>
            <numerusform>So far there are only %n lines about ZooDock&apos;s own probes, which are hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::LogStatus</name>
    <message numerus="yes">
        <source>Hide ZooDock&apos;s own %n probe line(s)</source>
        <translation>
            <numerusform>Hide ZooDock&apos;s own %n probe line</numerusform>
            <numerusform>Hide ZooDock&apos;s own %n probe lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show ZooDock&apos;s own %n probe line(s)</source>
        <translation>
            <numerusform>Show ZooDock&apos;s own %n probe line</numerusform>
            <numerusform>Show ZooDock&apos;s own %n probe lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::LogsPage</name>
    <message numerus="yes">
        <source>Resume (%n new line(s))</source>
        <translation>
            <numerusform>Resume (%n new line)</numerusform>
            <numerusform>Resume (%n new lines)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n line copied.</numerusform>
            <numerusform>%n lines copied.</numerusform>
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
    <message numerus="yes">
        <source>%n ephemeral znode(s) that you created belong to ZooDock&apos;s connections: ZooKeeper deletes them when these end.</source>
        <translation>
            <numerusform>%n ephemeral znode that you created belongs to ZooDock&apos;s connections: ZooKeeper deletes it when these end.</numerusform>
            <numerusform>%n ephemeral znodes that you created belong to ZooDock&apos;s connections: ZooKeeper deletes them when these end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
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
    <message numerus="yes">
        <source>Remove %n cluster(s): %1?</source>
        <translation>
            <numerusform>Remove %n cluster: %1?</numerusform>
            <numerusform>Remove %n clusters: %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::RemoveChange</name>
    <message numerus="yes">
        <source>%n ephemeral znode(s) come back as ephemeral znodes of this connection: their owners cannot be brought back.</source>
        <translation>
            <numerusform>%n ephemeral znode comes back as an ephemeral znode of this connection: its owner cannot be brought back.</numerusform>
            <numerusform>%n ephemeral znodes come back as ephemeral znodes of this connection: their owners cannot be brought back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n znode(s) could not be read and cannot be brought back.</source>
        <translation>
            <numerusform>%n znode could not be read and cannot be brought back.</numerusform>
            <numerusform>%n znodes could not be read and cannot be brought back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) were created at or below %1 meanwhile: they are not deleted, nor is what they lie below. Everything else is.</source>
        <translation>
            <numerusform>%Ln znode was created at or below %1 meanwhile: it is not deleted, nor is what it lies below. Everything else is.</numerusform>
            <numerusform>%Ln znodes were created at or below %1 meanwhile: they are not deleted, nor is what they lie below. Everything else is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server hides password hashes in the access lists of %n znode(s): Undo brings them back without the users of these.</source>
        <translation>
            <numerusform>The server hides password hashes in the access list of %n znode: Undo brings it back without the users of these.</numerusform>
            <numerusform>The server hides password hashes in the access lists of %n znodes: Undo brings them back without the users of these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::RestartTask</name>
    <message numerus="yes">
        <source>%n member(s) of %1 had been restarted; the others were left alone.</source>
        <translation>
            <numerusform>%n member of %1 had been restarted; the others were left alone.</numerusform>
            <numerusform>%n members of %1 had been restarted; the others were left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::SearchPanel</name>
    <message numerus="yes">
        <source>%n znode(s) could not be read for want of permission.</source>
        <translation>
            <numerusform>%n znode could not be read for want of permission.</numerusform>
            <numerusform>%n znodes could not be read for want of permission.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 found in %Ln znode(s).</source>
        <translation>
            <numerusform>%1 found in %Ln znode.</numerusform>
            <numerusform>%1 found in %Ln znodes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 found, %Ln znode(s) looked at.</source>
        <translation>
            <numerusform>Stopped: %1 found, %Ln znode looked at.</numerusform>
            <numerusform>Stopped: %1 found, %Ln znodes looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The expression took too long on %n znode(s), which were passed over. Make it simpler.</source>
        <translation>
            <numerusform>The expression took too long on %n znode, which was passed over. Make it simpler.</numerusform>
            <numerusform>The expression took too long on %n znodes, which were passed over. Make it simpler.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::StatPanel</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::SubtreeDialog</name>
    <message numerus="yes">
        <source>%n ephemeral znode(s) will belong to this connection after Undo, whoever made them.</source>
        <translation>
            <numerusform>%n ephemeral znode will belong to this connection after Undo, whoever made it.</numerusform>
            <numerusform>%n ephemeral znodes will belong to this connection after Undo, whoever made them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) cannot be read by whom this connection is signed in as. Undo does not bring them back, their values are lost for good: %1</source>
        <translation>
            <numerusform>%Ln znode cannot be read by whom this connection is signed in as. Undo does not bring it back, its value is lost for good: %1</numerusform>
            <numerusform>%Ln znodes cannot be read by whom this connection is signed in as. Undo does not bring them back, their values are lost for good: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server hides password hashes in the access lists of %Ln znode(s) from whom this connection is signed in as. Undo brings these znodes back without the users of the hashes.</source>
        <translation>
            <numerusform>The server hides password hashes in the access list of %Ln znode from whom this connection is signed in as. Undo brings it back without the users of the hashes.</numerusform>
            <numerusform>The server hides password hashes in the access lists of %Ln znodes from whom this connection is signed in as. Undo brings these znodes back without the users of the hashes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::TakeBackDialog</name>
    <message numerus="yes">
        <source>text, %Ln byte(s)</source>
        <translation>
            <numerusform>text, %Ln byte</numerusform>
            <numerusform>text, %Ln bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hex, %Ln byte(s)</source>
        <translation>
            <numerusform>hex, %Ln byte</numerusform>
            <numerusform>hex, %Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::TextFormat</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::TopologyPicture</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>members</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::TreePane</name>
    <message numerus="yes">
        <source>%Ln children</source>
        <translation>
            <numerusform>%Ln child</numerusform>
            <numerusform>%Ln children</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::UndoChange</name>
    <message numerus="yes">
        <source>Somebody else has changed %n znode(s) meanwhile, or created some below: %1.</source>
        <translation>
            <numerusform>Somebody else has changed %n znode meanwhile, or created some below: %1.</numerusform>
            <numerusform>Somebody else has changed %n znodes meanwhile, or created some below: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody else has changed %n znode(s) meanwhile: %1.</source>
        <translation>
            <numerusform>Somebody else has changed %n znode meanwhile: %1.</numerusform>
            <numerusform>Somebody else has changed %n znodes meanwhile: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n znode(s) stay: somebody else has created some below.</source>
        <translation>
            <numerusform>%n znode stays: somebody else has created some below.</numerusform>
            <numerusform>%n znodes stay: somebody else has created some below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n znode(s) do not exist any more.</source>
        <translation>
            <numerusform>%n znode does not exist any more.</numerusform>
            <numerusform>%n znodes do not exist any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody else has created %n znode(s) again meanwhile, with another value or access list: %1. They are left as they are until you say otherwise.</source>
        <translation>
            <numerusform>Somebody else has created %n znode again meanwhile, with another value or access list: %1. It is left as it is until you say otherwise.</numerusform>
            <numerusform>Somebody else has created %n znodes again meanwhile, with another value or access list: %1. They are left as they are until you say otherwise.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ValueBar</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::WhatPage</name>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeChange</name>
    <message numerus="yes">
        <source>%1 has %Ln child(ren) that you may not list: they stay, and what they lie below with them. Nothing is deleted. Sign in as somebody who may read %1 (“Connection…”), then delete it again.</source>
        <translation>
            <numerusform>%1 has %Ln child that you may not list: they stay, and what they lie below with them. Nothing is deleted. Sign in as somebody who may read %1 (“Connection…”), then delete it again.</numerusform>
            <numerusform>%1 has %Ln children that you may not list: they stay, and what they lie below with them. Nothing is deleted. Sign in as somebody who may read %1 (“Connection…”), then delete it again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeChanger</name>
    <message numerus="yes">
        <source>Exported %Ln znodes to %1.</source>
        <translation>
            <numerusform>Exported %Ln znode to %1.</numerusform>
            <numerusform>Exported %Ln znodes to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %1 and everything below, %Ln znodes.</source>
        <translation>
            <numerusform>Deleted %1 and everything below, %Ln znode.</numerusform>
            <numerusform>Deleted %1 and everything below, %Ln znodes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeSession</name>
    <message numerus="yes">
        <source>The connection to %1 stays open for the %n ephemeral znode(s) that you created there.</source>
        <translation>
            <numerusform>The connection to %1 stays open for the %n ephemeral znode that you created there.</numerusform>
            <numerusform>The connection to %1 stays open for the %n ephemeral znodes that you created there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeTreeModel</name>
    <message numerus="yes">
        <source>%1, %n child(ren). %2</source>
        <extracomment>%1 is the name of a znode, %2 a sentence about its kind</extracomment>
        <translation>
            <numerusform>%1, %n child. %2</numerusform>
            <numerusform>%1, %n children. %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
</TS>
