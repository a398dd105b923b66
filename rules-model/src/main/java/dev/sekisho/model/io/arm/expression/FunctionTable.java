package dev.sekisho.model.io.arm.expression;

import dev.sekisho.model.io.arm.value.Members;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Functions by name.
public final class FunctionTable implements Functions {
    private final Map<String, TemplateFunction> byName = new LinkedHashMap<>();
    private final Optional<Functions> others;

    private FunctionTable(Collection<TemplateFunction> functions, Optional<Functions> others) {
        functions.forEach(function -> byName.put(Members.fold(function.name()), function));
        this.others = others;
    }

    public static FunctionTable of(Collection<TemplateFunction> functions) {
        return new FunctionTable(functions, Optional.empty());
    }

    /// These functions, and those others whose names none of these has.
    public static FunctionTable over(Functions others, Collection<TemplateFunction> functions) {
        return new FunctionTable(functions, Optional.of(others));
    }

    @Override
    public Optional<TemplateFunction> find(String name) {
        Optional<TemplateFunction> own = Optional.ofNullable(byName.get(Members.fold(name)));
        return own.isPresent() ? own : others.flatMap(table -> table.find(name));
    }

    @Override
    public Collection<String> names() {
        List<String> names = new java.util.ArrayList<>(byName.values().stream().map(TemplateFunction::name).toList());
        others.ifPresent(table -> names.addAll(table.names()));
        return names;
    }
}
