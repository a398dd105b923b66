package dev.sekisho.simulator.path;

import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PathOptionsTest {

    @Test
    void eachOptionIsAddedToTheOthers() {
        PathOptions all = PathOptions.NONE.withFirewall("fw").withSubnet("spoke", "nodes").withCluster("shop")
                .withSameResolver().withEveryRule();
        assertEquals(new PathOptions(Optional.of("fw"),
                Optional.of(new PathOptions.SubnetName("spoke", "nodes")), true, Optional.of("shop"), true, true), all);
        assertEquals(all, all.withPod());
        assertEquals(new PathOptions(Optional.empty(), Optional.empty(), true, Optional.empty(), false, false),
                PathOptions.NONE.withPod());
    }
}
