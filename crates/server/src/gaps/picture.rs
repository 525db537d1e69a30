//! The table as a picture, for reports and for the eye: it says nothing that the table does not.

use askama::Template;

use super::model::Amount;

/// Units of the drawing: the column of names, a cell, and the row of step numbers.
const NAMES: usize = 190;
const WIDE: usize = 54;
const HIGH: usize = 34;
const TOP: usize = 52;
/// Longer names are cut; the table has them whole.
const LONGEST_NAME: usize = 25;

/// The picture of some rows.
#[derive(Template)]
#[template(path = "gaps/picture.svg")]
pub(super) struct Picture {
    title: String,
    /// What stands over the columns.
    steps: String,
    lines: Vec<Line>,
}

struct Line {
    name: String,
    y: usize,
    cells: Vec<Cell>,
}

struct Cell {
    x: usize,
    count: i64,
    amount: Amount,
}

impl Picture {
    /// Draws rows in their order, each with its name.
    pub(super) fn new<'a>(
        title: String,
        steps: String,
        rows: impl IntoIterator<Item = (&'a str, [(i64, Amount); 5])>,
    ) -> Picture {
        let lines = rows.into_iter().enumerate().map(|(at, (name, cells))| Line {
            name: shortened(name),
            y: TOP + at * HIGH,
            cells: (0..).zip(cells).map(|(at, (count, amount))| Cell { x: NAMES + at * WIDE, count, amount }).collect(),
        });
        Picture { title, steps, lines: lines.collect() }
    }

    fn width(&self) -> usize {
        NAMES + 5 * WIDE + 2
    }

    fn height(&self) -> usize {
        TOP + self.lines.len() * HIGH + 2
    }

    /// The middle of a column.
    fn middle(&self, at: &usize) -> usize {
        NAMES + at * WIDE + WIDE / 2
    }
}

impl Cell {
    /// Sand, yellow or the deeper green the more there is; numbers stay readable on all of them.
    fn fill(&self) -> &'static str {
        match (self.amount, self.count) {
            (Amount::Nothing, _) => "#FDECEA",
            (Amount::Little, _) => "#FFF3D1",
            (_, ..=5) => "#D9EFE9",
            (_, ..=10) => "#B5DFD5",
            _ => "#8CCBBE",
        }
    }

    fn is_nothing(&self) -> bool {
        self.amount == Amount::Nothing
    }
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }
    let cut: String = name.chars().take(LONGEST_NAME - 1).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_cells_and_names_are_safe() {
        let cells = [0, 2, 3, 7, 40].map(|count| (count, Amount::of(count)));
        let rows = [("<b>Lahti & ympäristön hyvin pitkä nimi</b>", cells), ("Hartola", cells)];
        let drawn = Picture::new("Aukot".to_owned(), "Askel".to_owned(), rows).render().expect("drawn");
        assert!(!drawn.contains("<b>") && drawn.contains("…") && !drawn.contains("style="), "{drawn}");
        assert_eq!(drawn.matches("<rect").count(), 1 + 10);
        assert_eq!(drawn.matches("stroke-dasharray").count(), 2, "{drawn}");
    }
}
