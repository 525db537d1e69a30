//! Stories of the index on disk: what survives, and what makes it anew.

mod library;

use library::{DIMENSIONS, Library, document, ids, settings};
use search::{Analyser, Change, Concept, Concepts, Error, Index, Query, Settings};
use std::fs;
use std::sync::Arc;

fn open(settings: &Settings, analyser: Analyser) -> search::Opened {
    Index::open(settings.clone(), Arc::new(analyser)).expect("the index opens")
}

#[test]
fn documents_and_position_survive() {
    let library = Library::without_dictionary();
    library.index.apply(vec![Change::Put(document("fi", "Kuoro", "Laulua."))], 41).unwrap();
    library.index.apply(vec![Change::Put(document("fi", "Bändi", "Soittoa."))], 42).unwrap();
    let Library { index, folder } = library;
    let settings = index.settings().clone();
    drop(index);

    let opened = open(&settings, Analyser::new(None));
    assert!(!opened.fresh);
    assert_eq!((opened.position, opened.index.position(), opened.index.count()), (Some(42), Some(42), 2));
    let results = opened.index.search(&Query { words: "laulua", ..Query::default() }).unwrap();
    assert_eq!(ids(&results), ["Kuoro"]);
    drop(folder);
}

#[test]
fn an_empty_index_is_not_fresh_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    assert!(open(&settings(&folder), Analyser::new(None)).fresh);
    let again = open(&settings(&folder), Analyser::new(None));
    assert!(!again.fresh);
    assert_eq!(again.position, None);
}

#[test]
fn another_identity_makes_it_anew() {
    let library = Library::without_dictionary().holding(&[("Kuoro", "Laulua.")]);
    let Library { index, folder } = library;
    drop(index);
    let concepts =
        || Concepts::new(vec![Concept { id: "choir".into(), fi: vec!["kuoro".into()], ..Concept::default() }]);

    assert!(!open(&settings(&folder), Analyser::new(None)).fresh);
    let with_concepts = open(&settings(&folder), Analyser::new(None).with_concepts(concepts()));
    assert!(with_concepts.fresh);
    assert_eq!(with_concepts.index.count(), 0);
    drop(with_concepts);
    assert!(!open(&settings(&folder), Analyser::new(None).with_concepts(concepts())).fresh);
    let fewer = Settings { dimensions: DIMENSIONS[..2].to_vec(), ..settings(&folder) };
    assert!(open(&fewer, Analyser::new(None).with_concepts(concepts())).fresh);
    if let Some(dictionary) = library::dictionary() {
        assert!(open(&fewer, Analyser::new(Some(dictionary)).with_concepts(concepts())).fresh);
    }
}

#[test]
fn a_broken_index_is_made_anew() {
    let is_kept = |path: &std::path::Path| {
        path.extension().is_some_and(|end| ["json", "idx", "term", "fast", "store"].iter().any(|known| end == *known))
    };
    let folder = tempfile::tempdir().unwrap();
    let mut broken = 0;
    for nth in 0..20 {
        let opened = open(&settings(&folder), Analyser::new(None));
        opened.index.apply(vec![Change::Put(document("fi", "Kuoro", "Laulua."))], 1).unwrap();
        drop(opened);
        let mut files: Vec<_> = fs::read_dir(settings(&folder).folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| is_kept(path) && !path.ends_with(".managed.json"))
            .collect();
        files.sort();
        let Some(file) = files.get(nth) else { break };
        let mut content = fs::read(file).unwrap();
        let middle = content.len() / 2;
        content[middle] ^= 0x55;
        fs::write(file, content).unwrap();

        let opened = open(&settings(&folder), Analyser::new(None));
        assert!(opened.fresh, "{}", file.display());
        assert_eq!(opened.index.count(), 0);
        broken += 1;
        drop(opened);
    }
    assert!(broken >= 4, "only {broken} files were there to break");
}

#[test]
fn a_folder_of_something_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("photo.jpg");
    fs::write(&photo, "precious").unwrap();
    let refused = Index::open(Settings::new(folder.path(), DIMENSIONS), Arc::new(Analyser::new(None)));
    assert!(matches!(refused, Err(Error::NotAnIndex(_))));
    assert_eq!(fs::read_to_string(photo).unwrap(), "precious");
}

#[test]
fn two_writers_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let first = open(&settings(&folder), Analyser::new(None));
    assert!(Index::open(settings(&folder), Arc::new(Analyser::new(None))).is_err());
    drop(first);
}

#[test]
fn a_rebuild_replaces_everything_and_changes_go_on() {
    let library = Library::without_dictionary().holding(&[("Vanha", "Poistuu.")]);
    let titles: Vec<String> = (0..500).map(|number| format!("Kuoro {number}")).collect();
    let mut progress = Vec::new();
    library
        .index
        .rebuild(titles.iter().map(|title| document("fi", title, "Laulua.")), || Some(77), |count| progress.push(count))
        .unwrap();
    assert_eq!((library.index.count(), library.index.position()), (500, Some(77)));
    assert_eq!(progress.last(), Some(&500));
    assert!(library.finds("vanha").is_empty());

    library.put([document("fi", "Uusi", "Tulee.")]);
    library.remove("Kuoro 3");
    assert_eq!((library.index.count(), library.index.position()), (500, Some(79)));
    assert_eq!(library.finds("uusi"), ["Uusi"]);
}

#[test]
fn searches_go_on_while_changes_are_made() {
    let library = Library::without_dictionary().holding(&[("Kuoro", "Laulua.")]);
    std::thread::scope(|scope| {
        let searching: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| (0..200).for_each(|_| assert!(library.finds("kuoro").contains(&"Kuoro".to_owned()))))
            })
            .collect();
        for nth in 0..20 {
            library.put([document("fi", &format!("Bändi {nth}"), "Soittoa.")]);
        }
        for thread in searching {
            thread.join().unwrap();
        }
    });
    assert_eq!(library.index.count(), 21);
}

#[test]
fn a_rebuild_that_was_stopped_half_way_leaves_the_old_index() {
    let library = Library::without_dictionary().holding(&[("Vanha", "Pysyy.")]);
    let before = library.index.position();

    let stopped = library.index.rebuild([document("fi", "Uusi", "Tulee.")].into_iter(), || None, |_| {});

    assert!(matches!(stopped, Err(search::Error::Interrupted)));
    assert_eq!((library.index.count(), library.index.position()), (1, before));
    library.put([document("fi", "Kolmas", "Tulee.")]);
    assert_eq!(library.index.count(), 2);
}
