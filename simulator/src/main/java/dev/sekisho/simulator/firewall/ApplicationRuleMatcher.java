package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.FqdnTagName;
import dev.sekisho.model.name.UrlMatch;
import dev.sekisho.model.name.UrlPattern;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.simulator.match.Field;
import dev.sekisho.simulator.match.FieldMatch;
import dev.sekisho.simulator.match.RuleMatch;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Whether an application rule matches (`FW-29` to `FW-45`). Unless the steps tell about every rule, one field that misses
/// is enough.
record ApplicationRuleMatcher(Encounter encounter, Wire wire) {
    private static final int FIRST_REDIRECT_PORT = 11_000;
    private static final int LAST_REDIRECT_PORT = 11_999;

    RuleMatch match(ApplicationRule rule, Tier tier) {
        FieldMatch protocol = protocol(rule);
        return settledBy(protocol).orElseGet(() -> {
            FieldMatch target = target(rule, tier);
            return settledBy(target).orElseGet(() -> match(rule, tier, protocol, target));
        });
    }

    private Optional<RuleMatch> settledBy(FieldMatch field) {
        return encounter.everyRule() ? Optional.empty() : RuleMatch.settledBy(List.of(field));
    }

    private RuleMatch match(ApplicationRule rule, Tier tier, FieldMatch protocol, FieldMatch target) {
        List<FieldMatch> fields = new ArrayList<>();
        tierGate(rule, tier).ifPresent(reason -> fields.add(FieldMatch.no(Field.TIER, reason)));
        fields.add(new Sides(encounter.view()).source(rule.sources(), encounter.flow().source()));
        fields.add(protocol);
        fields.add(target);
        if (isRestricted(rule)) {
            fields.add(resolvedDestination(rule));
        }
        return new RuleMatch(fields);
    }

    /// Tells whether the firewall decrypts the flow for a rule (`FW-40`).
    boolean inspects(ApplicationRule rule, Tier tier) {
        return wire.protocol() == ApplicationData.Protocol.HTTPS && rule.terminateTls() && tier == Tier.PREMIUM
                && (!isNeverInspected() || isListedByUrl(rule));
    }

    /// Returns the category that a rule judges the flow by.
    Optional<String> category(ApplicationRule rule, Tier tier) {
        WebCategories categories = new WebCategories(encounter.view().knowledge().webCategories());
        Optional<Url> url = tier == Tier.PREMIUM ? wire.url(inspects(rule, tier)) : Optional.empty();
        return url.isPresent() ? categories.ofUrl(url.get()) : wire.name().flatMap(categories::ofHost);
    }

    private static Optional<String> tierGate(ApplicationRule rule, Tier tier) {
        if (tier != Tier.PREMIUM && !rule.targetUrls().isEmpty()) {
            return Optional.of("URLs need the Premium tier");
        }
        if (tier != Tier.PREMIUM && rule.terminateTls()) {
            return Optional.of("TLS inspection needs the Premium tier");
        }
        if (tier == Tier.BASIC && !rule.webCategories().isEmpty()) {
            return Optional.of("web categories need the Standard tier");
        }
        return Optional.empty();
    }

    private FieldMatch protocol(ApplicationRule rule) {
        List<ApplicationProtocol> protocols = rule.protocols().isEmpty() && !rule.fqdnTags().isEmpty()
                ? List.of(ApplicationProtocol.of(ApplicationProtocol.Type.HTTP, 80),
                        ApplicationProtocol.of(ApplicationProtocol.Type.HTTPS, 443))
                : rule.protocols();
        String actual = wire.protocol().text() + (wire.port().isPresent() ? ":" + wire.port().getAsInt() : "");
        for (ApplicationProtocol protocol : protocols) {
            if (type(wire.protocol()) == protocol.type() && wire.port().isPresent()
                    && (wire.port().getAsInt() == protocol.effectivePort() || isRedirect(protocol))) {
                return FieldMatch.yes(Field.PROTOCOL, actual + " is " + protocol);
            }
        }
        List<Question> open = wire.port().isPresent()
                ? List.of()
                : protocols.stream().filter(protocol -> type(wire.protocol()) == protocol.type())
                        .map(protocol -> new Question("the port is " + protocol.effectivePort(),
                                "the port is not " + protocol.effectivePort()))
                        .toList();
        return open.isEmpty()
                ? FieldMatch.no(Field.PROTOCOL, actual + " is not among " + protocols)
                : FieldMatch.unknown(Field.PROTOCOL, open, "the port is not known");
    }

    /// SQL in redirect mode continues on other ports, where the policy allows it (`FW-45`).
    private boolean isRedirect(ApplicationProtocol protocol) {
        OptionalInt port = wire.port();
        return encounter.view().settings().allowSqlRedirect() && protocol.type() == ApplicationProtocol.Type.MSSQL
                && protocol.effectivePort() == ApplicationProtocol.Type.MSSQL.defaultPort() && port.isPresent()
                && port.getAsInt() >= FIRST_REDIRECT_PORT && port.getAsInt() <= LAST_REDIRECT_PORT;
    }

    private static ApplicationProtocol.Type type(ApplicationData.Protocol protocol) {
        return switch (protocol) {
            case HTTP -> ApplicationProtocol.Type.HTTP;
            case HTTPS -> ApplicationProtocol.Type.HTTPS;
            case MSSQL -> ApplicationProtocol.Type.MSSQL;
        };
    }

    private FieldMatch target(ApplicationRule rule, Tier tier) {
        if (rule.hasNoTarget()) {
            return FieldMatch.no(Field.TARGET, "the rule has no target");
        }
        boolean inspected = inspects(rule, tier);
        List<String> names = wire.names(inspected);
        TargetMatch target = new TargetMatch();
        rule.targetFqdns().forEach(entry -> name(target, entry, names));
        wire.url(inspected).ifPresent(url -> rule.targetUrls().forEach(entry -> url(target, entry, url)));
        rule.fqdnTags().forEach(tag -> tag(target, tag, names));
        if (!rule.webCategories().isEmpty() && !names.isEmpty()) {
            category(target, rule, tier, names.getFirst());
        }
        return target
                .result(names.isEmpty() ? "the flow shows no name" : String.join(" and ", names) + " is not in it");
    }

    private static void name(TargetMatch target, Entry<FqdnPattern> entry, List<String> names) {
        switch (entry) {
            case Entry.Known<FqdnPattern>(FqdnPattern pattern) -> {
                NameMatch match = NameMatch.all(pattern, names);
                if (match.matches()) {
                    target.hit(names.getFirst() + " matches " + pattern, match.assumptions());
                }
            }
            case Entry.Unknown<FqdnPattern> unknown -> {
                if (!names.isEmpty()) {
                    target.ask(new Question(unknown + " matches " + names.getFirst(),
                            unknown + " does not match " + names.getFirst()));
                }
            }
            case Entry.Malformed<FqdnPattern> _ -> {}
        }
    }

    private static void url(TargetMatch target, Entry<UrlPattern> entry, Url url) {
        switch (entry) {
            case Entry.Known<UrlPattern>(UrlPattern pattern) -> {
                UrlMatch match = pattern.matches(url.host(), url.path());
                switch (match) {
                    case MATCH -> target.hit(url.host() + url.path() + " matches " + pattern, Set.of());
                    case NO_MATCH_UNLISTED_PATH -> target.consult(Assumption.FW_38);
                    case NO_MATCH -> {}
                }
            }
            case Entry.Unknown<UrlPattern> unknown -> target.ask(new Question(unknown + " matches " + url.host(),
                    unknown + " does not match " + url.host()));
            case Entry.Malformed<UrlPattern> _ -> {}
        }
    }

    private void tag(TargetMatch target, FqdnTagName tag, List<String> names) {
        target.consult(Assumption.FW_42);
        if (names.isEmpty()) {
            return;
        }
        Optional<List<FqdnPattern>> content = Optional.ofNullable(
                encounter.view().knowledge().fqdnTags().get(tag.canonical().toLowerCase(Locale.ROOT)));
        if (content.isEmpty()) {
            target.ask(Question.contains("the FQDN tag " + tag, NameMatch.canonical(names.getFirst())));
            return;
        }
        for (FqdnPattern pattern : content.get()) {
            NameMatch match = NameMatch.all(pattern, names);
            if (match.matches()) {
                target.hit(names.getFirst() + " matches " + pattern + " of " + tag, match.assumptions());
            }
        }
    }

    private void category(TargetMatch target, ApplicationRule rule, Tier tier, String name) {
        Optional<String> category = category(rule, tier);
        if (category.isEmpty() && encounter.view().knowledge().webCategories().isEmpty()) {
            rule.webCategories().forEach(wanted -> target.ask(
                    new Question(name + " is in the web category " + wanted,
                            name + " is not in the web category " + wanted)));
            return;
        }
        if (category.isEmpty()) {
            target.consult(Assumption.FW_41);
        }
        String actual = category.orElse(WebCategories.UNCATEGORIZED);
        if (rule.webCategories().stream().anyMatch(wanted -> WebCategories.same(wanted, actual))) {
            target.hit(name + " is in the web category " + actual, Set.of());
        }
    }

    private boolean isNeverInspected() {
        return wire.name()
                .filter(new WebCategories(encounter.view().knowledge().webCategories())::isNeverInspected).isPresent();
    }

    private boolean isListedByUrl(ApplicationRule rule) {
        Optional<String> name = wire.name();
        return name.isPresent() && rule.targetUrls().stream().flatMap(entry -> entry.known().stream())
                .anyMatch(pattern -> pattern.host().matches(name.get()));
    }

    private static boolean isRestricted(ApplicationRule rule) {
        return !rule.destinationAddresses().isEmpty() && rule.destinationAddresses().stream()
                .flatMap(entry -> entry.known().stream()).noneMatch(AddressTerm.Any.ANY::equals);
    }

    /// Destination addresses restrict the address that the firewall resolves the name to (`FW-43`).
    private FieldMatch resolvedDestination(ApplicationRule rule) {
        Optional<String> name = wire.name();
        Optional<List<IpAddress>> resolved = name.flatMap(encounter::resolve);
        if (resolved.isEmpty()) {
            return FieldMatch.unknown(Field.RESOLVED_DESTINATION,
                    List.of(new Question("the firewall resolves " + name.orElse("the name") + " into "
                            + rule.destinationAddresses(),
                            "the firewall does not resolve " + name.orElse("the name") + " into "
                                    + rule.destinationAddresses())),
                    "the firewall's resolution is not known");
        }
        for (IpAddress address : resolved.get()) {
            FieldMatch match = new Sides(encounter.view())
                    .destination(Field.RESOLVED_DESTINATION, address, rule.destinationAddresses(), List.of()).result();
            if (match.truth() != Truth.NO) {
                return match;
            }
        }
        return FieldMatch.no(Field.RESOLVED_DESTINATION, resolved.get() + " is not in it");
    }
}
