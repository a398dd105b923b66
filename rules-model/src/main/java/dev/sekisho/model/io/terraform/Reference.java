package dev.sekisho.model.io.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an expression of the configuration refers to, such as `azurerm_subnet.this["aks"].id`, taken apart at its dots
/// and brackets.
///
/// @param steps names, each with its index as written: `azurerm_subnet`, `this["aks"]`, `id`
record Reference(List<String> steps) {
    Reference {
        steps = List.copyOf(steps);
    }

    /// Takes a reference apart; a dot between quotes does not count.
    static Reference parse(String text) {
        List<String> steps = new ArrayList<>();
        int begin = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                steps.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        steps.add(text.substring(begin));
        return new Reference(steps);
    }

    /// Of all references of an expression those that say the most: Terraform lists `a.b` behind `a.b.c` too.
    static List<Reference> leaves(List<String> texts) {
        return texts.stream()
                .filter(text -> texts.stream().noneMatch(other -> other.length() > text.length()
                        && other.startsWith(text) && ".[".indexOf(other.charAt(text.length())) >= 0))
                .distinct().map(Reference::parse).toList();
    }

    /// The first name without its index: `var`, `module`, `each`, `data`, a type.
    String first() {
        return withoutIndex(steps.getFirst());
    }

    String step(int number) {
        return number < steps.size() ? steps.get(number) : "";
    }

    /// Returns the steps from that number on as text.
    String from(int number) {
        return number < steps.size() ? String.join(".", steps.subList(number, steps.size())) : "";
    }

    static String withoutIndex(String step) {
        int bracket = step.indexOf('[');
        return bracket < 0 ? step : step.substring(0, bracket);
    }

    /// Returns the first index of a step: `aks` of `this["aks"]`, `0` of `this[0]`.
    static Optional<String> index(String step) {
        int open = step.indexOf('[');
        int close = step.indexOf(']', Math.max(open, 0));
        if (open < 0 || close < 0) {
            return Optional.empty();
        }
        String inner = step.substring(open + 1, close);
        return Optional.of(inner.length() > 1 && inner.startsWith("\"") && inner.endsWith("\"")
                ? inner.substring(1, inner.length() - 1).replace("\\\"", "\"")
                : inner);
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
