package dev.sekisho.simulator.match;

/// The fields of a rule that must all match.
public enum Field {
    TIER("tier"), SOURCE("source"), SOURCE_PORT("source port"), PROTOCOL("protocol"), DESTINATION("destination"), PORT(
            "port"),
    TARGET("target"), RESOLVED_DESTINATION("resolved destination");

    private final String text;

    Field(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
