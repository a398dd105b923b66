package dev.sekisho.model.cluster;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A region of a cloud, and how service tags spell it.
///
/// @param name lower-case name that resources use, such as `germanywestcentral`
/// @param tagName spelling in the tags of services, such as `GermanyWestCentral` in `Storage.GermanyWestCentral`
/// @param cloudTagName spelling in `AzureCloud`, which shortens some, such as `germanywc` in `AzureCloud.germanywc`
public record Region(Cloud cloud, String name, String tagName, String cloudTagName) {

    // Spelling as in Microsoft's service tag files; a name behind a colon is that of the AzureCloud tag where it differs.
    private static final Map<Cloud, String> SPELLINGS = new EnumMap<>(Map.of(
            Cloud.AZURE_PUBLIC,
            """
                    AustraliaCentral AustraliaCentral2 AustraliaEast AustraliaSoutheast AustriaEast BelgiumCentral
                    BrazilSouth BrazilSoutheast:brazilse CanadaCentral CanadaEast CentralIndia CentralUS CentralUSEUAP
                    ChileCentral:chilec DenmarkEast EastAsia EastUS EastUS2 EastUS2EUAP EastUS3
                    FranceCentral:centralfrance FranceSouth:southfrance GermanyNorth:germanyn
                    GermanyWestCentral:germanywc IndonesiaCentral IsraelCentral IsraelNorthwest ItalyNorth JapanEast
                    JapanWest JioIndiaCentral JioIndiaWest KoreaCentral KoreaSouth MalaysiaSouth MalaysiaWest
                    MexicoCentral NewZealandNorth NorthCentralUS NorthEurope NorwayEast:norwaye NorwayWest:norwayw
                    PolandCentral QatarCentral SouthAfricaNorth SouthAfricaWest SouthCentralUS SouthCentralUS2
                    SoutheastAsia SoutheastUS SoutheastUS3 SouthIndia SpainCentral SwedenCentral SwedenSouth
                    SwitzerlandNorth:switzerlandn SwitzerlandWest:switzerlandw TaiwanNorth TaiwanNorthwest UAECentral
                    UAENorth UKSouth UKWest WestCentralUS WestEurope WestIndia WestUS WestUS2 WestUS3
                    """,
            Cloud.AZURE_US_GOVERNMENT,
            "USDoDCentral USDoDEast USGovArizona USGovTexas USGovVirginia",
            Cloud.AZURE_CHINA,
            "ChinaEast ChinaEast2 ChinaEast3 ChinaNorth ChinaNorth2 ChinaNorth3"));

    private static final Map<Cloud, List<Region>> REGIONS = table();

    /// Returns the regions of a cloud, in alphabetical order.
    public static List<Region> of(Cloud cloud) {
        return REGIONS.getOrDefault(cloud, List.of());
    }

    /// Finds a region by its exact lower-case name.
    public static Optional<Region> find(Cloud cloud, String name) {
        return of(cloud).stream().filter(region -> region.name.equals(name)).findFirst();
    }

    /// Whether some cloud has a region of that lower-case name.
    public static boolean isKnown(String name) {
        return Stream.of(Cloud.values()).anyMatch(cloud -> find(cloud, name).isPresent());
    }

    /// Returns the lower-case names of the regions of a cloud.
    public static List<String> names(Cloud cloud) {
        return of(cloud).stream().map(Region::name).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Map<Cloud, List<Region>> table() {
        Map<Cloud, List<Region>> table = new EnumMap<>(Cloud.class);
        SPELLINGS.forEach((cloud, spellings) -> table.put(cloud,
                Stream.of(spellings.strip().split("\\s+")).map(spelling -> region(cloud, spelling)).toList()));
        return table;
    }

    private static Region region(Cloud cloud, String spelling) {
        int colon = spelling.indexOf(':');
        String tagName = colon < 0 ? spelling : spelling.substring(0, colon);
        String name = tagName.toLowerCase(Locale.ROOT);
        return new Region(cloud, name, tagName, colon < 0 ? name : spelling.substring(colon + 1));
    }
}
