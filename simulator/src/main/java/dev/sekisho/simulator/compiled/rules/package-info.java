/// First-match rules compiled to class tables: which is the first of many rules that holds a packet's addresses, protocol
/// and ports?
///
/// Start at [RuleClassifier] for a list of rules by itself. Its parts serve engines that look an address up once for many
/// lists: [AddressPartition] and [ServicePartition] turn what a packet says into class numbers, [FirstMatch] turns the
/// numbers of three fields into a rule. Rules are sets here: a group of a thousand addresses costs what one address costs.
/// Depends on `model.address` and `compiled.route` only.
@NullMarked
package dev.sekisho.simulator.compiled.rules;

import org.jspecify.annotations.NullMarked;
