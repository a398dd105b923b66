/// Bicep: one file with its parameter file. Start at [BicepWriter].
@NullMarked
package dev.sekisho.generator.format.bicep;

import org.jspecify.annotations.NullMarked;
