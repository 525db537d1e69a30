//! Calendars: one name for each time, nothing long over.

use axum::http::header;

use super::*;
use crate::organizations::model::OrganizationText;

#[tokio::test]
async fn a_time_has_one_name_in_every_calendar() {
    for town in Town::on_every_engine().await {
        let mut arranger = organization("Laulajat, \"me\"; ja muut");
        arranger
            .texts
            .insert("sv".to_owned(), OrganizationText { name: "Sångarna".to_owned(), ..OrganizationText::default() });
        let arranger = town.has_organization(arranger).await;
        let choir = Activity { organization_id: arranger.id.clone(), ..choir() };
        let choir = town.has(choir).await;
        town.has(activity("Muualla").at("Talo", "049", 60.2, 24.66).happening("ke 12–14")).await;
        let uid = format!("{}@tarjotin.example", choir.schedules[0].id);

        for (address, name) in [
            (format!("{}/kalenteri.ics", choir.address()), "Olohuonekuoro"),
            (format!("{}/kalenteri.ics", arranger.address()), "Laulajat\\, \"me\"\\; ja muut – Tarjotin"),
            (format!("/sv{}/kalenteri.ics", arranger.address()), "Sångarna – Tarjotin"),
            ("/haku.ics?kunta=398".to_owned(), "Lahti – Tarjotin"),
            ("/en/haku.ics?q=olohuonekuoro".to_owned(), "olohuonekuoro – Tarjotin"),
            (format!("/haku.ics?jarjestaja={}", arranger.id), "Laulajat\\, \"me\"\\; ja muut – Tarjotin"),
        ] {
            let page = town.opens(&address).await;
            assert_eq!(page.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8", "{address}");
            assert_eq!(page.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{address}");
            let lines = unfolded(&page);
            assert_eq!(named(&lines, "X-WR-CALNAME"), [name], "{address}");
            // The rule, the cancelled time and the moved one.
            assert_eq!(named(&lines, "UID"), [uid.as_str(); 3], "{address}");
            assert_eq!(named(&lines, "EXDATE;TZID=Europe/Helsinki"), ["20261222T170000"], "{address}");
            assert_eq!(
                named(&lines, "RECURRENCE-ID;TZID=Europe/Helsinki"),
                ["20261201T170000", "20261208T170000"],
                "{address}"
            );
            assert_eq!(named(&lines, "STATUS"), ["CANCELLED"], "{address}");
            assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VTIMEZONE").count(), 1, "{address}");
        }
    }
}

#[tokio::test]
async fn a_calendar_leaves_out_what_ended_long_ago() {
    for town in Town::on_every_engine().await {
        town.has(activity("Kesäkerho").happening("ti 10–12 alkaen 2.6.2026 asti 30.6.2026")).await;
        town.has(activity("Syyskerho").happening("ti 10–12 alkaen 1.9.2026 asti 17.11.2026")).await;
        let lines = unfolded(&town.opens("/haku.ics").await);
        assert_eq!(named(&lines, "SUMMARY"), ["Syyskerho"]);
    }
}
