//! Every address that is not anybody's is refused, however it is written and however one comes to it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use proptest::prelude::*;

use super::*;
use crate::exchange::fetch::address::{CLOSED_4, CLOSED_6, HOLDING_4, is_public};

fn stranger() -> Fetcher {
    Fetcher::with(Vec::new(), None, patient(), Names::Told(Arc::new(|_| Vec::new())), RootCertStore::empty())
}

/// An address of version 4 that nobody has on the open network.
fn closed_4() -> impl Strategy<Value = Ipv4Addr> {
    (prop::sample::select(CLOSED_4.to_vec()), any::<u32>()).prop_map(|((first, bits), any)| {
        let free = u32::MAX.checked_shr(bits).unwrap_or(0);
        Ipv4Addr::from_bits(first.to_bits() | any & free)
    })
}

/// One of version 6: set aside inside of what is given out, or outside of it.
fn closed_6() -> impl Strategy<Value = Ipv6Addr> {
    let ranges: Vec<(Ipv6Addr, u32)> = CLOSED_6
        .into_iter()
        .chain(["::", "fc00::", "fe80::", "fec0::", "ff00::", "100::", "64:ff9b:1::", "fd00:ec2::"].map(|first| {
            let bits = match first {
                "::" => 97,
                "fc00::" => 7,
                "fe80::" | "fec0::" => 10,
                "ff00::" => 8,
                "100::" => 64,
                _ => 48,
            };
            (first.parse().expect("an address"), bits)
        }))
        .collect();
    (prop::sample::select(ranges), any::<u128>())
        .prop_map(|((first, bits), any)| Ipv6Addr::from_bits(first.to_bits() | any & (u128::MAX >> bits)))
}

/// The ways an address of version 4 can be written in an address of the web.
fn written(address: Ipv4Addr) -> Vec<String> {
    let [a, b, c, d] = address.octets();
    let whole = address.to_bits();
    let mut ways = vec![
        address.to_string(),
        format!("{address}."),
        whole.to_string(),
        format!("0x{whole:x}"),
        format!("0{whole:o}"),
        format!("{a:#x}.{b:#x}.{c:#X}.{d:#x}"),
        format!("0{a:o}.0{b:o}.00{c:o}.0{d:o}"),
        format!("{a}.{}", whole & 0xff_ffff),
        format!("{a}.{b}.{}", whole & 0xffff),
        format!("{a}%2e{b}%2E{c}.{d}"),
        format!("{a}。{b}．{c}｡{d}"),
        address
            .to_string()
            .chars()
            .map(|c| char::from_u32(c as u32 + 0xfee0).filter(|_| c != '.').unwrap_or(c))
            .collect(),
        format!("[::ffff:{address}]"),
        format!("[0:0:0:0:0:FFFF:{:x}:{:x}]", whole >> 16, whole & 0xffff),
        format!("[::{address}]"),
    ];
    for ((range, _), bit) in HOLDING_4 {
        let held = range.to_bits() | u128::from(whole) << (96 - bit);
        ways.push(format!("[{}]", Ipv6Addr::from_bits(held)));
    }
    ways
}

proptest! {
    #[test]
    fn an_address_that_is_nobodys_is_refused_however_it_is_written(address in closed_4(), port in prop::sample::select(vec!["", ":80", ":443", ":8080"])) {
        let fetcher = stranger();
        for host in written(address) {
            for scheme in ["http", "https", "HTTP"] {
                let url = format!("{scheme}://{host}{port}/x");
                let refused = fetcher.check(&url);
                // Some ways of writing are no address to us at all; none is another address.
                prop_assert!(matches!(refused, Err(FetchError::Inside(_) | FetchError::NotAnAddress)), "{} {:?}", url, refused);
            }
        }
        prop_assert!(!is_public(IpAddr::V4(address)));
        prop_assert!(!is_public(IpAddr::V6(address.to_ipv6_mapped())));
    }

    #[test]
    fn nor_one_of_version_6(address in closed_6()) {
        let fetcher = stranger();
        let parts = address.segments().map(|part| format!("{part:04X}")).join(":");
        for host in [address.to_string(), parts] {
            let refused = fetcher.check(&format!("http://[{host}]/"));
            prop_assert!(matches!(refused, Err(FetchError::Inside(_))), "{} {:?}", host, refused);
        }
    }

    #[test]
    fn what_a_name_means_is_judged_in_the_same_way(address in prop_oneof![closed_4().prop_map(IpAddr::V4), closed_6().prop_map(IpAddr::V6)]) {
        let names = Names::Told(Arc::new(move |_| vec![address]));
        let url = Url::parse("https://esimerkki.fi/").expect("an address");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        let checked = runtime.block_on(names.checked(&url, false, Duration::from_secs(60)));
        prop_assert!(matches!(checked, Err(FetchError::Inside(_))));
        let checked = runtime.block_on(names.checked(&url, true, Duration::from_secs(60)));
        prop_assert!(checked.is_ok(), "an opened host is not asked where it is");
    }

    #[test]
    fn no_text_makes_the_check_panic(address in "\\PC{0,60}") {
        let _ = stranger().check(&address);
        let _ = stranger().check(&format!("http://{address}"));
    }
}

#[test]
fn what_is_anybodys_is_not_refused() {
    let fetcher = stranger();
    for host in [
        "1.1.1.1",
        "172.15.255.255",
        "172.32.0.0",
        "100.63.255.255",
        "192.0.1.1",
        "223.255.255.255",
        "[2a00:1450::1]",
        "[2001:4860:4860::8888]",
        "[::ffff:8.8.8.8]",
        "[64:ff9b::8.8.8.8]",
        "[2002:808:808::1]",
        "esimerkki.fi",
        "sysmä.fi",
    ] {
        assert!(fetcher.check(&format!("https://{host}/a")).is_ok(), "{host}");
    }
}

#[test]
fn what_cannot_be_fetched_is_told_before_it_is_tried() {
    let fetcher = stranger();
    for (address, key) in [
        ("", "fetch-not-an-address"),
        ("esimerkki.fi", "fetch-not-an-address"),
        ("https://", "fetch-not-an-address"),
        ("https://esi merkki.fi", "fetch-not-an-address"),
        ("http://300.1.1.1/", "fetch-not-an-address"),
        ("ftp://esimerkki.fi/", "fetch-scheme"),
        ("file:///etc/passwd", "fetch-scheme"),
        ("javascript:alert(1)", "fetch-scheme"),
        ("https://salainen@esimerkki.fi/", "fetch-user-info"),
        ("https://a:b@esimerkki.fi/", "fetch-user-info"),
        ("https://esimerkki.fi:22/", "fetch-port"),
        ("http://esimerkki.fi:8080/", "fetch-port"),
        ("http://localhost/", "fetch-inside"),
        ("http://LOCALHOST./", "fetch-inside"),
        ("http://jokin.localhost/", "fetch-inside"),
        ("http://metadata.google.internal/", "fetch-inside"),
        ("http://intranet/", "fetch-inside"),
        ("http://tulostin.local/", "fetch-inside"),
    ] {
        let error = fetcher.check(address).expect_err(address);
        assert_eq!(error.key(), key, "{address}");
    }
    assert_eq!(
        fetcher.check(&format!("https://esimerkki.fi/{}", "a".repeat(9000))).expect_err("long").key(),
        "fetch-not-an-address"
    );
}
