#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs.py ROOT - what the documentation names is there, and what the compiler would not tell.

Links, pictures, files and folders; presets, labels and tests of ctest; variables; types and functions of the sources; the texts of
the window that the user guide quotes; the words and options of the command line. A sentence may still be wrong; what it points at
is there. Also: every picture and icon is shown somewhere, every source stands in a CMakeLists.txt, their lists in alphabetical
order, and no private name stands twice in a library.
"""

import html
import json
import os
import re
import sys

# Not ours, or made while the program or its tests run.
ELSEWHERE = {
    "screenshots/",
    "NAME.json",
    "zookeeper.h",
    "log4j.properties",
    "QuorumPeerMain",
    "ZooKeeperServerMain",
    "NIOServerCnxn",
    "NettyServerCnxn",
}
CODE = (".cpp", ".h", ".sh", ".py", ".txt", ".cmake", ".json", ".bash", ".java")


def project_files(root):
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in (".git", "build", "__pycache__")]
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), root)


class Tree:
    def __init__(self, root):
        self.root = root
        self.files = set(project_files(root))
        self.folders = {os.path.dirname(name) for name in self.files}
        for folder in list(self.folders):
            while folder:
                self.folders.add(folder)
                folder = os.path.dirname(folder)
        self.names = {os.path.basename(name) for name in self.files}
        self.code = "\n".join(self.read(name) for name in sorted(self.files) if name.endswith(CODE) or name in ("run", "check"))
        self.shown = {html.unescape(text).replace("&", "") for text in re.findall(
            r"<source>(.*?)</source>", self.read("resources/translations/zoodock_zh_CN.ts"), re.S)}

    def read(self, name):
        with open(os.path.join(self.root, name), encoding="utf-8", errors="replace") as file:
            return file.read()

    def has(self, path):
        return path in self.files or path in self.folders


def tests_of(tree):
    """Names and labels that ctest knows."""
    lists = "\n".join(tree.read(name) for name in tree.files if name.endswith("CMakeLists.txt"))
    names = set(re.findall(r"add_test\(\s*NAME\s+(\S+)", lists)) | {name[:-4] for name in tree.names if re.match(r"tst_\w+\.cpp$", name)}
    labels = set()
    for words in re.findall(r'LABELS\s+"?([a-z; ]+?)"?(?:\s+[A-Z]|\)|\n)', lists):
        labels.update(re.split(r"[; ]+", words))
    return names, labels


def links(tree, doc, text):
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        path = os.path.normpath(os.path.join(os.path.dirname(doc), target))
        if not target.startswith("http") and not tree.has(path):
            yield f"there is no {target}"


def quoted(tree, doc, text):
    """What stands in backticks or in a block of commands."""
    for word in re.findall(r"`([^`\n]+)`", text):
        if word in ELSEWHERE:
            continue
        problem = None
        if re.fullmatch(r"[\w.-]+/[\w./-]*", word) and "ROOM" not in word and "@" not in word:
            path = word.rstrip("/")
            beside = os.path.normpath(os.path.join(os.path.dirname(doc), path))
            known = [path, "models/" + path, "models/clusters/" + path, "resources/image/" + path, "packaging/" + path, beside]
            if not any(tree.has(place) for place in known) and path not in tree.code:
                problem = "file or folder"
        elif re.fullmatch(r"[\w-]+\.(cpp|h|sh|py|md|json|txt)", word):
            problem = None if word in tree.names else "file"
        elif re.fullmatch(r"ZOODOCK_\w+(=.*)?", word):
            problem = None if word.split("=")[0] in tree.code else "variable"
        elif re.fullmatch(r"[A-Z][A-Za-z]*[a-z][A-Za-z]*(<T>)?", word):
            name = word.removesuffix("<T>")
            problem = None if re.search(rf"\b(class|struct|enum class|using|typedef)\s+{name}\b", tree.code) else "type"
        elif re.fullmatch(r"(\w+::)*\w+\(\)", word):
            name = word.rsplit("::", 1)[-1][:-2]
            problem = None if re.search(rf"\b{name}\(", tree.code) else "function"
        if problem:
            yield f"no such {problem}: {word}"


def commands(tree, text):
    presets = {preset["name"] for preset in json.loads(tree.read("CMakePresets.json"))["configurePresets"]}
    names, labels = tests_of(tree)
    for preset in re.findall(r"--preset (\w+)", text):
        if preset not in presets:
            yield f"no such preset: {preset}"
    for label in re.findall(r"ctest[^`\n]* -L (\w+)", text):
        if label not in labels:
            yield f"no test has the label {label}"
    for test in re.findall(r"\b(tst_\w+|packaging\.\w+|tsan\.\w+)\b", text):
        if test not in names and test not in labels and not tree.code.count(test):
            yield f"no such test: {test}"
    for script, option in re.findall(r"\./(run|check)((?: --[a-z-]+)+)", text):
        for word in option.split():
            if word not in tree.read(script):
                yield f"./{script} does not know {word}"


def words_of_the_window(tree, text):
    """In the user guide, what stands in quotation marks can be read in the window."""
    plain = re.sub(r"\s+", " ", re.sub(r"!\[[^\]]*\]", "", text))
    everything = "\n".join(tree.shown)
    for word in re.findall(r'"([^"]+)"', plain):
        if word not in everything:
            yield f"the window does not say “{word}”"


def pictures(tree, texts):
    for name in sorted(tree.files):
        if name.startswith("docs/screenshots/") and not any(os.path.basename(name) in text for text in texts):
            yield f"{name} is shown nowhere"


def icons(tree):
    window = "\n".join(tree.read(name) for name in sorted(tree.files) if re.match(r"ui/.*\.cpp$", name))
    for name in sorted(tree.files):
        icon = re.fullmatch(r"resources/icons/actions/([\w-]+)\.svg", name)
        if icon and f'u"{icon[1]}"_s' not in window:
            yield f"{name} is shown nowhere"


def lists(tree):
    """Lists of sources: those of the folder itself, then those below it, each by the alphabet."""
    for name in sorted(name for name in tree.files if name.endswith("CMakeLists.txt")):
        run = []
        for line in tree.read(name).split("\n") + [""]:
            if re.fullmatch(r"\s+[\w./-]+\.(cpp|h)", line):
                run.append(line)
                continue
            wanted = sorted(run, key=lambda entry: ("/" in entry, entry.strip()))
            for found, right in zip(run, wanted):
                if found != right:
                    yield f"{name}: {right.strip()} comes before {found.strip()}"
                    break
            run = []


def unlisted(tree, sources):
    """Sources, and public headers, that stand in no list: nobody builds them."""
    for name in sorted(sources):
        folder = os.path.dirname(name)
        while folder and folder + "/CMakeLists.txt" not in tree.files:
            folder = os.path.dirname(folder)
        listed = tree.read(os.path.join(folder, "CMakeLists.txt"))
        if not re.search(rf"(?<![\w-]){re.escape(os.path.basename(name))}(?!\w)", listed):
            yield f"{name} stands in no CMakeLists.txt"


def private_names(text):
    """What the anonymous namespaces of a source declare, with the types of the parameters of functions."""
    for block in re.findall(r"^namespace\n\{\n(.*?)^\} // namespace$", text, re.S | re.M):
        for line in re.findall(r"^[A-Za-z].*[^:\n](?:\n +.*\))?", block, re.M):
            name = re.match(r"(?:enum class|enum|struct|class)\s+(\w+)", line) or re.match(r"[^(={]*?(?<!::)\b(\w+)\s*[({=\[]", line)
            given = re.match(r"[^(={]*?\b\w+\(((?:[^()]|\([^()]*\))*)\)", line)
            if name and not line.startswith("using ") and "::" + name[1] + "(" not in line:
                types = given and [re.sub(r"\s*=.*|\w+$", "", one).strip() for one in re.split(r",\s*(?![^<]*>)", given[1])]
                yield name[1], str(types)


def doubles(sources):
    """ZOODOCK_UNITY compiles several sources of a library as one: overloads may share a name, nothing else. PATH, TEXT each."""
    seen = {}
    for path, text in sources:
        room = re.match(r"models/\w+|ui/znodes|ui|app", path)[0]
        for name, types in set(private_names(text)):
            for other, others in seen.setdefault((room, name), []):
                if types == others or "None" in (types, others):
                    yield f"{path} and {other} both have a private {name}"
            seen[room, name].append((path, types))


def planted(tree):
    """Each kind of mistake is seen."""
    mistakes = [
        (links, "[x](nowhere.md)"),
        (quoted, "`models/" + "nowhere/`"),
        (quoted, "`nowhere.cpp`"),
        (quoted, "`NowhereClass`"),
        (quoted, "`nowhereAtAll" + "()`"),
        (quoted, "`ZOODOCK_" + "NOWHERE=1`"),
        (commands, "ctest --preset nowhere"),
        (commands, "`ctest -L nowhere`"),
        (commands, "tst_" + "nowhere"),
        (commands, "./check --nowhere"),
        (words_of_the_window, 'Press "Nowhere to be read".'),
    ]
    for check, text in mistakes:
        found = check(tree, "docs/x.md", text) if check in (links, quoted) else check(tree, text)
        if not list(found):
            yield f"a planted mistake is not seen: {text}"
    if not list(unlisted(tree, ["models/core/nowhere.cpp"])):
        yield "a planted source that nobody lists is not seen"
    private = "namespace\n{\n\n%s\n\n} // namespace\n"
    for one, other in [("constexpr int most = 1;", "constexpr int most{2};"), ("int f(int a)\n{\n}", "int f(int b)\n{\n}")]:
        if len(list(doubles([("ui/a.cpp", private % one), ("ui/b/c.cpp", private % other)]))) != 1:
            yield f"a planted double name is not seen: {one}"
    if list(doubles([("ui/a.cpp", private % "int f(int a)\n{\n}"), ("ui/b.cpp", private % "int f(char a)\n{\n}")])):
        yield "an overload is taken for a double name"


def main():
    tree = Tree(sys.argv[1])
    docs = sorted(name for name in tree.files if name.endswith(".md"))
    product = re.compile(r"(app|ui|models)/.*\.cpp|models/\w+/include/.*\.h")
    problems = [*planted(tree), *lists(tree), *unlisted(tree, filter(product.fullmatch, tree.files))]
    compiled = sorted(name for name in tree.files if re.match(r"(ui|models|app)/.*\.cpp$", name))
    problems += doubles((name, tree.read(name)) for name in compiled)
    texts = []
    for doc in docs:
        text = tree.read(doc)
        texts.append(text)
        found = [*links(tree, doc, text), *quoted(tree, doc, text), *commands(tree, text)]
        if doc == "docs/user-guide.md":
            found += words_of_the_window(tree, text)
        problems += [f"{doc}: {problem}" for problem in found]
    problems += [*pictures(tree, texts), *icons(tree)]
    print("\n".join(problems) or f"ok, {len(docs)} pages")
    return 1 if problems or len(docs) < 5 else 0


if __name__ == "__main__":
    sys.exit(main())
