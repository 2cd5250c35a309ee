//! A picture at a place of the page.

use std::fmt::Write;

use super::emu;

/// A square picture.
pub(super) struct Image {
    /// From the left edge of the page in mm.
    pub left_mm: f32,
    /// From its top edge in mm.
    pub top_mm: f32,
    /// Its side in mm.
    pub side_mm: f32,
}

impl Image {
    /// The run that draws the picture with this number among those of its part.
    pub(super) fn draw(&self, number: usize, out: &mut String) {
        let [left, top, side] = [self.left_mm, self.top_mm, self.side_mm].map(emu);
        let _ = write!(
            out,
            "<w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"{number}\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\">\
             <wp:simplePos x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"page\"><wp:posOffset>{left}</wp:posOffset></wp:positionH>\
             <wp:positionV relativeFrom=\"page\"><wp:posOffset>{top}</wp:posOffset></wp:positionV><wp:extent cx=\"{side}\" cy=\"{side}\"/>\
             <wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/><wp:docPr id=\"{number}\" name=\"QR {number}\"/><wp:cNvGraphicFramePr/>\
             <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"QR {number}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"rId{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{side}\" cy=\"{side}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
        );
    }
}
