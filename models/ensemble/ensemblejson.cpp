// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/ensemblejson.h"

#include "ensemble/serversetting.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <vector>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// A JSON value whose objects keep the order in which their keys were added: QJsonObject sorts them, and
/// people who open a file look for the name first.
struct Node
{
    enum class Kind { Scalar, Object, Array };
    Kind kind = Kind::Scalar;
    bool onOneLine = false;
    QString key; ///< in the object around it
    QByteArray scalar;
    std::vector<Node> children;
};

QByteArray scalarText(const QJsonValue &value)
{
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return inArray.mid(1, inArray.size() - 2);
}

void append(Node &target, const QString &key, Node child)
{
    child.key = key;
    target.children.push_back(std::move(child));
}

Node node(const QJsonValue &value)
{
    Node result;
    if (value.isObject()) {
        result.kind = Node::Kind::Object;
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it)
            append(result, it.key(), node(it.value()));
    } else if (value.isArray()) {
        result.kind = Node::Kind::Array;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            append(result, {}, node(element));
    } else {
        result.scalar = scalarText(value);
    }
    return result;
}

Node object(bool onOneLine = false)
{
    Node result;
    result.kind = Node::Kind::Object;
    result.onOneLine = onOneLine;
    return result;
}

void add(Node &target, const QString &key, const QJsonValue &value)
{
    append(target, key, node(value));
}

/// Unknown keys of a later version, behind the known ones.
void addUnknown(Node &target, const QJsonObject &unknown, const QStringList &nested)
{
    for (auto it = unknown.constBegin(); it != unknown.constEnd(); ++it) {
        if (!nested.contains(it.key()))
            add(target, it.key(), it.value());
    }
}

Node portNode(const MemberPort &port, const QJsonObject &unknown)
{
    Node result = object(true);
    add(result, u"port"_s, port.port);
    add(result, u"published"_s, port.published);
    add(result, u"address"_s, port.address);
    add(result, u"hostPort"_s, port.hostPort);
    addUnknown(result, unknown, {});
    return result;
}

Node memberNode(const Member &member)
{
    Node result = object();
    add(result, u"id"_s, member.id);
    add(result, u"name"_s, member.name);
    add(result, u"role"_s, nameOf(member.role));
    if (!member.container.isEmpty())
        add(result, u"container"_s, member.container);
    QStringList nested;
    for (const PortKind kind : allPortKinds) {
        nested.append(nameOf(kind));
        append(result, nameOf(kind),
               portNode(member.port(kind), member.extra.value(nameOf(kind)).toObject()));
    }
    addUnknown(result, member.extra, nested);
    return result;
}

/// Numbers and truth values look like what they are, where reading gives the same text back.
QJsonValue settingValue(const QString &key, const QString &value)
{
    const ServerSetting *setting = serverSetting(key);
    if (setting == nullptr)
        return value;
    if (setting->type == SettingType::Integer && value == QString::number(value.toLongLong()))
        return value.toLongLong();
    if (setting->type == SettingType::Boolean && (value == "true"_L1 || value == "false"_L1))
        return value == "true"_L1;
    return value;
}

Node imageNode(const Ensemble &ensemble)
{
    Node result = object();
    add(result, u"family"_s, ensemble.image.family);
    add(result, u"reference"_s, ensemble.image.reference);
    addUnknown(result, ensemble.extra.value("image"_L1).toObject(), {});
    return result;
}

Node networkNode(const Ensemble &ensemble)
{
    Node result = object();
    add(result, u"mode"_s, nameOf(ensemble.network.mode));
    if (!ensemble.network.existing.isEmpty())
        add(result, u"existing"_s, ensemble.network.existing);
    addUnknown(result, ensemble.extra.value("network"_L1).toObject(), {});
    return result;
}

Node membersNode(const Ensemble &ensemble)
{
    Node result;
    result.kind = Node::Kind::Array;
    for (const Member &member : ensemble.members)
        append(result, {}, memberNode(member));
    return result;
}

Node settingsNode(const Ensemble &ensemble)
{
    Node result = object();
    for (auto it = ensemble.settings.cbegin(); it != ensemble.settings.cend(); ++it)
        add(result, it.key(), settingValue(it.key(), it.value()));
    addUnknown(result, ensemble.extra.value("settings"_L1).toObject(), ensemble.settings.keys());
    return result;
}

Node ensembleNode(const Ensemble &ensemble)
{
    Node root = object();
    add(root, u"zoodock"_s, ensembleFormatVersion);
    add(root, u"name"_s, ensemble.name);
    append(root, u"image"_s, imageNode(ensemble));
    append(root, u"network"_s, networkNode(ensemble));
    append(root, u"members"_s, membersNode(ensemble));
    append(root, u"settings"_s, settingsNode(ensemble));
    add(root, u"volumes"_s, nameOf(ensemble.volumes));
    add(root, u"restart"_s, nameOf(ensemble.restart));
    if (!ensemble.context.isEmpty())
        add(root, u"context"_s, ensemble.context);
    if (!ensemble.title.isEmpty())
        add(root, u"title"_s, ensemble.title);
    if (!ensemble.notes.isEmpty())
        add(root, u"notes"_s, ensemble.notes);
    if (!ensemble.colour.isEmpty())
        add(root, u"colour"_s, ensemble.colour);
    if (ensemble.adopted)
        add(root, u"adopted"_s, true);
    if (!ensemble.composeProject.isEmpty())
        add(root, u"composeProject"_s, ensemble.composeProject);
    if (!ensemble.testRun.isEmpty())
        add(root, u"testRun"_s, ensemble.testRun);
    if (!ensemble.secretsKey.isEmpty())
        add(root, u"secretsKey"_s, ensemble.secretsKey);
    addUnknown(root, ensemble.extra, {u"image"_s, u"network"_s, u"settings"_s});
    return root;
}

/// depth < 0: no white space at all.
void write(const Node &value, int depth, QByteArray &out)
{
    if (value.kind == Node::Kind::Scalar) {
        out += value.scalar;
        return;
    }
    const bool isObject = value.kind == Node::Kind::Object;
    const bool breaks = depth >= 0 && !value.onOneLine && !value.children.empty();
    const auto indent = [&out, breaks](int level) {
        if (breaks)
            out += '\n' + QByteArray(level * 2, ' ');
    };
    const bool spaced = depth >= 0;
    const int childDepth = spaced && !value.onOneLine ? depth + 1 : depth;
    out += isObject ? '{' : '[';
    bool isFirst = true;
    for (const Node &child : value.children) {
        if (!isFirst)
            out += value.onOneLine && spaced ? ", " : ",";
        isFirst = false;
        indent(depth + 1);
        if (isObject)
            out += scalarText(child.key) + (spaced ? ": " : ":");
        write(child, childDepth, out);
    }
    indent(depth);
    out += isObject ? '}' : ']';
}

} // namespace

QByteArray toJson(const Ensemble &ensemble)
{
    QByteArray out;
    write(ensembleNode(ensemble), 0, out);
    return out + '\n';
}

QByteArray toCompactJson(const Ensemble &ensemble)
{
    QByteArray out;
    write(ensembleNode(ensemble), -1, out);
    return out;
}

} // namespace zoodock
