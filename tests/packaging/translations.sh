#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# translations.sh - the texts of resources/translations are those of the sources, every one is translated, with the source's
# place holders, none is its own translation but for the few that are the same in every language, and the Chinese ones are set as
# Chinese is.
set -uo pipefail

root=$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")")
rc=0
strays=$("$root/packaging/update-translations.sh" --check 2>&1) || rc=1
# lupdate complains where it cannot tell the context; the program would not find such a text.
[[ -z $strays ]] || { echo "$strays"; rc=1; }
python3 - "$root/resources/translations" << 'END' || rc=1
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

# Names and signs.
SAME = re.compile(r"^(%\d|%n|[\W\d_]|ms|UTC|ZooDock|Docker|ZooKeeper|zoo\.cfg|AdminServer|DOCKER_HOST|TCP|CPU|TTL|Zxid|ACL|JSON|XML)*$")
# How Chinese is set, and the words that were decided against: what is one thing has one name.
SETTING = {
    r"[。，：；？！、] ": "a blank after a full-width sign",
    r"[\u4e00-\u9fff][,;?!]": "a half-width sign after Chinese",
    r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]": "no blank between Chinese and Latin",
    r"……": "an ellipsis of two (“…” is ours)",
}
WORDS = {"散列": "哈希", "撤回": "撤销", "过滤": "筛选", "访问列表": "访问控制列表", "自有网络": "专用网络", "堆大小": "堆内存", "的更多行": "附加行"}


def ill_set(text):
    """What is wrong with a Chinese text; nothing is what a place holder stands for."""
    bare = re.sub(r"%L?[n\d]", "\ufffc", text)
    for pattern, reason in SETTING.items():
        if re.search(pattern, bare):
            return reason
    for word, ours in WORDS.items():
        if word in bare:
            return f"{word}, elsewhere {ours}"
    return None


for good in ("要移除 3 个集群：%1？", "%1，%n 个子节点。%2", "保存(&S)…", "zoodock：%1"):
    assert not ill_set(good), good
for bad in ("好。 请", "好,请", "共3个", "稍候……", "撤回更改"):
    assert ill_set(bad), bad

failures = 0
known = set()
for language in ("en", "zh_CN"):
    count = 0
    for context in ElementTree.parse(f"{sys.argv[1]}/zoodock_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            count += 1
            source = message.find("source").text or ""
            known.add(source)
            translation = message.find("translation")
            forms = translation.findall("numerusform") or [translation]
            texts = [form.text or "" for form in forms]
            where = f"{language}, {context.find('name').text}: {source!r}"
            problem = None
            if translation.get("type") or not all(texts):
                problem = "is not translated"
            elif language != "en":
                if any(text == source for text in texts) and not SAME.match(source):
                    problem = "is its own translation"
                for text in texts:
                    if sorted(re.findall(r"%[n\d]", source)) != sorted(re.findall(r"%[n\d]", text)):
                        problem = f"has other place holders in {text!r}"
                    if bool(re.search(r"&\w", source)) != bool(re.search(r"&\w", text)):
                        problem = f"has another mnemonic in {text!r}"
                    if language == "zh_CN" and (reason := ill_set(text)):
                        problem = f"has {reason} in {text!r}"
            if problem:
                failures += 1
                print(f"{where} {problem}")
    if count == 0:
        failures += 1
        print(f"{language} has no text")

# lupdate overlooks what it cannot parse, such as a macro within tr().
TEXT = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
CALL = re.compile(r'\b(?:tr\(|translate\(\s*"\w+",|QT_TRANSLATE_NOOP\(\s*"\w+",)\s*' + TEXT)
ESCAPES = {"n": "\n", "t": "\t"}
root = pathlib.Path(sys.argv[1]).parent.parent
for file in sorted(path for room in ("app", "models", "ui") for path in (root / room).rglob("*") if path.suffix in (".cpp", ".h")):
    code = re.sub(r"^\s*//.*$", "", file.read_text(encoding="utf-8"), flags=re.M)
    for call in CALL.finditer(code):
        text = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', call.group(1)))
        text = re.sub(r"\\(.)", lambda match: ESCAPES.get(match.group(1), match.group(1)), text)
        if text not in known:
            failures += 1
            print(f"{file.relative_to(root)}: {text!r} is not in the files")
sys.exit(failures > 0)
END
exit $rc
