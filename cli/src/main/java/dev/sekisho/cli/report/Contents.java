package dev.sekisho.cli.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was read.
///
/// @param notModelled what the files say and no answer takes into account
public record Contents(List<Count> counts, Optional<Listing> notModelled, Optional<Listing> problems) {

    /// How many there are of a kind.
    public record Count(String kind, String count) {}

    /// Returns the section; kinds that are absent are left out.
    public static Contents of(Map<String, Integer> counts, List<String> notModelled, List<String> problems) {
        return new Contents(counts.entrySet().stream().filter(count -> count.getValue() > 0)
                .map(count -> new Count(count.getKey(), count.getValue().toString())).toList(),
                Listing.of(notModelled), Listing.of(problems));
    }
}
