package dev.sekisho.simulator.compiled.rules.table;

/// How many classes each of the three fields has.
public record ClassCounts(int sources, int destinations, int services) {}
