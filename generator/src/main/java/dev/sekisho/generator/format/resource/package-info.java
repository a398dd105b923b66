/// A plan as Azure resources, before any syntax: which resources there are, which parameters the operator may set, what
/// depends on what, and what no format can express.
///
/// Start at [AzureResources]; ARM and Bicep print it, and so cannot disagree. [Parameters] and [Expressible] serve the
/// other formats too. May depend on `plan`, the model and `format`, not on the packages of the formats.
@NullMarked
package dev.sekisho.generator.format.resource;

import org.jspecify.annotations.NullMarked;
