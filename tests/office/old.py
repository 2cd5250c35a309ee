"""An old paper as a Word file, as an office would have typed it: python3 old.py SOURCE.txt OUT.docx

The head stands in a table without lines, numbers and dashes are counted by Word, a deletion is tracked.
"""

import re
import sys

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

HEAD = ("ỦY BAN NHÂN DÂN", "UBND ", "ĐẢNG BỘ", "ĐẢNG ỦY", "HUYỆN ỦY", "XÃ ", "Số")
MOTTO = ("CỘNG HÒA", "Độc lập", "ĐẢNG CỘNG SẢN")


def element(name, **values):
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


class Lists:
    """Lists that Word counts: each that begins at 1 again is one of its own."""

    def __init__(self, file):
        self.root = file.part.numbering_part.element
        self.abstract = 900
        self.next = 900
        for at, (form, text) in enumerate((("decimal", "%1."), ("bullet", "-"))):
            kind = element("w:abstractNum", abstractNumId=self.abstract + at)
            level = element("w:lvl", ilvl=0)
            level.append(element("w:start", val=1))
            level.append(element("w:numFmt", val=form))
            level.append(element("w:lvlText", val=text))
            kind.append(level)
            first = self.root.find(qn("w:num"))
            first.addprevious(kind) if first is not None else self.root.append(kind)
        self.dashes = self.begin(1)

    def begin(self, kind):
        self.next += 1
        number = element("w:num", numId=self.next)
        number.append(element("w:abstractNumId", val=self.abstract + kind))
        if kind == 0:
            override = element("w:lvlOverride", ilvl=0)
            override.append(element("w:startOverride", val=1))
            number.append(override)
        self.root.append(number)
        return self.next

    def put(self, paragraph, number):
        properties = paragraph._p.get_or_add_pPr()
        listed = element("w:numPr")
        listed.append(element("w:ilvl", val=0))
        listed.append(element("w:numId", val=number))
        properties.append(listed)


def delete(paragraph, words):
    """Adds words that somebody has struck out while changes were tracked."""
    struck = element("w:del", id=1, author="Văn thư", date="2025-01-01T00:00:00Z")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = words
    run.append(text)
    struck.append(run)
    paragraph._p.append(struck)


def main(source, out):
    lines = [line.strip() for line in open(source, encoding="utf-8") if line.strip()]
    file = docx.Document()
    lists = Lists(file)
    motto = next((at for at, line in enumerate(lines[:25]) if line.strip("*").startswith(MOTTO)), None)
    start = motto
    while start and lines[start - 1].strip("*").startswith(HEAD):
        start -= 1
    last, counted, deleted, at = 0, None, False, 0
    while at < len(lines):
        if motto is not None and at == start and start < motto:
            end = motto
            while lines[end].strip("*").startswith(MOTTO):
                end += 1
            left, right = file.add_table(rows=1, cols=2).rows[0].cells
            left.text = "\n".join(lines[start:motto])
            right.text = "\n".join(lines[motto:end])
            at = end
            continue
        line = lines[at]
        at += 1
        number = re.match(r"(\d+)\.\s+(.*)", line)
        if number and int(number[1]) in (1, last + 1):
            if int(number[1]) == 1:
                counted = lists.begin(0)
            last = int(number[1])
            lists.put(file.add_paragraph(number[2]), counted)
        elif line.startswith("- ") and not line.startswith(("- +", "- (")):
            lists.put(file.add_paragraph(line[2:]), lists.dashes)
        else:
            if re.match(r"[IVX]+\s*[.-]", line.strip("*# ")):
                last = 0
            paragraph = file.add_paragraph(line)
            if len(line) > 200 and not deleted:
                delete(paragraph, " và những lời đã gạch bỏ")
                deleted = True
    file.save(out)


main(*sys.argv[1:])
