package dev.sekisho.simulator.match;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AddressesTest {
    private static final IpAddress ADDRESS = IpAddress.parse("10.61.1.5");
    private static final Entry<AddressTerm> HIT = new Entry.Known<>(
            new AddressTerm.Prefix(IpPrefix.parse("10.61.1.0/24")));
    private static final Entry<AddressTerm> MISS = new Entry.Known<>(
            new AddressTerm.Prefix(IpPrefix.parse("10.62.0.0/16")));
    private static final Entry<AddressTerm> TAG = new Entry.Known<>(
            new AddressTerm.Tag(ServiceTagName.parse("VirtualNetwork")));

    private final Addresses addresses = new Addresses(Field.SOURCE, ADDRESS,
            (_, _) -> new Addresses.Tags.Answer(Truth.YES, Set.of(Assumption.NSG_5)));

    private static IpGroup group(List<Entry<AddressTerm>> members) {
        return new IpGroup("nodes", members, SourceLocation.UNKNOWN);
    }

    @Test
    void aSideWithoutEntriesMatchesNothing() {
        assertEquals(FieldMatch.no(Field.SOURCE, "the rule has no source"), addresses.result());
    }

    @Test
    void theAlternativeThatRestsOnTheFewestReadingsIsTold() {
        assertEquals(FieldMatch.yes(Field.SOURCE, "10.61.1.5 is in 10.61.1.0/24"),
                addresses.terms(List.of(TAG, MISS, HIT)).result());
    }

    @Test
    void aTagAloneBringsItsReadings() {
        assertEquals(Set.of(Assumption.NSG_5), addresses.terms(List.of(TAG)).result().assumptions());
    }

    @Test
    void aGroupWithoutMembersDisablesTheRuleAndSaysSoWhereTheRestWouldMatch() {
        FieldMatch disabled = addresses.terms(List.of(HIT))
                .group(new ResourceRef("nodes"), Optional.of(group(List.of()))).result();
        assertEquals(Truth.NO, disabled.truth());
        assertEquals(Set.of(Assumption.FW_26), disabled.assumptions());
    }

    @Test
    void aGroupThatIsNotDescribedIsAskedForAndOneThatIsIsRead() {
        assertEquals("nobody knows whether the IP group nodes contains 10.61.1.5",
                addresses.group(new ResourceRef("nodes"), Optional.empty()).result().reason());
        assertEquals(Truth.YES,
                addresses.group(new ResourceRef("nodes"), Optional.of(group(List.of(HIT)))).result().truth());
    }

    @Test
    void alternativesAndReadingsOfOthersCount() {
        FieldMatch missed = addresses.alternative("a name", Truth.NO, Optional.empty())
                .butForAssumption(Assumption.FW_22).result();
        assertEquals(FieldMatch.no(Field.SOURCE, "10.61.1.5 is not in it", Assumption.FW_22), missed);
        Question question = Question.contains("the name", ADDRESS);
        assertEquals(List.of(question),
                addresses.alternative("a name", Truth.UNKNOWN, Optional.of(question)).result().open());
        assertEquals("10.61.1.5 is in a name",
                addresses.alternative("a name", Truth.YES, Optional.empty()).result().reason());
    }

    @Test
    void onlyReadingsMakeASideThatIsNotEmpty() {
        assertEquals("10.61.1.5 is not in it", addresses.butForAssumption(Assumption.FW_22).result().reason());
    }
}
