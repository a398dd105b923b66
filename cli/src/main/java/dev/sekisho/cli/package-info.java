/// The `sekisho` command: composes the model, the simulator and the generator, and holds no logic of its own.
@NullMarked
package dev.sekisho.cli;

import org.jspecify.annotations.NullMarked;
