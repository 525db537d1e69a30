//! Which addresses of the network are anybody's: everything that is not set aside for something else.
//!
//! The ranges are those of IANA's registries of special-purpose addresses (RFC 6890 and what came after), without the few
//! that are set aside and public all the same. An address of version 6 that holds one of version 4 is judged by that one.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A range of version 4: its first address and how many bits are fixed.
type Range4 = (Ipv4Addr, u32);
/// A range of version 6.
type Range6 = (Ipv6Addr, u32);

/// Nobody's on the open network.
pub(super) const CLOSED_4: [Range4; 17] = [
    // "This network", and the unspecified address.
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    // Private (RFC 1918).
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    // Shared by the customers of a carrier (RFC 6598).
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    // Loopback.
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    // Link-local; 169.254.169.254 tells machines in clouds who they are, with their keys.
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    // Protocol assignments.
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    // Documentation.
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    // Relays of 6to4, given up.
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    // Measuring.
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    // One large cloud answers its machines here, on an address that is otherwise public.
    (Ipv4Addr::new(168, 63, 129, 16), 32),
    // Multicast.
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    // Reserved, and broadcast.
    (Ipv4Addr::new(240, 0, 0, 0), 4),
    (Ipv4Addr::new(255, 255, 255, 255), 32),
];

/// All that is given out on the open network of version 6; loopback, link-local, unique-local, multicast are outside it.
const GIVEN_OUT_6: Range6 = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// Set aside inside of what is given out.
pub(super) const CLOSED_6: [Range6; 3] = [
    // Protocol assignments: Teredo, measuring, ORCHID.
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    // Documentation.
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// Addresses that hold one of version 4, and the bit it begins at.
pub(super) const HOLDING_4: [(Range6, u32); 3] = [
    // IPv4-mapped.
    ((Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, 0, 0), 96), 96),
    // NAT64 (RFC 6052): how a machine without version 4 reaches the rest of the world.
    ((Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96), 96),
    // 6to4 (RFC 3056).
    ((Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16), 16),
];

/// Whether an address is anybody's: one on the open network that no network keeps to itself.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_4(address),
        IpAddr::V6(address) => match HOLDING_4.iter().find(|(range, _)| is_in_6(address, *range)) {
            Some((_, at)) => is_public_4(held_at(address, *at)),
            None => is_in_6(address, GIVEN_OUT_6) && !CLOSED_6.iter().any(|range| is_in_6(address, *range)),
        },
    }
}

fn is_public_4(address: Ipv4Addr) -> bool {
    !CLOSED_4.iter().any(|(first, bits)| address.to_bits() >> (32 - bits) == first.to_bits() >> (32 - bits))
}

fn is_in_6(address: Ipv6Addr, (first, bits): Range6) -> bool {
    address.to_bits() >> (128 - bits) == first.to_bits() >> (128 - bits)
}

/// The address of version 4 that begins at a bit.
fn held_at(address: Ipv6Addr, bit: u32) -> Ipv4Addr {
    Ipv4Addr::from_bits((address.to_bits() >> (96 - bit)) as u32)
}
