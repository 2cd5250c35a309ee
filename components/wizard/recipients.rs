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
use crate::kit::{Ask, CardActions, Cards, Choices, Fact, Options, memo, numbered};
use crate::session::{RECIPIENTS, SIGNATORIES, Thing, fact};

/// The step.
#[component]
pub fn RecipientsStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let add = move |()| {
        let organ = session.dossier_now().plan.organs.last().cloned().unwrap_or_default();
        session.add(SIGNATORIES, Signatory::usual(session.new_id(), &organ, Capacity::Head), None);
    };
    let signing = CardActions {
        add: Callback::new(add),
        ..session.actions(SIGNATORIES, |id| Signatory::usual(id, &Organ::default(), Capacity::Head))
    };
    let receiving = session.actions(RECIPIENTS, |id| Recipient { id, ..Recipient::default() });
    let filed = session.single("filed", |dossier| &dossier.plan.recipients.filed, Command::SetFiled);
    let filed = filed.fact("text", String::clone, |filed, text| *filed = text);
    let ask = Ask::new(messages.filed).hint(messages.filed_hint).mark(Place::Filed.mark().0);
    let organ = move |id: Id| {
        let dossier = session.dossier();
        let at = dossier.plan.signatories.iter().position(|one| one.id == id).unwrap_or(0);
        // A joint plan has a signature for each organ, the inviting one's last.
        let organs = &dossier.plan.organs;
        organs.get(organs.len().saturating_sub(at + 1)).or(organs.first()).cloned().unwrap_or_default()
    };
    view! {
        <h3>{messages.recipients}</h3>
        <Cards ids=session.ids(RECIPIENTS) actions=receiving messages add_label=messages.add_recipient
            title=numbered(messages.recipient_n)
            render=Callback::new(move |id| view! { <RecipientFields recipient=session.item(RECIPIENTS, id) mark=id.0/> }.into_any())/>
        <PlainField ask=ask.suggest(&["VT", "VT, VP", "Văn phòng Đảng ủy", "VT, BTT"]) fact=filed/>
        <h3>{messages.signatures}</h3>
        <Cards ids=session.ids(SIGNATORIES) actions=signing messages add_label=messages.add_signatory
            title=numbered(messages.signatory_n)
            render=Callback::new(move |id| view! { <SignatoryFields signatory=session.item(SIGNATORIES, id) id organ=Callback::new(move |()| organ(id))/> }.into_any())/>
    }
}

/// A line of the recipients.
#[component]
pub fn RecipientFields(
    /// The line.
    recipient: Thing<Recipient>,
    /// Its mark on the paper.
    mark: u32,
) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let who = Ask::new(messages.recipient_who).mark(mark).suggest(usual_agencies(session));
    let purpose = Ask::new(messages.recipient_purpose);
    let purpose = purpose.suggest(&["để b/c", "để báo cáo", "để phối hợp", "để thực hiện", "để biết"]);
    view! {
        <div class="row">
            <PlainField ask=who fact=fact!(recipient, who)/>
            <PlainField ask=purpose fact=fact!(recipient, purpose)/>
        </div>
    }
}

/// Offices that usually sign.
const POSITIONS: [&str; 7] = [
    "CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "BÍ THƯ",
    "PHÓ BÍ THƯ",
    "PHÓ BÍ THƯ THƯỜNG TRỰC",
    "CHÁNH VĂN PHÒNG",
    "PHÓ CHÁNH VĂN PHÒNG",
];

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

/// A signature.
#[component]
pub fn SignatoryFields(
    /// The signature.
    signatory: Thing<Signatory>,
    /// Its identity.
    id: Id,
    /// The organ that it is a signature of, tracked.
    organ: Callback<(), Organ>,
) -> impl IntoView {
    let messages = use_desk().messages();
    // Capitals are set when the field is left: never under the caret.
    let capitals = |fact: Fact<String>| {
        fact.through(|text| text, |text, typed| Some(if typed.done { words::upper(&text) } else { text }))
    };
    let (shown, chosen, own) = (signatory.clone(), signatory.clone(), signatory.clone());
    let kind = Fact::new(
        format!("{id}.power"),
        move || shown.with(|one| Some(power_code(&one.power))).unwrap_or("collective").to_owned(),
        move |code: String, _| {
            let (power, position) = power(&code, &untrack(|| organ.run(())));
            chosen.set(|one| {
                one.power = power.clone();
                one.position = position.to_owned();
            });
        },
    );
    let checked = signatory.clone();
    let misfit = memo(move || {
        let organ = organ.run(());
        let misfit = checked.with(|one| !one.power.fits(organ.system, organ.kind));
        if misfit { messages.power_misfit.to_owned() } else { String::new() }
    });
    let options = POWERS.into_iter().zip([
        messages.power_collective,
        messages.power_deputy,
        messages.power_own,
        messages.power_own_deputy,
        messages.power_order,
        messages.power_authorisation,
        messages.power_acting,
    ]);
    let options = Options::of(&options.collect::<Vec<_>>());
    let of = signatory.fact(
        "of",
        |one| one.power.named().to_owned(),
        |one, text| match &mut one.power {
            Power::Collective { body } | Power::CollectiveDeputy { body, .. } => *body = text,
            Power::OwnDeputy { head } => *head = text,
            Power::ByOrder { of } | Power::ByAuthorisation { of } => *of = text,
            Power::Own | Power::Acting => {}
        },
    );
    view! {
        <Choices ask=Ask::new(messages.power).hint(misfit).mark(id.0) options fact=kind/>
        <div class:gone=move || own.with(|one| matches!(one.power, Power::Own | Power::Acting))>
            <PlainField ask=Ask::new(messages.power_of) fact=capitals(of)/>
        </div>
        <div class="row">
            <PlainField ask=Ask::new(messages.position).suggest(&POSITIONS) fact=capitals(fact!(signatory, position))/>
            <PlainField ask=Ask::new(messages.signer).hint(messages.signer_hint) fact=fact!(signatory, signer)/>
        </div>
        <details>
            <summary>{messages.standing_office}</summary>
            <PlainField ask=Ask::new(messages.standing_office) fact=capitals(fact!(signatory, standing_office))/>
        </details>
    }
}
