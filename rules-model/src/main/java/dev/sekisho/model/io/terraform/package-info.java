/// Terraform plans and states as `terraform show -json` prints them, and state files, as Azure resources.
///
/// Start at [TerraformShow]. [PlanFile] finds the instances of resources in a file, [Configuration] tells what a value
/// refers to that only deployment will tell, and [AzurermTypes] says of each argument of the provider which property of
/// Azure's API it sets, or why it is left out. May depend on `io.resource`, `io.shape`, `io.tree` and `diagnostic`.
@NullMarked
package dev.sekisho.model.io.terraform;

import org.jspecify.annotations.NullMarked;
