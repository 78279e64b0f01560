// SPDX-License-Identifier: GPL-3.0-or-later
#include "address.h"

#include <QtCore/QByteArray>

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>

namespace zoodock::address
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// An IPv6 address, or an IPv4 one mapped into it.
using Bytes = std::array<unsigned char, 16>;
constexpr Bytes mappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr size_t prefixSize = 12;

std::optional<Bytes> parsed(const QString &text)
{
    const QByteArray latin = text.toLatin1();
    Bytes bytes = mappedPrefix;
    if (inet_pton(AF_INET, latin.constData(), bytes.data() + prefixSize) == 1)
        return bytes;
    if (inet_pton(AF_INET6, latin.constData(), bytes.data()) == 1)
        return bytes;
    return std::nullopt;
}

bool isMapped(const Bytes &bytes)
{
    return std::equal(bytes.begin(), bytes.begin() + prefixSize, mappedPrefix.begin());
}

} // namespace

bool isNumeric(const QString &text)
{
    return parsed(text).has_value();
}

bool isWildcard(const QString &text)
{
    const std::optional<Bytes> bytes = parsed(text);
    if (!bytes)
        return false;
    const size_t from = isMapped(*bytes) ? prefixSize : 0;
    return std::all_of(bytes->begin() + from, bytes->end(), [](unsigned char byte) { return byte == 0; });
}

bool isLoopback(const QString &text)
{
    const std::optional<Bytes> bytes = parsed(text);
    if (!bytes)
        return false;
    if (isMapped(*bytes))
        return bytes->at(prefixSize) == 127;
    return bytes->back() == 1 &&
           std::all_of(bytes->begin(), bytes->end() - 1, [](unsigned char byte) { return byte == 0; });
}

QString normalized(const QString &text)
{
    const std::optional<Bytes> bytes = parsed(text);
    if (!bytes)
        return text;
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    const bool mapped = isMapped(*bytes);
    inet_ntop(mapped ? AF_INET : AF_INET6, bytes->data() + (mapped ? prefixSize : 0), buffer.data(),
              static_cast<socklen_t>(buffer.size()));
    return QString::fromLatin1(buffer.data());
}

bool collide(const QString &one, const QString &other)
{
    return isWildcard(one) || isWildcard(other) || normalized(one) == normalized(other);
}

QString bracketed(const QString &text)
{
    return text.contains(u':') && !text.startsWith(u'[') ? u"[%1]"_s.arg(text) : text;
}

} // namespace zoodock::address
