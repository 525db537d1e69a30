//! A place and what of it is public.

use crate::reference::{Municipality, PostalCode};

/// How good a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Precision {
    /// A door.
    #[default]
    Exact,
    /// The middle of a postal area.
    PostalArea,
    /// The central locality of a municipality.
    Municipality,
    /// There is no point.
    None,
}

impl Precision {
    /// As the database and files say it.
    pub fn as_str(self) -> &'static str {
        match self {
            Precision::Exact => "exact",
            Precision::PostalArea => "postal_area",
            Precision::Municipality => "municipality",
            Precision::None => "none",
        }
    }

    /// Reads [`Precision::as_str`]; anything else has no point.
    pub fn from_code(code: &str) -> Self {
        match code {
            "exact" => Precision::Exact,
            "postal_area" => Precision::PostalArea,
            "municipality" => Precision::Municipality,
            _ => Precision::None,
        }
    }
}

/// How much of a place may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Confidentiality {
    /// All of it.
    #[default]
    Public,
    /// Municipality and neighbourhood; no street, no point, no name.
    AreaOnly,
    /// Nothing but the municipality's region: the page says "ask for the address".
    Hidden,
}

impl Confidentiality {
    /// As the database and files say it.
    pub fn as_str(self) -> &'static str {
        match self {
            Confidentiality::Public => "public",
            Confidentiality::AreaOnly => "area_only",
            Confidentiality::Hidden => "hidden",
        }
    }

    /// Reads [`Confidentiality::as_str`]. What is not understood is hidden: a spelling fault must not open a shelter.
    pub fn from_code(code: &str) -> Self {
        match code {
            "public" => Confidentiality::Public,
            "area_only" => Confidentiality::AreaOnly,
            _ => Confidentiality::Hidden,
        }
    }
}

/// A place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// The organization whose place it is, when one place belongs to one.
    pub organization_id: Option<String>,
    /// What people call it.
    pub name: String,
    /// Street and number.
    pub street: String,
    /// Five digits in Finland.
    pub postal_code: String,
    /// The post office of the postal code.
    pub city: String,
    /// Code of the municipality, '' when unknown or abroad.
    pub municipality: String,
    /// Neighbourhood or village.
    pub neighbourhood: String,
    /// WGS84 latitude and longitude in degrees.
    pub point: Option<(f64, f64)>,
    /// How good the point is.
    pub precision: Precision,
    /// How much may be shown.
    pub confidentiality: Confidentiality,
    /// How to find the door.
    pub directions: String,
    /// What HSDS says of it that we have no field for (a JSON object).
    pub hsds: Option<String>,
}

impl Place {
    /// The place as anyone may see it. What must not be seen is taken out here, once, so that no page, feed or index
    /// has to remember it.
    pub fn for_public(self) -> Place {
        match self.confidentiality {
            Confidentiality::Public => self,
            Confidentiality::AreaOnly => Place {
                id: self.id,
                organization_id: self.organization_id,
                municipality: self.municipality,
                neighbourhood: self.neighbourhood,
                precision: Precision::None,
                confidentiality: self.confidentiality,
                ..Place::default()
            },
            Confidentiality::Hidden => Place {
                id: self.id,
                organization_id: self.organization_id,
                precision: Precision::None,
                confidentiality: self.confidentiality,
                ..Place::default()
            },
        }
    }
}

/// The point of a postal area or a municipality. A code for boxes only is where the mail is sorted.
pub fn known_point(
    postal: Option<&PostalCode>,
    municipality: Option<&Municipality>,
) -> (Option<(f64, f64)>, Precision) {
    match (postal.filter(|postal| !postal.is_box), municipality) {
        (Some(postal), _) => (Some((postal.lat, postal.lon)), Precision::PostalArea),
        (None, Some(municipality)) => (Some((municipality.lat, municipality.lon)), Precision::Municipality),
        (None, None) => (None, Precision::None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelter(confidentiality: Confidentiality) -> Place {
        Place {
            id: "p".into(),
            name: "Turvatalo".into(),
            street: "Salakuja 1".into(),
            postal_code: "15100".into(),
            municipality: "398".into(),
            neighbourhood: "Keskusta".into(),
            point: Some((60.98, 25.66)),
            confidentiality,
            directions: "Sisäpihan ovi".into(),
            hsds: Some("{}".into()),
            ..Place::default()
        }
    }

    #[test]
    fn a_hidden_place_shows_nothing_and_an_area_shows_its_area() {
        let hidden = shelter(Confidentiality::Hidden).for_public();
        assert_eq!(
            (hidden.street.as_str(), hidden.municipality.as_str(), hidden.point, hidden.hsds),
            ("", "", None, None)
        );
        let area = shelter(Confidentiality::AreaOnly).for_public();
        assert_eq!((area.street.as_str(), area.municipality.as_str(), area.point), ("", "398", None));
        assert_eq!(area.name, "");
    }

    #[test]
    fn an_unknown_word_hides() {
        assert_eq!(Confidentiality::from_code("pubic"), Confidentiality::Hidden);
    }
}
