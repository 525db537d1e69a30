//! Puts places in a row so that neighbours stay together.
//!
//! An index whose documents come in this order has those of a circle or of a town side by side: whole stretches of a
//! word's documents are then passed over unread.

/// Bits of each coordinate: squares of about 300 by 600 metres at the equator.
const BITS: u32 = 16;

/// The number of a place on a Hilbert curve round the world, from its latitude and longitude in degrees (WGS 84). Places
/// with neighbouring numbers are near each other; `None` and what is nowhere on Earth come last.
pub fn along_curve(place: Option<(f64, f64)>) -> u32 {
    let Some((lat, lon)) = place.filter(|(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0) else { return u32::MAX };
    let squares = f64::from(1 << BITS);
    let square = |share: f64| ((share * squares) as u32).min((1 << BITS) - 1);
    number(square((lon + 180.0) / 360.0), square((lat + 90.0) / 180.0))
}

/// Each turn settles a quarter of what is left, and turns the rest so that the curve goes on where it left off.
fn number(mut east: u32, mut north: u32) -> u32 {
    let mut number = 0;
    for bit in (0..BITS).rev() {
        let (right, up) = (east >> bit & 1, north >> bit & 1);
        number = number << 2 | ((3 * right) ^ up);
        if up == 0 {
            if right == 1 {
                (east, north) = (!east, !north);
            }
            (east, north) = (north, east);
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_on_the_curve_is_a_step_on_the_map() {
        // The last four turns of the curve fill a square of 16 by 16.
        let mut by_number: Vec<(u32, u32, u32)> =
            (0..256).map(|at| (at % 16, at / 16)).map(|(east, north)| (number(east, north), east, north)).collect();
        by_number.sort_unstable();
        for pair in by_number.windows(2) {
            let ((one, east, north), (next, east_then, north_then)) = (pair[0], pair[1]);
            assert_eq!(next, one + 1);
            assert_eq!(east.abs_diff(east_then) + north.abs_diff(north_then), 1, "{pair:?}");
        }
    }

    #[test]
    fn what_is_nowhere_comes_last() {
        let helsinki = along_curve(Some((60.17, 24.94)));
        for nowhere in [None, Some((f64::NAN, 0.0)), Some((91.0, 0.0)), Some((0.0, -180.5))] {
            assert!(along_curve(nowhere) > helsinki, "{nowhere:?}");
        }
        assert!(along_curve(Some((-90.0, -180.0))) < u32::MAX && along_curve(Some((90.0, 180.0))) < u32::MAX);
    }
}
