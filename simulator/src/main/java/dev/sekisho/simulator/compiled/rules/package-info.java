/// First-match rules compiled to class tables: which is the first of many rules that holds a packet's addresses, protocol
/// and ports?
///
/// Start at [RuleClassifier] for a list of rules by itself; a [RuleBox] is one of them. Rules are sets here: a group of a
/// thousand addresses costs what one address costs. A packet goes through three packages: `field` turns what it says into class
/// numbers, `table` turns source and destination into a row, and `row` turns row and service into a rule. Here is what cuts a list
/// into tables of a bounded size: [FirstMatch] plans, [ShapeGroups] puts rules of a like shape together, [ServiceGroup] keeps
/// rules for any source port apart. Engines that look an address up once for many lists use the parts. Depends on
/// `model.address` and `compiled.route` only.
@NullMarked
package dev.sekisho.simulator.compiled.rules;

import org.jspecify.annotations.NullMarked;
