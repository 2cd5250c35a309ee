"""What python-docx reads in Word files, as JSON: pages, styles, and the text in reading order."""

import json
import sys

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn

ALIGNS = {ALIGN.LEFT: "left", ALIGN.CENTER: "center", ALIGN.RIGHT: "right", ALIGN.JUSTIFY: "justify"}


def texts(element):
    """The characters below an element, paragraph by paragraph."""
    for paragraph in element.iter(qn("w:p")):
        yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def read(path):
    file = docx.Document(path)
    sections = [
        [round(length.mm, 1) for length in (
            section.page_width, section.page_height,
            section.top_margin, section.right_margin, section.bottom_margin, section.left_margin,
        )]
        for section in file.sections
    ]
    styles = {}
    for style in file.styles:
        if style.type == docx.enum.style.WD_STYLE_TYPE.PARAGRAPH and style.font.size is not None:
            styles[style.name] = {
                "size": style.font.size.pt,
                "bold": bool(style.font.bold),
                "italic": bool(style.font.italic),
                "align": ALIGNS.get(style.paragraph_format.alignment),
            }
    default = file.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:rFonts"))
    return {
        "sections": sections,
        "styles": styles,
        "family": default.get(qn("w:ascii")),
        "used": sorted({paragraph.style.name for paragraph in file.paragraphs}),
        "text": list(texts(file.element.body)),
        "tables": len(file.tables),
    }


print(json.dumps([read(path) for path in sys.argv[1:]]))
