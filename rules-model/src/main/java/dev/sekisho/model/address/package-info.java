/// Numbers: IP addresses, prefixes, ranges and sets of them, ports and protocols.
///
/// Start at [IpPrefix] for what people write and at [AddressSet] for what is computed with it. Everything is an
/// immutable value: strict when parsed, canonical when printed, and IPv4 and IPv6 alike unless a name says otherwise.
/// An IPv6 address that embeds an IPv4 address (`::ffff:192.0.2.1`) remains an IPv6 address.
///
/// The arithmetic is on bits and not on a library's objects: commons-net, the usual choice, keeps host bits, reads
/// `010.0.0.1` as 10.0.0.1, finds no room in a /31 and holds 0.0.0.0 to be in no subnet; the tests compare with it
/// where it is right. Depends on `diagnostic` for quoting only and knows nothing of Azure, names or files.
@NullMarked
package dev.sekisho.model.address;

import org.jspecify.annotations.NullMarked;
