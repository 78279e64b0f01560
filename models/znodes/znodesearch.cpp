// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodesearch.h"

#include "znodes/znodeconnection.h"
#include "znodewalk.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRegularExpression>

#include <optional>
#include <utility>

namespace zoodock
{

namespace
{

constexpr qint64 tellPause = 200; // ms
constexpr qsizetype excerptAround = 40;

/// Printable, on one line, with an ellipsis where something was cut off.
QString excerptOf(const QString &text, qsizetype at, qsizetype length)
{
    const qsizetype from = std::max<qsizetype>(0, at - excerptAround);
    const qsizetype count = at - from + std::min<qsizetype>(length, 2 * excerptAround) + excerptAround;
    QString excerpt = text.mid(from, count);
    for (QChar &character : excerpt) {
        if (!character.isPrint())
            character = QLatin1Char(' ');
    }
    const QChar ellipsis(0x2026);
    if (from > 0)
        excerpt.prepend(ellipsis);
    if (from + count < text.size())
        excerpt.append(ellipsis);
    return excerpt;
}

QString asText(const QByteArray &value)
{
    const QString text = QString::fromUtf8(value);
    return text.contains(QChar(QChar::ReplacementCharacter)) ? QString::fromLatin1(value) : text;
}

} // namespace

class ZnodeSearch::Private
{
public:
    Private(ZnodeConnection *connection, ZnodeQuery wanted)
        : query(std::move(wanted))
        , walk(connection, query.below, query.values ? ZnodeWalk::Reads::Values : ZnodeWalk::Reads::Structure,
               nullptr)
        , sensitivity(query.caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive)
    {
        if (query.regularExpression)
            expression.emplace(query.text, query.caseSensitive ? QRegularExpression::NoPatternOption
                                                               : QRegularExpression::CaseInsensitiveOption);
    }

    /// Where it matches, and how long; nothing: it does not.
    [[nodiscard]] std::optional<std::pair<qsizetype, qsizetype>> find(const QString &text) const
    {
        if (expression) {
            const QRegularExpressionMatch match = expression->match(text);
            return match.hasMatch() ? std::optional(std::pair(match.capturedStart(), match.capturedLength()))
                                    : std::nullopt;
        }
        const qsizetype at = text.indexOf(query.text, 0, sensitivity);
        return at < 0 ? std::nullopt : std::optional(std::pair(at, query.text.size()));
    }

    void examine(const ZnodeWalk::Node &node)
    {
        ZnodeMatch match;
        match.path = node.path;
        match.inName = query.names && find(node.path.name()).has_value();
        if (query.values && !node.value.isEmpty()) {
            const QString text = asText(node.value);
            if (const auto place = find(text)) {
                match.inValue = true;
                match.excerpt = excerptOf(text, place->first, place->second);
            }
        }
        if (match.inName || match.inValue)
            matches += match;
    }

    ZnodeQuery query;
    ZnodeWalk walk;
    Qt::CaseSensitivity sensitivity;
    std::optional<QRegularExpression> expression;
    QList<ZnodeMatch> matches;
    qsizetype told = 0;
    qint64 visited = 0;
    qint64 forbidden = 0;
    bool complete = false;
    QElapsedTimer lastTold;
};

ZnodeSearch::ZnodeSearch(ZnodeConnection *connection, ZnodeQuery query, QObject *parent)
    : Operation(parent)
    , d(std::make_unique<Private>(connection, std::move(query)))
{
}

ZnodeSearch::~ZnodeSearch() = default;

const ZnodeQuery &ZnodeSearch::query() const
{
    return d->query;
}

const QList<ZnodeMatch> &ZnodeSearch::matches() const
{
    return d->matches;
}

qint64 ZnodeSearch::visited() const
{
    return d->visited;
}

qint64 ZnodeSearch::known() const
{
    return d->walk.known();
}

qint64 ZnodeSearch::forbidden() const
{
    return d->forbidden;
}

bool ZnodeSearch::isComplete() const
{
    return d->complete;
}

void ZnodeSearch::begin()
{
    if (d->query.text.isEmpty()) {
        fail(Error(ErrorKind::InvalidInput, tr("There is nothing to search for. Type a text first.")));
        return;
    }
    if (d->expression && !d->expression->isValid()) {
        fail(Error(ErrorKind::InvalidInput,
                   tr("The regular expression is not valid at character %1: %2. Correct it.")
                       .arg(d->expression->patternErrorOffset() + 1)
                       .arg(d->expression->errorString())));
        return;
    }
    d->lastTold.start();
    const auto tell = [this] {
        d->lastTold.start();
        if (d->matches.size() > d->told)
            Q_EMIT found(std::exchange(d->told, d->matches.size()));
        Q_EMIT progress(d->visited, d->walk.known());
    };
    const auto count = [this, tell] {
        ++d->visited;
        if (d->matches.size() >= d->query.resultLimit) {
            d->walk.stop();
            tell();
            succeed();
        } else if (d->lastTold.elapsed() >= tellPause) {
            tell();
        }
    };
    d->walk.onNode = [this, count](const ZnodeWalk::Node &node) {
        d->examine(node);
        count();
    };
    d->walk.onForbidden = [this, count](const ZnodePath &path) {
        ++d->forbidden;
        ZnodeWalk::Node unread;
        unread.path = path;
        d->examine(unread);
        count();
    };
    d->walk.onEnd = [this, tell](const Result<void> &outcome) {
        tell();
        d->complete = outcome.has_value();
        if (outcome)
            succeed();
        else
            fail(outcome.error());
    };
    d->walk.start();
}

void ZnodeSearch::abort(const Error &why)
{
    d->walk.stop();
    fail(why);
}

} // namespace zoodock
