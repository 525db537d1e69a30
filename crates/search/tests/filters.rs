//! Filters, counts, times and distances, compared with a plain look at every document.

mod library;

use library::{DIMENSIONS, Library, document, ids};
use proptest::prelude::*;
use search::{Change, Document, Filter, Near, Query, Results, Soft, Sort};
use std::collections::{BTreeMap, BTreeSet, HashMap};

const DAY: i64 = 24 * 60;
const WORDS: [&str; 4] = ["kuoro", "kahvila", "uinti", "peli"];
const MUNICIPALITIES: [&str; 5] = ["Lahti", "Hollola", "Asikkala", "Heinola", "Padasjoki"];
const FACTS: [&str; 3] = ["free", "open", "step-free"];

fn a_document() -> impl Strategy<Value = Document> {
    (
        prop::collection::btree_set(0..WORDS.len(), 0..3),
        prop::collection::btree_set(0..MUNICIPALITIES.len(), 0..3),
        prop::collection::btree_set(0..FACTS.len(), 0..4),
        0..90u32,
        prop::collection::vec((60.0..62.0f64, 24.0..26.0f64), 0..3),
        prop::collection::vec(0..20 * DAY, 0..6),
        prop::option::of(0..20i32),
        0..4u8,
    )
        .prop_map(|(words, municipalities, facts, organization, points, ends, checked_day, provider)| {
            let body: Vec<&str> = words.into_iter().map(|word| WORDS[word]).collect();
            let mut facets: Vec<(&'static str, String)> =
                vec![("organization", format!("organization {organization}"))];
            facets.extend(municipalities.into_iter().map(|at| ("municipality", MUNICIPALITIES[at].to_owned())));
            facets.extend(facts.into_iter().map(|at| ("fact", FACTS[at].to_owned())));
            Document {
                facets,
                points,
                ends,
                checked_day,
                provider: provider.to_string(),
                ..document("fi", "", &body.join(" "))
            }
        })
}

#[derive(Debug, Clone)]
struct Asked {
    words: Option<usize>,
    municipalities: Vec<usize>,
    facts: Vec<usize>,
    organization: Option<u32>,
    windows: Vec<(i64, i64)>,
    near: Option<(f64, f64, Option<f64>)>,
    now: i64,
}

/// Any times, or the same hours of many days.
fn windows() -> impl Strategy<Value = Vec<(i64, i64)>> {
    let any = prop::collection::vec((0..20 * DAY, 0..3 * DAY), 0..3);
    let evenings = (0..10 * DAY, 1..DAY, 3..8i64);
    prop_oneof![
        any.prop_map(|windows| windows.into_iter().map(|(from, length)| (from, from + length)).collect()),
        evenings.prop_map(|(from, length, days)| {
            (0..days).map(|day| (from + day * DAY, from + day * DAY + length)).collect()
        }),
    ]
}

fn asked() -> impl Strategy<Value = Asked> {
    (
        prop::option::of(0..WORDS.len()),
        prop::collection::vec(0..MUNICIPALITIES.len(), 0..3),
        prop::collection::vec(0..FACTS.len(), 0..2),
        prop::option::weighted(0.2, 0..90u32),
        windows(),
        prop::option::weighted(0.4, (60.0..62.0f64, 24.0..26.0f64, prop::option::of(1.0..200.0f64))),
        0..20 * DAY,
    )
        .prop_map(|(words, municipalities, facts, organization, windows, near, now)| Asked {
            words,
            municipalities,
            facts,
            organization,
            windows,
            near,
            now,
        })
}

impl Asked {
    fn organization_name(&self) -> Option<String> {
        self.organization.map(|number| format!("organization {number}"))
    }

    fn query<'a>(&'a self, organization: Option<&'a str>) -> Query<'a> {
        let mut filters = vec![
            Filter::any("municipality", self.municipalities.iter().map(|at| MUNICIPALITIES[*at])),
            Filter::all("fact", self.facts.iter().map(|at| FACTS[*at])),
        ];
        filters.extend(organization.map(|name| Filter::any("organization", [name])));
        Query {
            words: self.words.map_or("", |at| WORDS[at]),
            filters,
            windows: self.windows.clone(),
            near: self.near.map(|(lat, lon, max_km)| Near { lat, lon, max_km }),
            now: self.now,
            today: (self.now / DAY) as i32,
            limit: 1000,
            count_facets: true,
            ..Query::default()
        }
    }

    /// Whether a document passes everything, the "at least one of" filter of a dimension perhaps left out.
    fn passes(&self, document: &Document, except: Option<&str>) -> bool {
        let has = |dimension: &str, value: &str| {
            document.facets.iter().any(|(own, own_value)| *own == dimension && own_value == value)
        };
        let word = self.words.is_none_or(|at| document.texts[1].text.contains(WORDS[at]));
        let municipality = self.municipalities.is_empty()
            || except == Some("municipality")
            || self.municipalities.iter().any(|at| has("municipality", MUNICIPALITIES[*at]));
        let organization =
            except == Some("organization") || self.organization_name().is_none_or(|name| has("organization", &name));
        let facts = self.facts.iter().all(|at| has("fact", FACTS[*at]));
        let time = self.windows.is_empty()
            || self.windows.iter().any(|(from, to)| document.ends.iter().any(|end| from <= end && end < to));
        let place =
            self.near.and_then(|(lat, lon, max_km)| Some((lat, lon, max_km?))).is_none_or(|(lat, lon, max_km)| {
                document.points.iter().any(|point| distance((lat, lon), *point) <= max_km)
            });
        word && municipality && organization && facts && time && place
    }
}

fn distance(from: (f64, f64), to: (f64, f64)) -> f64 {
    let half = |one: f64, other: f64| ((other - one).to_radians() / 2.0).sin().powi(2);
    let a = half(from.0, to.0) + from.0.to_radians().cos() * to.0.to_radians().cos() * half(from.1, to.1);
    2.0 * 6371.0 * a.sqrt().asin()
}

fn expected_counts(asked: &Asked, documents: &HashMap<String, Document>) -> Vec<BTreeMap<String, usize>> {
    DIMENSIONS
        .iter()
        .map(|dimension| {
            let mut counts = BTreeMap::new();
            for document in documents.values().filter(|document| asked.passes(document, Some(dimension))) {
                for (_, value) in document.facets.iter().filter(|(own, _)| own == dimension) {
                    *counts.entry(value.clone()).or_default() += 1;
                }
            }
            counts
        })
        .collect()
}

fn counts(results: &Results) -> Vec<BTreeMap<String, usize>> {
    results.facets.iter().map(|facet| facet.values.iter().cloned().collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_and_counted_is_what_a_plain_look_finds(
        batches in prop::collection::vec(prop::collection::vec(a_document(), 1..120), 1..5),
        removed in prop::collection::btree_set(0..200usize, 0..40),
        questions in prop::collection::vec(asked(), 12),
    ) {
        let library = Library::without_dictionary();
        let mut documents: HashMap<String, Document> = HashMap::new();
        for (nth, batch) in batches.into_iter().enumerate() {
            let batch: Vec<Document> = batch
                .into_iter()
                .enumerate()
                // Some ids come again in a later batch and replace.
                .map(|(at, document)| Document { id: format!("{:03}", at * 2 + nth % 2), ..document })
                .collect();
            documents.extend(batch.iter().map(|document| (document.id.clone(), document.clone())));
            library.put(batch);
        }
        let removals: Vec<Change> = removed.iter().map(|at| Change::Remove(format!("{at:03}"))).collect();
        removed.iter().for_each(|at| { documents.remove(&format!("{at:03}")); });
        library.index.apply(removals, 1000).unwrap();
        prop_assert_eq!(library.index.count(), documents.len());

        for asked in questions {
            let organization = asked.organization_name();
            let results = library.search(&asked.query(organization.as_deref()));
            let expected: BTreeSet<String> =
                documents.values().filter(|document| asked.passes(document, None)).map(|document| document.id.clone()).collect();
            prop_assert_eq!(ids(&results).into_iter().collect::<BTreeSet<_>>(), expected, "{:?}", asked);
            prop_assert_eq!(results.total, results.hits.len());
            prop_assert_eq!(counts(&results), expected_counts(&asked, &documents), "{:?}", asked);
            for hit in &results.hits {
                let document = &documents[&hit.id];
                prop_assert_eq!(hit.next_end, document.ends.iter().copied().filter(|end| *end >= asked.now).min());
                let nearest = asked.near.and_then(|(lat, lon, _)| {
                    document.points.iter().map(|point| distance((lat, lon), *point)).min_by(f64::total_cmp)
                });
                prop_assert_eq!(hit.distance_km.is_some(), nearest.is_some());
                if let (Some(found), Some(nearest)) = (hit.distance_km, nearest) {
                    prop_assert!((found - nearest).abs() < 0.01);
                }
            }

            // Every order lists the same; each is in order; pages are pieces of the whole.
            for sort in [Sort::Relevance, Sort::Soonest, Sort::Nearest, Sort::Title] {
                let query = Query { sort, ..asked.query(organization.as_deref()) };
                let all = library.search(&query);
                prop_assert_eq!(all.total, results.total);
                let in_order = match sort {
                    Sort::Soonest => all.hits.is_sorted_by_key(|hit| hit.next_end.unwrap_or(i64::MAX)),
                    Sort::Nearest if query.near.is_some() => {
                        all.hits.is_sorted_by(|one, other| one.distance_km.unwrap_or(1e9) <= other.distance_km.unwrap_or(1e9) + 0.01)
                    }
                    _ => true,
                };
                prop_assert!(in_order, "{:?} {:?}", sort, all.hits.iter().map(|hit| hit.next_end).collect::<Vec<_>>());
                let mut paged = Vec::new();
                for offset in (0..all.total).step_by(7) {
                    let page = Query { sort, offset, limit: 7, ..asked.query(organization.as_deref()) };
                    paged.extend(ids(&library.search(&page)));
                }
                prop_assert_eq!(paged, ids(&all), "{:?}", sort);
            }
        }
    }
}

#[test]
fn windows_include_their_beginning_and_not_their_end() {
    let library = Library::without_dictionary();
    library.put([Document { ends: vec![10 * DAY + 18 * 60], ..document("fi", "Kuoro", "") }]);
    let found = |from: i64, to: i64| library.search(&Query { windows: vec![(from, to)], ..Query::default() }).total;
    let end = 10 * DAY + 18 * 60;
    assert_eq!((found(end, end + 1), found(end - 60, end), found(end + 1, end + 60)), (1, 0, 0));
    assert_eq!(
        (found(10 * DAY, 11 * DAY), found(0, 20 * DAY), found(11 * DAY, 12 * DAY), found(end, end)),
        (1, 1, 0, 0)
    );
    assert_eq!(found(i64::MIN, i64::MAX), 1);
}

#[test]
fn what_was_checked_lately_and_happens_soon_comes_first() {
    let library = Library::without_dictionary();
    library.put([
        Document { checked_day: Some(1000), ..document("fi", "tuore", "kuoro") },
        Document { checked_day: Some(300), ..document("fi", "vanha", "kuoro") },
        Document { checked_day: Some(1000), ends: vec![1003 * DAY], ..document("fi", "pian", "kuoro") },
    ]);
    for words in ["", "kuoro"] {
        let results = library.search(&Query { words, today: 1001, now: 1001 * DAY, ..Query::default() });
        assert_eq!(ids(&results), ["pian", "tuore", "vanha"], "{words:?}");
    }
}

#[test]
fn what_is_near_and_what_is_leant_to_come_earlier() {
    let library = Library::without_dictionary();
    let lahti = (60.983, 25.656);
    library.put([
        Document { points: vec![(61.4978, 23.761)], ..document("fi", "kaukana", "kuoro") },
        Document { points: vec![lahti], ..document("fi", "lähellä", "kuoro") },
        Document { facets: vec![("step", "2".into())], ..document("fi", "askel", "kuoro") },
    ]);
    let near = Some(Near { lat: lahti.0, lon: lahti.1, max_km: None });
    let results = library.search(&Query { words: "kuoro", near, ..Query::default() });
    assert_eq!(ids(&results)[0], "lähellä");
    assert_eq!(results.hits[0].distance_km.map(f64::round), Some(0.0));
    let soft = vec![
        Soft { dimension: "step", value: "2", weight: 1.5 },
        Soft { dimension: "ei ole", value: "", weight: f32::NAN },
    ];
    let results = library.search(&Query { words: "kuoro", soft, ..Query::default() });
    assert_eq!((ids(&results)[0].as_str(), results.total), ("askel", 3));
}

#[test]
fn one_provider_does_not_fill_the_first_page() {
    let library = Library::without_dictionary();
    library.put(
        (0..9).map(|nth| Document { provider: "suuri".into(), ..document("fi", &format!("Kuoro {nth}"), "kuoro") }),
    );
    library.put([Document { provider: "pieni".into(), ..document("fi", "Laulu", "kuoro, kuoro ja kuoro") }]);
    library.put([Document { provider: "toinen".into(), ..document("fi", "Toinen kuoro", "yhdessä") }]);
    let found = library.finds("kuoro");
    assert_eq!(found.len(), 11);
    assert!(found.iter().position(|id| id == "Toinen kuoro") <= Some(3), "{found:?}");
}

#[test]
fn an_unknown_dimension_or_value_finds_nothing_and_an_empty_choice_everything() {
    let library = Library::without_dictionary().holding(&[("Kuoro", "Laulua.")]);
    let total = |filter| library.search(&Query { filters: vec![filter], count_facets: true, ..Query::default() }).total;
    assert_eq!(total(Filter::any("municipality", ["Atlantis"])), 0);
    assert_eq!(total(Filter::all("planet", ["Mars"])), 0);
    assert_eq!(total(Filter::any("planet", ["Mars"])), 0);
    assert_eq!(total(Filter::any("municipality", [])), 1);
}

#[test]
fn titles_are_listed_by_their_sort_keys() {
    let library = Library::without_dictionary();
    for title in ["Öljyvärit", "Askartelu", "Kuoro", "Bändi"] {
        library.put([document("fi", title, "kerho")]);
    }
    for words in ["", "kerho"] {
        let results = library.search(&Query { words, sort: Sort::Title, ..Query::default() });
        assert_eq!(ids(&results), ["Askartelu", "Bändi", "Kuoro", "Öljyvärit"]);
    }
}
