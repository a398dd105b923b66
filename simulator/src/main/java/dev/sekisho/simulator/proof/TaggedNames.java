package dev.sekisho.simulator.proof;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.FqdnTagName;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The content of the FQDN tag of AKS, which Microsoft does not publish: where nothing else is known of it, the names that
/// Microsoft says it holds, as far as the cluster needs them (`FW-42`).
final class TaggedNames {
    private static final String TAG = FqdnTagName.AZURE_KUBERNETES_SERVICE.canonical().toLowerCase(Locale.ROOT);

    private TaggedNames() {}

    /// Whether the environment leaves open what the tag holds.
    static boolean areOpenIn(Environment environment) {
        return !environment.knowledge().fqdnTags().containsKey(TAG);
    }

    /// Returns the environment with what the tag is presumed to hold, where it leaves that open.
    static Environment presumed(Environment environment, ClusterNeeds needs) {
        SortedSet<FqdnPattern> names = new TreeSet<>();
        needs.needs().stream().filter(EgressNeed::coveredByFqdnTag)
                .flatMap(need -> need.alternatives().getFirst().stream()).forEach(target -> {
                    if (target instanceof NeedTarget.Name(FqdnPattern pattern)) {
                        names.add(pattern);
                    }
                });
        if (names.isEmpty() || !areOpenIn(environment)) {
            return environment;
        }
        Knowledge known = environment.knowledge();
        SortedMap<String, List<FqdnPattern>> tags = new TreeMap<>(known.fqdnTags());
        tags.put(TAG, new ArrayList<>(names));
        return environment.withKnowledge(known.withFqdnTags(tags));
    }
}
