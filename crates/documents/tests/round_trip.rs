//! What is written is read again as it was, and no bytes at all bring the reader down.

#![allow(clippy::unwrap_used, reason = "clippy allows it in tests and not in what they share")]

use std::io::{Cursor, Write};

use documents::table::{
    CsvOptions, Delimiter, Encoding, Limits, Row, Table, read, read_within, write_csv, write_csv_as, write_xlsx,
};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Text with everything in it that has a meaning in a file, apart from the null character, which no table has.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zäöåA-Z0-9 ;,\t\"'=+@\r\n_x-]{0,12}",
        1 => "\\PC{0,8}",
        1 => "[\u{1}-\u{20}\u{feff}€🎵_x0-9A-F]{0,8}",
    ]
}

fn heading() -> impl Strategy<Value = String> {
    "[a-zäö;,\t\"'=+@<][a-zäö ;,\t\"\r\n]{0,6}[a-zäö;,\"]"
}

fn delimiter() -> impl Strategy<Value = Delimiter> {
    prop_oneof![Just(Delimiter::Semicolon), Just(Delimiter::Comma), Just(Delimiter::Tab)]
}

fn table(cell: impl Strategy<Value = String> + 'static) -> impl Strategy<Value = Table> {
    let cell = cell.boxed();
    prop::collection::vec(heading().prop_filter("seen", |text| !text.trim().is_empty()), 1..5).prop_flat_map(
        move |headings| {
            let width = headings.len();
            let headings: Vec<String> = headings.iter().map(|text| text.trim().to_owned()).collect();
            prop::collection::vec(prop::collection::vec(cell.clone(), width), 0..6).prop_map(move |rows| {
                let mut table = Table::new("taulu", headings.clone());
                for row in rows {
                    table.push(row);
                }
                table
            })
        },
    )
}

fn is_blank(row: &Row) -> bool {
    row.cells.iter().all(|cell| cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty())
}

fn cells(table: &Table) -> Vec<&Vec<String>> {
    table.rows.iter().filter(|row| !is_blank(row)).map(|row| &row.cells).collect()
}

/// How many lines a text takes more than one.
fn breaks(text: &str) -> usize {
    text.replace("\r\n", "\n").matches(['\r', '\n']).count()
}

/// The parts of a workbook that is an .xlsx and an .ods file at once.
const PARTS: [(&str, &str); 8] = [
    (
        "content.xml",
        r#"<x><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="12"><text:p>x<text:s text:c="2"/>&amp;</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3" office:value-type="date" office:date-value="2026-05-31T10:00:00"/></table:table-row></table:table></office:spreadsheet></x>"#,
    ),
    ("[Content_Types].xml", "<Types/>"),
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="a" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="b" Type="x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="b"/></sheets></workbook>"#,
    ),
    ("xl/sharedStrings.xml", r#"<sst count="1" uniqueCount="1"><si><t>x_x0041_</t></si></sst>"#),
    (
        "xl/styles.xml",
        r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d.m.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#,
    ),
    (
        "xl/worksheets/sheet1.xml",
        r#"<worksheet><dimension ref="A1:C3"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>y</t></is></c></row><row r="2"><c r="A2" s="1"><v>40000.5</v></c><c r="C2" t="b"><v>1</v></c></row><row r="3"><c t="e"><v>#N/A</v></c><c><f>A1</f><v>-1.5e3</v></c></row></sheetData></worksheet>"#,
    ),
];

fn archive(files: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn the_parts_of_a_workbook_can_be_read_when_nothing_is_odd() {
    let texts = PARTS.map(|(name, text)| (name, text.to_owned()));
    let cells = |files: &[(&str, String)]| {
        let table = read(&archive(files), "x").unwrap().remove(0);
        (table.headings, table.rows.into_iter().map(|row| row.cells).collect::<Vec<_>>())
    };
    let (headings, rows) = cells(&texts);
    assert_eq!(headings, ["xA", "y"]);
    assert_eq!(rows, [["2013-07-07 12:00", ""], ["#N/A", "-1500"]]);
    let (headings, rows) = cells(&texts[..1]);
    assert_eq!(headings, ["12", "2026-05-31 10:00", "2026-05-31 10:00", "2026-05-31 10:00"]);
    assert_eq!(rows, [["12", "2026-05-31 10:00", "2026-05-31 10:00", "2026-05-31 10:00"]]);
}

proptest! {
    #[test]
    fn csv_gives_back_what_it_was_given(table in table(text()), delimiter in delimiter()) {
        let tables = read(&write_csv(&table, delimiter), "taulu.csv").unwrap();
        prop_assert_eq!(tables.len(), 1);
        prop_assert_eq!(&tables[0].headings, &table.headings);
        prop_assert_eq!(cells(&tables[0]), cells(&table));
        prop_assert!(tables[0].rows.iter().all(|row| row.extra_cells == 0));
        prop_assert_eq!(tables[0].encoding, Encoding::Utf8);
    }

    #[test]
    fn csv_lines_are_where_they_are(table in table(text()), delimiter in delimiter()) {
        let bytes = write_csv(&table, delimiter);
        let mut line = 2 + table.headings.iter().map(|cell| breaks(cell)).sum::<usize>();
        let mut lines = Vec::new();
        for row in &table.rows {
            if !is_blank(row) {
                lines.push(line);
            }
            line += 1 + row.cells.iter().map(|cell| breaks(cell)).sum::<usize>();
        }
        let read = read(&bytes, "taulu.csv").unwrap().remove(0);
        prop_assert_eq!(read.rows.iter().map(|row| row.line).collect::<Vec<_>>(), lines);
    }

    #[test]
    fn csv_without_guards_is_the_text_itself(table in table("[a-zä;,\"\n=+@-]{0,8}"), delimiter in delimiter()) {
        let options = CsvOptions { delimiter, byte_order_mark: false, guard_formulas: false };
        let tables = read(&write_csv_as(&table, &options), "taulu.csv").unwrap();
        prop_assert_eq!(cells(&tables[0]), cells(&table));
    }

    #[test]
    fn a_workbook_gives_back_what_it_was_given(table in table(text()), other in table(text())) {
        let tables = read(&write_xlsx(&[table.clone(), other.clone()]).unwrap(), "taulu.xlsx").unwrap();
        prop_assert_eq!(tables.iter().map(|table| table.name.as_str()).collect::<Vec<_>>(), ["taulu", "taulu 2"]);
        for (read, written) in tables.iter().zip([&table, &other]) {
            prop_assert_eq!(&read.headings, &written.headings);
            prop_assert_eq!(cells(read), cells(written));
            prop_assert_eq!(read.encoding, Encoding::Workbook);
        }
    }

    #[test]
    fn no_bytes_bring_the_reader_down(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, "x");
    }

    #[test]
    fn no_text_brings_the_reader_down(text in "[ab;,\t\"\r\n'=\u{feff}\u{1a}ä€]{0,60}", bytes in any::<u8>()) {
        let _ = read(text.as_bytes(), "x");
        let mut broken = text.into_bytes();
        broken.push(bytes);
        let _ = read(&broken, "x");
        let _ = read(&[&b"\xff\xfe"[..], &broken].concat(), "x");
        let _ = read_within(&broken, "x", &Limits { rows: 1, columns: 1, cell_chars: 1, memory: 60, ..Limits::default() });
    }

    #[test]
    fn no_odd_text_in_a_workbook_brings_the_reader_down(
        part in 0..PARTS.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, "[<>/a-z0-9:=\" &;#-]{0,6}"), 1..4),
    ) {
        let mut texts = PARTS.map(|(name, text)| (name, text.to_owned()));
        for (place, length, text) in changes {
            let changed = &mut texts[part].1;
            let start = place.index(changed.len());
            changed.replace_range(start..(start + length).min(changed.len()), &text);
        }
        let _ = read(&archive(&texts), "x.xlsx");
        let _ = read(&archive(&texts[..1]), "x.ods");
    }

    #[test]
    fn no_broken_workbook_brings_the_reader_down(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>()) {
        let mut bytes = write_xlsx(&[Table::new("a", ["b", "c"])]).unwrap();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = read(&bytes, "x.xlsx");
        let _ = read(&bytes[..cut.index(bytes.len())], "x.xlsx");
    }
}
