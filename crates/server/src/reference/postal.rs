//! Finnish postal codes: where each is and which municipality it belongs to.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Municipality, Point, municipality, rows};

/// A postal code.
#[derive(Debug, Clone, Copy)]
pub struct PostalCode {
    /// Five digits.
    pub code: &'static str,
    /// The post town or village.
    pub place: &'static str,
    /// The municipality most of it is in; a former one is given as the present one.
    pub municipality: &'static Municipality,
    /// Latitude of its middle, WGS 84 degrees.
    pub lat: f64,
    /// Longitude of its middle, WGS 84 degrees.
    pub lon: f64,
    /// Who live there (Statistics Finland, 2022); nothing for a box.
    pub population: Option<u32>,
    /// Whether it is only for post-office boxes and large receivers. Nobody lives there and the point is unreliable.
    pub is_box: bool,
}

impl PostalCode {
    /// The middle of the area.
    pub fn point(&self) -> Point {
        Point { lat: self.lat, lon: self.lon }
    }
}

static POSTAL_CODES: LazyLock<Vec<PostalCode>> = LazyLock::new(|| {
    rows(include_str!("../../../../reference/postal-codes.csv"))
        .filter_map(|[code, place, in_municipality, lat, lon, population]| {
            let population = population.parse().ok();
            Some(PostalCode {
                code,
                place,
                municipality: municipality(in_municipality)?,
                lat: lat.parse().ok()?,
                lon: lon.parse().ok()?,
                population,
                is_box: population.is_none(),
            })
        })
        .collect()
});

static BY_CODE: LazyLock<HashMap<&'static str, usize>> =
    LazyLock::new(|| POSTAL_CODES.iter().enumerate().map(|(at, postal)| (postal.code, at)).collect());

/// Every postal code, in order.
pub fn postal_codes() -> &'static [PostalCode] {
    &POSTAL_CODES
}

/// The postal code with these five digits; blanks round them and the country before them (`FI-15140`) are allowed.
pub fn postal_code(code: &str) -> Option<&'static PostalCode> {
    let code = code.trim();
    let digits = match code.get(..2) {
        Some(country) if country.eq_ignore_ascii_case("fi") => code.get(2..)?.trim_start_matches(['-', ' ']),
        _ => code,
    };
    POSTAL_CODES.get(*BY_CODE.get(digits)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_postal_code_has_a_municipality_and_a_point() {
        let rows = include_str!("../../../../reference/postal-codes.csv").lines().count() - 1;
        assert_eq!(rows, 3576);
        assert_eq!(postal_codes().len(), rows);
        assert_eq!(BY_CODE.len(), rows);
        for postal in postal_codes() {
            assert!(postal.code.len() == 5 && postal.code.bytes().all(|digit| digit.is_ascii_digit()), "{postal:?}");
            assert!(!postal.place.is_empty(), "{postal:?}");
            assert!(postal.is_box || super::super::is_in_finland(postal.lat, postal.lon), "{postal:?}");
        }
    }

    #[test]
    fn a_code_is_found_as_people_write_it() {
        for written in ["15140", " 15140 ", "FI-15140", "fi 15140"] {
            assert_eq!(postal_code(written).unwrap().municipality.names.fi, "Lahti");
        }
        for unknown in ["", "1514", "FI", "fi-", "ää", "00000", "15140 Lahti"] {
            assert!(postal_code(unknown).is_none(), "{unknown}");
        }
    }

    #[test]
    fn old_municipalities_are_the_present_ones() {
        assert_eq!(postal_code("15550").unwrap().municipality.names.fi, "Lahti");
        assert_eq!(postal_code("16800").unwrap().municipality.names.fi, "Hollola");
        assert_eq!(postal_code("19430").unwrap().municipality.names.fi, "Mäntyharju");
        assert_eq!(postal_code("75700").unwrap().municipality.names.fi, "Nurmes");
    }

    #[test]
    fn boxes_are_told_apart() {
        assert!(postal_code("15141").unwrap().is_box);
        assert!(!postal_code("15140").unwrap().is_box);
    }
}
