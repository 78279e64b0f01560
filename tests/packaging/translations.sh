#!/bin/bash
# translations.sh - the texts of resources/translations are those of the sources, every one is translated, with the source's
# place holders, and none is its own translation but for the few that are the same in every language.
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
