package dev.sekisho.model.name;

import dev.sekisho.model.diagnostic.Quotation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a set of host names that Microsoft maintains, such as `AzureKubernetesService` (FW-42).
///
/// Names are equal whatever their letter case and blanks, because some pages print `Windows Update`; the spelling is
/// kept as written.
public record FqdnTagName(String value) implements Comparable<FqdnTagName> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9 ._-]*");
    private static final Pattern OFFICE_365 = Pattern.compile("office365\\.[a-z0-9]+\\.[a-z0-9]+(\\.[a-z0-9]+)?");
    private static final int LONGEST = 128;

    public static final FqdnTagName AZURE_KUBERNETES_SERVICE = new FqdnTagName("AzureKubernetesService");

    /// The tags that Microsoft documents, in alphabetical order. The family [#isOffice365] comes in addition.
    public static final List<FqdnTagName> DOCUMENTED = List.of(
            new FqdnTagName("AppServiceEnvironment"),
            new FqdnTagName("AzureBackup"),
            new FqdnTagName("AzureHDInsight"),
            AZURE_KUBERNETES_SERVICE,
            new FqdnTagName("citrixHdxPlusForWindows365"),
            new FqdnTagName("MicrosoftActiveProtectionService"),
            new FqdnTagName("MicrosoftIntune"),
            new FqdnTagName("Windows365"),
            new FqdnTagName("WindowsDiagnostics"),
            new FqdnTagName("WindowsUpdate"),
            new FqdnTagName("WindowsVirtualDesktop"));

    public FqdnTagName {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    Quotation.of(value) + " is not an FQDN tag such as AzureKubernetesService");
        }
    }

    /// Reads a tag name: a letter, then letters, digits, dots, blanks, hyphens and underscores.
    ///
    /// @throws IllegalArgumentException if `text` has another form
    public static FqdnTagName parse(String text) {
        return new FqdnTagName(text);
    }

    /// Reads a tag name, or gives nothing where [#parse] would fail.
    public static Optional<FqdnTagName> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Whether Microsoft documents a tag of this name.
    public boolean isDocumented() {
        return isOffice365() || DOCUMENTED.contains(this);
    }

    /// Whether this is one of the family `Office365.<product>.<category>[.<required>]`.
    public boolean isOffice365() {
        return OFFICE_365.matcher(key()).matches();
    }

    /// The name as Microsoft spells it, or as written where that is unknown.
    public String canonical() {
        int index = DOCUMENTED.indexOf(this);
        return index < 0 ? value.replace(" ", "") : DOCUMENTED.get(index).value;
    }

    private String key() {
        return value.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FqdnTagName name && name.key().equals(key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public int compareTo(FqdnTagName other) {
        return key().compareTo(other.key());
    }

    @Override
    public String toString() {
        return value;
    }
}
