package dev.sekisho.model.cluster;

/// Node OS upgrade channel; it decides which package hosts the nodes call.
public enum NodeOsUpgradeChannel {
    NONE("None"), UNMANAGED("Unmanaged"), SECURITY_PATCH("SecurityPatch"), NODE_IMAGE("NodeImage");

    private final String text;

    NodeOsUpgradeChannel(String text) {
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
