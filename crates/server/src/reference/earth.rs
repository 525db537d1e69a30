//! Points on the ground: how far apart they are and whether they can be in Finland at all.

use std::sync::LazyLock;

use proj4rs::Proj;
use proj4rs::adaptors::transform_xy;

use super::map;

/// The mean radius of the Earth (IUGG R₁), kilometres.
const EARTH_RADIUS_KM: f64 = 6371.0088;

/// How far outside the outline a point still counts as Finland, kilometres. The outline is drawn for 1:4 500 000 and
/// cuts corners, and coordinates of piers and islets are rounded.
const MARGIN_KM: f64 = 5.0;

/// A place in WGS 84 degrees (EPSG:4326).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// North of the equator.
    pub lat: f64,
    /// East of Greenwich.
    pub lon: f64,
}

/// A box of latitudes and longitudes, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The southernmost latitude.
    pub south: f64,
    /// The westernmost longitude.
    pub west: f64,
    /// The northernmost latitude.
    pub north: f64,
    /// The easternmost longitude.
    pub east: f64,
}

impl Bounds {
    /// Whether a point is in the box; what is not a number is not.
    pub fn contains(&self, point: Point) -> bool {
        (self.south..=self.north).contains(&point.lat) && (self.west..=self.east).contains(&point.lon)
    }
}

/// A box with all of Finland in it, its sea included, and some of the neighbours.
pub fn bounding_box_of_finland() -> Bounds {
    Bounds { south: 59.4, west: 19.0, north: 70.2, east: 31.7 }
}

/// Whether a point is in a municipality of Finland or within a few kilometres of one. For catching swapped, missing
/// or projected coordinates, not for borders.
pub fn is_in_finland(lat: f64, lon: f64) -> bool {
    bounding_box_of_finland().contains(Point { lat, lon }) && map::is_near_an_area(lat, lon, MARGIN_KM)
}

/// The coordinates Finnish authorities use, ETRS-TM35FIN (EPSG:3067, JHS 197), and geographic ones on the same ellipsoid.
static TM35FIN: LazyLock<Option<(Proj, Proj)>> = LazyLock::new(|| {
    let grid = Proj::from_proj_string("+proj=utm +zone=35 +ellps=GRS80 +units=m +no_defs").ok()?;
    Some((grid, Proj::from_proj_string("+proj=longlat +ellps=GRS80 +no_defs").ok()?))
});

/// The point of ETRS-TM35FIN coordinates in metres; none when it is not in Finland. ETRS89 and WGS 84 differ by less than a
/// metre there.
pub fn of_tm35fin(north: f64, east: f64) -> Option<Point> {
    let (grid, degrees) = TM35FIN.as_ref()?;
    let (lon, lat) = transform_xy(grid, degrees, east, north).ok()?;
    let (lat, lon) = (lat.to_degrees(), lon.to_degrees());
    is_in_finland(lat, lon).then_some(Point { lat, lon })
}

/// The ETRS-TM35FIN coordinates of a point, north and east in metres: what [`of_tm35fin`] reads.
pub fn to_tm35fin(point: Point) -> Option<(f64, f64)> {
    if !is_in_finland(point.lat, point.lon) {
        return None;
    }
    let (grid, degrees) = TM35FIN.as_ref()?;
    let (east, north) = transform_xy(degrees, grid, point.lon.to_radians(), point.lat.to_radians()).ok()?;
    Some((north, east))
}

/// The distance of two points along the ground in kilometres (haversine on a sphere, at most half a percent off).
pub fn distance_km(from: Point, to: Point) -> f64 {
    let (from_lat, to_lat) = (from.lat.to_radians(), to.lat.to_radians());
    let across_lat = (to_lat - from_lat) / 2.0;
    let across_lon = (to.lon - from.lon).to_radians() / 2.0;
    let chord = across_lat.sin().powi(2) + from_lat.cos() * to_lat.cos() * across_lon.sin().powi(2);
    2.0 * EARTH_RADIUS_KM * chord.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAHTI: Point = Point { lat: 60.9827, lon: 25.6612 };
    const HELSINKI: Point = Point { lat: 60.1699, lon: 24.9384 };

    /// Worked out with PROJ 9 (EPSG:3067 to EPSG:4326).
    #[test]
    fn coordinates_of_authorities_are_points() {
        let known = [
            (6_834_688.0, 503_879.0, 61.645_466_8, 27.073_209_5),
            (6_672_000.0, 385_500.0, 60.168_806_5, 24.936_461_9),
            (6_770_000.0, 428_000.0, 61.058_169_9, 25.666_279_2),
        ];
        for (north, east, lat, lon) in known {
            let point = of_tm35fin(north, east).expect("a point in Finland");
            assert!(distance_km(point, Point { lat, lon }) < 0.001, "{point:?}");
            let (back_north, back_east) = to_tm35fin(Point { lat, lon }).expect("metres in Finland");
            assert!((back_north - north).abs() < 0.1 && (back_east - east).abs() < 0.1, "{back_north} {back_east}");
        }
        assert_eq!(of_tm35fin(503_879.0, 6_834_688.0), None, "the two the other way round");
        assert_eq!(of_tm35fin(f64::NAN, 0.0), None);
        assert_eq!(to_tm35fin(Point { lat: 59.3293, lon: 18.0686 }), None, "Stockholm");
    }

    #[test]
    fn lahti_is_a_hundred_kilometres_from_helsinki() {
        assert!((97.0..101.0).contains(&distance_km(LAHTI, HELSINKI)));
        assert_eq!(distance_km(LAHTI, LAHTI), 0.0);
        assert!((distance_km(LAHTI, HELSINKI) - distance_km(HELSINKI, LAHTI)).abs() < 1e-9);
    }

    #[test]
    fn the_ends_of_finland_are_in_finland() {
        for (place, lat, lon) in [
            ("Lahti", 60.9827, 25.6612),
            ("Vääksy", 61.1743, 25.5462),
            ("Suomenlinna", 60.1454, 24.9881),
            ("Hanko", 59.8236, 22.9681),
            ("Utö", 59.7808, 21.3722),
            ("Maarianhamina", 60.0973, 19.9348),
            ("Nuorgam", 70.0820, 27.8700),
            ("Kilpisjärvi", 69.0478, 20.7969),
            ("Hattuvaara", 62.9350, 31.3000),
            ("Vaalimaa", 60.6000, 27.8300),
            ("Tornio", 65.8481, 24.1466),
            ("Valassaaret", 63.4200, 21.0700),
        ] {
            assert!(is_in_finland(lat, lon), "{place}");
        }
    }

    #[test]
    fn neighbours_swapped_and_projected_coordinates_are_not_in_finland() {
        for (place, lat, lon) in [
            ("Tukholma", 59.3293, 18.0686),
            ("Tallinna", 59.4370, 24.7536),
            ("Pietari", 59.9343, 30.3351),
            ("Petroskoi", 61.7849, 34.3469),
            ("Luulaja", 65.5848, 22.1547),
            ("swapped", 25.6612, 60.9827),
            ("nowhere", 0.0, 0.0),
            ("EPSG:3067", 6763000.0, 427000.0),
            ("not a number", f64::NAN, 25.0),
            ("endless", f64::INFINITY, f64::NEG_INFINITY),
        ] {
            assert!(!is_in_finland(lat, lon), "{place}");
        }
    }
}
