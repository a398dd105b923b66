/// Terraform for the provider `azurerm`, version 4: a root module in four files. Start at [TerraformWriter].
@NullMarked
package dev.sekisho.generator.format.terraform;

import org.jspecify.annotations.NullMarked;
