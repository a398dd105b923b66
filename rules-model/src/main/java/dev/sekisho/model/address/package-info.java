/// Numbers: IP addresses, prefixes, ranges and sets of them, ports and protocols.
///
/// Start at [IpPrefix] for what people write and at [AddressSet] for what is computed with it. Everything is an
/// immutable value: strict when parsed, canonical when printed, and IPv4 and IPv6 alike unless a name says otherwise.
/// An IPv6 address that embeds an IPv4 address (`::ffff:192.0.2.1`) remains an IPv6 address.
///
/// Depends on `text` only and knows nothing of Azure, names or files.
@NullMarked
package dev.sekisho.model.address;

import org.jspecify.annotations.NullMarked;
