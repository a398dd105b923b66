package dev.sekisho.simulator.exact.decision;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.simulator.exact.diagram.Covering;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.Neighbours;
import dev.sekisho.simulator.exact.diagram.PointSearch;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.exact.space.Region;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/// Which of some rulings in order never decide, because those before them decide about all of their flows together.
///
/// Who decides instead is not asked, so no function of all rulings is made: most regions are inside a single wide one before
/// them, and each of the others is compared with those alone that meet it.
public final class CoveredRulings {
    private final List<List<Region>> open;

    private CoveredRulings(List<List<Region>> open) {
        this.open = open;
    }

    /// Returns the places of the rulings that decide about no flow, whatever the answers to what nobody knows. A ruling
    /// without regions is one of them.
    ///
    /// @throws dev.sekisho.simulator.exact.diagram.TooLarge if there is too much to compare
    public static BitSet in(List<Ruling> rulings) {
        return new CoveredRulings(openRegions(rulings)).find();
    }

    /// The regions of each ruling that are not inside a single wide one of those before it. The wide region that held the last
    /// one is asked first.
    private static List<List<Region>> openRegions(List<Ruling> rulings) {
        List<List<Region>> all = new ArrayList<>(rulings.size());
        List<Region> wide = new ArrayList<>();
        for (Ruling ruling : rulings) {
            List<Region> open = new ArrayList<>();
            for (Region region : ruling.regions()) {
                int place = 0;
                while (place < wide.size() && !wide.get(place).covers(region)) {
                    place++;
                }
                if (place == wide.size()) {
                    open.add(region);
                } else if (place > 0) {
                    Collections.swap(wide, 0, place);
                }
            }
            open.stream().filter(CoveredRulings::isWide).forEach(wide::add);
            all.add(open);
        }
        return all;
    }

    private static boolean isWide(Region region) {
        return region.destinations().containsAll(AddressSet.ALL_IPV4)
                || region.sources().containsAll(AddressSet.ALL_IPV4);
    }

    private BitSet find() {
        FlowSpace space = new FlowSpace(open.stream().flatMap(List::stream).toList());
        List<List<IndexBox>> boxes = open.stream().map(regions -> regions.stream().map(space::box)
                .filter(box -> !box.isEmpty()).toList()).toList();
        Neighbours neighbours = new Neighbours(boxes, FlowSpace.PATH);
        PointSearch search = new PointSearch(1);
        BitSet covered = new BitSet();
        for (int place = 0; place < boxes.size(); place++) {
            if (isCovered(place, boxes, neighbours, space, search)) {
                covered.set(place);
            }
        }
        return covered;
    }

    private static boolean isCovered(int place, List<List<IndexBox>> boxes, Neighbours neighbours, FlowSpace space,
            PointSearch search) {
        BitSet before = boxes.get(place).isEmpty() ? new BitSet() : neighbours.of(place);
        for (IndexBox box : boxes.get(place)) {
            List<IndexBox> meeting = new ArrayList<>();
            for (int other = before.nextSetBit(0); other >= 0 && other < place; other = before.nextSetBit(other + 1)) {
                boxes.get(other).stream().filter(box::overlaps).forEach(meeting::add);
            }
            if (search.find(List.of(box), meeting).isPresent() || !Covering.covers(meeting, box, space::diagrams)) {
                return false;
            }
        }
        return true;
    }
}
