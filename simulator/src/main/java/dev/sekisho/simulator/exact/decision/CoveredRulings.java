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
        WideRegions wide = new WideRegions(Region.ALL.from(AddressSet.ALL_IPV4).to(AddressSet.ALL_IPV4));
        return new CoveredRulings(rulings.stream().map(ruling -> wide.open(ruling.regions())).toList()).find();
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
