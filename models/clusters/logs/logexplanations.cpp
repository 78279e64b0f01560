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
struct Entry
{
    const char *words; ///< somewhere in the line
    Kind kind;
    const char *title;
    const char *cause;
    const char *remedy; ///< nullptr: there is nothing to do
};

#define ZOODOCK_TEXT(text) QT_TRANSLATE_NOOP("LogExplanation", text)

constexpr Entry entries[] = {
    // Elections
    {" - LOOKING", Kind::Event, ZOODOCK_TEXT("An election begins"),
     ZOODOCK_TEXT("This member knows no leader and asks the others for their votes. Until a majority agrees "
                  "it serves nobody."),
     ZOODOCK_TEXT("If it goes on for more than some seconds, look whether enough members run and reach each "
                  "other.")},
    {" - LEADING", Kind::Event, ZOODOCK_TEXT("This member was elected leader"),
     ZOODOCK_TEXT("A majority voted for it. It now waits until enough followers have its state, then "
                  "serves."),
     nullptr},
    {" - FOLLOWING", Kind::Event, ZOODOCK_TEXT("This member follows a leader"),
     ZOODOCK_TEXT("The election is over for this member: another one leads."), nullptr},
    {" - OBSERVING", Kind::Event, ZOODOCK_TEXT("This member observes a leader"),
     ZOODOCK_TEXT("An observer gets every change and has no vote."), nullptr},
    {"LEADER ELECTION TOOK", Kind::Event, ZOODOCK_TEXT("The election is over"),
     ZOODOCK_TEXT("The line says how long it took. The members now bring their data to the same state."),
     nullptr},
    {"New election. My id", Kind::Event, ZOODOCK_TEXT("An election begins"),
     ZOODOCK_TEXT("The member votes for itself first; votes with newer data, or a higher id, win."), nullptr},
    {"Peer state changed", Kind::Event, ZOODOCK_TEXT("A phase of the protocol began"),
     ZOODOCK_TEXT("Election, discovery, synchronization, broadcast: a member serves in the last one."),
     nullptr},
    {"Have quorum of supporters", Kind::Event, ZOODOCK_TEXT("The leader has its quorum"),
     ZOODOCK_TEXT("Enough followers have the leader's state; the ensemble serves."), nullptr},
    {"Have smaller server identifier, so dropping the connection", Kind::Event,
     ZOODOCK_TEXT("A normal part of connecting"),
     ZOODOCK_TEXT("Of two members the one with the higher id keeps the connection; this one waits to be "
                  "called."),
     nullptr},
    // A lost quorum
    {"Not sufficient followers synced", Kind::Trouble, ZOODOCK_TEXT("The leader lost its quorum"),
     ZOODOCK_TEXT("Fewer followers than a majority needs answered within syncLimit. The leader steps down "
                  "and the ensemble stops serving."),
     ZOODOCK_TEXT("Start the members that are down. If they run, look for long pauses: little memory, a slow "
                  "disk, a network that loses packets.")},
    {"Exception when following the leader", Kind::Event, ZOODOCK_TEXT("The leader is gone"),
     ZOODOCK_TEXT("The connection to the leader ended. The member goes into an election."),
     ZOODOCK_TEXT("Nothing, if the leader was stopped. Otherwise look into the leader's log.")},
    {"Exception when observing the leader", Kind::Event, ZOODOCK_TEXT("The leader is gone"),
     ZOODOCK_TEXT("The connection to the leader ended. The observer looks for the next one."), nullptr},
    {"Unexpected exception causing shutdown while sock still open", Kind::Trouble,
     ZOODOCK_TEXT("A follower does not answer the leader"),
     ZOODOCK_TEXT("The leader heard nothing from this follower within syncLimit ticks and drops it."),
     ZOODOCK_TEXT("Look at that member: is it paused, out of memory, or waiting for its disk?")},
    // Connections between members
    {"Cannot open channel to", Kind::Trouble, ZOODOCK_TEXT("Another member cannot be reached"),
     ZOODOCK_TEXT("Nothing listens at the other member's election port, or its name is unknown. Normal while "
                  "that member is down or not started yet; it is tried again for ever."),
     ZOODOCK_TEXT("Start the other member. If it runs, compare the server lines of both, and check that both "
                  "are in the same network.")},
    {"Exception while listening", Kind::Trouble,
     ZOODOCK_TEXT("The member cannot listen at its own election port"),
     ZOODOCK_TEXT("Its own name does not resolve to one of its addresses, or the port is taken. After three "
                  "tries the server gives up (exit code 14)."),
     ZOODOCK_TEXT("Check the host name in its own server line, and in host mode that no other program uses "
                  "the port.")},
    {"UnknownHostException", Kind::Trouble, ZOODOCK_TEXT("A host name is unknown"),
     ZOODOCK_TEXT("Docker's name service forgets the names of containers that do not run."),
     ZOODOCK_TEXT("Start the member of that name; if it runs, check that it is in the same network.")},
    // Connections of clients
    {"Too many connections from", Kind::Trouble, ZOODOCK_TEXT("A client was refused"),
     ZOODOCK_TEXT("This address has as many connections as maxClientCnxns allows."),
     ZOODOCK_TEXT("Look for a program that opens connections and does not close them, or raise "
                  "maxClientCnxns.")},
    {"Too many connections", Kind::Trouble, ZOODOCK_TEXT("A client was refused"),
     ZOODOCK_TEXT("The server has as many connections as maxCnxns allows."),
     ZOODOCK_TEXT("Raise maxCnxns, or close connections.")},
    {"Refusing session", Kind::Trouble, ZOODOCK_TEXT("A client was refused"),
     ZOODOCK_TEXT("The client has seen newer data than this member has. It tries another member by itself."),
     ZOODOCK_TEXT("If the cluster was wiped and made anew, restart the client.")},
    {"ZooKeeperServer not running", Kind::Trouble, ZOODOCK_TEXT("A client was refused"),
     ZOODOCK_TEXT("The member runs, but serves nobody: there is no quorum at the moment."),
     ZOODOCK_TEXT("Normal during an election. Otherwise start enough members for a majority.")},
    {"is not executed because it is not in the whitelist", Kind::Trouble,
     ZOODOCK_TEXT("A four-letter word was refused"),
     ZOODOCK_TEXT("Since 3.5.3 only srvr is answered unless the configuration allows more."),
     ZOODOCK_TEXT("Add the word to 4lw.commands.whitelist.")},
    {"Expiring session", Kind::Event, ZOODOCK_TEXT("A session expired"),
     ZOODOCK_TEXT("Its client was silent for longer than its time-out. Its ephemeral znodes are removed."),
     ZOODOCK_TEXT("Nothing, if the client ended. Otherwise look for pauses in the client.")},
    // Configuration
    {"not in the peer list", Kind::Trouble, ZOODOCK_TEXT("The member's id is not in its list of servers"),
     ZOODOCK_TEXT("The file myid holds an id without a line server.ID. Often an old volume of another member "
                  "is reused."),
     ZOODOCK_TEXT("Remove the member's volume, or correct its id.")},
    {"myid file is missing", Kind::Trouble, ZOODOCK_TEXT("The member has no id"),
     ZOODOCK_TEXT("There is no file myid in dataDir. A mounted zoo.cfg may name another dataDir than the "
                  "image."),
     ZOODOCK_TEXT("Make dataDir the image's own, or put a file myid with the id there.")},
    {"serverid", Kind::Trouble, ZOODOCK_TEXT("The member's id is not a number"),
     ZOODOCK_TEXT("The file myid is empty or holds something else than an id from 1 to 255."),
     ZOODOCK_TEXT("Set the member's id in its environment, and remove its volume if the file stays.")},
    {"Unrecognised peertype", Kind::Trouble, ZOODOCK_TEXT("A server line has an unknown role"),
     ZOODOCK_TEXT("Only participant and observer exist."), ZOODOCK_TEXT("Correct the server line.")},
    {"Address unresolved", Kind::Trouble, ZOODOCK_TEXT("A server line cannot be understood"),
     ZOODOCK_TEXT("In spite of the words, mostly a port that is not a number: quotes around the list of "
                  "servers do that."),
     ZOODOCK_TEXT("Write the list without quotes, each as server.ID=HOST:2888:3888;2181.")},
    {"dataDir is not set", Kind::Trouble, ZOODOCK_TEXT("The configuration has no dataDir"),
     ZOODOCK_TEXT("The server does not know where to keep its data."),
     ZOODOCK_TEXT("Add dataDir to zoo.cfg.")},
    {"must be in a separate dynamic config file", Kind::Trouble,
     ZOODOCK_TEXT("The list of servers is in two files"),
     ZOODOCK_TEXT("zoo.cfg names a dynamic configuration file and has server lines as well."),
     ZOODOCK_TEXT("Keep the server lines in one of them.")},
    {"is different from client address found in dynamic file", Kind::Trouble,
     ZOODOCK_TEXT("The client port is given twice"),
     ZOODOCK_TEXT("clientPort and the port behind the member's own server line differ (exit code 2)."),
     ZOODOCK_TEXT("Make them equal, or leave clientPort out.")},
    {"Client and election port must be different", Kind::Trouble,
     ZOODOCK_TEXT("Quorum and election port are the same"),
     ZOODOCK_TEXT("The words say client port; the quorum port is meant."),
     ZOODOCK_TEXT("Give the member two different ports.")},
    {"Invalid config, exiting abnormally", Kind::Trouble, ZOODOCK_TEXT("The configuration is wrong"),
     ZOODOCK_TEXT("The server ends with exit code 2; the lines that follow say what is wrong."),
     ZOODOCK_TEXT("Correct the configuration and create the container anew: most images write zoo.cfg only "
                  "once.")},
    {"running in standalone mode", Kind::Event, ZOODOCK_TEXT("The member runs alone"),
     ZOODOCK_TEXT("Its configuration has no list of servers, or only one: there is no ensemble."),
     ZOODOCK_TEXT("Right for a cluster of one. Otherwise its list of servers did not reach it.")},
    // Start-up
    {"Unable to start AdminServer, exiting abnormally", Kind::Trouble,
     ZOODOCK_TEXT("The AdminServer's port is taken"),
     ZOODOCK_TEXT("A standalone server ends then (exit code 4)."),
     ZOODOCK_TEXT("Choose another admin.serverPort, or switch the AdminServer off.")},
    {"Problem starting AdminServer", Kind::Trouble, ZOODOCK_TEXT("The AdminServer's port is taken"),
     ZOODOCK_TEXT("The member serves all the same, without its AdminServer; another program answers at that "
                  "port."),
     ZOODOCK_TEXT("In host mode give each member its own admin.serverPort.")},
    {"Address already in use", Kind::Trouble, ZOODOCK_TEXT("A port is taken"),
     ZOODOCK_TEXT("Another program listens at a port that this member wants."),
     ZOODOCK_TEXT("Choose another port, or end the other program.")},
    {"No snapshot found, but there are log entries", Kind::Trouble,
     ZOODOCK_TEXT("The data directory has no snapshot"),
     ZOODOCK_TEXT("Data of 3.4 that never wrote a snapshot is refused by later versions."),
     ZOODOCK_TEXT("Start once with snapshot.trust.empty=true, then without it again. Make a copy first.")},
    {"Unable to load database on disk", Kind::Trouble, ZOODOCK_TEXT("The member's data is damaged"),
     ZOODOCK_TEXT("A crash, or a full disk, left files that do not fit together."),
     ZOODOCK_TEXT("If the others have a quorum, remove this member's volume: it gets everything from the "
                  "leader.")},
    {"is less than the current epoch", Kind::Trouble, ZOODOCK_TEXT("The member's data is damaged"),
     ZOODOCK_TEXT("It crashed between the writing of two epoch files."),
     ZOODOCK_TEXT("If the others have a quorum, remove this member's volume: it gets everything from the "
                  "leader.")},
    {"Permission denied", Kind::Trouble, ZOODOCK_TEXT("The member may not write its files"),
     ZOODOCK_TEXT("The directory belongs to another user than the one that the server runs as."),
     ZOODOCK_TEXT("Use a volume with a name, or give the directory to the image's user (mostly 1000).")},
    {"No space left on device", Kind::Trouble, ZOODOCK_TEXT("The disk is full"),
     ZOODOCK_TEXT("The transaction log cannot be written; the server ends."),
     ZOODOCK_TEXT("Make room, and switch on autopurge.purgeInterval.")},
    {"OutOfMemoryError", Kind::Trouble, ZOODOCK_TEXT("The server has too little memory"),
     ZOODOCK_TEXT("Java's heap is full."), ZOODOCK_TEXT("Raise the member's heap, or store less.")},
    {"fsync-ing the write ahead log", Kind::Trouble, ZOODOCK_TEXT("The disk is slow"),
     ZOODOCK_TEXT("Each change waits until it is on the disk. Slow writes delay every client."),
     ZOODOCK_TEXT("Keep the transaction log on a faster disk, or the disk less busy.")},
    {"is out of range", Kind::Trouble, ZOODOCK_TEXT("A packet is too long"),
     ZOODOCK_TEXT("A request or an answer is longer than jute.maxbuffer, or something else than a ZooKeeper "
                  "client speaks to this port."),
     ZOODOCK_TEXT("Store smaller values, or raise jute.maxbuffer on servers and clients.")},
    {"Exiting JVM with code 0", Kind::Event, ZOODOCK_TEXT("The server ended normally"),
     ZOODOCK_TEXT("It was told to stop."), nullptr},
    {"Exiting JVM with code", Kind::Trouble, ZOODOCK_TEXT("The server ended with an error"),
     ZOODOCK_TEXT("The lines before this one say why."), nullptr},
};

#undef ZOODOCK_TEXT

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
    const auto *found = std::find_if(std::begin(entries), std::end(entries),
                                     [&text](const Entry &entry) { return fits(entry, text); });
    return found == std::end(entries) ? nullptr : found;
}

QString translated(const char *text)
{
    return text ? QCoreApplication::translate("LogExplanation", text) : QString();
}

} // namespace

bool isRecognised(const QByteArray &text)
{
    return entryFor(text) != nullptr;
}

std::optional<LogExplanation> explainLogText(const QByteArray &text)
{
    const Entry *entry = entryFor(text);
    if (!entry)
        return std::nullopt;
    return LogExplanation{entry->kind, translated(entry->title), translated(entry->cause),
                          translated(entry->remedy)};
}

} // namespace zoodock
