package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.simulator.world.Question;
import java.util.Optional;

/// A part of one side of a rule: addresses that are on it, or that are on it if a question is answered yes.
record AddressPart(AddressSet addresses, Optional<Question> given) {
    static AddressPart known(AddressSet addresses) {
        return new AddressPart(addresses, Optional.empty());
    }

    static AddressPart open(AddressSet addresses, Question question) {
        return new AddressPart(addresses, Optional.of(question));
    }
}
