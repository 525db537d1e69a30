//! The sheets of an `.ods` file, read as a stream: a cell or row that says it is repeated a million times is not.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::shape::{Found, Purse, Shape};
use super::workbook::Archive;
use super::{Encoding, Limit, Limits, Row, Table, TableError, value};

/// The visible sheets with something in them. The caller has checked the archive.
pub(super) fn read(archive: &mut Archive<'_>, limits: &Limits, purse: &mut Purse) -> Result<Vec<Table>, TableError> {
    if is_protected(archive) {
        return Err(TableError::Protected);
    }
    let content = archive.by_name("content.xml").map_err(TableError::damaged)?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut document = Document { xml: reader, limits: *limits };
    document.tables(purse)
}

fn is_protected(archive: &mut Archive<'_>) -> bool {
    let mut manifest = String::new();
    archive
        .by_name("META-INF/manifest.xml")
        .is_ok_and(|mut file| file.read_to_string(&mut manifest).is_ok() && manifest.contains("encryption-data"))
}

struct Document<B> {
    xml: Reader<B>,
    limits: Limits,
}

impl<B: BufRead> Document<B> {
    fn tables(&mut self, purse: &mut Purse) -> Result<Vec<Table>, TableError> {
        let mut tables = Vec::new();
        let mut hidden = HashSet::new();
        let (mut style, mut is_spreadsheet, mut sheets) = (None, false, 0);
        while let Some(event) = self.next()? {
            let Event::Start(element) = event else { continue };
            match element.local_name().as_ref() {
                "style" => style = attribute(&element, "name")?,
                "table-properties" if attribute(&element, "display")?.as_deref() == Some("false") => {
                    hidden.extend(style.take());
                }
                "spreadsheet" => is_spreadsheet = true,
                "table" if is_spreadsheet => {
                    sheets += 1;
                    if sheets > self.limits.sheets {
                        return Err(TableError::too_large(Limit::Sheets, self.limits.sheets as u64, None));
                    }
                    if attribute(&element, "style-name")?.is_some_and(|style| hidden.contains(&style)) {
                        self.skip(&element)?;
                    } else {
                        let name = attribute(&element, "name")?.unwrap_or_default();
                        tables.extend(self.table(name, purse)?);
                    }
                }
                _ => {}
            }
        }
        if is_spreadsheet { Ok(tables) } else { Err(TableError::NotATable) }
    }

    fn table(&mut self, name: String, purse: &mut Purse) -> Result<Option<Table>, TableError> {
        let mut shape = Shape::new(&self.limits);
        let mut rows: Vec<Row> = Vec::new();
        let mut line = 1_usize;
        while let Some(event) = self.next()? {
            match event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-row" => {
                        let times = repeated(&element, "number-rows-repeated")?;
                        let found = self.row(&shape, line)?;
                        if !found.is_blank() {
                            for nth in 0..times {
                                if let Some(row) = shape.accept(found.at(line.saturating_add(nth)))? {
                                    purse.pay(&row)?;
                                    rows.push(row);
                                }
                            }
                        }
                        line = line.saturating_add(times);
                    }
                    "shapes" | "forms" | "named-expressions" => self.skip(&element)?,
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "table" => break,
                _ => {}
            }
        }
        let headings = shape.into_headings();
        Ok((!headings.is_empty()).then_some(Table { name, headings, rows, encoding: Encoding::Workbook }))
    }

    fn row(&mut self, shape: &Shape, line: usize) -> Result<Found, TableError> {
        let mut found = shape.row(line);
        let mut index = 0_usize;
        while let Some(event) = self.next()? {
            match event {
                Event::Start(element) => {
                    let times = repeated(&element, "number-columns-repeated")?;
                    if element.local_name().as_ref() == "table-cell" {
                        let text = self.cell(&element, shape, line)?;
                        found.put_times(index, times, text);
                    } else {
                        // Under a merged cell, where nobody sees it.
                        self.skip(&element)?;
                    }
                    index = index.saturating_add(times);
                }
                Event::End(element) if element.local_name().as_ref() == "table-row" => break,
                _ => {}
            }
        }
        Ok(found)
    }

    fn cell(&mut self, element: &BytesStart<'_>, shape: &Shape, line: usize) -> Result<String, TableError> {
        let shown = self.shown_text(shape, line)?;
        let value = |name| attribute(element, name);
        let text = match value("value-type")?.as_deref() {
            Some("float" | "percentage" | "currency") => {
                value("value")?.and_then(|text| text.parse().ok()).map(value::number)
            }
            Some("date") => value("date-value")?.map(|text| value::iso_moment(&text)),
            Some("time") => value("time-value")?.map(|text| value::iso_duration(&text)),
            Some("boolean") => value("boolean-value")?,
            _ => value("string-value")?.filter(|text| !text.is_empty()),
        };
        let text = text.unwrap_or(shown);
        shape.check(&text, line)?;
        Ok(text)
    }

    /// The paragraphs of a cell, up to its end. Comments and drawings in it are left out.
    fn shown_text(&mut self, shape: &Shape, line: usize) -> Result<String, TableError> {
        let mut text = String::new();
        let mut paragraphs = 0;
        while let Some(event) = self.next()? {
            match event {
                Event::Start(element) if element.local_name().as_ref() == "p" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                    self.paragraph(&mut text, shape, line)?;
                }
                Event::Start(element) => self.skip(&element)?,
                Event::End(_) => break,
                _ => {}
            }
        }
        Ok(text)
    }

    fn paragraph(&mut self, text: &mut String, shape: &Shape, line: usize) -> Result<(), TableError> {
        // White space in the file stands for one space at most; real ones have an element of their own.
        let mut after_space = true;
        while let Some(event) = self.next()? {
            match event {
                Event::Text(part) => {
                    for c in part.xml10_content().chars() {
                        let space = matches!(c, ' ' | '\t' | '\r' | '\n');
                        match (space, after_space) {
                            (true, true) => {}
                            (true, false) => text.push(' '),
                            (false, _) => text.push(c),
                        }
                        after_space = space;
                    }
                }
                Event::CData(part) => text.push_str(&part.xml10_content()),
                Event::GeneralRef(entity) => {
                    text.push(character(&entity)?);
                    after_space = false;
                }
                Event::Start(element) => {
                    after_space = false;
                    match element.local_name().as_ref() {
                        "s" => {
                            let times = repeated(&element, "c")?.min(self.limits.cell_chars + 1);
                            text.extend(std::iter::repeat_n(' ', times));
                        }
                        "tab" => text.push('\t'),
                        "line-break" => text.push('\n'),
                        "annotation" | "note" => self.skip(&element)?,
                        _ => {}
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "p" => break,
                _ => {}
            }
            shape.check(text, line)?;
        }
        Ok(())
    }

    /// The next event, or nothing at the end of the file.
    fn next(&mut self) -> Result<Option<Event<'static>>, TableError> {
        let mut buffer = Vec::new();
        match self.xml.read_event_into(&mut buffer).map_err(TableError::damaged)? {
            Event::Eof => Ok(None),
            event => Ok(Some(event.into_owned())),
        }
    }

    fn skip(&mut self, element: &BytesStart<'_>) -> Result<(), TableError> {
        self.xml.read_to_end_into(element.name(), &mut Vec::new()).map_err(TableError::damaged)?;
        Ok(())
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, TableError> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(TableError::damaged)?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(TableError::damaged)?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// How many times an element stands for itself: once, unless it says otherwise.
fn repeated(element: &BytesStart<'_>, name: &str) -> Result<usize, TableError> {
    Ok(attribute(element, name)?.map_or(1, |times| times.parse().unwrap_or(usize::MAX)))
}

fn character(entity: &quick_xml::events::BytesRef<'_>) -> Result<char, TableError> {
    if let Some(c) = entity.resolve_char_ref().map_err(TableError::damaged)? {
        return Ok(c);
    }
    match quick_xml::escape::resolve_xml_entity(entity).and_then(|text| text.chars().next()) {
        Some(c) => Ok(c),
        None => Err(TableError::damaged("an unknown entity")),
    }
}
