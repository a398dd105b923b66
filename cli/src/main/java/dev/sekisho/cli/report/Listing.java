package dev.sekisho.cli.report;

import java.util.List;
import java.util.Optional;

/// Lines under a heading that says how many there are, to be opened by those who want them.
public record Listing(int count, List<String> lines) {

    private static final int FEW = 4;

    /// Tells whether there are so few that they need not be opened first.
    public boolean few() {
        return count <= FEW;
    }

    /// Returns the lines; nothing where there are none.
    static Optional<Listing> of(List<String> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Listing(lines.size(), List.copyOf(lines)));
    }
}
