package dev.sekisho.model.io.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The properties of a resource or of a part of one, the level `properties` left out. Letter case of names does not
/// matter, as in Azure.
public final class Shape {
    private final String what;
    private final Map<String, Property> byName = new LinkedHashMap<>();

    private Shape(String what, List<Property> properties) {
        this.what = what;
        for (Property property : properties) {
            for (String name : property.names()) {
                if (byName.put(name.toLowerCase(Locale.ROOT), property) != null) {
                    throw new IllegalArgumentException(what + " has " + name + " twice");
                }
            }
        }
    }

    /// @param what what has these properties, for messages: `a route`
    static Shape of(String what, Property... properties) {
        return new Shape(what, Arrays.asList(properties));
    }

    /// Returns this shape with more properties.
    Shape with(Property... more) {
        List<Property> all = new ArrayList<>(new java.util.LinkedHashSet<>(byName.values()));
        all.addAll(Arrays.asList(more));
        return new Shape(what, all);
    }

    /// Returns this shape with properties that do not decide what can be reached.
    Shape leaving(String why, String... names) {
        return with(Arrays.stream(names).map(name -> Property.of(name, new Meaning.Left(why)))
                .toArray(Property[]::new));
    }

    /// What has these properties, for messages: `a route`.
    public String what() {
        return what;
    }

    /// Returns what is known of a property, named in any letter case.
    public Optional<Property> property(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /// All properties, once each.
    public List<Property> properties() {
        return byName.values().stream().distinct().toList();
    }

    @Override
    public String toString() {
        return what;
    }
}
