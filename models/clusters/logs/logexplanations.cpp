// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/logexplanation.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <iterator>

namespace zoodock
{

namespace
{

using Kind = LogExplanation::Kind;

/// What ZooKeeper 3.4–3.9 says, word for word, and what is behind it. The first entry that fits counts.
/// (lupdate sees Qt's own macros only.)
struct Entry
{
    const char *words; ///< somewhere in the line
    Kind kind;
    const char *title;
    const char *cause;
    const char *remedy; ///< nullptr: there is nothing to do
};

struct Table
{
    Q_DECLARE_TR_FUNCTIONS(LogExplanation)
public:
    static constexpr Entry entries[] = {
        // Elections
        {"LEADER ELECTION TOOK", Kind::Event, QT_TR_NOOP("The election is over"),
         QT_TR_NOOP("The line says how long it took. The members now bring their data to the same state."),
         nullptr},
        {" - LOOKING", Kind::Event, QT_TR_NOOP("An election begins"),
         QT_TR_NOOP(
             "This member knows no leader and asks the others for their votes. Until a majority agrees "
             "it serves nobody."),
         QT_TR_NOOP(
             "If it goes on for more than some seconds, look whether enough members run and reach each "
             "other.")},
        {" - LEADING", Kind::Event, QT_TR_NOOP("This member was elected leader"),
         QT_TR_NOOP("A majority voted for it. It now waits until enough followers have its state, then "
                    "serves."),
         nullptr},
        {" - FOLLOWING", Kind::Event, QT_TR_NOOP("This member follows a leader"),
         QT_TR_NOOP("The election is over for this member: another one leads."), nullptr},
        {" - OBSERVING", Kind::Event, QT_TR_NOOP("This member observes a leader"),
         QT_TR_NOOP("An observer gets every change and has no vote."), nullptr},
        {"New election. My id", Kind::Event, QT_TR_NOOP("An election begins"),
         QT_TR_NOOP("The member votes for itself first; votes with newer data, or a higher id, win."),
         nullptr},
        {"Peer state changed", Kind::Event, QT_TR_NOOP("A phase of the protocol began"),
         QT_TR_NOOP("Election, discovery, synchronization, broadcast: a member serves in the last one."),
         nullptr},
        {"Have quorum of supporters", Kind::Event, QT_TR_NOOP("The leader has its quorum"),
         QT_TR_NOOP("Enough followers have the leader's state; the ensemble serves."), nullptr},
        {"Have smaller server identifier, so dropping the connection", Kind::Event,
         QT_TR_NOOP("A normal part of connecting"),
         QT_TR_NOOP("Of two members the one with the higher id keeps the connection; this one waits to be "
                    "called."),
         nullptr},
        // A lost quorum
        {"Not sufficient followers synced", Kind::Trouble, QT_TR_NOOP("The leader lost its quorum"),
         QT_TR_NOOP("Fewer followers than a majority needs answered within syncLimit. The leader steps down "
                    "and the ensemble stops serving."),
         QT_TR_NOOP(
             "Start the members that are down. If they run, look for long pauses: little memory, a slow "
             "disk, a network that loses packets.")},
        {"Exception when following the leader", Kind::Event, QT_TR_NOOP("The leader is gone"),
         QT_TR_NOOP("The connection to the leader ended. The member goes into an election."),
         QT_TR_NOOP("Nothing, if the leader was stopped. Otherwise look into the leader's log.")},
        {"Exception when observing the leader", Kind::Event, QT_TR_NOOP("The leader is gone"),
         QT_TR_NOOP("The connection to the leader ended. The observer looks for the next one."), nullptr},
        {"Unexpected exception causing shutdown while sock still open", Kind::Trouble,
         QT_TR_NOOP("A follower does not answer the leader"),
         QT_TR_NOOP("The leader heard nothing from this follower within syncLimit ticks and drops it."),
         QT_TR_NOOP("Look at that member: is it paused, out of memory, or waiting for its disk?")},
        {"Timeout while waiting for epoch", Kind::Trouble,
         QT_TR_NOOP("The new leader did not find its quorum"),
         QT_TR_NOOP("It was elected, but too few followers came to it within initLimit. Another election "
                    "follows."),
         QT_TR_NOOP(
             "Check that the members reach each other's quorum ports, not the election ports alone. With "
             "much data raise initLimit.")},
        {"Timeout while waiting for NEWLEADER", Kind::Trouble,
         QT_TR_NOOP("The followers did not get the leader's state in time"),
         QT_TR_NOOP("Too few of them had all data within initLimit. Another election follows."),
         QT_TR_NOOP("Raise initLimit, or look for a slow disk or network.")},
        // Connections between members
        {"Cannot open secure channel to", Kind::Trouble, QT_TR_NOOP("Another member cannot be reached"),
         QT_TR_NOOP("Nothing listens at the other member's election port, or TLS failed there."),
         QT_TR_NOOP("Start the other member. If it runs, compare certificates and sslQuorum of both.")},
        {"Cannot open channel to", Kind::Trouble, QT_TR_NOOP("Another member cannot be reached"),
         QT_TR_NOOP(
             "Nothing listens at the other member's election port, or its name is unknown. Normal while "
             "that member is down or not started yet; it is tried again for ever."),
         QT_TR_NOOP(
             "Start the other member. If it runs, compare the server lines of both, and check that both "
             "are in the same network.")},
        {"Exception while listening", Kind::Trouble,
         QT_TR_NOOP("The member cannot listen at its own election port"),
         QT_TR_NOOP(
             "Its own name does not resolve to one of its addresses, or the port is taken. After three "
             "tries the server gives up (exit code 14)."),
         QT_TR_NOOP("Check the host name in its own server line, and in host mode that no other program uses "
                    "the port.")},
        {"UnknownHostException", Kind::Trouble, QT_TR_NOOP("A host name is unknown"),
         QT_TR_NOOP("Docker's name service forgets the names of containers that do not run."),
         QT_TR_NOOP("Start the member of that name; if it runs, check that it is in the same network.")},
        // Connections of clients
        {"Too many connections from", Kind::Trouble, QT_TR_NOOP("A client was refused"),
         QT_TR_NOOP("This address has as many connections as maxClientCnxns allows."),
         QT_TR_NOOP("Look for a program that opens connections and does not close them, or raise "
                    "maxClientCnxns.")},
        {"Too many connections", Kind::Trouble, QT_TR_NOOP("A client was refused"),
         QT_TR_NOOP("The server has as many connections as maxCnxns allows."),
         QT_TR_NOOP("Raise maxCnxns, or close connections.")},
        {"Refusing session", Kind::Trouble, QT_TR_NOOP("A client was refused"),
         QT_TR_NOOP(
             "The client has seen newer data than this member has. It tries another member by itself."),
         QT_TR_NOOP("If the cluster was wiped and made anew, restart the client.")},
        {"ZooKeeperServer not running", Kind::Trouble, QT_TR_NOOP("A client was refused"),
         QT_TR_NOOP("The member runs, but serves nobody: there is no quorum at the moment."),
         QT_TR_NOOP("Normal during an election. Otherwise start enough members for a majority.")},
        {"is not executed because it is not in the whitelist", Kind::Trouble,
         QT_TR_NOOP("A four-letter word was refused"),
         QT_TR_NOOP("Since 3.5.3 only srvr is answered unless the configuration allows more."),
         QT_TR_NOOP("Add the word to 4lw.commands.whitelist.")},
        {"Unable to read additional data from client", Kind::Event,
         QT_TR_NOOP("A client closed its connection"),
         QT_TR_NOOP("It did not say good-bye first: it was killed, or only tried whether the port answers. A "
                    "session that it had goes on until its time-out."),
         QT_TR_NOOP("Nothing, if the client ended. Otherwise look into the client's own log.")},
        {"Expiring session", Kind::Event, QT_TR_NOOP("A session expired"),
         QT_TR_NOOP("Its client was silent for longer than its time-out. Its ephemeral znodes are removed."),
         QT_TR_NOOP("Nothing, if the client ended. Otherwise look for pauses in the client.")},
        // Configuration
        {"not in the peer list", Kind::Trouble, QT_TR_NOOP("The member's id is not in its list of servers"),
         QT_TR_NOOP(
             "The file myid holds an id without a line server.ID. Often an old volume of another member "
             "is reused."),
         QT_TR_NOOP("Remove the member's volume, or correct its id.")},
        {"myid file is missing", Kind::Trouble, QT_TR_NOOP("The member has no id"),
         QT_TR_NOOP("There is no file myid in dataDir. A mounted zoo.cfg may name another dataDir than the "
                    "image."),
         QT_TR_NOOP("Make dataDir the image's own, or put a file myid with the id there.")},
        {"serverid", Kind::Trouble, QT_TR_NOOP("The member's id is not a number"),
         QT_TR_NOOP("The file myid is empty or holds something else than an id from 1 to 255."),
         QT_TR_NOOP("Set the member's id in its environment, and remove its volume if the file stays.")},
        {"Unrecognised peertype", Kind::Trouble, QT_TR_NOOP("A server line has an unknown role"),
         QT_TR_NOOP("Only participant and observer exist."), QT_TR_NOOP("Correct the server line.")},
        {"Address unresolved", Kind::Trouble, QT_TR_NOOP("A server line cannot be understood"),
         QT_TR_NOOP("In spite of the words, mostly a port that is not a number: quotes around the list of "
                    "servers do that."),
         QT_TR_NOOP("Write the list without quotes, each as server.ID=HOST:2888:3888;2181.")},
        {"dataDir is not set", Kind::Trouble, QT_TR_NOOP("The configuration has no dataDir"),
         QT_TR_NOOP("The server does not know where to keep its data."),
         QT_TR_NOOP("Add dataDir to zoo.cfg.")},
        {"must be in a separate dynamic config file", Kind::Trouble,
         QT_TR_NOOP("The list of servers is in two files"),
         QT_TR_NOOP("zoo.cfg names a dynamic configuration file and has server lines as well."),
         QT_TR_NOOP("Keep the server lines in one of them.")},
        {"is different from client address found in dynamic file", Kind::Trouble,
         QT_TR_NOOP("The client port is given twice"),
         QT_TR_NOOP("clientPort and the port behind the member's own server line differ (exit code 2)."),
         QT_TR_NOOP("Make them equal, or leave clientPort out.")},
        {"Client and election port must be different", Kind::Trouble,
         QT_TR_NOOP("Quorum and election port are the same"),
         QT_TR_NOOP("The words say client port; the quorum port is meant."),
         QT_TR_NOOP("Give the member two different ports.")},
        {"Multiple address feature is disabled", Kind::Trouble,
         QT_TR_NOOP("A server line has several addresses"),
         QT_TR_NOOP("Since 3.6 a server may have several, but only where multiAddress.enabled allows it."),
         QT_TR_NOOP(
             "Set multiAddress.enabled=true on all members, or keep one address in each server line.")},
        {"only one server specified", Kind::Event, QT_TR_NOOP("The member runs alone"),
         QT_TR_NOOP("Its list has one server only, and standaloneEnabled is true: the list is left aside."),
         QT_TR_NOOP("Right for a cluster of one. To let it grow later set standaloneEnabled=false.")},
        {"Observers w/o ", Kind::Trouble, QT_TR_NOOP("Observers alone are no ensemble"),
         QT_TR_NOOP("There are observers, but too few participants for a quorum (exit code 2)."),
         QT_TR_NOOP(
             "Make two of the servers participants, or set standaloneEnabled=false with one of them.")},
        {"initLimit is not set", Kind::Trouble, QT_TR_NOOP("A setting that an ensemble needs is missing"),
         QT_TR_NOOP("With a list of servers zoo.cfg must say initLimit and syncLimit."),
         QT_TR_NOOP("Add initLimit=10 to zoo.cfg.")},
        {"syncLimit is not set", Kind::Trouble, QT_TR_NOOP("A setting that an ensemble needs is missing"),
         QT_TR_NOOP("With a list of servers zoo.cfg must say initLimit and syncLimit."),
         QT_TR_NOOP("Add syncLimit=5 to zoo.cfg.")},
        {"doesn't match peerType", Kind::Event, QT_TR_NOOP("The member's role is given twice"),
         QT_TR_NOOP("Its peerType and its own server line differ; the server line counts."),
         QT_TR_NOOP("Make them equal, or leave peerType out.")},
        {"consider an odd number of servers", Kind::Event, QT_TR_NOOP("An even number of voters"),
         QT_TR_NOOP("It survives the loss of no more members than one voter fewer would."),
         QT_TR_NOOP("Add a voter, or make one an observer.")},
        {"No server failure will be tolerated", Kind::Event, QT_TR_NOOP("Two voters survive no loss"),
         QT_TR_NOOP("Both are needed for a majority."), QT_TR_NOOP("Use three voters.")},
        {"Invalid config, exiting abnormally", Kind::Trouble, QT_TR_NOOP("The configuration is wrong"),
         QT_TR_NOOP("The server ends with exit code 2; the lines that follow say what is wrong."),
         QT_TR_NOOP("Correct the configuration and create the container anew: most images write zoo.cfg only "
                    "once.")},
        {"running in standalone mode", Kind::Event, QT_TR_NOOP("The member runs alone"),
         QT_TR_NOOP("Its configuration has no list of servers, or only one: there is no ensemble."),
         QT_TR_NOOP("Right for a cluster of one. Otherwise its list of servers did not reach it.")},
        // Start-up
        {"Unable to start AdminServer, exiting abnormally", Kind::Trouble,
         QT_TR_NOOP("The AdminServer's port is taken"),
         QT_TR_NOOP("A standalone server ends then (exit code 4)."),
         QT_TR_NOOP("Choose another admin.serverPort, or switch the AdminServer off.")},
        {"Problem starting AdminServer", Kind::Trouble, QT_TR_NOOP("The AdminServer's port is taken"),
         QT_TR_NOOP(
             "The member serves all the same, without its AdminServer; another program answers at that "
             "port."),
         QT_TR_NOOP("In host mode give each member its own admin.serverPort.")},
        {"Address already in use", Kind::Trouble, QT_TR_NOOP("A port is taken"),
         QT_TR_NOOP("Another program listens at a port that this member wants."),
         QT_TR_NOOP("Choose another port, or end the other program.")},
        {"Cannot assign requested address", Kind::Trouble,
         QT_TR_NOOP("The member cannot listen at its own address"),
         QT_TR_NOOP(
             "Its name resolves to an address that is not its container's: of a Swarm service, or of the "
             "host."),
         QT_TR_NOOP("Use a name that resolves to the container itself, or set quorumListenOnAllIPs=true.")},
        {"Unable to access datadir", Kind::Trouble, QT_TR_NOOP("The member's data directory cannot be used"),
         QT_TR_NOOP("It is missing, or belongs to another user than the one that the server runs as (exit "
                    "code 3)."),
         QT_TR_NOOP("Use a volume with a name, or give the directory to the image's user (mostly 1000).")},
        {"Unexpected exception, exiting abnormally", Kind::Trouble,
         QT_TR_NOOP("The server ended with an error"),
         QT_TR_NOOP(
             "Something went wrong that it has no words for, such as a client port that is taken (exit "
             "code 1)."),
         QT_TR_NOOP("Read the exception in the lines that follow.")},
        {"Severe unrecoverable error", Kind::Trouble, QT_TR_NOOP("The server ended with an error"),
         QT_TR_NOOP("One of its threads failed, mostly because the transaction log could not be written."),
         QT_TR_NOOP("Read the exception in the lines that follow; look whether the disk is full.")},
        {"No snapshot found, but there are log entries", Kind::Trouble,
         QT_TR_NOOP("The data directory has no snapshot"),
         QT_TR_NOOP("Data of 3.4 that never wrote a snapshot is refused by later versions."),
         QT_TR_NOOP("Start once with snapshot.trust.empty=true, then without it again. Make a copy first.")},
        {"Unable to load database on disk", Kind::Trouble, QT_TR_NOOP("The member's data is damaged"),
         QT_TR_NOOP("A crash, or a full disk, left files that do not fit together."),
         QT_TR_NOOP("If the others have a quorum, remove this member's volume: it gets everything from the "
                    "leader.")},
        {"is less than the current epoch", Kind::Trouble, QT_TR_NOOP("The member's data is damaged"),
         QT_TR_NOOP("It crashed between the writing of two epoch files."),
         QT_TR_NOOP("If the others have a quorum, remove this member's volume: it gets everything from the "
                    "leader.")},
        {"is less than accepted epoch", Kind::Trouble, QT_TR_NOOP("A leader with an older epoch"),
         QT_TR_NOOP("This member has accepted a newer epoch than the leader offers: one of them has data of "
                    "another time, such as an old volume."),
         QT_TR_NOOP("If the others have a quorum, remove this member's volume: it gets everything from the "
                    "leader.")},
        {"Permission denied", Kind::Trouble, QT_TR_NOOP("The member may not write its files"),
         QT_TR_NOOP("The directory belongs to another user than the one that the server runs as."),
         QT_TR_NOOP("Use a volume with a name, or give the directory to the image's user (mostly 1000).")},
        {"No space left on device", Kind::Trouble, QT_TR_NOOP("The disk is full"),
         QT_TR_NOOP("The transaction log cannot be written; the server ends."),
         QT_TR_NOOP("Make room, and switch on autopurge.purgeInterval.")},
        {"OutOfMemoryError", Kind::Trouble, QT_TR_NOOP("The server has too little memory"),
         QT_TR_NOOP("Java's heap is full."), QT_TR_NOOP("Raise the member's heap, or store less.")},
        {"fsync-ing the write ahead log", Kind::Trouble, QT_TR_NOOP("The disk is slow"),
         QT_TR_NOOP("Each change waits until it is on the disk. Slow writes delay every client."),
         QT_TR_NOOP("Keep the transaction log on a faster disk, or the disk less busy.")},
        {"is out of range", Kind::Trouble, QT_TR_NOOP("A packet is too long"),
         QT_TR_NOOP(
             "A request or an answer is longer than jute.maxbuffer, or something else than a ZooKeeper "
             "client speaks to this port."),
         QT_TR_NOOP("Store smaller values, or raise jute.maxbuffer on servers and clients.")},
        {"Exiting JVM with code 0", Kind::Event, QT_TR_NOOP("The server ended normally"),
         QT_TR_NOOP("It was told to stop."), nullptr},
        {"Exiting JVM with code", Kind::Trouble, QT_TR_NOOP("The server ended with an error"),
         QT_TR_NOOP("The lines before this one say why."), nullptr},
    };
};

/// "serverid X is not a number": the one whose words do not stand together.
bool fits(const Entry &entry, const QByteArray &text)
{
    const auto at = text.indexOf(entry.words);
    if (at < 0)
        return false;
    return qstrcmp(entry.words, "serverid") != 0 || text.indexOf("is not a number", at) > 0;
}

const Entry *entryFor(const QByteArray &text)
{
    const auto *found = std::find_if(std::begin(Table::entries), std::end(Table::entries),
                                     [&text](const Entry &entry) { return fits(entry, text); });
    return found == std::end(Table::entries) ? nullptr : found;
}

QString translated(const char *text)
{
    return text ? Table::tr(text) : QString();
}

} // namespace

std::optional<LogExplanation> explainLogText(const QByteArray &text)
{
    const Entry *entry = entryFor(text);
    if (!entry)
        return std::nullopt;
    return LogExplanation{entry->kind, translated(entry->title), translated(entry->cause),
                          translated(entry->remedy)};
}

} // namespace zoodock
