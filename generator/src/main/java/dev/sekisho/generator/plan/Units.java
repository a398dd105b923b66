package dev.sekisho.generator.plan;

import dev.sekisho.model.need.EgressNeed;
import java.util.Set;

/// What people look for as one thing: a feature, or one dependency with all its legs. Rules of two units never merge.
final class Units {
    /// The group of all dependencies.
    static final String DEPENDENCIES = "dependencies";

    // What comes with the shape of the cluster, not with a line under `features`.
    private static final Set<String> OF_THE_SHAPE = Set.of("base", "platform", "intra-cluster", "api-server-public",
            "api-server-private", "dns", "ntp", "os-updates-ubuntu", "os-updates-azurelinux", "gpu", "windows",
            "network-isolated");

    private Units() {}

    /// The part of the policy that a unit's rules go to: one rule collection group each.
    enum Area {
        CORE("core", 10_000), FEATURES("features", 11_000), DEPENDENCIES("dependencies", 12_000);

        private final String word;
        private final int priority;

        Area(String word, int priority) {
            this.word = word;
            this.priority = priority;
        }

        /// The word for it in names.
        String word() {
            return word;
        }

        /// The group's priority, with room before, between and after.
        int priority() {
            return priority;
        }
    }

    static boolean isDependency(EgressNeed need) {
        return need.group().equals(DEPENDENCIES);
    }

    /// The unit of a need: the feature, or the dependency without the name of the leg.
    static String of(EgressNeed need) {
        if (!isDependency(need)) {
            return need.group();
        }
        int colon = need.id().indexOf(':');
        return colon < 0 ? need.id() : need.id().substring(0, colon);
    }

    static Area area(EgressNeed need) {
        if (isDependency(need)) {
            return Area.DEPENDENCIES;
        }
        return OF_THE_SHAPE.contains(need.group()) ? Area.CORE : Area.FEATURES;
    }
}
