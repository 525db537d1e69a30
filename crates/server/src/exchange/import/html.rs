//! HTML of others as plain text: paragraphs stay, everything else that is markup goes.

use std::collections::HashSet;

/// Tags after which a new line begins; two, where a paragraph ends.
const ENDS: [(&str, &str); 12] = [
    ("</p>", "\n\n"),
    ("</div>", "\n"),
    ("</li>", "\n"),
    ("</ul>", "\n"),
    ("</ol>", "\n"),
    ("</h1>", "\n\n"),
    ("</h2>", "\n\n"),
    ("</h3>", "\n\n"),
    ("</h4>", "\n\n"),
    ("<br>", "\n"),
    ("<br/>", "\n"),
    ("<br />", "\n"),
];

/// The text of some HTML. A text without markup is left as it is.
pub(super) fn to_text(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.trim().to_owned();
    }
    let mut marked = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        marked.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((tag, lines)) = ENDS.iter().find(|(tag, _)| starts_with(rest, tag)) {
            marked.push_str(lines);
            rest = &rest[tag.len()..];
        } else if starts_with(rest, "<li") {
            marked.push_str("– <li");
            rest = &rest["<li".len()..];
        } else {
            marked.push('<');
            rest = &rest[1..];
        }
    }
    marked.push_str(rest);
    let cleaned = ammonia::Builder::new().tags(HashSet::new()).clean(&marked).to_string();
    tidy(&without_entities(&cleaned))
}

fn starts_with(text: &str, tag: &str) -> bool {
    text.get(..tag.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(tag))
}

/// What the cleaning writes as entities, back as signs; the ampersand last, so that nothing is read twice.
fn without_entities(text: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("\u{a0}", " "),
        ("&amp;", "&"),
    ];
    signs.iter().fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign))
}

/// No spaces at the ends of lines, and one empty line at most between them.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_stay_and_markup_goes() {
        let html = "<p dir=\"ltr\">Tule <b>kutomaan</b> &amp; kahville.</p><P>Ota<br/>eväät.</P><ul><li>puikot</li><li>lanka</li></ul>";
        assert_eq!(to_text(html), "Tule kutomaan & kahville.\n\nOta\neväät.\n\n– puikot\n– lanka");
        assert_eq!(to_text("Plain & simple"), "Plain & simple");
        assert_eq!(to_text("  ei merkkejä "), "ei merkkejä");
    }

    #[test]
    fn programs_go_with_what_is_in_them() {
        assert_eq!(to_text("<script>alert(1)</script>Hei<style>p{}</style>"), "Hei");
        assert_eq!(to_text("<img src=x onerror=alert(1)>Hei <a href=\"javascript:x\">tästä</a>"), "Hei tästä");
        assert_eq!(to_text("3 &lt; 5 &amp;lt; 7"), "3 < 5 &lt; 7", "nothing is read twice");
    }
}
