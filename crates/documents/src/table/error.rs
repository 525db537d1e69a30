//! Why a file could not be read as a table.

/// Why a file could not be read as a table: everything that the person who chose the file can be told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the sentences say what the fields are")]
pub enum TableError {
    /// Nothing in the file at all.
    #[error("The file is empty.")]
    Empty,
    /// A picture, a PDF, a web page or something else that has no table in it.
    #[error("The file is not a table. Choose a CSV file or a spreadsheet (.xlsx or .ods).")]
    NotATable,
    /// `.xls`, `.xlsb` and the like.
    #[error("This kind of spreadsheet cannot be read. Save it as .xlsx or CSV and try again.")]
    OtherSpreadsheet,
    /// Asks for a password when opened.
    #[error("The file is protected with a password. Save it without one and try again.")]
    Protected,
    /// Nothing but empty rows.
    #[error("The file has no heading row.")]
    NoHeadings,
    /// More than [`super::Limits`] allow.
    #[error("The file has too much in it{}: at most {most} {limit} can be read.", place(*.line))]
    TooLarge { limit: Limit, most: u64, line: Option<usize> },
    /// Damaged, or not written the way such files are.
    #[error("The file could not be read{}: {reason}.", place(*.line))]
    Unreadable { line: Option<usize>, reason: Reason },
}

/// What there was too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Bytes in the file.
    FileBytes,
    /// Bytes in the file when unpacked.
    UnpackedBytes,
    /// Sheets in the workbook.
    Sheets,
    /// Rows in a table.
    Rows,
    /// Columns in a table.
    Columns,
    /// Characters in a cell.
    CellChars,
    /// Bytes in memory when read.
    Memory,
}

/// What is wrong in a file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A cell starts with a quotation mark that no other closes.
    UnclosedQuote,
    /// The file says it is UTF-8 and is not.
    BadCharacters,
    /// The rows of a sheet are not in order.
    RowsOutOfOrder,
    /// The file is broken; the detail is technical and in English.
    Damaged(String),
    /// Reading stopped half way: nothing is known to be wrong in the file. The detail is technical and in English.
    Interrupted(String),
}

impl TableError {
    pub(super) fn too_large(limit: Limit, most: u64, line: Option<usize>) -> Self {
        Self::TooLarge { limit, most, line }
    }

    pub(super) fn damaged(detail: impl std::fmt::Display) -> Self {
        Self::Unreadable { line: None, reason: Reason::Damaged(detail.to_string()) }
    }
}

impl From<std::io::Error> for TableError {
    fn from(error: std::io::Error) -> Self {
        Self::Unreadable { line: None, reason: Reason::Interrupted(error.to_string()) }
    }
}

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::FileBytes => "bytes",
            Self::UnpackedBytes => "bytes when unpacked",
            Self::Sheets => "sheets",
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::CellChars => "characters in a cell",
            Self::Memory => "bytes in memory",
        })
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnclosedQuote => f.write_str("a quotation mark at the start of a cell is never closed"),
            Self::BadCharacters => f.write_str("the file says it is UTF-8, and is not"),
            Self::RowsOutOfOrder => f.write_str("the rows of the sheet are not in order"),
            Self::Damaged(detail) => write!(f, "the file is damaged ({detail})"),
            Self::Interrupted(detail) => write!(f, "reading was interrupted ({detail})"),
        }
    }
}

fn place(line: Option<usize>) -> String {
    line.map(|line| format!(" on line {line}")).unwrap_or_default()
}
