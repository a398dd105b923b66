package dev.sekisho.simulator.log;

import dev.sekisho.model.address.IpAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the messages of the legacy firewall log (`LOG-7`): requests, translations and DNS queries.
final class FirewallMessage {
    private static final Pattern REQUEST = Pattern.compile(
            "(?<protocol>\\S+)(?:\\s+Type=\\d+)?\\s+request\\s+from\\s+(?<from>\\S+?)(?:\\s+to\\s+(?<to>\\S+?))?"
                    + "(?<rest>\\.?\\s+.*|\\.?)",
            Pattern.DOTALL);
    private static final Pattern TRANSLATED = Pattern.compile("\\.?\\s+was DNAT'?ed to\\s+(?<target>\\S+?)"
            + "(?<rest>\\.?\\s+.*|\\.?)", Pattern.DOTALL);
    private static final Pattern DENIED = Pattern.compile("\\.?\\s+was denied\\.?(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern DNS = Pattern
            .compile("DNS Request:\\s+(?<from>\\S+)\\s+[-–—]\\s+(?<id>\\d+)\\s+(?<type>\\S+)"
                    + "\\s+(?<class>\\S+)\\s+(?<name>\\S+)\\s+(?<protocol>\\S+)\\s+(?<rest>.*)", Pattern.DOTALL);

    /// Values end where the next known key begins, because names may hold dots.
    private static final Pattern NEXT_KEY = Pattern.compile("\\.?\\s+(?=(?:Url|Action|Policy|Rule Collection Group|"
            + "Rule Collection|Rule|Web Category|Reason|ActionReason|ThreatIntel|Signature|IDS|Priority|Classification):"
            + "|No rule matched|Proceeding with default action|Default Action)");

    private static final Map<String, LogField> KEYS = Map.of("Url", LogField.URL, "Policy", LogField.POLICY,
            "Rule Collection Group", LogField.RULE_COLLECTION_GROUP, "Rule Collection", LogField.RULE_COLLECTION,
            "Rule",
            LogField.RULE, "Web Category", LogField.WEB_CATEGORY, "ThreatIntel", LogField.THREAT, "IDS",
            LogField.THREAT);

    private final LogLine.Builder line = new LogLine.Builder();

    private FirewallMessage() {}

    static LogReading read(String text) {
        return new FirewallMessage().message(text.strip());
    }

    private LogReading message(String text) {
        Matcher dns = DNS.matcher(text);
        if (dns.matches()) {
            return dns(dns);
        }
        Matcher request = REQUEST.matcher(text);
        if (!request.matches()) {
            return new LogReading.Refused("the line is no request, translation or DNS query of a firewall");
        }
        line.put(LogField.PROTOCOL, request.group("protocol").toUpperCase(Locale.ROOT));
        if (!endpoint(request.group("from"), LogField.SRC_IP, LogField.SRC_PORT)) {
            return new LogReading.Refused("the source is no address with a port");
        }
        String to = request.group("to");
        if (to != null && !destination(to)) {
            return new LogReading.Refused("the destination is no address or name with a port");
        }
        return rest(request.group("rest"));
    }

    private LogReading rest(String rest) {
        Matcher translated = TRANSLATED.matcher(rest);
        if (translated.matches()) {
            line.put(LogField.ACTION, "DNAT");
            clauses(translated.group("rest"));
            return endpoint(translated.group("target"), LogField.TRANSLATED_IP, LogField.TRANSLATED_PORT)
                    ? line.build()
                    : new LogReading.Refused("the translated address is no address with a port");
        }
        Matcher denied = DENIED.matcher(rest);
        if (denied.matches()) {
            line.put(LogField.ACTION, "Deny");
            clauses(denied.group("rest"));
            return line.build();
        }
        clauses(rest);
        LogLine read = line.build();
        return read.get(LogField.ACTION).isPresent() ? read
                : new LogReading.Refused("the line does not say what the firewall did");
    }

    private void clauses(String rest) {
        for (String clause : NEXT_KEY.split(rest)) {
            clause(withoutStop(clause.strip()));
        }
    }

    private void clause(String clause) {
        if (clause.startsWith("No rule matched") || clause.startsWith("Proceeding with default action")
                || clause.startsWith("Default Action")) {
            line.put(LogField.REASON, "NoRuleMatched");
            return;
        }
        int colon = clause.indexOf(':');
        if (colon < 0) {
            return;
        }
        String key = clause.substring(0, colon);
        String value = clause.substring(colon + 1).strip();
        switch (key) {
            case "Action" -> action(value);
            case "Reason", "ActionReason" -> line.put(LogField.REASON, reason(value));
            default -> Optional.ofNullable(KEYS.get(key)).ifPresent(field -> line.put(field, value));
        }
    }

    /// What stands behind the action in a sentence of its own and has no key is why it was taken.
    private void action(String value) {
        int end = value.indexOf(". ");
        line.put(LogField.ACTION, end < 0 ? value : value.substring(0, end));
        if (end >= 0) {
            line.put(LogField.REASON, reason(value.substring(end + 2).strip()));
        }
    }

    static String reason(String value) {
        return value.contains("SNI TLS extension was missing") ? "SniMissing"
                : value.startsWith("No rule matched") || value.startsWith("Default Action") ? "NoRuleMatched" : value;
    }

    private LogReading dns(Matcher query) {
        if (!endpoint(query.group("from"), LogField.SRC_IP, LogField.SRC_PORT)) {
            return new LogReading.Refused("the source is no address with a port");
        }
        line.put(LogField.PROTOCOL, query.group("protocol").toUpperCase(Locale.ROOT));
        line.put(LogField.FQDN, withoutStop(query.group("name")));
        return line.build();
    }

    /// Reads `ip:port`, `[ip]:port`, `ip:` or `ip`.
    private boolean endpoint(String text, LogField ip, LogField port) {
        Endpoint endpoint = Endpoint.of(text);
        Optional<IpAddress> address = IpAddress.tryParse(endpoint.host());
        address.ifPresent(known -> line.put(ip, known.toString()));
        line.put(port, endpoint.port());
        return address.isPresent();
    }

    private boolean destination(String text) {
        if (endpoint(text, LogField.DST_IP, LogField.DST_PORT)) {
            return true;
        }
        String host = Endpoint.of(text).host();
        line.put(LogField.FQDN, host);
        return !host.isEmpty();
    }

    private record Endpoint(String host, String port) {
        private static final Pattern PORT = Pattern.compile("[0-9]{1,5}|");

        static Endpoint of(String text) {
            int bracket = text.lastIndexOf(']');
            if (text.startsWith("[") && bracket > 0) {
                String after = text.substring(bracket + 1);
                return new Endpoint(text.substring(1, bracket), after.startsWith(":") ? after.substring(1) : after);
            }
            int colon = text.lastIndexOf(':');
            boolean bare = colon < 0 || text.indexOf(':') < colon && IpAddress.tryParse(text).isPresent();
            if (bare || !PORT.matcher(text.substring(colon + 1)).matches()) {
                return new Endpoint(text, "");
            }
            return new Endpoint(text.substring(0, colon), text.substring(colon + 1));
        }
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
