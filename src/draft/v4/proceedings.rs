//! What became known around the conference, on the wire.

use super::wire::record;
use crate::proceedings::{Invitee, Opinion, Proceedings, Resolution, VillageCount};

record!(Invitee { id, name, office, role });
record!(Opinion { answered_by, by, deadline, field, from, id, level, outcome, repeated, result, text });
record!(VillageCount { agree, disagree, households, id, invalid, issued, other, returned, valid, village });
record!(Resolution { agency, deadline, id, text });
record!(Proceedings {
    attended,
    began,
    chair,
    counts,
    ended,
    held,
    invitees,
    matter,
    opinions,
    resolutions,
    secretary
});
