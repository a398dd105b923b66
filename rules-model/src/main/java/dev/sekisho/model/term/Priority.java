package dev.sekisho.model.term;

/// A priority as written; the lowest number is processed first.
///
/// Azure Firewall takes 100 to 65000 for groups and collections (`FW-61`), a network security group 100 to 4096
/// (`NSG-1`). A number outside is kept, so that validation can name it.
///
/// @param value the number as written
public record Priority(int value) implements Comparable<Priority> {
    /// The lowest priority that Azure accepts anywhere.
    public static final int MIN = 100;
    /// The highest priority of a firewall group or collection.
    public static final int MAX_FIREWALL = 65_000;
    /// The highest priority of a rule of a network security group.
    public static final int MAX_SECURITY_RULE = 4_096;

    @Override
    public int compareTo(Priority other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
