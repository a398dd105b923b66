package dev.sekisho.model.io.terraform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The resource types of the provider `azurerm` that are understood, argument by argument, from version 2 to 4.
final class AzurermTypes {
    static final String NAMING = "names the resource, or says where it is kept";
    static final String DEPLOYING = "how it is deployed, billed, watched or named";

    /// The arguments that nearly every resource has, in one place.
    static final String[] COMMON = {"id", "resource_group_name", "timeouts", "tags", "zones", "edge_zone"};

    private static final List<AzurermType> ALL = Stream
            .of(FirewallTypes.all(), PolicyTypes.all(), NetworkTypes.all(), SecurityTypes.all(), EndpointTypes.all(),
                    WaysInTypes.all(), ClusterTypes.all())
            .flatMap(List::stream).toList();

    private static final Map<String, AzurermType> BY_NAME = ALL.stream()
            .collect(Collectors.toMap(AzurermType::terraform, Function.identity()));

    /// Data sources that tell all that the resource of that type would. The others tell too little: a firewall policy
    /// that is only looked up comes without its rules.
    private static final List<String> WHOLE_DATA = List.of("azurerm_application_security_group",
            "azurerm_ip_group", "azurerm_network_security_group", "azurerm_public_ip", "azurerm_route_table",
            "azurerm_subnet", "azurerm_virtual_network");

    private AzurermTypes() {}

    /// All types, in the order of the documentation.
    static List<AzurermType> all() {
        return ALL;
    }

    static Optional<AzurermType> of(String terraform) {
        return Optional.ofNullable(BY_NAME.get(terraform));
    }

    /// Whether a data source of that type describes the whole resource.
    static boolean isWholeAsData(String terraform) {
        return WHOLE_DATA.contains(terraform);
    }

    /// A block with what nearly every resource has: name, location, and what does not matter.
    static Block resource() {
        return new Block().with("name", Argument.to("name")).with("location", Argument.to("location")).left(NAMING,
                COMMON);
    }

    /// The same for a resource without a location of its own.
    static Block part() {
        return new Block().with("name", Argument.to("name")).left(NAMING, COMMON);
    }
}
