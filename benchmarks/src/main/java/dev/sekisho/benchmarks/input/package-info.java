/// What the benchmarks ask and compile: tables, rules, names and traffic, made from a seed or read from files.
///
/// [PrefixTables], [ClassBenchRules], [AzureRules] and [HostNames] make them; [PrefixFile] and [ClassBenchFile] read them. Those
/// who measure pass them to programs in other languages as files of numbers ([LittleEndian], [RuleTuples]). Depends on the
/// rules model and on `compiled.rules` and `compiled.synthetic` of the simulator.
@NullMarked
package dev.sekisho.benchmarks.input;

import org.jspecify.annotations.NullMarked;
