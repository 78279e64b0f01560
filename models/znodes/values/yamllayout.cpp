// SPDX-License-Identifier: GPL-3.0-or-later
#include "yamllayout.h"

#include "layoutlimits.h"

#include <QtCore/QCoreApplication>

#include <yaml.h>

#include <algorithm>
#include <utility>

namespace zoodock
{

namespace
{

struct YamlLayoutText
{
    Q_DECLARE_TR_FUNCTIONS(zoodock::YamlLayout)
};

int appendBytes(void *out, unsigned char *bytes, std::size_t size)
{
    static_cast<QByteArray *>(out)->append(reinterpret_cast<const char *>(bytes),
                                           static_cast<qsizetype>(size));
    return 1;
}

/// libyaml's parser and emitter, one event after the other from this one to that.
class YamlLayout
{
public:
    explicit YamlLayout(const QString &text)
        : m_utf8(text.toUtf8())
        , m_characters(text.toUcs4())
    {
        yaml_parser_initialize(&m_parser);
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(m_utf8.constData()),
                                     static_cast<std::size_t>(m_utf8.size()));
        yaml_emitter_initialize(&m_emitter);
        yaml_emitter_set_output(&m_emitter, appendBytes, &m_out);
        yaml_emitter_set_unicode(&m_emitter, 1);
        yaml_emitter_set_indent(&m_emitter, 2);
        yaml_emitter_set_width(&m_emitter, -1);
    }
    ~YamlLayout()
    {
        yaml_emitter_delete(&m_emitter);
        yaml_parser_delete(&m_parser);
    }
    Q_DISABLE_COPY_MOVE(YamlLayout)

    Result<QString> run()
    {
        for (bool ends = false; !ends;) {
            yaml_event_t event;
            if (yaml_parser_parse(&m_parser, &event) == 0)
                return notWellFormed(qint64(m_parser.problem_mark.line) + 1,
                                     QString::fromUtf8(m_parser.problem));
            if (const qsizetype comment = commentBefore(event); comment >= 0) {
                yaml_event_delete(&event);
                return hasComment(comment);
            }
            ends = event.type == YAML_STREAM_END_EVENT;
            if (isTooDeep(event)) {
                yaml_event_delete(&event);
                return nestedTooDeeply();
            }
            loosen(event);
            if (yaml_emitter_emit(&m_emitter, &event) == 0) // it owns the event now
                return nestedTooDeeply();
            if (m_out.size() > largestLayout(m_utf8.size()))
                return tooLargeLaidOut();
        }
        return QString::fromUtf8(m_out);
    }

private:
    bool isTooDeep(const yaml_event_t &event)
    {
        if (event.type == YAML_MAPPING_START_EVENT || event.type == YAML_SEQUENCE_START_EVENT)
            ++m_depth;
        else if (event.type == YAML_MAPPING_END_EVENT || event.type == YAML_SEQUENCE_END_EVENT)
            --m_depth;
        return m_depth > mostLayoutLevels;
    }

    static void loosen(yaml_event_t &event)
    {
        if (event.type == YAML_MAPPING_START_EVENT)
            event.data.mapping_start.style = YAML_BLOCK_MAPPING_STYLE;
        else if (event.type == YAML_SEQUENCE_START_EVENT)
            event.data.sequence_start.style = YAML_BLOCK_SEQUENCE_STYLE;
    }

    /// Where, in characters as libyaml counts them; −1: there is none. What lies between two events is white
    /// space, punctuation, and comments. (That of a block scalar's first line is part of its event.)
    qsizetype commentBefore(const yaml_event_t &event)
    {
        const auto start = static_cast<qsizetype>(event.start_mark.index);
        const auto end = static_cast<qsizetype>(event.end_mark.index);
        const qsizetype from = std::exchange(m_seen, std::max(m_seen, end));
        const qsizetype found = firstHash(from, start);
        if (found >= 0 || event.type != YAML_SCALAR_EVENT)
            return found;
        const yaml_scalar_style_t style = event.data.scalar.style;
        const bool block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
        if (!block)
            return -1;
        const char32_t mark = style == YAML_LITERAL_SCALAR_STYLE ? U'|' : U'>';
        const qsizetype indicator = m_characters.indexOf(mark, start);
        return indicator < 0 ? -1 : firstHash(indicator, m_characters.indexOf(U'\n', indicator));
    }

    [[nodiscard]] qsizetype firstHash(qsizetype from, qsizetype to) const
    {
        for (qsizetype at = from; at < to; ++at) {
            if (m_characters.at(at) == U'#')
                return at;
        }
        return -1;
    }

    [[nodiscard]] tl::unexpected<Error> hasComment(qsizetype at) const
    {
        return failure(
            ErrorKind::InvalidInput,
            YamlLayoutText::tr("Line %1 has a comment, which would be lost. The value is shown as it is.")
                .arg(m_characters.first(at).count(U'\n') + 1));
    }
    const QByteArray m_utf8;
    const QList<uint> m_characters;
    yaml_parser_t m_parser{};
    yaml_emitter_t m_emitter{};
    QByteArray m_out;
    qsizetype m_seen = 0;
    int m_depth = 0;
};

} // namespace

Result<QString> laidOutYaml(const QString &text)
{
    return YamlLayout(text).run();
}

} // namespace zoodock
