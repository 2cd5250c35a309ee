//! Who is invited by name.

use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::id::Id;
use doi_thoai::import::{self, Rows};
use doi_thoai::papers::Place;
use doi_thoai::plan::Role;
use doi_thoai::proceedings::Invitee;
use leptos::prelude::*;

use super::paste::PasteRows;
use crate::desk::{use_desk, use_session};
use crate::kit::{Ask, Cards, Choices, Options, numbered};
use crate::session::{INVITEES, fact};
use crate::wizard::{PlainField, number_of, numbered_as};

const ROLES: [Role; 4] = [Role::Attend, Role::Guest, Role::Chair, Role::Dialogue];

/// The list.
#[component]
pub fn Invitees() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let actions = session.actions(INVITEES, |id| Invitee { id, role: Role::Attend, ..Invitee::default() });
    let take = move |rows: Rows| {
        let invitees = import::invitees(&rows, || session.new_id());
        let insert = |item| Command::Invitees(ListEdit::Insert { at: usize::MAX, item });
        let all: Vec<Command> = invitees.into_iter().map(|one| insert(Invitee { role: Role::Attend, ..one })).collect();
        session.add_all(INVITEES.name, all);
    };
    view! {
        <section data-place=Place::Invitees.mark().0>
            <h3>{messages.invitees}</h3>
            <p class="hint">{messages.invitees_hint}</p>
            <Cards ids=session.ids(INVITEES) actions messages add_label=messages.add_invitee title=numbered(messages.invitee_n)
                render=Callback::new(move |id| view! { <InviteeFields id/> }.into_any())/>
            <PasteRows hint=messages.paste_invitees take=Callback::new(take)/>
        </section>
    }
}

#[component]
fn InviteeFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let invitee = session.item(INVITEES, id);
    let role = invitee.fact(
        "role",
        |invitee| number_of(&ROLES, &invitee.role),
        |invitee, at| invitee.role = numbered_as(&ROLES, &at).unwrap_or(invitee.role),
    );
    let roles = [messages.role_attend, messages.role_guest, messages.role_chair, messages.role_dialogue];
    view! {
        <div class="row">
            <PlainField ask=Ask::new(messages.invitee_name).mark(id.0) fact=fact!(invitee, name)/>
            <PlainField ask=Ask::new(messages.invitee_office) fact=fact!(invitee, office)/>
            <Choices ask=Ask::new(messages.role) options=Options::numbered(&roles) fact=role/>
        </div>
    }
}
