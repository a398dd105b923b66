package dev.sekisho.simulator.cases;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the flow of a case.
final class FlowReader {
    private static final int HIGHEST_PORT = 65_535;
    private static final List<String> APPLICATIONS = Arrays.stream(ApplicationData.Protocol.values())
            .map(ApplicationData.Protocol::text).toList();

    private final Diagnostics problems;

    FlowReader(Diagnostics problems) {
        this.problems = problems;
    }

    /// Reads a flow, or nothing after a problem.
    Optional<Flow> flow(Fields fields) {
        fields.require("ipProto");
        Optional<IpAddress> pod = fields.parse("podIp", IpAddress::parse);
        Optional<IpAddress> source = pod.or(() -> fields.parse("srcIp", IpAddress::parse));
        boolean ofPod = fields.has("podIp");
        boolean ofAddress = fields.has("srcIp");
        if (!ofPod && !ofAddress) {
            problems.error("MISSING_KEY", fields.at(), "the flow has no 'srcIp' or 'podIp'", "add srcIp:");
        } else if (ofPod && ofAddress) {
            problems.error("TWO_SOURCES", fields.keyAt("srcIp"), "the flow has both 'podIp' and 'srcIp'",
                    "keep podIp where a pod sends it, srcIp otherwise");
        }
        Optional<IpAddress> destination = fields.parse("dstIp", IpAddress::parse);
        Optional<String> name = fields.text("dstFqdn");
        if (!fields.has("dstIp") && !fields.has("dstFqdn")) {
            problems.error("MISSING_KEY", fields.at(), "the flow has no 'dstIp' or 'dstFqdn'", "add dstIp:");
        }
        Optional<IpProtocol> protocol = fields.parse("ipProto", IpProtocol::parse);
        OptionalInt port = port(fields, "dstPort");
        if (protocol.filter(IpProtocol::hasPorts).isPresent()) {
            fields.require("dstPort");
        }
        Optional<ApplicationData> application = application(fields);
        Flow.Marks marks = new Flow.Marks(fields.bool("inbound").orElse(false), fields.bool("isReply").orElse(false),
                fields.text("idpsSignature"), fields.bool("viaExplicitProxy").orElse(false),
                port(fields, "realDstPort"));
        return source
                .flatMap(from -> protocol.map(ip -> new Flow(from, destination, name, ip, port, application, marks)));
    }

    private static OptionalInt port(Fields fields, String key) {
        return fields.integer(key, 0, HIGHEST_PORT).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Optional<ApplicationData> application(Fields fields) {
        Optional<String> sni = fields.text("sni");
        Optional<String> host = fields.text("host");
        Optional<String> url = fields.text("url");
        return fields.oneOf("appProto", APPLICATIONS)
                .flatMap(text -> Arrays.stream(ApplicationData.Protocol.values())
                        .filter(protocol -> protocol.text().equals(text)).findFirst())
                .map(protocol -> new ApplicationData(protocol, sni, host, url));
    }
}
