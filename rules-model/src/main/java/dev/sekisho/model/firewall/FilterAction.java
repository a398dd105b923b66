package dev.sekisho.model.firewall;

/// What a collection of network or application rules does with the traffic that it matches.
public enum FilterAction {
    ALLOW("Allow"), DENY("Deny");

    private final String azureName;

    FilterAction(String azureName) {
        this.azureName = azureName;
    }

    /// Returns the spelling of Azure's API.
    public String azureName() {
        return azureName;
    }

    @Override
    public String toString() {
        return azureName;
    }
}
