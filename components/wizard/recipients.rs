//! Who receives the plan, and who signs it.

use doi_thoai::edit::Command;
use doi_thoai::id::Id;
use doi_thoai::organ::{Capacity, Organ, Power, Signatory};
use doi_thoai::papers::Place;
use doi_thoai::plan::Recipient;
use doi_thoai::words;
use leptos::prelude::*;

use super::assignments::usual_agencies;
use super::fields::PlainField;
use crate::desk::{use_desk, use_session};
use crate::kit::{CardActions, Cards, Choice, Choices, Typed};
use crate::locales::fill;
use crate::session::{RECIPIENTS, SIGNATORIES};

/// The step.
#[component]
pub fn RecipientsStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let recipient_actions = CardActions {
        add: Callback::new(move |()| {
            session.add(RECIPIENTS, Recipient { id: session.new_id(), ..Recipient::default() }, None)
        }),
        duplicate: None,
        move_to: Callback::new(move |(id, to)| session.move_to(RECIPIENTS, id, to)),
        remove: session.telling(move |id| session.remove(RECIPIENTS, id)),
    };
    let signatory_actions = CardActions {
        add: Callback::new(move |()| {
            let organ = session.dossier_now().plan.organs.last().cloned().unwrap_or_default();
            session.add(SIGNATORIES, Signatory::usual(session.new_id(), &organ, Capacity::Head), None);
        }),
        duplicate: None,
        move_to: Callback::new(move |(id, to)| session.move_to(SIGNATORIES, id, to)),
        remove: session.telling(move |id| session.remove(SIGNATORIES, id)),
    };
    let filed = session.memo(|dossier| dossier.plan.recipients.filed.clone());
    view! {
        <h3>{messages.recipients}</h3>
        <Cards ids=session.ids(RECIPIENTS) actions=recipient_actions messages add_label=messages.add_recipient
            title=Callback::new(move |n: usize| fill(messages.recipient_n, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <RecipientFields id/> }.into_any())/>
        <PlainField label=messages.filed hint=messages.filed_hint value=filed mark=Place::Filed.mark().0
            suggestions=["VT", "VT, VP", "Văn phòng Đảng ủy", "VT, BTT"].map(str::to_owned).to_vec()
            on_typed=Callback::new(move |typed: Typed| session.typed("filed", "filed", &typed, Command::SetFiled(typed.text.clone())))/>
        <h3>{messages.signatures}</h3>
        <Cards ids=session.ids(SIGNATORIES) actions=signatory_actions messages add_label=messages.add_signatory
            title=Callback::new(move |n: usize| fill(messages.signatory_n, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <SignatoryFields id/> }.into_any())/>
    }
}

#[component]
fn RecipientFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let recipient = session.item(RECIPIENTS, id);
    view! {
        <div class="row">
            <PlainField label=messages.recipient_who mark=id.0 suggestions=usual_agencies(session) value=Signal::derive(move || recipient.with(|recipient| recipient.who.clone()))
                on_typed=Callback::new(move |typed: Typed| session.type_item(RECIPIENTS, id, "who", &typed, |recipient| recipient.who.clone_from(&typed.text)))/>
            <PlainField label=messages.recipient_purpose value=Signal::derive(move || recipient.with(|recipient| recipient.purpose.clone()))
                suggestions=["để b/c", "để báo cáo", "để phối hợp", "để thực hiện", "để biết"].map(str::to_owned).to_vec()
                on_typed=Callback::new(move |typed: Typed| session.type_item(RECIPIENTS, id, "purpose", &typed, |recipient| recipient.purpose.clone_from(&typed.text)))/>
        </div>
    }
}

const POWERS: [&str; 7] = ["collective", "deputy", "own", "own-deputy", "order", "authorisation", "acting"];

fn power_code(power: &Power) -> &'static str {
    POWERS[match power {
        Power::Collective { .. } => 0,
        Power::CollectiveDeputy { .. } => 1,
        Power::Own => 2,
        Power::OwnDeputy { .. } => 3,
        Power::ByOrder { .. } => 4,
        Power::ByAuthorisation { .. } => 5,
        Power::Acting => 6,
    }]
}

/// The power of a code, with the names that the organ suggests, and the office that usually signs so.
fn power(code: &str, organ: &Organ) -> (Power, &'static str) {
    let body = organ.collective();
    let head = organ.office(Capacity::Head).to_owned();
    match code {
        "deputy" => (Power::CollectiveDeputy { body, head }, organ.office(Capacity::Deputy)),
        "own" => (Power::Own, organ.office(Capacity::Head)),
        "own-deputy" => (Power::OwnDeputy { head }, organ.office(Capacity::Deputy)),
        "order" => (
            Power::ByOrder { of: if organ.system == doi_thoai::organ::System::Party { body } else { head } },
            "CHÁNH VĂN PHÒNG",
        ),
        "authorisation" => (Power::ByAuthorisation { of: head }, "CHÁNH VĂN PHÒNG"),
        "acting" => (Power::Acting, organ.office(Capacity::Head)),
        _ => (Power::Collective { body }, organ.office(Capacity::Head)),
    }
}

#[component]
fn SignatoryFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    // A signatory that is gone shows as nothing until its card goes too.
    let signatory = session.memo(move |dossier| dossier.plan.signatories.iter().find(|one| one.id == id).cloned());
    let organ = session.memo(move |dossier| {
        let at = dossier.plan.signatories.iter().position(|one| one.id == id).unwrap_or(0);
        // A joint plan has a signature for each organ, the inviting one's last.
        let organs = &dossier.plan.organs;
        organs.get(organs.len().saturating_sub(at + 1)).or(organs.first()).cloned().unwrap_or_default()
    });
    let text = move |read: fn(&Signatory) -> &str| {
        Signal::derive(move || signatory.with(|one| one.as_ref().map(|one| read(one).to_owned()).unwrap_or_default()))
    };
    let typed = move |field: &'static str, write: fn(&mut Signatory, String)| {
        Callback::new(move |typed: Typed| {
            session.type_item(SIGNATORIES, id, field, &typed, |one| write(one, typed.text.clone()))
        })
    };
    let capitals = move |field: &'static str, write: fn(&mut Signatory, String)| {
        Callback::new(move |typed: Typed| {
            // Capitals are set when the field is left: never under the caret.
            let text = if typed.done { words::upper(&typed.text) } else { typed.text.clone() };
            session.type_item(SIGNATORIES, id, field, &typed, |one| write(one, text));
        })
    };
    let kind = Signal::derive(move || {
        signatory.with(|one| one.as_ref().map_or("collective", |one| power_code(&one.power)).to_owned())
    });
    let misfit = Signal::derive(move || {
        let organ = organ.get();
        let fits = |one: &Signatory| one.power.fits(organ.system, organ.kind);
        let misfit = signatory.with(|one| one.as_ref().is_some_and(|one| !fits(one)));
        if misfit { messages.power_misfit.to_owned() } else { String::new() }
    });
    let words = [
        messages.power_collective,
        messages.power_deputy,
        messages.power_own,
        messages.power_own_deputy,
        messages.power_order,
        messages.power_authorisation,
        messages.power_acting,
    ];
    view! {
        <Choices label=messages.power hint=misfit mark=id.0 value=kind
            choices=Signal::stored(POWERS.iter().zip(words).map(|(code, words)| Choice::new(*code, words)).collect::<Vec<_>>())
            on_choose=Callback::new(move |code: String| {
                let (power, position) = power(&code, &organ.get_untracked());
                session.set_item(SIGNATORIES, id, |one| { one.power = power; one.position = position.to_owned(); });
            })/>
        <div class:gone=move || matches!(kind.get().as_str(), "own" | "acting")>
            <PlainField label=messages.power_of value=text(|one| one.power.named()) on_typed=capitals("of", |one, text| match &mut one.power {
                Power::Collective { body } | Power::CollectiveDeputy { body, .. } => *body = text,
                Power::OwnDeputy { head } => *head = text,
                Power::ByOrder { of } | Power::ByAuthorisation { of } => *of = text,
                Power::Own | Power::Acting => {}
            })/>
        </div>
        <div class="row">
            <PlainField label=messages.position value=text(|one| &one.position)
                suggestions=["CHỦ TỊCH", "PHÓ CHỦ TỊCH", "BÍ THƯ", "PHÓ BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"].map(str::to_owned).to_vec()
                on_typed=capitals("position", |one, text| one.position = text)/>
            <PlainField label=messages.signer hint=messages.signer_hint value=text(|one| &one.signer) on_typed=typed("signer", |one, text| one.signer = text)/>
        </div>
        <details>
            <summary>{messages.standing_office}</summary>
            <PlainField label=messages.standing_office value=text(|one| &one.standing_office) on_typed=capitals("standing", |one, text| one.standing_office = text)/>
        </details>
    }
}
