package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.verdict.Assumption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Whether a name as it stood on the wire matches a pattern, and on which readings that rests (`FW-35` to `FW-37`).
record NameMatch(boolean matches, Set<Assumption> assumptions) {
    private static final NameMatch NO = new NameMatch(false, Set.of());

    static NameMatch of(FqdnPattern pattern, String name) {
        if (!pattern.matches(name)) {
            return NO;
        }
        Set<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
        if (!FqdnPattern.matchesAsWritten(pattern.written(), name)) {
            assumptions.add(Assumption.FW_36);
        }
        if (isAddress(name)) {
            assumptions.add(Assumption.FW_37);
        }
        return new NameMatch(true, assumptions);
    }

    /// Compares with several names that all must match.
    static NameMatch all(FqdnPattern pattern, List<String> names) {
        if (names.isEmpty()) {
            return NO;
        }
        Set<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
        for (String name : names) {
            NameMatch match = of(pattern, name);
            if (!match.matches()) {
                return NO;
            }
            assumptions.addAll(match.assumptions());
        }
        return new NameMatch(true, assumptions);
    }

    /// Returns the name in canonical form, or as it stands where it is no name at all.
    static String canonical(String name) {
        return Fqdn.tryParse(name).map(Fqdn::value).orElse(name);
    }

    static boolean isAddress(String name) {
        return IpAddress.tryParse(name).isPresent() || Fqdn.tryParse(name).filter(Fqdn::isAddressLiteral).isPresent();
    }
}
