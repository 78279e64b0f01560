<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandSpec</name>
    <message numerus="yes">
        <source>standard input: %Ln byte(s)</source>
        <translation>
            <numerusform>standard input: %Ln byte</numerusform>
            <numerusform>standard input: %Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consequence</name>
    <message numerus="yes">
        <source>Without %1 there is no quorum: %Ln voter(s) of %2 would stay and %3 are needed. Until the quorum is back, programs can neither read nor write.</source>
        <translation>
            <numerusform>Without %1 there is no quorum: %Ln voter of %2 would stay and %3 are needed. Until the quorum is back, programs can neither read nor write.</numerusform>
            <numerusform>Without %1 there is no quorum: %Ln voters of %2 would stay and %3 are needed. Until the quorum is back, programs can neither read nor write.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %1 there is no quorum: %Ln voter(s) of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again. The data stays.</source>
        <translation>
            <numerusform>Without %1 there is no quorum: %Ln voter of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again. The data stays.</numerusform>
            <numerusform>Without %1 there is no quorum: %Ln voters of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again. The data stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %1 there is no quorum: %Ln voter(s) of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again.</source>
        <translation>
            <numerusform>Without %1 there is no quorum: %Ln voter of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again.</numerusform>
            <numerusform>Without %1 there is no quorum: %Ln voters of %2 would stay and %3 are needed. Programs can neither read nor write until enough members serve again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message numerus="yes">
        <source>%1 … (%Ln byte(s) in all)</source>
        <translation>
            <numerusform>%1 … (%Ln byte in all)</numerusform>
            <numerusform>%1 … (%Ln bytes in all)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalExtent</name>
    <message numerus="yes">
        <source>%Ln volume(s)</source>
        <translation>
            <numerusform>%Ln volume</numerusform>
            <numerusform>%Ln volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln volume(s) with up to %1 of data</source>
        <translation>
            <numerusform>%Ln volume with up to %1 of data</numerusform>
            <numerusform>%Ln volumes with up to %1 of data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WizardRemedies</name>
    <message numerus="yes">
        <source>Take %Ln Participant(s)</source>
        <translation>
            <numerusform>Take %Ln Participant</numerusform>
            <numerusform>Take %Ln Participants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln Member(s) Observers</source>
        <translation>
            <numerusform>Make %Ln Member Observers</numerusform>
            <numerusform>Make %Ln Members Observers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ActivityBar</name>
    <message numerus="yes">
        <source>%Ln failure(s) to read</source>
        <translation>
            <numerusform>%Ln failure to read</numerusform>
            <numerusform>%Ln failures to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In earlier starts of ZooDock: %1, and %Ln other failure(s)</source>
        <comment>Create orders: failed</comment>
        <translation>
            <numerusform>In earlier starts of ZooDock: %1, and %Ln other failure</numerusform>
            <numerusform>In earlier starts of ZooDock: %1, and %Ln other failures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ApplyTask</name>
    <message numerus="yes">
        <source>%Ln of %1 members have the new settings already (%2). Apply on the page “Settings” gives them to all; Discard Changes and Apply there bring back those before.</source>
        <translation>
            <numerusform>%Ln of %1 members has the new settings already (%2). Apply on the page “Settings” gives them to all; Discard Changes and Apply there bring back those before.</numerusform>
            <numerusform>%Ln of %1 members have the new settings already (%2). Apply on the page “Settings” gives them to all; Discard Changes and Apply there bring back those before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterEditor</name>
    <message numerus="yes">
        <source>%Ln setting(s) changed.</source>
        <translation>
            <numerusform>%Ln setting changed.</numerusform>
            <numerusform>%Ln settings changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ClusterHeader</name>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::Command</name>
    <message numerus="yes">
        <source>“%1” did not answer within %Ln second(s) and was stopped. Try again; if it stays silent, check that what it talks to is up.</source>
        <translation>
            <numerusform>“%1” did not answer within %Ln second and was stopped. Try again; if it stays silent, check that what it talks to is up.</numerusform>
            <numerusform>“%1” did not answer within %Ln seconds and was stopped. Try again; if it stays silent, check that what it talks to is up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ConnectionQuestions</name>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) that you created belong to the present connection: ZooKeeper deletes them when it ends.</source>
        <translation>
            <numerusform>%Ln ephemeral znode that you created belongs to the present connection: ZooKeeper deletes it when that ends.</numerusform>
            <numerusform>%Ln ephemeral znodes that you created belong to the present connection: ZooKeeper deletes them when it ends.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::DraftButton</name>
    <message numerus="yes">
        <source>Unsaved (%Ln)</source>
        <translation>
            <numerusform>Unsaved (%Ln)</numerusform>
            <numerusform>Unsaved (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsaved change(s)</source>
        <translation>
            <numerusform>%Ln unsaved change</numerusform>
            <numerusform>%Ln unsaved changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::FindBar</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <comment>that match</comment>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) in %1</source>
        <comment>that match, member</comment>
        <translation>
            <numerusform>%Ln line in %1</numerusform>
            <numerusform>%Ln lines in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::HexView</name>
    <message numerus="yes">
        <source>Copied %Ln byte(s) as hexadecimal digits.</source>
        <translation>
            <numerusform>Copied %Ln byte as hexadecimal digits.</numerusform>
            <numerusform>Copied %Ln bytes as hexadecimal digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::HistoryPanel</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) before this one were not seen</source>
        <translation>
            <numerusform>%Ln change before this one was not seen</numerusform>
            <numerusform>%Ln changes before this one were not seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::IdentityDialog</name>
    <message numerus="yes">
        <source>A name has %Ln characters at most: what is beyond them was left out.</source>
        <translation>
            <numerusform>A name has %Ln character at most: what is beyond it was left out.</numerusform>
            <numerusform>A name has %Ln characters at most: what is beyond them was left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ImagePull</name>
    <message numerus="yes">
        <source>Nothing has been heard of the image %1 for %Ln minute(s). Check the Docker engine&apos;s network connection, then try again; what has arrived is kept.</source>
        <translation>
            <numerusform>Nothing has been heard of the image %1 for %Ln minute. Check the Docker engine&apos;s network connection, then try again; what has arrived is kept.</numerusform>
            <numerusform>Nothing has been heard of the image %1 for %Ln minutes. Check the Docker engine&apos;s network connection, then try again; what has arrived is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ImportChange</name>
    <message numerus="yes">
        <source>Nothing was imported: %Ln znode(s) are there already and differ, the first is %1. Choose to skip or to overwrite them.</source>
        <translation>
            <numerusform>Nothing was imported: %Ln znode is there already and differs: %1. Choose to skip or to overwrite it.</numerusform>
            <numerusform>Nothing was imported: %Ln znodes are there already and differ, the first is %1. Choose to skip or to overwrite them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import stopped at %1, with %Ln znode(s) written. %2</source>
        <translation>
            <numerusform>The import stopped at %1, with %Ln znode written. %2</numerusform>
            <numerusform>The import stopped at %1, with %Ln znodes written. %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) were changed or created by somebody else after the preview, and are left as they are: %1. Everything else is imported. Import again to see how they differ.</source>
        <translation>
            <numerusform>%Ln znode was changed or created by somebody else after the preview, and is left as it is: %1. Everything else is imported. Import again to see how it differs.</numerusform>
            <numerusform>%Ln znodes were changed or created by somebody else after the preview, and are left as they are: %1. Everything else is imported. Import again to see how they differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ImportComparison</name>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) will be ephemeral znodes of this connection and vanish with it.</source>
        <translation>
            <numerusform>%Ln ephemeral znode will be ephemeral znodes of this connection and vanish with it.</numerusform>
            <numerusform>%Ln ephemeral znodes will be ephemeral znodes of this connection and vanish with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file lacks password hashes of the access lists of %Ln znode(s), which the server hid from whoever exported them: those users are left out. The first is %1.</source>
        <translation>
            <numerusform>The file lacks password hashes of the access list of %Ln znode, which the server hid from whoever exported it: those users are left out. It is %1.</numerusform>
            <numerusform>The file lacks password hashes of the access lists of %Ln znodes, which the server hid from whoever exported them: those users are left out. The first is %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The access lists of %Ln znode(s) allow nobody to change them afterwards but the superuser of the servers. The first is %1.</source>
        <translation>
            <numerusform>The access list of %Ln znode allows nobody to change it afterwards but the superuser of the servers. It is that of %1.</numerusform>
            <numerusform>The access lists of %Ln znodes allow nobody to change them afterwards but the superuser of the servers. The first is %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo cannot take the import back: the access lists of %Ln znode(s) do not let this connection delete what is created below. The first is %1.</source>
        <translation>
            <numerusform>Undo cannot take the import back: the access list of %Ln znode does not let this connection delete what is created below. It is that of %1.</numerusform>
            <numerusform>Undo cannot take the import back: the access lists of %Ln znodes do not let this connection delete what is created below. The first is %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ImportDialog</name>
    <message numerus="yes">
        <source>Import %Ln znode(s) from %1?</source>
        <translation>
            <numerusform>Import %Ln znode from %1?</numerusform>
            <numerusform>Import %Ln znodes from %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::LifeQuestion</name>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) that you created belong to a connection to %1 alone: ZooKeeper deletes them unless %1 serves again within seconds.</source>
        <translation>
            <numerusform>%Ln ephemeral znode that you created belongs to a connection to %1 alone: ZooKeeper deletes it unless %1 serves again within seconds.</numerusform>
            <numerusform>%Ln ephemeral znodes that you created belong to a connection to %1 alone: ZooKeeper deletes them unless %1 serves again within seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::LogSaveDialog</name>
    <message numerus="yes">
        <source>Saved %Ln line(s) to %1.</source>
        <translation>
            <numerusform>Saved %Ln line to %1.</numerusform>
            <numerusform>Saved %Ln lines to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::LogSituation</name>
    <message numerus="yes">
        <source>This page is paused. %Ln line(s) have come meanwhile.</source>
        <translation>
            <numerusform>This page is paused. %Ln line has come meanwhile.</numerusform>
            <numerusform>This page is paused. %Ln lines have come meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln line(s).</source>
        <translation>
            <numerusform>The filter hides %Ln line.</numerusform>
            <numerusform>The filter hides all %Ln lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far there are only %Ln line(s) about ZooDock&apos;s own probes, which are hidden.</source>
        <translation>
            <numerusform>So far there is only %Ln line about ZooDock&apos;s own probes, which is hidden.</numerusform>
            <numerusform>So far there are only %Ln lines about ZooDock&apos;s own probes, which are hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The expression of the filter took too long on %Ln line(s), which are hidden. Make it simpler.</source>
        <translation>
            <numerusform>The expression of the filter took too long on %Ln line, which is hidden. Make it simpler.</numerusform>
            <numerusform>The expression of the filter took too long on %Ln lines, which are hidden. Make it simpler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The expression to find took too long on %Ln line(s), which were passed over. Make it simpler.</source>
        <translation>
            <numerusform>The expression to find took too long on %Ln line, which was passed over. Make it simpler.</numerusform>
            <numerusform>The expression to find took too long on %Ln lines, which were passed over. Make it simpler.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::LogStatus</name>
    <message numerus="yes">
        <source>Hide ZooDock&apos;s own %Ln probe line(s)</source>
        <translation>
            <numerusform>Hide ZooDock&apos;s own %Ln probe line</numerusform>
            <numerusform>Hide ZooDock&apos;s own %Ln probe lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show ZooDock&apos;s own %Ln probe line(s)</source>
        <translation>
            <numerusform>Show ZooDock&apos;s own %Ln probe line</numerusform>
            <numerusform>Show ZooDock&apos;s own %Ln probe lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::LogsPage</name>
    <message numerus="yes">
        <source>Resume (%Ln new line(s))</source>
        <translation>
            <numerusform>Resume (%Ln new line)</numerusform>
            <numerusform>Resume (%Ln new lines)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied.</source>
        <translation>
            <numerusform>%Ln line copied.</numerusform>
            <numerusform>%Ln lines copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::MainWindow</name>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln cluster</numerusform>
            <numerusform>%Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) that you created belong to ZooDock&apos;s connections: ZooKeeper deletes them when these end.</source>
        <translation>
            <numerusform>%Ln ephemeral znode that you created belongs to ZooDock&apos;s connections: ZooKeeper deletes it when these end.</numerusform>
            <numerusform>%Ln ephemeral znodes that you created belong to ZooDock&apos;s connections: ZooKeeper deletes them when these end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other piece(s) of work are cut off, too.</source>
        <translation>
            <numerusform>%Ln other piece of work is cut off, too.</numerusform>
            <numerusform>%Ln other pieces of work are cut off, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>znodes</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::NoMatches</name>
    <message numerus="yes">
        <source>The filter hides all %Ln children of %1.</source>
        <translation>
            <numerusform>The filter hides the %Ln child of %1.</numerusform>
            <numerusform>The filter hides all %Ln children of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::Notices</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <comment>clusters that are gone</comment>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::Operation</name>
    <message numerus="yes">
        <source>This did not end within %Ln second(s) and was stopped. Try again, or look at what keeps the machine busy.</source>
        <translation>
            <numerusform>This did not end within %Ln second and was stopped. Try again, or look at what keeps the machine busy.</numerusform>
            <numerusform>This did not end within %Ln seconds and was stopped. Try again, or look at what keeps the machine busy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::QuorumBar</name>
    <message numerus="yes">
        <source>The mark shows the majority: %Ln vote(s).</source>
        <translation>
            <numerusform>The mark shows the majority: %Ln vote.</numerusform>
            <numerusform>The mark shows the majority: %Ln votes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::RemovalDialog</name>
    <message numerus="yes">
        <source>%Ln container(s)</source>
        <translation>
            <numerusform>%Ln container</numerusform>
            <numerusform>%Ln containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln data volume(s), with everything stored in them</source>
        <translation>
            <numerusform>%Ln data volume, with everything stored in them</numerusform>
            <numerusform>%Ln data volumes, with everything stored in them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>%Ln network</numerusform>
            <numerusform>%Ln networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster file(s)</source>
        <translation>
            <numerusform>%Ln cluster file</numerusform>
            <numerusform>%Ln cluster files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln cluster(s): %1?</source>
        <translation>
            <numerusform>Remove %Ln cluster: %1?</numerusform>
            <numerusform>Remove %Ln clusters: %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::RemoveChange</name>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) come back as ephemeral znodes of this connection: their owners cannot be brought back.</source>
        <translation>
            <numerusform>%Ln ephemeral znode comes back as an ephemeral znode of this connection: its owner cannot be brought back.</numerusform>
            <numerusform>%Ln ephemeral znodes come back as ephemeral znodes of this connection: their owners cannot be brought back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) could not be read and cannot be brought back.</source>
        <translation>
            <numerusform>%Ln znode could not be read and cannot be brought back.</numerusform>
            <numerusform>%Ln znodes could not be read and cannot be brought back.</numerusform>
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
        <source>The server hides password hashes in the access lists of %Ln znode(s): Undo brings them back without the users of these.</source>
        <translation>
            <numerusform>The server hides password hashes in the access list of %Ln znode: Undo brings it back without the users of these.</numerusform>
            <numerusform>The server hides password hashes in the access lists of %Ln znodes: Undo brings them back without the users of these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::RestartTask</name>
    <message numerus="yes">
        <source>%Ln member(s) of %1 had been restarted; the others were left alone.</source>
        <translation>
            <numerusform>%Ln member of %1 had been restarted; the others were left alone.</numerusform>
            <numerusform>%Ln members of %1 had been restarted; the others were left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::SearchPanel</name>
    <message numerus="yes">
        <source>%Ln znode(s) could not be read for want of permission.</source>
        <translation>
            <numerusform>%Ln znode could not be read for want of permission.</numerusform>
            <numerusform>%Ln znodes could not be read for want of permission.</numerusform>
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
        <source>The expression took too long on %Ln znode(s), which were passed over. Make it simpler.</source>
        <translation>
            <numerusform>The expression took too long on %Ln znode, which was passed over. Make it simpler.</numerusform>
            <numerusform>The expression took too long on %Ln znodes, which were passed over. Make it simpler.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::StatPanel</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::SubtreeDialog</name>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) will belong to this connection after Undo, whoever made them.</source>
        <translation>
            <numerusform>%Ln ephemeral znode will belong to this connection after Undo, whoever made it.</numerusform>
            <numerusform>%Ln ephemeral znodes will belong to this connection after Undo, whoever made them.</numerusform>
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
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::TopologyPicture</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>members</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
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
        <source>Somebody else has changed %Ln znode(s) meanwhile, or created some below: %1.</source>
        <translation>
            <numerusform>Somebody else has changed %Ln znode meanwhile, or created some below: %1.</numerusform>
            <numerusform>Somebody else has changed %Ln znodes meanwhile, or created some below: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody else has changed %Ln znode(s) meanwhile: %1.</source>
        <translation>
            <numerusform>Somebody else has changed %Ln znode meanwhile: %1.</numerusform>
            <numerusform>Somebody else has changed %Ln znodes meanwhile: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) stay: somebody else has created some below.</source>
        <translation>
            <numerusform>%Ln znode stays: somebody else has created some below.</numerusform>
            <numerusform>%Ln znodes stay: somebody else has created some below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln znode(s) do not exist any more.</source>
        <translation>
            <numerusform>%Ln znode does not exist any more.</numerusform>
            <numerusform>%Ln znodes do not exist any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody else has created %Ln znode(s) again meanwhile, with another value or access list: %1. They are left as they are until you say otherwise.</source>
        <translation>
            <numerusform>Somebody else has created %Ln znode again meanwhile, with another value or access list: %1. It is left as it is until you say otherwise.</numerusform>
            <numerusform>Somebody else has created %Ln znodes again meanwhile, with another value or access list: %1. They are left as they are until you say otherwise.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ValueBar</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::WhatPage</name>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>%Ln participant</numerusform>
            <numerusform>%Ln participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::WizardDraft</name>
    <message numerus="yes">
        <source>%Ln port(s) that nobody had before are taken now.</source>
        <translation>
            <numerusform>%Ln port that nobody had before is taken now.</numerusform>
            <numerusform>%Ln ports that nobody had before are taken now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <comment>ports</comment>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
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
        <source>The connection to %1 stays open for the %Ln ephemeral znode(s) that you created there.</source>
        <translation>
            <numerusform>The connection to %1 stays open for the %Ln ephemeral znode that you created there.</numerusform>
            <numerusform>The connection to %1 stays open for the %Ln ephemeral znodes that you created there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodeTreeModel</name>
    <message numerus="yes">
        <source>%1, %Ln child(ren). %2</source>
        <extracomment>%1 is the name of a znode, %2 a sentence about its kind</extracomment>
        <translation>
            <numerusform>%1, %Ln child. %2</numerusform>
            <numerusform>%1, %Ln children. %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zoodock::ZnodesPage</name>
    <message numerus="yes">
        <source>%Ln ephemeral znode(s) that you created there are gone: %1.</source>
        <translation>
            <numerusform>%Ln ephemeral znode that you created there is gone: %1.</numerusform>
            <numerusform>%Ln ephemeral znodes that you created there are gone: %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
