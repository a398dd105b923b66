/// Bash scripts of `az` commands. Start at [AzCliWriter]; [SubnetScript] is also used by the formats that must leave
/// subnets alone.
@NullMarked
package dev.sekisho.generator.format.azcli;

import org.jspecify.annotations.NullMarked;
