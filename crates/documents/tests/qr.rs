//! QR codes are drawn module by module as they were computed.

#![allow(clippy::unwrap_used, reason = "clippy allows it in tests and not in what they share")]

use documents::qr::{QrError, svg};
use proptest::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// The modules of a drawing, dark or not, with the quiet zone.
fn rasterised(svg: &str) -> Vec<Vec<bool>> {
    let after = |text: &str, mark: &str| text.split_once(mark).unwrap().1.split('"').next().unwrap().to_owned();
    let side: usize = after(svg, "viewBox=\"0 0 ").split(' ').next().unwrap().parse().unwrap();
    let mut modules = vec![vec![false; side]; side];
    for run in after(svg, "<path d=\"").split_terminator('z') {
        let (start, shape) = run.strip_prefix('M').unwrap().split_once('h').unwrap();
        let (x, y) = start.split_once(' ').unwrap();
        let (length, back) = shape.split_once("v1h-").unwrap();
        assert_eq!(length, back);
        let (x, y, length): (usize, usize, usize) = (x.parse().unwrap(), y.parse().unwrap(), length.parse().unwrap());
        for module in &mut modules[y][x..x + length] {
            assert!(!*module, "drawn twice");
            *module = true;
        }
    }
    modules
}

fn expected(code: &QrCode) -> Vec<Vec<bool>> {
    let side = code.width() + 8;
    let mut modules = vec![vec![false; side]; side];
    for (y, row) in code.to_colors().chunks(code.width()).enumerate() {
        for (x, color) in row.iter().enumerate() {
            modules[y + 4][x + 4] = *color == Color::Dark;
        }
    }
    modules
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_address_is_drawn_as_computed(text in "https://[a-z]{3,20}\\.fi/[A-Za-z0-9/?=-]{0,120}") {
        let code = QrCode::with_error_correction_level(&text, EcLevel::M).unwrap();
        prop_assert_eq!(rasterised(&svg(&text, 30.0, "x").unwrap()), expected(&code));
    }

    #[test]
    fn any_text_is_drawn_or_refused(text in "\\PC{0,600}", title in ".{0,20}", size in any::<f64>()) {
        let _ = svg(&text, size, &title);
    }
}

#[test]
fn letters_beyond_ascii_are_bytes_that_say_they_are_utf8() {
    let text = "Töölö – 漢字";
    let mut bits = qrcode::bits::Bits::new(qrcode::Version::Normal(2));
    bits.push_eci_designator(26).unwrap();
    bits.push_byte_data(text.as_bytes()).unwrap();
    bits.push_terminator(EcLevel::M).unwrap();
    let code = QrCode::with_bits(bits, EcLevel::M).unwrap();
    assert_eq!(rasterised(&svg(text, 30.0, "x").unwrap()), expected(&code));
}

#[test]
fn a_drawing_has_its_size_its_name_and_its_colours() {
    let svg = svg("https://tarjotin.fi/a", 32.5, "Ilmoittautuminen: <Kuoro> & \u{1}\"Sointu\"").unwrap();
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"32.5mm\" height=\"32.5mm\" viewBox=\"0 0 33 33\" role=\"img\" shape-rendering=\"crispEdges\"><title>Ilmoittautuminen: &lt;Kuoro&gt; &amp;  \"Sointu\"</title>"));
    assert_eq!((svg.matches("<path").count(), svg.matches("fill=\"#fff\"").count()), (1, 1));
    assert!(svg.ends_with("</svg>"));
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    assert_eq!(svg(&"a".repeat(2_332), 30.0, ""), Err(QrError::TooLong));
    assert!(svg(&"a".repeat(2_331), 30.0, "").is_ok());
    assert_eq!(svg(&"ä".repeat(1_200), 30.0, ""), Err(QrError::TooLong));
    for size in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(svg("a", size, ""), Err(QrError::BadSize));
    }
}
