package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.Declared;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Members.Member;
import dev.sekisho.model.io.arm.value.Notation;
import dev.sekisho.model.io.arm.value.TextParts;
import dev.sekisho.model.io.arm.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The functions that ask Azure about deployed resources. Of resources in the same template, what the template declares is
/// known; everything else is unknown.
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource
final class ReferenceFunctions {
    private static final String FULL = "full";

    private final Deployment deployment;

    private ReferenceFunctions(Deployment deployment) {
        this.deployment = deployment;
    }

    static Collection<TemplateFunction> of(Deployment deployment) {
        ReferenceFunctions functions = new ReferenceFunctions(deployment);
        return List.of(TemplateFunction.lazy("reference", 1, 3, functions::reference),
                TemplateFunction.lazy("references", 1, 2, functions::references),
                TemplateFunction.lazy("resourceInfo", 1, 1, functions::resourceInfo));
    }

    private Value reference(Call call) {
        boolean full = call.count() > 1 && isFull(call.value(call.count() - 1));
        Value target = call.value(0);
        if (target instanceof Value.Deployed) {
            return call.unknown();
        }
        Value id = id(target, call.at());
        return find(target, id).map(resource -> of(resource, full, call.at()))
                .orElseGet(() -> elsewhere(id, full, call.at()));
    }

    private Value references(Call call) {
        boolean full = call.count() > 1 && isFull(call.value(1));
        List<Value> all = new ArrayList<>();
        for (Resource resource : deployment.withSymbol(call.text(0))) {
            all.add(of(resource, full, call.at()));
        }
        return all.isEmpty() ? call.unknown() : call.result(all);
    }

    private Value resourceInfo(Call call) {
        if (!call.value(0).isKnown()) {
            return call.unknown();
        }
        Resource resource = bySymbol(call.text(0))
                .orElseThrow(() -> call.refuse("finds no resource '" + call.text(0) + "' in this template"));
        return KnownParts.of("resourceInfo('" + call.text(0) + "')", Members.of(call.at(),
                Member.of("id", resource.id()), Member.of("name", resource.name()),
                Member.of("type", new Value.Text(call.at(), resource.type()))));
    }

    private static boolean isFull(Value argument) {
        return argument instanceof Value.Text(_, String text) && text.toLowerCase(Locale.ROOT).equals(FULL);
    }

    /// What the argument names: a symbolic name, a name, a type with names, or an id.
    private Optional<Resource> find(Value target, Value id) {
        if (target instanceof Value.Text(_, String text)) {
            Optional<Resource> symbolic = bySymbol(text);
            if (symbolic.isPresent()) {
                return symbolic;
            }
        }
        Optional<Resource> byId = deployment.evaluation().resource(id);
        if (byId.isPresent()) {
            return byId;
        }
        return deployment.withName(target);
    }

    /// The resource with that symbolic name; of a loop, `name[2]` is its third copy.
    private Optional<Resource> bySymbol(String text) {
        int bracket = text.endsWith("]") ? text.indexOf('[') : -1;
        String symbol = bracket < 0 ? text : text.substring(0, bracket);
        List<Resource> copies = deployment.withSymbol(symbol);
        if (bracket < 0) {
            return copies.stream().findFirst();
        }
        String digits = text.substring(bracket + 1, text.length() - 1);
        int index = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
        return index < copies.size() ? Optional.of(copies.get(index)) : Optional.empty();
    }

    private Value id(Value target, SourceLocation at) {
        if (target instanceof Value.Text(_, String text) && !text.startsWith("/") && text.indexOf('/') > 0) {
            TextParts parts = deployment.target().path();
            return parts.add("/providers/" + text).at(at);
        }
        return target;
    }

    private Value elsewhere(Value id, boolean full, SourceLocation at) {
        String name = name(id);
        Value.Deployed properties = new Value.Deployed(at, name, Declared.NOTHING);
        return full ? new Value.Deployed(at, name + ".full",
                member -> member.equalsIgnoreCase("properties") ? Optional.of(properties) : Optional.empty())
                : properties;
    }

    /// What the expression is called: the same for every way to name the same resource.
    private String name(Value id) {
        String text = switch (id) {
            case Value.Unknown unknown -> unknown.asPart();
            case Value other -> TextParts.plain(other).orElseGet(() -> Notation.expression(other));
        };
        String here = TextParts.plain(deployment.evaluation().rootTarget().id(id.at())).orElse("") + "/providers/";
        return "reference('" + (text.regionMatches(true, 0, here, 0, here.length()) ? text.substring(here.length())
                : text) + "')";
    }

    private Value of(Resource resource, boolean full, SourceLocation at) {
        String name = name(resource.id());
        Value.Deployed properties = new Value.Deployed(at, name, resource.isDeployment()
                ? outputs(resource, name, at) : lazily(resource, name));
        if (!full) {
            return properties;
        }
        return new Value.Deployed(at, name + ".full", member -> switch (member.toLowerCase(Locale.ROOT)) {
            case "properties" -> Optional.of(properties);
            case "resourceid" -> Optional.of(resource.id());
            default -> new KnownParts(name + ".full", resource.body(), Optional.empty()).member(member);
        });
    }

    /// The properties of a resource, evaluated when one of them is asked for.
    private static Declared lazily(Resource resource, String name) {
        return member -> resource.body().get("properties").flatMap(properties -> new KnownParts(name, properties,
                TextParts.plain(resource.id())).member(member));
    }

    private static Declared outputs(Resource resource, String name, SourceLocation at) {
        Declared outputs = output -> resource.nested().flatMap(inner -> inner.output(output))
                .map(value -> new Value.Deployed(at, name + ".outputs." + output,
                        part -> part.equalsIgnoreCase("value") ? Optional.of(value) : Optional.empty()));
        return member -> switch (member.toLowerCase(Locale.ROOT)) {
            case "outputs" -> Optional.of(new Value.Deployed(at, name + ".outputs", outputs));
            case "provisioningstate" -> Optional.of(new Value.Text(at, "Succeeded"));
            default -> Optional.empty();
        };
    }
}
