//! The sheets of an `.xlsx` file, cell by cell: a sheet is never laid out whole, which its farthest cell would size.

use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::shape::{Purse, Shape};
use super::{Encoding, Limit, Limits, Reason, Row, Table, TableError, value};

/// The visible sheets with something in them. The caller has checked the archive.
pub(super) fn read(bytes: &[u8], limits: &Limits, purse: &mut Purse) -> Result<Vec<Table>, TableError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(refusal)?;
    let visible =
        |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    let names: Vec<String> = book.sheets_metadata().iter().filter(visible).map(|sheet| sheet.name.clone()).collect();
    if names.len() > limits.sheets {
        return Err(TableError::too_large(Limit::Sheets, limits.sheets as u64, None));
    }
    let mut tables = Vec::new();
    for name in names {
        tables.extend(sheet(&mut book, name, limits, purse)?);
    }
    Ok(tables)
}

fn sheet<R: Read + Seek>(
    book: &mut Xlsx<R>,
    name: String,
    limits: &Limits,
    purse: &mut Purse,
) -> Result<Option<Table>, TableError> {
    let is_1904 = book.has_1904_epoch();
    let mut cells = match book.worksheet_cells_reader(&name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(None),
        Err(error) => return Err(refusal(error)),
    };
    let mut shape = Shape::new(limits);
    let mut rows = Vec::new();
    let mut keep = |row: Option<Row>| -> Result<(), TableError> {
        if let Some(row) = row {
            purse.pay(&row)?;
            rows.push(row);
        }
        Ok(())
    };
    let mut current = shape.row(0);
    while let Some(cell) = cells.next_cell().map_err(refusal)? {
        let (row, column) = cell.get_position();
        let (line, column) = (row as usize + 1, column as usize);
        let value = cell.get_value();
        if *value == DataRef::Empty {
            continue;
        }
        if line < current.line() {
            return Err(TableError::Unreadable { line: Some(line), reason: Reason::RowsOutOfOrder });
        }
        if line > current.line() {
            keep(shape.accept(current)?)?;
            current = shape.row(line);
        }
        if let DataRef::SharedString(text) = value {
            shape.check(text, line)?;
        }
        let text = value::text(value.clone().into(), is_1904);
        shape.check(&text, line)?;
        current.put(column, text);
    }
    keep(shape.accept(current)?)?;
    let headings = shape.into_headings();
    Ok((!headings.is_empty()).then_some(Table { name, headings, rows, encoding: Encoding::Workbook }))
}

fn refusal(error: XlsxError) -> TableError {
    match error {
        XlsxError::Password => TableError::Protected,
        error => TableError::damaged(error),
    }
}
