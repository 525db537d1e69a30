//! Where a segment's documents are.

use super::bits::Bits;
use tantivy::columnar::Column;

/// Places of all documents, packed.
pub(crate) struct Points {
    starts: Vec<u32>,
    /// Latitude and longitude in millionths of a degree.
    points: Vec<(i32, i32)>,
}

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
        Points { starts, points }
    }

    fn of(&self, document: u32) -> &[(i32, i32)] {
        &self.points[self.starts[document as usize] as usize..self.starts[document as usize + 1] as usize]
    }

    /// Kilometres to the nearest place of a document.
    pub(crate) fn distance(&self, document: u32, lat: f64, lon: f64) -> Option<f64> {
        self.of(document)
            .iter()
            .map(|(own_lat, own_lon)| {
                kilometres((lat, lon), (f64::from(*own_lat) / MICRO, f64::from(*own_lon) / MICRO))
            })
            .min_by(f64::total_cmp)
    }

    /// Those of some documents that have no place within a distance. Nearly all are settled by comparing degrees.
    pub(crate) fn beyond(&self, among: &Bits, (lat, lon): (f64, f64), km: f64) -> Vec<u32> {
        let degrees = km / KM_IN_DEGREE * 1.01;
        // Meridians draw together towards the poles; past a pole all of them are near.
        let narrowest = (lat.abs() + degrees).min(90.0).to_radians().cos();
        let degrees_lon = if narrowest > 0.01 { degrees / narrowest } else { 360.0 };
        // Over the date line the other way round is not considered, so there longitudes settle nothing.
        let degrees_lon = if lon.abs() + degrees_lon > 180.0 { 360.0 } else { degrees_lon };
        let micro = |degrees: f64| (degrees * MICRO).clamp(-4e8, 4e8) as i32;
        let (most_lat, most_lon) = (i64::from(micro(degrees)), i64::from(micro(degrees_lon)));
        let (own_lat, own_lon) = (i64::from(micro(lat)), i64::from(micro(lon)));
        let is_within = |point: &(i32, i32)| {
            (i64::from(point.0) - own_lat).abs() <= most_lat
                && (i64::from(point.1) - own_lon).abs() <= most_lon
                && kilometres((lat, lon), (f64::from(point.0) / MICRO, f64::from(point.1) / MICRO)) <= km
        };
        among.iter().filter(|document| !self.of(*document).iter().any(is_within)).collect()
    }
}

/// The way between two places as the crow flies (haversine on a sphere: within half a per cent).
pub(crate) fn kilometres(from: (f64, f64), to: (f64, f64)) -> f64 {
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
    fn a_place_is_on_earth() {
        assert_eq!(Points::pack((f64::NAN, 0.0)), None);
        assert_eq!(Points::pack((91.0, 0.0)), None);
        assert!(Points::pack((-89.9, -179.9)).is_some());
    }
}
