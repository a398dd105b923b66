package dev.sekisho.simulator.compiled.clause;

import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import java.util.List;

/// The ports of a rule, by how sure it is that they belong to it.
///
/// @param any whether the rule writes `*`, which covers protocols without ports too (`FW-17`)
public record PortTerms(PortSet firm, PortSet open, boolean any) {

    /// The ports that a rule writes.
    public static PortTerms of(List<Entry<PortTerm>> entries) {
        PortTerms all = new PortTerms(PortSet.EMPTY, PortSet.EMPTY, false);
        for (Entry<PortTerm> entry : entries) {
            all = switch (entry) {
                case Entry.Known<PortTerm>(PortTerm.Any _) -> new PortTerms(PortSet.ANY, all.open, true);
                case Entry.Known<PortTerm>(PortTerm.Range(var range)) ->
                    new PortTerms(all.firm.union(PortSet.of(range)), all.open, all.any);
                case Entry.Unknown<PortTerm> _ -> new PortTerms(all.firm, PortSet.ANY, all.any);
                case Entry.Malformed<PortTerm> _ -> all;
            };
        }
        return all;
    }
}
