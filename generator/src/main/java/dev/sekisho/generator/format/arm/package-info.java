/// ARM templates: one template with its parameter file. Start at [ArmWriter].
@NullMarked
package dev.sekisho.generator.format.arm;

import org.jspecify.annotations.NullMarked;
