// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/legible.h" // how names are shown
#include "core/result.h"

#include <QtCore/QHashFunctions>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace zoodock
{

/// An absolute path below the connection's chroot: "/", "/a", "/a/b". A value; always well-formed when it
/// comes from parse(). Rules: PathUtils.validatePath of ZooKeeper 3.8.
class ZnodePath
{
public:
    /// The root.
    ZnodePath() = default;

    /// What a person typed. InvalidInput with a sentence that says what is wrong.
    [[nodiscard]] static Result<ZnodePath> parse(const QString &text);
    /// What was typed or pasted, for parse(): without ends of lines behind it and white space before the
    /// first slash. A space behind it is of the name.
    [[nodiscard]] static QString cleaned(const QString &typed);
    /// A text that a server sent or that was checked before; not checked again.
    [[nodiscard]] static ZnodePath trusted(QString text);
    /// Whether `name` may be the name of one node (no slash, not "." or "..", no control characters).
    [[nodiscard]] static Result<void> checkName(const QString &name);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isRoot() const { return m_text.size() == 1; }
    /// The last component; of the root: "/".
    [[nodiscard]] QString name() const;
    /// Of the root: the root.
    [[nodiscard]] ZnodePath parent() const;
    [[nodiscard]] ZnodePath child(const QString &name) const;
    /// 0 for the root.
    [[nodiscard]] int depth() const;
    /// From the root's child down to this node's own name.
    [[nodiscard]] QStringList components() const;
    /// This node itself, or one below it.
    [[nodiscard]] bool isAtOrBelow(const ZnodePath &ancestor) const;
    /// "/", "/zookeeper" and what is below it: never deleted or overwritten. With a chroot "/zookeeper" is a
    /// node like others, but its root is still protected.
    [[nodiscard]] bool isProtected(bool hasChroot = false) const;

    friend bool operator==(const ZnodePath &, const ZnodePath &) = default;
    friend bool operator<(const ZnodePath &a, const ZnodePath &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const ZnodePath &path, size_t seed = 0) { return ::qHash(path.m_text, seed); }

private:
    explicit ZnodePath(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text = QStringLiteral("/");
};

} // namespace zoodock
