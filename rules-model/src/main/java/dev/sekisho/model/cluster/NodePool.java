package dev.sekisho.model.cluster;

/// A node pool, as far as it decides what its nodes must reach.
///
/// @param name the pool's name; generated from its place where the user gives none
public record NodePool(String name, NodeOs os, boolean gpu) {}
