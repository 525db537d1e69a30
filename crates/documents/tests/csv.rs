//! CSV files as towns and associations really have them.

#![allow(clippy::unwrap_used, reason = "clippy allows it in tests and not in what they share")]

use documents::table::{Encoding, Limit, Limits, Reason, Table, TableError, read, read_csv_from, read_within};

fn one(bytes: &[u8]) -> Table {
    let mut tables = read(bytes, "toiminta.csv").unwrap();
    assert_eq!(tables.len(), 1);
    tables.remove(0)
}

fn rows(table: &Table) -> Vec<(usize, Vec<&str>)> {
    table.rows.iter().map(|row| (row.line, row.cells.iter().map(String::as_str).collect())).collect()
}

fn refusal(bytes: &[u8]) -> TableError {
    read(bytes, "toiminta.csv").unwrap_err()
}

fn unclosed(line: usize) -> TableError {
    TableError::Unreadable { line: Some(line), reason: Reason::UnclosedQuote }
}

#[test]
fn a_table_is_named_after_its_file() {
    assert_eq!(one(b"nimi\nKuoro\n").name, "toiminta");
    assert_eq!(read(b"a\n1", "C:\\kansio\\lista.2026.csv").unwrap()[0].name, "lista.2026");
    assert_eq!(read(b"a\n1", ".csv").unwrap()[0].name, ".csv");
}

#[test]
fn the_delimiter_is_the_one_the_headings_have_most_of() {
    for (text, expected) in [
        ("nimi;paikka, katu\nKuoro;Kirjasto, sali\n", ["Kuoro", "Kirjasto, sali"]),
        ("nimi,paikka\nKuoro,Kirjasto; sali\n", ["Kuoro", "Kirjasto; sali"]),
        ("nimi\tpaikka\nKuoro\tKirjasto; sali, katu\n", ["Kuoro", "Kirjasto; sali, katu"]),
        ("\"nimi, toinen, kolmas\";paikka\nKuoro;x\n", ["Kuoro", "x"]),
        ("\"a \"\",\"\" b,,\";paikka\nKuoro;x\n", ["Kuoro", "x"]),
        ("\n\n,,\n\nnimi,paikka\nKuoro,a;b;c;d\n", ["Kuoro", "a;b;c;d"]),
        ("sep=,\nnimi; laji; ikä,paikka\nKuoro,x\n", ["Kuoro", "x"]),
    ] {
        let table = one(text.as_bytes());
        assert_eq!(table.headings.len(), 2, "{text:?}");
        assert_eq!(table.rows[0].cells, expected, "{text:?}");
    }
}

#[test]
fn the_encoding_is_found_and_told() {
    let text = "nimi;paikka\r\nÄidit & šakki;Töölö – 5 €\r\n";
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (format!("\u{feff}{text}").into_bytes(), Encoding::Utf8),
        (windows.into_owned(), Encoding::Windows1252),
        (wide(u16::to_le_bytes), Encoding::Utf16Le),
        (wide(u16::to_be_bytes), Encoding::Utf16Be),
    ] {
        let table = one(&bytes);
        assert_eq!(table.encoding, encoding);
        assert_eq!(table.headings, ["nimi", "paikka"]);
        assert_eq!(rows(&table), [(2, vec!["Äidit & šakki", "Töölö – 5 €"])]);
    }
}

#[test]
fn a_letter_split_between_two_pieces_of_a_long_file_is_whole() {
    for shift in 0..4 {
        let text = format!("nimi\n{}{}\n", "x".repeat(shift), "ä€🎵\nö".repeat(60_000));
        let table = one(text.as_bytes());
        assert_eq!(table.encoding, Encoding::Utf8);
        assert_eq!(table.rows.len(), 60_001);
        assert!(table.rows[1..60_000].iter().all(|row| row.cell(0) == "öä€🎵"));
        assert_eq!(table.rows[60_000].line, 60_002);
    }
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["", "a;b", "1;\"x", "y", "", "z\"", "", ";", "2;\"\"", "3;w"].join(end);
        let table = one(text.as_bytes());
        let inside = format!("x{end}y{end}{end}z");
        assert_eq!(
            rows(&table),
            [(3, vec!["1", inside.as_str()]), (9, vec!["2", ""]), (10, vec!["3", "w"])],
            "{end:?}"
        );
    }
}

#[test]
fn quotation_marks_are_read_as_they_are_meant() {
    for (cell, expected) in [
        ("\"Kuoro; \"\"Sointu\"\"\"", "Kuoro; \"Sointu\""),
        ("5\" putki", "5\" putki"),
        ("\"Kahvila\" Oiva", "\"Kahvila\" Oiva"),
        ("\"Kuoro\"  ", "Kuoro"),
        ("\"\"", ""),
        ("\"\"\"\"", "\""),
    ] {
        let table = one(format!("nimi;laji\n{cell};x\n").as_bytes());
        assert_eq!(rows(&table), [(2, vec![expected, "x"])], "{cell:?}");
    }
}

#[test]
fn many_spaces_after_a_quotation_mark_are_only_spaces() {
    let spaces = " ".repeat(70_000);
    assert_eq!(rows(&one(format!("a;b\n\"1\"{spaces};2\n").as_bytes())), [(2, vec!["1", "2"])]);
    let error = refusal(format!("a;b\n\"1\"{spaces}x;2\n").as_bytes());
    assert_eq!(error, TableError::TooLarge { limit: Limit::CellChars, most: 50_000, line: Some(2) });
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_found_on_its_line() {
    assert_eq!(refusal(b"a;b\n1;2\n3;\"x\n4;5\n"), unclosed(3));
    assert_eq!(refusal(b"a;b\n1;\"x\n3;\"y\";z\n"), unclosed(2));
    assert_eq!(refusal(b"a;\"b\n1;2\n"), unclosed(1));
    assert_eq!(
        refusal(b"a;b\n1;\"").to_string(),
        "The file could not be read on line 2: a quotation mark at the start of a cell is never closed."
    );
}

#[test]
fn short_rows_are_filled_and_long_rows_are_counted() {
    let table = one(b"a;b;;\n1\n1;2;;;\n1;2;;3;;\n;;x\n");
    assert_eq!(table.headings, ["a", "b"]);
    let seen: Vec<_> = table.rows.iter().map(|row| (row.cell(0), row.cell(1), row.cell(9), row.extra_cells)).collect();
    assert_eq!(seen, [("1", "", "", 0), ("1", "2", "", 0), ("1", "2", "", 2), ("", "", "", 1)]);
}

#[test]
fn headings_are_trimmed_and_cells_are_not() {
    let table = one("\u{feff} nimi ; \u{feff}paikka\u{a0}\n Kuoro ; x\n".as_bytes());
    assert_eq!(table.headings, ["nimi", "paikka"]);
    assert_eq!(rows(&table), [(2, vec![" Kuoro ", " x"])]);
}

#[test]
fn a_guard_against_formulas_is_taken_away_again() {
    let table = one(b"a;b;c\n'=1+1;'Sointu;'+358 40\n");
    assert_eq!(rows(&table), [(2, vec!["=1+1", "'Sointu", "'+358 40"])]);
}

#[test]
fn only_headings_make_a_table_without_rows() {
    for text in ["nimi;paikka", "nimi;paikka\r\n", "\r\n;\r\nnimi;paikka\r\n;\r\n\x1a"] {
        let table = one(text.as_bytes());
        assert_eq!((table.headings.len(), table.rows.len()), (2, 0));
    }
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    assert_eq!(refusal(b""), TableError::Empty);
    assert_eq!(refusal(b"\xef\xbb\xbf"), TableError::Empty);
    assert_eq!(refusal(b" \r\n \n"), TableError::Empty);
    assert_eq!(refusal(b";;\n;\n"), TableError::NoHeadings);
    assert_eq!(refusal(b"%PDF-1.7\n1 0 obj"), TableError::NotATable);
    assert_eq!(refusal(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), TableError::NotATable);
    assert_eq!(refusal(b"  <!DOCTYPE html>\n<title>x</title>"), TableError::NotATable);
    assert_eq!(refusal(b"a;b\n\x81\x02\x03\xff"), TableError::NotATable);
    assert_eq!(refusal(b"\xff\xfea\0\0\0"), TableError::NotATable);
    assert_eq!(
        refusal(b"PK\x03\x04 and then nothing of the kind").to_string().split(" (").next(),
        Some("The file could not be read: the file is damaged")
    );
    assert_eq!(
        refusal(b"\xef\xbb\xbfa;b\n1;2\n3;\xe4\n"),
        TableError::Unreadable { line: Some(3), reason: Reason::BadCharacters }
    );
}

#[test]
fn too_much_is_refused_where_it_becomes_too_much() {
    let limits = Limits { bytes: 200, rows: 2, columns: 3, cell_chars: 10, memory: 250, ..Limits::default() };
    let refused = |text: &str| match read_within(text.as_bytes(), "a.csv", &limits) {
        Err(TableError::TooLarge { limit, most, line }) => (limit, most, line),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&"a;".repeat(101)), (Limit::FileBytes, 200, None));
    assert_eq!(refused("a\n1\n\n2\n3\n"), (Limit::Rows, 2, Some(5)));
    assert_eq!(refused("\na;b;c;d\n"), (Limit::Columns, 3, Some(2)));
    assert_eq!(refused("a\n1\n12345678901\n"), (Limit::CellChars, 10, Some(3)));
    assert_eq!(refused("a\n1;\"12345678901\n"), (Limit::CellChars, 10, Some(2)));
    assert_eq!(refused("a;b;c\n1;1;1\n123456789;123456789;123456789\n"), (Limit::Memory, 250, Some(3)));
    assert!(read_within("a;b;c;;\nääääääääää;2\n".as_bytes(), "a.csv", &limits).is_ok());
    let error = read_within(b"a\n1\n\n2\n3\n", "a.csv", &limits).unwrap_err();
    assert_eq!(error.to_string(), "The file has too much in it on line 5: at most 2 rows can be read.");
}

#[test]
fn a_large_file_is_read_row_by_row() {
    let mut text = String::from("nimi;paikka;numero\n");
    for number in 0..100_000 {
        text.push_str(&format!("Kuoro;\"Kirjasto; sali\";{number}\n"));
    }
    let file = std::io::Cursor::new(text.into_bytes());
    let mut rows = read_csv_from(file, &Limits { memory: 1, ..Limits::default() }).unwrap();
    assert_eq!((rows.headings().len(), rows.delimiter().as_char()), (3, ';'));
    let last = rows.by_ref().map(Result::unwrap).last().unwrap();
    assert_eq!((last.line, last.cell(2)), (100_001, "99999"));
    assert!(rows.next().is_none());
}

#[test]
fn rows_end_after_an_error() {
    let file = std::io::Cursor::new(b"a\n1\n\"2\n");
    let mut rows = read_csv_from(file, &Limits::default()).unwrap();
    assert!(rows.next().unwrap().is_ok());
    assert!(rows.next().unwrap().is_err());
    assert!(rows.next().is_none());
}
