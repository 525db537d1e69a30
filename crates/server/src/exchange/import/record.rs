//! Records on their way from a file to the database: read and checked, not yet compared with what is there.

use crate::activities::model::{Activity, LinkMeaning};
use crate::organizations::model::Organization;
use crate::places::model::Place;

use super::ids;
use super::report::Problem;

/// What the reading of one record of a file gave.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// What goes in, in the order it must.
    pub(super) drafts: Vec<Draft>,
    /// What did not go as it stood.
    pub(super) problems: Vec<Problem>,
    /// Records read: one, or more when records are nested.
    pub(super) read: u64,
    /// Of them rejected.
    pub(super) rejected: u64,
    /// References of rejected records: they are still at the source, so they are not gone.
    pub(super) still_there: Vec<(Subject, String)>,
    /// Contact persons left out.
    pub(super) dropped_contacts: u64,
    /// A table of organizations was met, so what it lacks may be gone.
    pub(super) whole_organizations: bool,
    /// The files are not all the source has.
    pub(super) incomplete: bool,
    /// Bytes read so far of the file.
    pub(super) bytes: u64,
}

/// What the log of a source tells about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Subject {
    Organization,
    Activity,
}

impl Subject {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Subject::Organization => "organization",
            Subject::Activity => "activity",
        }
    }
}

/// A record that may go in.
#[derive(Debug)]
pub(super) struct Draft {
    /// Where it was read, without a reason yet.
    pub(super) at: Problem,
    /// What the source calls it.
    pub(super) reference: String,
    /// Tells whether it reads the same as last time.
    pub(super) hash: String,
    /// It was met inside another record, which may tell only a part of it: it never replaces a whole one.
    pub(super) part: bool,
    /// It itself.
    pub(super) content: Content,
}

impl Draft {
    /// An activity told whole.
    pub(super) fn of_activity(at: Problem, reference: &str, hash: String, content: ActivityDraft) -> Self {
        let content = Content::Activity(Box::new(content));
        Draft { at, reference: reference.to_owned(), hash, part: false, content }
    }

    /// Keeps references short enough for the database.
    pub(super) fn shorten(&mut self) {
        self.reference = ids::reference(std::mem::take(&mut self.reference));
        if let Content::Activity(activity) = &mut self.content
            && let Some(organization) = &mut activity.organization
        {
            organization.shorten();
        }
    }
}

/// What a draft is.
#[derive(Debug)]
pub(super) enum Content {
    Organization(Box<OrganizationDraft>),
    Activity(Box<ActivityDraft>),
    Place(Box<Place>),
    At(Attachment),
    Taxonomy(Taxonomy),
    Term(Term),
    Setting { name: String, language: String, value: String },
}

/// An organization, with its places.
#[derive(Debug, Clone, Default)]
pub(super) struct OrganizationDraft {
    pub(super) organization: Organization,
    /// The address it would like to have.
    pub(super) slug: String,
    pub(super) places: Vec<Place>,
}

/// An activity, with what only the database can settle.
#[derive(Debug, Default)]
pub(super) struct ActivityDraft {
    /// The organization's id stands here only once it is settled.
    pub(super) activity: Activity,
    /// The address it would like to have.
    pub(super) slug: String,
    pub(super) arranger: Arranger,
    /// The organization, when the record told of it too.
    pub(super) organization: Option<Box<Draft>>,
    /// Links to other activities; none when the record does not speak of them.
    pub(super) links: Option<Vec<Link>>,
    /// Terms that describe it; none when the record does not speak of them.
    pub(super) attributes: Option<Vec<Attribute>>,
    /// Places known only by id.
    pub(super) attachments: Vec<Attachment>,
    /// The record does not speak of places: those it has stay.
    pub(super) keeps_places: bool,
    /// Its places have ids of our making: one that nothing points to any more goes.
    pub(super) own_places: bool,
}

/// Who arranges.
#[derive(Debug, Clone, Default)]
pub(super) enum Arranger {
    /// Nobody was named: the source itself.
    #[default]
    Source,
    /// An id.
    Id(String),
    /// A reference of this source, an address, or a name.
    Named(String),
}

/// A link to another activity.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) meaning: LinkMeaning,
    /// What the source calls the other one.
    pub(super) reference: String,
}

/// An activity at a place, told apart from both.
#[derive(Debug, Clone)]
pub(super) struct Attachment {
    pub(super) activity_id: String,
    pub(super) place_id: String,
    pub(super) link_id: String,
}

/// A taxonomy.
#[derive(Debug, Clone, Default)]
pub(super) struct Taxonomy {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) uri: String,
    pub(super) version: String,
}

/// A term of a taxonomy.
#[derive(Debug, Clone, Default)]
pub(super) struct Term {
    pub(super) id: String,
    /// None when the record does not say.
    pub(super) taxonomy: Option<Taxonomy>,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) parent_id: String,
    pub(super) uri: String,
}

/// A term on an activity.
#[derive(Debug, Clone, Default)]
pub(super) struct Attribute {
    pub(super) id: String,
    pub(super) term_id: String,
    /// The term itself, when it came along.
    pub(super) term: Option<Term>,
    pub(super) link_type: String,
    pub(super) value: String,
}
