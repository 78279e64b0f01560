// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockererrors.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <cstddef>
#include <iterator>
#include <optional>
#include <vector>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype tailLength = 4096;

/// A group in the pattern is %1 of the sentence. The first row that matches counts: what is nearer to the
/// cause stands above what is said on top of it.
struct Row
{
    ErrorKind kind;
    const char *pattern;
    const char *sentence;
};

constexpr auto engineDown = QT_TRANSLATE_NOOP(
    "Docker",
    "The Docker engine does not answer. Start it, for example with “sudo systemctl start docker” or by "
    "opening Docker Desktop, then try again.");
constexpr auto engineForbidden = QT_TRANSLATE_NOOP(
    "Docker",
    "You may not talk to the Docker engine. Add yourself to the group “docker” (sudo usermod -aG docker "
    "$USER), sign out and in again, then try again.");
constexpr auto contextMissing = QT_TRANSLATE_NOOP(
    "Docker", "Docker has no context of the name “%1”. Choose another one; “docker context ls” lists them.");
constexpr auto clientTooOld = QT_TRANSLATE_NOOP(
    "Docker",
    "The docker command is too old for this Docker engine. Update the docker command; if the environment "
    "variable DOCKER_API_VERSION is set, unset it.");
constexpr auto engineTooOld = QT_TRANSLATE_NOOP(
    "Docker",
    "The Docker engine is too old for this docker command. Update the engine; if the environment variable "
    "DOCKER_API_VERSION is set, unset it.");
constexpr auto podman = QT_TRANSLATE_NOOP(
    "Docker",
    "The program “docker” is Podman here, whose answers differ from Docker's. Install Docker's own command; "
    "with DOCKER_HOST it can talk to Podman's socket.");
constexpr auto diskFull = QT_TRANSLATE_NOOP(
    "Docker",
    "The disk of the Docker engine is full. Free some space, for example with “docker system prune”, then "
    "try again.");
constexpr auto registryUnreachable = QT_TRANSLATE_NOOP(
    "Docker",
    "The Docker engine cannot reach the image's registry. Check its network connection and proxy, or choose "
    "an image that is already there.");
constexpr auto registryLimit = QT_TRANSLATE_NOOP(
    "Docker",
    "The image's registry refuses more downloads for now. Wait a while, or sign in with “docker login”, then "
    "try again.");
constexpr auto imageMissing = QT_TRANSLATE_NOOP(
    "Docker",
    "There is no such image, neither on the Docker engine nor in its registry. Check its name and tag, or "
    "choose another image.");
constexpr auto imagePlatform = QT_TRANSLATE_NOOP(
    "Docker",
    "This image does not exist for the Docker engine's kind of processor. Choose another image or tag.");
constexpr auto imageName = QT_TRANSLATE_NOOP(
    "Docker", "This is not a valid name of an image. Correct it: it looks like “zookeeper:3.9”.");
constexpr auto nameInUse = QT_TRANSLATE_NOOP(
    "Docker",
    "The name “%1” is already in use on the Docker engine. Choose another name, or remove what holds it.");
constexpr auto portInUse = QT_TRANSLATE_NOOP(
    "Docker",
    "The address %1 is already in use by another container or program. Stop that one, or choose another "
    "port.");
constexpr auto portInUseUnknown = QT_TRANSLATE_NOOP(
    "Docker",
    "A port is already in use by another container or program. Stop that one, or choose another port.");
constexpr auto portForbidden =
    QT_TRANSLATE_NOOP("Docker", "This Docker engine may not use ports below 1024. Choose a higher port.");
constexpr auto addressForeign = QT_TRANSLATE_NOOP(
    "Docker",
    "The Docker engine's host does not have the address %1. Publish the ports on an address that it has, for "
    "example 127.0.0.1.");
constexpr auto networkInUse =
    QT_TRANSLATE_NOOP("Docker", "The network still has containers in it. Remove or disconnect them first.");
constexpr auto volumeInUse =
    QT_TRANSLATE_NOOP("Docker", "The volume is still used by a container. Remove that container first.");
constexpr auto poolExhausted = QT_TRANSLATE_NOOP(
    "Docker",
    "The Docker engine has no addresses left for another network. Remove networks that nobody uses, for "
    "example with “docker network prune”, then try again.");
constexpr auto noSuchNetwork = QT_TRANSLATE_NOOP(
    "Docker",
    "The network “%1” does not exist on the Docker engine any more. Create it again, or choose another one.");
constexpr auto noSuchObject = QT_TRANSLATE_NOOP(
    "Docker",
    "This does not exist on the Docker engine any more; something else has removed it. Create it again if "
    "you need it.");
constexpr auto paused =
    QT_TRANSLATE_NOOP("Docker", "The container is paused. Resume it first, then try again.");
constexpr auto notPaused =
    QT_TRANSLATE_NOOP("Docker", "The container is not paused, so there is nothing to resume.");
constexpr auto notRunning =
    QT_TRANSLATE_NOOP("Docker", "The container is not running. Start it first, then try again.");
constexpr auto notFrozen = QT_TRANSLATE_NOOP(
    "Docker", "The Docker engine could not freeze the container's processes in time, because the "
              "machine is busy. The container runs on as before; try again.");

// Sources: messages of CLI 20.10.24 and 28.2.2 as recorded in tests/fakes/recordings, and the sources and
// issues of moby/moby and docker/cli up to 29 for what cannot be provoked at will.
constexpr Row table[] = {
    {ErrorKind::EngineForbidden, "permission denied while trying to connect", engineForbidden},
    {ErrorKind::ContextMissing, "context \"([^\"]*)\"(?:: context not found| does not exist| not found)",
     contextMissing},
    {ErrorKind::EngineForbidden, "dial unix [^:]*: connect: permission denied", engineForbidden},
    {ErrorKind::EngineDown, "cannot connect to the docker daemon", engineDown},
    {ErrorKind::EngineDown, "failed to connect to the docker api", engineDown},
    {ErrorKind::EngineDown, "is the docker daemon running|docker daemon is not running", engineDown},
    {ErrorKind::EngineDown, "error during connect", engineDown},
    {ErrorKind::EngineDown, "request returned .*internal server error for api route", engineDown},
    {ErrorKind::ApiMismatch, "client version \\S+ is too old", clientTooOld},
    {ErrorKind::ApiMismatch, "client version \\S+ is too new|client is newer than server", engineTooOld},
    {ErrorKind::ApiMismatch, "requires api version \\S+, but the docker daemon api version is", engineTooOld},
    {ErrorKind::EnginePodman,
     "emulate docker cli using podman|cannot connect to podman|podman system service", podman},

    {ErrorKind::DiskFull, "no space left on device", diskFull},

    {ErrorKind::RegistryUnreachable, "toomanyrequests|too many requests", registryLimit},
    {ErrorKind::RegistryUnreachable, "no such host|tls handshake timeout|i/o timeout|server misbehaving",
     registryUnreachable},
    {ErrorKind::RegistryUnreachable, "proxyconnect tcp|dial tcp .*(?:refused|unreachable|timed out)",
     registryUnreachable},
    {ErrorKind::RegistryUnreachable,
     "(?:get|head) \"?https?://[^ ]*(?:/v2/|/token).*(?:eof|canceled|exceeded|x509)", registryUnreachable},
    {ErrorKind::ImageMissing, "no matching manifest for", imagePlatform},
    {ErrorKind::InvalidInput, "invalid reference format", imageName},
    {ErrorKind::ImageMissing, "manifest unknown|manifest for \\S+ not found|pull access denied",
     imageMissing},
    {ErrorKind::ImageMissing, "repository (?:does not exist|\\S+ not found)|failed to resolve reference",
     imageMissing},
    {ErrorKind::ImageMissing, "no such image|unable to find image", imageMissing},

    {ErrorKind::PortInUse, "bind for (\\S+) failed: port is already allocated", portInUse},
    {ErrorKind::PortInUse, "listen (?:tcp|udp)[46]? (\\S+): bind: address already in use", portInUse},
    {ErrorKind::PortInUse, "failed to bind host port (?:for )?(\\S+?:\\d+)(?::\\S+)?: address already in use",
     portInUse},
    {ErrorKind::PortInUse, "ports are not available: exposing port tcp (\\S+)", portInUse},
    {ErrorKind::PortInUse, "port is already allocated|address already in use", portInUseUnknown},
    {ErrorKind::InvalidInput, "cannot expose privileged port|bind: permission denied", portForbidden},
    {ErrorKind::InvalidInput, "listen (?:tcp|udp)[46]? (\\S+): bind: cannot assign requested address",
     addressForeign},
    {ErrorKind::InvalidInput,
     "failed to bind host port (?:for )?(\\S+?:\\d+)\\S*: cannot assign requested address", addressForeign},

    {ErrorKind::NameInUse, "container name \"/?([^\"]*)\" is already in use", nameInUse},
    {ErrorKind::NameInUse, "network with name (\\S+) already exists", nameInUse},
    {ErrorKind::NameInUse, "endpoint with name (\\S+) already exists", nameInUse},
    {ErrorKind::NameInUse, "create (\\S+): conflict: volume name must be unique", nameInUse},
    {ErrorKind::NetworkInUse, "has active endpoints", networkInUse},
    {ErrorKind::ProgramFailed, "volume is in use", volumeInUse},
    {ErrorKind::AddressPoolExhausted,
     "non-overlapping ipv4 address pool|address pools have been fully subnetted", poolExhausted},

    {ErrorKind::NoSuchObject, "network (\\S+) not found|no such network: (\\S+)", noSuchNetwork},
    {ErrorKind::NoSuchObject, "no such (?:container|object|volume|exec)", noSuchObject},
    {ErrorKind::NoSuchObject, "is already in progress|is marked for removal", noSuchObject},
    // `docker cp -` to a container that does not exist
    {ErrorKind::NoSuchObject, "destination \"[^\"]*\" must be a directory", noSuchObject},
    // The engine puts "Cannot pause container" before every reason.
    {ErrorKind::NotFrozen, "unable to freeze", notFrozen},
    {ErrorKind::NotRunning, "is already paused|is paused, unpause|cannot start a paused container", paused},
    {ErrorKind::NotRunning, "is not paused", notPaused},
    {ErrorKind::NotRunning, "is not running|container not running|is restarting, wait until", notRunning},
};

struct Finding
{
    const Row *row;
    QString what;
};

/// Of the table's rows; compiled once, for a probe may fail every few seconds.
const std::vector<QRegularExpression> &patterns()
{
    static const std::vector<QRegularExpression> compiled = [] {
        std::vector<QRegularExpression> all;
        for (const Row &row : table)
            all.emplace_back(QString::fromLatin1(row.pattern), QRegularExpression::CaseInsensitiveOption);
        return all;
    }();
    return compiled;
}

std::optional<Finding> find(const QString &text)
{
    for (std::size_t i = 0; i < std::size(table); ++i) {
        const QRegularExpressionMatch match = patterns()[i].match(text);
        if (match.hasMatch())
            return Finding{&table[i], match.captured(match.lastCapturedIndex())};
    }
    return std::nullopt;
}

/// What docker said last, without its preamble; the last line may be its hint at --help.
QString lastWords(const QByteArray &output)
{
    static const QRegularExpression preamble(u"^(docker: )?(Error response from daemon: |Error: )?"_s);
    const QStringList lines = QString::fromUtf8(output.right(tailLength)).split(u'\n', Qt::SkipEmptyParts);
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const QString words = line->trimmed().remove(preamble);
        if (!words.isEmpty() && !words.startsWith("Run 'docker"_L1) && !words.startsWith("See 'docker"_L1) &&
            !words.startsWith("exit status "_L1) && !words.startsWith("Usage:"_L1))
            return words;
    }
    return {};
}

QString sentenceFor(const std::optional<Finding> &finding, const QString &words)
{
    if (finding) {
        const QString sentence = QCoreApplication::translate("Docker", finding->row->sentence);
        return sentence.contains("%1"_L1) ? sentence.arg(finding->what) : sentence;
    }
    if (words.isEmpty())
        return QCoreApplication::translate("Docker",
                                           "The docker command failed without a word. See in a terminal "
                                           "whether “docker info” answers, and try again.");
    return QCoreApplication::translate("Docker", "Docker refused: “%1”. Mend what it names, and try again.")
        .arg(words);
}

QString detailFor(const CommandSpec &spec, int exitCode, const QByteArray &output)
{
    const QString tail = QString::fromUtf8(output.right(tailLength)).trimmed();
    QString detail = spec.display() + u"\nexit code: %1"_s.arg(exitCode);
    if (!tail.isEmpty())
        detail += u'\n' + spec.masked(tail);
    return detail;
}

} // namespace

Error dockerError(const CommandSpec &spec, int exitCode, const QByteArray &standardError,
                  const QByteArray &standardOutput)
{
    // `docker exec` tells of a missing program on stdout.
    const QByteArray &output = standardError.trimmed().isEmpty() ? standardOutput : standardError;
    const std::optional<Finding> finding = find(QString::fromUtf8(output));
    const QString sentence = sentenceFor(finding, lastWords(output));
    return Error(finding ? finding->row->kind : ErrorKind::ProgramFailed, spec.masked(sentence),
                 detailFor(spec, exitCode, output));
}

ErrorKind dockerErrorKind(const QByteArray &standardError)
{
    const std::optional<Finding> finding = find(QString::fromUtf8(standardError));
    return finding ? finding->row->kind : ErrorKind::ProgramFailed;
}

Error podmanError(const QString &detail)
{
    return Error(ErrorKind::EnginePodman, QCoreApplication::translate("Docker", podman), detail);
}

} // namespace zoodock
