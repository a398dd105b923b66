/// JMH benchmarks; each class is named after the question that it answers. What they ask comes from `benchmarks.input`. Nothing
/// depends on this module.
@NullMarked
package dev.sekisho.benchmarks;

import org.jspecify.annotations.NullMarked;
