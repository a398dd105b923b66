/// Deployment templates of Azure Resource Manager, evaluated: from a template and its parameters to the resources that it
/// would deploy.
///
/// Start at [ArmTemplate]. A [Scope] holds the parameters and variables of one template and evaluates its values, a
/// [Deployment] makes its [Resource]s. What only Azure will know becomes a named unknown
/// ([dev.sekisho.model.io.tree.Node#unknown]) and flows on; equal names within one template mean equal values. Depends on
/// the packages below it, `io.tree`, `io.resource`, `diagnostic` and `cluster`.
@NullMarked
package dev.sekisho.model.io.arm;

import org.jspecify.annotations.NullMarked;
