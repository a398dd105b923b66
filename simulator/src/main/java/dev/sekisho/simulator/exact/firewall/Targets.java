package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.FqdnTagName;
import dev.sekisho.model.name.UrlPattern;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.PathSet;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The flows that the targets of an application rule are about: names, URLs, FQDN tags and web categories, any of which
/// suffices (`FW-35` to `FW-43`).
record Targets(Knowledge knowledge) {
    private static final String UNCATEGORIZED = "uncategorized";

    /// Returns the parts of a region that has one kind.
    List<Region> of(Region region, ApplicationRule rule, Tier tier) {
        FlowKind kind = region.kinds().iterator().next();
        List<Region> parts = new ArrayList<>();
        List<FqdnPattern> patterns = new ArrayList<>();
        for (Entry<FqdnPattern> entry : rule.targetFqdns()) {
            switch (entry) {
                case Entry.Known<FqdnPattern>(FqdnPattern pattern) -> patterns.add(pattern);
                case Entry.Unknown<FqdnPattern> unknown ->
                    parts.add(named(region, Question.contains(unknown, "the name")));
                case Entry.Malformed<FqdnPattern> _ -> {}
            }
        }
        for (FqdnTagName tag : rule.fqdnTags()) {
            Optional<List<FqdnPattern>> content = Optional
                    .ofNullable(knowledge.fqdnTags().get(tag.canonical().toLowerCase(Locale.ROOT)));
            content.ifPresentOrElse(patterns::addAll,
                    () -> parts.add(named(region, Question.contains("the FQDN tag " + tag, "the name"))));
        }
        parts.addFirst(region.named(NameSet.of(patterns)));
        boolean inspected = kind == FlowKind.HTTPS && rule.terminateTls() && tier == Tier.PREMIUM;
        if (kind == FlowKind.HTTP || inspected) {
            rule.targetUrls().forEach(entry -> url(region, entry).ifPresent(parts::add));
        }
        if (!rule.webCategories().isEmpty()) {
            parts.addAll(categories(region, rule, tier == Tier.PREMIUM && (kind == FlowKind.HTTP || inspected)));
        }
        return parts;
    }

    private static Region named(Region region, Question question) {
        return region.named(NameSet.NAMED).given(question);
    }

    private static Optional<Region> url(Region region, Entry<UrlPattern> entry) {
        return switch (entry) {
            case Entry.Known<UrlPattern>(UrlPattern pattern) -> Optional
                    .of(region.named(NameSet.of(List.of(pattern.host()))).at(PathSet.of(pattern)));
            case Entry.Unknown<UrlPattern> unknown -> Optional
                    .of(named(region, Question.contains(unknown, "the URL")));
            case Entry.Malformed<UrlPattern> _ -> Optional.empty();
        };
    }

    /// Web categories are known for single hosts (`FW-41`). Where a category hangs on paths and the rule sees them, which
    /// one holds is left open.
    private List<Region> categories(Region region, ApplicationRule rule, boolean seesPaths) {
        List<String> wanted = rule.webCategories().stream().map(Targets::key).toList();
        boolean byPath = seesPaths && knowledge.webCategories().keySet().stream().anyMatch(key -> key.contains("/"));
        if (knowledge.webCategories().isEmpty() || byPath) {
            return rule.webCategories().stream().map(category -> named(region,
                    new Question("the name is in the web category " + category,
                            "the name is not in the web category " + category)))
                    .toList();
        }
        List<FqdnPattern> inside = new ArrayList<>();
        List<FqdnPattern> categorised = new ArrayList<>();
        knowledge.webCategories().forEach((host, category) -> Fqdn.tryParse(host).map(FqdnPattern::exactly)
                .ifPresent(pattern -> {
                    categorised.add(pattern);
                    if (wanted.contains(key(category))) {
                        inside.add(pattern);
                    }
                }));
        List<Region> parts = new ArrayList<>(List.of(region.named(NameSet.of(inside))));
        if (wanted.contains(UNCATEGORIZED)) {
            parts.add(region.named(NameSet.NAMED.without(categorised)));
        }
        return parts;
    }

    private static String key(String category) {
        return category.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
