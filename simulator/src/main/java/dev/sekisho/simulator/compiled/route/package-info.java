/// Longest-prefix match compiled to flat arrays: which of many prefixes is the most specific one that holds an address?
///
/// Start at [Ipv4Lookup], which chooses among four structures: [LevelCompressedTrie] for tables of a virtual network,
/// [RunTrie] for tables of the size of the Internet, [Dir24] for the same under skewed traffic, [WideTrie] for very many
/// different routes. [Ipv6Lookup] stands on [MultibitTrie]. Addresses are `int` and pairs of `long` here, never objects. Depends on `model.address` only.
@NullMarked
package dev.sekisho.simulator.compiled.route;

import org.jspecify.annotations.NullMarked;
