//! The feed of what is new, and names that try to break files.

use axum::http::header;
use chrono::TimeDelta;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};

use super::*;

#[tokio::test]
async fn news_come_newest_first_and_keep_their_names() {
    for town in Town::on_every_engine().await {
        let now: DateTime<Utc> = town_now();
        let old = Activity { made_at: now - TimeDelta::days(9), ..activity("Vanha & <tuttu>") };
        let new =
            Activity { made_at: now - TimeDelta::days(1), ..activity("Uusi kutomo").at("Talo", "049", 60.2, 24.7) };
        let (old, new) = (town.has(old).await, town.has(new).await);

        let feed = town.opens("/uutta.atom").await;
        assert_eq!(feed.headers[header::CONTENT_TYPE], "application/atom+xml; charset=utf-8");
        let titles = |page: &Page| -> Vec<String> {
            let entries = page.text.split("<entry>").skip(1);
            entries
                .map(|one| one.split_once("<title>").expect("a title").1.split('<').next().expect("text").to_owned())
                .collect()
        };
        assert_eq!(titles(&feed), ["Uusi kutomo", "Vanha &amp; &lt;tuttu&gt;"]);
        for one in [&old, &new] {
            assert!(feed.text.contains(&format!("<id>urn:uuid:{}</id>", one.id)), "{}", feed.text);
        }
        assert!(feed.text.contains("<published>2026-11-23T08:00:00Z</published>"), "{}", feed.text);
        assert_eq!(titles(&town.opens("/haku.atom?kunta=398").await), ["Vanha &amp; &lt;tuttu&gt;"]);
        assert_eq!(titles(&town.opens("/haku.atom?kunta=398&q=kutomo").await), Vec::<String>::new());
        let ids = |page: &Page| page.text.split("<id>").nth(1).map(str::to_owned);
        assert_ne!(ids(&feed), ids(&town.opens("/sv/uutta.atom").await), "another feed has another name");

        // Renamed, it is the same entry.
        let renamed = old.clone().in_language("fi", |text| text.name = "Uudella nimellä".to_owned());
        town.has(renamed).await;
        let again = town.opens("/uutta.atom").await;
        assert!(again.text.contains(&format!("<id>urn:uuid:{}</id>\n<title>Uudella nimellä</title>", old.id)));

        let told = |page: Page| page.text.contains("<link rel=\"alternate\" type=\"application/atom+xml\"");
        for address in ["/", "/haku?kunta=398", "/sv/tyopaikat"] {
            assert!(told(town.opens(address).await), "{address}");
        }
    }
}

/// Whatever a name holds, a feed stays well-formed and a calendar stays lines.
#[tokio::test]
async fn no_name_breaks_a_file() {
    let names = "[\\PC\\n\\r<>&\"';,\\\\]{1,80}".prop_filter("a name", |name: &String| !name.trim().is_empty());
    let mut runner = TestRunner::new(Config::default());
    let town = Town::on_every_engine().await.remove(0);
    let choir = choir();
    for _ in 0..60 {
        let name = names.new_tree(&mut runner).expect("a name").current();
        let strange = choir.clone().in_language("fi", |text| {
            text.name.clone_from(&name);
            text.summary.clone_from(&name);
        });
        town.has(strange).await;
        let calendar = unfolded(&town.opens(&format!("{}/kalenteri.ics", choir.address())).await);
        assert_eq!(named(&calendar, "X-WR-CALNAME").len(), 1, "{name:?}");
        assert_eq!(calendar.iter().filter(|line| line.starts_with("BEGIN:")).count(), 7, "{name:?}: {calendar:?}");
        let feed = town.opens("/uutta.atom").await;
        assert_eq!(depth(&feed.text), 0, "{name:?}: {}", feed.text);
        let told = feed.text.split_once("<entry>").and_then(|(_, entry)| entry.split_once("<title>"));
        let told = told.and_then(|(_, title)| title.split_once("</title>")).expect("a title").0;
        let read = told.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        assert_eq!(read, name.replace('\r', ""), "nothing of it is lost");
    }
}

/// How many elements are open at the end.
fn depth(xml: &str) -> i32 {
    let tags = xml.split('<').skip(2).map(|rest| rest.split('>').next().unwrap_or_default());
    tags.map(|tag| match tag {
        tag if tag.starts_with('/') => -1,
        tag if tag.ends_with('/') => 0,
        _ => 1,
    })
    .sum()
}
