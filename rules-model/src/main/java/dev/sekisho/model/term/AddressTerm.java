package dev.sekisho.model.term;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.name.ServiceTagName;

/// What an address list of a rule may hold (`FW-25`, `FW-27`): everything, a prefix, a range, or a service tag.
public sealed interface AddressTerm {

    /// The asterisk: every address.
    enum Any implements AddressTerm {
        ANY;

        @Override
        public String toString() {
            return "*";
        }
    }

    /// A prefix; a single address is a prefix of full length and is written without it.
    record Prefix(IpPrefix prefix) implements AddressTerm {
        @Override
        public String toString() {
            int full = prefix.isIpv4() ? 32 : 128;
            return prefix.length() == full ? prefix.first().toString() : prefix.toString();
        }
    }

    /// An inclusive range such as `10.0.0.4-10.0.0.9`.
    record Range(IpRange range) implements AddressTerm {
        @Override
        public String toString() {
            return range.toString();
        }
    }

    /// A service tag such as `AzureCloud.eastus`, unresolved.
    record Tag(ServiceTagName tag) implements AddressTerm {
        @Override
        public String toString() {
            return tag.toString();
        }
    }
}
