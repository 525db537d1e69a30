//! The picture: municipalities as areas, places near each other as one dot.

use std::collections::{BTreeMap, BTreeSet};

use super::store::Spot;
use crate::reference::map::Map;

/// Dots closer to each other than this part of the longer side become one.
const CELL: f64 = 1.0 / 32.0;
/// The radius of a dot with one activity and of the largest one, as parts of the longer side.
const SMALLEST: f64 = 0.007;
const LARGEST: f64 = 0.028;
/// A dot names so many places.
const NAMES: usize = 3;

/// Places near each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dot {
    /// Where it is drawn, in the map's units.
    pub(super) x: f64,
    pub(super) y: f64,
    /// How large it is drawn.
    pub(super) radius: f64,
    /// How many different activities there are.
    pub(super) count: usize,
    /// The names of some of the places.
    pub(super) names: Vec<String>,
    /// How many more places there are.
    pub(super) more: usize,
    /// The municipality most of it is in.
    pub(super) municipality: String,
}

/// The longer side of what the map shows.
pub(super) fn side(map: &Map) -> f64 {
    map.view_box.width.max(map.view_box.height)
}

/// How large the dot of so many activities is: its area grows with them.
fn radius(map: &Map, count: usize, most: usize) -> f64 {
    let share = (count as f64 / most.max(1) as f64).sqrt();
    side(map) * (SMALLEST + (LARGEST - SMALLEST) * share)
}

#[derive(Default)]
struct Cell<'a> {
    activities: BTreeSet<&'a str>,
    places: BTreeMap<&'a str, &'a Spot>,
    x: f64,
    y: f64,
}

/// Puts places near each other into one dot, the largest first so that small ones lie on top.
pub(super) fn dots(map: &Map, spots: &[Spot]) -> Vec<Dot> {
    let cell = side(map) * CELL;
    let mut cells: BTreeMap<(i64, i64), Cell<'_>> = BTreeMap::new();
    for spot in spots {
        let Some((lat, lon)) = spot.place.point else { continue };
        let (x, y) = map.project(lat, lon);
        let here = cells.entry(((x / cell).floor() as i64, (y / cell).floor() as i64)).or_default();
        here.activities.insert(&spot.activity_id);
        if here.places.insert(&spot.place.id, spot).is_none() {
            here.x += x;
            here.y += y;
        }
    }
    let most = cells.values().map(|cell| cell.activities.len()).max().unwrap_or(0);
    let mut dots: Vec<Dot> = cells.into_values().map(|cell| dot(map, cell, most)).collect();
    dots.sort_by(|a, b| b.count.cmp(&a.count).then(a.x.total_cmp(&b.x)));
    dots
}

fn dot(map: &Map, cell: Cell<'_>, most: usize) -> Dot {
    let places = cell.places.len();
    let mut names: Vec<String> = cell
        .places
        .values()
        .map(|spot| spot.place.name.clone())
        .filter(|name| !name.is_empty())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let named = names.len();
    names.truncate(NAMES);
    Dot {
        x: cell.x / places as f64,
        y: cell.y / places as f64,
        radius: radius(map, cell.activities.len(), most),
        count: cell.activities.len(),
        more: named - names.len(),
        names,
        municipality: cell.places.values().next().map(|spot| spot.place.municipality.clone()).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::model::Place;
    use crate::reference::map;

    fn at(activity: &str, place: &str, point: (f64, f64)) -> Spot {
        Spot {
            activity_id: activity.to_owned(),
            place: Place { id: place.to_owned(), name: place.to_owned(), point: Some(point), ..Place::default() },
        }
    }

    #[test]
    fn places_near_each_other_are_one_dot_and_an_activity_counts_once() {
        let map = map::outlines(&["398", "576"]);
        let spots = [
            at("kahvila", "Kahvio", (60.98, 25.66)),
            at("kahvila", "Olohuone", (60.9801, 25.6601)),
            at("kuoro", "Olohuone", (60.9801, 25.6601)),
            at("sauna", "Kylätalo", (61.36, 25.28)),
        ];
        let dots = dots(&map, &spots);
        assert_eq!(dots.len(), 2);
        assert_eq!((dots[0].count, dots[0].names.len(), dots[0].more), (2, 2, 0));
        assert!(dots[0].radius > dots[1].radius);
    }

    #[test]
    fn a_place_without_a_point_is_not_drawn() {
        let map = map::outlines(&["398"]);
        let spot = Spot { activity_id: "a".to_owned(), place: Place::default() };
        assert_eq!(dots(&map, &[spot]), []);
    }
}
