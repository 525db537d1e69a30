//! Where a segment's documents are.

use super::bits::Bits;
use tantivy::columnar::Column;

/// Places of all documents, packed.
pub(crate) struct Points {
    starts: Vec<u32>,
    /// Latitude and longitude in millionths of a degree.
    points: Vec<(i32, i32)>,
    /// The squares of the map that have documents, from south to north and then from west to east, and where the documents
    /// of each begin among [`Points::runs`].
    squares: Vec<((i16, i16), u32)>,
    /// The documents of each square: neighbours mostly stand side by side, so the first and how many follow one another.
    runs: Vec<(u32, u32)>,
}

/// A square of the map is a twentieth of a degree high and a tenth wide: in Finland about 5.5 kilometres both ways.
const SQUARE: (i32, i32) = (50_000, 100_000);
/// When fewer than one document in this many passes otherwise, each is asked where it is.
const FEW: usize = 16;

const MICRO: f64 = 1e6;
const KM_IN_DEGREE: f64 = 111.195;

impl Points {
    /// A place as it is written into the index; `None` when it is nowhere on Earth.
    pub(crate) fn pack((lat, lon): (f64, f64)) -> Option<u64> {
        let on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        let packed = |degrees: f64| u64::from((degrees * MICRO).round() as i32 as u32);
        on_earth.then(|| packed(lat) << 32 | packed(lon))
    }

    pub(crate) fn new(documents: u32, column: Option<&Column<u64>>) -> Points {
        let mut starts = Vec::with_capacity(documents as usize + 1);
        let mut points = Vec::new();
        for document in 0..documents {
            starts.push(points.len() as u32);
            if let Some(column) = column {
                points.extend(
                    column.values_for_doc(document).map(|packed| ((packed >> 32) as i32, packed as u32 as i32)),
                );
            }
        }
        starts.push(points.len() as u32);
        points.shrink_to_fit();
        let mut placed: Vec<((i16, i16), u32)> = Vec::with_capacity(points.len());
        for document in 0..documents {
            let own = starts[document as usize] as usize..starts[document as usize + 1] as usize;
            placed.extend(points[own].iter().map(|point| (square(*point), document)));
        }
        placed.sort_unstable();
        placed.dedup();
        let mut squares: Vec<((i16, i16), u32)> = Vec::new();
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for run in placed.chunk_by(|(one, document), (next, following)| one == next && document + 1 == *following) {
            let (square, first) = run[0];
            if squares.last().is_none_or(|(last, _)| *last != square) {
                squares.push((square, runs.len() as u32));
            }
            runs.push((first, run.len() as u32));
        }
        runs.shrink_to_fit();
        Points { starts, points, squares, runs }
    }

    fn of(&self, document: u32) -> &[(i32, i32)] {
        &self.points[self.starts[document as usize] as usize..self.starts[document as usize + 1] as usize]
    }

    /// Kilometres to the nearest place of a document.
    pub(crate) fn distance(&self, document: u32, lat: f64, lon: f64) -> Option<f64> {
        self.of(document).iter().map(|point| kilometres((lat, lon), degrees(*point))).min_by(f64::total_cmp)
    }

    /// The same at a tenth of the cost, and at most [`ROUGHNESS`] off.
    pub(crate) fn rough_distance(&self, document: u32, from: &Origin) -> Option<f64> {
        self.of(document).iter().map(|point| from.rough_kilometres(degrees(*point))).min_by(f64::total_cmp)
    }

    /// Keeps those of the documents that have a place within a circle or near its edge; the answer is for whom of them that
    /// is not settled yet.
    pub(crate) fn keep_around(&self, documents: &mut Bits, circle: &Circle) -> Bits {
        let mut edge = Bits::none(self.starts.len() as u32 - 1);
        if documents.count() * FEW < self.starts.len() {
            documents.retain(|document| self.is_within(document, circle));
            return edge;
        }
        let mut within = edge.clone();
        let (south_west, north_east) = (square((circle.lat.0, circle.lon.0)), square((circle.lat.1, circle.lon.1)));
        let first = self.squares.partition_point(|(at, _)| at.0 < south_west.0);
        for (nth, (at, begin)) in self.squares.iter().enumerate().skip(first) {
            if at.0 > north_east.0 {
                break;
            }
            if at.1 < south_west.1 || at.1 > north_east.1 {
                continue;
            }
            let end = self.squares.get(nth + 1).map_or(self.runs.len(), |(_, next)| *next as usize);
            let to = if circle.has_all_of(*at) { &mut within } else { &mut edge };
            self.runs[*begin as usize..end].iter().for_each(|(first, count)| to.add_run(*first, *count));
        }
        edge.leave_out(&within);
        within.join(&edge);
        documents.keep(&within);
        edge
    }

    /// Leaves out those of the unsettled that are outside a circle after all.
    pub(crate) fn settle(&self, documents: &mut Bits, mut unsettled: Bits, circle: &Circle) {
        unsettled.keep(documents);
        for document in unsettled.iter().filter(|document| !self.is_within(*document, circle)) {
            documents.remove(document);
        }
    }

    /// Whether a place of a document is within a circle. Nearly all are settled by comparing whole numbers.
    #[inline]
    fn is_within(&self, document: u32, circle: &Circle) -> bool {
        self.of(document).iter().any(|point| {
            // Without `&&` nothing has to be guessed in advance by the processor.
            let in_box = (point.0 >= circle.lat.0)
                & (point.0 <= circle.lat.1)
                & (point.1 >= circle.lon.0)
                & (point.1 <= circle.lon.1);
            in_box && circle.has(*point)
        })
    }
}

/// Everything within a distance of a place.
pub(crate) struct Circle {
    origin: Origin,
    km: f64,
    /// How far from the truth rough distances near its edge may be.
    roughness: f64,
    /// The box around it, in millionths of a degree.
    lat: (i32, i32),
    lon: (i32, i32),
}

impl Circle {
    pub(crate) fn new(lat: f64, lon: f64, km: f64) -> Circle {
        let north = km / KM_IN_DEGREE * ROUGHNESS;
        // Meridians draw together towards the poles.
        let narrowest = (lat.abs() + north).min(90.0).to_radians().cos();
        let east = if narrowest > 0.01 { north / narrowest } else { 360.0 };
        // Around a pole or over the date line longitudes settle nothing.
        let east = if lon.abs() + east > 180.0 { 360.0 } else { east };
        let micro = |degrees: f64| (degrees * MICRO).clamp(f64::from(i32::MIN), f64::from(i32::MAX)) as i32;
        let is_small = north <= SMALL.0 && east <= SMALL.1 && lat.abs() <= SMALL_UP_TO;
        Circle {
            origin: Origin::new(lat, lon),
            km,
            roughness: if is_small { ROUGHNESS_NEARBY } else { ROUGHNESS },
            lat: (micro(lat - north), micro(lat + north)),
            lon: (micro(lon - east), micro(lon + east)),
        }
    }

    /// Whether a square of the map lies within: when all its corners do, nothing of it is outside.
    fn has_all_of(&self, (north, east): (i16, i16)) -> bool {
        let corners = [(0, 0), (0, 1), (1, 0), (1, 1)];
        corners.iter().all(|(up, right)| {
            let corner = ((i32::from(north) + up) * SQUARE.0, (i32::from(east) + right) * SQUARE.1);
            self.origin.rough_kilometres(degrees(corner)) * self.roughness <= self.km
        })
    }

    // Not prepared for by every document that the box settles.
    #[inline(never)]
    fn has(&self, point: (i32, i32)) -> bool {
        let point = degrees(point);
        let rough = self.origin.rough_kilometres(point);
        rough * self.roughness <= self.km
            || rough <= self.km * self.roughness && kilometres((self.origin.lat, self.origin.lon), point) <= self.km
    }
}

/// How far from the truth a rough distance may be, as a factor.
pub(crate) const ROUGHNESS: f64 = 1.02;
/// The same when the way is no longer than this in degrees north and east, and begins no nearer to a pole than this.
const ROUGHNESS_NEARBY: f64 = 1.0005;
const SMALL: (f64, f64) = (1.0, 2.5);
const SMALL_UP_TO: f64 = 71.0;

/// Where distances are measured from.
pub(crate) struct Origin {
    lat: f64,
    lon: f64,
    sin: f64,
    cos: f64,
}

impl Origin {
    pub(crate) fn new(lat: f64, lon: f64) -> Origin {
        let (sin, cos) = lat.to_radians().sin_cos();
        Origin { lat, lon, sin, cos }
    }

    /// On a flat map around the middle of the way; ways that are too long for one are measured as they are.
    fn rough_kilometres(&self, (lat, lon): (f64, f64)) -> f64 {
        let (north, east) = (lat - self.lat, lon - self.lon);
        if north.abs() > 4.0 || east.abs() > 8.0 || self.lat.abs() > 75.0 {
            return kilometres((self.lat, self.lon), (lat, lon));
        }
        let half = north.to_radians() / 2.0;
        let narrowing = self.cos * (1.0 - half * half / 2.0) - self.sin * half;
        (north * north + (east * narrowing) * (east * narrowing)).sqrt() * KM_IN_DEGREE
    }
}

/// The square that a place lies in, counted from where the equator meets Greenwich's meridian.
fn square(point: (i32, i32)) -> (i16, i16) {
    let counted = |micro: i32, size: i32| micro.div_euclid(size).clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
    (counted(point.0, SQUARE.0), counted(point.1, SQUARE.1))
}

fn degrees((lat, lon): (i32, i32)) -> (f64, f64) {
    (f64::from(lat) * 1e-6, f64::from(lon) * 1e-6)
}

/// The way between two places as the crow flies (haversine on a sphere: within half a per cent).
// Inlined, its trigonometry is computed for all in advance, also for the many that a comparison settles.
#[inline(never)]
fn kilometres(from: (f64, f64), to: (f64, f64)) -> f64 {
    let half = |one: f64, other: f64| ((other - one).to_radians() / 2.0).sin().powi(2);
    let a = half(from.0, to.0) + from.0.to_radians().cos() * to.0.to_radians().cos() * half(from.1, to.1);
    2.0 * 6371.0 * a.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_helsinki_to_tampere() {
        let way = kilometres((60.1699, 24.9384), (61.4978, 23.7610));
        assert!((way - 160.8).abs() < 1.0, "{way}");
    }

    #[test]
    fn a_rough_distance_is_nearly_right() {
        for (lat, lon) in [(60.17, 24.94), (68.0, 27.0), (0.0, 0.0), (-45.0, 179.9), (74.9, 10.0), (89.0, 0.0)] {
            let origin = Origin::new(lat, lon);
            for (north, east) in [(0.001, 0.002), (0.5, 1.0), (3.9, 7.9), (-3.9, 7.9), (0.0, -8.0), (20.0, 40.0)] {
                let to = (lat + north, lon + east);
                let (rough, right) = (origin.rough_kilometres(to), kilometres((lat, lon), to));
                assert!(
                    rough < right * ROUGHNESS && right < rough * ROUGHNESS,
                    "{lat} {lon} {north} {east}: {rough} {right}"
                );
            }
        }
    }

    #[test]
    fn nearby_it_is_still_nearer_to_right() {
        for lat in [-71.0, -30.0, 0.0, 45.0, 60.98, 70.0, 71.0] {
            let origin = Origin::new(lat, 25.0);
            for north in [-1.0, -0.4, 0.0, 0.3, 1.0] {
                for east in [-2.5, -1.0, 0.01, 0.6, 2.5] {
                    let to = (lat + north, 25.0 + east);
                    let (rough, right) = (origin.rough_kilometres(to), kilometres((lat, 25.0), to));
                    assert!(rough < right * ROUGHNESS_NEARBY && right < rough * ROUGHNESS_NEARBY, "{lat} {to:?}");
                }
            }
        }
    }

    #[test]
    fn a_place_is_on_earth() {
        assert_eq!(Points::pack((f64::NAN, 0.0)), None);
        assert_eq!(Points::pack((91.0, 0.0)), None);
        assert!(Points::pack((-89.9, -179.9)).is_some());
    }
}
