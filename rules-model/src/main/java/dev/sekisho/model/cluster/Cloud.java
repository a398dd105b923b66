package dev.sekisho.model.cluster;

/// The Azure clouds that the catalogue knows.
public enum Cloud {
    AZURE_PUBLIC("AzurePublic"), AZURE_US_GOVERNMENT("AzureUSGovernment"), AZURE_CHINA("AzureChina");

    private final String azureName;

    Cloud(String azureName) {
        this.azureName = azureName;
    }

    /// Returns the name that files use.
    public String azureName() {
        return azureName;
    }

    @Override
    public String toString() {
        return azureName;
    }
}
