//! The text of the stage banner (maket), as a landscape page: who holds it, what, where and when.

use chrono::{Datelike, NaiveDate};

use super::Place;
use super::composition::{Composed, Composition, Opening, width_mm};
use crate::document::{Block, Cell, HOLE, Mark, Paragraph, Row, Run, Table};
use crate::dossier::Dossier;
use crate::organ::{Organ, OrganKind};
use crate::paper::PaperKind;
use crate::style::{LineSpacing, Role, SINGLE_LINE};
use crate::text::{ConferenceFact, Fact, Form, Text};
use crate::words::{self, When, Wording};

/// As many lines of large letters as the page holds beside the other lines.
const MOST_LARGE: usize = 2;

/// Where the name of an event ends that is set in large letters: behind it stands who speaks with whom.
const JOINTS: [&str; 4] = [" giữa ", " trực tiếp ", " của ", " với "];

/// What a phrase begins with, before which a line may be broken; after a comma it may be as well.
const PHRASES: [&str; 8] = ["giữa", "với", "và", "của", "trên", "tại", "năm", "trực"];

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Banner, opening, today);
    paper.landscape();
    organs(&mut paper);
    title(&mut paper);
    place_and_day(&mut paper);
    center(&mut paper);
    paper.finish("Maket")
}

/// Who holds it: a line of its own for each name.
fn organs(paper: &mut Composition<'_>) {
    let organs = paper.issue().organs;
    if organs.is_empty() {
        let mark = Some(Place::Organ.mark());
        lines(paper, Role::BannerLine, vec![Run::hole(mark)]);
    }
    for organ in organs {
        let mark = Some(Mark(organ.id.0));
        let names = organ.head_names();
        let mut own = names.own;
        // The Front's standing board signs its papers; the conference is the Front's.
        if organ.kind == OrganKind::Front && own.len() > 2 {
            own.pop();
        }
        let unnamed = organ.names.head_own.is_empty() && organ.kind != OrganKind::Other && organ.unit.is_unnamed();
        for (words, open) in [(names.superior, organ.superior.is_unnamed()), (own.join(" "), unnamed)] {
            if words.is_empty() {
                continue;
            }
            let mut runs = vec![Run { mark, ..Run::plain(words) }];
            if open {
                runs.extend([Run::plain(" "), Run::hole(mark)]);
            }
            lines(paper, Role::BannerLine, runs);
        }
    }
}

/// The event: what it is in large letters, who speaks with whom below; all of it large where that fits.
fn title(paper: &mut Composition<'_>) {
    let usual = paper.text("{Meeting}", &[]);
    let (runs, _) = paper.passage_runs("title", usual);
    let (large, rest) =
        if broken(paper, Role::BannerTitle, &runs).len() <= MOST_LARGE { (runs, Vec::new()) } else { split(runs) };
    let role =
        if broken(paper, Role::BannerTitle, &large).len() <= MOST_LARGE { Role::BannerTitle } else { Role::BannerLine };
    lines(paper, role, large);
    lines(paper, Role::BannerLine, rest);
}

/// The runs before and from the first joint.
fn split(runs: Vec<Run>) -> (Vec<Run>, Vec<Run>) {
    let (mut large, mut rest) = (Vec::new(), Vec::new());
    for run in runs {
        if !rest.is_empty() {
            rest.push(run);
            continue;
        }
        match JOINTS.iter().filter_map(|joint| run.text.find(joint)).min() {
            Some(at) => {
                let (before, after) = run.text.split_at(at);
                large.push(Run { text: before.to_owned(), ..run.clone() });
                rest.push(Run { text: after.trim_start().to_owned(), ..run.clone() });
            }
            None => large.push(run),
        }
    }
    (large, rest)
}

/// Where and when: the place of the organ's papers and the day, in the words of a banner.
fn place_and_day(paper: &mut Composition<'_>) {
    let place = paper.issue().organs.first().map(Organ::place).unwrap_or_default();
    let mut text = Text::words(if place.trim().is_empty() { HOLE } else { place.trim() });
    text.push_words(", ");
    let conference = paper.conference();
    match conference {
        Some(conference) => text.push_slot(Fact::Conference(conference.id, ConferenceFact::When), Form::Plain),
        None => text.push_words(HOLE),
    }
    let (mut runs, _) = paper.passage_runs("place-and-day", text);
    if let Some(conference) = conference {
        let printed = conference.when.wording(Wording::Full);
        let said = day(&conference.when);
        for run in runs.iter_mut().filter(|run| !run.hole && run.text == printed) {
            run.text.clone_from(&said);
        }
    }
    // A span of days that is no one month leaves the place alone.
    runs.retain(|run| !run.text.is_empty());
    if let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end().trim_end_matches(',').len());
    }
    lines(paper, Role::BannerLine, runs);
}

/// The day in words; of a span the month, since the banner hangs on one day of it; nothing where no month is known.
fn day(when: &When) -> String {
    if let When::Day { day, .. } = when {
        return words::long_date(*day);
    }
    let month = |day: NaiveDate| words::spoken(&words::month_year(day.year(), day.month()));
    match (when.earliest().map(month), when.latest().map(month)) {
        (Some(first), Some(last)) if first == last => first,
        _ => String::new(),
    }
}

/// Adds lines of a role: as few as hold the runs, all about as long.
fn lines(paper: &mut Composition<'_>, role: Role, runs: Vec<Run>) {
    for line in broken(paper, role, &runs) {
        let mark = line.first().and_then(|run| run.mark);
        paper.blocks.push(Block::Paragraph(Paragraph::new(role, line, mark)));
    }
}

/// The runs in as few lines as hold them, all about as long; broken by sense where that takes no more than a line more.
fn broken(paper: &Composition<'_>, role: Role, runs: &[Run]) -> Vec<Vec<Run>> {
    let whole = paper.format.page.text_width();
    let words = pieces(paper, role, runs, false);
    let least = fill(&words, whole).len();
    let phrases = pieces(paper, role, runs, true);
    let by_sense = phrases.iter().all(|(width, _)| *width <= whole) && fill(&phrases, whole).len() <= least + 1;
    let pieces = if by_sense { phrases } else { words };
    let count = fill(&pieces, whole).len();
    // The narrowest width that needs no line more, to a hundredth of the page.
    let narrow = (30..=100).map(|part| whole * part as f32 / 100.0).find(|width| fill(&pieces, *width).len() <= count);
    let mut lines = fill(&pieces, narrow.unwrap_or(whole));
    for last in lines.iter_mut().filter_map(|line| line.last_mut()) {
        last.text.truncate(last.text.trim_end().len());
    }
    lines
}

/// The words, each with the space behind it, and how wide it is; by sense, phrases that no line breaks.
fn pieces(paper: &Composition<'_>, role: Role, runs: &[Run], by_sense: bool) -> Vec<(f32, Vec<Run>)> {
    let mut pieces: Vec<(f32, Vec<Run>)> = Vec::new();
    let mut closed = true;
    for run in runs {
        for word in run.text.split_inclusive(' ') {
            let width = width_mm(&paper.format, role, &words::upper(word));
            let run = Run { text: word.to_owned(), ..run.clone() };
            let begins = closed || !by_sense || PHRASES.contains(&words::fold(word).as_str());
            closed = word.trim_end().ends_with(',');
            match pieces.last_mut() {
                Some((so_far, phrase)) if !begins => {
                    *so_far += width;
                    phrase.push(run);
                }
                _ => pieces.push((width, vec![run])),
            }
        }
    }
    pieces
}

/// Lines of at most a width.
fn fill(pieces: &[(f32, Vec<Run>)], width: f32) -> Vec<Vec<Run>> {
    let mut lines: Vec<Vec<Run>> = Vec::new();
    let mut used = f32::INFINITY;
    for (wide, runs) in pieces {
        if used + wide > width {
            lines.push(Vec::new());
            used = 0.0;
        }
        used += wide;
        if let Some(line) = lines.last_mut() {
            line.extend(runs.iter().cloned());
        }
    }
    lines
}

/// Puts room above, so that what is written stands about in the middle of the page.
fn center(paper: &mut Composition<'_>) {
    let height = |block: &Block| match block {
        Block::Paragraph(paragraph) => {
            let set = paper.format.role(paragraph.role);
            let line = match set.line {
                LineSpacing::Multiple(times) => set.size_pt * SINGLE_LINE * times,
                LineSpacing::Exactly(pt) => pt,
            };
            line + set.before_pt + set.after_pt
        }
        _ => 0.0,
    };
    let used_mm = paper.blocks.iter().map(height).sum::<f32>() * 25.4 / 72.0;
    // A little below half of what is left: a page whose rest is measured too short must not run over.
    let above = (paper.format.page.text_height() - used_mm) * 0.4;
    if above > 1.0 {
        let row = Row { cells: vec![Cell::new(Vec::new())], least_mm: above, ..Row::default() };
        let table =
            Table { widths_mm: vec![paper.format.page.text_width()], rows: vec![row], bare: true, ..Table::default() };
        paper.blocks.insert(0, Block::Table(table));
    }
}
