package dev.sekisho.model.cluster;

/// How pods get their addresses; it decides which source address rules see (`R-23`).
public enum NetworkPlugin {
    OVERLAY("overlay"), NODE_SUBNET("nodeSubnet"), POD_SUBNET("podSubnet"), KUBENET("kubenet");

    private final String text;

    NetworkPlugin(String text) {
        this.text = text;
    }

    /// Returns the name that files use.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
