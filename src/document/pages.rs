//! Pagination: blocks whose heights were measured go onto pages.
//!
//! Pure arithmetic over heights in px (or any one unit); whoever draws the blocks measures them. It keeps headings
//! with what follows, never splits a block that must stay whole, and leaves at least two lines of a split paragraph
//! on either page.

/// A block as it was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// Space above, left out at the top of a page.
    pub before: f32,
    /// What stands above its lines on every page that it reaches: the head of a table.
    pub head: f32,
    /// The height of each line, or of each row of a table; one entry for a block that cannot be split.
    pub lines: Vec<f32>,
    /// The fewest of its lines that may stand on a page: two of a paragraph (widows and orphans), one row of a table.
    pub fewest: usize,
    /// Which of its lines must not be the last on a page while others follow: the rows of a table that head the next one.
    /// Those past its end may.
    pub stays: Vec<bool>,
    /// Whether it stays on the page of the block after it.
    pub keep_next: bool,
    /// Whether the block before stays with this one, so that it never stands alone on a page.
    pub keep_previous: bool,
    /// Whether what follows starts on a new page.
    pub ends_page: bool,
}

impl Default for Measured {
    fn default() -> Self {
        Self {
            before: 0.0,
            head: 0.0,
            lines: Vec::new(),
            fewest: 2,
            stays: Vec::new(),
            keep_next: false,
            keep_previous: false,
            ends_page: false,
        }
    }
}

impl Measured {
    /// The height without the space above.
    pub fn height(&self) -> f32 {
        self.height_of(0, self.lines.len())
    }

    /// The height of some of its lines on a page of their own.
    fn height_of(&self, from: usize, to: usize) -> f32 {
        self.head + self.lines[from..to].iter().sum::<f32>()
    }

    /// How many of its lines must stand together at its start.
    fn first_lines(&self) -> usize {
        let count = self.lines.len();
        let mut first = self.fewest;
        while first < count && self.stays_behind(first) {
            first += 1;
        }
        if count < first + self.fewest { count } else { first }
    }

    /// Whether a page must not end in front of this line.
    fn stays_behind(&self, line: usize) -> bool {
        line > 0 && self.stays.get(line - 1).is_some_and(|stays| *stays)
    }

    /// How many of the lines from `from` on a page takes that has room for so many of them; 0 where it cannot end there.
    fn lines_until(&self, from: usize, room: usize) -> usize {
        let mut here = room.min((self.lines.len() - from).saturating_sub(self.fewest));
        while here >= self.fewest && self.stays_behind(from + here) {
            here -= 1;
        }
        if here < self.fewest { 0 } else { here }
    }
}

/// A block, or some lines of it, on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Which block.
    pub block: usize,
    /// The first line on this page.
    pub from: usize,
    /// The line after the last on this page.
    pub to: usize,
}

/// One page: its fragments from top to bottom.
pub type Page = Vec<Fragment>;

/// Heights are measured in fractions of a px; a page may be over by less than this.
const TOLERANCE: f32 = 0.5;

/// Puts the blocks onto pages of this height. Every line of every block is on exactly one page, in order; a block or
/// chain of blocks higher than a page is split where it has to be.
pub fn paginate(blocks: &[Measured], height: f32) -> Vec<Page> {
    let mut filler = Filler { height, pages: Vec::new(), page: Page::new(), used: 0.0 };
    let mut at = 0;
    while at < blocks.len() {
        let end = chain_end(blocks, at);
        filler.place(blocks, at, end);
        if blocks[end - 1].ends_page {
            filler.close();
        }
        at = end;
    }
    filler.close();
    if filler.pages.is_empty() {
        filler.pages.push(Page::new());
    }
    filler.pages
}

/// The end of the chain of blocks that starts at `at` and must share a page where its links meet.
fn chain_end(blocks: &[Measured], at: usize) -> usize {
    let mut end = at + 1;
    while end < blocks.len() && !blocks[end - 1].ends_page && (blocks[end - 1].keep_next || blocks[end].keep_previous) {
        end += 1;
    }
    end
}

struct Filler {
    height: f32,
    pages: Vec<Page>,
    page: Page,
    used: f32,
}

impl Filler {
    fn close(&mut self) {
        if !self.page.is_empty() {
            self.pages.push(std::mem::take(&mut self.page));
        }
        self.used = 0.0;
    }

    /// The space above a block at this place: none at the top of a page.
    fn before(&self, block: &Measured) -> f32 {
        if self.page.is_empty() { 0.0 } else { block.before }
    }

    fn fits(&self, extra: f32) -> bool {
        self.used + extra <= self.height + TOLERANCE
    }

    /// The least height that must fit here for the chain to begin on this page: its whole blocks, and of a last
    /// block that can be split the first lines.
    fn least(&self, blocks: &[Measured], from: usize, end: usize) -> f32 {
        let mut sum = 0.0;
        for (offset, block) in blocks[from..end].iter().enumerate() {
            let before = if offset == 0 { self.before(block) } else { block.before };
            let last = from + offset + 1 == end;
            sum += before + if last { block.height_of(0, block.first_lines()) } else { block.height() };
        }
        sum
    }

    fn place(&mut self, blocks: &[Measured], from: usize, end: usize) {
        // A block that the next must not leave alone (the signature's): its predecessor gives up its last lines.
        let held_back = end - from > 1 && blocks[end - 1].keep_previous && !blocks[end - 2].keep_next;
        if held_back && !self.page.is_empty() && !self.chain_fits(blocks, from, end) {
            return self.place_with_tail(blocks, from, end);
        }
        if !self.page.is_empty() && !self.fits(self.least(blocks, from, end)) {
            self.close();
        }
        for (index, block) in blocks.iter().enumerate().take(end).skip(from) {
            self.flow(block, index);
        }
    }

    fn chain_fits(&self, blocks: &[Measured], from: usize, end: usize) -> bool {
        let height: f32 = blocks[from..end]
            .iter()
            .enumerate()
            .map(|(offset, block)| if offset == 0 { self.before(block) } else { block.before } + block.height())
            .sum();
        self.fits(height)
    }

    /// The chain ends in a block that needs company, and does not fit here whole: the block before it is split so
    /// that its last lines go along, or moves as a whole, with its headings, where it is too short to be split.
    fn place_with_tail(&mut self, blocks: &[Measured], from: usize, end: usize) {
        let company = end - 2;
        let headings = (from..company).rev().take_while(|at| blocks[*at].keep_next).count();
        let first = company - headings;
        for (index, block) in blocks.iter().enumerate().take(first).skip(from) {
            self.flow(block, index);
        }
        let block = &blocks[company];
        // The lines that stay, were the headings here already.
        let above: f32 = blocks[first..company].iter().map(|heading| heading.before + heading.height()).sum();
        self.used += above;
        let here = block.lines_until(0, self.lines_that_fit(block, 0));
        self.used -= above;
        if here > 0 {
            for (index, heading) in blocks.iter().enumerate().take(company).skip(first) {
                self.push(heading, index, 0, heading.lines.len());
            }
            self.push(block, company, 0, here);
            self.close();
            self.flow_from(block, company, here);
        } else {
            self.close();
            for (index, block) in blocks.iter().enumerate().take(end - 1).skip(first) {
                self.flow(block, index);
            }
        }
        self.flow(&blocks[end - 1], end - 1);
    }

    fn flow(&mut self, block: &Measured, index: usize) {
        self.flow_from(block, index, 0);
    }

    /// Puts the lines of a block from `from` on, onto as many pages as they take.
    fn flow_from(&mut self, block: &Measured, index: usize, mut from: usize) {
        let count = block.lines.len();
        loop {
            let rest = block.height_of(from, count);
            let before = if from == 0 { self.before(block) } else { 0.0 };
            if self.fits(before + rest) || count - from < 2 * block.fewest {
                if !self.page.is_empty() && !self.fits(before + rest) {
                    self.close();
                }
                self.push(block, index, from, count);
                return;
            }
            let room = self.lines_that_fit(block, from);
            let here = block.lines_until(from, room);
            if here == 0 {
                if self.page.is_empty() {
                    // Lines higher than a page, or all of which stay together: they have to stand somewhere.
                    let here = room.min(count - from - block.fewest).max(block.fewest);
                    self.push(block, index, from, from + here);
                    from += here;
                }
            } else {
                self.push(block, index, from, from + here);
                from += here;
            }
            self.close();
        }
    }

    fn lines_that_fit(&self, block: &Measured, from: usize) -> usize {
        let mut used = self.used + block.head + if from == 0 { self.before(block) } else { 0.0 };
        block.lines[from..]
            .iter()
            .take_while(|line| {
                used += **line;
                used <= self.height + TOLERANCE
            })
            .count()
    }

    fn push(&mut self, block: &Measured, index: usize, from: usize, to: usize) {
        self.used += if from == 0 { self.before(block) } else { 0.0 };
        self.used += block.height_of(from, to);
        self.page.push(Fragment { block: index, from, to });
    }
}

#[cfg(test)]
mod tests;
