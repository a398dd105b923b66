package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.verdict.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a change does to inbound flows: who newly reaches what, who no longer does, and whose replies are newly lost.
///
/// A place or a Service that only one side describes counts as not reachable on the other.
public final class ExposureDiff {
    private ExposureDiff() {}

    /// What kind of a change, the most alarming first.
    public enum Kind {
        NEWLY_REACHABLE("newly reachable"),
        /// What was known is not known any more, or the other way round.
        OTHERWISE_KNOWN("otherwise known"), REPLIES_NEWLY_LOST("replies newly lost"),
        NO_LONGER_REACHABLE("no longer reachable"), REPLIES_MENDED("replies mended");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /// Returns the words that reports use.
        public String text() {
            return text;
        }
    }

    /// One change for some clients of one place.
    ///
    /// @param entry by what clients come in afterwards, or came in before where there is nothing any more
    /// @param clients whom it concerns; empty for private endpoints that nobody describes
    /// @param everybody whether these are all clients of the place
    /// @param before why it was as it was; empty where that side has no such way in
    /// @param after why it is as it is
    public record Change(Kind kind, String service, String port, Entry entry, String place, AddressSet clients,
            boolean everybody, String before, String after) {}

    /// A Service has one load balancer or none: that it becomes a public one is a change of the same way in.
    private record Key(String service, String port, Entry entry, String place) {
        static Key of(ExposureRow row) {
            Entry door = switch (row.entry()) {
                case INTERNAL_LOAD_BALANCER, PUBLIC_LOAD_BALANCER, NONE -> Entry.PUBLIC_LOAD_BALANCER;
                case NODE_PORT, INGRESS, API_SERVER -> row.entry();
            };
            return new Key(row.service(), row.port(), door, row.place().name());
        }
    }

    /// Compares two reports.
    public static List<Change> of(List<ExposureRow> before, List<ExposureRow> after) {
        Map<Key, ExposureRow> first = byKey(before);
        Map<Key, ExposureRow> second = byKey(after);
        List<Change> changes = new ArrayList<>();
        Stream.concat(first.keySet().stream(), second.keySet().stream()).distinct()
                .forEach(key -> compare(key, Optional.ofNullable(first.get(key)),
                        Optional.ofNullable(second.get(key)), changes));
        changes.sort(
                Comparator.comparing(Change::kind).thenComparing(change -> !change.place().startsWith("Internet")));
        return changes;
    }

    private static Map<Key, ExposureRow> byKey(List<ExposureRow> rows) {
        Map<Key, ExposureRow> map = new LinkedHashMap<>();
        rows.forEach(row -> map.putIfAbsent(Key.of(row), row));
        return map;
    }

    /// A part that stands for a side without a row.
    private static List<ExposureRow.Part> parts(Optional<ExposureRow> row, Optional<ExposureRow> other) {
        AddressSet everybody = other.map(one -> one.place().addresses()).orElse(AddressSet.EMPTY);
        return row.map(ExposureRow::parts).orElseGet(() -> List.of(new ExposureRow.Part(everybody,
                Reach.NOT_REACHABLE, "", Optional.empty(), false)));
    }

    private static void compare(Key key, Optional<ExposureRow> first, Optional<ExposureRow> second,
            List<Change> changes) {
        Map<List<Object>, List<AddressSet>> found = new LinkedHashMap<>();
        for (ExposureRow.Part was : parts(first, second)) {
            for (ExposureRow.Part is : parts(second, first)) {
                boolean nobody = was.clients().isEmpty() && is.clients().isEmpty();
                AddressSet both = was.clients().intersection(is.clients());
                Optional<Kind> kind = kind(was, is);
                if (kind.isPresent() && (nobody || !both.isEmpty())) {
                    found.computeIfAbsent(List.of(kind.get(), was.why(), is.why()), _ -> new ArrayList<>()).add(both);
                }
            }
        }
        Entry entry = second.or(() -> first).map(ExposureRow::entry).orElse(key.entry());
        AddressSet all = second.or(() -> first).map(row -> row.place().addresses()).orElse(AddressSet.EMPTY);
        found.forEach((what, clients) -> {
            AddressSet some = AddressSet.unionOf(clients);
            changes.add(new Change((Kind) what.get(0), key.service(), key.port(), entry, key.place(), some,
                    some.containsAll(all), (String) what.get(1), (String) what.get(2)));
        });
    }

    private static Optional<Kind> kind(ExposureRow.Part was, ExposureRow.Part is) {
        if (was.reach() != is.reach()) {
            return Optional.of(was.reach() == Reach.UNKNOWN || is.reach() == Reach.UNKNOWN ? Kind.OTHERWISE_KNOWN
                    : is.reach() == Reach.REACHABLE ? Kind.NEWLY_REACHABLE : Kind.NO_LONGER_REACHABLE);
        }
        boolean lost = isAstray(was);
        boolean loses = isAstray(is);
        return lost == loses ? Optional.empty()
                : Optional.of(loses ? Kind.REPLIES_NEWLY_LOST : Kind.REPLIES_MENDED);
    }

    private static boolean isAstray(ExposureRow.Part part) {
        return part.reply().filter(way -> way == Reply.Way.LOST || way == Reply.Way.ASYMMETRIC).isPresent();
    }
}
