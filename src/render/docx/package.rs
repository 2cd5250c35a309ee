//! The parts of a Word file, and how they are found.

use std::fmt::Write;

use super::body::Body;
use super::numbering::Numbering;
use super::{draft, section, styles};
use crate::document::Document;
use crate::render::zip::Zip;

/// What every part begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The name spaces of the body, headers and footers.
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
     xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
     xmlns:v=\"urn:schemas-microsoft-com:vml\" \
     xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
     xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" mc:Ignorable=\"w14\"";

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Headers and footers; those that are alike are one part.
#[derive(Default)]
pub(super) struct Parts {
    headers: Vec<(String, Vec<Vec<u8>>)>,
    footers: Vec<String>,
}

impl Parts {
    /// The relation of a header with these pictures.
    pub(super) fn header(&mut self, content: &str, images: Vec<Vec<u8>>) -> String {
        let known = self.headers.iter().position(|(known, drawn)| known == content && *drawn == images);
        let at = known.unwrap_or_else(|| {
            self.headers.push((content.to_owned(), images));
            self.headers.len() - 1
        });
        format!("header{}", at + 1)
    }

    /// The relation of a footer.
    pub(super) fn footer(&mut self, content: &str) -> String {
        let at = self.footers.iter().position(|known| known == content).unwrap_or_else(|| {
            self.footers.push(content.to_owned());
            self.footers.len() - 1
        });
        format!("footer{}", at + 1)
    }
}

/// Papers as the bytes of a file.
pub(super) fn package(documents: &[&Document], draft: Option<&str>) -> Vec<u8> {
    let mut parts = Parts::default();
    let mut numbering = Numbering::default();
    let mut boxes = 0;
    let mut print = draft::Print::default();
    let mut document = format!("{HEAD}<w:document {SPACES}><w:body>");
    let all: Vec<&Document> = documents.iter().flat_map(|document| document.parts()).collect();
    let mut parts_left = all.iter().peekable();
    let mut first = true;
    while let Some(part) = parts_left.next() {
        // Copies of one paper that differ share a sheet.
        let beside = parts_left.next_if(|next| part.two_up && next.two_up && next.name == part.name);
        let mut body = Body::new(&part.format, &mut numbering, &mut boxes, &mut print);
        body.part(part, beside.copied(), first);
        first = false;
        document.push_str(&body.out);
        let section = section::properties(part, all.len() == 1, &mut parts);
        // The last section's properties end the body; others stand in a paragraph that ends theirs.
        if parts_left.peek().is_some() {
            let _ =
                write!(document, "<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>{section}</w:pPr></w:p>");
        } else {
            document.push_str(&section);
        }
    }
    document.push_str("</w:body></w:document>");

    let mut zip = Zip::new();
    let mut types = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
    );
    let mut relations = Relations::new();
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut part = |name: &str, sort: &str, content: &str, zip: &mut Zip| {
        let _ = write!(types, "<Override PartName=\"/word/{name}.xml\" ContentType=\"{word}.{sort}+xml\"/>");
        zip.add(&format!("word/{name}.xml"), content.as_bytes());
    };
    part("document", "document.main", &document, &mut zip);
    let mirrored = all.iter().any(|part| part.format.page.mirrored);
    let fixed = [
        ("styles", all.first().map(|part| styles::part(&part.format)).unwrap_or_default()),
        ("numbering", numbering.part()),
        ("settings", settings(mirrored)),
    ];
    for (name, content) in &fixed {
        part(name, name, content, &mut zip);
        relations.add(name, name, &format!("{name}.xml"));
    }
    for (at, (content, images)) in parts.headers.iter().enumerate() {
        let name = format!("header{}", at + 1);
        part(&name, "header", &format!("{HEAD}<w:hdr {SPACES}>{content}</w:hdr>"), &mut zip);
        relations.add(&name, "header", &format!("{name}.xml"));
        if images.is_empty() {
            continue;
        }
        let mut own = Relations::new();
        for (number, image) in images.iter().enumerate() {
            let file = format!("media/{name}-{}.png", number + 1);
            zip.add(&format!("word/{file}"), image);
            own.add(&format!("rId{}", number + 1), "image", &file);
        }
        zip.add(&format!("word/_rels/{name}.xml.rels"), own.finish().as_bytes());
    }
    for (at, content) in parts.footers.iter().enumerate() {
        let name = format!("footer{}", at + 1);
        part(&name, "footer", &format!("{HEAD}<w:ftr {SPACES}>{content}</w:ftr>"), &mut zip);
        relations.add(&name, "footer", &format!("{name}.xml"));
    }
    if let Some(draft) = draft {
        types.push_str(draft::CONTENT_TYPE);
        relations.add("draft", "customXml", "../customXml/item1.xml");
        draft::add(draft, &print, &mut zip);
    }
    zip.add("word/_rels/document.xml.rels", relations.finish().as_bytes());
    let mut root = Relations::new();
    root.add("rId1", "officeDocument", "word/document.xml");
    zip.add("_rels/.rels", root.finish().as_bytes());
    types.push_str("</Types>");
    zip.add("[Content_Types].xml", types.as_bytes());
    zip.finish()
}

/// The relations of one part.
pub(super) struct Relations(String);

impl Relations {
    /// None yet.
    pub(super) fn new() -> Self {
        Self(format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"))
    }

    /// A relation: its name, its sort, and where it leads.
    pub(super) fn add(&mut self, id: &str, sort: &str, target: &str) {
        let _ = write!(self.0, "<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{sort}\" Target=\"{target}\"/>");
    }

    /// The part.
    pub(super) fn finish(mut self) -> String {
        self.0.push_str("</Relationships>");
        self.0
    }
}

/// The part `word/settings.xml`: margins that change sides on the back of a sheet, and that Word lays out as it does
/// today (15: Word 2013 and later), not as one before it did.
fn settings(mirrored: bool) -> String {
    let mirror = if mirrored { "<w:mirrorMargins/>" } else { "" };
    format!(
        "{HEAD}<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{mirror}<w:defaultTabStop w:val=\"720\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         <w:compatSetting w:name=\"overrideTableStyleFontSizeAndJustification\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/>\
         <w:compatSetting w:name=\"enableOpenTypeFeatures\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/>\
         <w:compatSetting w:name=\"doNotFlipMirrorIndents\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/>\
         <w:compatSetting w:name=\"differentiateMultirowTableHeaders\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/>\
         </w:compat><w:themeFontLang w:val=\"vi-VN\"/></w:settings>"
    )
}
