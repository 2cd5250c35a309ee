//! The texts of a form that are edited where they stand on the paper: which mark stands for which, which comes next, and
//! what Enter, Backspace and a pasted list make of them.

use super::{Form, FormBlock, FormItem, Kind, Property};
use crate::document::Mark;
use crate::id::Id;
use crate::text::Text;

/// Identities count up from 1, and the marks of places down from the top: this bit is free to tell the second text of a
/// thing from its first.
const SECOND: u32 = 1 << 30;

/// A text of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The title of the form.
    FormTitle,
    /// The line under it.
    FormSubtitle,
    /// The title of a block.
    Title(Id),
    /// What helps to answer it.
    Help(Id),
    /// Something that a block lists: the block, and what it is.
    Item(Id, Id),
}

/// What Enter does in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enter {
    /// Goes on in another text, at its beginning.
    To(Spot),
    /// Begins a new line.
    Line,
    /// Ends the typing.
    Done,
}

impl Spot {
    /// The block that it belongs to; none for what stands above all.
    pub fn block(self) -> Option<Id> {
        match self {
            Self::FormTitle | Self::FormSubtitle => None,
            Self::Title(block) | Self::Help(block) | Self::Item(block, _) => Some(block),
        }
    }

    /// The mark of its stretch of the paper.
    pub fn mark(self, form: Id) -> Mark {
        match self {
            Self::FormTitle => Mark(form.0),
            Self::FormSubtitle => second(form),
            Self::Title(block) => Mark(block.0),
            Self::Help(block) => second(block),
            Self::Item(_, item) => Mark(item.0),
        }
    }
}

/// The mark of a thing's second text.
pub(super) fn second(id: Id) -> Mark {
    Mark(id.0 | SECOND)
}

impl Form {
    /// The text that a mark stands for.
    pub fn spot(&self, mark: Mark) -> Option<Spot> {
        let id = Id(mark.0 & !SECOND);
        let is_second = mark.0 & SECOND != 0;
        if id == self.id {
            return Some(if is_second { Spot::FormSubtitle } else { Spot::FormTitle });
        }
        let block = self.block_of(Mark(id.0))?;
        Some(match (block.id == id, is_second) {
            (true, false) => Spot::Title(id),
            (true, true) => Spot::Help(id),
            (false, _) => Spot::Item(block.id, id),
        })
    }

    /// The text itself; none where it is gone.
    pub fn text_at(&self, spot: Spot) -> Option<&Text> {
        match spot {
            Spot::FormTitle => Some(&self.title),
            Spot::FormSubtitle => Some(&self.subtitle),
            Spot::Title(id) => self.block(id).map(|block| &block.title),
            Spot::Help(id) => self.block(id).map(|block| &block.help),
            Spot::Item(id, item) => self.block(id)?.items().find(|one| one.id == item).map(|item| &item.text),
        }
    }

    /// A block.
    pub fn block(&self, id: Id) -> Option<&FormBlock> {
        self.blocks.iter().find(|block| block.id == id)
    }

    /// The texts that stand on the paper, in reading order.
    pub fn spots(&self) -> impl Iterator<Item = Spot> + '_ {
        let subtitle = (!self.subtitle.is_blank()).then_some(Spot::FormSubtitle);
        std::iter::once(Spot::FormTitle).chain(subtitle).chain(self.blocks.iter().flat_map(FormBlock::spots))
    }

    /// The text after another, or before it.
    pub fn next_spot(&self, spot: Spot, back: bool) -> Option<Spot> {
        let spots: Vec<Spot> = self.spots().collect();
        let at = spots.iter().position(|one| *one == spot)?;
        spots.get(if back { at.checked_sub(1)? } else { at + 1 }).copied()
    }
}

impl FormBlock {
    /// All that it lists.
    pub fn items(&self) -> impl Iterator<Item = &FormItem> {
        self.options.iter().chain(&self.rows)
    }

    /// Its texts that stand on the paper, in the order in which its kind asks for them.
    pub fn spots(&self) -> Vec<Spot> {
        let mut spots = Vec::new();
        for property in self.kind.info().uses {
            let listed = |items: &[FormItem]| items.iter().map(|item| Spot::Item(self.id, item.id)).collect::<Vec<_>>();
            match property {
                Property::Title => spots.push(Spot::Title(self.id)),
                Property::Help if !self.help.is_blank() => spots.push(Spot::Help(self.id)),
                Property::Options => spots.extend(listed(&self.options)),
                Property::Rows => spots.extend(listed(&self.rows)),
                _ => {}
            }
        }
        spots
    }

    /// One of its texts, to be changed.
    pub fn text_mut(&mut self, spot: Spot) -> Option<&mut Text> {
        match spot {
            Spot::Title(_) => Some(&mut self.title),
            Spot::Help(_) => Some(&mut self.help),
            Spot::Item(_, id) => {
                self.options.iter_mut().chain(&mut self.rows).find(|item| item.id == id).map(|item| &mut item.text)
            }
            Spot::FormTitle | Spot::FormSubtitle => None,
        }
    }

    /// The list that something stands in, with its place there.
    fn list_of(&mut self, item: Id) -> Option<(&mut Vec<FormItem>, usize)> {
        let place = |items: &[FormItem]| items.iter().position(|one| one.id == item);
        if let Some(at) = place(&self.options) {
            return Some((&mut self.options, at));
        }
        let at = place(&self.rows)?;
        Some((&mut self.rows, at))
    }

    /// The list that its kind asks for first, if any.
    fn first_list(&mut self) -> Option<&mut Vec<FormItem>> {
        let listed = |property: &&Property| matches!(property, Property::Options | Property::Rows);
        match self.kind.info().uses.iter().find(listed)? {
            Property::Options => Some(&mut self.options),
            _ => Some(&mut self.rows),
        }
    }

    /// What Enter does in one of its texts, when `before` stands before the caret and `after` behind it: in a list it
    /// makes two items of one, from a question it leads to the answers.
    pub fn enter(&mut self, spot: Spot, before: Text, after: Text, mut new_id: impl FnMut() -> Id) -> Enter {
        let block = self.id;
        if let Spot::Item(_, item) = spot {
            let most = self.kind.info().most_options;
            let is_option = self.options.iter().any(|option| option.id == item);
            let Some((list, at)) = self.list_of(item) else { return Enter::Done };
            let is_blank = |item: &FormItem| item.text.is_blank();
            // As in every editor of lists: Enter in an empty item ends the list. A new block has empty ones ready.
            if before.is_blank() && after.is_blank() && at > 0 {
                let ready = list[at + 1..].iter().take_while(|item| is_blank(item)).count();
                list.drain(at..=at + ready);
                return Enter::Done;
            }
            let next = list.get(at + 1);
            if let Some(next) = next.filter(|next| after.is_blank() && is_blank(next)) {
                return Enter::To(Spot::Item(block, next.id));
            }
            // What is listed beyond what the kind sets would never be printed.
            if is_option && list.len() >= most {
                return next.map_or(Enter::Done, |next| Enter::To(Spot::Item(block, next.id)));
            }
            let id = new_id();
            list[at].text = before;
            list.insert(at + 1, FormItem { id, text: after, sub: list[at].sub });
            return Enter::To(Spot::Item(block, id));
        }
        // What is read and not answered may have several paragraphs.
        let asks = self.kind.info().asks();
        let is_prose = !asks && self.kind != Kind::Section;
        match self.first_list() {
            Some(_) if is_prose && matches!(spot, Spot::Title(_)) => Enter::Line,
            Some(list) => {
                if list.is_empty() {
                    list.push(FormItem { id: new_id(), ..FormItem::default() });
                }
                Enter::To(Spot::Item(block, list[0].id))
            }
            None if is_prose => Enter::Line,
            None => Enter::Done,
        }
    }

    /// What Backspace does at the beginning of an item: it joins the one before, or goes back to the question where it is
    /// empty. Gives the text to go on in, and what stood there before.
    pub fn join_back(&mut self, spot: Spot) -> Option<(Spot, Text)> {
        let Spot::Item(block, item) = spot else { return None };
        let (list, at) = self.list_of(item)?;
        if at == 0 {
            if !list[0].text.is_blank() {
                return None;
            }
            list.remove(0);
            return Some((Spot::Title(block), self.title.clone()));
        }
        let gone = list.remove(at);
        let before = list[at - 1].text.clone();
        list[at - 1].text.push(&gone.text);
        Some((Spot::Item(block, list[at - 1].id), before))
    }

    /// Takes a pasted list: into an item, between what stands before the caret and behind it; or into the question, whose
    /// answers the lines behind the first become. Gives the text that the last line went into. None where nothing is
    /// listed here.
    pub fn paste(
        &mut self,
        spot: Spot,
        before: Text,
        lines: &[Text],
        after: &Text,
        mut new_id: impl FnMut() -> Id,
    ) -> Option<Spot> {
        let block = self.id;
        if self.kind.info().most_options < usize::MAX {
            return None;
        }
        let (first, rest) = lines.split_first()?;
        let mut joined = before;
        joined.push(first);
        let (list, mut at) = match spot {
            Spot::Item(_, item) => {
                let (list, at) = self.list_of(item)?;
                list[at].text = joined;
                (list, at + 1)
            }
            Spot::Title(_) if self.kind.info().asks() && self.first_list().is_some() => {
                joined.push(after);
                self.title = joined;
                let list = self.first_list()?;
                // What stood there for want of anything better gives way.
                if list.iter().all(|item| item.text.is_blank()) {
                    list.clear();
                }
                let end = list.len();
                (list, end)
            }
            _ => return None,
        };
        // What is pasted into a row stands under what that row stands under.
        let sub = matches!(spot, Spot::Item(..)) && list[at - 1].sub;
        let mut last = spot;
        for line in rest {
            let id = new_id();
            list.insert(at, FormItem { id, text: line.clone(), sub });
            last = Spot::Item(block, id);
            at += 1;
        }
        if let Spot::Item(_, item) = last
            && matches!(spot, Spot::Item(..))
            && let Some(item) = list.iter_mut().find(|one| one.id == item)
        {
            item.text.push(after);
        }
        Some(last)
    }
}

/// The lines of a pasted list, without the dashes, boxes, numbers and letters that counted them where they came from.
pub fn pasted_lines(pasted: &str) -> Vec<String> {
    pasted.lines().map(|line| uncounted(line.trim())).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A line without what counts it: "a) ", "2. ", "- ", "☐ ".
fn uncounted(line: &str) -> &str {
    const BULLETS: [char; 12] = ['-', '–', '—', '•', '+', '*', '☐', '□', '○', '●', '▪', '·'];
    let Some((head, rest)) = line.split_once(char::is_whitespace) else {
        // A bullet alone counts nothing.
        return line.trim_start_matches(BULLETS);
    };
    let counts = |head: &str| match head.strip_suffix(['.', ')']) {
        Some(number) => {
            !number.is_empty()
                && (number.chars().all(|one| one.is_ascii_digit()) && number.len() <= 3
                    || number.chars().count() == 1 && number.chars().all(char::is_alphabetic))
        }
        None => !head.is_empty() && head.chars().all(|one| BULLETS.contains(&one)),
    };
    if counts(head) { rest.trim_start() } else { line }
}

#[cfg(test)]
mod tests;
