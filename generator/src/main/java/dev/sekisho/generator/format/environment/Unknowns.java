package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parameters of a converted environment: one for each value that nobody knows, one for each resource that is
/// referred to but not described.
///
/// Two places with the same unknown get the same parameter, so that they stay the same.
public final class Unknowns {
    /// What already is the name of a parameter or variable keeps it.
    private static final Pattern PARAMETER = Pattern.compile("(?:parameters\\('(\\w+)'\\)|var\\.(\\w+))");

    /// What the formats call things of their own.
    private static final List<String> RESERVED = List.of("location", "resourceGroup", "resourceGroupName", "resources",
            "subscriptionId", "dryRun", "id", "version", "body", "file");

    private final Symbols names;
    private final Map<String, Parameter> byWhat = new LinkedHashMap<>();

    /// @param names gives identifiers to everything in the same file
    public Unknowns(Symbols names) {
        this.names = names;
        RESERVED.forEach(name -> names.camel("", name));
    }

    /// Returns the parameter for a value that is not known.
    ///
    /// @param name what stands for the value, such as `reference('fw').privateIPAddress`
    public Parameter value(String name) {
        return byWhat.computeIfAbsent("value " + name, _ -> Parameter.required(identifier(name),
                "The value of " + name + ", which was not known when this was converted"));
    }

    /// Tells whether there is a parameter for a value already.
    public boolean has(String name) {
        return byWhat.containsKey("value " + name);
    }

    /// Returns the parameter for the id of a resource that is not described.
    public Parameter id(Kind kind, String name) {
        return byWhat.computeIfAbsent((kind + " " + name).toLowerCase(Locale.ROOT),
                _ -> Parameter.required(names.camel(kind.symbol(), name) + "Id",
                        "Resource id of the " + kind + " " + name + ", which is not described"));
    }

    /// Returns a parameter for something else that only the operator knows.
    public Parameter other(String name, String description) {
        return byWhat.computeIfAbsent("other " + name,
                _ -> Parameter.required(names.camel("", name), description));
    }

    /// Returns all parameters in the order in which they were first asked for.
    public List<Parameter> all() {
        return List.copyOf(new ArrayList<>(byWhat.values()));
    }

    private String identifier(String name) {
        Matcher matcher = PARAMETER.matcher(name);
        String plain = !matcher.matches() ? name : matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        boolean letter = plain.replaceAll("^[^A-Za-z0-9]+", "").matches("[A-Za-z].*");
        return names.camel(letter ? "" : "value", plain);
    }
}
