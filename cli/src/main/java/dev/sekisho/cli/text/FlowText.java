package dev.sekisho.cli.text;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import java.util.Locale;
import java.util.Optional;

/// A flow with a destination address in one line, and as options of `sekisho trace`.
public final class FlowText {
    private FlowText() {}

    /// Returns `source -> destination:port protocol name`.
    public static String of(Flow flow) {
        return flow.source() + " -> " + destination(flow) + " " + protocol(flow)
                + flow.destinationName().map(name -> " " + name).orElse("");
    }

    /// Returns the same where the destination address may not be known.
    public static String logged(Flow flow) {
        return flow.destination().isPresent() ? of(flow)
                : flow.source() + " -> " + flow.destinationName().orElse("")
                        + (flow.destinationPort().isPresent() ? ":" + flow.destinationPort().getAsInt() : "") + " "
                        + protocol(flow);
    }

    /// Returns the options with which `sekisho trace` follows the flow.
    public static String options(Flow flow) {
        Optional<String> name = flow.application().isPresent() ? flow.destinationName() : Optional.empty();
        String port = flow.destinationPort().isPresent() ? ":" + flow.destinationPort().getAsInt() : "";
        return "--from " + flow.source() + " --to " + name.map(host -> host + port).orElseGet(() -> destination(flow))
                + " --protocol " + protocol(flow)
                + name.flatMap(host -> flow.destination().map(ip -> " --resolve " + host + "=" + ip)).orElse("");
    }

    private static String destination(Flow flow) {
        IpAddress address = flow.destination().orElseThrow();
        if (flow.destinationPort().isEmpty()) {
            return address.toString();
        }
        return (address.isIpv4() ? address.toString() : "[" + address + "]") + ":" + flow.destinationPort().getAsInt();
    }

    private static String protocol(Flow flow) {
        return flow.application().map(ApplicationData::protocol).map(ApplicationData.Protocol::text)
                .orElseGet(() -> flow.protocol().toString().toLowerCase(Locale.ROOT));
    }
}
