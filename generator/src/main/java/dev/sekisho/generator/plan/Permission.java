package dev.sekisho.generator.plan;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import java.util.List;

/// The smallest thing that a rule allows: one destination for one need.
sealed interface Permission {
    /// What it is for.
    EgressNeed need();

    /// Where the traffic comes from.
    List<IpPrefix> sources();

    /// The TCP or UDP ports.
    PortSet ports();

    /// One name on one port in an application rule.
    ///
    /// @param byTag whether the `AzureKubernetesService` FQDN tag stands for the name
    record ByName(EgressNeed need, List<IpPrefix> sources, FqdnPattern pattern, ApplicationProtocol protocol,
            boolean byTag) implements Permission {
        @Override
        public PortSet ports() {
            return PortSet.of(protocol.effectivePort());
        }

        @Override
        public String toString() {
            return pattern.toString();
        }
    }

    /// One destination of a network rule.
    ///
    /// @param target an address, a tag, an exact name, or anywhere
    record ByAddress(EgressNeed need, List<IpPrefix> sources, NeedTarget target, NetworkProtocol protocol,
            PortSet ports) implements Permission {
        @Override
        public String toString() {
            return target.toString();
        }
    }

    /// Whether this allows all that the other allows, but for ports.
    default boolean reachesAllOf(Permission other) {
        return switch (this) {
            case ByName mine -> switch (other) {
                case ByName theirs -> mine.protocol().type() == theirs.protocol().type()
                        && covers(mine.pattern(), theirs.pattern());
                case ByAddress _ -> false;
            };
            case ByAddress mine -> switch (other) {
                // Network rules come first (FW-2, FW-20): one for the same name, or open to every address, decides.
                case ByName theirs -> carries(mine, NetworkProtocol.TCP, theirs.ports())
                        && (isEverywhere(mine.target()) || isName(mine.target(), theirs.pattern()));
                case ByAddress theirs ->
                    carries(mine, theirs.protocol(), theirs.ports()) && reaches(mine.target(), theirs.target());
            };
        } && sources().containsAll(other.sources());
    }

    private static boolean covers(FqdnPattern mine, FqdnPattern theirs) {
        return mine.equals(theirs)
                || mine.isWildcard() && theirs.literal().endsWith(mine.literal()) && mine.covers(theirs);
    }

    private static boolean isName(NeedTarget target, FqdnPattern pattern) {
        return target instanceof NeedTarget.Name(FqdnPattern named) && named.equals(pattern);
    }

    private static boolean carries(ByAddress permission, NetworkProtocol protocol, PortSet ports) {
        return switch (permission.protocol()) {
            case TCP, UDP, ICMP -> permission.protocol() == protocol;
            // With an explicit port, Any is TCP and UDP only (FW-17).
            case ANY -> permission.ports().isAny() || protocol != NetworkProtocol.ICMP && !ports.isAny();
        };
    }

    private static boolean reaches(NeedTarget mine, NeedTarget theirs) {
        return isEverywhere(mine) || mine.equals(theirs) || mine instanceof NeedTarget.Address(IpPrefix wide)
                && theirs instanceof NeedTarget.Address(IpPrefix narrow) && wide.contains(narrow);
    }

    private static boolean isEverywhere(NeedTarget target) {
        return switch (target) {
            case NeedTarget.Anywhere _ -> true;
            case NeedTarget.Address(IpPrefix prefix) -> prefix.equals(Ipv4Prefix.ALL);
            case NeedTarget.Name _,NeedTarget.Tag _ -> false;
        };
    }

    /// Whether a destination holds a public address; true for what only Azure knows.
    static boolean isPublic(NeedTarget target) {
        return switch (target) {
            case NeedTarget.Address(IpPrefix prefix) ->
                AddressSet.of(prefix).overlaps(WellKnownRanges.PUBLIC);
            case NeedTarget.Anywhere _,NeedTarget.Name _,NeedTarget.Tag _ -> true;
        };
    }
}
