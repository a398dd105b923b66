package dev.sekisho.simulator.proof;

/// One member of a set that stands for all of it in a proof.
///
/// @param one the member
/// @param all what it stands for
record Member<M, S>(M one, S all) {}
