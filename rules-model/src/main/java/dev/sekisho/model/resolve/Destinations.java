package dev.sekisho.model.resolve;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.catalogue.Destination;
import dev.sekisho.model.catalogue.Template;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.need.NeedTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Fills the placeholders of destinations and remembers what could not be filled.
final class Destinations {
    private final Placeholders placeholders;
    private final List<String> unusable = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> invalid = new LinkedHashSet<>();

    Destinations(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /// Returns the alternatives of which every part could be filled, in their order.
    List<List<NeedTarget>> usable(List<List<Destination>> alternatives) {
        List<List<NeedTarget>> usable = new ArrayList<>();
        for (List<Destination> alternative : alternatives) {
            Set<String> empty = alternative.stream().flatMap(part -> emptyPlaceholders(part).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (empty.isEmpty()) {
                List<NeedTarget> targets = alternative.stream().flatMap(part -> targets(part).stream()).distinct()
                        .toList();
                if (!targets.isEmpty()) {
                    usable.add(targets);
                }
            } else {
                missing.addAll(empty);
                unusable.add(alternative.stream().map(Destination::toString).collect(Collectors.joining(", ")) + ": "
                        + empty.stream().map(placeholders::whyMissing).collect(Collectors.joining(", ")));
            }
        }
        return usable;
    }

    /// The alternatives that could not be filled, and why.
    List<String> unusable() {
        return List.copyOf(unusable);
    }

    /// Why given values make no name, tag or address.
    Set<String> invalid() {
        return Collections.unmodifiableSet(invalid);
    }

    /// The placeholders without a value.
    Set<String> missing() {
        return Collections.unmodifiableSet(missing);
    }

    /// Tells where to write what is missing.
    String whereToWrite(String placeholder) {
        return placeholders.whereToWrite(placeholder);
    }

    /// Whether all that is missing comes into being with the cluster.
    boolean isKnownAfterCreation() {
        return !missing.isEmpty() && missing.stream().allMatch(placeholders::isKnownAfterCreation);
    }

    private List<String> emptyPlaceholders(Destination destination) {
        Set<String> names = switch (destination) {
            case Destination.Host(Template pattern) -> pattern.placeholders();
            case Destination.Tag(Template name) -> name.placeholders();
            case Destination.Address(Template value) -> value.placeholders();
            case Destination.Anywhere _ -> Set.of();
        };
        return names.stream().filter(name -> placeholders.values(name).isEmpty()).toList();
    }

    private List<NeedTarget> targets(Destination destination) {
        return switch (destination) {
            case Destination.Host(Template pattern) ->
                filled(pattern, text -> new NeedTarget.Name(FqdnPattern.parse(text)));
            case Destination.Tag(Template name) -> filled(name, text -> new NeedTarget.Tag(new ServiceTagName(text)));
            case Destination.Address(Template value) ->
                filled(value, text -> new NeedTarget.Address(IpPrefix.parseAddressOrPrefix(text)));
            case Destination.Anywhere _ -> List.of(NeedTarget.Anywhere.ANYWHERE);
        };
    }

    // Values come from the user, so that what they make may be no name and no address.
    private List<NeedTarget> filled(Template template, Function<String, NeedTarget> target) {
        List<NeedTarget> targets = new ArrayList<>();
        for (String text : template.fill(placeholders::values)) {
            try {
                targets.add(target.apply(text));
            } catch (IllegalArgumentException e) {
                invalid.add(String.valueOf(e.getMessage()));
            }
        }
        return targets;
    }
}
