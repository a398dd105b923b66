package dev.sekisho.model.servicetag;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.ServiceTagName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ServiceTagsTest {
    private static final ServiceTagName STORAGE = ServiceTagName.parse("Storage");
    private static final ServiceTagName SQL = ServiceTagName.parse("Sql");
    private static final ServiceTagName VIRGINIA = ServiceTagName.parse("AzureCloud.usgovvirginia");

    private static final TagRelease PUBLIC_7 = release("Public", 7, tag(STORAGE, "20.0.0.0/24", "20.0.1.0/24"),
            tag(SQL, "20.9.0.0/16"));
    private static final TagRelease PUBLIC_8 = release("Public", 8, tag(STORAGE, "20.0.4.0/24"));
    private static final TagRelease GOVERNMENT = release("AzureGovernment", 400, tag(STORAGE, "52.0.0.0/24"),
            tag(VIRGINIA, "52.1.0.0/16"));

    private static TagRelease release(String cloud, int change, PublishedTag... tags) {
        return new TagRelease(cloud, change, Optional.empty(), SourceLocation.UNKNOWN, List.of(tags));
    }

    private static PublishedTag tag(ServiceTagName name, String... prefixes) {
        return new PublishedTag(name, "", "", Stream.of(prefixes).map(IpPrefix::parse).toList());
    }

    private static Optional<AddressSet> addresses(String... prefixes) {
        return Optional.of(AddressSet.ofPrefixes(Stream.of(prefixes).map(IpPrefix::parse).toList()));
    }

    @Test
    void findsATagWhateverItsCaseAndKnowsNothingOfOthers() {
        ServiceTags tags = ServiceTags.NONE.with(PUBLIC_7);
        assertEquals(addresses("20.0.0.0/23"), tags.find(ServiceTagName.parse("STORAGE")));
        assertEquals(Optional.empty(), tags.find(VIRGINIA));
        assertEquals(Optional.empty(), ServiceTags.NONE.find(STORAGE));
        assertTrue(ServiceTags.NONE.isEmpty());
        assertFalse(tags.isEmpty());
    }

    @Test
    void calculatesTheAddressesOfATagOnce() {
        TagRelease release = release("Public", 1, tag(STORAGE, "20.0.0.0/24"));
        assertSame(release.find(STORAGE).orElseThrow(), release.find(ServiceTagName.parse("storage")).orElseThrow());
    }

    @Test
    void usesTheNewestPublicationOfACloudInWhateverOrderTheyCome() {
        for (ServiceTags tags : List.of(ServiceTags.NONE.with(PUBLIC_7).with(PUBLIC_8),
                ServiceTags.NONE.with(PUBLIC_8).with(PUBLIC_7))) {
            assertEquals(List.of(PUBLIC_8), tags.releases());
            assertEquals(addresses("20.0.4.0/24"), tags.find(STORAGE));
            assertEquals(Optional.empty(), tags.find(SQL));
        }
        TagRelease again = release("public", 8, tag(SQL, "20.9.9.0/24"));
        assertEquals(List.of(again), ServiceTags.NONE.with(PUBLIC_8).with(again).releases());
    }

    @Test
    void asksThePublicCloudFirstUnlessAnotherIsNamed() {
        ServiceTags tags = ServiceTags.NONE.with(GOVERNMENT).with(PUBLIC_8);
        assertEquals(List.of(PUBLIC_8, GOVERNMENT), tags.releases());
        assertEquals(addresses("20.0.4.0/24"), tags.find(STORAGE));
        assertEquals(addresses("52.1.0.0/16"), tags.find(VIRGINIA));

        ServiceTags government = tags.forCloud("azuregovernment");
        assertEquals(List.of(GOVERNMENT, PUBLIC_8), government.releases());
        assertEquals(addresses("52.0.0.0/24"), government.find(STORAGE));
        assertEquals(Optional.of(GOVERNMENT), tags.release("AZUREGOVERNMENT"));
        assertEquals(Optional.empty(), tags.release("AzureChina"));
    }

    @Test
    void putsWhatAUserWroteAboveEveryPublication() {
        ServiceTags tags = ServiceTags.of(Map.of(STORAGE, addresses("10.0.0.0/24").orElseThrow())).with(PUBLIC_7);
        assertEquals(addresses("10.0.0.0/24"), tags.find(STORAGE));
        assertEquals(addresses("20.9.0.0/16"), tags.find(SQL));
        assertEquals("[Sql, Storage]", tags.names().toString());
        assertEquals("[AzureCloud.usgovvirginia, Sql, Storage]", tags.with(GOVERNMENT).names().toString());
        assertFalse(ServiceTags.of(Map.of(STORAGE, AddressSet.EMPTY)).isEmpty());
    }

    @Test
    void isEqualByContent() {
        assertEquals(ServiceTags.NONE.with(PUBLIC_7), ServiceTags.NONE.with(PUBLIC_7));
        assertEquals(ServiceTags.NONE.with(PUBLIC_7).hashCode(), ServiceTags.NONE.with(PUBLIC_7).hashCode());
        assertNotEquals(ServiceTags.NONE.with(PUBLIC_7), ServiceTags.NONE.with(PUBLIC_8));
        assertNotEquals(ServiceTags.NONE, ServiceTags.of(Map.of(STORAGE, AddressSet.EMPTY)));
        assertEquals(ServiceTags.NONE, ServiceTags.of(Map.of()));
        assertNotEquals(release("Public", 7), release("Public", 8));
        assertNotEquals(release("Public", 7), release("AzureGovernment", 7));
        assertNotEquals(release("Public", 7), release("Public", 7, tag(SQL)));
        assertEquals(release("Public", 7, tag(SQL)), release("Public", 7, tag(SQL)));
        assertEquals(release("Public", 7).hashCode(), release("Public", 7).hashCode());
        assertNotEquals(release("Public", 7).hashCode(), release("Public", 8).hashCode());
    }

    @Test
    void saysWhichPublicationItIs() {
        assertEquals("service tags of Public, change 7", PUBLIC_7.toString());
        assertEquals("service tags of Public, change 9 of 2026-07-06",
                new TagRelease("Public", 9, Optional.of(LocalDate.of(2026, 7, 6)), SourceLocation.UNKNOWN, List.of())
                        .toString());
    }

    @Test
    void refusesAPublicationWithOneTagTwice() {
        var refusal = assertThrows(IllegalArgumentException.class,
                () -> release("Public", 1, tag(STORAGE), tag(ServiceTagName.parse("STORAGE"))));
        assertEquals("the service tag STORAGE is there twice", refusal.getMessage());
    }
}
