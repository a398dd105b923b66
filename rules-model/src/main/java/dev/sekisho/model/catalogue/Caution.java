package dev.sekisho.model.catalogue;

import dev.sekisho.model.cluster.Via;
import java.util.Set;

/// What an operator should know when a fact applies to a cluster.
///
/// @param code stable name for programs, such as `WIDE_DESTINATION`
/// @param remark whether it only informs; otherwise it warns
/// @param when the clusters that are told, among those that the fact applies to
/// @param via of a service: the mechanisms with which it matters; empty for all
/// @param legs of a service: the [legs][ServiceLeg] with which it matters; empty for all
/// @param text one sentence without a final stop
/// @param remedy what to do about it, empty where there is nothing to do
public record Caution(String code, boolean remark, Condition when, Set<Via> via, Set<String> legs, String text,
        String remedy) {
    public Caution {
        via = Set.copyOf(via);
        legs = Set.copyOf(legs);
    }
}
