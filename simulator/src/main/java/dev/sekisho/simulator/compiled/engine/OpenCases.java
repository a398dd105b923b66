package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.simulator.compiled.clause.FlowClasses;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What is known of flows that no table decides about: one outcome for all flows of the same classes. All threads share it, and
/// none waits for another: two that meet a case at once both find out.
///
/// Names that are no plain text of a name, such as those in capitals, have no class; each is one by itself, numbered on behind
/// the classes. It holds so many cases and names at most, and forgets all when there are more.
final class OpenCases {
    private static final int MOST_CASES = 1 << 18;
    private static final int MOST_NAMES = 1 << 16;

    private final FlowClasses space;
    private final ConcurrentHashMap<Case, Outcome> outcomes = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, OddName> names = new ConcurrentHashMap<>();
    private final int firstOdd;

    /// Everything that the outcome of a flow depends on.
    ///
    /// @param ends the classes of source and destination
    /// @param service those of the service and of the name, 0 for none
    /// @param application what is spoken, with the class of its port, and whether the flow goes back to its source
    record Case(long ends, long service, long application) {}

    /// A name by itself.
    ///
    /// @param literal the address that it is the text of
    private record OddName(int number, Optional<IpAddress> literal) {}

    OpenCases(FlowClasses space) {
        this.space = space;
        this.firstOdd = space.names().classCount() + 1;
    }

    /// The case of a flow whose classes were looked up; nothing where the flow stands for itself alone.
    Optional<Case> of(FlowBatch batch, int i) {
        if (batch.forms[i] == FlowBatch.ODD) {
            return Optional.empty();
        }
        int name = batch.hasName(i) ? batch.nameClasses[i] + 1 : 0;
        boolean toItself = toItself(batch, i);
        if (batch.hasName(i) && name == 0) {
            Optional<OddName> odd = odd(batch.name(i).orElse(""));
            if (odd.isEmpty()) {
                return Optional.empty();
            }
            name = odd.get().number();
            toItself |= batch.forms[i] == FlowBatch.NO_DESTINATION
                    && odd.get().literal().filter(batch.flow(i).source()::equals).isPresent();
        }
        int application = batch.applications[i];
        int spoken = application == FlowBatch.NO_APPLICATION
                ? 0
                : space.applications().classOf(application, batch.ports[i]);
        return Optional.of(new Case((long) batch.sourceClasses[i] << Integer.SIZE | batch.destinationClasses[i],
                (long) batch.serviceClasses[i] << Integer.SIZE | name,
                (long) spoken << Integer.SIZE | application << 1 | (toItself ? 1 : 0)));
    }

    private static boolean toItself(FlowBatch batch, int i) {
        return switch (batch.forms[i]) {
            case FlowBatch.IPV4 -> batch.sources[i] == batch.destinations[i];
            case FlowBatch.WIDE -> batch.flow(i).destination().filter(batch.flow(i).source()::equals).isPresent();
            default -> false;
        };
    }

    /// A text that cannot be read as a name may mean anything, such as a port.
    private Optional<OddName> odd(String text) {
        OddName known = names.get(text);
        if (known == null && Fqdn.tryParse(text).isPresent() && names.size() < MOST_NAMES) {
            known = names.computeIfAbsent(text,
                    added -> new OddName(firstOdd + names.size(), IpAddress.tryParse(added)));
        }
        return Optional.ofNullable(known);
    }

    Optional<Outcome> find(Case wanted) {
        return Optional.ofNullable(outcomes.get(wanted));
    }

    void remember(Case found, Outcome outcome) {
        if (outcomes.size() >= MOST_CASES) {
            outcomes.clear();
        }
        outcomes.put(found, outcome);
    }
}
