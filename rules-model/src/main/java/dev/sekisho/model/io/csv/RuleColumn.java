package dev.sekisho.model.io.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The columns of a table of rules, with the headings that scripts and people give them. Letter case, blanks and
/// punctuation of a heading do not matter.
enum RuleColumn {
    POLICY("policy", "policy name", "firewall policy", "firewall policy name", "azure firewall policy"),
    GROUP("rule collection group", "rule collection group name", "rule collection groups", "collection group",
            "group", "group name", "rcg", "rcg name"),
    GROUP_PRIORITY("rule collection group priority", "collection group priority", "group priority", "rcg priority"),
    COLLECTION("rule collection", "rule collection name", "collection", "collection name", "rc name"),
    COLLECTION_PRIORITY("rule collection priority", "collection priority", "rule priority", "priority",
            "rc priority"),
    ACTION("rule collection action", "collection action", "action", "action type", "rule action", "rc action"),
    COLLECTION_TYPE("rule collection type", "collection type", "rule connection type"),
    RULE_TYPE("rule type", "type", "kind"),
    NAME("rule name", "name", "rule"),
    DESCRIPTION("description", "rule description", "comment", "comments", "justification", "notes"),
    SOURCE_TYPE("source type"),
    SOURCE("source", "sources"),
    SOURCE_ADDRESSES("source addresses", "source address", "source ip", "source ips", "source ip addresses",
            "source ip address", "source address prefixes"),
    SOURCE_IP_GROUPS("source ip groups", "source ip group"),
    PROTOCOLS("protocols", "protocol", "ip protocols", "network protocols", "protocol type"),
    TERMINATE_TLS("terminate tls", "tls inspection", "tls termination"),
    DESTINATION_PORTS("destination ports", "destination port", "ports", "port", "dest ports"),
    DESTINATION_TYPE("destination type"),
    DESTINATION("destination", "destinations"),
    DESTINATION_ADDRESSES("destination addresses", "destination address", "destination ip", "destination ips",
            "destination ip addresses", "destination ip address", "service tags", "destination service tags"),
    DESTINATION_IP_GROUPS("destination ip groups", "destination ip group"),
    DESTINATION_FQDNS("destination fqdns", "destination fqdn"),
    TARGET_FQDNS("target fqdns", "target fqdn", "fqdns", "fqdn"),
    TARGET_URLS("target urls", "target url", "urls", "destination urls"),
    FQDN_TAGS("fqdn tags", "fqdn tag", "destination fqdn tags"),
    WEB_CATEGORIES("web categories", "web category"),
    TRANSLATED_ADDRESS("translated address", "translated ip", "translated addresses"),
    TRANSLATED_FQDN("translated fqdn"),
    TRANSLATED_PORT("translated port");

    private static final Map<String, RuleColumn> BY_HEADING = byHeading();

    private final List<String> headings;

    RuleColumn(String... headings) {
        this.headings = Arrays.asList(headings);
    }

    private static Map<String, RuleColumn> byHeading() {
        Map<String, RuleColumn> columns = new TreeMap<>();
        for (RuleColumn column : values()) {
            for (String heading : column.headings) {
                if (columns.put(normal(heading), column) != null) {
                    throw new IllegalStateException(heading + " is the heading of two columns");
                }
            }
        }
        return columns;
    }

    /// Returns the column with that heading.
    static Optional<RuleColumn> of(String heading) {
        return Optional.ofNullable(BY_HEADING.get(normal(heading)));
    }

    /// Returns the name for messages: `rule collection priority`.
    String heading() {
        return headings.getFirst();
    }

    /// Returns all headings that it may have.
    List<String> headings() {
        return headings;
    }

    /// Returns the words without what does not matter.
    static String normal(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /// Returns the words of an enumeration by their normal text.
    static <E> Optional<E> word(String text, E[] words, Function<E, List<String>> spellings) {
        String normal = normal(text);
        return Arrays.stream(words).filter(word -> spellings.apply(word).contains(normal)).findFirst();
    }
}
