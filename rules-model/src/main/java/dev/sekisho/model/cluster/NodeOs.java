package dev.sekisho.model.cluster;

/// Operating system of a node pool.
public enum NodeOs {
    UBUNTU("ubuntu"), AZURE_LINUX("azurelinux"), WINDOWS("windows");

    private final String text;

    NodeOs(String text) {
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
