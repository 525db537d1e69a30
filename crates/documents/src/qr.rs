//! QR codes as SVG, to be put into a page or onto paper.

use std::fmt::Write;

use qrcode::bits::Bits;
use qrcode::types::QrError as Refusal;
use qrcode::{Color, EcLevel, QrCode, Version};

/// Why a QR code could not be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QrError {
    /// More than the largest code holds, which is 2,331 bytes.
    #[error("The text is too long for a QR code.")]
    TooLong,
    /// Not a length above zero.
    #[error("The size of the QR code is not a length.")]
    BadSize,
}

/// The empty modules around a code that readers need to find it (ISO/IEC 18004, 6.3.8).
const QUIET_ZONE: usize = 4;

/// An `<svg>` of the code for `text`, black on white, `millimetres` wide with its quiet zone, named `title` for those who
/// do not see it. Survives the loss of 15 % of its area (level M).
pub fn svg(text: &str, millimetres: f64, title: &str) -> Result<String, QrError> {
    if !millimetres.is_finite() || millimetres <= 0.0 {
        return Err(QrError::BadSize);
    }
    let code = encode(text)?;
    let side = code.width() + 2 * QUIET_ZONE;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{millimetres}mm\" height=\"{millimetres}mm\" \
         viewBox=\"0 0 {side} {side}\" role=\"img\" shape-rendering=\"crispEdges\"><title>{}</title>\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{}\"/></svg>",
        escaped(title),
        path(&code)
    ))
}

fn encode(text: &str) -> Result<QrCode, QrError> {
    let too_long = |_: Refusal| QrError::TooLong;
    if text.is_ascii() {
        return QrCode::with_error_correction_level(text, EcLevel::M).map_err(too_long);
    }
    // Said to be UTF-8 and kept as bytes: left alone, the library may take some letters for Japanese ones in Shift JIS.
    for version in 1..=40 {
        match encode_utf8(text, Version::Normal(version)) {
            Err(Refusal::DataTooLong) => {}
            result => return result.map_err(too_long),
        }
    }
    Err(QrError::TooLong)
}

fn encode_utf8(text: &str, version: Version) -> Result<QrCode, Refusal> {
    const UTF_8: u32 = 26;
    let mut bits = Bits::new(version);
    bits.push_eci_designator(UTF_8)?;
    bits.push_byte_data(text.as_bytes())?;
    bits.push_terminator(EcLevel::M)?;
    QrCode::with_bits(bits, EcLevel::M)
}

/// A rectangle for every run of dark modules in a row.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                let length = run.len();
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET_ZONE, y + QUIET_ZONE);
            }
            x += run.len();
        }
    }
    path
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Not allowed in XML in any form.
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
