//! A paper as one HTML file: text that flows, with the page's margins, for saving and mailing. What every page bears above
//! and below stands once, at either end.

use super::{Markup, Sink, css, decimal, draw, escape};
use crate::document::{Document, MARGIN_LINE_PT};

/// The paper as a file of its own, without scripts.
pub fn file(document: &Document) -> String {
    let page = document.format.page;
    let mut title = String::new();
    escape(&document.name, &mut title);
    let mut markup = Markup::default();
    let margin = |class: &'static str, line: &str, markup: &mut Markup| {
        if !line.is_empty() {
            markup.open("p", class);
            markup.text(line);
            markup.close();
        }
    };
    for (at, part) in document.parts().enumerate() {
        if at > 0 {
            markup.open("div", "page-break");
            markup.close();
        }
        margin("page-header", &part.header, &mut markup);
        part.blocks.iter().for_each(|block| draw(block, &mut markup));
        margin("page-footer", &part.footer, &mut markup);
    }
    let mut own = String::new();
    if document.parts().any(|part| !part.header.is_empty() || !part.footer.is_empty()) {
        own = format!(".page-header,.page-footer{{padding:6pt 0;font-size:{}pt}}", decimal(MARGIN_LINE_PT));
    }
    if document.stub {
        own.push_str(".stub-fill{padding-bottom:12pt;border-bottom:.5pt dashed #000}");
    }
    format!(
        "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>{title}</title><style>\
         @page{{size:{}mm {}mm;margin:{}mm {}mm {}mm {}mm}}body{{margin:0 auto}}{}{own}</style></head>\n<body class=\"paper\">{}</body></html>\n",
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
