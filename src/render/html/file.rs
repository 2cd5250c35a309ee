//! A paper as one HTML file: text that flows, with the page's margins, for saving and mailing.

use super::{Markup, css, decimal, draw, escape};
use crate::document::Document;

/// The paper as a file of its own, without scripts.
pub fn file(document: &Document) -> String {
    let page = document.format.page;
    let mut title = String::new();
    escape(&document.name, &mut title);
    let mut markup = Markup::default();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        draw(block, &mut markup);
    }
    format!(
        "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>{title}</title><style>\
         @page{{size:{}mm {}mm;margin:{}mm {}mm {}mm {}mm}}body{{margin:0 auto}}{}</style></head>\n<body class=\"paper\">{}</body></html>\n",
        decimal(page.width),
        decimal(page.height),
        decimal(page.top),
        decimal(page.right),
        decimal(page.bottom),
        decimal(page.left),
        css(&document.format, ".paper"),
        markup.finish()
    )
}
