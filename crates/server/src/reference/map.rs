//! A map of the municipalities as SVG paths, all in one frame: 1:4 500 000, for choosing and showing areas.
//!
//! The frame is an equirectangular projection that is true to scale at 62° north; a unit is about 100 metres, y grows
//! southwards. `reference/slim.py` draws the outlines with the same numbers.

use std::fmt;
use std::sync::LazyLock;

use super::rows;

const WEST: f64 = 19.0;
const NORTH: f64 = 70.2;
const PARALLEL: f64 = 62.0;
const UNITS_PER_DEGREE: f64 = 1111.95;
const UNITS_PER_KM: f64 = 10.0;

/// Room round the outermost outline, as a part of the longer side.
const EDGE: f64 = 0.02;

/// Some municipalities drawn together.
#[derive(Debug, Clone)]
pub struct Map {
    /// What the `viewBox` of the `svg` shows: all of them with a little room.
    pub view_box: ViewBox,
    /// Their outlines, in the order they were asked for.
    pub paths: Vec<Outline>,
}

impl Map {
    /// Where a point falls on the map.
    pub fn project(&self, lat: f64, lon: f64) -> (f64, f64) {
        project(lat, lon)
    }
}

/// A part of the frame. As text it is the value of a `viewBox` attribute.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ViewBox {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl fmt::Display for ViewBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0} {:.0} {:.0} {:.0}", self.x, self.y, self.width, self.height)
    }
}

/// The outline of one municipality.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outline {
    /// The code of the municipality.
    pub code: &'static str,
    /// The `d` of a `path`. One municipality may lie within another: fill with `fill-rule="evenodd"`.
    pub d: &'static str,
    /// Where its name has the most room.
    pub label: (f64, f64),
}

/// Where a point falls in the frame. Any numbers are taken, also from outside Finland.
pub fn project(lat: f64, lon: f64) -> (f64, f64) {
    ((lon - WEST) * PARALLEL.to_radians().cos() * UNITS_PER_DEGREE, (NORTH - lat) * UNITS_PER_DEGREE)
}

/// Draws municipalities. Unknown codes are left out; with none left the map is empty and shows the whole country.
pub fn outlines(codes: &[&str]) -> Map {
    let shapes: Vec<&Shape> = codes
        .iter()
        .filter_map(|code| {
            let at = SHAPES.binary_search_by(|shape| shape.outline.code.cmp(code)).ok()?;
            SHAPES.get(at)
        })
        .collect();
    let shown = if shapes.is_empty() { SHAPES.iter().collect() } else { shapes.clone() };
    Map { view_box: around(&shown), paths: shapes.iter().map(|shape| shape.outline).collect() }
}

/// Draws the whole country.
pub fn finland() -> Map {
    Map {
        view_box: around(&SHAPES.iter().collect::<Vec<_>>()),
        paths: SHAPES.iter().map(|shape| shape.outline).collect(),
    }
}

/// Whether a point is in a municipality or within some kilometres of one.
pub(super) fn is_near_an_area(lat: f64, lon: f64, margin_km: f64) -> bool {
    let point = project(lat, lon);
    let margin = margin_km * UNITS_PER_KM;
    SHAPES.iter().any(|shape| shape.extent.holds(point, margin) && (shape.holds(point) || shape.nears(point, margin)))
}

fn around(shapes: &[&Shape]) -> ViewBox {
    let mut extent = Extent::NOTHING;
    for shape in shapes {
        extent.widen((shape.extent.left, shape.extent.top));
        extent.widen((shape.extent.right, shape.extent.bottom));
    }
    let edge = (extent.right - extent.left).max(extent.bottom - extent.top) * EDGE;
    ViewBox {
        x: extent.left - edge,
        y: extent.top - edge,
        width: extent.right - extent.left + 2.0 * edge,
        height: extent.bottom - extent.top + 2.0 * edge,
    }
}

#[derive(Debug, Clone, Copy)]
struct Extent {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Extent {
    const NOTHING: Extent =
        Extent { left: f64::INFINITY, top: f64::INFINITY, right: f64::NEG_INFINITY, bottom: f64::NEG_INFINITY };

    fn widen(&mut self, (x, y): (f64, f64)) {
        self.left = self.left.min(x);
        self.right = self.right.max(x);
        self.top = self.top.min(y);
        self.bottom = self.bottom.max(y);
    }

    fn holds(&self, (x, y): (f64, f64), margin: f64) -> bool {
        (self.left - margin..=self.right + margin).contains(&x)
            && (self.top - margin..=self.bottom + margin).contains(&y)
    }
}

#[derive(Debug)]
struct Shape {
    outline: Outline,
    extent: Extent,
    rings: Vec<Vec<(f64, f64)>>,
}

impl Shape {
    fn edges(&self) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
        self.rings.iter().flat_map(|ring| {
            let next = ring.iter().cycle().skip(1);
            ring.iter().copied().zip(next.copied())
        })
    }

    /// Whether a line from the point to the right crosses the outline an odd number of times.
    fn holds(&self, (x, y): (f64, f64)) -> bool {
        let crossed = self
            .edges()
            .filter(|((ax, ay), (bx, by))| (*ay > y) != (*by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax);
        crossed.count() % 2 == 1
    }

    fn nears(&self, (x, y): (f64, f64), margin: f64) -> bool {
        self.edges().any(|((ax, ay), (bx, by))| {
            let (dx, dy) = (bx - ax, by - ay);
            let length = dx * dx + dy * dy;
            let along = if length > 0.0 { (((x - ax) * dx + (y - ay) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
            (x - ax - along * dx).hypot(y - ay - along * dy) <= margin
        })
    }
}

/// Sorted by code, as the file is.
static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| {
    rows(include_str!("../../../../reference/map.csv"))
        .filter_map(|[code, x, y, d]| {
            let rings = rings(d)?;
            let mut extent = Extent::NOTHING;
            rings.iter().flatten().for_each(|point| extent.widen(*point));
            Some(Shape { outline: Outline { code, d, label: (x.parse().ok()?, y.parse().ok()?) }, extent, rings })
        })
        .collect()
});

/// Reads a path of the only form `slim.py` writes: `M100,200l5,-6 7,8z`, once for each ring.
fn rings(d: &str) -> Option<Vec<Vec<(f64, f64)>>> {
    d.strip_suffix('z')?.split('z').map(ring).collect()
}

fn ring(d: &str) -> Option<Vec<(f64, f64)>> {
    let (start, steps) = d.strip_prefix('M')?.split_once('l')?;
    let (mut x, mut y) = pair(start)?;
    let mut points = vec![(x, y)];
    for step in steps.split(' ') {
        let (dx, dy) = pair(step)?;
        (x, y) = (x + dx, y + dy);
        points.push((x, y));
    }
    Some(points)
}

fn pair(text: &str) -> Option<(f64, f64)> {
    let (x, y) = text.split_once(',')?;
    Some((x.parse::<i32>().ok()?.into(), y.parse::<i32>().ok()?.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::{bounding_box_of_finland, municipalities, municipality};

    fn shape(code: &str) -> &'static Shape {
        SHAPES.iter().find(|shape| shape.outline.code == code).unwrap()
    }

    #[test]
    fn every_municipality_is_on_the_map_and_every_path_is_read() {
        let codes: Vec<&str> = SHAPES.iter().map(|shape| shape.outline.code).collect();
        assert_eq!(codes, municipalities().iter().map(|municipality| municipality.code).collect::<Vec<_>>());
        for shape in SHAPES.iter() {
            assert!(shape.rings.iter().all(|ring| ring.len() >= 3), "{}", shape.outline.code);
            assert!(shape.holds(shape.outline.label), "{}", shape.outline.code);
        }
    }

    #[test]
    fn the_map_is_small() {
        let bytes: usize = SHAPES.iter().map(|shape| shape.outline.d.len()).sum();
        assert!(bytes < 120_000, "{bytes}");
    }

    #[test]
    fn the_map_fits_in_the_bounding_box() {
        let bounds = bounding_box_of_finland();
        let (left, top) = project(bounds.north, bounds.west);
        let (right, bottom) = project(bounds.south, bounds.east);
        for shape in SHAPES.iter() {
            assert!(shape.extent.left >= left && shape.extent.right <= right, "{}", shape.outline.code);
            assert!(shape.extent.top >= top && shape.extent.bottom <= bottom, "{}", shape.outline.code);
        }
    }

    #[test]
    fn the_middle_of_a_municipality_is_in_its_outline() {
        for code in ["398", "016", "098", "111", "576", "781", "081", "316", "560", "142", "507", "837", "235"] {
            let place = municipality(code).unwrap();
            assert!(shape(code).holds(project(place.lat, place.lon)), "{}", place.names.fi);
        }
    }

    #[test]
    fn a_joined_municipality_has_no_border_left_inside() {
        let mantyharju = shape("507");
        assert!(mantyharju.holds(project(61.5056, 26.4802)), "Pertunmaa");
        assert_eq!(mantyharju.rings.len(), 1);
    }

    #[test]
    fn kauniainen_is_not_espoo() {
        let kauniainen = project(60.2121, 24.7276);
        assert!(shape("235").holds(kauniainen));
        assert!(!shape("049").holds(kauniainen));
    }

    #[test]
    fn a_region_is_framed() {
        let map = outlines(&["398", "098", "none"]);
        assert_eq!(map.paths.iter().map(|outline| outline.code).collect::<Vec<_>>(), ["398", "098"]);
        let (x, y) = map.project(60.9827, 25.6612);
        assert!((map.view_box.x..map.view_box.x + map.view_box.width).contains(&x));
        assert!((map.view_box.y..map.view_box.y + map.view_box.height).contains(&y));
        assert_eq!(map.view_box.to_string().split(' ').count(), 4);
        assert!(outlines(&[]).paths.is_empty());
        assert_eq!(outlines(&[]).view_box, finland().view_box);
    }

    #[test]
    fn other_paths_are_refused() {
        for broken in
            ["", "z", "M1,2", "M1,2l3,4", "M1,2l3,4 z", "M1,2l3;4z", "M1,2l9999999999,4z", "l1,2z", "M1,2L3,4z"]
        {
            assert!(rings(broken).is_none(), "{broken}");
        }
    }
}
