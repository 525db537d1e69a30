//! Workbooks: values as a reader sees them, and files that mean harm.

#![allow(clippy::unwrap_used, reason = "clippy allows it in tests and not in what they share")]

use std::io::{Cursor, Write};

use documents::table::{Limit, Limits, Reason, Table, TableError, WriteError, read, read_within, write_xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An `.xlsx` of one sheet, written by hand.
fn xlsx(sheet_data: &str, shared_strings: &str) -> Vec<u8> {
    archive(&[
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
            r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="taulu" sheetId="1" r:id="b"/></sheets></workbook>"#,
        ),
        ("xl/sharedStrings.xml", shared_strings),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{sheet_data}</sheetData></worksheet>")),
    ])
}

fn ods(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\">\
         <style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>\
         <office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

fn one(bytes: &[u8]) -> Table {
    let mut tables = read(bytes, "x").unwrap();
    assert_eq!(tables.len(), 1);
    tables.remove(0)
}

fn rows(table: &Table) -> Vec<(usize, Vec<&str>)> {
    table.rows.iter().map(|row| (row.line, row.cells.iter().map(String::as_str).collect())).collect()
}

fn small() -> Limits {
    Limits {
        unpacked_bytes: 1_000_000,
        sheets: 2,
        rows: 3,
        columns: 4,
        cell_chars: 20,
        memory: 2_000,
        ..Limits::default()
    }
}

fn too_large(bytes: &[u8]) -> (Limit, Option<usize>) {
    match read_within(bytes, "x", &small()) {
        Err(TableError::TooLarge { limit, line, .. }) => (limit, line),
        other => panic!("{other:?}"),
    }
}

fn is_damaged(result: &Result<Vec<Table>, TableError>) -> bool {
    matches!(result, Err(TableError::Unreadable { reason: Reason::Damaged(_), .. }))
}

#[test]
fn values_are_what_a_reader_sees() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let (date, moment, clock, hours) = (
        Format::new().set_num_format("d.m.yyyy"),
        Format::new().set_num_format("d.m.yyyy hh:mm"),
        Format::new().set_num_format("hh:mm"),
        Format::new().set_num_format("[h]:mm"),
    );
    for (column, heading) in ["a", "b"].into_iter().enumerate() {
        sheet.write_string(2, column as u16, heading).unwrap();
    }
    let day = ExcelDateTime::from_ymd(2026, 5, 31).unwrap();
    let expected = [
        "12",
        "12.5",
        "-7",
        "0.3",
        "true",
        "false",
        "2026-05-31",
        "2026-05-31 13:05",
        "2026-05-31 13:05:07",
        "09:30",
        "2028-02-29",
        "26:15",
        "3",
        "=1+1",
        "00120",
        "23:59:59",
        "1000000000000",
    ];
    sheet.write_number(3, 1, 12.0).unwrap();
    sheet.write_number(4, 1, 12.5).unwrap();
    sheet.write_number(5, 1, -7.0).unwrap();
    sheet.write_number(6, 1, 0.1 + 0.2).unwrap();
    sheet.write_boolean(7, 1, true).unwrap();
    sheet.write_boolean(8, 1, false).unwrap();
    sheet.write_datetime_with_format(9, 1, &day, &date).unwrap();
    sheet.write_datetime_with_format(10, 1, day.clone().and_hms(13, 5, 0).unwrap(), &moment).unwrap();
    sheet.write_datetime_with_format(11, 1, day.and_hms(13, 5, 7).unwrap(), &moment).unwrap();
    sheet.write_number_with_format(12, 1, 9.5 / 24.0, &clock).unwrap();
    sheet.write_datetime_with_format(13, 1, ExcelDateTime::from_ymd(2028, 2, 29).unwrap(), &date).unwrap();
    sheet.write_number_with_format(14, 1, 26.25 / 24.0, &hours).unwrap();
    sheet.write_formula(15, 1, Formula::new("=1+2").set_result("3")).unwrap();
    sheet.write_string(16, 1, "=1+1").unwrap();
    sheet.write_string(17, 1, "00120").unwrap();
    sheet.write_number_with_format(18, 1, 86_399.0 / 86_400.0, &clock).unwrap();
    sheet.write_number(19, 1, 1e12).unwrap();
    let bytes = book.save_to_buffer().unwrap();

    let table = one(&bytes);
    assert_eq!(table.name, "Sheet1");
    let expected: Vec<_> = expected.into_iter().enumerate().map(|(nth, text)| (nth + 4, vec!["", text])).collect();
    assert_eq!(rows(&table), expected);
}

#[test]
fn sheets_are_read_by_name_without_empty_and_hidden_ones() {
    let mut book = Workbook::new();
    for (name, cell) in [("Kuorot", Some("a")), ("Tyhjä", None), ("Salainen", Some("b")), ("Kerhot", Some("c"))] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.set_hidden(name == "Salainen");
        if let Some(cell) = cell {
            sheet.write_string(0, 0, cell).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let names: Vec<_> = read(&bytes, "x").unwrap().into_iter().map(|table| (table.name, table.headings)).collect();
    assert_eq!(names, [("Kuorot".to_owned(), vec!["a".to_owned()]), ("Kerhot".to_owned(), vec!["c".to_owned()])]);

    let mut empty = Workbook::new();
    empty.add_worksheet();
    assert_eq!(read(&empty.save_to_buffer().unwrap(), "x"), Err(TableError::NoHeadings));
}

#[test]
fn far_cells_cost_nothing() {
    let row = |line: u32, column: &str, text: &str| {
        format!("<row r=\"{line}\"><c r=\"{column}{line}\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>")
    };
    let data = row(3, "B", "nimi") + &row(1_048_576, "XFD", "kaukana") + "";
    let table = one(&xlsx(&data, "<sst/>"));
    assert_eq!(table.headings, ["", "nimi"]);
    assert_eq!((table.rows[0].line, table.rows[0].extra_cells), (1_048_576, 16_382));
    let backwards = row(3, "B", "nimi") + &row(2, "B", "a");
    assert_eq!(
        read(&xlsx(&backwards, "<sst/>"), "x"),
        Err(TableError::Unreadable { line: Some(2), reason: Reason::RowsOutOfOrder })
    );
}

#[test]
fn an_ods_file_is_read_as_it_is_seen() {
    let table = one(&ods(
        "<table:table table:name=\"Salainen\" table:style-name=\"ta2\"><table:table-row><table:table-cell \
         office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>\
         <table:table table:name=\"Kuorot &amp; kerhot\"><table:table-column table:number-columns-repeated=\"16384\"/>\
         <table:table-row table:number-rows-repeated=\"4\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         <table:table-row><table:table-cell office:value-type=\"string\"><text:p> nimi </text:p></table:table-cell>\
         <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>tieto</text:p></table:table-cell>\
         <table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\">\
         <table:table-cell office:value-type=\"string\"><office:annotation><text:p>huomautus</text:p></office:annotation>\
         <text:p>Kuoro\n  <text:span>&quot;Sointu&quot;</text:span> &#228;<text:s text:c=\"3\"/>!</text:p><text:p>toinen<text:tab/>rivi</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"float\" office:value=\"12\"><text:p>12,00</text:p></table:table-cell>\
         <table:covered-table-cell office:value-type=\"string\"><text:p>peitossa</text:p></table:covered-table-cell></table:table-row>\
         <table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2026-05-31T13:30:00\"><text:p>31.5.</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"time\" office:time-value=\"PT09H05M00S\"><text:p>9.05</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>TOSI</text:p></table:table-cell></table:table-row>\
         <table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2026-05-31\"/><table:table-cell office:value-type=\"percentage\" office:value=\"0.155\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048565\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>",
    ));
    assert_eq!((table.name.as_str(), table.headings.join("|").as_str()), ("Kuorot & kerhot", "nimi|tieto|tieto"));
    let choir = "Kuoro \"Sointu\" ä   !\ntoinen\trivi";
    assert_eq!(
        rows(&table),
        [
            (6, vec![choir, "12", ""]),
            (7, vec![choir, "12", ""]),
            (8, vec!["2026-05-31 13:30", "09:05", "true"]),
            (9, vec!["2026-05-31", "0.155", ""]),
        ]
    );
}

#[test]
fn an_ods_file_that_claims_endless_repeats_is_refused_at_once() {
    let cell = |repeats: &str, text: &str| {
        format!("<table:table-cell {repeats} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let table = |rows: &str| ods(&format!("<table:table table:name=\"a\">{rows}</table:table>"));
    let row = |repeats: &str, cells: &str| format!("<table:table-row {repeats}>{cells}</table:table-row>");
    let endless = "99999999999999999999";

    let columns = row("", &cell(&format!("table:number-columns-repeated=\"{endless}\""), "a"));
    assert_eq!(too_large(&table(&columns)), (Limit::Columns, Some(1)));
    let rows = row(&format!("table:number-rows-repeated=\"{endless}\""), &cell("", "a"));
    assert_eq!(too_large(&table(&rows)), (Limit::Rows, Some(5)));
    let spaces = row("", &cell("", &format!("<text:s text:c=\"{endless}\"/>")));
    assert_eq!(too_large(&table(&spaces)), (Limit::CellChars, Some(1)));
    let far = row("", &cell("", "a")) + &row("", &cell(&format!("table:number-columns-repeated=\"{endless}\""), "b"));
    assert_eq!(one(&table(&far)).rows[0].extra_cells, usize::MAX - 1);
}

#[test]
fn other_files_in_a_zip_and_other_spreadsheets_are_told_apart() {
    assert_eq!(read(&archive(&[("kuva.txt", "x")]), "x"), Err(TableError::NotATable));
    assert_eq!(
        read(&archive(&[("[Content_Types].xml", "x"), ("word/document.xml", "x")]), "x"),
        Err(TableError::NotATable)
    );
    assert_eq!(
        read(&archive(&[("content.xml", "<office:text><table:table/></office:text>")]), "x"),
        Err(TableError::NotATable)
    );
    assert_eq!(read(&archive(&[("xl/workbook.bin", "x")]), "x"), Err(TableError::OtherSpreadsheet));
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on".to_vec();
    assert_eq!(read(&old, "x"), Err(TableError::OtherSpreadsheet));
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&[old, name].concat(), "x"), Err(TableError::Protected));
    let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    assert_eq!(
        read(&archive(&[("content.xml", "?"), ("META-INF/manifest.xml", manifest)]), "x"),
        Err(TableError::Protected)
    );
}

#[test]
fn a_workbook_that_unpacks_too_large_is_refused_whatever_it_declares() {
    let bomb = "0".repeat(2_000_000);
    let honest = xlsx("", &bomb);
    assert!(honest.len() < 20_000);
    assert_eq!(too_large(&honest), (Limit::UnpackedBytes, None));

    // The same with a size of ten bytes declared wherever sizes are.
    let mut lying = honest.clone();
    let size = 2_000_000_u32.to_le_bytes();
    let places: Vec<usize> = (0..lying.len() - 4).filter(|place| lying[*place..place + 4] == size).collect();
    assert!(!places.is_empty());
    for place in places {
        lying[place..place + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(read_within(&lying, "x", &small()).is_err());

    // And the other way: little inside, and four gigabytes declared.
    let mut boasting = xlsx("", "<sst/>");
    let entry = boasting.windows(4).position(|part| part == b"PK\x01\x02").unwrap();
    boasting[entry + 24..entry + 28].copy_from_slice(&0xffff_fff0_u32.to_le_bytes());
    assert!(matches!(read(&boasting, "x"), Err(TableError::TooLarge { limit: Limit::UnpackedBytes, .. })));
}

#[test]
fn a_false_number_of_strings_sets_no_memory_aside() {
    for count in ["9999999999999", "18446744073709551615", "99999999999999999999999", "100"] {
        let bytes = xlsx("", &format!("<x:sst xmlns:x=\"y\" uniqueCount=\"{count}\"><si/></x:sst>"));
        assert!(is_damaged(&read(&bytes, "x")), "{count}");
    }
}

#[test]
fn one_long_string_in_many_cells_is_counted_every_time() {
    let rows: String =
        (1..9).map(|line| format!("<row r=\"{line}\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>")).collect();
    let strings = |text: &str| format!("<sst><si><t>{text}</t></si></sst>");
    let limits = Limits { rows: 100, memory: 500, ..small() };
    let refused = read_within(&xlsx(&rows, &strings("01234567890123456789")), "x", &limits);
    assert_eq!(refused, Err(TableError::TooLarge { limit: Limit::Memory, most: 500, line: Some(5) }));
    assert_eq!(too_large(&xlsx(&rows, &strings("012345678901234567890"))), (Limit::CellChars, Some(1)));
    assert_eq!(too_large(&xlsx(&rows, &strings("0"))), (Limit::Rows, Some(5)));
}

#[test]
fn a_written_workbook_has_names_that_excel_takes() {
    let names = ["Kuorot: 2026/27", "kuorot  2026 27", "", "History", &"ä".repeat(40), &"Ä".repeat(40), "'[]'"];
    let tables: Vec<_> = names.iter().map(|name| Table::new(*name, ["a"])).collect();
    let read = read(&write_xlsx(&tables).unwrap(), "x").unwrap();
    let names: Vec<_> = read.iter().map(|table| table.name.as_str()).collect();
    let (lower, upper) = ("ä".repeat(31), "Ä".repeat(29) + " 2");
    assert_eq!(names, ["Kuorot  2026 27", "kuorot  2026 27 2", "Sheet", "Sheet 2", &lower, &upper, "Sheet 3"]);
}

#[test]
fn what_a_workbook_cannot_hold_is_said() {
    let mut table = Table::new("a", ["b"]);
    table.push(["ä".repeat(32_767)]);
    assert!(write_xlsx(&[table.clone()]).is_ok());
    table.push(["ä".repeat(32_768)]);
    assert!(matches!(write_xlsx(&[table]), Err(WriteError::CellTooLong { row: 3, column: 1, .. })));
    let wide = Table::new("a", (0..16_385).map(|number| number.to_string()));
    assert!(matches!(write_xlsx(&[wide]), Err(WriteError::SheetTooLarge(_))));
}
