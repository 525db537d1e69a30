//! One written time read piece by piece: which days, which hours, from when until when.

use chrono::{NaiveTime, Weekday};

use super::TimesProblem;
use super::lexicon;
use super::model::ScheduleKind;
use super::problem::piece;
use super::shape::Weekdays;
use super::tokens::{Placed, Token, Written};

/// Everything one time says, as it was written; what it means together is decided by [`super::words`].
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub(super) weekdays: Weekdays,
    pub(super) interval: Option<u16>,
    /// Even or odd weeks.
    pub(super) even: Option<bool>,
    /// "kuukauden 2. ja 4."; -1 is the last.
    pub(super) which: Vec<i8>,
    /// "kuukauden 15. päivä"; -1 is the last.
    pub(super) month_day: Option<i8>,
    pub(super) daily: bool,
    pub(super) yearly: bool,
    pub(super) dates: Vec<Written>,
    pub(super) rule: Option<String>,
    /// The hours; without an end when none was written.
    pub(super) hours: Vec<(NaiveTime, Option<NaiveTime>)>,
    pub(super) from: Option<Written>,
    pub(super) until: Option<Written>,
    pub(super) times: Option<u32>,
}

impl Said {
    /// Whether it says more than weekdays and hours, so that it is unclear whether the time next to it shares that.
    pub(super) fn is_particular(&self) -> bool {
        self.interval.is_some() || self.even.is_some() || !self.which.is_empty() || self.times.is_some()
    }

    pub(super) fn names_days(&self) -> bool {
        !self.weekdays.is_empty()
            || !self.dates.is_empty()
            || self.daily
            || self.yearly
            || self.month_day.is_some()
            || self.rule.is_some()
    }
}

/// The times of one stretch of text, which share the kind and the note.
pub(super) struct Stretch {
    pub(super) kind: ScheduleKind,
    pub(super) note: String,
    pub(super) times: Vec<Said>,
}

/// Reads the tokens of `text`.
pub(super) fn read(text: &str, tokens: &[Placed]) -> Result<Stretch, TimesProblem> {
    let stretch = Stretch { kind: ScheduleKind::Session, note: String::new(), times: Vec::new() };
    let mut reader = Reader { text, tokens, at: 0, said: Said::default(), stretch };
    while reader.at < tokens.len() {
        reader.step()?;
    }
    let Reader { said, mut stretch, .. } = reader;
    stretch.times.push(said);
    Ok(stretch)
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Placed],
    at: usize,
    said: Said,
    stretch: Stretch,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead).map(|placed| &placed.token)
    }

    fn peek_word(&self, ahead: usize) -> Option<&str> {
        match self.peek(ahead) {
            Some(Token::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// As it was written, from one token to another.
    fn piece(&self, from: usize, to: usize) -> String {
        let start = self.tokens.get(from).map_or(0, |placed| placed.from);
        let end = self.tokens.get(to).or(self.tokens.last()).map_or(self.text.len(), |placed| placed.to);
        piece(self.text.get(start..end).unwrap_or(self.text))
    }

    fn here(&self) -> String {
        self.piece(self.at, self.at)
    }

    /// A day after a day and its hours begins the next time.
    fn begin_day(&mut self) {
        if !self.said.hours.is_empty() && self.said.names_days() {
            self.stretch.times.push(std::mem::take(&mut self.said));
        }
    }

    fn step(&mut self) -> Result<(), TimesProblem> {
        match self.peek(0).cloned() {
            None => {}
            Some(Token::And) => self.at += 1,
            Some(Token::Note(note)) => {
                self.stretch.note = note;
                self.at += 1;
            }
            Some(Token::Rule(rule)) => {
                self.begin_day();
                self.said.rule = Some(rule);
                self.at += 1;
            }
            Some(Token::Word(word)) => self.word(&word)?,
            Some(Token::Date(date)) => self.date(date, 1)?,
            Some(Token::Ordinal(day)) => self.ordinal(day)?,
            Some(Token::Pair(day, month)) if self.is_date(day, month) => {
                self.date(Written { day, month, year: None }, 1)?;
            }
            Some(Token::Number(times)) if self.peek_word(1).is_some_and(|word| matches!(word, "kertaa" | "krt")) => {
                self.said.times = Some(times);
                self.at += 2;
            }
            Some(Token::Number(24)) if self.peek_word(1) == Some("h") => {
                self.said.hours.push((NaiveTime::MIN, Some(NaiveTime::MIN)));
                self.at += 2;
            }
            Some(Token::Number(_) | Token::Clock(..) | Token::Pair(..)) => self.hours()?,
            Some(Token::Dash) => {
                return Err(TimesProblem::Unclear { piece: self.piece(self.at.saturating_sub(1), self.at + 1) });
            }
        }
        Ok(())
    }

    /// `5.12` is a date only in front of hours.
    fn is_date(&self, day: u32, month: u32) -> bool {
        let hours_follow = matches!(self.peek(1), Some(Token::Number(_) | Token::Clock(..) | Token::Pair(..)))
            || self.peek_word(1).is_some_and(is_clock_word);
        hours_follow && (1..=31).contains(&day) && (1..=12).contains(&month)
    }

    fn word(&mut self, word: &str) -> Result<(), TimesProblem> {
        if let Some(day) = lexicon::weekday(word) {
            return self.weekdays(word, day);
        }
        if let Some(days) = lexicon::weekdays(word) {
            self.begin_day();
            self.said.weekdays = self.said.weekdays.with(days);
            self.at += 1;
            return Ok(());
        }
        match word {
            "joka" => return self.every(),
            "päivittäin" => {
                self.begin_day();
                self.said.daily = true;
            }
            "vuosittain" => {
                self.begin_day();
                self.said.yearly = true;
            }
            "auki" | "avoinna" | "avoin" | "aukiolo" | "aukioloaika" | "aukioloajat" => {
                self.stretch.kind = ScheduleKind::Hours;
            }
            "ympäri" if self.peek_word(1).is_some_and(|next| next.starts_with("vuorokau")) => {
                self.said.hours.push((NaiveTime::MIN, Some(NaiveTime::MIN)));
                self.at += 1;
            }
            "viikoittain" | "viikottain" => {}
            "alkaen" | "lähtien" | "alk" => match self.peek(1) {
                Some(Token::Date(date)) => {
                    self.said.from = Some(*date);
                    self.at += 1;
                }
                // "klo 17 alkaen"
                _ if matches!(self.said.hours.last(), Some((_, None))) => {}
                _ => return Err(TimesProblem::Unclear { piece: self.here() }),
            },
            "asti" | "saakka" => match self.peek(1) {
                Some(Token::Date(date)) => {
                    self.said.until = Some(*date);
                    self.at += 1;
                }
                _ => return Err(TimesProblem::Unclear { piece: self.here() }),
            },
            _ if is_clock_word(word) => {
                self.at += 1;
                return self.hours();
            }
            _ if word.starts_with("parilli") || word.starts_with("paritto") => {
                let weeks = usize::from(self.peek_word(1).is_some_and(|next| next.starts_with("viik")));
                // "ti 10–12 parillisina viikkoina" is still about the same time.
                if self.names_weekday(1 + weeks) {
                    self.begin_day();
                }
                self.said.even = Some(word.starts_with("parilli"));
                self.at += weeks;
            }
            _ if lexicon::is_part_of_day(word) => {}
            _ if word == "kuun" || word.starts_with("kuukau") => return self.of_the_month(),
            _ => return Err(TimesProblem::UnknownWord { piece: self.here() }),
        }
        self.at += 1;
        Ok(())
    }

    fn names_weekday(&self, ahead: usize) -> bool {
        self.peek_word(ahead).is_some_and(|word| {
            lexicon::weekday(word).or(lexicon::weekdays(word).and_then(|days| days.iter().next())).is_some()
        })
    }

    fn weekdays(&mut self, word: &str, day: Weekday) -> Result<(), TimesProblem> {
        self.begin_day();
        let dash = matches!(self.peek(1), Some(Token::Dash));
        let last = match self.peek_word(1 + usize::from(dash)).and_then(lexicon::weekday) {
            Some(last) if dash || lexicon::begins_range(word) => Some(last),
            _ if dash && self.peek_word(2).is_some_and(lexicon::is_part_of_day) => {
                self.at += 2;
                None
            }
            _ if dash => return Err(TimesProblem::Unclear { piece: self.piece(self.at, self.at + 2) }),
            _ => None,
        };
        let days = last.map_or(Weekdays::one(day), |last| Weekdays::range(day, last));
        self.said.weekdays = self.said.weekdays.with(days);
        self.at += if last.is_some() { 2 + usize::from(dash) } else { 1 };
        Ok(())
    }

    /// "joka päivä", "joka toinen", "joka 3. viikko", "joka tiistai".
    fn every(&mut self) -> Result<(), TimesProblem> {
        let start = self.at;
        self.at += 1;
        let interval = match self.peek(0) {
            Some(Token::Ordinal(n) | Token::Number(n)) => Some(*n),
            Some(Token::Word(word)) => lexicon::which(word).and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 1),
            _ => None,
        };
        // "ti 10–12 joka toinen viikko" is still about the same time.
        let weeks = usize::from(interval.is_some());
        if !self.peek_word(weeks).is_some_and(|word| word.starts_with("viik")) || self.names_weekday(weeks + 1) {
            self.begin_day();
        }
        if let Some(n) = interval {
            self.said.interval =
                Some(u16::try_from(n).map_err(|_| TimesProblem::Unclear { piece: self.piece(start, self.at) })?);
            self.at += 1;
        }
        let Some(word) = self.peek_word(0) else {
            return Err(TimesProblem::Unclear { piece: self.piece(start, self.at) });
        };
        match word {
            "päivä" | "pv" => self.said.daily = true,
            "vuosi" if interval.is_none() => self.said.yearly = true,
            "viikko" | "viikolla" | "viikon" | "viikkona" => {}
            // The month and the weekday say themselves.
            _ if interval.is_none() && (word == "kuun" || word.starts_with("kuukau")) => return Ok(()),
            _ if self.names_weekday(0) => return Ok(()),
            _ => return Err(TimesProblem::UnknownWord { piece: self.piece(start, self.at) }),
        }
        self.at += 1;
        Ok(())
    }

    /// "kuukauden 2. ja 4. ti", "kuukauden viimeinen päivä".
    fn of_the_month(&mut self) -> Result<(), TimesProblem> {
        let start = self.at;
        self.begin_day();
        self.at += 1;
        let mut which = Vec::new();
        loop {
            let n = match self.peek(0) {
                Some(Token::Ordinal(n)) => i8::try_from(*n).ok().filter(|n| (1..=31).contains(n)),
                Some(Token::Word(word)) => lexicon::which(word),
                Some(Token::And) if !which.is_empty() => {
                    self.at += 1;
                    continue;
                }
                _ => None,
            };
            let Some(n) = n else { break };
            if !which.contains(&n) {
                which.push(n);
            }
            self.at += 1;
        }
        let unclear = |reader: &Self| TimesProblem::Unclear { piece: reader.piece(start, reader.at) };
        match self.peek_word(0) {
            Some("päivä" | "päivänä" | "pv") => {
                let [day] = which.as_slice() else { return Err(unclear(self)) };
                self.said.month_day = Some(*day);
                self.at += 1;
            }
            Some(word) if lexicon::weekday(word).is_some() && !which.is_empty() && which.iter().all(|n| *n <= 5) => {
                which.sort_by_key(|n| if *n < 0 { i8::MAX } else { *n });
                self.said.which = which;
            }
            _ => return Err(unclear(self)),
        }
        Ok(())
    }

    /// A date that was written with `width` tokens: alone, the beginning of a range, or an end told by the word after.
    fn date(&mut self, date: Written, width: usize) -> Result<(), TimesProblem> {
        self.at += width;
        if matches!(self.peek(0), Some(Token::Dash)) {
            let Some(Token::Date(until)) = self.peek(1) else {
                return Err(TimesProblem::Unclear { piece: self.piece(self.at - width, self.at + 1) });
            };
            self.said.until = Some(*until);
            self.said.from = Some(date);
            self.at += 2;
            return Ok(());
        }
        match self.peek_word(0) {
            Some("alkaen" | "lähtien" | "alk") => self.said.from = Some(date),
            Some("asti" | "saakka") => self.said.until = Some(date),
            _ => {
                self.begin_day();
                self.said.dates.push(date);
                return Ok(());
            }
        }
        self.at += 1;
        Ok(())
    }

    /// `24. marraskuuta 2026`, `7.–11.12.`, or an hour with the full stop of the sentence.
    fn ordinal(&mut self, day: u32) -> Result<(), TimesProblem> {
        if let Some(month) = self.peek_word(1).and_then(lexicon::month) {
            let year = match self.peek(2) {
                Some(Token::Number(year)) if (1000..10_000).contains(year) => i32::try_from(*year).ok(),
                _ => None,
            };
            return self.date(Written { day, month, year }, 2 + usize::from(year.is_some()));
        }
        if let (Some(Token::Dash), Some(Token::Date(until))) = (self.peek(1), self.peek(2)) {
            return self.date(Written { day, ..*until }, 1);
        }
        Err(TimesProblem::Unclear { piece: self.here() })
    }

    fn hours(&mut self) -> Result<(), TimesProblem> {
        let start = self.at;
        let opens = self.hour(false)?;
        let mut closes = None;
        if matches!(self.peek(0), Some(Token::Dash)) {
            self.at += 1;
            closes = Some(self.hour(true)?);
        }
        if closes == Some(opens) && opens != NaiveTime::MIN {
            return Err(TimesProblem::Unclear { piece: self.piece(start, self.at - 1) });
        }
        self.said.hours.push((opens, closes));
        Ok(())
    }

    /// One hour. Only an end may be 24.
    fn hour(&mut self, ends: bool) -> Result<NaiveTime, TimesProblem> {
        let last = self.at + 1 == self.tokens.len();
        let (hour, minute) = match self.peek(0) {
            Some(Token::Number(hour)) => (*hour, 0),
            Some(Token::Ordinal(hour)) if last => (*hour, 0),
            Some(Token::Clock(hour, minute) | Token::Pair(hour, minute)) => (*hour, *minute),
            Some(Token::Date(date)) if last && date.year.is_none() => (date.day, date.month),
            _ => return Err(TimesProblem::Hour { piece: self.piece(self.at.saturating_sub(1), self.at) }),
        };
        let hour = if ends && (hour, minute) == (24, 0) { 0 } else { hour };
        let time = NaiveTime::from_hms_opt(hour, minute, 0);
        let time = time.ok_or_else(|| TimesProblem::Hour { piece: self.here() })?;
        self.at += 1;
        Ok(time)
    }
}

fn is_clock_word(word: &str) -> bool {
    matches!(word, "klo" | "kello" | "kl")
}
