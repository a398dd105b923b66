package dev.sekisho.model.catalogue;

/// Whether the `AzureKubernetesService` FQDN tag contains a name. Microsoft publishes no list, so this is what sources say.
public enum FqdnTagStatus {
    /// Microsoft says so, and nobody reported otherwise.
    CLAIMED("claimed"),
    /// Microsoft says so for add-ons too; its engineers and users say that the tag holds core names only.
    DISPUTED("disputed"),
    /// Seen blocked behind the tag.
    REPORTED_MISSING("reported-missing"),
    /// Outside the list that the tag follows.
    NOT_LISTED("not-listed"),
    /// Not something that an application rule serves.
    NOT_APPLICABLE("not-applicable");

    private final String text;

    FqdnTagStatus(String text) {
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
