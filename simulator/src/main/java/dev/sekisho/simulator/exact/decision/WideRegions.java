package dev.sekisho.simulator.exact.decision;

import dev.sekisho.simulator.exact.space.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The wide regions of rulings in order. A region inside one of those before it decides nothing, and a few wide ones hold
/// most others where rules have open sides. The one that held the last region is asked first.
final class WideRegions {
    /// Where more are wide, few of them hold many others, and asking them all costs more than it saves.
    private static final int MOST = 64;

    private final Region whole;
    private final List<Region> wide = new ArrayList<>();

    /// @param whole a region is wide if it has all sources or all destinations of this one
    WideRegions(Region whole) {
        this.whole = whole;
    }

    /// Takes the regions of the next ruling.
    ///
    /// @return those of them that are not inside a single wide one before them
    List<Region> open(List<Region> regions) {
        List<Region> open = new ArrayList<>(regions.size());
        for (Region region : regions) {
            if (!isHeld(region)) {
                open.add(region);
                if (wide.size() < MOST && (region.destinations().containsAll(whole.destinations())
                        || region.sources().containsAll(whole.sources()))) {
                    wide.add(region);
                }
            }
        }
        return open;
    }

    /// Returns the layer that decides as some rulings do, behind those that were taken before.
    Layer.Rulings open(Layer.Rulings layer) {
        List<Ruling> open = new ArrayList<>(layer.rulings().size());
        boolean same = true;
        for (Ruling ruling : layer.rulings()) {
            List<Region> regions = open(ruling.regions());
            boolean whole = regions.size() == ruling.regions().size();
            same &= whole;
            if (!regions.isEmpty()) {
                open.add(whole ? ruling : new Ruling(regions, ruling.outcome()));
            }
        }
        return same ? layer : new Layer.Rulings(open);
    }

    private boolean isHeld(Region region) {
        for (int place = 0; place < wide.size(); place++) {
            if (wide.get(place).covers(region)) {
                Collections.swap(wide, 0, place);
                return true;
            }
        }
        return false;
    }
}
