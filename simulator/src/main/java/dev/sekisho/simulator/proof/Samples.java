package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.name.FqdnPattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Members of a set that stand for all of it: those at its edges, where rules begin and end.
final class Samples {
    private static final BigInteger KEPT_AT_THE_START = BigInteger.valueOf(4);
    private static final BigInteger KEPT = BigInteger.valueOf(5);
    private static final int LABEL_ROOM = 200;

    private Samples() {}

    /// The first, the middle and the last address.
    static List<IpAddress> of(IpPrefix prefix) {
        return between(prefix.first(), prefix.last());
    }

    /// The first, the middle and the last address that a machine in the subnet can have: Azure keeps the first four and
    /// the last.
    static List<IpAddress> usable(IpPrefix subnet) {
        BigInteger first = subnet.first().toBigInteger();
        BigInteger last = subnet.last().toBigInteger();
        if (last.subtract(first).compareTo(KEPT) < 0) {
            return of(subnet);
        }
        return between(IpAddress.of(first.add(KEPT_AT_THE_START), subnet.isIpv4()),
                IpAddress.of(last.subtract(BigInteger.ONE), subnet.isIpv4()));
    }

    /// The addresses that machines in the subnet can have.
    static AddressSet usableAddresses(IpPrefix subnet) {
        BigInteger first = subnet.first().toBigInteger();
        BigInteger last = subnet.last().toBigInteger();
        if (last.subtract(first).compareTo(KEPT) < 0) {
            return AddressSet.of(subnet);
        }
        return AddressSet.of(new IpRange(IpAddress.of(first.add(KEPT_AT_THE_START), subnet.isIpv4()),
                IpAddress.of(last.subtract(BigInteger.ONE), subnet.isIpv4())));
    }

    private static List<IpAddress> between(IpAddress first, IpAddress last) {
        BigInteger middle = first.toBigInteger().add(last.toBigInteger()).shiftRight(1);
        SequencedSet<IpAddress> edges = new LinkedHashSet<>();
        edges.add(first);
        edges.add(IpAddress.of(middle, first.isIpv4()));
        edges.add(last);
        return List.copyOf(edges);
    }

    /// The first and the last port of every range.
    static List<Integer> of(PortSet ports) {
        SequencedSet<Integer> edges = new LinkedHashSet<>();
        for (PortRange range : ports.ranges()) {
            edges.add(Math.max(1, range.first()));
            edges.add(Math.max(1, range.last()));
        }
        return List.copyOf(edges);
    }

    /// The name itself, or names that a wildcard covers: one label deep, several labels deep, and, where the wildcard has no
    /// dot, the bare name.
    static List<String> of(FqdnPattern pattern) {
        if (!pattern.isWildcard()) {
            return List.of(pattern.literal());
        }
        String literal = pattern.literal();
        if (literal.isEmpty()) {
            return List.of("sample.sekisho.example", "a.deep.sample.sekisho.example");
        }
        List<String> names = new ArrayList<>();
        if (!literal.startsWith(".")) {
            names.add(literal);
        }
        if (literal.length() < LABEL_ROOM) {
            String dotted = literal.startsWith(".") ? literal : "." + literal;
            names.add("sample" + dotted);
            names.add("a.deep.sample" + dotted);
        }
        return names.isEmpty() ? List.of("a" + literal) : names;
    }
}
