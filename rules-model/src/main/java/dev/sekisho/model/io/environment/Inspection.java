package dev.sekisho.model.io.environment;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.shape.Unmodelled;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What was read from files and folders.
///
/// @param otherResources how many resources there are of each type that is not part of an environment, by type; those of
///        Kubernetes as `Kubernetes Service`
/// @param madeUp how many resources of each kind the environment has only to hold parts that files describe without
///        them, by the names that reports use
/// @param notDeployed what templates describe and, with these parameters, do not deploy
/// @param unmodelled what the files say and no verdict takes into account
public record Inspection(Environment environment, SequencedMap<String, Integer> otherResources,
        SequencedMap<String, Integer> madeUp, NotDeployed notDeployed, List<Unmodelled> unmodelled) {
    /// Nothing was read.
    public static final Inspection EMPTY = new Inspection(Environment.EMPTY, Collections.emptySortedMap(),
            Collections.emptySortedMap(), new NotDeployed(Environment.EMPTY, Collections.emptySortedMap()), List.of());

    /// What templates describe and do not deploy, because a condition is false.
    ///
    /// @param resources those resources, as if they were an environment of their own
    /// @param madeUp as in [Inspection]
    public record NotDeployed(Environment resources, SequencedMap<String, Integer> madeUp) {
        public NotDeployed {
            madeUp = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(madeUp));
        }
    }

    public Inspection {
        madeUp = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(madeUp));
        otherResources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(otherResources));
        unmodelled = List.copyOf(unmodelled);
    }
}
