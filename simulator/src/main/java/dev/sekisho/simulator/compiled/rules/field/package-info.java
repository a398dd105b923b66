/// What one field of a packet says, as a number: values that no rule tells apart are one class, as in Recursive Flow
/// Classification (Gupta and McKeown, 1999).
///
/// Start at [AddressPartition] and [ServicePartition], which make the classes of a field from the sets of all rules and find the
/// class of a packet; [Ipv6Partition] does so for wide addresses. [Partitions] sweeps over the edges of the sets, [Signatures]
/// numbers what is the same, and a [ClassSet] is a rule's set in class numbers. Behind addresses stands a [ClassTrie] of three
/// loads, behind ports a [PagedTable]. Depends on `model.address` and `compiled.route` only.
@NullMarked
package dev.sekisho.simulator.compiled.rules.field;

import org.jspecify.annotations.NullMarked;
