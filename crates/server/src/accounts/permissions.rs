//! Who may do what: every address of the service with those who may open it and send to it, and what a role may do with
//! a record. This is the only place that decides; [`super::gate`] asks the first table before any handler, handlers ask
//! [`Actor::may`] about the record they have in hand.
//!
//! An address without a row is refused: a new route that nobody has thought about opens to no one.

use super::model::{Actor, Role, Standing};

/// Who may open an address or send to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everyone: residents need no account for anything.
    Everyone,
    /// Whoever is signed in; what they see there is their own, or the handler asks about the record.
    SignedIn,
    /// Coordinators and keepers; where it is about one record, the handler asks whether it is theirs.
    Coordinator,
    /// Coordinators of the whole region and keepers: what touches records everywhere.
    Region,
    /// Keepers.
    Keeper,
    /// Nobody: there is nothing to open or to send here.
    Nobody,
}

use Who::{Coordinator, Everyone, Keeper, Nobody, Region, SignedIn};

/// Addresses with their names of parts, as the router says them; who may open; who may send.
pub const ROUTES: &[(&str, Who, Who)] = &[
    // For residents and everyone else.
    ("/", Everyone, Nobody),
    ("/haku", Everyone, Nobody),
    ("/haku/ehdotukset", Everyone, Nobody),
    ("/haku.ics", Everyone, Nobody),
    ("/haku.atom", Everyone, Nobody),
    ("/haku.csv", Everyone, Nobody),
    ("/haku.xlsx", Everyone, Nobody),
    ("/uutta.atom", Everyone, Nobody),
    ("/tyopaikat", Everyone, Nobody),
    ("/auta", Everyone, Nobody),
    ("/askeleet", Everyone, Nobody),
    ("/kartta", Everyone, Nobody),
    ("/toive", Everyone, Everyone),
    ("/soittopyynto", Everyone, Everyone),
    ("/toiminta/{slug}", Everyone, Nobody),
    ("/toiminta/{slug}/juliste", Everyone, Nobody),
    ("/toiminta/{slug}/virhe", Everyone, Everyone),
    ("/toiminta/{slug}/kalenteri.ics", Everyone, Nobody),
    ("/toiminta/{slug}/ptv.json", Everyone, Nobody),
    ("/toiminta/{slug}/lahella.json", Everyone, Nobody),
    ("/toiminta/{slug}/lahella", Everyone, Nobody),
    ("/jarjestajat", Everyone, Nobody),
    ("/jarjestajat.csv", Everyone, Nobody),
    ("/jarjestajat.xlsx", Everyone, Nobody),
    ("/jarjestaja/{slug}", Everyone, Nobody),
    ("/jarjestaja/{slug}/kalenteri.ics", Everyone, Nobody),
    ("/tietoa", Everyone, Nobody),
    ("/tietosuoja", Everyone, Nobody),
    ("/saavutettavuus", Everyone, Nobody),
    ("/asetukset", Everyone, Everyone),
    ("/offline", Everyone, Nobody),
    ("/sw.js", Everyone, Nobody),
    ("/manifest.webmanifest", Everyone, Nobody),
    ("/favicon.ico", Everyone, Nobody),
    ("/apple-touch-icon.png", Everyone, Nobody),
    ("/assets/{hash}/{name}", Everyone, Nobody),
    ("/upote", Everyone, Nobody),
    ("/upotus", Everyone, Nobody),
    ("/qr", Everyone, Nobody),
    ("/qr/tulosta", Everyone, Nobody),
    ("/rajapinta", Everyone, Nobody),
    ("/robots.txt", Everyone, Nobody),
    ("/sitemap.xml", Everyone, Nobody),
    ("/sitemaps/{part}", Everyone, Nobody),
    ("/live", Everyone, Nobody),
    ("/ready", Everyone, Nobody),
    ("/metrics", Everyone, Nobody),
    // Interfaces for programs: what is public anyway, and nothing to send.
    ("/hsds", Everyone, Nobody),
    ("/hsds/*", Everyone, Nobody),
    ("/api/v1", Everyone, Nobody),
    ("/api/v1/*", Everyone, Nobody),
    ("/v1", Everyone, Nobody),
    ("/v1/*", Everyone, Nobody),
    // Signing in: whoever has the link. Links of letters are their own key.
    ("/sisaan", Everyone, Everyone),
    ("/sisaan/{secret}", Everyone, Everyone),
    ("/ulos", Nobody, SignedIn),
    ("/tili", SignedIn, SignedIn),
    ("/tili/istunnot", Nobody, SignedIn),
    ("/tili/poisto", Nobody, SignedIn),
    // Proposals: anyone may begin one; its secret opens it, and one that somebody with an account began is theirs.
    ("/ilmoita", Everyone, Everyone),
    ("/ilmoita/{secret}", Everyone, Everyone),
    ("/ilmoita/{secret}/{part}", Everyone, Everyone),
    // What a provider keeps; the handlers ask whose it is.
    ("/oma", SignedIn, Nobody),
    ("/oma/uusi", Nobody, SignedIn),
    ("/oma/luonnos/{id}", Nobody, SignedIn),
    ("/oma/toiminta/{id}", SignedIn, Nobody),
    ("/oma/toiminta/{id}/muuta", Nobody, SignedIn),
    ("/oma/toiminta/{id}/vahvista", Nobody, SignedIn),
    ("/oma/toiminta/{id}/kerta", Nobody, SignedIn),
    ("/oma/toiminta/{id}/tauko", Nobody, SignedIn),
    // The button of a letter: are the facts still true.
    ("/vahvista/{secret}", Everyone, Everyone),
    // The coordinator's and the keeper's desk.
    ("/yllapito", Coordinator, Nobody),
    ("/yllapito/kayttajat", Keeper, Keeper),
    ("/yllapito/kayttajat/{id}", Keeper, Keeper),
    ("/yllapito/jono", Coordinator, Nobody),
    ("/yllapito/jono/{id}", Coordinator, Coordinator),
    ("/yllapito/viat", Coordinator, Coordinator),
    ("/yllapito/muutokset", Coordinator, Coordinator),
    ("/yllapito/neuvottelut", Coordinator, Nobody),
    ("/yllapito/neuvottelut/uusi", Coordinator, Coordinator),
    ("/yllapito/neuvottelut/{id}", Coordinator, Coordinator),
    ("/yllapito/neuvottelut/{id}/muistiinpano", Coordinator, Coordinator),
    ("/yllapito/neuvottelut/{id}/yhteystiedot", Nobody, Coordinator),
    ("/yllapito/aukot", Coordinator, Nobody),
    ("/yllapito/aukot/kohta", Coordinator, Nobody),
    ("/yllapito/aukot.svg", Coordinator, Nobody),
    ("/yllapito/aukot.csv", Coordinator, Nobody),
    ("/yllapito/lahteet", Region, Nobody),
    ("/yllapito/lahteet/uusi", Region, Region),
    ("/yllapito/lahteet/{id}", Region, Region),
    ("/yllapito/lahteet/{id}/haku", Nobody, Region),
    ("/yllapito/lahteet/{id}/tiedostot", Nobody, Region),
    ("/yllapito/lahteet/{id}/poistuneet", Region, Nobody),
    ("/yllapito/malli.csv", Region, Nobody),
    ("/yllapito/malli.xlsx", Region, Nobody),
    ("/yllapito/ajot/{id}", Region, Nobody),
    ("/yllapito/ajot/{id}/hyvaksynta", Nobody, Region),
    ("/yllapito/kysymykset", Region, Region),
    ("/yllapito/toiminta", Region, Nobody),
    ("/yllapito/toiminta/{id}", Region, Region),
    ("/yllapito/kaksoset", Region, Region),
    ("/yllapito/kaksoset/peruutus", Nobody, Region),
];

/// Who may open an address (or send to it); `None` when nobody has decided.
pub fn who(path: &str, sends: bool) -> Option<Who> {
    let fits = |row: &str| match row.strip_suffix('*') {
        Some(beginning) => path.starts_with(beginning),
        None => row == path,
    };
    ROUTES.iter().find(|(row, _, _)| fits(row)).map(|(_, opens, sent)| if sends { *sent } else { *opens })
}

/// What somebody wants to do with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Change what an activity or organization says, cancel a time, pause it.
    Change,
    /// Decide what comes onto the tray.
    Curate,
    /// Decide who else may.
    Invite,
}

/// What is asked about: whose it is, and where.
#[derive(Debug, Clone, Copy, Default)]
pub struct Record<'a> {
    /// The organization's id; '' when it is nobody's yet.
    pub organization_id: &'a str,
    /// Codes of the municipalities where it happens, hidden places too; none when it has no place.
    pub municipalities: &'a [&'a str],
}

impl Actor {
    /// Whether this address is for them.
    pub fn passes(&self, who: Who) -> bool {
        match who {
            Everyone | SignedIn => true,
            Coordinator => self.has(Role::Coordinator) || self.has(Role::Keeper),
            Region => self.has(Role::Keeper) || self.standings.iter().any(Standing::is_of_region),
            Keeper => self.has(Role::Keeper),
            Nobody => false,
        }
    }

    /// Whether they may do this with this record.
    pub fn may(&self, action: Action, record: Record<'_>) -> bool {
        self.standings.iter().any(|standing| standing.may(action, record))
    }

    /// Whether they have a role anywhere.
    pub fn has(&self, role: Role) -> bool {
        self.standings.iter().any(|standing| standing.role == role)
    }
}

impl Standing {
    fn may(&self, action: Action, record: Record<'_>) -> bool {
        let own = !record.organization_id.is_empty() && self.organization_id == record.organization_id;
        match (self.role, action) {
            (Role::Keeper, _) => true,
            (Role::Coordinator, Action::Change | Action::Curate | Action::Invite) => self.answers_for(record),
            (Role::Leader, Action::Change | Action::Invite) | (Role::Editor, Action::Change) => own,
            (Role::Leader, Action::Curate) | (Role::Editor, Action::Curate | Action::Invite) => false,
            (Role::Counsellor, _) => false,
        }
    }

    /// A coordinator who is not bound to some municipalities.
    fn is_of_region(&self) -> bool {
        self.role == Role::Coordinator && self.areas.is_empty()
    }

    /// A coordinator of some municipalities answers for what happens in one of them; for what happens nowhere in
    /// particular, only those of the whole region do.
    fn answers_for(&self, record: Record<'_>) -> bool {
        self.areas.is_empty() || record.municipalities.iter().any(|code| self.areas.iter().any(|area| area == code))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn actor(role: Role, organization_id: &str, areas: &[&str]) -> Actor {
        let areas = areas.iter().map(|area| (*area).to_owned()).collect();
        let standings = vec![Standing { role, organization_id: organization_id.to_owned(), areas }];
        Actor { id: "a".to_owned(), name: "A".to_owned(), standings }
    }

    #[test]
    fn each_role_does_its_own_and_no_more() {
        let own = Record { organization_id: "own", municipalities: &["398"] };
        let other = Record { organization_id: "other", municipalities: &["781"] };
        // Role, organization, areas; own and other: change, curate, invite.
        let table = [
            (actor(Role::Keeper, "", &[]), [true, true, true], [true, true, true]),
            (actor(Role::Coordinator, "", &[]), [true, true, true], [true, true, true]),
            (actor(Role::Coordinator, "", &["398"]), [true, true, true], [false, false, false]),
            (actor(Role::Leader, "own", &[]), [true, false, true], [false, false, false]),
            (actor(Role::Editor, "own", &[]), [true, false, false], [false, false, false]),
            (actor(Role::Counsellor, "own", &[]), [false, false, false], [false, false, false]),
        ];
        for (actor, of_own, of_other) in table {
            for (at, action) in [Action::Change, Action::Curate, Action::Invite].into_iter().enumerate() {
                assert_eq!(actor.may(action, own), of_own[at], "{actor:?} {action:?} own");
                assert_eq!(actor.may(action, other), of_other[at], "{actor:?} {action:?} other");
            }
        }
    }

    proptest! {
        /// No role in an organization ever reaches what is not that organization's.
        #[test]
        fn an_organization_reaches_only_its_own(own in "[a-z]{0,3}", other in "[a-z]{0,3}", role in 2usize..5) {
            prop_assume!(own != other || own.is_empty());
            let actor = actor(Role::ALL[role], &own, &[]);
            for action in [Action::Change, Action::Curate, Action::Invite] {
                let record = Record { organization_id: &other, municipalities: &[] };
                prop_assert!(!actor.may(action, record));
            }
        }
    }

    #[test]
    fn no_address_has_two_rows() {
        for (at, (path, _, _)) in ROUTES.iter().enumerate() {
            assert!(ROUTES[..at].iter().all(|(before, _, _)| before != path), "{path} has two rows");
        }
        assert_eq!(who("/nowhere", false), None);
        assert_eq!(who("/hsds/services/{id}", false), Some(Everyone));
    }
}
