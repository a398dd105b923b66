package dev.sekisho.samples;

import dev.sekisho.generator.plan.DeploymentPlan;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SamplesTest {
    static List<String> names() {
        return Samples.names();
    }

    @Test
    void thereAreEightSamples() {
        assertEquals(8, names().size());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNeedOfASampleIsCarried(String name) {
        DeploymentPlan plan = Samples.plan(name);
        TreeSet<String> needs = new TreeSet<>();
        plan.needs().needs().forEach(need -> needs.add(need.id()));
        TreeSet<String> carried = new TreeSet<>();
        plan.carriers().forEach(carrier -> carried.add(carrier.needId()));
        assertEquals(needs, carried);
    }
}
