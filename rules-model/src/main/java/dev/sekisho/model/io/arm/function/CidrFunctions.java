package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.Members.Member;
import dev.sekisho.model.io.arm.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.shallow;

/// Blocks of addresses.
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-cidr
final class CidrFunctions {
    static final List<TemplateFunction> ALL = List.of(
            shallow("parseCidr", 1, 1, CidrFunctions::parse),
            shallow("cidrSubnet", 3, 3, CidrFunctions::subnet),
            shallow("cidrHost", 2, 2, CidrFunctions::host));

    private CidrFunctions() {}

    private static IpPrefix prefix(Call call) {
        try {
            return IpPrefix.masking(call.text(0));
        } catch (IllegalArgumentException e) {
            throw call.refuse("needs a block of addresses such as 10.0.0.0/16: " + e.getMessage());
        }
    }

    // The first and the last address of an IPv4 block are no hosts, unless it has but one or two.
    private static boolean hasEnds(IpPrefix prefix) {
        return prefix.isIpv4() && prefix.length() < 31;
    }

    private static Value parse(Call call) {
        IpPrefix prefix = prefix(call);
        List<Member> members = new ArrayList<>();
        members.add(Member.of("network", call.result(prefix.first().toString())));
        members.add(Member.of("netmask", call.result(mask(prefix).toString())));
        if (prefix.isIpv4()) {
            members.add(Member.of("broadcast", call.result(prefix.last().toString())));
        }
        members.add(Member.of("firstUsable", call.result(moved(prefix.first(), hasEnds(prefix) ? 1 : 0).toString())));
        members.add(Member.of("lastUsable", call.result(moved(prefix.last(), hasEnds(prefix) ? -1 : 0).toString())));
        members.add(Member.of("cidr", call.result(prefix.length())));
        return call.resultOf(members);
    }

    private static Value subnet(Call call) {
        IpPrefix prefix = prefix(call);
        long length = call.whole(1);
        long index = call.whole(2);
        int bits = prefix.first().bitCount();
        if (length < prefix.length() || length > bits) {
            throw call.refuse("cannot cut " + prefix + " into blocks of length " + length);
        }
        BigInteger count = BigInteger.TWO.pow((int) length - prefix.length());
        if (index < 0 || BigInteger.valueOf(index).compareTo(count) >= 0) {
            throw call.refuse("finds no block " + index + ": " + prefix + " has " + count + " of length " + length);
        }
        BigInteger first = prefix.first().toBigInteger()
                .add(BigInteger.valueOf(index).shiftLeft(bits - (int) length));
        return call.result(IpAddress.of(first, prefix.isIpv4()) + "/" + length);
    }

    private static Value host(Call call) {
        IpPrefix prefix = prefix(call);
        long index = call.whole(1);
        // Host 0 is the address behind the first one, also in blocks that have no broadcast address.
        BigInteger number = prefix.first().toBigInteger().add(BigInteger.valueOf(index)).add(BigInteger.ONE);
        BigInteger last = prefix.last().toBigInteger().subtract(hasEnds(prefix) ? BigInteger.ONE : BigInteger.ZERO);
        if (index < 0 || number.compareTo(last) > 0) {
            throw call.refuse("finds no host " + index + " in " + prefix);
        }
        return call.result(IpAddress.of(number, prefix.isIpv4()).toString());
    }

    private static IpAddress mask(IpPrefix prefix) {
        int bits = prefix.first().bitCount();
        return IpAddress.of(BigInteger.TWO.pow(bits).subtract(BigInteger.TWO.pow(bits - prefix.length())),
                prefix.isIpv4());
    }

    private static IpAddress moved(IpAddress address, int by) {
        return IpAddress.of(address.toBigInteger().add(BigInteger.valueOf(by)), address.isIpv4());
    }
}
