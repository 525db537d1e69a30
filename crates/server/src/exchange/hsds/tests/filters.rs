//! Filters of lists: days, hours, ages, distances, terms and words.

use super::*;

#[tokio::test]
async fn lists_go_by_days_hours_ages_and_places() {
    for town in Town::on_every_engine().await {
        let mut choir = activity("Kuoro").happening("ti 17–19");
        (choir.age_min, choir.age_max) = (Some(18), Some(64));
        let choir = town.has(choir).await;
        town.has(activity("Kahvila").happening("ma–pe 9–12 / kuukauden viimeinen su 14–16")).await;
        town.has(activity("Kerran").happening("28.11.2026 10–11").at("Sysmän talo", "781", 61.503, 25.685)).await;
        town.has(activity("Aina")).await;
        for (asked, names) in [
            ("day=TU", &["Kahvila", "Kuoro"][..]),
            ("day=tuesday&start_time=16:00", &["Kuoro"]),
            ("day=SU", &["Kahvila"]),
            ("day=SU&end_time=12:00", &[]),
            ("day=SA", &["Kerran"]),
            ("end_time=12:00:00", &["Kahvila", "Kerran"]),
            ("minimum_age=18&day=TU", &["Kuoro"]),
            ("postcode=15110&proximity=3000&day=MO", &["Kahvila"]),
            ("search=kuoro&day=TU", &["Kuoro"]),
            ("search=kuoro&day=MO", &[]),
        ] {
            let mut found = town.opens(&format!("/hsds/services?{asked}")).await.names();
            found.sort();
            assert_eq!(found, names, "{asked}");
            let pairs = town.opens(&format!("/hsds/service_at_locations?{asked}")).await.data();
            let mut at: Vec<&str> = pairs["contents"]
                .as_array()
                .expect("a page")
                .iter()
                .map(|pair| pair["service"]["name"].as_str().expect("a name"))
                .collect();
            at.sort_unstable();
            assert_eq!((at.as_slice(), &pairs["total_items"]), (names, &Value::from(names.len())), "{asked}");
        }
        let lines = town.opens("/hsds/services?day=TU&format=ndjson").await.text;
        assert_eq!(lines.lines().count(), 2);
        let of_one =
            format!("/hsds/service_at_locations?organization_id={}&day=TU&format=ndjson", choir.organization_id);
        assert_eq!(town.opens(&of_one).await.text.lines().count(), 1);
        assert_eq!(town.opens("/hsds/services?day=keskiviikko").await.refused(), "day");
        assert_eq!(town.opens("/hsds/services?start_time=25:00").await.refused(), "start_time");
    }
}

#[tokio::test]
async fn organizations_and_terms_are_looked_for() {
    for town in Town::on_every_engine().await {
        town.has_organization(organization("Asukastalo Aalto")).await;
        let mut city = organization("Lahden kaupunki");
        city.kind = "municipality".to_owned();
        let term = "018f0000-0000-7000-8000-000000000901";
        city.hsds = Some(
            serde_json::json!({"attributes": [{
                "id": "018f0000-0000-7000-8000-000000000902", "taxonomy_term_id": term, "link_type": "topic",
                "link_entity": "organization",
                "taxonomy_term": {"id": term, "name": "Työ", "description": "Työ",
                                  "taxonomy_id": "018f0000-0000-7000-8000-000000000903"}}]})
            .to_string(),
        );
        town.has_organization(city).await;
        let own = |set: &str, code: &str| vocabularies::term_of(set, code).expect("a term").id.clone();
        let of_type =
            vocabularies::OWN.iter().find(|taxonomy| taxonomy.set == "organization_type").expect("a list").id();
        for (asked, names) in [
            (format!("taxonomy_term_id={}", own("organization_type", "association")), &["Asukastalo Aalto"][..]),
            (format!("taxonomy_term_id={}", own("kind", "open_activity")), &[]),
            (format!("taxonomy_id={of_type}&search=lahden"), &["Lahden kaupunki"]),
            (format!("taxonomy_term_id={term}"), &["Lahden kaupunki"]),
            ("taxonomy_id=018f0000-0000-7000-8000-000000000903".to_owned(), &["Lahden kaupunki"]),
            ("taxonomy_id=018f0000-0000-7000-8000-000000000904".to_owned(), &[]),
        ] {
            assert_eq!(town.opens(&format!("/hsds/organizations?{asked}")).await.names(), names, "{asked}");
        }
        let found = town.opens("/hsds/taxonomy_terms?search=maksuton").await.names();
        assert!(!found.is_empty() && found.len() < 10, "{found:?}");
        assert_eq!(town.opens("/hsds/taxonomies?search=elämäntilanne").await.names(), ["Elämäntilanne"]);
        assert_eq!(town.opens("/hsds/taxonomies?search=elämäntilanne&format=ndjson").await.text.lines().count(), 1);
    }
}
