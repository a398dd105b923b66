package dev.sekisho.simulator.compiled.route;

/// Which addresses a lookup structure will be asked for; it decides between small memory and few loads, never answers.
public enum Traffic {
    /// Any address may come next, as in a scan or a proof: the whole structure should stay in the core's caches.
    SPREAD,
    /// Few addresses make up most of the traffic, as in logs: their lines stay in the caches whatever the structure.
    SKEWED
}
