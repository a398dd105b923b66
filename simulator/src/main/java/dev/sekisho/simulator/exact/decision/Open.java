package dev.sekisho.simulator.exact.decision;

import dev.sekisho.simulator.exact.space.Region;
import java.util.ArrayList;
import java.util.List;

/// The regions of an area about which no ruling so far decides as a whole; all of them where there are too many to look.
final class Open {
    private static final int MOST_LOOKED_AT = 64;

    private final List<Region> left;
    private boolean whole = true;

    Open(Area area) {
        this.left = new ArrayList<>(area.regions());
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    boolean isWhole() {
        return whole;
    }

    boolean mayMeet(Ruling ruling) {
        return whole || ruling.regions().stream().anyMatch(region -> left.stream().anyMatch(region::mayMeet));
    }

    void take(Ruling ruling) {
        if (left.size() <= MOST_LOOKED_AT) {
            for (Region region : ruling.regions()) {
                whole &= !left.removeIf(region::covers);
            }
        }
    }
}
