//! Data packages of HSDS: tables whose rows point to each other.

use super::*;

/// Tables as a data package has them: the phone of a contact person stays out, numbers are numbers.
const TABLES: [(&str, &str); 6] = [
    ("organizations.csv", "id,name,description\n018f0000-0000-7000-8000-000000000301,Neuvonta ry,Neuvoo\n"),
    (
        "services.csv",
        "id,organization_id,name,description,status,minimum_age\n018f0000-0000-7000-8000-000000000302,018f0000-0000-7000-8000-000000000301,\"Neuvonta, avoin\",Apua,active,18\n",
    ),
    (
        "locations.csv",
        "id,location_type,name,latitude,longitude\n018f0000-0000-7000-8000-000000000303,physical,Talo,60.98,25.66\n",
    ),
    (
        "service_at_location.csv",
        "id,service_id,location_id\n018f0000-0000-7000-8000-000000000304,018f0000-0000-7000-8000-000000000302,018f0000-0000-7000-8000-000000000303\n",
    ),
    (
        "phones.csv",
        "id,service_id,contact_id,number\n018f0000-0000-7000-8000-000000000305,,018f0000-0000-7000-8000-000000000306,040 111 1111\n018f0000-0000-7000-8000-000000000307,018f0000-0000-7000-8000-000000000302,,03 000 0000\n",
    ),
    ("schedules.csv", ""),
];

#[tokio::test]
async fn a_package_of_tables_is_put_together() {
    for tray in Tray::on_every_engine().await {
        let files = TABLES.map(|(name, text)| ImportFile::sent(name, text.as_bytes())).to_vec();
        let report = tray.imports(ImportRequest::new(Format::Hsds, "koe", files, now())).await;

        assert_eq!(
            (report.activities, report.organizations, report.rejected),
            (counted(1, 0, 0, 0), counted(1, 0, 0, 0), 0),
            "{:?}",
            report.problems
        );
        let activity = tray.activity("Neuvonta, avoin").await;
        assert_eq!((activity.phone.as_str(), activity.age_min), ("03 000 0000", Some(18)));
        assert_eq!(activity.places[0].place.point, Some((60.98, 25.66)));

        let broken = vec![
            ImportFile::sent("paketti.zip", &b"ei mikaan zip"[..]),
            ImportFile::sent("muuta.csv", &b"a,b\n1,2\n"[..]),
        ];
        let report = tray.imports(ImportRequest::new(Format::Hsds, "koe", broken, now())).await;
        let reasons: Vec<&Reason> = report.problems.iter().map(|problem| &problem.reason).collect();
        assert_eq!((reasons, report.activities.gone), (vec![&Reason::Damaged, &Reason::NotHsds], 0));
    }
}

/// The tables of the specification's own example, where they are at hand.
#[tokio::test]
async fn the_specifications_tables_go_in() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/hsds31/csv");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: no tables in {}", folder.display());
        return;
    };
    let paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    for tray in Tray::on_every_engine().await {
        let tables = paths.iter().filter(|path| path.extension().is_some_and(|end| end == "csv"));
        let files = tables.map(ImportFile::at).collect();
        let report = tray.imports(ImportRequest::new(Format::Hsds, "koe", files, now())).await;
        assert_eq!((report.activities.added, report.rejected), (1, 0), "{:?}", report.problems);
    }
}
