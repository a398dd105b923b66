package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.Scalars;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.FqdnTagName;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.term.AddressTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Reads what Azure or the resolvers would know: fixtures, service tags, and the readings of undecided rules.
final class KnowledgeReader {
    private final Diagnostics diagnostics;
    private final TermReader terms;

    KnowledgeReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        terms = new TermReader(diagnostics);
    }

    Knowledge fixtures(Fields fields, EnvironmentParts parts) {
        SortedMap<String, List<FqdnPattern>> fqdnTags = new TreeMap<>();
        each(fields, "fqdnTags", (tag, item) -> Scalars.parse(tag, FqdnTagName::parse, diagnostics).ifPresent(
                name -> fqdnTags.put(name.canonical().toLowerCase(Locale.ROOT), known(item, tag.text()))));
        serviceTags(fields, parts);
        Knowledge knowledge = new Knowledge(names(fields, "firewallDns"), names(fields, "clientDns"), fqdnTags,
                webCategories(fields),
                fields.mapping("threatFeed").map(this::threatFeed).orElse(Knowledge.ThreatFeed.NONE),
                known(fields, "infrastructureFqdns"), learned(fields));
        fields.finish();
        return knowledge;
    }

    /// Reads the map from tags to prefixes under `serviceTags`.
    void serviceTags(Fields fields, EnvironmentParts parts) {
        each(fields, "serviceTags",
                (tag, item) -> Scalars.parse(tag, ServiceTagName::parse, diagnostics)
                        .ifPresent(name -> parts.add(name, AddressSet.ofPrefixes(terms.prefixes(item, tag.text())),
                                tag.at())));
    }

    Readings readings(Fields fields) {
        Readings chosen = Readings.RECOMMENDED;
        for (String name : Readings.NAMES) {
            Readings before = chosen;
            chosen = fields.bool(name).flatMap(value -> before.with(name, value)).orElse(before);
        }
        fields.finish();
        return chosen;
    }

    private Optional<AddressSet> learned(Fields fields) {
        return fields.has("learnedPrivateRanges")
                ? Optional.of(AddressSet.ofPrefixes(terms.prefixes(fields, "learnedPrivateRanges")))
                : Optional.empty();
    }

    private SortedMap<String, List<IpAddress>> names(Fields fields, String key) {
        SortedMap<String, List<IpAddress>> names = new TreeMap<>();
        each(fields, key, (name, item) -> Scalars.parse(name, Fqdn::parse, diagnostics)
                .ifPresent(fqdn -> names.put(fqdn.value(), terms.exactAddresses(item, name.text()))));
        return names;
    }

    private SortedMap<String, String> webCategories(Fields fields) {
        SortedMap<String, String> categories = new TreeMap<>();
        fields.mapping("webCategories").ifPresent(map -> {
            for (Node.Entry entry : map.entries()) {
                String place = entry.key().text();
                int slash = place.indexOf('/') < 0 ? place.length() : place.indexOf('/');
                Scalars.parse(new Node.Scalar(entry.key().at(), place.substring(0, slash), Node.Style.QUOTED),
                        Fqdn::parse,
                        diagnostics)
                        .ifPresent(host -> map.text(place)
                                .ifPresent(category -> categories.put(host + place.substring(slash), category)));
            }
        });
        return categories;
    }

    private Knowledge.ThreatFeed threatFeed(Fields fields) {
        List<AddressSet> addresses = new ArrayList<>();
        fields.scalars("ips").forEach(item -> terms.address(item).known().ifPresent(term -> {
            Optional<AddressSet> set = addresses(term);
            set.ifPresent(addresses::add);
            if (set.isEmpty()) {
                diagnostics.error("INVALID_VALUE", item.at(), "a threat feed holds addresses, prefixes and ranges only",
                        "");
            }
        }));
        Knowledge.ThreatFeed feed = new Knowledge.ThreatFeed(AddressSet.unionOf(addresses), known(fields, "fqdns"));
        fields.finish();
        return feed;
    }

    private static Optional<AddressSet> addresses(AddressTerm term) {
        return switch (term) {
            case AddressTerm.Any _ -> Optional.of(AddressSet.ALL);
            case AddressTerm.Prefix(var prefix) -> Optional.of(AddressSet.of(prefix));
            case AddressTerm.Range(var range) -> Optional.of(AddressSet.of(range));
            case AddressTerm.Tag _ -> Optional.empty();
        };
    }

    private List<FqdnPattern> known(Fields fields, String key) {
        return fields.parseEach(key, FqdnPattern::parse);
    }

    /// Hands over each key of the map under `key`, with the fields to read its value from under that same key.
    private static void each(Fields fields, String key, BiConsumer<Node.Scalar, Fields> reader) {
        fields.mapping(key).ifPresent(map -> map.entries().forEach(entry -> reader.accept(entry.key(), map)));
    }

    static Knowledge union(Knowledge first, Knowledge second) {
        List<FqdnPattern> infrastructure = new ArrayList<>(first.infrastructureFqdns());
        infrastructure.addAll(second.infrastructureFqdns());
        List<FqdnPattern> malicious = new ArrayList<>(first.threatFeed().fqdns());
        malicious.addAll(second.threatFeed().fqdns());
        return new Knowledge(union(first.firewallDns(), second.firewallDns()),
                union(first.clientDns(), second.clientDns()), union(first.fqdnTags(), second.fqdnTags()),
                union(first.webCategories(), second.webCategories()),
                new Knowledge.ThreatFeed(first.threatFeed().ips().union(second.threatFeed().ips()), malicious),
                infrastructure, union(first.learnedPrivateRanges(), second.learnedPrivateRanges()));
    }

    private static Optional<AddressSet> union(Optional<AddressSet> first, Optional<AddressSet> second) {
        return first.isPresent() && second.isPresent()
                ? Optional.of(first.get().union(second.get()))
                : first.or(() -> second);
    }

    private static <V> SortedMap<String, V> union(SortedMap<String, V> first, SortedMap<String, V> second) {
        SortedMap<String, V> union = new TreeMap<>(first);
        union.putAll(second);
        return union;
    }
}
