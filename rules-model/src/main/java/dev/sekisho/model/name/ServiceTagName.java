package dev.sekisho.model.name;

import dev.sekisho.model.diagnostic.Quotation;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The name of a set of addresses that Microsoft maintains, such as `Storage` or `Storage.WestEurope`.
///
/// Names are equal whatever their letter case; the spelling is kept as written.
public record ServiceTagName(String value) implements Comparable<ServiceTagName> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*");
    private static final int LONGEST = 128;

    public static final ServiceTagName AZURE_CLOUD = new ServiceTagName("AzureCloud");
    public static final ServiceTagName INTERNET = new ServiceTagName("Internet");
    public static final ServiceTagName VIRTUAL_NETWORK = new ServiceTagName("VirtualNetwork");
    public static final ServiceTagName AZURE_LOAD_BALANCER = new ServiceTagName("AzureLoadBalancer");
    public static final ServiceTagName AZURE_PLATFORM_DNS = new ServiceTagName("AzurePlatformDNS");
    public static final ServiceTagName AZURE_PLATFORM_IMDS = new ServiceTagName("AzurePlatformIMDS");
    public static final ServiceTagName AZURE_PLATFORM_LKM = new ServiceTagName("AzurePlatformLKM");

    private static final Set<ServiceTagName> NSG_ONLY = Set.of(INTERNET, VIRTUAL_NETWORK, AZURE_LOAD_BALANCER);

    /// Parts behind a dot that name a share of a service and not a region, as they occur in Microsoft's files.
    private static final Set<String> SHARES = Set.of("backend", "core", "firstparty", "frontend", "microsoftsecurity",
            "serviceendpoint");

    public ServiceTagName {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    Quotation.of(value) + " is not a service tag such as Storage or Storage.WestEurope");
        }
    }

    /// Reads a tag name: a letter, then letters, digits, hyphens and underscores, with single dots between parts.
    ///
    /// @throws IllegalArgumentException if `text` has another form
    public static ServiceTagName parse(String text) {
        return new ServiceTagName(text);
    }

    /// Reads a tag name, or gives nothing where [#parse] would fail.
    public static Optional<ServiceTagName> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The name without its region: `Storage` for `Storage.WestEurope`, but all of `AzureFrontDoor.Frontend`.
    public String base() {
        int dot = regionDot();
        return dot < 0 ? value : value.substring(0, dot);
    }

    /// The region as written: `WestEurope` for `Storage.WestEurope`.
    public Optional<String> region() {
        int dot = regionDot();
        return dot < 0 ? Optional.empty() : Optional.of(value.substring(dot + 1));
    }

    private int regionDot() {
        int dot = value.lastIndexOf('.');
        return dot < 0 || SHARES.contains(key(value.substring(dot + 1))) ? -1 : dot;
    }

    /// Whether network security groups know this tag and Azure Firewall does not (FW-27).
    public boolean isNsgOnly() {
        return NSG_ONLY.contains(this);
    }

    /// The rank of this tag among tags that hold an identical prefix in one route table; the highest wins.
    /// From 0: `AzureCloud`, a region of it, another tag, a region of another tag.
    public int specificity() {
        boolean regional = region().isPresent();
        if (key(base()).equals(AZURE_CLOUD.key())) {
            return regional ? 1 : 0;
        }
        return regional ? 3 : 2;
    }

    private String key() {
        return key(value);
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceTagName name && name.value.equalsIgnoreCase(value);
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public int compareTo(ServiceTagName other) {
        return value.compareToIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
