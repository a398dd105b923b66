package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.term.ResourceRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Reads a Terraform plan as an environment, like any other file.
class TerraformEnvironmentTest {
    @TempDir
    Path folder;

    private final Diagnostics diagnostics = new Diagnostics();
    private Inspection read = Inspection.EMPTY;

    @BeforeEach
    void readPlan() throws IOException {
        try (InputStream in = Objects
                .requireNonNull(getClass().getResourceAsStream("/dev/sekisho/model/io/terraform/plan.json"))) {
            Path plan = folder.resolve("plan.json");
            Files.copy(in, plan);
            read = EnvironmentReader.inspect(List.of(plan), List.of(), diagnostics);
        }
    }

    @Test
    void itHoldsNoError() {
        assertFalse(diagnostics.hasErrors(), diagnostics::toString);
    }

    @Test
    void theDefaultRouteLeadsToTheFirewallByTheSameUnknown() {
        Firewall firewall = read.environment().firewalls().getFirst();
        Route route = read.environment().routeTables().getFirst().routes().stream()
                .filter(known -> known.name().equals("to-firewall")).findFirst().orElseThrow();
        assertEquals("<module.hub.azurerm_firewall.this.ip_configuration[0].private_ip_address>",
                firewall.privateIp().toString());
        assertEquals(new NextHop.VirtualAppliance(firewall.privateIp()), route.nextHop());
        assertEquals(Optional.of(new ResourceRef("vnet-hub")), firewall.virtualNetwork());
    }

    @Test
    void theSubnetHasWhatItIsAssociatedWith() {
        Subnet subnet = read.environment().virtualNetworks().stream()
                .filter(network -> network.name().equals("vnet-spoke"))
                .flatMap(network -> network.subnets().stream()).filter(known -> known.name().equals("aks")).findFirst()
                .orElseThrow();
        assertEquals(Optional.of(new ResourceRef("rt-spoke")), subnet.routeTable());
        assertEquals(Optional.of(new ResourceRef("nsg-aks")), subnet.networkSecurityGroup());
    }

    @Test
    void whatIsNotModelledHasItsPointer() {
        assertTrue(read.unmodelled().stream().anyMatch(
                one -> one.pointer().equals("/planned_values/root_module/resources/20")), read.unmodelled()::toString);
    }
}
