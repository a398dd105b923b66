package dev.sekisho.model.name;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TagNamesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "AzureCloud, AzureCloud, -, 0",
            "azurecloud.eastus, azurecloud, eastus, 1",
            "Storage, Storage, -, 2",
            "Sql.WestEurope, Sql, WestEurope, 3",
            "AzureFrontDoor.Frontend, AzureFrontDoor.Frontend, -, 2",
            "AzureFrontDoor.Backend, AzureFrontDoor.Backend, -, 2",
            "AzureFrontDoor.FirstParty, AzureFrontDoor.FirstParty, -, 2",
            "AzureFrontDoor.MicrosoftSecurity, AzureFrontDoor.MicrosoftSecurity, -, 2",
            "AzureActiveDirectory.ServiceEndpoint, AzureActiveDirectory.ServiceEndpoint, -, 2",
            "AzureMonitor.Core, AzureMonitor.Core, -, 2",
            "AzureMonitor.Core.EastUS, AzureMonitor.Core, EastUS, 3",
            "AzureCloudX.eastus, AzureCloudX, eastus, 3",
    })
    void splitsAServiceTagAndRanksIt(String text, String base, String region, int specificity) {
        ServiceTagName tag = ServiceTagName.parse(text);
        assertEquals(text, tag.toString());
        assertEquals(base, tag.base());
        assertEquals(Optional.ofNullable(region), tag.region());
        assertEquals(specificity, tag.specificity());
        assertEquals(Optional.of(tag), ServiceTagName.tryParse(text));
    }

    @Test
    void comparesServiceTagsWhateverTheirCase() {
        ServiceTagName one = ServiceTagName.parse("Storage.WestEurope");
        ServiceTagName two = ServiceTagName.parse("storage.westeurope");
        assertEquals(one, two);
        assertEquals(one.hashCode(), two.hashCode());
        assertEquals(0, one.compareTo(two));
        assertNotEquals(one, ServiceTagName.parse("Storage.WestUS"));
        assertNotEquals(one.hashCode(), ServiceTagName.parse("Storage.WestUS").hashCode());
        assertFalse(one.equals((Object) "Storage.WestEurope"));
        List<ServiceTagName> ascending = List.of(ServiceTagName.parse("azurecloud"), ServiceTagName.parse("Sql"),
                ServiceTagName.parse("storage"));
        assertEquals(ascending, ascending.reversed().stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({"Internet, true", "virtualnetwork, true", "AzureLoadBalancer, true", "AzureCloud, false",
            "AzurePlatformDNS, false", "Storage, false"})
    void knowsTheTagsThatOnlySecurityGroupsUnderstand(String text, boolean nsgOnly) {
        assertEquals(nsgOnly, ServiceTagName.parse(text).isNsgOnly());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "10.0.0.0/8", "10.0.0.1", "Storage.", ".Storage", "Storage..WestUS", "Stor age",
            "Störage", "Storage\n", "1Storage"})
    void refusesWhatCannotBeAServiceTag(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ServiceTagName.parse(text));
        assertTrue(refusal.getMessage().endsWith("' is not a service tag such as Storage or Storage.WestEurope"));
        assertEquals(Optional.empty(), ServiceTagName.tryParse(text));
    }

    @Test
    void boundsTheLengthOfATagName() {
        assertEquals("a".repeat(128), ServiceTagName.parse("a".repeat(128)).value());
        assertThrows(IllegalArgumentException.class, () -> ServiceTagName.parse("a".repeat(129)));
        assertEquals("a".repeat(128), FqdnTagName.parse("a".repeat(128)).value());
        assertThrows(IllegalArgumentException.class, () -> FqdnTagName.parse("a".repeat(129)));
    }

    @ParameterizedTest
    @CsvSource({
            "AzureKubernetesService, AzureKubernetesService, true, false",
            "appserviceenvironment, AppServiceEnvironment, true, false",
            "azurekubernetesservice, AzureKubernetesService, true, false",
            "Windows Update, WindowsUpdate, true, false",
            "windows  diagnostics, WindowsDiagnostics, true, false",
            "CitrixHdxPlusForWindows365, citrixHdxPlusForWindows365, true, false",
            "Office365.Exchange.Optimize, Office365.Exchange.Optimize, true, true",
            "Office365.Common.Allow.Required, Office365.Common.Allow.Required, true, true",
            "Office365.Exchange, Office365.Exchange, false, false",
            "Office365.A.B.C.D, Office365.A.B.C.D, false, false",
            "Contoso Tag, ContosoTag, false, false",
    })
    void knowsFqdnTagsWhateverTheirCaseAndBlanks(String text, String canonical, boolean documented, boolean office) {
        FqdnTagName tag = FqdnTagName.parse(text);
        assertEquals(text, tag.toString());
        assertEquals(canonical, tag.canonical());
        assertEquals(documented, tag.isDocumented());
        assertEquals(office, tag.isOffice365());
        assertEquals(tag, FqdnTagName.parse(canonical));
        assertEquals(tag.hashCode(), FqdnTagName.parse(canonical).hashCode());
        assertEquals(0, tag.compareTo(FqdnTagName.parse(canonical)));
        assertEquals(Optional.of(tag), FqdnTagName.tryParse(text));
    }

    @Test
    void tellsFqdnTagsApart() {
        FqdnTagName tag = FqdnTagName.parse("WindowsUpdate");
        assertNotEquals(tag, FqdnTagName.AZURE_KUBERNETES_SERVICE);
        assertNotEquals(tag.hashCode(), FqdnTagName.AZURE_KUBERNETES_SERVICE.hashCode());
        assertFalse(tag.equals((Object) "WindowsUpdate"));
        assertEquals(11, FqdnTagName.DOCUMENTED.stream().distinct().count());
        assertEquals(FqdnTagName.DOCUMENTED, FqdnTagName.DOCUMENTED.reversed().stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " WindowsUpdate", "*", "Windows\tUpdate", "Windows/Update", "1Tag"})
    void refusesWhatCannotBeAnFqdnTag(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> FqdnTagName.parse(text));
        assertTrue(refusal.getMessage().endsWith("' is not an FQDN tag such as AzureKubernetesService"));
        assertEquals(Optional.empty(), FqdnTagName.tryParse(text));
    }
}
