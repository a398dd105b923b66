/// Sekisho's own YAML: `kind: Environment`, which `check`, `trace` and the other commands read back. Start at
/// [EnvironmentYamlWriter].
@NullMarked
package dev.sekisho.generator.format.yaml;

import org.jspecify.annotations.NullMarked;
