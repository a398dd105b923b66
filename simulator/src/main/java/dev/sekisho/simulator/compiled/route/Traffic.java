package dev.sekisho.simulator.compiled.route;

/// Which addresses a lookup structure will be asked for; it decides between small memory and few loads, never answers.
public enum Traffic {
    /// Any address may come next, as in a scan or a proof: the whole structure should stay in the core's caches.
    SPREAD,
    /// Nearly all addresses are of networks that the table names, as in logs: the lines of those networks stay in the
    /// caches, however large the structure is. A default route alone does not make traffic such.
    MATCHING
}
