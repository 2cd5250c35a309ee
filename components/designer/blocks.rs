//! What kinds of block are called, and the fields of a block.

use doi_thoai::dossier::Dossier;
use doi_thoai::form::{
    Family, Form, FormBlock, FormItem, KINDS, Kind, MOST_LINES, Property, as_lines, set_lines, set_rows,
};
use doi_thoai::id::Id;
use doi_thoai::papers;
use doi_thoai::text::Text;
use leptos::prelude::*;

use crate::desk::{use_desk, use_session};
use crate::kit::{Ask, Choices, Fact, Options, Row, Switch, memo, rows};
use crate::locales::{Messages, fill};
use crate::session::{Session, Thing, fact};
use crate::wizard::{CountField, WordsField};

/// What a kind of block is called.
pub fn kind_name(messages: &Messages, kind: Kind) -> &'static str {
    match kind {
        Kind::Open => messages.block_open,
        Kind::Single => messages.block_single,
        Kind::Multiple => messages.block_multiple,
        Kind::Agree => messages.block_agree,
        Kind::Scale => messages.block_scale,
        Kind::Grid => messages.block_grid,
        Kind::Ranking => messages.block_ranking,
        Kind::Number => messages.block_number,
        Kind::Date => messages.block_date,
        Kind::Table => messages.block_table,
        Kind::Persons => messages.block_persons,
        Kind::StrikeOut => messages.block_strike_out,
        Kind::Statement => messages.block_statement,
        Kind::Respondent => messages.block_respondent,
        Kind::Consent => messages.block_consent,
        Kind::Signature => messages.block_signature,
        Kind::Key => messages.block_key,
        Kind::Return => messages.block_return,
        Kind::Validity => messages.block_validity,
        Kind::Section => messages.block_section,
        Kind::PageBreak => messages.block_page_break,
    }
}

/// The families in the order of the palette, each with its name.
pub fn families(messages: &Messages) -> [(Family, &'static str); 4] {
    [
        (Family::Question, messages.family_question),
        (Family::Ballot, messages.family_ballot),
        (Family::Frame, messages.family_frame),
        (Family::Layout, messages.family_layout),
    ]
}

/// What a block of a form is called: its place and its kind.
pub fn block_name(messages: &Messages, form: &Form, id: Id) -> String {
    let at = form.blocks.iter().position(|block| block.id == id);
    at.map(|at| format!("{}. {}", at + 1, kind_name(messages, form.blocks[at].kind))).unwrap_or_default()
}

/// The same, and how its text begins.
pub fn block_title(messages: &Messages, dossier: &Dossier, form: Id, id: Id) -> String {
    let Some(form) = dossier.form(form) else { return String::new() };
    let name = block_name(messages, form, id);
    let title = form.block(id).map(|block| papers::words_of(dossier, &block.title)).unwrap_or_default();
    if title.is_empty() { name } else { format!("{name}: {}", title.chars().take(60).collect::<String>()) }
}

/// The fields of a block: those that its kind uses, in its order.
#[component]
pub fn BlockFields(
    /// The form.
    form: Id,
    /// The block.
    id: Id,
) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let block = session.form_block(form, id);
    let kind = {
        let block = block.clone();
        memo(move || block.with(|block| block.kind.info().code))
    };
    let choices = {
        let options: Vec<_> = KINDS.iter().map(|info| (info.code, kind_name(messages, info.kind))).collect();
        let fact = block.fact(
            "kind",
            |block| block.kind.info().code.to_owned(),
            |block, code| block.become_kind(Kind::from_code(&code).unwrap_or(block.kind)),
        );
        view! { <Choices ask=Ask::new(messages.block_kind) options=Options::of(&options) fact/> }
    };
    // Another kind has other fields: they are drawn anew when it changes.
    let fields = move || {
        let info = Kind::from_code(kind.get()).unwrap_or_default().info();
        let fields = info.uses.iter().map(|property| {
            let (block, property) = (block.clone(), *property);
            Row::new(format!("{} {property:?}", info.code), move || {
                field(session, messages, &block, id, info.kind, property)
            })
        });
        fields.collect()
    };
    view! { {choices} {rows(fields)} }
}

/// What the first text of a kind is called.
pub fn title_label(messages: &Messages, kind: Kind) -> &'static str {
    match kind {
        Kind::Section => messages.block_heading,
        Kind::Statement | Kind::Consent | Kind::Return | Kind::Validity => messages.block_text,
        Kind::Signature => messages.block_place_date,
        _ => messages.block_title,
    }
}

/// The field of one property.
fn field(
    session: Session,
    messages: &'static Messages,
    block: &Thing<FormBlock>,
    id: Id,
    kind: Kind,
    property: Property,
) -> AnyView {
    let list = |name: &str, get: fn(&FormBlock) -> &Vec<FormItem>, set: fn(&mut FormBlock, &Text, &dyn Fn() -> Id)| {
        let (read, write, field) = (block.clone(), block.clone(), format!("{id}.{name}"));
        Fact::new(
            field.clone(),
            move || read.with(|block| as_lines(get(block))),
            move |text, typed| {
                write.type_in(&field, typed, |block| set(block, &text, &|| session.new_id()));
            },
        )
    };
    match property {
        Property::Title => {
            let ask = Ask::new(title_label(messages, kind)).lines().mark(id.0);
            view! { <WordsField ask facts=true fact=fact!(block, title)/> }.into_any()
        }
        Property::Help => view! { <WordsField ask=Ask::new(messages.block_help) fact=fact!(block, help)/> }.into_any(),
        Property::Options => {
            let label = match kind {
                Kind::Table => messages.block_columns_list,
                Kind::Respondent => messages.block_fields,
                Kind::Signature => messages.block_signers,
                Kind::StrikeOut => messages.block_names,
                Kind::Number => messages.block_unit,
                Kind::Scale => messages.block_ends,
                Kind::Key | Kind::Validity => messages.block_lines_list,
                _ => messages.block_options,
            };
            let ask = Ask::new(label).hint(messages.one_a_line.to_owned()).lines();
            let fact =
                list("options", |block| &block.options, |block, text, id| set_lines(&mut block.options, text, id));
            view! { <WordsField ask facts=true fact/> }.into_any()
        }
        Property::Rows => {
            let hint = if kind == Kind::Grid { messages.one_a_line_parts } else { messages.one_a_line };
            let ask = Ask::new(messages.block_rows).hint(hint.to_owned()).lines();
            let fact = list("rows", |block| &block.rows, |block, text, id| set_rows(&mut block.rows, text, id));
            view! { <WordsField ask facts=true fact/> }.into_any()
        }
        Property::Lines => {
            let label = match kind {
                Kind::Table | Kind::Persons => messages.block_free_rows,
                _ => messages.block_lines,
            };
            let fact = block.fact("lines", |block| Some(block.lines), |block, lines| block.lines = lines.unwrap_or(0));
            view! { <CountField ask=Ask::new(label) max=MOST_LINES fact/> }.into_any()
        }
        Property::Columns => {
            let label = if kind == Kind::Scale { messages.block_levels } else { messages.block_columns };
            let fact = block.fact(
                "columns",
                |block| Some(block.columns),
                |block, columns| block.columns = columns.unwrap_or(1),
            );
            view! { <CountField ask=Ask::new(label) max=10 fact/> }.into_any()
        }
        Property::Other => view! { <Switch label=messages.block_other fact=fact!(block, other)/> }.into_any(),
        Property::Split => view! { <Switch label=messages.block_split fact=fact!(block, split)/> }.into_any(),
        Property::Unnumbered => {
            view! { <Switch label=messages.block_unnumbered fact=fact!(block, unnumbered)/> }.into_any()
        }
    }
}

/// The number of a lot in words.
pub fn copies_in_words(messages: &Messages, copies: u32) -> String {
    fill(messages.copies_n, &[("n", &doi_thoai::words::thousands(u64::from(copies)))])
}
