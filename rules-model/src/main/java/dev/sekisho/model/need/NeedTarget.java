package dev.sekisho.model.need;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;

/// One thing that a need leads to, with every placeholder filled in.
public sealed interface NeedTarget {
    /// A host name or a wildcard.
    record Name(FqdnPattern pattern) implements NeedTarget {
        @Override
        public String toString() {
            return pattern.toString();
        }
    }

    /// The addresses of a service tag.
    record Tag(ServiceTagName tag) implements NeedTarget {
        @Override
        public String toString() {
            return tag.toString();
        }
    }

    /// An address or a network.
    record Address(IpPrefix prefix) implements NeedTarget {
        @Override
        public String toString() {
            return prefix.toString();
        }
    }

    /// Every address, where nothing narrower is known.
    enum Anywhere implements NeedTarget {
        ANYWHERE;

        @Override
        public String toString() {
            return "*";
        }
    }
}
