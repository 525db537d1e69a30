//! Our own table: what a user does with it, and what goes wrong in it.

use std::sync::{Arc, Mutex};

use super::*;
use crate::activities::model::{LinkMeaning, Price};
use crate::i18n::Language;
use crate::places::model::Confidentiality;

const ORGANIZATIONS: &str = "tunnus;nimi;tyyppi;lyhyesti;postinumero;kunta\n\
    aalto;Asukastalo Aalto;Yhdistys;Avoin talo.;15110;Lahti\n\
    kutomo;Kutomo Loimi;Osuuskunta;Mattoja.;15800;Lahti\n";

const ACTIVITIES: &str = "tunnus;järjestäjä;nimi;laji;askel;kynnys;elämäntilanteet;hinta;paikka;katuosoite;postinumero;kunta;ajat;mitä tämän jälkeen;tarkistettu;nimi (sv)\n\
    kahvit;aalto;Tiistain kahvit;Avoin toiminta;1;Ei ilmoittautumista, Maksuton;Työtön, Ei autoa, bussi kulkee harvoin;maksuton;Aalto;Kuja 1;15110;Lahti;ti 10–13;talkoot;tänään;Tisdagskaffe\n\
    talkoot;kutomo;Kutomotalkoot;Ryhmä;2;;;2–5 €, sisältää langat;Loimi;Katu 2;15800;Lahti;joka toinen to 17–19 alkaen 8.10.2026;;12.3.2026;\n\
    kurssi;Kutomo Loimi;Kudontakurssi;Kurssi;3;;;25 €;Loimi;Katu 2;15800;Lahti;;;;\n";

#[tokio::test]
async fn a_table_comes_in_and_the_second_time_nothing_changes() {
    for tray in Tray::on_every_engine().await {
        let files = [("jarjestajat.csv", ORGANIZATIONS), ("toiminta.csv", ACTIVITIES)];

        let first = tray.imports(of_tables(&files)).await;
        let events = tray.events().await;
        let second = tray.imports(of_tables(&files)).await;

        assert_eq!((first.activities, first.organizations), (counted(3, 0, 0, 0), counted(2, 0, 0, 0)));
        assert_eq!((second.activities, second.organizations), (counted(0, 0, 3, 0), counted(0, 0, 2, 0)));
        assert_eq!((first.problems.len(), first.exit_status(), second.exit_status()), (0, 0, 0));
        assert_eq!(tray.events().await, events, "nothing happened");
        let coffee = tray.activity("Tiistain kahvit").await;
        assert_eq!((coffee.slug.as_str(), coffee.step, coffee.price), ("kahvit", Some(1), Price::Free));
        assert_eq!(coffee.situations, ["unemployed", "no_car"]);
        assert_eq!(coffee.texts["sv"].name, "Tisdagskaffe");
        assert_eq!(coffee.schedules[0].rule, "FREQ=WEEKLY;BYDAY=TU");
        assert_eq!(coffee.verified_on, now().date_naive().into());
        let weaving = tray.activity("Kutomotalkoot").await;
        assert_eq!(weaving.price, Price::Paid(Some((200, 500))));
        assert_eq!(weaving.texts["fi"].price_note, "sisältää langat");
        let course = tray.activity("Kudontakurssi").await;
        assert_eq!(course.places[0].place.id, weaving.places[0].place.id, "one building is one place");
        assert_eq!(course.organization_id, weaving.organization_id, "an organization by its name is the same one");
        let mut tx = tray.db.read().await.expect("a connection");
        let after = activities::store::linked(&mut tx, &coffee.id, LinkMeaning::Next).await.expect("read");
        assert_eq!(after[0], weaving.id);
    }
}

#[tokio::test]
async fn what_disappears_is_gone_and_comes_back() {
    for tray in Tray::on_every_engine().await {
        let all = "järjestäjä;nimi;laji\nAalto;Yksi;Ryhmä\nAalto;Kaksi;Ryhmä\nAalto;Kolme;Ryhmä\n";
        let two = "järjestäjä;nimi;laji\nAalto;Yksi;Ryhmä\nAalto;Kaksi;Ryhmä\n";
        tray.imports(of_table(all)).await;
        let third = tray.activity("Kolme").await.id;

        let partly = tray.imports(ImportRequest { partial: true, ..of_table(two) }).await;
        assert_eq!(
            (partly.activities, tray.names().await.len()),
            (counted(0, 0, 2, 0), 3),
            "a part says nothing of the rest"
        );

        let without = tray.imports(of_table(two)).await;
        assert_eq!(without.activities, counted(0, 0, 2, 1));
        assert_eq!((tray.names().await.len(), tray.state_of(&third).await), (2, State::Gone));

        let again = tray.imports(of_table(all)).await;
        assert_eq!((again.activities, tray.names().await.len()), (counted(0, 1, 2, 0), 3));
    }
}

#[tokio::test]
async fn an_emptied_file_takes_nothing_away() {
    for tray in Tray::on_every_engine().await {
        let all = "järjestäjä;nimi;laji\nAalto;Yksi;Ryhmä\nAalto;Kaksi;Ryhmä\nAalto;Kolme;Ryhmä\n";
        tray.imports(of_table(all)).await;

        let one = "järjestäjä;nimi;laji\nAalto;Yksi;Ryhmä\n";
        let held = tray.imports(of_table(one)).await;
        assert_eq!((held.held_back, held.held_back_because), (2, Some(HeldBack::OverHalf)));
        assert!(held.tell(Language::Finnish).contains("yli puolet lähteen tiedoista"));
        let none = tray.imports(of_table("järjestäjä;nimi;laji\n;;Ryhmä\n")).await;
        assert_eq!((none.activities.gone, none.exit_status()), (0, 1));
        let broken = tray.imports(of_tables(&[("a.csv", one), ("b.csv", "nimi;laji\nx;y\n")])).await;
        assert_eq!((broken.held_back_because, broken.exit_status()), (Some(HeldBack::Incomplete), 2));
        assert_eq!(tray.names().await.len(), 3);

        let meant = tray.imports(ImportRequest { let_go: true, ..of_table(one) }).await;
        assert_eq!((meant.activities.gone, tray.names().await.len()), (2, 1));
    }
}

#[tokio::test]
async fn a_row_that_is_rejected_is_still_at_its_source() {
    for tray in Tray::on_every_engine().await {
        tray.imports(of_table("tunnus;järjestäjä;nimi;laji\na;Aalto;Yksi;Ryhmä\nb;Aalto;Kaksi;Ryhmä\n")).await;

        let report = tray.imports(of_table("tunnus;järjestäjä;nimi;laji\na;Aalto;Yksi;Ryhmä\nb;Aalto;;Ryhmä\n")).await;

        assert_eq!((report.activities, report.rejected, report.exit_status()), (counted(0, 0, 1, 0), 1, 2));
        assert_eq!(tray.names().await, ["Kaksi", "Yksi"]);
    }
}

#[tokio::test]
async fn faults_are_told_by_line_and_the_good_rows_go_in() {
    for tray in Tray::on_every_engine().await {
        let table = "tunnus;järjestäjä;nimi;laji;askel;kynnys;kunta;postinumero;leveysaste;pituusaste;ajat;sähköposti;verkkosivu;ikä alkaen;ikä enintään;tarkistettu;kielet;väri\n\
            a;Aalto;Hyvä;Ryhmä;2;;Lahti;15110;60,98;25,66;ti 10–13;info@aalto.example;www.aalto.example;18;29;1.3.2026;suomi, kurdi;\n\
            b;Aalto;Outo;Ryhmäytyminen;7;Ei jonoa;Lahtti;98765;52.5;13.4;joskus;ei ole;javascript:alert(1);200;3;1.1.2030;klingon;sininen\n\
            c;Aalto;;Ryhmä;;;;;;;;;;;;;;\n\
            d;;Yksin;Ryhmä;;;;;;;;;;;;;;\n\
            e;Aalto;Tunnus 131052-308T;Ryhmä;;;;;;;;;;;;;;\n\
            f;Aalto;Liikaa;Ryhmä;;;;;;;;;;;;;;;x\n";

        let report = tray.imports(of_table(table)).await;

        assert_eq!((report.read, report.rejected, report.exit_status()), (6, 4, 2));
        let place = |line: usize, field: &str| format!("toiminta.csv:{line} {field}").trim_end().to_owned();
        assert_eq!(
            told(&report, Weight::Rejected),
            [
                (place(4, "nimi"), "import-missing-name"),
                (place(5, "järjestäjä"), "import-missing-organization"),
                (place(6, ""), "import-identity-code"),
                (place(7, ""), "import-extra-cells"),
            ]
        );
        let questions = told(&report, Weight::Question);
        for (field, reason) in [
            ("laji", "import-unknown-label"),
            ("askel", "import-step"),
            ("kynnys", "import-unknown-label"),
            ("kunta", "import-unknown-municipality"),
            ("postinumero", "import-unknown-postal-code"),
            ("leveysaste", "import-outside-finland"),
            ("ajat", "times-problem-unknown-word"),
            ("sähköposti", "import-email"),
            ("verkkosivu", "import-uri"),
            ("ikä alkaen", "import-age"),
            ("tarkistettu", "import-future-date"),
            ("kielet", "import-unknown-language"),
        ] {
            assert!(questions.contains(&(place(3, field), reason)), "{field}: {questions:?}");
        }
        assert_eq!(told(&report, Weight::Note)[0], ("toiminta.csv".to_owned(), "import-unknown-column"));
        assert_eq!(tray.names().await, ["Hyvä", "Outo"]);
        let good = tray.activity("Hyvä").await;
        assert_eq!(
            (good.website.as_str(), good.languages),
            ("https://www.aalto.example", vec!["fi".to_owned(), "ku".to_owned()])
        );
        assert_eq!(good.places[0].place.point, Some((60.98, 25.66)));
        let odd = tray.activity("Outo").await;
        assert_eq!((odd.kind.as_str(), odd.step, odd.places[0].place.point), ("support", None, None));
        let told = report.tell(Language::Finnish);
        assert!(told.contains("toiminta.csv, rivi 3, kunta: Kuntaa ”Lahtti” ei tunneta."), "{told}");
        assert!(!told.contains("308T"), "a personal identity code is not written down again");
        let waiting = tray.questions().await;
        assert_eq!(waiting.iter().filter(|(_, _, rejected)| *rejected).count(), 4);
        assert_eq!(waiting.len(), questions.len() + 4);
    }
}

#[tokio::test]
async fn questions_that_were_answered_at_the_source_are_asked_no_more() {
    for tray in Tray::on_every_engine().await {
        tray.imports(of_table("järjestäjä;nimi;laji;kunta\nAalto;Yksi;Ryhmä;Lahtti\nAalto;Kaksi;Ryhmä;Sysmmä\n")).await;
        tray.imports(of_table("järjestäjä;nimi;laji;kunta\nAalto;Yksi;Ryhmä;Lahtti\nAalto;Kaksi;Ryhmä;Sysmä\n")).await;

        let waiting = tray.questions().await;

        assert_eq!(waiting, [("toiminta.csv:2 kunta".to_owned(), "import-unknown-municipality".to_owned(), false)]);
    }
}

#[tokio::test]
async fn a_file_that_is_no_table_of_ours_says_what_is_missing() {
    for (text, reason, words) in [
        ("nimi;laji;ajat\nx;Ryhmä;\n", "import-missing-column", "Pakollinen sarake puuttuu: järjestäjä"),
        ("järjestäjä;laji\nx;Ryhmä\n", "import-missing-column", "Pakollinen sarake puuttuu: nimi"),
        ("a;b\n1;2\n", "import-unknown-table", "Otsikoista ei tunnistettu"),
        ("", "import-file-empty", "Tiedosto on tyhjä."),
        ("%PDF-1.7\n", "import-not-a-table", "Tiedosto ei ole taulukko."),
    ] {
        let tray = Tray::on(None).await;
        let report = tray.imports(of_table(text)).await;
        assert_eq!((told(&report, Weight::File)[0].1, report.exit_status()), (reason, 1), "{text}");
        assert!(report.tell(Language::Finnish).contains(words), "{}", report.tell(Language::Finnish));
    }
    let tray = Tray::on(None).await;
    let nowhere = vec![ImportFile::at("no/such/file.csv")];
    let report = tray.imports(ImportRequest::new(Format::Table, "koe", nowhere, now())).await;
    assert_eq!((told(&report, Weight::File)[0].1, report.exit_status()), ("import-file-unreadable", 1));
}

#[tokio::test]
async fn an_old_spreadsheet_export_reads_right() {
    for tray in Tray::on_every_engine().await {
        // Windows-1252, commas, headings in capitals.
        let request = ImportRequest::new(Format::Table, "vanha", vec![data("windows-1252.csv")], now());

        let report = tray.imports(request).await;

        assert_eq!((report.exit_status(), report.activities), (0, counted(2, 0, 0, 0)));
        assert_eq!(tray.names().await, ["Äijäpiiri", "Öljyvärit, alkeet"]);
        assert_eq!(tray.activity("Öljyvärit, alkeet").await.kind, "course");
    }
}

#[tokio::test]
async fn links_reach_over_files_and_unknown_ones_are_asked() {
    for tray in Tray::on_every_engine().await {
        let one = "tunnus;järjestäjä;nimi;laji;mitä tämän jälkeen;vaihtoehdot\na;Aalto;Yksi;Ryhmä;b;ei-ole\n";
        let two = "tunnus;järjestäjä;nimi;laji\nb;Aalto;Kaksi;Ryhmä\n";

        let report = tray.imports(of_tables(&[("yksi.csv", one), ("kaksi.csv", two)])).await;

        assert_eq!(told(&report, Weight::Question), [("yksi.csv:2 vaihtoehdot".to_owned(), "import-unknown-activity")]);
        let from = tray.activity("Yksi").await.id;
        let mut tx = tray.db.read().await.expect("a connection");
        assert_eq!(activities::store::linked(&mut tx, &from, LinkMeaning::Next).await.expect("read").len(), 1);
    }
}

#[tokio::test]
async fn an_organization_is_made_when_a_row_names_it_and_replaced_when_its_table_comes() {
    for tray in Tray::on_every_engine().await {
        let report = tray
            .imports(of_table("järjestäjä;nimi;laji\nAsukastalo Aalto;Yksi;Ryhmä\nasukastalo aalto;Kaksi;Ryhmä\n"))
            .await;

        assert_eq!(report.organizations, counted(1, 0, 0, 0));
        assert_eq!(told(&report, Weight::Note), [("toiminta.csv:2".to_owned(), "import-organization-made")]);
        assert_eq!((report.exit_status(), tray.organizations().await[0].slug.as_str()), (0, "asukastalo-aalto"));
        let table = "nimi;tyyppi\nAsukastalo Aalto;Yhdistys\n";
        let report = tray.imports(ImportRequest { partial: true, ..of_table(table) }).await;
        assert_eq!(
            (report.organizations, tray.organizations().await[0].kind.as_str()),
            (counted(0, 1, 0, 0), "association")
        );
    }
}

#[tokio::test]
async fn an_address_that_is_hidden_later_is_nowhere_any_more() {
    for tray in Tray::on_every_engine().await {
        let table = |shown: &str| {
            format!(
                "tunnus;järjestäjä;nimi;laji;paikka;katuosoite;kunta;sijainnin julkisuus\na;Aalto;Turva;Tuki ja neuvonta;Talo;Salakuja 1;Lahti;{shown}\n"
            )
        };
        tray.imports(of_table(&table(""))).await;
        assert_eq!(tray.activity("Turva").await.places[0].place.street, "Salakuja 1");

        tray.imports(of_table(&table("piilotettu"))).await;
        assert_eq!(tray.activity("Turva").await.places[0].place.confidentiality, Confidentiality::Hidden);
        let mut tx = tray.db.read().await.expect("a connection");
        assert_eq!(crate::places::store::count_public(&mut tx).await.expect("read"), 0);

        let report = tray.imports(of_table(&table("piiloteltu"))).await;
        assert_eq!(told(&report, Weight::Question)[0].1, "import-unknown-label");
        assert_eq!(tray.activity("Turva").await.places[0].place.confidentiality, Confidentiality::Hidden);
    }
}

#[tokio::test]
async fn a_dry_run_tells_and_changes_nothing() {
    for tray in Tray::on_every_engine().await {
        let before = "tunnus;järjestäjä;nimi;laji;lyhyesti\na;Aalto;Yksi;Ryhmä;Ennen\nb;Aalto;Kaksi;Ryhmä;\nc;Aalto;Kolme;Ryhmä;\n";
        let after = "tunnus;järjestäjä;nimi;laji;lyhyesti;mitä tämän jälkeen\na;Aalto;Yksi;Ryhmä;Jälkeen;d\nb;Aalto;Kaksi;Ryhmä;;\nd;Aalto;Neljä;Ryhmä;;\n";
        let nothing = tray.imports(ImportRequest { dry_run: true, ..of_table(before) }).await;
        assert_eq!(
            (nothing.activities, nothing.organizations, tray.events().await),
            (counted(3, 0, 0, 0), counted(1, 0, 0, 0), 0)
        );
        tray.imports(of_table(before)).await;
        let events = tray.events().await;

        let report = tray.imports(ImportRequest { dry_run: true, ..of_table(after) }).await;

        assert_eq!((report.activities, tray.events().await), (counted(1, 1, 1, 1), events));
        assert_eq!(report.count(Weight::Question), 0, "a link to what would come in is no question");
        let fates: Vec<(Fate, &str)> = report.differences.iter().map(|one| (one.fate, one.name.as_str())).collect();
        assert_eq!(fates, [(Fate::Changed, "Yksi"), (Fate::Added, "Neljä"), (Fate::Gone, "Kolme")]);
        let changed = ("lyhyesti", "[fi] Ennen".to_owned(), "[fi] Jälkeen".to_owned());
        assert_eq!(report.differences[0].fields, [changed]);
        assert!(report.tell(Language::Finnish).starts_with("Tämä oli kokeilu. Mitään ei tallennettu."));
        assert_eq!(tray.names().await, ["Kaksi", "Kolme", "Yksi"]);
    }
}

#[tokio::test]
async fn the_settings_of_the_region_come_from_a_table() {
    for tray in Tray::on_every_engine().await {
        let table = "asetus;kieli;arvo\nbrand;fi;Seudun tarjotin\nbrand;selko;Seudun tarjotin\nmunicipalities;;Lahti, Nastola, Sysmä\nväri;fi;sininen\nmunicipalities;sv;Lahtti\n";

        let report = tray.imports(of_table(table)).await;

        assert_eq!((report.settings, report.rejected), (counted(3, 0, 0, 0), 2));
        let region = crate::region::load(&mut tray.db.read().await.expect("a connection")).await.expect("read");
        assert_eq!(region.get("brand", Language::Finnish), "Seudun tarjotin");
        assert_eq!(region.municipalities(), ["398", "398", "781"], "Nastola is Lahti now");
        let again = tray.imports(of_table(table)).await;
        assert_eq!(again.settings, counted(0, 0, 3, 0));
    }
}

#[tokio::test]
async fn a_run_that_was_killed_goes_on_as_if_nothing_had_happened() {
    let rows: String = (0..900).map(|n| format!("r{n};Aalto;Ryhmä {n};Ryhmä;r{}\n", (n + 1) % 900)).collect();
    let table = format!("tunnus;järjestäjä;nimi;laji;mitä tämän jälkeen\n{rows}");
    for tray in Tray::on_every_engine().await {
        let whole = Tray::on(None).await;
        whole.imports(of_table(&table)).await;
        let (sender, mut killed) = tokio::sync::mpsc::unbounded_channel();
        let watcher: Watcher = std::sync::Arc::new(move |progress: Progress| {
            if progress.records >= 400 {
                let _ = sender.send(());
            }
        });

        let running = run(&tray.db, ImportRequest { watcher, ..of_table(&table) });
        tokio::select! {
            _ = running => {}
            _ = killed.recv() => {}
        }
        let half = tray.activities().await.len();
        let report = tray.imports(of_table(&table)).await;

        assert!((200..900).contains(&half), "it was killed half-way: {half}");
        assert_eq!((report.activities.added as usize, report.activities.unchanged as usize), (900 - half, half));
        let plain = |mut all: Vec<Activity>| {
            all.iter_mut().for_each(|one| one.changed_at = now());
            all
        };
        assert_eq!(plain(tray.activities().await), plain(whole.activities().await));
        let mut tx = tray.db.read().await.expect("a connection");
        for one in tray.activities().await.iter().step_by(97) {
            assert_eq!(activities::store::linked(&mut tx, &one.id, LinkMeaning::Next).await.expect("read").len(), 1);
        }
        assert_eq!(tray.imports(of_table(&table)).await.activities, counted(0, 0, 900, 0));
    }
}

#[tokio::test]
async fn the_template_goes_in_without_a_question() {
    let tray = Tray::on(None).await;
    let csv = vec![ImportFile::sent("pohja.csv", template_csv())];
    let report = tray.imports(ImportRequest::new(Format::Table, "pohja", csv, now())).await;
    assert_eq!((report.activities, report.count(Weight::Question), report.exit_status()), (counted(1, 0, 0, 0), 0, 0));
    for language in Language::ALL {
        let tray = Tray::on(None).await;
        let workbook = vec![ImportFile::sent("pohja.xlsx", template_xlsx(language).expect("a workbook"))];
        let report = tray.imports(ImportRequest::new(Format::Table, "pohja", workbook, now())).await;
        assert_eq!((report.activities, report.organizations), (counted(1, 0, 0, 0), counted(1, 0, 0, 0)));
        assert!(report.problems.is_empty(), "{:?}", report.problems);
    }
}

#[tokio::test]
async fn the_demo_region_goes_in_without_a_question() {
    let Some(files) = demo_region() else { return };
    let request = || ImportRequest::new(Format::Table, "demo", files.clone(), now());
    for tray in Tray::on_every_engine().await {
        let report = tray.imports(request()).await;
        assert!(report.problems.is_empty(), "{}", report.tell(Language::Finnish));
        assert!(report.activities.added >= 200 && report.organizations.added >= 40);
        let again = tray.imports(request()).await;
        assert_eq!((again.total().added, again.total().changed, again.total().gone), (0, 0, 0));
    }
}

#[tokio::test]
async fn what_is_written_together_is_what_is_written_one_by_one() {
    for tray in Tray::on_every_engine().await {
        let whole = ACTIVITIES
            .replacen("ajat;", "ajat;poikkeukset;", 1)
            .replacen("ti 10–13;", "ti 10–13;ei 22.12.2026 / 8.12.2026 siirtyy 9.12.2026 10–13;", 1)
            .replacen("8.10.2026;", "8.10.2026 / auki ma–pe 9–15;;", 1)
            .replacen("Lahti;;;;", "Lahti;;;;;", 1);
        let report = tray.imports(of_tables(&[("jarjestajat.csv", ORGANIZATIONS), ("toiminta.csv", &whole)])).await;
        assert_eq!(
            (report.activities, report.problems.len()),
            (counted(3, 0, 0, 0), 0),
            "{}",
            report.tell(Language::Finnish)
        );
        let together = tray.activities().await;

        let mut tx = tray.db.write().await.expect("a transaction");
        for one in &together {
            activities::store::save(&mut tx, one, now()).await.expect("saved");
        }
        tx.commit().await.expect("committed");

        assert!(together.iter().any(|one| one.schedules.iter().any(|time| time.exceptions.len() == 2)));
        assert_eq!(tray.activities().await, together);
    }
}

#[tokio::test]
async fn progress_goes_from_the_first_byte_to_the_last() {
    for tray in Tray::on_every_engine().await {
        let rows: String = (0..700).map(|number| format!("Aalto;Ryhmä {number};Ryhmä\n")).collect();
        let (first, second) = (format!("järjestäjä;nimi;laji\n{rows}"), "järjestäjä;nimi;laji\nAalto;Yksi;Ryhmä\n");
        let seen: Arc<Mutex<Vec<Progress>>> = Arc::default();
        let kept = seen.clone();
        let watcher: Watcher = Arc::new(move |progress| kept.lock().expect("a lock").push(progress));

        tray.imports(ImportRequest { watcher, ..of_tables(&[("a.csv", &first), ("b.csv", second)]) }).await;

        let seen = seen.lock().expect("a lock");
        assert!(seen.len() > 1 && seen.is_sorted_by_key(|progress| progress.bytes), "{seen:?}");
        let last = seen.last().expect("progress");
        assert_eq!((last.bytes, last.of_bytes), ((first.len() + second.len()) as u64, last.bytes));
    }
}
